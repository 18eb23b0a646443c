"""Pronouns after a description by office that only the other articles resolve: "The Pentagon chief … He …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimcheck.claims.titles import PERSON_NOUNS
from claimcheck.records import Claim, Entity

_FIRST = re.compile(r"(?:He|She)\b")
_INSIDE = re.compile(r"\b(?:he|she|his|himself|herself)\b")
_MALE = frozenset({"he", "his", "himself"})
_APART = 3
"""Most characters between two neighbouring sentences."""


def follow_descriptions(claims: Sequence[Claim], gender: Mapping[str, str]) -> list[Claim]:
    """The claims of an article, with pronouns as entities that a description of a person explains.

    A sentence must begin with the description and speak of nobody else. Then "he", "she", "his", "himself" and
    "herself" inside it mean that person, and so does "he" or "she" at the start of the sentence right after it.

    Args:
        claims: linked claims, in order.
        gender: canonical name → "m" or "f", where known.
    """
    found = list(claims)
    for i, claim in enumerate(claims):
        own = _described([claim])
        pronouns = list(_pronouns(claim, own, gender)) if own is not None else []
        match = _FIRST.match(claim.quote)
        if match and claim.start == claim.sentence_start and not any(e.start == claim.start for e in claim.entities):
            before = [c for c in found[max(i - 4, 0) : i] if 0 <= claim.sentence_start - c.sentence_end <= _APART]
            name = _described(before)
            if name is not None and _fits(match.group(), name, gender):
                pronouns.append(_entity(claim, match, name))
        if pronouns:
            found[i] = _with_people(claim, pronouns)
    return found


def _pronouns(claim: Claim, name: str, gender: Mapping[str, str]) -> Iterator[Entity]:
    for match in _INSIDE.finditer(claim.quote):
        place = claim.start + match.start()
        described = min(e.end for e in claim.entities if e.label == "person" and e.name == name) - claim.start
        between = claim.quote[described : match.start()].lower().split()
        somebody_else = any(word.strip(",.") in PERSON_NOUNS for word in between)
        taken = any(e.start <= place < e.end for e in claim.entities)
        if not taken and not somebody_else and _fits(match.group(), name, gender):
            yield _entity(claim, match, name)


def _entity(claim: Claim, match: re.Match[str], name: str) -> Entity:
    start, end = claim.start + match.start(), claim.start + match.end()
    return Entity(start=start, end=end, text=match.group(), label="person", name=name)


def _fits(pronoun: str, name: str, gender: Mapping[str, str]) -> bool:
    return gender.get(name, "") in {"", "m" if pronoun.lower() in _MALE else "f"}


def _with_people(claim: Claim, pronouns: Sequence[Entity]) -> Claim:
    event = claim.event
    if event is not None:
        participants = {*event.participants, *(p.name for p in pronouns)}
        event = attrs.evolve(event, participants=tuple(sorted(participants)))
    entities = tuple(sorted({*claim.entities, *pronouns}, key=lambda e: (e.start, e.end, e.name)))
    return attrs.evolve(claim, entities=entities, event=event)


def _described(claims: Sequence[Claim]) -> str | None:
    """The only person of a sentence, if it begins with a description of them."""
    people = [e for c in claims for e in c.entities if e.label == "person"]
    if len({e.name for e in people}) != 1:
        return None
    first = min(people, key=lambda e: e.start)
    described = first.text[:4].lower() == "the " and first.start == claims[0].sentence_start
    return first.name if described else None
