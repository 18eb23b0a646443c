from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judging.combine import combine, decide, noisy_or, rounded
from claimcheck.judging.evidence import Finding
from claimcheck.judging.same_fact import SameFact
from claimcheck.records import RELATIONS

SHARE = st.floats(0.0, 1.0)


def finding(verdict: str, strength: float) -> Finding:
    return Finding(kind="quantity", verdict=verdict, strength=strength, a=None, b=None, sentence="")  # type: ignore[arg-type]


def relation(same: SameFact, topic: float, *findings: Finding) -> str:
    return decide(rounded(combine(same, topic, findings)))


def test_same_event_same_point_no_conflict_agrees() -> None:
    assert relation(SameFact(0.9, 0.9), 0.9) == "agreement"


def test_same_event_with_a_conflicting_value_contradicts() -> None:
    assert relation(SameFact(0.9, 0.9), 0.9, finding("conflict", 0.9)) == "contradiction"


def test_a_conflict_of_different_events_is_none() -> None:
    assert relation(SameFact(0.1, 0.9), 0.1, finding("conflict", 0.95)) == "unrelated"


def test_what_differs_is_no_agreement_though_both_may_be_right() -> None:
    probabilities = combine(SameFact(0.95, 0.95), 0.95, [finding("beside", 0.8)])
    assert probabilities["agreement"] < 0.2
    assert probabilities["contradiction"] == 0.0
    assert decide(rounded(probabilities)) == "related"


def test_a_later_figure_supersedes() -> None:
    assert relation(SameFact(0.9, 0.9), 0.9, finding("supersede", 0.9)) == "update"


def test_one_story_and_another_point_is_related() -> None:
    assert relation(SameFact(0.3, 0.5), 0.95) == "related"


def test_in_doubt_it_abstains() -> None:
    assert relation(SameFact(0.6, 0.9), 0.9, finding("conflict", 0.5)) == "related"


def test_independent_conflicts_add_up() -> None:
    assert noisy_or([finding("conflict", 0.5), finding("conflict", 0.5), finding("agree", 0.9)], "conflict") == 0.75


@given(SHARE, SHARE, SHARE, st.lists(st.tuples(st.sampled_from(["agree", "conflict", "supersede", "apart"]), SHARE)))
def test_probabilities_sum_to_one(event: float, point: float, topic: float, evidence: list[tuple[str, float]]) -> None:
    probabilities = rounded(combine(SameFact(event, point), topic, [finding(*e) for e in evidence]))
    assert set(probabilities) == set(RELATIONS)
    assert sum(probabilities.values()) == pytest.approx(1.0, abs=1e-9)
    assert all(-1e-9 <= p <= 1.0 for p in probabilities.values())
