from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.judging.adapter import Adapter, adapter_of, load_adapter, merge_adapter, save_adapter


def small_model() -> object:
    import torch
    from transformers import MPNetConfig, MPNetForSequenceClassification

    torch.manual_seed(1)
    return MPNetForSequenceClassification(
        MPNetConfig(
            vocab_size=40,
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=24,
            num_labels=8,
        )
    ).eval()


def trained(adapter: Adapter) -> object:
    import torch

    from claimcheck.training.layers import add_adapter

    model = small_model()
    add_adapter(model, adapter)
    with torch.no_grad():
        for name, parameter in model.named_parameters():  # type: ignore[attr-defined]
            if parameter.requires_grad:
                parameter.add_(torch.randn(parameter.shape, generator=torch.Generator().manual_seed(len(name))) * 0.1)
    return model


def scores(model: object) -> list[float]:
    import torch

    with torch.inference_mode():
        return model(torch.arange(2, 14).reshape(2, 6)).logits.ravel().tolist()  # type: ignore[operator, no-any-return]


def test_a_merged_adapter_scores_as_the_trained_one(tmp_path: Path) -> None:
    adapter = Adapter(first=1, rank=4)
    model = trained(adapter)
    save_adapter(model, adapter, tmp_path / "adapter.safetensors")
    merged = small_model()
    assert scores(merged) != pytest.approx(scores(model), abs=1e-3)
    merge_adapter(merged, tmp_path / "adapter.safetensors")
    assert scores(merged) == pytest.approx(scores(model), abs=2e-3)


def test_only_layers_from_the_first_are_adapted() -> None:
    model = trained(Adapter(first=1, rank=4))
    learned = [name for name, p in model.named_parameters() if p.requires_grad]  # type: ignore[attr-defined]
    assert all(".layer.1." in name or name.startswith("classifier.") for name in learned)
    assert sum(name.endswith("low.weight") for name in learned) == 6


def test_training_goes_on_from_a_saved_adapter(tmp_path: Path) -> None:
    from claimcheck.training.layers import add_adapter

    adapter = Adapter(first=0, rank=2)
    model = trained(adapter)
    save_adapter(model, adapter, tmp_path / "adapter.safetensors")
    assert adapter_of(tmp_path / "adapter.safetensors") == adapter
    again = small_model()
    add_adapter(again, adapter)
    load_adapter(again, tmp_path / "adapter.safetensors")
    assert scores(again) == pytest.approx(scores(model), abs=2e-3)
