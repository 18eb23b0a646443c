"""Ages: are two of them one person's?"""

from __future__ import annotations

import datetime as dt
import re

from claimcheck.claims.titles import FEMALE_NOUNS, MALE_NOUNS
from claimcheck.judging.value_fit import fit_of
from claimcheck.records import Claim, Quantity
from claimcheck.stories.names import same_person

_APPOSED = re.compile(r"\W{0,3}(?:(?:who )?(?:is|was)|aged|age|an?|the)?\W{0,3}")
_NAMED_AFTER = re.compile(r"\W(?:(?!of\b|to\b|with\b)[a-z][\w-]*\W){0,4}")
_TO_BE = re.compile(
    r"\b(?:(?:will|would|set to|due to|about to)\W+(?:\w+\W+)?(?:be|turn|have turned|have been)|turns|turning"
    r"|(?:before|until|ahead of|short of|eve of|will celebrate|for)(?: his| her| their))\W+$",
    re.IGNORECASE,
)
"""Before an age that is not reached yet: "who will be 90 in May"."""

BIRTHDAY = 60
"""Days between two reports from which a birthday explains another age; of two ages told a week apart one is wrong."""
DAYS_OF_YEAR = 365.25

BESIDE = 4
"""Characters between an age and the noun that it belongs to: "man of 25"."""


def same_owner(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> float:
    """How likely two ages are of one person, in [0, 1]: by the names beside them, or as the only person in sight."""
    if fit_of(qa, qb) == "apart" and _is_to_come(qa, a) != _is_to_come(qb, b):
        return 0.0
    owner_a, owner_b = _owner(qa, a), _owner(qb, b)
    if owner_a and owner_b:
        return 0.85 if same_person(owner_a, owner_b) else 0.0
    if owner_a or owner_b:
        return 0.15
    filled_a, filled_b = _filled(qa, a), _filled(qb, b)
    if filled_a and filled_b and a.event_kinds & b.event_kinds:
        return 0.75 if filled_a == filled_b and not _sexes_differ(qa, qb) else 0.0
    people = [{e.name for e in claim.entities if e.label == "person"} for claim in (a, b)]
    if len(people[0]) == len(people[1]) == 1 and same_person(*people[0], *people[1]):
        return 0.0 if _sexes_differ(qa, qb) else 0.75
    return 0.2 if any(people) else 0.75


def is_grown_older(
    qa: Quantity, qb: Quantity, a: Claim, b: Claim, *, date_a: dt.date | None, date_b: dt.date | None
) -> bool:
    """Whether two ages may be one living person's, who had a birthday between the two reports."""
    if qa.dimension != "age" or date_a is None or date_b is None or abs((date_b - date_a).days) < BIRTHDAY:
        return False
    if "die" in a.event_kinds | b.event_kinds:
        return False
    (earlier, first), (later, second) = sorted([(qa, date_a), (qb, date_b)], key=lambda pair: pair[1])
    if earlier.base_high is None or later.base_low is None:
        return False
    grown, passed = later.base_low - earlier.base_high, (second - first).days / DAYS_OF_YEAR
    return 0.0 < grown < passed + 1.0


def _is_to_come(age: Quantity, claim: Claim) -> bool:
    return _TO_BE.search(claim.quote[: age.start - claim.start]) is not None


def _filled(age: Quantity, claim: Claim) -> str | None:
    """The role that the one whose age it is fills in the claim's event: the "71-year-old man" that police hold."""
    roles = () if claim.event is None else claim.event.roles
    for role in roles:
        if 0 <= role.start - age.end <= BESIDE or 0 <= age.start - role.end <= BESIDE:
            return role.role
    return None


def _sexes_differ(qa: Quantity, qb: Quantity) -> bool:
    return any(x.counts in MALE_NOUNS and y.counts in FEMALE_NOUNS for x, y in ((qa, qb), (qb, qa)))


def _owner(quantity: Quantity, claim: Claim) -> str | None:
    """Name of the person whose age it is: "Jane Doe, 28," or "28-year-old teacher Jane Doe"."""
    for entity in claim.entities:
        if entity.label != "person":
            continue
        between = claim.quote[entity.end - claim.start : quantity.start - claim.start]
        if entity.end <= quantity.start and _APPOSED.fullmatch(between):
            return entity.name
        between = claim.quote[quantity.end - claim.start : entity.start - claim.start]
        if quantity.end <= entity.start and _NAMED_AFTER.fullmatch(between):
            return entity.name
    return None
