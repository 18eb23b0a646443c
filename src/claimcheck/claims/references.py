"""Pronouns and phrases such as "the minister" or "the two men" → the people they stand for, where that is plain.

A light resolver, made for precision: with two candidates of equal standing it stays silent. It follows what is known
of English news: a pronoun most often points to the subject of the sentence before (Hobbs 1978; Lappin and Leass 1994).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.bodies import Bodies
from claimcheck.claims.names import NameRegister
from claimcheck.claims.passages import Sentence
from claimcheck.claims.quotations import QuotationIndex
from claimcheck.claims.recognition import FEMALE_TITLES, MALE_TITLES
from claimcheck.claims.syntax import SUBJECTS
from claimcheck.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 3
"""How many sentences back an antecedent is looked for."""

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_PLURAL = frozenset("they them their themselves".split())
_ROLE_WORDS = frozenset(
    "minister president secretary chancellor premier mayor governor senator judge coach captain manager director "
    "chairman chairwoman chief general colonel admiral commander officer spokesman spokeswoman spokesperson "
    "ambassador envoy "
    "diplomat prosecutor lawyer analyst professor scientist researcher economist doctor surgeon engineer author "
    "writer singer actor actress "
    "player striker goalkeeper defender champion driver pilot king queen prince princess pope bishop leader "
    "politician lawmaker "
    "congressman congresswoman councillor inspector detective sergeant lieutenant major founder owner executive "
    "defendant suspect "
    "man woman farmer teacher resident witness candidate".split()
)
_PAIR_WORDS = frozenset(
    "man woman side minister leader general president commander official counterpart chief diplomat rival candidate "
    "colleague "
    "secretary captain player politician negotiator pair duo party".split()
)


@attrs.frozen
class _Seen:
    name: str
    sentence: int
    subject: bool
    quoted: bool = False


class References:
    """Resolves the references of an article, sentence by sentence, in order."""

    def __init__(self, register: NameRegister, quotations: QuotationIndex | None = None) -> None:
        self._register = register
        self._quotations = quotations or QuotationIndex([])
        self._bodies = Bodies()
        self._seen: list[_Seen] = []
        self._named: set[str] = set()
        self._pair: tuple[tuple[str, ...], int] = ((), -100)
        self._plural: tuple[tuple[str, ...], int] = ((), -100)

    def resolve(self, sentence: Sentence, entities: Sequence[Entity]) -> list[Entity]:
        """References in the sentence as Entities, offsets in its Doc's text, one for each person or body meant.

        Args:
            sentence: the next sentence of the article.
            entities: the names in its Doc, offsets in the Doc's text.
        """
        span = sentence.span
        base = sentence.passage.start
        people = [e for e in entities if e.label == "person" and span.start_char <= e.start < span.end_char]
        found = self._bodies.resolve(sentence, entities)
        for token in span:
            place = base + token.idx
            quoted = bool(self._quotations.overlapping(place, place + len(token.text)))
            # Who is only spoken of inside a quotation is not who "he said" outside of it means.
            self._take_note(people, token, sentence, quoted)
            names = self._referents(token, sentence, quoted=quoted)
            self._follow_plurals(token, names, people, sentence.number)
            if names:
                start, end = _range(token)
                text = sentence.passage.text[start:end]
                found += [Entity(start=start, end=end, text=text, label="person", name=name) for name in names]
            if names and token.lower_ in _MALE | _FEMALE:
                self._seen.append(_Seen(names[0], sentence.number, token.dep_ in SUBJECTS, quoted))
                self._register.gender.setdefault(names[0], "m" if token.lower_ in _MALE else "f")
        in_sentence = tuple(dict.fromkeys(e.name for e in people))
        if len(in_sentence) == 2:
            self._pair = (in_sentence, sentence.number)
        elif len(in_sentence) > 2:
            self._pair = ((), sentence.number)
        return found

    def _follow_plurals(self, token: Token, names: tuple[str, ...], people: list[Entity], number: int) -> None:
        """Whom "they" would mean now: the last plural subject, if it was two people or stood for people."""
        if token.dep_ not in SUBJECTS or token.lower_ in _MALE | _FEMALE | {
            "it",
            "i",
            "you",
            "who",
            "which",
            "that",
            "there",
        }:
            return
        joined = [c for c in token.children if c.dep_ == "conj"]
        if len(names) > 1:
            self._plural = (names, number)
        elif joined:
            heads = [token, *joined]
            named = [e.name for h in heads for e in people if e.start <= h.idx < e.end or _names_beside(h, e)]
            self._plural = (tuple(sorted(dict.fromkeys(named))) if len(named) == len(heads) else (), number)
        elif token.tag_ in {"NNS", "NNPS"} and token.lower_ not in _PLURAL:
            self._plural = ((), number)

    def _unnamed_before(self, pronoun: Token, sentence: Sentence) -> bool:
        """Is there a nearer antecedent without a name in the sentence: "the defence chief and his counterpart"?"""
        for token in sentence.span:
            if token.i >= pronoun.i:
                return False
            if (
                token.pos_ == "NOUN"
                and token.tag_ == "NN"
                and token.lemma_.lower() in _ROLE_WORDS
                and token.dep_ not in {"compound", "appos", "nmod", "attr"}
            ):
                named = any(c.dep_ == "appos" for c in token.children) or (
                    token.i + 1 < len(token.doc) and token.doc[token.i + 1].ent_type_ == "PERSON"
                )
                if not named and not self._referents(token, sentence):
                    return True
        return False

    def _take_note(self, people: list[Entity], token: Token, sentence: Sentence, quoted: bool) -> None:
        for entity in people:
            if entity.start <= token.idx < entity.end and token.idx + len(token.text) >= entity.end:
                self._named.add(entity.name)
                head = token
                while head.dep_ in {"compound", "flat", "nmod", "conj"} and head.head != head:
                    head = head.head
                self._seen.append(_Seen(entity.name, sentence.number, head.dep_ in SUBJECTS, quoted))

    def _referents(self, token: Token, sentence: Sentence, *, quoted: bool = False) -> tuple[str, ...]:
        low = token.lower_
        if low in _MALE or low in _FEMALE:
            if self._unnamed_before(token, sentence):
                return ()
            return self._one(
                sentence.number, "m" if low in _MALE else "f", None, subject=token.dep_ in SUBJECTS, quoted=quoted
            )
        if low in _PLURAL:
            names, where = self._plural
            return names if token.dep_ in SUBJECTS and sentence.number - 1 <= where else ()
        if token.pos_ != "NOUN":
            return ()
        determiner = next((c for c in token.children if c.dep_ in {"det", "predet"}), None)
        lemma = token.lemma_.lower()
        if token.tag_ == "NNS":
            counted = any(c.dep_ == "nummod" and c.lower_ == "two" for c in token.children) or (
                determiner is not None and determiner.lower_ == "both"
            )
            known = lemma in _PAIR_WORDS and (counted or self._all_are(lemma, sentence.number))
            definite = determiner is not None and determiner.lower_ in {"the", "both", "these"}
            return self._both(sentence.number, REACH * 4) if known and definite and not _modified(token) else ()
        if determiner is None or determiner.lower_ != "the" or _modified(token) or lemma not in _ROLE_WORDS:
            return ()
        gender = (
            "m" if lemma in MALE_TITLES or lemma == "man" else "f" if lemma in FEMALE_TITLES or lemma == "woman" else ""
        )
        return self._one(sentence.number, gender, lemma)

    def _one(
        self, number: int, gender: str, role: str | None, *, subject: bool = True, quoted: bool = False
    ) -> tuple[str, ...]:
        """The one person that a singular reference can mean, as a tuple of one, or an empty tuple."""
        if role is not None and role not in {"man", "woman"}:
            holders = {name for name in self._register.people if role in self._register.roles.get(name, ())}
            fitting = holders & self._named
            return (next(iter(fitting)),) if len(fitting) == 1 else ()
        for back in range(REACH):
            here = [s for s in self._recent(number - back) if (quoted or not s.quoted) and self._fits(s.name, gender)]
            names = list(dict.fromkeys(s.name for s in here))
            if len(names) == 1:
                return (names[0],)
            subjects = list(dict.fromkeys(s.name for s in here if s.subject))
            # In its own sentence "him" is rarely the subject, "he" most often is.
            if len(subjects) == 1 and (subject or back):
                return (subjects[0],)
            if names:
                return ()
        return ()

    def _recent(self, number: int) -> list[_Seen]:
        """Mentions in the sentence of that number, which is among the last few."""
        found: list[_Seen] = []
        for seen in reversed(self._seen):
            if seen.sentence < number:
                break
            if seen.sentence == number:
                found.append(seen)
        return found[::-1]

    def _fits(self, name: str, gender: str) -> bool:
        known = self._register.gender.get(name)
        return not gender or known is None or known == gender

    def _both(self, number: int, reach: int) -> tuple[str, ...]:
        names, where = self._pair
        return tuple(sorted(names)) if names and number - reach <= where < number else ()

    def _all_are(self, lemma: str, number: int) -> bool:
        names, _ = self._pair
        return bool(names) and any(lemma in self._register.roles.get(name, ()) for name in names)


def _names_beside(head: Token, entity: Entity) -> bool:
    """Is the entity the apposition of a noun: "his counterpart Ana Bell"?"""
    return any(c.dep_ == "appos" and entity.start <= c.idx < entity.end for c in head.children)


def _modified(noun: Token) -> bool:
    """Does anything narrow the phrase down ("the French minister", "the minister of health", "the man who fled")?"""
    return any(c.dep_ in {"relcl", "acl", "prep", "compound", "poss", "appos"} for c in noun.children) or any(
        c.dep_ == "amod" and c.pos_ in {"PROPN", "ADJ"} and c.lower_ not in {"two", "same"} for c in noun.children
    )


def _range(token: Token) -> tuple[int, int]:
    """The pronoun, or the noun with what stands before it."""
    if token.pos_ != "NOUN":
        return token.idx, token.idx + len(token.text)
    return token.doc[token.left_edge.i].idx, token.idx + len(token.text)


def inside(entities: Sequence[Entity], span: Span) -> Iterator[Entity]:
    """The entities that lie in the span, offsets in its Doc's text."""
    return (e for e in entities if span.start_char <= e.start and e.end <= span.end_char)
