"""Times, places, participants and means: the same occasion, or another one?"""

from __future__ import annotations

from claimcheck.claims.gazetteer import find_place, place_relation
from claimcheck.claims.times import compare_times, format_time
from claimcheck.judging.evidence import Finding, evidence
from claimcheck.records import Claim, Entity, TimeSpan
from claimcheck.stories.names import same_person

ARTICLES = frozenset({"the", "a", "an"})
SETTING = frozenset({"in", "at", "near", "outside", "hit", "struck"})
"""Words before a place that say that something happened there."""

SAME_STORY_DAYS = 45
"""Events further apart in time than this are not moments of one story."""


def days_apart(a: TimeSpan, b: TimeSpan) -> int:
    """Fewest days between two times; 0 where they overlap or a bound is open."""
    gaps = [0]
    for x, y in ((a, b), (b, a)):
        if x.latest is not None and y.earliest is not None:
            gaps.append((y.earliest - x.latest).days)
    return max(gaps)


def compare_times_of(a: Claim, b: Claim) -> list[Finding]:
    """A finding on the times of the two events, where both are known."""
    time_a, time_b = _event_time(a), _event_time(b)
    if time_a is None or time_b is None:
        return []
    verdict = compare_times(time_a, time_b)
    if verdict == "compatible":
        return []
    value_a, value_b = format_time(time_a), format_time(time_b)
    same = verdict == "same"
    return [
        Finding(
            kind="date",
            verdict="agree" if same else "apart" if days_apart(time_a, time_b) > SAME_STORY_DAYS else "beside",
            strength=0.5 if same else 0.85,
            a=evidence(time_a, value_a),
            b=evidence(time_b, value_b),
            sentence=f"Both: {value_a}." if same else f"At different times: {value_a} and {value_b}.",
        )
    ]


def compare_places(a: Claim, b: Claim) -> list[Finding]:
    """A finding where both claims name one place of the event and these are the same, nested or apart."""
    places_a, places_b = _event_places(a), _event_places(b)
    if not places_a or not places_b:
        return []
    relations = {(x.name, y.name): place_relation(x.name, y.name) for x in places_a for y in places_b}
    x, y = places_a[0], places_b[0]
    if "same" in relations.values() or "inside" in relations.values():
        x, y = next((x, y) for x in places_a for y in places_b if relations[x.name, y.name] in {"same", "inside"})
        inside = relations[x.name, y.name] == "inside"
        sentence = f"{x.name} and {y.name}: one lies in the other." if inside else f"Both in {x.name}."
        return [_place_finding(x, y, "agree", 0.5, sentence)]
    if set(relations.values()) == {"apart"} and len(places_a) == 1 and len(places_b) == 1:
        return [_place_finding(x, y, "conflict", 0.7, f"{x.name} against {y.name}.")]
    return []


def compare_participants(a: Claim, b: Claim) -> list[Finding]:
    """A finding where both claims' events have known participants: some of them the same, or none."""
    cast_a, cast_b = _cast(a), _cast(b)
    if not cast_a or not cast_b:
        return []
    shared = [max(x, y, key=len) for x in cast_a for y in cast_b if same_person(x, y)]
    people_a, people_b = _people(a), _people(b)
    if shared:
        for x in people_a:
            for y in people_b:
                if same_person(x.name, y.name):
                    return [_people_finding(x, y, "agree", 0.4, f"Both name {max(x.name, y.name, key=len)}.")]
        return []
    if not people_a or not people_b:
        return []
    strength = 0.75 if len(cast_a) > 1 and len(cast_b) > 1 else 0.4
    x, y = people_a[0], people_b[0]
    return [_people_finding(x, y, "apart", strength, f"Different people: {x.name} and {y.name}.")]


def _cast(claim: Claim) -> tuple[str, ...]:
    """Names of the people in the claim's event, those taken over from its article among them."""
    if claim.event is not None:
        return claim.event.participants
    return tuple(entity.name for entity in _people(claim))


def compare_media(a: Claim, b: Claim) -> list[Finding]:
    """A finding where people spoke by different means: on the phone, and face to face."""
    if a.event is None or b.event is None or not a.event.medium or not b.event.medium:
        return []
    if a.event.medium == b.event.medium or not {a.event.kind, *a.event.also} & {b.event.kind, *b.event.also}:
        return []
    return [
        Finding(
            kind="event",
            verdict="apart",
            strength=0.8,
            a=evidence(a.event, _by(a.event.medium)),
            b=evidence(b.event, _by(b.event.medium)),
            sentence=f"Different occasions: {_by(a.event.medium)}, and {_by(b.event.medium)}.",
        )
    ]


def _by(medium: str) -> str:
    return {"phone": "by phone", "in person": "in person", "video": "by video", "written": "in writing"}[medium]


def _event_time(claim: Claim) -> TimeSpan | None:
    """The event's own time where the claim itself gives it; else the one that it takes over from its article."""
    return claim.event.time if claim.event is not None else None


def _event_places(claim: Claim) -> list[Entity]:
    """Known places that the claim sets the event in: those after "in", "at" or "near", or that something hit."""
    places = []
    for entity in claim.entities:
        words = claim.quote[: max(0, entity.start - claim.start)].lower().split()
        before = next((word for word in reversed(words) if word not in ARTICLES), "")
        if entity.label == "place" and before in SETTING and find_place(entity.name):
            places.append(entity)
    return places


def _people(claim: Claim) -> list[Entity]:
    """People that the claim names, the speaker of a report left out."""
    speaker = claim.speaker.name if claim.speaker else ""
    return [entity for entity in claim.entities if entity.label == "person" and entity.name != speaker]


def _place_finding(x: Entity, y: Entity, verdict: str, strength: float, sentence: str) -> Finding:
    return Finding(
        kind="place", verdict=verdict, strength=strength,  # type: ignore[arg-type]
        a=evidence(x, x.name), b=evidence(y, y.name), sentence=sentence,
    )  # fmt: skip


def _people_finding(x: Entity, y: Entity, verdict: str, strength: float, sentence: str) -> Finding:
    return Finding(
        kind="participants", verdict=verdict, strength=strength,  # type: ignore[arg-type]
        a=evidence(x, x.name), b=evidence(y, y.name), sentence=sentence,
    )  # fmt: skip
