"""Libraries on the labelled sets, for comparison: `python -m benchmarks.values_libraries [dev|dev2|test]`.

Each library runs alone, with its defaults; one that is not installed is left out. None gives bounds, what is counted,
or partial dates, so that two scores are printed: `value` asks for all that benchmarks.values asks for, `loose` only
for a range that overlaps the label's and one right number (either bound, in any unit), or one right first day.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import re
import time
from collections.abc import Callable
from typing import Any

from benchmarks.values import PARTS, Row, f1, predict_quantities, predict_times, read
from claimcheck.claims.nlp import load_pipeline
from claimcheck.settings import DEFAULT_SPACY_MODEL

Predict = Callable[[Row], list[Row]]


def _overlap(a: Row, b: Row) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _near(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= 1e-3 * max(1.0, abs(a), abs(b))


def loose_quantity(found: Row, label: Row) -> bool:
    wanted = [bound for bound in (label["low"], label["high"]) if bound is not None]
    if label["dimension"] == "percentage":
        wanted += [bound / 100 for bound in wanted]
    return any(_near(number, bound) for number in (found["low"], found["high"]) for bound in wanted)


def loose_time(found: Row, label: Row) -> bool:
    wanted = label["earliest"] or label["latest"]
    return wanted is None or wanted in (found["earliest"], found["latest"])


def loose(rows: list[Row], predict: Predict, right: Callable[[Row, Row], bool]) -> tuple[float, float, float]:
    """Precision, recall and F1; each label and each prediction is used once."""
    hits = found = labelled = 0
    for row in rows:
        predictions = predict(row)
        found += len(predictions)
        labelled += len(row["expected"])
        free = list(predictions)
        for label in row["expected"]:
            match = next((one for one in free if _overlap(one, label) and right(one, label)), None)
            if match is not None:
                free.remove(match)
                hits += 1
    return f1(hits, found, labelled)


def quantulum(row: Row) -> list[Row]:
    parser: Any = importlib.import_module("quantulum3.parser")
    classifier: Any = importlib.import_module("quantulum3.classifier")
    classifier.USE_CLF = False  # its unit disambiguation is a pickle of an older scikit-learn
    found = []
    for one in parser.parse(row["text"]):
        spread = one.uncertainty or 0.0
        found.append({"start": one.span[0], "end": one.span[1], "low": one.value - spread, "high": one.value + spread})
    return found


class _Word:
    """What text2num asks of a token."""

    def __init__(self, word: str) -> None:
        self._word = word

    def text(self) -> str:
        return self._word

    def nt_separated(self, previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def text2num(row: Row) -> list[Row]:
    """Numbers alone, in words or digits."""
    library: Any = importlib.import_module("text_to_num")
    words = list(re.finditer(r"[\w.,]*\w|\S", row["text"]))
    found = []
    for one in library.find_numbers([_Word(word.group()) for word in words], "en", 0.0):
        start, end = words[one.start].start(), words[one.end - 1].end()
        found.append({"start": start, "end": end, "low": one.value, "high": one.value})
    for word in words:
        if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word.group()):
            value = float(word.group().replace(",", ""))
            found.append({"start": word.start(), "end": word.end(), "low": value, "high": value})
    return found


def dateparser_search(row: Row) -> list[Row]:
    search: Any = importlib.import_module("dateparser.search")
    published = dt.datetime.fromisoformat(row.get("published", "2100-01-01"))
    settings = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past"}
    found, position = [], 0
    for words, when in search.search_dates(row["text"], languages=["en"], settings=settings) or []:
        start = row["text"].find(words, position)
        if start < 0:
            continue
        position = start + len(words)
        day = when.date().isoformat()
        found.append({"start": start, "end": position, "earliest": day, "latest": day})
    return found


def spacy_entities(labels: set[str]) -> Predict:
    """Spans alone, as the entity recogniser has them: the value is taken for right."""
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)

    def predict(row: Row) -> list[Row]:
        return [
            {"start": one.start_char, "end": one.end_char, "low": None, "high": None, "earliest": None, "latest": None}
            for one in nlp(row["text"]).ents
            if one.label_ in labels
        ]

    return predict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="dev", choices=PARTS)
    part = parser.parse_args().part
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    numbers = {"QUANTITY", "CARDINAL", "MONEY", "PERCENT", "ORDINAL"}
    runs: list[tuple[str, str, Predict, Callable[[Row, Row], bool]]] = [
        ("quantities", "claimcheck", lambda row: predict_quantities(nlp, row), loose_quantity),
        ("quantities", "quantulum3", quantulum, loose_quantity),
        ("quantities", "text2num", text2num, loose_quantity),
        ("quantities", "spaCy entities (span only)", spacy_entities(numbers), lambda found, label: True),
        ("times", "claimcheck", lambda row: predict_times(nlp, row), loose_time),
        ("times", "dateparser.search", dateparser_search, loose_time),
        ("times", "spaCy entities (span only)", spacy_entities({"DATE", "TIME"}), lambda found, label: True),
    ]
    print(f"{'set':11} {'what':28} {'P':>6} {'R':>6} {'F1':>6} {'ms/text':>8}   loose, {part}")
    for name, what, predict, right in runs:
        rows = read(name, part)
        try:
            predict(rows[0])
        except ImportError:
            print(f"{name:11} {what:28} not installed")
            continue
        start = time.perf_counter()
        precision, recall, both = loose(rows, predict, right)
        spent = (time.perf_counter() - start) / len(rows) * 1000
        print(f"{name:11} {what:28} {precision:6.3f} {recall:6.3f} {both:6.3f} {spent:8.1f}")


if __name__ == "__main__":
    main()
