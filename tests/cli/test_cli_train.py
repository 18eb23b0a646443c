from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAIRS = [
    ("The bridge is closed.", "The bridge is open.", "contradiction"),
    ("The bridge is closed.", "The crossing is shut.", "agreement"),
    ("The bridge is closed.", "The bridge was built in 1950.", "related"),
    ("The bridge is closed.", "The harbour of another city flooded.", "unrelated"),
]


def write(file: Path, count: int) -> Path:
    rows = [dict(zip(("a", "b", "relation"), PAIRS[at % len(PAIRS)], strict=True)) for at in range(count)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_too_few_pairs_are_refused(run: Callable[..., Any], tmp_path: Path) -> None:
    got = run("train", write(tmp_path / "pairs.jsonl", 3), "--output", tmp_path / "judge")
    assert got.code == 2
    assert "3 labelled pairs are too few" in got.err


@pytest.mark.parametrize("name", ["fast", "rules"])
def test_the_name_of_a_judge_that_ships_is_no_folder(
    name: str, run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    got = run("train", write(tmp_path / "pairs.jsonl", 30), "--output", name)
    assert got.code == 2
    assert "names a judge that ships" in got.err


def test_a_title_that_is_no_text_is_named(run: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    row = {"a": "One.", "b": "Two.", "relation": "agreement", "title_a": 3}
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    got = run("train", file, "--output", tmp_path / "judge", "--strict")
    assert got.code == 2
    assert "title_a" in got.err


def test_an_unknown_relation_is_named_and_left_out(run: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text('{"a": "One.", "b": "Two.", "relation": "similar"}\n', encoding="utf-8")
    got = run("train", file, "--output", tmp_path / "judge")
    assert got.code == 2
    assert "line 1" in got.err
    assert "agreement, contradiction, update, related, unrelated" in got.err


def test_strict_stops_at_a_broken_line(run: Callable[..., Any], tmp_path: Path) -> None:
    file = write(tmp_path / "pairs.jsonl", 30)
    file.write_text(file.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    assert run("train", file, "--output", tmp_path / "judge", "--strict").code == 2


def test_the_output_must_be_a_folder(run: Callable[..., Any], tmp_path: Path) -> None:
    file = write(tmp_path / "pairs.jsonl", 30)
    got = run("train", file, "--output", file)
    assert got.code == 2
    assert "expected a folder" in got.err


def test_an_output_with_a_name_that_is_too_long_is_refused(run: Callable[..., Any], tmp_path: Path) -> None:
    got = run("train", write(tmp_path / "pairs.jsonl", 30), "--output", "n" * 5000)
    assert got.code == 2
    assert "File name too long" in got.err


def test_a_folder_of_other_files_is_refused_before_a_line_is_read(run: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_text("mine", encoding="utf-8")
    got = run("train", tmp_path / "no pairs.jsonl", "--output", tmp_path)
    assert got.code == 2
    assert "name a folder that is new or empty" in got.err


@pytest.mark.parametrize("base", [".", "n" * 5000])
def test_a_base_that_is_no_judge_is_refused(base: str, run: Callable[..., Any], tmp_path: Path) -> None:
    got = run("train", write(tmp_path / "pairs.jsonl", 30), "--output", tmp_path / "judge", "--base", base)
    assert got.code == 2
    assert "is no judge" in got.err


@pytest.mark.weights
def test_a_trained_judge_can_be_used_and_trained_further(run: Callable[..., Any], tmp_path: Path) -> None:
    file, judge = write(tmp_path / "pairs.jsonl", 24), tmp_path / "judge"
    got = run("train", file, "--output", judge, "--epochs", "1", "--quiet")
    assert got.code == 0, got.err
    got = run("judge", "The bridge is closed.", "The bridge is open.", "--judge", judge, "--json")
    assert got.code == 0, got.err
    assert sum(json.loads(got.out)["judgement"]["probabilities"].values()) == pytest.approx(1.0)
    assert run("train", file, "--output", tmp_path / "again", "--base", judge, "--epochs", "1", "--quiet").code == 0
