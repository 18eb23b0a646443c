"""A comparison of labelled articles against what a careful reader finds in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import attrs

from claimcheck.records import CONFLICTS, Claim, Comparison, Fact, Relation
from claimcheck.scoring.gold import GoldRelation, Quote, Topic, quotes_of, same_pair
from claimcheck.scoring.metrics import Scores, b_cubed, by_label, neighbours
from claimcheck.text import one_line

FLAGGED = CONFLICTS
"""Relations that are reported as findings: each one that the labels do not have is a false alarm."""


@attrs.frozen
class Flag:
    """A judgement inside a fact, as a reader meets it."""

    topic: str
    relation: Relation
    confidence: float
    a: str
    b: str
    right: bool


@attrs.frozen
class Missed:
    """A gold relation that is not reported: the step that lost it, how it was judged if it was, and its words."""

    relation: Relation
    step: str
    judged: str
    words: str

    def __str__(self) -> str:
        return f"{self.relation}, {self.step}{f' ({self.judged})' if self.judged else ''}: {self.words}"


@attrs.frozen(kw_only=True)
class TopicScores:
    """How well one topic was read.

    Attributes:
        name: of the topic.
        stories: B-cubed of the grouping of articles by event.
        facts: B-cubed over the quotes of the labels, against the events that they tell of. Two quotes are together in
            a prediction if a claim on the one and a claim on the other stand in one fact; a quote without a claim is
            alone. Quotes that overlap each other are not scored against each other.
        points: the same for the points of the facts, against the clusters of `same_fact`.
        fact_quotes: how many quotes that is.
        missed_quotes: quotes of gold facts on which there is no claim.
        n_facts: predicted facts.
        mixed: titles of predicted facts that join claims about different events, or the two sides of a pair that is
            labelled as different events. A claim on a quote of a gold fact is about that fact's events; another
            claim is about its article's event or one that the article recalls.
        flags: contradictions and updates that are reported inside facts.
        found: gold relations of these kinds that are reported, to how many there are.
        not_claims: quotes that are labelled as no claims and were taken for some.
        near_misses: near misses that are reported as a contradiction.
        missed_relations: gold relations that are not reported.
    """

    name: str
    stories: Scores
    event_labels: tuple[str, ...]
    story_labels: tuple[int, ...]
    facts: Scores
    points: Scores
    fact_quotes: int
    missed_quotes: int
    n_facts: int
    mixed: tuple[str, ...]
    flags: tuple[Flag, ...]
    found: dict[Relation, tuple[int, int]]
    not_claims: int
    near_misses: int = 0
    missed_relations: tuple[Missed, ...] = ()


def score_topic(topic: Topic, comparison: Comparison) -> TopicScores:
    """Scores of one topic.

    Args:
        topic: the labels.
        comparison: of `claimcheck.scoring.gold.articles_of(topic)`.
    """
    files = {article.id: article.path for article in comparison.articles}
    places = quotes_of(comparison.claims, files)
    story = _story_labels(topic, comparison)
    quotes = sorted({quote for fact in topic.facts.values() for quote in fact})
    on_quote = {q: {claim.id for claim in comparison.claims if places[claim.id].overlaps(q)} for q in quotes}
    flags = tuple(_flags(topic, comparison, places))
    found: dict[Relation, tuple[int, int]] = {}
    missed: list[Missed] = []
    for relation in FLAGGED:
        gold = [row for row in topic.relations if row.relation == relation]
        hits = [_reported(comparison, places, row.a, row.b, relation) for row in gold]
        found[relation] = (sum(hits), len(gold))
        missed += [_missed(topic, comparison, places, row) for row, hit in zip(gold, hits, strict=True) if not hit]
    return TopicScores(
        name=topic.name,
        stories=b_cubed(
            neighbours(by_label({name: topic.events[name] for name in topic.files}), topic.files),
            neighbours(by_label(story), topic.files),
        ),
        event_labels=tuple(topic.events[name] for name in topic.files),
        story_labels=tuple(story[name] for name in topic.files),
        facts=_cluster_scores(_by_event(topic), [fact.claims for fact in comparison.facts], quotes, on_quote),
        points=_cluster_scores(
            topic.facts.values(),
            [part.claims for fact in comparison.facts for part in fact.points or (fact,)],
            quotes,
            on_quote,
        ),
        fact_quotes=len(quotes),
        missed_quotes=sum(not claims for claims in on_quote.values()),
        n_facts=len(comparison.facts),
        mixed=tuple(fact.title for fact in comparison.facts if _mixes(topic, fact, places)),
        flags=flags,
        found=found,
        not_claims=sum(any(place.overlaps(quote) for place in places.values()) for quote in topic.not_claims),
        near_misses=sum(_reported(comparison, places, a, b, "contradiction") for a, b in topic.near_misses),
        missed_relations=tuple(missed),
    )


def flagged(scores: Iterable[TopicScores], relation: Relation) -> Scores:
    """Precision of what is reported as `relation`, and recall of the gold relations, over topics."""
    scores = list(scores)
    flags = [flag for row in scores for flag in row.flags if flag.relation == relation]
    precision = sum(flag.right for flag in flags) / len(flags) if flags else 1.0
    hits, gold = (sum(row.found[relation][at] for row in scores) for at in (0, 1))
    return Scores(precision, hits / gold if gold else 1.0, hits, len(flags), gold)


def mean_over(rows: Sequence[Scores], weights: Sequence[int] | None = None) -> Scores:
    """Precision and recall averaged over topics, each weighted by how much it holds (1 by default)."""
    sizes = [1] * len(rows) if weights is None else list(weights)
    total = sum(sizes)
    if not total:
        return Scores(1.0, 1.0)
    pairs = list(zip(rows, sizes, strict=True))
    return Scores(sum(r.precision * n for r, n in pairs) / total, sum(r.recall * n for r, n in pairs) / total)


def _story_labels(topic: Topic, comparison: Comparison) -> dict[str, int]:
    labels = {name: -1 - at for at, name in enumerate(topic.files)}  # an article that was left out is alone
    for number, story in enumerate(comparison.stories):
        for article in story.articles:
            labels.update({name: number for name in (article.path, *article.copies) if name in labels})
    return labels


def _by_event(topic: Topic) -> list[set[Quote]]:
    """The quotes of the labels, one set for each event that they tell of."""
    told: dict[str, set[Quote]] = {}
    for name, quotes in topic.facts.items():
        for event in topic.fact_events[name]:
            told.setdefault(event, set()).update(quotes)
    return list(told.values())


def _cluster_scores(
    labelled: Iterable[Iterable[Quote]],
    found: Iterable[Iterable[Claim]],
    quotes: Sequence[Quote],
    on_quote: dict[Quote, set[str]],
) -> Scores:
    gold = neighbours(labelled, quotes)
    clusters = [
        {quote for quote in quotes if on_quote[quote] & members}
        for members in ({claim.id for claim in claims} for claims in found)
    ]
    predicted = neighbours(clusters, quotes)
    for quote in quotes:
        for beside in quotes:
            if beside != quote and beside.overlaps(quote):
                gold[quote].discard(beside)
                predicted[quote].discard(beside)
    return b_cubed(gold, predicted)


def _mixes(topic: Topic, fact: Fact, places: dict[str, Quote]) -> bool:
    return any(
        not _events_of(topic, a) & _events_of(topic, b) or any(same_pair(x, y, a, b) for x, y in topic.different)
        for a, b in itertools.combinations([places[claim.id] for claim in fact.claims], 2)
    )


def _events_of(topic: Topic, place: Quote) -> frozenset[str]:
    told = [topic.fact_events[name] for name, quotes in topic.facts.items() if any(q.overlaps(place) for q in quotes)]
    return frozenset().union(*told) if told else topic.recalls[place.article] | {topic.events[place.article]}


def _flags(topic: Topic, comparison: Comparison, places: dict[str, Quote]) -> Iterable[Flag]:
    texts = {claim.id: claim.text for claim in comparison.claims}
    for fact in comparison.facts:
        for judgement in fact.judgements:
            if judgement.relation in FLAGGED:
                a, b = places[judgement.a], places[judgement.b]
                right = any(
                    row.relation == judgement.relation and same_pair(row.a, row.b, a, b) for row in topic.relations
                )
                yield Flag(
                    topic.name,
                    judgement.relation,
                    judgement.confidence,
                    texts[judgement.a],
                    texts[judgement.b],
                    right,
                )


def _reported(comparison: Comparison, places: dict[str, Quote], a: Quote, b: Quote, relation: Relation) -> bool:
    return any(
        judgement.relation == relation and same_pair(a, b, places[judgement.a], places[judgement.b])
        for fact in comparison.facts
        for judgement in fact.judgements
    )


def _missed(topic: Topic, comparison: Comparison, places: dict[str, Quote], row: GoldRelation) -> Missed:
    words = f"{_words(topic, row.a)} | {_words(topic, row.b)}"
    if not all(any(place.overlaps(quote) for place in places.values()) for quote in (row.a, row.b)):
        return Missed(row.relation, "no claim on one of the quotes", "", words)
    judged = [j for j in comparison.judgements if same_pair(row.a, row.b, places[j.a], places[j.b])]
    if not judged:
        return Missed(row.relation, "not a candidate", "", words)
    best = max(judged, key=lambda j: (j.relation == row.relation, j.probabilities[row.relation]))
    if best.relation == row.relation:
        return Missed(row.relation, "judged so, but in no fact", "", words)
    probability = f"{best.probabilities[row.relation]:.2f}; same event {best.same_fact:.2f}"
    return Missed(row.relation, f"judged {best.relation}", probability, words)


def _words(topic: Topic, quote: Quote) -> str:
    return one_line(topic.texts[quote.article][quote.start : quote.end])
