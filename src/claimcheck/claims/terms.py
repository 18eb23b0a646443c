"""Content words of a text, stemmed and weighted by how rare they are in English.

Rarity is the Zipf frequency of wordfreq (Speer 2022, doi:10.5281/zenodo.7199437): base-10 logarithm of the
occurrences per thousand million words. A word of everyday use (Zipf 5.5 and above) weighs nothing, a name that
is hardly ever seen (Zipf 2 and below) weighs 1. A comparison of five articles is too small to count
document frequencies in; general English is the same background for every comparison.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

COMMON_ZIPF = 5.5
RARE_ZIPF = 2.0
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*")


@functools.cache
def _stemmer():  # type: ignore[no-untyped-def]
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@functools.lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Snowball stem of one lower-case word, without a possessive ending."""
    return str(_stemmer().stemWord(re.sub(r"[’']s?$", "", word)))


@functools.lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """How telling a word is: 0 for everyday words to 1 for words hardly ever seen; 0.6 for figures."""
    if word[:1].isdigit():
        return 0.6
    from wordfreq import zipf_frequency

    zipf = float(zipf_frequency(word, "en", wordlist="small")) or RARE_ZIPF
    return min(1.0, max(0.0, (COMMON_ZIPF - zipf) / (COMMON_ZIPF - RARE_ZIPF)))


@functools.lru_cache(maxsize=20_000)
def terms(text: str) -> Mapping[str, float]:
    """Stem to weight in (0, 1] of the content words of a text."""
    weights: dict[str, float] = {}
    for match in _WORD.finditer(text):
        word = match.group().lower()
        key = stem(word)
        weight = min(rarity(word), rarity(key))  # a plural is as telling as its singular
        if weight > 0.0:
            weights[key] = max(weight, weights.get(key, 0.0))
    return weights


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Weighted Jaccard overlap of two bags, in [0, 1]; 0 where either is empty."""
    if not a or not b:
        return 0.0
    shared = sum(min(weight, b[key]) for key, weight in a.items() if key in b)
    return shared / (sum(a.values()) + sum(b.values()) - shared)


def containment(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Share of the smaller bag's weight that the other holds, in [0, 1]; 0 where either is empty."""
    if not a or not b:
        return 0.0
    shared = sum(min(weight, b[key]) for key, weight in a.items() if key in b)
    return shared / min(sum(a.values()), sum(b.values()))
