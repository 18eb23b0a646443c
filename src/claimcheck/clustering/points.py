"""Judgements to points: average linkage over the probability of the same point, with cannot-link pairs.

A point is one thing said of an event: its toll, its length, what was agreed. Claims whose events are plainly different
(another time, other people, another means) are never put into one point, even where a chain of similar sentences would
join them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.linkage import average_linkage, components
from claimcheck.records import SAME_FACT, Claim, Judgement
from claimcheck.stories.resolution import BETWEEN_ARTICLES, is_other_event, same_cast

POINT_THRESHOLD = 0.5
"""Mean probability of the same point at which two groups of claims are one."""
LINK = 0.3
"""Pairs below this probability do not connect claims at all."""

Probabilities = Mapping[tuple[int, int], float]


def point_probabilities(claims: Sequence[Claim], judgements: Sequence[Judgement]) -> dict[tuple[int, int], float]:
    """Pairs of places in `claims`, the smaller first, to the probability in [0, 1] that both make one point.

    They do if they say the same of it, agreeing or not; and if both are about the one event of the same people, such as
    a call between the same two, whatever they tell of it.
    """
    place = {claim.id: at for at, claim in enumerate(claims)}
    probability = {}
    for judgement in judgements:
        i, j = sorted((place[judgement.a], place[judgement.b]))
        same_point = sum(judgement.probabilities[relation] for relation in sorted(SAME_FACT))
        probability[i, j] = max(same_point, judgement.same_fact if same_cast(claims[i], claims[j]) else 0.0)
    return probability


def cluster_points(claims: Sequence[Claim], probability: Probabilities) -> list[list[int]]:
    """Groups of at least two claims, as places in `claims`, ascending; in order of their first claim."""
    linked = [pair for pair, p in probability.items() if p >= LINK]
    groups = [
        group
        for component in components(len(claims), linked)
        if len(component) > 1
        for group in _clusters(component, claims, probability)
        if len(group) > 1
    ]
    return sorted(groups)


def _clusters(component: Sequence[int], claims: Sequence[Claim], probability: Probabilities) -> list[list[int]]:
    n = len(component)
    distances: NDArray[np.float64] = np.ones((n, n))
    weights: NDArray[np.float64] = np.zeros((n, n))
    forbidden: NDArray[np.bool_] = np.zeros((n, n), dtype=bool)
    for x in range(n):
        for y in range(x + 1, n):
            first, second = claims[component[x]], claims[component[y]]
            distances[x, y] = distances[y, x] = 1.0 - probability.get((component[x], component[y]), 0.0)
            weights[x, y] = weights[y, x] = float(first.article != second.article)
            forbidden[x, y] = forbidden[y, x] = apart(first, second)
    labels = average_linkage(distances, threshold=1.0 - POINT_THRESHOLD, weights=weights, forbidden=forbidden)
    groups: dict[int, list[int]] = {}
    for i, label in zip(component, labels, strict=True):
        groups.setdefault(int(label), []).append(i)
    return list(groups.values())


def apart(a: Claim, b: Claim) -> bool:
    """Whether two claims are plainly about different events."""
    if a.event is None or b.event is None:
        return False
    return is_other_event(a.event, b.event, slack_days=0 if a.article == b.article else BETWEEN_ARTICLES)
