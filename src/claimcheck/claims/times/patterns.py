"""Time expressions as the characters give them: which words, not yet which days.

Every pattern yields an `Expression`; `claims.times.resolve` turns it into days.
"""

from __future__ import annotations

import functools
import re

from claimcheck.claims.times.calendar_patterns import CALENDAR_PATTERNS, DIGIT_PATTERNS
from claimcheck.claims.times.clock_words import CLOCK_WORD_PATTERNS
from claimcheck.claims.times.expression import Expression
from claimcheck.claims.times.holidays import HOLIDAY_PATTERNS
from claimcheck.claims.times.relative_patterns import RELATIVE_PATTERNS
from claimcheck.claims.times.year_patterns import YEAR_DIGIT_PATTERNS, YEAR_PATTERNS

_WORD_PATTERNS = (
    *CALENDAR_PATTERNS,
    *YEAR_PATTERNS,
    *RELATIVE_PATTERNS,
    *CLOCK_WORD_PATTERNS,
    *HOLIDAY_PATTERNS,
)
_DIGIT = re.compile(r"\d")


@functools.lru_cache(maxsize=64)
def find_expressions(text: str) -> tuple[Expression, ...]:
    """All time expressions in a text, by start; of those that overlap, the one that begins first, then the longest.

    The last few texts are remembered: quantities and times are looked for in one text after the other.
    """
    patterns = [*DIGIT_PATTERNS, *YEAR_DIGIT_PATTERNS] if _DIGIT.search(text) else []
    lowered = text.lower()
    patterns += [(pattern, read) for words, pattern, read in _WORD_PATTERNS if any(word in lowered for word in words)]
    found: list[Expression] = []
    for pattern, read in patterns:
        for match in pattern.finditer(text):
            expression = read(match)
            if expression is not None:
                found.append(expression)
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Expression] = []
    position = 0
    for expression in found:
        if expression.start >= position:
            kept.append(expression)
            position = expression.end
    return tuple(kept)
