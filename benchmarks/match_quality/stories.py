"""Small labelled stories: the five seed articles, and the topics in benchmarks/data/stories, through `compare`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.match_quality.data import OWN, ROOT, Context, MissingData, data_digest
from claimcheck import compare
from claimcheck.scoring.gold import Topic, articles_of, find_topics, read_topic
from claimcheck.scoring.stories import TopicScores, score_topic
from claimcheck.scoring.summary import summary

SEEDS = ROOT / "seeds"
SEEDS_GOLD = OWN / "seeds" / "seeds_facts.json"
STORIES = OWN / "stories"
DEV_PARTS = ("dev", "dev2", "dev3", "dev4")
PARTS = (*DEV_PARTS, "test", "test2", "test3")
"""Short articles in the words of each outlet (dev, test), short ones in plain news language (dev2, test2), long ones as
papers print them (dev3, dev4, test3); the tests are scored only when a number is reported."""


def measure_seeds(context: Context) -> dict[str, Any]:
    """Scores of the five seed articles. Raises MissingData."""
    if not SEEDS_GOLD.is_file():
        raise MissingData(str(SEEDS_GOLD))
    topics = [read_topic(SEEDS, gold=SEEDS_GOLD)]
    return {"data": data_digest([SEEDS, SEEDS_GOLD]), **summary(topics, score_all(topics, context))}


def measure_stories(context: Context, part: str) -> dict[str, Any]:
    """Scores of the topics of one part of PARTS. Raises MissingData."""
    folder = STORIES / part
    if not folder.is_dir():
        raise MissingData(str(folder))
    topics = [read_topic(path) for path in find_topics(folder)]
    return {"data": data_digest([folder]), **summary(topics, score_all(topics, context))}


def score_all(topics: Sequence[Topic], context: Context) -> list[TopicScores]:
    """Each topic compared by itself, from raw text."""
    scores = []
    context.progress("Comparing labelled stories", 0, len(topics))
    for done, topic in enumerate(topics, start=1):
        scores.append(score_topic(topic, compare(articles_of(topic), settings=context.settings)))
        context.progress("Comparing labelled stories", done, len(topics))
    return scores
