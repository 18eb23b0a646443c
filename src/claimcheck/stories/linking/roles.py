"""Descriptions by office ("the Russian defence minister") → the person whom the comparison names in that office.

An office is known from an apposition: "Defence Minister X", "X, the mayor of Lima,", "X is the health minister of
Portugal". A description is resolved only where one person can hold the office, in one country or body.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import attrs

from claimcheck.claims.gazetteer import find_place
from claimcheck.stories.linking.folding import plain

_FIELD = (
    "defen[cs]e|foreign|interior|finance|health|justice|education|energy|trade|labou?r|transport|environment|"
    "agriculture|culture|home|treasury|economy|economics|industry|sports?|tourism|housing|security|state|commerce|"
    "prime|deputy prime|police|army|navy|vice|deputy|opposition|assistant|intelligence|rebel"
)
_HEAD = (
    "minister|secretary|president|chancellor|premier|mayor|governor|ambassador|chief executive|chief|head|boss|chair|"
    "chairman|chairwoman|chairperson|leader|director|commander|king|queen|emperor|pope|coach|manager|captain|"
    "spokesman|spokeswoman|prosecutor|founder|owner|ceo|envoy"
)
_OF = r"(?:the\s+)?[A-Za-z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*"
_OFFICE = rf"(?:(?P<field>{_FIELD})\s+)?(?P<head>{_HEAD})(?:\s+(?:of|for)\s+(?P<of>{_OF}))?"
_BARE_OFFICE = rf"(?:(?P<field2>{_FIELD})\s+)?(?P<head2>{_HEAD})\s+(?:of|for)\s+(?P<of2>{_OF})"
_PROPER = rf"(?!(?i:{_FIELD}|{_HEAD}|the|former|then)\b)[A-Z][\w.&-]*"
_NAME = rf"{_PROPER}(?:\s+{_PROPER}){{0,2}}?"
_BEFORE = re.compile(
    rf"(?P<former>\b(?:[Ff]ormer|[Ee]x-?|[Tt]hen|[Aa]cting|[Ll]ate)\s+(?:the\s+)?)?(?:(?P<domain>{_NAME})(?:['’]s)?\s+)?"
    rf"(?i:{_OFFICE})\s*,?\s*$"
)
_AFTER = re.compile(
    r"^(?:,\s+|\s+(?:is|was named|was elected|became|has been)\s+)"
    r"(?P<former>(?:a\s+|the\s+|its\s+)?(?:former|ex-?|then|acting|late)\s+)?"
    rf"(?:the\s+|an?\s+)?(?:(?P<domain>{_NAME})(?:['’]s)?\s+)?(?:new\s+)?(?i:{_OFFICE})(?=[\s,.;]|$)"
)
_OF_PLACE = re.compile(r"^\s+of\s+(?:the\s+)?(?P<domain>[A-Z]\w+(?:\s+[A-Z]\w+)*)")
_DESCRIPTION = re.compile(
    rf"(?:(?:\b[Tt]he\s+(?P<domain>{_NAME})|(?P<owner>\b{_NAME})['’]s)\s+{_OFFICE}|\b[Tt]he\s+{_BARE_OFFICE})"
    r"(?!\w|\s+[A-Z]|['’-]\w)"
)
_ANY_HEAD = re.compile(rf"\b(?:{_HEAD})\b")
_HEADS = {
    "premier": "prime minister",
    "ceo": "chief executive",
    "boss": "chief",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "spokeswoman": "spokesman",
    "manager": "coach",
}
_SEATS = {
    "pentagon": ("defense secretary", "US"),
    "state department": ("state secretary", "US"),
    "kremlin": ("president", "RU"),
}
_DEPARTMENTS = frozenset(
    "defense foreign interior finance health justice education energy trade labor transport state".split()
)
_COUNTERPART = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?P<domain>[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+"
    r"(?:counterpart|colleague|opposite number),?\s*$"
)
_LOOSER = {"chief": ("chief executive", "head"), "head": ("chief executive", "chief"), "leader": ("chair", "head")}
"""Titles by which the holder of another one is called, of the same body."""
_ALIKE = {
    "defense secretary": "defense minister",
    "state secretary": "foreign minister",
    "foreign secretary": "foreign minister",
    "treasury secretary": "finance minister",
    "home secretary": "interior minister",
}


@attrs.frozen
class Office:
    """An office: what it is ("defense minister"), and of what (a country's code, a folded name, or "" if not said)."""

    title: str
    domain: str


@attrs.frozen
class Description:
    """A description by office: its range in a text."""

    start: int
    end: int
    office: Office


def _office(field: str | None, head: str, of: str | None, domain: str | None) -> Office:
    head = " ".join(head.lower().split())
    head = _HEADS.get(head, head)
    field = plain(field or "").replace("defence", "defense").replace("labour", "labor")
    if of:
        folded = plain(of).removeprefix("the ").replace("defence", "defense").replace("labour", "labor")
        if not field and folded.split()[0] in _DEPARTMENTS and head in {"minister", "secretary"}:
            field = folded.split()[0]
        else:
            domain = domain or of
    where = plain(domain or "").removeprefix("the ")
    title = f"{field} {head}".strip()
    if where in _SEATS and head in {"chief", "head", "boss"}:
        title, where = _SEATS[where]
        return Office(title, where)
    place = find_place(domain.strip()) if domain else None
    if place is not None and place.level == "country":
        where = place.country
    return Office(title, where)


def offices_beside(before: str, after: str) -> Iterator[Office]:
    """Offices that the text around a personal name gives to its bearer; former ones are left out.

    Args:
        before, after: the text on either side of the name, in its sentence.
    """
    match = _BEFORE.search(before[-80:])
    if match and not match["former"]:
        office = _office(match["field"], match["head"], match["of"], _domain(match["domain"]))
        where = _OF_PLACE.match(after)
        if not office.domain and where:
            office = _office(match["field"], match["head"], None, where["domain"])
        yield office
    match = _COUNTERPART.search(before[-80:])
    place = find_place(match["domain"]) if match else None
    if place is not None and place.level == "country":
        yield Office("counterpart", place.country)
    match = _AFTER.search(after[:120])
    if match and not match["former"]:
        yield _office(match["field"], match["head"], match["of"], _domain(match["domain"]))


def _domain(words: str | None) -> str | None:
    """The domain before an office without what only happens to have a capital letter."""
    if words is None:
        return None
    kept = [w for w in words.split() if w.lower() not in {"the", "a", "an", "his", "her", "its", "their", "mr", "mrs"}]
    return " ".join(kept) or None


@functools.lru_cache(maxsize=20_000)
def descriptions(text: str) -> tuple[Description, ...]:
    """Descriptions by office in a text that no name follows: "the Russian defence minister", "Spain's premier"."""
    if not _ANY_HEAD.search(text):
        return ()
    return tuple(_descriptions(text))


def _descriptions(text: str) -> Iterator[Description]:
    for match in _DESCRIPTION.finditer(text):
        if match["head"]:
            domain = match["domain"] or match["owner"]
            if any(
                word.lower() in {"former", "ex", "then", "late", "acting", "deputy", "vice"} for word in domain.split()
            ):
                continue
            office = _office(match["field"], match["head"], match["of"], domain)
        else:
            office = _office(match["field2"], match["head2"], match["of2"], None)
        if office.domain:
            start = match.start()
            yield Description(start, match.end(), office)


class Offices:
    """Who holds which office in a comparison."""

    def __init__(
        self, held: Iterable[tuple[Office, str]], described: Iterable[Office], body: Callable[[str], str] = str
    ) -> None:
        """
        Args:
            held: offices with the canonical name of whom an apposition gives them to.
            described: all offices that descriptions speak of.
            body: one name for a body from any name of it ("acme" for "acme shipping").
        """
        self._body = body
        held = [(self._of_body(office), name) for office, name in held]
        described = [self._of_body(office) for office in described]
        self._holders: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._domains: dict[str, set[str]] = defaultdict(set)
        for office, name in held:
            self._holders[office.title][office.domain].add(name)
            self._domains[office.title].add(office.domain)
        for office in described:
            self._domains[office.title].add(office.domain)

    def holder(self, office: Office) -> str | None:
        """The only one who can be meant, or None.

        An apposition that names the same country or body decides. One that names none counts where no second country
        or body is spoken of with that office and one person holds it.
        """
        office = self._of_body(office)
        for title in (office.title, *_LOOSER.get(office.title, ())):
            exact = self._holders.get(title, {}).get(office.domain, set())
            if exact:
                return next(iter(exact)) if len(exact) == 1 else None
        counterparts = self._holders.get("counterpart", {}).get(office.domain, set())
        if len(counterparts) == 1 and self._has_counterpart(office.title):
            return next(iter(counterparts))
        holders = self._holders.get(office.title)
        if holders is None:
            return None
        unsaid = holders.get("", set())
        others = self._domains[office.title] - {"", office.domain}
        everyone = set().union(*holders.values())
        return next(iter(unsaid)) if len(unsaid) == 1 == len(everyone) and not others else None

    def _has_counterpart(self, title: str) -> bool:
        """Does anybody hold such an office, so that a counterpart elsewhere holds it too?"""
        alike = _ALIKE.get(title, title)
        return any(_ALIKE.get(held, held) == alike for held in self._holders)

    def _of_body(self, office: Office) -> Office:
        if not office.domain or len(office.domain) == 2:  # a country's code
            return office
        return Office(office.title, plain(self._body(office.domain)))
