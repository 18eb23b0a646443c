"""The record of a time expression, and the words that the patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import attrs

from claimcheck.claims.numbers import parse_words

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
                                    "friday fri", "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

Kind = Literal[
    "date", "month", "year", "years", "decade", "century", "season", "part", "weekday", "dayofmonth", "ambiguous",
    "today", "unit", "within unit", "weekend", "ago", "few ago", "past", "coming", "hence", "clock", "anchored",
    "overnight",
]  # fmt: skip
Which = Literal["last", "this", "next", ""]
Section = Literal["early", "mid", "late", "earlier", "later", ""]


@attrs.frozen(kw_only=True)
class Expression:
    """A time expression, unresolved.

    Attributes:
        start, end: character range.
        year, month, day, weekday: what is said; `end_*` the same for the end of a range of days or years.
        which: "last", "this" or "next" before a weekday, month, season or unit.
        section: early, mid or late in it; "earlier" and "later" for "earlier this month".
        unit, amount: "week", 2 for "two weeks ago"; `amount` is negative where it points back. Of a month with a
            weekday, or with the unit "day", "week", "weekend" or "half", it is which of them: 1 for the first, -1 for
            the last, 0 where that is not said. Of a weekday, the days beyond the next one: 7 for "Monday week".
        bound: "more" or "less" for "more than a year ago".
        within: the unit that the words after it put it in, with `which`: "year" for "July last year", "week" for
            "Monday of next week" and for "a year ago this week".
        clock: "HH:MM"; None for a time of day in words that leaves open which half of the day it is in.
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    end_year: int | None = None
    end_day: int | None = None
    which: Which = ""
    section: Section = ""
    unit: str = ""
    amount: int = 0
    bound: str = ""
    within: str = ""
    clock: str | None = None
    tense_matters: bool = False


Reader = Callable[[re.Match[str]], Expression | None]

# In lower case, too, but for those that are common words.
FULL_MONTH = (
    "[Jj]anuary|[Ff]ebruary|March|[Aa]pril|May|[Jj]une|[Jj]uly|August|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember"
)
MONTH = rf"(?:{FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
WEEKDAY = "[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday"
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
YEAR = r"(?:1[0-9]\d\d|20\d\d|21\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
TH = r"(?:st|nd|rd|th)?"
DASH = r"\s?[-–—‐‑]\s?"
PARTS = r"(?:morning|afternoon|evening|night|lunchtime|midday)"
SECTION = r"(?:early|mid|late|the\s+(?:very\s+)?(?:start|beginning|middle|end)\s+of|start\s+of|end\s+of)"
NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|a\s+hundred)"
)
UNIT = "minute|hour|day|week|fortnight|month|year|decade"


def named(name: str, pattern: str) -> str:
    return f"(?P<{name}>{pattern})"


def read_section(words: str | None) -> Section:
    found = (words or "").lower()
    if not found:
        return ""
    if found.startswith("early") or "start" in found or "beginning" in found:
        return "early"
    if found.startswith("mid") or "middle" in found:
        return "mid"
    return "late"


def read_number(word: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    return int(parse_words(word) or 0)


def read_month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def read_which(word: str | None) -> Which:
    found = (word or "").lower()
    if found in ("last", "past"):
        return "last"
    if found in ("next", "coming"):
        return "next"
    return "this" if found == "this" else ""


def maybe_int(digits: str | None) -> int | None:
    return int(digits) if digits else None
