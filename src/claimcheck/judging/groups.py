"""Of whom a figure of people is: of men or of women, of soldiers or of all who died."""

from __future__ import annotations

from claimcheck.judging.lexicon import groups_apart
from claimcheck.records import Claim, Quantity

ALL = frozenset({"person", "people", "victim", "life", "body", "survivor"})
"""Words that count anybody."""

AUDIENCE = frozenset("spectator fan visitor viewer person".split())
"""Who watches: "18,240 spectators", "a crowd of 15,900 people"."""


def of_two_groups(qa: Quantity, qb: Quantity) -> bool:
    """Whether two figures count people of two groups, none of whom is in the other: "five men", "three women"; or what
    has two names: "three Russians", "two Ukrainians"."""
    if qa.dimension != "count" or qa.counts is None or qb.counts is None or qa.counts == qb.counts:
        return False
    return qb.counts in groups_apart().get(qa.counts, ()) or (_is_a_name(qa.counts) and _is_a_name(qb.counts))


def of_a_group(part: Quantity, whole: Quantity, of: Claim) -> bool:
    """Whether the lower figure may be of a group of those whom the other counts: "12 soldiers" of "14 people".

    It is not where the groups that its claim counts are more than all: "six adults and five children", "nine people".

    Args:
        part: a quantity of `of`.
        whole: one of the other claim.
        of: the claim of `part`.
    """
    if part.dimension != "count" or part.counts is None or whole.counts not in ALL or part.counts in ALL | AUDIENCE:
        return False
    groups = [part, *(q for q in of.quantities if q is not part and q.role == part.role and of_two_groups(part, q))]
    known = is_a_group(part.counts) or _is_a_name(part.counts)
    return known and sum(map(_value, groups)) <= _value(whole) > _value(part)


def is_a_group(noun: str) -> bool:
    """Whether a noun, as a lemma, is known to name a group of people."""
    return noun in groups_apart()


def _value(q: Quantity) -> float:
    return q.low if q.low is not None else q.high or 0.0


def _is_a_name(noun: str) -> bool:
    """Whether a noun is that of a nation, a party, a make: these keep their capital."""
    return noun[:1].isupper() and not noun.isupper()
