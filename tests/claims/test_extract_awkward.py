"""Numbers, dates and quotations glued together in odd ways: extraction never raises and never shifts an offset."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims import extract_claims, read_statements
from claimcheck.records import Article, Claim, Located
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

digits = st.text("0123456789", min_size=1, max_size=7)
small = st.integers(0, 99).map(str)
spelt = st.sampled_from(
    ["a dozen", "half a", "two thirds", "no", "one", "hundreds", "scores of", "no fewer than", "nil"]
)
numbers = st.one_of(
    digits,
    spelt,
    st.builds("{}{}{}".format, digits, st.sampled_from([",", ".", "/", "-", "–", "−", " ", "'", "’", " to "]), digits),
    st.builds("{}{}".format, st.sampled_from(["£", "$", "€", "-", "+", "~", "<", "No. ", "¥", "US$", "#"]), digits),
    st.builds(
        "{}{}".format,
        digits,
        st.sampled_from(
            ["m", "bn", "%", "pc", "km", "-year-old", "th", "st", "am", "p.m.", "°C", "\u00a0km", "-minute", "º", "m."]
        ),
    ),
    st.sampled_from(["1,2,3,4", "1.2.3", "00", "3-1-2", "1e9", "٣", "①", "⅓", "²", "10^6", "0x1F", "1_000", "9" * 400]),
)  # fmt: skip
dates = st.one_of(
    st.builds("{}{}{}{}{}".format, small, st.sampled_from("/-. "), small, st.sampled_from("/-. "), digits),
    st.builds(
        "{} {}{}".format,
        st.sampled_from(["Monday", "Feb", "February", "Sept.", "mid-May", "last", "next", "Q3", "the 1990s", "Easter"]),
        small,
        st.sampled_from(["", "st", "th,", ", 2015", " 2015", "–31", "-Feb", "'15", " BC"]),
    ),
    st.sampled_from(
        ["29 February 2015", "31 June", "February 30", "0 May", "year 0", "year 9999", "10000 BC", "24:61", "32 May"]
    ),
    st.sampled_from(["since", "until Friday", "the day before yesterday", "99999 years ago", "in 400 decades"]),
)  # fmt: skip
quotes = st.sampled_from(
    ['"', "“", "”", "‘", "’", "'", "«", "»", "„", "``", "''", "“‘", "’”", ',"', '."', '"“', "’s", "s’", "…”", "”—“"]
)
words = st.sampled_from(
    [
        "Ana Lind said", "he said", "according to", "Reuters reported that", "told the BBC", "the minister denied that",
        "the bridge was built", "people died", "were killed", "it did not", "if", "would", "and", "that", "as", ":",
        "—", "(", ")", "The", "but", "reportedly", "a spokesman told Reuters that Bell said", "between", "from",
    ]
)  # fmt: skip
joints = st.sampled_from(
    ["", "", " ", " ", " ", "\u00a0", "\u2009", "\n", "\n\n", ". ", ".", ", ", "\t", "\u200b", "\r\n"]
)
texts = st.lists(st.tuples(st.one_of(words, words, numbers, dates, quotes), joints), max_size=24).map(
    lambda pieces: "".join(piece + joint for piece, joint in pieces)
)


def values(claim: Claim) -> Iterator[Located]:
    yield from (*claim.times, *claim.quantities, *claim.entities, *claim.inner_speakers)
    yield from (value for value in (claim.speaker, claim.via, claim.reported, claim.event) if value is not None)
    if claim.event is not None and claim.event.time is not None:
        yield claim.event.time


def assert_in_place(claim: Claim, text: str) -> None:
    assert text[claim.start : claim.end] == claim.quote
    for value in values(claim):
        assert 0 <= value.start < value.end <= len(text)
        assert text[value.start : value.end] == value.text
    if claim.reported is not None:
        assert claim.start <= claim.reported.start < claim.reported.end <= claim.end


@settings(max_examples=120, deadline=None)
@given(texts, st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_articles(text: str, published: dt.date | None) -> None:
    end = 0
    for claim in extract_claims(Article(text, published=published)):
        assert end <= claim.start
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        assert_in_place(claim, text)
        end = claim.end


@settings(max_examples=120, deadline=None)
@given(texts, st.sampled_from([None, dt.date.min, dt.date.max, dt.date(2016, 2, 29)]))
def test_statements(text: str, date: dt.date | None) -> None:
    (statement,) = read_statements([text], [date], settings=Settings())
    assert (statement.start, statement.end, statement.quote) == (0, len(text), text)
    assert_in_place(statement, text)


@pytest.mark.parametrize("amount", ["9" * 400, "9" * 305 + " million", "9" * 307 + " hours 20 minutes"])
def test_digits_without_end_are_no_quantity(amount: str) -> None:
    claims = extract_claims(Article(f"The strike cost {amount} on Monday and 12 people lost their jobs."))
    lows = [quantity.low or 0 for claim in claims for quantity in claim.quantities]
    assert lows[-1] == 12
    assert all(math.isfinite(low) for low in lows)


@settings(max_examples=60, deadline=None)
@given(numbers, dates, st.sampled_from(['"{}"', "“{}”", "‘{}’", "'{}'", "«{}»", '"{}', "{}”", "{}"]))
def test_a_report_of_odd_values(number: str, date: str, marks: str) -> None:
    text = f"Ana Lind told Reuters {marks.format(f'that {number} people died {date}')}, an aide said."
    for claim in extract_claims(Article(text)):
        assert_in_place(claim, text)
