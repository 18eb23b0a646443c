from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.training.article_sets import read_sets
from benchmarks.training.same_article import Pair, as_examples, pairs_of_news, pairs_of_sets, taken_for_conflicts
from claimcheck.judging.language_model import LABELS, OUTPUTS

TALKS = "The talks began on Tuesday evening.", "The talks ended on Thursday morning."


class Reads:
    """A model that takes what begins alike for a contradiction."""

    def ask(self, pairs: list[tuple[str, str]]) -> np.ndarray:
        found = np.zeros((len(pairs), len(OUTPUTS)))
        for row, (a, b) in zip(found, pairs, strict=True):
            row[OUTPUTS.index("relation: contradiction" if a[:9] == b[:9] else "relation: related")] = 5.0
        return found


def test_only_what_a_model_takes_for_a_conflict_is_kept() -> None:
    pairs = [Pair(*TALKS, "sets"), Pair(TALKS[0], "Rain fell on the city all day.", "sets")]
    [(pair, logits)] = taken_for_conflicts(pairs, Reads())  # type: ignore[arg-type]
    assert pair is pairs[0]
    assert logits.shape == (len(OUTPUTS),)


def test_what_was_given_to_a_conflict_goes_to_what_is_related() -> None:
    [found] = taken_for_conflicts([Pair(*TALKS, "sets")], Reads())  # type: ignore[arg-type]
    [example] = as_examples([found])
    assert example.taught is not None
    taught = dict(zip(OUTPUTS, example.taught, strict=True))
    assert OUTPUTS[example.label] == "relation: related"
    assert taught["relation: contradiction"] == taught["relation: update"] == taught["contradiction"] == 0.0
    assert sum(example.taught[: len(LABELS)]) == pytest.approx(1.0)
    assert sum(example.taught[len(LABELS) :]) == pytest.approx(1.0)


def test_pairs_are_of_articles_that_are_trained_on() -> None:
    left_out = {
        sentence for given in read_sets(held_out=True) for a in given["articles"] for sentence in a["sentences"]
    }
    assert not any(pair.a in left_out for pair in pairs_of_sets() if not pair.a.startswith("("))


def test_real_articles_that_are_left_out_are_not_paired(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = " ".join(TALKS)
    monkeypatch.setattr("benchmarks.training.same_article.news_bodies", lambda data: dict.fromkeys((1, 2, 3), text))
    rows = [{"group": 4, "body_a": 1, "body_b": 1}, {"group": 5, "body_a": 3, "body_b": 3}]
    monkeypatch.setattr("benchmarks.training.same_article.news_labels", lambda file=None: rows if file is None else [])
    assert [(pair.a, pair.b) for pair in pairs_of_news(tmp_path)] == [TALKS] * 2  # of 2 and 3; group 4 is left out


def test_what_may_report_a_dispute_is_not_paired(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    denied = f"{TALKS[0]} The ministry denied that any talks had begun."
    monkeypatch.setattr("benchmarks.training.same_article.news_bodies", lambda data: {1: denied})
    monkeypatch.setattr("benchmarks.training.same_article.news_labels", lambda file=None: [])
    assert not list(pairs_of_news(tmp_path))
