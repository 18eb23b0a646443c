"""The statement inside a report, and who is quoted in it."""

from __future__ import annotations

import pytest

from claimcheck.claims import extract_claims, read_statements
from claimcheck.records import Article, Claim
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights


def claim(text: str) -> Claim:
    found = extract_claims(Article(text))[-1]
    for value in (found.reported, *found.inner_speakers):
        if value is not None:
            assert found.start <= value.start < value.end <= found.end
            assert text[value.start : value.end] == value.text
    return found


def reported(text: str) -> str | None:
    found = claim(text).reported
    return found and found.text


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the river burst its banks on Sunday.",
        "Officials in Lyon said on Monday that the river burst its banks on Sunday.",
        "According to officials, the river burst its banks on Sunday.",
        "According to officials, who met at noon, the river burst its banks on Sunday.",
        "As officials explained, the river burst its banks on Sunday.",
        "But the river burst its banks on Sunday, officials said.",
        "Reuters reported that the river burst its banks on Sunday.",
        "The agency was quoted by Reuters as saying that the river burst its banks on Sunday.",
        "Ana Bell, the agency's director, told a news conference that the river burst its banks on Sunday.",
        "The agency denied that the river burst its banks on Sunday.",
        "The court heard that the river burst its banks on Sunday.",
        "The mayor told the BBC's evening programme that the river burst its banks on Sunday.",
        "According to her diary, parts of which were read out, the river burst its banks on Sunday.",
        "However, officials said, the river burst its banks on Sunday.",
    ],
)
def test_a_clause_is_reported_without_its_attribution(text: str) -> None:
    assert reported(text) == "the river burst its banks on Sunday"


@pytest.mark.parametrize(
    "text",
    [
        '"The river burst its banks twice," Ana Bell said.',
        "“The river burst its banks twice,” said Ana Bell, who leads the agency.",
        'Ana Bell wrote on Facebook: "The river burst its banks twice."',
        '"The river burst its banks twice," according to Ana Bell.',
        '"We saw it coming," Ana Bell said. "The river burst its banks twice."',
        "‘The river burst its banks twice,’ Ana Bell told the BBC.",
    ],
)
def test_quoted_words_are_reported_without_their_marks(text: str) -> None:
    assert reported(text) == "The river burst its banks twice"


def test_marks_inside_what_is_reported_stay() -> None:
    assert reported('The count was "fair and open", the clerk said.') == 'The count was "fair and open"'
    assert reported('The clerk said the "first" count gave 41 votes.') == 'the "first" count gave 41 votes'


@pytest.mark.parametrize(
    "text",
    [
        "The bridge, the mayor explained, was built in 1911.",
        "It was, the mayor explained, built in 1911.",
        "For want of rain, the mayor explained, the wells ran dry in May.",
        "Growth, according to the World Bank, fell to 2% last year.",
    ],
)
def test_an_attribution_in_the_middle_stays_in_it(text: str) -> None:
    assert reported(text) == text.removesuffix(".")


@pytest.mark.parametrize(
    "text",
    [
        "The river burst its banks on Sunday.",
        "The club confirmed the sale of nine players in June.",
        "When the plane landed, the airline confirmed the sale of nine jets.",
        "The sale of nine players in June was confirmed by the club.",
        "Novak accused the government of buying votes in 2018.",
        "The river reportedly burst its banks on Sunday.",
    ],
)
def test_nothing_is_reported_where_no_clause_is(text: str) -> None:
    assert reported(text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "inner", "content"),
    [
        (
            "Bell told Cole that the bridge was safe, a senior aide told Reuters.",
            "a senior aide",
            ["Bell"],
            "Bell told Cole that the bridge was safe",
        ),
        (
            "A spokesman said the minister had told parliament that 300 homes were empty.",
            "A spokesman",
            ["the minister"],
            "the minister had told parliament that 300 homes were empty",
        ),
        (
            '"She said the brakes had failed twice," her brother told the inquest.',
            "her brother",
            ["She"],
            "She said the brakes had failed twice",
        ),
        (
            "The ministry said that, according to the United Nations, 9,000 people had fled.",
            "The ministry",
            ["the United Nations"],
            "according to the United Nations, 9,000 people had fled",
        ),
        (
            "The tenant's lawyer said he had been promised by the council that the lifts would be mended.",
            "The tenant's lawyer",
            ["the council"],
            "he had been promised by the council that the lifts would be mended",
        ),
        (
            "Russia said the talks had failed, state media said.",
            "Russia",
            [],
            "the talks had failed",
        ),
    ],
)
def test_reports_inside_reports(text: str, speaker: str, inner: list[str], content: str) -> None:
    found = claim(text)
    assert found.speaker is not None
    assert found.speaker.text == speaker
    assert [mention.text for mention in found.inner_speakers] == inner
    assert found.reported is not None
    assert found.reported.text == content


def test_statements_of_one_sentence_have_their_own() -> None:
    text = "The union says it will strike in May; the company says the mine will stay open."
    first, second = extract_claims(Article(text))
    assert first.reported is not None
    assert first.reported.text == "it will strike in May"
    assert second.reported is not None
    assert second.reported.text == "the mine will stay open"


def test_of_a_bare_text_too() -> None:
    text = " It rained.  Officials said the river\nburst its banks."
    (found,) = read_statements([text], [None], settings=Settings())
    assert found.reported is not None
    assert text[found.reported.start : found.reported.end] == found.reported.text == "the river\nburst its banks"
