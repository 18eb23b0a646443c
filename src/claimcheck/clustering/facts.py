"""Judgements to facts: average linkage over the probability of the same fact, with cannot-link pairs.

Claims whose events are plainly different (another time, other people, another means) are never put into one fact,
even where a chain of similar sentences would join them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.linkage import average_linkage
from claimcheck.records import SAME_FACT, Article, Claim, Fact, Judgement, Status
from claimcheck.stories.names import any_same_person
from claimcheck.stories.resolution import BETWEEN_ARTICLES, is_other_event

FACT_THRESHOLD = 0.5
"""Mean probability of the same fact at which two groups of claims are one fact."""
LINK = 0.3
"""Pairs below this probability do not connect claims at all."""
CAST = 2
"""How many shared participants make two events of one kind the same event."""
STATUS_ORDER: dict[Status, int] = {"disputed": 0, "updated": 1, "corroborated": 2}
JUDGEMENT_ORDER = {"contradiction": 0, "update": 1, "agreement": 2, "related": 3, "unrelated": 4}


def build_facts(
    articles: Sequence[Article], claims: Sequence[Claim], judgements: Sequence[Judgement], origins: Sequence[int]
) -> list[Fact]:
    """Facts of at least two articles: disputed first, then updated, then corroborated, surest first.

    Args:
        articles, claims: all of the comparison, claims in order of articles.
        judgements: of pairs of these claims.
        origins: origin number of each article.
    """
    place = {claim.id: at for at, claim in enumerate(claims)}
    probability = {
        (min(place[j.a], place[j.b]), max(place[j.a], place[j.b])): _same_fact(
            j, claims[place[j.a]], claims[place[j.b]]
        )
        for j in judgements
    }
    between = {(min(place[j.a], place[j.b]), max(place[j.a], place[j.b])): j for j in judgements}
    facts = []
    for component in _components(len(claims), probability):
        for group in _clusters(component, claims, probability):
            members = [claims[i] for i in group]
            inside = [between[i, j] for i in group for j in group if (i, j) in between]
            if any(judgement.relation in SAME_FACT for judgement in inside):
                facts.append(_fact(members, inside, articles, origins, probability, group))
    return sorted(facts, key=lambda fact: (STATUS_ORDER[fact.status], -fact.confidence, -len(fact.claims), fact.id))


def _same_fact(judgement: Judgement, a: Claim, b: Claim) -> float:
    """Probability that two claims belong to one fact, in [0, 1].

    They do if they make the same point, agreeing or not; and if both are about the one event of the same people, such
    as a call between the same two, whatever they tell of it.
    """
    same_point = sum(judgement.probabilities[relation] for relation in sorted(SAME_FACT))
    return max(same_point, judgement.same_fact if same_cast(a, b) else 0.0)


def same_cast(a: Claim, b: Claim) -> bool:
    """Whether both claims' events are of one kind and share all the people that make such an event the same one."""
    if (
        a.event is None
        or b.event is None
        or a.event.kind != b.event.kind
        or is_other_event(a.event, b.event, slack_days=BETWEEN_ARTICLES)
    ):
        return False
    shared = sum(any_same_person(name, b.event.participants) for name in a.event.participants)
    return shared >= CAST


def _components(n: int, probability: Mapping[tuple[int, int], float]) -> list[list[int]]:
    parent = list(range(n))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for (i, j), p in sorted(probability.items()):
        if p >= LINK:
            parent[find(max(i, j))] = find(min(i, j))
    groups: dict[int, list[int]] = {}
    for i in range(n):
        groups.setdefault(find(i), []).append(i)
    return [group for group in groups.values() if len(group) > 1]


def _clusters(
    component: Sequence[int], claims: Sequence[Claim], probability: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    n = len(component)
    distances: NDArray[np.float64] = np.ones((n, n))
    weights: NDArray[np.float64] = np.zeros((n, n))
    forbidden: NDArray[np.bool_] = np.zeros((n, n), dtype=bool)
    for x in range(n):
        for y in range(x + 1, n):
            first, second = claims[component[x]], claims[component[y]]
            distances[x, y] = distances[y, x] = 1.0 - probability.get((component[x], component[y]), 0.0)
            weights[x, y] = weights[y, x] = float(first.article != second.article)
            if first.event is not None and second.event is not None:
                forbidden[x, y] = forbidden[y, x] = is_other_event(
                    first.event, second.event, slack_days=0 if first.article == second.article else BETWEEN_ARTICLES
                )
    labels = average_linkage(distances, threshold=1.0 - FACT_THRESHOLD, weights=weights, forbidden=forbidden)
    groups: dict[int, list[int]] = {}
    for i, label in zip(component, labels, strict=True):
        groups.setdefault(int(label), []).append(i)
    return list(groups.values())


def _fact(
    members: Sequence[Claim],
    judgements: Sequence[Judgement],
    articles: Sequence[Article],
    origins: Sequence[int],
    probability: Mapping[tuple[int, int], float],
    group: Sequence[int],
) -> Fact:
    relations = {judgement.relation for judgement in judgements}
    status: Status = (
        "disputed" if "contradiction" in relations else "updated" if "update" in relations else "corroborated"
    )
    holding = [at for at, article in enumerate(articles) if any(claim.article == article.id for claim in members)]
    by_origin: dict[int, list[Article]] = {}
    for at in holding:
        by_origin.setdefault(origins[at], []).append(articles[at])
    return Fact(
        title=_title(members, probability, group),
        status=status,
        claims=tuple(members),
        articles=tuple(articles[at] for at in holding),
        origins=tuple(tuple(group_) for group_ in by_origin.values()),
        judgements=tuple(sorted(judgements, key=lambda j: (JUDGEMENT_ORDER[j.relation], -j.confidence, j.a, j.b))),
    )


def _title(members: Sequence[Claim], probability: Mapping[tuple[int, int], float], group: Sequence[int]) -> str:
    """The claim that the others are most like; of equals the one with more names in it, then the shorter."""

    def centrality(at: int) -> float:
        i = group[at]
        return sum(probability.get((min(i, j), max(i, j)), 0.0) for j in group if j != i)

    best = max(
        range(len(members)),
        key=lambda at: (round(centrality(at), 2), len(members[at].entities), -len(members[at].text), -at),
    )
    return members[best].text
