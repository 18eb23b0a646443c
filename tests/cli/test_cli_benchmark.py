"""`claimcheck benchmark`: labelled pairs or labelled stories in, scores out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.cli import exits
from claimcheck.records import RELATIONS, Article, Comparison, Judgement, Story

Runner = Callable[..., Any]

PAIRS = [
    {"a": "The mine closed in March.", "b": "The mine closed in May.", "relation": "contradiction"},
    {"a": "The mine closed in March.", "b": "The pit shut in March.", "relation": "agreement"},
    {"a": "The mine closed in March.", "b": "Sales rose.", "label": "different"},
]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Replaces the judge by one that finds every pair contradictory; holds what it was asked."""
    asked: dict[str, Any] = {}

    def judge_pairs(pairs: Any, *, settings: Any, progress: Any) -> list[Judgement]:
        asked.update(pairs=list(pairs), settings=settings)
        probabilities: Any = dict.fromkeys(RELATIONS, 0.05) | {"contradiction": 0.8}
        found = Judgement(a="x", b="y", relation="contradiction", probabilities=probabilities, same_fact=0.9)
        return [found] * len(asked["pairs"])

    monkeypatch.setattr("claimcheck.judging.judge_pairs", judge_pairs)
    return asked


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    path = tmp_path / "labelled.jsonl"
    path.write_text("\n".join(map(json.dumps, PAIRS)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    folder = tmp_path / "topics" / "mine"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text("The mine closed in March.", encoding="utf-8")
    (folder / "two.txt").write_text("The mine closed in May.", encoding="utf-8")
    gold = {
        "articles": {"one.txt": {"event": "A"}, "two.txt": {"event": "A"}},
        "relations": [
            {
                "relation": "contradiction",
                "a": {"article": "one.txt", "quote": "closed in March"},
                "b": {"article": "two.txt", "quote": "closed in May"},
            }
        ],
    }
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder.parent


@pytest.fixture
def empty_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    def compare(articles: list[Article], *, settings: Any) -> Comparison:
        return Comparison(articles=tuple(articles), claims=(), stories=(Story(title="mine", articles=tuple(articles)),))

    monkeypatch.setattr("claimcheck.pipeline.compare", compare)


def test_labelled_pairs(run: Runner, judged: dict[str, Any], labelled: Path) -> None:
    code, out, err = run("benchmark", labelled)
    assert (code, err) == (exits.DONE, "")
    assert "3 labelled pairs" in out
    assert "accuracy 0.500" in out
    assert "precision 0.500, recall 1.000" in out  # one contradiction of the two that were judged so
    assert "no threshold reaches precision 0.95" in out


def test_the_threshold_for_a_precision(run: Runner, judged: dict[str, Any], labelled: Path) -> None:
    _, out, _ = run("benchmark", labelled, "--precision", "0.5")
    assert "for precision 0.5: 0.8000 and above" in out


def test_json_has_every_number(run: Runner, judged: dict[str, Any], labelled: Path) -> None:
    code, out, _ = run("benchmark", labelled, "--json", "--judge", "some-model")
    scores = json.loads(out)
    assert code == exits.DONE
    assert scores["relations"]["n"] == 2
    assert (scores["same_fact"]["n"], scores["same_fact"]["positive"]) == (3, 2)
    assert judged["settings"].judge_model == "some-model"


def test_a_broken_line_is_named_and_left_out(run: Runner, judged: dict[str, Any], labelled: Path) -> None:
    with labelled.open("a", encoding="utf-8") as file:
        file.write('{"a": "One.", "b": "Two.", "label": "perhaps"}\n{not json\n')
    code, out, err = run("benchmark", labelled)
    assert code == exits.DONE
    assert "3 labelled pairs" in out
    assert len(err.splitlines()) == 2
    assert "perhaps" in err
    code, out, err = run("benchmark", labelled, "--strict")
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert "perhaps" in err


@pytest.mark.parametrize("content", ["", '{"a": "One.", "b": "Two."}\n'])
def test_without_a_labelled_pair(run: Runner, judged: dict[str, Any], tmp_path: Path, content: str) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(content, encoding="utf-8")
    code, _, err = run("benchmark", path)
    assert code == exits.WRONG_INPUT
    assert "No labelled pair in" in err


def test_a_missing_file(run: Runner, tmp_path: Path) -> None:
    code, _, err = run("benchmark", tmp_path / "none.jsonl")
    assert code == exits.WRONG_INPUT
    assert "none.jsonl" in err


def test_a_name_that_is_too_long_for_a_file(run: Runner) -> None:
    code, _, err = run("benchmark", "n" * 5000)
    assert code == exits.WRONG_INPUT
    assert "File name too long" in err


def test_labelled_stories(run: Runner, empty_comparisons: None, topic: Path) -> None:
    code, out, err = run("benchmark", topic)
    assert (code, err) == (exits.DONE, "")
    assert "Topics: 1; articles: 2" in out
    assert "0 of 1" in out
    assert "Missed relations: 1" in out


def test_labelled_stories_as_json(run: Runner, empty_comparisons: None, topic: Path) -> None:
    code, out, _ = run("benchmark", topic, "--json", "--precision", "0.8")
    scores = json.loads(out)
    assert (code, scores["wanted_precision"]) == (exits.DONE, 0.8)
    assert scores["relations"]["contradiction"]["labelled"] == 1


def test_a_folder_without_labels(run: Runner, tmp_path: Path) -> None:
    code, _, err = run("benchmark", tmp_path)
    assert code == exits.WRONG_INPUT
    assert "gold.json" in err


def test_a_precision_out_of_range(run: Runner, labelled: Path) -> None:
    assert run("benchmark", labelled, "--precision", "2").code == exits.WRONG_INPUT
