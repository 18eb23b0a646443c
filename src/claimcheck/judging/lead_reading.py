"""Do two articles report one event? A language model that reads how they begin, beside what the articles share.

Two short reports of one event may share few words ("Thieves broke into a museum", "Daring raid on Old Masters"), and
what they share may be as frequent in reports of another. The judge's language model reads the first claims of both,
each against each; a regression joins how unrelated it finds them with the probability that the articles' words give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from claimcheck.judging.language_model import LABELS, LanguageModel
from claimcheck.judging.model_input import texts
from claimcheck.models import load_logistic_file, log_odds, sigmoid
from claimcheck.progress import Progress, no_progress
from claimcheck.records import RELATIONS, SAME_FACT, Article, Claim

STAGE = "Reading leads"
STORIES = "stories.json"
"""File beside the language model's: the regression that joins its reading with the words' probability."""
LEADING = 2
"""Claims at the start of an article that are read."""
MOST_ARTICLES = 12
"""Articles of a comparison up to which leads are read. Among more of them, what is rare among the others tells stories
apart as well (`claimcheck.stories.surroundings`), and the pairs to read would be many."""
DOUBT_FROM, DOUBT_TO = 0.0015, 0.995
"""Pairs of articles between these probabilities are read; the others are plain enough."""
BOUND = 8.0
"""Log-odds are cut to this."""


def read_leads(
    load: Callable[[], LanguageModel],
    folder: Path,
    articles: Sequence[Article],
    claims: Sequence[Sequence[Claim]],
    same_story: NDArray[np.float64],
    *,
    progress: Progress = no_progress,
) -> NDArray[np.float64]:
    """The probabilities of one story, shape (n, n), float64; among up to MOST_ARTICLES those in doubt are read anew.

    Args:
        load: gives the judge's language model; called when there is something to read.
        folder: its folder, with STORIES in it.
        articles: n articles.
        claims: for each its claims, in order.
        same_story: probability that two articles share a story, shape (n, n), symmetric.
        progress: called with the stage "Reading leads", counted in pairs of claims, where there is something to read.
    """
    places = doubtful(same_story, claims) if len(articles) <= MOST_ARTICLES else []
    if not places:
        return same_story
    asked = [lead_pairs(articles[i], articles[j], claims[i], claims[j]) for i, j in places]
    logits = load().ask([pair for pairs in asked for pair in pairs], stage=STAGE, progress=progress)
    found = same_story.copy()
    regression = load_logistic_file(folder / STORIES)
    start = 0
    for (i, j), pairs in zip(places, asked, strict=True):
        features = lead_features(
            float(same_story[i, j]), logits[start : start + len(pairs)], dated=_dated(articles[i], articles[j])
        )
        start += len(pairs)
        found[i, j] = found[j, i] = sigmoid(regression.log_odds(features))
    return found


def doubtful(same_story: NDArray[np.float64], claims: Sequence[Sequence[Claim]]) -> list[tuple[int, int]]:
    """Pairs of articles (i, j), i < j, of which it is not plain whether they share a story."""
    between = np.triu((same_story >= DOUBT_FROM) & (same_story <= DOUBT_TO), k=1)
    return [(int(i), int(j)) for i, j in zip(*np.nonzero(between), strict=True) if claims[i] and claims[j]]


def lead_pairs(
    first: Article, second: Article, claims_a: Sequence[Claim], claims_b: Sequence[Claim]
) -> list[tuple[str, str]]:
    """The first claims of two articles, each against each, the earlier article first."""
    if _later(first, second):
        first, second, claims_a, claims_b = second, first, claims_b, claims_a
    return [
        texts(a.text, b.text, first.published, second.published, first.title, second.title)
        for a in claims_a[:LEADING]
        for b in claims_b[:LEADING]
    ]


def lead_features(story: float, logits: NDArray[np.float64], *, dated: bool) -> dict[str, float]:
    """Features of two articles.

    Args:
        story: probability that they share a story, by their words.
        logits: what the model makes of their first claims, shape (k, 8), k >= 1.
        dated: whether both dates of publication are known.
    """
    relations = softmax(logits[:, len(LABELS) :], axis=1)
    unrelated = relations[:, RELATIONS.index("unrelated")]
    same = relations[:, [RELATIONS.index(relation) for relation in sorted(SAME_FACT)]].sum(axis=1)
    mean = _bounded_log_odds(float(unrelated.mean()))
    return {
        "story": _bounded_log_odds(story),
        "unrelated": mean,
        "least unrelated": _bounded_log_odds(float(unrelated.min())),
        "most alike": _bounded_log_odds(float(same.max())),
        "dated": float(dated),
        "unrelated though dated": mean * dated,
    }


def _dated(a: Article, b: Article) -> bool:
    return a.published is not None and b.published is not None


def _later(a: Article, b: Article) -> bool:
    """Whether `a` is the later article; of one day, or undated ones, the one whose text sorts last."""
    if a.published is None or b.published is None or a.published == b.published:
        return a.text > b.text
    return a.published > b.published


def _bounded_log_odds(probability: float) -> float:
    return max(-BOUND, min(BOUND, log_odds(probability, least=1e-6)))
