"""What somebody calls a decision ("it was never a penalty") does not deny that it was taken ("awarded a penalty")."""

from __future__ import annotations

import re

from claimcheck.claims.speech import SPEAKER_PRONOUNS
from claimcheck.claims.terms import terms
from claimcheck.records import Claim
from claimcheck.stories.names import same_person

_DECIDED = re.compile(r"award(?:s|ed)?|grant(?:s|ed)?", re.IGNORECASE)
"""What a referee or an authority does by deciding so: the decision stands, whatever others think of it."""
_CALLED = (
    r"\b(?:it|that|this)(?:\s+(?:is|was)|[’']s)(?:\s+(?:never|not)\s+(?:an?|the)|n[’']t\s+(?:an?|the|any)|\s+no)\s+"
    r"(?:[\w-]+\s+){0,2}?"
)
"""Before a noun that somebody will not have for what happened: "that is no pay rise"."""


def judges_decision(yes: Claim, no: Claim) -> bool:
    """Whether somebody's negation in `no` only judges what `yes` says was decided: the decision stands all the same.

    What was awarded or granted must be what the negation calls by its name, and who speaks must be another than who
    decided and than who tells of it: they would deny it.
    """
    if yes.event is None or _DECIDED.fullmatch(yes.event.text) is None or no.speaker is None:
        return False
    agents, given = ([one for one in yes.event.roles if one.role == role] for role in ("agent", "patient"))
    deciders = [one.name for one in (*agents, yes.speaker) if one is not None]
    if not agents or len(given) != 1 or any(_may_be(no.speaker.name, name) for name in deciders):
        return False
    noun = re.escape(given[0].text.split()[-1])
    return re.search(rf"{_CALLED}{noun}(?=\s*(?:[^\w\s]|$))", no.quote, re.IGNORECASE) is not None


def _may_be(speaker: str, other: str) -> bool:
    """Whether a speaker may be somebody, or speak for them ("a council official" for the council)."""
    if speaker.lower() in SPEAKER_PRONOUNS or other.lower() in SPEAKER_PRONOUNS:
        return True
    return same_person(speaker, other) or bool(terms(speaker).keys() & terms(other).keys())
