"""Names in one Doc, repaired: without titles, articles and possessives, with halves put together and frequent mistakes
of a small entity recogniser set right by what stands around the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from claimcheck.claims.gazetteer import find_place, is_demonym
from claimcheck.claims.given_names import given_name_gender
from claimcheck.claims.titles import LEADING, PERSON_NOUNS, TITLES
from claimcheck.claims.unlabelled import is_told_as_person, unlabelled_names
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
_AFTER_NAMES = frozenset("KC QC SC MP MEP MSP MS PhD Ph.D MD M.D Jr Sr OBE CBE MBE KBE FRS Esq".split())
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
_PARTICLES = frozenset("von van der den de la le du di da dos al el bin ibn ben abu ter ten".split())
_CLUB_ENDINGS = frozenset("United Utd Rovers Wanderers Athletic Hotspur Albion Rangers Town Wednesday Villa".split())
_CLUB_BEGINNINGS = frozenset("Real Atletico Atlético Inter Sporting FC AC AFC".split())
_NO_SURNAMES = frozenset(
    "street road avenue square island islands river lake park bridge hospital school college university institute "
    "foundation trust bank group company court prison airport station church cathedral palace castle tower stadium "
    "arena theatre theater museum hotel house hall center centre act law prize award cup day tech beach bay hill "
    "mountain valley county city town".split()
)
_BODY_ENDINGS = frozenset(
    "shipping airlines airline airways air rail railways railway motors energy steel foods dairies minerals mining oil "
    "gas petroleum pharma pharmaceuticals media capital partners holdings industries systems technologies technology "
    "labs laboratories software insurance electronics electric telecom communications networks logistics ventures "
    "brewery breweries airport inc ltd plc corp ag gmbh asa llc bhd council ministry agency commission party union "
    "university police news times tribune".split()
)
_SCORE = re.compile(r"\d+(?:[-–]\d+)?")
_RESULT = re.compile(r"(?<!\d)\d{1,3}\s?[-–]\s?\d{1,3}$")
"""The result of a match that is taken for the end of a name: "Croatia 3-2"; not "Apollo 11", "the 2021-22 season"."""


@attrs.frozen
class Name:
    """A name as found: token range in its Doc, label, words without title, article and possessive."""

    start: int
    end: int
    label: EntityLabel
    words: str
    title: str = ""


def recognised_names(doc: Doc) -> list[Name]:
    """The names in a Doc, by start."""
    found = list(_raw_names(doc))
    taken = {i for name in found for i in range(name.start, name.end)}
    for run in unlabelled_names(doc):
        if taken.isdisjoint(range(run.start, run.end)):
            found.append(Name(run.start, run.end, run.label, doc[run.start : run.end].text, run.title))
    return sorted(found, key=lambda name: name.start)


def _raw_names(doc: Doc) -> Iterator[Name]:
    for span in _joined(doc):
        label = LABELS.get(span.label_)
        if label is None:
            continue
        start, end = span.start, span.end
        while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ in LEADING):
            start += 1
        while end > start and (
            doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].lower_ in {"'s", "'", "’s"}
        ):
            end -= 1
        if start >= end:  # nothing but marks
            continue
        end = _until_verb(doc, start, end)
        start, end, label = _completed(doc, start, end, label)
        if label in {"person", "organisation"} and _is_amount(doc, start):
            continue
        if label in {"person", "organisation"} or _RESULT.search(doc[start:end].text):
            while end - start > 1 and (_SCORE.fullmatch(doc[end - 1].text) or doc[end - 1].is_punct):
                end -= 1
        if label == "person":  # "fined Mary Webb 4,000 pounds"
            end = next((at for at in range(start + 1, end) if doc[at].text[0].isdigit() or doc[at].is_currency), end)
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
        if label in {"organisation", "place", "other"} and _is_given_and_surname(doc, start, end):
            label = "person"
        if label == "person" and (_is_named_place(doc, start) or _is_mountain(doc, start, end)):
            label = "place"
        elif label in {"organisation", "place"} and 2 <= end - start <= 3 and _is_described_as_person(doc, start, end):
            label = "person"
        elif label == "person" and end - start > 1 and _ends_a_body(doc[end - 1]):
            label = "organisation"
        elif label in {"organisation", "place", "group", "other"} and _is_told_as_person(doc, start, end):
            label = "person"
        if words.endswith("'s"):
            words = words[:-2]
        if label == "person" and title_start == start and _is_from_somewhere(doc, start, words):
            label = "group"
        if label == "person" and not words[:1].isupper():
            continue
        yield Name(start, end, label, words, before.lower().rstrip("."))


def _until_verb(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that was taken too far, over a verb: "World Trade Organization gave China"."""
    for i in range(start + 1, end):
        if doc[i].is_lower and doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return i
    return end


def _completed(doc: Doc, start: int, end: int, label: EntityLabel) -> tuple[int, int, EntityLabel]:
    """A name that was cut short: "Anders" of "Anders Holm", "Leyen" of "Ursula von der Leyen", "United" of a club."""
    if label == "person":
        while end < len(doc) and doc[end - 1].lower_ in _PARTICLES and doc[end].is_title and not doc[end].ent_type_:
            end += 1
        before = doc[start - 1] if start else None
        if (
            end - start == 1
            and before is not None
            and before.pos_ == "PROPN"
            and before.is_title
            and before.is_alpha
            and not before.ent_type_
            and before.lower_ not in TITLES | LEADING | _FIELDS
            and before.dep_ == "compound"
        ):
            start -= 1
        start, end = _with_given_name(doc, start, end)
    elif label == "place":
        if end < len(doc) and doc[end].text in _CLUB_ENDINGS and not doc[end].ent_type_:
            return start, end + 1, "organisation"
        if start and doc[start - 1].text in _CLUB_BEGINNINGS and not doc[start - 1].ent_type_:
            return start - 1, end, "organisation"
    return start, end, label


def _ends_a_body(last: Token) -> bool:
    """ "Ruby Air", "Leeds Rovers": a body that was taken for a person."""
    club = last.text in _CLUB_ENDINGS - {"Town", "Wednesday", "Villa"}
    return club or (last.lower_ in _BODY_ENDINGS and last.is_title)


def _is_told_as_person(doc: Doc, start: int, end: int) -> bool:
    """One or two capitalised words that nobody knows for a place, and of which the text speaks as of a person."""
    words = [t for t in doc[start:end] if t.text != "-"]
    named = 1 <= len(words) <= 2 and all(t.is_title and t.is_alpha and t.pos_ in {"PROPN", "NOUN"} for t in words)
    return named and words[-1].lower_ not in _NO_SURNAMES | PERSON_NOUNS and is_told_as_person(doc, start, end)


def _with_given_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A given name that was left out ("Luiz" of "Luiz Inácio Lula"), or a surname ("Pugh" of "Gareth Pugh")."""
    if start and _is_free_name(doc[start - 1]) and given_name_gender(f"{doc[start - 1].text} {doc[start].text}"):
        start -= 1
    if (
        end - start == 1
        and end < len(doc)
        and _is_free_name(doc[end])
        and given_name_gender(doc[start : end + 1].text)
        and (end + 1 == len(doc) or doc[end + 1].text not in {"-", "&"})
    ):
        end += 1
    return start, end


def _is_free_name(token: Token) -> bool:
    free = token.pos_ == "PROPN" and not token.ent_type_ and token.is_title and token.is_alpha
    return free and token.lower_ not in TITLES | LEADING | _FIELDS


def _is_given_and_surname(doc: Doc, start: int, end: int) -> bool:
    """Two or three words of which the first is a given name, and the last no word for a body or a place."""
    words = doc[start:end]
    if not 2 <= len(words) <= 3 or not all(t.is_title and t.is_alpha and t.pos_ == "PROPN" for t in words):
        return False
    first, whole = words[0].text, words.text
    named = bool(given_name_gender(whole)) and words[-1].lower_ not in _NO_SURNAMES
    return named and find_place(first) is None and find_place(whole) is None


def _is_office(doc: Doc, i: int) -> bool:
    """The field of an office, not a body: "Defence Secretary", "Secretary of State"."""
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    of_office = i >= 2 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_.rstrip(".") in TITLES
    of_office = of_office and find_place(doc[i].text) is None  # "the mayor of Kharkiv"
    return of_office or (following in TITLES and doc[i].lower_ in TITLES | _FIELDS)


def _is_amount(doc: Doc, start: int) -> bool:
    """A currency code taken for a body: "CHF 812 million"."""
    code = doc[start]
    number = start + 1 < len(doc) and doc[start + 1].like_num
    return bool(number and len(code.text) == 3 and code.is_upper and code.is_alpha)


def _is_named_place(doc: Doc, start: int) -> bool:
    """ "the village of X", "the military base of X"."""
    if start < 2 or doc[start - 1].lower_ != "of":
        return False
    # "Anna Lind of Malmö": who a person is "of" is most often a town.
    resident = doc[start - 2].ent_type_ == "PERSON" and doc[start].ent_iob_ != "I"
    return resident or doc[start - 2].lemma_.lower() in _KINDS_OF_PLACE


def _is_from_somewhere(doc: Doc, start: int, words: str) -> bool:
    """ "The Briton", "a New Zealander", "Englishman": taken for somebody called so; not "Mr Finn"."""
    if not is_demonym(words):
        return False
    before = doc[start - 1] if start else None
    return words.endswith(("man", "lander", "Briton")) or (
        before is not None and (before.pos_ in {"DET", "ADJ", "NUM"} or before.lower_ == "the")
    )


def _is_mountain(doc: Doc, start: int, end: int) -> bool:
    """ "Mount Sefton", "Aoraki / Mount Cook": taken for somebody called so."""
    return any(token.text in {"Mount", "Mt", "Mt."} for token in doc[start : end - 1])


def _is_described_as_person(doc: Doc, start: int, end: int) -> bool:
    """ "the envoy, X Y,", "Corporal X Y": a name beside the noun for what somebody is."""
    if not all(t.is_title and t.is_alpha and t.pos_ == "PROPN" for t in doc[start:end]):
        return False
    head = doc[start:end].root
    beside = head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.lemma_.lower() in TITLES
    return beside or (start > 0 and doc[start - 1].lower_.rstrip(".") in _BEFORE_PEOPLE)


def _joined(doc: Doc) -> Iterator[Span]:
    """Entities, with a person's name that was cut in two ("Jean" "Dupont-Martin") put together."""
    previous: Span | None = None
    for ent in doc.ents:
        if (
            previous is not None
            and previous.label_ == "PERSON"
            and previous.end == ent.start
            and previous[-1].lower_ in _PARTICLES
            and len(previous) > 1
            and ent[0].pos_ == "PROPN"
        ):  # "Ursula von der" "Leyen"
            previous = _span(doc, previous.start, ent.end, "PERSON")
            continue
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
