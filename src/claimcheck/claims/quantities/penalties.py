"""Durations that are a sentence: "nine years in prison", "jailed for nine years", "a nine-year term behind bars"."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.grammar import Candidate

SENTENCE, SOUGHT, SERVED = "sentence", "sentence sought", "time served"
"""What such a duration measures, however it is told: what was passed, what was asked for or is at most to be feared,
and what has been spent."""
_BEFORE = re.compile(
    r"\b(?:(?:prison|jail|custody|penitentiary)(?:\s+(?:term|sentence))?\s+(?:for|of)"
    r"|(?:jailed|imprisoned|incarcerated|locked\s+up|put\s+away)\s+for"
    r"|(?:sentenc(?:ed|ing)|condemned)(?:\s+[\w.’'-]+){0,4}?\s+to|sentence\s+of)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+(?:in|of)\s+(?:\w+\s+)?(?:prison|jail|custody|imprisonment|detention)\b|\s+behind\s+bars\b|\s+imprisonment\b"
    r"|[\s-]+(?:\w+\s+)?(?:prison|jail|custodial)\s+(?:sentence|term)s?\b|[\s-]+(?:suspended\s+)?sentences?\b)",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\b(?:serv\w+|spen[dt]\w*|did|after|another|remaining|last|past|further)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
"""Words before time that has been spent there, or is left of it."""
_WANTED = re.compile(
    r"\b(?:ask\w*|sought|seek\w*|demand\w*|call\w*\s+for|want\w*|request\w*|recommend\w*|urg\w+|fac(?:e[sd]?|ing)|"
    r"risk\w*|carr(?:y|ies|ied)|punishable)\b"
    r"(?:(?!\b(?:but|got|received|sentenced|while|instead|must|(?:was|were|has|had|is|are)\b[^.;]*\b"
    r"(?:jailed|imprisoned|sent|given|handed))\b)[^.;])*$",
    re.IGNORECASE,
)
"""Words before time that is asked for or feared, unless it is told after them that it was passed: "the man, who had
demanded a ransom, was jailed for nine years"."""
_SOUGHT_BY = re.compile(
    r"\bprosecut(?:ion|ors?)\b[\w\s]{0,30}?\b(?:ask(?:s|ed|ing)?\s+for|call(?:s|ed|ing)?\s+for|sought|seek(?:s|ing)?|"
    r"demand(?:s|ed|ing)?|want(?:s|ed)?|request(?:s|ed|ing)?|recommend(?:s|ed|ing)?)\s+(?:[a-z]+\s+(?:to|of)\s+)?$",
    re.IGNORECASE,
)
_THAT_WAS_SOUGHT = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:had\s+been\s+|was\s+|were\s+)?(?:demanded|sought|requested|recommended|called\s+for|asked\s+for|"
    r"wanted)\s+by\s+(?:the\s+|state\s+|public\s+)*prosecut(?:ion|ors?)\b"
    r"|\s+(?:that\s+|which\s+)?(?:the\s+)?prosecut(?:ion|ors?)\s+(?:had\s+)?(?:demanded|sought|requested|recommended|wanted|"
    r"(?:called|asked)\s+for)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)|\s+(?:for|over|and|but|while|against|on)\b", re.IGNORECASE)
"""What follows on a term that a prosecutor asks for: "seven years", but not "two weeks to prepare"."""
_LONG = frozenset({"month", "year"})
_REACH = 90
"""Characters on either side that are read."""


def penalty_of(text: str, made: Candidate) -> str | None:
    """SENTENCE, SOUGHT or SERVED where a duration tells how long somebody is, may be or has been in prison, else None.

    Args:
        text: the text that `made` has its offsets in.
    """
    if made.dimension != "duration":
        return None
    before, after = text[max(0, made.start - _REACH) : made.start], text[made.end : made.end + _REACH]
    if made.unit in _LONG and ((_SOUGHT_BY.search(before) and _ENDS.match(after)) or _THAT_WAS_SOUGHT.match(after)):
        return SOUGHT
    if _BEFORE.search(before) is None and _AFTER.match(after) is None:
        return None
    return SERVED if _SPENT.search(before) else SOUGHT if _WANTED.search(before) else SENTENCE
