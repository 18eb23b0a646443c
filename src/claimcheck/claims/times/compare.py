"""Two times: the same, compatible or incompatible; and a time in words."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

from claimcheck.records.values import TimeSpan
from claimcheck.text import MONTHS, WEEKDAYS, day_in_words

MONTH_NAMES = ("", *MONTHS)


def _full(span: TimeSpan) -> dt.date | None:
    """The one day of a time, or None where it is longer or unknown."""
    return span.earliest if span.earliest is not None and span.earliest == span.latest else None


def _fields_clash(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether what the words of `a` fix cannot be true of any day of `b`."""
    if "open" in (a.precision, b.precision):
        return False
    day = _full(b)
    if day is not None:
        return (
            (a.year is not None and a.year != day.year)
            or (a.month is not None and a.month != day.month)
            or (a.day is not None and a.day != day.day)
            or (a.weekday is not None and a.weekday != day.weekday())
        )
    for one, other in ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday)):
        if one is not None and other is not None and one != other:
            # Two weekdays without their dates, or a day of another month, are different days.
            return True
    if a.month is not None and b.earliest and b.latest and (b.latest - b.earliest).days < 330:
        return a.month not in _months(b.earliest, b.latest)
    return False


def _months(first: dt.date, last: dt.date) -> set[int]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return {(first.month - 1 + step) % 12 + 1 for step in range(count + 1)}


def _apart(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether the intervals share no day; an unknown bound shares any."""
    return (a.latest is not None and b.earliest is not None and a.latest < b.earliest) or (
        b.latest is not None and a.earliest is not None and b.latest < a.earliest
    )


def _clocks_clash(a: TimeSpan, b: TimeSpan) -> bool:
    return a.clock is not None and b.clock is not None and a.clock != b.clock


def compare_times(a: TimeSpan, b: TimeSpan) -> Literal["same", "compatible", "incompatible"]:
    """Whether two times can be the time of one event.

    "same": the same days (and clock, where both have one), or the same partial date; "incompatible": no day fits
    both; "compatible": everything between, as "Friday" and 18 September 2015, which was one, or "2015" and "May 2015".
    Clock times are compared only on one day, and as written: a time zone is not converted, so a different clock
    makes two times of one day compatible, not incompatible.
    """
    if _apart(a, b) or _fields_clash(a, b) or _fields_clash(b, a):
        return "incompatible"
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        if a.earliest is None and a.latest is None:
            fields = (a.month, a.day, a.weekday)
            known = any(field is not None for field in fields)
            return (
                "same" if known and fields == (b.month, b.day, b.weekday) and not _clocks_clash(a, b) else "compatible"
            )
        return "compatible" if _clocks_clash(a, b) else "same"
    return "compatible"


def _period(first: dt.date, last: dt.date) -> str:
    """The shortest name of an interval: a day, a month, a year, a decade, or from … to."""
    if first == last:
        return day_in_words(first)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{MONTH_NAMES[first.month]} {first.year}"
    whole_years = whole_months and first.month == 1 and last.month == 12
    if whole_years and first.year == last.year:
        return str(first.year)
    if whole_years and first.year % 10 == 0 and last.year == first.year + 9:
        return f"the {first.year}s"
    if whole_years:
        return f"{first.year} to {last.year}"
    if whole_months:
        start = MONTH_NAMES[first.month] + (f" {first.year}" if first.year != last.year else "")
        return f"{start} to {MONTH_NAMES[last.month]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTH_NAMES[first.month]} to {day_in_words(last)}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def _start_of(date: dt.date) -> str:
    if date.day != 1:
        return day_in_words(date)
    return str(date.year) if date.month == 1 else f"{MONTH_NAMES[date.month]} {date.year}"


def _end_of(date: dt.date) -> str:
    if date.day != calendar.monthrange(date.year, date.month)[1]:
        return day_in_words(date)
    return str(date.year) if date.month == 12 else f"{MONTH_NAMES[date.month]} {date.year}"


def _partial(span: TimeSpan) -> str:
    parts = []
    if span.weekday is not None:
        parts.append(WEEKDAYS[span.weekday])
    if span.day is not None and span.month is not None:
        parts.append(f"{span.day} {MONTH_NAMES[span.month]}")
    elif span.month is not None:
        parts.append(MONTH_NAMES[span.month])
    elif span.day is not None:
        parts.append(f"day {span.day} of a month")
    if not parts:
        return ""
    unknown = "year unknown" if span.month is not None else "date unknown"
    return f"{' '.join(parts)} ({unknown})"


def format_time(span: TimeSpan) -> str:
    """A time in words: "18 September 2015", "August 2014", "since 2014", "4 March (year unknown)".

    A clock time goes in front ("02:30, 18 September 2015"). Where nothing is known beyond the words, the words.
    """
    if span.earliest is not None and span.latest is not None:
        shown = _period(span.earliest, span.latest)
    elif span.precision == "partial" or (span.earliest is None and span.latest is None):
        shown = _partial(span)
        bound = span.text.split(" ", 1)[0].lower()
        if shown and bound in ("since", "until", "till", "before", "after", "by"):
            shown = f"{bound} {shown}"
        if span.clock:
            return f"{span.clock}, {shown}" if shown else span.clock
        shown = shown or span.text
    elif span.earliest is not None:
        shown = f"since {_start_of(span.earliest)}"
    else:
        assert span.latest is not None
        shown = f"until {_end_of(span.latest)}"
    return f"{span.clock}, {shown}" if span.clock else shown
