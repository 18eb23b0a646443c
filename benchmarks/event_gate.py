"""Does the event gate tell one earthquake from another? Measured on the false friends of ECB+.

    python -m benchmarks.event_gate --data DIR [--cache DIR]

Pairs of validated sentences of different documents of one topic, dev part. Each topic of ECB+ holds two stories of the
same kind on purpose: pairs across the two (`same_story` false) are the false friends. At the recall that the gate has
at a threshold, the false links of cosine at that same recall are counted beside it.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from benchmarks.ecbplus import Corpus, as_articles, by_document, load_corpus
from claimcheck.judging.same_fact import same_fact_features
from claimcheck.models import load_logistic
from claimcheck.stories import claim_profile, story_probabilities

THRESHOLDS = (0.4, 0.5, 0.6)


@attrs.frozen
class GateScore:
    """False links to the other story of the topic, at one recall.

    Attributes:
        threshold: of the probability of the same event.
        recall: of pairs that share an event cluster, in [0, 1].
        precision: share of the linked pairs that stay in one story, in [0, 1].
        ours, cosine: false links to the other story.
    """

    threshold: float
    recall: float
    precision: float
    ours: int
    cosine: int

    @property
    def reduction(self) -> float:
        """Share of cosine's false links that the gate avoids, at most 1."""
        return 1.0 - self.ours / max(1, self.cosine)


def gate_scores(corpus: Corpus) -> list[GateScore]:
    """Scores at THRESHOLDS on a corpus."""
    profiles = [claim_profile(claim, vector) for claim, vector in zip(corpus.claims, corpus.vectors, strict=True)]
    stories = story_probabilities(
        as_articles(corpus), by_document(corpus, corpus.claims), by_document(corpus, profiles)
    )
    sentences, owners = corpus.sentences, corpus.owners
    validated = [i for i, sentence in enumerate(sentences) if sentence.validated]
    pairs = [
        (i, j)
        for i, j in itertools.combinations(validated, 2)
        if owners[i] != owners[j] and sentences[i].topic == sentences[j].topic
    ]
    same = np.array([bool(sentences[i].events & sentences[j].events) for i, j in pairs])
    friend = np.array([sentences[i].story != sentences[j].story for i, j in pairs])
    cosine = np.array([float(corpus.vectors[i] @ corpus.vectors[j]) for i, j in pairs])
    model = load_logistic("same_event")
    gate = model.probabilities(
        [same_fact_features(profiles[i], profiles[j], float(stories[owners[i], owners[j]])) for i, j in pairs]
    )
    return [_score(threshold, gate, cosine, same, friend) for threshold in THRESHOLDS]


def _score(
    threshold: float,
    gate: NDArray[np.float64],
    cosine: NDArray[np.float64],
    same: NDArray[np.bool_],
    friend: NDArray[np.bool_],
) -> GateScore:
    linked = gate >= threshold
    found = int(np.count_nonzero(linked & same))
    level = np.sort(cosine[same])[::-1][found - 1]  # the cosine that finds as many
    return GateScore(
        threshold=threshold,
        recall=found / int(np.count_nonzero(same)),
        precision=1.0 - np.count_nonzero(linked & friend) / np.count_nonzero(linked),
        ours=int(np.count_nonzero(linked & friend)),
        cosine=int(np.count_nonzero((cosine >= level) & friend)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ecbplus_sentences.dev.jsonl.gz")
    parser.add_argument("--cache", type=Path, help="folder that keeps the claims read from the sentences")
    options = parser.parse_args()
    print("threshold  recall  precision  false links  cosine's  avoided")
    for score in gate_scores(load_corpus(options.data, "dev", cache=options.cache)):
        print(
            f"{score.threshold:9.2f}  {score.recall:6.3f}  {score.precision:9.3f}  {score.ours:11d}  {score.cosine:8d}"
            f"  {score.reduction:7.3f}"
        )


if __name__ == "__main__":
    main()
