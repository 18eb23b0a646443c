"""What an edit of a sentence is, and how edits are put together into a text.

An edit replaces ranges of characters (`changes`) or lays the sentence out anew (`pieces`: literal text and slices of
the original), so that one of each kind can be applied at a time: a changed number inside a clause that was moved.
"""

from __future__ import annotations

import functools
import itertools
import random
import re
from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.quantities import find_quantities
from claimcheck.records.values import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Change = tuple[int, int, str]
Piece = str | tuple[int, int]
NAMES = frozenset("PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split())
_NEGATIVE = frozenset(
    "not n't no never nor none neither nobody nothing nowhere without hardly scarcely rarely seldom few little cannot "
    "unless denied deny false unlikely fail failed refuse refused".split()
)
_NARROWING = frozenset(
    "only all every each any if whether before most least exclusively solely until except always both would could may "
    "might should likely ever best first last either or largest highest".split()
)
_VOWEL = re.compile(r"(?!(?:uni|use|usu|uk|eu|one\b|once\b|u\.?s))(?:[aeiou]|hour|honou?r|heir|8|11\b|18\b)", re.I)


@attrs.frozen
class Edit:
    """One edit of a sentence.

    Attributes:
        kind: its name in the tables.
        forward: label of (original, edited).
        backward: label of (edited, original); "" where it is not clear enough to be used.
        changes: (start, end, text) in characters of the original, never empty ranges.
        pieces: a new order of the sentence, or None.
        wrap: what stands before and after the whole sentence.
    """

    kind: str
    forward: str
    backward: str
    changes: tuple[Change, ...] = ()
    pieces: tuple[Piece, ...] | None = None
    wrap: tuple[str, str] | None = None


class Sentence:
    """A parsed source sentence with what the edits ask of it."""

    def __init__(self, doc: Doc, source: str, common: Set[str] = frozenset()) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.source = source
        self.common = common
        """Words that other sentences write in lower case."""
        self.words = frozenset(token.lower_ for token in doc)

    @functools.cached_property
    def quantities(self) -> list[Quantity]:
        return find_quantities(self.doc)

    @functools.cached_property
    def root(self) -> Token:
        return next(token for token in self.doc if token.head == token)

    @functools.cached_property
    def subject(self) -> Token | None:
        return next((t for t in self.root.children if t.dep_ in ("nsubj", "nsubjpass") and t.i < self.root.i), None)

    @property
    def negative(self) -> bool:
        return not self.words.isdisjoint(_NEGATIVE)

    @property
    def narrowed(self) -> bool:
        """Whether what is said may no longer follow when a part is left out."""
        return self.negative or not self.words.isdisjoint(_NARROWING)

    @functools.cached_property
    def lowerable(self) -> bool:
        """Whether the first word loses its capital inside a sentence."""
        first = self.doc[0]
        if first.text == "I" or first.text[1:] != first.text[1:].lower():
            return False
        if first.pos_ in ("DET", "PRON", "ADP", "SCONJ", "ADV", "NUM", "AUX", "CCONJ", "PART"):
            return True
        return first.pos_ != "PROPN" and first.ent_type_ not in NAMES and first.lower_ in self.common

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the tokens `start` to `end` (excluded)."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)

    def swap(self, start: int, end: int, text: str) -> Change:
        """Tokens replaced by a text, with "a" or "an" before it as the new word needs it."""
        low, high = self.span(start, end)
        if start and self.doc[start - 1].lower_ in ("a", "an"):
            article = self.doc[start - 1]
            text = f"{with_article(text, article.text[0])}"
            low = article.idx
        if low == 0:
            text = text[0].upper() + text[1:]
        return low, high, text


def with_article(text: str, letter: str = "a") -> str:
    return f"{letter}{'n' if _VOWEL.match(text) else ''} {text}"


def subtree(token: Token) -> tuple[int, int] | None:
    """Tokens of a subtree as (first, last + 1), or None where it is not in one piece."""
    inside = [one.i for one in token.subtree]
    return (inside[0], inside[-1] + 1) if inside[-1] - inside[0] + 1 == len(inside) else None


def render(sentence: Sentence, edits: Iterable[Edit]) -> str | None:
    """The sentence with all the edits, or None where they get in each other's way."""
    edits = list(edits)
    laid_out = [edit.pieces for edit in edits if edit.pieces is not None]
    wraps = [edit.wrap for edit in edits if edit.wrap is not None]
    if len(laid_out) > 1 or len(wraps) > 1:
        return None
    changes = sorted(change for edit in edits for change in edit.changes)
    if any(one[1] > other[0] for one, other in itertools.pairwise(changes)):
        return None
    text = sentence.text
    pieces: tuple[Piece, ...] = laid_out[0] if laid_out else ((0, len(text)),)
    parts: list[str] = []
    used = 0
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece[:1].lower() + piece[1:] if wraps and wraps[0][0] and not parts else piece)
            continue
        low, high = piece
        inside = [change for change in changes if low <= change[0] and change[1] <= high]
        used += len(inside)
        part = replaced(text, inside, low, high)
        if low == 0 and (parts or wraps) and sentence.lowerable and (parts or wraps[0][0]):
            part = part[:1].lower() + part[1:]
        parts.append(part)
    if used != len(changes):
        return None
    return tidy("".join(parts), wraps[0] if wraps else ("", ""))


def replaced(text: str, changes: Iterable[Change], low: int, high: int) -> str:
    parts = []
    at = low
    for start, end, new in changes:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:high]])


def tidy(text: str, wrap: tuple[str, str] = ("", "")) -> str:
    before, after = wrap
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;])", r"\1", text)
    text = re.sub(r",+([,.;])", r"\1", text)
    text = re.sub(r"^[,;]\s*", "", text)
    text = re.sub(r"([A-Za-z]\.[A-Za-z]\.|\betc\.)\.$", r"\1", text)
    if before and text:
        text = before + text
    if after:
        text = re.sub(r"\.$", "", text) + after
    return text[:1].upper() + text[1:]


def pick(rng: random.Random, items: Iterable[str], but: Iterable[str] = ()) -> str:
    avoid = {item.lower() for item in but}
    return rng.choice([item for item in items if item.lower() not in avoid])
