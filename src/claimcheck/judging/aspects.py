"""Two figures of the same things that measure another aspect of them, so that both may be right: some and all of them,
those in one place and everywhere, what was asked for and what was given, ranks in two series."""

from __future__ import annotations

import re

from claimcheck.claims.gazetteer import find_place, place_relation
from claimcheck.claims.lexicon import event_classes
from claimcheck.claims.numbers import TENS, UNITS
from claimcheck.claims.quantities.penalties import SENTENCE, SERVED, SOUGHT
from claimcheck.judging.ordinals import number_the_same
from claimcheck.records import Claim, Quantity

_NUMBER = rf"(?:\d[\d,]*|{'|'.join([*UNITS, *TENS])})\b"
_OF_WHOLE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:all\s+)?(?:the|these|those|its|their|his|her|our)\s+(?!own\b)"
    rf"|(?:[\w.-]+[’']s?\s+)?{_NUMBER})"
)
"""After a figure of some among several: "12 of the hostages", "three of nine miners"; "two of its own soldiers" are
just two."""

_WHOLE = re.compile(r"\s(?:out\s+)?of\s+(?:all\s+)?(?:the|these|those|its|their|his|her|our)\s+$")
"""Before the figure of all: "12 of the 40"."""
_REACH = r"(?:around|across|throughout|all\s+over)\s+the\s+"
_ALL_BUT = r"(?:\s+(?![\w-]+ly\b)[\w’'-]+){0,5}?\s+"
"""Words between a figure and what it is told of, in one clause."""
_WORLD = re.compile(rf"{_ALL_BUT}(?:worldwide|globally|in the world|{_REACH}(?:world|globe))\b", re.IGNORECASE)
_COUNTRY = re.compile(rf"{_ALL_BUT}(?:nationwide|countrywide|nationally|{_REACH}(?:country|nation))\b", re.IGNORECASE)
"""After a figure, how far it reaches."""
_HERE = re.compile(
    r"\b(?:in|across|throughout|at)\s+(?:the\s+)?(?:capital|city|town|county|province|home)\b|\bdomestically\b"
)
_THERE = re.compile(r"\b(?:in|across|throughout)\s+(?:the\s+)?$")
"""Before the name of a place that a figure is of."""
_OFFICE = re.compile(
    r"\b(?:offices?|officials?|minist(?:ry|ers?)|banks?|agency|bureau|institute|said|told)\s+(?:in|from)\s+(?:the\s+)?$"
    r"|\baccording to\s.*$",
    re.IGNORECASE,
)
_OF_ONE_PLACE = frozenset({"die", "injure"})
"""Roles of figures of one place: nobody counts the dead of a fire over all the country."""

_ROUGHLY = (
    r"(?:\s+(?:about|around|nearly|almost|some|roughly|over|under|at\s+least|at\s+most|up\s+to|(?:more|fewer|less)\s+than"
    r"|an?|another|further|extra|additional))*"
)
_MOVING = (
    r"(?:r[io]se|risen|rising|f[ae]ll(?:en|ing)?|gr[eo]wn?|growing|climb\w*|jump\w*|surg\w*|soar\w*|declin\w*|plung\w*|"
    r"slump\w*|tumbl\w*|shr[aiu]nk\w*|widen\w*|narrow\w*)"
)
_CHANGING = (
    rf"(?:{_MOVING}|dropp?\w*|increas\w*|decreas\w*|reduc\w*|rais\w*|lower\w*|cut|cutting|gain\w*|advanc\w*|retreat\w*|"
    r"sli[dp]\w*|sank|sunk)"
)
_CHANGE = re.compile(
    rf"\b{_CHANGING}\s+(?:[\w’'-]+\s+){{0,3}}?by{_ROUGHLY}\s+$|\b{_MOVING}{_ROUGHLY}\s+$"
    rf"|(?:^|[,;(]\s*|\b(?:is|was|were|are)\s)(?:up|down){_ROUGHLY}\s+$",
    re.IGNORECASE,
)
"""Before a figure that is by how much something changed: "rose by two metres", "fell 3 percent", "down 3 percent"; the
400 jobs that a firm cut are no change of something else."""
_LEVEL = re.compile(
    rf"\b(?:{_CHANGING}\s+(?:[\w’'-]+\s+){{0,3}}?to|(?:peak|stand|stood|hover|remain|stay|clos|end|settl|fix|set)\w*\s+at|"
    rf"reach\w*|hit|hits|peak\w*\s+of|(?:is|was|were|are)(?:\s+now)?(?:\s+at)?){_ROUGHLY}\s+$",
    re.IGNORECASE,
)
"""Before a figure that something came to."""
_BOUND = re.compile(r"(?:below|above|beneath|beyond)\b", re.IGNORECASE)
"""With what a figure begins that something came to, in place of "to": "fell below 26 degrees"."""
_DIFFERENCE = re.compile(
    r"\s+(?:less|more|fewer|longer|shorter|lower|higher|faster|slower|earlier|later|older|younger|heavier|lighter)\s+than\b"
)
"""After a figure that tells how far something is from another."""

NEITHER = "left open"

_RIGHT_AFTER = rf"{_ROUGHLY}(?:\s+an?\s+(?:[\w-]+\s+){{1,2}}?of{_ROUGHLY})?\W*"
"""Between a verb and the figure that it governs: "expected about 900", "expected a crowd of 900"."""
_GOVERNOR = r"(?:^|\s)(?P<before>[\w.’'-]+)\s+(?:[a-z]+ly\s+)?"
_ASKED = re.compile(
    rf"{_GOVERNOR}(?:(?:asks?|asked|calls?|called|appl(?:y|ies|ied))\s+for|demand(?:s|ed)?|seeks?|sought|request(?:s|ed)|"
    rf"wants?|wanted|(?:is|are|was|were|been)\s+(?:(?:asking|calling|applying)\s+for|demanding|seeking|requesting))"
    rf"{_RIGHT_AFTER}$"
)
_OFFERED = re.compile(
    rf"{_GOVERNOR}(?:offers?|offered|proposes?|proposed|(?:is|are|was|were|been)\s+(?:offering|proposing)){_RIGHT_AFTER}$"
)
_DETERMINER = r"(?:\b(?:an?|the|its|their|his|her|our|this|that|any|every)|[’']s?)\s+(?:[\w-]+\s+)?"
_WHOSE = r"(?:\s+(?:to|from|by)(?:\s+[\w’'-]+){1,3}?)?"
_DEMAND = re.compile(
    rf"{_DETERMINER}(?:(?:demand|request|bid)s?\s+for|(?:demand|request)s?{_WHOSE}\s+(?:is|was|of)){_RIGHT_AFTER}$",
    re.IGNORECASE,
)
_OFFER = re.compile(
    rf"{_DETERMINER}(?:offer|proposal){_WHOSE}\s+(?:is|was|stands?\s+at|stood\s+at|of){_RIGHT_AFTER}$", re.IGNORECASE
)
"""The same as nouns: "a demand for 6 percent", "its offer to the crew is a rise of 2.5 percent"."""
_FORESEEN = re.compile(
    rf"{_GOVERNOR}(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|planned|pledged|promised|hop(?:es?|ed)\s+for|"
    rf"(?:is|are|was|were|been)\s+(?:expecting|forecasting|predicting|planning|promising|hoping\s+for)){_RIGHT_AFTER}$"
)
_TO_DO = re.compile(
    r"\b(?:expect(?:s|ed)?|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|pledg(?:es?|ed|ing)|"
    r"promis(?:es?|ed|ing)|hop(?:es?|ed|ing)|wants?|wanted|offer(?:s|ed|ing)?|propos(?:es?|ed|ing)|scheduled)\s+to\s+"
    rf"[\w-]+(?:(?:\s+[\w-]+){{0,2}}\s+by)?{_RIGHT_AFTER}$"
)
"""Before a figure of what somebody has yet to do: "plans to raise prices by"."""
_NO_SUBJECT = frozenset(
    "a an the this that these those its their his her our my your of in on at by for with from to and or".split()
)
"""Before a participle, not before a finite verb: "the promised 5 million"."""
_MONEY_LIKE = frozenset({"money", "percentage", "percentage points"})
"""What an offer is an offer of; the 300 rooms that a hotel offers, it has."""
_SOMEHOW_OPEN = re.compile(
    r"\b(?:ask|appl(?:y|i)|call(?:s|ed|ing)?\s+for|demand|seek|sought|request|want|bid|offer|propos|expect|forecast|predict|"
    r"anticipat|project(?:s|ed|ion)|estimat|budget|target|plan(?:s|ned|ning)?\b|intend|aim|pledg|promis|hop(?:e|ing)|schedul)"
)
"""Words that may leave open what came of a figure, in whatever part of speech."""
_AHEAD = re.compile(
    r"\b(?:will|would|can|could|must|may|might|should|shall|to\s+be|(?:is|are|has|have|due|set)\s+to)\b|[’']ll\b"
)
_AHEAD_AFTER = re.compile(rf"(?:[\s-]+[\w-]+){{0,3}}?\s+(?:{_AHEAD.pattern})")
"""The same after a figure: "2,000 jobs will go"."""
_CLAUSE = re.compile(r"(?:[;:,.]|\b(?:but|and|while|who|which|that|after|before|when|because)\b)(?!\d)")
"""Where what somebody asks for or plans may end."""


def another_aspect(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> str:
    """How two figures that differ measure something else, in words for the reader; "" where nothing says so."""
    if some_of_all(qa, qb, a, b):
        return "one counts only some of them"
    if qa.dimension.startswith("percentage") and _rates_of_two_places(a, b):
        return "they are of two places"
    if _reaches_further(qa, qb, a, b) or _reaches_further(qb, qa, b, a):
        return "one is of one place, one of all"
    opened = {still_open(qa, a), still_open(qb, b)}
    if opened == {"asked", "offered"} or (len(opened) > 1 and "" in opened and NEITHER not in opened):
        return " and ".join(f"one was {word}" for word in sorted(opened - {""}))
    if _are_change_and_level(qa, qb, a, b) or _are_change_and_level(qb, qa, b, a):
        return "one is by how much it changed, one what it came to"
    if qa.dimension == "ordinal" and not number_the_same(qa, qb, a, b):
        return "they are ranks in two series"
    return ""


def some_of_all(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether one figure counts some among several, and not what the other says of them: "1,900 of the children were
    vaccinated", "the camp has 4,600 children"."""
    classes = event_classes()
    of_a, of_b = (classes.get(q.role, q.role) if q.role else None for q in (qa, qb))
    return (_is_of_whole(qa, a) or _is_of_whole(qb, b)) and (of_a is None or of_a != of_b)


def _is_of_whole(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure counts some among several: "1,900 of the children"."""
    return quantity.dimension == "count" and _OF_WHOLE.match(claim.quote, quantity.end - claim.start) is not None


def _are_change_and_level(change: Quantity, level: Quantity, a: Claim, b: Claim) -> bool:
    if not _is_change(change, a) or _is_change(level, b):
        return False
    return _is_level(level, b) or _is_difference(change, a)


def _is_change(q: Quantity, claim: Claim) -> bool:
    """Whether a figure tells by how much something changed: "rose by two metres", "up 9 percent"."""
    if _BOUND.match(claim.quote, q.start - claim.start):
        return False  # "fell below 26 degrees"
    return _CHANGE.search(claim.quote, 0, q.start - claim.start) is not None or _is_difference(q, claim)


def _is_difference(q: Quantity, claim: Claim) -> bool:
    """Whether a figure tells how far something is from what it is compared with: "40 minutes less than before"."""
    return _DIFFERENCE.match(claim.quote, q.end - claim.start) is not None


def _is_level(q: Quantity, claim: Claim) -> bool:
    """Whether a figure tells what something came to: "peaked at 7.4 metres", "rose to 5 percent"."""
    return _LEVEL.search(claim.quote, 0, q.start - claim.start) is not None


def is_whole(q: Quantity, claim: Claim) -> bool:
    """Whether a figure is that of all, of which some are told: 40 of "12 of the 40 hostages", "half of the 40"."""
    return q.dimension == "count" and _WHOLE.search(claim.quote, 0, q.start - claim.start) is not None


def part_of(q: Quantity, claim: Claim) -> Quantity | None:
    """The figure of some, right before that of all: 12 of "12 of the 40 hostages"; None where there is none."""
    for part in claim.quantities:
        between = claim.quote[part.end - claim.start : q.start - claim.start]
        if part.dimension == q.dimension == "count" and part.end < q.start and _WHOLE.fullmatch(between):
            return part
    return None


def _rates_of_two_places(a: Claim, b: Claim) -> bool:
    """Whether each claim is of one place, and these are two, or one lies in the other."""
    of_a, of_b = ([e for e in claim.entities if e.label == "place"] for claim in (a, b))
    if any(_OFFICE.search(claim.quote, 0, e.start - claim.start) for claim, of in ((a, of_a), (b, of_b)) for e in of):
        return False  # "the statistics office in Ankara" tells of the whole country
    names = [{e.name for e in of} for of in (of_a, of_b)]
    return len(names[0]) == len(names[1]) == 1 and place_relation(*names[0], *names[1]) in {"inside", "apart"}


def _reaches_further(wide: Quantity, narrow: Quantity, a: Claim, b: Claim) -> bool:
    """Whether the one figure is told of all the world or a country, and the other of a place in it alone."""
    if wide.dimension not in {"count", "money", "percentage", "percentage points"} or wide.role in _OF_ONE_PLACE:
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


def still_open(quantity: Quantity, claim: Claim) -> str:
    """Whether a figure was only "asked", "offered" or "foreseen", not what came of it; NEITHER where a modal verb or a
    word for asking or planning that does not govern it leaves that open ("must pay 3 million"), "" where nothing does.

    Only a finite verb just before the figure governs it: the man that is wanted or the planned flight has nothing to
    do with how many died.
    """
    if quantity.counts in {SENTENCE, SOUGHT, SERVED}:
        return ""  # known better already
    before, after = claim.quote[: quantity.start - claim.start], claim.quote[quantity.end - claim.start :]
    clause = _CLAUSE.split(before)[-1]
    if _AHEAD.search(clause):
        return NEITHER
    if _TO_DO.search(clause):
        return "foreseen"
    priced = quantity.dimension in _MONEY_LIKE
    if _governs(_ASKED, clause) or (priced and _DEMAND.search(clause)):
        return "asked"
    if priced and (_governs(_OFFERED, clause) or _OFFER.search(clause)):
        return "offered"
    if _governs(_FORESEEN, clause):
        return "foreseen"
    around = f"{clause} {_CLAUSE.split(after)[0]}"
    return NEITHER if _AHEAD_AFTER.match(after) or _SOMEHOW_OPEN.search(around) else ""


def _governs(verbs: re.Pattern[str], clause: str) -> bool:
    """Whether one of the verbs, with a subject before it, is the last one before the figure."""
    found = verbs.search(clause)
    return found is not None and not (found["before"].lower() in _NO_SUBJECT or found["before"].endswith(("'s", "’s")))
