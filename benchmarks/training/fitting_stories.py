"""Labelled stories at the length of papers (benchmarks/data/stories/fit) as pairs of claims and of articles to fit on.

No language model is trained on them: what joins model and evidence inside articles is fitted on them
(combination.py), and what tells stories and their main events apart (pair_models.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.training.fitting_pairs import SETTINGS, Labelled, Leads, leads_of
from claimcheck.articles import prepare_articles
from claimcheck.candidates import find_candidates
from claimcheck.embedding import load_encoder
from claimcheck.judging.judges import weigh
from claimcheck.pipeline import Analysis, analyse_articles
from claimcheck.records import CONFLICTS, Relation
from claimcheck.scoring.gold import Quote, Topic, articles_of, find_topics, quotes_of, read_topic, same_pair

FOLDER = Path(__file__).parents[1] / "data" / "stories" / "fit"
ORDER: tuple[Relation, ...] = (*CONFLICTS, "agreement")
"""Of two claims on several labelled quotes the first of these relations counts."""


def read_stories() -> Iterator[tuple[Topic, Analysis]]:
    """The topics as `compare` reads them."""
    encoder = load_encoder(SETTINGS)
    for folder in find_topics(FOLDER):
        topic = read_topic(folder)
        prepared = prepare_articles(articles_of(topic), settings=SETTINGS).articles
        yield topic, analyse_articles(prepared, encoder=encoder, settings=SETTINGS)


def story_pairs(topic: Topic, read: Analysis) -> Iterable[Labelled]:
    """The candidates of a topic with their labels.

    Two claims on one labelled fact, or on it in part, are known where a relation between their quotes is listed;
    elsewhere they may agree or tell different things of it.
    """
    files = {article.id: str(article.path) for article in read.articles}
    places = quotes_of(read.claims, files)
    where = [places[claim.id] for claim in read.claims]
    for i, j in find_candidates(read.claims, read.vectors, read.owners, read.same_story):
        pair = read.pair(i, j)
        yield Labelled(pair, relation_between(topic, where[i], where[j]), _group(topic), weigh(pair))


def story_leads(topic: Topic, read: Analysis) -> Iterable[Leads]:
    """The pairs of articles of a topic."""
    return leads_of(read, [topic.events[str(article.path)] for article in read.articles], _group(topic))


def stories_all() -> tuple[list[Labelled], list[Leads]]:
    """Pairs of claims and of articles of all topics, and their labels."""
    pairs: list[Labelled] = []
    leads: list[Leads] = []
    for topic, read in read_stories():
        pairs += story_pairs(topic, read)
        leads += story_leads(topic, read)
    return pairs, leads


def events_told(topic: Topic, place: Quote) -> frozenset[str]:
    """The events that what stands at a place tells of: those of the labelled facts there, else its article's."""
    told = [topic.fact_events[name] for name, quotes in topic.facts.items() if any(q.overlaps(place) for q in quotes)]
    return frozenset().union(*told) if told else frozenset({topic.events[place.article]})


def relation_between(topic: Topic, a: Quote, b: Quote) -> Relation | None:
    """How what stands at two places relates by the labels; None where these do not tell."""
    listed = {row.relation for row in topic.relations if same_pair(row.a, row.b, a, b)}
    if told := [relation for relation in ORDER if relation in listed]:
        return told[0]
    near = any(same_pair(x, y, a, b) for x, y in topic.near_misses)
    if not near and any(_holds(quotes, a) and _holds(quotes, b) for quotes in topic.facts.values()):
        return None
    return "related" if events_told(topic, a) & events_told(topic, b) else "unrelated"


def _group(topic: Topic) -> str:
    return f"story {topic.name}"


def _holds(quotes: Iterable[Quote], place: Quote) -> bool:
    return any(quote.overlaps(place) for quote in quotes)
