"""A change and a level: "the river rose by two metres", "it peaked at 7.4 metres"."""

from __future__ import annotations

import re

from claimcheck.records import Claim, Quantity

ROUGHLY = (
    r"(?:\s+(?:about|around|nearly|almost|some|roughly|over|under|at\s+least|at\s+most|up\s+to|(?:more|fewer|less)\s+than"
    r"|an?|another|further|extra|additional))*"
)
"""Words that may stand between a verb and the figure that it governs."""
_MOVING = (
    r"(?:r[io]se|risen|rising|f[ae]ll(?:en|ing)?|gr[eo]wn?|growing|climb\w*|jump\w*|surg\w*|soar\w*|declin\w*|plung\w*|"
    r"slump\w*|tumbl\w*|shr[aiu]nk\w*|widen\w*|narrow\w*)"
)
_CHANGING = (
    rf"(?:{_MOVING}|dropp?\w*|increas\w*|decreas\w*|reduc\w*|rais\w*|lower\w*|cut|cutting|gain\w*|advanc\w*|retreat\w*|"
    r"sli[dp]\w*|sank|sunk)"
)
_CHANGE = re.compile(
    rf"\b{_CHANGING}\s+(?:[\w’'-]+\s+){{0,3}}?by{ROUGHLY}\s+$|\b{_MOVING}{ROUGHLY}\s+$"
    rf"|(?:^|[,;(]\s*|\b(?:is|was|were|are)\s)(?:up|down){ROUGHLY}\s+$",
    re.IGNORECASE,
)
"""Before a figure that is by how much something changed: "rose by two metres", "fell 3 percent", "down 3 percent"; the
400 jobs that a firm cut are no change of something else."""
_LEVEL = re.compile(
    rf"\b(?:{_CHANGING}\s+(?:[\w’'-]+\s+){{0,3}}?to|(?:peak|stand|stood|hover|remain|stay|clos|end|settl|fix|set)\w*\s+at|"
    rf"reach\w*|hit|hits|peak\w*\s+of|(?:is|was|were|are)(?:\s+now)?(?:\s+at)?){ROUGHLY}\s+$",
    re.IGNORECASE,
)
"""Before a figure that something came to."""
_BOUND = re.compile(r"(?:below|above|beneath|beyond)\b", re.IGNORECASE)
"""With what a figure begins that something came to, in place of "to": "fell below 26 degrees"."""
_DIFFERENCE = re.compile(
    r"\s+(?:less|more|fewer|longer|shorter|lower|higher|faster|slower|earlier|later|older|younger|heavier|lighter)\s+than\b"
)
"""After a figure that tells how far something is from another."""


def are_change_and_level(change: Quantity, level: Quantity, a: Claim, b: Claim) -> bool:
    """Whether one figure is by how much something changed, and the other what it came to, or differs from it by the
    first.

    Args:
        change: a figure of `a`.
        level: a figure of `b`, of the same dimension.
        a, b: the claims.
    """
    if not _is_change(change, a) or _is_change(level, b):
        return False
    return _is_level(level, b) or _is_difference(change, a)


def _is_change(q: Quantity, claim: Claim) -> bool:
    """Whether a figure tells by how much something changed: "rose by two metres", "up 9 percent"."""
    if _BOUND.match(claim.quote, q.start - claim.start):
        return False  # "fell below 26 degrees"
    return _CHANGE.search(claim.quote, 0, q.start - claim.start) is not None or _is_difference(q, claim)


def _is_difference(q: Quantity, claim: Claim) -> bool:
    """Whether a figure tells how far something is from what it is compared with: "40 minutes less than before"."""
    return _DIFFERENCE.match(claim.quote, q.end - claim.start) is not None


def _is_level(q: Quantity, claim: Claim) -> bool:
    """Whether a figure tells what something came to: "peaked at 7.4 metres", "rose to 5 percent"."""
    return _LEVEL.search(claim.quote, 0, q.start - claim.start) is not None
