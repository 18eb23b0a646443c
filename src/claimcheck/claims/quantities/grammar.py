"""From numbers to candidates: units, ranges, comparators, ages, scores, fractions, rates. Characters only, no parse.

The rules of the interval, by what the text says:

| words                                   | interval                               |
|-----------------------------------------|----------------------------------------|
| over X, more than X, above X            | X excluded, no upper bound             |
| at least X, X or more, X-plus           | X included, no upper bound             |
| under X, fewer than X                   | no lower bound, X excluded             |
| up to X, as many as X, no more than X   | no lower bound, X included             |
| nearly X, almost X, just under X        | NEAR_BELOW * X included to X excluded  |
| just over X, slightly more than X       | X excluded to NEAR_ABOVE * X included  |
| about X, around X, some X, roughly X    | X to X, approximate                    |
| X to Y, between X and Y, X–Y            | X to Y, both included                  |
"""

from __future__ import annotations

import re
from typing import Literal

import attrs

from claimcheck.claims.numbers import Number
from claimcheck.claims.units import GLUED_ONLY, PREFIX_CURRENCIES, UNIT_PATTERN, UNITS, Unit, find_unit

# "Just under an hour" is said of fifty minutes, hardly of forty-five; "almost two miles" never of three quarters of
# a mile. The bound above is the reciprocal.
NEAR_BELOW = 0.8
NEAR_ABOVE = 1.25

Comparator = Literal["over", "least", "under", "most", "near", "just over", "about", "exact"]
Kind = Literal["measure", "count", "ordinal", "score", "fraction", "times", "zero"]

_COMPARATORS: tuple[tuple[Comparator, str], ...] = (
    ("most", r"(?:no|not)\s+(?:more|greater|higher|larger|longer)\s+than|up\s+to|"
             r"as\s+(?:many|much|high|long|far|large)\s+as|"
             r"at\s+(?:the\s+)?(?:most|maximum)|a\s+maximum\s+of|maximum|capped\s+at|not\s+exceeding"),
    ("least", r"at\s+(?:the\s+(?:very\s+)?)?least|(?:no|not)\s+(?:fewer|less|lower)\s+than|"
              r"upwards?\s+of|a\s+minimum\s+of|minimum"),
    ("just over", r"(?:just|slightly|barely|marginally|fractionally|a\s+(?:little|bit|shade|touch))"
                  r"\s+(?:over|above|more\s+than|"
                  r"upwards?\s+of|in\s+excess\s+of)"),
    ("near", r"(?:just|slightly|marginally|fractionally|a\s+(?:little|bit|shade|touch))"
             r"\s+(?:under|below|short\s+of|less\s+than|"
             r"fewer\s+than|shy\s+of)|(?:very\s+)?nearly|almost|not\s+quite|approaching|nearing"),
    ("over", r"(?:(?:well|far|much|significantly|considerably)\s+)?(?:over|above|beyond|in\s+excess\s+of|"
             r"(?:more|greater|higher|larger|longer|older)\s+than)|exceed(?:s|ed|ing)?|north\s+of"),
    ("under", r"(?:(?:well|far|much|significantly|considerably)\s+)?"
              r"(?:under|below|(?:fewer|less|lower|smaller|shorter|younger)\s+"
              r"than)|south\s+of"),
    ("about", r"(?:an?\s+)?(?:estimated|approximate|average\s+of\s+about)(?=\s)|"
              r"about|around|approximately|approx\.?|roughly|"
              r"some|circa|close\s+to|near\s+to|something\s+like|in\s+the\s+region\s+of|more\s+or\s+less|~|≈"),
    ("exact", r"exactly|precisely"),
)  # fmt: skip
_BEFORE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _COMPARATORS) + r")\s*$",
    re.IGNORECASE,
)
_MORE_ABOUT = re.compile(r"(?<![\w-])(?:an\s+estimated|estimated|about|around|roughly|some)\s*$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?P<least>\s?\+(?![\d\w])|-plus\b|\s+plus\b(?=\s+[a-z])|,?\s+(?:or|and)\s+(?:more|over|above|greater|higher|older|longer)\b"
    r"|\s+upwards\b)"
    r"|(?P<most>,?\s+(?:or|and)\s+(?:less|fewer|under|below|lower|younger)\b|\s+at\s+most\b)"
    r"|(?P<about>-odd\b|\s+or\s+(?:so|thereabouts)\b|-ish\b|\s+approximately\b)"
    r"|(?P<atleast>\s+at\s+least\b)",
    re.IGNORECASE,
)
_SYMBOL_BEFORE = re.compile(r"(?P<over>>)|(?P<under><)|(?P<least>≥)|(?P<most>≤)")
_PREFIX = re.compile(
    r"(?<![\w$£€])(?:" + "|".join(re.escape(s) for s in sorted(PREFIX_CURRENCIES, key=len, reverse=True)) + r")\s?$"
)
_UNIT = re.compile(
    rf"(?P<sep>\s?[-\u2010\u2011]\s?|[ \u00a0\u2009\u202f]|)(?P<unit>{UNIT_PATTERN})(?![A-Za-z0-9]|'[a-rt-z])"
)
_RATE = re.compile(
    r"(?:\s+|(?=/))(?:per|an?|each|every|/)\s?-?(?P<what>barrel|tonne|ton|gallon|litre|liter|kilo|kilogram|kg|pound|ounce|hour|day|week|"
    r"night|month|year|minute|second|acre|hectare|mile|kilometre|kilometer|km|head|person|share|capita|unit|household|"
    r"megawatt-hour|megawatt hour|MWh|kWh|kilowatt-hour|ticket|vote|pupil|student|child|cubic metre|square metre|"
    r"square foot|"
    r"square mile|square kilometre)\b(?!-)",
    re.IGNORECASE,
)
_OF_A_UNIT = re.compile(rf"(?:\s+of)?(?:\s+|-)(?:an?\s+)?(?P<unit>{UNIT_PATTERN})(?![A-Za-z0-9])", re.IGNORECASE)
_OF_UNITS = re.compile(rf"\s+of\s+(?P<unit>{UNIT_PATTERN})(?![A-Za-z0-9])")
_AGE = re.compile(r"(?:\s?-\s?|\s)(?P<unit>year|month|week|day)s?(?:\s?-\s?|\s)(?:old|olds|of\s+age)\b", re.IGNORECASE)
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
        return made
    if number.kind == "fraction":
        _read_fraction(text, number, made)
        return made
    left = text[max(after, number.start - 12) : number.start]
    if prefix := _PREFIX.search(left):
        made.start -= len(left) - prefix.start()
        with_unit(made, PREFIX_CURRENCIES[prefix.group().strip()])
        if (
            (suffix := _UNIT.match(text, made.end))
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
    _read_rate(text, made)
    return made


def _read_unit(text: str, number: Number, made: Candidate) -> None:
    if (number.kind == "vague" or number.approximate) and (of := _OF_UNITS.match(text, number.end)):
        unit = find_unit(of["unit"])  # "hundreds of hours", "millions of dollars"
        if unit is not None and len(of["unit"]) > 2:
            with_unit(made, unit)
            made.end = of.end()
            return
    match = _UNIT.match(text, number.end)
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


def _read_rate(text: str, made: Candidate) -> None:
    """ "$15 an hour", "55bn cubic metres of gas a year": the unit is then a rate."""
    if made.kind != "measure" or made.dimension in ("duration", "age", "speed", "percentage points"):
        return
    match = _RATE.match(text, made.end)
    of: re.Match[str] | None = None
    if match is None and made.dimension in ("volume", "mass", "energy"):
        of = re.match(r"\s+of\s+(?:[a-z]+\s)??(?P<what>[a-z]+)(?=\s+(?:an?|per)\s)", text[made.end : made.end + 40])
        match = _RATE.match(text, made.end + of.end()) if of else None
    if match is None:
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


def _read_fraction(text: str, number: Number, made: Candidate) -> None:
    made.kind = "fraction"
    match = _OF_A_UNIT.match(text, number.end)
    unit = find_unit(match["unit"]) if match else None
    if match and unit and unit.name != "percent" and (len(match["unit"]) > 2) and unit.name != "second":
        with_unit(made, unit)
        made.end = match.end()
        return
    made.unit, made.dimension = "percent", "percentage"
    made.low = made.high = round(number.low * 100, 4)


def compare(text: str, made: Candidate, after: int) -> None:
    """Apply the comparators around a candidate; `after` is where the candidate before it ends."""
    if made.kind in ("ordinal", "score", "zero"):
        return
    if text[made.start - 1 : made.start] in "<>≥≤" and made.start and made.start > after:
        word = _SYMBOL_BEFORE.match(text[made.start - 1])
        assert word is not None
        assert word.lastgroup is not None
        made.start -= 1
        _bound(made, word.lastgroup)
        return
    left = text[max(after, made.start - 40) : made.start]
    before = _BEFORE.search(left)
    if before is not None and before.lastgroup is not None:
        start = before.start()
        made.start -= len(left) - start
        _bound(made, before.lastgroup)
        if (more := _MORE_ABOUT.search(left[:start])) is not None:
            made.start -= start - more.start()
            made.approximate = True
        return
    if (later := _AFTER.match(text, made.end)) is not None and later.lastgroup is not None:
        made.end = later.end()
        _bound(made, {"atleast": "least"}.get(later.lastgroup, later.lastgroup))
        match = _UNIT.match(text, made.end) if made.kind == "count" else None
        if match is not None and match["sep"] and len(match["unit"]) > 2:  # "40-plus kilometres"
            unit = find_unit(match["unit"])
            assert unit is not None
            with_unit(made, unit)
            made.end = match.end()


def _bound(made: Candidate, how: str) -> None:
    made.compared = True
    if made.low is None or made.high is None:
        return
    if how == "about" or made.low != made.high:
        made.approximate = made.approximate or how in ("about", "near", "just_over")
        return
    if how == "over":
        made.high, made.low_closed = None, False
    elif how == "least":
        made.high, made.low_closed = None, True
    elif how == "under":
        made.low, made.high_closed, made.low_closed = None, False, True
    elif how == "most":
        made.low, made.high_closed = None, True
    elif how == "near":
        value = made.high
        made.low, made.high_closed = value - (1 - NEAR_BELOW) * abs(value), False
        made.approximate = True
    elif how == "just_over":
        value = made.low
        made.high, made.low_closed = value + (NEAR_ABOVE - 1) * abs(value), False
        made.approximate = True
