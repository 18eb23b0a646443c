"""Phrases such as "the airline", "the 24-year-old" and "it" → the body or the person that they stand for, where plain.

As in `references`, what could mean two stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from claimcheck.claims.body_kinds import BODY_NOUNS, FIRMS, are_alike, can_be, is_called, is_told
from claimcheck.claims.gazetteer import find_place
from claimcheck.claims.given_names import given_name_gender
from claimcheck.claims.passages import Sentence
from claimcheck.claims.syntax import SUBJECTS, is_speech, own_subject
from claimcheck.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 3
"""How many sentences back a body is looked for."""

_ONLY_NAMED: Final = frozenset("ministry department court party university hospital council union".split())
"""Nouns that mean a body only where its name, or what is said of it, tells that it is one."""
_ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative", "conj"}
_TOWARDS = frozenset("to by with against for".split())
"""Prepositions before somebody who takes part, and mostly no place."""
_NO_BODIES = frozenset("DATE TIME CARDINAL MONEY PERCENT QUANTITY GPE LOC NORP LANGUAGE EVENT LAW WORK_OF_ART".split())
_AGE_AFTER = re.compile(r"^\s*(?:,|\()\s*(?:aged\s+)?(\d{1,3})\s*(?:,|\)|\.|$)")
_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old(?:\s+[\w-]+){0,3}\s+$")
_BY_AGE = re.compile(r"\b[Tt]he (\d{1,3})-year-old\b(?!\s+(?!was|is|has|had|said|who|did|will)[a-z]+\s+[A-Z])")
_IDLE = frozenset("be seem appear rain snow take become remain look turn happen follow".split())


@attrs.frozen
class _Body:
    name: str
    sentence: int
    subject: bool
    joined: bool


@attrs.frozen
class _Mention:
    """A noun for a body without a name, and the body that it was taken for."""

    noun: str
    sentence: int
    name: str | None


class Bodies:
    """The bodies and ages that an article has named so far, and what refers back to them."""

    def __init__(self) -> None:
        self._bodies: list[_Body] = []
        self._ages: dict[str, set[str]] = {}
        self._people: list[_Body] = []
        self._countries: set[str] = set()
        self._described: dict[str, set[str]] = {}
        self._mentions: list[_Mention] = []
        self._unread: set[int] = set()

    def resolve(self, sentence: Sentence, entities: Sequence[Entity]) -> list[Entity]:
        """References in the sentence as Entities, offsets in its Doc's text; call it for each sentence in order.

        Args:
            sentence: the next sentence of the article.
            entities: the names in its Doc, offsets in the Doc's text.
        """
        span = sentence.span
        here = [e for e in entities if span.start_char <= e.start < span.end_char]
        describing = self._describe(sentence, here)
        found = [*self._bodies_meant(sentence, here, describing), *self._by_age(sentence, here)]
        self._take_note(sentence, here)
        return found

    def _describe(self, sentence: Sentence, here: Sequence[Entity]) -> set[int]:
        """Note what kind of body the sentence says that a name is; the places of the nouns that say so."""
        places = set()
        for entity in here:
            span = sentence.passage.doc.char_span(entity.start, entity.end, alignment_mode="expand")
            for noun in _said_of(span.root) if span is not None else ():
                self._described.setdefault(entity.name, set()).add(noun.lemma_.lower())
                places.add(noun.i)
        return places

    def _bodies_meant(
        self, sentence: Sentence, here: Sequence[Entity], describing: Collection[int]
    ) -> Iterator[Entity]:
        meant: dict[int, str | None] = {}
        for token in sentence.span:
            lemma = token.lemma_.lower()
            if token.lower_ == "it":
                start, names = token.idx, self._it(token, sentence.number, here, meant)
            elif token.tag_ == "NNS" and _firm_of(lemma):
                yield from self._both(sentence, token, here)
                continue
            elif lemma == "country" and token.tag_ == "NN":
                country = self._country(token, here)
                if country is not None:
                    yield country
                continue
            elif token.tag_ == "NN" and lemma in BODY_NOUNS and token.dep_ != "compound" and token.i not in describing:
                determiner = next((c for c in token.children if c.dep_ == "det"), None)
                plain = determiner is not None and determiner.lower_ == "the" and not _narrowed(token)
                names = self._kind(lemma, sentence, token, here) if plain else None
                meant[token.i] = names
                self._mentions.append(_Mention(lemma, sentence.number, names))
                if determiner is None or names is None:
                    continue
                start = determiner.idx
            else:
                continue
            end = token.idx + len(token.text)
            if names is not None and not any(
                e.start < end and start < e.end and e.label not in {"group", "place"} for e in here
            ):
                text = sentence.passage.text[start:end]
                yield Entity(start=start, end=end, text=text, label="organisation", name=names)

    def _both(self, sentence: Sentence, token: Token, here: Sequence[Entity]) -> Iterator[Entity]:
        """ "Both companies", "the two airlines": the two bodies of the last sentence that named any."""
        both = any(c.dep_ in {"det", "predet"} and c.lower_ in {"both", "the"} for c in token.children)
        counted = any(c.lower_ in {"both", "two"} for c in token.children)
        if not both or not counted or any(e.label == "organisation" for e in here) or _narrowed(token, counted=True):
            return
        for back in range(1, REACH):
            names = {b.name for b in self._bodies if b.sentence == sentence.number - back}
            if names:
                start, end = token.left_edge.idx, token.idx + len(token.text)
                text = sentence.passage.text[start:end]
                for name in sorted(names) if len(names) == 2 else ():
                    yield Entity(start=start, end=end, text=text, label="organisation", name=name)
                return

    def _country(self, token: Token, here: Sequence[Entity]) -> Entity | None:
        """ "The country", where the article has named one so far."""
        determiner = next((c for c in token.children if c.dep_ == "det" and c.lower_ == "the"), None)
        names = self._countries | {e.name for e in here if e.end <= token.idx and _is_country(e)}
        if determiner is None or len(names) != 1 or _narrowed(token) or token.dep_ == "compound":
            return None
        start, end = determiner.idx, token.idx + len(token.text)
        text = token.doc.text[start:end]
        return Entity(start=start, end=end, text=text, label="place", name=next(iter(names)))

    def _it(self, token: Token, number: int, here: Sequence[Entity], meant: Mapping[int, str | None]) -> str | None:
        """ "It" as the subject of a deed: who says so of itself ("Airbus said it had …"), or the one body that was the
        subject of the sentence before."""
        if token.dep_ == "nsubj" and token.head.dep_ == "ccomp" and is_speech(token.head.head):
            who = own_subject(token.head.head)
            if who is not None and token.head.lemma_.lower() not in _IDLE - {"be"} and not _is_empty(token):
                said_by = _body_at(who, here)
                if said_by is not None or who.i in meant:
                    return said_by or meant[who.i]
        if token.dep_ != "nsubj" or token.head.lemma_.lower() in _IDLE or token.head.dep_ not in {"ROOT", "ccomp"}:
            return None
        before = [b for b in self._bodies if b.sentence == number - 1]
        names = {b.name for b in before}
        return next(iter(names)) if len(names) == 1 and before[0].subject and not before[0].joined else None

    def _kind(self, noun: str, sentence: Sentence, token: Token, here: Sequence[Entity]) -> str | None:
        called = {b.name for b in self._bodies if is_called(noun, b.name, self._described.get(b.name, ()))}
        if called or noun in _ONLY_NAMED:
            return next(iter(called)) if len(called) == 1 else None
        # What acts on the phrase is not meant by it: "the regulator told the lender".
        acting = _body_at(own_subject(token.head), here) if token.dep_ in {"dobj", "dative"} else None
        if {e.name for e in here if e.label == "organisation" and e.end <= token.idx} - {acting}:
            return None
        for back in range(1, REACH + 1):
            number = sentence.number - back
            found = [b for b in self._bodies if b.sentence == number and b.name != acting]
            found = [b for b in found if can_be(noun, b.name, self._described.get(b.name, ()))]
            if found:
                only = found[0]
                if len({b.name for b in found}) > 1 or only.joined or self._is_another(noun, number):
                    return None
                told = is_told(noun, only.name, self._described.get(only.name, ()))
                return only.name if told or number not in self._unread else None
        return None

    def _is_another(self, noun: str, since: int) -> bool:
        """Has an unnamed body of that kind been spoken of since a sentence: "the authority fined an airline"?"""
        return any(m.sentence >= since and m.name is None and are_alike(noun, m.noun) for m in self._mentions)

    def _by_age(self, sentence: Sentence, here: Sequence[Entity]) -> Iterator[Entity]:
        span = sentence.span
        for match in _BY_AGE.finditer(span.text):
            age = match.group(1)
            start, end = span.start_char + match.start(), span.start_char + match.end()
            if any(e.start < end and start < e.end and e.label == "person" for e in here):
                continue
            aged = self._ages.get(age, set())
            name = next(iter(aged)) if len(aged) == 1 else None if aged else self._last_person(sentence.number, age)
            if name is not None:
                text = sentence.passage.text[start:end]
                yield Entity(start=start, end=end, text=text, label="person", name=name)

    def _last_person(self, number: int, age: str) -> str | None:
        """The only person of the last sentence that named any, or its only subject, if no other age is known."""
        other = {name for known, names in self._ages.items() if known != age for name in names}
        for back in range(1, REACH + 1):
            people = [b for b in self._people if b.sentence == number - back]
            names = (
                {b.name for b in people}
                if len({b.name for b in people}) == 1
                else {b.name for b in people if b.subject}
            )
            if people:
                return next(iter(names)) if len(names) == 1 and not names & other else None
        return None

    def _may_be_body(self, token: Token, here: Sequence[Entity]) -> bool:
        """A name in a role of its own that was read as no name, or as the bare name of nobody known."""
        if token.pos_ != "PROPN" or token.dep_ not in _ARGUMENTS or token.ent_type_ in _NO_BODIES:
            return False
        if token.dep_ == "pobj" and token.head.lower_ not in _TOWARDS:
            return False
        if any(token.text in known.name.split() for known in (*self._people, *self._bodies)):
            return False
        entity = next((e for e in here if e.start <= token.idx < e.end), None)
        if entity is None:
            return token.ent_type_ != "PERSON" and find_place(token.text) is None
        return entity.label == "person" and token.text == entity.name and not given_name_gender(token.text)

    def _take_note(self, sentence: Sentence, here: Sequence[Entity]) -> None:
        text = sentence.passage.text
        doc = sentence.passage.doc
        if any(self._may_be_body(token, here) for token in sentence.span):
            self._unread.add(sentence.number)
        for entity in here:
            if _is_country(entity):
                self._countries.add(entity.name)
            if entity.label not in {"organisation", "person"}:
                continue
            span = doc.char_span(entity.start, entity.end, alignment_mode="expand")
            if span is None:
                continue
            root = span.root
            joined = root.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ in {"PROPN", "NOUN"} for c in root.children)
            body = _Body(entity.name, sentence.number, root.dep_ in SUBJECTS, joined)
            if entity.label == "organisation":
                self._bodies.append(body)
                continue
            self._people.append(body)
            after, before = _AGE_AFTER.match(text[entity.end :][:20]), _AGE_BEFORE.search(text[: entity.start][-60:])
            for match in (after, before):
                if match:
                    self._ages.setdefault(match.group(1), set()).add(entity.name)


def _said_of(name: Token) -> Iterator[Token]:
    """Nouns for bodies that are said of a name: "the airline Norwind", "Norwind, an airline"."""
    nouns = [child for child in name.children if child.dep_ in {"compound", "appos"}]
    if name.dep_ == "appos":
        nouns.append(name.head)
    if name.dep_ in SUBJECTS and name.head.lemma_ == "be":
        nouns += [child for child in name.head.children if child.dep_ == "attr"]
    return (noun for noun in nouns if noun.tag_ == "NN" and noun.lemma_.lower() in BODY_NOUNS)


def _narrowed(noun: Token, *, counted: bool = False) -> bool:
    """Does more than a country or a town narrow the phrase down ("the firm that …", but "the Austrian lender")?"""
    narrowing = {"relcl", "acl", "prep", "compound", "poss", "appos", "amod"} | (set() if counted else {"nummod"})
    return any(c.dep_ in narrowing and not (c.dep_ in {"amod", "compound"} and _is_place(c)) for c in noun.children)


def _is_place(token: Token) -> bool:
    return bool(token.is_title and token.n_lefts == 0 and find_place(token.text) is not None)


def _is_country(entity: Entity) -> bool:
    place = find_place(entity.name) if entity.label == "place" else None
    return place is not None and place.level == "country"


def _is_empty(token: Token) -> bool:
    """ "It was likely that …", "it is time to go"."""
    return token.head.lemma_ == "be" and any(c.dep_ in {"acomp", "attr", "ccomp", "xcomp"} for c in token.head.children)


def _firm_of(plural: str) -> bool:
    return plural in FIRMS or plural in {"bank", "club", "carmaker", "firm"}


def _body_at(who: Token | None, here: Sequence[Entity]) -> str | None:
    """The name of the body or country at a subject: "Airbus", "the government of Chad"."""
    if who is None:
        return None
    heads = [who]
    if who.lemma_.lower() in {"government", "ministry", "parliament"}:
        heads += [noun for c in who.children if c.dep_ == "prep" and c.lower_ == "of" for noun in c.children]
    names = {
        e.name
        for head in heads
        for e in here
        if e.start <= head.idx < e.end and (e.label == "organisation" or _is_country(e))
    }
    return next(iter(names)) if len(names) == 1 and not any(c.dep_ == "conj" for c in who.children) else None
