"""Which of several measures of one name a figure is: youth unemployment, core inflation, net profit; what something was
estimated at, and what it was sold for; the race over 100 metres."""

from __future__ import annotations

import re

from claimcheck.records import Claim, Quantity

_OF_A_PART = frozenset(
    (
        "youth young female male women's men's women men foreign core food energy domestic international online "
        "overseas long-term industrial producer wholesale agricultural part-time temporary private public rural urban"
    ).split()
)
"""Words before what is measured that make it another measure than the bare one."""
_OF_ITS_OWN = frozenset(
    "net gross operating pre-tax pretax after-tax adjusted consumer retail annual monthly quarterly".split()
)
"""The same of those that are often left out, so that only two of them tell of two measures."""
_ESTIMATED = re.compile(
    r"\b(?:estimated|valued|expected\s+to\s+(?:fetch|sell|go|bring)|guide\s+price|presale|pre-sale)\b", re.IGNORECASE
)
_SOLD = re.compile(r"\b(?:sold|fetched|went|auctioned|bought|paid|hammer(?:ed)?|made)\b", re.IGNORECASE)
_RACE = re.compile(r"\b(?:in|over|at|win|wins|won|ran|run)\s+the\s+$", re.IGNORECASE)
_DIMENSIONS = frozenset({"count", "money", "percentage", "percentage points"})


def of_two_measures(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures of what has one name measure two things: "unemployment", "youth unemployment"; "net profit",
    "operating profit"."""
    if qa.dimension not in _DIMENSIONS or qa.counts is None or qa.counts != qb.counts:
        return False
    words_a, words_b = _qualifiers(qa, a), _qualifiers(qb, b)
    own_a, own_b = words_a & _OF_ITS_OWN, words_b & _OF_ITS_OWN
    return words_a & _OF_A_PART != words_b & _OF_A_PART or bool(own_a and own_b and own_a != own_b)


def is_estimate_of_sale(estimate: Quantity, price: Quantity, a: Claim, b: Claim) -> bool:
    """Whether a sum is what something was thought to be worth, and the other what it then brought.

    Args:
        estimate: a figure of `a`.
        price: a figure of `b`.
        a, b: the claims.
    """
    if estimate.dimension != "money" or price.dimension != "money":
        return False
    guessed, sold = (_before(q, claim) for q, claim in ((estimate, a), (price, b)))
    return bool(_ESTIMATED.search(guessed)) and bool(_SOLD.search(sold)) and not _ESTIMATED.search(sold)


def are_two_races(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two lengths are those of two races: "won gold in the 100 metres", "won silver in the 200 metres"."""
    return qa.dimension == "length" and all(
        _RACE.search(claim.quote[: q.start - claim.start]) for q, claim in ((qa, a), (qb, b))
    )


def _before(q: Quantity, claim: Claim) -> str:
    """The words of the clause before a figure."""
    return re.split(r"[;,]|\b(?:and|but|which|after|before)\b", claim.quote[: q.start - claim.start])[-1]


def _qualifiers(q: Quantity, claim: Claim) -> frozenset[str]:
    """The two words before what a figure measures, where it stands next to the figure."""
    named = [
        *re.finditer(rf"((?:[\w'’-]+\s+){{0,2}}){re.escape(q.counts or '')}(?:s|es)?\b", claim.quote, re.IGNORECASE)
    ]
    if not named:
        return frozenset()
    at = q.start - claim.start
    nearest = min(named, key=lambda match: abs(match.end() - at))
    return frozenset(nearest[1].lower().replace("’", "'").split())
