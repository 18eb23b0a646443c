"""Articles to origins: copies, texts of one publisher, and stories of one news agency count once.

Two articles are copies where the shorter shares at least half of its word 5-grams with the longer (resemblance and
containment by shingles; Broder 1997).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.linkage import components
from claimcheck.origins.agencies import credited_agency
from claimcheck.records import Article

SHINGLE = 5
COPIED = 0.5
"""Share of the shorter article's shingles that a copy shares. Two reports of one press release share fewer."""
_WORD = re.compile(r"\w+")


def fold_origins(articles: Sequence[Article], same_story: NDArray[np.bool_]) -> list[int]:
    """An origin number for each article, counted from 0 by first appearance.

    Args:
        articles: n articles.
        same_story: whether two articles share a story, shape (n, n), bool; only these are compared as texts.
    """
    shingles = [_shingles(article.text) for article in articles]
    agencies = [credited_agency(article) for article in articles]
    shared = []
    for i, first in enumerate(articles):
        for j in range(i + 1, len(articles)):
            second = articles[j]
            same_source = bool(first.source) and first.source.casefold() == second.source.casefold()
            same_agency = agencies[i] is not None and agencies[i] == agencies[j]
            if same_story[i, j] and (same_source or same_agency or _contained(shingles[i], shingles[j]) >= COPIED):
                shared.append((i, j))
    origin = {i: at for at, group in enumerate(components(len(articles), shared)) for i in group}
    return [origin[i] for i in range(len(articles))]


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(max(0, len(words) - SHINGLE + 1)))


def _contained(a: frozenset[int], b: frozenset[int]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0
