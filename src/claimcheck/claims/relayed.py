"""Statements that somebody passes on: "quoted as saying", "was told by", "a memo seen by", "the agency has learned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims import speech
from claimcheck.claims.syntax import content_of, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TOLD_BY = frozenset(
    "tell inform confirm announce deny dismiss dispute assure warn advise remind notify promise alert caution".split()
)
_ADDRESSED = frozenset("tell inform assure warn advise remind notify promise alert caution".split())
"""Verbs whose passive subject is the hearer: "the club was told that …"."""
_SEEN = frozenset("quote cite see obtain view review read publish release carry interview contact reach".split())
LEARNING = frozenset({"understand", "learn"})
"""Verbs by which an outlet passes on what it does not say from whom it has."""
_SPEAKING = frozenset("speak talk write post tweet".split())

Relayed = tuple["Span | None", "Span | None"]
"""Who says it, and whom it came through."""


def quoted_as(token: Token) -> Relayed | None:
    """`Le Monde quoted the president as saying`, `the ministry was cited by Interfax as saying`."""
    own = own_subject(token)
    if own is None:
        return None
    if token.lemma_.lower() == "cite" and not any(c.lower_ == "as" for c in token.children):
        return None
    if any(c.dep_ == "auxpass" for c in token.children):
        return speech.noun_phrase(own), agent(token)
    target = next((c for c in token.children if c.dep_ == "dobj"), None)
    return (speech.noun_phrase(target) if target is not None else None), speech.noun_phrase(own)


def passive(token: Token) -> Relayed | None:
    """`I was told by Sanz`, `was confirmed by the club`, `as revealed by people in the room`, `the BBC was told`."""
    lemma = token.lemma_.lower()
    by = agent(token)
    if by is None:
        hearer = own_subject(token)
        if lemma not in _ADDRESSED or hearer is None or content_of(token) is None:
            return None
        phrase = speech.noun_phrase(hearer)
        return (None, phrase) if speech.is_outlet(phrase) else None
    as_clause = any(c.lower_ == "as" for c in token.children) or token.doc[max(token.i - 1, 0)].lower_ == "as"
    if lemma not in _TOLD_BY and not as_clause:
        return None
    return (None, by) if speech.is_outlet(by) else (by, None)


def learned(token: Token) -> Span | None:
    """The outlet of `the BBC understands that …`, `Reuters has learned that …`."""
    own = own_subject(token)
    if own is None or content_of(token) is None:
        return None
    phrase = speech.noun_phrase(own)
    return phrase if speech.is_outlet(phrase) else None


def seen_by(noun: Token) -> Span | None:
    """The outlet of `a memo seen by the Guardian`, `eyewitnesses quoted by Interfax`, `a report in the Times`."""
    for child in noun.rights:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in _SEEN:
            by = agent(child) or _place(child)
            if by is not None and speech.is_listener_outlet(by):
                return by
    return None


def spoken_to(token: Token) -> Span | None:
    """The outlet of `Speaking to BBC Radio Cornwall, X said` and `X said, speaking on Sky News`."""
    for child in token.children:
        if (
            child.dep_ in {"advcl", "csubj"}
            and child.tag_ == "VBG"
            and child.lemma_.lower() in _SPEAKING
            and own_subject(child) is None
        ):
            place = _place(child)
            if place is not None and (place.text.lower() in speech.PLATFORMS or speech.is_listener_outlet(place)):
                return place
    return None


def _place(verb: Token) -> Span | None:
    for prep in verb.children:
        if prep.dep_ in {"prep", "dative"} and prep.lower_ in {"to", "on", "in", "for", "with", "via"}:
            noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if noun is not None:
                return speech.noun_phrase(noun, follow_apposition=False)
    return None


def agent(token: Token) -> Span | None:
    """Whom a passive names with "by"."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None:
                return speech.noun_phrase(noun)
    return None
