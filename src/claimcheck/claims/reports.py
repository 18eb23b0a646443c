"""What a report says: the range of the statement inside "officials said that …", of quoted words, of "…, he added"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from claimcheck.claims.speech import SAYING
from claimcheck.claims.syntax import content_of, is_finite, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claimcheck.claims.attributions import Attribution

_EDGE = frozenset({",", ";", ":", "-", "–", "—", '"', "“", "”", "«", "»", "''", "``", "'", "‘", "’", "…", "..."})
_FINAL = _EDGE | {"."}
_DEPENDENT = frozenset({"advcl", "relcl", "acl", "csubj", "aux", "auxpass", "pcomp"})


def content_range(attribution: Attribution, part: Span, quoted: Collection[int]) -> Span | None:
    """The statement that an attribution reports, as far as it lies in a claim.

    Args:
        attribution: one that holds for the claim.
        part: the claim.
        quoted: indices of the tokens that stand in quoted speech.

    Returns:
        One stretch of the claim without "that", outer quotation marks and the attribution, or None where what is
        said is no clause ("the club confirmed the sale"). An attribution in its middle stays in it ("growth, officials
        said, fell to 2%").
    """
    if attribution.is_hearsay:
        return None
    verb = attribution.verb
    if verb is None:
        found = _beside_phrase(attribution, part)
    elif not part.start <= verb.i < part.end:
        found = (part.start, part.end)
    else:
        found = _beside_verb(attribution, verb, part, quoted)
    return None if found is None else trimmed(part.doc, max(found[0], part.start), min(found[1], part.end))


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens from `start` to `end` without joining words, marks and white space at the edges; None if none is
    left."""
    while start < end and (
        doc[start].is_space
        or doc[start].text in _FINAL
        or (doc[start].dep_ == "cc" and doc[start].lower_ in {"and", "but", "or", "yet", "so"})
        or (doc[start].lower_ == "that" and doc[start].dep_ in {"mark", "dobj"})
    ):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _FINAL):
        end -= 1
    return doc[start:end] if start < end else None


def _beside_phrase(attribution: Attribution, part: Span) -> tuple[int, int] | None:
    """`according to …, X`, `X, according to …`, `NAME: X`."""
    doc = part.doc
    if not part.start <= attribution.start < part.end:
        return part.start, part.end
    end = max(attribution.end, doc[attribution.start].right_edge.i + 1)
    if any(t.dep_ == "ROOT" for t in doc[attribution.start : end]):
        end = attribution.end
    before = _has_clause(doc, part.start, attribution.start)
    after = _has_clause(doc, end, part.end)
    if after and doc[attribution.start].left_edge.i <= part.start:
        return end, part.end
    if not before and not after:
        return None
    if not after:
        return part.start, attribution.start
    if not any(t.is_alpha for t in doc[part.start : attribution.start] if t.dep_ != "cc"):
        return end, part.end
    return part.start, part.end


def _beside_verb(
    attribution: Attribution, verb: Token, part: Span, quoted: Collection[int]
) -> tuple[int, int] | None:
    doc = part.doc
    content = _content(verb)
    start = _without_joint(doc, min(attribution.start, verb.i), part.start)
    if content is not None and content.i > verb.i:
        first, end = content.left_edge.i, content.right_edge.i + 1
        # The parser may hang the words of a long quotation on anything.
        while end < part.end and content.i in quoted and (end in quoted or (end + 1 in quoted and doc[end].is_punct)):
            end += 1
        if first < start and _has_words(doc, max(first, part.start), start):
            return first, end
        if first <= verb.i:
            first = next((t.i for t in content.subtree if t.i > verb.i and t.i > attribution.end - 1), verb.i + 1)
        if _is_quoted_before(doc, part.start, start, quoted):
            first = part.start
        return first, end
    last = max((t.i for t in doc[verb.i + 1 : part.end] if t.i in quoted), default=None)
    if content is not None or _stated_before(doc, part.start, start, verb, quoted):
        return part.start, start if last is None else last + 1
    if last is not None:
        return min(t.i for t in doc[verb.i + 1 : part.end] if t.i in quoted), last + 1
    # "As the ministry said on Monday, X did Y": the clause before the main one.
    end = verb.right_edge.i + 1
    if verb.dep_ in {"advcl", "parataxis"} and verb.head.i > verb.i and _has_clause(doc, end, part.end):
        return end, part.end
    return None


def _content(verb: Token) -> Token | None:
    """As `content_of`, also for "quoted the president as saying that …"."""
    found = content_of(verb)
    if found is not None:
        return found
    for child in verb.children:
        if child.dep_ in {"prep", "mark"} and child.lower_ == "as":
            for inner in (*child.children, *verb.children):
                if inner.dep_ in {"pcomp", "advcl"} and inner.lemma_.lower() in SAYING:
                    return content_of(inner)
    return None


def _without_joint(doc: Doc, start: int, first: int) -> int:
    """Where the attribution begins with the words that join it: ", as the ministry said"."""
    while start > first and (doc[start - 1].is_space or doc[start - 1].lower_ in {"as", "so"} | _EDGE):
        start -= 1
    return start


def _stated_before(doc: Doc, first: int, start: int, verb: Token, quoted: Collection[int]) -> bool:
    """Does the statement stand before its attribution: quoted words, or a clause that is not the verb's own?"""
    if _is_quoted_before(doc, first, start, quoted):
        return True
    return any(
        t.pos_ in {"VERB", "AUX"} and is_finite(t) and not _belongs_to(t, verb) for t in doc[first:start]
    )


def _belongs_to(token: Token, verb: Token) -> bool:
    """Is the word a circumstance of the verb ("when the plane landed, …"), or its own auxiliary?"""
    node = token
    while node.head != node:
        if node.head == verb:
            return node.dep_ in _DEPENDENT or node.dep_.startswith("nsubj") or node.dep_ in {"prep", "npadvmod"}
        node = node.head
    return False


def _is_quoted_before(doc: Doc, first: int, start: int, quoted: Collection[int]) -> bool:
    return any(t.i in quoted and (t.is_alpha or t.like_num) for t in doc[first:start])


def _has_words(doc: Doc, first: int, end: int) -> bool:
    return any(t.is_alpha and t.dep_ not in {"mark", "cc"} for t in doc[first:end])


def _has_clause(doc: Doc, first: int, end: int) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} and (is_finite(t) or own_subject(t) is not None) for t in doc[first:end])
