"""Scores of the quantity and time extraction on the hand-labelled sets: `python -m benchmarks.values [dev|dev2|test]`.

A prediction is right on the span where start and end are those of the label, and right on the value where, beyond
that, bounds, unit, dimension and looseness agree (times: first and last day, precision, partial fields, clock).
Printed are precision, recall and F1 of both, how often what is counted and its role are right where they are
labelled, and, with `--errors`, every difference.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.quantities import find_quantities
from claimcheck.claims.times import find_times
from claimcheck.records.values import Quantity, TimeSpan
from claimcheck.settings import DEFAULT_SPACY_MODEL

DATA = Path(__file__).parent / "data"
PARTS = ("dev", "dev2", "test", "test2")
"""`dev2` was labelled by somebody who had not seen the rules; `test` was scored once."""
Row = dict[str, Any]


def read(name: str, part: str) -> list[Row]:
    lines = (DATA / f"{name}.{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-4 * max(1.0, abs(a), abs(b))


def same_quantity(found: Row, label: Row) -> bool:
    """Whether two quantities have the same value, unit and dimension."""
    return (
        _close(found["low"], label["low"])
        and _close(found["high"], label["high"])
        and all(found[key] == label[key] for key in ("low_closed", "high_closed", "unit", "dimension", "approximate"))
    )


def same_time(found: Row, label: Row) -> bool:
    """Whether two times have the same days and precision, and the partial fields and clock of the label."""
    keys = ["earliest", "latest", "precision", *(key for key in ("month", "day", "weekday", "clock") if key in label)]
    return all(found[key] == label[key] for key in keys)


def quantity_row(found: Quantity) -> Row:
    names = "start end text low high low_closed high_closed unit dimension approximate counts role".split()
    return {name: getattr(found, name) for name in names}


def time_row(found: TimeSpan) -> Row:
    row: Row = {name: getattr(found, name) for name in "start end text precision month day weekday clock".split()}
    row["earliest"] = found.earliest.isoformat() if found.earliest else None
    row["latest"] = found.latest.isoformat() if found.latest else None
    return row


def predict_quantities(nlp: Any, row: Row) -> list[Row]:
    return [quantity_row(found) for found in find_quantities(nlp(row["text"]))]


def predict_times(nlp: Any, row: Row) -> list[Row]:
    published = dt.date.fromisoformat(row["published"]) if "published" in row else None
    return [time_row(found) for found in find_times(nlp(row["text"]), published)]


def f1(right: int, found: int, labelled: int) -> tuple[float, float, float]:
    """Precision, recall, F1, each in [0, 1]."""
    precision = right / found if found else 1.0
    recall = right / labelled if labelled else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def score(rows: list[Row], predict: Callable[[Row], list[Row]], same: Callable[[Row, Row], bool]) -> dict[str, Any]:
    """Counts and scores over a labelled set; `errors` holds (id, text, labels missed, predictions that are wrong)."""
    spans = values = found = labelled = counts = counts_right = roles = roles_right = 0
    errors: list[tuple[str, str, list[Row], list[Row]]] = []
    context: list[tuple[str, str, Row, Row]] = []
    for row in rows:
        predictions = predict(row)
        by_span = {(one["start"], one["end"]): one for one in predictions}
        found += len(predictions)
        labelled += len(row["expected"])
        missed, used = [], set()
        for label in row["expected"]:
            one = by_span.get((label["start"], label["end"]))
            if one is None:
                missed.append(label)
                continue
            spans += 1
            if not same(one, label):
                missed.append(label)
                continue
            values += 1
            used.add((label["start"], label["end"]))
            if "counts" in label:
                counts += 1
                counts_right += one["counts"] == label["counts"]
            if "role" in label:
                roles += 1
                roles_right += one["role"] == label["role"]
            if one.get("counts") != label.get("counts", one.get("counts")) or one.get("role") != label.get(
                "role", one.get("role")
            ):
                context.append((row["id"], row["text"], label, one))
        wrong = [one for key, one in by_span.items() if key not in used]
        if missed or wrong:
            errors.append((row["id"], row["text"], missed, wrong))
    return {
        "span": f1(spans, found, labelled),
        "value": f1(values, found, labelled),
        "labels": labelled,
        "counts": (counts_right, counts),
        "roles": (roles_right, roles),
        "errors": errors,
        "context": context,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="dev", choices=PARTS)
    parser.add_argument("--errors", action="store_true", help="print every difference")
    arguments = parser.parse_args()
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    for name, predict, same in (
        ("quantities", predict_quantities, same_quantity),
        ("times", predict_times, same_time),
    ):
        rows = read(name, arguments.part)
        result = score(rows, lambda row, predict=predict: predict(nlp, row), same)  # type: ignore[misc]
        print(f"{name}.{arguments.part}: {len(rows)} examples, {result['labels']} labels")
        for what in ("span", "value"):
            precision, recall, both = result[what]
            print(f"  {what:6} precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}")
        for what in ("counts", "roles"):
            right, total = result[what]
            if total:
                print(f"  {what:6} right {right}/{total}")
        if arguments.errors:
            for identifier, text, missed, wrong in result["errors"]:
                print(f"\n  {identifier}: {text}")
                for label in missed:
                    print("    wanted", {key: value for key, value in label.items() if key not in ("start", "end")})
                for one in wrong:
                    print("    found ", {key: value for key, value in one.items() if key not in ("start", "end")})
            for identifier, text, label, one in result["context"]:
                print(f"  {identifier}: {text}\n    {label['text']}: wanted {label.get('counts')}/{label.get('role')}, "
                      f"found {one['counts']}/{one['role']}")  # fmt: skip


if __name__ == "__main__":
    main()
