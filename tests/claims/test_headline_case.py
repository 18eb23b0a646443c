from __future__ import annotations

import pytest

from claimcheck.claims.headline_case import in_sentence_case, small_words

BODY = small_words("The actress checked into rehab. A probe of the facility is pending; they reached the playoffs.")


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Jane Doe Checks Into Rehab; Facility Probe Near", "Jane Doe checks into rehab; facility probe Near"),
        ("LIONS BEAT BEARS, 20-13, REACH PLAYOFFS", "Lions Beat Bears, 20-13, reach playoffs"),
        ("Jane Doe checked into rehab.", "Jane Doe checked into rehab."),
        ("New York Post", "New York Post"),
        ("", ""),
    ],
)
def test_words_that_the_text_writes_small_lose_their_capitals(line: str, plain: str) -> None:
    assert in_sentence_case(line, BODY) == plain


def test_the_length_stays() -> None:
    line = "STRASSE AND İZMİR: PLAYOFFS REACHED"
    assert len(in_sentence_case(line, small_words("playoffs reached izmir"))) == len(line)
