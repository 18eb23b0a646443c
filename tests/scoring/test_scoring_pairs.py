"""Labels of pairs, and judgements against them."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck import InputError
from claimcheck.records import RELATIONS, Judgement
from claimcheck.scoring.pairs import Label, detect, read_label, score_relations, score_same


def judgement(relation: Any, confidence: float = 0.8) -> Judgement:
    rest = (1 - confidence) / 4
    probabilities: Any = dict.fromkeys(RELATIONS, rest) | {relation: confidence}
    return Judgement(a="x", b="y", relation=relation, probabilities=probabilities, same_fact=0.5)


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ({"relation": "update"}, Label(True, "update")),
        ({"relation": "related"}, Label(False, "related")),
        ({"label": "same"}, Label(True)),
        ({"label": False}, Label(False)),
        ({"relation": None, "label": "different"}, Label(False)),
    ],
)
def test_labels(row: dict[str, Any], label: Label) -> None:
    assert read_label(row) == label


@pytest.mark.parametrize("row", [{}, {"label": "maybe"}, {"label": 2}, {"label": []}, {"relation": "denial"}])
def test_a_wrong_label_is_an_error(row: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="expected"):
        read_label(row)


def test_relations_by_hand() -> None:
    labels = [Label(True, "contradiction"), Label(True, "agreement"), Label(False, "related"), Label(True)]
    judgements = [
        judgement("contradiction"),
        judgement("contradiction", 0.6),
        judgement("related"),
        judgement("update"),
    ]
    scores = score_relations(labels, judgements, precision=1.0)
    assert scores is not None
    assert (scores.n, scores.accuracy) == (3, pytest.approx(2 / 3))
    assert scores.confusion[0] == [0, 1, 0, 0, 0]  # the agreement was judged a contradiction
    assert scores.contradiction.at_threshold.precision == 0.5
    assert scores.contradiction.needed == 0.8
    assert scores.contradiction.at_needed is not None
    assert scores.contradiction.at_needed.recall == 1.0


def test_without_relations_there_are_no_relation_scores() -> None:
    assert score_relations([Label(True)], [judgement("agreement")]) is None


def test_any_of_three_relations_is_the_same_fact() -> None:
    labels = [Label(True), Label(True), Label(False)]
    scores = score_same(labels, [judgement("update"), judgement("agreement"), judgement("unrelated")])
    assert (scores.average_precision, scores.at_threshold.f1) == (1.0, 1.0)


def test_a_precision_that_nothing_reaches() -> None:
    scores = detect([False, True], [0.9, 0.2], precision=0.9)
    assert (scores.needed, scores.at_needed) == (None, None)
    assert scores.to_dict()["at_needed"] is None
