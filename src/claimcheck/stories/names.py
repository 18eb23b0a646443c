"""Personal names across articles."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from claimcheck.claims.given_names import given_name_gender
from claimcheck.stories.linking.folding import alike, plain
from claimcheck.stories.linking.people import one_person, words_of


@functools.lru_cache(maxsize=50_000)
def same_person(x: str, y: str) -> bool:
    """Whether two personal names may be one person's: one surname, in any spelling, and first names that are alike,
    short for one another, or of which one begins the other; never a man's and a woman's. Titles and "Jr" do not count.
    """
    first, second = words_of(x), words_of(y)
    if not first or not second:
        return False
    surnames = alike(first[-1], second[-1])
    if len(first) == 1 or len(second) == 1:
        return surnames
    if one_person(x, y):
        return True
    given_x, given_y = plain(first[0]).rstrip("."), plain(second[0]).rstrip(".")
    begins = given_x.startswith(given_y) or given_y.startswith(given_x)
    return surnames and begins and {given_name_gender(" ".join(words)) for words in (first, second)} != {"m", "f"}


def any_same_person(name: str, others: Iterable[str]) -> bool:
    """Whether `name` may be the name of one of `others`."""
    return any(same_person(name, other) for other in others)
