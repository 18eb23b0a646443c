"""Trains the judge's language models: `python -m benchmarks.training.judge --data DIR --output DIR --tier TIER`.

*accurate* is an adapter over all-mpnet-base-v2 (accurate_judge.py), *fast* is all-MiniLM-L6-v2, which learns from what
the accurate one (`--teacher`) makes of many pairs (fast_judge.py).

`--write` puts the result where the package finds it. Scores and what else was tried: docs/decisions/0010 to 0017.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
from pathlib import Path

import claimcheck.models
from benchmarks.training.accurate_judge import train_accurate
from benchmarks.training.fast_judge import train_fast
from benchmarks.training.judge_data import nli_examples
from benchmarks.training.made_pairs import made_examples
from claimcheck.judging.adapter import ADAPTER_FILE
from claimcheck.judging.language_model import LABELS, judge_folder
from claimcheck.training.examples import Example

SEED = 7
MADE_ASKED, MADE = 30_000, 22_000
"""Made pairs that are asked for, and the first of them that are used."""


def write(tier: str, output: Path) -> None:
    """Put a trained model where the package finds it: an adapter as it is, a whole model in half precision."""
    target = Path(claimcheck.models.__file__).parent / f"judge_{tier}"
    target.mkdir(exist_ok=True)
    shutil.copyfile(output / "recipe.json", target / "recipe.json")
    if (output / ADAPTER_FILE).is_file():
        shutil.copyfile(output / ADAPTER_FILE, target / ADAPTER_FILE)
        return
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    model = AutoModelForSequenceClassification.from_pretrained(output).to(torch.float16)
    model.save_pretrained(target)
    AutoTokenizer.from_pretrained(output).save_pretrained(target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--output", type=Path, required=True, help="folder for checkpoints and the model")
    parser.add_argument("--tier", choices=("fast", "accurate"), required=True)
    parser.add_argument("--teacher", type=Path, help="folder of the accurate model; the one that ships if not given")
    parser.add_argument("--made", type=Path, help="JSON lines of made pairs; made anew if not given")
    parser.add_argument("--write", action="store_true", help="write the model into the package")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if not (options.output / "recipe.json").is_file():
        human = nli_examples(options.data, seed=SEED)
        if options.made:
            rows = [json.loads(line) for line in options.made.read_text(encoding="utf-8").splitlines()]
            made = [Example(r["premise"], r["hypothesis"], _label(r["label"]), "made") for r in rows]
        else:
            found = made_examples(options.data, count=MADE_ASKED, seed=SEED, part="train")[:MADE]
            made = [Example(m.premise, m.hypothesis, m.label, "made") for m in found]
        if options.tier == "accurate":
            train_accurate(options.data, human, made, options.output)
        else:
            train_fast(options.data, human, made, options.output, options.teacher or judge_folder("accurate"))
    if options.write:
        write(options.tier, options.output)


def _label(label: int | str) -> int:
    return LABELS.index(label) if isinstance(label, str) else label


if __name__ == "__main__":
    main()
