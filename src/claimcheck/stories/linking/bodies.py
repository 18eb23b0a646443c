"""Which names of bodies are one body's: companies, ministries, agencies, clubs.

Names meet under a key (without articles, legal forms and spellings). Beyond that there are three ways to call a body:
by its initials, by the beginning or the end of its name, and without its country. Each is followed only where one
body of the same article, else of the comparison, can be meant.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    (re.compile(r"\bu\.s(?:\.a)?\b\.?|\bunited states\b|\bamerican\b"), "us"),
    (re.compile(r"\bu\.k\b\.?|\bunited kingdom\b|\bbritish\b"), "uk"),
    (re.compile(r"\bforeign affairs\b"), "foreign"),
    (re.compile(r"\b(internal|home) affairs\b"), "interior"),
)
_LEGAL = frozenset(
    "inc incorporated corp corporation co company companies ltd limited plc llc llp ag sa se nv bv gmbh oyj ab asa spa "
    "kg pty holdings holding group cf fc afc sc".split()
)
_GENERIC = frozenset(
    "university bank ministry court party union council national world international european general department "
    "agency police army commission committee office board institute federal central state royal united city school "
    "college association society foundation group air first new old great north south east west president house "
    "senate congress parliament american russian british human daily times news media government club "
    "team league center service services ministry supreme security health foreign defense interior finance street "
    "american african asian arab islamic christian democratic republican people front movement force forces".split()
)
_CLUBS = frozenset(
    "united city rovers wanderers athletic hotspur albion rangers county town wednesday villa palace celtic".split()
)
_PLAYED = re.compile(
    r"^\s+(?:have\s+|has\s+|had\s+)?(?:won|wins?|lost|loses?|lose|beat|drew|draws?|scored?|scores|signed|sacked|play(?:ed|s)?|"
    r"paid\s.*\b(?:striker|midfielder|defender|goalkeeper|winger|forward)|are\b|bought|sold|faced?|host(?:ed)?|trailed|led)\b"
)
_BEATEN = re.compile(r"\b(?:beat|beaten by|against|drew with|lost to|draw with|win over|defeated|host|v|vs)\s+$")
_SMALL = frozenset("of for the and on in de des du et to against a".split())
_FAMOUS = {
    "pentagon": "us department of defense",
    "us defense department": "us department of defense",
    "foggy bottom": "us department of state",
    "scotland yard": "metropolitan police",
    "fed": "federal reserve",
    "us federal reserve": "federal reserve",
    "vw": "volkswagen",
    "mod": "uk ministry of defense",
    "uk treasury": "treasury",
    "us treasury": "us department of treasury",
}
_SHORTEST_START = 3
"""Fewest letters of a shortened word."""
_OFFICE = re.compile(r"^(?:(?P<field>[\w ]+) )?(?P<kind>ministry|department)(?: (?:of|for) (?:the )?(?P<of>[\w ]+))?$")


@functools.lru_cache(maxsize=20_000)
def body_key(name: str) -> tuple[str, str]:
    """Key of a body's name: its words normalised without the country before them, and that country's code or ""."""
    key = plain(name).removeprefix("the ")
    for pattern, spelling in _SPELLINGS:
        key = pattern.sub(spelling, key)
    key = " ".join(re.sub(r"[^\w\s-]", " ", key).split())
    key = _FAMOUS.get(key, key)
    words = key.split()
    while len(words) > 1 and words[-1] in _LEGAL:
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
    office = _OFFICE.match(key)
    if office and (office["of"] or office["field"]):
        key = f"{office['kind']} of {(office['of'] or office['field']).strip()}"
    elif key == "treasury" and country == "US":
        key = "department of treasury"
    return _FAMOUS.get(key, key), country


def is_club(name: str) -> bool:
    """ "Leeds United" and the like: a place and a word for a club, the two together no known place."""
    words = plain(name).split()
    return len(words) > 1 and words[-1] in _CLUBS | {"utd"} and find_place(name) is None


def plays_as_a_club(before: str, after: str) -> bool:
    """Does the text around the name of a town speak of its club: "Leeds scored", "beat Leeds"?"""
    return bool(_PLAYED.match(after) or _BEATEN.search(before))


def _initials(words: Iterable[str]) -> set[str]:
    words = [part for word in words for part in word.split("-") if part]
    large = [word for word in words if word not in _SMALL]
    return {"".join(w[0] for w in words), "".join(w[0] for w in large)} if len(large) > 1 else set()


def acronym(name: str) -> str:
    """The letters of an acronym ("U.N.", "P&G"), lower case, or "" if the name is none."""
    letters = name.replace(".", "").removeprefix("the ").removeprefix("The ")
    if re.fullmatch(r"[A-Z]{2,8}s?|[A-Z]{1,2}&[A-Z]", letters):
        return letters.replace("&", "a" if "&" in letters else "").lower()
    return ""


class Bodies:
    """The bodies of a comparison."""

    def __init__(self, mentions: Mapping[str, Counter[int]]) -> None:
        """
        Args:
            mentions: name of a body → number of mentions in each article.
        """
        self._mentions = mentions
        self._keys = {name: body_key(name) for name in mentions}
        self._articles: dict[tuple[str, str], set[int]] = defaultdict(set)
        for name, key in self._keys.items():
            self._articles[key].update(mentions[name])
        self._countries: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._initials: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._parts: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._starts: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
        for key in sorted(set(self._keys.values())):
            words = key[0].split()
            if key[1]:
                self._countries[key[0]].add(key)
            for initials in _initials(words):
                self._initials[initials].add(key)
        for name, key in self._keys.items():
            full = _full_words(name)
            for initials in _initials(full):
                self._initials[initials].add(key)
            for part in _short_forms(full):
                self._parts[part].add(key)
            if len(full) > 1:
                self._starts[_beginnings(key[0].split())].add(key)
        self._target = {key: self._follow(key) for key in self._articles}
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, key in self._keys.items():
            groups[self._end(key)].append(name)
        self._canonical = {key: self._best(names) for key, names in groups.items()}

    def named(self, article: int, name: str) -> str | None:
        """The canonical name of a body as one article names it; None if no body of the comparison is meant."""
        key = self._resolve(article, name)
        if key is None:
            return None
        return self._canonical.get(self._end(key))

    def short_forms(self) -> set[str]:
        """Folded words that by themselves stand for a body of the comparison ("lakers"), places left out."""
        return {
            part
            for part, keys in self._parts.items()
            if len({self._end(k) for k in keys}) == 1 and find_place(part) is None
        }

    def is_shortened(self, words: str) -> bool:
        """Do two words or more stand for a body of the comparison, each shortened ("Man Utd") or the end left out?"""
        full = _full_words(words)
        return bool(self._abbreviated(full) or (len(full) > 1 and self._parts.get(" ".join(full))))

    def _resolve(self, article: int, name: str) -> tuple[str, str] | None:
        key = body_key(name)
        letters = acronym(name)
        choices: Iterable[tuple[str, str]] = ()
        if letters:
            choices = self._initials.get(letters, ())
            if letters.endswith("s") and not choices:
                choices = self._initials.get(letters[:-1], ())
        choices = {k for k in choices if k != key} or {
            k for k in self._parts.get(" ".join(_full_words(name)), ()) if k != key
        }
        if not choices and not key[1]:
            choices = {k for k in self._countries.get(key[0], ()) if k != key}
        if not choices:
            choices = self._abbreviated(_full_words(name)) - {key}
        chosen = self._only(article, choices)
        if chosen is not None:
            return chosen
        return key if key in self._articles else None

    def _only(self, article: int, choices: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
        ends = {self._end(k) for k in choices}
        local = {k for k in ends if article in self._articles.get(k, ())}
        if len(local) == 1:
            return next(iter(local))
        return next(iter(ends)) if len(ends) == 1 and not local else None

    def _follow(self, key: tuple[str, str]) -> tuple[str, str]:
        """A key without a country joins the only one that has one."""
        others = self._countries.get(key[0], set()) - {key}
        return next(iter(others)) if not key[1] and len(others) == 1 else key

    def _end(self, key: tuple[str, str]) -> tuple[str, str]:
        return self._target.get(key, key)

    def _abbreviated(self, words: Sequence[str]) -> set[tuple[str, str]]:
        """ "Man City": each word the beginning of a word."""
        if len(words) < 2 or min(map(len, words)) < _SHORTEST_START:
            return set()
        return {
            key
            for key in self._starts.get(_beginnings(words), ())
            if all(full.startswith(word) for full, word in zip(key[0].split(), words, strict=True))
        }

    def _best(self, names: Iterable[str]) -> str:
        """The form used most often among those that are no initials; of two, the longer one."""
        return min(
            names,
            key=lambda n: (
                bool(acronym(n)),
                " " not in n and plain(n) in _FAMOUS,
                -self._mentions[n].total(),
                -len(n),
                n,
            ),
        )


def _beginnings(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word[:_SHORTEST_START] for word in words)


@functools.lru_cache(maxsize=20_000)
def _full_words(name: str) -> tuple[str, ...]:
    key = plain(name).removeprefix("the ")
    for pattern, spelling in _SPELLINGS[:11]:
        key = pattern.sub(spelling, key)
    words = re.sub(r"[^\w\s-]", " ", key).split()
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    return tuple(words)


def _is_country(word: str) -> bool:
    place = find_place(word)
    return place is not None and (place.level == "country" or place.capital)


def _short_forms(words: Sequence[str]) -> set[str]:
    """Beginnings and ends of a name that may stand for all of it."""
    if len(words) < 2 or any(word in _SMALL for word in words):
        return set()
    found = set()
    first = words[0]
    if first not in _GENERIC and not _is_country(first) and len(first) > 3 and len(words) <= 3:
        found.add(first)
    if words[-1] in _CLUBS:
        start = " ".join(words[:-1])
        found |= {words[-1], start}
    elif words[-1] not in _GENERIC | _LEGAL and len(words[-1]) > 3 and find_place(" ".join(words[:-1])) is not None:
        found.add(words[-1])
    elif words[-1] in {"party"} and len(words) == 2:
        found.add(first)
    return found
