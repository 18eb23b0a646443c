"""Words that exclude each other, read once from the package."""

from __future__ import annotations

import functools
from importlib import resources

from claimcheck.claims.terms import stem


@functools.cache
def opposites() -> dict[str, frozenset[str]]:
    """Stem to the stems that cannot be true of the same thing at the same time."""
    table: dict[str, set[str]] = {}
    text = (resources.files("claimcheck.judging") / "data" / "antonyms.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        left, right = ({stem(word) for word in side.split()} for side in line.split("|"))
        for word in left:
            table.setdefault(word, set()).update(right - {word})
        for word in right:
            table.setdefault(word, set()).update(left - {word})
    return {word: frozenset(others) for word, others in table.items()}
