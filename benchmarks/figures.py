"""The figures that have floors, measured: names to values in [0, 1], higher is better, each with a hash of its data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from benchmarks import attribution, frames, participants, values
from benchmarks.match_quality import relations, stories
from benchmarks.match_quality.data import OWN, Context, data_digest
from benchmarks.match_quality.parts import measure
from claimcheck.claims.nlp import load_pipeline
from claimcheck.settings import DEFAULT_SPACY_MODEL

FAST = ("values", "attribution", "participants", "frames", "relations", "seeds", "stories")
"""Parts that need only the repository: together under three minutes on two cores."""
SLOW = ("corpus", "pairs", "contradictions", "flood")
"""Parts that need `--data DIR`."""


@attrs.frozen
class Figure:
    """A value in [0, 1], higher is better, and the hash of the data that it was measured on."""

    value: float
    data: str


def figures(part: str, context: Context) -> tuple[dict[str, Figure], list[str]]:
    """The figures of one part, and a line on each thing that was skipped."""
    if part == "values":
        return _values(), []
    if part == "attribution":
        return _attribution(), []
    if part == "participants":
        return _participants(), []
    if part == "frames":
        return _frames(), []
    results, skipped = measure(part, context)
    found: dict[str, Figure] = {}
    for name, result in results.items():
        if name in READERS:
            found |= {f"{name} {key}": Figure(value, result["data"]) for key, value in READERS[name](result).items()}
        else:  # sets by name
            for set_name, row in result.items():
                keys = _pair_set(row) if name == "pairs" else _contradiction_set(row)
                found |= {f"{name} {set_name} {key}": Figure(value, row["data"]) for key, value in keys.items()}
    return found, skipped


def _values() -> dict[str, Figure]:
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    found = {}
    for name, predict, same in (
        ("quantities", values.predict_quantities, values.same_quantity),
        ("times", values.predict_times, values.same_time),
    ):
        for part, suffix in (("dev", ""), ("dev2", " (dev2)")):
            result = values.score(
                values.read(name, part),
                lambda row, predict=predict: predict(nlp, row),  # type: ignore[misc]
                same,
            )
            found[f"{name} F1{suffix}"] = Figure(result["value"][2], data_digest([OWN / f"{name}.{part}.jsonl"]))
    return found


def _attribution() -> dict[str, Figure]:
    found = {}
    for name, part, label in (
        ("factuality", "dev", "factuality macro-F1"),
        ("speakers", "dev", "speaker F1"),
        ("reports", "dev", "reported F1"),
        ("factuality", "dev2", "factuality macro-F1"),
        ("speakers", "dev2", "speaker F1"),
        ("speakers", "dev2", "via F1"),
        ("reports", "dev2", "reported F1"),
    ):
        scores, _ = attribution.SETS[name](attribution.read(f"{name}.{part}.jsonl"))
        digest = data_digest([OWN / f"{name}.{part}.jsonl"])
        found[label if part == "dev" else f"{label} ({part})"] = Figure(scores[label], digest)
    return found


def _participants() -> dict[str, Figure]:
    found = {}
    for split, suffix in (("dev", ""), ("dev2", " (dev2)")):
        scores, digest = participants.score(split), data_digest([OWN / f"participants.{split}.jsonl"])
        names = {"participants B-cubed": "B-cubed F1", "references accuracy": "reference accuracy"}
        found |= {f"{name}{suffix}": Figure(scores[key], digest) for name, key in names.items()}
    return found


def _frames() -> dict[str, Figure]:
    rows = frames.read()
    scores, _ = frames.score(rows, frames.ours([row["text"] for row in rows]))
    digest = data_digest([frames.DEV])
    return {f"frames {key}": Figure(scores[key], digest) for key in ("roles F1", "trigger accuracy")}


def _relations(r: dict[str, Any]) -> dict[str, float]:
    at = r["contradiction"]["at_threshold"]
    return {
        "accuracy": r["accuracy"],
        "macro-F1": r["macro_f1"],
        "contradiction precision": at["precision"],
        "contradiction recall": at["recall"],
    }


def _stories(r: dict[str, Any]) -> dict[str, float]:
    found = {
        "stories B-cubed": r["stories_b_cubed"]["f1"],
        "facts B-cubed": r["facts_b_cubed"]["f1"],
        "points B-cubed": r["points_b_cubed"]["f1"],
        "facts not mixed": _share_without(len(r["mixed_facts"]), r["facts"]),
        "near misses not flagged": _share_without(r["near_misses_flagged"], r["near_misses"]),
        "not claims left out": _share_without(r["not_claims_taken"], r["not_claims"]),
    }
    for relation, row in r["relations"].items():
        if row["labelled"]:
            found[f"{relation} recall"] = row["recall"]
        if row["found"]:  # the precision of nothing says nothing
            found[f"{relation} precision"] = row["precision"]
    return found


def _corpus(r: dict[str, Any]) -> dict[str, float]:
    ours = r["matchers"]["ours"]
    return {
        "pairwise precision": ours["pairwise"]["precision"],
        "pairwise recall": ours["pairwise"]["recall"],
        "pairwise F1": ours["pairwise"]["f1"],
        "CoNLL F1": ours["with_singletons"]["conll_f1"],
        "stories B-cubed": r["stories"]["b_cubed"]["f1"],
        "stories adjusted Rand": r["stories"]["adjusted_rand"],
        "candidate recall": r["candidates"]["recall"],
    }


def _flood(r: dict[str, Any]) -> dict[str, float]:
    return {f"{name} not flagged": 1.0 - r[name]["flagged_in_1000"] / 1000.0 for name in ("unrelated", "related")}


def _pair_set(row: dict[str, Any]) -> dict[str, float]:
    found = {
        "average precision": row["average_precision"],
        "F1": row["at_threshold"]["f1"],
        "calibration": 1.0 - row["calibration_error"],
    }
    if row["among_other_story"]:
        found["precision among other stories"] = row["among_other_story"]["precision"]
    return found


def _contradiction_set(row: dict[str, Any]) -> dict[str, float]:
    return {"average precision": row["average_precision"], "precision": row["at_threshold"]["precision"]}


def _share_without(n: int, total: int) -> float:
    return 1.0 - n / total if total else 1.0


READERS: Mapping[str, Callable[[dict[str, Any]], dict[str, float]]] = {
    "relations": _relations,
    **{f"relations {split}": _relations for split in relations.DEV_SPLITS},
    "seeds": _stories,
    **{f"stories {part}": _stories for part in stories.DEV_PARTS},
    "corpus dev": _corpus,
    "flood": _flood,
}
