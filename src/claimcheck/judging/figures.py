"""What the words around a figure say of it: a part of another one, a former value, how a game stood, whose it is."""

from __future__ import annotations

import re

from claimcheck.records import Claim, Quantity

REACH = 24
"""Characters before and after a figure that are looked at, less what they hold of a word that is cut."""
FURTHER = 60
CASUALTIES = frozenset({"die", "injure"})
"""Roles of the figures of who was killed or hurt."""

_PART_BEFORE = re.compile(
    r"\b(?:including|includes?|included|among (?:them|whom)|another|additional|extra|further|of (?:whom|which|them)"
    r"|other|some of|the other|each|first|last|remaining|next|then|followed by)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
"""Words right before a figure that say that it is a part of another, or comes on top of it."""
_PART_AFTER = re.compile(
    r"\W*(?:more|others?|each|per|of (?:whom|which|them))\b"
    r"|\W*(?:\w+ )?(?:(?:from|in) each\b(?! other\b)|on each side\b|(?:each|(?:in|on) the other)(?:[.,;:!?)]|$))",
    re.IGNORECASE,
)
"""The same right after a figure."""
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|compared with)\W+$"
    r"|\bused to \w+\W+$"
    r"|\b(?:compared (?:with|to)|than) (?:the|its|their|an?)\W+(?:current|previous|old|older|earlier|existing)?\W*$",
    re.IGNORECASE,
)
"""Before a figure of what something else is or was: "45 instead of 50", "smaller than the current 11-inch model", "used
to take 90 minutes"."""
_FROM = re.compile(r"\bfrom\W+$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:cut|rose|fell|up|down|grew|(?:lower|rais|increas|decreas|reduc|chang|drop|lengthen|shorten|doubl|tripl|halv|"
    r"narrow|widen)\w*)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\W+(?:\w+\W+){0,4}?to\b", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\b(?:(?:after|fore)shocks?|weaken\w*|strengthen\w*|downgrad\w*|had been|once|at its (?:peak|strongest)|could)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:licen[sc]ed|certified|designed|built|meant|allowed|permitted|capacity|room|space|(?:able|enough) to)\b"
    r"(?:\W+\w+){0,3}\W+$"
    r"|\b(?:seats|holds|accommodates)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)

_STOOD_BEFORE = re.compile(
    r"\b(?:leads?|leading|trail\w*|deficits?|ahead|behind|improv\w+ to|ma[dk]e it|record of)\W+(?:\w+\W+){0,2}$"
    r"|\bled\W+(?:\d+\W)?$",
    re.IGNORECASE,
)
_STOOD_AFTER = re.compile(
    r"(?:\W\d+)?\W{0,2}(?:leads?|deficit|run|half[- ]?time|at (?:the )?(?:half|break|interval)|record|advantage|start|"
    r"mark|season|all[- ]time)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:in|at|on|for|from|during)\s+(?:[\w’'-]+\s+){1,3}alone,\W*$", re.IGNORECASE)
_COUNTED_SO_FAR = re.compile(
    r"\s+of\s+(?:(?:the|all)\s+)?(?:ballots?|votes?|returns|results|precincts|districts|polling\s+(?:station|place)s)\s+"
    r"(?:(?:have|had|has|been|is|are|was|were|now)\s+)*(?:counted|tallied|reporting|(?:declared|in)(?=\s*(?:[,.;]|$)))",
    re.IGNORECASE,
)
"""After a share that tells how far a count has come, not what it brought: "38 percent of ballots counted"."""
_SERIES_BEFORE = re.compile(r"\bseries(?:\s+score)?\W*$", re.IGNORECASE)
_SERIES_AFTER = re.compile(
    r"\W*(?:in the(?:\s+[\w-]+){0,2}\s+series\b(?!\s+(?:opener|finale))|on aggregate\b)", re.IGNORECASE
)
_BRACKETED = re.compile(r"[A-Z][\w.]*\s\((?:\d+[^\w)]{1,2}){0,3}$")
_RESULT = re.compile(r"\b(?:beat\w*|defeat\w*|w[io]n|wins|los[et]s?|drew|draws?|over|against|victory)\b", re.IGNORECASE)


def is_partial(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure is a part of another, or comes on top of it: "among them 15 children"."""
    before, after = _around(quantity, claim)
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after))


def is_former(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure is one that is no more, or of what something is compared with: "lowered from 5.25 percent",
    "45 instead of 50", "smaller than the 11-inch model"."""
    before, after = claim.quote[: quantity.start - claim.start], claim.quote[quantity.end - claim.start :]
    if _INSTEAD.search(before):
        return True
    return _FROM.search(before) is not None and bool(_CHANGED.search(before[-FURTHER:]) or _TO.match(after))


def when_so_strong(claim: Claim) -> str:
    """The words that tell that a strength is not the one that the event has, but of an aftershock, or of a storm at its
    peak or before; "" where there are none."""
    found = _ANOTHER_TIME.search(claim.quote)
    return found[0].lower() if found else ""


def is_room(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure tells how many there may be, not how many there are: "licensed to carry 450"."""
    start = quantity.start - claim.start
    return _ROOM.search(claim.quote[max(0, start - FURTHER) : start]) is not None


def is_progress(quantity: Quantity, claim: Claim) -> bool:
    """Whether a share tells how far a count has come: "with 38 percent of ballots counted"."""
    if quantity.dimension != "percentage":
        return False
    return _COUNTED_SO_FAR.match(claim.quote, quantity.end - claim.start) is not None


def is_standing(quantity: Quantity, claim: Claim) -> bool:
    """Whether two numbers are no result: how a game stood for a while, or a season's record ("Colts (11-4, 2-1)")."""
    before, after = _around(quantity, claim)
    if _STOOD_BEFORE.search(before) or _STOOD_AFTER.match(after):
        return True
    scores = sum(q.dimension == "score" for q in claim.quantities)
    return _BRACKETED.search(before) is not None and (scores > 2 or not _RESULT.search(before))


def is_of_series(quantity: Quantity, claim: Claim) -> bool:
    """Whether two numbers tell how a series of games ended: "won the best-of-seven series 4-2"."""
    before, after = _around(quantity, claim)
    return bool(_SERIES_BEFORE.search(before) or _SERIES_AFTER.match(after))


def is_of_part(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure is that of one place or time among several: "on Wednesday alone, 240"."""
    start = quantity.start - claim.start
    return _ALONE.search(claim.quote[max(0, start - FURTHER) : start]) is not None


def _around(quantity: Quantity, claim: Claim) -> tuple[str, str]:
    """The text up to REACH before and after a figure, in whole words."""
    quote, start, end = claim.quote, quantity.start - claim.start, quantity.end - claim.start
    left, right = max(0, start - REACH), min(len(quote), end + REACH)
    while 0 < left < start and _is_in_word(quote, left):
        left += 1
    while end < right < len(quote) and _is_in_word(quote, right):
        right -= 1
    return quote[left:start], quote[end:right]


def _is_in_word(text: str, place: int) -> bool:
    return text[place - 1 : place + 1].isalnum()
