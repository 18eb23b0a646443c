"""Pronouns and phrases such as "the minister" or "the two men" → the people they stand for, where that is plain.

A light resolver, made for precision: with two candidates of equal standing it stays silent. It follows what is known
of English news: a pronoun most often points to the subject of the sentence before (Hobbs 1978; Lappin and Leass 1994).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.anaphors import (
    is_introduced,
    is_of_a_country,
    modified,
    names_beside,
    names_in_content,
    reference_range,
    speech_of,
    subject_names,
)
from claimcheck.claims.bodies import Bodies
from claimcheck.claims.names import NameRegister
from claimcheck.claims.passages import Sentence
from claimcheck.claims.quotations import QuotationIndex
from claimcheck.claims.syntax import SUBJECTS
from claimcheck.claims.titles import (
    EPITHETS,
    FEMALE_NOUNS,
    FEMALE_TITLES,
    KIN,
    MALE_NOUNS,
    MALE_TITLES,
    PERSON_NOUNS,
)
from claimcheck.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 3
"""How many sentences back an antecedent is looked for."""

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_PLURAL = frozenset("they them their themselves".split())
_ROLE_WORDS = PERSON_NOUNS - KIN
_REFLEXIVE = frozenset({"himself", "herself"})
_OBJECTS = frozenset({"dobj", "iobj", "dative", "pobj"})
_COUPLES = frozenset({"couple", "pair", "duo"})
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
    speaks: bool = False


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
            names = self._referents(token, sentence, people, quoted=quoted)
            self._follow_plurals(token, names, people, sentence.number)
            if names:
                start, end = reference_range(token)
                text = sentence.passage.text[start:end]
                found += [Entity(start=start, end=end, text=text, label="person", name=name) for name in names]
            if names and token.lower_ in _MALE | _FEMALE:
                self._seen.append(
                    _Seen(names[0], sentence.number, token.dep_ in SUBJECTS, quoted, speech_of(token) is not None)
                )
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
            named = [e.name for h in heads for e in people if e.start <= h.idx < e.end or names_beside(h, e)]
            self._plural = (tuple(sorted(dict.fromkeys(named))) if len(named) == len(heads) else (), number)
        elif token.tag_ in {"NNS", "NNPS"} and token.lower_ not in _PLURAL:
            self._plural = ((), number)

    def _unnamed_before(self, pronoun: Token, sentence: Sentence, people: Sequence[Entity]) -> bool:
        """Is there a nearer antecedent without a name in the sentence: "the defence chief and his counterpart"?"""
        other = FEMALE_NOUNS if pronoun.lower_ in _MALE else MALE_NOUNS
        named_subject = any(
            t.dep_ in SUBJECTS and any(e.start <= t.idx < e.end for e in people)
            for t in sentence.span
            if t.i < pronoun.i
        )
        for token in sentence.span:
            if token.i >= pronoun.i:
                return False
            lemma = token.lemma_.lower()
            if token.pos_ != "NOUN" or token.tag_ != "NN" or lemma not in PERSON_NOUNS or lemma in other:
                continue
            if token.dep_ in {"compound", "appos", "nmod", "attr"} or not is_introduced(token):
                continue
            # In "Bell told a reporter that he …" the subject is meant.
            if named_subject and pronoun.dep_ in SUBJECTS and token.dep_ not in SUBJECTS:
                continue
            named = any(c.dep_ == "appos" for c in token.children) or (
                token.i + 1 < len(token.doc) and token.doc[token.i + 1].ent_type_ == "PERSON"
            )
            if not named and not self._referents(token, sentence, people):
                return True
        return False

    def _take_note(self, people: list[Entity], token: Token, sentence: Sentence, quoted: bool) -> None:
        for entity in people:
            if entity.start <= token.idx < entity.end and token.idx + len(token.text) >= entity.end:
                self._named.add(entity.name)
                head = token
                while head.dep_ in {"compound", "flat", "nmod", "conj"} and head.head != head:
                    head = head.head
                speaks = speech_of(head) is not None
                self._seen.append(_Seen(entity.name, sentence.number, head.dep_ in SUBJECTS, quoted, speaks))

    def _referents(
        self, token: Token, sentence: Sentence, people: Sequence[Entity], *, quoted: bool = False
    ) -> tuple[str, ...]:
        low = token.lower_
        if low in _MALE or low in _FEMALE:
            gender = "m" if low in _MALE else "f"
            acting = subject_names(token, people)
            if low in _REFLEXIVE and acting:
                return acting if len(acting) == 1 and self._fits(acting[0], gender) else ()
            if self._unnamed_before(token, sentence, people):
                return ()
            if (verb := speech_of(token)) is not None:
                others = {e.name for e in people if e.start < token.idx} - set(names_in_content(verb, people))
                last = self._last_speaker(sentence.number - 1, gender)
                if last and not others:
                    return last
            # Who acts is not "him": "Bell signed him".
            barred = acting if token.dep_ in _OBJECTS else ()
            return self._one(
                sentence.number, gender, None, subject=token.dep_ in SUBJECTS, quoted=quoted, barred=barred
            )
        if low in _PLURAL:
            names, where = self._plural
            return names if token.dep_ in SUBJECTS and sentence.number - 1 <= where else ()
        determiner = next((c for c in token.children if c.dep_ in {"det", "predet"}), None)
        definite = determiner is not None and determiner.lower_ == "the"
        if definite and is_of_a_country(token):
            return self._epithet(sentence.number, "", people, token)
        if token.pos_ != "NOUN":
            return ()
        lemma = token.lemma_.lower()
        if definite and lemma in _COUPLES and token.tag_ == "NN":
            return self._both(sentence.number, REACH * 4) if not modified(token) else ()
        if token.tag_ == "NNS":
            counted = any(c.dep_ == "nummod" and c.lower_ == "two" for c in token.children) or (
                determiner is not None and determiner.lower_ == "both"
            )
            known = lemma in _PAIR_WORDS and (counted or self._all_are(lemma, sentence.number))
            definite = determiner is not None and determiner.lower_ in {"the", "both", "these"}
            return self._both(sentence.number, REACH * 4) if known and definite and not modified(token) else ()
        former = any(c.dep_ == "amod" and c.lower_ == "former" for c in token.children)
        if not definite or lemma not in _ROLE_WORDS or modified(token, but="former"):
            return ()
        male, female = lemma in MALE_TITLES | MALE_NOUNS, lemma in FEMALE_TITLES | FEMALE_NOUNS
        gender = "m" if male else "f" if female else ""
        names = self._one(sentence.number, gender, f"former {lemma}" if former else lemma)
        if not names and (former or lemma in EPITHETS) and not self._has_role(lemma):
            return self._epithet(sentence.number, gender, people, token)
        return names

    def _last_speaker(self, number: int, gender: str) -> tuple[str, ...]:
        """Who alone said something in the sentence of that number: "he said" in the next goes on with it."""
        spoke = {s.name for s in self._recent(number) if s.speaks and not s.quoted and self._fits(s.name, gender)}
        return tuple(spoke) if len(spoke) == 1 else ()

    def _has_role(self, lemma: str) -> bool:
        return any(lemma in self._register.roles.get(name, ()) for name in self._named)

    def _epithet(self, number: int, gender: str, people: Sequence[Entity], token: Token) -> tuple[str, ...]:
        """The only person whom the article has named so far, if the last sentence spoke of nobody else."""
        if len(self._named) != 1 or any(e.start <= token.idx for e in people):
            return ()
        name = next(iter(self._named))
        return (name,) if self._fits(name, gender) and any(s.name == name for s in self._recent(number - 1)) else ()

    def _one(
        self,
        number: int,
        gender: str,
        role: str | None,
        *,
        subject: bool = True,
        quoted: bool = False,
        barred: Sequence[str] = (),
    ) -> tuple[str, ...]:
        """The one person that a singular reference can mean, as a tuple of one, or an empty tuple."""
        if role is not None and role not in {"man", "woman"}:
            holders = {name for name in self._register.people if role in self._register.roles.get(name, ())}
            fitting = holders & self._named
            return (next(iter(fitting)),) if len(fitting) == 1 else ()
        for back in range(REACH):
            here = [
                s
                for s in self._recent(number - back)
                if (quoted or not s.quoted) and self._fits(s.name, gender) and s.name not in barred
            ]
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


def inside(entities: Sequence[Entity], span: Span) -> Iterator[Entity]:
    """The entities that lie in the span, offsets in its Doc's text."""
    return (e for e in entities if span.start_char <= e.start and e.end <= span.end_char)
