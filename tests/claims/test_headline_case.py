from __future__ import annotations

import pytest

from claimcheck.claims.headline_case import in_sentence_case, spelling_of

BODY = spelling_of(
    "The actress checked into rehab. A probe of the facility is pending; they reached the playoffs.\n"
    "It may take jobs at the WHO, said Theresa May in May, and Steve Jobs did not."
)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Jane Doe Checks Into Rehab; Facility Probe Near", "Jane Doe checks into rehab; facility probe Near"),
        ("LIONS BEAT BEARS, 20-13, REACH PLAYOFFS", "Lions Beat Bears, 20-13, reach playoffs"),
        ("Jane Doe checked into rehab.", "Jane Doe checked into rehab."),
        ("Theresa May Met Angela Merkel", "Theresa May Met Angela Merkel"),
        ("Steve Jobs Reached IT Facility", "Steve Jobs reached IT facility"),
        ("WHO FACILITY PROBE PENDING", "WHO facility probe pending"),
        ("New York Post", "New York Post"),
        ("", ""),
    ],
)
def test_words_that_the_text_writes_small_lose_their_capitals(line: str, plain: str) -> None:
    assert in_sentence_case(line, BODY) == plain


def test_the_length_stays() -> None:
    line = "STRASSE AND İZMİR: PLAYOFFS REACHED"
    assert len(in_sentence_case(line, spelling_of("playoffs reached izmir"))) == len(line)
