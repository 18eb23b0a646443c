"""Judgements of labelled pairs against their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimcheck.errors import InputError
from claimcheck.judging.combine import DECISIVE
from claimcheck.records import RELATIONS, SAME_FACT, Judgement, Relation
from claimcheck.scoring.metrics import (
    Scores,
    at_threshold,
    average_precision,
    confusion,
    expected_calibration_error,
    macro_f1,
    threshold_for_precision,
)

SAME_WORDS: Mapping[object, bool] = {"same": True, "different": False, True: True, False: False}


@attrs.frozen
class Label:
    """What is known of a pair: its relation, or only whether both make the same point."""

    same: bool
    relation: Relation | None = None


@attrs.frozen(kw_only=True)
class Detection:
    """How well one yes-or-no question is answered.

    Attributes:
        n, positive: pairs, and how many of them are positive.
        average_precision: in [0, 1], higher is better.
        threshold: the probability from which a pair is taken for positive.
        at_threshold: precision and recall there.
        calibration_error: expected calibration error over ten bins of equal mass, in [0, 1], lower is better.
        wanted: the precision that was asked for.
        needed: the lowest threshold that reaches it on these pairs, or None if none does.
        at_needed: precision and recall there.
    """

    n: int
    positive: int
    average_precision: float
    threshold: float
    at_threshold: Scores
    calibration_error: float
    wanted: float
    needed: float | None
    at_needed: Scores | None

    def to_dict(self) -> dict[str, Any]:
        return {
            "n": self.n,
            "positive": self.positive,
            "average_precision": round(self.average_precision, 4),
            "threshold": self.threshold,
            "at_threshold": self.at_threshold.to_dict(),
            "calibration_error": round(self.calibration_error, 4),
            "wanted_precision": self.wanted,
            "needed_threshold": self.needed,
            "at_needed": self.at_needed.to_dict() if self.at_needed else None,
        }


@attrs.frozen(kw_only=True)
class RelationScores:
    """How well the five relations are told apart; the confusion's rows are labels, in the order of RELATIONS."""

    n: int
    accuracy: float
    macro_f1: float
    confusion: list[list[int]]
    contradiction: Detection

    def to_dict(self) -> dict[str, Any]:
        return {
            "n": self.n,
            "accuracy": round(self.accuracy, 4),
            "macro_f1": round(self.macro_f1, 4),
            "relations": list(RELATIONS),
            "confusion": self.confusion,
            "contradiction": self.contradiction.to_dict(),
        }


def read_label(row: Mapping[str, Any]) -> Label:
    """The label of a pair: "relation", one of the five, or "label": "same" or "different" (true or false).

    Raises:
        InputError: it has neither, or another value.
    """
    relation = row.get("relation")
    if relation is not None:
        if relation not in RELATIONS:
            raise InputError(f'"relation" is {relation!r}; expected one of {", ".join(RELATIONS)}')
        return Label(relation in SAME_FACT, relation)
    label = row.get("label")
    if label is None:
        raise InputError(
            f'there is no label; expected "relation": one of {", ".join(RELATIONS)} (or "label": "same" or "different")'
        )
    if not isinstance(label, str | bool) or label not in SAME_WORDS:
        raise InputError(
            f'"label" is {label!r}; expected "same" or "different" there, or one of the five relations under "relation"'
        )
    return Label(SAME_WORDS[label])


def same_point(judgements: Sequence[Judgement]) -> NDArray[np.float64]:
    """P(agreement) + P(contradiction) + P(update) of each, shape (n,), float64, in [0, 1]."""
    return np.array([sum(j.probabilities[relation] for relation in sorted(SAME_FACT)) for j in judgements])


def probability(judgements: Sequence[Judgement], relation: Relation) -> NDArray[np.float64]:
    """Probability of `relation` for each, shape (n,), float64, in [0, 1]."""
    return np.array([j.probabilities[relation] for j in judgements], dtype=np.float64)


def detect(
    labels: Sequence[bool], probabilities: ArrayLike, *, threshold: float = DECISIVE, precision: float = 0.95
) -> Detection:
    """Scores of a yes-or-no question, and the threshold at which the answer yes has the precision asked for."""
    needed = threshold_for_precision(labels, probabilities, precision)
    return Detection(
        n=len(labels),
        positive=sum(map(bool, labels)),
        average_precision=average_precision(labels, probabilities),
        threshold=threshold,
        at_threshold=at_threshold(labels, probabilities, threshold),
        calibration_error=expected_calibration_error(labels, probabilities),
        wanted=precision,
        needed=needed,
        at_needed=None if needed is None else at_threshold(labels, probabilities, needed),
    )


def score_same(labels: Sequence[Label], judgements: Sequence[Judgement], *, precision: float = 0.95) -> Detection:
    """Whether both make the same point: agreement, contradiction and update are yes."""
    return detect([label.same for label in labels], same_point(judgements), precision=precision)


def score_relations(
    labels: Sequence[Label], judgements: Sequence[Judgement], *, precision: float = 0.95
) -> RelationScores | None:
    """Over the pairs whose relation is labelled; None if there are none."""
    rows = [(label.relation, j) for label, j in zip(labels, judgements, strict=True) if label.relation is not None]
    if not rows:
        return None
    gold: list[str] = [relation for relation, _ in rows]
    found: list[str] = [j.relation for _, j in rows]
    contradicts = [relation == "contradiction" for relation in gold]
    probabilities = probability([j for _, j in rows], "contradiction")
    said = [relation == "contradiction" for relation in found]  # each judge has thresholds of its own
    return RelationScores(
        n=len(rows),
        accuracy=sum(map(str.__eq__, gold, found)) / len(rows),
        macro_f1=macro_f1(gold, found),
        confusion=confusion(gold, found, RELATIONS),
        contradiction=attrs.evolve(
            detect(contradicts, probabilities, precision=precision),
            threshold=min(
                (float(p) for p, is_said in zip(probabilities, said, strict=True) if is_said), default=DECISIVE
            ),
            at_threshold=at_threshold(contradicts, said, DECISIVE),
        ),
    )
