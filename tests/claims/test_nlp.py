from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from claimcheck.claims.nlp import ensure_pipeline, load_pipeline
from claimcheck.errors import ModelError
from claimcheck.settings import DEFAULT_SPACY_MODEL


def installed() -> Path:
    """Folder of the pipeline that ships, inside its package."""
    spec = importlib.util.find_spec(DEFAULT_SPACY_MODEL)
    assert spec is not None
    assert spec.origin is not None
    (config,) = Path(spec.origin).parent.glob("*/config.cfg")
    return config.parent


@pytest.mark.parametrize("name", ["my_model", "jinja2", "my-model", "nested/my_model"])
@pytest.mark.weights
def test_a_folder_is_a_pipeline_whatever_it_is_called(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).parent.mkdir(exist_ok=True)
    os.symlink(installed(), name)
    ensure_pipeline(name)
    load_pipeline.cache_clear()
    try:
        assert load_pipeline(name).meta["lang"] == "en"
    finally:
        load_pipeline.cache_clear()  # the next test's folder may have this name


@pytest.mark.weights
def test_an_installed_pipeline_is_not_hidden_by_a_folder_that_holds_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(DEFAULT_SPACY_MODEL).mkdir()
    load_pipeline.cache_clear()
    assert load_pipeline(DEFAULT_SPACY_MODEL).meta["lang"] == "en"


@pytest.mark.parametrize("name", ["no_such_pipeline", "no/such/folder", "no.such.package", "__main__", "a\0b", ""])
def test_what_is_neither_folder_nor_package_is_not_installed(name: str) -> None:
    with pytest.raises(ModelError, match=r"is not installed\. Leave --spacy-model away"):
        ensure_pipeline(name)


@pytest.mark.parametrize("name", ["n" * 5000, "n" * 5000 + "/model"])
def test_a_name_that_is_too_long_is_not_installed(name: str) -> None:
    with pytest.raises(ModelError, match="is not installed"):
        ensure_pipeline(name)


@pytest.mark.parametrize("name", ["jinja2", "numpy", "json"])
def test_a_package_that_is_no_pipeline_is_a_clear_error(name: str) -> None:
    with pytest.raises(ModelError, match=f"pipeline '{name}' cannot be loaded .*Leave --spacy-model away"):
        load_pipeline(name)


def test_a_folder_that_holds_no_pipeline_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_pipeline(str(tmp_path))
    (tmp_path / "config.cfg").write_text("[nlp", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_pipeline(str(tmp_path))
