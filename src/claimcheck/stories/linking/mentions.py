"""Mentions of names in claims, with the text around them, and names that the recogniser overlooked."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from claimcheck.claims.titles import TITLES
from claimcheck.records import Claim, Entity
from claimcheck.stories.linking.folding import plain, spelling_key

PRONOUNS = frozenset("he him his himself she her hers herself they them their themselves it its who".split())
_WORD = re.compile(r"[^\W\d_](?:[\w'’.&-]*\w)?\.?")
_TITLE = re.compile(r"(?:^|\s)([A-Za-z]+)\.?\s*$")
_NOUN = re.compile(r"\b([a-z]+),?\s+$")
_LONG = 5
"""Fewest letters of a surname that is known in other spellings too."""


@attrs.frozen
class Site:
    """A mention: its article, entity, and the text before and after it in its claim."""

    article: int
    entity: Entity
    before: str
    after: str

    @property
    def title(self) -> str:
        """The title right before it ("mr"), lower case, or ""."""
        words = self.entity.text.split()
        if len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
            return words[0].rstrip(".").lower()
        match = _TITLE.search(self.before)
        return match.group(1).lower() if match and match.group(1).lower() in TITLES else ""

    @property
    def noun(self) -> str:
        """The noun right before it, lower case ("his wife Ana Bell"), or ""."""
        match = _NOUN.search(self.before)
        return match.group(1) if match else ""

    @property
    def is_reference(self) -> bool:
        """A pronoun or a description, not a name: its entity's name was found elsewhere."""
        text = self.entity.text
        return text.lower() in PRONOUNS or (text.lower().startswith(("the ", "both ")) and text != self.entity.name)


def site_of(article: int, claim: Claim, entity: Entity) -> Site:
    """An entity of a claim with what stands around it."""
    start, end = entity.start - claim.start, entity.end - claim.start
    return Site(article, entity, claim.quote[max(start - 100, 0) : max(start, 0)], claim.quote[max(end, 0) : end + 140])


class Lexicon:
    """Names to be looked for in the text itself: of one word, and of several."""

    def __init__(
        self, names: Iterable[str], singles: Iterable[str], surnames: Iterable[str], is_shortened: Callable[[str], bool]
    ) -> None:
        """
        Args:
            names: names of two words or more.
            singles: folded single words.
            surnames: spelling keys of surnames, found in any spelling.
            is_shortened: whether two words are a body's name, shortened.
        """
        self._surnames = frozenset(key for key in surnames if len(key) >= _LONG)
        self._is_shortened = is_shortened
        self._singles = frozenset(singles)
        self._longer: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in set(names):
            words = tuple(plain(name).replace("&", "and").split())
            if len(words) > 1:
                self._longer[words[0]].add(words)
        self._lengths = {
            first: sorted({len(row) for row in rows}, reverse=True) for first, rows in self._longer.items()
        }

    def overlooked(self, claim: Claim, common: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Ranges in the claim's quote of known names that no entity covers.

        A name of several words may take the place of entities that lie inside it.

        Args:
            claim: the claim.
            common: words that the comparison uses in lower case: no names at the start of a sentence.
        """
        quote = claim.quote
        taken = [(e.start - claim.start, e.end - claim.start) for e in claim.entities]
        tokens = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(quote)]
        tokens = _with_marks(quote, tokens)
        folded = [plain(_bare(token)).replace("&", "and") for _, _, token in tokens]
        skip_to = 0
        for place, (start, end, token) in enumerate(tokens):
            if start < skip_to or not token[:1].isupper():
                continue
            size = self._match(folded, place)
            if size:
                last = tokens[place + size - 1]
                stop = last[0] + len(_bare(last[2]))
                inside = [t for t in taken if t[0] < stop and start < t[1]]
                if all(start <= a and b <= stop and (b - a) < (stop - start) for a, b in inside):
                    yield start, stop
                    skip_to = stop
                    continue
                if inside:
                    continue
            pair = tokens[place + 1] if place + 1 < len(tokens) else None
            if pair is not None and pair[2][:1].isupper() and quote[end : pair[0]] == " ":
                stop = pair[0] + len(_bare(pair[2]))
                free = not any(a < stop and start < b for a, b in taken)
                if free and self._is_shortened(quote[start:stop]):
                    yield start, stop
                    skip_to = stop
                    continue
            stop = start + len(_bare(token))
            if any(a < end and start < b for a, b in taken) or not self._is_known(_bare(token)):
                continue
            first = start == 0 or quote[:start].rstrip()[-1:] in {".", "!", "?", ":", "“", '"'}
            if first and plain(_bare(token)) in common:
                continue
            neighbour = tokens[place + 1] if place + 1 < len(tokens) else None
            joined = neighbour and neighbour[2][:1].isupper() and quote[end : neighbour[0]] == " "
            before = tokens[place - 1] if place else None
            joined_before = (
                before is not None
                and before[2][:1].isupper()
                and quote[before[1] : start] == " "
                and before[2].lower().rstrip(".") not in TITLES | {"the"}
                and place > 1
            )
            if joined or joined_before:  # a part of another name
                continue
            yield start, stop

    def _is_known(self, word: str) -> bool:
        return plain(word) in self._singles or spelling_key(word) in self._surnames

    def _match(self, words: Sequence[str], place: int) -> int:
        """How many words from `place` on are the longest known name, 0 if none is."""
        first = words[place]
        for size in self._lengths.get(first, ()):
            if place + size <= len(words) and tuple(words[place : place + size]) in self._longer[first]:
                return size
        return 0


def _with_marks(quote: str, tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Adds a lone "&" as a token."""
    marks = [(m.start(), m.end(), "&") for m in re.finditer(r"(?<=\s)&(?=\s)", quote)]
    return sorted([*tokens, *marks]) if marks else tokens


@functools.lru_cache(maxsize=50_000)
def _bare(token: str) -> str:
    """A token without possessive and full stop."""
    return re.sub(r"(?:['’]s|['’]|(?<=\w\w)\.)$", "", token)
