"""`find_quantities`: candidates, sifted, and put into their context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.quantities import context, reject
from claimcheck.claims.quantities.grammar import Candidate
from claimcheck.claims.quantities.scan import numbered
from claimcheck.claims.quantities.sift import LISTED, is_corrected, refused
from claimcheck.claims.quantities.unnumbered import unnumbered
from claimcheck.claims.times import time_ranges
from claimcheck.records.values import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quantities(doc: Doc) -> list[Quantity]:
    """The quantities of a text, by start, not overlapping.

    Args:
        doc: parsed by a spaCy English pipeline with tagger, parser, lemmatizer and entity recogniser.

    Returns:
        `text[q.start:q.end] == q.text` for each. The range takes in comparator, number, unit and rate, but not
        what is counted: "At least 34" of "At least 34 people were killed". Fahrenheit is given in degrees Celsius.
        Dates, times of day, identifiers, telephone numbers and pronouns ("one of them") are left out.
    """
    text = doc.text  # put together anew at every call: once is enough
    if not text.strip():
        return []
    mask = sorted([*time_ranges(doc), *reject.masked(text)])
    found = numbered(text, mask) + unnumbered(text, mask)
    found.sort(key=lambda made: (made.start, -made.end))
    kept: list[Candidate] = []
    position = 0
    named = -1  # where the last identifier ends: "junctions 9 and 10" names two
    for made in found:
        if made.start < position or made.end <= made.start:
            continue
        span = doc.char_span(made.start, made.end, alignment_mode="expand")
        if span is None:
            continue
        first, last = span[0], span[-1]
        if named >= 0 and made.kind == "count" and not made.compared and LISTED.fullmatch(text, named, made.start):
            named = made.end
            continue
        previous = kept[-1] if kept else None
        if refused(doc, text, made, first, last, previous):
            named = made.end if made.kind == "count" and not made.worded else -1
            continue
        if is_corrected(text, made, [*kept, *(other for other in found if other.start >= made.end)]):
            continue
        _restated(text, made, kept)
        context.fill(doc, text, made, first, last, previous)
        kept.append(made)
        position = made.end
    return [_record(text, made) for made in kept]


def _restated(text: str, made: Candidate, kept: list[Candidate]) -> None:
    """ "A magnitude 7.4 quake … first put at 7.2": a bare decimal beside a magnitude of the sentence is one, too."""
    if made.kind != "count" or made.worded or made.low is None or made.low > 10 or made.low == round(made.low):
        return
    named = next((one for one in reversed(kept) if one.dimension == "magnitude"), None)
    if named is None or re.search(r"[.!?]\s", text[named.end : made.start]):
        return
    if re.search(r"\b(?:at|to|from|of|as|than|was|is)\s+(?:an?\s+)?$", text[max(0, made.start - 12) : made.start]):
        made.kind, made.dimension = "measure", "magnitude"


def _record(text: str, made: Candidate) -> Quantity:
    return Quantity(
        start=made.start,
        end=made.end,
        text=text[made.start : made.end],
        low=made.low,
        high=made.high,
        low_closed=made.low_closed,
        high_closed=made.high_closed,
        unit=made.unit,
        dimension=made.dimension,
        scale=made.scale,
        approximate=made.approximate,
        counts=made.counts,
        role=made.role,
    )
