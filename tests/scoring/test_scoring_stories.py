"""Labelled stories: reading them, and scoring comparisons made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimcheck import InputError
from claimcheck.records import Article, Claim, Comparison, Fact, Judgement, Point, Story
from claimcheck.scoring.gold import GOLD_NAME, Topic, articles_of, find_topics, read_topic
from claimcheck.scoring.stories import flagged, score_topic
from claimcheck.scoring.summary import summary

TEXTS = {
    "one.txt": "The ferry sank on Monday. It carried 90 people. Last year a barge burned.",
    "two.txt": "A ferry went down on Monday. There were 130 aboard.",
    "barge.txt": "A barge burned in the harbour. Share this page.",
}


def quote(article: str, words: str) -> dict[str, str]:
    return {"article": article, "quote": words}


GOLD: dict[str, Any] = {
    "articles": {
        "one.txt": {"event": "A", "recalls": ["B"]},
        "two.txt": {"event": "A"},
        "barge.txt": {"event": "B"},
    },
    "same_fact": [
        {"id": "sank", "claims": [quote("one.txt", "The ferry sank"), quote("two.txt", "A ferry went down")]},
        {"id": "load", "claims": [quote("one.txt", "carried 90 people"), quote("two.txt", "There were 130 aboard.")]},
        {
            "id": "fire",
            "event": "B",
            "claims": [quote("one.txt", "a barge burned"), quote("barge.txt", "A barge burned in the harbour.")],
        },
    ],
    "relations": [
        {
            "relation": "contradiction",
            "kind": "quantity",
            "a": quote("one.txt", "carried 90 people"),
            "b": quote("two.txt", "There were 130 aboard."),
        }
    ],
    "near_misses": [{"a": quote("one.txt", "The ferry sank"), "b": quote("two.txt", "A ferry went down"), "why": ""}],
    "not_claims": [quote("barge.txt", "Share this page.")],
}


def about(**keys: Any) -> dict[str, Any]:
    """Labels in which the first article has these keys."""
    return {"articles": GOLD["articles"] | {"one.txt": GOLD["articles"]["one.txt"] | keys}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "ferry", GOLD)


def write(folder: Path, gold: Any) -> Path:
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / GOLD_NAME).write_text(json.dumps(gold), encoding="utf-8")
    return folder


def claim(article: Article, words: str) -> Claim:
    start = article.text.index(words)
    end = start + len(words)
    return Claim(
        article=article.id, start=start, end=end, quote=words, text=words, sentence_start=start, sentence_end=end
    )


def judgement(a: Claim, b: Claim, relation: Any) -> Judgement:
    probabilities: Any = dict.fromkeys(("agreement", "contradiction", "update", "related", "unrelated"), 0.05)
    return Judgement(a=a.id, b=b.id, relation=relation, probabilities=probabilities | {relation: 0.8}, same_fact=0.9)


def compared(topic: Topic, *facts: tuple[str, str, str], stories: tuple[str, ...] = ("one.txt two.txt", "barge.txt")):
    """A comparison whose facts are pairs of sentences with a relation, each a claim."""
    articles = {a.path: a for a in articles_of(topic)}
    where = {s: a for a in articles.values() for s in a.text.split(". ")}
    where = {sentence.rstrip("."): article for sentence, article in where.items()}
    claims = {words: claim(article, words) for words, article in where.items() if words != "Share this page"}
    made = []
    for first, second, relation in facts:
        pair = (claims[first], claims[second])
        found = judgement(*pair, relation)
        made.append(Fact(title=first, status="corroborated", claims=pair, articles=(), origins=(), judgements=(found,)))
    return Comparison(
        articles=tuple(articles.values()),
        claims=tuple(claims.values()),
        stories=tuple(Story(title="", articles=tuple(articles[n] for n in names.split())) for names in stories),
        facts=tuple(made),
        judgements=tuple(fact.judgements[0] for fact in made),
    )


def test_a_perfect_reading(folder: Path) -> None:
    topic = read_topic(folder)
    scores = score_topic(
        topic,
        compared(
            topic,
            ("The ferry sank on Monday", "A ferry went down on Monday", "agreement"),
            ("It carried 90 people", "There were 130 aboard", "contradiction"),
            ("Last year a barge burned", "A barge burned in the harbour", "agreement"),
        ),
    )
    assert scores.stories.f1 == scores.points.f1 == 1.0
    # The sinking and the load are one event, and the two facts do not join them.
    assert (scores.facts.precision, round(scores.facts.recall, 3)) == (1.0, 0.667)
    assert (scores.mixed, scores.missed_quotes, scores.not_claims, scores.near_misses) == ((), 0, 0, 0)
    assert [flag.right for flag in scores.flags] == [True]
    assert scores.found["contradiction"] == (1, 1)
    assert flagged([scores], "contradiction").f1 == 1.0


def test_a_fact_is_an_event_and_its_points_are_scored_apart(folder: Path) -> None:
    topic = read_topic(folder)
    apart = compared(
        topic,
        ("The ferry sank on Monday", "A ferry went down on Monday", "agreement"),
        ("It carried 90 people", "There were 130 aboard", "contradiction"),
        ("Last year a barge burned", "A barge burned in the harbour", "agreement"),
    )
    sinking, load, barge = apart.facts
    points = tuple(
        Point(title=f.title, status="corroborated", claims=f.claims, origins=(), judgements=f.judgements)
        for f in (sinking, load)
    )
    event = attrs.evolve(sinking, claims=sinking.claims + load.claims, points=points)
    scores = score_topic(topic, attrs.evolve(apart, facts=(event, barge)))
    assert scores.facts.f1 == scores.points.f1 == 1.0


def test_nothing_found(folder: Path) -> None:
    topic = read_topic(folder)
    scores = score_topic(topic, compared(topic))
    assert scores.points.precision == scores.facts.precision == 1.0
    assert scores.points.recall == 0.5  # each quote finds itself only
    assert scores.found["contradiction"] == (0, 1)
    assert [lost.step for lost in scores.missed_relations] == ["not a candidate"]


def test_a_fact_about_two_events_is_mixed(folder: Path) -> None:
    topic = read_topic(folder)
    scores = score_topic(
        topic, compared(topic, ("A ferry went down on Monday", "A barge burned in the harbour", "agreement"))
    )
    assert scores.mixed == ("A ferry went down on Monday",)


def test_a_recalled_event_is_not_mixed(folder: Path) -> None:
    topic = read_topic(folder)
    scores = score_topic(
        topic, compared(topic, ("Last year a barge burned", "A barge burned in the harbour", "agreement"))
    )
    assert scores.mixed == ()


def test_a_false_alarm_that_is_a_near_miss(folder: Path) -> None:
    topic = read_topic(folder)
    scores = score_topic(
        topic, compared(topic, ("The ferry sank on Monday", "A ferry went down on Monday", "contradiction"))
    )
    assert scores.near_misses == 1
    assert [flag.right for flag in scores.flags] == [False]
    assert flagged([scores], "contradiction").precision == 0.0


def test_stories_are_scored_against_events(folder: Path) -> None:
    topic = read_topic(folder)
    scores = score_topic(topic, compared(topic, stories=("one.txt two.txt barge.txt",)))
    assert scores.stories.recall == 1.0
    assert scores.stories.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_what_is_no_claim_is_counted(folder: Path) -> None:
    topic = read_topic(folder)
    comparison = compared(topic)
    extra = claim(articles_of(topic)[0], "Share this page.")
    assert score_topic(topic, attrs.evolve(comparison, claims=(*comparison.claims, extra))).not_claims == 1


def test_a_summary_is_plain_json(folder: Path) -> None:
    topic = read_topic(folder)
    scores = score_topic(topic, compared(topic, ("It carried 90 people", "There were 130 aboard", "contradiction")))
    row = summary([topic], [scores], precision=0.9)
    assert json.loads(json.dumps(row)) == row
    assert row["least_confidence"]["contradiction"] == {"threshold": 0.8, "precision": 1.0, "n": 1}
    assert row["least_confidence"]["update"] is None
    assert row["relations"]["contradiction"]["recall"] == 1.0


def test_topics_are_found_below_a_folder(folder: Path) -> None:
    assert find_topics(folder.parent) == find_topics(folder) == [folder]


def test_a_folder_without_labels_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"No gold\.json"):
        find_topics(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"articles": {}}, '"articles"'),
        ({"articles": {"none.txt": {"event": "A"}}}, "none.txt"),
        ({"same_fact": [{"id": "x", "claims": [quote("one.txt", "The ferry burned")]}]}, "verbatim"),
        ({"same_fact": [{"id": "x", "claims": [quote("nowhere.txt", "The ferry")]}]}, "nowhere.txt"),
        ({"same_fact": [{"id": "x"}]}, '"claims"'),
        ({"relations": [{"relation": "denial"}]}, "denial"),
        ({"relations": [{"relation": "update", "a": "The ferry"}]}, '"quote"'),
        ({"different_events": [[1, 2, 3]]}, "different_events"),
        ({"same_fact": None}, 'a list of objects under "same_fact"'),
        ({"relations": ["update"]}, 'a list of objects under "relations"'),
        ({"near_misses": [None]}, 'a list of objects under "near_misses"'),
        ({"not_claims": "Share"}, 'a list of objects under "not_claims"'),
        ({"same_fact": [{"id": "x", "claims": []}, {"id": "x", "claims": []}]}, "two facts"),
        (about(recalls="flood"), "\"recalls\" of article 'one.txt' is 'flood'; expected a list of texts"),
        (about(recalls=5), "\"recalls\" of article 'one.txt' is 5; expected a list of texts"),
        (about(recalls=["A", ["B"]]), "is a list of lists and texts; expected a list of texts"),
        (about(event=["A"]), "\"event\" of article 'one.txt' is a list of texts; expected a text"),
        (about(event={"name": "A"}), "is an object with the keys name; expected a text"),
        (about(event=True), "is True; expected a text"),
        ({"same_fact": [{"id": ["x"], "claims": []}]}, '"id" of fact 1 is a list of texts; expected a text'),
        ({"same_fact": [{"event": {}, "claims": []}]}, '"event" of fact 1 is an empty object; expected a text'),
        ({"not_claims": [{"article": ["one.txt"], "quote": "x"}]}, '"article" of a quote is a list of texts'),
        ({"not_claims": [{"article": "one.txt", "quote": 90}]}, '"quote" of a quote is 90; expected a text'),
        ({"near_misses": [{"a": {"article": []}}]}, "got an object with the keys article"),
        ({"relations": [{"relation": ["update"]}]}, "relation 1 is a list of texts; expected one of"),
        ({"relations": [GOLD["relations"][0] | {"kind": []}]}, '"kind" of relation 1 is an empty list'),
        ({"articles": {"\0": {"event": "A"}}}, "Cannot read"),
    ],
)
def test_a_wrong_label_is_named(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message.replace(".", r"\.")):
        read_topic(write(tmp_path / "ferry", GOLD | change))


@pytest.mark.parametrize("empty", [None, ""])
def test_a_label_without_a_value_is_as_one_left_away(tmp_path: Path, empty: str | None) -> None:
    facts = [{"id": empty, "event": empty, "claims": fact["claims"]} for fact in GOLD["same_fact"]]
    relations = [GOLD["relations"][0] | {"kind": empty}]
    change = about(event=empty, recalls=None) | {"same_fact": facts, "relations": relations}
    topic = read_topic(write(tmp_path / "ferry", GOLD | change))
    assert topic.events["one.txt"] == "one.txt"
    assert topic.recalls["one.txt"] == frozenset()
    assert list(topic.facts) == ["1", "2", "3"]
    assert topic.fact_events["1"] == {"one.txt", "A"}
    assert topic.relations[0].kind == ""


def test_a_number_serves_as_a_text(tmp_path: Path) -> None:
    facts = [{"id": 7, "event": 2, "claims": GOLD["same_fact"][0]["claims"]}]
    topic = read_topic(write(tmp_path / "ferry", GOLD | about(event=1, recalls=[2]) | {"same_fact": facts}))
    assert topic.events["one.txt"] == "1"
    assert topic.recalls["one.txt"] == {"2"}
    assert topic.fact_events == {"7": {"2"}}


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"articles": ' + "9" * 5000 + "}"])
def test_broken_json_is_an_input_error(folder: Path, text: str) -> None:
    (folder / GOLD_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="Cannot read"):
        read_topic(folder)
