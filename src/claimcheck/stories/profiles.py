"""What a claim or an article is about, as weighted bags and vectors that can be compared.

Keys of `names` and `places` are stems or country codes, so that "Russia", "Russian" and "Moscow" meet,
and "Mr Carter" meets "Ashton Carter". Weights are rarities in (0, 1]; see `claimcheck.claims.terms`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.claims.gazetteer import find_place
from claimcheck.claims.terms import rarity, stem, terms
from claimcheck.records import Claim, Entity, Medium, Quantity, TimeSpan

Bag = Mapping[str, float]
LEAD = 3
"""How many claims at the start of an article make up its lead."""


@attrs.frozen(eq=False)
class Profile:
    """A claim, or an article as the sum of its claims.

    Attributes:
        terms, names, places, numbers: key to weight in (0, 1].
        kinds: classes of the events named.
        times: times named.
        media: how people met or spoke.
        vector: unit vector, shape (d,), float32.
    """

    terms: Bag
    names: Bag
    places: Bag
    numbers: Bag
    kinds: frozenset[str]
    times: tuple[TimeSpan, ...]
    media: frozenset[Medium]
    vector: NDArray[np.float32]


def claim_profile(claim: Claim, vector: NDArray[np.float32]) -> Profile:
    """Profile of one claim; `vector` is its embedding, shape (d,)."""
    event = claim.event
    return Profile(
        terms=terms(claim.text),
        names=_names(claim.entities),
        places=_places(claim.entities),
        numbers=_numbers(claim.quantities),
        kinds=claim.event_kinds,
        times=claim.times,
        media=frozenset({event.medium}) if event and event.medium else frozenset(),
        vector=vector,
    )


def merged_profile(profiles: Sequence[Profile]) -> Profile:
    """Profile of several claims together: the largest weight of each key, the mean direction.

    Raises:
        ValueError: `profiles` is empty.
    """
    if not profiles:
        raise ValueError("merged_profile needs at least one profile.")
    mean = np.mean([profile.vector for profile in profiles], axis=0)
    norm = float(np.linalg.norm(mean))
    return Profile(
        terms=_union(profile.terms for profile in profiles),
        names=_union(profile.names for profile in profiles),
        places=_union(profile.places for profile in profiles),
        numbers=_union(profile.numbers for profile in profiles),
        kinds=frozenset().union(*(profile.kinds for profile in profiles)),
        times=tuple(time for profile in profiles for time in profile.times),
        media=frozenset().union(*(profile.media for profile in profiles)),
        vector=np.asarray(mean / norm if norm > 0 else mean, dtype=np.float32),
    )


def _union(bags: Iterable[Bag]) -> dict[str, float]:
    union: dict[str, float] = {}
    for bag in bags:
        for key, weight in bag.items():
            if weight > union.get(key, 0.0):
                union[key] = weight
    return union


def _names(entities: Sequence[Entity]) -> dict[str, float]:
    """Words of personal and organisation names; a country word inside one ("Russian ministry") counts as a place."""
    names: dict[str, float] = {}
    for entity in entities:
        if entity.label in {"person", "organisation"}:
            for word in _words(entity.name):
                if find_place(word) is None or entity.label == "person":
                    names[stem(word.lower())] = max(rarity(word.lower()), 0.1)
    return names


def _places(entities: Sequence[Entity]) -> dict[str, float]:
    places: dict[str, float] = {}
    for entity in entities:
        if entity.label not in {"place", "group", "organisation"}:
            continue
        known = find_place(entity.name)
        if known is not None:
            if known.level != "country":
                places[known.name.casefold()] = max(rarity(known.name.lower()), 0.3)
            places[known.country] = max(places.get(known.country, 0.0), 0.2 if known.level != "country" else 0.3)
        elif entity.label != "organisation":
            for word in _words(entity.name):
                places[stem(word.lower())] = max(rarity(word.lower()), 0.1)
    return places


def _words(name: str) -> list[str]:
    return [word for word in name.replace("-", " ").split() if len(word) > 1 and word[0].isalnum()]


def _numbers(quantities: Sequence[Quantity]) -> dict[str, float]:
    """Dimension and value of what is counted or measured; small bare counts tell little."""
    numbers: dict[str, float] = {}
    for quantity in quantities:
        value = quantity.base_low if quantity.base_low is not None else quantity.base_high
        if value is None or quantity.dimension == "ordinal":
            continue
        numbers[f"{quantity.dimension}:{value:g}"] = 0.3 if quantity.dimension == "count" and value < 10 else 1.0
    return numbers
