"""Layers that train quickly: they give what the plain ones give."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from claimcheck.judging.adapter import SCALE
from claimcheck.training.layers import Adapted, QuickDropout, freeze_in_bfloat16, quicken_dropout


def adapted() -> Adapted:
    torch.manual_seed(2)
    base = nn.Linear(12, 20)
    for parameter in base.parameters():
        parameter.requires_grad = False
    layer = Adapted(base, rank=3)
    nn.init.normal_(layer.high.weight)
    return layer


def plainly(layer: Adapted, rows: Tensor) -> Tensor:
    """The layer as the paper on low-rank adapters writes it."""
    added: Tensor = layer.base(rows) + SCALE * layer.high(layer.low(rows))
    return added


def test_an_adapted_layer_and_its_gradients_are_those_of_the_two_parts() -> None:
    layer = adapted()
    found = []
    for forward in (layer, lambda rows: plainly(layer, rows)):
        layer.zero_grad()
        torch.manual_seed(5)
        rows = torch.randn(2, 7, 12, requires_grad=True)
        out = forward(rows)
        (out * torch.randn(out.shape)).sum().backward()
        gradients = (rows.grad, layer.low.weight.grad, layer.high.weight.grad)
        found.append([out.detach(), *(each.clone() for each in gradients if each is not None)])
    assert [len(each) for each in found] == [4, 4]
    for quick, plain in zip(*found, strict=True):
        assert torch.allclose(quick, plain, atol=1e-4)


def test_a_new_adapter_changes_nothing() -> None:
    layer = Adapted(nn.Linear(12, 20), rank=3)
    rows = torch.randn(4, 12)
    assert torch.allclose(layer(rows), layer.base(rows))


def test_only_what_is_not_trained_is_kept_in_bfloat16() -> None:
    layer = adapted()
    freeze_in_bfloat16(layer)
    assert layer.base.weight.dtype == torch.bfloat16
    assert layer.low.weight.dtype == layer.high.weight.dtype == torch.float32
    layer(torch.randn(4, 12)).float().sum().backward()
    assert layer.high.weight.grad is not None
    assert layer.high.weight.grad.dtype == torch.float32


def test_dropout_drops_its_share_and_keeps_the_mean() -> None:
    layer = QuickDropout(0.25, np.random.default_rng(3))
    rows = torch.ones(400, 100, requires_grad=True)
    out = layer(rows)
    assert (out == 0.0).float().mean().item() == pytest.approx(0.25, abs=0.01)
    assert out.mean().item() == pytest.approx(1.0, abs=0.02)
    out.sum().backward()
    assert rows.grad is not None
    assert torch.equal(rows.grad == 0.0, out == 0.0)


def test_nothing_is_dropped_once_training_is_over() -> None:
    model = nn.Sequential(nn.Dropout(0.5), nn.Linear(3, 3), nn.Dropout(0.1))
    quicken_dropout(model, seed=(1, 0))
    assert [type(layer) for layer in model] == [QuickDropout, nn.Linear, QuickDropout]
    model.eval()
    rows = torch.randn(5, 3)
    assert torch.equal(model(rows), model[1](rows))


@pytest.mark.parametrize("kind", ["Bert", "MPNet"])
def test_an_encoder_trains_with_quick_dropout(kind: str) -> None:
    import transformers

    config = getattr(transformers, f"{kind}Config")(
        vocab_size=40, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=24, num_labels=8
    )
    model = getattr(transformers, f"{kind}ForSequenceClassification")(config)
    quicken_dropout(model, seed=(1, 0))
    model.train()
    model(torch.arange(2, 14).reshape(2, 6)).logits.sum().backward()
    assert all(parameter.grad is not None for name, parameter in model.named_parameters() if "encoder.layer" in name)
