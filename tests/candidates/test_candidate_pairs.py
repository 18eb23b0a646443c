from __future__ import annotations

import numpy as np
import pytest

from claimcheck.candidates import find_candidates, pairs
from tests.builders import claim, event, minutes, unit_rows

SHORT = "In the 50-minute conversation, activities were called defensive."
LONG = "The discussion that lasted over an hour covered terrorism."


def typed() -> list:
    return [
        claim(SHORT, quantities=(minutes(SHORT, "50-minute", 50, 50),), event=event(SHORT, "conversation", "talk")),
        claim(LONG, quantities=(minutes(LONG, "over an hour", 60, None),), event=event(LONG, "discussion", "talk")),
    ]


def test_similar_claims_of_different_articles_are_candidates() -> None:
    claims = [claim("a"), claim("b"), claim("c")]
    vectors = unit_rows([1.0, 0.0], [1.0, 0.2], [0.0, 1.0])
    assert find_candidates(claims, vectors, np.array([0, 1, 2]), np.eye(3)) == [(0, 1)]


def test_claims_of_one_article_are_never_candidates() -> None:
    vectors = unit_rows([1.0, 0.0], [1.0, 0.0])
    assert find_candidates([claim("a"), claim("b")], vectors, np.array([0, 0]), np.eye(1)) == []


def test_a_shared_dimension_inside_a_story_is_enough() -> None:
    vectors = unit_rows([1.0, 0.0], [0.0, 1.0])
    assert find_candidates(typed(), vectors, np.array([0, 1]), np.ones((2, 2))) == [(0, 1)]


def test_a_shared_dimension_across_stories_is_not() -> None:
    vectors = unit_rows([1.0, 0.0], [0.0, 1.0])
    assert find_candidates(typed(), vectors, np.array([0, 1]), np.eye(2)) == []


def test_the_net_is_wider_inside_a_story() -> None:
    vectors = unit_rows([1.0, 0.0], [0.4, 1.0])
    claims = [claim("a"), claim("b")]
    assert find_candidates(claims, vectors, np.array([0, 1]), np.eye(2)) == []
    assert find_candidates(claims, vectors, np.array([0, 1]), np.ones((2, 2))) == [(0, 1)]


def test_in_a_small_story_every_pair_is_a_candidate() -> None:
    vectors = unit_rows([1.0, 0.0], [-1.0, 0.1])
    assert find_candidates([claim("a"), claim("b")], vectors, np.array([0, 1]), np.ones((2, 2))) == [(0, 1)]


def test_in_a_large_one_only_near_claims_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "ALL_INSIDE", 0)
    vectors = unit_rows([1.0, 0.0], [-1.0, 0.1])
    assert find_candidates([claim("a"), claim("b")], vectors, np.array([0, 1]), np.ones((2, 2))) == []


def test_one_claim_has_no_candidates() -> None:
    assert find_candidates([claim("a")], unit_rows([1.0, 0.0]), np.array([0]), np.eye(1)) == []
