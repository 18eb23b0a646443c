"""Whose a figure is: what two people, two parties or two sides of a match have each does not dispute the other's."""

from __future__ import annotations

import re

from claimcheck.claims.terms import terms
from claimcheck.judging.deeds import is_name
from claimcheck.judging.other_names import may_be_one
from claimcheck.records import Claim, Quantity, Role
from claimcheck.stories.names import same_person

_BEFORE = 20
"""Characters before the doer's noun that are looked at for its adjectives."""
_SAID = re.compile(r"\b(?:says?|said|told|claim(?:s|ed)?|report(?:s|ed)?|that)\b|[,:]", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:rivals?|other|opposing|opponents?|challengers?|second-placed|runners?-up)\b", re.IGNORECASE
)
"""Words for somebody beside whom another is spoken of: "the president's rival"."""
_SIDES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        ("home|hosts?", "visitors?|visiting|guests?|away|touring|tourists"),
        ("ruling|governing|government|incumbent", "opposition"),
    )
)
"""Words for the two sides of a match, and of a parliament."""


def have_other_owners(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures are of two people or bodies: "Artino scored 14 points", "Echenique had eleven"; "Labour won
    412 seats", "The Conservatives won 121"."""
    doer_a, doer_b = _doer(qa, a), _doer(qb, b)
    if doer_a is not None and doer_b is not None:
        return not same_person(doer_a, doer_b)
    if a.event is None or b.event is None or a.event.kind != b.event.kind:
        return False
    one, other = _agent(qa, a), _agent(qb, b)
    return one is not None and other is not None and _are_two(one, other, a, b)


def _doer(quantity: Quantity, claim: Claim) -> str | None:
    """The last person that is named before a figure, who is not the speaker."""
    speaker = claim.speaker.name if claim.speaker else None
    named = [
        entity.name
        for entity in claim.entities
        if entity.label == "person" and entity.end <= quantity.start and entity.name != speaker
    ]
    return named[-1] if named else None


def _agent(quantity: Quantity, claim: Claim) -> Role | None:
    """The one who does what a claim tells, where there is one only, before the figure."""
    assert claim.event is not None
    agents = [role for role in claim.event.roles if role.role == "agent"]
    return agents[0] if len(agents) == 1 and claim.start <= agents[0].start < quantity.start else None


def _are_two(one: Role, other: Role, a: Claim, b: Claim) -> bool:
    """Whether two doers are two: by their names, of which neither stands in the other claim, or by words that set them
    against each other. A noun alone may be another word for the same body: "the carmaker", "the company"."""
    named = [_is_named(role, claim) for role, claim in ((one, a), (other, b))]
    if all(named):
        strangers = not (_stands_in(one, b) or _stands_in(other, a))
        return strangers and not may_be_one(one.name, other.name)
    if any(named):
        return False
    words_a, words_b = _described(one, a), _described(other, b)
    if (_ANOTHER.search(words_a) is None) != (_ANOTHER.search(words_b) is None):
        return True
    return any(
        (here.search(words_a) and there.search(words_b)) or (there.search(words_a) and here.search(words_b))
        for here, there in _SIDES
    )


def _is_named(role: Role, claim: Claim) -> bool:
    return is_name(role) and any(entity.name == role.name for entity in claim.entities)


def _stands_in(role: Role, claim: Claim) -> bool:
    return bool(terms(role.name).keys() & terms(claim.text).keys())


def _described(role: Role, claim: Claim) -> str:
    """A doer's noun with the words before it, from the last one that says so: "the opposition said the government"."""
    start = role.start - claim.start
    before = _SAID.split(claim.quote[max(0, start - _BEFORE) : start])[-1]
    return before + claim.quote[start : role.end - claim.start]
