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
from claimcheck.stories.resolution import BETWEEN_ARTICLES, is_other_event, other_events, same_cast

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
    joined = [component for component in components(len(claims), linked) if len(component) > 1]
    number = {i: at for at, component in enumerate(joined) for i in component}
    inside: list[dict[tuple[int, int], float]] = [{} for _ in joined]
    for (i, j), p in probability.items():
        if i in number and number[i] == number.get(j):
            inside[number[i]][i, j] = p
    groups = [
        group for component, own in zip(joined, inside, strict=True) for group in _clusters(component, claims, own)
    ]
    return sorted(group for group in groups if len(group) > 1)


def _clusters(component: Sequence[int], claims: Sequence[Claim], probability: Probabilities) -> list[list[int]]:
    place = {i: x for x, i in enumerate(component)}
    distances: NDArray[np.float64] = np.ones((len(component), len(component)))
    for (i, j), p in probability.items():
        distances[place[i], place[j]] = distances[place[j], place[i]] = 1.0 - p
    own = [claims[i] for i in component]
    forbidden = np.triu(apart_pairs(own), 1)
    labels = average_linkage(
        distances,
        threshold=1.0 - POINT_THRESHOLD,
        weights=(~_one_article(own)).astype(np.float64),
        forbidden=forbidden | forbidden.T,
    )
    groups: dict[int, list[int]] = {}
    for i, label in zip(component, labels, strict=True):
        groups.setdefault(int(label), []).append(i)
    return list(groups.values())


def apart(a: Claim, b: Claim) -> bool:
    """Whether two claims are plainly about different events."""
    if a.event is None or b.event is None:
        return False
    return is_other_event(a.event, b.event, slack_days=0 if a.article == b.article else BETWEEN_ARTICLES)


def apart_pairs(claims: Sequence[Claim]) -> NDArray[np.bool_]:
    """`apart` of every two of n claims, that of the row first, shape (n, n), bool."""
    found = np.zeros((len(claims), len(claims)), dtype=bool)
    told = [(at, claim.event) for at, claim in enumerate(claims) if claim.event is not None]
    places = [at for at, _ in told]
    slack = np.where(_one_article([claims[at] for at in places]), 0, BETWEEN_ARTICLES)
    found[np.ix_(places, places)] = other_events([event for _, event in told], slack)
    return found


def _one_article(claims: Sequence[Claim]) -> NDArray[np.bool_]:
    """Whether two claims stand in one article, shape (n, n), bool."""
    articles = np.array([claim.article for claim in claims])
    return np.asarray(articles[:, None] == articles[None, :])
