"""How alike two articles are, seen among the other articles of the comparison.

Two reports of one earthquake share "magnitude" and "epicentre" with every report of every earthquake; what tells them
from the others is what few of their neighbours have. So words and names are weighted by how rare they are among the
articles nearest to one (an inverse document frequency, Spärck Jones 1972, over a neighbourhood), and a similarity is
read relative to the best that either article reaches. With few articles there is little to compare with: relative
features shrink to 0, the frequency is smoothed (what both of two articles have still counts), and the pair is judged by
itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from claimcheck.stories.profiles import Profile, merged_profile

NEIGHBOURHOOD = 25
"""Articles nearest to one among which a word's frequency is counted."""
BEST = 3
"""How many of an article's highest similarities make up the best that it reaches."""
SHRINKAGE = 10
"""Number of other articles at which relative features count half."""
ALIGNED = 10
"""How many claims at the start of an article are aligned with those of another."""

Matrix = NDArray[np.float64]


def surroundings(profiles: Sequence[Sequence[Profile]]) -> dict[str, Matrix]:
    """Features of every pair of articles, by name.

    Args:
        profiles: for each of n articles, the profiles of its claims, at least one each.

    Returns:
        Symmetric arrays of shape (n, n), float64. Similarities lie in [0, 1] ("aligned" in [-1, 1]); those ending in
        "_among" in [-1, 1]: how far the similarity lies above (below) half of the best that the two articles reach.
    """
    wholes = [merged_profile(rows) for rows in profiles]
    cosine = _cosines([whole.vector for whole in wholes])
    counts, weights, named = _bags(profiles)
    similarities = {
        "near_terms": _near(counts, weights, cosine),
        "near_names": _near(counts, weights * named, cosine),
        "rare_terms": _rare(counts, weights),
        "aligned": _aligned(profiles),
    }
    among = {f"{name}_among": _among(values) for name, values in {"cosine": cosine, **similarities}.items()}
    return {**similarities, **among}


def _cosines(vectors: Sequence[NDArray[np.float32]]) -> Matrix:
    rows = np.stack(vectors).astype(np.float64)
    return np.asarray(rows @ rows.T)


def _bags(profiles: Sequence[Sequence[Profile]]) -> tuple[sparse.csr_matrix, NDArray[np.float64], NDArray[np.float64]]:
    """In how many claims of each article a key stands, shape (n, k); rarity of each key in English, shape (k,);
    and whether it is a name, a place or a number, shape (k,)."""
    places: dict[str, int] = {}
    rarities: list[float] = []
    rows, columns = [], []
    for at, claims in enumerate(profiles):
        for claim in claims:
            for mark, bag in _bags_of(claim):
                for key, weight in bag.items():
                    column = places.setdefault(f"{mark}:{key}", len(places))
                    if column == len(rarities):
                        rarities.append(weight)
                    rarities[column] = max(rarities[column], weight)
                    rows.append(at)
                    columns.append(column)
    counts = sparse.csr_matrix(
        (np.ones(len(rows)), (np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64))),
        shape=(len(profiles), len(places)),
    )
    named = np.array([not key.startswith("term:") for key in places], dtype=np.float64)
    return counts, np.array(rarities), named


def _bags_of(claim: Profile) -> tuple[tuple[str, Mapping[str, float]], ...]:
    return (("term", claim.terms), ("name", claim.names), ("place", claim.places), ("number", claim.numbers))


def _near(counts: sparse.csr_matrix, weights: NDArray[np.float64], cosine: Matrix) -> Matrix:
    """Cosine of log counts, weighted by rarity among the neighbours of either article; the mean of both views."""
    n = counts.shape[0]
    size = min(NEIGHBOURHOOD + 1, n)
    logs, present = counts.log1p(), counts.sign()
    squares = logs.multiply(logs).tocsr()
    similar = np.zeros((n, n))
    nearest = np.argsort(-cosine, axis=1, kind="stable")[:, :size]
    for i in range(n):
        holders = np.asarray(present[nearest[i]].sum(axis=0)).ravel()
        weight = weights * np.log((size + 2) / (holders + 1)) / np.log(size + 2)
        norms = np.sqrt(squares @ (weight**2))
        own = logs[i].multiply(weight**2).T
        similar[i] = np.asarray((logs @ own).todense()).ravel() / np.maximum(norms * norms[i], 1e-9)
    return (similar + similar.T) / 2.0


def _rare(counts: sparse.csr_matrix, weights: NDArray[np.float64]) -> Matrix:
    """Cosine of log counts, weighted by rarity in English and in the comparison."""
    n = counts.shape[0]
    holders = np.asarray(counts.sign().sum(axis=0)).ravel()
    idf = np.log((n + 2) / (holders + 1)) / np.log(n + 2)
    rows = counts.log1p().multiply(weights * idf).tocsr()
    norms = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    products = np.asarray((rows @ rows.T).todense())
    return np.asarray(products / np.maximum(np.outer(norms, norms), 1e-9))


def _aligned(profiles: Sequence[Sequence[Profile]]) -> Matrix:
    """Mean cosine of each early claim with the most similar one of the other article, both ways."""
    rows = [np.stack([claim.vector for claim in claims[:ALIGNED]]).astype(np.float64) for claims in profiles]
    n = len(rows)
    similar = np.eye(n)
    for i in range(n):
        for j in range(i + 1, n):
            cosines = rows[i] @ rows[j].T
            similar[i, j] = similar[j, i] = (cosines.max(axis=0).mean() + cosines.max(axis=1).mean()) / 2.0
    return similar


def _among(similar: Matrix) -> Matrix:
    """A similarity as a share of the best that the two articles reach, less a half, shrunk by how many there are."""
    n = len(similar)
    others = np.clip(similar, 0.0, 1.0)
    np.fill_diagonal(others, 0.0)
    best = np.sort(others, axis=1)[:, -BEST:].mean(axis=1)
    share = others / np.maximum(np.maximum.outer(best, best), 1e-9)
    trust = max(n - 2, 0) / (max(n - 2, 0) + SHRINKAGE)
    return np.asarray(trust * (np.minimum(share, 1.5) - 0.5))
