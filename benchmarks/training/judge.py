"""Trains a cross-encoder for the judge: `python -m benchmarks.training.judge --data DIR --output DIR`.

all-MiniLM-L6-v2 is fine-tuned in two stages: on human-written NLI pairs (benchmarks/training/judge_data.py), then on
made conflicts and agreements (made_pairs.py) with a share of the first stage's pairs, so that what was learned from
people is kept. No weights of it ship yet: docs/decisions/0009-judge-training.md has the scores and the reason. With
`--write` they are put, in half precision, where a shipped model would stand; `--judge FOLDER` tries any of them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

import claimcheck.models
from benchmarks.training.cross_encoder import Recipe, train
from benchmarks.training.judge_data import LABELS, Example, nli_examples
from benchmarks.training.made_pairs import made_examples
from claimcheck.embedding.models import embedded_model_dir

SEED = 7
MADE = 22_000
REPLAYED = 9_000
"""Pairs of the first stage that the second one sees again."""
FIRST = Recipe(rate=8e-5)
SECOND = Recipe(rate=6e-5, seed=8, longest=96)


def second_stage(made: list[Example], human: list[Example]) -> list[Example]:
    """Made pairs, and a share of the human-written ones, shuffled."""
    rng = np.random.default_rng(SEED)
    mixed = [*made, *(human[i] for i in rng.permutation(len(human))[:REPLAYED])]
    return [mixed[i] for i in rng.permutation(len(mixed))]


def write_half_precision(folder: Path, target: Path) -> None:
    """The model in half precision (45 MB), with its tokenizer, where the package finds it."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    model = AutoModelForSequenceClassification.from_pretrained(folder).to(torch.float16)
    model.save_pretrained(target)
    AutoTokenizer.from_pretrained(folder).save_pretrained(target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--output", type=Path, required=True, help="folder for checkpoints and both stages' models")
    parser.add_argument("--made", type=Path, help="JSON lines of made pairs; made anew if not given")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    human = nli_examples(options.data, seed=SEED)
    first, second = options.output / "first", options.output / "second"
    if not (first / "recipe.json").is_file():
        train(embedded_model_dir(), human, first, FIRST)
    if options.made:
        rows = [json.loads(line) for line in options.made.read_text(encoding="utf-8").splitlines()]
    else:
        found = made_examples(options.data, count=MADE, seed=SEED, part="train")
        rows = [{"premise": m.premise, "hypothesis": m.hypothesis, "label": m.label} for m in found]
    made = [Example(r["premise"], r["hypothesis"], _label(r["label"]), "made") for r in rows]
    if not (second / "recipe.json").is_file():
        train(first, second_stage(made, human), second, SECOND)
    if options.write:
        write_half_precision(second, Path(claimcheck.models.__file__).parent / "judge")


def _label(label: int | str) -> int:
    return LABELS.index(label) if isinstance(label, str) else label


if __name__ == "__main__":
    main()
