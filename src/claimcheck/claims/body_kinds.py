"""Which kinds of body a noun can mean ("the airline"), and which kinds a name, or what is said of it, tells."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from claimcheck.articles import outlets

_KINDS: Final = {
    "bank": ("bank lender", "bank bancorp banco banque ecb rbi ebrd adb rbs hsbc ubs"),
    "fund": ("fund lender charity", "fund imf"),
    "airline": ("airline carrier", "airlines airline airways"),
    "carmaker": ("carmaker automaker", "motor motors automobile automobiles automotive"),
    "drugmaker": ("drugmaker", "pharma pharmaceutical pharmaceuticals therapeutics biotech"),
    "insurer": ("insurer", "insurance assurance"),
    "retailer": ("retailer supermarket", "stores supermarkets"),
    "utility": ("utility", "energy power electric water gas"),
    "broadcaster": ("broadcaster", "broadcasting television tv radio bbc cnn itv pbs"),
    "newspaper": ("newspaper", "times post journal telegraph herald guardian tribune"),
    "firm": ("", "plc inc ltd corp corporation holdings company gmbh llc railways technologies"),
    "ministry": ("ministry department", "ministry department pentagon treasury"),
    "court": ("court", "court tribunal"),
    "council": ("council", "council"),
    "commission": ("commission", "commission"),
    "committee": ("committee", "committee"),
    "agency": (
        "agency",
        "agency administration authority bureau office service inspectorate fda fbi cia epa nasa iaea faa sec cdc "
        "nhs interpol europol frontex ofcom ofgem ofsted ofwat",
    ),
    "force": ("", "police army navy force guard constabulary"),
    "state": ("", "parliament senate congress government nations embassy eu un nato oecd opec"),
    "party": ("party", "party"),
    "union": ("union", "union unions"),
    "university": ("university", "university college"),
    "hospital": ("hospital", "hospital infirmary clinic"),
    "club": ("club team side", "fc afc cf sc rovers wanderers athletic albion hotspur"),
    "federation": ("", "federation association league uefa fifa fia ioc wada"),
    "charity": ("charity foundation", "charity foundation relief oxfam unicef amnesty greenpeace"),
    "museum": ("museum", "museum gallery"),
    "institute": ("institute think-tank", "institute"),
}
"""Kind of body → nouns for one, and words of which one often stands in the name of one."""
_NOUNS: Final = {kind: frozenset(nouns.split()) for kind, (nouns, _) in _KINDS.items()}
_NAMES: Final = {kind: frozenset(words.split()) for kind, (_, words) in _KINDS.items()}

FIRMS: Final = frozenset(
    "airline carrier company firm lender maker carmaker automaker manufacturer retailer broadcaster supermarket "
    "chain insurer developer drugmaker startup start-up giant group conglomerate utility operator brand".split()
)
_ANY_FIRM: Final = frozenset(
    "bank fund airline carmaker drugmaker insurer retailer utility broadcaster newspaper firm".split()
)
_PUBLIC: Final = frozenset("ministry court council commission committee agency force state".split())
"""Kinds that no firm is, whatever else its name tells: the Bank Inspectorate, the Air Force."""
_WIDE: Final = {
    "group": frozenset(_KINDS) - _PUBLIC,
    "regulator": _PUBLIC | {"bank", "federation", "institute"},
    "watchdog": _PUBLIC | {"federation", "institute", "charity"},
}
_ANY: Final = frozenset("organisation organization body alliance bloc agency institute".split())
"""Nouns for bodies of any kind."""
BODY_NOUNS: Final = FIRMS | _ANY | frozenset(_WIDE) | frozenset(noun for nouns in _NOUNS.values() for noun in nouns)
"""Nouns for bodies: "airline", "club", "bank"."""


def is_called(noun: str, name: str, described: Collection[str] = ()) -> bool:
    """Does the name, or a noun said of it, tell that it is just such a body: "the bank", the Bank of England?

    Args:
        noun: a noun for a body, in the singular and in lower case.
        name: the body's name.
        described: such nouns that the article said of it ("Norwind, a budget airline").
    """
    return bool(_of_noun(noun) & _told(name, described)) and is_told(noun, name, described)


def can_be(noun: str, name: str, described: Collection[str] = ()) -> bool:
    """Can the noun mean the body: does neither its name nor a noun said of it tell another kind? As `is_called`."""
    return noun in _ANY or not _told(name, described) or is_told(noun, name, described)


def is_told(noun: str, name: str, described: Collection[str] = ()) -> bool:
    """Does its name, or a noun said of it, tell a kind that the noun can mean: "the firm", Norwind plc?"""
    told, meant = _told(name, described), _of_noun(noun) or _WIDE.get(noun, _ANY_FIRM)
    if noun in described:
        return True
    if told & _PUBLIC and not meant & _PUBLIC:
        return False
    return bool(told & meant) or (told == {"firm"} and bool(meant & _ANY_FIRM))


def are_alike(noun: str, other: str) -> bool:
    """Are they one noun, or two for one kind of body: "club" and "side"?"""
    return noun == other or bool(_of_noun(noun) & _of_noun(other))


def _of_noun(noun: str) -> frozenset[str]:
    return frozenset(kind for kind, nouns in _NOUNS.items() if noun in nouns)


def _told(name: str, described: Collection[str]) -> frozenset[str]:
    words = name.lower().replace(".", "").replace(",", "").split()
    told = frozenset(kind for kind, known in _NAMES.items() if known.intersection(words))
    if name.lower().removeprefix("the ") in outlets.names("as speakers"):
        told |= {"newspaper", "broadcaster"}
    return told.union(*(_of_noun(noun) for noun in described))
