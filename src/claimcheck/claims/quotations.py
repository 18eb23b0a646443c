"""Quotations: ranges between quotation marks, also where a mark is missing or a speech runs over paragraphs."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

import attrs

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "``": "''"}
_OPENING_ONLY = frozenset("“«„‘")
_CLOSING_ONLY = frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/\"'“‘")


@attrs.frozen
class Quotation:
    """What stands between two marks: `text[start:end]`, marks excluded.

    Attributes:
        paragraph: number of the paragraph.
        opened, closed: whether the mark on that side is there; without it the range reaches to the paragraph's edge.
    """

    start: int
    end: int
    paragraph: int
    opened: bool = True
    closed: bool = True


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """Quotations in each of the paragraphs (ranges in `text`), by start, not overlapping (the outer ones)."""
    return [q for number, (start, end) in enumerate(paragraphs) for q in _in_paragraph(text, start, end, number)]


def _in_paragraph(text: str, start: int, end: int, number: int) -> Iterable[Quotation]:
    found: list[Quotation] = []
    opened_at: int | None = None
    mark = ""
    for i in range(start, end):
        char = text[i]
        if char not in '“”«»„‘’"':
            continue
        before = text[i - 1] if i > start else " "
        after = text[i + 1] if i + 1 < end else " "
        can_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        can_close = not before.isspace() and not after.isalnum()
        if opened_at is None:
            if char in _CLOSING_ONLY or (char == '"' and can_close and not can_open):
                # The opening mark is missing: it is the paragraph's first words that are quoted, if nothing was before.
                if not found:
                    found.append(Quotation(start, i, number, opened=False))
            elif char == "’" or (char == "‘" and not can_open) or (char == '"' and not can_open):
                continue
            else:
                opened_at, mark = i + 1, char
            continue
        if char in _PAIRS.get(mark, "") and (mark not in {"‘", '"'} or can_close or i + 1 >= end):
            if mark == "‘" and _is_apostrophe(text, i, end):
                continue
            found.append(Quotation(opened_at, i, number))
            opened_at = None
        elif char == mark and char in _OPENING_ONLY:
            opened_at = i + 1  # a second opening mark: the first was never closed
    if opened_at is not None and mark != "‘":
        found.append(Quotation(opened_at, end, number, closed=False))
    return [q for q in found if q.start < q.end]


def _is_apostrophe(text: str, i: int, end: int) -> bool:
    """Is the ’ inside a ‘…’ quotation a plural possessive? It is where another closing mark comes before a new
    opening one."""
    rest = text[i + 1 : end]
    nearest_close = rest.find("’")
    nearest_open = rest.find("‘")
    return (
        text[i - 1 : i] == "s"
        and rest[:1] == " "
        and rest[1:2].islower()
        and nearest_close >= 0
        and (nearest_open < 0 or nearest_close < nearest_open)
    )


class QuotationIndex:
    """Look-up of quotations by place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = list(quotations)
        self._starts = [q.start for q in self.quotations]

    def overlapping(self, start: int, end: int) -> list[int]:
        """Numbers of the quotations that share a character with the range."""
        first = bisect.bisect_right(self._starts, start) - 1
        hits = []
        for i in range(max(first, 0), len(self.quotations)):
            q = self.quotations[i]
            if q.start >= end:
                break
            if q.end > start:
                hits.append(i)
        return hits

    def covering(self, start: int, end: int, share: float) -> int | None:
        """Number of the quotation that holds at least that share, in [0, 1], of the range; None if none does."""
        for i in self.overlapping(start, end):
            q = self.quotations[i]
            if min(end, q.end) - max(start, q.start) >= share * (end - start):
                return i
        return None
