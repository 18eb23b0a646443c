"""Fine-tuning the judge on a user's own labelled pairs: what `claimcheck train` does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from claimcheck.errors import InputError, OutputError
from claimcheck.judging import RULES, judge_pairs
from claimcheck.judging.adapter import ADAPTER_FILE, adapter_of
from claimcheck.judging.base_model import base_model_dir
from claimcheck.judging.language_model import COMBINATION, REGRESSIONS, TIERS, judge_folder
from claimcheck.judging.lead_reading import STORIES
from claimcheck.progress import Progress, no_progress
from claimcheck.settings import Settings
from claimcheck.training.examples import relation_examples
from claimcheck.training.loop import Recipe, train

FEWEST = 20
"""Pairs below which nothing can be learned or measured."""
KEPT_APART = 10
"""One pair in so many is not trained on."""
SEED = 7
RATES = {"whole": 2e-5, "adapter": 1e-4}
"""Peak learning rates; a third of those that the shipped models were trained with, so that little is forgotten."""
UNDATED = 0.3
CHECKPOINTS, LEAST_STEPS = 20, 10
"""How many checkpoints are written on the way, and steps between two of them at least."""
WEIGHTS = (ADAPTER_FILE, "model.safetensors")
SIGNS = (COMBINATION, "recipe.json", "checkpoint.pt", "checkpoint.new")
"""Files by which a folder is known as one that was trained into: a judge, or what a stopped run has left."""


@attrs.frozen(kw_only=True)
class Outcome:
    """How a fine-tuning went.

    Attributes:
        trained, kept: pairs that were trained on, and kept apart.
        before, after: share of those kept apart that the judge has right, in [0, 1].
    """

    trained: int
    kept: int
    before: float
    after: float


def finetune(
    rows: Sequence[Mapping[str, Any]], output: Path, *, base: str, epochs: int, progress: Progress = no_progress
) -> Outcome:
    """Fine-tune a judge, write it to a folder, and measure it on pairs that were kept apart.

    Args:
        rows: each with "a", "b", "relation" and, if known, "date_a", "date_b", "title_a", "title_b".
        output: folder for the judge.
        base: "fast", "accurate" or a folder that this function has written.
        epochs: how often every pair is seen.

    Raises:
        InputError: there are too few pairs, or the folder is the base's own, has the name of a judge that ships, or
            holds something else.
        OutputError: the folder cannot be written.
        ModelError: the base is missing.
    """
    check_output(output)
    if len(rows) < FEWEST:
        raise InputError(
            f"{len(rows)} labelled pairs are too few to learn from; expected {FEWEST} or more, a line each, as in "
            '{"a": "…", "b": "…", "relation": "contradiction"}.'
        )
    folder = judge_folder(base)
    if str(output) in (*TIERS, RULES):
        raise InputError(f"“{output}” names a judge that ships with claimcheck; name another folder, such as my-judge.")
    if output.resolve() == folder.resolve():
        raise InputError(f"{output} is the judge to start from; name another folder for the fine-tuned one.")
    order = np.random.default_rng(SEED).permutation(len(rows))
    apart = [rows[i] for i in order[::KEPT_APART]]
    kept = set(order[::KEPT_APART].tolist())
    examples = [
        example
        for epoch in range(epochs)
        for example in relation_examples(
            [row for at, row in enumerate(rows) if at not in kept], seed=SEED + epoch, undated=UNDATED
        )
    ]
    examples = [examples[i] for i in np.random.default_rng(SEED).permutation(len(examples))]
    adapter = adapter_of(folder / ADAPTER_FILE) if (folder / ADAPTER_FILE).is_file() else None
    recipe = Recipe(rate=RATES["whole" if adapter is None else "adapter"], swap=0.5, longest=160, adapter=adapter)
    recipe = attrs.evolve(recipe, save_every=max(LEAST_STEPS, len(examples) // recipe.batch // CHECKPOINTS))
    before = _accuracy(apart, base)

    def trained(stage: str, done: int, total: int) -> None:
        progress(stage, done, total)
        if done >= total:  # what is saved next takes the place of a judge that was trained here before
            for name in (*WEIGHTS, *REGRESSIONS, STORIES):
                (output / name).unlink(missing_ok=True)

    if adapter is None:
        train(folder, examples, output, recipe, progress=trained)
    else:
        train(base_model_dir(), examples, output, recipe, start_from=folder / ADAPTER_FILE, progress=trained)
    for name in (*REGRESSIONS, STORIES):
        if (folder / name).is_file():
            shutil.copyfile(folder / name, output / name)
    after = _accuracy(apart, str(output))
    return Outcome(trained=len(rows) - len(apart), kept=len(apart), before=before, after=after)


def check_output(output: Path) -> None:
    """Raise where `finetune` would refuse its folder or could not write to it, before long work starts.

    Raises:
        InputError: it is a file, or a folder with something else than a judge in it.
        OutputError: it cannot be written.
    """
    try:
        if output.exists() and not output.is_dir():
            raise InputError(f"{output} is a file; expected a folder.")
        names = set(os.listdir(output)) if output.is_dir() else set()
        if names and names.isdisjoint(SIGNS):
            raise InputError(
                f"{output} holds files, and no judge that claimcheck train has written; name a folder that is new or "
                f"empty, as in {output / 'my-judge'}."
            )
        target = output.resolve()
        folder = next(path for path in (target, *target.parents) if path.exists())
        if not folder.is_dir():
            raise OutputError(f"Cannot write {output}: {folder} is not a folder.")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise OutputError(f"Cannot write {output}: no permission to write in {folder}.")
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a null byte, a name that is too long
        raise OutputError(f"Cannot write {output}: {getattr(error, 'strerror', None) or error}.") from error


def _accuracy(rows: Sequence[Mapping[str, Any]], judge: str) -> float:
    judgements = judge_pairs(rows, settings=Settings(judge_model=judge))
    return float(np.mean([j.relation == row["relation"] for j, row in zip(judgements, rows, strict=True)]))
