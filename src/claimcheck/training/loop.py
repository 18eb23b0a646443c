"""Fine-tunes a sentence encoder as the judge's cross-encoder: a plain loop that can be stopped and resumed.

One linear layer answers two questions: what follows from what (the first three outputs, NLI) and which of the five
relations holds (the other five); a pair trains the outputs of the questions that it was labelled for.

Word embeddings are frozen (they are half of MiniLM, and 100,000 pairs would only wear them down), batches hold pairs of
about one length, and bfloat16 is used where the CPU has it. A large base is trained by a low-rank adapter (LoRA, Hu et
al. 2021, https://arxiv.org/abs/2106.09685) on its upper layers, so that only a few MB need to be shipped.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from claimcheck.embedding.models import has_fast_bfloat16
from claimcheck.judging.adapter import ADAPTER_FILE, Adapter, load_adapter, save_adapter
from claimcheck.judging.language_model import LABELS, OUTPUTS
from claimcheck.progress import Progress, no_progress
from claimcheck.training.examples import Example

if TYPE_CHECKING:
    from torch import Tensor

logger = logging.getLogger(__name__)

STAGE = "Training"
QUESTIONS = (slice(0, len(LABELS)), slice(len(LABELS), len(OUTPUTS)))
"""Outputs of each question: what follows from what, and which relation holds."""


@attrs.frozen(kw_only=True)
class Recipe:
    """How to train.

    Attributes:
        rate: peak learning rate; it rises over `warm_up` of the steps and then falls to zero linearly.
        batch: pairs a step.
        longest: tokens of a pair; longer ones are cut.
        swap: share of pairs that are given the other way round where their label is symmetric: contradictions, and
            the five relations.
        save_every: steps between checkpoints.
        stop: steps after which training ends, short of what the examples would give and before the rate has fallen to
            zero, since another stage follows; None: at the end.
        taught: say of a larger model's verdict against the label, in [0, 1], where a pair has both.
        adapter: train this adapter and leave the base as it is; None: train the whole base.
    """

    rate: float = 8e-5
    batch: int = 32
    epochs: int = 1
    longest: int = 128
    warm_up: float = 0.06
    smoothing: float = 0.05
    swap: float = 0.3
    seed: int = 7
    save_every: int = 300
    stop: int | None = None
    taught: float = 0.7
    adapter: Adapter | None = None


def train(
    base: Path,
    examples: Sequence[Example],
    output: Path,
    recipe: Recipe,
    *,
    start_from: Path | None = None,
    progress: Progress = no_progress,
) -> None:
    """Train `base` on the examples, and save it (with its tokenizer) to `output`; resumes from a checkpoint there.

    With an adapter in the recipe, only the adapter is saved (`adapter.safetensors`); `base` stays as it is.

    Args:
        base: folder of a sentence encoder, or of a cross-encoder: the head of one with OUTPUTS is kept, that of a
            three-way NLI model becomes the first three outputs, any other is made anew.
        examples: to learn from.
        output: folder for checkpoints and the result.
        recipe: how to train.
        start_from: an adapter to go on from.
        progress: called as (stage, pairs done, pairs in all).
    """
    import torch
    from transformers import AutoTokenizer

    from claimcheck.training.layers import add_adapter, freeze_in_bfloat16, quicken_dropout

    torch.manual_seed(recipe.seed)
    tokenizer = AutoTokenizer.from_pretrained(base, local_files_only=True)
    model = _start(base)
    for parameter in model.get_input_embeddings().parameters():
        parameter.requires_grad = False
    if recipe.adapter is not None:
        add_adapter(model, recipe.adapter)
        if start_from is not None:
            load_adapter(model, start_from)
        if has_fast_bfloat16():
            freeze_in_bfloat16(model)
    weights = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=recipe.rate, weight_decay=0.01)
    batches = _batches(examples, recipe)
    warm = max(1, int(recipe.warm_up * len(batches)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(batches) - step) / max(1, len(batches) - warm))
    )
    output.mkdir(parents=True, exist_ok=True)
    checkpoint = output / "checkpoint.pt"
    of = _fingerprint(base, examples, recipe, start_from)
    first = 0
    if checkpoint.is_file():
        state = torch.load(checkpoint)
        if state["of"] == of:  # else it is of other pairs, another recipe or another base
            model.load_state_dict(state["model"], strict=False)
            optimizer.load_state_dict(state["optimizer"])
            schedule.load_state_dict(state["schedule"])
            first = state["step"]
    quicken_dropout(model, seed=(recipe.seed, first))
    rng = np.random.default_rng(recipe.seed)
    swaps = rng.random(len(examples)) < recipe.swap
    model.train()
    losses: list[float] = []
    started, pairs = time.monotonic(), 0
    progress(STAGE, first * recipe.batch, len(examples) * recipe.epochs)
    for step in range(first, recipe.stop or len(batches)):
        chosen = batches[step]
        texts = [_texts(examples[i], bool(swaps[i])) for i in chosen]
        inputs = tokenizer(
            [a for a, _ in texts], [b for _, b in texts], padding=True, truncation="longest_first",
            max_length=recipe.longest, return_tensors="pt",
        )  # fmt: skip
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_fast_bfloat16()):
            logits = model(**inputs).logits.float()
        loss = loss_of(logits, [examples[i] for i in chosen], recipe)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(float(loss.detach()))
        pairs += len(chosen)
        progress(STAGE, min((step + 1) * recipe.batch, len(examples) * recipe.epochs), len(examples) * recipe.epochs)
        if (step + 1) % 50 == 0:
            speed = pairs / (time.monotonic() - started)
            logger.info("step %d/%d, loss %.3f, %.0f pairs/s", step + 1, len(batches), np.mean(losses[-50:]), speed)
        if (step + 1) % recipe.save_every == 0:
            state = {
                "model": {n: p for n, p in model.named_parameters() if p.requires_grad},
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "step": step + 1,
                "of": of,
            }
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
    model.eval()
    if recipe.adapter is not None:
        save_adapter(model, recipe.adapter, output / ADAPTER_FILE)
    else:
        model.save_pretrained(output)
    tokenizer.save_pretrained(output)
    counts: dict[str, Any] = {}
    for example in examples:
        counts[example.source] = counts.get(example.source, 0) + 1
    record = {"recipe": attrs.asdict(recipe), "examples": counts, "base": base.name}
    (output / "recipe.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    checkpoint.unlink(missing_ok=True)


def _fingerprint(base: Path, examples: Sequence[Example], recipe: Recipe, start_from: Path | None) -> str:
    """What a checkpoint depends on."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (base, start_from, recipe, *examples):
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _start(base: Path) -> Any:
    """The base with a head of OUTPUTS."""
    import torch
    from transformers import AutoConfig, AutoModelForSequenceClassification

    names = {"id2label": dict(enumerate(OUTPUTS)), "label2id": {name: at for at, name in enumerate(OUTPUTS)}}
    model = AutoModelForSequenceClassification.from_pretrained(
        base, num_labels=len(OUTPUTS), ignore_mismatched_sizes=True, local_files_only=True, **names
    )
    config = AutoConfig.from_pretrained(base, local_files_only=True)
    labels = {str(label).casefold(): at for at, label in (config.id2label or {}).items()}
    if set(labels) == set(LABELS):
        known = AutoModelForSequenceClassification.from_pretrained(base, local_files_only=True).state_dict()
        with torch.no_grad():
            for name, weight in model.named_parameters():
                if name in known and weight.shape != known[name].shape:
                    weight.zero_()
                    weight[: len(LABELS)] = known[name][[int(labels[label]) for label in LABELS]]
    return model.float()  # the fast one ships in half precision


def loss_of(logits: Tensor, examples: Sequence[Example], recipe: Recipe) -> Tensor:
    """Cross entropy of each question's outputs with what they should be; a question that is not answered has no say."""
    import torch

    likely = torch.cat([torch.log_softmax(logits[:, question], dim=1) for question in QUESTIONS], dim=1)
    targets = torch.stack([wanted(e, row, recipe) for e, row in zip(examples, likely.detach(), strict=True)])
    return -(targets * likely).sum(1).mean()


def wanted(example: Example, likely: Tensor, recipe: Recipe) -> Tensor:
    """What the outputs should be, shape (8,): the labels, smoothed, over the outputs of each question that they answer;
    of a larger model's verdict, if there is one, `recipe.taught` parts, over both questions.

    Several labels that may be right share the weight as the model would have it: the gradient is that of the
    logarithm of their summed probability.
    """
    import torch

    right = torch.zeros(len(OUTPUTS))
    right[[example.label, *example.also]] = 1.0
    shared = right * likely.exp()
    own = torch.zeros(len(OUTPUTS))
    for question in QUESTIONS:
        if right[question].any():
            own[question] = recipe.smoothing / (question.stop - question.start)
            own[question] += (1.0 - recipe.smoothing) * shared[question] / shared[question].sum().clamp_min(1e-9)
    if example.taught is None:
        return own
    return recipe.taught * torch.tensor(example.taught) + (1.0 - recipe.taught) * own


def _texts(example: Example, swap: bool) -> tuple[str, str]:
    swapped = swap and example.is_symmetric
    return (example.hypothesis, example.premise) if swapped else (example.premise, example.hypothesis)


def _batches(examples: Sequence[Example], recipe: Recipe) -> list[list[int]]:
    """Batches of pairs of about one length, in random order."""
    rng = np.random.default_rng(recipe.seed)
    lengths = np.array([len(e.premise) + len(e.hypothesis) for e in examples])
    batches = []
    for _ in range(recipe.epochs):
        order = rng.permutation(len(examples))
        chunk = recipe.batch * 50
        made = []
        for start in range(0, len(order), chunk):
            part = order[start : start + chunk]
            part = part[np.argsort(lengths[part], kind="stable")]
            made += [part[at : at + recipe.batch].tolist() for at in range(0, len(part), recipe.batch)]
        batches += [made[i] for i in rng.permutation(len(made))]
    return batches
