"""Who did it: two claims that name different doers of one deed."""

from __future__ import annotations

import re

from claimcheck.claims.numbers import ORDINALS
from claimcheck.claims.terms import rarity
from claimcheck.judging.deeds import Deed, is_name, quoted, words_of
from claimcheck.judging.evidence import Finding
from claimcheck.records import Claim, Role
from claimcheck.stories.names import same_person

SINGLE_ACT, OTHER_DOER = 0.75, 0.6
"""Strength of a conflict where two are said to do what only one can, and of another event where each may have."""
_SINGLE = frozenset("winner equaliser equalizer opener decider".split())
"""What is scored once in a match, however many score."""
_ONLY_ONE = frozenset({"score", "win", "invent", "discover"})
"""Kinds of which only one is the doer where the object is one of a row: many may welcome the first report."""
_RANK = "|".join([*ORDINALS, *"last only opening winning decisive deciding final".split()])
_RANKED = re.compile(rf"\bthe\s+({_RANK})\s+$", re.IGNORECASE)
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


def compare_doers(a: Claim, b: Claim, one: Deed, two: Deed) -> list[Finding]:
    """A finding where two names are said to have done the same: a conflict where only one can have, else another event.

    A body and a person may be one doer ("Rovers scored", "Cole scored"), unless the other claim gives the one another
    part in the act ("from Cole's corner").

    Args:
        a: the one claim.
        b: the other.
        one: what `a` tells, told as a fact or as a plan.
        two: what `b` tells, of the same kind and told in the same way.
    """
    if a.factuality != "asserted" or not (_is_named(one.agent, a, b) and _is_named(two.agent, b, a)):
        return []
    if same_person(one.agent.name, two.agent.name) or one.patient.text.lower() != two.patient.text.lower():
        return []
    linked = _has_other_part(two.agent, a) or _has_other_part(one.agent, b)
    labels = {e.label for claim in (a, b) for e in claim.entities if e.name in {one.agent.name, two.agent.name}}
    if labels & _COMPANY and not linked:
        return []
    single = _single_act(a, one, linked=linked)
    conflict = single is not None and single == _single_act(b, two, linked=linked) and (linked or labels == {"person"})
    words_a, words_b = words_of(a, one), words_of(b, two)
    sentence = "“{}” against “{}”: who did it differs." if conflict else "“{}” and “{}”: each tells who did it."
    quoted_a, quoted_b = quoted(a, one, words_a), quoted(b, two, words_b)
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


def _single_act(claim: Claim, deed: Deed, *, linked: bool) -> str | None:
    """What was done that can be done only once: "the winner", "the first goal"; None for everything else."""
    assert claim.event is not None
    noun = deed.patient.text.lower().split()[-1]
    before = claim.quote[: deed.patient.start - claim.start]
    passive = deed.patient.start < claim.event.start < deed.agent.start
    if (passive or deed.kind in _ONLY_ONE) and _FIRST.search(claim.quote, 0, claim.event.start - claim.start):
        return f"first {deed.kind} {noun}"  # "was first seen by Cole", but "Cole first saw it in May"
    if deed.kind in _ONLY_ONE and (ranked := _RANKED.search(before)) is not None:
        return f"{ranked[1].lower()} {noun}"
    determined = _DETERMINED.search(before)
    scored = deed.kind in _ONLY_ONE and noun in _SINGLE
    raced = linked and ((deed.kind == "win" and noun in _RACED) or (deed.kind == "open" and noun in _OPENED))
    return f"{determined[0].lower()}{noun}" if determined is not None and (scored or raced) else None


def _is_named(role: Role, claim: Claim, other: Claim) -> bool:
    """Whether a role is filled by a name; a capital at the beginning of a claim alone does not tell."""
    if not is_name(role):
        return False
    word = role.name.split()[-1]
    known = any(entity.name == role.name for entity in claim.entities) or word in other.quote[1:]
    return known or role.start > claim.start or rarity(word.lower()) >= NAMELIKE
