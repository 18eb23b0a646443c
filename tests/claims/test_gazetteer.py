from __future__ import annotations

import pytest

from claimcheck.claims.gazetteer import capital_of, find_place, place_relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Vienna", "Geneva", "apart"),
        ("Vienna", "Austria", "inside"),
        ("Russian", "Russia", "same"),
        ("the UK", "Britain", "same"),
        ("PNG", "Papua New Guinea", "same"),
        ("Swaziland", "Eswatini", "same"),
        ("Miami", "Florida", "inside"),
        ("Miami", "Texas", "apart"),
        ("Florida", "United States", "inside"),
        ("Zamonia", "Vienna", "unknown"),
        ("Zamonia", "zamonia", "same"),
    ],
)
def test_how_places_lie_to_each_other(a: str, b: str, relation: str) -> None:
    assert place_relation(a, b) == relation
    assert place_relation(b, a) == relation


def test_a_demonym_names_its_country() -> None:
    place = find_place("Kenyans")
    assert place is not None
    assert place.country == "KE"


def test_capitals() -> None:
    place = capital_of("AT")
    assert place is not None
    assert place.name == "Vienna"


def test_what_is_no_place() -> None:
    assert find_place("Monday") is None
