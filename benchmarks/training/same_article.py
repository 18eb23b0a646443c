"""Sentences of one article, which do not contradict each other, however alike they are built.

A model that has learned from natural language inference takes two sentences for two accounts of one scene: "the talks
began on Tuesday" and "the talks ended on Thursday" contradict each other there. Who writes an article does not
contradict himself. So any two of its sentences are at most related, and those that a model takes for a contradiction
or an update are the ones that it has most to learn from (docs/decisions/0030-one-article.md).
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from benchmarks.training.article_sets import read_later_sets, read_sets
from benchmarks.training.news_pairs import TEST_FILE, news_bodies, news_held_out, news_labels
from claimcheck.judging.language_model import LABELS, OUTPUTS, LanguageModel
from claimcheck.judging.model_input import texts
from claimcheck.records import RELATIONS, to_date
from claimcheck.training.examples import Example
from claimcheck.training.loop import QUESTIONS

SEED = 7
LEAST_WORDS = 5
"""Words of the shortest sentence that is paired."""
PER_BODY = 40
"""Pairs that are drawn of one real article."""
TITLED = 0.3
"""Share of the pairs of invented articles that are read with titles, those of two articles on one event: the same title
twice would give away what is taught."""
CONFLICTING = 0.2
"""Probability that a model gives to a contradiction or an update from which a pair is worth teaching."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"']?\s+(?=[A-Z“\"'])")
_SENTENCE_LIKE = re.compile(r"[A-Z“\"].{20,400}[.”\"]")
_DISPUTED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput\w+|contradict\w*|reject\w*|refut\w*|contrary|however|but|earlier|initial\w*|"
    r"correction|corrected|instead|previous\w*|not|never|no|fake|false|untrue|true|hoax\w*|unable|rumou?r\w*|alleg\w+|"
    r"claim\w*|verif\w+|confirm\w*|debunk\w*|purport\w*|suppos\w+|satir\w+)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words with which an article of a real newsroom may report a dispute, or take something back."""


@attrs.frozen
class Pair:
    """Two sentences of one article, as a model reads them."""

    a: str
    b: str
    source: str


def pairs_of_sets() -> Iterator[Pair]:
    """Pairs of sentences of each article of the sets that models are trained on."""
    rng = random.Random(SEED)
    for given in (*read_sets(held_out=False), *read_later_sets()):
        for article in given["articles"]:
            day = to_date(article["date"])
            others = [o["title"] for o in given["articles"] if o is not article and o["event"] == article["event"]]
            for a, b in itertools.combinations(filter(_is_long, article["sentences"]), 2):
                titled = bool(others) and rng.random() < TITLED
                titles = (article["title"], rng.choice(others)) if titled else (None, None)
                yield Pair(*texts(a, b, day if titled else None, day if titled else None, *titles), "sets")


def pairs_of_news(data: Path) -> Iterator[Pair]:
    """The same of real articles, but for those that are left out of training, and what may report a dispute."""
    left_out = {
        label[f"body_{side}"]
        for label in (*news_labels(TEST_FILE), *(row for row in news_labels() if news_held_out(row["group"])))
        for side in "ab"
    }
    rng = random.Random(SEED)
    for number, body in sorted(news_bodies(data).items()):
        if number in left_out:
            continue
        sentences = [" ".join(part.split()) for line in body.splitlines() for part in _SENTENCE.split(line)]
        told = [s for s in dict.fromkeys(sentences) if _SENTENCE_LIKE.fullmatch(s) and not _DISPUTED.search(s)]
        told = [s for s in told if _is_long(s)]
        found = list(itertools.combinations(told, 2))
        yield from (Pair(a, b, "news") for a, b in rng.sample(found, min(len(found), PER_BODY)))


def taken_for_conflicts(
    pairs: Sequence[Pair], model: LanguageModel, least: float = CONFLICTING
) -> list[tuple[Pair, NDArray[np.float64]]]:
    """The pairs that a model takes for a contradiction or an update, worst first, each with its logits."""
    logits = model.ask([(pair.a, pair.b) for pair in pairs])
    relations = softmax(logits[:, QUESTIONS[1]], axis=1)
    wrong = relations[:, RELATIONS.index("contradiction")] + relations[:, RELATIONS.index("update")]
    order = np.argsort(-wrong, kind="stable")
    return [(pairs[at], logits[at]) for at in order if wrong[at] >= least]


def as_examples(found: Sequence[tuple[Pair, NDArray[np.float64]]]) -> list[Example]:
    """What a model should have made of them: its own verdict, but what it gave to a contradiction or an update goes to
    what is merely related, and what it gave to a contradiction in inference goes to neutral."""
    related, neutral = OUTPUTS.index("relation: related"), LABELS.index("neutral")
    wrong = [OUTPUTS.index(f"relation: {name}") for name in ("contradiction", "update")]
    examples = []
    for pair, logits in found:
        taught = np.concatenate([softmax(logits[question]) for question in QUESTIONS])
        taught[related] += taught[wrong].sum()
        taught[wrong] = 0.0
        taught[neutral] += taught[LABELS.index("contradiction")]
        taught[LABELS.index("contradiction")] = 0.0
        examples.append(
            Example(
                pair.a, pair.b, related, f"one article, {pair.source}", also=(neutral,), taught=tuple(taught.tolist())
            )
        )
    return examples


def _is_long(sentence: str) -> bool:
    return len(sentence.split()) >= LEAST_WORDS
