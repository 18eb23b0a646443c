"""Small questions to spaCy's dependency trees, asked by several modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.speech import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb that it is joined to ("met and said")."""
    own = own_subject(verb)
    if own is not None:
        return own
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subject(verb.head)
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on this very verb, or None."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def nearest_subject(verb: Token) -> Token | None:
    """As `own_subject`; of several before the verb the last: "the tunnel, officials said, would close" has two."""
    before = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    return before[-1] if before else own_subject(verb)


def is_verbal(token: Token) -> bool:
    """A verb, or a word tagged otherwise that has a verb's auxiliary or passive subject ("was mainly devoted")."""
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"aux", "auxpass", "nsubjpass"} for c in token.children)


def is_finite(verb: Token) -> bool:
    """Has the verb, or an auxiliary of it, a tense? A past participle with a subject counts: taggers mix up "held";
    and a bare form that heads the sentence ("Immigrants from Laos make up a third")."""
    if verb.tag_ in _FINITE_TAGS:
        return True
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return any(c.dep_ == "nsubj" for c in verb.lefts)
    if any(child.dep_ in {"aux", "auxpass"} and child.tag_ in _FINITE_TAGS for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ in {"VB", "VBN", "VBG"} and own_subject(verb) is None:
        return is_finite(verb.head)
    marked = any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    return verb.tag_ == "VBN" and not marked and any(c.dep_ == "nsubj" for c in verb.children)


def is_speech(verb: Token) -> bool:
    """Is it a verb of saying by its lemma?"""
    return verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() in SAYING


def content_of(verb: Token) -> Token | None:
    """The head of what a verb of saying says: its finite complement, also across "quoted as saying"."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.pos_ in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADP"}:
            return child
    # "said in a statement that two men had been arrested": parsers hang the clause on the statement.
    for preposition in verb.children:
        if preposition.dep_ != "prep" or preposition.i < verb.i:
            continue
        for noun in preposition.children:
            for child in noun.children:
                marked = any(c.lower_ == "that" and c.dep_ in {"mark", "dobj", "nsubj"} for c in child.children)
                who = own_subject(child)
                whole = who is not None and who.lower_ != "that"
                if child.dep_ in {"acl", "relcl", "ccomp"} and marked and whole:
                    return child
    return None


def head_within(span: Span) -> Token:
    """The head of the span: of several, the first verb that has a subject, else the highest token."""
    start, end = span.start, span.end
    tops = [t for t in span if not start <= (head := t.head.i) < end or head == t.i or t.dep_ == "ROOT"]
    for top in tops:
        if is_verbal(top) and own_subject(top) is not None:
            return top
    for top in tops:
        if is_verbal(top):
            return top
    return span.root
