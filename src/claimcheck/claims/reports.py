"""What a report says: the range of the statement inside "officials said that …", of quoted words, of "…, he added"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from claimcheck.claims.complements import statement_of
from claimcheck.claims.speech import SAYING
from claimcheck.claims.syntax import is_finite, nearest_subject, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claimcheck.claims.attributions import Attribution

_OPENING = {"“": "”", "«": "»", "‘": "’", "``": "''", '"': '"', "'": "'"}
_CLOSING = {"”": "“", "»": "«", "’": "‘", "''": "``", '"': '"', "'": "'"}
_MARKS = frozenset({",", ";", ":", ".", "-", "–", "—", "…", "..."})
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
    elif attribution.inset and part.start < attribution.start:
        found = _around(attribution, verb, part)
    else:
        found = _beside_verb(attribution, verb, part, quoted)
    if found is None:
        return None
    start, end = max(found[0], part.start), found[1]
    while end < part.end and (part.doc[end].text in _MARKS or part.doc[end].text in _CLOSING):
        end += 1
    return trimmed(part.doc, start, min(end, part.end))


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens from `start` to `end` without joining words, marks and white space at the edges; None if none is
    left. A quotation mark stays where its partner is inside (`the count was "fair"`)."""
    while start < end and (
        doc[start].is_space
        or doc[start].text in _MARKS
        or (doc[start].text in _OPENING and not _closes_inside(doc, start, end))
        or (doc[start].dep_ == "cc" and doc[start].lower_ in {"and", "but", "or", "yet", "so"})
        or (doc[start].lower_ == "that" and doc[start].dep_ in {"mark", "dobj"})
    ):
        start += 1
    while start < end and (
        doc[end - 1].is_space
        or doc[end - 1].text in _MARKS
        or (doc[end - 1].text in _CLOSING and doc[end - 1].tag_ != "POS" and not _opened_inside(doc, start, end - 1))
    ):
        end -= 1
    return doc[start:end] if start < end else None


def _closes_inside(doc: Doc, start: int, end: int) -> bool:
    """Does the quotation that the mark at `start` opens end before the last words of the range?"""
    partner = _OPENING[doc[start].text]
    closed = next((i for i in range(start + 1, end) if doc[i].text == partner and not _is_apostrophe(doc, i)), None)
    return closed is not None and _has_words(doc, closed + 1, end)


def _opened_inside(doc: Doc, start: int, mark: int) -> bool:
    """Is the quotation that the mark closes opened after `start`?"""
    closing = doc[mark].text
    opening = _CLOSING[closing]
    between = [t.text for t in doc[start:mark]]
    if closing == "'":
        return any(
            doc[i].text == "'" and not doc[i].whitespace_ and not _is_apostrophe(doc, i) for i in range(start, mark)
        )
    if opening == closing:
        return between.count(opening) % 2 == 1
    return between.count(opening) > between.count(closing)


def _is_apostrophe(doc: Doc, i: int) -> bool:
    """Is it the mark of a possessive: "the fans' bus"?"""
    return doc[i].text == "'" and i > 0 and not doc[i - 1].whitespace_ and bool(doc[i].whitespace_)


def _around(attribution: Attribution, verb: Token, part: Span) -> tuple[int, int]:
    """The statement that commas cut out of the attribution, which stays in it where it stands in the middle."""
    doc = part.doc
    if not attribution.goes_on:
        return part.start, attribution.start
    if all(t.dep_ in {"cc", "advmod"} or not t.is_alpha for t in doc[part.start : attribution.start]):
        return next(t.i for t in doc[verb.i + 1 : part.end] if t.text in _MARKS) + 1, part.end
    return part.start, part.end


def _beside_phrase(attribution: Attribution, part: Span) -> tuple[int, int] | None:
    """`according to …, X`, `X, according to …`, `NAME: X`."""
    doc = part.doc
    if not part.start <= attribution.start < part.end:
        return part.start, part.end
    end = max(attribution.end, doc[attribution.start].right_edge.i + 1)
    if any(t.dep_ == "ROOT" for t in doc[attribution.start : end]):
        end = attribution.end
    end = _past_inset(attribution, end, part)
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


def _past_inset(attribution: Attribution, end: int, part: Span) -> int:
    """Past what commas put in after the phrase: "according to police, who …, X", "according to Ana Bell, 40, X"."""
    doc = part.doc
    if doc[end - 1].text == ",":
        end -= 1
    if end + 1 >= part.end or doc[end].text != ",":
        return end
    close = next((t.i for t in doc[end + 1 : part.end] if t.text == ","), None)
    if close is None or not _has_clause(doc, close, part.end):
        return end
    inset = doc[end + 1 : close]
    relative = any(t.tag_ in {"WP", "WDT", "WRB", "WP$"} for t in inset[:4])
    person = attribution.speaker is not None and attribution.speaker.root.ent_type_ == "PERSON"
    apposition = person and not _has_clause(doc, inset.start, inset.end) and inset[0].pos_ in {"DET", "NOUN", "NUM"}
    return close if relative or apposition else end


def _beside_verb(attribution: Attribution, verb: Token, part: Span, quoted: Collection[int]) -> tuple[int, int] | None:
    doc = part.doc
    content = _content(verb, part)
    own = nearest_subject(verb)
    start = min(attribution.start, verb.i)
    if own is not None and own.dep_ in {"nsubj", "nsubjpass"}:
        start = min(start, own.left_edge.i)
    start = _without_joint(doc, start, part.start)
    if content is not None and content.i > verb.i:
        first, end = content.left_edge.i, content.right_edge.i + 1
        # The parser may hang the words of a long quotation on anything.
        while end < part.end and content.i in quoted and (end in quoted or (end + 1 in quoted and doc[end].is_punct)):
            end += 1
        if first < start and _has_words(doc, max(first, part.start), start):
            return first, end
        if own_subject(content) is None and _is_torn_off(doc, part.start, start):
            return part.start, end
        if first <= verb.i:
            first = next((t.i for t in content.subtree if t.i > verb.i and t.i > attribution.end - 1), verb.i + 1)
        if _is_quoted_before(doc, part.start, start, quoted):
            first = part.start
        return first, end
    last = max((t.i for t in doc[verb.i + 1 : part.end] if t.i in quoted), default=None)
    if content is not None or _stated_before(doc, part.start, start, verb, quoted):
        if last is None:  # "it was, officials said, the worst flood since 1953"
            last = _last_of_statement(doc, verb, content, part.end)
        return part.start, start if last is None else last + 1
    if last is not None:
        return min(t.i for t in doc[verb.i + 1 : part.end] if t.i in quoted), last + 1
    # "As the ministry said on Monday, X did Y": the clause before the main one.
    end = verb.right_edge.i + 1
    if verb.dep_ in {"advcl", "parataxis"} and verb.head.i > verb.i and _has_clause(doc, end, part.end):
        own = own_subject(verb.head)
        return (end if own is None or own.i > verb.i else part.start), part.end
    return None


def _content(verb: Token, part: Span) -> Token | None:
    """As `statement_of`, in the claim itself; also for "quoted the president as saying that …"."""
    found = statement_of(verb)
    if found is not None and not part.start <= found.i < part.end:
        found = next((c for c in verb.children if c.dep_ == "ccomp" and part.start <= c.i < part.end), None)
    if found is not None:
        return found
    for child in verb.children:
        if child.dep_ in {"prep", "mark"} and child.lower_ == "as":
            for inner in (*child.children, *verb.children):
                if inner.dep_ in {"pcomp", "advcl"} and inner.lemma_.lower() in SAYING:
                    return statement_of(inner)
    return None


def _last_of_statement(doc: Doc, verb: Token, content: Token | None, end: int) -> int | None:
    """The last word after the verb that belongs to the statement before it, or None."""
    inside = verb if content is None else content
    words = [t for t in doc[verb.i + 1 : end] if t.is_alpha or t.like_num]
    return max((t.i for t in words if inside.is_ancestor(t) == (content is not None)), default=None)


def _is_torn_off(doc: Doc, first: int, start: int) -> bool:
    """Is what stands before the attribution the subject of what follows: "the bridge, the mayor said, was built …"?"""
    before = trimmed(doc, first, start)
    return before is not None and before.root.pos_ in {"NOUN", "PROPN", "PRON"} and doc[before.end].text in {",", "–"}


def _without_joint(doc: Doc, start: int, first: int) -> int:
    """Where the attribution begins with the word that joins it: ", as the ministry said"."""
    before = next((i for i in range(start - 1, first - 1, -1) if not doc[i].is_space), None)
    return before if before is not None and doc[before].lower_ == "as" else start


def _stated_before(doc: Doc, first: int, start: int, verb: Token, quoted: Collection[int]) -> bool:
    """Does the statement stand before its attribution: quoted words, or a clause that is not the verb's own?"""
    if _is_quoted_before(doc, first, start, quoted):
        return True
    return any(t.pos_ in {"VERB", "AUX"} and is_finite(t) and not _belongs_to(t, verb) for t in doc[first:start])


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
