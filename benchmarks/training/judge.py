"""Trains the judge's language models: `python -m benchmarks.training.judge --data DIR --output DIR --tier TIER`.

*accurate*: an adapter over all-mpnet-base-v2, in seven stages: human-written NLI pairs (judge_data.py) with made
conflicts and agreements (made_pairs.py); pairs labelled with the five relations (relation_data.py), with a share of the
first; all of these again, where now every pair answers both questions in either order; relations once more, with
the claims of articles, which are what `compare` asks about; then the last two again, with other pairs and with more,
and the last once more with those that were written since. `--further` adds an eighth stage, which does not ship.

*fast*: all-MiniLM-L6-v2 in six stages: human-written pairs, made pairs with a share of the first, relations with a
share of both, so that what was learned is kept; then what the accurate one (`--teacher`) makes of all these and of many
unlabelled pairs of news sentences; these again, with more human-written pairs; and both with what a later accurate one
makes of more.

`--write` puts the result where the package finds it. Scores and what else was tried: docs/decisions/0010 to 0015.
"""

from __future__ import annotations

import argparse
import collections
import json
import logging
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
import numpy as np
from scipy.special import softmax

import claimcheck.models
from benchmarks.training.judge_data import left_out, nli_examples, written_hypotheses, written_nli
from benchmarks.training.made_pairs import made_examples
from benchmarks.training.relation_data import (
    claims_in_sets,
    in_ecbplus,
    in_sets,
    repeated,
    same_point,
    unlabelled,
    written,
)
from claimcheck.embedding.models import embedded_model_dir
from claimcheck.judging.adapter import ADAPTER_FILE, Adapter
from claimcheck.judging.base_model import base_model_dir
from claimcheck.judging.language_model import LABELS, judge_folder, load_language_model
from claimcheck.training.examples import Example, either_way
from claimcheck.training.loop import QUESTIONS, Recipe, train

SEED = 7
MADE_ASKED, MADE = 30_000, 22_000
"""Made pairs that are asked for, and the first of them that are used."""
REPLAYED = 9_000
"""Pairs of the first stage that the second one sees again."""
THIRD_HUMAN, THIRD_MADE = 6_000, 3_000
"""Pairs of the first two stages that the third one sees again."""
TAUGHT_EITHER, TAUGHT_UNLABELLED = 8_000, 6_000
"""Pairs of each kind that the teacher judges for the student."""
TAUGHT_TIMES = 2
"""How often the student sees these."""
UNTAUGHT = 30_000
"""Human-written pairs that it sees with their labels alone."""
AGAIN_EITHER, AGAIN_UNLABELLED, AGAIN_UNTAUGHT = 22_000, 7_000, 55_000
"""The same in the last stage."""

FIRST = Recipe(rate=8e-5)
SECOND = Recipe(rate=6e-5, seed=8, longest=96)
THIRD = Recipe(rate=6e-5, seed=9, longest=96, swap=0.5)
FOURTH = Recipe(rate=1e-4, seed=10, longest=128, swap=0.5, epochs=2, taught=0.8)
FIFTH = Recipe(rate=1e-4, seed=13, longest=128, swap=0.5, taught=0.8)
SIXTH = Recipe(rate=1.2e-4, seed=16, longest=128, swap=0.5, taught=0.8)

LAYERS = Adapter(first=2, rank=32)
ACCURATE_FIRST = Recipe(rate=3e-4, seed=7, longest=128, save_every=200, stop=1_200, adapter=LAYERS)
ACCURATE_SECOND = Recipe(rate=2.5e-4, seed=9, longest=128, swap=0.5, save_every=200, adapter=LAYERS)
ACCURATE_CAPS: Mapping[str, int] = {
    "snli.train": 36_000,
    "mnli.train": 13_000,
    "snli_counterfactual.train": 9_000,
    "conjnli.train": 3_000,
    "creak.train": 2_000,
    "breaking_nli.train": 1_500,
    "scone.train": 1_500,
    "ecbplus_pairs.train": 1_500,
}
ACCURATE_MADE = 12_000
ACCURATE_LONGEST = 500
"""Characters of a human-written pair: longer ones would take most of the time."""
ACCURATE_REPLAYED = 18_000
"""Pairs of the first stage that the second one sees again."""
ACCURATE_THIRD = Recipe(rate=2e-4, seed=11, longest=128, swap=0.5, save_every=200, adapter=LAYERS)
ACCURATE_FOURTH = Recipe(rate=1.5e-4, seed=12, longest=128, swap=0.5, save_every=200, adapter=LAYERS)
EITHER_CAPS: Mapping[str, int] = {
    "snli.train": 12_000,
    "snli_counterfactual.train": 4_500,
    "conjnli.train": 3_000,
    "creak.train": 2_000,
    "breaking_nli.train": 1_200,
    "scone.train": 800,
    "ecbplus_pairs.train": 1_500,
}
EITHER_MADE = 6_000
EITHER_TWICE = ("fever_symmetric.train",)
"""Small sets that are seen twice."""
EITHER_REPLAYED, POINTS_REPLAYED = 7_000, 2_000
"""Pairs of the third stage that the fourth one sees again."""
ACCURATE_FIFTH = Recipe(rate=1.5e-4, seed=14, longest=128, swap=0.5, save_every=200, adapter=LAYERS)
FIFTH_CAPS: Mapping[str, int] = {**EITHER_CAPS, "snli.train": 16_000, "conjnli.train": 1_500}
FIFTH_MADE = 10_000
FIFTH_TWICE = ("fever_symmetric.train", "negation_nli.train")
ACCURATE_SIXTH = Recipe(rate=1.5e-4, seed=15, longest=128, swap=0.5, save_every=200, adapter=LAYERS)
FIFTH_REPLAYED = 7_000
"""Pairs of the fifth stage that the sixth one sees again."""
SENTENCES, REPEATED = 2_000, 300
"""Pairs of sentences of the sets of articles, and sentences that are paired with themselves, in the sixth stage."""
ACCURATE_SEVENTH = Recipe(rate=1.2e-4, seed=17, longest=128, swap=0.5, save_every=200, adapter=LAYERS)
WRITTEN_BEFORE, NLI_BEFORE = 12_346, 2_000
"""Written pairs, and written pairs of natural language inference, that the sixth stage knew."""
SEVENTH_GENERAL, SEVENTH_POINTS, SEVENTH_WRITTEN, SEVENTH_NLI, SEVENTH_REPEATED = 4_500, 1_200, 4_000, 1_000, 200
"""Pairs of each kind that the seventh stage sees again, once; what is new it sees twice."""

ACCURATE_EIGHTH = Recipe(rate=1.2e-4, seed=18, longest=128, swap=0.5, save_every=200, adapter=LAYERS)
EIGHTH_GENERAL, EIGHTH_POINTS, EIGHTH_NLI = 3_000, 600, 600
EIGHTH_WRITTEN, EIGHTH_CLAIMS, EIGHTH_ECBPLUS = 3_500, 1_800, 800
"""Pairs of each kind that the eighth stage sees again, beside the written hypotheses."""


def train_accurate(data: Path, human: list[Example], made: list[Example], output: Path) -> None:
    names = ("first", "second", "third", "fourth", "fifth", "sixth")
    first, second, third, fourth, fifth, sixth = (output / name for name in names)
    general = _capped(human, ACCURATE_CAPS)
    general = [e for e in general if len(e.premise) + len(e.hypothesis) < ACCURATE_LONGEST]
    general += _some(made, ACCURATE_MADE, seed=1)
    _adapt(first, general + written(0), ACCURATE_FIRST, order=3)
    mixed = _some(general, ACCURATE_REPLAYED, seed=5) + same_point(data)
    for epoch in (1, 2):
        mixed += written(epoch) + in_sets(epoch) + in_ecbplus(data, epoch)
    _adapt(second, mixed, ACCURATE_SECOND, order=4, start_from=first)
    either = asked_either_way(data, _some(made, EITHER_MADE, seed=2))
    mixed = either + same_point(data) + written(2) + in_sets(2) + in_ecbplus(data, 2)
    _adapt(third, mixed, ACCURATE_THIRD, order=6, start_from=second)
    mixed = _some(either, EITHER_REPLAYED, seed=7) + _some(same_point(data), POINTS_REPLAYED, seed=7)
    for epoch in (3, 4):
        mixed += written(epoch) + claims_in_sets(epoch) + in_ecbplus(data, epoch)
    _adapt(fourth, mixed + in_sets(3), ACCURATE_FOURTH, order=8, start_from=third)
    again = asked_either_way(
        data, _some(made, FIFTH_MADE, seed=5), caps=FIFTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 3
    ) + same_point(data)
    _adapt(fifth, again, ACCURATE_FIFTH, order=9, start_from=fourth)
    mixed = _some(again, FIFTH_REPLAYED, seed=10) + _some(same_point(data), POINTS_REPLAYED, seed=10)
    for epoch in (5, 6):
        mixed += written(epoch) + claims_in_sets(epoch) + in_ecbplus(data, epoch)
        mixed += [either_way(e) for e in written_nli()]
    mixed += _some(in_sets(5), SENTENCES, seed=12) + repeated(REPEATED, seed=16)
    _adapt(sixth, mixed, ACCURATE_SIXTH, order=11, start_from=fifth)
    general = asked_either_way(
        data, _some(made, EITHER_MADE, seed=31), caps=FIFTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 6
    ) + same_point(data)
    mixed = _some(general, SEVENTH_GENERAL, seed=32) + _some(same_point(data), SEVENTH_POINTS, seed=33)
    mixed += written(21)[WRITTEN_BEFORE:] + written(22)[WRITTEN_BEFORE:]
    mixed += _some(written(21)[:WRITTEN_BEFORE], SEVENTH_WRITTEN, seed=34)
    mixed += claims_in_sets(21) + in_ecbplus(data, 21)
    nli = [either_way(e) for e in written_nli()]
    mixed += nli[NLI_BEFORE:] * 2 + _some(nli[:NLI_BEFORE], SEVENTH_NLI, seed=35)
    mixed += _some(in_sets(21), SENTENCES, seed=36) + repeated(SEVENTH_REPEATED, seed=37)
    _adapt(output, mixed, ACCURATE_SEVENTH, order=38, start_from=sixth)


def train_further(data: Path, made: list[Example], output: Path) -> None:
    """An eighth stage after the seven in `output`, and the mean of both in `output/mean`; neither ships, see
    docs/decisions/0015-an-eighth-stage.md."""
    general = asked_either_way(
        data, _some(made, EITHER_MADE, seed=41), caps=FIFTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 7
    )
    mixed = _some(general, EIGHTH_GENERAL, seed=42) + _some(same_point(data), EIGHTH_POINTS, seed=43)
    mixed += _some(written(31), EIGHTH_WRITTEN, seed=44) + _some(claims_in_sets(31), EIGHTH_CLAIMS, seed=45)
    mixed += _some(in_ecbplus(data, 31), EIGHTH_ECBPLUS, seed=46)
    mixed += [either_way(e) for e in written_hypotheses(data)]
    mixed += _some([either_way(e) for e in written_nli()], EIGHTH_NLI, seed=47)
    _adapt(output / "eighth", mixed, ACCURATE_EIGHTH, order=48, start_from=output)
    average(output, output / "eighth", output / "mean")


def average(before: Path, after: Path, output: Path) -> None:
    """Write the mean of the weights of two stages: it keeps what the first knew and has what the second learned
    (Wortsman et al. 2022, https://arxiv.org/abs/2109.01903).

    Args:
        before, after: folders of the stages; both adapters have the same names and shapes.
        output: folder that becomes a copy of `after` with that mean.
    """
    from safetensors import safe_open
    from safetensors.torch import load_file, save_file

    shutil.copytree(after, output, dirs_exist_ok=True)
    first, second = (load_file(folder / ADAPTER_FILE) for folder in (before, after))
    mean = {name: ((first[name].float() + second[name].float()) / 2).to(second[name].dtype) for name in second}
    with safe_open(after / ADAPTER_FILE, "pt") as adapter:
        save_file(mean, output / ADAPTER_FILE, metadata=adapter.metadata())


def _adapt(
    output: Path, examples: list[Example], recipe: Recipe, *, order: int, start_from: Path | None = None
) -> None:
    """One stage of the adapter: the examples shuffled with the seed `order`, after another stage; not if it is done."""
    if not (output / "recipe.json").is_file():
        adapter = None if start_from is None else start_from / ADAPTER_FILE
        train(base_model_dir(), _some(examples, len(examples), seed=order), output, recipe, start_from=adapter)


def asked_either_way(
    data: Path,
    made: list[Example],
    *,
    caps: Mapping[str, int] = EITHER_CAPS,
    twice: Sequence[str] = EITHER_TWICE,
    seed: int = SEED + 1,
) -> list[Example]:
    """Human-written and made pairs that answer both questions, whichever text comes first."""
    human = [e for e in nli_examples(data, seed=seed) if not left_out(e)]
    small = [e for e in human if e.source in twice]
    human = [e for e in _capped(human, caps) if len(e.premise) + len(e.hypothesis) < ACCURATE_LONGEST]
    return [either_way(e) for e in human + small + made]


def _capped(examples: list[Example], caps: Mapping[str, int]) -> list[Example]:
    """At most so many of each source, the first ones; a source without a cap is taken whole."""
    taken: collections.Counter[str] = collections.Counter()
    kept = []
    for example in examples:
        if taken[example.source] < caps.get(example.source, len(examples)):
            taken[example.source] += 1
            kept.append(example)
    return kept


def train_fast(data: Path, human: list[Example], made: list[Example], output: Path, teacher: Path) -> None:
    first, second, third, fourth, fifth = (output / name for name in ("first", "second", "third", "fourth", "fifth"))
    if not (first / "recipe.json").is_file():
        train(embedded_model_dir(), human, first, FIRST)
    if not (second / "recipe.json").is_file():
        mixed = [*made, *_some(human, REPLAYED, seed=SEED)]
        train(first, _some(mixed, len(mixed), seed=SEED), second, SECOND)
    if not (third / "recipe.json").is_file():
        mixed = [example for epoch in range(3) for example in written(epoch)]
        mixed += [*_some(human, THIRD_HUMAN, seed=3), *_some(made, THIRD_MADE, seed=1)]
        train(second, _some(mixed, len(mixed), seed=3), third, THIRD)
    asked = _some(asked_either_way(data, _some(made, EITHER_MADE, seed=2)), TAUGHT_EITHER, seed=11) + same_point(data)
    asked += written(1) + in_sets(1) + claims_in_sets(1) + in_ecbplus(data, 1)
    asked += unlabelled(data, TAUGHT_UNLABELLED, seed=13)
    shown = taught(asked, teacher, output / "taught.jsonl")
    if not (fourth / "recipe.json").is_file():
        train(third, _some(shown, len(shown), seed=5), fourth, FOURTH)
    if not (fifth / "recipe.json").is_file():
        mixed = shown * TAUGHT_TIMES + _general(data, seed=SEED + 2)[:UNTAUGHT]
        train(fourth, _some(mixed, len(mixed), seed=6), fifth, FIFTH)
    nli = [either_way(e) for e in written_nli()]
    asked = asked_either_way(data, _some(made, EITHER_MADE, seed=22), seed=SEED + 4)
    asked = _some(asked, AGAIN_EITHER, seed=21) + same_point(data)
    asked += written(7) + in_sets(7) + claims_in_sets(7) + in_ecbplus(data, 7) + nli
    asked += unlabelled(data, AGAIN_UNLABELLED, seed=23)
    shown = taught(_some(asked, len(asked), seed=24), teacher, output / "taught_again.jsonl")
    mixed = shown * TAUGHT_TIMES + _general(data, seed=SEED + 5)[:AGAIN_UNTAUGHT]
    mixed += written(8) + written(9)[WRITTEN_BEFORE:] + claims_in_sets(8) + in_ecbplus(data, 8) + in_sets(8) + nli
    mixed += repeated(REPEATED, seed=18)
    train(fifth, _some(mixed, len(mixed), seed=26), output, SIXTH)


def _general(data: Path, *, seed: int) -> list[Example]:
    """Human-written pairs that answer both questions."""
    return [either_way(e) for e in nli_examples(data, seed=seed) if not left_out(e)]


def taught(asked: list[Example], teacher: Path, kept: Path) -> list[Example]:
    """Labelled and unlabelled pairs, with what the teacher makes of them.

    Args:
        kept: file that keeps them, to go on from.
    """
    if not kept.is_file():
        model = load_language_model(teacher)
        logits = model.ask([(e.premise, e.hypothesis) for e in asked], progress=_log_progress)
        verdicts = np.concatenate([softmax(logits[:, question], axis=1) for question in QUESTIONS], axis=1)
        with kept.open("w", encoding="utf-8") as file:
            for example, verdict in zip(asked, verdicts, strict=True):
                row = attrs.asdict(example) | {"taught": [round(float(value), 4) for value in verdict]}
                if example.label < 0:  # nobody has labelled it: the teacher does
                    row["label"] = len(LABELS) + int(verdict[QUESTIONS[1]].argmax())
                file.write(json.dumps(row) + "\n")
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    return [Example(**{**row, "also": tuple(row["also"]), "taught": tuple(row["taught"])}) for row in rows]


def _log_progress(stage: str, done: int, total: int) -> None:
    if done % 3200 == 0:
        logging.getLogger(__name__).info("%s: %d of %d", stage, done, total)


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
    parser.add_argument("--teacher", type=Path, help="folder of the accurate model; the one that ships if not given")
    parser.add_argument("--made", type=Path, help="JSON lines of made pairs; made anew if not given")
    parser.add_argument("--further", action="store_true", help="accurate: add the eighth stage")
    parser.add_argument("--write", action="store_true", help="write the model into the package")
    options = parser.parse_args()
    if options.further and options.tier != "accurate":
        parser.error("--further is for the accurate one")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.further or not (options.output / "recipe.json").is_file():
        human = nli_examples(options.data, seed=SEED)
        if options.made:
            rows = [json.loads(line) for line in options.made.read_text(encoding="utf-8").splitlines()]
            made = [Example(r["premise"], r["hypothesis"], _label(r["label"]), "made") for r in rows]
        else:
            found = made_examples(options.data, count=MADE_ASKED, seed=SEED, part="train")[:MADE]
            made = [Example(m.premise, m.hypothesis, m.label, "made") for m in found]
        if options.tier == "accurate":
            train_accurate(options.data, human, made, options.output)
            if options.further:
                train_further(options.data, made, options.output)
        else:
            train_fast(options.data, human, made, options.output, options.teacher or judge_folder("accurate"))
    if options.write:
        write(options.tier, options.output)


def _label(label: int | str) -> int:
    return LABELS.index(label) if isinstance(label, str) else label


if __name__ == "__main__":
    main()
