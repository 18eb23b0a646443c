"""Other ways to cluster judged pairs."""

from __future__ import annotations

import pytest

from benchmarks.clusterings import CLUSTERINGS
from tests.builders import claim


@pytest.mark.parametrize("way", [way for way in CLUSTERINGS if way != "single linkage"])
@pytest.mark.parametrize(("probability", "groups"), [(0.9, [[0, 1, 2]]), (0.1, [[0, 2]])])
def test_two_claims_of_one_article_do_not_keep_others_apart(
    way: str, probability: float, groups: list[list[int]]
) -> None:
    claims = [claim("One.", article="a"), claim("Two.", article="a", start=9), claim("Three.", article="b")]
    assert CLUSTERINGS[way](claims, {(0, 2): 0.95, (1, 2): probability}) == groups
