"""Word lists, written as text."""

from __future__ import annotations


def words(listed: str) -> tuple[str, ...]:
    """The words of a list that is written as one string, separated by white space."""
    return tuple(listed.split())
