"""The main job on the five real articles: what a careful reader finds there, and nothing else."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.records import Claim, Comparison

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def gold(root: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((root / "benchmarks/data/seeds/seeds_facts.json").read_text(encoding="utf-8"))
    return gold


@pytest.fixture(scope="module")
def comparison(seeds: Path) -> Comparison:
    return claimcheck.compare(seeds)


def claims_of(comparison: Comparison, passage: dict[str, str]) -> list[Claim]:
    """The claims that overlap a quoted passage."""
    article = next(a for a in comparison.articles if a.path.endswith(passage["article"]))
    start = article.text.index(passage["quote"])
    end = start + len(passage["quote"])
    return [c for c in comparison.claims if c.article == article.id and c.start < end and start < c.end]


def relations(root: Path) -> list[dict[str, Any]]:
    text = (root / "benchmarks/data/seeds/relations.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def ids(claims: list[Claim]) -> set[str]:
    return {claim.id for claim in claims}


def test_one_disputed_fact_holds_the_call(comparison: Comparison, gold: dict[str, Any]) -> None:
    passages = next(fact for fact in gold["same_fact"] if fact["id"] == "call")["claims"]
    by_fact: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for fact in comparison.facts:
            if ids(claims_of(comparison, passage)) & ids(list(fact.claims)):
                by_fact[fact.id].add(passage["quote"])
    best = max(comparison.facts, key=lambda fact: len(by_fact[fact.id]))
    assert len(by_fact[best.id]) == len(passages)
    assert best.status == "disputed"
    assert len(best.articles) == 2
    assert len(best.origins) == 2


def test_the_contradiction_on_its_length(comparison: Comparison, gold: dict[str, Any]) -> None:
    wanted = next(r for r in gold["relations"] if r["relation"] == "contradiction")
    pair = ids(claims_of(comparison, wanted["a"])) | ids(claims_of(comparison, wanted["b"]))
    [judgement] = [j for j in comparison.judgements if j.relation == "contradiction"]
    assert {judgement.a, judgement.b} == pair
    reason = judgement.reasons[0]
    assert reason.kind == "duration"
    assert reason.a is not None
    assert reason.b is not None
    assert {reason.a.value, reason.b.value} == {"50 min", "more than 60 min"}
    texts = {article.id: article.text for article in comparison.articles}
    articles = {claim.id: claim.article for claim in comparison.claims}
    for evidence, claim in ((reason.a, judgement.a), (reason.b, judgement.b)):
        assert texts[articles[claim]][evidence.start : evidence.end] == evidence.text


def test_nothing_else_is_disputed_or_updated(comparison: Comparison) -> None:
    flagged = [j.relation for j in comparison.judgements if j.relation in {"contradiction", "update"}]
    assert flagged == ["contradiction"]


def test_the_agreements_are_found(comparison: Comparison, gold: dict[str, Any]) -> None:
    agreements = [{j.a, j.b} for fact in comparison.facts for j in fact.judgements if j.relation == "agreement"]
    for wanted in gold["relations"]:
        if wanted["relation"] == "agreement":
            a, b = (ids(claims_of(comparison, wanted[side])) for side in "ab")
            assert any(pair & a and pair & b for pair in agreements), wanted["a"]["quote"]


def test_four_stories_and_no_fact_across_them(comparison: Comparison, gold: dict[str, Any]) -> None:
    event = {name: row["event"] for name, row in gold["articles"].items()}

    def events(articles: tuple[claimcheck.Article, ...]) -> set[str]:
        return {event[Path(article.path).name] for article in articles}

    assert sorted(len(story.articles) for story in comparison.stories) == [1, 1, 1, 2]
    assert all(len(events(story.articles)) == 1 for story in comparison.stories)
    assert all(len(events(fact.articles)) == 1 for fact in comparison.facts)


def test_page_furniture_is_no_claim(comparison: Comparison, gold: dict[str, Any]) -> None:
    assert [p["quote"] for p in gold["not_claims"] if claims_of(comparison, p)] == []


def test_every_claim_stands_where_it_says(comparison: Comparison) -> None:
    texts = {article.id: article.text for article in comparison.articles}
    for claim in comparison.claims:
        text = texts[claim.article]
        assert text[claim.start : claim.end] == claim.quote
        for value in (*claim.times, *claim.quantities, *claim.entities):
            assert text[value.start : value.end] == value.text


def test_the_same_input_gives_the_same_bytes(comparison: Comparison, seeds: Path, tmp_path: Path) -> None:
    again = claimcheck.compare(sorted(seeds.iterdir()))
    for ending in ("json", "html", "md", "csv"):
        first, second = comparison.save(tmp_path / f"a.{ending}"), again.save(tmp_path / f"b.{ending}")
        assert first.read_bytes() == second.read_bytes()


def test_it_comes_back_from_json(comparison: Comparison, tmp_path: Path) -> None:
    assert Comparison.load(comparison.save(tmp_path / "seeds.json")) == comparison


def test_a_seed_seen_twice_is_one_article(seeds: Path, tmp_path: Path) -> None:
    text = (seeds / "002_48fee69efe581559.txt").read_bytes()
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(text)
    comparison = claimcheck.compare(tmp_path)
    assert len(comparison.articles) == 1
    assert comparison.facts == ()
    assert {notice.kind for notice in comparison.notices} >= {"duplicate", "few"}


def test_relations(root: Path) -> None:
    rows = relations(root)
    judgements = claimcheck.judge_pairs(rows)
    assert sum(j.relation == row["relation"] for j, row in zip(judgements, rows, strict=True)) >= 26


def test_the_order_of_a_pair_does_not_matter(root: Path) -> None:
    rows = relations(root)
    swapped = [{"a": r["b"], "b": r["a"], "date_a": r["date_b"], "date_b": r["date_a"]} for r in rows]
    for one, other in zip(claimcheck.judge_pairs(rows), claimcheck.judge_pairs(swapped), strict=True):
        assert one.probabilities == other.probabilities
        assert [(r.kind, r.a, r.b) for r in one.reasons] == [(r.kind, r.b, r.a) for r in other.reasons]


def test_the_reason_names_the_first_text_first() -> None:
    a, b = "The call took 50 minutes.", "The call lasted over an hour."
    assert claimcheck.judge(a, b).reasons[0].sentence.startswith("50 min against more than 60 min")
    assert claimcheck.judge(b, a).reasons[0].sentence.startswith("More than 60 min against 50 min")
