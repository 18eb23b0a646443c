"""Personal names across articles."""

from __future__ import annotations

from collections.abc import Iterable


def same_person(x: str, y: str) -> bool:
    """Whether two personal names may be one person's: the same surname, and first names that do not differ."""
    from rapidfuzz.distance import JaroWinkler

    first, second = x.casefold().split(), y.casefold().split()
    if not first or not second:
        return False
    if JaroWinkler.similarity(first[-1], second[-1]) < 0.9:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    given_x, given_y = first[0].rstrip("."), second[0].rstrip(".")
    return given_x.startswith(given_y) or given_y.startswith(given_x) or JaroWinkler.similarity(given_x, given_y) >= 0.8


def any_same_person(name: str, others: Iterable[str]) -> bool:
    """Whether `name` may be the name of one of `others`."""
    return any(same_person(name, other) for other in others)
