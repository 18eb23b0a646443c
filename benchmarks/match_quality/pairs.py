"""Pairs of sentences that do or do not tell of the same thing: `judge_pairs` on bare texts, at the shipped threshold.

Each set asks one of four questions of a judgement: the same event (`same_fact`), the same point (agreement,
contradiction or update), agreement (of the STS Benchmark, which rates how equivalent two texts are: "a man sleeps" and
"a man runs" are not), or related at all (anything but unrelated).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from benchmarks.match_quality.data import SEED, Context, Row, data_digest
from claimcheck import judge_pairs
from claimcheck.records import Judgement
from claimcheck.scoring.metrics import Scores, reliability
from claimcheck.scoring.pairs import detect, probability, same_point


@attrs.frozen
class PairSet:
    """A labelled set: its file, how a row is labelled (None leaves it out), what is asked, and how many are drawn."""

    file: str
    label: Callable[[Row], bool | None]
    asks: Callable[[Sequence[Judgement]], NDArray[np.float64]]
    question: str
    sample: int | None = None


def _same_event(judgements: Sequence[Judgement]) -> NDArray[np.float64]:
    return np.array([j.same_fact for j in judgements], dtype=np.float64)


def _related(judgements: Sequence[Judgement]) -> NDArray[np.float64]:
    return 1.0 - probability(judgements, "unrelated")


def _equivalent(judgements: Sequence[Judgement]) -> NDArray[np.float64]:
    return probability(judgements, "agreement")


def _similar(row: Row) -> bool | None:
    """STS-B: 4 and 5 are the same ("mostly" and "completely equivalent"), below 3 is not; between them is neither."""
    return True if row["score"] >= 4 else False if row["score"] < 3 else None


SETS = (
    PairSet("ecbplus_pairs.dev", lambda row: row["label"] == "same_event", _same_event, "same event"),
    PairSet("claimdiff.train", lambda row: row["label"] != "unrelated", _related, "related"),
    PairSet("mrpc.train", lambda row: row["label"] == "same", same_point, "same point", 1000),
    PairSet("stsb.dev", _similar, _equivalent, "agreement"),
    PairSet("duc_scu_pairs.dev", lambda row: row["label"] == "same", same_point, "same point"),
)


def measure(context: Context, chosen: PairSet) -> dict[str, Any]:
    """Scores on one set. Raises MissingData."""
    digest = data_digest([context.path(chosen.file)])
    rows = [row for row in context.rows(chosen.file) if chosen.label(row) is not None]
    rows = [row for row in rows if all(any(map(str.isalnum, row[side])) for side in "ab")]
    if chosen.sample is not None and chosen.sample < len(rows):
        picked = np.random.default_rng(SEED).choice(len(rows), size=chosen.sample, replace=False)
        rows = [rows[i] for i in sorted(picked)]
    judgements = context.cached(
        f"pairs.{chosen.file}",
        [digest, chosen.sample, context.settings],
        lambda: judge_pairs([_pair(row) for row in rows], settings=context.settings, progress=context.progress),
    )
    labels = [bool(chosen.label(row)) for row in rows]
    answers = chosen.asks(judgements)
    found = detect(labels, answers)
    return {
        "file": chosen.file,
        "data": digest,
        "question": chosen.question,
        "sampled": chosen.sample,
        "seed": SEED if chosen.sample else None,
        **found.to_dict(),
        "among_other_story": _other_story(rows, labels, answers >= found.threshold),
        "reliability": [[round(p, 4), round(seen, 4), n] for p, seen, n in reliability(labels, answers)],
    }


def _pair(row: Row) -> Row:
    date = row.get("date")
    return {
        "a": row["a"],
        "b": row["b"],
        "date_a": date,
        "date_b": date,
        "context_a": row.get("article_a"),
        "context_b": row.get("article_b"),
    }


def _other_story(rows: Sequence[Row], labels: Sequence[bool], taken: NDArray[np.bool_]) -> dict[str, Any] | None:
    """Where stories are known: wrong pairs of two stories that are taken for the same event.

    `precision` counts the right pairs among all that are taken and are either right or of another story.
    """
    if not any("same_story" in row for row in rows):
        return None
    other = np.array([not row["same_story"] for row in rows])
    truth = np.array(labels)
    wrong, right = int((taken & other & ~truth).sum()), int((taken & truth).sum())
    return {
        "pairs": int(other.sum()),
        "taken": wrong,
        "precision": round(Scores.counted(right, right + wrong, right).precision, 4),
    }
