"""Of where a figure is: "3,200 people in Denmark", "21,000 people worldwide"; the rate of a city and of its country."""

from __future__ import annotations

import re

from claimcheck.claims.gazetteer import find_place, place_relation
from claimcheck.judging.figures import CASUALTIES
from claimcheck.judging.value_fit import fit_of
from claimcheck.records import Claim, Quantity

_REACH = r"(?:around|across|throughout|all\s+over)\s+the\s+"
_WORDS = r"(?:\s+(?![\w-]+ly\b)[\w’'-]+){0,5}?\s+"
"""Words between a figure and what it is told of, in one clause."""
_WORLD = re.compile(rf"{_WORDS}(?:worldwide|globally|in the world|{_REACH}(?:world|globe))\b", re.IGNORECASE)
_COUNTRY = re.compile(rf"{_WORDS}(?:nationwide|countrywide|nationally|{_REACH}(?:country|nation))\b", re.IGNORECASE)
"""After a figure, how far it reaches."""
_HERE = re.compile(
    r"\b(?:in|across|throughout|at)\s+(?:the\s+)?(?:capital|city|town|county|province|home)\b|\bdomestically\b"
)
_THERE = re.compile(r"\b(?:in|across|throughout)\s+(?:the\s+)?$")
"""Before the name of a place that a figure is of."""
_SINCE = re.compile(r"[^,;.]*?\bsince\s+(?:[A-Z]|the\b|last\b|yesterday\b)")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON_A_DAY = re.compile(
    rf"\b(?:on\s+{_DAY}|yesterday|that\s+(?:day|night)|overnight|{_DAY}\s+(?:morning|night|evening))\b"
)
"""After a figure, since when it was counted, and the words for one day on which another was."""
_WEATHER = re.compile(r"\b(?:rain|snow|hail|sleet|gust|wind)(?:s|ed|ing|fall|falls|speeds?)?\b", re.IGNORECASE)
_READ_OFF = frozenset({"temperature", "degrees"})
"""Dimensions of what is read off in one place; how far, how fast or how much of the weather is another such thing."""
_OFFICE = re.compile(
    r"\b(?:offices?|officials?|minist(?:ry|ers?)|banks?|agency|bureau|institute|said|told)\s+(?:in|from)\s+(?:the\s+)?$"
    r"|\baccording to\s.*$",
    re.IGNORECASE,
)


def are_rates_of_two_places(a: Claim, b: Claim) -> bool:
    """Whether each claim is of one place, and these are two, or one lies in the other."""
    return _place_relation(a, b) in {"inside", "apart"}


def are_of_two_places(a: Claim, b: Claim) -> bool:
    """Whether each claim is of one place, and neither lies in the other."""
    return _place_relation(a, b) == "apart"


def are_at_two_times(a: Claim, b: Claim) -> bool:
    """Whether both claims name times, and none that the other names."""
    of_a, of_b = ({time.text.lower() for time in claim.times} for claim in (a, b))
    return bool(of_a) and bool(of_b) and not of_a & of_b


def _place_relation(a: Claim, b: Claim) -> str | None:
    """How the only places of two claims lie to each other, see `place_relation`; None where one has none or several."""
    of_a, of_b = ([e for e in claim.entities if e.label == "place"] for claim in (a, b))
    if any(_OFFICE.search(claim.quote, 0, e.start - claim.start) for claim, of in ((a, of_a), (b, of_b)) for e in of):
        return None  # "the statistics office in Ankara" tells of the whole country
    names = [{e.name for e in of} for of in (of_a, of_b)]
    return place_relation(*names[0], *names[1]) if len(names[0]) == len(names[1]) == 1 else None


def are_two_readings(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures tell how warm, wet or windy it was, and differ: of two places, both may be right."""
    if qa.dimension != qb.dimension or fit_of(qa, qb) != "apart":
        return False
    if qa.dimension in _READ_OFF:
        return True
    return qa.dimension in {"length", "speed"} and all(_WEATHER.search(claim.quote) for claim in (a, b))


def reaches_longer(longer: Quantity, other: Quantity, a: Claim, b: Claim) -> bool:
    """Whether a figure is of all the time since a day, and the lower other one of a day alone: "180 flights have been
    cancelled since Tuesday", "61 flights were cancelled on Tuesday".

    Args:
        longer: a figure of `a`.
        other: a figure of `b`, of the same dimension.
        a, b: the claims.
    """
    low, value = (q.base_low if q.base_low is not None else q.base_high for q in (longer, other))
    if low is None or value is None or low <= value:
        return False
    after_a, after_b = a.quote[longer.end - a.start :], b.quote[other.end - b.start :]
    return _SINCE.match(after_a) is not None and _SINCE.match(after_b) is None and _ON_A_DAY.search(b.quote) is not None


def reaches_further(wide: Quantity, narrow: Quantity, a: Claim, b: Claim) -> bool:
    """Whether one figure is told of all the world or a country, and the other of a place in it alone.

    The dead of one event are counted in one place: their figures reach no further.

    Args:
        wide: a figure of `a`.
        narrow: a figure of `b`, of the same dimension.
        a, b: the claims.
    """
    if wide.dimension not in {"count", "money", "percentage", "percentage points"} or wide.role in CASUALTIES:
        return False
    after_a, after_b = a.quote[wide.end - a.start :], b.quote[narrow.end - b.start :]
    if _WORLD.match(after_b) or (_COUNTRY.match(after_a) and _COUNTRY.match(after_b)):
        return False
    of_places = [
        find_place(entity.name)
        for entity in b.entities
        if entity.label == "place" and entity.start >= narrow.end and _THERE.search(b.quote[: entity.start - b.start])
    ]
    if _WORLD.match(after_a):
        return bool(of_places) or _HERE.search(after_b) is not None
    inside = [place for place in of_places if place is not None and place.level != "country"]
    return _COUNTRY.match(after_a) is not None and (bool(inside) or _HERE.search(after_b) is not None)
