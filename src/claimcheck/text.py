"""Plain text as several rooms see it: white space, words, and words of style."""

from __future__ import annotations

import datetime as dt
import re

WORD = re.compile(r"[$€£¥]?\w+(?:[.,:'’–-]\w+)*%?")
"""A word as a reader sees it: "1,200", "50-minute", "$5.2m", "8%" and "Pentagon's" are one each."""
STYLE = frozenset("a an the of in on at to by for from with and that which who this these its his her their".split())
"""Words that carry no fact: a difference in these alone is one of style."""
MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
"""In English whatever the locale: `calendar.month_name` and "%B" follow `locale.setlocale`."""
LETTERS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
"""A word of letters alone: "well-known" and "Pentagon's" are one each."""


def day_in_words(date: dt.date) -> str:
    """ "18 September 2015"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def capital(text: str) -> str:
    """`text` with a capital at its beginning, and otherwise as it is."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """`text` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())
