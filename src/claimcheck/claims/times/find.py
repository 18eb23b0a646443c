"""`find_times`: expressions sifted with the help of the parse, joined into spans, and resolved."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.times.days import Days, add_days, add_months, calendar_unit
from claimcheck.claims.times.expression import Expression
from claimcheck.claims.times.patterns import find_expressions
from claimcheck.claims.times.resolve import resolve
from claimcheck.claims.times.sift import is_time
from claimcheck.claims.times.tense import speaks_of_future
from claimcheck.records.values import Precision, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BOUND = re.compile(
    r"(?<![\w-])(?P<word>since|until|till|before|after|by|up\s+to|as\s+of|from|through|prior\s+to)(?:\s+(?:about|around|at\s+least|the))?\s+$",
    re.IGNORECASE,
)
_SPAN_WORD = re.compile(r"\s+(?P<word>and|to|until|till|through)\s+|\s?[-–—]\s?", re.IGNORECASE)
_LIST_GAP = re.compile(r"\s*,\s*|\s*,?\s+(?:and|or)\s+(?:on\s+|in\s+)?", re.IGNORECASE)
_SPAN_OPEN = re.compile(r"\b(?P<word>between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_CLOCK_GAP = re.compile(
    r"\s*,?\s+(?:(?:on|of|at|in)\s+)?(?:(?:the\s+)?(?:morning|afternoon|evening|night)\s+of\s+)?|\s*,\s*"
)
_ATTACHED = re.compile(r"\s?['’]s?\b|\s?-")
_JOINABLE = frozenset({"date", "month", "year", "weekday", "clock", "decade", "season", "today", "part", "century"})
_ANCHOR_PRECISIONS = frozenset({"day", "month", "year", "week"})


@attrs.frozen
class _Found:
    """One time: an expression, or two that make a span; `word` is the preposition that bounds it."""

    start: int
    end: int
    first: Expression
    second: Expression | None = None
    clock: str | None = None
    word: str = ""


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
    for found in _joined(doc, text, _expressions(doc, text)):
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


# ---- joining --------------------


def _joined(doc: Doc, text: str, expressions: list[Expression]) -> list[_Found]:
    expressions = _with_shared_years(text, expressions)
    found: list[_Found] = []
    index = 0
    position = 0
    while index < len(expressions):
        first = expressions[index]
        index += 1
        start, end, clock = first.start, first.end, first.clock
        second: Expression | None = None
        word = ""
        # A clock and the day that it belongs to.
        while index < len(expressions) and _CLOCK_GAP.fullmatch(text, end, expressions[index].start):
            other = expressions[index]
            if first.kind == "clock" and other.kind in ("date", "weekday", "today"):
                first, clock = attrs.evolve(other, clock=first.clock), first.clock
            elif other.kind == "clock" and first.kind in ("date", "weekday", "today") and clock is None:
                clock = other.clock
            elif (
                first.kind == "weekday"
                and other.kind == "date"
                and other.weekday is None
                and text[end : other.start].strip() in (",", "")
            ):
                first = attrs.evolve(other, weekday=first.weekday)
            else:
                break
            end = other.end
            index += 1
        if index < len(expressions) and first.kind in _JOINABLE and expressions[index].kind in _JOINABLE - {"clock"}:
            other = expressions[index]
            connector = _SPAN_WORD.fullmatch(text, end, other.start)
            opening = _SPAN_OPEN.search(text, max(position, start - 14), start)
            if connector is not None and _makes_span(first, other, connector["word"], opening):
                second, end = other, other.end
                index += 1
                if opening is not None:
                    start = opening.start()
        if second is None and not _ATTACHED.match(text, end):
            bound = _BOUND.search(text, max(position, start - 24), start)
            if bound is not None and first.kind != "clock" and (first.kind != "ago" or not first.bound):
                word = " ".join(bound["word"].lower().split())
                if (
                    word == "from"
                    and not (
                        first.kind in ("date", "month", "year", "weekday", "today")
                        and speaks_of_future(doc, text, start, end)
                    )
                ) or (word == "by" and first.kind == "past"):
                    word = ""
                else:
                    start = bound.start()
        found.append(_Found(start, end, first, second, clock, word))
        position = end
    return found


def _with_shared_years(text: str, expressions: list[Expression]) -> list[Expression]:
    """ "In June and July 2019": the year stands once for both."""
    shared = list(expressions)
    for index in range(len(shared) - 2, -1, -1):
        one, following = shared[index], shared[index + 1]
        if (
            (
                one.kind == following.kind
                and one.kind in ("month", "date")
                and one.year is None
                and following.year is not None
            )
            and not one.which
            and _LIST_GAP.fullmatch(text, one.end, following.start)
        ):
            crosses = (one.month or 0) > (following.month or 0)
            shared[index] = attrs.evolve(one, year=following.year - crosses)
    return shared


def _makes_span(first: Expression, second: Expression, word: str | None, opening: re.Match[str] | None) -> bool:
    opened = opening["word"].lower() if opening is not None else ""
    connector = (word or "-").lower()
    if connector == "and":
        return opened == "between"
    if opened == "between":
        return False
    if connector == "-":
        return first.kind == second.kind and first.end != second.start
    return opened == "from" or (
        first.kind == second.kind and first.kind in ("month", "date", "weekday", "year") and connector != "and"
    )


# ---- resolving --------------------


def _resolved(
    doc: Doc, text: str, found: _Found, low: dt.date | None, high: dt.date | None, anchor: TimeSpan | None
) -> TimeSpan | None:
    first, second = found.first, found.second
    if first.kind == "anchored":
        days = _anchored(first, anchor)
    else:
        future = first.tense_matters and speaks_of_future(doc, text, found.first.start, found.first.end)
        days = _between_bounds(first, low, high, future) if second is None else _span(first, second, low, high, future)
    if days is None:
        return None
    days = _bounded(days, found.word)
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
