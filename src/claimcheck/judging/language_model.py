"""The judge's language model: a cross-encoder that reads two sentences and scores how they relate.

It answers two questions at once, by eight outputs: what follows from what (entailment, neutral, contradiction, as in
natural language inference), and which of the five relations holds. Two of them exist: *fast*, a fine-tuned
all-MiniLM-L6-v2 that ships with the package, and *accurate*, an adapter of 10 MB over all-mpnet-base-v2.
"""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.embedding.models import ONE_AT_A_TIME, has_fast_bfloat16, quiet_model_libraries
from claimcheck.errors import ModelError
from claimcheck.judging.adapter import ADAPTER_FILE, merge_adapter
from claimcheck.judging.base_model import base_model_dir
from claimcheck.judging.model_input import in_fitting_words, read_together
from claimcheck.progress import Progress, no_progress
from claimcheck.records import RELATIONS

if TYPE_CHECKING:
    from claimcheck.judging.evidence import Finding
    from claimcheck.judging.judges import Pair

LABELS = ("entailment", "neutral", "contradiction")
OUTPUTS = (*LABELS, *(f"relation: {name}" for name in RELATIONS))
"""What the model scores, in this order."""
FAST, ACCURATE = "fast", "accurate"
TIERS = (FAST, ACCURATE)
COMBINATION = "combination.json"
"""File beside the model's: the regression that joins its scores on bare texts with the evidence, see `regressions`."""
INSIDE = "combination_inside.json"
"""The same for claims inside articles; a model without it is not heard there."""
IN_COMPANY = "combination_in_company.json"
"""The same for claims inside articles, once the pairs around them are known, see `company`."""
REGRESSIONS = (COMBINATION, INSIDE, IN_COMPANY)
BATCH = 32
LONGEST = 160
"""Tokens of a pair; longer ones are cut."""
STAGE = "Reading pairs"


class LanguageModel:
    """A cross-encoder with the outputs OUTPUTS."""

    def __init__(self, model: Any, tokenizer: Any) -> None:
        self._model, self._tokenizer = model, tokenizer

    def logits(
        self,
        pairs: Sequence[Pair],
        findings: Sequence[Sequence[Finding]],
        *,
        stage: str = STAGE,
        progress: Progress = no_progress,
    ) -> NDArray[np.float64]:
        """Scores before the softmax, shape (n, 8), float64.

        A pair is read once, the earlier report first, so that the order in which it is given does not matter; twice
        where figures fit in other words, the second time in the same words (`in_fitting_words`), and the scores are
        the mean (docs/decisions/0021-figures-that-fit.md).

        Args:
            pairs: n pairs.
            findings: the evidence on each.
            stage, progress: as `ask` has them.
        """
        asked = [_readings(pair, own) for pair, own in zip(pairs, findings, strict=True)]
        found = self.ask([texts for readings in asked for texts in readings], stage=stage, progress=progress)
        ends = np.cumsum([len(readings) for readings in asked])
        return np.array(
            [found[end - len(readings) : end].mean(axis=0) for end, readings in zip(ends, asked, strict=True)]
        ).reshape(len(pairs), len(OUTPUTS))

    def ask(
        self, pairs: Sequence[tuple[str, str]], *, stage: str = STAGE, progress: Progress = no_progress
    ) -> NDArray[np.float64]:
        """Scores of pairs of texts as they are given, shape (n, 8), float64; like lengths are read together.

        Args:
            pairs: n pairs of texts.
            stage: what `progress` calls the reading.
            progress: called as (stage, done, total), counted in pairs; not at all where there are none.
        """
        import torch

        found = np.zeros((len(pairs), len(OUTPUTS)))
        if not pairs:
            return found
        order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + len(pairs[i][1]))
        progress(stage, 0, len(pairs))
        with torch.inference_mode():
            for start in range(0, len(order), BATCH):
                chosen = order[start : start + BATCH]
                inputs = self._tokenizer(
                    [pairs[i][0] for i in chosen], [pairs[i][1] for i in chosen],
                    padding=True, truncation="longest_first", max_length=LONGEST, return_tensors="pt",
                )  # fmt: skip
                found[chosen] = self._model(**inputs).logits.float().numpy()
                progress(stage, min(start + BATCH, len(order)), len(pairs))
        return found


def load_language_model(folder: Path, *, cache_dir: Path | None = None) -> LanguageModel:
    """Load a model, or an adapter together with its base.

    Args:
        folder: with `model.safetensors` or `adapter.safetensors`, as `claimcheck train` writes it.
        cache_dir: where the base of an adapter is unpacked; None: the user's cache folder.

    Raises:
        ModelError: the folder or the base cannot be read.
    """
    adapter = folder / ADAPTER_FILE
    base = base_model_dir(cache_dir) if adapter.is_file() else folder
    with ONE_AT_A_TIME:
        quiet_model_libraries()
        from transformers import AutoModelForSequenceClassification, AutoTokenizer

        try:
            model = AutoModelForSequenceClassification.from_pretrained(
                base, num_labels=len(OUTPUTS), local_files_only=True
            )
            tokenizer = AutoTokenizer.from_pretrained(base, local_files_only=True)
        except Exception as error:  # the libraries raise OSError, ValueError, KeyError and their own kinds here
            raise _unloadable(folder, error) from error
    model = model.float()  # the fast one ships in half precision
    if adapter.is_file():
        try:
            merge_adapter(model, adapter)
        except Exception as error:  # as above
            raise _unloadable(folder, error) from error
    model.eval()
    return LanguageModel(model.bfloat16() if has_fast_bfloat16() else model, tokenizer)


def _unloadable(folder: Path, error: Exception) -> ModelError:
    return ModelError(f"The judge model in {folder} cannot be loaded ({type(error).__name__}).")


def judge_folder(name: str) -> Path:
    """Folder of the judge that is called "fast" or "accurate", or `name` itself as a folder.

    Raises:
        ModelError: there is none.
    """
    folder = Path(str(resources.files("claimcheck.models") / f"judge_{name}")) if name in TIERS else Path(name)
    if not is_judge_folder(folder):
        raise ModelError(
            f"{name!r} is no judge. Type one of {', '.join(TIERS)}, or name a folder that claimcheck train has written."
        )
    return folder


def is_judge_folder(folder: Path) -> bool:
    """Whether a folder holds a language model of this kind, with the regression that belongs to it."""
    return os.path.isfile(folder / COMBINATION)


def in_order(pair: Pair) -> bool:
    """Whether a pair is read as it is given: the earlier report first, of one day the one that sorts first."""
    if pair.date_a is None or pair.date_b is None or pair.date_a == pair.date_b:
        return pair.a.text <= pair.b.text
    return pair.date_a < pair.date_b


def ordered(pair: Pair, findings: Sequence[Finding]) -> tuple[Pair, Sequence[Finding]]:
    """A pair and the evidence on it as they are read, see `in_order`."""
    return (pair, findings) if in_order(pair) else (pair.swapped(), [finding.swapped() for finding in findings])


def _readings(pair: Pair, findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """The pairs of texts as which a pair is read, the earlier report first: one, or two."""
    first, findings = ordered(pair, findings)
    fitting = in_fitting_words(first.a, first.b, findings)
    readings = [
        read_together(first.a, b, first.date_a, first.date_b, first.title_a, first.title_b)
        for b in ([first.b] if fitting is None else [first.b, fitting])
    ]
    return list(dict.fromkeys(readings))
