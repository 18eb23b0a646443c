"""Scores against values worked out by hand, and against scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, f1_score

from claimcheck.scoring.metrics import (
    Scores,
    at_threshold,
    average_precision,
    b_cubed,
    by_label,
    confusion,
    expected_calibration_error,
    macro_f1,
    neighbours,
    precision_at_recall,
    threshold_for_precision,
)

LABELS = [True, False, True, True, False]
PROBABILITIES = [0.9, 0.8, 0.7, 0.4, 0.1]

labelled = st.lists(st.tuples(st.booleans(), st.sampled_from([0.1, 0.25, 0.5, 0.75, 0.9])), min_size=1, max_size=30)


def b_cubed_of(gold: list[str], predicted: list[str]) -> Scores:
    """Strings such as "abc" are clusters of letters."""
    letters = sorted({letter for cluster in [*gold, *predicted] for letter in cluster})
    return b_cubed(neighbours(gold, letters), neighbours(predicted, letters))


def test_b_cubed_by_hand() -> None:
    # a, b and c are in pure clusters, d and e in one that is half wrong; of abc, a and b find two thirds, c one third.
    scores = b_cubed_of(["abc", "d", "e"], ["ab", "c", "de"])
    assert scores.precision == pytest.approx((1 + 1 + 1 + 1 / 2 + 1 / 2) / 5)
    assert scores.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_b_cubed_where_clusters_overlap() -> None:
    # b is with a and with c in the gold; the prediction joins only a and b.
    scores = b_cubed_of(["ab", "bc"], ["ab"])
    assert scores.precision == pytest.approx(1.0)
    assert scores.recall == pytest.approx((1 + 2 / 3 + 1 / 2) / 3)


def test_b_cubed_of_nothing_is_perfect() -> None:
    assert b_cubed({}, {}).f1 == 1.0


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_b_cubed_of_the_gold_itself_is_one(labels: list[int]) -> None:
    near = neighbours(by_label(dict(enumerate(labels))), range(len(labels)))
    assert b_cubed(near, near) == Scores(1.0, 1.0)


def test_f1_of_no_right_answer_is_zero() -> None:
    assert Scores.counted(0, 3, 4).f1 == 0.0
    assert Scores.counted(0, 0, 4).precision == 1.0


def test_at_threshold_takes_the_threshold_itself() -> None:
    scores = at_threshold(LABELS, PROBABILITIES, 0.7)
    assert (scores.right, scores.found, scores.labelled) == (2, 3, 3)


@given(labelled)
def test_average_precision_is_that_of_scikit_learn(rows: list[tuple[bool, float]]) -> None:
    labels, probabilities = [row[0] for row in rows], [row[1] for row in rows]
    expected = average_precision_score(labels, probabilities) if any(labels) else 0.0
    assert average_precision(labels, probabilities) == pytest.approx(expected)


def test_calibration_error_by_hand() -> None:
    # Two bins of two: mean 0.2 against frequency 0; mean 0.8 against frequency 1/2.
    error = expected_calibration_error([False, False, True, False], [0.1, 0.3, 0.7, 0.9], bins=2)
    assert error == pytest.approx((0.2 + 0.3) / 2)


def test_calibration_error_of_frequencies_is_zero() -> None:
    assert expected_calibration_error([True, False] * 10, [0.5] * 20, bins=1) == pytest.approx(0.0)


def test_threshold_for_precision_by_hand() -> None:
    assert threshold_for_precision(LABELS, PROBABILITIES, 1.0) == 0.9
    assert threshold_for_precision(LABELS, PROBABILITIES, 0.75) == 0.4  # three of four, although two of three is less
    assert threshold_for_precision([False], [0.9], 0.5) is None
    assert threshold_for_precision([], [], 0.5) is None


@given(labelled, st.sampled_from([0.5, 0.8, 1.0]))
def test_the_threshold_reaches_the_precision(rows: list[tuple[bool, float]], wanted: float) -> None:
    labels, probabilities = [row[0] for row in rows], [row[1] for row in rows]
    threshold = threshold_for_precision(labels, probabilities, wanted)
    if threshold is None:
        assert all(at_threshold(labels, probabilities, p).precision < wanted for p in probabilities)
    else:
        assert at_threshold(labels, probabilities, threshold).precision >= wanted


def test_precision_at_recall_by_hand() -> None:
    assert precision_at_recall(LABELS, PROBABILITIES, 0.3) == 1.0
    assert precision_at_recall(LABELS, PROBABILITIES, 0.5) == 0.75
    assert precision_at_recall([False], [0.5], 0.5) == 0.0


def test_confusion_and_macro_f1() -> None:
    gold, found = ["a", "a", "b", "c"], ["a", "b", "b", "a"]
    assert confusion(gold, found, ["a", "b", "c"]) == [[1, 1, 0], [0, 1, 0], [1, 0, 0]]
    assert macro_f1(gold, found) == pytest.approx(f1_score(gold, found, average="macro", zero_division=0))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=20))
def test_macro_f1_is_the_mean_over_labels_that_occur(rows: list[tuple[str, str]]) -> None:
    gold, found = [row[0] for row in rows], [row[1] for row in rows]
    names = sorted(set(gold))
    expected = np.mean(f1_score(gold, found, labels=names, average=None, zero_division=0))
    assert macro_f1(gold, found) == pytest.approx(expected)
