"""Average linkage, with weights and forbidden pairs; connected components."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def average_linkage(
    distances: NDArray[np.float64],
    *,
    threshold: float,
    weights: NDArray[np.float64] | None = None,
    forbidden: NDArray[np.bool_] | None = None,
) -> NDArray[np.int64]:
    """Agglomerative clustering (UPGMA; Sokal and Michener 1958), stopped at a mean distance.

    Args:
        distances: symmetric, shape (n, n), float64, >= 0.
        threshold: clusters whose mean distance is above this are not merged.
        weights: symmetric, shape (n, n), float64, >= 0: how much each pair counts in a mean; 1 by default. Clusters
            between which every weight is 0 are not merged.
        forbidden: symmetric, shape (n, n), bool; clusters that hold a forbidden pair are never merged
            (cannot-link constraints), however short the chain between them.

    Returns:
        Labels, shape (n,), int64, numbered from 0 by first appearance. Of pairs that are equally close, those merge
        first that are closest to all the rest, so that the order of the rows decides only between rows that are alike.
    """
    n = len(distances)
    central = np.argsort(np.sort(distances, axis=1).sum(axis=1), kind="stable")
    rows = np.ix_(central, central)
    weight = np.ones((n, n)) if weights is None else weights[rows].astype(np.float64)
    barred = np.zeros((n, n), dtype=bool) if forbidden is None else forbidden[rows]
    total = distances[rows] * weight
    labels = np.arange(n)
    mean = _means(total, weight, barred)
    nearest = _Nearest(mean)
    for _ in range(n - 1):
        i, j = sorted(nearest.closest())
        if not mean[i, j] <= threshold:
            break
        for matrix in (total, weight):
            matrix[i] += matrix[j]
            matrix[:, i] = matrix[i]
        barred[i] |= barred[j]
        barred[:, i] = barred[i]
        barred[j] = barred[:, j] = True
        labels[labels == j] = i
        mean[i] = mean[:, i] = _means(total[i], weight[i], barred[i])
        mean[i, i] = np.inf
        mean[j] = mean[:, j] = np.inf
        nearest.merged(i, j)
    order: dict[int, int] = {}
    given = labels[np.argsort(central)]
    return np.array([order.setdefault(int(label), len(order)) for label in given], dtype=np.int64)


class _Nearest:
    """The nearest other cluster of each, kept while clusters merge, so that a merge looks at few rows (the "generic"
    algorithm; Müllner 2011): one that has lost its nearest is searched again only when it may be the closest of all.
    """

    def __init__(self, mean: NDArray[np.float64]) -> None:
        """
        Args:
            mean: symmetric, shape (n, n), float64; changed by the caller, who then calls `merged`.
        """
        self._mean = mean
        self._at = np.argmin(mean, axis=1) if len(mean) else np.zeros(0, dtype=np.int64)
        self._least = mean.min(axis=1, initial=np.inf)
        """Where a row has lost its nearest, only a bound: none of the row is below it."""
        self._lost = np.zeros(len(mean), dtype=bool)

    def closest(self) -> tuple[int, int]:
        """Row and column of the smallest mean; of equal ones the first, as `argmin` of the whole has it."""
        while self._lost[row := int(np.argmin(self._least))]:
            self._search(row)
        return row, int(self._at[row])

    def merged(self, i: int, j: int) -> None:
        """Row and column i have new means, row and column j none any more; i < j."""
        new = self._mean[i]
        gone = (self._at == i) | (self._at == j)
        nearer = (new < self._least) | ((new == self._least) & ~self._lost & (i < self._at))
        self._lost = (self._lost | (gone & (new > self._least))) & ~nearer
        self._at[nearer] = i
        self._least[nearer] = new[nearer]
        self._search(i)
        self._search(j)

    def _search(self, row: int) -> None:
        self._at[row] = np.argmin(self._mean[row])
        self._least[row] = self._mean[row, self._at[row]]
        self._lost[row] = False


def _means(total: NDArray[np.float64], weight: NDArray[np.float64], barred: NDArray[np.bool_]) -> NDArray[np.float64]:
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(barred | (weight <= 0.0), np.inf, total / weight)
    if mean.ndim == 2:
        np.fill_diagonal(mean, np.inf)
    return mean


def components(n: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected components of the nodes 0 to n - 1, each ascending, in order of their first node."""
    parent = list(range(n))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in edges:
        parent[find(j)] = find(i)
    groups: dict[int, list[int]] = {}
    for i in range(n):
        groups.setdefault(find(i), []).append(i)
    return list(groups.values())
