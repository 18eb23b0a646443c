"""Which personal names of a comparison are one person's, and whom a bare surname means in which article."""

from __future__ import annotations

import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.claims.given_names import SHORT_FORMS, given_name_gender
from claimcheck.claims.titles import FEMALE_NOUNS, FEMALE_TITLES, LEADING, MALE_NOUNS, MALE_TITLES, TITLES
from claimcheck.stories.linking.folding import alike, consonants, plain, spelling_key
from claimcheck.stories.linking.romanised import FAMILY_FIRST, ROMANISED

_BEFORE = TITLES | LEADING
_PARTICLES = frozenset("von van der den de la le du di da dos al el bin ibn ben abu ter ten st".split())
_CAPITAL_PARTICLES = frozenset("von van bin ibn abu de".split())
"""Those that are no given names where they begin a sentence: "Al" and "Ben" are."""
_SUFFIXES = frozenset("jr sr ii iii iv".split())
BY_GIVEN_NAME = frozenset("sir dame lord lady king queen prince princess pope emperor emir sheikh saint".split())
"""Titles that stand before a given name alone."""


@functools.lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a personal name without titles before it and "Jr" after it."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _BEFORE:
        words = words[1:]
    while len(words) > 1 and words[-1].rstrip(".").lower() in _SUFFIXES:
        words = words[:-1]
    return tuple(words)


@functools.lru_cache(maxsize=50_000)
def is_full(name: str) -> bool:
    """Has the name a given name, or at least its initial, beside the surname ("von der Leyen" has none)?"""
    words = words_of(name)
    return len(words) > 1 and not all(is_particle(word) for word in words[:-1])


def is_particle(word: str) -> bool:
    """ "von", "bin" and the like, which belong to the surname after them."""
    return word in _PARTICLES or word.lower() in _CAPITAL_PARTICLES


def _joined(name: str) -> str:
    return spelling_key("".join(words_of(name)).replace("-", ""))


@functools.lru_cache(maxsize=50_000)
def _given(word: str) -> tuple[str, ...]:
    """The names that a first word may stand for: itself, those that it is short for, other romanisations."""
    low = plain(word).strip("\"'“”‘’")
    return (low, *sorted(SHORT_FORMS.get(low, frozenset()) | ROMANISED.get(low, frozenset())))


@functools.lru_cache(maxsize=50_000)
def _same_given(x: str, y: str) -> bool:
    """Given names alike, one short for the other, or both short for one and alike ("Ted" and "Teddy", not "Ed")."""
    if any(alike(a, plain(y)) for a in _given(x)) or any(alike(plain(x), b) for b in _given(y)):
        return True
    return _short_for(x, y)


def _short_for(x: str, y: str) -> bool:
    first, second = _given(x), _given(y)
    if first[0] == second[0]:
        return False
    one_in_other = first[0] in second or second[0] in first
    both = first[0].startswith(second[0]) or second[0].startswith(first[0])
    return one_in_other or (both and not set(first).isdisjoint(second))


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 or (word.endswith(".") and len(word) <= 5 and "." in word[:-1])


def one_person(x: str, y: str) -> bool:
    """Whether two full names can be one person's: surnames alike, and given names alike, short for one another, or an
    initial of one another; never a man's and a woman's."""
    if _joined(x) == _joined(y):
        return True
    first, second = words_of(x), words_of(y)
    if not alike(first[-1], second[-1]):
        return False
    genders = {given_name_gender(x), given_name_gender(y)}
    if genders == {"m", "f"}:
        return False
    if _is_initial(first[0]) or _is_initial(second[0]):
        return plain(first[0])[:1] == plain(second[0])[:1]
    if _same_given(first[0], second[0]):
        return True
    # "Recep Tayyip Erdogan", "Tayyip Erdogan": known by a later given name.
    return any(alike(first[0], word) for word in second[1:-1]) or any(alike(second[0], word) for word in first[1:-1])


def _middle_surnames(words: Sequence[str]) -> Iterator[str]:
    """Words inside a name of four words or more by which its bearer may be known: "Lula" of "… Lula da Silva"."""
    if len(words) > 3:
        yield from (w for w in words[1:-1] if len(w) > 3 and w[:1].isupper() and not given_name_gender(f"{w} x"))


class People:
    """The people of a comparison. Names are joined by complete linkage: all names of a person fit one another."""

    def __init__(self, mentions: Mapping[str, Counter[int]], titles: Mapping[str, Counter[str]]) -> None:
        """
        Args:
            mentions: full name → number of mentions in each article.
            titles: name → how often a title or a word for kin beside it tells its bearer's sex, "m" or "f".
        """
        self._mentions = mentions
        self._leader = {name: name for name in mentions}
        self._members = {name: [name] for name in mentions}
        self._link()
        self.canonical = {name: self._best(self._members[leader]) for name, leader in self._leader.items()}
        self._articles: dict[str, set[int]] = defaultdict(set)
        self._surnames: set[str] = set()
        self._blocks: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._bearers: dict[str, frozenset[str]] = {}
        self._given: dict[str, set[str]] = defaultdict(set)
        self._inner: dict[str, set[str]] = defaultdict(set)
        self.gender: dict[str, str] = {}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        for name, canonical in self.canonical.items():
            self._articles[canonical].update(mentions[name])
            words = words_of(name)
            for surname in (words[-1], *([words[-1].split("-")[-1]] if "-" in words[-1] else [])):
                self._surnames.add(spelling_key(surname))
                self._blocks[consonants(surname)][surname].add(canonical)
            for given in {words[0], *(ROMANISED.get(plain(words[0]), ()) if len(words) <= 3 else ())}:
                self._given[spelling_key(given)].add(canonical)
            for word in _middle_surnames(words):
                self._inner[spelling_key(word)].add(canonical)
            self._by_key[_joined(name)].add(canonical)
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for name, sexes in titles.items():
            told[self.canonical[name]].update(sexes)
        for canonical, sexes in told.items():
            if sexes["m"] != sexes["f"]:
                self.gender[canonical] = max("mf", key=sexes.__getitem__)
        for name, canonical in sorted(self.canonical.items()):
            guess = given_name_gender(name)
            if guess:
                self.gender.setdefault(canonical, guess)

    def named(self, name: str) -> str | None:
        """The canonical name of a full name, also one spelt differently or labelled wrongly; None if unknown."""
        if name in self.canonical:
            return self.canonical[name]
        found = self._by_key.get(_joined(name), ()) if is_full(name) else ()
        return next(iter(found)) if len(found) == 1 else None

    def bearer(self, article: int, name: str, title: str = "") -> str | None:
        """Whom a bare surname means: the only one in its article whom it can mean, else the only one in the comparison.

        Args:
            article: number of the article.
            name: a surname, or the given name of somebody whose article tells the rest.
            title: what stands before it, lower case ("mr"), or "".
        """
        word = words_of(name)[-1]
        gender = sex_of(title)
        alike_in_surname = self._alike(word)
        if alike_in_surname:
            fitting = {c for c in alike_in_surname if not gender or self.gender.get(c, gender) == gender}
            if gender and len(fitting) > 1:  # "Mr Lee", with Ann, Bob and one of whom nothing tells
                fitting = {c for c in fitting if self.gender.get(c) == gender} or fitting
            local = {c for c in fitting if article in self._articles[c]}
            if len(local) == 1 or (not local and len(fitting) == 1):
                return next(iter(local or fitting))
            return None
        given = self._given.get(spelling_key(word), set()) or self._inner.get(spelling_key(word), set())
        local = {c for c in given if article in self._articles[c]}
        if len(local) == 1:
            return next(iter(local))
        if not local and len(given) == 1:
            only = next(iter(given))
            first, last = plain(words_of(only)[0]), plain(words_of(only)[-1])
            family_first = first in FAMILY_FIRST and last not in FAMILY_FIRST
            inner = spelling_key(word) in self._inner
            # Where two share a surname, writers use given names.
            shared = len(self._alike(words_of(only)[-1])) > 1
            return only if family_first or inner or shared or title in BY_GIVEN_NAME else None
        return None

    @property
    def middle_names(self) -> Iterable[str]:
        """Names from the middle of long names by which somebody may be known, folded."""
        return {plain(word) for name in self.canonical for word in _middle_surnames(words_of(name))}

    @property
    def surname_keys(self) -> Iterable[str]:
        """Spelling keys of all surnames."""
        return self._surnames

    def _alike(self, word: str) -> frozenset[str]:
        """The people whose surname the word may be, in any spelling."""
        found = self._bearers.get(word)
        if found is None:
            block = self._blocks.get(consonants(word), {})
            found = frozenset(c for surname, names in block.items() if alike(surname, word) for c in names)
            self._bearers[word] = found
        return found

    def _link(self) -> None:
        blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
        initialled = []
        for name in sorted(self._mentions):
            words = words_of(name)
            blocks["", _joined(name)].append(name)
            if _is_initial(words[0]):
                initialled.append(name)
                continue
            for word in dict.fromkeys(given for w in words[:-1] for given in _given(w)):
                blocks[consonants(words[-1]), consonants(word)].append(name)
            blocks[consonants(words[-1]), f"{plain(words[0])[:1]}."].append(name)
        same_key = [(x, y) for key, names in blocks.items() if not key[0] for x, y in itertools.pairwise(names)]
        for x, y in same_key:
            self._join(x, y, check=False)
        pairs = {
            (x, y)
            for key, names in blocks.items()
            if key[0] and not key[1].endswith(".")
            for i, x in enumerate(names)
            for y in names[i + 1 :]
            if one_person(x, y)
        }
        for x, y in sorted(pairs):
            self._join(x, y)
        for name in initialled:
            words = words_of(name)
            block = blocks.get((consonants(words[-1]), f"{plain(words[0])[:1]}."), [])
            leaders = {self._leader[other] for other in block if one_person(name, other)}
            if len(leaders) == 1:
                self._join(name, next(iter(leaders)), check=False)

    def _join(self, x: str, y: str, *, check: bool = True) -> None:
        first, second = sorted((self._leader[x], self._leader[y]))
        if first == second:
            return
        if check and not all(self._may_join(a, b) for a in self._members[first] for b in self._members[second]):
            return
        for name in self._members.pop(second):
            self._members[first].append(name)
            self._leader[name] = first

    def _may_join(self, x: str, y: str) -> bool:
        """A writer keeps to one spelling: two that stand in one article are two people, short forms left aside."""
        return one_person(x, y) and (
            _joined(x) == _joined(y)
            or _short_for(words_of(x)[0], words_of(y)[0])
            or not self._mentions[x].keys() & self._mentions[y].keys()
        )

    def _best(self, names: Iterable[str]) -> str:
        """The form used most often among those without initials; of two, the longer one."""
        return min(names, key=lambda n: (_is_initial(words_of(n)[0]), -self._mentions[n].total(), -len(n), n))


def sex_of(title: str) -> str:
    """ "m" or "f" where a title tells, else ""."""
    if title in MALE_TITLES | MALE_NOUNS:
        return "m"
    return "f" if title in FEMALE_TITLES | FEMALE_NOUNS else ""
