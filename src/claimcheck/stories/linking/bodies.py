"""Which names of bodies are one body's: companies, ministries, agencies, clubs.

Names meet under a key (without articles, legal forms and spellings). Beyond that there are four ways to call a body:
by its initials, by the beginning or the end of its name, by a nickname, and without its country. Each is followed only
where one body of the same article, else of the comparison, can be meant.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as Set

from claimcheck.claims.gazetteer import find_place
from claimcheck.stories.linking.body_keys import (
    CLUBS,
    FAMOUS,
    LEGAL,
    OFFICE,
    SMALL,
    acronym,
    body_key,
    full_words,
    initials_of,
)
from claimcheck.stories.linking.folding import plain
from claimcheck.stories.linking.nicknames import NICKNAMES

_GENERIC = frozenset(
    "university bank ministry court party union council national world international european general department "
    "agency police army commission committee office board institute federal central state royal united city school "
    "college association society foundation group air first new old great north south east west president house "
    "senate congress parliament american russian british human daily times news media government club "
    "team league center service services ministry supreme security health foreign defense interior finance street "
    "american african asian arab islamic christian democratic republican people front movement force forces".split()
)
_SHORTEST_START = 3
"""Fewest letters of a shortened word."""
_SPOKEN = re.compile(r"[A-Z][a-z]{2,6}")
"""An acronym that is spoken as a word: "Opec"."""
_TEAM = re.compile(r"[a-rt-z]s$")
_HEADS = frozenset(
    "chamber senate house court bank commission council committee agency board authority tribunal".split()
)
_PUBLIC = frozenset(
    "administration army assembly cabinet congress court embassy federation forces government marines military navy "
    "parliament police presidency senate treasury".split()
)
"""Words that by themselves name what each country has one of."""


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
        self._heads: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for key in sorted(set(self._keys.values())):
            words = key[0].split()
            if key[1]:
                self._countries[key[0]].add(key)
            for initials in initials_of(words):
                self._initials[initials].add(key)
        for name, key in self._keys.items():
            full = full_words(name)
            for initials in initials_of(full):
                self._initials[initials].add(key)
            for part in _short_forms(full):
                self._parts[part].add(key)
            head = _head(full)
            if head:
                self._heads[head].add(key)
            if len(full) > 1:
                self._starts[_beginnings(key[0].split())].add(key)
        self._firms = {" ".join(full_words(n)) for n in mentions if plain(n).strip(".").rpartition(" ")[2] in LEGAL}
        folded = {" ".join(full_words(name)): key for name, key in self._keys.items()}
        self._by_nickname = {
            nick: {folded[full] for full in known if full in folded}
            for nick, known in NICKNAMES.items()
            if not known.isdisjoint(folded)
        }
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

    def is_firm(self, name: str) -> bool:
        """Does the comparison know the name with a legal form after it?"""
        return " ".join(full_words(name)) in self._firms

    def short_forms(self) -> set[str]:
        """Folded words that by themselves stand for a body of the comparison ("lakers"), places left out."""
        return {
            part
            for part, keys in self._parts.items()
            if len({self._end(k) for k in keys}) == 1 and find_place(part) is None
        } | self._by_nickname.keys()

    def is_shortened(self, words: str) -> bool:
        """Do two words or more stand for a body of the comparison, each shortened ("Man Utd") or the end left out?"""
        full = full_words(words)
        return bool(self._abbreviated(full) or (len(full) > 1 and self._parts.get(" ".join(full))))

    def _resolve(self, article: int, name: str) -> tuple[str, str] | None:
        key = body_key(name)
        letters = acronym(name)
        choices: Iterable[tuple[str, str]] = ()
        if letters:
            choices = self._initials.get(letters, ())
            if letters.endswith("s") and not choices:
                choices = self._initials.get(letters[:-1], ())
        elif _SPOKEN.fullmatch(name):
            choices = self._initials.get(name.lower(), ())
        words = " ".join(full_words(name))
        choices = {k for k in choices if k != key} or {k for k in self._parts.get(words, ()) if k != key}
        if not choices:
            choices = self._by_nickname.get(words, set()) - {key}
        if not choices and not key[1]:
            choices = {k for k in self._countries.get(key[0], ()) if k != key and self._may_drop_country(k, {article})}
        if not choices:
            choices = self._abbreviated(full_words(name)) - {key}
        if not choices:
            choices = self._heads.get(key[0], set()) - {key}
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
        if key[1] or len(others) != 1:
            return key
        (other,) = others
        return other if self._may_drop_country(other, self._articles[key]) else key

    def _may_drop_country(self, key: tuple[str, str], articles: Set[int]) -> bool:
        """Whether a body goes without its country in these articles: "the Army" does, "Express" for American Express
        only where that stands too."""
        rest = key[0].split()
        return len(rest) > 1 or rest[0] in _PUBLIC or not self._articles[key].isdisjoint(articles)

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
                " " not in n and plain(n) in FAMOUS,
                -self._mentions[n].total(),
                -len(n),
                n,
            ),
        )


def _beginnings(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word[:_SHORTEST_START] for word in words)


def _is_country(word: str) -> bool:
    place = find_place(word)
    return place is not None and (place.level == "country" or place.capital)


def _head(words: Sequence[str]) -> str:
    """What a body may be called for short: "Chamber" (of "Chamber of Deputies"), a ministry by its first field."""
    office = OFFICE.match(" ".join(words))
    if office:
        fields = (office["of"] or office["field"] or "").split(" and ")
        return f"{office['kind']} of {fields[0].strip()}" if len(fields) > 1 else ""
    return words[0] if len(words) > 2 and words[0] in _HEADS and words[1] == "of" else ""


def _short_forms(words: Sequence[str]) -> set[str]:
    """Beginnings and ends of a name that may stand for all of it."""
    if len(words) < 2 or any(word in SMALL for word in words):
        return set()
    found = set()
    first = words[0]
    if first not in _GENERIC and not _is_country(first) and len(first) > 3 and len(words) <= 3:
        found.add(first)
    if words[-1] in CLUBS:
        start = " ".join(words[:-1])
        found |= {words[-1], start}
    elif words[-1] not in _GENERIC | LEGAL and len(words[-1]) > 3 and _may_stand_alone(words):
        found.add(words[-1])
    elif words[-1] in {"party"} and len(words) == 2:
        found.add(first)
    elif len(words) > 2 and len(words[-1]) > 4 and _TEAM.search(words[-1]) and words[-1] not in _GENERIC:
        found |= {words[-1], " ".join(words[:-1])}  # "Golden State Warriors"
    return found


def _may_stand_alone(words: Sequence[str]) -> bool:
    """Whether the last word of a name means what comes from the place before it: "Lakers", not "Express"."""
    place = find_place(" ".join(words[:-1]))
    return place is not None and (place.level != "country" or bool(_TEAM.search(words[-1])))
