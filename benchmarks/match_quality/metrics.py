"""Scores of event coreference, for clusters that may overlap.

A sentence tells of several events, so it stands in several gold clusters. MUC, B-cubed and CEAF-e are computed over
sets of sentences in a form that is the usual one where clusters are disjoint: MUC counts the links that are missing to
hold each gold cluster together, B-cubed compares neighbourhoods, and CEAF-e aligns clusters one to one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence, Set
from typing import TypeVar

import attrs
import numpy as np
from scipy.optimize import linear_sum_assignment

from claimcheck.scoring.metrics import Scores, b_cubed, neighbours

T = TypeVar("T", bound=Hashable)


@attrs.frozen
class Coreference:
    """MUC, B-cubed and CEAF-e of one clustering."""

    muc: Scores
    b_cubed: Scores
    ceaf_e: Scores

    @property
    def conll_f1(self) -> float:
        """Mean F1 of the three (Pradhan et al. 2012), in [0, 1]."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3.0

    def to_dict(self) -> dict[str, object]:
        return {
            "conll_f1": round(self.conll_f1, 4),
            "muc": self.muc.to_dict(),
            "b_cubed": self.b_cubed.to_dict(),
            "ceaf_e": self.ceaf_e.to_dict(),
        }


def coreference(
    gold: Iterable[Set[T]], predicted: Iterable[Set[T]], elements: Iterable[T], *, singletons: bool
) -> Coreference:
    """Scores of predicted clusters.

    Args:
        gold, predicted: clusters; equal ones count once. Members that are no element are left out.
        elements: everything that could be in a cluster.
        singletons: whether clusters of one count: an element in no cluster is then one of its own, on both sides.
            Without them, B-cubed is over the elements that are in a larger cluster on either side.
    """
    everything = set(elements)
    want, got = (_distinct(clusters, everything, singletons=singletons) for clusters in (gold, predicted))
    scored = everything if singletons else set[T]().union(*want, *got)
    return Coreference(muc(want, got), b_cubed(neighbours(want, scored), neighbours(got, scored)), ceaf_e(want, got))


def muc(gold: Sequence[Set[T]], predicted: Sequence[Set[T]]) -> Scores:
    """MUC (Vilain et al. 1995). Clusters of one have no link and do not count."""
    return Scores(_links(predicted, gold), _links(gold, predicted))


def ceaf_e(gold: Sequence[Set[T]], predicted: Sequence[Set[T]]) -> Scores:
    """Entity-based CEAF (Luo 2005) with φ4, the share of common elements: the best one-to-one alignment."""
    if not gold or not predicted:
        return Scores(float(not predicted), float(not gold))
    similarity = np.zeros((len(gold), len(predicted)))
    holders: dict[T, list[int]] = {}
    for at, cluster in enumerate(predicted):
        for element in cluster:
            holders.setdefault(element, []).append(at)
    for i, cluster in enumerate(gold):
        for j in {j for element in cluster for j in holders.get(element, [])}:
            similarity[i, j] = 2.0 * len(cluster & predicted[j]) / (len(cluster) + len(predicted[j]))
    total = float(similarity[linear_sum_assignment(similarity, maximize=True)].sum())
    return Scores(total / len(predicted), total / len(gold))


def _links(clusters: Sequence[Set[T]], others: Sequence[Set[T]]) -> float:
    """Share of the links that hold `clusters` together which `others` have too; 1 where there is no link."""
    needed = sum(len(cluster) - 1 for cluster in clusters)
    holders: dict[T, list[int]] = {}
    for at, other in enumerate(others):
        for element in other:
            holders.setdefault(element, []).append(at)
    missing = sum(_parts(cluster, holders) - 1 for cluster in clusters)
    return (needed - missing) / needed if needed else 1.0


def _parts(cluster: Set[T], holders: dict[T, list[int]]) -> int:
    """Into how many parts the other side cuts a cluster, where parts that share a cluster are one."""
    groups: list[set[int]] = []
    alone = 0
    for element in cluster:
        held = set(holders.get(element, ()))
        if not held:
            alone += 1
            continue
        touching = [group for group in groups if group & held]
        groups = [group for group in groups if not group & held]
        groups.append(held.union(*touching))
    return alone + len(groups)


def _distinct(clusters: Iterable[Set[T]], elements: Set[T], *, singletons: bool) -> list[frozenset[T]]:
    least = 1 if singletons else 2
    sets = {frozenset(cluster & elements) for cluster in clusters}
    kept = {cluster for cluster in sets if len(cluster) >= least}
    if singletons:
        kept |= {frozenset({element}) for element in elements - set[T]().union(*kept)}
    return sorted(kept, key=lambda cluster: sorted(map(str, cluster)))
