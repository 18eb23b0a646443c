"""From numbers to candidates: units, ages, fractions, rates. Characters only, no parse."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from claimcheck.claims.numbers import Number
from claimcheck.claims.units import (
    GLUED_ONLY,
    LETTER_CURRENCIES,
    PREFIX_CURRENCIES,
    UNIT_PATTERN,
    UNITS,
    Unit,
    find_unit,
)

Kind = Literal["measure", "count", "ordinal", "score", "fraction", "times", "zero"]

_PREFIX = re.compile(
    r"(?<![\w$£€])(?:" + "|".join(re.escape(s) for s in sorted(PREFIX_CURRENCIES, key=len, reverse=True)) + r")\s?$"
)
_LETTERS = re.compile(r"(?<![\w$£€])(?:" + "|".join(LETTER_CURRENCIES) + r")$")
UNIT_AFTER = re.compile(
    rf"(?P<sep>\s?[-\u2010\u2011]\s?|[ \u00a0\u2009\u202f]|)(?P<unit>{UNIT_PATTERN})(?![A-Za-z0-9]|'[a-rt-z])"
)
_RATE = re.compile(
    r"(?:\s+|(?=/))(?:per|an?|each|every|/)\s?-?(?P<what>barrel|bushel|tonne|ton|gallon|litre|liter|kilo|kilogram|kg|pound|ounce|hour|day|week|"
    r"night|month|year|minute|second|acre|hectare|mile|kilometre|kilometer|km|head|person|share|capita|unit|household|"
    r"megawatt-hour|megawatt hour|MWh|kWh|kilowatt-hour|ticket|vote|pupil|student|child|cubic metre|square metre|"
    r"square foot|"
    r"square mile|square kilometre)\b(?!-)",
    re.IGNORECASE,
)
_AS_MANY = re.compile(r"\s+as\s+(?:many|much|often|big|large|long|high|fast|likely|frequent\w*|expensive)\b", re.I)
_OF_A_UNIT = re.compile(rf"(?:\s+of)?(?:\s+|-)(?:an?\s+)?(?P<unit>{UNIT_PATTERN})(?![A-Za-z0-9])", re.IGNORECASE)
_OF_A_POINT = re.compile(
    r"(?:\s+of)?(?:\s+an?|-an?)?[\s-](?:(?P<point>point)|per[\s-]?cent)\b(?![\s-]points?\b)", re.IGNORECASE
)
_IN_PER_CENT = re.compile(
    r"%|\b(?:rates?|inflation|(?:un)?employment|jobless\w*|turnout|share|approval|yields?|growth|borrowing|interest|"
    r"monetary|mortgages?|deficit|polls?|support|per\s?cent\w*|Fed|Federal\s+Reserve|ECB|central\s+banks?|Bank\s+of)\b",
    re.IGNORECASE,
)
"""What is given in per cent, so that its points are percentage points; those of an index or a game are not."""
_OF_UNITS = re.compile(rf"\s+of\s+(?P<unit>{UNIT_PATTERN})(?![A-Za-z0-9])")
_AGE = re.compile(r"(?:\s?-\s?|\s)(?P<unit>year|month|week|day)s?(?:\s?-\s?|\s)(?:old|olds|of\s+age)\b", re.IGNORECASE)
_BIRTHDAY = re.compile(r"\s+birthday\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:his|her|their)\s+$", re.IGNORECASE)
"""Before a birthday of somebody who has it: an orchestra may mark the 150th birthday of a composer."""
_PER_TIME = re.compile(
    r"\s+(?:an?|per|each|every)\s+(?P<unit>hour|minute|second|day|night|week|month|year|decade)\b", re.IGNORECASE
)
_THEN = re.compile(
    r"\s+(?:(?:ago|earlier|later|previously|prior|hence)\b|on(?=\s*(?:[,.;]|$)|\s+from\b)"
    r"|(?:before|after)(?=\s*(?:[,.;]|$)|\s+(?:the|an?|his|her|its|their|(?-i:[A-Z]))))",
    re.IGNORECASE,
)
"""After "a year": a time, not a rate ("$1.1bn a year earlier", "a year on"); but "$12 an hour after tax"."""
_HALF_MORE = re.compile(r"\s+and\s+(?:(?P<half>a\s+half)|(?P<quarter>a\s+quarter)|(?P<three>three\s+quarters))\b", re.I)


@attrs.define
class Candidate:
    """A number with what the characters around it say; offsets into the text."""

    start: int
    end: int
    low: float | None
    high: float | None
    kind: Kind = "count"
    low_closed: bool = True
    high_closed: bool = True
    unit: str = ""
    dimension: str = "count"
    scale: float = 1.0
    approximate: bool = False
    counts: str | None = None
    role: str | None = None
    number_start: int = 0
    worded: bool = False
    compared: bool = False


def with_unit(candidate: Candidate, unit: Unit) -> None:
    candidate.kind, candidate.unit = "measure", unit.name
    candidate.dimension, candidate.scale = unit.dimension, unit.scale
    if unit.name == "degree Fahrenheit":
        candidate.unit = "degree Celsius"
        candidate.low = None if candidate.low is None else round((candidate.low - 32) / 1.8, 6)
        candidate.high = None if candidate.high is None else round((candidate.high - 32) / 1.8, 6)
    elif unit.name == "kelvin":
        candidate.unit = "degree Celsius"
        candidate.low = None if candidate.low is None else candidate.low - 273.15
        candidate.high = None if candidate.high is None else candidate.high - 273.15


def read_measure(text: str, number: Number, after: int) -> Candidate:
    """A number with its currency, its unit, its age; `after` is where the candidate before it ends."""
    made = Candidate(number.start, number.end, number.low, number.high, number_start=number.start, worded=number.worded)
    made.approximate = number.approximate
    if number.kind == "vague":
        made.high_closed = False
    if number.kind == "ordinal":
        made.kind, made.dimension = "ordinal", "ordinal"
        if (birthday := _BIRTHDAY.match(text, number.end)) and _OWN.search(text, 0, number.start):
            made.kind, made.dimension, made.unit, made.end = "measure", "age", UNITS["year"].name, birthday.end()
        return made
    if number.kind == "fraction":
        _read_fraction(text, number, made)
        return made
    left = text[max(after, number.start - 12) : number.start]
    if (letters := _letters(text, left, number)) is not None:
        made.start -= len(letters)
        with_unit(made, LETTER_CURRENCIES[letters])
    elif prefix := _PREFIX.search(left):
        made.start -= len(left) - prefix.start()
        with_unit(made, PREFIX_CURRENCIES[prefix.group().strip()])
        if (
            (suffix := UNIT_AFTER.match(text, made.end))
            and (unit := find_unit(suffix["unit"]))
            and unit.dimension == "money"
        ):
            made.end = suffix.end()
            if prefix.group().strip() == "$":
                made.unit = unit.name
    elif number.suffix != "m" and (age := _AGE.match(text, number.end)):
        made.end = age.end()
        unit = UNITS[age["unit"].lower()]
        made.kind, made.unit, made.dimension = "measure", unit.name, "age"
        made.scale = unit.scale / UNITS["year"].scale
        return made
    else:
        _read_unit(text, number, made)
    read_rate(text, made)
    return made


def _letters(text: str, left: str, number: Number) -> str | None:
    """The N of "N2.5m" or the RM of "RM40": one letter asks for an amount that no road or channel has."""
    match = _LETTERS.search(left)
    if match is None:
        return None
    large = number.low >= 1e4 and (
        number.suffix or "," in text[number.start : number.end] or " " in text[number.start : number.end]
    )
    return match.group() if len(match.group()) > 1 or large else None


def _read_unit(text: str, number: Number, made: Candidate) -> None:
    if (number.kind == "vague" or number.approximate) and (of := _OF_UNITS.match(text, number.end)):
        unit = find_unit(of["unit"])  # "hundreds of hours", "millions of dollars"
        if unit is not None and len(of["unit"]) > 2:
            with_unit(made, unit)
            made.end = of.end()
            return
    match = UNIT_AFTER.match(text, number.end)
    unit = find_unit(match["unit"]) if match and not _loose_letter(match, number) else None
    if number.suffix == "m" and text[number.end - 1] == "m" and unit is None and not _millions(text, number):
        made.low = made.high = number.low / 1e6
        with_unit(made, UNITS["metre"])
        return
    if match is None or unit is None:
        return
    spelling, separator = match["unit"], match["sep"]
    if len(spelling) <= 2 and spelling.isalpha() and number.worded:
        return
    if spelling.lower() == "second" and not separator.strip() and number.low != 1:
        return
    if spelling.lower() in ("won", "real", "rand", "quid") and number.low < 100:
        return
    if spelling.lower() in ("stone", "stones", "degree", "degrees", "yard") and number.worded and number.low < 3:
        return
    if unit.name == "pound" and spelling.lower().startswith("pound") and _is_money_pound(text, number):
        unit = UNITS["pound sterling"]
    if text[number.start - 1 : number.start] in "-−" and unit.dimension == "temperature" and number.start:
        made.low, made.high, made.start = -number.low, -number.high, number.start - 1
    elif unit.dimension in ("temperature", "degrees") and (
        minus := re.search(r"\bminus\s$", text[max(0, number.start - 8) : number.start])
    ):
        made.low, made.high, made.start = -number.low, -number.high, number.start - (minus.end() - minus.start())
    with_unit(made, unit)
    made.end = match.end()
    if made.dimension in ("duration", "length", "mass") and (more := _HALF_MORE.match(text, made.end)):
        extra = 0.5 if more["half"] else 0.25 if more["quarter"] else 0.75
        made.low = made.high = number.low + extra
        made.end = more.end()


def _loose_letter(match: re.Match[str], number: Number) -> bool:
    """Whether a one-letter unit stands apart from its digits, where it is rather a word: "5 C", "10 in"."""
    spelling, separator = match["unit"], match["sep"]
    if spelling not in GLUED_ONLY or (separator in ("", "-") and not number.worded and not number.suffix):
        return False
    return not (spelling == "m" and separator == " " and not number.worded)


def _millions(text: str, number: Number) -> bool:
    """Whether the m of "12m" is for million: a plural or a currency follows, or "people"."""
    follows = re.match(r"\s+([a-z]+)", text[number.end : number.end + 24])
    if follows is None or text[number.end - 1] != "m":
        return False
    word = follows.group(1)
    return (
        word in ("people", "more", "children", "women", "men", "of", "worth")
        or (
            word.endswith("s")
            and not word.endswith("ss")
            and word not in ("across", "was", "is", "has", "hurdles", "finals", "as", "finals")
        )
        or (len(word) > 2 and find_unit(word) is not None)
    )


def _is_money_pound(text: str, number: Number) -> bool:
    around = text[max(0, number.start - 60) : number.end + 40].lower()
    if re.search(
        r"\bweigh|\bheav|\bweight|\blighter\b|cocaine|heroin|cannabis|meth\b|\bfish\b|\blost \b.{0,20}pounds$", around
    ):
        return False
    if number.low >= 1e6:
        return True
    return (
        re.search(
            r"\b(?:sold|paid|pay|pays|cost|costs|worth|price[sd]?|fine[sd]?|salary|spen[dt]|earn\w*|sterling|bill|fee|rent|"
            r"rais\w+|sav\w+|charg\w+|owe\w*|donat\w+|bonus|award\w*|debt|budget)\b",
            around,
        )
        is not None
    )


_RAIN = frozenset({"rain", "rainfall", "precipitation"})
_RAINS = re.compile(
    r"\b(?:rain(?:s|fall|storms?)?|precipitation|downpours?|cloudbursts?|thunderstorms?|deluge)(?:\s+of|(?:\s+[^\W\d]+){0,4}"
    r"\s+(?:reach\w*|total\w*|exceed\w*|br(?:ing\w*|ought)|dropp\w+|dump\w*|deliver\w*|pour\w*))(?:\s+[^\W\d]+){0,4}\s+$",
    re.IGNORECASE,
)
_OF_RAIN = re.compile(r"\s+of\s+(?:rain(?:fall)?|precipitation)\b", re.IGNORECASE)
"""Words before and after litres per square metre that are of rain: rain reached them, or brought them."""


def per_time(text: str, start: int) -> re.Match[str] | None:
    """The rate that stands at `start`, " a day" or " per year", with its `unit`; not "a day later"."""
    match = _PER_TIME.match(text, start)
    return None if match is None or _is_time(text, match) else match


def _is_time(text: str, rate: re.Match[str]) -> bool:
    """Whether what looks like a rate tells a time: "a year earlier"."""
    return rate.group().lower().lstrip().startswith("a") and _THEN.match(text, rate.end()) is not None


def read_rate(text: str, made: Candidate) -> None:
    """ "$15 an hour", "55bn cubic metres of gas a year": the unit is then a rate."""
    if made.kind != "measure" or made.dimension in ("duration", "age", "speed", "percentage points"):
        return
    match = _RATE.match(text, made.end)
    of: re.Match[str] | None = None
    if match is None and made.dimension in ("volume", "mass", "energy"):
        of = re.match(
            r"\s+of\s+(?:[a-z]+\s)??(?P<what>[a-z]+)(?:\s+fell)?(?=\s+(?:an?|per)\s)", text[made.end : made.end + 40]
        )
        match = _RATE.match(text, made.end + of.end()) if of else None
    if match is None or _is_time(text, match):
        return
    what = match["what"].lower()
    per = find_unit(match["what"])
    if of is not None:
        made.counts = text[made.end + of.start("what") : made.end + of.end("what")].lower()
    made.end = match.end()
    name = per.name if per else {"capita": "person", "head": "person"}.get(what, what)
    made.unit = f"{made.unit} per {name}"
    made.dimension = f"{made.dimension} per {per.dimension if per else name}"
    made.scale = made.scale / per.scale if per else made.scale
    if made.dimension == "volume per area" and _is_rain(text, made):
        _as_height_of_rain(made)


def _is_rain(text: str, made: Candidate) -> bool:
    before = text[max(0, made.start - 120) : made.start]
    return made.counts in _RAIN or bool(_RAINS.search(before)) or bool(_OF_RAIN.match(text, made.end))


def _as_height_of_rain(made: Candidate) -> None:
    """A volume on an area becomes a height: a litre on a square metre stands a millimetre high."""
    millimetre = UNITS["millimetre"]
    made.low, made.high = (
        None if bound is None else round(bound * made.scale / millimetre.scale, 6) for bound in (made.low, made.high)
    )
    made.unit, made.dimension, made.scale, made.counts = millimetre.name, "length", millimetre.scale, "rain"


def _read_fraction(text: str, number: Number, made: Candidate) -> None:
    made.kind = "fraction"
    if (of := _OF_A_POINT.match(text, number.end)) is not None:
        _read_part_of_a_point(text, made, of)
        return
    match = _OF_A_UNIT.match(text, number.end)
    unit = find_unit(match["unit"]) if match else None
    if match and unit and unit.name != "percent" and (len(match["unit"]) > 2) and unit.name != "second":
        with_unit(made, unit)
        made.end = match.end()
        return
    if _AS_MANY.match(text, number.end):
        made.kind, made.dimension = "times", "multiple"
        return
    made.unit, made.dimension = "percent", "percentage"
    made.low = made.high = round(number.low * 100, 4)


def _read_part_of_a_point(text: str, made: Candidate, of: re.Match[str]) -> None:
    """ "Cut rates by half a point", "a quarter of a per cent": a part of one point, not 50% of the points there are."""
    if not of["point"]:
        with_unit(made, UNITS["percent"])
        made.end = of.end()
    elif _IN_PER_CENT.search(text, max(0, made.start - 120), made.end + 80):
        with_unit(made, UNITS["percentage point"])
        made.end = of.end()
    else:
        made.kind = "count"
