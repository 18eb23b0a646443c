"""Real news articles under one headline: what a report says of pairs of sentences that readers have labelled.

The articles are bodies of the Fake News Challenge, which are read from the data folder; the labels and the places of
the sentences are in `benchmarks/data/relations`. Readers looked for what contradicts, what supersedes, and what only
looks so: conflicts are far more frequent here than among all pairs of sentences.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.match_quality.data import Context, Row, data_digest
from benchmarks.training.news_pairs import LABELS_FILE, TEST_FILE, news_bodies, news_held_out, news_labels
from claimcheck import Article, compare, judge_pairs
from claimcheck.records import RELATIONS, Claim, Comparison, Judgement, Relation
from claimcheck.scoring.pairs import read_label, score_relations
from claimcheck.scoring.stories import FLAGGED

SPLITS = ("dev", "test")
DECISIVENESS: tuple[Relation, ...] = ("contradiction", "update", "agreement", "related", "unrelated")
"""Of several claims of two sentences the verdict that comes first here counts."""


def labelled(split: str) -> list[Row]:
    """The labelled places of a split: the test, or what readers found in the groups that are left out of training.

    Pairs that were labelled because a judge had taken them for conflicts (those with `found`) are left away: how right
    another judge is on these says little.
    """
    if split == "test":
        return list(news_labels(TEST_FILE))
    return [label for label in news_labels() if news_held_out(label["group"]) and "found" not in label]


def measure(context: Context, split: str = "dev") -> dict[str, Any]:
    """Scores on the labelled pairs, as bare texts and as a report on their articles has them. Raises MissingData."""
    files = [context.path("fnc1_bodies.train"), TEST_FILE if split == "test" else LABELS_FILE]
    assert context.data is not None
    bodies, rows = news_bodies(context.data), labelled(split)
    digest = data_digest(files)
    bare = judge_pairs([_as_texts(row, bodies) for row in rows], settings=context.settings, progress=context.progress)
    scores = score_relations([read_label(row) for row in rows], bare)
    assert scores is not None
    gold: list[str] = []
    reported: list[Relation] = []
    flags: list[str] = []
    groups = _by_group(rows)
    for group, own in groups.items():
        names = sorted({row[f"body_{side}"] for row in own for side in "ab"})
        articles = [Article(bodies[name], path=str(name)) for name in names]
        comparison = context.cached(
            f"news.{split}.{group}",
            [digest, names, context.settings],
            functools.partial(compare, articles, settings=context.settings, progress=context.progress),
        )
        found = Report(comparison)
        gold += [row["relation"] for row in own]
        reported += [found.relation(row) for row in own]
        flags += found.flags(own)
    return {
        "data": digest,
        "groups": len(groups),
        "bare": scores.to_dict(),
        "inside": {
            relation: {
                "labelled": gold.count(relation),
                "reported": reported.count(relation),
                "right": sum(a == b == relation for a, b in zip(gold, reported, strict=True)),
                "reported_as": dict(Counter(b for a, b in zip(gold, reported, strict=True) if a == relation)),
            }
            for relation in RELATIONS
        },
        "accuracy_inside": round(sum(map(str.__eq__, gold, reported)) / len(gold), 4),
        "flagged": flags,
    }


class Report:
    """A comparison of articles whose `path` is their number."""

    def __init__(self, comparison: Comparison) -> None:
        self.claims = {claim.id: claim for claim in comparison.claims}
        self.names = {article.id: int(str(article.path)) for article in comparison.articles}
        told = {(j.a, j.b): j for fact in comparison.facts for j in fact.judgements}
        self.shown: list[Judgement] = [j for j in told.values() if j.relation in (*FLAGGED, "agreement")]

    def relation(self, row: Row) -> Relation:
        """What the facts of the report say of two sentences; `related` where they say nothing."""
        told = {j.relation for j in self.shown if self._is_on(j, row)}
        return next((relation for relation in DECISIVENESS if relation in told), "related")

    def flags(self, rows: Sequence[Row]) -> Iterator[str]:
        """A line on each contradiction and update that the report shows, with the label if it has one."""
        for j in self.shown:
            if j.relation in FLAGGED:
                label = next((row["relation"] for row in rows if self._is_on(j, row)), "not labelled")
                a, b = self.claims[j.a], self.claims[j.b]
                yield f"{j.relation} {j.confidence:.2f} ({label}): {a.text} | {b.text}"

    def _is_on(self, j: Judgement, row: Row) -> bool:
        a, b = self.claims[j.a], self.claims[j.b]
        return (self._covers(a, row, "a") and self._covers(b, row, "b")) or (
            self._covers(a, row, "b") and self._covers(b, row, "a")
        )

    def _covers(self, claim: Claim, row: Row, side: str) -> bool:
        """Whether half of the shorter of claim and sentence lies in both."""
        start, end = (int(place) for place in row[f"range_{side}"])
        shared = min(claim.end, end) - max(claim.start, start)
        shorter = min(claim.end - claim.start, end - start)
        return self.names[claim.article] == int(row[f"body_{side}"]) and 2 * shared >= shorter


def _by_group(rows: Sequence[Row]) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["group"], []).append(row)
    return groups


def _as_texts(row: Row, bodies: dict[int, str]) -> Row:
    return {side: " ".join(bodies[row[f"body_{side}"]][slice(*row[f"range_{side}"])].split()) for side in "ab"}
