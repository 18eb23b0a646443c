"""Fits how likely two bare texts tell of one event: `python -m benchmarks.training.one_event --data DIR`.

A logistic regression over the log-odds of one fact, as a judge has them (what is neither related nor unrelated), on
pairs of sentences of ECB+ training topics and, counting half as much in all, pairs of calibration.jsonl: the two differ
in what they call one event, and neither alone is calibrated for the other (docs/decisions/0028-twin-events.md). Prints
intercept and weight for `claimcheck.judging.model_judge.ONE_EVENT`, and the calibration error on dev of both.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.match_quality.data import Context, Row, own_rows
from benchmarks.match_quality.relations import OWN_FILES
from claimcheck import judge_pairs
from claimcheck.judging.model_judge import one_fact
from claimcheck.models import log_odds
from claimcheck.records import SAME_FACT
from claimcheck.scoring.metrics import expected_calibration_error
from claimcheck.settings import Settings

SEED = 3
MOST_ECBPLUS, MOST_WRITTEN = 2_500, 1_200
WRITTEN_WEIGHT = 0.5
CALIBRATION = OWN_FILES["dev"].with_name("calibration.jsonl")


def _some(rows: Sequence[Row], most: int) -> list[Row]:
    return random.Random(SEED).sample(list(rows), min(most, len(rows)))


def _ecbplus(context: Context, split: str) -> list[Row]:
    rows = context.rows(f"ecbplus_pairs.{split}")
    return [row for row in rows if all(any(map(str.isalnum, row[side])) for side in "ab")]


def _read(rows: Sequence[Row], settings: Settings) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Log-odds of one fact, shape (n, 1), and whether the pair is labelled with one event, shape (n,)."""
    asked = [{key: row[key] for key in ("a", "b", "date_a", "date_b") if row.get(key)} for row in rows]
    facts = [[log_odds(one_fact(j.probabilities))] for j in judge_pairs(asked, settings=settings)]
    same = [row.get("label") == "same_event" or row.get("relation") in SAME_FACT for row in rows]
    return np.array(facts), np.array(same)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--judge", default="fast", help="whose verdicts it is fitted on")
    options = parser.parse_args()
    context = Context(data=options.data, cache=None, settings=Settings(judge_model=options.judge))
    real, same_real = _read(_some(_ecbplus(context, "train"), MOST_ECBPLUS), context.settings)
    written, same_written = _read(_some(own_rows(CALIBRATION), MOST_WRITTEN), context.settings)
    weights = np.ones(len(real) + len(written))
    weights[len(real) :] = WRITTEN_WEIGHT * len(real) / len(written)
    model = LogisticRegression().fit(
        np.concatenate([real, written]), np.concatenate([same_real, same_written]), sample_weight=weights
    )
    print(f"intercept {model.intercept_[0]:.2f}, weight {model.coef_[0][0]:.2f}")
    own = [row for split in ("dev", "dev2") for row in own_rows(OWN_FILES[split])]
    for name, rows in (("ECB+ dev", _ecbplus(context, "dev")), ("relations dev and dev2", own)):
        found, same = _read(rows, context.settings)
        probability = model.predict_proba(found)[:, 1]
        error = expected_calibration_error(same.tolist(), probability)
        print(f"{name}: {len(rows)} pairs, calibration error {error:.3f}")


if __name__ == "__main__":
    main()
