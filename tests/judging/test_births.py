from __future__ import annotations

import datetime as dt

import pytest

from claimcheck import Settings
from claimcheck.claims import read_statements
from claimcheck.judging.births import compare_births

DIED = "The writer Ines Valdarro died in Lisbon on Sunday at the age of 84."
DAY = dt.date(2025, 9, 16)


@pytest.mark.parametrize(
    ("born", "verdicts"),
    [
        ("Ines Valdarro, who was born in Porto in 1941, wrote in Portuguese.", ["agree"]),
        ("Ines Valdarro, who was born in Porto in 1940, wrote in Portuguese.", ["agree"]),  # before her birthday
        ("Ines Valdarro, who was born in Porto in 1934, wrote in Portuguese.", ["conflict"]),
        ("Ines Valdarro, born on 3 October 1940, wrote in Portuguese.", ["agree"]),
        ("Ines Valdarro, born on 3 October 1941, wrote in Portuguese.", ["conflict"]),
        ("Ines Valdarro won the prize in 1934.", []),
        ("Maria Holm, who was born in Porto in 1934, wrote in Portuguese.", []),
    ],
)
def test_an_age_is_held_against_a_year_of_birth(born: str, verdicts: list[str]) -> None:
    a, b = read_statements([DIED, born], [DAY, DAY], settings=Settings())
    assert [finding.verdict for finding in compare_births(a, b, date_a=DAY, date_b=DAY)] == verdicts
    assert [finding.verdict for finding in compare_births(b, a, date_a=DAY, date_b=DAY)] == verdicts


def test_an_age_may_be_that_at_an_event() -> None:
    texts = ["Tesfaye Alemu won the Osaka marathon in 2008 as a 19-year-old.", "Tesfaye Alemu was born in 1988."]
    a, b = read_statements(texts, [DAY, DAY], settings=Settings())
    [finding] = compare_births(a, b, date_a=DAY, date_b=DAY)
    assert finding.verdict == "agree"
    assert finding.sentence == "19 years old fits born 1988."


def test_without_a_day_there_is_nothing_to_reckon_with() -> None:
    texts = ["Ann Holt, 40, was there.", "Ann Holt was born in 1960."]
    a, b = read_statements(texts, [None, None], settings=Settings())
    assert compare_births(a, b) == []
