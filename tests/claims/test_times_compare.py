"""Comparing and naming times; objects built by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from claimcheck.claims.times import compare_times, format_time
from claimcheck.records import TimeSpan


def span(earliest: str = "", latest: str = "", **more: Any) -> TimeSpan:
    def day(text: str) -> dt.date | None:
        return dt.date.fromisoformat(text) if text else None

    more.setdefault("precision", "day" if earliest else "partial")
    return TimeSpan(start=0, end=1, text=more.pop("text", "x"), earliest=day(earliest), latest=day(latest), **more)


WEDNESDAY = span("2018-03-21", "2018-03-21", year=2018, month=3, day=21, weekday=2)
MARCH_2018 = span("2018-03-01", "2018-03-31", precision="month", year=2018, month=3)
SINCE_2014 = span("2014-01-01", precision="open", text="since 2014")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (WEDNESDAY, WEDNESDAY, "same"),
        (WEDNESDAY, MARCH_2018, "compatible"),
        (WEDNESDAY, span(weekday=2), "compatible"),
        (WEDNESDAY, span(weekday=4), "incompatible"),
        (WEDNESDAY, span(month=3, day=4), "incompatible"),
        (MARCH_2018, span(month=3, day=4), "compatible"),
        (MARCH_2018, span(month=8), "incompatible"),
        (MARCH_2018, span("2014-08-01", "2014-08-31", precision="month", year=2014, month=8), "incompatible"),
        (WEDNESDAY, SINCE_2014, "compatible"),
        (SINCE_2014, span("", "2013-12-31", precision="open"), "incompatible"),
        (span(month=3, day=4), span(month=3, day=4), "same"),
        (span(weekday=4), span(weekday=2), "incompatible"),
        (span(), span(weekday=2), "compatible"),
    ],
)
def test_two_times(a: TimeSpan, b: TimeSpan, expected: str) -> None:
    assert compare_times(a, b) == compare_times(b, a) == expected


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (WEDNESDAY, "21 March 2018"),
        (MARCH_2018, "March 2018"),
        (SINCE_2014, "since 2014"),
        (span("", "2015-12-31", precision="open"), "until 2015"),
        (span("1990-01-01", "1999-12-31", precision="decade"), "the 1990s"),
        (span("2010-01-01", "2014-12-31", precision="year"), "2010 to 2014"),
        (span("2014-08-01", "2015-08-31", precision="month", month=8), "August 2014 to August 2015"),
        (span("2015-09-14", "2015-09-20", precision="week"), "14 to 20 September 2015"),
        (span(month=3, day=4), "4 March (year unknown)"),
        (span(weekday=4), "Friday (date unknown)"),
        (span(clock="02:30"), "02:30"),
        (span(text="yesterday"), "yesterday"),
    ],
)
def test_times_in_words(time: TimeSpan, shown: str) -> None:
    assert format_time(time) == shown
