"""The judge with a language model, whose scores are put in by hand."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import attrs
import numpy as np
import pytest

from claimcheck.errors import ModelError
from claimcheck.judging.combine import DECISIVE
from claimcheck.judging.judges import EvidenceJudge, Pair
from claimcheck.judging.language_model import OUTPUTS, REGRESSIONS, is_judge_folder, judge_folder
from claimcheck.judging.lead_reading import STORIES
from claimcheck.judging.model_judge import LEAST_IN_WORDS, LEAST_INSIDE, UNEXPLAINED, ModelJudge, load_model_judge
from claimcheck.judging.reader import Reader
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.records import RELATIONS, Relation
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

TEXTS = [
    ("The veteran minister resigned after the vote.", "The veteran minister clung to office after the vote."),
    ("The ferry sank off the coast.", "A museum bought two paintings."),
]


class Scripted:
    """A language model that scores every pair alike, and remembers what it read."""

    def __init__(self, favourite: str) -> None:
        self.row = np.array([9.0 if name == favourite else 0.0 for name in OUTPUTS])
        self.read: list[tuple[str, str]] = []

    def logits(self, pairs: Sequence[Pair], *_: object, **__: object) -> np.ndarray:
        self.read += [(pair.a.text, pair.b.text) for pair in pairs]
        return np.tile(self.row, (len(pairs), 1))

    def ask(self, pairs: Sequence[tuple[str, str]], **_: object) -> np.ndarray:
        return np.tile(self.row, (len(pairs), 1))


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    return pairs_from_texts([{"a": a, "b": b, **none} for a, b in TEXTS], settings=Settings())


def judge(model: Scripted) -> ModelJudge:
    return ModelJudge(reader(model, judge_folder("accurate")))


def reader(model: Scripted, folder: Path) -> Reader:
    return Reader(lambda: model, folder)  # type: ignore[arg-type, return-value]


def test_probabilities_sum_to_one_and_the_model_is_heard(pairs: list[Pair]) -> None:
    (first, _) = judge(Scripted("relation: agreement")).judge(pairs)
    (other, _) = judge(Scripted("relation: unrelated")).judge(pairs)
    assert sum(first.probabilities.values()) == pytest.approx(1.0)
    assert first.probabilities["agreement"] > other.probabilities["agreement"]


def test_one_event_is_as_likely_as_what_is_read_of_it(pairs: list[Pair]) -> None:
    found = {
        heard: [j.same_fact for j in judge(Scripted(heard)).judge(pairs)]
        for heard in ("relation: agreement", "relation: unrelated")
    }
    assert all(0.0 < low < high < 1.0 for high, low in zip(*found.values(), strict=True))


def test_a_contradiction_without_typed_evidence_shows_words_and_is_held_back(
    pairs: list[Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = {"agreement": 0.0, "contradiction": 0.99, "update": 0.0, "related": 0.01, "unrelated": 0.0}
    monkeypatch.setattr("claimcheck.judging.reader.relation_probabilities", lambda _, pairs, *__: [sure for _ in pairs])
    (first, _) = judge(Scripted("relation: contradiction")).judge(pairs)
    assert first.relation == "contradiction"
    assert first.confidence <= UNEXPLAINED
    reason = first.reasons[0]
    assert reason.kind == "wording"
    assert reason.a is not None
    assert reason.b is not None
    assert TEXTS[0][0][reason.a.start : reason.a.end] == reason.a.text
    assert TEXTS[0][1][reason.b.start : reason.b.end] == reason.b.text


def test_the_same_words_agree_whatever_the_model_says() -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    text = "Robbers took jewels worth €103 million from a hotel in Cannes."
    same = pairs_from_texts(
        [{"a": text, "b": b, **none} for b in (text, text.replace("€103 million", "103 million euros"))],
        settings=Settings(),
    )
    for judgement in judge(Scripted("relation: contradiction")).judge(same):
        assert judgement.relation != "contradiction"
        assert judgement.probabilities["contradiction"] == judgement.probabilities["update"] == 0.0
    first, second = dt.date(2019, 3, 4), dt.date(2021, 3, 4)
    (near, far) = judge(Scripted("relation: contradiction")).judge(
        [attrs.evolve(same[0], date_a=first, date_b=date) for date in (first, second)]
    )
    assert near.relation == "agreement"
    assert far.relation != "agreement"


def test_figures_that_fit_are_no_contradiction_in_the_same_words_whichever_claim_comes_first() -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    text = "Inspectors closed all roads within {} of the farm."
    row = {"a": text.format("ten kilometres"), "b": text.format("six miles"), **none}
    (pair,) = pairs_from_texts([row], settings=Settings())
    for there in (pair, pair.swapped()):
        (judgement,) = judge(Scripted("relation: contradiction")).judge([there])
        assert judgement.relation == "agreement"
        assert judgement.probabilities["contradiction"] == 0.0


def test_inside_articles_pairs_of_different_stories_are_not_read(pairs: list[Pair]) -> None:
    model = Scripted("relation: contradiction")
    judge(model).judge([attrs.evolve(pair, story=0.1) for pair in pairs])
    assert model.read == []


def test_inside_articles_pairs_that_share_nothing_are_not_read(pairs: list[Pair]) -> None:
    model = Scripted("relation: contradiction")
    judge(model).judge([attrs.evolve(pair, story=0.9) for pair in pairs])
    assert model.read == [TEXTS[0]]


@pytest.mark.parametrize("name", ["fast", "accurate"])
def test_both_models_are_heard_inside_articles(pairs: list[Pair], name: str) -> None:
    model = Scripted("relation: contradiction")
    ModelJudge(reader(model, judge_folder(name))).judge([attrs.evolve(pair, story=0.9) for pair in pairs])
    assert model.read == [TEXTS[0]]


@pytest.mark.parametrize(("one_fact", "passed_on"), [(0.02, False), (0.2, True)])
def test_the_accurate_model_reads_what_the_small_one_finds_likely(
    one_fact: float, passed_on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    row = {"a": "The ferry to Elba had left the port of Lorient late.", "b": "Three crew of the ferry are from Elba."}
    pairs = [attrs.evolve(pair, story=0.9) for pair in pairs_from_texts([row | none], settings=Settings())]
    found = dict.fromkeys(RELATIONS, 0.0) | {"agreement": one_fact, "related": 1 - one_fact}
    monkeypatch.setattr("claimcheck.judging.reader.relation_probabilities", lambda *_: [found])
    first, second = Scripted("relation: related"), Scripted("relation: related")
    cascade = ModelJudge(reader(second, judge_folder("accurate")), reader(first, judge_folder("fast")))
    (judgement,) = cascade.judge(pairs)
    assert (len(first.read), len(second.read)) == (1, int(passed_on))
    assert (judgement.probabilities == found) is not passed_on


def test_what_evidence_decides_is_read_whatever_the_small_model_finds() -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    text = "The blackout in the port of Lorient lasted {}."
    row = {"a": text.format("50 minutes"), "b": text.format("over two hours"), **none}
    pairs = [attrs.evolve(pair, story=0.95) for pair in pairs_from_texts([row], settings=Settings())]
    first, second = Scripted("relation: unrelated"), Scripted("relation: contradiction")
    ModelJudge(reader(second, judge_folder("accurate")), reader(first, judge_folder("fast"))).judge(pairs)
    assert len(second.read) == 1


def test_a_reader_reads_the_likeliest_pairs_only(pairs: list[Pair]) -> None:
    alike = [attrs.evolve(pairs[0], story=0.9) for _ in range(3)]
    model = Scripted("relation: agreement")
    limited = Reader(lambda: model, judge_folder("accurate"), most=2)  # type: ignore[arg-type, return-value]
    ModelJudge(limited).judge(alike)
    assert len(model.read) == 2
    second, first = Scripted("relation: agreement"), Scripted("relation: agreement")
    limited = Reader(lambda: second, judge_folder("accurate"), most=2)  # type: ignore[arg-type, return-value]
    ModelJudge(limited, reader(first, judge_folder("fast"))).judge(alike)
    assert (len(first.read), len(second.read)) == (3, 2)


def test_what_the_first_reader_alone_has_read_is_explained_and_held_back(
    pairs: list[Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = dict.fromkeys(RELATIONS, 0.0) | {"contradiction": 0.99, "related": 0.01}
    monkeypatch.setattr("claimcheck.judging.reader.relation_probabilities", lambda _, pairs, *__: [sure for _ in pairs])
    monkeypatch.setattr(
        "claimcheck.judging.model_judge.probabilities_in_company", lambda *given: [sure for _ in given[4]]
    )
    monkeypatch.setattr("claimcheck.judging.model_judge.reasons_for", lambda *_: ())
    alike = [attrs.evolve(pairs[0], story=0.9) for _ in range(3)]
    second = Scripted("relation: contradiction")
    limited = Reader(lambda: second, judge_folder("accurate"), most=1)  # type: ignore[arg-type, return-value]
    found = ModelJudge(limited, reader(Scripted("relation: contradiction"), judge_folder("fast"))).judge(alike)
    assert len(second.read) == 1
    for judgement in found:
        assert judgement.relation == "contradiction"
        assert judgement.probabilities["contradiction"] == UNEXPLAINED
        assert [reason.kind for reason in judgement.reasons] == ["wording"]


def test_a_model_without_a_regression_for_articles_is_not_heard_there(pairs: list[Pair], tmp_path: Path) -> None:
    model = Scripted("relation: contradiction")
    inside = [attrs.evolve(pair, story=0.9) for pair in pairs]
    found = ModelJudge(reader(model, tmp_path)).judge(inside)
    assert found == EvidenceJudge().judge(inside)
    assert model.read == []


def test_inside_articles_the_model_can_take_a_contradiction_back() -> None:
    text = "The blackout in the port of Lorient lasted {}."
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    row = {"a": text.format("50 minutes"), "b": text.format("over two hours"), **none}
    (pair,) = pairs_from_texts([row], settings=Settings())
    (for_it,) = judge(Scripted("relation: contradiction")).judge([attrs.evolve(pair, story=0.95)])
    (against,) = judge(Scripted("relation: related")).judge([attrs.evolve(pair, story=0.95)])
    assert against.probabilities["contradiction"] < for_it.probabilities["contradiction"]


@pytest.mark.parametrize("story", [None, 0.95])
def test_where_typed_values_conflict_there_is_no_agreement(story: float | None) -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    text = "The talks between Ann Carter and Boris Orlov lasted {}."
    row = {"a": text.format("50 minutes"), "b": text.format("over two hours"), **none}
    pairs = [attrs.evolve(pair, story=story) for pair in pairs_from_texts([row], settings=Settings())]
    (found,) = judge(Scripted("relation: agreement")).judge(pairs)
    assert found.relation != "agreement"
    assert found.probabilities["contradiction"] > found.probabilities["agreement"]


def test_what_is_told_from_both_sides_is_no_contradiction() -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    row = {"a": "Ann Lee beat Bea Ray in the final.", "b": "Bea Ray lost to Ann Lee in the final.", **none}
    (found,) = judge(Scripted("relation: contradiction")).judge(pairs_from_texts([row], settings=Settings()))
    assert found.relation != "contradiction"


def test_what_is_loaded_ahead_is_loaded_once(tmp_path: Path) -> None:
    loads: list[Scripted] = []

    def load() -> Scripted:
        loads.append(Scripted("relation: related"))
        return loads[-1]

    reader = Reader(load, tmp_path)  # type: ignore[arg-type]
    judge = ModelJudge(reader)
    judge.load_ahead()
    judge.load_ahead()
    assert reader.model is reader.model is loads[0]  # type: ignore[comparison-overlap]
    assert len(loads) == 1


def test_what_fails_ahead_is_told_when_it_is_needed(tmp_path: Path) -> None:
    def load() -> Scripted:
        raise ModelError("damaged")

    reader = Reader(load, tmp_path)  # type: ignore[arg-type]
    reader.load_ahead()
    with pytest.raises(ModelError, match="damaged"):
        _ = reader.model


@pytest.mark.parametrize(("other", "relation"), [("90 minutes", "contradiction"), ("for ever", "related")])
def test_a_contradiction_for_which_a_value_speaks_needs_less(
    other: str, relation: Relation, monkeypatch: pytest.MonkeyPatch
) -> None:
    probability = (LEAST_INSIDE["contradiction"] + LEAST_IN_WORDS) / 2
    told = dict.fromkeys(RELATIONS, 0.0) | {"contradiction": probability, "related": 1 - probability}
    for name in ("reader.relation_probabilities", "model_judge.probabilities_in_company"):
        monkeypatch.setattr(f"claimcheck.judging.{name}", lambda *_: [told])
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    row = {"a": "The talks in Ludra lasted 45 minutes.", "b": f"The talks in Ludra lasted {other}.", **none}
    (pair,) = pairs_from_texts([row], settings=Settings())
    (found,) = judge(Scripted("relation: contradiction")).judge([attrs.evolve(pair, story=0.9)])
    assert found.relation == relation


@pytest.mark.parametrize("decisive", ["agreement", "contradiction", "update"])
@pytest.mark.parametrize("over", [-0.05, 0.05])
def test_inside_articles_a_doubtful_verdict_is_not_reported(
    over: float, decisive: Relation, pairs: list[Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    probability = (LEAST_IN_WORDS if decisive == "contradiction" else LEAST_INSIDE.get(decisive, DECISIVE)) + over
    told = dict.fromkeys(RELATIONS, 0.0) | {decisive: probability, "related": 1 - probability}
    for name in ("reader.relation_probabilities", "model_judge.probabilities_in_company"):
        monkeypatch.setattr(f"claimcheck.judging.{name}", lambda *_: [told])
    (found,) = judge(Scripted(f"relation: {decisive}")).judge([attrs.evolve(pairs[0], story=0.9)])
    assert found.relation == (decisive if over > 0 else "related")
    assert found.probabilities[decisive] == pytest.approx(probability)


@pytest.mark.parametrize(("other", "relation"), [("Bert Cole", "contradiction"), ("Dora Finch", "related")])
def test_how_long_one_encounter_took_is_told_beside_something_else(
    other: str, relation: Relation, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    texts = {
        "a": "Anna Bell and Bert Cole spoke for 20 minutes about the price of gas.",
        "b": f"The talks between Anna Bell and {other}, which lasted over two hours, were friendly.",
    }
    (pair,) = pairs_from_texts([texts | none], settings=Settings())
    merely = dict.fromkeys(RELATIONS, 0.0) | {"related": 1.0}
    for name in ("reader.relation_probabilities", "model_judge.probabilities_in_company"):
        monkeypatch.setattr(f"claimcheck.judging.{name}", lambda *_: [merely])
    (found,) = judge(Scripted("relation: related")).judge([attrs.evolve(pair, story=0.95)])
    assert found.relation == relation


@pytest.mark.parametrize("name", [*REGRESSIONS, STORIES])
def test_a_damaged_folder_is_an_error_when_it_is_loaded(name: str, tmp_path: Path) -> None:
    for file in (*REGRESSIONS, STORIES):
        shutil.copyfile(judge_folder("fast") / file, tmp_path / file)
    load_model_judge(str(tmp_path))
    damaged = tmp_path / "damaged"
    shutil.copytree(tmp_path, damaged)
    (damaged / name).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=f"{name} is damaged"):
        load_model_judge(str(damaged))


@pytest.mark.parametrize("name", REGRESSIONS)
def test_a_regression_without_a_relation_is_damaged(name: str, tmp_path: Path) -> None:
    for file in REGRESSIONS:
        shutil.copyfile(judge_folder("fast") / file, tmp_path / file)
    data = json.loads((tmp_path / name).read_text(encoding="utf-8"))
    del data["weights"]["update"]
    (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ModelError, match=f"{name} is damaged: expected weights of .*update"):
        load_model_judge(str(tmp_path))


def test_a_name_that_is_too_long_is_no_judge() -> None:
    assert not is_judge_folder(Path("n" * 5000))
