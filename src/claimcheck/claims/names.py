"""Names in an article: repaired, and each with the form that the article as a whole gives it.

A small entity recogniser leaves titles in names, cuts them, takes the first word of a sentence along and changes its
mind about labels from one mention to the next. What the whole article says of a name settles most of that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.claims.given_names import given_name_gender
from claimcheck.claims.passages import Passage
from claimcheck.claims.recognition import LABELS, Name, recognised_names
from claimcheck.claims.titles import FEMALE_TITLES, LEADING, MALE_TITLES, TITLES
from claimcheck.records import Entity
from claimcheck.records.values import EntityLabel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COUNTRIES: Final = {
    alias: name
    for name, aliases in {
        "US": "u.s|us|usa|u.s.a|united states|united states of america|america",
        "UK": "u.k|uk|united kingdom|great britain|britain",
        "United Nations": "u.n|un|united nations",
        "European Union": "e.u|eu|european union",
    }.items()
    for alias in aliases.split("|")
}
_DEFINED = re.compile(
    r"((?:[A-Z][\w'’&-]*)(?:\s+(?:of|for|the|and|on|in|de|des|du|et|&|to|against|[A-Z][\w'’&-]*)){1,9})"
    r"\s*\(([A-Z][A-Za-z&.]{1,9})\)"
)
_INSTITUTIONS = frozenset(
    "ministry office department agency council court committee commission service bureau board authority party union "
    "bank police force forces group university institute association society administration staff".split()
)
_SMALL = frozenset("of for the and on in de des du et & to against".split())
_PLACE_PREPOSITIONS = frozenset("in at near from around across outside inside to into through via of".split())


class NameRegister:
    """All names of an article. Built once from its parsed passages; then gives the canonical form of each.

    Attributes:
        people: canonical full name → number of mentions.
        gender: canonical name → "m" or "f", where a title or a word for the office tells.
        roles: canonical name → lemmas of the nouns that the article calls the person by ("minister", "spokesman").
    """

    def __init__(self, passages: Sequence[Passage], text: str = "") -> None:
        self.people: Counter[str] = Counter()
        self.gender: dict[str, str] = {}
        self.roles: dict[str, set[str]] = defaultdict(set)
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        self._last: dict[str, list[str]] = defaultdict(list)
        self._first: dict[str, list[str]] = defaultdict(list)
        self._bodies: dict[str, set[str]] = defaultdict(set)
        self._acronyms = dict(_defined_acronyms(text))
        self._found = {id(passage.doc): recognised_names(passage.doc) for passage in passages}
        found = [(passage, name) for passage in passages for name in self._found[id(passage.doc)]]
        for _, name in found:
            self._labels[_fold(name.words)][name.label] += 1
        for passage, name in found:
            if name.label == "person" and len(name.words.split()) > 1 and self._label(name) == "person":
                self.people[name.words] += 1
            if name.label == "organisation" and 2 <= len(name.words.split()) <= 3 and name.words[0].isupper():
                first = name.words.split()[0]
                if len(first) > 3 and first.isalpha() and not _is_common(passage.doc, name):
                    self._bodies[_fold(first)].add(name.words)
        self._merge_spellings()
        for full in self.people:
            parts = full.split()
            self._last[_fold(parts[-1])].append(full)
            self._first[_fold(parts[0])].append(full)
        for passage, name in found:
            canonical = self.canonical(name)
            if self._label(name) == "person":
                self._note(passage.doc, name, canonical)
        for full in self.people:
            gender = given_name_gender(full)
            if gender:
                self.gender.setdefault(full, gender)

    def names_in(self, doc: Doc) -> list[Entity]:
        """Entities of one of the passages' Docs with offsets in its text, by start, not overlapping; known surnames
        count as well where the recogniser overlooked them."""
        names = self._found[id(doc)]
        found = [
            Entity(start=s.start_char, end=s.end_char, text=s.text, label=self._label(name), name=self.canonical(name))
            for name in names
            for s in [doc[name.start : name.end]]
        ]
        taken = {i for name in names for i in range(name.start, name.end)}
        for token in doc:
            if token.i in taken or token.pos_ != "PROPN" or not token.text[:1].isupper() or len(token.text) < 3:
                continue
            owners = self._last.get(_fold(token.text), [])
            if len(owners) == 1:
                found.append(
                    Entity(
                        start=token.idx,
                        end=token.idx + len(token.text),
                        text=token.text,
                        label="person",
                        name=owners[0],
                    )
                )
        return sorted(found, key=lambda e: (e.start, e.end))

    def canonical(self, name: Name) -> str:
        """The form under which the whole article knows the name."""
        words = name.words
        if self._label(name) != "person":
            folded = _fold(words).rstrip(".")
            if self._label(name) == "organisation" and len(self._bodies.get(folded, ())) == 1:
                return next(iter(self._bodies[folded]))
            if folded in self._acronyms:
                return self._acronyms[folded]
            return _COUNTRIES.get(folded, words)
        parts = words.split()
        if words in self._spelling:
            return self._spelling[words]
        owners = self._last.get(_fold(parts[-1]), []) or (
            self._first.get(_fold(parts[0]), []) if len(parts) == 1 else []
        )
        if len(parts) > 1:
            owners = [o for o in owners if _fold(o.split()[0]) == _fold(parts[0]) or _initial(parts[0], o)]
        if len(owners) > 1 or len(parts) == 1:  # "Mr Lang" is not Maria Lang
            owners = self._of_gender(name.title, owners)
        return owners[0] if len(owners) == 1 else words

    def canonical_of(self, words: str) -> str:
        """The canonical form of a phrase that holds a name ("Health Minister Lena Bell" → "Lena Bell"), else the
        phrase. A title before a surname tells which of a family it is: "Ms Bell" is not her husband Carl Bell."""
        stripped = _strip_titles(words.split())
        title = "".join(words.split()[-2:-1]).rstrip(".").lower()
        for size in range(len(stripped), 0, -1):
            candidate = " ".join(stripped[-size:])
            if candidate in self._spelling:
                return self._spelling[candidate]
            owners = self._of_gender(title, self._last.get(_fold(candidate), [])) if size == 1 else []
            if len(owners) == 1 and len(stripped) <= 2:
                return owners[0]
        folded = _fold(re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)).rstrip(".")
        if folded in self._acronyms:
            return self._acronyms[folded]
        if folded in _COUNTRIES:
            return _COUNTRIES[folded]
        if len(stripped) <= 1 or stripped[-1].lower() in _INSTITUTIONS:  # "the Defence Ministry" is no Mr Ministry
            stripped = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE).split()
        proper = all(w[:1].isupper() or w in {"of", "the", "de", "van", "von", "al", "bin"} for w in stripped)
        return " ".join(stripped) if stripped and proper else words

    def _of_gender(self, title: str, owners: list[str]) -> list[str]:
        """Those of the people whom a title may stand before: all where it tells nothing."""
        gender = _gender_of(title)
        return [o for o in owners if not gender or (self.gender.get(o) or given_name_gender(o) or gender) == gender]

    def _label(self, name: Name) -> EntityLabel:
        folded = _fold(name.words)
        single = " " not in name.words
        surname = single and name.label != "person" and len(self._last.get(folded, [])) == 1
        if surname and (name.label != "place" or name.title not in _PLACE_PREPOSITIONS):
            return "person"
        if (
            single
            and name.label == "person"
            and folded in self._bodies
            and not self._last.get(folded)
            and not self._first.get(folded)
        ):
            return "organisation"
        votes = self._labels.get(folded)
        if not votes:
            return name.label
        best = max(votes.values())
        return (
            name.label
            if votes[name.label] == best
            else next(label for label in LABELS.values() if votes[label] == best)
        )

    def _merge_spellings(self) -> None:
        """ "James N. Mattis" and "James Mattis" are one person: the form that comes most often, then the longer one."""
        self._spelling: dict[str, str] = {}
        ranked = sorted(self.people, key=lambda n: (-self.people[n], -len(n), n))
        kept: list[str] = []
        for full in ranked:
            parts = full.split()
            same = next(
                (
                    k
                    for k in kept
                    if _fold(k.split()[-1]) == _fold(parts[-1])
                    and (_fold(k.split()[0]) == _fold(parts[0]) or _initial(parts[0], k))
                ),
                None,
            )
            self._spelling[full] = same or full
            if same is None:
                kept.append(full)
            else:
                self.people[same] += self.people[full]
        self.people = Counter({name: self.people[name] for name in kept})

    def _note(self, doc: Doc, name: Name, canonical: str) -> None:
        gender = _gender_of(name.title)
        words = {t.lower_ for t in _description(doc, name)}
        if not gender and words & MALE_TITLES != words & FEMALE_TITLES:
            gender = "m" if words & MALE_TITLES else "f" if words & FEMALE_TITLES else ""
        if gender:
            self.gender.setdefault(canonical, gender)
        for token in _description(doc, name):
            if token.pos_ in {"NOUN", "PROPN"}:
                self.roles[canonical].add(token.lemma_.lower())
                if any(c.lower_ in {"former", "ex"} for c in token.children):
                    self.roles[canonical].add(f"former {token.lemma_.lower()}")


def _description(doc: Doc, name: Name) -> list[Token]:
    """Nouns that say what the person is: before the name ("Defence Secretary X"), or beside it ("X, a coach")."""
    head = doc[name.start : name.end].root
    found = [
        t for t in doc[max(name.start - 4, 0) : name.start] if t.head == head and t.dep_ in {"compound", "nmod", "amod"}
    ]
    found += [c for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    if head.dep_ == "appos" and head.head.pos_ in {"NOUN", "PROPN"}:
        found.append(head.head)
    return found


def _is_common(doc: Doc, name: Name) -> bool:
    """Does the name of a body begin with a word that is no name by itself ("Supreme Court", "Russian Council")?"""
    first = doc[name.start]
    return (
        first.pos_ != "PROPN"
        or first.ent_type_ in {"GPE", "NORP", "LOC"}
        or first.lower_
        in {
            "supreme",
            "world",
            "united",
            "national",
            "royal",
            "central",
            "state",
            "general",
            "federal",
            "human",
            "international",
            "european",
            "crown",
            "high",
            "civil",
            "foreign",
        }
    )


def _defined_acronyms(text: str) -> Iterator[tuple[str, str]]:
    """ "World Trade Organization (WTO)" → ("wto", "World Trade Organization")."""
    for match in _DEFINED.finditer(text):
        words, acronym = match.group(1).split(), match.group(2).replace(".", "")
        for start in range(len(words)):
            tail = words[start:]
            if tail[0].lower() in _SMALL:
                continue
            initials = "".join(w[0] for w in tail if w.lower() not in _SMALL)
            every = "".join(w[0] for w in tail)
            if acronym.upper() in {initials.upper(), every.upper()} or acronym.upper().rstrip("S") == initials.upper():
                yield acronym.casefold(), " ".join(tail)
                break


def _strip_titles(words: list[str]) -> list[str]:
    words = [w for w in words if w]
    kept = words
    while len(kept) > 1 and (kept[0].rstrip(".").lower() in TITLES | LEADING):
        kept = kept[1:]
    return words if kept and kept[0] in _SMALL else kept  # "the mayor of Odesa" is nobody called "of Odesa"


def _gender_of(title: str) -> str:
    return "m" if title in MALE_TITLES else "f" if title in FEMALE_TITLES else ""


def _initial(first: str, full: str) -> bool:
    return len(first.rstrip(".")) == 1 and full[:1].casefold() == first[:1].casefold()


def _fold(words: str) -> str:
    return words.replace("’", "'").casefold()
