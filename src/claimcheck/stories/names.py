"""Personal names across articles."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from claimcheck.claims.given_names import given_name_gender
from claimcheck.stories.linking.people import one_person


@functools.lru_cache(maxsize=50_000)
def same_person(x: str, y: str) -> bool:
    """Whether two personal names may be one person's: the same surname, and first names that are alike, short for one
    another, or of which one begins the other; never a man's and a woman's."""
    from rapidfuzz.distance import JaroWinkler

    first, second = x.casefold().split(), y.casefold().split()
    if not first or not second:
        return False
    surnames = JaroWinkler.similarity(first[-1], second[-1]) >= 0.9
    if len(first) == 1 or len(second) == 1:
        return surnames
    if one_person(x, y):
        return True
    given_x, given_y = first[0].rstrip("."), second[0].rstrip(".")
    begins = given_x.startswith(given_y) or given_y.startswith(given_x)
    return surnames and begins and {given_name_gender(x), given_name_gender(y)} != {"m", "f"}


def any_same_person(name: str, others: Iterable[str]) -> bool:
    """Whether `name` may be the name of one of `others`."""
    return any(same_person(name, other) for other in others)
