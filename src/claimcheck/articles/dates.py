"""Calendar dates that a text or a metadata field names. Nothing here depends on today's date.

`find_dates` reads English dates and numeric dates in running text. `parse_date` reads one metadata
value: ISO 8601, RFC 2822, a Unix time, a date in words (through dateparser for languages other than English).
"""

from __future__ import annotations

import calendar
import datetime as dt
import email.utils
import re
from collections.abc import Iterator
from typing import Any, Literal

import attrs

from claimcheck.text import MONTHS, WEEKDAYS

DatePrecision = Literal["day", "month", "year", "partial"]
DateRange = tuple[dt.date, dt.date]

FIRST_YEAR, LAST_YEAR = 1500, 2099  # a four-digit number outside is not read as a year
# What systems write that know no day: the beginning of Unix time, in some time zone.
_NO_DAY = (dt.date(1969, 12, 31), dt.date(1970, 1, 1))
_MAX_UNIX_TIME = 10**20  # above the nanoseconds of 2099; a number of hundreds of digits is no float

_MONTHS = ["", *(name.lower() for name in MONTHS)]
_WEEKDAYS = [name.lower() for name in WEEKDAYS]


def _either_case(names: list[str]) -> str:
    # Capitalised or in capitals only: "may 2015" and "march 4" in running text need not be dates.
    return "|".join(f"{name.capitalize()}|{name.upper()}" for name in names)


_MONTH = f"(?:{_either_case([*_MONTHS[1:], 'sept', *(name[:3] for name in _MONTHS[1:])])})"
_WEEKDAY = f"(?:{_either_case([*_WEEKDAYS, 'tues', 'thurs', 'thur', *(name[:3] for name in _WEEKDAYS)])})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_NTH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_LEAD = rf"(?:(?P<weekday>{_WEEKDAY})[.,]{{0,2}}\s{{1,3}}(?:the\s)?)?"


def _named(pattern: str, number: int) -> str:
    """The alternatives share their group names; Python needs them to differ."""
    return re.sub(r"\?P<(\w+)>", rf"?P<\g<1>_{number}>", pattern)


_FORMS = [
    rf"(?P<year>{_YEAR})(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    rf"(?P<first>0?[1-9]|[12]\d|3[01])(?P<mark>[-/.])(?P<second>0?[1-9]|[12]\d|3[01])(?P=mark)(?P<year>{_YEAR})",
    rf"{_LEAD}(?P<day>{_DAY}){_NTH}(?:\sof)?[\s\-./,]{{1,3}}(?P<month>{_MONTH})[.,]{{0,2}}[\s\-/]{{1,3}}(?P<year>{_YEAR})",
    rf"{_LEAD}(?P<month>{_MONTH})\.?\s{{1,3}}(?P<day>{_DAY}){_NTH}(?:,\s{{0,3}}|\s{{1,3}})(?P<year>{_YEAR})",
    rf"(?P<year>{_YEAR})[\s\-]{{1,2}}(?P<month>{_MONTH})\.?[\s\-]{{1,2}}(?P<day>{_DAY})",
    rf"(?P<month>{_MONTH})\.?,?\s{{1,3}}(?:of\s)?(?P<year>{_YEAR})",
    rf"{_LEAD}(?P<day>{_DAY}){_NTH}(?:\sof)?\s{{1,3}}(?P<month>{_MONTH})",
    rf"{_LEAD}(?P<month>{_MONTH})\.?\s{{1,3}}(?P<day>{_DAY}){_NTH}(?![:.,]\d|%)",
    rf"(?P<year>{_YEAR})(?![-–/]\d|%)",
]
_DATE = re.compile(
    r"(?<![\w$£€#@])(?<![\d.,/:–-][./,:–-])(?<![/\-–])(?:"
    + "|".join(
        f"(?P<form_{number}>{_named(form, number).replace('(?P=mark)', f'(?P=mark_{number})')})"
        for number, form in enumerate(_FORMS)
    )
    + r")(?!\w|[.,/]\d)"
)


@attrs.frozen(kw_only=True)
class DateMention:
    """A date in a text.

    Attributes:
        start, end: its characters.
        precision: "day", "month" or "year"; "partial" where no year is named.
        earliest, latest: first and last day that it may mean; None for a partial date.
            "03/04/2018" may be 4 March or 3 April, so its two ends differ.
        month, day: of a partial date.
        weekday: 0 for Monday, where named.
    """

    start: int
    end: int
    precision: DatePrecision
    earliest: dt.date | None = None
    latest: dt.date | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def is_day(self) -> bool:
        """Whether it names exactly one day, and no other weekday than that day's."""
        return (
            self.earliest is not None
            and self.earliest == self.latest
            and self.weekday in (None, self.earliest.weekday())
        )


def find_dates(text: str) -> Iterator[DateMention]:
    """English and numeric dates in `text`, in order, not overlapping. Impossible ones (31 February) are left out."""
    for match in _DATE.finditer(text):
        number = int((match.lastgroup or "form_0").rpartition("_")[2])
        parts = {
            name.rpartition("_")[0]: value
            for name, value in match.groupdict().items()
            if value is not None and name.endswith(f"_{number}")
        }
        mention = _mention(match.start(), match.end(), parts)
        if mention is not None:
            yield mention


def _mention(start: int, end: int, parts: dict[str, str]) -> DateMention | None:
    weekday = _index(_WEEKDAYS, parts["weekday"]) if "weekday" in parts else None
    year = int(parts["year"]) if "year" in parts else None
    if "first" in parts and year is not None:
        days = _numeric(int(parts["first"]), int(parts["second"]), year, parts["mark"])
        if days is None:
            return None
        return DateMention(start=start, end=end, precision="day", earliest=days[0], latest=days[1])
    month = None if "month" not in parts else _month(parts["month"])
    day = int(parts["day"]) if "day" in parts else None
    if year is None:
        if month is None or day is None or day > calendar.monthrange(2000, month)[1]:
            return None
        return DateMention(start=start, end=end, precision="partial", month=month, day=day, weekday=weekday)
    span = _span(year, month, day)
    if span is None:
        return None
    precision: DatePrecision = "day" if day else "month" if month else "year"
    return DateMention(
        start=start,
        end=end,
        precision=precision,
        earliest=span[0],
        latest=span[1],
        month=month,
        day=day,
        weekday=weekday,
    )


def _index(names: list[str], word: str) -> int:
    return next(number for number, name in enumerate(names) if name and name.startswith(word.lower()[:3]))


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _index(_MONTHS, word)


def _span(year: int, month: int | None, day: int | None) -> DateRange | None:
    """First and last day of a year, a month or a day; None where the calendar has no such day."""
    try:
        if month is None:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if day is None:
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        return dt.date(year, month, day), dt.date(year, month, day)
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int, mark: str) -> DateRange | None:
    """What 3/4/2018 may mean: the days of both orders. With full stops the day comes first everywhere."""
    orders = [(second, first)] if mark == "." else [(second, first), (first, second)]
    days = sorted({span[0] for month, day in orders if month <= 12 and (span := _span(year, month, day))})
    return (days[0], days[-1]) if days else None


_URL_MONTH_NAME = f"0[1-9]|1[0-2]|{'|'.join(name[:3] for name in _MONTHS[1:])}"
_URL_DAY = re.compile(
    rf"[/_-](?P<year>{_YEAR})[/_-]?(?P<month>{_URL_MONTH_NAME})[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_URL_MONTH = re.compile(rf"/(?P<year>{_YEAR})/(?P<month>{_URL_MONTH_NAME})(?=/)")


def url_date(url: str) -> DateRange | None:
    """The day, or else the month, in an address such as example.org/2020/10/03/floods; None if there is none."""
    path = re.sub(r"^\w[\w+.-]*://", "", url.strip()).partition("?")[0].partition("/")[2].lower()
    for pattern in (_URL_DAY, _URL_MONTH):
        match = pattern.search("/" + path)
        if match:
            parts = match.groupdict()
            return _span(int(parts["year"]), _month(parts["month"]), int(parts["day"]) if "day" in parts else None)
    return None


_COMPACT = re.compile(rf"({_YEAR})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?")


def parse_date(value: Any, *, language: str = "") -> DateRange | None:
    """First and last day that a metadata value may mean, or None where it names no date.

    Args:
        value: str, int or float (Unix time in seconds, or in milli-, micro- or nanoseconds), or datetime.date.
        language: ISO 639-1 code of the language that a date in words is in, where it is known.

    A time keeps the day as it is written, in its own zone; a Unix time is read in UTC. A relative value
    ("2 hours ago") names no date: the moment that it was relative to is not known. Neither does the beginning of
    Unix time, which systems write that know no day.
    """
    span = _span_of(value, language)
    return None if span is None or (span[0] == span[1] and span[0] in _NO_DAY) else span


def _span_of(value: Any, language: str) -> DateRange | None:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value, value
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _unix_time(value)
    if not isinstance(value, str):
        return None
    value = value.strip()[:200]
    if re.fullmatch(r"\d{9,19}(?:\.\d+)?", value):
        return _unix_time(float(value))
    compact = re.match(rf"({_YEAR})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)", value)
    if compact:
        return _span(int(compact[1]), int(compact[2]), int(compact[3]))
    month_only = re.fullmatch(rf"({_YEAR})[-/](0?[1-9]|1[0-2])", value)
    if month_only:
        return _span(int(month_only[1]), int(month_only[2]), None)
    year_first = re.match(rf"({_YEAR})([-/.])(\d\d?)\2(\d\d?)(?!\d)", value)
    if year_first:
        return _span(int(year_first[1]), int(year_first[3]), int(year_first[4]))
    mentions = list(find_dates(value.title() if value.islower() else value))
    for mention in mentions:
        if mention.precision == "day" and mention.earliest and mention.latest:
            return mention.earliest, mention.latest
    exact = _rfc_2822(value) or _in_words(value, language)
    if exact is None and len(mentions) == 1 and mentions[0].earliest and mentions[0].latest:
        whole = mentions[0].end - mentions[0].start == len(value)
        return (mentions[0].earliest, mentions[0].latest) if whole else None
    return exact


def _unix_time(value: float) -> DateRange | None:
    if not 0 < value < _MAX_UNIX_TIME:
        return None
    if FIRST_YEAR <= value <= LAST_YEAR and value == int(value):  # a bare year
        return _span(int(value), None, None)
    if 19_000_101 <= value <= 20_991_231_235_959 and (calendar_day := _compact(str(value).removesuffix(".0"))):
        return calendar_day
    for factor in (1, 1_000, 1_000_000, 1_000_000_000):
        seconds = value / factor
        if 100_000_000 <= seconds < 4_102_444_800:  # from 1973 to 2099
            day = (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)).date()
            return day, day
    return None


def _compact(digits: str) -> DateRange | None:
    """The day in YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS; None where the calendar or the clock has no such."""
    match = _COMPACT.fullmatch(digits)
    return _span(int(match[1]), int(match[2]), int(match[3])) if match else None


def _rfc_2822(value: str) -> DateRange | None:
    try:
        day = email.utils.parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return None
    return (day, day) if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _in_words(value: str, language: str) -> DateRange | None:
    """A date in words of another language, with its year, month and day all named."""
    if not re.search(rf"(?<!\d){_YEAR}(?!\d)", value) or not re.search(r"[^\W\d_]{3}", value):
        return None
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    try:
        found = dateparser.parse(value, languages=[language] if language else None, settings=settings)
    except (ValueError, OverflowError, RecursionError):  # ValueError: a language that dateparser does not know
        return None
    return (found.date(), found.date()) if found and FIRST_YEAR <= found.year <= LAST_YEAR else None
