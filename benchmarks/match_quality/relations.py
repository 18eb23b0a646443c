"""Relations of two statements: the five on relations.jsonl, and contradiction against anything else on NLI data.

NLI pairs speak of one scene by construction and news claims do not, so these are measurements, not aims: a judge that
asks for the same event first loses recall here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from benchmarks.match_quality.data import OWN, SEED, Context, Row, data_digest, own_rows
from claimcheck import judge_pairs
from claimcheck.scoring.metrics import precision_at_recall
from claimcheck.scoring.pairs import detect, probability, read_label, score_relations

RELATIONS_FILE = OWN / "seeds" / "relations.jsonl"
"""30 pairs that the first judge was built with."""
DEV_SPLITS = ("dev", "dev2", "lookalikes", "lookalikes2", "details")
SPLITS = (*DEV_SPLITS, "test", "test2", "test3", "test4", "test5", "test6")
OWN_FILES = {split: OWN / "relations" / f"{split}.jsonl" for split in SPLITS}
"""190 pairs each (dev2 270), written without sight of the code; the tests are scored only when a number is reported.
The look-alikes are built alike, most so that both can be true; nothing is trained or fitted on them."""
RECALLS = (0.5, 0.8)


@attrs.frozen
class NliSet:
    """A file, how a row becomes a pair (None leaves it out), and how many rows are drawn."""

    file: str
    pair: Callable[[Row], Row | None]
    sample: int | None = None


def _nli(row: Row) -> Row:
    return {"a": row["premise"], "b": row["hypothesis"], "contradiction": row["label"] == "contradiction"}


def _edited(row: Row) -> Row | None:
    """SummEdits: the original summary against the edited one; an edit that keeps the facts is no contradiction."""
    original = row.get("original_summary")
    if not original or original == row["hypothesis"]:
        return None
    return {"a": original, "b": row["hypothesis"], "contradiction": row["label"] == "not_entailment"}


SETS = (
    NliSet("summedits_other.train", _edited, 1000),
    NliSet("negation_nli.train", _nli, 1000),
    NliSet("fever_symmetric.train", _nli),
    NliSet("snli.dev", _nli, 1000),
)


def measure_relations(context: Context, file: Path = RELATIONS_FILE) -> dict[str, Any]:
    """The five relations on labelled pairs of the repository. Raises MissingData."""
    rows = own_rows(file)
    judgements = judge_pairs(rows, settings=context.settings, progress=context.progress)
    labels = [read_label(row) for row in rows]
    scores = score_relations(labels, judgements)
    assert scores is not None
    wrong = [
        f"{row['id']}: {row['relation']} → {j.relation} ({j.confidence:.2f}): {row['a']} | {row['b']}"
        for row, j in zip(rows, judgements, strict=True)
        if row["relation"] != j.relation
    ]
    return {"data": data_digest([file]), **scores.to_dict(), "wrong": wrong}


def measure_contradictions(context: Context, chosen: NliSet) -> dict[str, Any]:
    """Contradiction or not, on one set. Raises MissingData."""
    digest = data_digest([context.path(chosen.file)])
    pairs = [pair for row in context.rows(chosen.file) if (pair := chosen.pair(row)) is not None]
    pairs = [pair for pair in pairs if all(any(map(str.isalnum, pair[side])) for side in "ab")]
    if chosen.sample is not None and chosen.sample < len(pairs):
        picked = np.random.default_rng(SEED).choice(len(pairs), size=chosen.sample, replace=False)
        pairs = [pairs[i] for i in sorted(picked)]
    judgements = context.cached(
        f"relations.{chosen.file}",
        [digest, chosen.sample, context.settings],
        lambda: judge_pairs(pairs, settings=context.settings, progress=context.progress),
    )
    labels = [pair["contradiction"] for pair in pairs]
    answers = probability(judgements, "contradiction")
    return {
        "file": chosen.file,
        "data": digest,
        "sampled": chosen.sample,
        "seed": SEED if chosen.sample else None,
        **detect(labels, answers).to_dict(),
        "precision_at_recall": {
            str(recall): round(precision_at_recall(labels, answers, recall), 4) for recall in RECALLS
        },
    }
