"""The recipe of the judge's language models: the hypotheses that it reads, what a stage sees."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.training.article_sets import read_later_sets, read_sets
from benchmarks.training.averaging import average
from benchmarks.training.judge_data import HYPOTHESES, invented_nli, written_hypotheses
from benchmarks.training.mixing import capped, some
from claimcheck.judging.adapter import ADAPTER_FILE
from claimcheck.judging.language_model import LABELS
from claimcheck.training.examples import Example


def test_a_hypothesis_has_a_label_and_either_a_premise_or_where_it_is() -> None:
    rows = [json.loads(line) for line in HYPOTHESES.read_text(encoding="utf-8").splitlines()]
    assert {row["label"] for row in rows} == set(LABELS)
    assert all(("premise" in row) != ("source" in row and "row" in row) for row in rows)
    pairs = [(row.get("premise") or (row["source"], row["row"]), row["hypothesis"]) for row in rows]
    assert len(set(pairs)) == len(pairs)


def test_a_hypothesis_is_read_with_its_premise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with gzip.open(tmp_path / "rain.train.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "r1", "premise": "It rained all day."}) + "\n")
    hypotheses = tmp_path / "hypotheses.jsonl"
    rows = [
        {"source": "rain.train", "row": "r1", "hypothesis": "It was dry.", "label": "contradiction"},
        {"premise": "It snowed.", "hypothesis": "It was dry.", "label": "neutral"},
    ]
    hypotheses.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    monkeypatch.setattr("benchmarks.training.judge_data.HYPOTHESES", hypotheses)
    found = [(e.premise, e.hypothesis, LABELS[e.label]) for e in written_hypotheses(tmp_path)]
    assert found == [
        ("It rained all day.", "It was dry.", "contradiction"),
        ("It snowed.", "It was dry.", "neutral"),
    ]


def test_an_invented_premise_has_hypotheses_of_all_labels() -> None:
    examples = invented_nli()
    labels: dict[str, set[int]] = {}
    for example in examples:
        labels.setdefault(example.premise, set()).add(example.label)
    assert len({(e.premise, e.hypothesis) for e in examples}) == len(examples)
    assert sum(len(each) == len(LABELS) for each in labels.values()) > 0.7 * len(labels)


def test_later_sets_name_sentences_that_are_there() -> None:
    sets = list(read_later_sets())
    assert {given["id"] for given in sets}.isdisjoint(
        g["id"] for held in (True, False) for g in read_sets(held_out=held)
    )
    for given in sets:
        for pair in given["pairs"]:
            for article, sentence in (pair["a"], pair["b"]):
                assert given["articles"][article]["sentences"][sentence]


def test_the_last_stage_is_averaged_with_the_one_before(tmp_path: Path) -> None:
    torch, safetensors = pytest.importorskip("torch"), pytest.importorskip("safetensors.torch")
    for name, value in (("ninth", 1.0), ("tenth", 2.0)):
        (tmp_path / name).mkdir()
        weights = {"w": torch.full((2,), value, dtype=torch.float16)}
        safetensors.save_file(weights, tmp_path / name / ADAPTER_FILE, metadata={"adapter": name})
        (tmp_path / name / "recipe.json").write_text(json.dumps({"base": name}), encoding="utf-8")
    average(tmp_path / "ninth", tmp_path / "tenth", tmp_path)
    assert safetensors.load_file(tmp_path / ADAPTER_FILE)["w"].tolist() == [1.5, 1.5]
    recipe = json.loads((tmp_path / "recipe.json").read_text(encoding="utf-8"))
    assert recipe == {"base": "tenth", "averaged_with": "ninth"}


def test_a_source_is_capped_and_others_are_taken_whole() -> None:
    examples = [Example(f"p{i}", "h", 0, "large" if i % 2 else "small") for i in range(10)]
    kept = capped(examples, {"large": 2})
    assert [e.premise for e in kept if e.source == "large"] == ["p1", "p3"]
    assert sum(e.source == "small" for e in kept) == 5


def test_some_of_the_examples_are_the_same_ones_for_a_seed() -> None:
    examples = [Example(f"p{i}", "h", 0, "set") for i in range(10)]
    drawn = some(examples, 4, seed=1)
    assert len({e.premise for e in drawn}) == 4
    assert drawn == some(examples, 4, seed=1) != some(examples, 4, seed=2)
    assert len(some(examples, 20, seed=1)) == 10
