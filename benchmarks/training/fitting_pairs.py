"""Labelled pairs of claims and of articles that the judge's models have not seen, with the evidence on them.

What joins language model and evidence is fitted on these (combination.py): bare texts, pairs of natural language
inference, and claims of articles as `compare` meets them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from benchmarks.ecbplus import read_sentences
from benchmarks.training.article_sets import claim_labels, read_plain_sets, read_set, read_sets, sentence_of
from benchmarks.training.judge_data import SOURCES, examples_of, left_out, nli_examples
from benchmarks.training.news_pairs import news_bodies, news_held_out, news_labels
from benchmarks.training.relation_data import MOST_SENTENCES, ecbplus_labels, held_out, is_for_fitting
from claimcheck.articles import prepare_articles
from claimcheck.candidates import find_candidates
from claimcheck.embedding import load_encoder
from claimcheck.judging.judges import Pair, Weighed, weigh
from claimcheck.judging.language_model import LABELS
from claimcheck.judging.lead_reading import DOUBT_FROM, DOUBT_TO, lead_pairs
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.pipeline import Analysis, analyse_articles
from claimcheck.records import SAME_FACT, Article, Relation, to_date
from claimcheck.settings import Settings

SEED = 7
PER_STORY = 12
"""Bare pairs are told story by story: so many neighbours in the file stay together in cross-validation."""
SETTINGS = Settings(processes=1)
UNSEEN = {"snli.train": 900, "conjnli.train": 150, "creak.train": 120, "breaking_nli.train": 60}
"""Sets of which some pairs are left out of training, and how many of these are taken."""
ECBPLUS = "ecb"
"""What the groups of pairs of ECB+ begin with. Their topics hold more articles than those of which leads are read."""
INFERENCE = "nli"
"""What the groups of pairs of natural language inference begin with."""
NEWS = "news"
"""What the groups of pairs of real news articles begin with."""
NOT_KNOWN = ("date_a", "date_b", "context_a", "context_b")


@attrs.frozen(eq=False)
class Labelled:
    """A pair with its label, the evidence on it, and the story that it is from.

    A candidate without a label (None) is only read as company of others.
    """

    pair: Pair
    relation: Relation | None
    group: str
    weighed: Weighed


def bare_pairs(file: Path) -> list[Labelled]:
    """Pairs of a JSONL file of labelled texts."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    given = [
        {
            "a": row["a"],
            "b": row["b"],
            "date_a": to_date(row.get("date_a")),
            "date_b": to_date(row.get("date_b")),
            "context_a": None,
            "context_b": None,
        }
        for row in rows
    ]
    return [
        Labelled(pair, row["relation"], f"{row['id'][0]}{at // PER_STORY}", weigh(pair))
        for at, (row, pair) in enumerate(zip(rows, pairs_from_texts(given, settings=SETTINGS), strict=True))
    ]


def as_bare(labelled: Labelled) -> Labelled:
    """A pair of claims of two articles as two bare texts."""
    pair = attrs.evolve(labelled.pair, story=None, title_a=None, title_b=None)
    return attrs.evolve(labelled, pair=pair, weighed=weigh(pair))


def nli_pairs(data: Path) -> list[Labelled]:
    """Pairs of natural language inference that no stage was trained on; what is neutral there is related here."""
    relation: dict[str, Relation] = {"entailment": "agreement", "neutral": "related", "contradiction": "contradiction"}
    seen = {(example.premise, example.hypothesis) for example in nli_examples(data, seed=SEED)}
    rows, labels = [], []
    for file, count in UNSEEN.items():
        source = next(source for source in SOURCES if source.file == file)
        left = [e for e in examples_of(data, source) if left_out(e) and (e.premise, e.hypothesis) not in seen]
        for at in np.random.default_rng(SEED).permutation(len(left))[:count]:
            rows.append({"a": left[at].premise, "b": left[at].hypothesis} | dict.fromkeys(NOT_KNOWN))
            labels.append(relation[LABELS[left[at].label]])
    pairs = pairs_from_texts(rows, settings=SETTINGS)
    return [
        Labelled(pair, label, f"{INFERENCE} {at // PER_STORY}", weigh(pair))
        for at, (pair, label) in enumerate(zip(pairs, labels, strict=True))
    ]


def inside_sets() -> Iterator[tuple[dict[str, Any], Analysis, list[list[tuple[int, int]]]]]:
    """The sets of articles that are left out of training, as `compare` reads them, with the range of each sentence."""
    encoder = load_encoder(SETTINGS)
    for given in (*read_sets(held_out=True), *read_plain_sets()):
        yield given, *read_set(given, encoder, SETTINGS)


def inside_topics(data: Path) -> Iterator[tuple[str, dict[str, str], Analysis]]:
    """The ECB+ articles with pairs that are left out of training, read, by topic, with the story of each document."""
    encoder = load_encoder(SETTINGS)
    sentences = list(read_sentences(data, "train"))
    topics = {sentence.doc: sentence.topic for sentence in sentences}
    for_fitting = [label for label in ecbplus_labels() if is_for_fitting(label, topics[label["doc_a"]])]
    labelled = {label[f"doc_{side}"] for label in for_fitting for side in "ab"}
    lines: dict[str, list[str]] = {}
    stories: dict[str, dict[str, str]] = {}
    for sentence in sentences:
        if sentence.doc in labelled:
            lines.setdefault(sentence.doc, []).append(sentence.text)
            stories.setdefault(sentence.topic, {})[sentence.doc] = sentence.story
    for topic, docs in stories.items():
        articles = [Article(text="\n".join(lines[doc][:MOST_SENTENCES]), source=doc) for doc in docs]
        prepared = prepare_articles(articles, settings=SETTINGS).articles
        yield topic, docs, analyse_articles(prepared, encoder=encoder, settings=SETTINGS)


def of_topic(topic: str, read: Analysis) -> Iterable[Labelled]:
    """The labelled pairs of a topic, and its other candidates."""
    labels = [label for label in ecbplus_labels() if is_for_fitting(label, topic)]
    return _with_labels(read, labels, "doc", f"{ECBPLUS} {topic}")


def _with_labels(read: Analysis, labels: Sequence[Mapping[str, Any]], key: str, group: str) -> Iterator[Labelled]:
    """The labelled pairs, and the other candidates.

    Args:
        read: articles whose source is their name in the labels.
        labels: with the name and the range of either side ("doc_a", "range_a"): a claim, or a sentence, which counts
            where it holds one claim; those of other articles do not matter.
        key: what the name is called in them: "doc".
        group: of all these pairs.
    """
    places: dict[str | None, list[int]] = {}
    for i, owner in enumerate(read.owners):
        places.setdefault(read.articles[int(owner)].source, []).append(i)

    def claim_at(name: str, start: int, end: int) -> int | None:
        inside = [i for i in places.get(name, ()) if start <= read.claims[i].start and read.claims[i].end <= end]
        return inside[0] if len(inside) == 1 else None

    known: dict[tuple[int, int], Relation] = {}
    for label in labels:
        i, j = (claim_at(str(label[f"{key}_{side}"]), *label[f"range_{side}"]) for side in "ab")
        if i is not None and j is not None:
            known[min(i, j), max(i, j)] = label["relation"]
    candidates = find_candidates(read.claims, read.vectors, read.owners, read.same_story)
    for i, j in sorted(known.keys() | {(min(i, j), max(i, j)) for i, j in candidates}):
        pair = read.pair(i, j)
        yield Labelled(pair, known.get((i, j)), group, weigh(pair))


def inside_news(data: Path) -> Iterator[Labelled]:
    """Candidates of the real news articles that are left out of training, those labelled with their labels."""
    encoder = load_encoder(SETTINGS)
    bodies = news_bodies(data)
    labels: dict[int, list[dict[str, Any]]] = {}
    for label in news_labels():
        if news_held_out(label["group"]):
            labels.setdefault(label["group"], []).append(label)
    for group, own in labels.items():
        named = sorted({label[f"body_{side}"] for label in own for side in "ab"})
        articles = [Article(text=bodies[body], source=str(body)) for body in named]
        prepared = prepare_articles(articles, settings=SETTINGS).articles
        read = analyse_articles(prepared, encoder=encoder, settings=SETTINGS)
        yield from _with_labels(read, own, "body", f"{NEWS} {group}")


def of_set(given: dict[str, Any], read: Analysis, ranges: list[list[tuple[int, int]]]) -> Iterable[Labelled]:
    """The candidates of a set, labelled as claims, or as sentences where these are not decisive.

    Of two sentences that contradict each other not all claims do: what is only labelled as sentences counts where each
    of the two is one claim; elsewhere the label is not known.
    """
    claims = {
        (label["article_a"], *label["range_a"], label["article_b"], *label["range_b"]): label["relation"]
        for label in claim_labels()
        if label["set"] == given["id"]
    }
    known: dict[tuple[tuple[int, int], ...], Relation] = {}
    for row in given["pairs"]:
        a, b = tuple(row["a"]), tuple(row["b"])
        known[a, b] = known[b, a] = row["relation"]
    events = [article["event"] for article in given["articles"]]
    places = [
        (int(owner), sentence_of(claim, ranges[int(owner)]))
        for claim, owner in zip(read.claims, read.owners, strict=True)
    ]
    alone = {place for place, claims_in_it in Counter(places).items() if claims_in_it == 1}
    for i, j in find_candidates(read.claims, read.vectors, read.owners, read.same_story):
        first, second = int(read.owners[i]), int(read.owners[j])
        a, b = places[i], places[j]
        other: Relation = "related" if events[first] == events[second] else "unrelated"
        key = (first, read.claims[i].start, read.claims[i].end, second, read.claims[j].start, read.claims[j].end)
        relation = claims.get(key) or known.get((a, b), other)
        sure = key in claims or relation not in SAME_FACT or (not claims and {a, b} <= alone)
        pair = read.pair(i, j)
        yield Labelled(pair, relation if sure else None, given["id"], weigh(pair))


@attrs.frozen(eq=False)
class Leads:
    """Two articles: how they begin, the probability of one story by their words, and whether it is one event."""

    articles: tuple[str, str]
    pairs: list[tuple[str, str]]
    story: float
    dated: bool
    same: bool
    group: str


def leads_of(read: Analysis, events: Sequence[str], group: str) -> Iterable[Leads]:
    """All pairs of articles of which both hold a claim."""
    for i, first in enumerate(read.articles):
        for j, second in enumerate(read.articles[:i]):
            if read.by_article[i] and read.by_article[j]:
                yield Leads(
                    articles=(first.id, second.id),
                    pairs=lead_pairs(first, second, read.by_article[i], read.by_article[j]),
                    story=float(read.same_story[i, j]),
                    dated=first.published is not None and second.published is not None,
                    same=events[i] == events[j],
                    group=group,
                )


def in_stories(inside: Sequence[Labelled], leads: Sequence[Leads], same_story: Sequence[float]) -> list[Labelled]:
    """The pairs of the sets with the story probabilities that `compare` judges by, once the language model has read how
    their articles begin. Which pairs are candidates and worth reading is decided by the words' probabilities before.

    Args:
        inside: pairs of claims.
        leads: pairs of articles.
        same_story: probability of each of `leads` that they share a story, by the model.
    """
    stories = {
        (each.group, frozenset(each.articles)): probability
        for each, probability in zip(leads, same_story, strict=True)
        if DOUBT_FROM <= each.story <= DOUBT_TO and not each.group.startswith(ECBPLUS)
    }
    return [
        _in_story(each, stories.get((each.group, frozenset((each.pair.a.article, each.pair.b.article)))))
        for each in inside
    ]


def _in_story(labelled: Labelled, story: float | None) -> Labelled:
    if story is None or labelled.pair.story == story:
        return labelled
    pair = attrs.evolve(labelled.pair, story=story)
    return attrs.evolve(labelled, pair=pair, weighed=weigh(pair))


def inside_all(data: Path) -> tuple[list[Labelled], list[Leads]]:
    """Pairs of claims and of articles, of the sets and topics that are left out of training, and their labels."""
    pairs: list[Labelled] = []
    leads: list[Leads] = []
    for given, read, ranges in inside_sets():
        pairs += of_set(given, read, ranges)
        events = [article["event"] for article in given["articles"]]
        leads += leads_of(read, events, given["id"])
    for topic, stories, read in inside_topics(data):
        pairs += of_topic(topic, read)
        if held_out(topic):
            leads += leads_of(read, [stories[str(article.source)] for article in read.articles], f"{ECBPLUS} {topic}")
    return pairs, leads
