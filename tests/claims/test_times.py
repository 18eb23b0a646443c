"""Times: resolved against the publication date, or left partial; the labelled set keeps its floor."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.values import predict_times, read, same_time, score
from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.times import compare_times, find_times, format_time
from claimcheck.records import TimeSpan
from claimcheck.settings import DEFAULT_SPACY_MODEL

pytestmark = pytest.mark.weights

# Floors of the labelled development sets (docs/decisions/0003-times.md).
SPAN_FLOOR = VALUE_FLOOR = 0.98
PUBLISHED = dt.date(2015, 9, 18)  # a Friday

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            "since until between and from to March May 4 29 31 February 2015 9999 0001 Friday on last next this "
            "week month "
            "year ago later earlier two a few days in time the 1990s mid- early late Q3 third quarter of "
            "12/13/2014 2:30am "
            "23:59 GMT winter spring '90s 19th century yesterday tomorrow will past "
            "following day , . – \u202f \n \x00".split(" ")
        ),
        st.text(max_size=4),
    ),
    max_size=16,
)
DATES = st.none() | st.dates()


def found(text: str, published: dt.date | None = PUBLISHED) -> list[TimeSpan]:
    return find_times(load_pipeline(DEFAULT_SPACY_MODEL)(text), published)


def one(text: str, published: dt.date | None = PUBLISHED) -> TimeSpan:
    (span,) = found(text, published)
    return span


def test_the_last_sunday_of_a_month_is_one_day() -> None:
    assert one("They met on the last Sunday of January 2024.").earliest == dt.date(2024, 1, 28)
    assert one("They met on the second Tuesday in June.").earliest == dt.date(2015, 6, 9)
    friday = one("They met on a Friday in March 2019.")
    assert (friday.earliest, friday.weekday) == (dt.date(2019, 3, 1), 4)
    assert compare_times(friday, one("They met on 4 March 2019.")) == "incompatible"
    assert compare_times(friday, one("They met on 8 March 2019.")) == "compatible"


def test_tense_chooses_the_side_of_publication() -> None:
    assert one("The panel met on Tuesday.").earliest == dt.date(2015, 9, 15)
    assert one("The panel will meet on Tuesday.").earliest == dt.date(2015, 9, 22)
    assert one("The mill closed in December.").earliest == dt.date(2014, 12, 1)
    assert one("The mill will close in December.").earliest == dt.date(2015, 12, 1)
    # The parser takes "goods train" for a verb.
    assert one("A bus ran into a stationary goods train close to Pombal on Tuesday.").earliest == dt.date(2015, 9, 15)


def test_last_month_of_a_name_keeps_both_readings() -> None:
    span = one("The mill closed last August.")
    assert (span.earliest, span.latest, span.month) == (dt.date(2014, 8, 1), dt.date(2015, 8, 31), 8)
    assert one("The mill closed last August.", dt.date(2015, 3, 1)).latest == dt.date(2014, 8, 31)


def test_without_publication_date_the_text_alone_counts() -> None:
    span = one("The panel met on 4 March.", None)
    assert (span.earliest, span.latest, span.precision, span.month, span.day) == (None, None, "partial", 3, 4)
    assert format_time(span) == "4 March (year unknown)"
    assert one("The panel met on Friday.", None).weekday == 4


def test_bounds_of_the_publication_date_bound_the_time() -> None:
    doc = load_pipeline(DEFAULT_SPACY_MODEL)("The dam burst yesterday.")
    (span,) = find_times(doc, None, dt.date(2018, 3, 13), dt.date(2018, 3, 20))
    assert (span.earliest, span.latest, span.precision) == (dt.date(2018, 3, 12), dt.date(2018, 3, 19), "partial")


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march.",
        "It lasted for three weeks.",
        "The Good Friday agreement held.",
        "He waited a second.",
        "Room 2014 was empty.",
    ],
)
def test_words_that_are_no_times(text: str) -> None:
    assert found(text) == []


@given(PIECES.map(" ".join), DATES, DATES)
def test_any_text_gives_exact_ordered_ranges(text: str, low: dt.date | None, high: dt.date | None) -> None:
    doc = load_pipeline(DEFAULT_SPACY_MODEL)(text)
    for spans in (find_times(doc, low), find_times(doc, None, low, high)):
        for span in spans:
            assert text[span.start : span.end] == span.text
            assert span.earliest is None or span.latest is None or span.earliest <= span.latest
            assert format_time(span)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        for a in spans:
            assert all(compare_times(a, b) == compare_times(b, a) for b in spans)


@pytest.mark.parametrize("part", ["dev", "dev2"])
def test_the_labelled_sets_keep_their_floor(part: str) -> None:
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    result = score(read("times", part), lambda row: predict_times(nlp, row), same_time)
    assert result["span"][2] >= SPAN_FLOOR
    assert result["value"][2] >= VALUE_FLOOR
