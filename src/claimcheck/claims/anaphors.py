"""What the parse says of a pronoun or of a noun that may refer to somebody named before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.claims.gazetteer import find_place
from claimcheck.claims.syntax import SUBJECTS, own_subject
from claimcheck.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token


def names_beside(head: Token, entity: Entity) -> bool:
    """Is the entity the apposition of a noun: "his counterpart Ana Bell"?"""
    return any(c.dep_ == "appos" and entity.start <= c.idx < entity.end for c in head.children)


def modified(noun: Token, but: str = "") -> bool:
    """Does anything narrow the phrase down ("the French minister", "the minister of health", "the man who fled")?"""
    return any(c.dep_ in {"relcl", "acl", "prep", "compound", "poss", "appos"} for c in noun.children) or any(
        c.dep_ == "amod" and c.pos_ in {"PROPN", "ADJ"} and c.lower_ not in {"two", "same", but} for c in noun.children
    )


def is_introduced(noun: Token) -> bool:
    """Does a noun bring somebody in ("a boy", "the boy"), not a role ("as chairman") or somebody's kin ("his son")?"""
    return any(c.dep_ == "det" or (c.dep_ == "poss" and c.pos_ != "PRON") for c in noun.children)


def is_of_a_country(token: Token) -> bool:
    """One person by a country: "the Spaniard", "the German"; "the French" are many."""
    if token.tag_ not in {"NN", "NNP"} or token.dep_ not in SUBJECTS or not token.is_title:
        return False
    if token.lower_.endswith(("sh", "ch", "ese", "s")):
        return False
    place = find_place(token.text)
    return place is not None and place.level == "country" and place.name.lower() != token.lower_


def subject_names(token: Token, people: Sequence[Entity]) -> tuple[str, ...]:
    """Names of the people at the subject of the verb that a pronoun belongs to."""
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    who = own_subject(verb)
    while who is None and verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
        who = own_subject(verb)
    if who is None or who == token:
        return ()
    heads = [who, *(c for c in who.children if c.dep_ == "conj")]
    return tuple(dict.fromkeys(e.name for h in heads for e in people if e.start <= h.idx < e.end))


def reference_range(token: Token) -> tuple[int, int]:
    """The pronoun, or the noun with what stands before it."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return token.idx, token.idx + len(token.text)
    return token.doc[token.left_edge.i].idx, token.idx + len(token.text)
