"""Which sentences hold a claim, also where the parser errs."""

from __future__ import annotations

import pytest

from claimcheck.claims import extract_claims
from claimcheck.records import Article

pytestmark = pytest.mark.weights


def quotes(text: str) -> list[str]:
    return [claim.quote for claim in extract_claims(Article(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        # A past tense that is read as a participle of the noun before it.
        "An earthquake measuring 4.8 on the Richter scale jolted Halden island off the southern coast on Sunday.",
        "Four masked robbers -- two dressed as nurses -- made off with $20 million of jewels from a famed Oslo store.",
        "A gas pipe burst on Tuesday partially blocked roads and rail services in Bergen and some other towns.",
        # A bare form for the present tense.
        "Workers from Nepal, Kenya and Laos make up a third of the area's population of 2,500.",
        # A main clause that is read as a relative one.
        "While en route from the drop-off point to the hut he slipped from the ridgeline and fell to his death.",
        # A state.
        "The alleged shooter is in police custody.",
        "Despite a huge police search, the audacious culprit remains at large.",
        "She's in hospital right now.",
        "Schools remain closed.",
        # What holds in general, or is said not to exist.
        "Masks reduce transmission of the virus.",
        "There is no link between the vaccine and infertility.",
        # What has not happened yet.
        "The mayor has yet to sign the bill.",
    ],
)
def test_what_can_be_checked_is_a_claim(sentence: str) -> None:
    assert quotes(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fact is in plain sight.",
        "The ball is in their court.",
        "Some of the dishes she cooked for the guests at the royal wedding.",
        "It is about the health of us all.",
        "Another day in Hollywood; another star in rehab.",
        "Not quite the holiday alternative that everyone was looking for in a cold and rainy winter.",
        "You are in for a treat.",
        "Everybody loves a party.",
        "There is no doubt about it.",
        "The best is yet to come.",
    ],
)
def test_what_cannot_is_none(sentence: str) -> None:
    assert quotes(sentence) == []


def test_a_list_of_sentences_has_headlines_among_its_claims() -> None:
    text = "Jane Doe Checks Into Rehab in Newport Beach\nThe actress checked into rehab on Friday.\nShe is 26."
    assert quotes(text)[0] == "Jane Doe Checks Into Rehab in Newport Beach"


def test_a_headline_in_capitals_has_no_dateline() -> None:
    text = "LIONS TOP BEARS, 20 - 13, REACH PLAYOFFS\nThe Lions topped the Bears on Friday.\nThey reached the playoffs."
    assert quotes(text)[0] == "LIONS TOP BEARS, 20 - 13, REACH PLAYOFFS"


def test_one_line_alone_is_no_heading() -> None:
    assert quotes("Robbers steal jewels worth 80 million from Oslo store") != []
