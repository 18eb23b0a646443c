"""Names in an article: repaired, and each with the form that the article as a whole gives it.

A small entity recogniser leaves titles in names, cuts them, takes the first word of a sentence along and changes its
mind about labels from one mention to the next. What the whole article says of a name settles most of that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from claimcheck.claims.passages import Passage
from claimcheck.records import Entity
from claimcheck.records.values import EntityLabel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS: Final[dict[str, EntityLabel]] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
MALE_TITLES = frozenset(
    "mr sir lord king prince father brother baron duke count sheikh pope spokesman chairman".split()
)
FEMALE_TITLES = frozenset(
    "mrs ms miss lady dame queen princess sister madam baroness duchess spokeswoman chairwoman".split()
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        "dr prof professor doctor rev reverend gen general lt lieutenant col colonel maj major capt captain sgt "
        "sergeant "
        "cpl corporal pvt private adm admiral cmdr commander brig brigadier marshal cdr chief superintendent supt "
        "inspector insp "
        "detective det constable pc officer sheriff judge justice magistrate president vice-president minister prime "
        "secretary senator sen rep representative congressman congresswoman governor gov mayor councillor mp mep "
        "ambassador envoy chancellor premier director chairman chairperson chair coach manager captain spokesperson "
        "deputy acting former ex-president ex minister-president rabbi imam bishop archbishop cardinal ayatollah "
        "attorney "
        "foreign defence defense interior finance health justice state first second mx hon emperor emir sultan crown "
        "speaker leader commissioner prosecutor analyst professor engineer striker goalkeeper midfielder defender "
        "defendant witness author singer actor actress economist scientist archaeologist researcher".split()
    )
)
_LEADING = frozenset("the a an this that these those both".split())
_AFTER_NAMES = frozenset("KC QC SC MP MEP MSP MS PhD Ph.D MD M.D Jr Sr OBE CBE MBE KBE FRS Esq".split())
_PLACE_PREPOSITIONS = frozenset("in at near from around across outside inside to into through via of".split())
_BEFORE_SURNAMES = frozenset("mr mrs ms miss dr sir lady".split())
_FIELDS = frozenset(
    "army navy treasury labour trade energy education transport culture agriculture environment housing".split()
)
_KINDS_OF_PLACE = frozenset(
    "village town city district province island port suburb region state base camp county municipality valley area "
    "airport "
    "neighbourhood neighborhood governorate settlement hamlet river gulf bay lake mountain".split()
)
_BEFORE_PEOPLE = frozenset(
    "mr mrs ms miss dr sir lady envoy ambassador spokesman spokeswoman coach captain corporal sergeant sen rep".split()
)
_FIRST_WORDS = frozenset(
    "meanwhile however but and yet so after before since when while although as if in on at for by from with according "
    "asked speaking earlier later today yesterday then thus therefore still even only also once despite because during "
    "under over former dear says said told not all any some many most several its his her their our my".split()
)
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
_SCORE = re.compile(r"\d+(?:[-–]\d+)?")
_SMALL = frozenset("of for the and on in de des du et & to against".split())


@attrs.frozen
class Name:
    """A name as found: token range in its Doc, label, words without title, article and possessive."""

    start: int
    end: int
    label: EntityLabel
    words: str
    title: str = ""


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
        self._found = {id(passage.doc): _names(passage.doc) for passage in passages}
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

    def names_in(self, doc: Doc) -> list[Entity]:
        """Entities of one of the passages' Docs with offsets in its text, by start, not overlapping; known surnames count as well
        where the recogniser overlooked them."""
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
        gender = _gender_of(name.title)
        if gender and len(owners) > 1:
            owners = [o for o in owners if self.gender.get(o, gender) == gender]
        return owners[0] if len(owners) == 1 else words

    def canonical_of(self, words: str) -> str:
        """The canonical form of a phrase that holds a name ("Health Minister Lena Bell" → "Lena Bell"), else the
        phrase."""
        stripped = _strip_titles(words.split())
        for size in range(len(stripped), 0, -1):
            candidate = " ".join(stripped[-size:])
            if candidate in self._spelling:
                return self._spelling[candidate]
            owners = self._last.get(_fold(candidate), []) if size == 1 else []
            if len(owners) == 1 and len(stripped) <= 2:
                return owners[0]
        folded = _fold(re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)).rstrip(".")
        if folded in self._acronyms:
            return self._acronyms[folded]
        if folded in _COUNTRIES:
            return _COUNTRIES[folded]
        proper = all(w[:1].isupper() or w in {"of", "the", "de", "van", "von", "al", "bin"} for w in stripped)
        return " ".join(stripped) if stripped and proper else words

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


def _names(doc: Doc) -> list[Name]:
    found = [*_raw_names(doc), *_unlabelled_people(doc)]
    return sorted(found, key=lambda name: name.start)


def _raw_names(doc: Doc) -> Iterator[Name]:
    for span in _joined(doc):
        label = LABELS.get(span.label_)
        if label is None:
            continue
        start, end = span.start, span.end
        while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ in _LEADING):
            start += 1
        while end > start and (
            doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].lower_ in {"'s", "'", "’s"}
        ):
            end -= 1
        if label in {"person", "organisation"} and _is_amount(doc, start, end):
            continue
        while label in {"person", "organisation"} and end - start > 1 and _SCORE.fullmatch(doc[end - 1].text):
            end -= 1
            while end - start > 1 and doc[end - 1].is_punct:
                end -= 1
        sentence_start = start < end and (doc[start].is_sent_start or (start and doc[start - 1].is_sent_start))
        if sentence_start and end - start > 1 and doc[start].lower_ in _FIRST_WORDS:
            start += 1
        title_start = start
        if label == "person":
            while end - start > 1 and doc[start].lower_.rstrip(".") in TITLES:
                start += 1
        before = doc[title_start - 1].text if title_start == start and start else doc[start - 1].text if start else ""
        if start >= end or not any(c.isalpha() for c in doc[start:end].text):
            continue
        while end - start > 2 and label == "person" and doc[end - 1].text.rstrip(".") in _AFTER_NAMES:
            end -= 1
        if end - start == 1 and doc[start].lower_.rstrip(".") in TITLES - {
            "king",
            "prince",
            "pope",
            "bishop",
            "judge",
            "marshal",
            "major",
            "justice",
        }:
            continue
        words = " ".join(re.sub(r"[][(){}]", "", doc[start:end].text).split())
        if end - start == 1 and label == "organisation" and _is_office(doc, start):
            continue
        if label == "person" and _is_named_place(doc, start):
            label = "place"
        elif label in {"organisation", "place"} and 2 <= end - start <= 3 and _is_described_as_person(doc, start, end):
            label = "person"
        if words.endswith("'s"):
            words = words[:-2]
        if label == "person" and not words[:1].isupper():
            continue
        yield Name(start, end, label, words, before.lower().rstrip("."))


def _is_office(doc: Doc, i: int) -> bool:
    """The field of an office, not a body: "Defence Secretary", "Secretary of State"."""
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    of_office = i >= 2 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_.rstrip(".") in TITLES
    return of_office or (following in TITLES and doc[i].lower_ in TITLES | _FIELDS)


def _is_amount(doc: Doc, start: int, end: int) -> bool:
    """A currency code taken for a body: "CHF 812 million"."""
    code = doc[start]
    number = start + 1 < len(doc) and doc[start + 1].like_num
    return bool(number and len(code.text) == 3 and code.is_upper and code.is_alpha)


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


def _is_named_place(doc: Doc, start: int) -> bool:
    """ "the village of X", "the military base of X"."""
    return start >= 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lemma_.lower() in _KINDS_OF_PLACE


def _is_described_as_person(doc: Doc, start: int, end: int) -> bool:
    """ "the envoy, X Y,", "Corporal X Y": a name beside the noun for what somebody is."""
    if not all(t.is_title and t.is_alpha and t.pos_ == "PROPN" for t in doc[start:end]):
        return False
    head = doc[start:end].root
    beside = head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.lemma_.lower() in TITLES
    return beside or (start > 0 and doc[start - 1].lower_.rstrip(".") in _BEFORE_PEOPLE)


def _unlabelled_people(doc: Doc) -> Iterator[Name]:
    """Proper nouns without a label: two or three right after an office ("Minister of Defence X Y"), one after "Mr"."""
    i = 0
    while i < len(doc):
        j = i
        while j < len(doc) and doc[j].pos_ == "PROPN" and not doc[j].ent_type_ and doc[j].is_title and doc[j].is_alpha:
            j += 1
        if j - i == 1 and i and doc[i - 1].lower_.rstrip(".") in _BEFORE_SURNAMES:
            yield Name(i, j, "person", doc[i].text, doc[i - 1].lower_.rstrip("."))
        elif 2 <= j - i <= 3 and i and (doc[i - 1].lower_.rstrip(".") in TITLES or doc[i - 1].ent_type_ == "ORG"):
            start = i
            while start < j - 1 and doc[start].lower_ in TITLES:
                start += 1
            if j - start >= 2:
                yield Name(start, j, "person", doc[start:j].text, doc[i - 1].lower_.rstrip("."))
        i = max(j, i + 1)


def _joined(doc: Doc) -> Iterator[Span]:
    """Entities, with a person's name that was cut in two ("Adrian" "Rankine-Galloway") put together."""
    previous: Span | None = None
    for ent in doc.ents:
        if (
            previous is not None
            and previous.label_ == ent.label_ == "PERSON"
            and previous.end == ent.start
            and len(previous) == 1
            and doc[previous.start].dep_ == "compound"
        ):
            previous = _span(doc, previous.start, ent.end, "PERSON")
            continue
        if previous is not None:
            yield previous
        previous = ent
    if previous is not None:
        yield previous


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    from spacy.tokens import Span

    return Span(doc, start, end, label=label)


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
    while len(words) > 1 and (words[0].rstrip(".").lower() in TITLES | _LEADING):
        words = words[1:]
    return words


def _gender_of(title: str) -> str:
    return "m" if title in MALE_TITLES else "f" if title in FEMALE_TITLES else ""


def _initial(first: str, full: str) -> bool:
    return len(first.rstrip(".")) == 1 and full[:1].casefold() == first[:1].casefold()


def _fold(words: str) -> str:
    return words.replace("’", "'").casefold()
