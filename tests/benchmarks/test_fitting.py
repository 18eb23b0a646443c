"""Fitting what joins language model and evidence."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import attrs
import numpy as np
import pytest

pytest.importorskip("sklearn")

from benchmarks.training.article_sets import lead_rows
from benchmarks.training.combination import fit, places_read_in_news
from benchmarks.training.fitting_pairs import NEWS, Labelled, Leads, in_stories, inside_news
from benchmarks.training.news_pairs import BODIES, LABELS_FILE, news_held_out, news_labels
from claimcheck.judging.judges import weigh
from claimcheck.judging.lead_reading import LEADING
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.records import RELATIONS
from claimcheck.settings import Settings


def test_a_row_without_a_label_is_judged_and_not_learned_from() -> None:
    rng = np.random.default_rng(3)
    labels = rng.integers(0, 2, 160)
    rows = [{"height": float(label) + rng.normal(0, 0.2), "noise": rng.normal()} for label in labels]
    groups = [f"story {at // 4}" for at in range(len(rows))]
    known = labels.copy()
    known[::5] = -1
    *_, left_out = fit(rows, known, groups, ["height", "noise"])
    assert left_out.shape == (160, 2)
    assert left_out.sum(axis=1) == pytest.approx(np.ones(160))
    assert np.mean(left_out[::5].argmax(1) == labels[::5]) > 0.9


def leads(articles: tuple[str, str], *, story: float, group: str = "s-01") -> Leads:
    return Leads(articles=articles, pairs=[], story=story, dated=True, same=True, group=group)


@pytest.mark.weights
def test_pairs_of_sets_get_the_story_that_the_model_reads_where_it_was_in_doubt() -> None:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    row = {"a": "The ferry sank off Ludra.", "b": "A ferry went down near Ludra.", **none}
    (pair,) = pairs_from_texts([row], settings=Settings())
    pair = attrs.evolve(pair, story=0.4)
    labelled = Labelled(pair, "agreement", "s-01", weigh(pair))
    ids = pair.b.article, pair.a.article
    (read,) = in_stories([labelled], [leads(ids, story=0.4)], [0.97])
    assert read.pair.story == 0.97
    assert read.weighed[2] > labelled.weighed[2]
    assert in_stories([labelled], [leads(ids, story=0.999)], [0.97]) == [labelled]
    assert in_stories([labelled], [leads(ids, story=0.4, group="s-02")], [0.97]) == [labelled]


def test_labels_of_news_name_two_articles_ranges_and_a_relation() -> None:
    labels = list(news_labels())
    assert len({label["id"] for label in labels}) == len(labels)
    assert {label["relation"] for label in labels} == set(RELATIONS)
    assert all(label["body_a"] != label["body_b"] for label in labels)
    assert all(0 <= start < end for label in labels for start, end in (label["range_a"], label["range_b"]))
    assert 0.2 < np.mean([news_held_out(label["group"]) for label in labels]) < 0.35
    assert not any("text" in label or "a" in label for label in labels)


def test_claims_of_news_are_found_by_their_ranges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The ferry sank off Ludra. Two people died.", "A ferry went down near Ludra. Three people died."]
    with gzip.open(tmp_path / BODIES, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"body_id": at + 4, "text": text}) + "\n" for at, text in enumerate(texts))
    ranges = [[text.index(". ") + 2, len(text)] for text in texts]
    label = {"body_a": 4, "range_a": ranges[0], "body_b": 5, "range_b": ranges[1], "relation": "contradiction"}
    labels = tmp_path / LABELS_FILE.name
    labels.write_text("\n".join(json.dumps(label | {"group": group}) for group in (4, 5)), encoding="utf-8")
    monkeypatch.setattr("benchmarks.training.news_pairs.LABELS_FILE", labels)
    found = list(inside_news(tmp_path))
    assert {each.group for each in found} == {f"{NEWS} 4"}
    (labelled,) = [each for each in found if each.relation is not None]
    assert {labelled.pair.a.text, labelled.pair.b.text} == {"Two people died.", "Three people died."}
    assert found.index(labelled) in places_read_in_news(found)


def test_a_label_of_a_sentence_is_that_of_its_one_claim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The ferry sank off Ludra. Two people died.", "A ferry went down near Ludra. Three people died."]
    with gzip.open(tmp_path / BODIES, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"body_id": at + 4, "text": text}) + "\n" for at, text in enumerate(texts))
    second = texts[1].index("Three") - 1  # with the space before it
    label = {"body_a": 5, "range_a": [second, len(texts[1])], "body_b": 4, "relation": "contradiction", "group": 4}
    labels = tmp_path / LABELS_FILE.name
    monkeypatch.setattr("benchmarks.training.news_pairs.LABELS_FILE", labels)
    for start, known in ((texts[0].index("Two"), 1), (0, 0)):  # one claim, two claims
        labels.write_text(json.dumps(label | {"range_b": [start, len(texts[0])]}), encoding="utf-8")
        assert sum(each.relation is not None for each in inside_news(tmp_path)) == known


def test_leads_are_the_first_sentences_of_two_articles_each_against_each() -> None:
    articles = [
        {"title": at, "date": "2020-05-01", "event": event, "sentences": [f"{at} {number}." for number in "123"]}
        for at, event in (("A", "fire"), ("B", "fire"), ("C", "flood"))
    ]
    rows = lead_rows({"articles": articles, "pairs": [{"a": [1, 0], "b": [0, 0], "relation": "agreement"}]})
    assert len(rows) == 3 * LEADING**2
    assert {row["a"][-2] for row in rows} | {row["b"][-2] for row in rows} == {"1", "2"}
    told = {(row["a"], row["b"]): row["relation"] for row in rows}
    assert told["A 1.", "B 1."] == "agreement"
    assert told["A 1.", "B 2."] == "related"
    assert told["A 1.", "C 1."] == "unrelated"
