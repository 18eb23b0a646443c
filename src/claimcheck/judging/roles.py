"""Who did it to whom: two claims that swap the two sides of one event."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.judging.evidence import Finding
from claimcheck.records import Claim, Event, Evidence, Role
from claimcheck.stories.names import same_person

SWAPPED = 0.9
"""Strength where both sides are names."""
SWAPPED_NOUN = 0.75
"""Strength where one side is a noun: "police arrested Bell" against "Bell arrested police"."""
MUTUAL = 0.95
"""Strength of another moment of the story, where it goes both ways."""
LONGEST = 80
"""Characters of the words that a sentence quotes in full."""

_MUTUAL = frozenset({"attack", "sanction", "injure", "destroy"})
"""Kinds of event that two states or bodies do to each other in turn; between people they count."""
_IN_TURN = frozenset(
    "accuse blame criticise criticize praise thank warn tell write help support visit hit follow know see love admire "
    "congratulate ask answer mock insult mention quote join trust respect threaten question contact".split()
)
"""What two sides may well do to each other, as lemmas of kinds that are in no class."""
_ACCUSING = "accus"
_OPPOSITE_SIDES = {"lose": "win"}
"""Kinds whose agent is the patient of another kind: "A lost to B" is "B beat A"."""


class _Deed(NamedTuple):
    """An event with two sides, seen from its doer."""

    kind: str
    agent: Role
    patient: Role


def compare_roles(a: Claim, b: Claim) -> list[Finding]:
    """A finding where the agent of one claim's event is the patient of the other's, and the other way round.

    Only a swap counts: where one side differs, it may be another event. What goes both ways ("shelled", "accused")
    makes two events of it, everything else a conflict. Where one claim asserts its event and the other does not, both
    are left alone.
    """
    deeds = _comparable(a, b)
    if deeds is None:
        return []
    one, two = deeds
    if not (same_person(one.agent.name, two.patient.name) and same_person(one.patient.name, two.agent.name)):
        return []
    if same_person(one.agent.name, two.agent.name) or same_person(one.patient.name, two.patient.name):
        return []
    named = [_is_name(one.agent), _is_name(one.patient)]
    if not any(named):
        return []
    mutual = _goes_both_ways(a, one) or _goes_both_ways(b, two)
    words_a, words_b = _words(a, one), _words(b, two)
    quoted_a, quoted_b = _quoted(a, one, words_a), _quoted(b, two, words_b)
    sentence = "“{}” and “{}”: it went both ways." if mutual else "“{}” against “{}”: who did it to whom is swapped."
    return [
        Finding(
            kind="participants",
            verdict="beside" if mutual else "conflict",
            strength=MUTUAL if mutual else SWAPPED if all(named) else SWAPPED_NOUN,
            a=words_a,
            b=words_b,
            sentence=sentence.format(quoted_a, quoted_b),
            scope="event",
            mirrored=sentence.format(quoted_b, quoted_a),
        )
    ]


def told_from_both_sides(a: Claim, b: Claim) -> bool:
    """Whether opposite words tell the same: "Ann beat Bea" and "Bea lost to Ann"."""
    deeds = _comparable(a, b)
    if deeds is None or a.event is None or b.event is None or a.event.kind == b.event.kind:
        return False
    one, two = deeds
    return same_person(one.agent.name, two.agent.name) and same_person(one.patient.name, two.patient.name)


def _comparable(a: Claim, b: Claim) -> tuple[_Deed, _Deed] | None:
    """The deeds of two claims, of one kind and both told as facts or both as plans."""
    if a.factuality != b.factuality or a.factuality not in {"asserted", "planned"}:
        return None
    one, two = _deed(a), _deed(b)
    return (one, two) if one is not None and two is not None and one.kind == two.kind else None


def _deed(claim: Claim) -> _Deed | None:
    """The event with its two sides, where there is one of each and both stand in the claim."""
    event = claim.event
    if event is None or not claim.start <= event.start < event.end <= claim.end:
        return None
    agent, patient, other = (_only(event, role) for role in ("agent", "patient", "counterpart"))
    if event.kind in _OPPOSITE_SIDES:
        return _Deed(_OPPOSITE_SIDES[event.kind], other, agent) if agent is not None and other is not None else None
    patient = _only(event, "recipient") or patient
    return _Deed(event.kind, agent, patient) if agent is not None and patient is not None else None


def _only(event: Event, role: str) -> Role | None:
    found = [filled for filled in event.roles if filled.role == role]
    return found[0] if len(found) == 1 else None


def _is_name(role: Role) -> bool:
    return role.name[:1].isupper() and role.text[:1].isupper()


def _goes_both_ways(claim: Claim, deed: _Deed) -> bool:
    assert claim.event is not None
    if deed.kind in _IN_TURN or claim.event.text.lower().startswith(_ACCUSING):
        return True
    people = {entity.name for entity in claim.entities if entity.label == "person"}
    return deed.kind in _MUTUAL and not {deed.agent.name, deed.patient.name} & people


def _words(claim: Claim, deed: _Deed) -> Evidence:
    """The stretch of the claim from the first to the last word of the deed."""
    assert claim.event is not None
    parts = (claim.event, deed.agent, deed.patient)
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    text = claim.quote[start - claim.start : end - claim.start]
    return Evidence(start=start, end=end, text=text, value=f"{deed.agent.name} → {deed.patient.name}")


def _quoted(claim: Claim, deed: _Deed, words: Evidence) -> str:
    text = " ".join(words.text.split())
    if len(text) <= LONGEST:
        return text
    assert claim.event is not None
    parts = sorted((claim.event, deed.agent, deed.patient), key=lambda part: part.start)
    return " … ".join(" ".join(part.text.split()) for part in parts)
