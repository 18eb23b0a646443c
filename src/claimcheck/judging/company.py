"""What the claims beside two claims say about them.

A sentence that an article itself confirms elsewhere is hardly disputed by a third sentence of that article, and who
agrees with one side of a dispute is in dispute with the other. Pairs judged one by one do not know this; here the
probabilities of all pairs become features of each (collective classification, Sen et al. 2008,
https://doi.org/10.1609/aimag.v29i3.2157, in one round).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.records import RELATIONS, SAME_FACT, Claim

LEAST_PROBABILITY = 0.01
"""Probabilities are at least this before their logarithm is taken."""
_AGREEMENT, _CONTRADICTION = RELATIONS.index("agreement"), RELATIONS.index("contradiction")


Row = NDArray[np.float64]
"""Probabilities of the five relations of one pair, shape (5,), in the order of RELATIONS."""


def company_features(
    pairs: Sequence[tuple[Claim, Claim]], probabilities: NDArray[np.float64], places: Iterable[int]
) -> list[dict[str, float]]:
    """Features of some pairs of claims inside articles, by the probabilities of all.

    Args:
        pairs: n candidate pairs of a comparison.
        probabilities: of the five relations, each pair by itself, shape (n, 5), in the order of RELATIONS.
        places: the pairs whose features are wanted.

    Returns:
        For each place a dict with the same names: probabilities and products of two, as they are and as logarithms.
        They do not depend on which claim comes first.
    """
    company = _Company(pairs, probabilities)
    return [company.features(*pairs[at]) for at in places]


class _Company:
    """Which claims are candidates with which, and how these pairs were judged."""

    def __init__(self, pairs: Sequence[tuple[Claim, Claim]], probabilities: NDArray[np.float64]) -> None:
        self._partners: dict[str, dict[str, Row]] = {}
        self._article: dict[str, str] = {}
        for (a, b), row in zip(pairs, probabilities, strict=True):
            for one, other in ((a, b), (b, a)):
                self._partners.setdefault(one.id, {})[other.id] = row
                self._article[one.id] = one.article

    def features(self, a: Claim, b: Claim) -> dict[str, float]:
        sides = self._elsewhere(a, b), self._elsewhere(b, a)
        others = self._in_other_articles(a, b), self._in_other_articles(b, a)
        through = self._through_others(a, b)
        features: dict[str, float] = {}
        for at, relation in enumerate(RELATIONS):
            if relation in SAME_FACT:
                weaker, stronger = sorted(_largest(row[at] for row in side) for side in sides)
                features[f"told elsewhere: {relation}"] = stronger
                features[f"both told elsewhere: {relation}"] = weaker
                features[f"through another: {relation}"] = _largest(
                    max(x[_AGREEMENT] * y[at], x[at] * y[_AGREEMENT]) for x, y in through
                )
        features["through another: both disputed"] = _largest(x[_CONTRADICTION] * y[_CONTRADICTION] for x, y in through)
        weaker, stronger = sorted(_largest(row[_AGREEMENT] for row in side) for side in others)
        features |= {"confirmed by others": stronger, "both confirmed by others": weaker}
        return features | {f"log {name}": math.log(max(value, LEAST_PROBABILITY)) for name, value in features.items()}

    def _elsewhere(self, claim: Claim, other: Claim) -> list[Row]:
        """How a claim was judged with the other claims of another claim's article."""
        partners = self._partners[claim.id].items()
        return [row for id_, row in partners if id_ != other.id and self._article[id_] == other.article]

    def _in_other_articles(self, claim: Claim, other: Claim) -> list[Row]:
        """How a claim was judged with the claims of other articles than another claim's."""
        return [row for id_, row in self._partners[claim.id].items() if self._article[id_] != other.article]

    def _through_others(self, a: Claim, b: Claim) -> list[tuple[Row, Row]]:
        """How both claims were judged with each claim of a third article."""
        of_a, of_b = self._partners[a.id], self._partners[b.id]
        own = {a.article, b.article}
        return [(row, of_b[id_]) for id_, row in of_a.items() if id_ in of_b and self._article[id_] not in own]


def _largest(values: Iterable[float]) -> float:
    return float(max(values, default=0.0))
