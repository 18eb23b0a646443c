"""The benchmark's data: what is drawn, what is left out, what is kept between runs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from benchmarks.match_quality import flood, pairs, parts, plots, relations, report, stories
from benchmarks.match_quality.data import Context, MissingData
from claimcheck.records import RELATIONS, Article, Claim, Comparison, Fact, Judgement
from claimcheck.scoring.gold import find_topics, read_topic
from claimcheck.settings import Settings


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def test_a_file_that_is_absent_is_missing_data(tmp_path: Path) -> None:
    with pytest.raises(MissingData, match="--data"):
        Context().rows("mrpc.train")
    with pytest.raises(MissingData, match=r"mrpc\.train"):
        Context(data=tmp_path).rows("mrpc.train")


@pytest.mark.parametrize("part", ["corpus", "pairs", "contradictions", "flood"])
def test_a_part_without_its_data_is_skipped_with_a_line(part: str) -> None:
    results, skipped = parts.measure(part, Context())
    assert results == {}
    assert all(line.startswith(f"Skipped {part}") for line in skipped)
    assert skipped


def test_what_was_computed_is_kept_until_the_key_changes(tmp_path: Path) -> None:
    calls = []
    context = Context(cache=tmp_path)
    for key in ("one", "one", "two"):
        assert context.cached("sum", [key], lambda key=key: calls.append(key) or len(calls)) == len(calls)
    assert calls == ["one", "two"]


def test_what_was_computed_is_kept_until_the_judge_changes(tmp_path: Path) -> None:
    judge = tmp_path / "judge"
    judge.mkdir()
    context = Context(cache=tmp_path / "cache", settings=Settings(judge_model=str(judge)))
    for weights in ("one", "two!"):
        (judge / "weights").write_text(weights)
        assert context.cached("sum", [context.settings], lambda weights=weights: weights) == weights


def test_unrelated_articles_share_no_headline(tmp_path: Path) -> None:
    bodies = [{"body_id": i, "text": f"Body {i}. " + "x" * flood.SHORTEST} for i in range(40)]
    rows = [{"headline": f"h{i // 5}", "body_id": i, "label": "agree"} for i in range(30)]
    rows += [{"headline": f"single {i}", "body_id": i, "label": "discuss"} for i in range(30, 40)]
    rows += [
        {"headline": "h0", "body_id": 35, "label": "unrelated"},
        {"headline": "h0b", "body_id": 3, "label": "agree"},
    ]
    write(tmp_path, "fnc1_bodies.train", bodies)
    write(tmp_path, "fnc1.train", rows)
    unrelated, related = flood.draw(Context(data=tmp_path))
    assert len(related) == 30
    assert {int(a.path) for a in unrelated} == set(range(30, 40))


def judgement(a: Claim, b: Claim, relation: Any) -> Judgement:
    probabilities: Any = dict.fromkeys(RELATIONS, 0.05) | {relation: 0.8}
    return Judgement(a=a.id, b=b.id, relation=relation, probabilities=probabilities, same_fact=0.9)


def test_the_flood_counts_what_stands_in_facts() -> None:
    articles = [Article("One. Two."), Article("Three. Four.")]
    claims = [
        Claim(article=a.id, start=0, end=n, quote=a.text[:n], text=a.text[:n], sentence_start=0, sentence_end=n)
        for a in articles
        for n in (3, 4)
    ]
    inside, outside = judgement(claims[0], claims[2], "contradiction"), judgement(claims[1], claims[3], "update")
    fact = Fact(
        title="", status="disputed", claims=(claims[0], claims[2]), articles=(), origins=(), judgements=(inside,)
    )
    comparison = Comparison(articles=tuple(articles), claims=tuple(claims), facts=(fact,), judgements=(inside, outside))
    found = flood.counts(attrs.evolve(comparison, facts=(fact, fact)))
    assert (found["pairs"], found["contradiction"], found["update"]) == (4, 1, 0)
    assert (found["flagged_in_1000"], found["judged_so_in_1000"]) == (250.0, 500.0)
    assert len(found["sample"]) == 1


def test_how_rows_are_labelled() -> None:
    (stsb,) = (chosen for chosen in pairs.SETS if chosen.file == "stsb.dev")
    assert [stsb.label({"score": score}) for score in (4.0, 3.5, 2.9)] == [True, None, False]
    edited = {"premise": "", "hypothesis": "Sales fell.", "original_summary": "Sales rose.", "label": "not_entailment"}
    (summaries,) = (chosen for chosen in relations.SETS if chosen.file.startswith("summedits"))
    assert summaries.pair(edited) == {"a": "Sales rose.", "b": "Sales fell.", "contradiction": True}
    assert summaries.pair({**edited, "hypothesis": "Sales rose."}) is None


def test_the_labels_of_the_repository_fit_its_texts() -> None:
    topics = [read_topic(stories.SEEDS, gold=stories.SEEDS_GOLD)]
    topics += [read_topic(folder) for folder in find_topics(stories.STORIES)]
    assert len(topics) >= 16
    assert all(topic.facts for topic in topics)


PAIR_SET = {
    "file": "some.dev", "question": "same point", "n": 2, "positive": 1, "average_precision": 1.0, "threshold": 0.5,
    "at_threshold": {"precision": 1.0, "recall": 1.0, "f1": 1.0}, "calibration_error": 0.1, "among_other_story": None,
    "reliability": [[0.2, 0.0, 1], [0.9, 1.0, 1]],
}  # fmt: skip


def test_results_are_shown_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    results = {"pairs": {"some.dev": PAIR_SET}}
    report.show(results, Console(width=150))
    assert "some.dev" in capsys.readouterr().out
    report.write_json(results, tmp_path / "deep" / "results.json")
    assert json.loads((tmp_path / "deep" / "results.json").read_text()) == results


def test_plots(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    matchers = {name: {"pairwise": {"precision": 0.5, "recall": 0.5}} for name in ("ours", "story oracle")}
    corpus = {"split": "dev", "gold_pairs": 3, "matchers": matchers, "curves": {"ours": [[0.0, 1.0], [1.0, 0.2]]}}
    drawn = plots.draw({"corpus dev": corpus, "pairs": {"some.dev": PAIR_SET}}, tmp_path)
    assert [path.name for path in drawn] == ["corpus_dev_precision_recall.png", "pairs_reliability.png"]
    assert all(path.stat().st_size > 0 for path in drawn)
