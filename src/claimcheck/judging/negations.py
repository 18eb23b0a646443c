"""Words that deny."""

from __future__ import annotations

import re

from claimcheck.records import Claim, Factuality

DID_NOT: frozenset[Factuality] = frozenset({"negated", "denied", "cancelled", "counterfactual"})
"""Factualities of what did not happen, by the text."""
NEGATION_REACH = 30
"""Characters between a negation and what it denies."""
NEGATION = re.compile(
    r"\b(?:not|never|no one|nobody|none|nothing|neither|without|denie[sd]|deny|refus\w+|"
    r"fail(?:s|ed)? to|called off|cancel\w+|yet to|unable|impossible|hardly|rarely|unlikely|"
    r"hoax(?:es)?|fake|untrue|bogus|debunk\w*|no)\b|n[’']t\b",
    re.IGNORECASE,
)


def negates(claim: Claim) -> bool:
    """Whether a claim's text holds a word that denies, whatever that denies."""
    return NEGATION.search(claim.quote) is not None
