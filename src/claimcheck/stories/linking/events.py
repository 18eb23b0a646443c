"""The event of a claim with the names that linking gave to its people, bodies and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from claimcheck.records import Claim, Entity, Event, Role
from claimcheck.records.values import EntityLabel


def event_with_names(
    event: Event, claim: Claim, meanings: Mapping[Entity, tuple[str, EntityLabel]], added: Sequence[Entity]
) -> Event:
    """The event with its names rewritten; a name whose label was put right moves to where it belongs.

    Args:
        event: the event of the claim.
        claim: the claim as extracted.
        meanings: its entities → canonical name and label.
        added: entities that linking found beside them.
    """
    by_name: dict[str, set[tuple[str, EntityLabel]]] = defaultdict(set)
    for entity, meaning in meanings.items():
        by_name[entity.name].add(meaning)
    gone = {e.name for e in claim.entities} - by_name.keys()
    people: set[str] = {e.name for e in added if e.label == "person"}
    bodies: set[str] = {e.name for e in added if e.label == "organisation"}
    places: set[str] = set()
    for name in (*event.participants, *event.parties):
        if name in gone:
            continue
        own: EntityLabel = "person" if name in event.participants else "organisation"
        for new, label in by_name.get(name, {(name, own)}):
            if label == "person":
                people.add(new)
            elif label in {"organisation", "group"}:
                bodies.add(new)
    for name in event.places:
        for new, label in by_name.get(name, {(name, "place")}) if name not in gone else ():
            if label == "place":
                places.add(new)
            elif label == "person":
                people.add(new)
    for entity, (new, label) in meanings.items():
        if label == "person" and entity.label != "person":
            people.add(new)
        elif label == "organisation" and entity.label not in {"organisation", "group"}:
            bodies.add(new)
    return attrs.evolve(
        event,
        participants=tuple(sorted(people)),
        parties=tuple(sorted(bodies)),
        places=tuple(sorted(places)),
        roles=tuple(_role_named(role, meanings, added) for role in event.roles),
    )


def _role_named(role: Role, meanings: Mapping[Entity, tuple[str, EntityLabel]], added: Sequence[Entity]) -> Role:
    """The role with its filler's name rewritten, where one name ends with the filler's words."""
    names = {
        name
        for entity, (name, _) in meanings.items()
        if entity.end == role.end and entity.start <= role.start and entity.name == role.name
    }
    names |= {entity.name for entity in added if entity.end == role.end and entity.start <= role.start}
    return attrs.evolve(role, name=names.pop()) if len(names) == 1 else role
