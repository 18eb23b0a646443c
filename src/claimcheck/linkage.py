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
    for _ in range(n - 1):
        i, j = sorted(divmod(int(np.argmin(mean)), n))
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
    order: dict[int, int] = {}
    given = labels[np.argsort(central)]
    return np.array([order.setdefault(int(label), len(order)) for label in given], dtype=np.int64)


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
