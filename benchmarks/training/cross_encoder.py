"""Fine-tunes a sentence encoder as a three-way cross-encoder: a plain loop that can be stopped and resumed.

Word embeddings are frozen (they are half of MiniLM, and 100,000 pairs would only wear them down), batches hold pairs of
about one length, and bfloat16 is used where the CPU has it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from benchmarks.training.judge_data import LABELS, Example


@attrs.frozen(kw_only=True)
class Recipe:
    """How to train.

    Attributes:
        rate: peak learning rate; it rises over `warm_up` of the steps and then falls to zero linearly.
        batch: pairs a step.
        longest: tokens of a pair; longer ones are cut.
        swap: share of contradictions that are given the other way round, since a contradiction is symmetric.
        save_every: steps between checkpoints.
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


def train(base: Path, examples: Sequence[Example], output: Path, recipe: Recipe) -> None:
    """Train `base` on the examples, and save it (with its tokenizer) to `output`; resumes from a checkpoint there."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    from claimcheck.embedding.models import has_fast_bfloat16

    torch.manual_seed(recipe.seed)
    tokenizer = AutoTokenizer.from_pretrained(base)
    model = AutoModelForSequenceClassification.from_pretrained(
        base, num_labels=len(LABELS), id2label=dict(enumerate(LABELS)), label2id={n: i for i, n in enumerate(LABELS)},
        ignore_mismatched_sizes=True,
    )  # fmt: skip
    for parameter in model.get_input_embeddings().parameters():
        parameter.requires_grad = False
    weights = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=recipe.rate, weight_decay=0.01)
    batches = _batches(examples, recipe)
    warm = max(1, int(recipe.warm_up * len(batches)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(batches) - step) / max(1, len(batches) - warm))
    )
    output.mkdir(parents=True, exist_ok=True)
    checkpoint = output / "checkpoint.pt"
    first = 0
    if checkpoint.is_file():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        first = state["step"]
    rng = np.random.default_rng(recipe.seed)
    swaps = rng.random(len(examples)) < recipe.swap
    loss_of = torch.nn.CrossEntropyLoss(label_smoothing=recipe.smoothing)
    model.train()
    losses, started, pairs = [], time.monotonic(), 0
    for step in range(first, len(batches)):
        chosen = batches[step]
        texts = [_texts(examples[i], bool(swaps[i])) for i in chosen]
        inputs = tokenizer(
            [a for a, _ in texts], [b for _, b in texts], padding=True, truncation="longest_first",
            max_length=recipe.longest, return_tensors="pt",
        )  # fmt: skip
        labels = torch.tensor([examples[i].label for i in chosen])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_fast_bfloat16()):
            loss = loss_of(model(**inputs).logits.float(), labels)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(float(loss))
        pairs += len(chosen)
        if (step + 1) % 50 == 0:
            speed = pairs / (time.monotonic() - started)
            print(f"step {step + 1}/{len(batches)} loss {np.mean(losses[-50:]):.3f} {speed:.0f} pairs/s", flush=True)
        if (step + 1) % recipe.save_every == 0:
            state = {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "step": step + 1,
            }
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
    model.eval()
    model.save_pretrained(output)
    tokenizer.save_pretrained(output)
    counts: dict[str, Any] = {}
    for example in examples:
        counts[example.source] = counts.get(example.source, 0) + 1
    record = {"recipe": attrs.asdict(recipe), "examples": counts, "base": base.name}
    (output / "recipe.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    checkpoint.unlink(missing_ok=True)


def _texts(example: Example, swap: bool) -> tuple[str, str]:
    if swap and LABELS[example.label] == "contradiction":
        return example.hypothesis, example.premise
    return example.premise, example.hypothesis


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
