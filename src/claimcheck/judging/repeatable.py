"""Events of which a story has several, to others or to the same: two arrests on two days are two, unless of one man."""

from __future__ import annotations

import re

from claimcheck.claims.gazetteer import find_place
from claimcheck.claims.numbers import ORDINALS
from claimcheck.judging.deeds import is_name
from claimcheck.judging.figures import CASUALTIES
from claimcheck.records import Claim, Event, Role
from claimcheck.stories.names import same_person

RECURRING = frozenset(
    "talk rise fall protest win lose score draw report-earnings announce publish visit strike-work treat infect".split()
)
"""Kinds of event of which a story has several: on another day, it is another one."""
REPEATABLE = frozenset("arrest attack charge deploy die elect hit injure launch rescue try".split())
"""Kinds that happen to several, so that two days make one event misdated only where it happened to the same."""
MANY = 5
"""How many people or things are no chance where both claims count as many: "rescued ten hikers". Set by hand."""

_AGAIN = frozenset({"attack", "hit"})
"""What is done to the same place or thing again, by those who have done it before."""
_HARM = frozenset({"attack", "die", "hit", "injure"})
"""What a disaster does as well: the crash that a claim names beside it happens once."""
_DETERMINED = re.compile(
    r"\b(?:the|this|that|these|those|his|her|its|their|[\w.-]+[’']s)\s+((?:[\w-]+\s+){0,2})$", re.IGNORECASE
)
_ONE = re.compile(r"\b(?:an?|one)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_OTHERS = ORDINALS.keys() | {"other", "another", "last", "next", "latest"}


def is_repeated(a: Claim, b: Claim) -> bool:
    """Whether two claims of one kind of event, dated differently, may tell of two such events.

    An event that is REPEATABLE is one where both claims name the same person or thing that it happened to, point to
    the same one ("the convoy"), tell of the same event without saying to whom ("the explosion"), count as MANY, or
    name the disaster that did the harm. Attackers come again: what they attack tells less (see `_has_one_doer`).
    """
    if a.event is None or b.event is None or a.event.kind != b.event.kind:
        return False
    if a.event.kind in RECURRING:
        return True
    return a.event.kind in REPEATABLE and not _is_one(a, a.event, b, b.event)


def _is_one(a: Claim, event_a: Event, b: Claim, event_b: Event) -> bool:
    if _harm_alike(a, b):
        return True
    one, two = _undergoer(event_a), _undergoer(event_b)
    disasters = set(event_a.also) & set(event_b.also) - REPEATABLE - RECURRING
    if disasters and event_a.kind in _HARM and _by_one(a, event_a) and _by_one(b, event_b):
        return True
    if one is None or two is None:
        return one is None and two is None and event_a.definite and event_b.definite
    if _is_person(one, a) and _is_person(two, b):
        return same_person(one.name, two.name)
    if one.name.casefold() != two.name.casefold() or (is_name(one) and find_place(one.name) is not None):
        return False
    count_a, count_b = _count(one, a), _count(two, b)
    if count_a is not None and count_b is not None:
        if count_a != count_b:
            return False
        if count_a >= MANY and _doers(event_a) == _doers(event_b):
            return True
    if event_a.kind in _AGAIN and not (_has_one_doer(a, event_a) and _has_one_doer(b, event_b)):
        return False
    return is_name(one) or _is_one_thing(_modifiers(one, a), _modifiers(two, b))


def have_one_named(a: Claim, b: Claim) -> bool:
    """Whether the events of both claims happened to one person, whom both name."""
    one, two = (None if claim.event is None else _undergoer(claim.event) for claim in (a, b))
    if one is None or two is None:
        return False
    return _is_person(one, a) and _is_person(two, b) and same_person(one.name, two.name)


def _harm_alike(a: Claim, b: Claim) -> bool:
    """Whether both claims count as MANY dead or injured: "killed 14 people" on two days is one attack."""
    of_a, of_b = (
        {(q.role, q.base_low) for q in claim.quantities if q.role in CASUALTIES and q.base_low == q.base_high}
        for claim in (a, b)
    )
    return any(count is not None and count >= MANY for _, count in of_a & of_b)


def _undergoer(event: Event) -> Role | None:
    """To whom or what it happened; what lifts off is launched."""
    found = [role for role in event.roles if role.role == "patient"]
    if not found and event.kind == "launch":
        found = [role for role in event.roles if role.role == "agent"]
    return found[0] if len(found) == 1 else None


def _doers(event: Event) -> set[str]:
    return {role.name.casefold() for role in event.roles if role.role == "agent"}


def _is_person(role: Role, claim: Claim) -> bool:
    """Whether a role is a named person; a place that is taken for one is none."""
    known = any(entity.label == "person" and entity.name == role.name for entity in claim.entities)
    return known and find_place(role.name) is None


def _has_one_doer(claim: Claim, event: Event) -> bool:
    """Whether an attack has one doer, or none is told: "the convoy was attacked", "a gunman attacked the convoy"."""
    return all(
        _ONE.search(claim.quote, 0, max(0, role.start - claim.start)) for role in event.roles if role.role == "agent"
    )


def _by_one(claim: Claim, event: Event) -> bool:
    """Whether every doer is one that is known or counted: "the storm", "a storm", "Hurricane Ida"; not "drones"."""
    before = {
        role.name: claim.quote[: max(0, role.start - claim.start)] for role in event.roles if role.role == "agent"
    }
    return all(" " in name or _ONE.search(words) or _DETERMINED.search(words) for name, words in before.items())


def _modifiers(role: Role, claim: Claim) -> list[str] | None:
    """What stands between "the" and the noun; None where no such word makes it one that is known."""
    found = _DETERMINED.search(claim.quote, 0, max(0, role.start - claim.start))
    return None if found is None else found[1].lower().split()


def _is_one_thing(one: list[str] | None, two: list[str] | None) -> bool:
    """Whether "the man" and "the armed man" are one; "the man" and "the second man" are two."""
    if one is None or two is None:
        return False
    return one == two or (not (one and two) and not _OTHERS & {*one, *two})


def _count(role: Role, claim: Claim) -> float | None:
    """How many of it a claim counts, where it says exactly."""
    for quantity in claim.quantities:
        if quantity.dimension == "count" and quantity.start <= role.start <= quantity.end + 1:
            return quantity.base_low if quantity.base_low == quantity.base_high else None
    return None
