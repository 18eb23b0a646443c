"""A sentence with several statements → one range for each that stands by itself.

Cuts are made between full clauses with a subject and a tense of their own: main clauses joined by "and", "but", "or"
or a semicolon, and contrasts with "while" and "whereas". Anything doubtful stays whole.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from claimcheck.claims.syntax import head_within, is_finite, is_speech, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MIN_WORDS = 4
"""Fewest words of a part."""

_CONTRAST = frozenset({"while", "whereas", "whilst"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
_CORRELATIVES = frozenset({"either", "neither", "both"})
_PRONOUNS = frozenset("he she it they we i you this that these those who which what".split())
_LOOSE = frozenset({",", ";", ":", "-", "–", "—"})


def split_sentence(sentence: Span) -> list[Span]:
    """Ranges of the sentence's statements, in order, without the words that join them; the whole if it is one."""
    halves = _at_semicolons(sentence)
    if halves:
        return [part for half in halves for part in split_sentence(half)]
    cuts = [head for head in _joined_clauses(sentence) if _may_be_cut(head, sentence)]
    if cuts:
        parts = _parts(sentence, cuts)
        if all(_stands_alone(part) for part in parts) and _balanced(sentence, parts) and _closed(parts, cuts):
            return parts
        for head in cuts if len(cuts) > 1 else []:
            parts = _parts(sentence, [head])
            if all(_stands_alone(part) for part in parts) and _balanced(sentence, parts) and _closed(parts, [head]):
                return parts
    return [_trimmed(sentence, 0)]


def _at_semicolons(sentence: Span) -> list[Span]:
    """The stretches between semicolons, where each is a statement; else nothing."""
    marks = [t.i for t in sentence if t.text == ";"]
    if not marks or len(marks) > 4:
        return []
    doc = sentence.doc
    edges = [sentence.start, *(mark + 1 for mark in marks), sentence.end]
    parts = [_trimmed(doc[a:b], 1 if b != sentence.end else 2) for a, b in itertools.pairwise(edges) if a < b]
    whole = all(
        _stands_alone(p) and is_finite(head_within(p)) and own_subject(head_within(p)) is not None for p in parts
    )
    conditional = any(t.lower_ in _CONDITIONS and t.dep_ == "mark" for t in sentence)
    return parts if len(parts) > 1 and whole and not conditional and _balanced(sentence, parts) else []


def _joined_clauses(sentence: Span) -> list[Token]:
    """Heads of clauses that follow another one on the same level."""
    heads = []
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX"} or token.i == sentence.start:
            continue
        if (
            (token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"} and _on_main_level(token.head, sentence))
            or (
                token.dep_ == "advcl"
                and _contrast(token)
                and token.i > token.head.i
                and _on_main_level(token.head, sentence)
            )
            or (token.dep_ == "ROOT" and _after_semicolon(token))
        ):
            heads.append(token)
    return heads


def _on_main_level(token: Token, sentence: Span) -> bool:
    """Is the clause the main one, joined to it, or what a main verb of saying says?"""
    while token.dep_ == "conj":
        token = token.head
    if token == sentence.root or token.dep_ == "ROOT":
        return True
    return token.dep_ == "ccomp" and is_speech(token.head) and _on_main_level(token.head, sentence)


def _contrast(head: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _CONTRAST for child in head.children)


def _after_semicolon(head: Token) -> bool:
    start = head.left_edge.i
    return (
        any(
            child.dep_ in {"ccomp", "parataxis"} and child.right_edge.i < head.i and _semicolon_after(child, head)
            for child in head.children
        )
        and start >= 0
    )


def _semicolon_after(child: Token, head: Token) -> bool:
    return any(t.text == ";" for t in head.doc[child.right_edge.i : head.i])


def _clause_start(head: Token, sentence: Span) -> int:
    """First token of the clause itself, after the word that joins it."""
    if head.dep_ == "ROOT":
        semicolons = [t.i for t in sentence if t.text == ";" and t.i < head.i]
        return int(semicolons[-1] + 1 if semicolons else head.left_edge.i)
    start = int(head.left_edge.i)
    for child in head.children:
        if child.dep_ == "mark" and child.lower_ in _CONTRAST and child.i - start <= 1:
            return int(child.i + 1)
    return start


def _may_be_cut(head: Token, sentence: Span) -> bool:
    doc = head.doc
    subject = own_subject(head)
    if subject is None or subject.tag_ in {"WDT", "WP"} or not is_finite(head):
        return False
    start = _clause_start(head, sentence)
    if subject.left_edge.i < start or start - sentence.start < MIN_WORDS:
        return False
    before = doc[start - 1]
    if any(child.dep_ == "mark" and child.lower_ not in _CONTRAST for child in head.children):
        return False
    if any(t.dep_ == "advmod" and t.tag_ == "WRB" for t in head.children):
        return False
    if _contrast(head):
        # A contrast stands after a comma; with a pronoun "while" tells the time ("he sang while he worked").
        return start >= 2 and doc[start - 2].text == "," and subject.lower_ not in _PRONOUNS
    joined_by = before.lower_ if not before.is_space else doc[start - 2].lower_
    if joined_by not in {"and", "but", "or", "yet", "so", ";"} | _LOOSE:
        return False
    if any(t.lower_ in _CORRELATIVES and t.dep_ in {"preconj", "cc"} for t in sentence):
        return False
    if any(t.lower_ in {"not"} and doc[t.i + 1].lower_ == "only" for t in sentence if t.i + 1 < len(doc)):
        return False
    return not any(t.lower_ in _CONDITIONS and t.dep_ in {"mark", "prep"} for t in doc[sentence.start : start])


def _parts(sentence: Span, heads: list[Token]) -> list[Span]:
    starts = [sentence.start, *sorted(_clause_start(head, sentence) for head in heads), sentence.end]
    doc = sentence.doc
    return [
        _trimmed(doc[a:b], 0 if i == len(starts) - 2 else 1)
        for i, (a, b) in enumerate(itertools.pairwise(starts))
        if a < b
    ]


def _trimmed(span: Span, joint: int) -> Span:
    """Without white space, joining words and marks at the edges; `joint` is 0 for a sentence or its last part, 1 where
    another part follows, 2 for a last part that may begin with a joining word."""
    doc, start, end = span.doc, span.start, span.end
    while start < end - 1 and (doc[start].is_space or doc[start].text in _LOOSE or (doc[start].dep_ == "cc" and joint)):
        start += 1
    while end - 1 > start and (
        doc[end - 1].is_space
        or (
            joint == 1
            and (doc[end - 1].text in _LOOSE or doc[end - 1].lower_ in {"and", "but", "or", "yet", "so"} | _CONTRAST)
        )
    ):
        end -= 1
    return doc[start:end]


def _stands_alone(part: Span) -> bool:
    words = [token for token in part if token.is_alpha or token.like_num]
    clauses = [t for t in part if t.pos_ in {"VERB", "AUX"} and is_finite(t) and own_subject(t) is not None]
    if not clauses or len(words) < MIN_WORDS:
        return False
    # "Officials say, and aid groups confirm, that …": a bare verb of saying, and what is said stands elsewhere.
    return not (len(clauses) == 1 and clauses[0] == words[-1] and is_speech(clauses[0]))


def _balanced(sentence: Span, parts: list[Span]) -> bool:
    """No part holds half of a quotation or of a bracket."""
    return all(
        part.text.count('"') % 2 == 0
        and part.text.count("“") == part.text.count("”")
        and part.text.count("(") == part.text.count(")")
        and part.text.count("[") == part.text.count("]")
        for part in (parts if len(parts) > 1 else [])
    )


def _closed(parts: list[Span], heads: list[Token]) -> bool:
    """Does each part hold its own words: no word of one part depends on a word of a later or earlier one, but for the
    heads themselves and an attribution at the end ("…, officials said")?"""
    tops = {head.i for head in heads}
    for number, part in enumerate(parts):
        for token in part:
            if (
                token.head.i in range(part.start, part.end)
                or token.i in tops
                or token.dep_ in {"ROOT", "punct", "cc", "mark"}
            ):
                continue
            if token.dep_ in {"ccomp", "parataxis"} and is_speech(token.head) and number <= len(parts) - 1:
                continue
            return False
    return True
