"""Candidates without a number in digits or words: "an hour", "twice", "nobody", "a single"."""

from __future__ import annotations

import re

from claimcheck.claims.numbers import TENS, find_numbers
from claimcheck.claims.quantities import reject
from claimcheck.claims.quantities.comparators import NEAR_ABOVE, compare
from claimcheck.claims.quantities.grammar import Candidate, read_rate, with_unit
from claimcheck.claims.quantities.scan import frequency
from claimcheck.claims.units import UNITS, find_unit

_DURATION_WORDS = "second|minute|hour|day|night|week|fortnight|month|year|decade|century"
_AN_HOUR = re.compile(
    rf"\b(?P<article>an?(?P<full>\s+(?:full|whole|entire|solid))?|half(?:\s+an?|-an?)|half-an)[\s-](?:(?P<duration>{_DURATION_WORDS})|(?P<length>mile|metre|meter|"
    r"kilometre|kilometer|foot|yard|inch)|"
    r"(?P<money>dollar|euro|pound|cent|rupee)(?=\s+(?:more|less|extra|off|each|apiece|cheaper|dearer|an?\s|per\s))|"
    r"(?P<mass>tonne|ton|kilo|kilogram|pound)|(?P<point>percentage point|per cent|percent))\b"
    r"(?P<half>\s+and\s+a\s+(?:half|quarter)\b)?(?P<long>-long\b)?(?!-)",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\b(?:weigh\w*|weight|heavier|lighter|lost|gained)\b", re.IGNORECASE)
# What "a single" does not count: people without a spouse, and set phrases.
_SINGLE = re.compile(
    r"\b(?P<single>a\s+single)(?=\s+(?!(?:fiscal|calendar|full)\s|man|woman|person|parent|mother|father|mum|mom|dad|malt|market|currency|day|year|"
    r"minute|second|moment|word|thing|bed|bedroom|room|european|use|sex|digit)[a-z])|"
    r"\ba\s+pair(?=\s+of\s+(?!trouser|short|scissor|shoe|boot|glasses|sunglasses|glove|sock|jean|tights|tweezer|plier|"
    r"binocular|pants|trainers|slippers|handcuffs|eyes|hands|legs|ears)[a-z]+)",
    re.IGNORECASE,
)
_TENS_OF_YEARS = re.compile(
    r"\bin\s+(?:his|her|their|my|your|our)\s+(?:(?P<part>early|mid|late)[\s-])?(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties"
    r"|[2-9]0s)\b",
    re.IGNORECASE,
)
# "a week" is a duration after these; elsewhere it is a rate ("twice a week"), a time ("a year ago") or a noun.
_LASTING = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|took|takes?|taken|taking|spen[dt]s?|spending|within|wait(?:ed|ing)?|after|"
    r"(?:more|less|longer|shorter|fewer)\s+than|over|under|nearly|almost|about|around|roughly|just\s+(?:over|under)|"
    r"at\s+least|up\s+to|every|only|in\s+under|in\s+over|than|quite|in\s+less\s+than|some|at\s+most|is|was|be|within|by|exactly)\s+$",
    re.IGNORECASE,
)  # fmt: skip
# "A full year profit" is one of a year, not a year long.
_ANNUAL = re.compile(
    r"\s+(?:net\s+)?(?:profit|loss|results?|revenue|earnings|forecast|guidance|outlook|sales)\b", re.IGNORECASE
)
NO_DURATION_AFTER = re.compile(
    r"\s+(?:ago|earlier|later|before\b(?=\s*(?:[.,;)]|$))|previously|from\s+now|on\s+year|to\b)", re.IGNORECASE
)
"""What makes a point in time, or a comparison, of the length before it: "two years ago", "year on year"."""
_SIZED = re.compile(
    r"\s+(?:every|long|wide|high|deep|tall|thick|away|from|off|across|in\s+(?:length|diameter|height)|down|up|north|south|east|west|of)\b"
)
_ADVERBS = re.compile(
    r"\b(?P<once>once|twice|thrice)\b|\b(?P<verb>doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|"
    r"halv(?:e[sd]?|ing))\b|\b(?P<word>two|three|four|five|six|seven|eight|nine|ten)(?P<fold>fold)\b",
    re.IGNORECASE,
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadr": 4.0, "halv": 0.5, "halve": 0.5}
_NOBODY = re.compile(
    r"\b(?P<who>nobody|no[\s-]one|none|not\s+a\s+single)\b|\b(?P<no>no|zero)(?=\s+[a-z])", re.IGNORECASE
)


def unnumbered(text: str, mask: list[tuple[int, int]]) -> list[Candidate]:
    made: list[Candidate] = []
    for match in _AN_HOUR.finditer(text):
        if not reject.overlaps(*match.span(), mask) and (one := _an_hour(text, match)) is not None:
            made.append(one)
    for match in _ADVERBS.finditer(text):
        made.append(_adverb(text, match))
    for match in _SINGLE.finditer(text):
        made.append(_single(match))
    for match in _TENS_OF_YEARS.finditer(text):
        made.append(_tens_of_years(match))
    for match in _NOBODY.finditer(text):
        made.append(Candidate(match.start(), match.end(), 0.0, 0.0, "zero", number_start=match.start(), worded=True))
    return made


def _an_hour(text: str, match: re.Match[str]) -> Candidate | None:
    half_unit = match["article"].lower().startswith("half")
    value = 0.5 if half_unit else 1.0
    if match["half"]:
        value += 0.25 if match["half"].lower().endswith("quarter") else 0.5
    name = (match["duration"] or match["length"] or match["money"] or match["mass"] or match["point"]).lower()
    unit = find_unit(name)
    if match["money"] and name == "pound" and not _WEIGHED.search(text, max(0, match.start() - 40), match.start()):
        unit = UNITS["pound sterling"]
    assert unit is not None
    one = Candidate(match.start(), match.end(), value, value, number_start=match.start(), worded=True)
    with_unit(one, unit)
    before = text[max(0, match.start() - 24) : match.start()]
    if match["duration"]:
        if NO_DURATION_AFTER.match(text, match.end()):
            return None
        if match["full"] and _ANNUAL.match(text, match.end()):
            return None
        said = bool(match["half"] or match["full"] or match["long"])
        if not (half_unit or said or _LASTING.search(before)) or (
            re.search(r"\b(?:is|was|be|by|than)\s+$", before)
            and not said
            and not re.search(r"(?:more|less|longer|shorter|fewer)\s+than\s+$", before)
        ):
            return None
        if name == "second" and not match["half"] and not half_unit:
            return None
    elif match["point"] or match["money"]:
        read_rate(text, one)
    elif not (half_unit or _LASTING.search(before) or _SIZED.match(text, match.end())):
        return None
    compare(text, one, 0)
    return one


def _single(match: re.Match[str]) -> Candidate:
    """ "A single shot" is one of them, "a pair of officers" two."""
    value = 1.0 if match["single"] else 2.0
    return Candidate(match.start(), match.end(), value, value, number_start=match.start(), worded=True)


def _tens_of_years(match: re.Match[str]) -> Candidate:
    """ "In her early thirties": an age from 30 to 39, or a third of that."""
    word = match["word"].lower()
    tens = float(TENS[word.removesuffix("ies") + "y"] if word.isalpha() else int(word[:2]))
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((match["part"] or "").lower(), (0, 9))
    one = Candidate(match.start(), match.end(), tens + low, tens + high, number_start=match.start(), worded=True)
    one.kind, one.unit, one.dimension, one.compared = "measure", "year", "age", True
    return one


def _adverb(text: str, match: re.Match[str]) -> Candidate:
    one = Candidate(match.start(), match.end(), 2.0, 2.0, "times", number_start=match.start(), worded=True)
    if match["once"]:
        one.low = one.high = {"once": 1.0, "twice": 2.0, "thrice": 3.0}[match["once"].lower()]
        frequency(text, one, match.end(), fold=False)
    elif match["fold"]:
        one.low = one.high = _numbers_value(match["word"])
        one.dimension = "multiple"
    else:
        word = match["verb"].lower()
        one.low = one.high = next(factor for stem, factor in _FACTORS.items() if word.startswith(stem))
        one.dimension = "multiple"
        compare(text, one, 0)
        if one.low != one.high and word.startswith("halv"):
            _turn(one)
    if match["once"] and one.dimension == "multiple":
        compare(text, one, 0)
    return one


def _turn(one: Candidate) -> None:
    """ "More than halved" is to less than half of it, "almost halved" to a little more."""
    if one.low is not None and one.high is not None:
        one.low, one.high, one.low_closed, one.high_closed = 0.5, 0.5 * NEAR_ABOVE, False, True
    else:
        one.low, one.high = one.high, one.low
        one.low_closed, one.high_closed = one.high_closed, one.low_closed


def _numbers_value(word: str) -> float:
    return find_numbers(word)[0].low
