"""Figures that one claim's figures add up to: "412 passengers and 63 of the crew", "475 people aboard".

Two figures that differ need not dispute each other: one may be the sum of the other claim's, or their difference, what
is left of a whole, or the price of one of several.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from claimcheck.judging.figures import is_partial
from claimcheck.records import Claim, Quantity

MOST_ADDENDS = 4
MOST_PARTS = 12
"""Figures of a claim from which on no sum is looked for: it is a table, in which some figures always make another."""
SAME = 1e-4
"""Relative difference up to which a sum meets a figure."""
NEARLY = 0.02
"""The same where one of the figures is approximate."""
ANYBODY = frozenset({"person", "people", "victim", "life", "body", "survivor", "casualty"})
"""What is counted where all kinds of people are."""
PEOPLE = frozenset(
    (
        "person people man woman child boy girl passenger resident soldier civilian worker victim student "
        "migrant refugee employee protester demonstrator patient villager tourist officer troop life body "
        "survivor crew rebel"
    ).split()
)
"""What people are counted as."""
OF_EITHER_SEX = frozenset({"man", "woman", "boy", "girl"})
MANY = 20.0
WHOLE = 100.0
"""Percent of a whole."""
NOT_ADDED = frozenset(
    {"ordinal", "score", "category", "magnitude", "age", "temperature", "speed", "percentage", "percentage points"}
)
"""Dimensions whose values are not added up."""

_SOMEBODY = (
    r"(?:driver|pilot|co-pilot|captain|skipper|guard|conductor|nurse|teacher|doctor|rescuer|bodyguard|guide|"
    r"instructor|assistant|journalist|child|boy|girl|man|woman|mother|father|passer-by|policeman|policewoman|officer)"
)
_AND_ONE = re.compile(
    rf"(?:\s+[\w-]+){{0,3}}?(?:,|,?\s+and)\s+(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?(?P<who>{_SOMEBODY})\b"
    r"(?!\s+(?:said|says|told|added|wrote|reported|who|at|of|in|from|for|has|had|was|is)\b)"
)
"""Somebody who is counted in without a number, after a figure: "23 passengers and the driver"."""
_ONE_AND = re.compile(rf"\b(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?(?P<who>{_SOMEBODY})(?:\s+and|,)\s+$")
"""The same before one: "a driver, two loaders and 41 passengers"."""
_EACH = re.compile(r"\b(?:each|apiece|per|every)\b", re.IGNORECASE)
_TURNED = re.compile(
    r"\b(?:against|oppos\w+|reject\w*|not|never|no|none|without|cancel\w*|fail\w*|un\w{4,}ed|rest|others?|"
    r"turned\s+down|disapprov\w*|disagree\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words that turn a share into that of the others: "93 percent voted for it", "seven percent were against"."""

_REST = re.compile(r"\b(?:the\s+(?:rest|others?|remainder)|remaining)\b", re.IGNORECASE)
"""What is left of a whole is told of: "killed 240, 150 of them in Kisumu and the rest in Homa Bay"."""


class Sum(NamedTuple):
    """Figures, and how many people more that are counted in without one."""

    addends: tuple[Quantity, ...]
    more: int


def make_up(one: Quantity, parts: Claim, total: Quantity, of: Claim) -> Sum | None:
    """The figures of `parts`, `one` among them, whose sum is `total`, a figure of `of`; None where there are none.

    They count what the total counts (all kinds of people are people), nothing else happens to them, and they are of
    the same people.
    """
    value = _value(total)
    if value is None or total.dimension in NOT_ADDED or _of_one_only(parts, of):
        return None
    known = [
        q
        for q in parts.quantities
        if _like(q, total) and _value(q) and _same_role(q, total) and not is_partial(q, parts)
    ]
    if len(known) > MOST_PARTS:
        return None
    more = len({who for q in known for who in _more(q, parts)}) if total.dimension == "count" else 0
    for count in range(1, min(MOST_ADDENDS, len(known)) + 1):
        for chosen in itertools.combinations(known, count):
            if all(q is not one for q in chosen) or not all(_counted_in(q, total, of) for q in chosen):
                continue
            left = [q for q in known if q.role is not None and q not in chosen]
            if any(q.role == chosen[0].role for q in left):
                continue  # "14 men, nine women and three children"
            made = sum(_value(q) or 0.0 for q in chosen)
            if count > 1 and _meets(made, value, (*chosen, total)):
                return Sum(chosen, 0)
            if more and made + more == value:
                return Sum(chosen, more)
    return None


def follows(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures that differ may both be right, since one can be computed from the other and a third: their
    difference or sum, the share of the others, so much for each of so many, a share of a whole."""
    x, y = _value(qa), _value(qb)
    if not x or not y:
        return False
    if qa.role is not None and qa.role == qb.role and not (_REST.search(a.quote) or _REST.search(b.quote)):
        return False
    if qa.dimension == "percentage":
        turned = bool(_TURNED.search(a.quote)) != bool(_TURNED.search(b.quote))
        return turned and _meets(x + y, WHOLE, (qa, qb))
    if qa.dimension in NOT_ADDED:
        return False
    others = [(q, claim) for claim in (a, b) for q in claim.quantities if q is not qa and q is not qb]
    counted = {None, qa.counts, qb.counts}
    for q, _ in others:
        third = _value(q)
        if third and _like(q, qa) and q.counts in counted:
            sums = ((x + y, third), (x + third, y), (y + third, x))
            if any(_meets(made, value, (qa, qb, q)) for made, value in sums):
                return True
    factors = [factor for q, claim in others if (factor := _factor(q, claim, a, b))]
    return any(_meets(min(x, y) * factor, max(x, y), (qa, qb)) for factor in factors)


def _factor(q: Quantity, claim: Claim, a: Claim, b: Claim) -> float | None:
    """How many there are, where a price is one for each; how often a share ("a tenth of") is in its whole."""
    value = _value(q)
    if not value:
        return None
    if q.dimension == "count" and value >= 2 and q.counts not in ANYBODY:
        return value if _EACH.search(a.quote) or _EACH.search(b.quote) else None
    if q.dimension == "percentage" and value < WHOLE and claim.quote[q.end - claim.start :].lower().startswith(" of "):
        return WHOLE / value
    return None


def _value(q: Quantity) -> float | None:
    """A figure that is one number, in the base unit of its dimension."""
    return q.base_low if q.low == q.high else None


def _like(q: Quantity, other: Quantity) -> bool:
    return q.dimension == other.dimension and (q.dimension != "money" or q.unit == other.unit)


def _same_role(q: Quantity, total: Quantity) -> bool:
    """Whether nothing else happens to what the two count; where they count many people, a sum is no coincidence
    ("saved the 189 passengers and the 25 crew", "all 214 people were brought ashore")."""
    if q.role is None or total.role is None or q.role == total.role:
        return True
    return (_value(total) or 0.0) >= MANY and {q.counts, total.counts} <= PEOPLE


def _counted_in(q: Quantity, total: Quantity, of: Claim) -> bool:
    """Whether what a part counts is among what the total counts."""
    if q.counts is None or total.counts is None or q.counts == total.counts or q.counts in ANYBODY:
        return True
    if q.counts in OF_EITHER_SEX and total.counts in PEOPLE:
        return True  # "eleven women and four men", "fifteen workers"; but soldiers are no workers
    return total.counts in ANYBODY or q.counts in of.text.lower()


def _of_one_only(parts: Claim, of: Claim) -> bool:
    """Whether the total is told of one of several people between whom the parts are shared out."""
    named, told = ({e.name for e in claim.entities if e.label == "person"} for claim in (parts, of))
    return bool(told) and len(named) > len(told)


def lacks_somebody(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures of people differ by no more than those whom the claim of the lower one counts in without a
    number, and one beside them: 13, and "eleven passengers, the driver and his assistant"."""
    (low, few), (high, _) = sorted(
        ((_value(q) or 0.0, (q, claim)) for q, claim in ((qa, a), (qb, b))), key=itemgetter(0)
    )
    if not {qa.counts, qb.counts} <= PEOPLE or not low or not high:
        return False
    more = len(_more(*few))
    return more > 0 and high - low <= more + 1


def _more(q: Quantity, claim: Claim) -> set[int]:
    """Where in the claim somebody ends who is counted in without a number, beside this figure."""
    at = q.end - claim.start
    after, before = _AND_ONE.match(claim.quote, at), _ONE_AND.search(claim.quote, 0, q.start - claim.start)
    return {found.end("who") for found in (after, before) if found is not None}


def _meets(made: float, value: float, quantities: Sequence[Quantity]) -> bool:
    tolerance = NEARLY if any(q.approximate for q in quantities) else SAME
    return abs(made - value) <= tolerance * max(abs(made), abs(value))
