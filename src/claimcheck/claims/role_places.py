"""Where an event is set: the first place that hangs on its words, or on its people and things ("a judge in Lille")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.claims import role_words as words
from claimcheck.claims.arguments import object_of
from claimcheck.claims.syntax import own_subject
from claimcheck.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "appos", "attr", "conj", "pobj"})
_PARTICIPLES = frozenset({"acl", "advcl", "amod", "xcomp"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL"})
_LATER = 3
"""Steps that a participle is further away than a phrase: what hangs on the event itself comes first."""
_TOPICAL_KINDS = frozenset({"talk", "agree", "announce"})
"""Kinds of event whose "on" tells the topic."""


def place_of(roots: Sequence[Token], kind: str, span: Span, entities: Sequence[Entity]) -> list[Token]:
    """The place of an event, as a list of one head of a name, or an empty list.

    Args:
        roots: the words that name the event and carry it.
        kind: its class of near-synonyms, or its lemma.
        span: the claim; what lies outside is not looked at.
        entities: names in the claim, offsets in the Doc's text.
    """
    names = {i: entity for entity in entities for i in _tokens(span, entity)}
    lemma = roots[0].lemma_.lower()
    going = kind in words.GOING or lemma in words.GOING
    queue = [(0, root) for root in roots]
    seen = {root.i for root in roots}
    best: tuple[int, int, Token] | None = None
    while queue:
        queue.sort(key=lambda step: (step[0], step[1].i))
        distance, node = queue.pop(0)
        if best is not None and distance > best[0]:
            break
        for child in node.children:
            if child.i in seen or not span.start <= child.i < span.end:
                continue
            seen.add(child.i)
            place, further = _look(child, node, kind, going=going, root=node in roots, names=names)
            if place is not None and (best is None or (distance, place.i) < best[:2]):
                best = distance, place.i, place
            queue += [(distance + step, token) for step, token in further]
    return [] if best is None else [best[2]]


def _look(
    child: Token, node: Token, kind: str, *, going: bool, root: bool, names: dict[int, Entity]
) -> tuple[Token | None, list[tuple[int, Token]]]:
    """The place that a word brings, if any, and where to look further, with the number of steps."""
    label = child.dep_
    if label in {"prep", "agent"}:
        noun = object_of(child)
        if noun is None or child.lower_ in words.NO_SETTING:
            return None, []
        if child.lower_ == "on" and kind in _TOPICAL_KINDS and noun.lemma_.lower() not in words.LOCATIVE:
            return None, []
        place = _place_in(noun, child.lower_, node, going=going, names=names)
        return place, [(1, noun)]
    if label == "advmod":  # "south of Lampedusa", "late on Monday in Lille"
        return None, [(0, child)]
    if label == "dobj" and node.lemma_.lower() in words.STRIKING and kind in words.NATURAL_KINDS:
        return _named(child, names), [(1, child)]
    if label in _ARGUMENTS and (label != "conj" or own_subject(child) is None):
        topic = root and label == "dobj" and kind in _TOPICAL_KINDS and node.pos_ == "VERB"
        return None, [] if topic else [(1, child)]
    if label in _PARTICIPLES and own_subject(child) is None:
        return None, [(0 if label == "xcomp" else _LATER, child)]
    return None, []


def _place_in(noun: Token, preposition: str, node: Token, *, going: bool, names: dict[int, Entity]) -> Token | None:
    if noun.ent_type_ in _NO_PLACES:
        return None
    entity = names.get(noun.i)
    known = noun.ent_type_ in _PLACES or (entity is not None and entity.label == "place")
    if preposition == "of":
        return noun if noun.pos_ == "PROPN" and node.lemma_.lower() in words.LOCATIVE else None
    if preposition in {"to", "from"}:
        near = going or node.lemma_.lower() in words.GOING
        return (noun if noun.pos_ == "PROPN" and not _is_person(noun, entity) else None) if near else None
    if preposition not in words.SETTING:
        return None
    if known or (preposition in words.NAMED_SETTING and noun.pos_ == "PROPN" and not _is_person(noun, entity)):
        return noun
    if preposition == "at" and noun.pos_ == "PROPN" and entity is None:
        return noun
    return _named(noun, names)


def _named(noun: Token, names: dict[int, Entity]) -> Token | None:
    """The place that a noun is, or is called by: "the island of Cebu", "the Okavango delta"."""
    if noun.pos_ == "PROPN" and noun.ent_type_ in _PLACES:
        return noun
    if noun.lemma_.lower() not in words.LOCATIVE:
        return None
    return noun if any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children) else None


def _is_person(noun: Token, entity: Entity | None) -> bool:
    """A full personal name; single words are too often taken for one."""
    return entity is not None and entity.label == "person" and " " in entity.name


def _tokens(span: Span, entity: Entity) -> range:
    words = span.doc.char_span(entity.start, entity.end, alignment_mode="expand")
    return range(words.start, words.end) if words is not None else range(0)
