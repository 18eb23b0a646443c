"""A report is never written over what it is made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Comparison
from claimcheck.cli import exits
from claimcheck.reporting import claims_jsonl

Runner = Callable[..., Any]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles, a sidecar of one of them, a link to the other, and a table beside it."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a.json", "b.jsonl"):
        (folder / name).write_text(json.dumps({"text": f"The council closed bridge {name}."}), encoding="utf-8")
    (folder / "c.txt").write_text("The council opened a bridge.", encoding="utf-8")
    (folder / "c.meta.json").write_text(json.dumps({"title": "A bridge", "source": "C"}), encoding="utf-8")
    (tmp_path / "link.json").symlink_to(folder / "a.json")
    (tmp_path / "about.csv").write_text("path,title\na.json,A bridge\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["news/a.json", "news/b.jsonl", "-o", "news/a.json"], "it is one of the files to read"),
        (["news", "-o", "report.html", "-o", "news/../news/a.json"], "it is one of the files to read"),
        (["news", "-o", "link.json"], "it is one of the files to read"),
        (["news/c.txt", "-o", "news/c.meta.json"], "it holds the metadata of news/c.txt"),
        (["news", "--metadata", "about.csv", "-o", "about.csv"], "it is the metadata table"),
    ],
)
def test_an_input_is_not_overwritten(
    words: list[str], reason: str, run: Runner, asked: dict[str, Any], news: Path
) -> None:
    before = {path: path.read_bytes() for path in news.iterdir()}
    code, out, err = run("compare", *words)
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert f"Cannot write {words[-1]}: {reason}; give another file name." in err
    assert len(err.splitlines()) == 1
    assert not asked
    assert {path: path.read_bytes() for path in news.iterdir()} == before


def test_extract_overwrites_no_input_either(run: Runner, news: Path) -> None:
    code, _, err = run("extract", "news", "-o", "news/b.jsonl")
    assert code == exits.WRONG_INPUT
    assert "Cannot write news/b.jsonl: it is one of the files to read" in err


@pytest.mark.parametrize("ending", ["html", "json", "json.gz", "jsonl", "md", "csv"])
def test_the_report_of_the_last_run_may_lie_among_the_articles(
    ending: str, run: Runner, asked: dict[str, Any], news: Path
) -> None:
    target = f"news/report.{ending}"
    assert run("compare", "news", "-o", target).code == exits.DONE
    assert run("compare", "news", "-o", target).code == exits.DONE
    if ending != "csv":
        assert f"Cannot write {target}" in run("compare", target, "-o", target).err


@pytest.mark.weights
def test_the_claims_of_the_last_run_may_lie_among_the_articles(run: Runner, news: Path, comparison: Comparison) -> None:
    (news / "claims.jsonl").write_text(claims_jsonl(comparison.claims), encoding="utf-8")
    assert run("extract", "news", "-o", "news/claims.jsonl", "-q").code == exits.DONE
