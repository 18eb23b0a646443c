"""Subject, object and other arguments of a verb, also of passives, participles, infinitives and joined verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.role_words import ADVERBIAL, MEANS, OBJECT_OF, SUBJECT_CONTROL
from claimcheck.claims.syntax import is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPTH = 6
"""How many verbs up a subject is looked for."""
_NO_FILLER = frozenset({"DATE", "TIME"})
_STATING = frozenset({"declare", "find", "leave", "keep", "get", "see"})
"""Verbs with an object and a participle said of it."""
_AUXILIARIES = frozenset({"aux", "auxpass"})


@attrs.frozen(eq=False)
class Arguments:
    """Heads of the phrases that depend on a verb.

    Attributes:
        subject: as the sentence has it, also where it belongs to a verb above.
        passive: the subject is what the verb is done to.
        object, indirect: direct object; "gave *him* the prize" or the noun of "gave it *to him*".
        by: the agent of a passive.
    """

    subject: Token | None
    passive: bool
    object: Token | None
    indirect: Token | None
    by: Token | None


def arguments(verb: Token) -> Arguments:
    """The arguments of a verb."""
    passive = is_passive(verb)
    return Arguments(_subject(verb, _DEPTH), passive, _object(verb), _indirect(verb), _by(verb) if passive else None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: "was sold", "the plant sold to Bolt", "was held and charged"."""
    labels = {child.dep_ for child in verb.children}
    if labels & {"auxpass", "nsubjpass"} or ("agent" in labels and "nsubj" not in labels):
        return True
    if verb.dep_ == "ccomp" and verb.tag_ == "VBN" and not labels & {"aux", "dobj"}:
        return verb.head.lemma_.lower() in _STATING  # "declared 1,200 homes damaged"
    if verb.tag_ not in {"VBN", "VBD", "JJ"} or labels & {"nsubj", "aux"}:
        return False
    if verb.dep_ in {"acl", "advcl"}:
        return verb.tag_ != "VBD" and "dobj" not in labels
    return verb.dep_ == "conj" and is_verbal(verb.head) and is_passive(verb.head)


def object_of(preposition: Token) -> Token | None:
    """The noun after a preposition."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def phrases(head: Token, *words: str) -> list[Token]:
    """The nouns of the phrases that begin with one of these prepositions and hang on a verb or noun, in order."""
    found = []
    for child in head.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in words:
            noun = object_of(child)
            if noun is not None and noun.ent_type_ not in _NO_FILLER:
                found.append(noun)
    return found


def _subject(verb: Token, depth: int) -> Token | None:
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.ent_type_ not in _NO_FILLER]
    if own:
        before = [child for child in own if child.i < verb.i]
        return before[-1] if before else own[0]
    if not depth:
        return None
    head = verb.head
    if verb.dep_ == "pcomp":
        return _governed(head.head, depth) if is_verbal(head.head) else None
    if verb.dep_ == "acl":
        return head if verb.tag_ in {"VBG", "VBN"} else _planner(head, depth)
    if verb.dep_ == "xcomp":
        return _controller(head, depth)
    if verb.dep_ in {"conj", "advcl"} and is_verbal(head):
        garden_path = verb.dep_ == "advcl" and head.dep_ == "acl"
        return _subject(head, depth - 1) if not garden_path else head.head
    return None


def _controller(head: Token, depth: int) -> Token | None:
    """The agent of an infinitive: of "agreed to sell", "forced Bolt to sell", "was forced to sell", "due to sell"."""
    if not is_verbal(head):
        if head.dep_ in {"acomp", "advcl"} and is_verbal(head.head):
            return _subject(head.head, depth - 1)
        return head.head if head.dep_ == "amod" else None
    told = _object(head)
    if told is not None and head.lemma_.lower() not in SUBJECT_CONTROL and not is_passive(head):
        return told
    return _subject(head, depth - 1)


def _governed(verb: Token, depth: int) -> Token | None:
    """The agent of a gerund: the accused of "accused Bell of bribing", else the subject of the verb above."""
    if verb.lemma_.lower() in OBJECT_OF and not is_passive(verb):
        return _object(verb)
    return _subject(verb, depth - 1)


def _planner(noun: Token, depth: int) -> Token | None:
    """The agent of "Acme's plan to buy" and "Acme announced a plan to buy"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    return _subject(noun.head, depth - 1) if noun.dep_ == "dobj" else None


def _object(verb: Token) -> Token | None:
    own = next((c for c in verb.children if c.dep_ == "dobj" and c.ent_type_ not in _NO_FILLER), None)
    if own is not None and own.tag_ != "CD":
        return own
    # "Arsenal beat Chelsea 2-1": parsers take the loser for a measure, and half of the score for the object.
    beaten = next((c for c in verb.children if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and c.i > verb.i), None)
    if beaten is not None and beaten.left_edge.i == verb.i + 1 and beaten.ent_type_ not in _NO_FILLER:
        return beaten
    if own is not None:
        return own
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if verb.dep_ == "relcl" and subjects and not is_passive(verb):
        marked = any(child.tag_ in {"WRB", "WDT", "WP"} or child.dep_ == "prep" for child in verb.children)
        return verb.head if not marked and verb.head.lemma_.lower() not in ADVERBIAL else None
    # "The court on Friday acquitted Bell": taggers take the verb for a participle.
    if verb.dep_ == "amod" and subjects and not any(child.dep_ in _AUXILIARIES for child in verb.children):
        head = verb.head
        while head.dep_ == "compound":
            head = head.head
        return head
    return None


def _indirect(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "dative":
            return object_of(child) if child.pos_ == "ADP" else child
    return None


def _by(verb: Token) -> Token | None:
    own = [noun for noun in phrases(verb, "by") if noun.lemma_.lower() not in MEANS]
    if own:
        return own[0]
    for child in verb.children:  # "convicted of spying by a court"
        noun = object_of(child) if child.dep_ == "prep" else None
        if noun is not None:
            inner = phrases(noun, "by")
            if inner:
                return inner[0]
    return None
