"""Which extent a length is: "68 metres deep" and "41 metres from bow to stern" measure two things of one ship."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.records import Claim, Quantity

Extent = Literal["depth", "length", "width", "height", "distance"]

REACH = 40
"""Characters before and after a length that are looked at."""

_AFTER: tuple[tuple[Extent, re.Pattern[str]], ...] = (
    (
        "depth",
        re.compile(
            r"[\s-]+(?:deep|down(?=[,.;]|\s*$)|in depth|below|under(?:ground|water|neath)?\b|beneath)", re.IGNORECASE
        ),
    ),
    ("length", re.compile(r"[\s-]+(?:long\b|in length|from bow to stern|from end to end)", re.IGNORECASE)),
    ("width", re.compile(r"[\s-]+(?:wide|across|broad|in (?:width|diameter))\b", re.IGNORECASE)),
    ("height", re.compile(r"[\s-]+(?:high|tall|in height|above (?:the )?(?:sea|ground))\b", re.IGNORECASE)),
    ("distance", re.compile(r"\s+(?:away|(?:north|south|east|west)\w*|off|from|outside|short of)\b", re.IGNORECASE)),
)
_BEFORE: tuple[tuple[Extent, re.Pattern[str]], ...] = (
    ("depth", re.compile(r"\bdepths?\s+(?:of|was|is|reached)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)),
    ("length", re.compile(r"\blength\s+(?:of|was|is)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)),
    ("width", re.compile(r"\b(?:width|diameter)\s+(?:of|was|is)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)),
    ("height", re.compile(r"\b(?:height|altitude)\s+(?:of|was|is)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)),
    ("distance", re.compile(r"\bdistance\s+(?:of|was|is)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)),
)
_FELL = re.compile(r"\b(?:f[ae]ll\w*|drop\w*|plung\w*|slid\w*|slip\w*|tumbl\w*)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
"""Before how far somebody or something fell, wherever that began."""
_WITHIN = re.compile(r"within\b", re.IGNORECASE)
_OF = re.compile(r"(?:\s+\([^)]{1,30}\))?\s+of\b", re.IGNORECASE)


def extent_of(quantity: Quantity, claim: Claim) -> Extent | None:
    """The extent that a length is, by the words right beside it; None where they do not tell, or it is no length."""
    if quantity.dimension != "length":
        return None
    start, end = quantity.start - claim.start, quantity.end - claim.start
    before, after = claim.quote[max(0, start - REACH) : start], claim.quote[end : end + REACH]
    if _WITHIN.match(quantity.text) and _OF.match(after):
        return "distance"
    if _FELL.search(before):
        return None
    for extent, words in _BEFORE:
        if words.search(before):
            return extent
    return next((extent for extent, words in _AFTER if words.match(after)), None)


def differ(one: Extent | None, other: Extent | None) -> bool:
    """Whether two extents are known to be two; how long a pipe is may be how high it stands."""
    return one is not None and other is not None and one != other and {one, other} != {"length", "height"}
