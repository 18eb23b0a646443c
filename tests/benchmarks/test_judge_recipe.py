"""The recipe of the judge's language models: the hypotheses that it reads, the mean of two stages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.training.judge import average
from benchmarks.training.judge_data import HYPOTHESES, written_hypotheses
from claimcheck.judging.adapter import ADAPTER_FILE
from claimcheck.judging.language_model import LABELS


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


def test_the_mean_of_two_stages_has_the_settings_of_the_second(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from safetensors import safe_open
    from safetensors.torch import load_file, save_file

    for name, value in (("before", 1.0), ("after", 2.0)):
        (tmp_path / name).mkdir()
        save_file({"w": torch.full((2, 3), value)}, tmp_path / name / ADAPTER_FILE, metadata={"stage": name})
    (tmp_path / "after" / "recipe.json").write_text("{}")
    average(tmp_path / "before", tmp_path / "after", tmp_path / "mean")
    assert load_file(tmp_path / "mean" / ADAPTER_FILE)["w"].eq(1.5).all()
    assert (tmp_path / "mean" / "recipe.json").is_file()
    with safe_open(tmp_path / "mean" / ADAPTER_FILE, "pt") as adapter:
        assert adapter.metadata() == {"stage": "after"}
