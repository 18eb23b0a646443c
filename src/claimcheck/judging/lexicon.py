"""Words that exclude each other, read once from the package."""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib import resources

from claimcheck.claims.terms import stem


@functools.cache
def opposites() -> dict[str, frozenset[str]]:
    """Stem to the stems that cannot be true of the same thing at the same time."""
    return _excluding("antonyms.txt", stem)


@functools.cache
def groups_apart() -> dict[str, frozenset[str]]:
    """Lemma of a group of people to those of the groups that have nobody in common with it."""
    return _excluding("groups.txt", str)


def _excluding(file: str, form: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """Each word of a file of lines "left | right", in a form, to the words that stand against it."""
    table: dict[str, set[str]] = {}
    text = (resources.files("claimcheck.judging") / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        left, right = ({form(word) for word in side.split()} for side in line.split("|"))
        for words, others in ((left, right), (right, left)):
            for word in words:
                table.setdefault(word, set()).update(others - {word})
    return {word: frozenset(others) for word, others in table.items()}
