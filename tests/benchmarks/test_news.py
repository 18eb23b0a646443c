"""Reports on real news against labelled sentences."""

from __future__ import annotations

import pytest

from benchmarks.match_quality.news import TEST_FILE, Report, labelled
from benchmarks.training.news_pairs import news_held_out, news_labels
from claimcheck.records import RELATIONS, Article, Claim, Comparison, Fact, Judgement, Relation
from tests.builders import claim

FIRST = "The ferry sank off Ludra on Monday. Two people died, the coast guard said."
SECOND = "A ferry went down near Ludra. Three people died."


def claims_of(article: Article) -> list[Claim]:
    middle = article.text.index(".") + 2
    return [
        claim(article.text[: middle - 1], article=article.id),
        claim(article.text[middle:], article=article.id, start=middle),
    ]


@pytest.fixture
def report() -> Report:
    articles = (Article(FIRST, path="4"), Article(SECOND, path="5"))
    claims = tuple(claim for article in articles for claim in claims_of(article))
    told: dict[Relation, float] = dict.fromkeys(RELATIONS, 0.0) | {"contradiction": 1.0}
    first, second = claims[1], claims[3]
    judged = Judgement(a=first.id, b=second.id, relation="contradiction", probabilities=told, same_fact=1.0)
    fact = Fact(title="", status="disputed", claims=(first, second), articles=(), origins=(), judgements=(judged,))
    return Report(Comparison(articles=articles, claims=claims, stories=(), facts=(fact,)))


def row(range_a: tuple[int, int], range_b: tuple[int, int], relation: str = "contradiction") -> dict[str, object]:
    return {"body_a": 5, "range_a": range_b, "body_b": 4, "range_b": range_a, "relation": relation}


def test_a_sentence_pair_has_the_verdict_on_its_claims(report: Report) -> None:
    deaths = FIRST.index("Two"), SECOND.index("Three")
    assert report.relation(row((deaths[0], len(FIRST)), (deaths[1], len(SECOND)))) == "contradiction"
    assert report.relation(row((deaths[0] + 4, len(FIRST) - 5), (deaths[1], len(SECOND)))) == "contradiction"
    assert report.relation(row((0, deaths[0]), (0, deaths[1]))) == "related"


def test_what_is_flagged_is_told_with_its_label(report: Report) -> None:
    deaths = row((FIRST.index("Two"), len(FIRST)), (SECOND.index("Three"), len(SECOND)), "update")
    (line,) = report.flags([deaths])
    assert line.startswith("contradiction 1.00 (update): Two people")
    (line,) = report.flags([])
    assert "(not labelled)" in line


def test_the_test_shares_no_article_with_what_is_trained_or_fitted_on() -> None:
    test, other = list(news_labels(TEST_FILE)), list(news_labels())
    bodies = [{label[f"body_{side}"] for label in labels for side in "ab"} for labels in (test, other)]
    assert not bodies[0] & bodies[1]
    assert not {label["group"] for label in test} & {label["group"] for label in other}
    assert {label["relation"] for label in test} <= set(RELATIONS)
    assert len({label["id"] for label in test}) == len(test)


def test_dev_is_what_readers_found_in_groups_left_out() -> None:
    labels = labelled("dev")
    assert len(labels) > 250
    assert all(news_held_out(label["group"]) and "found" not in label for label in labels)
    assert labelled("test") == list(news_labels(TEST_FILE))
