"""Expressions joined into times: a clock and its day, the two ends of a span, a preposition that opens one side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.times.expression import Expression
from claimcheck.claims.times.tense import speaks_of_future

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BOUND = re.compile(
    r"(?<![\w-])(?P<word>since|until|till|before|after|by|up\s+to|as\s+of|from|through|prior\s+to)(?:\s+(?:about|around|at\s+least|the))?\s+$",
    re.IGNORECASE,
)
_SIDES = frozenset({"before", "after", "prior to"})
_SPAN_WORD = re.compile(r"\s+(?P<word>and|to|until|till|through)\s+|\s?[-–—]\s?", re.IGNORECASE)
_LIST_GAP = re.compile(r"\s*,\s*|\s*,?\s+(?:and|or)\s+(?:on\s+|in\s+)?", re.IGNORECASE)
_SPAN_OPEN = re.compile(r"\b(?P<word>between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_CLOCK_GAP = re.compile(
    r"\s*,?\s+(?:(?:on|of|at|in)\s+)?(?:(?:the\s+)?(?:morning|afternoon|evening|night)\s+of\s+)?|\s*,\s*"
)
_WITHIN_GAP = re.compile(r"\s+(?:of\s+)?", re.IGNORECASE)
_ATTACHED = re.compile(r"\s?['’]s?\b|\s?-")
_JOINABLE = frozenset({"date", "month", "year", "weekday", "clock", "decade", "season", "today", "part", "century"})


@attrs.frozen
class Found:
    """One time: an expression, or two that make a span; `word` is the preposition that bounds it."""

    start: int
    end: int
    first: Expression
    second: Expression | None = None
    clock: str | None = None
    word: str = ""


def joined(doc: Doc, text: str, expressions: list[Expression]) -> list[Found]:
    """The times of a text from its sifted expressions, by start."""
    expressions = _with_shared_years(text, expressions)
    found: list[Found] = []
    index = 0
    position = 0
    while index < len(expressions):
        first = expressions[index]
        index += 1
        start, end, clock, by_clock = first.start, first.end, first.clock, first.kind == "clock"
        second: Expression | None = None
        word = ""
        # A clock and the day that it belongs to, a month and its year.
        while index < len(expressions) and _CLOCK_GAP.fullmatch(text, end, expressions[index].start):
            other = expressions[index]
            if (placed := _within(text, first, other, end)) is not None:
                first = placed
            elif first.kind == "clock" and other.kind in ("date", "weekday", "today"):
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
            moved = connector is not None and connector["word"] and text.endswith((" on ", "On "), 0, start)
            if connector is not None and not moved and _makes_span(first, other, connector["word"], opening):
                second, end = other, other.end
                index += 1
                if opening is not None:
                    start = opening.start()
        if second is None and not _ATTACHED.match(text, end):
            bound = _BOUND.search(text, max(position, start - 24), start)
            if bound is not None and first.kind != "clock" and (first.kind != "ago" or not first.bound):
                word = " ".join(bound["word"].lower().split())
                if by_clock and word in _SIDES:
                    word = ""  # "before 9 p.m. on Tuesday" is on Tuesday
                elif (
                    word == "from"
                    and not (
                        first.kind in ("date", "month", "year", "weekday", "today")
                        and speaks_of_future(doc, text, start, end)
                    )
                ) or (word == "by" and first.kind == "past"):
                    word = ""
                else:
                    start = bound.start()
        found.append(Found(start, end, first, second, clock, word))
        position = end
    return found


def _within(text: str, first: Expression, second: Expression, end: int) -> Expression | None:
    """ "July last year", "Monday of next week", "a year ago this week": the second says which one is meant."""
    if _WITHIN_GAP.fullmatch(text, end, second.start) is None or _ATTACHED.match(text, second.end):
        return None
    this = second.which == "this" and not second.section
    if first.kind == "ago" and not first.bound and (second.kind == "today" or (second.kind == "unit" and this)):
        unit = second.unit if second.kind == "unit" else "day"
        return attrs.evolve(first, within=unit) if second.kind == "unit" or second.amount == 0 else None
    if second.kind != "unit" or second.section or first.which or first.year is not None or second.bound:
        return None
    fits = {"year": ("month", "date", "season", "part"), "week": ("weekday",), "month": ("dayofmonth",)}
    if first.kind not in fits.get(second.unit, ()):
        return None
    return attrs.evolve(first, which=second.which, within=second.unit)


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
