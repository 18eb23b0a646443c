"""Patterns of dates, months, seasons and quarters."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.claims.times.expression import (
    DASH,
    DAY,
    FULL_MONTH,
    MONTH,
    SEASONS,
    SECTION,
    SHORT_WEEKDAY,
    TH,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Expression,
    Kind,
    Reader,
    maybe_int,
    named,
    read_month,
    read_section,
    read_which,
)

# ---- dates --------------------

_WEEKDAY_PREFIX = rf"(?:{named('weekday', SHORT_WEEKDAY)},?\s+(?:the\s+)?)?"
_ISO = re.compile(
    rf"(?<![\w-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{DAY})"
    r"(?:[T ](?P<hh>[01]\d|2[0-3]):(?P<mm>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
_NUMERIC = re.compile(rf"(?<![\w./-])(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{YEAR})(?![\w/-])")
_DMY = re.compile(
    rf"(?<![\w.,:$£€–-])(?:from\s+|between\s+)?{_WEEKDAY_PREFIX}(?:the\s+)?(?:(?P<first>{DAY}){TH}(?:{DASH}|\s+(?:to|and|until)\s+))?"
    rf"(?P<d>{DAY}){TH}(?:\s+of)?\s+(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR})(?![\w%]|,\d))?(?!\w)"
)
_MDY = re.compile(
    rf"\b{_WEEKDAY_PREFIX}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY}){TH}(?!\d|[.,:]\d|%|\s?(?:million|billion|percent|per\s))"
    rf"(?:(?:{DASH}|\s+(?:to|and)\s+)(?P<last>{DAY}){TH}(?!\d|,\d))?(?:,?\s+(?P<y>{YEAR})(?![\w%]|,\d))?(?!\w)"
)
_THE_NTH = re.compile(
    rf"(?<=\bon\s)the\s+(?P<d>{DAY})(?:st|nd|rd|th)(?=\s*(?:[.,;:)]|$|and\b|at\b|by\b|in\b))", re.IGNORECASE
)


def _weekday(match: re.Match[str]) -> int | None:
    word = match["weekday"]
    return WEEKDAYS[word.lower().rstrip(".")] if word else None


def _iso(match: re.Match[str]) -> Expression | None:
    clock = f"{match['hh']}:{match['mm']}" if match["hh"] else None
    return Expression(
        start=match.start(),
        end=match.end(),
        kind="date",
        year=int(match["y"]),
        month=int(match["m"]),
        day=int(match["d"]),
        clock=clock,
    )


def _numeric(match: re.Match[str]) -> Expression | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    place: dict[str, Any] = {"start": match.start(), "end": match.end(), "year": year}
    if match["sep"] == "." or first > 12:  # with full stops the day always comes first
        if second > 12:
            return None
        return Expression(kind="date", day=first, month=second, **place)
    if second > 12 or first == second:
        return Expression(kind="date", day=second, month=first, **place)
    return Expression(kind="ambiguous", day=first, month=second, **place)


def _day_month(match: re.Match[str]) -> Expression | None:
    first = maybe_int(match["first"])
    start = match.start()
    words = match.group().lower()
    if first is None:
        for opening in ("from ", "between "):
            if words.startswith(opening):
                start += len(opening)
    day = int(match["d"])
    if first is not None and first >= day:
        return None
    return Expression(
        start=start,
        end=match.end(),
        kind="date",
        year=maybe_int(match["y"]),
        month=read_month(match["m"]),
        day=first or day,
        end_day=day if first else None,
        weekday=_weekday(match),
        tense_matters=True,
    )


def _month_day(match: re.Match[str]) -> Expression | None:
    day, last = int(match["d"]), maybe_int(match["last"])
    if last is not None and last <= day:
        return None
    return _in_month(match, "date", day=day, end_day=last, weekday=_weekday(match))


def _in_month(match: re.Match[str], kind: Kind, **fields: Any) -> Expression:
    """An expression of the month and year in the groups `m` and `y`."""
    return Expression(
        start=match.start(),
        end=match.end(),
        kind=kind,
        year=maybe_int(match["y"]),
        month=read_month(match["m"]),
        tense_matters=True,
        **fields,
    )


def _nth(match: re.Match[str]) -> Expression | None:
    return Expression(start=match.start(), end=match.end(), kind="dayofmonth", day=int(match["d"]), tense_matters=True)


# ---- months, seasons, quarters --------------------

_MONTH_YEAR = re.compile(
    rf"(?<!\w)(?:(?P<section>{SECTION}|Early|Mid|Late|The\s+(?:start|beginning|middle|end)\s+of)(?:[\s-]+))?"
    rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|past|coming)\s+)?"
    rf"(?:(?P<m>{FULL_MONTH})(?:,?\s+(?:of\s+)?(?P<y>{YEAR})(?![\w%]|,\d|\s(?:people|dollars)))?|"
    rf"(?P<abbr>{MONTH}),?\s+(?P<y2>{YEAR})(?![\w%]))(?!\w|-\d|\s+\d{{1,2}}\b(?!\d|:))"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
_WEEKDAY_OF_MONTH = re.compile(
    rf"\b(?i:(?:the\s+)?(?P<nth>{'|'.join(_ORDINALS)})|an?|one)\s+(?P<weekday>{WEEKDAY})\s+(?:in|of)\s+"
    rf"(?P<m>{FULL_MONTH})(?:,?\s+(?P<y>{YEAR})(?![\w%]|,\d))?(?!\w)"
)
_PART_OF_MONTH = re.compile(
    rf"\b(?i:(?:the\s+)?(?P<nth>{'|'.join(_ORDINALS)})\s+(?P<unit>day|week|weekend|half))\s+(?:in|of)\s+"
    rf"(?P<m>{FULL_MONTH})(?:,?\s+(?P<y>{YEAR})(?![\w%]|,\d))?(?!\w)"
)
_SEASON = re.compile(
    rf"\b(?:(?P<the>the)\s+)?(?:(?P<section>early|mid|late)[\s-]+)?(?:(?P<which>last|this|next)\s+)?(?P<season>spring|summer|autumn|fall|winter)"
    rf"(?:\s+(?:of\s+)?(?P<y>{YEAR})(?:[-–/](?P<y2>\d\d(?:\d\d)?))?(?!\w))?\b",
    re.IGNORECASE,
)
_QUARTER_WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
_QUARTER = re.compile(
    rf"\b(?:(?:the\s+)?(?P<word>first|second|third|fourth|final)[\s-](?P<what>quarter|half)(?:\s+of\s+(?:(?P<rel>last|this|next)\s+year|the\s+year)"
    rf"|(?:\s+of)?\s+(?P<y>{YEAR}))?|(?P<letter>[QH])(?P<n>[1-4])(?:[\s,]+(?:of\s+)?(?P<y2>{YEAR})|\s?['’](?P<yy>\d\d))?)(?!\w|-)",
    re.IGNORECASE,
)


def _month_year(match: re.Match[str]) -> Expression | None:
    year = match["y"] or match["y2"]
    name = match["m"] or match["abbr"]
    which = read_which(match["which"])
    if which and year:
        return None
    start = match.start()
    return Expression(
        start=start,
        end=match.end(),
        kind="month",
        month=read_month(name),
        year=maybe_int(year),
        which=which,
        section=read_section(match["section"]),
        tense_matters=True,
    )


def _weekday_of_month(match: re.Match[str]) -> Expression | None:
    """ "The last Sunday of January", "a Friday in March 2019"."""
    amount = _ORDINALS.get((match["nth"] or "").lower(), 0)
    return _in_month(match, "month", weekday=_weekday(match), amount=amount)


def _part_of_month(match: re.Match[str]) -> Expression | None:
    """ "The last week of January", "the first weekend in May 2019", "the second half of June"."""
    amount, unit = _ORDINALS[match["nth"].lower()], match["unit"].lower()
    if unit == "half" and amount > 2:
        return None
    return _in_month(match, "month", unit=unit, amount=-1 if unit == "half" and amount == 2 else amount)


def _season(match: re.Match[str]) -> Expression | None:
    which = read_which(match["which"])
    year = maybe_int(match["y"])
    end_year = None
    if match["y2"] and year is not None:
        end_year = int(match["y2"]) if len(match["y2"]) == 4 else year // 100 * 100 + int(match["y2"])
    return Expression(
        start=match.start(),
        end=match.end(),
        kind="season",
        month=SEASONS[match["season"].lower()],
        year=year,
        end_year=end_year,
        which=which,
        section=read_section(match["section"]),
        bound="bare" if not which and year is None else "",
        tense_matters=True,
    )


def _quarter(match: re.Match[str]) -> Expression | None:
    if match["letter"]:
        if match["letter"].islower():
            return None
        number, half = int(match["n"]), match["letter"] == "H"
        year = maybe_int(match["y2"]) or (2000 + int(match["yy"]) if match["yy"] else None)
        if half and (year is None or number > 2):
            return None
    else:
        number, half = _QUARTER_WORDS[match["word"].lower()], match["what"].lower() == "half"
        year = maybe_int(match["y"])
        if half and (number > 2 or (year is None and not match.group().lower().endswith("year"))):
            return None
        if year is None and not match.group().lower().startswith("the "):
            return None
    length = 6 if half else 3
    return Expression(
        start=match.start(),
        end=match.end(),
        kind="part",
        month=1 + length * (number - 1),
        amount=length,
        year=year,
        which=read_which(match["rel"]) if not match["letter"] else "",
        tense_matters=True,
    )


# Patterns that need a digit in the text, and patterns that need one of some words in it (in lower case).
DIGIT_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (_DMY, _day_month),
    (_MDY, _month_day),
    (_THE_NTH, _nth),
)

CALENDAR_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], Reader], ...] = tuple(
    (tuple(words.split("|")), pattern, read)
    for words, pattern, read in (
        ("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", _MONTH_YEAR, _month_year),
        ("monday|tuesday|wednesday|thursday|friday|saturday|sunday", _WEEKDAY_OF_MONTH, _weekday_of_month),
        ("day|week|half", _PART_OF_MONTH, _part_of_month),
        ("spring|summer|autumn|fall|winter", _SEASON, _season),
        ("quarter|half|q1|q2|q3|q4|h1|h2", _QUARTER, _quarter),
    )
)
