"""Comparators: "over", "at least", "nearly", "or more", and what they make of a value.

The rules of the interval, by what the text says:

| words                                   | interval                               |
|-----------------------------------------|----------------------------------------|
| over X, more than X, above X            | X excluded, no upper bound             |
| at least X, X or more, X-plus           | X included, no upper bound             |
| under X, fewer than X                   | no lower bound, X excluded             |
| up to X, as many as X, no more than X   | no lower bound, X included             |
| within X (a length, a duration)         | no lower bound, X included             |
| passed the X mark                       | X excluded, no upper bound             |
| nearly X, almost X, the better part of X | NEAR_BELOW * X included to X excluded  |
| just over X, slightly more than X       | X excluded to NEAR_ABOVE * X included  |
| about X, around X, some X, barely X     | X to X, approximate                    |
| X to Y, between X and Y, X–Y            | X to Y, both included                  |
"""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.claims.quantities.grammar import UNIT_AFTER, Candidate, with_unit
from claimcheck.claims.units import find_unit

# "Just under an hour" is said of fifty minutes, hardly of forty-five; "almost two miles" never of three quarters of
# a mile. The bound above is the reciprocal.
NEAR_BELOW = 0.8
NEAR_ABOVE = 1.25

Comparator = Literal["over", "least", "under", "most", "near", "just over", "about", "exact"]

_COMPARATORS: tuple[tuple[Comparator, str], ...] = (
    ("most", r"(?:no|not)\s+(?:more|greater|higher|larger|longer)\s+than|up\s+to|"
             r"as\s+(?:many|much|high|long|far|large)\s+as|"
             r"at\s+(?:the\s+)?(?:most|maximum)|a\s+maximum\s+of|maximum|capped\s+at|not\s+exceeding"),
    ("least", r"at\s+(?:the\s+(?:very\s+)?)?least|(?:no|not)\s+(?:fewer|less|lower)\s+than|"
              r"upwards?\s+of|a\s+minimum\s+of|minimum"),
    ("just over", r"(?:just|slightly|barely|marginally|fractionally|(?:a\s+)?little|a\s+(?:bit|shade|touch))"
                  r"\s+(?:over|above|more\s+than|"
                  r"upwards?\s+of|in\s+excess\s+of)"),
    ("near", r"(?:just|slightly|marginally|fractionally|a\s+(?:little|bit|shade|touch))"
             r"\s+(?:under|below|short\s+of|less\s+than|"
             r"fewer\s+than|shy\s+of)|the\s+(?:better|best)\s+part\s+of|(?:very\s+)?nearly|almost|not\s+quite|approaching|nearing"),
    ("over", r"(?:(?:well|far|much|significantly|considerably)\s+)?(?:over|above|beyond|in\s+excess\s+of|"
             r"(?:more|greater|higher|larger|longer|older)\s+than)|exceed(?:s|ed|ing)?|north\s+of"),
    ("under", r"(?:(?:well|far|much|significantly|considerably)\s+)?"
              r"(?:under|below|(?:fewer|less|lower|smaller|shorter|younger)\s+"
              r"than)|south\s+of"),
    ("about", r"(?:an?\s+)?(?:estimated|approximate|average\s+of\s+about)(?=\s)|"
              r"about|around|approximately|approx\.?|roughly|"
              r"some|circa|close\s+to|near\s+to|something\s+like|in\s+the\s+region\s+of|more\s+or\s+less|barely|scarcely|~|≈"),
    ("exact", r"exactly|precisely"),
)  # fmt: skip
_BEFORE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _COMPARATORS) + r")\s*$",
    re.IGNORECASE,
)
_MORE_ABOUT = re.compile(r"(?<![\w-])(?:an\s+estimated|estimated|about|around|roughly|some)\s*$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?P<least>\s?\+(?![\d\w])|-plus\b|\s+plus\b(?=\s+[a-z])(?!\s+(?:an?|the|one|two|three|its|his|her|their|another|any|some)\b)|,?\s+(?:or|and)\s+(?:more|over|above|greater|higher|older|longer)\b"
    r"|\s+upwards\b)"
    r"|(?P<most>,?\s+(?:or|and)\s+(?:less|fewer|under|below|lower|younger)\b|\s+at\s+most\b)"
    r"|(?P<about>-odd\b|\s+or\s+(?:so|thereabouts)\b|-ish\b|\s+approximately\b)"
    r"|(?P<atleast>\s+at\s+least\b)",
    re.IGNORECASE,
)
# "Passed the 100,000 mark"; without the mark one passes tests and streets.
_PASSED = re.compile(r"\b(?:pass|cross|surpass|topp?|breach)(?:e[sd]|ed|ing)?\s+(?:the\s+)?$", re.IGNORECASE)
_MARK = re.compile(r"[\s-](?:mark|milestone|threshold|barrier)\b", re.IGNORECASE)
_WITHIN = re.compile(r"(?<![\w-])within\s+$", re.IGNORECASE)
# "Spread over 27 hectares", "staggered over two years": the room taken, no bound.
_EXTENT = re.compile(
    r"\b(?:spread|stretch|scatter|strew|extend|sprawl|distribut|stagger|phas|spac)\w*\s+(?:out\s+)?$", re.I
)
# "Handed over two soldiers": the particle of a verb.
_PARTICLE = re.compile(r"\bhand(?:s|ed|ing)?\s+$", re.IGNORECASE)
_SYMBOL_BEFORE = re.compile(r"(?P<over>>)|(?P<under><)|(?P<least>≥)|(?P<most>≤)")


def compare(text: str, made: Candidate, after: int) -> None:
    """Apply the comparators around a candidate; `after` is where the candidate before it ends."""
    if made.kind in ("ordinal", "score", "zero"):
        return
    if text[made.start - 1 : made.start] in "<>≥≤" and made.start and made.start > after:
        word = _SYMBOL_BEFORE.match(text[made.start - 1])
        assert word is not None
        assert word.lastgroup is not None
        made.start -= 1
        _bound(made, word.lastgroup)
        return
    left = text[max(after, made.start - 40) : made.start]
    before = _BEFORE.search(left)
    if before is not None and before.lastgroup == "over":
        verb = left[: before.start()]
        if _EXTENT.search(verb) or (before.group().strip().lower() == "over" and _PARTICLE.search(verb)):
            return
    if before is not None and before.lastgroup is not None:
        start = before.start()
        made.start -= len(left) - start
        _bound(made, before.lastgroup)
        if (more := _MORE_ABOUT.search(left[:start])) is not None:
            made.start -= start - more.start()
            made.approximate = True
        return
    if made.dimension in ("length", "duration") and (within := _WITHIN.search(left)) is not None:
        made.start -= len(left) - within.start()
        _bound(made, "most")
        return
    if _MARK.match(text, made.end) and (passed := _PASSED.search(left)) is not None:
        made.start -= len(left) - passed.start()
        _bound(made, "over")
        return
    if (later := _AFTER.match(text, made.end)) is not None and later.lastgroup is not None:
        made.end = later.end()
        _bound(made, {"atleast": "least"}.get(later.lastgroup, later.lastgroup))
        match = UNIT_AFTER.match(text, made.end) if made.kind == "count" else None
        if match is not None and match["sep"] and len(match["unit"]) > 2:  # "40-plus kilometres"
            unit = find_unit(match["unit"])
            assert unit is not None
            with_unit(made, unit)
            made.end = match.end()


def _bound(made: Candidate, how: str) -> None:
    made.compared = True
    if made.low is None or made.high is None:
        return
    if how == "about" or made.low != made.high:
        made.approximate = made.approximate or how in ("about", "near", "just_over")
        return
    if how == "over":
        made.high, made.low_closed = None, False
    elif how == "least":
        made.high, made.low_closed = None, True
    elif how == "under":
        made.low, made.high_closed, made.low_closed = None, False, True
    elif how == "most":
        made.low, made.high_closed = None, True
    elif how == "near":
        value = made.high
        made.low, made.high_closed = value - (1 - NEAR_BELOW) * abs(value), False
        made.approximate = True
    elif how == "just_over":
        value = made.low
        made.high, made.low_closed = value + (NEAR_ABOVE - 1) * abs(value), False
        made.approximate = True
