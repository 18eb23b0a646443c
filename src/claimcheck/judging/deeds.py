"""The event of a claim as a deed: somebody did something to somebody or something."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.records import Claim, Event, Evidence, Role

LONGEST = 80
"""Characters of the words that a sentence quotes in full."""
_OPPOSITE_SIDES = {"lose": "win"}
"""Kinds whose agent is the patient of another kind: "A lost to B" is "B beat A"."""


class Deed(NamedTuple):
    """An event with two sides, seen from its doer."""

    kind: str
    agent: Role
    patient: Role


def comparable_deeds(a: Claim, b: Claim) -> tuple[Deed, Deed] | None:
    """The deeds of two claims, of one kind and both told as facts or both as plans."""
    if a.factuality != b.factuality or a.factuality not in {"asserted", "planned"}:
        return None
    one, two = _deed(a), _deed(b)
    return (one, two) if one is not None and two is not None and one.kind == two.kind else None


def _deed(claim: Claim) -> Deed | None:
    """The event with its two sides, where there is one of each and both stand in the claim."""
    event = claim.event
    if event is None or not claim.start <= event.start < event.end <= claim.end:
        return None
    agent, patient, other = (_only(event, role) for role in ("agent", "patient", "counterpart"))
    if event.kind in _OPPOSITE_SIDES:
        return Deed(_OPPOSITE_SIDES[event.kind], other, agent) if agent is not None and other is not None else None
    patient = _only(event, "recipient") or patient
    return Deed(event.kind, agent, patient) if agent is not None and patient is not None else None


def _only(event: Event, role: str) -> Role | None:
    found = [filled for filled in event.roles if filled.role == role]
    return found[0] if len(found) == 1 else None


def is_name(role: Role) -> bool:
    return role.name[:1].isupper() and role.text[:1].isupper()


def words_of(claim: Claim, deed: Deed) -> Evidence:
    """The stretch of the claim from the first to the last word of the deed."""
    assert claim.event is not None
    parts = (claim.event, deed.agent, deed.patient)
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    text = claim.quote[start - claim.start : end - claim.start]
    return Evidence(start=start, end=end, text=text, value=f"{deed.agent.name} → {deed.patient.name}")


def quoted(claim: Claim, deed: Deed, words: Evidence) -> str:
    text = " ".join(words.text.split())
    if len(text) <= LONGEST:
        return text
    assert claim.event is not None
    parts = sorted((claim.event, deed.agent, deed.patient), key=lambda part: part.start)
    return " … ".join(" ".join(part.text.split()) for part in parts)
