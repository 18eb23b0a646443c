"""Who did what to whom, and where: the role fillers of an event, read from the parse around its trigger.

A verb gives roles to its subject and objects; a noun to what stands after "of", "by", "between" and before "'s", and to
the subject of the verb that carries it ("held talks", "is on trial"). Verbs of saying are looked through by the choice
of the trigger. Conventions and scores: docs/decisions/0007-event-frames.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims import role_words as words
from claimcheck.claims.arguments import Arguments, arguments, phrases
from claimcheck.claims.fillers import conjoined, roles_of
from claimcheck.claims.role_places import place_of
from claimcheck.claims.syntax import is_verbal
from claimcheck.claims.triggers import is_participle
from claimcheck.records import Entity, Role
from claimcheck.records.values import RoleName

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Filling = tuple["Token", RoleName]


def find_roles(trigger: Token, kind: str, span: Span, entities: Sequence[Entity] = ()) -> tuple[Role, ...]:
    """The roles of the event that a word names, by place in the text; each range of characters fills one role.

    Args:
        trigger: the word that names the event.
        kind: its class of near-synonyms, or its lemma.
        span: the claim; fillers outside of it are left out.
        entities: names and references in the claim, offsets in `span.doc.text`.
    """
    event = _Event(trigger, kind)
    fillings = list(event.fillings())
    inside = [(head, role) for head, role in fillings if span.start <= head.i < span.end]
    found: dict[tuple[int, int, str], Role] = {}
    taken: dict[tuple[int, int], RoleName] = {}
    place = place_of(event.roots(), kind, span, entities)
    for head, role in [*_split(inside, reciprocal=event.reciprocal), *((p, "place") for p in place)]:
        for filled in roles_of(head, role, entities):
            where = filled.start, filled.end
            if taken.setdefault(where, role) == role:
                found.setdefault((*where, filled.name), filled)
    return tuple(sorted(found.values(), key=lambda r: (r.start, r.end, r.role, r.name)))


def _split(fillings: Iterable[Filling], *, reciprocal: bool) -> Iterator[Filling]:
    """Each filler with those joined to it; of those that act on each other, all but the first are counterparts."""
    fillings = list(fillings)
    alone = reciprocal and not any(role == "counterpart" for _, role in fillings)
    for head, role in fillings:
        for number, noun in enumerate(conjoined(head)):
            yield noun, "counterpart" if alone and role == "agent" and number else role


@attrs.frozen(eq=False)
class _Event:
    """An event word, and the questions that roles are read from."""

    trigger: Token
    kind: str

    @property
    def lemma(self) -> str:
        return str(self.trigger.lemma_.lower())

    @property
    def reciprocal(self) -> bool:
        return self.kind in words.RECIPROCAL_KINDS or bool({self.lemma, self.kind} & words.RECIPROCAL)

    @property
    def verbal(self) -> bool:
        return is_verbal(self.trigger) or is_participle(self.trigger)

    def fillings(self) -> Iterator[Filling]:
        """Heads of fillers with their roles, the surest first."""
        yield from self._of_verb(self.trigger) if self.verbal else self._of_noun(self.trigger)

    def roots(self) -> list[Token]:
        """Where places hang: the trigger, and the verb that carries it or tells a phase of it."""
        if self.verbal:
            return [self.trigger]
        carrier = self._carrier()
        whole = _whole(self.trigger)
        return [self.trigger, *([whole] if whole.i != self.trigger.i else []), *([carrier] if carrier else [])]

    # Verbs

    def _of_verb(self, verb: Token) -> Iterator[Filling]:
        found = arguments(verb)
        if found.by is not None:
            yield found.by, "agent"
        if found.subject is not None:
            yield found.subject, self._subject_role(found)
        if found.indirect is not None:
            yield found.indirect, "recipient"
        if found.object is not None and not self._leads_to_part(found.object):
            yield found.object, self._object_role(verb, found.object)
        yield from self._phrases_of_verb(verb, found)

    def _subject_role(self, found: Arguments) -> RoleName:
        if found.passive:
            if (self.lemma in words.GIVE and found.object is not None) or self.lemma in words.TELL:
                return "recipient"
            return "counterpart" if self.lemma in words.COUNTERPART_OBJECT and self.reciprocal else "patient"
        happens = self.kind in words.UNACCUSATIVE_KINDS and not self.reciprocal
        if found.object is None and (happens or self.lemma in words.UNACCUSATIVE):
            return "patient"
        return "recipient" if self.lemma in words.RECEIVE else "agent"

    def _leads_to_part(self, noun: Token) -> bool:
        """Is it a noun of a place that is named after it: "visited the village of Elm"?"""
        return self.lemma in words.REACHING and noun.lemma_.lower() in words.LOCATIVE and bool(phrases(noun, "of"))

    def _object_role(self, verb: Token, noun: Token) -> RoleName:
        if self.lemma in words.TELL:
            return "recipient"
        if self.lemma in words.REACHING and (noun.pos_ == "PROPN" or noun.lemma_.lower() in words.LOCATIVE):
            return "place"
        # "called the deal a mistake" is no call, "called Bell to thank him" is one.
        called = any(
            child.dep_ in {"oprd", "ccomp"} or (child.dep_ == "xcomp" and child.tag_ != "VB") for child in verb.children
        )
        if self.lemma in words.COUNTERPART_OBJECT and not called and noun.lemma_.lower() not in words.PARTS:
            return "counterpart"
        return "patient"

    def _phrases_of_verb(self, verb: Token, found: Arguments) -> Iterator[Filling]:
        if self.reciprocal:
            yield from ((noun, "counterpart") for noun in phrases(verb, "with", "against"))
        if self.kind == "talk":
            yield from ((noun, "counterpart") for noun in phrases(verb, "to"))
        elif self.lemma in words.GIVE | words.ADDRESS and found.indirect is None:
            nouns = [verb, *([found.object] if found.object is not None else [])]
            nouns += phrases(verb, "in", "by") if self.lemma in words.ADDRESS else []
            told = [noun for head in nouns for noun in phrases(head, "to")]
            yield from ((noun, "recipient") for noun in told[:1])
        elif self.kind == "lose":
            yield from ((noun, "counterpart") for noun in phrases(verb, "to"))
        if found.object is None and not found.passive:
            if self.kind == "win":
                yield from ((noun, "patient") for noun in phrases(verb, "against", "over"))
            elif self.kind == "attack":
                yield from ((noun, "patient") for noun in phrases(verb, "at", "on"))

    # Nouns

    def _of_noun(self, noun: Token) -> Iterator[Filling]:
        carried = list(self._carried_by(noun))
        heads = [noun, *(child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")]
        carrier = self._carrier()
        if carrier is not None and noun.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}:
            heads.append(carrier)
        by = self._by(noun, heads)
        of = phrases(noun, "of") or self._misplaced_of(noun, by)
        yield from ((head, "agent") for head in by[:1])
        yield from ((head, "agent") for head in phrases_of(heads, "between")[:1])
        agentive = self.reciprocal or self.kind in words.AGENTIVE_KINDS or self.lemma in words.AGENTIVE
        agentive = agentive and self.lemma != "defeat"
        if self.kind not in words.NATURAL_KINDS | {"infect"}:
            yield from ((head, "agent" if agentive and not by else "patient") for head in of[:1])
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        if owner is not None:
            undergoes = self.kind in words.UNDERGOING_KINDS or self.lemma == "defeat" or bool(by)
            yield owner, "patient" if undergoes and not of and not carried else "agent"
        yield from carried
        yield from self._phrases_of_noun(noun, heads, taken=bool(of) and not agentive)

    def _by(self, noun: Token, heads: list[Token]) -> list[Token]:
        """Nouns after "by", also where the parser hangs them on what stands after "of"."""
        own = [inner for inner in phrases_of(heads, "by") if inner.lemma_.lower() not in words.MEANS]
        return own or [inner for outer in phrases(noun, "of") for inner in phrases(outer, "by")]

    def _misplaced_of(self, noun: Token, by: list[Token]) -> list[Token]:
        """What stands after "of", where the parser hangs it on the phrase before: "the find by divers of a ship"."""
        if self.kind not in words.UNDERGOING_KINDS | {"discover", "acquire", "sell", "build", "launch"}:
            return []
        before = [*by, *(phrases(noun, "in", "at", "near", "on") if self.kind not in {"rise", "fall"} else ())]
        return [inner for outer in before for inner in phrases(outer, "of") if outer.lemma_ not in words.LOCATIVE]

    def _phrases_of_noun(self, noun: Token, heads: list[Token], *, taken: bool) -> Iterator[Filling]:
        if self.reciprocal:
            yield from ((head, "counterpart") for head in phrases_of(heads, "with", "against"))
            # "the wedding of Ana and the pilot Ben": parsers join Ben to the wedding.
            joined = (c for c in noun.children if c.dep_ == "conj" and c.pos_ == "PROPN")
            yield from ((head, "counterpart") for head in joined)
        elif not taken:
            against = {"rise": ("in",), "fall": ("in",), "win": ("over", "against")}.get(self.kind, ("against",))
            if self.kind in {"attack", "sanction", "suspend"}:
                against = ("on", "against")
            elif self.kind in {"protest", "score", "resign"}:
                against = ()
            yield from ((head, "patient") for head in phrases_of(heads, *against)[:1])
        if self.kind == "talk" and not {"with", "between"} & {c.lower_ for c in noun.children}:
            yield from ((head, "counterpart") for head in phrases_of([noun], "to"))
            yield from ((head, "agent") for head in phrases_of([noun], "from"))
        elif self.kind == "bear" or self.lemma == "fire":  # "gave birth to", "set fire to"
            yield from ((head, "patient") for head in phrases_of(heads, "to"))
        elif self.lemma in words.GIVEN:
            yield from ((head, "recipient") for head in phrases_of(heads, "to")[:1])
            yield from ((head, "agent") for head in phrases_of([noun], "from")[:1])

    def _carried_by(self, noun: Token) -> Iterator[Filling]:
        """What the verb gives that carries the event: "held talks", "was taken into custody", "is on trial"."""
        top = _whole(noun)
        verb = self._carrier()
        if verb is None:
            return
        found = arguments(verb)
        lemma = verb.lemma_.lower()
        if top.dep_ in {"nsubj", "nsubjpass"}:
            if found.by is not None and lemma in words.CAUSE:
                yield found.by, "agent"
        elif top.dep_ == "pobj" and (found.object is not None or found.passive):
            if found.by is not None:
                yield found.by, "agent"
            if found.subject is not None:
                yield found.subject, "patient" if found.passive else "agent"
            if found.object is not None:
                yield found.object, "patient"
        elif found.subject is not None and not found.passive:
            under = top.dep_ == "pobj" and lemma in words.BEING and self.kind in words.UNDERGOING_KINDS
            undergoes = under or lemma in words.UNDERGO
            yield found.subject, "patient" if undergoes else "agent"

    def _carrier(self) -> Token | None:
        """The verb that carries an event noun or tells a phase of it."""
        top = _whole(self.trigger)
        head = top.head
        if top.dep_ in {"dobj", "attr"} and head.lemma_.lower() in words.SUPPORT | words.UNDERGO:
            return head
        if top.dep_ in {"nsubj", "nsubjpass"} and is_verbal(head):
            lemma = head.lemma_.lower()
            place = any(c.dep_ == "dobj" and c.lower_ == "place" for c in head.children) and lemma == "take"
            strikes = self.kind in words.NATURAL_KINDS and lemma in words.STRIKING
            return head if place or strikes or lemma in words.PHASE | words.CAUSE else None
        if top.dep_ == "pobj" and head.dep_ == "prep" and is_verbal(head.head):
            lemma = head.head.lemma_.lower()
            into = head.lower_ in {"into", "on", "under", "in"} and lemma in words.PUTTING
            inside = head.lower_ in {"in", "on"} or (head.lower_ == "under" and self.kind in words.UNDERGOING_KINDS)
            return head.head if into or (inside and lemma in words.BEING) else None
        return None


def phrases_of(heads: Iterable[Token], *prepositions: str) -> list[Token]:
    """The nouns after these prepositions on any of the heads, by head."""
    return [noun for head in heads for noun in phrases(head, *prepositions)] if prepositions else []


def _whole(noun: Token) -> Token:
    """The noun of which the event is only counted or cut: the round of "a second round of talks"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in words.PARTS:
        noun = noun.head.head
    return noun
