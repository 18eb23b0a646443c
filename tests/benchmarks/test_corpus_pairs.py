"""Sentences, claims and matchers on a corpus of a few sentences made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.ecbplus import Sentence
from benchmarks.match_quality.corpus import as_articles, claims_on, false_links, match_scores, missed, sentence_ranges
from benchmarks.match_quality.matchers import (
    Match,
    Sentences,
    best_threshold,
    components,
    story_oracle,
    threshold_for_recall,
    together,
)
from claimcheck.records import Claim, Comparison

EVERY = [
    Sentence(str(at), doc, topic, story, text, frozenset(events.split()), True)
    for at, (doc, topic, story, text, events) in enumerate(
        [
            ("d1", "t", "s1", "A ship sank.", "sink"),
            ("d1", "t", "s1", "Ten sailors were saved.", "save"),
            ("d2", "t", "s1", "The vessel went down.", "sink search"),
            ("d3", "t", "s2", "Another ship sank.", "other"),
            ("d4", "u", "s3", "A bank closed.", "close"),
        ]
    )
]


@pytest.fixture
def corpus() -> Sentences:
    vectors = np.eye(5, dtype=np.float32)
    return Sentences(sentences=EVERY, owners=np.array([0, 0, 1, 2, 3]), vectors=vectors, documents=vectors)


def pairs(*numbers: tuple[int, int]) -> np.ndarray:
    found = np.zeros((5, 5), dtype=bool)
    for i, j in numbers:
        found[i, j] = found[j, i] = True
    return found


def test_gold_pairs_share_an_event_and_no_document(corpus: Sentences) -> None:
    assert np.argwhere(corpus.gold & corpus.across).tolist() == [[0, 2]]


def test_pairwise_scores(corpus: Sentences) -> None:
    found = pairs((0, 1), (0, 2), (0, 3))  # the first is inside one document and does not count
    row = match_scores(corpus, Match(pairs=found, clusters=[]))["pairwise"]
    assert (row["right"], row["found"], row["labelled"]) == (1, 2, 1)
    among = match_scores(corpus, Match(pairs=found, clusters=[]), np.array([True, True, True, False, True]))
    assert among["pairwise"]["precision"] == 1.0


def test_false_links_by_distance(corpus: Sentences) -> None:
    found = pairs((0, 2), (1, 2), (0, 3), (2, 4))
    assert list(false_links(corpus, found).values()) == [1, 1, 1]


@pytest.mark.parametrize(("judged", "likely", "held", "step"), [
    (True, True, True, 3), (True, False, True, 2), (False, False, True, 1), (False, False, False, 0),
])  # fmt: skip
def test_a_missed_pair_is_put_down_to_one_step(
    corpus: Sentences, judged: bool, likely: bool, held: bool, step: int
) -> None:
    nothing, pair = pairs(), pairs((0, 2))
    lost = missed(
        corpus,
        nothing,
        pair if judged else nothing,
        pair if likely else nothing,
        np.array([held, True, True, True, True]),
    )
    assert list(lost.values()) == [int(at == step) for at in range(4)]


def test_claims_are_put_on_the_sentences_that_they_cover() -> None:
    articles = as_articles(EVERY)
    for document, rows in sentence_ranges(EVERY).items():
        text = next(a.text for a in articles if a.path == document)
        assert [text[start:end] for start, end, _ in rows] == [s.text for s in EVERY if s.doc == document]

    def claim(start: int, end: int) -> Claim:
        quote = articles[0].text[start:end]
        return Claim(
            article=articles[0].id,
            start=start,
            end=end,
            quote=quote,
            text=quote,
            sentence_start=start,
            sentence_end=end,
        )

    whole, both, second = claim(0, 12), claim(0, len(articles[0].text)), claim(10, 30)
    comparison = Comparison(articles=tuple(articles), claims=(whole, both, second))
    assert claims_on(EVERY, comparison) == {whole.id: [0], both.id: [0, 1], second.id: [1]}


def test_the_story_oracle_links_all_of_a_story(corpus: Sentences) -> None:
    match = story_oracle(corpus, corpus)
    assert match.pairs[1, 2]
    assert not match.pairs[0, 3]


def test_thresholds() -> None:
    scores, gold = np.array([0.1, 0.4, 0.6, 0.9]), np.array([False, False, True, True])
    assert 0.4 < best_threshold(scores, gold) <= 0.6
    assert threshold_for_recall(scores, gold, 0.5) == 0.9
    assert threshold_for_recall(scores, gold, 1.0) == 0.6


def test_components_join_chains() -> None:
    assert components(pairs((0, 1), (1, 2))) == [{0, 1, 2}]
    assert together([{0, 1}], 3)[0].tolist() == [True, True, False]
