"""Trains the judge's language models: `python -m benchmarks.training.judge --data DIR --output DIR --tier TIER`.

*accurate*: an adapter over all-mpnet-base-v2, one pass over a mix of human-written NLI pairs (judge_data.py), made
conflicts and agreements (made_pairs.py) and pairs written for the five relations (benchmarks/data/relations).

*fast*: all-MiniLM-L6-v2 in three stages: human-written pairs, made pairs with a share of the first, relations with a
share of both, so that what was learned is kept.

`--write` puts the result where the package finds it. Scores and what else was tried: docs/decisions/0010.
"""

from __future__ import annotations

import argparse
import collections
import json
import logging
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np

import claimcheck.models
from benchmarks.training.judge_data import nli_examples
from benchmarks.training.made_pairs import made_examples
from claimcheck.embedding.models import embedded_model_dir
from claimcheck.judging.adapter import ADAPTER_FILE, Adapter
from claimcheck.judging.base_model import base_model_dir
from claimcheck.judging.language_model import LABELS
from claimcheck.training.examples import Example, relation_examples
from claimcheck.training.loop import Recipe, train

SEED = 7
MADE = 22_000
REPLAYED = 9_000
"""Pairs of the first stage that the second one sees again."""
THIRD_HUMAN, THIRD_MADE = 6_000, 3_000
"""Pairs of the first two stages that the third one sees again."""
UNDATED = 0.3
RELATIONS_FILE = Path(__file__).parents[1] / "data" / "relations" / "train.jsonl"

FIRST = Recipe(rate=8e-5)
SECOND = Recipe(rate=6e-5, seed=8, longest=96)
THIRD = Recipe(rate=6e-5, seed=9, longest=96, swap=0.5)

ACCURATE = Recipe(rate=4e-4, seed=9, longest=96, swap=0.5, save_every=100, adapter=Adapter(first=4, rank=16))
ACCURATE_CAPS: Mapping[str, int] = {
    "snli.train": 5_000,
    "snli_counterfactual.train": 2_500,
    "mnli.train": 8_500,
    "breaking_nli.train": 400,
    "negation_nli.train": 1_100,
    "fever_symmetric.train": 600,
    "conjnli.train": 800,
    "scone.train": 300,
    "creak.train": 400,
    "summedits_other.train": 1_200,
    "ecbplus_pairs.train": 300,
}
ACCURATE_MADE = 2_500
ACCURATE_LONGEST = 300
"""Characters of a human-written pair: longer ones would take most of the time."""


def train_accurate(human: list[Example], made: list[Example], output: Path) -> None:
    taken: collections.Counter[str] = collections.Counter()
    mixed = []
    for example in human:
        if taken[example.source] < ACCURATE_CAPS.get(example.source, 0):
            taken[example.source] += 1
            mixed.append(example)
    mixed = [e for e in mixed if len(e.premise) + len(e.hypothesis) < ACCURATE_LONGEST]
    mixed += _some(made, ACCURATE_MADE, seed=1)
    mixed += [example for epoch in range(2) for example in relations(epoch)]
    train(base_model_dir(), _some(mixed, len(mixed), seed=3), output, ACCURATE)


def train_fast(human: list[Example], made: list[Example], output: Path) -> None:
    first, second = output / "first", output / "second"
    if not (first / "recipe.json").is_file():
        train(embedded_model_dir(), human, first, FIRST)
    if not (second / "recipe.json").is_file():
        mixed = [*made, *_some(human, REPLAYED, seed=SEED)]
        train(first, _some(mixed, len(mixed), seed=SEED), second, SECOND)
    mixed = [example for epoch in range(3) for example in relations(epoch)]
    mixed += [*_some(human, THIRD_HUMAN, seed=3), *_some(made, THIRD_MADE, seed=1)]
    train(second, _some(mixed, len(mixed), seed=3), output, THIRD)


def relations(epoch: int) -> list[Example]:
    """The pairs written for the five relations; which of them lose their dates differs from epoch to epoch."""
    rows = [json.loads(line) for line in RELATIONS_FILE.read_text(encoding="utf-8").splitlines()]
    return relation_examples(rows, seed=epoch, undated=UNDATED)


def _some(examples: list[Example], count: int, *, seed: int) -> list[Example]:
    return [examples[i] for i in np.random.default_rng(seed).permutation(len(examples))[:count]]


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
            found = made_examples(options.data, count=MADE, seed=SEED, part="train")
            made = [Example(m.premise, m.hypothesis, m.label, "made") for m in found]
        (train_accurate if options.tier == "accurate" else train_fast)(human, made, options.output)
    if options.write:
        write(options.tier, options.output)


def _label(label: int | str) -> int:
    return LABELS.index(label) if isinstance(label, str) else label


if __name__ == "__main__":
    main()
