"""Claims of real news articles under one headline, labelled with the five relations.

The articles are bodies of the Fake News Challenge. The pairs are those that the accurate judge of the time took for
contradictions or updates, nearly all of them wrongly, with some that it took for agreements or doubted
(docs/decisions/0025-real-news.md), and those that readers found who looked for such
(docs/decisions/0026-disputes-of-real-news.md). `benchmarks/data/relations/news.labels.jsonl` holds the labels and where
the claims stand; the text is read from the data folder.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from claimcheck.records import CONFLICTS
from claimcheck.training.examples import Example, relation_examples

LABELS_FILE = Path(__file__).parents[1] / "data" / "relations" / "news.labels.jsonl"
TEST_FILE = LABELS_FILE.with_name("news_test.labels.jsonl")
"""Pairs of thirty headlines that nothing is trained or fitted on; scored only when a number is reported."""
BODIES = "fnc1_bodies.train.jsonl.gz"
EACH_HELD_OUT = 4
"""Every fourth group of articles is left out, for fitting the regressions."""
KNOWN = 3_817
"""Labels that the first stage over real news knew."""


@attrs.frozen(kw_only=True)
class Repeats:
    """How often a stage sees a pair of real news.

    Attributes:
        drawn: one that a judge had drawn.
        rare: the same where it is indeed a contradiction or an update, beyond that.
        sought: one that readers sought.
        new: the same among the labels beyond the first KNOWN.
    """

    drawn: int
    rare: int
    sought: int
    new: int = 0


def in_news(data: Path, seed: int, repeats: Repeats) -> list[Example]:
    """Pairs of the groups of articles that are trained on, some of them several times."""
    rows = list(news_rows(data))
    before, new = ([row for row in part if not row["held_out"]] for part in (rows[:KNOWN], rows[KNOWN:]))
    drawn = [row for row in before if not row["sought"]]
    rare = [row for row in drawn if row["relation"] in CONFLICTS]
    sought = [row for row in before if row["sought"]]
    parts = ((drawn, repeats.drawn, 0), (rare, repeats.rare, 10), (sought, repeats.sought, 20), (new, repeats.new, 30))
    return [e for part, often, at in parts for k in range(often) for e in relation_examples(part, seed=seed + at + k)]


def news_rows(data: Path) -> Iterator[dict[str, Any]]:
    """The labelled pairs with their text: `a`, `b`, `relation`, `group`, `held_out`, and whether it was `sought`."""
    bodies = news_bodies(data)
    for label in news_labels():
        row: dict[str, Any] = {"relation": label["relation"], "group": label["group"]}
        for side in "ab":
            start, end = label[f"range_{side}"]
            row[side] = " ".join(bodies[label[f"body_{side}"]][start:end].split())
        yield row | {"held_out": news_held_out(label["group"]), "sought": "found" not in label}


def news_bodies(data: Path) -> dict[int, str]:
    """Text of the articles, by number."""
    with gzip.open(data / BODIES, "rt", encoding="utf-8") as lines:
        return {row["body_id"]: row["text"] for row in map(json.loads, lines)}


def news_held_out(group: int) -> bool:
    """Whether a group of articles is left out of training."""
    return group % EACH_HELD_OUT == 0


def news_labels(file: Path | None = None) -> Iterator[dict[str, Any]]:
    """Labels of pairs of claims or sentences: `group`, `body_a`, `range_a`, `body_b`, `range_b`, `relation`, and
    `found`, where a judge had drawn the pair: what it had made of it.

    Args:
        file: where the labels are; LABELS_FILE if None.
    """
    for line in (file or LABELS_FILE).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
