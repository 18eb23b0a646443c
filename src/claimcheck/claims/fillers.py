"""The words that fill a role: a full name, or a noun with the nouns that it is compounded with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.claims.role_words import ADVERBIAL, QUANTITY
from claimcheck.claims.syntax import own_subject
from claimcheck.claims.titles import TITLES
from claimcheck.records import Entity, Role
from claimcheck.records.values import RoleName

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset("who which that whom".split())
_POSSESSIVE = frozenset("its his her their".split())
_NOBODY = frozenset("one nobody anybody somebody everybody nothing anything something everything".split())
_SINGULAR = frozenset("he she it".split())
_NOT_NAMED = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL"})
_TYPED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})


def conjoined(head: Token) -> Iterator[Token]:
    """A noun and those joined to it: "Acme, Bolt and Cole".

    In "the ministers of Chile and Bolivia" parsers join Bolivia to the ministers: a name after a common noun that has
    a phrase of its own is left out.
    """
    yield head
    name = name_of(head)
    for child in (*head.conjuncts, *(name.conjuncts if name.i != head.i else ())) if head.dep_ != "conj" else ():
        between = any(c.dep_ == "prep" and head.i < c.i < child.i for c in head.children)
        if not (between and child.pos_ == "PROPN" and name.pos_ != "PROPN"):
            yield child


def name_of(head: Token) -> Token:
    """The name that stands beside a common noun ("the banker Ana Bell"), or what a number counts; else the noun."""
    if head.lemma_.lower() in QUANTITY or head.pos_ == "NUM":
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ == "of" and prep.i > head.i:
                counted = next((c for c in prep.children if c.dep_ == "pobj"), None)
                if counted is not None:
                    return name_of(counted)
    if head.pos_ == "NOUN":
        for child in head.rights:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                return child
    return head


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, or a pronoun in a report or before an object: "Acme said that it had sued",
    "Acme completed its takeover"; else the token."""
    low = token.lower_
    if low in _POSSESSIVE and token.dep_ == "poss" and token.head.dep_ == "dobj":
        owner = own_subject(token.head.head)
        return owner if owner is not None and owner.dep_ == "nsubj" and owner.i < token.i else token
    if low in _RELATIVE and token.tag_ in {"WDT", "WP"}:
        verb = token.head
        while verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.head.i != verb.i:
            verb = verb.head
        return verb.head if verb.dep_ == "relcl" and verb.head.lemma_.lower() not in ADVERBIAL else token
    if low in _SINGULAR and token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ccomp":
        teller = own_subject(token.head.head)
        if teller is not None and teller.i < token.i and _may_mean(low, name_of(teller)):
            return teller
    return token


def _may_mean(pronoun: str, noun: Token) -> bool:
    if noun.tag_ in {"NNS", "NNPS"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    return noun.ent_type_ != "PERSON" if pronoun == "it" else noun.ent_type_ not in {"ORG", "GPE"}


def roles_of(head: Token, role: RoleName, entities: Sequence[Entity]) -> Iterator[Role]:
    """Located roles of one filler: most often one; one for each person meant by a pronoun; none where it names nothing.

    Args:
        head: a noun, name or pronoun.
        role: the role that it fills.
        entities: names and references of the claim, offsets in the Doc's text.
    """
    head = name_of(antecedent(head))
    low = head.lower_
    begin, end = head.idx, head.idx + len(head.text)
    over = [e for e in entities if e.start < end and begin < e.end]
    if head.pos_ == "PRON":
        for entity in over:
            yield Role(start=begin, end=end, text=head.text, role=role, name=entity.name)
        return
    if head.pos_ not in {"NOUN", "PROPN"} and head.ent_type_ not in _TYPED and head.tag_ not in {"JJ", "VBG"}:
        return
    if head.ent_type_ in _NOT_NAMED or len(head.text) == 1 or head.text[0].isdigit() or low in _NOBODY:
        return  # a single letter is that of "e-mail"
    named = next((e for e in over if e.end == end and head.pos_ == "PROPN" and e.start >= head.left_edge.idx), None)
    if named is not None:
        begin, text = named.start, named.text
    else:
        first = _compound(head)
        begin, text = first.idx, head.doc[first.i : head.i + 1].text
    exact = [e for e in over if e.start <= begin and e.end == end]
    yield Role(start=begin, end=end, text=text, role=role, name=exact[0].name if exact else text)


def _compound(head: Token) -> Token:
    """The first of the nouns that stand right before a noun, its titles left out: "oil depot", "Ana Bell"."""
    first = head
    for i in range(head.i - 1, head.left_edge.i - 1, -1):
        before = head.doc[i]
        same_name = head.pos_ != "PROPN" or (before.pos_ == "PROPN" and before.lower_.rstrip(".") not in TITLES)
        joined = before.dep_ == "compound" and same_name
        if not (joined or (before.text == "-" and not before.whitespace_)):
            break
        first = before
    return first.doc[first.i + 1] if first.text == "-" else first
