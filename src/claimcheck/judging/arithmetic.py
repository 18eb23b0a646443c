"""Figures that one claim's figures add up to: "412 passengers and 63 of the crew", "475 people aboard".

Two figures that differ need not dispute each other: one may be the sum of the other claim's, or their difference, what
is left of a whole, or the price of one of several.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from claimcheck.records import Claim, Quantity

MOST_ADDENDS = 4
EXACT = 1e-4
"""Relative difference up to which a sum meets a figure."""
ROUNDED = 0.02
"""The same where one of the figures is approximate or a large round one."""
LARGE = 1000.0
ANYBODY = frozenset({"person", "people", "man", "victim", "life", "body", "worker"})
"""What is counted where all kinds of people are."""
_ONE_MORE = re.compile(
    r"(?:\band|,)\s+(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?(?:driver|pilot|co-pilot|captain|skipper|guard|conductor|nurse|"
    r"teacher|doctor|rescuer|bodyguard|child|boy|girl|man|woman|mother|father|passer-by|policeman|policewoman|officer)\b"
)
"""Somebody who is counted in without a number: "23 passengers and the driver"."""
WHOLE = 100.0
"""Percent of a whole."""
NOT_ADDED = frozenset({"ordinal", "score", "category", "magnitude", "age", "temperature", "speed"})
"""Dimensions whose values are not added up."""


def addends(one: Quantity, parts: Claim, total: Quantity, of: Claim) -> tuple[Quantity, ...] | None:
    """The figures of `parts`, `one` among them, whose sum is `total`, a figure of `of`; None where there are none.

    They count what the total counts (all kinds of people are people), and nothing else happens to them.
    """
    value = _value(total)
    if value is None or total.dimension in NOT_ADDED:
        return None
    known = [q for q in parts.quantities if _like(q, total) and _value(q) and _same_role(q, total)]
    more = len(_ONE_MORE.findall(parts.quote)) if total.dimension == "count" else 0
    for count in range(1 if more else 2, min(MOST_ADDENDS, len(known)) + 1):
        for chosen in itertools.combinations(known, count):
            made = sum(_value(q) or 0.0 for q in chosen)
            sums = (more and value == made + more) or (count > 1 and _meets(made, value, (*chosen, total)))
            if sums and all(_counted_in(q, total, of) for q in chosen):
                left = [q for q in known if q.role is not None and q not in chosen]
                listed = any(q.role == chosen[0].role for q in left)  # "14 men, nine women and three children"
                return None if listed or all(q is not one for q in chosen) else chosen
    return None


def follows(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures that differ may both be right, since one can be computed from the other and a third: their
    difference or sum, a share of a whole, so much for each of so many."""
    x, y = _value(qa), _value(qb)
    if not x or not y or qa.dimension in NOT_ADDED or (qa.role is not None and qa.role == qb.role):
        return False
    if qa.dimension == "percentage":
        return _meets(x + y, WHOLE, (qa, qb))
    others = [q for q in (*a.quantities, *b.quantities) if q is not qa and q is not qb]
    counted = {None, qa.counts, qb.counts}
    thirds = [(q, value) for q in others if _like(q, qa) and q.counts in counted and (value := _value(q))]
    if any(
        _meets(x + y, third, (qa, qb, q)) or _meets(x + third, y, (qa, qb, q)) or _meets(y + third, x, (qa, qb, q))
        for q, third in thirds
    ):
        return True
    return any(_meets(min(x, y) * factor, max(x, y), (qa, qb)) for factor in _factors(others))


def _factors(quantities: Iterable[Quantity]) -> list[float]:
    """Numbers of things, and parts of a whole turned round: 20 trams, or a tenth, of which the whole is ten times."""
    found = []
    for q in quantities:
        value = _value(q)
        if value and q.dimension == "count" and q.counts != "time" and value >= 2:
            found.append(value)
        elif value and q.dimension == "percentage" and value < WHOLE:
            found.append(WHOLE / value)
    return found


def _value(q: Quantity) -> float | None:
    """A figure that is one number, in the base unit of its dimension."""
    return q.base_low if q.low == q.high else None


def _like(q: Quantity, other: Quantity) -> bool:
    return q.dimension == other.dimension and (q.dimension != "money" or q.unit == other.unit)


def _same_role(q: Quantity, total: Quantity) -> bool:
    return q.role is None or total.role is None or q.role == total.role


def _counted_in(q: Quantity, total: Quantity, of: Claim) -> bool:
    """Whether what a part counts is among what the total counts."""
    if q.counts is None or total.counts is None or q.counts == total.counts:
        return True
    return total.counts in ANYBODY or q.counts in of.text.lower()


def _meets(made: float, value: float, quantities: Sequence[Quantity]) -> bool:
    loose = any(q.approximate or _is_round(q) for q in quantities)
    return abs(made - value) <= (ROUNDED if loose else EXACT) * max(abs(made), abs(value))


def _is_round(q: Quantity) -> bool:
    return q.low is not None and abs(q.low) >= LARGE and float(f"{q.low:.2g}") == q.low
