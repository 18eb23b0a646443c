"""`find_times`: expressions sifted with the help of the parse, joined into spans, and resolved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.times.days import Days, add_days, add_months, calendar_unit
from claimcheck.claims.times.expression import Expression
from claimcheck.claims.times.joining import Found, joined
from claimcheck.claims.times.patterns import find_expressions
from claimcheck.claims.times.resolve import resolve
from claimcheck.claims.times.sift import is_time
from claimcheck.claims.times.tense import speaks_of_future
from claimcheck.records.values import Precision, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ANCHOR_PRECISIONS = frozenset({"day", "month", "year", "week"})


def time_ranges(doc: Doc) -> list[tuple[int, int]]:
    """Character ranges of all time expressions: what is inside is no quantity.

    Stretches such as "the past three years" are left out: their length is a quantity as well.
    """
    return [(one.start, one.end) for one in _expressions(doc, doc.text) if one.kind != "past"]


def find_times(
    doc: Doc,
    published: dt.date | None = None,
    published_earliest: dt.date | None = None,
    published_latest: dt.date | None = None,
) -> list[TimeSpan]:
    """The times of a text, by start, not overlapping.

    Args:
        doc: parsed by a spaCy English pipeline with tagger, parser and entity recogniser.
        published: publication date, against which relative times are resolved; never today's date.
        published_earliest, published_latest: bounds of it where it is not known itself.

    Returns:
        `text[t.start:t.end] == t.text` for each. The range takes in "since", "until", "before", "after", "by",
        "between … and" and "from … to", not "on", "in" or "at". What cannot be resolved has precision "partial" and
        the fields that the words fix. Durations ("for three weeks") are quantities, not times.
    """
    if published is not None:
        published_earliest = published_latest = published
    elif published_earliest is not None and published_latest is not None and published_earliest > published_latest:
        published_earliest, published_latest = published_latest, published_earliest
    text = doc.text
    spans: list[TimeSpan] = []
    for found in joined(doc, text, _expressions(doc, text)):
        if found.first.kind == "clock" and found.clock is None:
            continue  # "at ten past three": no day, and either half of it
        fine = {"day"} if found.first.unit == "day" else _ANCHOR_PRECISIONS
        anchor = next((span for span in reversed(spans) if span.earliest and span.precision in fine), None)
        span = _resolved(doc, text, found, published_earliest, published_latest, anchor)
        if span is not None:
            spans.append(span)
    return spans


# ---- sifting --------------------


def _expressions(doc: Doc, text: str) -> list[Expression]:
    kept: list[Expression] = []
    for one in find_expressions(text):
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        if span is not None and is_time(doc, text, one, span[0], span[-1], kept):
            kept.append(one)
    return kept


# ---- resolving --------------------


def _resolved(
    doc: Doc, text: str, found: Found, low: dt.date | None, high: dt.date | None, anchor: TimeSpan | None
) -> TimeSpan | None:
    first, second = found.first, found.second
    if first.kind == "anchored":
        days = _anchored(first, anchor)
    else:
        future = first.tense_matters and speaks_of_future(doc, text, first.start, first.end, found.word)
        if first.bound == "the":
            if not future and anchor is not None and anchor.resolved_from is None:
                low, high, future = anchor.latest, anchor.latest, True  # "at the end of the year" in a story of 1848
            elif found.word in ("by", "until", "before"):
                future = True
        days = _between_bounds(first, low, high, future) if second is None else _span(first, second, low, high, future)
    if days is None:
        return None
    # "Before the end of the year" is in the year.
    ends = found.word == "before" and "end of" in text[first.start : first.end]
    days = _bounded(days, "by" if ends else found.word)
    relative = days.relative and low is not None and low == high
    return TimeSpan(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        earliest=days.earliest,
        latest=days.latest,
        precision=days.precision,
        year=days.year,
        month=days.month,
        day=days.day,
        weekday=days.weekday,
        clock=found.clock,
        resolved_from=low if relative else None,
    )


def _between_bounds(one: Expression, low: dt.date | None, high: dt.date | None, future: bool) -> Days | None:
    """Resolve against the publication date, or against both bounds of it."""
    if low == high:
        return resolve(one, low, future)
    first = resolve(one, low, future) if low is not None else None
    second = resolve(one, high, future) if high is not None else None
    if first is not None and not first.relative:
        return first
    if second is not None and not second.relative:
        return second
    if first is not None and first == second:
        return first
    bare = resolve(one, None, future)
    if bare is None:
        return None
    if first and second and first.earliest and second.latest and first.earliest > second.latest:
        return bare
    return attrs.evolve(
        bare,
        earliest=first.earliest if first is not None else None,
        latest=second.latest if second is not None else None,
        relative=True,
    )


def _span(
    first: Expression, second: Expression, low: dt.date | None, high: dt.date | None, future: bool
) -> Days | None:
    """ "From January to March 2012": the year said once holds for both; the start never lies after the end."""
    if second.year is not None and first.year is None and first.kind in ("month", "date"):
        crosses = (first.month or 0) > (second.month or 0)
        first = attrs.evolve(first, year=second.year - crosses)
    end = _between_bounds(second, low, high, future)
    start = _between_bounds(first, low, high, future)
    if start is None or end is None:
        return None
    if start.earliest and end.latest and start.earliest > end.latest:
        if first.year is None and end.earliest is not None:
            start = resolve(first, end.earliest, False) or start
        if start.earliest and start.earliest > end.latest:
            return None
    if start.earliest is None and end.latest is None:
        return Days(earliest=None, latest=None, precision="partial", relative=True)
    order = ("day", "week", "month", "season", "year", "decade", "open", "partial")
    precision = max(start.precision, end.precision, key=order.index)
    same = start.year if start.year == end.year else None
    return Days(
        earliest=start.earliest,
        latest=end.latest,
        precision=precision,
        year=same,
        relative=start.relative or end.relative,
    )


def _bounded(days: Days, word: str) -> Days:
    """Apply "since", "until", "before", "after", "by"; the fields stay, to compare spans whose year is unknown."""
    if not word:
        return days
    known = days.earliest is not None or days.latest is not None
    precision: Precision = "open" if known else "partial"
    if word in ("since", "as of", "from"):
        return attrs.evolve(days, latest=None, precision=precision)
    if word in ("until", "till", "by", "up to", "through"):
        return attrs.evolve(days, earliest=None, precision=precision)
    if word in ("before", "prior to"):
        last = add_days(days.earliest, -1) if days.earliest else None
        return attrs.evolve(days, earliest=None, latest=last, precision="open" if last else "partial")
    first = add_days(days.latest, 1) if days.latest else None
    return attrs.evolve(days, earliest=first, latest=None, precision="open" if first else "partial")


def _anchored(one: Expression, anchor: TimeSpan | None) -> Days | None:
    """ "The following day", "a year later", counted from the time named before it."""
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if one.unit == "day":
        if anchor.precision != "day" or anchor.earliest != anchor.latest:
            return None
        return calendar_unit(add_days(anchor.earliest, one.amount), "day")
    if one.unit == "week":
        return calendar_unit(add_days(anchor.earliest, 7 * one.amount), "week")
    if one.unit == "month":
        if anchor.precision not in ("day", "month", "week"):
            return None
        return calendar_unit(add_months(anchor.earliest, one.amount), "month")
    return calendar_unit(add_months(anchor.earliest, 12 * one.amount), "year")
