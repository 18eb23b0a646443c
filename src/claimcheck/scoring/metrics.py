"""Scores of predictions against labels, as the field defines them. All lie in [0, 1]."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from typing import TypeVar

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

T = TypeVar("T", bound=Hashable)

CALIBRATION_BINS = 10


@attrs.frozen
class Scores:
    """Precision and recall, each in [0, 1], higher is better, and their harmonic mean.

    Attributes:
        right: how many predictions are right, where predictions are counted; else None.
        found: how many predictions there are.
        labelled: how many there should be.
    """

    precision: float
    recall: float
    right: int | None = None
    found: int | None = None
    labelled: int | None = None

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2.0 * self.precision * self.recall / both if both else 0.0

    @classmethod
    def counted(cls, right: int, found: int, labelled: int) -> Scores:
        """From counts. Nothing predicted is precision 1; nothing to be found is recall 1."""
        return cls(right / found if found else 1.0, right / labelled if labelled else 1.0, right, found, labelled)

    def to_dict(self) -> dict[str, float | int]:
        """Precision, recall and F1, rounded to four digits, and the counts where there are any."""
        row: dict[str, float | int] = {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
        }
        for name in ("right", "found", "labelled"):
            count = getattr(self, name)
            if count is not None:
                row[name] = count
        return row


def b_cubed(gold: Mapping[T, Set[T]], predicted: Mapping[T, Set[T]]) -> Scores:
    """B-cubed (Bagga and Baldwin 1998) over neighbourhoods.

    Precision is the mean over elements of the share of an element's predicted neighbours that are its neighbours in
    the gold; recall the other way round. For partitions this is the usual B-cubed; where clusters overlap, two
    elements are neighbours if they share at least one cluster.

    Args:
        gold, predicted: each element to its neighbours, itself included. Both have the same elements.
    """
    if not gold:
        return Scores(1.0, 1.0)
    elements = sorted(gold, key=str)
    shared = {element: len(gold[element] & predicted[element]) for element in elements}
    return Scores(
        sum(shared[element] / len(predicted[element]) for element in elements) / len(elements),
        sum(shared[element] / len(gold[element]) for element in elements) / len(elements),
    )


def neighbours(clusters: Iterable[Iterable[T]], elements: Iterable[T]) -> dict[T, set[T]]:
    """Each element to itself and to all that share a cluster with it. Members that are no element are left out."""
    near: dict[T, set[T]] = {element: {element} for element in elements}
    for cluster in clusters:
        members = {member for member in cluster if member in near}
        for member in members:
            near[member] |= members
    return near


def by_label(labels: Mapping[T, Hashable]) -> list[set[T]]:
    """The clusters that labels stand for, in order of first appearance."""
    clusters: dict[Hashable, set[T]] = {}
    for element, label in labels.items():
        clusters.setdefault(label, set()).add(element)
    return list(clusters.values())


def average_precision(labels: Sequence[bool], probabilities: ArrayLike) -> float:
    """Area under the precision-recall curve, as scikit-learn computes it; 0 where nothing is positive."""
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(labels, np.asarray(probabilities))) if any(labels) else 0.0


def at_threshold(labels: Sequence[bool], probabilities: ArrayLike, threshold: float) -> Scores:
    """Precision and recall where everything at or above the threshold is taken for positive."""
    truth, taken = np.asarray(labels, dtype=bool), np.asarray(probabilities) >= threshold
    return Scores.counted(int((truth & taken).sum()), int(taken.sum()), int(truth.sum()))


def expected_calibration_error(
    labels: Sequence[bool], probabilities: ArrayLike, *, bins: int = CALIBRATION_BINS
) -> float:
    """Mean distance of predicted probability and observed frequency over bins of equal mass; lower is better.

    As in Nixon et al. (2019), with as many pairs in each bin, weighted by bin size.
    """
    rows = reliability(labels, probabilities, bins=bins)
    total = sum(n for _, _, n in rows)
    return sum(n * abs(predicted - observed) for predicted, observed, n in rows) / total if total else 0.0


def reliability(
    labels: Sequence[bool], probabilities: ArrayLike, *, bins: int = CALIBRATION_BINS
) -> list[tuple[float, float, int]]:
    """Mean probability, observed frequency and size of each bin of equal mass, lowest probabilities first."""
    p, truth = np.asarray(probabilities, dtype=np.float64), np.asarray(labels, dtype=np.float64)
    order = np.argsort(p, kind="stable")
    return [(float(p[b].mean()), float(truth[b].mean()), len(b)) for b in np.array_split(order, bins) if len(b)]


def threshold_for_precision(labels: Sequence[bool], probabilities: ArrayLike, precision: float) -> float | None:
    """The lowest threshold at which precision is at least `precision`; None where no threshold reaches it.

    Pairs of equal probability are taken together: a threshold cannot tell them apart.
    """
    thresholds, precisions, _ = _along(labels, probabilities)
    reached = np.flatnonzero(precisions >= precision)
    return float(thresholds[reached[-1]]) if len(reached) else None


def precision_at_recall(labels: Sequence[bool], probabilities: ArrayLike, recall: float) -> float:
    """The highest precision of any threshold at which recall is at least `recall`; 0 where nothing is positive."""
    _, precisions, recalls = _along(labels, probabilities)
    enough = precisions[recalls >= recall]
    return float(enough.max()) if any(labels) and len(enough) else 0.0


def _along(labels: Sequence[bool], probabilities: ArrayLike) -> tuple[NDArray[np.float64], ...]:
    """The distinct probabilities, highest first, with precision and recall where everything from there up is taken."""
    p, truth = np.asarray(probabilities, dtype=np.float64), np.asarray(labels, dtype=bool)
    order = np.argsort(-p, kind="stable")
    p, right = p[order], np.cumsum(truth[order])
    last = np.flatnonzero(np.append(p[1:] != p[:-1], True)) if len(p) else np.zeros(0, dtype=np.int64)
    return p[last], right[last] / (last + 1), right[last] / max(1, int(truth.sum()))


def confusion(gold: Sequence[str], predicted: Sequence[str], names: Sequence[str]) -> list[list[int]]:
    """Counts: a row for each gold label, a column for each prediction, both in the order of `names`."""
    table = [[0] * len(names) for _ in names]
    for want, got in zip(gold, predicted, strict=True):
        table[names.index(want)][names.index(got)] += 1
    return table


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Mean F1 over the labels that occur in the gold."""
    names = sorted(set(gold))
    if not names:
        return 0.0
    pairs = list(zip(gold, predicted, strict=True))
    return sum(
        Scores.counted(sum(w == g == name for w, g in pairs), predicted.count(name), gold.count(name)).f1
        if name in predicted
        else 0.0
        for name in names
    ) / len(names)
