"""Names that the entity recogniser left without a label, or gave one that what is said of them speaks against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.claims.body_kinds import BODY_NOUNS
from claimcheck.claims.gazetteer import find_place
from claimcheck.claims.given_names import given_name_gender
from claimcheck.claims.syntax import is_speech
from claimcheck.claims.titles import KIN, LEADING, PERSON_NOUNS, TITLES
from claimcheck.records.values import EntityLabel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_SURNAMES = frozenset("mr mrs ms miss dr sir lady".split())
_SINGULAR = frozenset("he she him her his himself herself".split())
_WHERE = frozenset("in at near around outside inside across".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AGE = re.compile(r"\d{2}")
_NO_NAMES = frozenset(
    "god internet web christmas easter ramadan parliament congress earth sun moon north south east west sir madam mr "
    "mrs ms miss dr am pm covid monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december".split()
)
_HELPING = frozenset("am is are was were be has have had do does did can could may might must shall will would".split())
_JOINING = frozenset("join joins joined joining fight fights fought fighting bomb bombs bombed bombing".split())
"""Verbs of which the name of a body is often the object."""
_LONGEST = 4
"""Most words of a name without a label."""


class Run(NamedTuple):
    """A name without a label: token range, what it is, and the word before it, lower case."""

    start: int
    end: int
    label: EntityLabel
    title: str


def unlabelled_names(doc: Doc) -> Iterator[Run]:
    """Proper nouns without a label.

    People by an office or "Mr" before them, by a given name, or by what is said of them; other names of two words or
    more by where they stand; single words only as subjects, since "other".
    """
    i = 0
    while i < len(doc):
        if _looks_like_a_verb(doc[i]):
            yield Run(i, i + 1, "organisation", "")
        j = i
        while j < len(doc) and _is_free(doc[j]):
            j += 1
        if j > i:
            found = _named(doc, i, j)
            if found is not None:
                yield found
        i = max(j, i + 1)


def _is_free(token: Token) -> bool:
    return token.pos_ == "PROPN" and not token.ent_type_ and token.is_title and token.is_alpha


def _looks_like_a_verb(token: Token) -> bool:
    """Whether capitals that read as a helping verb are a name, since no such verb can stand there: "joined IS", "the IS
    men", but not "THE BRIDGE IS SHUT", "what IS clear"."""
    if token.lower_ not in _HELPING or not token.is_upper or token.i == 0 or token.ent_type_:
        return False
    before = token.nbor(-1)
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before.is_upper or (after is not None and after.is_upper):  # capitals all over
        return False
    return before.lower_ == "the" or before.pos_ == "ADP" or (before.pos_ == "VERB" and before.lower_ in _JOINING)


def _named(doc: Doc, start: int, end: int) -> Run | None:
    before = doc[start - 1] if start else None
    title = before.lower_.rstrip(".") if before is not None else ""
    if end - start == 1:
        if title in _BEFORE_SURNAMES:
            return Run(start, end, "person", title)
        return _single(doc, start, title)
    if end - start <= 3 and before is not None and (title in TITLES or before.ent_type_ == "ORG"):
        first = _after_titles(doc, start, end)
        return Run(first, end, "person", title) if end - first >= 2 else None
    first = _after_titles(doc, start, end)
    if not 2 <= end - first <= _LONGEST or _touches_a_name(doc, first, end):
        return None
    if doc[end - 1].lower_ in PERSON_NOUNS:  # "Fired Accountant": a headline's capitals
        return None
    if first > start:
        title = doc[first - 1].lower_
    if given_name_gender(doc[first:end].text) or is_told_as_person(doc, first, end):
        return Run(first, end, "person", title)
    if title in _WHERE:
        return Run(first, end, "place", title)
    return Run(first, end, "organisation" if doc[first:end].root.dep_ in _SUBJECTS else "other", title)


def _single(doc: Doc, i: int, title: str) -> Run | None:
    token = doc[i]
    if token.dep_ not in _SUBJECTS or len(token) < 3 or token.lower_ in _NO_NAMES | TITLES | PERSON_NOUNS:
        return None
    if _touches_a_name(doc, i, i + 1) or title in LEADING - {"the"} or _is_large_place(token.text):
        return None
    if is_told_as_person(doc, i, i + 1):
        return Run(i, i + 1, "person", title)
    if find_place(token.text) is not None:
        return None
    if token.tag_ == "NNP" and _goes_on_with_a_body(doc, token):
        return Run(i, i + 1, "organisation", title)
    return Run(i, i + 1, "organisation", title) if title == "the" and token.tag_ == "NNP" else None


def _after_titles(doc: Doc, start: int, end: int) -> int:
    while start < end - 1 and doc[start].lower_ in TITLES:
        start += 1
    return start


def _touches_a_name(doc: Doc, start: int, end: int) -> bool:
    """Is it a piece of a longer name that was labelled in part, or written with hyphens?"""
    beside = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return any((t.ent_type_ and t.text[:1].isupper()) or t.text in {"-", "&", "/"} for t in beside)


def is_told_as_person(doc: Doc, start: int, end: int) -> bool:
    """Does the text say "who" of the name, give it an age, or go on with "he" or "she" where nobody else is meant?"""
    if end + 1 < len(doc) and doc[end].text == ",":
        if doc[end + 1].lower_ in {"who", "whose"}:
            return True
        if end + 2 < len(doc) and _AGE.fullmatch(doc[end + 1].text) and doc[end + 2].text in {",", "."}:
            return True
    head = doc[start:end].root
    if head.dep_ not in _SUBJECTS or _is_large_place(doc[start:end].text):
        return False
    sentence = head.sent
    town = find_place(doc[start:end].text) is not None
    # "Stone said he …", but not "Leeds won as he scored".
    says_so = (t for t in sentence if t.lower_ in {"he", "she"} and t.head.dep_ == "ccomp" and t.head.head == head.head)
    if town and is_speech(head.head) and any(says_so):
        return True
    for token in doc[end : sentence.end] if not town else ():
        if token.lower_ in _SINGULAR:
            return True
        if _is_somebody(token):
            return False
    following = doc[sentence.end] if sentence.end < len(doc) else None
    if following is None or following.lower_ not in {"he", "she", "his", "her"} or head.head.dep_ != "ROOT":
        return False
    # A town, only where nobody has been named whom the pronoun could mean.
    around = doc[0 : sentence.end] if town else doc[sentence.start : start]
    return not any(_is_somebody(t) for t in around)


def _goes_on_with_a_body(doc: Doc, subject: Token) -> bool:
    """Does the next sentence begin with "The club", "The airline"?"""
    end = subject.sent.end
    alone = not any(t.ent_type_ == "ORG" for t in subject.sent)
    return alone and end + 2 < len(doc) and doc[end].text == "The" and doc[end + 1].lower_ in BODY_NOUNS


def _is_large_place(name: str) -> bool:
    place = find_place(name)
    return place is not None and (place.level != "city" or place.capital)


def _is_somebody(token: Token) -> bool:
    if token.ent_type_ == "PERSON":
        return True
    return token.pos_ == "NOUN" and token.lemma_.lower() in PERSON_NOUNS and token.lemma_.lower() not in KIN
