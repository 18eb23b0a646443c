"""Of what a rank is one: do two ordinals number the same things ("his third goal", "the fifth goal of the match")?"""

from __future__ import annotations

import re

from claimcheck.claims.terms import stem
from claimcheck.judging.arithmetic import PEOPLE
from claimcheck.records import Claim, Quantity

_OWNED_BEFORE = re.compile(r"(?:\b(?:his|her|its|their|my|our)|[’']s|s[’'])\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_OWNED_AFTER = re.compile(r"(?:[\s-]+[\w-]+){1,3}?\s+of\s+(?:his|her|its|their|my|our|[\w.-]+[’']s?)\s", re.IGNORECASE)
_COUNTED_IN = re.compile(
    r"(?:[\s-]+[\w-]+){1,3}?\s+(?:(?:of|in|at|within|since)\s+(?:(?:an?|the|his|her|its|their|[\w.-]+[’']s?)\s+)?"
    r"(?P<whole>(?!row\b)[\w-]+)|(?:this|last|that)\s+(?P<period>\w+))"
)
"""After an ordinal, in what it counts: "the second quake in a month", "her third title this year"."""
_IN_A_ROW = re.compile(r"\b(?:consecutive|success(?:ive|ion)|straight|in\s+a\s+row|running)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*(?:the|an?)\s+(?:[\w-]+\s+)?", re.IGNORECASE)
_FIRST_TO = re.compile(r"(?:[\s-]+[\w-]+){1,2}?\s+(?:to|ever|since)\b|[\s-]+[\w-]+\s+in\b")
"""After an ordinal, what somebody was the first to do: "the first woman in space"."""
_EVER = frozenset(map(stem, "career life history".split()))
"""What all that somebody ever did is counted in."""
_PERIODS = frozenset(
    map(
        stem,
        "match game final semifinal quarterfinal tournament season series championship race round set half quarter "
        "innings day week month year decade century".split(),
    )
)
"""Of what there is one after another, each with a count of its own."""


def number_the_same(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two ranks that differ may be of one thing in one series, so that only one of them can be right.

    They are not where each counts in another season or match, where one counts what somebody has done and the other
    what anybody has in a match, where one counts what came in a row, and where each tells of another one: somewhere
    else ("the third raid"), or of another person ("the third victim"). A term, a case or a city beside one rank alone
    sets no two apart.
    """
    if _tell_of_others(qa, qb, a, b):
        return False
    whole_a, whole_b = _whole(qa, a), _whole(qb, b)
    if (_is_first_ever(qa, whole_a) and _is_more(qb, qa)) or (_is_first_ever(qb, whole_b) and _is_more(qa, qb)):
        return True  # "the first win of her career", "her third win of the season"
    if (_IN_A_ROW.search(a.quote) is None) != (_IN_A_ROW.search(b.quote) is None):
        return False
    if whole_a in _PERIODS | _EVER and whole_b in _PERIODS | _EVER:
        return whole_a == whole_b
    owned_a, owned_b = _is_owned(qa, a), _is_owned(qb, b)
    return not ((owned_a and not owned_b and whole_b in _PERIODS) or (owned_b and not owned_a and whole_a in _PERIODS))


def _tell_of_others(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two ranks are of the subjects themselves, and these are two: in two places, or two people of many."""
    if not (_is_subject(qa, a) and _is_subject(qb, b)):
        return False
    return _elsewhere(a, b) or (_is_one_of_many(qa, a) and _is_one_of_many(qb, b))


def _is_subject(q: Quantity, claim: Claim) -> bool:
    return _SUBJECT.fullmatch(claim.quote, 0, q.start - claim.start) is not None


def _is_one_of_many(q: Quantity, claim: Claim) -> bool:
    """Whether a rank is of one person of a crowd, and not of who did something first: "the first woman to fly"."""
    return q.counts in PEOPLE and _FIRST_TO.match(claim.quote, q.end - claim.start) is None


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of different places."""
    places_a, places_b = ({e.name.casefold() for e in claim.entities if e.label == "place"} for claim in (a, b))
    return bool(places_a) and bool(places_b) and not places_a & places_b


def _is_owned(q: Quantity, claim: Claim) -> bool:
    """Whether it is told whose it is: "his third goal", "the third goal of her career"."""
    before, after = claim.quote[: q.start - claim.start], q.end - claim.start
    return _OWNED_BEFORE.search(before) is not None or _OWNED_AFTER.match(claim.quote, after) is not None


def _whole(q: Quantity, claim: Claim) -> str | None:
    """Stem of the word for that in which a rank counts: the match, the season, the year."""
    found = _COUNTED_IN.match(claim.quote, q.end - claim.start)
    return stem((found["whole"] or found["period"]).lower()) if found is not None else None


def _is_first_ever(q: Quantity, whole: str | None) -> bool:
    return whole in _EVER and q.low is not None


def _is_more(q: Quantity, other: Quantity) -> bool:
    return q.low is not None and other.low is not None and q.low > other.low
