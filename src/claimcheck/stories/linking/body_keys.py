"""Keys under which the names of a body meet, and what the form of a name says: a club, an acronym."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from claimcheck.claims.gazetteer import find_place
from claimcheck.stories.linking.folding import plain

_SPELLINGS = (
    (re.compile(r"isation\b"), "ization"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\bdep(?:t|artment)\b\.?"), "department"),
    (re.compile(r"\butd\b\.?"), "united"),
    (re.compile(r"\bint(?:'l|l)\b\.?"), "international"),
    (re.compile(r"\bnat(?:'l|l)\b\.?"), "national"),
    (re.compile(r"\buniv\b\.?"), "university"),
    (re.compile(r"\s*&\s*"), " and "),
)
# What one body is called in two ways, beyond the spelling; an acronym is made of the words as they stand.
_OTHER_WORDS = (
    (re.compile(r"\bu\.s(?:\.a)?\b\.?|\bunited states\b|\bamerican\b"), "us"),
    (re.compile(r"\bu\.k\b\.?|\bunited kingdom\b|\bbritish\b"), "uk"),
    (re.compile(r"\bforeign affairs\b"), "foreign"),
    (re.compile(r"\b(internal|home) affairs\b"), "interior"),
)
LEGAL = frozenset(
    "inc incorporated corp corporation co company companies ltd limited plc llc llp ag sa se nv bv gmbh oyj ab asa spa "
    "kg pty holdings holding group cf fc afc sc asa as aps oy sdn bhd tbk pjsc jsc oao ooo sarl sas srl kk lp".split()
)
CLUBS = frozenset(
    "united city rovers wanderers athletic hotspur albion rangers county town wednesday villa palace celtic".split()
)
_PLAYED = re.compile(
    r"^\s+(?:have\s+|has\s+|had\s+)?(?:won|wins?|lost|loses?|lose|beat|drew|draws?|scored?|scores|signed|sacked|play(?:ed|s)?|"
    r"paid\s.*\b(?:striker|midfielder|defender|goalkeeper|winger|forward)|are\b|bought|sold|faced?|host(?:ed)?|trailed|led)\b"
)
_BEATEN = re.compile(r"\b(?:beat|beaten by|against|drew with|lost to|draw with|win over|defeated|host|v|vs)\s+$")
SMALL = frozenset("of for the and on in de des du et to against a".split())
FAMOUS = {
    "pentagon": "us department of defense",
    "us defense department": "us department of defense",
    "foggy bottom": "us department of state",
    "scotland yard": "metropolitan police",
    "fed": "federal reserve",
    "us federal reserve": "federal reserve",
    "vw": "volkswagen",
    "isis": "islamic state",
    "isil": "islamic state",
    "is": "islamic state",
    "daesh": "islamic state",
    "islamic state of iraq and syria": "islamic state",
    "islamic state of iraq and the levant": "islamic state",
    "shabab": "al shabaab",
    "shabaab": "al shabaab",
    "al shabab": "al shabaab",
    "hizbollah": "hezbollah",
    "hizbullah": "hezbollah",
    "taleban": "taliban",
    "mod": "uk ministry of defense",
    "uk treasury": "treasury",
    "us treasury": "us department of treasury",
}
OFFICE = re.compile(r"^(?:(?P<field>[\w ]+) )?(?P<kind>ministry|department)(?: (?:of|for) (?:the )?(?P<of>[\w ]+))?$")


@functools.lru_cache(maxsize=20_000)
def body_key(name: str) -> tuple[str, str]:
    """Key of a body's name: its words normalised without the country before them, and that country's code or ""."""
    key = plain(name).removeprefix("the ")
    for pattern, spelling in (*_SPELLINGS, *_OTHER_WORDS):
        key = pattern.sub(spelling, key)
    key = " ".join(re.sub(r"[^\w\s]", " ", key).split())
    key = FAMOUS.get(key, key)
    words = key.split()
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    if len(words) > 1 and words[0] in {"fc", "afc", "cf", "ac", "as"}:
        words = words[1:]
    country = ""
    for size in (2, 1):
        place = find_place(" ".join(words[:size])) if len(words) > size else None
        if place is not None and place.level == "country":
            country, words = place.country, words[size:]
            break
    key = " ".join(words)
    office = OFFICE.match(key)
    if office and (office["of"] or office["field"]):
        key = f"{office['kind']} of {(office['of'] or office['field']).strip()}"
    elif key == "treasury" and country == "US":
        key = "department of treasury"
    return FAMOUS.get(key, key), country


def is_one_body(one: str, other: str) -> bool:
    """Whether two names are known for those of one body, however written: "IS" and "Isis", "VW" and "Volkswagen"."""
    return body_key(one) == body_key(other)


def is_club(name: str) -> bool:
    """ "Leeds United" and the like: a place and a word for a club, the two together no known place."""
    words = plain(name).split()
    return len(words) > 1 and words[-1] in CLUBS | {"utd"} and find_place(name) is None


def plays_as_a_club(before: str, after: str) -> bool:
    """Does the text around the name of a town speak of its club: "Leeds scored", "beat Leeds"?"""
    return bool(_PLAYED.match(after) or _BEATEN.search(before))


def initials_of(words: Iterable[str]) -> set[str]:
    words = list(words)
    large = [word for word in words if word not in SMALL]
    return {"".join(w[0] for w in words), "".join(w[0] for w in large)} if len(large) > 1 else set()


def acronym(name: str) -> str:
    """The letters of an acronym ("U.N.", "P&G"), lower case, or "" if the name is none."""
    letters = name.replace(".", "").removeprefix("the ").removeprefix("The ")
    if re.fullmatch(r"[A-Z]{2,8}s?|[A-Z]{1,2}&[A-Z]", letters):
        return letters.replace("&", "a").lower()
    return ""


@functools.lru_cache(maxsize=20_000)
def full_words(name: str) -> tuple[str, ...]:
    key = plain(name).removeprefix("the ")
    for pattern, spelling in _SPELLINGS:
        key = pattern.sub(spelling, key)
    words = re.sub(r"[^\w\s]", " ", key).split()
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    return tuple(words)
