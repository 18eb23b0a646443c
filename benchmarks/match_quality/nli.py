"""What follows from what: the judge on natural language inference and fact verification, by its five relations.

An agreement counts as entailment, a contradiction as contradiction, everything else as neutral; two-way sets ask only
which of the first two is likelier. Of sets that the shipped models partly learned from, the held-out part is measured
(benchmarks/training/judge_data.py). Of MNLI those of the mismatched development set are measured that one annotator
labelled anew: about 88 % of such labels are the majority's, so that nobody can do much better than that. The premises
of LingNLI are MNLI's too, its hypotheses and labels are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import attrs
import numpy as np

from benchmarks.match_quality.data import SEED, Context, Row, data_digest
from benchmarks.training.judge_data import edited_sentences, held_out
from benchmarks.training.made_pairs import made_examples
from benchmarks.training.made_sources import FILES
from claimcheck import judge_pairs
from claimcheck.judging.language_model import LABELS
from claimcheck.records import Judgement
from claimcheck.scoring.metrics import expected_calibration_error

FALSE_ALARMS = 0.05
"""Share of pairs without a conflict that may be flagged where the share of conflicts found is reported."""


@attrs.frozen
class Task:
    """A data set.

    Attributes:
        file: its name.
        ways: 3, or 2 where only entailment and contradiction are asked for.
        sample: rows that are drawn.
        held_out: whether only the part is measured that nothing was trained on.
    """

    file: str
    ways: Literal[2, 3] = 3
    sample: int = 1000
    held_out: bool = False


TASKS = (
    Task("fever_symmetric.train", 2, held_out=True),
    Task("snli.dev"),
    Task("mnli_single_annotator.train"),
    Task("lingnli.dev"),
    Task("negation_nli.train", held_out=True),
    Task("conjnli.dev"),
    Task("made", 2, sample=600),
    Task("summedits_other.train", 2, held_out=True),
)


def measure_nli(context: Context, task: Task) -> dict[str, Any]:
    """Accuracy, and the share of conflicts found at FALSE_ALARMS, on one set. Raises MissingData."""
    digest = data_digest([context.path(file) for file in _files(task)])
    rows = [row for row in _rows(context, task) if all(any(map(str.isalnum, row[side])) for side in "ab")]
    if len(rows) > task.sample:
        rows = [rows[i] for i in sorted(np.random.default_rng(SEED).choice(len(rows), task.sample, replace=False))]
    judgements = context.cached(
        f"nli.{task.file}",
        [digest, task, context.settings],
        lambda: judge_pairs(rows, settings=context.settings, progress=context.progress),
    )
    scores = np.array([_scores(judgement) for judgement in judgements])
    labels = np.array([LABELS.index(row["label"]) for row in rows])
    asked = scores if task.ways == 3 else scores[:, [0, 2]]
    right = asked.argmax(1) == (labels if task.ways == 3 else labels // 2)
    conflict = labels == LABELS.index("contradiction")
    alarm = float(np.quantile(scores[~conflict, 2], 1.0 - FALSE_ALARMS))
    return {
        "file": task.file,
        "data": digest,
        "pairs": len(rows),
        "ways": task.ways,
        "accuracy": round(float(right.mean()), 4),
        "conflicts_found": round(float(np.mean(scores[conflict, 2] > alarm)), 4),
        "calibration_error": round(expected_calibration_error(conflict.tolist(), scores[:, 2]), 4),
    }


def _scores(judgement: Judgement) -> list[float]:
    p = judgement.probabilities
    return [p["agreement"], p["related"] + p["unrelated"] + p["update"], p["contradiction"]]


def _files(task: Task) -> tuple[str, ...]:
    return FILES if task.file == "made" else (task.file,)


def _rows(context: Context, task: Task) -> Iterator[Row]:
    if task.file == "made":
        assert context.data is not None
        for example in made_examples(context.data, count=3 * task.sample, seed=SEED, part="dev"):
            if (label := LABELS[example.label]) != "neutral":
                yield {"a": example.premise, "b": example.hypothesis, "label": label}
        return
    for row in context.rows(task.file):
        if task.file.startswith("summedits"):
            yield from _summedits(row)
        elif row["label"] in LABELS and not (task.held_out and not held_out(row["premise"])):
            yield {"a": row["premise"], "b": row["hypothesis"], "label": row["label"]}


def _summedits(row: Row) -> Iterator[Row]:
    """The original summary against the edited one, or against one whose edit keeps the facts."""
    original = row.get("original_summary")
    trained_on = not all(held_out(sentence) for sentence, _, _ in edited_sentences(row))
    if original and original != row["hypothesis"] and not trained_on:
        label = "contradiction" if row["label"] == "not_entailment" else "entailment"
        yield {"a": original, "b": row["hypothesis"], "label": label}
