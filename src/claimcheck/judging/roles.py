"""Who did it to whom: two claims that swap the two sides of one event."""

from __future__ import annotations

from claimcheck.judging.deeds import Deed, comparable_deeds, is_name, quoted, words_of
from claimcheck.judging.doers import compare_doers
from claimcheck.judging.evidence import Finding
from claimcheck.records import Claim
from claimcheck.stories.names import same_person

SWAPPED = 0.9
"""Strength where both sides are names."""
SWAPPED_NOUN = 0.75
"""Strength where one side is a noun: "police arrested Bell" against "Bell arrested police"."""
MUTUAL = 0.95
"""Strength of another moment of the story, where it goes both ways."""
_MUTUAL = frozenset({"attack", "sanction", "injure", "destroy"})
"""Kinds of event that two states or bodies do to each other in turn; between people they count."""
_IN_TURN = frozenset(
    "accuse blame criticise criticize praise thank warn tell write help support visit hit follow know see love admire "
    "congratulate ask answer mock insult mention quote join trust respect threaten question contact".split()
)
"""What two sides may well do to each other, as lemmas of kinds that are in no class."""
_ACCUSING = "accus"


def compare_roles(a: Claim, b: Claim) -> list[Finding]:
    """A finding where the agent of one claim's event is the patient of the other's, and the other way round.

    What goes both ways ("shelled", "accused") makes two events of it, everything else a conflict. Where only the doers
    differ, `compare_doers` tells whether it may be another event; where only the patients do, there is no finding.
    Where one claim asserts its event and the other does not, both are left alone.
    """
    deeds = comparable_deeds(a, b)
    if deeds is None:
        return []
    one, two = deeds
    others = compare_doers(a, b, one, two)
    if others:
        return others
    if not (same_person(one.agent.name, two.patient.name) and same_person(one.patient.name, two.agent.name)):
        return []
    if same_person(one.agent.name, two.agent.name) or same_person(one.patient.name, two.patient.name):
        return []
    named = [is_name(one.agent), is_name(one.patient)]
    if not any(named):
        return []
    mutual = _goes_both_ways(a, one) or _goes_both_ways(b, two)
    words_a, words_b = words_of(a, one), words_of(b, two)
    quoted_a, quoted_b = quoted(a, one, words_a), quoted(b, two, words_b)
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
    deeds = comparable_deeds(a, b)
    if deeds is None or a.event is None or b.event is None or a.event.kind == b.event.kind:
        return False
    one, two = deeds
    return same_person(one.agent.name, two.agent.name) and same_person(one.patient.name, two.patient.name)


def _goes_both_ways(claim: Claim, deed: Deed) -> bool:
    assert claim.event is not None
    if deed.kind in _IN_TURN or claim.event.text.lower().startswith(_ACCUSING):
        return True
    people = {entity.name for entity in claim.entities if entity.label == "person"}
    return deed.kind in _MUTUAL and not {deed.agent.name, deed.patient.name} & people
