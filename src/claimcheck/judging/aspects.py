"""Two figures of the same things that measure another aspect of them, so that both may be right: some and all of them,
what was asked for and what was given, ranks in two series; those of two places (scopes.py), a change and what it led to
(changes.py)."""

from __future__ import annotations

import re

from claimcheck.claims.lexicon import event_classes
from claimcheck.claims.numbers import TENS, UNITS
from claimcheck.claims.quantities.penalties import SENTENCE, SERVED, SOUGHT
from claimcheck.judging.changes import ROUGHLY, are_change_and_level
from claimcheck.judging.groups import of_two_groups
from claimcheck.judging.measures import are_two_races, is_estimate_of_sale, of_two_measures
from claimcheck.judging.ordinals import number_the_same
from claimcheck.judging.scopes import are_rates_of_two_places, are_two_readings, reaches_further, reaches_longer
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
NEITHER = "left open"

_RIGHT_AFTER = rf"{ROUGHLY}(?:\s+an?\s+(?:[\w-]+\s+){{1,2}}?of{ROUGHLY})?\W*"
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
    if of_two_groups(qa, qb):
        return "they count two groups"
    if of_two_measures(qa, qb, a, b):
        return "they are two measures of one name"
    if are_two_races(qa, qb, a, b):
        return "they are of two races"
    if is_estimate_of_sale(qa, qb, a, b) or is_estimate_of_sale(qb, qa, b, a):
        return "one was an estimate, one what it brought"
    if qa.dimension.startswith("percentage") and are_rates_of_two_places(a, b):
        return "they are of two places"
    if are_two_readings(qa, qb, a, b) and are_rates_of_two_places(a, b):
        return "they are of two places"
    if reaches_further(qa, qb, a, b) or reaches_further(qb, qa, b, a):
        return "one is of one place, one of all"
    if reaches_longer(qa, qb, a, b) or reaches_longer(qb, qa, b, a):
        return "one is of one day, one of all since"
    opened = {still_open(qa, a), still_open(qb, b)}
    if opened == {"asked", "offered"} or (len(opened) > 1 and "" in opened and NEITHER not in opened):
        return " and ".join(f"one was {word}" for word in sorted(opened - {""}))
    if are_change_and_level(qa, qb, a, b) or are_change_and_level(qb, qa, b, a):
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


def split_one_whole(a: Claim, b: Claim) -> tuple[Quantity, Quantity] | None:
    """The figures of two parts that make one whole, which both claims name: 7 and 5 of "seven of the 12 jurors", "five
    of the 12 jurors"; None where there are none."""
    for whole_a in a.quantities:
        for whole_b in b.quantities:
            part_a, part_b = part_of(whole_a, a), part_of(whole_b, b)
            if part_a is None or part_b is None or not whole_a.low == whole_a.high == whole_b.low == whole_b.high:
                continue
            if part_a.low == part_a.high and part_b.low == part_b.high and _sum(part_a, part_b) == whole_a.low:
                return part_a, part_b
    return None


def _sum(one: Quantity, other: Quantity) -> float | None:
    return None if one.low is None or other.low is None else one.low + other.low


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
