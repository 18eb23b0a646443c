"""Bare texts to pairs that a judge can weigh."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import attrs

from claimcheck.claims import read_statements
from claimcheck.embedding import load_encoder
from claimcheck.judging.judges import Pair
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Claim, Entity, Event, Located, Role
from claimcheck.settings import Settings
from claimcheck.stories.profiles import claim_profile
from claimcheck.text import one_line

Value = TypeVar("Value", bound=Located)

_MEANT = frozenset({"person", "organisation", "group"})
"""What is taken over from a context: whom names, pronouns and "the minister" mean."""


class Side(NamedTuple):
    """A text of a pair, with what is known of it."""

    text: str
    date: dt.date | None
    context: str


def pairs_from_texts(
    rows: Sequence[Mapping[str, Any]], *, settings: Settings, progress: Progress = no_progress
) -> list[Pair]:
    """Pairs with typed values, event and embedding of each text; offsets are characters of the text alone.

    A context tells whom the names and pronouns of its text mean, and nothing else.

    Args:
        rows: each with "a", "b" (str), "date_a", "date_b" (date or None), "context_a", "context_b" (str or None).
    """
    sides = [Side(row[side], row[f"date_{side}"], row[f"context_{side}"] or "") for row in rows for side in "ab"]
    distinct = list(dict.fromkeys(sides))
    claims = read_sides(distinct, settings)
    vectors = load_encoder(settings).encode([claim.text for claim in claims], progress=progress)
    known = {
        side: (claim, claim_profile(claim, vector))
        for side, claim, vector in zip(distinct, claims, vectors, strict=True)
    }
    pairs = []
    for at, row in enumerate(rows):
        claim_a, profile_a = known[sides[2 * at]]
        claim_b, profile_b = known[sides[2 * at + 1]]
        pairs.append(
            Pair(
                a=claim_a, b=claim_b, profile_a=profile_a, profile_b=profile_b,
                date_a=row["date_a"], date_b=row["date_b"],
            )
        )  # fmt: skip
    return pairs


def read_sides(sides: Sequence[Side], settings: Settings) -> list[Claim]:
    """A claim for each text, its people and bodies by the names that its context has for them."""
    claims = read_statements(
        [side.text for side in sides],
        [side.date for side in sides],
        contexts=[side.context for side in sides],
        settings=settings,
    )
    before = [_before(side, settings.max_characters) for side in sides]
    at = [i for i, words in enumerate(before) if words]
    together = read_statements([before[i] + sides[i].text for i in at], [sides[i].date for i in at], settings=settings)
    for i, whole in zip(at, together, strict=True):
        claims[i] = _named(claims[i], whole, len(before[i]))
    return claims


def _before(side: Side, limit: int) -> str:
    """What a text is read after: as much of its context as there is room for, closed like a sentence, or nothing."""
    room = limit - len(side.text) - 2
    context = one_line(side.context)[-room:] if room > 0 else ""
    return f"{context}. " if context[-1:].isalnum() else f"{context} " if context else ""


def _named(claim: Claim, whole: Claim, start: int) -> Claim:
    """A text with what `whole`, in which it begins at `start`, tells of whom it means.

    Only names that the context has are taken over: what stands in the text is read as it would be alone.
    """
    introduced = {entity.name for entity in whole.entities if entity.start < start}
    meant = [
        entity.shifted(-start)
        for entity in whole.entities
        if entity.start >= start and entity.label in _MEANT and entity.name in introduced
    ]
    meant = [entity for entity in meant if _fits(entity, claim.entities)]
    places = {(entity.start, entity.end) for entity in meant}
    kept = [entity for entity in claim.entities if (entity.start, entity.end) not in places]
    entities = tuple(sorted({*kept, *meant}, key=lambda entity: (entity.start, entity.end, entity.name)))
    names = {(entity.start, entity.end): entity.name for entity in meant}
    speaker = claim.speaker
    if speaker is not None and (speaker.start, speaker.end) in names:
        speaker = attrs.evolve(speaker, name=names[speaker.start, speaker.end])
    event = None if claim.event is None else _cast(claim.event, whole.event, start, entities)
    return attrs.evolve(claim, entities=entities, speaker=speaker, event=event)


def _fits(entity: Entity, known: Sequence[Entity]) -> bool:
    """Whether it is somebody whom the text alone leaves open, or calls by another name."""
    beside = [other for other in known if other.start < entity.end and entity.start < other.end]
    return all((o.start, o.end, o.label) == (entity.start, entity.end, entity.label) for o in beside)


def _cast(event: Event, seen: Event | None, start: int, entities: Sequence[Entity]) -> Event:
    """An event with the people and bodies of its text, in the roles that they have where they are known."""
    roles = event.roles
    if seen is not None and (seen.start - start, seen.kind) == (event.start, event.kind):
        named = {role.shifted(-start) for role in seen.roles if role.start >= start}
        places = {(entity.start, entity.end) for entity in entities}
        taken = [role for role in named if (role.start, role.end) in places]
        roles = _with(roles, taken)
    return attrs.evolve(
        event,
        participants=tuple(sorted({entity.name for entity in entities if entity.label == "person"})),
        parties=tuple(sorted({entity.name for entity in entities if entity.label in _MEANT - {"person"}})),
        roles=roles,
    )


def _with(roles: Sequence[Role], taken: Sequence[Role]) -> tuple[Role, ...]:
    """Roles by place, those taken over instead of others at the same place."""
    places = {(role.start, role.end) for role in taken}
    kept = [role for role in roles if (role.start, role.end) not in places]
    return tuple(sorted([*kept, *taken], key=lambda role: (role.start, role.end, role.role, role.name)))
