"""Score of factuality, of speakers and of the statements inside reports on the hand-labelled sets.

    python -m benchmarks.attribution            # the development sets
    python -m benchmarks.attribution --test     # the test sets
    python -m benchmarks.attribution --errors   # and every example that is wrong

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
from pathlib import Path
from typing import Any

from claimcheck.claims import extract_claims, read_statements
from claimcheck.records import FACTUALITIES, Article
from claimcheck.settings import Settings

DATA = Path(__file__).parent / "data"
FLOORS = {"factuality macro-F1": 0.85, "speaker F1": 0.88}
"""Aims of the project, written down before anything was tuned."""


def read(name: str) -> list[dict[str, Any]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def score_factuality(rows: list[dict[str, Any]]) -> tuple[dict[str, float], list[str]]:
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


def score_speakers(rows: list[dict[str, Any]]) -> tuple[dict[str, float], list[str]]:
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


def score_reports(rows: list[dict[str, Any]]) -> tuple[dict[str, float], list[str]]:
    keys = ("reported", "inner_speakers")
    right, gold, found, exact = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    errors = []
    for row in rows:
        claims = extract_claims(Article(row["text"]))
        got: dict[str, Any] = {"reported": "(no claim)", "inner_speakers": ["(no claim)"]}
        if claims:
            got["reported"] = claims[-1].reported and claims[-1].reported.text
            got["inner_speakers"] = [mention.text for mention in claims[-1].inner_speakers]
        for key in keys:
            gold[key] += bool(row[key])
            found[key] += bool(got[key])
            right[key] += got[key] == row[key]
            exact[key] += got[key] == row[key] and bool(row[key])
        if any(got[key] != row[key] for key in keys):
            wanted = f"{row['reported']!r}, {row['inner_speakers']}"
            errors.append(f"{row['id']}  {wanted} → {got['reported']!r}, {got['inner_speakers']}: {row['text']}")
    scores = {}
    for key in keys:
        scores[f"{key} accuracy"] = right[key] / len(rows)
        scores[f"{key} F1"] = 2 * exact[key] / (gold[key] + found[key])
    return scores, errors


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", action="store_true", help="score the test sets instead of the development sets")
    parser.add_argument("--errors", action="store_true", help="list the examples that are wrong")
    arguments = parser.parse_args()
    split = "test" if arguments.test else "dev"
    failed = False
    scored = [("factuality", score_factuality), ("speakers", score_speakers)]
    if split == "dev":
        scored.append(("reports", score_reports))
    for name, score in scored:
        scores, errors = score(read(f"{name}.{split}.jsonl"))
        for label, value in scores.items():
            floor = FLOORS.get(label)
            failed |= floor is not None and value < floor
            print(f"{label:24} {value:.3f}" + (f"   floor {floor:.2f}" if floor is not None else ""))
        if arguments.errors:
            print(*errors, sep="\n")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
