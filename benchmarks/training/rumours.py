"""Rumours and what denies them: real headlines of the Emergent data set, paired with the relations.

Each rumour has headlines that report it and such that deny it. The rumour against a denial, and a report against a
denial, contradict; two denials of one rumour agree, and so do two reports. Rumours that the articles of a held-out
group of real news (news_pairs.py), or of the test, are about are left out.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.training.news_pairs import TEST_FILE, news_held_out, news_labels
from claimcheck.records import Relation
from claimcheck.training.examples import Example, relation_examples

RUMOURS, STANCES = "emergent.train.jsonl.gz", "fnc1.train.jsonl.gz"
MOST_DISPUTES, MOST_ALIKE = 8, 3
"""Pairs of a report and a denial of one rumour at most, and of two reports, and of two denials."""
COMMON_WORDS = 2
"""Words of four letters and more that a report has in common with its rumour, at least: "World's oldest burger" does
not say what is said of it."""


def in_rumours(data: Path, seed: int) -> list[Example]:
    """All pairs made of the rumours that are trained on."""
    return relation_examples(list(rumour_rows(data, seed=seed)), seed=seed)


def rumour_rows(data: Path, *, seed: int) -> Iterator[dict[str, Any]]:
    """Rows of `a`, `b` and `relation`; `seed` is that of the choice among the pairs of a rumour."""
    rng = random.Random(seed)
    left_out = _headlines_left_out(data)
    by_rumour: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(data / RUMOURS):
        by_rumour.setdefault(row["claim_id"], []).append(row)
    for rows in by_rumour.values():
        if any(row["b"] in left_out for row in rows):
            continue
        rumour = rows[0]["a"]
        denials = [row["b"] for row in rows if row["label"] == "disagree"]
        reports = [row["b"] for row in rows if row["label"] == "agree" and _says(row["b"], rumour)]
        disputes = _some(list(itertools.product(reports, denials)), MOST_DISPUTES, rng)
        yield from _labelled([(rumour, denial) for denial in denials] + disputes, "contradiction")
        for alike in (denials, reports):
            yield from _labelled(_some(list(itertools.combinations(alike, 2)), MOST_ALIKE, rng), "agreement")


def _labelled(pairs: Sequence[tuple[str, str]], relation: Relation) -> Iterator[dict[str, Any]]:
    return ({"a": a, "b": b, "relation": relation} for a, b in pairs)


def _some(pairs: list[tuple[str, str]], most: int, rng: random.Random) -> list[tuple[str, str]]:
    return rng.sample(pairs, min(most, len(pairs)))


def _says(report: str, rumour: str) -> bool:
    of_report, of_rumour = ({word for word in text.lower().split() if len(word) > 3} for text in (report, rumour))
    return len(of_report & of_rumour) >= COMMON_WORDS


def _headlines_left_out(data: Path) -> set[str]:
    """Headlines under which an article of a held-out group or of the test stands."""
    labels = [*news_labels(TEST_FILE), *(label for label in news_labels() if news_held_out(label["group"]))]
    bodies = {label[f"body_{side}"] for label in labels for side in "ab"}
    stances = (row for row in _rows(data / STANCES) if row["label"] != "unrelated")
    return {row["headline"] for row in stances if row["body_id"] in bodies}


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
