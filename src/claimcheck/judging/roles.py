"""Who did it to whom: two claims that swap the two sides of one event."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.claims.terms import rarity
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

SINGLE_ACT, OTHER_DOER = 0.75, 0.6
"""Strength of a conflict where two are said to do what only one can, and of another event where each may have."""
_SINGLE = frozenset("winner equaliser equalizer opener decider".split())
"""What is scored once in a match, however many score."""
_ORDINAL = r"first|second|third|fourth|fifth|sixth|seventh|last|only|opening|winning|decisive|deciding|final"
_RANKED = re.compile(rf"\bthe\s+({_ORDINAL})\s+$", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|[\w.-]+[’']s)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\s+$", re.IGNORECASE)
NAMELIKE = 0.75
"""Least rarity of a word that begins a claim and is taken for a name: "Haldane", not "Teachers"."""
_RACED = frozenset("race marathon final title match tournament election vote stage seat".split())
_OPENED = frozenset("debate meeting session hearing exhibition congress summit trial".split())
"""What one wins or opens: a single act where both claims name the other one beside it."""
_HELPED = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}?(?:corner|cross|pass|assist|free[- ]kick|header|through[- ]ball|long ball|"
    r"throw(?:-in)?|shot|rebound|lay-?off|knock-?down|back-?heel|motion|proposal|nomination)\b"
)
_BESIDE = re.compile(r"\b(?:ahead\s+of|in\s+front\s+of|assisted\s+by|set\s+up\s+by|fed\s+by|followed\s+by|beating)\s+$")
"""Around the name of somebody who had another part in the act."""
_COMPANY = frozenset({"organisation", "group", "place"})
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
    others = _other_doers(a, b, one, two)
    if others:
        return others
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


def _other_doers(a: Claim, b: Claim, one: _Deed, two: _Deed) -> list[Finding]:
    """A finding where two names are said to have done the same: a conflict where only one can have, else another event.

    A body and a person may be one doer ("Rovers scored", "Cole scored"), unless the other claim gives the one another
    part in the act ("from Cole's corner").
    """
    if (
        one.kind != two.kind
        or a.factuality != "asserted"
        or not (_is_named(one.agent, a, b) and _is_named(two.agent, b, a))
    ):
        return []
    if same_person(one.agent.name, two.agent.name) or one.patient.text.lower() != two.patient.text.lower():
        return []
    linked = _has_other_part(two.agent, a) or _has_other_part(one.agent, b)
    labels = {e.label for claim in (a, b) for e in claim.entities if e.name in {one.agent.name, two.agent.name}}
    if labels & _COMPANY and not linked:
        return []
    single = _single_act(a, one, linked=linked)
    conflict = single is not None and single == _single_act(b, two, linked=linked) and (linked or labels == {"person"})
    words_a, words_b = _words(a, one), _words(b, two)
    sentence = "“{}” against “{}”: who did it differs." if conflict else "“{}” and “{}”: each tells who did it."
    quoted_a, quoted_b = _quoted(a, one, words_a), _quoted(b, two, words_b)
    return [
        Finding(
            kind="participants",
            verdict="conflict" if conflict else "apart",
            strength=SINGLE_ACT if conflict else OTHER_DOER,
            a=words_a,
            b=words_b,
            sentence=sentence.format(quoted_a, quoted_b),
            mirrored=sentence.format(quoted_b, quoted_a),
        )
    ]


def _has_other_part(agent: Role, claim: Claim) -> bool:
    """Whether somebody stands in a claim as who helped, proposed or came after, not as the doer."""
    *given, surname = map(re.escape, agent.name.split())
    first = "".join(rf"{name}\s+" for name in given)
    for found in re.finditer(rf"\b(?:{first})?{surname}\b", claim.quote):
        before = claim.quote[: found.start()]
        if _HELPED.match(claim.quote, found.end()) or _BESIDE.search(before):
            return True
    return False


def _single_act(claim: Claim, deed: _Deed, *, linked: bool) -> str | None:
    """What was done that can be done only once: "the winner", "the first goal"; None for everything else."""
    assert claim.event is not None
    noun = deed.patient.text.lower().split()[-1]
    before = claim.quote[: deed.patient.start - claim.start]
    if _FIRST.search(claim.quote, 0, claim.event.start - claim.start):
        return f"first {deed.kind} {noun}"  # "was first seen by Cole"
    if (ranked := _RANKED.search(before)) is not None:
        return f"{ranked[1].lower()} {noun}"
    determined = _DETERMINED.search(before)
    raced = linked and ((deed.kind == "win" and noun in _RACED) or (deed.kind == "open" and noun in _OPENED))
    return f"{determined[0].lower()}{noun}" if determined is not None and (noun in _SINGLE or raced) else None


def _is_named(role: Role, claim: Claim, other: Claim) -> bool:
    """Whether a role is filled by a name; a capital at the beginning of a claim alone does not tell."""
    if not _is_name(role):
        return False
    word = role.name.split()[-1]
    known = any(entity.name == role.name for entity in claim.entities) or word in other.quote[1:]
    return known or role.start > claim.start or rarity(word.lower()) >= NAMELIKE


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
