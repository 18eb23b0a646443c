"""Two figures of the same things that measure another aspect of them, so that both may be right: some and all of them,
what was asked for and what was given, ranks in two series."""

from __future__ import annotations

import re

from claimcheck.claims.lexicon import event_classes
from claimcheck.claims.quantities.penalties import SENTENCE, SERVED, SOUGHT
from claimcheck.judging.ordinals import number_the_same
from claimcheck.records import Claim, Quantity

_NUMBER = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b"
_OF_WHOLE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:all\s+)?(?:the|these|those|its|their|his|her|our)\s+(?!own\b)"
    rf"|(?:[\w.-]+[’']s?\s+)?{_NUMBER})"
)
"""After a figure of some among several: "12 of the hostages", "three of nine miners"; "two of its own soldiers" are
just two."""

NEITHER = "told of by a modal verb"

_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?\s+for|appl(?:y|ies|ied|ying)\s+for|call(?:s|ed|ing)?\s+for|demand(?:s|ed|ing)?|"
    r"seek(?:s|ing)?|sought|request(?:s|ed|ing)?|want(?:s|ed)?|bid(?:ding)?\s+for)\b"
)
_OFFERED = re.compile(r"\b(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?))\b")
_FORESEEN = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing)?|budget(?:s|ed|ing)?|target(?:s|ed|ing)?|"
    r"plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
    r"hop(?:e|es|ed|ing)|schedul(?:e|es|ed|ing)|earmark(?:s|ed)?|allot(?:s|ted)?|set\s+aside)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|can|could|must|may|might|should|shall|to\s+be|(?:is|are|has|have|due|set)\s+to)\b|[’']ll\b"
)
_AHEAD_AFTER = re.compile(rf"(?:[\s-]+[\w-]+){{0,3}}?\s+(?:{_AHEAD.pattern})")
"""The same after a figure: "2,000 jobs will go"."""
_CLAUSE = re.compile(r"(?:[;:,.]|\b(?:but|and|while|who|which|that|after|before|when|because)\b)(?!\d)")
"""Where what somebody asks for or plans may end."""
_OPEN = frozenset({"planned", "possible", "conditional"})


def another_aspect(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> str:
    """How two figures that differ measure something else, in words for the reader; "" where nothing says so."""
    if some_of_all(qa, qb, a, b):
        return "one counts only some of them"
    open_a, open_b = still_open(qa, a), still_open(qb, b)
    if open_a != open_b and NEITHER not in {open_a, open_b}:
        return " and ".join(f"one was {word}" for word in sorted({open_a, open_b} - {""}))
    if qa.dimension == "ordinal" and not number_the_same(qa, qb, a, b):
        return "they are ranks in two series"
    return ""


def some_of_all(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether one figure counts some among several, and not what the other says of them: "1,900 of the children were
    vaccinated", "the camp has 4,600 children"."""
    classes = event_classes()
    of_a, of_b = (classes.get(q.role, q.role) if q.role else None for q in (qa, qb))
    return (_is_of_whole(qa, a) or _is_of_whole(qb, b)) and (of_a is None or of_a != of_b)


def _is_of_whole(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure counts some among several: "1,900 of the children"."""
    return quantity.dimension == "count" and _OF_WHOLE.match(claim.quote, quantity.end - claim.start) is not None


def still_open(quantity: Quantity, claim: Claim) -> str:
    """Whether a figure was only "asked", "offered" or "foreseen", not what came of it; NEITHER where a modal verb
    leaves that open ("must pay 3 million"), "" where nothing says so."""
    if quantity.counts in {SENTENCE, SOUGHT, SERVED}:
        return ""  # known better already
    before, after = claim.quote[: quantity.start - claim.start], claim.quote[quantity.end - claim.start :]
    clause = _CLAUSE.split(before)[-1]
    if claim.event is not None and claim.factuality in _OPEN and claim.event.start < quantity.start:
        between = before[max(0, claim.event.end - claim.start) :]
        if _CLAUSE.search(between) is None:
            return "foreseen"
    for word, words in (("asked", _ASKED), ("offered", _OFFERED), ("foreseen", _FORESEEN), (NEITHER, _AHEAD)):
        if words.search(clause):
            return word
    return NEITHER if _AHEAD_AFTER.match(after) else ""
