from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from claimcheck.judging.language_model import OUTPUTS
from claimcheck.judging.lead_reading import (
    LEADING,
    MOST_ARTICLES,
    STORIES,
    doubtful,
    lead_features,
    lead_pairs,
    read_leads,
)
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Article, Claim
from tests.builders import claim

WEIGHTS = {
    "story": 0.5,
    "unrelated": -1.0,
    "least unrelated": 0.0,
    "most alike": 0.0,
    "dated": 0.0,
    "unrelated though dated": 0.0,
}


class Scripted:
    """A language model that finds every pair unrelated, or none."""

    def __init__(self, *, unrelated: bool) -> None:
        self.favourite = "relation: unrelated" if unrelated else "relation: related"
        self.asked: list[tuple[str, str]] = []

    def ask(self, pairs: Sequence[tuple[str, str]], *, stage: str, progress: Progress = no_progress) -> np.ndarray:
        self.asked += pairs
        progress(stage, len(pairs), len(pairs))
        return np.array([[5.0 if name == self.favourite else 0.0 for name in OUTPUTS]] * len(pairs)).reshape(-1, 8)


def article(text: str, day: int | None = None) -> Article:
    return Article(text=text, title=f"On {text}", published=None if day is None else dt.date(2020, 1, day))


def claims(text: str, count: int = 4) -> list[Claim]:
    return [claim(f"{text} {at}") for at in range(count)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = tmp_path / STORIES
    file.write_text(json.dumps({"intercept": 0.0, "weights": WEIGHTS, "trained_on": "a test"}), encoding="utf-8")
    return tmp_path


def read(folder: Path, model: Scripted, story: float) -> float:
    prior = np.array([[1.0, story], [story, 1.0]])
    given = [article("fire", 1), article("blaze", 2)]
    found = read_leads(lambda: model, folder, given, [claims("fire"), claims("blaze")], prior)  # type: ignore[arg-type]
    assert found[0, 1] == found[1, 0]
    return float(found[0, 1])


def test_what_the_model_reads_moves_a_doubtful_probability(folder: Path) -> None:
    assert read(folder, Scripted(unrelated=True), 0.5) < 0.1
    assert read(folder, Scripted(unrelated=False), 0.5) > 0.9


def test_leads_are_a_stage_of_their_own(folder: Path) -> None:
    stages = []
    prior = np.full((2, 2), 0.5)
    read_leads(
        lambda: Scripted(unrelated=True),  # type: ignore[arg-type,return-value]
        folder,
        [article("fire", 1), article("blaze", 2)],
        [claims("fire"), claims("blaze")],
        prior,
        progress=lambda stage, done, total: stages.append((stage, done, total)),
    )
    assert stages == [("Reading leads", LEADING * LEADING, LEADING * LEADING)]


@pytest.mark.parametrize("story", [0.0005, 0.999])
def test_what_is_plain_is_not_read(folder: Path, story: float) -> None:
    model = Scripted(unrelated=True)
    assert read(folder, model, story) == story
    assert model.asked == []


def test_among_many_articles_nothing_is_read(folder: Path) -> None:
    many = [article(f"fire {at}", 1) for at in range(MOST_ARTICLES + 1)]
    prior = np.full((len(many), len(many)), 0.5)
    model = Scripted(unrelated=True)
    found = read_leads(lambda: model, folder, many, [claims(a.text) for a in many], prior)  # type: ignore[arg-type]
    assert found is prior
    assert model.asked == []


def test_articles_without_claims_are_not_read() -> None:
    assert doubtful(np.full((2, 2), 0.5), [[], claims("fire")]) == []


def test_the_first_claims_are_read_the_earlier_article_first() -> None:
    early, late = article("fire", 1), article("blaze", 2)
    pairs = lead_pairs(late, early, claims("blaze"), claims("fire"))
    assert len(pairs) == LEADING**2
    assert pairs[0] == ("(1 day earlier) [On fire] fire 0", "(1 day later) [On blaze] blaze 0")
    assert pairs == lead_pairs(early, late, claims("fire"), claims("blaze"))


def test_undated_articles_are_read_in_one_order_too() -> None:
    one, other = article("fire"), article("blaze")
    assert lead_pairs(one, other, claims("fire"), claims("blaze")) == lead_pairs(
        other, one, claims("blaze"), claims("fire")
    )


def test_features_tell_whether_the_dates_are_known() -> None:
    logits = np.zeros((2, len(OUTPUTS)))
    dated, undated = (lead_features(0.5, logits, dated=known) for known in (True, False))
    assert dated["unrelated though dated"] == dated["unrelated"] == undated["unrelated"]
    assert undated["unrelated though dated"] == 0.0
