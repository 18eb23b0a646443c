from __future__ import annotations

from typing import get_args

from claimcheck.records import CONFLICTS, REPORTED_AS, STATUSES
from claimcheck.records.judgement import RELATION_OF_STATUS, Status


def test_every_status_has_its_place_and_its_relation() -> None:
    assert set(STATUSES) == set(get_args(Status)) == set(RELATION_OF_STATUS)
    assert REPORTED_AS[: len(STATUSES)] == STATUSES


def test_conflicts_are_what_makes_a_fact_disputed_or_updated() -> None:
    assert tuple(RELATION_OF_STATUS[status] for status in STATUSES if status != "corroborated") == CONFLICTS
