"""Layers that train quickly on a CPU: linear ones with a low-rank product beside them, and dropout.

As it is written, x·Wᵀ + scale·x·Aᵀ·Bᵀ walks over every activation several times, and PyTorch draws the mask of a
dropout one number at a time. With both of them replaced, and the frozen base kept in bfloat16 where the CPU has it, an
adapter of all-mpnet-base-v2 sees 1.6 times as many pairs a second (docs/decisions/0022-quicker-training.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from claimcheck.judging.adapter import HEAD, SCALE, Adapter, adapted_layers

STEPS = 256
"""Values of the random byte that decides whether a number is dropped."""


def add_adapter(model: nn.Module, adapter: Adapter) -> None:
    """Freeze a sequence classifier but for its head, and put trainable products beside its linear layers."""
    for name, parameter in model.named_parameters():
        parameter.requires_grad = name.startswith(HEAD)
    for name, linear in list(adapted_layers(model, adapter)):
        _set(model, name, Adapted(linear, adapter.rank))


def freeze_in_bfloat16(model: nn.Module) -> None:
    """Keep the weights that are not trained in bfloat16, as they are used: autocast would convert them at each step."""
    for parameter in model.parameters():
        if not parameter.requires_grad:
            parameter.data = parameter.data.bfloat16()


def quicken_dropout(model: nn.Module, *, seed: Sequence[int]) -> None:
    """Replace the dropout layers of a model by those that draw their masks quickly."""
    rng = np.random.Generator(np.random.SFC64(list(seed)))
    for name, module in list(model.named_modules()):
        if isinstance(module, nn.Dropout):
            _set(model, name, QuickDropout(module.p, rng))


class Adapted(nn.Module):
    """A linear layer that stays as it is, with a trainable product of low rank."""

    def __init__(self, base: nn.Linear, rank: int) -> None:
        super().__init__()
        self.base = base
        self.low = nn.Linear(base.in_features, rank, bias=False)
        nn.init.normal_(self.low.weight, std=0.02)
        self.high = nn.Linear(rank, base.out_features, bias=False)
        nn.init.zeros_(self.high.weight)

    def forward(self, rows: Tensor) -> Tensor:
        merged: Tensor = _Merged.apply(rows, self.base.weight, self.base.bias, self.low.weight, self.high.weight)  # type: ignore[no-untyped-call]
        return merged


class _Merged(torch.autograd.Function):
    """x·(W + scale·B·A)ᵀ + bias: the product is added to the weights, as it is where the trained layer is used.

    Backward needs no gradient of W, only those of A and B, which two thin products give.
    """

    @staticmethod
    def forward(ctx: Any, rows: Tensor, weight: Tensor, bias: Tensor, low: Tensor, high: Tensor) -> Tensor:
        rows, low, high = (tensor.to(weight.dtype) for tensor in (rows, low, high))
        merged = torch.addmm(weight, high, low, alpha=SCALE)
        ctx.save_for_backward(rows, merged, low, high)
        return nn.functional.linear(rows, merged, bias)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        rows, merged, low, high = ctx.saved_tensors
        out = gradients[0].reshape(-1, gradients[0].shape[-1])
        flat = rows.reshape(-1, rows.shape[-1])
        of_high = (out.t() @ (flat @ low.t())).float() * SCALE
        of_low = ((out @ high).t() @ flat).float() * SCALE
        return (out @ merged).view(rows.shape), None, None, of_low, of_high


class QuickDropout(nn.Dropout):
    """Dropout whose masks are random bytes of a quick generator, so that the share dropped is a multiple of 1/256.

    A model that asks for the share alone (`p`), and drops by itself, still finds it.
    """

    def __init__(self, share: float, rng: np.random.Generator) -> None:
        super().__init__(share)
        self.cut, self._rng = round(share * STEPS), rng

    def forward(self, rows: Tensor) -> Tensor:
        if not self.training or not self.cut:
            return rows
        drawn = torch.from_numpy(self._rng.integers(0, STEPS, rows.numel(), dtype=np.uint8))
        kept = (drawn.view(rows.shape) >= self.cut).to(rows.dtype)
        return rows * kept.mul_(STEPS / (STEPS - self.cut))


def _set(model: nn.Module, name: str, module: nn.Module) -> None:
    parent, _, last = name.rpartition(".")
    setattr(model.get_submodule(parent), last, module)
