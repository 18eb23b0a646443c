"""The low-rank adapter that turns all-mpnet-base-v2 into a judge: 10 MB beside a base of 440 MB.

LoRA (Hu et al. 2021, https://arxiv.org/abs/2106.09685): beside a linear layer's weight W stands a product B·A of low
rank, and the layer computes x·(W + scale·B·A)ᵀ. To judge, the products are added to the base's weights once, so that
the adapted model is as fast as its base.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from torch import Tensor, nn

ADAPTER_FILE = "adapter.safetensors"
SCALE = 2.0
"""Weight of the product B·A (alpha over rank, as LoRA has it)."""
HEAD = "classifier."
BY_LAYER = ("attention.attn.q", "attention.attn.k", "attention.attn.v", "attention.attn.o", "intermediate.dense",
            "output.dense")  # fmt: skip
"""The linear layers of one MPNet layer."""


@attrs.frozen(kw_only=True)
class Adapter:
    """Where an adapter sits.

    Attributes:
        first: first layer of the encoder, from 0, that is adapted; those below stay as they are.
        rank: rank of the products.
    """

    first: int = 5
    rank: int = 16


def save_adapter(model: nn.Module, adapter: Adapter, file: Path) -> None:
    """Write the products and the head, in half precision."""
    import torch
    from safetensors.torch import save_file

    trained = {n: p.detach().to(torch.float16).contiguous() for n, p in model.named_parameters() if p.requires_grad}
    save_file(trained, file, metadata={"adapter": json.dumps(attrs.asdict(adapter))})


def load_adapter(model: nn.Module, file: Path) -> None:
    """Load products and head into a model that `add_adapter` has prepared."""
    from safetensors.torch import load_file

    model.load_state_dict({name: tensor.float() for name, tensor in load_file(file).items()}, strict=False)


def merge_adapter(model: nn.Module, file: Path) -> None:
    """Add an adapter's products to the weights of its base, and give the base its head."""
    from safetensors.torch import load_file

    found: dict[str, Tensor] = {name: tensor.float() for name, tensor in load_file(file).items()}
    weights = dict(model.named_parameters())
    for name, tensor in found.items():
        if name.startswith(HEAD):
            weights[name].data.copy_(tensor)
        elif name.endswith(".low.weight"):
            layer = name.removesuffix(".low.weight")
            weights[f"{layer}.weight"].data.add_(SCALE * (found[f"{layer}.high.weight"] @ tensor))


def adapter_of(file: Path) -> Adapter:
    """Where the adapter in a file sits."""
    from safetensors import safe_open

    with safe_open(file, framework="pt") as opened:
        return Adapter(**json.loads(opened.metadata()["adapter"]))


def adapted_layers(model: nn.Module, adapter: Adapter) -> Iterator[tuple[str, Any]]:
    """Name and layer of each linear layer of a model that an adapter goes with."""
    for name, module in model.named_modules():
        _, _, rest = name.partition("encoder.layer.")
        number, _, inside = rest.partition(".")
        if number.isdigit() and int(number) >= adapter.first and inside in BY_LAYER:
            yield name, module
