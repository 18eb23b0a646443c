"""Verbs of saying that nobody speaks by: in a comparison ("later than announced"), or told of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.denials import CLAIMS
from claimcheck.claims.syntax import content_of, is_finite

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANNOUNCED = frozenset(
    "step plan move measure decision deal agreement sum figure date amount target goal price number total toll rise "
    "cut increase scheme project policy offer bid proposal change closure sale reform ban deadline limit rate level "
    "cost budget merger strike visit attack death loss result term condition reason detail news".split()
)
"""Nouns for what is announced, and not for who announces it."""
_QUANTITIES = frozenset("half quarter dozen dozens score scores hundreds thousands majority many most twice".split())


def is_compared(verb: Token) -> bool:
    """Is a verb of saying only what something is compared with: "later than announced", "more than officials said"?

    The words between the comparison and the verb are at most a noun phrase. "More than 40 nurses said" compares
    nothing; neither does what is followed by a statement ("a man older than the mayor said that …").
    """
    doc = verb.doc
    for i in range(verb.i - 1, verb.sent.start, -1):
        token = doc[i]
        if token.is_punct or (token.pos_ == "VERB" and is_finite(token)):
            return False
        if token.lower_ == "than":
            return _compares(token, verb) and doc[i - 1].lower_ not in {"rather", "other"}
        if token.lower_ == "as":
            first = next((j for j in (i - 2, i - 3) if j >= verb.sent.start and doc[j].lower_ == "as"), None)
            return first is not None and doc[first + 1].lower_ != "well" and _compares(token, verb)
    return False


def is_participle(verb: Token) -> bool:
    """Does a verb of saying only tell what happened to the noun before it: "a step announced in May"?"""
    if verb.tag_ != "VBN" or verb.dep_ != "acl":
        return False
    return verb.head.lemma_.lower() in CLAIMS | _ANNOUNCED or any(c.dep_ == "agent" for c in verb.children)


def _compares(joint: Token, verb: Token) -> bool:
    """Is it the clause of the verb, and no quantity, that follows "than" or "as"?"""
    first = next(t for t in joint.doc[joint.i + 1 : verb.i + 1] if t.lower_ not in {"a", "an"})
    if first.like_num or first.lower_ in _QUANTITIES:
        return False
    said = content_of(verb)
    return said is None or said.i < verb.i or joint.head == verb
