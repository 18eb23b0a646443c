"""Holidays that stand for a date: "on Christmas Eve", "since New Year's Day 2019".

Only those that fall on one day of the year in every country that keeps them. Easter, Eid and Thanksgiving move, and
Independence Day depends on the country: a wrong day is worse than none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.times.expression import YEAR, Expression, Reader, maybe_int, read_which

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Month and day; of Christmas the three days that the word is used for.
HOLIDAYS = {
    "christmas eve": (12, 24, None), "christmas day": (12, 25, None), "christmas": (12, 24, 26),
    "boxing day": (12, 26, None), "new year's eve": (12, 31, None), "new year's day": (1, 1, None),
    "new year": (1, 1, None), "valentine's day": (2, 14, None), "st patrick's day": (3, 17, None),
    "may day": (5, 1, None), "bastille day": (7, 14, None), "halloween": (10, 31, None),
    "armistice day": (11, 11, None), "fourth of july": (7, 4, None), "july fourth": (7, 4, None),
}  # fmt: skip
_NAMES = "|".join(
    name.title()
    .replace("'S", "['’]s")
    .replace(" Of ", " of ")
    .replace("St ", "St\\.? ")
    .replace(" ", r"\s+")
    .replace("Day", "[Dd]ay")
    .replace("Eve", "[Ee]ve")
    for name in sorted(HOLIDAYS, key=len, reverse=True)
)
_HOLIDAY = re.compile(
    rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<name>{_NAMES})(?:,?\s+(?P<y>{YEAR}))?(?![\w-])"
)
_BEFORE = frozenset("on at over around since by until till before after from during last this next of and".split())


def _holiday(match: re.Match[str]) -> Expression | None:
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'").replace("st.", "st"))
    month, day, end_day = HOLIDAYS[name]
    return Expression(
        start=match.start(),
        end=match.end(),
        kind="date",
        year=maybe_int(match["y"]),
        month=month,
        day=day,
        end_day=end_day,
        which=read_which(match["which"]),
        unit="holiday",
        tense_matters=True,
    )


def is_holiday(doc: Doc, one: Expression, first: Token, last: Token) -> bool:
    """ "On Christmas Eve", not "the Christmas market", "a May Day badge" or "for Christmas"."""
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is not None and following.pos_ in ("NOUN", "PROPN") and following.ent_type_ not in ("DATE", "TIME"):
        return False
    if following is not None and following.tag_ == "POS":
        return False
    return bool(one.which or one.year) or (first.i > 0 and doc[first.i - 1].lower_ in _BEFORE)


HOLIDAY_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], Reader], ...] = (
    (
        (
            "christmas",
            "new year",
            "boxing",
            "valentine",
            "patrick",
            "may day",
            "bastille",
            "halloween",
            "armistice",
            "fourth",
        ),
        _HOLIDAY,
        _holiday,
    ),
)
