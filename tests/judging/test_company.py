"""What the claims beside two claims say about them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from claimcheck.judging.company import company_features
from claimcheck.records import RELATIONS, Claim, Relation
from tests.builders import claim

NORTH = [
    claim("The bridge was closed at noon.", article="north"),
    claim("Two lanes are open.", article="north", start=40),
]
SOUTH = [claim("They shut the bridge at 12.", article="south"), claim("Traffic is slow.", article="south", start=40)]
WEST = [claim("The bridge stayed open until one.", article="west")]


def features(told: Mapping[tuple[Claim, Claim], tuple[Relation, float]], a: Claim, b: Claim) -> dict[str, float]:
    """Features of the pair (a, b), where some pairs were judged so and all others are merely related."""
    pairs = [(x, y) for xs, ys in ((NORTH, SOUTH), (NORTH, WEST), (SOUTH, WEST)) for x in xs for y in ys]
    rows = np.zeros((len(pairs), len(RELATIONS)))
    for at, pair in enumerate(pairs):
        relation, probability = told.get(pair, ("related", 1.0))
        rows[at, RELATIONS.index(relation)] = probability
    (found,) = company_features(pairs, rows, [pairs.index((a, b))])
    return found


def test_what_an_article_confirms_elsewhere_is_seen_from_both_sides() -> None:
    found = features({(NORTH[0], SOUTH[0]): ("agreement", 0.9)}, NORTH[0], SOUTH[1])
    assert found["told elsewhere: agreement"] == pytest.approx(0.9)
    assert found["both told elsewhere: agreement"] == 0.0
    assert features({(NORTH[0], SOUTH[0]): ("agreement", 0.9)}, NORTH[1], SOUTH[0]) == found


def test_a_pair_is_no_company_of_its_own() -> None:
    found = features({(NORTH[0], SOUTH[0]): ("agreement", 0.9)}, NORTH[0], SOUTH[0])
    assert all(value == 0.0 for name, value in found.items() if not name.startswith("log "))


def test_who_agrees_with_one_side_of_a_dispute_is_in_it() -> None:
    told: dict[tuple[Claim, Claim], tuple[Relation, float]] = {
        (NORTH[0], SOUTH[0]): ("agreement", 0.9),
        (SOUTH[0], WEST[0]): ("contradiction", 0.8),
    }
    found = features(told, NORTH[0], WEST[0])
    assert found["through another: contradiction"] == pytest.approx(0.72)
    assert found["through another: agreement"] == 0.0
    assert found["confirmed by others"] == pytest.approx(0.9)


def test_two_who_dispute_a_third_are_seen() -> None:
    told: dict[tuple[Claim, Claim], tuple[Relation, float]] = {
        (NORTH[0], WEST[0]): ("contradiction", 0.5),
        (SOUTH[0], WEST[0]): ("contradiction", 0.6),
    }
    assert features(told, NORTH[0], SOUTH[0])["through another: both disputed"] == pytest.approx(0.3)
