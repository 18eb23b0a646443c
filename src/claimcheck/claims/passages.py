"""Parsed blocks of an article and what their characters mean in it: the ground that the other modules stand on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from claimcheck.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@attrs.frozen(eq=False)
class Passage:
    """A block of the body with its parse: character i of the Doc's text is character start + i of the article's."""

    start: int
    doc: Doc

    @cached_property
    def text(self) -> str:
        """The Doc's text; spaCy puts it together anew each time it is asked."""
        return str(self.doc.text)

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def range_of(self, span: Span) -> tuple[int, int]:
        """Range of a span of the Doc in the article's text."""
        return self.start + span.start_char, self.start + span.end_char

    def mention(self, text: str, span: Span, name: str | None = None) -> Mention:
        """The span as a Mention in the article `text`."""
        start, end = self.range_of(span)
        words = text[start:end]
        return Mention(start=start, end=end, text=words, name=name if name else " ".join(words.split()))


@attrs.frozen(eq=False)
class Sentence:
    """One sentence of a passage; `number` counts over the article."""

    passage: Passage
    span: Span
    number: int

    @cached_property
    def range(self) -> tuple[int, int]:
        return self.passage.range_of(self.span)


def sentences_of(passages: list[Passage]) -> list[Sentence]:
    """All sentences of the passages, in order, without white space at their edges."""
    found: list[Sentence] = []
    for passage in passages:
        for span in passage.doc.sents:
            start, end = span.start, span.end
            while start < end and passage.doc[start].is_space:
                start += 1
            while start < end and passage.doc[end - 1].is_space:
                end -= 1
            if start < end:
                found.append(Sentence(passage, passage.doc[start:end], len(found)))
    return found
