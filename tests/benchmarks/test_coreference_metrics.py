"""MUC, B-cubed, CEAF-e and CoNLL F1 against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.match_quality.metrics import ceaf_e, coreference, muc
from claimcheck.scoring.metrics import Scores


def clusters(*names: str) -> list[frozenset[str]]:
    """Strings such as "abc" are clusters of letters."""
    return [frozenset(name) for name in names]


# The example of Vilain et al. (1995) and Bagga and Baldwin (1998): gold 1-5, 6-7, 8-12.
GOLD = clusters("abcde", "fg", "hijkl")
ONE_WRONG_LINK_SMALL = clusters("abcde", "fghijkl")
ONE_WRONG_LINK_LARGE = clusters("abcdehijkl", "fg")
LETTERS = "abcdefghijkl"


@pytest.mark.parametrize("predicted", [ONE_WRONG_LINK_SMALL, ONE_WRONG_LINK_LARGE])
def test_muc_of_one_wrong_link(predicted: list[frozenset[str]]) -> None:
    scores = muc(GOLD, predicted)
    assert (scores.precision, scores.recall) == (pytest.approx(9 / 10), 1.0)


def test_b_cubed_tells_a_small_wrong_merge_from_a_large_one() -> None:
    small = coreference(GOLD, ONE_WRONG_LINK_SMALL, LETTERS, singletons=True).b_cubed
    large = coreference(GOLD, ONE_WRONG_LINK_LARGE, LETTERS, singletons=True).b_cubed
    assert small.precision == pytest.approx((5 * 1 + 2 * (2 / 7) + 5 * (5 / 7)) / 12)
    assert large.precision == pytest.approx((10 * (5 / 10) + 2 * 1) / 12)
    assert small.recall == large.recall == 1.0


def test_ceaf_e_by_hand() -> None:
    # abcde with itself: 1. fghijkl with hijkl: 2 · 5 / 12; fg is left without a partner.
    scores = ceaf_e(GOLD, ONE_WRONG_LINK_SMALL)
    total = 1 + 10 / 12
    assert scores.precision == pytest.approx(total / 2)
    assert scores.recall == pytest.approx(total / 3)


def test_conll_f1_is_the_mean_of_three() -> None:
    scores = coreference(GOLD, ONE_WRONG_LINK_SMALL, LETTERS, singletons=True)
    assert scores.conll_f1 == pytest.approx((scores.muc.f1 + scores.b_cubed.f1 + scores.ceaf_e.f1) / 3)


def test_muc_joins_parts_that_share_a_cluster() -> None:
    # In the prediction, ab and bc overlap in b: together they hold abc together, and d is missing.
    assert muc(clusters("abcd"), clusters("ab", "bc")).recall == pytest.approx(2 / 3)


def test_an_element_in_no_cluster_is_one_of_its_own() -> None:
    with_them = coreference(clusters("ab"), clusters("ab"), "abc", singletons=True)
    assert with_them.ceaf_e == Scores(1.0, 1.0)
    lost = coreference(clusters("ab", "c"), clusters("ab", "cd"), "abcd", singletons=True)
    # ab: 1; c with cd: 2 / 3; d of the gold has no partner.
    assert lost.ceaf_e.precision == pytest.approx((1 + 2 / 3) / 2)
    assert lost.ceaf_e.recall == pytest.approx((1 + 2 / 3) / 3)


def test_without_singletons_they_are_left_out() -> None:
    scores = coreference(clusters("ab", "c"), clusters("ab", "c"), "abcde", singletons=False)
    assert scores.conll_f1 == 1.0
    scores = coreference(clusters("ab", "c"), clusters("ab", "cd"), "abcde", singletons=False)
    assert scores.b_cubed.precision == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_equal_clusters_count_once_and_strangers_not_at_all() -> None:
    scores = coreference(clusters("ab", "ab"), clusters("abz"), "ab", singletons=True)
    assert scores.conll_f1 == 1.0


partitions = st.lists(st.integers(0, 3), min_size=2, max_size=10)


@given(partitions, st.randoms(use_true_random=False))
def test_the_gold_itself_scores_one_and_nothing_scores_more(labels: list[int], random: object) -> None:
    other = list(labels)
    random.shuffle(other)  # type: ignore[attr-defined]
    sets = [
        [frozenset(i for i, label in enumerate(row) if label == name) for name in sorted(set(row))]
        for row in (labels, other)
    ]
    for singletons in (True, False):
        same = coreference(sets[0], sets[0], range(len(labels)), singletons=singletons)
        assert same.conll_f1 == pytest.approx(1.0)
        scores = coreference(*sets, range(len(labels)), singletons=singletons)
        assert 0.0 <= scores.conll_f1 <= 1.0 + 1e-12
