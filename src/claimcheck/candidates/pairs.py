"""FAISS neighbours across articles, in union with pairs that share a typed value inside one event.

Inside a story the net is wide, across stories narrow. Similarity alone would miss what matters most: two
sentences on the length of one phone call can sit at cosine 0.38 when each also says something else.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.progress import Progress, no_progress
from claimcheck.records import Claim

STAGE = "Finding candidate pairs"
NEIGHBOURS = 60
"""Nearest claims looked at for each claim in the whole comparison, its own article's included."""
COSINE_ACROSS = 0.55
"""Least cosine of a pair from articles of different stories."""
NEIGHBOURS_INSIDE = 12
"""Nearest claims looked at for each claim in each other article of its story."""
COSINE_INSIDE = 0.2
"""Least cosine of a pair from articles of one story."""
STORY_INSIDE = 0.2
"""Probability of one story from which the wide net is used.

Measured on ECB+ dev: at these values the candidates hold 90 % of the gold pairs (95 % of those whose sentences both
have a claim), in 4 % of all pairs.
"""
ALL_INSIDE = 4_000
"""Pairs inside stories up to which all of them are candidates: in a small comparison nothing need be left out. Of the
conflicts labelled in benchmarks/data/article_sets, many of them told in quite different words, the wide net holds 63 %,
with all pairs 75 %; the rest is between articles that by their words alone do not seem to share a story.
"""


def find_candidates(
    claims: Sequence[Claim],
    vectors: NDArray[np.float32],
    owners: NDArray[np.int64],
    same_story: NDArray[np.float64],
    *,
    progress: Progress = no_progress,
) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of claims of different articles, sorted.

    Args:
        claims: n claims.
        vectors: their embeddings, shape (n, d), float32, unit rows.
        owners: index of each claim's article, shape (n,), int64.
        same_story: probability that two articles share a story, shape (m, m), float64.
    """
    progress(STAGE, 0, 1)
    pairs: set[tuple[int, int]] = set()
    if len(claims) > 1:
        pairs |= _across(vectors, owners)
        pairs |= _inside(vectors, owners, same_story)
    pairs |= _sharing_values(claims, owners, same_story)
    progress(STAGE, 1, 1)
    return sorted(pairs)


def _across(vectors: NDArray[np.float32], owners: NDArray[np.int64]) -> set[tuple[int, int]]:
    """Close neighbours anywhere."""
    import faiss

    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    cosines, neighbours = index.search(vectors, min(NEIGHBOURS, len(vectors)))
    left = np.repeat(np.arange(len(vectors)), neighbours.shape[1])
    right = neighbours.ravel()
    keep = (right >= 0) & (owners[left] != owners[right]) & (cosines.ravel() >= COSINE_ACROSS)
    return {(int(min(i, j)), int(max(i, j))) for i, j in zip(left[keep], right[keep], strict=True)}


def _inside(
    vectors: NDArray[np.float32], owners: NDArray[np.int64], same_story: NDArray[np.float64]
) -> set[tuple[int, int]]:
    """For each claim, its nearest neighbours in each other article of its story; in small comparisons all claims."""
    pairs: set[tuple[int, int]] = set()
    members = [np.flatnonzero(owners == article) for article in range(len(same_story))]
    together = [
        (members[first], members[second])
        for first, second in zip(*np.nonzero(np.triu(same_story >= STORY_INSIDE, k=1)), strict=True)
        if len(members[first]) and len(members[second])
    ]
    take_all = sum(len(rows) * len(columns) for rows, columns in together) <= ALL_INSIDE
    for rows, columns in together:
        cosines = vectors[rows] @ vectors[columns].T
        near = (_largest(cosines) | _largest(cosines.T).T) & (cosines >= COSINE_INSIDE)
        keep = np.ones_like(near) if take_all else near
        pairs.update(
            (int(min(rows[i], columns[j])), int(max(rows[i], columns[j])))
            for i, j in zip(*np.nonzero(keep), strict=True)
        )
    return pairs


def _largest(cosines: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which entries are among the NEIGHBOURS_INSIDE largest of their row; same shape as `cosines`, bool."""
    count = min(NEIGHBOURS_INSIDE, cosines.shape[1])
    chosen = np.argpartition(-cosines, count - 1, axis=1)[:, :count]
    mask = np.zeros(cosines.shape, dtype=bool)
    np.put_along_axis(mask, chosen, True, axis=1)
    return mask


def _sharing_values(
    claims: Sequence[Claim], owners: NDArray[np.int64], same_story: NDArray[np.float64]
) -> set[tuple[int, int]]:
    """Pairs inside one story whose claims hold a quantity of the same dimension, for the same kind of thing."""
    holders: dict[tuple[str, str], list[int]] = {}
    for i, claim in enumerate(claims):
        for key in {
            _comparable(claim, quantity.dimension, quantity.role or quantity.counts) for quantity in claim.quantities
        }:
            holders.setdefault(key, []).append(i)
    return {
        (i, j)
        for group in holders.values()
        for at, i in enumerate(group)
        for j in group[at + 1 :]
        if owners[i] != owners[j] and same_story[owners[i], owners[j]] >= STORY_INSIDE
    }


def _comparable(claim: Claim, dimension: str, thing: str | None) -> tuple[str, str]:
    """Bare counts compare when they count the same; a duration, when the claims' events are of one kind."""
    if dimension in {"count", "ordinal"}:
        return dimension, thing or ""
    if dimension == "duration":
        return dimension, claim.event.kind if claim.event else ""
    return dimension, ""
