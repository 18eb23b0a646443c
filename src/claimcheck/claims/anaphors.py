"""What the parse says of a pronoun or of a noun that may refer to somebody named before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.claims.body_kinds import BODY_NOUNS
from claimcheck.claims.gazetteer import find_place
from claimcheck.claims.syntax import SUBJECTS, content_of, is_speech, own_subject
from claimcheck.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLURAL = frozenset({"NNS", "NNPS"})
_COLLECTIVES = frozenset("family couple pair duo crew staff police jury crowd panel public".split())
_ARGUMENTS = SUBJECTS | {"dobj", "iobj", "dative", "pobj", "conj", "attr"}
_MEASURES = frozenset("DATE TIME MONEY PERCENT QUANTITY".split())


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


def speech_of(who: Token) -> Token | None:
    """The verb of saying that a noun or a pronoun is the subject of, or stands beside ("his lawyer Ana Bell said"), or
    the "according" that it stands behind."""
    head = who.head if who.dep_ == "appos" else who
    if head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according":
        return head.head.head
    return head.head if head.dep_ in SUBJECTS and is_speech(head.head) else None


def names_in_content(verb: Token, people: Sequence[Entity]) -> tuple[str, ...]:
    """Names of the people in what a verb of saying says, in the same sentence."""
    said = content_of(verb)
    places = [t.idx for t in said.subtree] if said is not None else []
    return tuple(dict.fromkeys(e.name for e in people if any(e.start <= place < e.end for place in places)))


def is_only_group(phrase: Span, sentence: Span) -> bool:
    """Is the phrase the only one of its sentence that "they" can mean in the next: several, a family, a body?"""
    root = phrase.root
    plural = root.tag_ in _PLURAL
    if root.pos_ not in {"NOUN", "PROPN"} or not (plural or _is_collective(root)):
        return False
    others = [t for t in sentence if not phrase.start <= t.i < phrase.end and t.pos_ in {"NOUN", "PROPN"}]
    return not any(
        (t.tag_ in _PLURAL and t.dep_ in _ARGUMENTS and t.ent_type_ not in _MEASURES)
        or (t.dep_ in SUBJECTS and not plural and _is_collective(t))
        or (t.dep_ == "conj" and t.ent_type_ == "PERSON")
        for t in others
    )


def _is_collective(noun: Token) -> bool:
    return noun.lemma_.lower() in BODY_NOUNS | _COLLECTIVES or noun.ent_type_ == "ORG"


def reference_range(token: Token) -> tuple[int, int]:
    """The pronoun, or the noun with what stands before it."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return token.idx, token.idx + len(token.text)
    return token.doc[token.left_edge.i].idx, token.idx + len(token.text)
