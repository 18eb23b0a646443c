from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from claimcheck.embedding.cache import FILE_NAME, VectorCache

ROW = np.array([0.6, 0.8], dtype=np.float32)


def test_a_vector_comes_back_in_the_next_run(tmp_path: Path) -> None:
    first = VectorCache(tmp_path, "model")
    first.put({"text": ROW})
    found = VectorCache(tmp_path, "model").get(["text", "unknown"], width=2)
    assert list(found) == ["text"]
    assert found["text"].tolist() == ROW.tolist()
    assert found["text"].dtype == np.float32


def test_it_tells_whether_anything_is_known(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, "model")
    assert cache.is_empty()
    cache.put({"text": ROW})
    assert not VectorCache(tmp_path, "other").is_empty()


def test_another_model_does_not_see_it(tmp_path: Path) -> None:
    VectorCache(tmp_path, "model").put({"text": ROW})
    assert VectorCache(tmp_path, "other").get(["text"], width=2) == {}


def test_lone_surrogates_are_texts_too(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, "model")
    cache.put({"\ud800": ROW})
    assert "\ud800" in cache.get(["\ud800"], width=2)


def test_a_cache_that_cannot_be_used_is_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FILE_NAME).write_text("this is no database, whatever its name says", encoding="utf-8")
    cache = VectorCache(tmp_path, "model")
    cache.put({"text": ROW})
    assert cache.get(["text"], width=2) == {}
    assert cache.is_empty()
    assert "cannot be used" in caplog.text


@pytest.mark.parametrize("stored", [ROW.tobytes()[:4], ROW.tobytes()[:-1], ROW.tobytes() * 2, b"", "text", 5])
def test_a_damaged_or_stale_row_is_unknown(tmp_path: Path, stored: object) -> None:
    cache = VectorCache(tmp_path, "model")
    cache.put({"text": ROW, "other": ROW})
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE vectors SET vector = ? WHERE key = ?", (stored, cache._key("text")))
    assert list(cache.get(["text", "other"], width=2)) == ["other"]
    cache.put({"text": ROW})
    assert list(cache.get(["text"], width=2)) == ["text"]
