"""Trains the small pair models that ship in claimcheck/models, on ECB+ (annotation CC BY 3.0) and STS-B (CC BY-SA 4.0).

    python -m benchmarks.training.pair_models --data DIR [--cache DIR] [--write]

`stories`: do two documents of one topic report the same story (ECB+ subtopic)?
`same_event`, `same_event_bare`: do two sentences of different documents share an event cluster; with the
probability of a shared story among the features, and without.
`membership`: does a sentence mention an event that another document of its story mentions too (ECB+, and the invented
sets of benchmarks/data/article_sets, whose articles are as short as those that a user may compare)?
`same_point`: do two sentences of the STS Benchmark (Cer et al. 2017) score 3 ("roughly equivalent, but some
important information differs or is missing") or more? Pairs from MSRpar are left out: their licence is for research.

Regularisation is chosen by cross-validation over train topics; the dev topics are only reported on. Probabilities
of `same_event` use story probabilities of models that did not see the topic (five folds), as they will in use.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.preprocessing import StandardScaler

import claimcheck.models
from benchmarks.ecbplus import Corpus, load_corpus
from benchmarks.training.article_sets import read_set, read_sets, sentence_of
from claimcheck.embedding import load_encoder
from claimcheck.judging.same_fact import same_fact_features
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.settings import Settings
from claimcheck.stories.grouping import ArticleProfile, article_features
from claimcheck.stories.membership import membership_features
from claimcheck.stories.profiles import Profile, claim_profile
from claimcheck.stories.surroundings import surroundings

SEED = 7
STRENGTHS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
NEGATIVES_PER_POSITIVE = 6
ROUGHLY_EQUIVALENT = 3.0
SAMPLE_SIZES = (2, 3, 5, 8, 16)
SAMPLES = 5
"""The story model sees each topic in comparisons of many articles and of few: so many samples of each size."""
ALONE = 10
"""How often it sees two articles of each topic alone, and one with an article of another topic."""
SMALL = 3
"""Sizes of the smallest stories, the first of SAMPLE_SIZES, in which a claim's membership is learned as well."""
ANNOTATED = 9
"""Sentences at the start of an ECB+ document in which unmarked ones can be believed to mention no shared event."""
SOURCES = {
    "same_point": "STS-B train without MSRpar",
    "membership": "ECB+ train topics, benchmarks/data/article_sets",
}
OTHER_TOPICS = 0.03
"""Share of the pairs of different topics, in the comparison of everything, that it is trained on."""


class Table:
    """Rows of named features with labels and groups (topics)."""

    def __init__(self) -> None:
        self.rows: list[dict[str, float]] = []
        self.labels: list[int] = []
        self.groups: list[str] = []

    def add(self, row: dict[str, float], label: bool, group: str) -> None:
        self.rows.append(row)
        self.labels.append(int(label))
        self.groups.append(group)

    def copy(self) -> Table:
        other = Table()
        other.rows, other.labels, other.groups = list(self.rows), list(self.labels), list(self.groups)
        return other

    def matrix(self, names: list[str]) -> NDArray[np.float64]:
        return np.array([[row[name] for name in names] for row in self.rows])


def fit(table: Table, names: list[str]) -> tuple[StandardScaler, LogisticRegression, float]:
    """The regression with the strength of regularisation that cross-validation over topics finds best."""
    x, y, groups = table.matrix(names), np.array(table.labels), np.array(table.groups)
    folds = GroupKFold(n_splits=5)
    scores = {}
    for strength in STRENGTHS:
        scaler = StandardScaler().fit(x)
        model = LogisticRegression(C=strength, max_iter=2000)
        held_out = cross_val_predict(model, scaler.transform(x), y, groups=groups, cv=folds, method="predict_proba")
        scores[strength] = average_precision_score(y, held_out[:, 1])
    best = max(scores, key=lambda strength: (round(scores[strength], 4), -strength))
    scaler = StandardScaler().fit(x)
    return scaler, LogisticRegression(C=best, max_iter=2000).fit(scaler.transform(x), y), scores[best]


def export(
    name: str, names: list[str], scaler: StandardScaler, model: LogisticRegression, note: str
) -> dict[str, object]:
    """The regression over unscaled features, as claimcheck.models reads it."""
    weights = model.coef_[0] / scaler.scale_
    return {
        "name": name,
        "trained_on": note,
        "intercept": round(float(model.intercept_[0] - np.dot(weights, scaler.mean_)), 6),
        "weights": {feature: round(float(weight), 6) for feature, weight in zip(names, weights, strict=True)},
    }


def probabilities(table: Table, exported: dict[str, object]) -> NDArray[np.float64]:
    weights = exported["weights"]
    assert isinstance(weights, dict)
    z = table.matrix(list(weights)) @ np.array(list(weights.values())) + float(exported["intercept"])  # type: ignore[arg-type]
    return np.asarray(1.0 / (1.0 + np.exp(-z)))


def profiles_of(corpus: Corpus) -> list[Profile]:
    return [claim_profile(claim, vector) for claim, vector in zip(corpus.claims, corpus.vectors, strict=True)]


def story_table(corpus: Corpus, profiles: list[Profile]) -> tuple[Table, list[tuple[int, int]]]:
    """Pairs of documents of the whole corpus: all of one topic, and a share of those of different topics."""
    rng = np.random.default_rng(SEED)
    everything = list(range(len(corpus.documents)))
    table = Table()
    chosen = _add_comparison(table, corpus, profiles, everything, lambda: bool(rng.random() < OTHER_TOPICS))
    return table, chosen


def add_small_comparisons(table: Table, corpus: Corpus, profiles: list[Profile]) -> None:
    """Pairs of documents as they look in comparisons of few articles: samples of a topic, a quarter of other topics;
    and two articles alone, of one topic and of two."""
    rng = np.random.default_rng(SEED)
    topics = [topic_of(corpus, at) for at in range(len(corpus.documents))]
    for topic in sorted(set(topics)):
        inside = [at for at, other in enumerate(topics) if other == topic]
        outside = [at for at, other in enumerate(topics) if other != topic]
        for size in SAMPLE_SIZES:
            for _ in range(SAMPLES):
                sample = rng.choice(inside, min(size, len(inside)), replace=False)
                others = rng.choice(outside, max(1, size // 4), replace=False)
                _add_comparison(table, corpus, profiles, [int(at) for at in (*sample, *others)], lambda: True)
        for _ in range(ALONE):
            for two in (rng.choice(inside, 2, replace=False), (rng.choice(inside), rng.choice(outside))):
                _add_comparison(table, corpus, profiles, [int(at) for at in two], lambda: True)


def topic_of(corpus: Corpus, document: int) -> str:
    return corpus.sentences[int(np.flatnonzero(corpus.owners == document)[0])].topic


def _add_comparison(
    table: Table, corpus: Corpus, profiles: list[Profile], documents: list[int], keep_other_topic: Callable[[], bool]
) -> list[tuple[int, int]]:
    """Adds the pairs of one comparison, each in the group of its first document's topic; gives the pairs."""
    of_document = [[profiles[i] for i in np.flatnonzero(corpus.owners == at)] for at in documents]
    summed = [ArticleProfile.of(rows) for rows in of_document]
    among = surroundings(of_document)
    pairs = []
    for x, y in itertools.combinations(range(len(documents)), 2):
        topics = topic_of(corpus, documents[x]), topic_of(corpus, documents[y])
        if topics[0] != topics[1] and not keep_other_topic():
            continue
        row = article_features(summed[x], summed[y]) | {name: float(values[x, y]) for name, values in among.items()}
        table.add(row, corpus.story_of(documents[x]) == corpus.story_of(documents[y]), topics[0])
        pairs.append((documents[x], documents[y]))
    return pairs


def event_table(
    corpus: Corpus, profiles: list[Profile], story: dict[tuple[int, int], float]
) -> tuple[Table, list[tuple[int, int]]]:
    """Pairs of validated sentences of different documents of one topic: all positives, a share of negatives."""
    rng = np.random.default_rng(SEED)
    table, kept = Table(), []
    usable = [i for i, sentence in enumerate(corpus.sentences) if sentence.validated]
    positives, negatives = [], []
    for i, j in itertools.combinations(usable, 2):
        if corpus.owners[i] == corpus.owners[j] or corpus.sentences[i].topic != corpus.sentences[j].topic:
            continue
        (positives if corpus.sentences[i].events & corpus.sentences[j].events else negatives).append((i, j))
    share = min(len(negatives), NEGATIVES_PER_POSITIVE * len(positives))
    chosen = positives + [negatives[k] for k in sorted(rng.choice(len(negatives), size=share, replace=False))]
    for i, j in chosen:
        documents = tuple(sorted((int(corpus.owners[i]), int(corpus.owners[j]))))
        row = same_fact_features(profiles[i], profiles[j], story[documents])  # type: ignore[index]
        table.add(row, bool(corpus.sentences[i].events & corpus.sentences[j].events), corpus.sentences[i].topic)
        kept.append((i, j))
    return table, kept


def membership_table(corpus: Corpus, profiles: list[Profile]) -> Table:
    """Sentences of each story: those of the checked list, and the first ones of ECB+ documents (in the older ECB
    documents, only checked sentences are annotated); as they look beside all other documents of their story."""
    table = Table()
    for documents in _stories(corpus):
        _add_members(table, corpus, profiles, documents)
    return table


def add_small_stories(table: Table, corpus: Corpus, profiles: list[Profile]) -> None:
    """The same as they look beside few other documents of their story."""
    rng = np.random.default_rng(SEED)
    for documents in _stories(corpus):
        for size in SAMPLE_SIZES[:SMALL]:
            if size < len(documents):
                chosen = rng.choice(documents, size, replace=False)
                _add_members(table, corpus, profiles, [int(at) for at in chosen])


def _stories(corpus: Corpus) -> list[list[int]]:
    """Documents of each story."""
    stories: dict[str, list[int]] = {}
    for at in range(len(corpus.documents)):
        stories.setdefault(corpus.story_of(at), []).append(at)
    return [documents for _, documents in sorted(stories.items())]


def _add_members(table: Table, corpus: Corpus, profiles: list[Profile], documents: list[int]) -> None:
    holders: dict[str, set[str]] = {}
    story = corpus.story_of(documents[0])
    for sentence in corpus.sentences:
        if sentence.story == story:
            for event in sentence.events:
                holders.setdefault(event, set()).add(sentence.doc)
    rows = [np.flatnonzero(corpus.owners == at).tolist() for at in documents]
    features = membership_features(
        [[corpus.claims[i] for i in row] for row in rows],
        [[profiles[i] for i in row] for row in rows],
        [None] * len(rows),
    )
    for document, row, found in zip(documents, rows, features, strict=True):
        for place, (i, feature) in enumerate(zip(row, found, strict=True)):
            sentence = corpus.sentences[i]
            annotated = corpus.documents[document].endswith("ecbplus") and place < ANNOTATED
            if sentence.validated or annotated:
                shared = any(len(holders[event]) > 1 for event in sentence.events)
                table.add(feature, shared, sentence.topic)


def add_article_sets(table: Table) -> None:
    """Claims of the sets of articles: does another article of the event tell the same, or another thing, of it?"""
    settings = Settings(processes=1)
    encoder = load_encoder(settings)
    for given in [*read_sets(held_out=False), *read_sets(held_out=True)]:
        read, ranges = read_set(given, encoder, settings)
        inside = [at for at, article in enumerate(given["articles"]) if article["event"] == "A"]
        told = {tuple(row[side]) for row in given["pairs"] for side in "ab"}
        claims = [read.by_article[at] for at in inside]
        profiles = [[read.profiles[i] for i in np.flatnonzero(read.owners == at)] for at in inside]
        published = [read.articles[at].published for at in inside]
        for at, own, rows in zip(inside, claims, membership_features(claims, profiles, published), strict=True):
            for claim, row in zip(own, rows, strict=True):
                table.add(row, (at, sentence_of(claim, ranges[at])) in told, f"set {given['id']}")


def point_table(data: Path, split: str, cache: Path | None) -> Table:
    """Pairs of the STS Benchmark; the groups are five random fifths, as there are no topics."""
    kept = cache / f"stsb.{split}.pickle" if cache else None
    if kept is not None and kept.is_file():
        with kept.open("rb") as file:
            table = pickle.load(file)
            assert isinstance(table, Table)
            return table
    with gzip.open(data / f"stsb.{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if "MSRpar" not in (row.get("genre") or "")]
    pairs = pairs_from_texts(
        [{**row, "date_a": None, "date_b": None, "context_a": None, "context_b": None} for row in rows],
        settings=Settings(),
    )
    rng = np.random.default_rng(SEED)
    table = Table()
    for row, pair in zip(rows, pairs, strict=True):
        features = same_fact_features(pair.profile_a, pair.profile_b, None)
        table.add(features, row["score"] >= ROUGHLY_EQUIVALENT, str(rng.integers(5)))
    if kept is not None:
        with kept.open("wb") as file:
            pickle.dump(table, file)
    return table


def held_out_stories(
    corpus: Corpus, table: Table, pairs: list[tuple[int, int]], names: list[str]
) -> dict[tuple[int, int], float]:
    """Story probabilities of the pairs of one topic, each from a model that did not see the topic."""
    x, y, groups = table.matrix(names), np.array(table.labels), np.array(table.groups)
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=0.1, max_iter=2000)
    scores = cross_val_predict(
        model, scaler.transform(x), y, groups=groups, cv=GroupKFold(n_splits=5), method="predict_proba"
    )[:, 1]
    return {pair: float(score) for pair, score in zip(pairs, scores, strict=True)}


def report(name: str, table: Table, exported: dict[str, object]) -> None:
    p, y = probabilities(table, exported), np.array(table.labels)
    order = np.argsort(p)
    bins = np.array_split(order, 10)
    error = sum(len(b) * abs(p[b].mean() - y[b].mean()) for b in bins if len(b)) / len(p)
    print(
        f"{name:18} dev: n={len(y)} positive={y.mean():.3f} AP={average_precision_score(y, p):.4f} "
        f"F1@0.5={f1_score(y, p >= 0.5):.4f} ECE={error:.4f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ecbplus_sentences.*.jsonl.gz")
    parser.add_argument("--cache", type=Path, help="folder that keeps the claims read from the sentences")
    parser.add_argument("--write", action="store_true", help="write the models into the package")
    options = parser.parse_args()

    corpora = {split: load_corpus(options.data, split, cache=options.cache) for split in ("train", "dev")}
    profiles = {split: profiles_of(corpus) for split, corpus in corpora.items()}
    stories = {split: story_table(corpora[split], profiles[split]) for split in corpora}
    names = list(stories["train"][0].rows[0])
    note = "{}; benchmarks/training/pair_models.py"
    models = []

    many_sizes = stories["train"][0].copy()
    add_small_comparisons(many_sizes, corpora["train"], profiles["train"])
    scaler, model, score = fit(many_sizes, names)
    models.append(export("stories", names, scaler, model, note.format("ECB+ train topics")))
    print(f"stories            train topics, cross-validated: AP={score:.4f}")
    report("stories", stories["dev"][0], models[-1])
    dev_scores = probabilities(stories["dev"][0], models[-1])
    story = {
        "train": held_out_stories(corpora["train"], *stories["train"], names),
        "dev": {pair: float(p) for pair, p in zip(stories["dev"][1], dev_scores, strict=True)},
    }
    events = {split: event_table(corpora[split], profiles[split], story[split]) for split in corpora}
    full = list(events["train"][0].rows[0])
    bare = [name for name in full if name != "story"]
    members = {split: membership_table(corpora[split], profiles[split]) for split in corpora}
    add_small_stories(members["train"], corpora["train"], profiles["train"])
    add_article_sets(members["train"])
    points = {split: point_table(options.data, split, options.cache) for split in corpora}
    for name, features, tables in (
        ("same_event", full, {split: events[split][0] for split in events}),
        ("same_event_bare", bare, {split: events[split][0] for split in events}),
        ("membership", list(members["train"].rows[0]), members),
        ("same_point", bare, points),
    ):
        scaler, model, score = fit(tables["train"], features)
        source = SOURCES.get(name, "ECB+ train topics")
        models.append(export(name, features, scaler, model, note.format(source)))
        print(f"{name:18} train topics, cross-validated: AP={score:.4f}")
        report(name, tables["dev"], models[-1])
    for exported in models:
        if options.write:
            folder = Path(claimcheck.models.__file__).parent
            (folder / f"{exported['name']}.json").write_text(json.dumps(exported, indent=1) + "\n", encoding="utf-8")
        else:
            print(json.dumps(exported, indent=1))


if __name__ == "__main__":
    main()
