from __future__ import annotations

import pytest

from benchmarks.training.fitting_stories import FOLDER, relation_between
from claimcheck.scoring.gold import GoldRelation, Quote, Topic, find_topics, read_topic


def place(article: str, start: int) -> Quote:
    return Quote(article, start, start + 10)


TOPIC = Topic(
    name="flood",
    files=("1.txt", "2.txt", "3.txt"),
    texts=dict.fromkeys(("1.txt", "2.txt", "3.txt"), " " * 100),
    events={"1.txt": "A", "2.txt": "A", "3.txt": "B"},
    recalls={},
    facts={"toll": (place("1.txt", 0), place("2.txt", 0)), "old": (place("2.txt", 20), place("3.txt", 20))},
    fact_events={"toll": frozenset({"A"}), "old": frozenset({"B"})},
    relations=(
        GoldRelation("agreement", place("1.txt", 0), place("2.txt", 0)),
        GoldRelation("contradiction", place("2.txt", 0), place("1.txt", 5)),
    ),
    near_misses=((place("2.txt", 20), place("3.txt", 25)),),
)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (place("1.txt", 0), place("2.txt", 0), "contradiction"),  # a claim on both quotes: the conflict counts
        (Quote("1.txt", 0, 4), place("2.txt", 0), "agreement"),
        (Quote("2.txt", 20, 24), Quote("3.txt", 20, 24), None),  # of one fact, in no relation that is listed
        (place("2.txt", 20), place("3.txt", 26), "related"),  # a near miss
        (place("1.txt", 50), place("2.txt", 50), "related"),
        (place("1.txt", 50), place("3.txt", 50), "unrelated"),
        (place("2.txt", 20), place("3.txt", 60), "related"),  # what recalls the other event is of that event
    ],
)
def test_two_places_are_related_as_their_quotes_are(a: Quote, b: Quote, relation: str | None) -> None:
    assert relation_between(TOPIC, a, b) == relation
    assert relation_between(TOPIC, b, a) == relation


def test_the_stories_can_be_read() -> None:
    topics = [read_topic(folder) for folder in find_topics(FOLDER)]
    assert topics
    assert all(topic.relations and topic.near_misses for topic in topics)
