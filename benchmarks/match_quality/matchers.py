"""Matchers of sentences, side by side: each says which sentences of a corpus tell of the same event.

The baselines see vectors of the embedding model. Their thresholds are chosen on the train topics of ECB+, for the best
pairwise F1 across documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray
from sentence_transformers import CrossEncoder, util

from benchmarks.ecbplus import Sentence
from claimcheck.errors import ModelError

COMMUNITY_THRESHOLDS = tuple(round(0.40 + 0.05 * step, 2) for step in range(11))
NLI_NEIGHBOURS = 20
NLI_THRESHOLD = 0.5
BINS = 2000


@attrs.frozen(eq=False, kw_only=True)
class Sentences:
    """Sentences of many documents.

    Attributes:
        sentences: n of them.
        owners: index of each one's document, shape (n,), int64.
        vectors: unit rows, shape (n, d), float32.
        documents: of each sentence, the unit mean vector of its whole document, shape (n, d), float32.
    """

    sentences: Sequence[Sentence]
    owners: NDArray[np.int64]
    vectors: NDArray[np.float32]
    documents: NDArray[np.float32]

    @property
    def across(self) -> NDArray[np.bool_]:
        """Pairs i < j of sentences of different documents, shape (n, n), bool."""
        return np.triu(self.owners[:, None] != self.owners[None, :], k=1)

    @property
    def gold(self) -> NDArray[np.bool_]:
        """Pairs that share an event cluster, of any documents, shape (n, n), bool, symmetric."""
        return shared([s.events for s in self.sentences])

    @property
    def stories(self) -> NDArray[np.str_]:
        return np.array([s.story for s in self.sentences])

    @property
    def topics(self) -> NDArray[np.str_]:
        return np.array([s.topic for s in self.sentences])


@attrs.frozen(eq=False, kw_only=True)
class Match:
    """What a matcher says.

    Attributes:
        pairs: sentences said to tell of the same event, shape (n, n), bool, symmetric.
        clusters: sets of sentence numbers; connected components of `pairs` where the matcher only says pairs.
        scores: shape (n, n), float64, higher is likelier, or None.
        threshold: from which a score counts, or None.
    """

    pairs: NDArray[np.bool_]
    clusters: list[set[int]]
    scores: NDArray[np.float64] | None = None
    threshold: float | None = None


def shared(labels: Sequence[frozenset[str]]) -> NDArray[np.bool_]:
    """Which of n sets of labels have one in common, shape (n, n), bool."""
    names = sorted(set[str]().union(*labels))
    column = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(labels), max(1, len(names))), dtype=np.float32)
    for row, own in enumerate(labels):
        for name in own:
            table[row, column[name]] = 1.0
    return np.asarray(table @ table.T > 0)


def cosine(corpus: Sentences, _train: Sentences) -> NDArray[np.float64]:
    """Cosine of the sentences."""
    return np.asarray(corpus.vectors @ corpus.vectors.T, dtype=np.float64)


def cosine_article(corpus: Sentences, _train: Sentences) -> NDArray[np.float64]:
    """Cosine of the sentences and cosine of the mean vectors of their articles, added and halved."""
    return np.asarray(
        (corpus.vectors @ corpus.vectors.T + corpus.documents @ corpus.documents.T) / 2.0, dtype=np.float64
    )


def by_threshold(
    score: Callable[[Sentences, Sentences], NDArray[np.float64]], corpus: Sentences, train: Sentences
) -> Match:
    """Every pair at or above the threshold that is best on the train topics."""
    threshold = best_threshold(score(train, train)[train.across], train.gold[train.across])
    scores = score(corpus, train)
    pairs = scores >= threshold
    return Match(pairs=pairs, clusters=components(pairs), scores=scores, threshold=threshold)


def community(corpus: Sentences, train: Sentences) -> Match:
    """`sentence_transformers.util.community_detection` over the sentences."""

    def found(vectors: NDArray[np.float32], threshold: float) -> list[set[int]]:
        rows = util.community_detection(vectors, threshold=threshold, min_community_size=2)
        return [set(map(int, row)) for row in rows]

    gold, across = train.gold, train.across
    threshold = max(
        COMMUNITY_THRESHOLDS,
        key=lambda t: _f1(together(found(train.vectors, t), len(gold))[across], gold[across]),
    )
    clusters = found(corpus.vectors, threshold)
    return Match(pairs=together(clusters, len(corpus.sentences)), clusters=clusters, threshold=threshold)


def story_oracle(corpus: Sentences, _train: Sentences) -> Match:
    """The true story is known, and every pair in it is linked: what no matcher of stories can beat."""
    clusters = [set(np.flatnonzero(corpus.stories == story).tolist()) for story in sorted(set(corpus.stories))]
    return Match(pairs=together(clusters, len(corpus.sentences)), clusters=clusters)


def nli(model: str, corpus: Sentences) -> Match:
    """Entailment in either direction, as an NLI cross-encoder sees it, among each sentence's nearest neighbours."""
    encoder = CrossEncoder(model, device="cpu", local_files_only=True)
    labels = {int(k): str(v).casefold() for k, v in encoder.config.id2label.items()}
    entailment = next((column for column, label in labels.items() if label.startswith("entail")), None)
    if entailment is None:
        raise ModelError(f"{model} has the labels {sorted(labels.values())}; expected one of them to be entailment.")
    near = np.argsort(-(corpus.vectors @ corpus.vectors.T), axis=1)[:, : NLI_NEIGHBOURS + 1]
    asked = sorted({(min(i, int(j)), max(i, int(j))) for i, row in enumerate(near) for j in row if i != j})
    texts = [corpus.sentences[k].text for k in range(len(corpus.sentences))]
    both = [(texts[i], texts[j]) for i, j in asked] + [(texts[j], texts[i]) for i, j in asked]
    found = encoder.predict(both, batch_size=64, apply_softmax=True, show_progress_bar=False)[:, entailment]
    scores = np.zeros((len(texts), len(texts)))
    for at, (i, j) in enumerate(asked):
        scores[i, j] = scores[j, i] = max(found[at], found[at + len(asked)])
    pairs = scores >= NLI_THRESHOLD
    return Match(pairs=pairs, clusters=components(pairs), scores=scores, threshold=NLI_THRESHOLD)


BASELINES: dict[str, Callable[[Sentences, Sentences], Match]] = {
    "community_detection": community,
    "cosine": lambda corpus, train: by_threshold(cosine, corpus, train),
    "cosine + article cosine": lambda corpus, train: by_threshold(cosine_article, corpus, train),
    "story oracle": story_oracle,
}


def best_threshold(scores: NDArray[np.float64], gold: NDArray[np.bool_]) -> float:
    """The threshold, of 2,000 evenly spaced ones, with the best F1."""
    edges = np.linspace(float(scores.min()), float(scores.max()), BINS)
    right = np.histogram(scores[gold], bins=edges)[0][::-1].cumsum()[::-1]
    found = np.histogram(scores, bins=edges)[0][::-1].cumsum()[::-1]
    f1 = 2.0 * right / (found + int(gold.sum()))
    return round(float(edges[int(np.argmax(f1))]), 4)


def threshold_for_recall(scores: NDArray[np.float64], gold: NDArray[np.bool_], recall: float) -> float:
    """The highest threshold at which recall is at least `recall`."""
    ranked = np.sort(scores[gold])[::-1]
    return float(ranked[min(len(ranked) - 1, max(0, int(np.ceil(recall * len(ranked))) - 1))])


def together(clusters: Iterable[set[int]], n: int) -> NDArray[np.bool_]:
    """Pairs that share a cluster, shape (n, n), bool, symmetric."""
    pairs = np.zeros((n, n), dtype=bool)
    for cluster in clusters:
        members = np.fromiter(cluster, dtype=np.int64)
        pairs[np.ix_(members, members)] = True
    return pairs


def components(pairs: NDArray[np.bool_]) -> list[set[int]]:
    """Connected components of two or more."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    _, labels = connected_components(csr_array(pairs), directed=False)
    groups: dict[int, set[int]] = {}
    for at, label in enumerate(labels):
        groups.setdefault(int(label), set()).add(at)
    return [group for group in groups.values() if len(group) > 1]


def _f1(found: NDArray[np.bool_], gold: NDArray[np.bool_]) -> float:
    total = int(found.sum()) + int(gold.sum())
    return 2.0 * float((found & gold).sum()) / total if total else 0.0
