"""Score of factuality, of speakers and of the statements inside reports on the hand-labelled sets.

    python -m benchmarks.attribution            # the two development sets, and both together
    python -m benchmarks.attribution --test     # the test sets
    python -m benchmarks.attribution --errors   # and every example that is wrong

"dev" was written by the hand that wrote the rules, "dev2" later by another that had not seen them.

Factuality is scored by accuracy and macro-F1 over the eight values (in [0, 1], higher is better). Speaker and via are
scored by exact match of the words (None for the narrator), as accuracy over all examples and as F1 over examples with
somebody to be found. The label of a speaker example is that of the last claim in its text; so is that of a report:
the exact words of `Claim.reported` (None for no report) and of `Claim.inner_speakers`, each scored in the same two
ways.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from claimcheck.claims import extract_claims, read_statements
from claimcheck.records import FACTUALITIES, Article
from claimcheck.settings import Settings

DATA = Path(__file__).parent / "data"
Row = dict[str, Any]
Scores = tuple[dict[str, float], list[str]]
"""Values in [0, 1] by name, and a line on each example that is wrong."""
AIMS = {
    "dev": {"factuality macro-F1": 0.85, "speaker F1": 0.88},
    "dev2": {"factuality macro-F1": 0.92, "speaker F1": 0.95, "reported F1": 0.92},
}
"""Aims on each set, written down before anything was tuned on it."""


def read(name: str) -> list[Row]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def score_factuality(rows: list[Row]) -> Scores:
    claims = read_statements([row["text"] for row in rows], [None] * len(rows), settings=Settings())
    true, found, gold = Counter[str](), Counter[str](), Counter[str]()
    errors = []
    for row, claim in zip(rows, claims, strict=True):
        gold[row["factuality"]] += 1
        found[claim.factuality] += 1
        if row["factuality"] == claim.factuality:
            true[claim.factuality] += 1
        else:
            errors.append(f"{row['id']}  {row['factuality']} → {claim.factuality}: {row['text']}")
    f1 = {v: 2 * true[v] / (gold[v] + found[v]) if gold[v] + found[v] else 0.0 for v in FACTUALITIES if gold[v]}
    scores = {
        "factuality accuracy": sum(true.values()) / len(rows),
        "factuality macro-F1": sum(f1.values()) / len(f1),
        **{f"  {value} F1": score for value, score in f1.items()},
    }
    return scores, errors


def score_speakers(rows: list[Row]) -> Scores:
    right = Counter[str]()
    gold = Counter[str]()
    found = Counter[str]()
    exact = Counter[str]()
    errors = []
    for row in rows:
        claims = extract_claims(Article(row["text"]))
        got: dict[str, str | None] = {"speaker": "(no claim)", "via": "(no claim)"}
        if claims:
            last = claims[-1]
            got = {
                "speaker": last.speaker.text if last.speaker else None,
                "via": last.via.text if last.via else None,
            }
        for key in ("speaker", "via"):
            gold[key] += row[key] is not None
            found[key] += got[key] is not None
            right[key] += got[key] == row[key]
            exact[key] += got[key] == row[key] and row[key] is not None
        if any(got[key] != row[key] for key in got):
            wanted = f"{row['speaker']!r} via {row['via']!r}"
            errors.append(f"{row['id']}  {wanted} → {got['speaker']!r} via {got['via']!r}: {row['text']}")
    scores = {}
    for key in ("speaker", "via"):
        scores[f"{key} accuracy"] = right[key] / len(rows)
        scores[f"{key} F1"] = 2 * exact[key] / (gold[key] + found[key])
    return scores, errors


def score_reports(rows: list[Row]) -> Scores:
    keys = ("reported", "inner_speakers", "speaker")
    right, gold, found, exact = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    errors = []
    for row in rows:
        claims = extract_claims(Article(row["text"]))
        got: dict[str, Any] = {"reported": "(no claim)", "inner_speakers": ["(no claim)"], "speaker": "(no claim)"}
        if claims:
            got["speaker"] = claims[-1].speaker and claims[-1].speaker.text
            got["reported"] = claims[-1].reported and claims[-1].reported.text
            got["inner_speakers"] = [mention.text for mention in claims[-1].inner_speakers]
        for key in keys:
            gold[key] += bool(row[key])
            found[key] += bool(got[key])
            right[key] += got[key] == row[key]
            exact[key] += got[key] == row[key] and bool(row[key])
        if any(got[key] != row[key] for key in keys):
            wanted, given = (", ".join(repr(values[key]) for key in keys) for values in (row, got))
            errors.append(f"{row['id']}  {wanted} → {given}: {row['text']}")
    scores = {}
    for key in keys[:2]:
        scores[f"{key} accuracy"] = right[key] / len(rows)
        scores[f"{key} F1"] = 2 * exact[key] / (gold[key] + found[key])
    return scores, errors


SETS: Mapping[str, Callable[[list[Row]], Scores]] = {
    "factuality": score_factuality,
    "speakers": score_speakers,
    "reports": score_reports,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", action="store_true", help="score the test sets instead of the development sets")
    parser.add_argument("--errors", action="store_true", help="list the examples that are wrong")
    arguments = parser.parse_args()
    parts = ("test", "test2") if arguments.test else ("dev", "dev2")
    missed = False
    for name, score in SETS.items():
        rows = {part: read(f"{name}.{part}.jsonl") for part in parts if (DATA / f"{name}.{part}.jsonl").is_file()}
        if len(rows) > 1:
            rows["together"] = [row for part in rows.values() for row in part]
        scored = {part: score(examples) for part, examples in rows.items()}
        print(f"{name:24}" + "".join(f"{part:>10}" for part in scored))
        for label in dict.fromkeys(label for scores, _ in scored.values() for label in scores):
            values = {part: scores[label] for part, (scores, _) in scored.items() if label in scores}
            below = [part for part, value in values.items() if value < AIMS.get(part, {}).get(label, 0.0)]
            missed |= bool(below)
            cells = "".join(f"{values[part]:10.3f}" if part in values else " " * 10 for part in scored)
            print(f"{label:24}{cells}" + (f"   below the aim on {', '.join(below)}" if below else ""))
        if arguments.errors:
            print(*(line for part in parts if part in scored for line in scored[part][1]), sep="\n")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
