"""How well a medicine works, however it is told: "78 percent effective", "prevented 71 percent of infections"."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.grammar import Candidate
from claimcheck.claims.times.expression import MONTHS, WEEKDAYS

EFFICACY, EFFICACY_SEVERE, EFFICACY_DEATH = "efficacy", "efficacy against severe illness", "efficacy against death"
"""What such a share measures: infections or cases that were prevented, those that end in hospital, deaths."""
_ILL = (
    r"(?P<what>(?:(?:symptomatic|new|severe|serious|covid(?:-19)?|malaria|flu|measles|hospital)\s+){0,2}"
    r"(?:infections?|cases|illness(?:es)?|disease|hospitali[sz]ations?|admissions?|deaths?|symptoms))\b"
)
_MEDICINE = (
    r"\b(?:vaccines?|jabs?|shots?|injections?|boosters?|drugs?|pills?|tablets?|treatments?|therap(?:y|ies)|doses?)\b"
)
_GAP = r"(?:(?!\b(?:and|but)\b)[^.;\d])"
"""A character of a stretch that reaches neither another number nor another part of a list."""
_EFFECTIVE = re.compile(
    rf"[\s-]+(?:(?P<adjective>effective|efficacious)|effectiveness|efficacy)\b"
    rf"(?P<medicine>\s+{_MEDICINE})?(?P<tail>{_GAP}{{0,40}}?\b(?:against|at|in)\s{_GAP}{{0,30}}?{_ILL})?",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|proved|proven|found|(?:effective|efficacious)\b[^.;]*\b(?:and|but|or))\s+"
    r"(?:(?:only|just|about|around|roughly|nearly|almost|over|at\s+least|up\s+to|more\s+than|less\s+than)\s+){0,2}$",
    re.IGNORECASE,
)
_DATE = "|".join(("next", "immediately", "today", "tomorrow", "midnight", "now", *WEEKDAYS, *MONTHS))
_FROM_WHEN = re.compile(
    rf",?\s+(?:from\b|as\s+of\b|(?:on\s+)?(?:the\s+)?\d|(?:(?:on|in|the|early|mid|late)[\s-]+){{0,2}}(?:{_DATE})\b)",
    re.IGNORECASE,
)
"""After "effective" where it tells since when something holds: "5 percent effective from May"."""
_OF_EFFICACY = re.compile(r"\b(?:efficacy|effectiveness)(?:\s+(?:rate|level))?\s+(?:of|was|is|at)\s+$", re.IGNORECASE)
_PREVENTED = re.compile(r"\b(?:prevent|avert|block|stopp?)(?:s|ed|ing)?\s+$", re.IGNORECASE)
_OF_CASES = re.compile(rf"\s+of\s+(?:all\s+|the\s+)?{_ILL}", re.IGNORECASE)
_CUT = re.compile(
    rf"{_MEDICINE}[^.;,]{{0,40}}?\b(?:cut|cuts|cutting|reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?)\s+(?:the\s+)?"
    rf"(?:(?:risk|rate|number)\s+of\s+)?{_ILL}\s+by\s+$",
    re.IGNORECASE,
)
_REACH = 90
"""Characters on either side that are read."""


def efficacy_of(text: str, made: Candidate) -> str | None:
    """EFFICACY, EFFICACY_SEVERE or EFFICACY_DEATH where a percentage tells how well a medicine works, else None.

    Args:
        text: the text that `made` has its offsets in.
    """
    if made.dimension != "percentage":
        return None
    before, after = text[max(0, made.start - _REACH) : made.start], text[made.end : made.end + _REACH]
    found = _EFFECTIVE.match(after)
    if found is not None and found["adjective"] and not _is_of_medicine(text, before, after, found):
        found = None
    found = found or _CUT.search(before)
    if found is None and _PREVENTED.search(before):
        found = _OF_CASES.match(after)
    if found is None:
        return EFFICACY if _OF_EFFICACY.search(before) else None
    what = (found["what"] or "").lower()
    if "death" in what:
        return EFFICACY_DEATH
    return EFFICACY_SEVERE if re.search(r"severe|serious|hospital|admission", what) else EFFICACY


def _is_of_medicine(text: str, before: str, after: str, found: re.Match[str]) -> bool:
    """Whether "effective" tells how well a medicine works, not since when a rate holds."""
    if re.search(_MEDICINE, text, re.IGNORECASE) is None or _FROM_WHEN.match(after, found.end("adjective")):
        return False
    return (found["medicine"] or found["tail"]) is not None or _IS.search(before) is not None
