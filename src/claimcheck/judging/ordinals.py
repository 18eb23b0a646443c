"""Of what a rank is one: do two ordinals number the same things ("his third goal", "the fifth goal of the match")?"""

from __future__ import annotations

import re

from claimcheck.claims.terms import stem
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
_WORD = re.compile(r"[^\W\d_]+")
_EVER = frozenset(map(stem, "career life history".split()))
"""What all that somebody ever did is counted in."""


def number_the_same(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two ranks that differ may be of one thing in one series, so that only one of them can be right.

    They are not where only one counts what somebody has done, where one counts in a season or a match that the other
    claim does not name, where one counts what came in a row, and where each tells of another one ("the third raid").
    """
    if _is_subject(qa, a) and _is_subject(qb, b):
        return False
    whole_a, whole_b = _whole(qa, a), _whole(qb, b)
    if (_is_first_ever(qa, whole_a) and _is_more(qb, qa)) or (_is_first_ever(qb, whole_b) and _is_more(qa, qb)):
        return True  # "the first win of her career", "her third win of the season"
    if _is_owned(qa, a) != _is_owned(qb, b):
        return False
    if (_IN_A_ROW.search(a.quote) is None) != (_IN_A_ROW.search(b.quote) is None):
        return False
    return (whole_a is None or whole_a in _stems(b)) and (whole_b is None or whole_b in _stems(a))


def _is_subject(q: Quantity, claim: Claim) -> bool:
    return _SUBJECT.fullmatch(claim.quote, 0, q.start - claim.start) is not None


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


def _stems(claim: Claim) -> set[str]:
    return {stem(word.lower()) for word in _WORD.findall(claim.quote)}
