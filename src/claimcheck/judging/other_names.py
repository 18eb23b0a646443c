"""Names that tell two events of one kind apart: "Two men robbed a jeweller in Lyon", "… robbed a jeweller in Cannes".

The more two sentences have in common beside the names in them, the more the names decide. Where none of one sentence's
names can be one of the other's, they tell of two events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from claimcheck.claims.gazetteer import capital_of, find_place, place_relation
from claimcheck.claims.terms import overlap, terms
from claimcheck.judging.evidence import Finding, evidence
from claimcheck.records import Claim, Entity
from claimcheck.stories.linking.body_keys import is_one_body
from claimcheck.stories.names import same_person

PARALLEL = 0.3
"""Weighted overlap of the words beside names from which two sentences are parallel."""
ONE_NAME, SEVERAL_NAMES = 0.6, 0.9
"""Strength where one side has one name only, and where both have several."""
_SEATS = {
    "kremlin": "RU", "white house": "US", "pentagon": "US", "state department": "US", "downing street": "GB",
    "10 downing street": "GB", "number 10": "GB", "whitehall": "GB", "élysée": "FR",
    "elysée": "FR", "elysee": "FR", "élysée palace": "FR", "elysee palace": "FR", "quai d'orsay": "FR",
    "blue house": "KR", "zhongnanhai": "CN", "palazzo chigi": "IT", "kantei": "JP",
}  # fmt: skip
"""Seats of governments, by their country: "the Kremlin" and "Moscow" are one in news of what a government does."""
_FIGURE = re.compile(r"\d")
NAMED = frozenset({"person", "organisation", "place"})


def compare_names(a: Claim, b: Claim) -> list[Finding]:
    """A finding where two parallel sentences name other people, bodies or places altogether."""
    names_a, names_b = _names(a), _names(b)
    if not names_a or not names_b:
        return []
    if _stands_in(names_a, b) or _stands_in(names_b, a) or any(_may_be_one(x, y) for x in names_a for y in names_b):
        return []
    if _beside_names(a, b) < PARALLEL:
        return []
    x, y = names_a[0], names_b[0]
    several = len(names_a) > 1 and len(names_b) > 1
    found = Finding(
        kind="participants",
        verdict="apart",
        strength=SEVERAL_NAMES if several else ONE_NAME,
        a=evidence(x, x.name),
        b=evidence(y, y.name),
        sentence=f"Other names: {x.name} and {y.name}.",
    )
    return [attrs.evolve(found, mirrored=f"Other names: {y.name} and {x.name}.")]


def _names(claim: Claim) -> list[Entity]:
    """Names in the claim, without those of who says it or brings it."""
    sources = [mention for mention in (claim.speaker, claim.via) if mention is not None]
    return [
        entity
        for entity in claim.entities
        if entity.label in NAMED
        and entity.text[:1].isupper()
        and not any(entity.start < source.end and source.start < entity.end for source in sources)
    ]


def _stands_in(names: Sequence[Entity], claim: Claim) -> bool:
    """Whether a word of the names stands in the other claim, where it may not have been known for a name."""
    words = terms(claim.text).keys()
    return any(terms(entity.name).keys() & words for entity in names)


def _may_be_one(x: Entity, y: Entity) -> bool:
    return same_person(x.name, y.name) if "person" in (x.label, y.label) else may_be_one(x.name, y.name)


def may_be_one(x: str, y: str) -> bool:
    """Whether two names may be of one body or place: the same, one in the other, its initials, or a government's seat
    and its country or capital."""
    if is_one_body(x, y) or place_relation(x, y) in {"same", "inside"}:
        return True
    return any(_initials(one, other) or _governs_from(one, other) for one, other in ((x, y), (y, x)))


def _governs_from(seat: str, place: str) -> bool:
    """Whether one name is a seat of the government of the country, or of the capital, that the other names."""
    code = _SEATS.get(seat.casefold().removeprefix("the ").replace("’", "'"))
    found, capital = find_place(place), capital_of(code) if code is not None else None
    if capital is None or found is None or found.country != code:
        return False
    return found.level == "country" or found.name == capital.name


def _initials(short: str, name: str) -> bool:
    """Whether one name may be the initials of the other: "WHO", "World Health Organization"."""
    words = [word for word in name.split() if word[:1].isupper()]
    return len(words) > 1 and short.replace(".", "").upper() == "".join(word[0] for word in words).upper()


def _beside_names(a: Claim, b: Claim) -> float:
    """Weighted overlap, in [0, 1], of the words that stand in no name; of figures only the words count, too."""
    return overlap(*(_words(claim, a.entities, b.entities) for claim in (a, b)))


def _words(claim: Claim, *named: Sequence[Entity]) -> dict[str, float]:
    in_names = {key for entities in named for entity in entities for key in terms(entity.text)}
    return {key: weight for key, weight in terms(claim.text).items() if key not in in_names and not _FIGURE.search(key)}
