"""What somebody calls a decision ("it was never a penalty") does not deny that it was taken ("gave a penalty")."""

from __future__ import annotations

import re

from claimcheck.records import Claim

_CALLED = re.compile(
    r"\b(?:it|that|this)(?:\s+(?:is|was)|[’']s)(?:\s+(?:never|not)\s+(?:an?|the)|n[’']t\s+(?:an?|the|any)|\s+no)\s+"
    r"(?!doubt\b|secret\b|surprise\b|accident\b)(?:[\w-]+\s+){0,2}?[\w-]+(?!\w)(?!\s+(?:that|who|which)\b)",
    re.IGNORECASE,
)
"""A noun that somebody will not have for what happened: "that is no pay rise"."""
_DECIDED = re.compile(
    r"\b(?:award(?:s|ed)?|g[ai]ve|given|gives|grant(?:s|ed)?|offer(?:s|ed)?|hand(?:s|ed)|show(?:s|ed|n)|ruled?|rules|"
    r"allow(?:s|ed)|disallow(?:s|ed)|sent\s+off|book(?:s|ed)|jail(?:s|ed)|sentenc(?:es?|ed)|convict(?:s|ed)|fined?|fines|"
    r"acquit(?:s|ted)|pass(?:es|ed)|approv(?:es?|ed)|adopt(?:s|ed)|suspend(?:s|ed)|disqualif(?:ies|ied)|"
    r"penali[sz](?:es?|ed))\b",
    re.IGNORECASE,
)
"""What a referee, a court, a parliament or an employer does by deciding so."""


def judges_decision(yes: Claim, no: Claim) -> bool:
    """Whether somebody's negation in `no` only judges what `yes` says was decided: the decision stands all the same."""
    return no.speaker is not None and _CALLED.search(no.quote) is not None and _DECIDED.search(yes.quote) is not None
