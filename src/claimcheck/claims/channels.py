"""What a statement came through: an outlet, a document, a platform, a source that an outlet cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims import speech

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def next_noun(token: Token, sentence: Span) -> Token | None:
    """The next noun or pronoun of the sentence that is no part of a longer one."""
    return next(
        (
            t
            for t in token.doc[token.i + 1 : sentence.end]
            if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ != "compound"
        ),
        None,
    )


def with_name(phrase: Span) -> Span:
    """`the broadcaster NHK` where the name was parsed as an apposition."""
    doc = phrase.doc
    end = phrase.end
    if phrase.root.pos_ != "PROPN" and end < len(doc):
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ == doc[phrase.end].ent_type_:
            end += 1
    return doc[phrase.start : end]


def is_hearing(phrase: Span) -> bool:
    """Is it a court or the like, to which things are told but which does not pass them on?"""
    return bool(speech.VENUES.search(phrase.text))


def cited_source(sentence: Span) -> Span | None:
    """`citing court documents`, `quoting two diplomats`."""
    for token in sentence:
        if token.lower_ in {"citing", "quoting"}:
            target = next(
                (
                    c
                    for c in token.children
                    if c.dep_ in {"dobj", "pobj", "ccomp"} and c.pos_ in {"NOUN", "PROPN", "PRON"}
                ),
                None,
            )
            target = target or next_noun(token, sentence)
            return _extended(speech.noun_phrase(target), token) if target is not None else None
    return None


def _extended(phrase: Span, verb: Token) -> Span:
    """`citing people with knowledge of the talks`, where the parser hung the rest of the phrase on the verb."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i == phrase.end and child.lower_ in {"with", "in", "at", "from", "of", "to"}:
            return speech.noun_phrase(phrase.root).doc[phrase.start : speech.edge(child) + 1]
    return phrase


def document(token: Token, sentence: Span, who: Span) -> Span | None:
    """`in a statement`, `on Twitter`, `in an interview with X`, beside the verb of saying or before the sentence."""
    doc = token.doc
    for prep in sentence:
        if prep.lower_ not in {"in", "on", "via", "through", "to", "during"} or prep.pos_ not in {"ADP", "SCONJ"}:
            continue
        near = (
            prep.head == token
            or (prep.head == who.root and who.root.i > token.i)
            or (prep.i <= sentence.start + 1)
            or (prep.head.dep_ in {"prep", "pobj", "npadvmod"} and prep.head.head == token)
        )
        if not near and not token.i < prep.i <= token.i + 3:
            continue
        noun = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
        if noun is None or noun.i in range(who.start, who.end):
            continue
        if noun.lower_ in speech.PLATFORMS and prep.lower_ in {"on", "via", "to", "through"}:
            return doc[noun.i : noun.i + 1]
        if prep.lower_ in {"in", "on"} and (noun.pos_ == "PROPN" or noun.lower_ == "journal"):
            outlet = with_name(speech.noun_phrase(noun, follow_apposition=False))
            if speech.is_outlet(outlet) or speech.is_journal(outlet):
                return outlet
        if noun.lemma_.lower() not in speech.DOCUMENTS or prep.lower_ == "to":
            continue
        if noun.lemma_.lower() in {"interview", "article", "column"}:
            for inner in noun.children:
                if inner.lower_ in {"with", "for", "in", "to"}:
                    partner = next((c for c in inner.children if c.dep_ == "pobj"), None)
                    if partner is not None and speech.is_listener_outlet(speech.noun_phrase(partner)):
                        return speech.noun_phrase(partner)
        return speech.noun_phrase(noun)
    return None
