"""A quote in pieces, some of them marked: the words that two sources tell differently, or that a reason rests on.

Terminal, HTML and Markdown reports all show quotes from these pieces, so they mark the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claimcheck.records import CONFLICTS, Judgement, Reason
from claimcheck.text import STYLE, WORD

Range = tuple[int, int]

# A mark over nearly all of a quote tells the reader nothing; neither does a diff that marks more than half.
_WHOLE = 0.9
_MOST = 0.5
# Quadratic in the worst case: beyond this many words a difference word by word is no longer readable anyhow.
_MAX_DIFF_WORDS = 400

_SPACE = re.compile(r"\s+")


class Piece(NamedTuple):
    """Some characters of a quote, and whether they are marked."""

    text: str
    marked: bool


def quote_pieces(text: str, start: int, end: int, spans: Iterable[Range] = ()) -> tuple[Piece, ...]:
    """`text[start:end]` in pieces, white space collapsed; what lies in one of `spans` is marked.

    The pieces' texts joined are `" ".join(text[start:end].split())`. All offsets are in `text`; spans may
    overlap, and what of them lies outside `start:end` is ignored.
    """
    start, end = max(0, start), min(end, len(text))
    pieces: list[Piece] = []
    last = start
    for low, high in _merged(text, start, end, spans):
        pieces += [Piece(text[last:low], False), Piece(text[low:high], True)]
        last = high
    pieces.append(Piece(text[last:end], False))
    return _collapsed(pieces)


def plain(pieces: Iterable[Piece]) -> str:
    """The text of the pieces, without marks."""
    return "".join(piece.text for piece in pieces)


def clip(pieces: Sequence[Piece], limit: int) -> tuple[Piece, ...]:
    """At most `limit` characters of the pieces, around the first mark, with "…" where something was left out."""
    text = plain(pieces)
    if len(text) <= limit:
        return tuple(pieces)
    mark_start, mark_end = _first_mark(pieces)
    low = max(0, min(mark_start - max(0, limit - (mark_end - mark_start)) // 2, len(text) - limit))
    high = low + limit
    # To the nearest words' ends, where there are any near.
    if low:
        space = text.find(" ", low, min(low + 40, mark_start))
        low = space + 1 if space >= 0 else low
    if high < len(text):
        space = text.rfind(" ", max(high - 40, mark_end), high)
        high = space if space >= 0 else high
    kept: list[Piece] = [Piece("… ", False)] if low else []
    position = 0
    for piece in pieces:
        inside = piece.text[max(0, low - position) : max(0, high - position)]
        if inside:
            kept.append(Piece(inside, piece.marked))
        position += len(piece.text)
    if high < len(text):
        kept.append(Piece(" …", False))
    return tuple(kept)


def _first_mark(pieces: Iterable[Piece]) -> Range:
    position = 0
    for piece in pieces:
        if piece.marked:
            return position, position + len(piece.text)
        position += len(piece.text)
    return 0, 0


def differing_words(a: str, b: str) -> tuple[list[Range], list[Range]]:
    """Ranges of the words of `a` that `b` does not have in that order, and the other way round.

    Upper and lower case are the same. Both lists are empty where the texts are too long, or differ so much
    that marks would not help.
    """
    words_a, words_b = list(WORD.finditer(a)), list(WORD.finditer(b))
    if max(len(words_a), len(words_b)) > _MAX_DIFF_WORDS:
        return [], []
    matcher = SequenceMatcher(
        None, [w.group().casefold() for w in words_a], [w.group().casefold() for w in words_b], autojunk=False
    )
    ranges_a: list[Range] = []
    ranges_b: list[Range] = []
    for operation, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if operation != "equal":
            ranges_a += _run(words_a[a_from:a_to])
            ranges_b += _run(words_b[b_from:b_to])
    if _share(ranges_a, a) > _MOST or _share(ranges_b, b) > _MOST:
        return [], []
    return ranges_a, ranges_b


def telling_reasons(judgement: Judgement) -> tuple[Reason, ...]:
    """The reasons that speak for the judgement's relation; all of them where none does."""
    return tuple(r for r in judgement.reasons if r.supports == judgement.relation) or judgement.reasons


def judged_pieces(
    judgement: Judgement, a_text: str, a_range: Range, b_text: str, b_range: Range
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both quotes of a judgement in pieces: marked by its reasons, else, where they conflict, word by word.

    Where they agree, only what they tell in other words is marked, so that a mark always says: look, this differs.

    Args:
        a_text, b_text: what the offsets of the judgement's evidence refer to: each claim's whole article, or
            the bare texts that were judged.
        a_range, b_range: the part of each text to show.
    """
    conflict = judgement.relation in CONFLICTS
    reasons = [reason for reason in telling_reasons(judgement) if conflict or not _told_alike(reason)]
    spans_a = _marks(a_text, a_range, [(r.a.start, r.a.end, r.a.text) for r in reasons if r.a])
    spans_b = _marks(b_text, b_range, [(r.b.start, r.b.end, r.b.text) for r in reasons if r.b])
    if not spans_a and not spans_b and conflict:
        in_a, in_b = differing_words(a_text[slice(*a_range)], b_text[slice(*b_range)])
        spans_a = [(low + a_range[0], high + a_range[0]) for low, high in in_a]
        spans_b = [(low + b_range[0], high + b_range[0]) for low, high in in_b]
    return quote_pieces(a_text, *a_range, spans_a), quote_pieces(b_text, *b_range, spans_b)


def _told_alike(reason: Reason) -> bool:
    return reason.a is not None and reason.b is not None and reason.a.text.casefold() == reason.b.text.casefold()


def _marks(text: str, shown: Range, evidence: Iterable[tuple[int, int, str]]) -> list[Range]:
    """Ranges to mark: evidence inside `shown` whose offsets and words agree, unless it covers nearly all of it."""
    spans = []
    for start, end, words in evidence:
        low, high = max(start, shown[0]), min(end, shown[1])
        if low < high and text[start:end] == words and high - low < _WHOLE * (shown[1] - shown[0]):
            spans.append((low, high))
    return spans


def _merged(text: str, start: int, end: int, spans: Iterable[Range]) -> list[Range]:
    """The spans inside `start:end`, in order, without white space at their ends; neighbours become one."""
    merged: list[Range] = []
    for low, high in sorted(spans):
        low, high = max(low, start), min(high, end)
        while low < high and text[low].isspace():
            low += 1
        while low < high and text[high - 1].isspace():
            high -= 1
        if low >= high:
            continue
        if merged and (low <= merged[-1][1] or text[merged[-1][1] : low].isspace()):
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _collapsed(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with runs of white space, also across pieces, as one space and none at the ends."""
    out: list[Piece] = []
    for piece in pieces:
        text = _SPACE.sub(" ", piece.text)
        if not out or out[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            out.append(Piece(text, piece.marked))
    while out and not out[-1].text.rstrip():
        out.pop()
    if out:
        out[-1] = Piece(out[-1].text.rstrip(), out[-1].marked)
    return tuple(out)


def _run(words: Sequence[re.Match[str]]) -> list[Range]:
    if all(word.group().casefold() in STYLE for word in words):
        return []
    return [(words[0].start(), words[-1].end())]


def _share(ranges: Iterable[Range], text: str) -> float:
    return sum(high - low for low, high in ranges) / max(1, len(text))
