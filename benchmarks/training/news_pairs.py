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

LABELS_FILE = Path(__file__).parents[1] / "data" / "relations" / "news.labels.jsonl"
BODIES = "fnc1_bodies.train.jsonl.gz"
EACH_HELD_OUT = 4
"""Every fourth group of articles is left out, for fitting the regressions."""


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
