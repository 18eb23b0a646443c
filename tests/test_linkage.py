from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.linkage import average_linkage, components


def distances(*rows: list[float]) -> np.ndarray:
    return np.array(rows, dtype=np.float64)


def test_two_tight_groups_stay_apart() -> None:
    d = distances([0, 0.1, 0.9, 0.9], [0.1, 0, 0.9, 0.9], [0.9, 0.9, 0, 0.1], [0.9, 0.9, 0.1, 0])
    assert average_linkage(d, threshold=0.5).tolist() == [0, 0, 1, 1]


def test_a_chain_does_not_join_its_ends() -> None:
    d = distances([0, 0.3, 1.0], [0.3, 0, 0.35], [1.0, 0.35, 0])
    assert average_linkage(d, threshold=0.5).tolist() == [0, 0, 1]


def test_a_forbidden_pair_is_never_joined_through_a_third() -> None:
    d = distances([0, 0.1, 0.2], [0.1, 0, 0.1], [0.2, 0.1, 0])
    forbidden = np.zeros((3, 3), dtype=bool)
    forbidden[0, 2] = forbidden[2, 0] = True
    labels = average_linkage(d, threshold=0.9, forbidden=forbidden)
    assert labels[0] != labels[2]


def test_pairs_without_weight_do_not_count() -> None:
    d = distances([0, 1.0, 0.1], [1.0, 0, 0.1], [0.1, 0.1, 0])
    weights = np.ones((3, 3))
    weights[0, 1] = weights[1, 0] = 0.0
    assert average_linkage(d, threshold=0.5, weights=weights).tolist() == [0, 0, 0]


def test_nothing_to_cluster() -> None:
    assert average_linkage(np.zeros((0, 0)), threshold=0.5).tolist() == []
    assert average_linkage(np.zeros((1, 1)), threshold=0.5).tolist() == [0]


def test_all_the_same_end_in_one_cluster() -> None:
    assert set(average_linkage(np.zeros((40, 40)), threshold=0.5).tolist()) == {0}


@given(st.integers(0, 12), st.integers(0, 2**32 - 1), st.floats(0.05, 0.95))
def test_matches_scipy_where_nothing_is_forbidden(n: int, seed: int, threshold: float) -> None:
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    rng = np.random.default_rng(seed)
    d = rng.random((n, n))
    d = (d + d.T) / 2
    np.fill_diagonal(d, 0.0)
    ours = average_linkage(d, threshold=threshold)
    if n < 2:
        assert ours.tolist() == [0] * n
        return
    theirs = fcluster(linkage(squareform(d, checks=False), method="average"), t=threshold, criterion="distance")
    same = lambda labels: [[bool(x == y) for y in labels] for x in labels]  # noqa: E731
    assert same(ours) == same(theirs)


def by_full_search(d: np.ndarray, threshold: float, weights: np.ndarray, forbidden: np.ndarray) -> list[frozenset[int]]:
    """The same clustering, the closest pair looked for in the whole matrix at each merge."""
    central = np.argsort(np.sort(d, axis=1).sum(axis=1), kind="stable")
    rows = np.ix_(central, central)
    weight, barred = weights[rows].copy(), forbidden[rows].copy()
    total = d[rows] * weight
    groups = {i: frozenset({int(row)}) for i, row in enumerate(central)}
    np.fill_diagonal(barred, True)
    while groups:
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = np.where(barred | (weight <= 0.0), np.inf, total / weight)
        i, j = divmod(int(np.argmin(mean)), len(d))
        if not mean[i, j] <= threshold:
            break
        for matrix in (total, weight):
            matrix[i] += matrix[j]
            matrix[:, i] = matrix[i]
        barred[i] |= barred[j]
        barred[:, i] = barred[i]
        barred[j] = barred[:, j] = True
        groups[i] |= groups.pop(j)
    return sorted(groups.values(), key=min)


@given(st.integers(1, 14), st.integers(0, 2**32 - 1), st.integers(1, 30), st.sampled_from([0.0, 0.1, 0.5]))
def test_ties_are_broken_as_by_a_search_of_the_whole(n: int, seed: int, values: int, rate: float) -> None:
    rng = np.random.default_rng(seed)

    def symmetric(upper: np.ndarray) -> np.ndarray:
        return np.triu(upper, 1) + np.triu(upper, 1).T

    d = symmetric(rng.integers(0, values, (n, n)) / values)
    weights = symmetric(rng.integers(0 if rate else 1, 3, (n, n)).astype(np.float64))
    forbidden = symmetric(rng.random((n, n)) < rate)
    labels = average_linkage(d, threshold=0.6, weights=weights, forbidden=forbidden)
    found = [frozenset(np.flatnonzero(labels == label).tolist()) for label in range(labels.max() + 1)]
    assert found == by_full_search(d, 0.6, weights, forbidden)


def test_components_are_ascending_and_in_order_of_their_first_node() -> None:
    assert components(6, [(4, 1), (5, 3), (3, 0)]) == [[0, 3, 5], [1, 4], [2]]
    assert components(2, []) == [[0], [1]]
    assert components(0, []) == []


@given(st.integers(1, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14))
def test_components_match_scipy(n: int, pairs: list[tuple[int, int]]) -> None:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    edges = [(i % n, j % n) for i, j in pairs]
    adjacent = np.zeros((n, n))
    for i, j in edges:
        adjacent[i, j] = 1.0
    count, labels = connected_components(coo_array(adjacent), directed=False)
    found = components(n, edges)
    assert len(found) == count
    assert sorted(i for group in found for i in group) == list(range(n))
    assert all(len({labels[i] for i in group}) == 1 for group in found)


@given(st.permutations(range(4)))
def test_the_order_of_rows_does_not_decide_between_equal_distances(order: list[int]) -> None:
    d = distances([0, 0.2, 0.9, 0.9], [0.2, 0, 0.2, 0.9], [0.9, 0.2, 0, 0.4], [0.9, 0.9, 0.4, 0])
    labels = average_linkage(d[np.ix_(order, order)], threshold=0.5)
    together = {frozenset(np.flatnonzero(labels == label)) for label in labels}
    assert {frozenset(order[i] for i in group) for group in together} == {
        frozenset({1, 2}),
        frozenset({0}),
        frozenset({3}),
    }
