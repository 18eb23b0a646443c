"""How judged pairs become points: average linkage against three other ways, on the labelled stories and the seeds.

    python -m benchmarks.clusterings [--judge JUDGE] [--test]

Each topic is compared once; the same judgements are then clustered in each way. All ways have the same cannot-link
pairs (claims whose events are plainly different) and the same threshold, `POINT_THRESHOLD`:

- average linkage (UPGMA): the mean over the pairs of two groups decides; what `compare` does;
- single linkage: one pair decides, so that chains form;
- complete linkage: the worst pair decides;
- correlation clustering (Bansal et al. 2004, https://doi.org/10.1023/B:MACH.0000033116.57574.95): the sum of
  probability less threshold inside groups is made as large as greedy merging and then moving single claims can.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from unittest import mock

import numpy as np
from numpy.typing import NDArray

import claimcheck.pipeline
from benchmarks.match_quality.stories import SEEDS, SEEDS_GOLD, STORIES
from claimcheck import compare
from claimcheck.clustering import ClusteringInput, build_facts, facts
from claimcheck.clustering.points import POINT_THRESHOLD, Probabilities, apart, cluster_points
from claimcheck.records import Claim, Comparison, Fact, Judgement
from claimcheck.scoring.gold import Topic, articles_of, find_topics, read_topic
from claimcheck.scoring.stories import TopicScores, flagged, mean_over, score_topic
from claimcheck.settings import Settings

Clustering = Callable[[Sequence[Claim], Probabilities], list[list[int]]]
Links = Callable[[NDArray[np.float64], NDArray[np.bool_]], list[list[int]]]
"""Gains of joining two claims, shape (n, n), NaN where nothing speaks for or against it, and the pairs that must stay
apart, to groups."""


def _groups_of(link: Links) -> Clustering:
    """A clustering in the form that `build_facts` uses."""

    def cluster(claims: Sequence[Claim], probability: Probabilities) -> list[list[int]]:
        told = sorted({i for pair in probability for i in pair})
        place = {i: at for at, i in enumerate(told)}
        gain = np.full((len(told), len(told)), -POINT_THRESHOLD)
        barred = np.zeros_like(gain, dtype=bool)
        for (i, j), p in probability.items():
            x, y = place[i], place[j]
            gain[x, y] = gain[y, x] = p - POINT_THRESHOLD
        for x, i in enumerate(told):
            for y in range(x):
                barred[x, y] = barred[y, x] = apart(claims[i], claims[told[y]])
                if claims[i].article == claims[told[y]].article and (told[y], i) not in probability:
                    gain[x, y] = gain[y, x] = np.nan  # two claims of one article are no pair that is judged
        return sorted(sorted(told[x] for x in group) for group in link(gain, barred) if len(group) > 1)

    return cluster


def _by_extreme(worst: bool) -> Links:
    """Single linkage, or complete linkage where the worst pair decides."""

    def link(gain: NDArray[np.float64], barred: NDArray[np.bool_]) -> list[list[int]]:
        groups = [[x] for x in range(len(gain))]
        between = np.where(barred, -np.inf, gain)
        np.fill_diagonal(between, -np.inf)
        while len(groups) > 1:
            x, y = sorted(divmod(int(np.nanargmax(between)), len(groups)))
            if not between[x, y] > 0.0:
                break
            groups[x] += groups.pop(y)
            row = (np.fmin if worst else np.fmax)(between[x], between[y])
            row[np.isneginf(between[x]) | np.isneginf(between[y])] = -np.inf
            between[x] = between[:, x] = row
            between = np.delete(np.delete(between, y, 0), y, 1)
            between[x, x] = -np.inf
        return groups

    return link


def _by_correlation(gain: NDArray[np.float64], barred: NDArray[np.bool_]) -> list[list[int]]:
    """Correlation clustering: greedy merging, then single claims are moved as long as that gains."""
    n = len(gain)
    weight = np.where(barred, -np.inf, np.nan_to_num(gain))
    np.fill_diagonal(weight, 0.0)
    label = np.arange(n)
    between = weight.copy()
    np.fill_diagonal(between, -np.inf)
    while n and between.max() > 0.0:
        x, y = sorted(divmod(int(between.argmax()), n))
        label[label == y] = x
        row = between[x] + between[y]
        between[x] = between[:, x] = row
        between[y] = between[:, y] = -np.inf
        between[x, x] = -np.inf
    moved = True
    while moved:
        moved = False
        for x in range(n):
            gains = {int(k): float(weight[x, (label == k) & (np.arange(n) != x)].sum()) for k in set(label.tolist())}
            best = max(gains, key=lambda k: (gains[k], k == label[x], -k))
            if gains[best] > gains[int(label[x])] + 1e-9:
                label[x], moved = best, True
    return [np.flatnonzero(label == k).tolist() for k in sorted(set(label.tolist()))]


CLUSTERINGS: dict[str, Clustering] = {
    "average linkage": cluster_points,
    "single linkage": _groups_of(_by_extreme(worst=False)),
    "complete linkage": _groups_of(_by_extreme(worst=True)),
    "correlation clustering": _groups_of(_by_correlation),
}


def compared(topic: Topic, settings: Settings) -> Iterator[tuple[str, Comparison]]:
    """The comparison of one topic, its points clustered in each way."""
    given: list[tuple[ClusteringInput, Sequence[Judgement]]] = []

    def keep(of_claims: ClusteringInput, judgements: Sequence[Judgement]) -> list[Fact]:
        given.append((of_claims, judgements))
        return build_facts(of_claims, judgements)

    with mock.patch.object(claimcheck.pipeline, "build_facts", keep):
        comparison = compare(articles_of(topic), settings=settings)
    for name, clustering in CLUSTERINGS.items():
        with mock.patch.object(facts, "cluster_points", clustering):
            found = build_facts(*given[0]) if given else []
        yield name, Comparison(
            articles=comparison.articles, claims=comparison.claims, stories=comparison.stories,
            facts=tuple(found), judgements=comparison.judgements,
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judge", help="another judge")
    parser.add_argument("--test", action="store_true", help="the test part instead of the dev part")
    options = parser.parse_args()
    settings = Settings(judge_model=options.judge)
    part = STORIES / ("test" if options.test else "dev")
    topics = {part.name: [read_topic(path) for path in find_topics(part)]}
    topics["seeds"] = [read_topic(SEEDS, gold=SEEDS_GOLD)]
    print(f"{'':8} {'':24} points  precision, recall   facts  mixed  contradictions  updates")
    for name, own in topics.items():
        scores: dict[str, list[TopicScores]] = {way: [] for way in CLUSTERINGS}
        for topic in own:
            for way, comparison in compared(topic, settings):
                scores[way].append(score_topic(topic, comparison))
        for way, rows in scores.items():
            sizes = [row.fact_quotes for row in rows]
            points, whole = (mean_over([getattr(row, of) for row in rows], sizes) for of in ("points", "facts"))
            told = [flagged(rows, relation) for relation in ("contradiction", "update")]
            flags = "   ".join(f"{round(flag.precision * (flag.found or 0)):2} of {flag.found:2}" for flag in told)
            print(
                f"{name:8} {way:24} {points.f1:.3f}   {points.precision:.3f}, {points.recall:.3f}   {whole.f1:.3f}  "
                f"{sum(len(row.mixed) for row in rows):4}   {flags}"
            )


if __name__ == "__main__":
    main()
