"""Language model and typed evidence to calibrated probabilities of the five relations.

A multinomial logistic regression over features that can be named, fitted by benchmarks/training/combination.py on pairs
that the language model has not seen, so that its trust in itself is measured and not assumed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimcheck.judging.combine import combine, gated, noisy_or
from claimcheck.judging.company import company_features
from claimcheck.judging.language_model import LABELS, OUTPUTS
from claimcheck.models import load_logistic, load_multinomial, log_odds
from claimcheck.records import RELATIONS, Relation
from claimcheck.stories.features import pair_features

if TYPE_CHECKING:
    from claimcheck.judging.judges import Pair, Weighed

LOG_FLOOR = 1e-4
"""Probabilities are at least this before their logarithm is taken."""
WORTH_READING = 0.01
"""Probability of the same fact, by the evidence alone, from which a pair inside articles is read. Of all pairs of small
stories left out that is some half, with 97 in 100 agreements and nine in ten conflicts and updates
(docs/decisions/0019-in-company.md)."""
LONG_AGO = 60
"""Days between two reports from which they are far apart."""


def relation_features(pair: Pair, weighed: Weighed, logits: NDArray[np.float64]) -> dict[str, float]:
    """Features of a pair that the language model has read.

    Args:
        pair: the pair.
        weighed: its findings, the probabilities of the same event and point, and of the same topic.
        logits: what the language model makes of it, shape (8,), in the order of OUTPUTS.
    """
    model = {f"model {name}": value for name, value in zip(OUTPUTS, _centred(logits), strict=True)}
    features = model | evidence_features(pair, weighed)
    return features | {f"dated {name}": value * features["dated"] for name, value in model.items()}


def evidence_features(pair: Pair, weighed: Weighed) -> dict[str, float]:
    """Features of a pair by the typed evidence alone.

    How many words two sentences share is not among them: in invented pairs, which the regression is fitted on,
    conflicts are told in like words and agreements in others, and in news it is the other way round.
    """
    findings, same, topic = weighed
    features = {
        "same event": log_odds(same.event),
        "same point": log_odds(same.point),
        "same statement": log_odds(same.statement),
        "same topic": log_odds(topic),
    }
    for relation, probability in combine(same, topic, findings).items():
        features[f"evidence {relation}"] = math.log(max(probability, LOG_FLOOR))
    for verdict in ("agree", "conflict", "supersede", "apart", "beside"):
        features[verdict] = noisy_or(findings, verdict)
    comparable = gated(findings, same)
    features["comparable conflict"] = noisy_or(comparable, "conflict")
    features["comparable supersede"] = noisy_or(comparable, "supersede")
    dated = pair.date_a is not None and pair.date_b is not None
    days = abs((pair.date_a - pair.date_b).days) if pair.date_a is not None and pair.date_b is not None else 0
    features |= {
        "dated": float(dated),
        "another day": float(days > 0),
        "long apart": float(days > LONG_AGO),
    }
    return features


def relation_probabilities(
    file: Path, pairs: Sequence[Pair], weighed: Sequence[Weighed], logits: NDArray[np.float64]
) -> list[dict[Relation, float]]:
    """Probabilities of the five relations of each pair; they sum to 1.

    Args:
        file: the regression that belongs to the language model.
        pairs: n pairs.
        weighed: the evidence on each.
        logits: what the language model makes of them, shape (n, 8).
    """
    return _by_regression(file, [relation_features(*each) for each in zip(pairs, weighed, logits, strict=True)])


def probabilities_in_company(
    file: Path,
    pairs: Sequence[Pair],
    weighed: Sequence[Weighed],
    logits: NDArray[np.float64],
    places: Sequence[int],
    probabilities: Mapping[int, Mapping[Relation, float]],
) -> list[dict[Relation, float]]:
    """Probabilities of the five relations of the pairs that were read, given those of all; they sum to 1.

    Args:
        file: the regression that belongs to the language model.
        pairs: the n candidate pairs of a comparison.
        weighed: the evidence on each.
        logits: what the language model makes of the k pairs at `places`, shape (k, 8).
        places: the pairs that were read.
        probabilities: of each of the n pairs by itself, by its place.
    """
    alone = np.array([[probabilities[at][relation] for relation in RELATIONS] for at in range(len(pairs))])
    company = company_features([(pair.a, pair.b) for pair in pairs], alone, places)
    rows = [relation_features(pairs[at], weighed[at], logits[k]) | company[k] for k, at in enumerate(places)]
    return _by_regression(file, rows)


def _by_regression(file: Path, rows: Sequence[Mapping[str, float]]) -> list[dict[Relation, float]]:
    regression = load_multinomial(file)
    places = {relation: regression.classes.index(relation) for relation in RELATIONS}
    return [{relation: float(row[at]) for relation, at in places.items()} for row in regression.probabilities(rows)]


def worth_reading(pairs: Sequence[Pair], weighed: Sequence[Weighed], most: int) -> NDArray[np.int64]:
    """Places of the pairs of claims inside articles that a language model should read, ascending, shape (k,), int64.

    They are those that could be about the same fact by the evidence alone; in a large comparison the `most`
    likeliest.
    """
    rows = [worth_features(*each) for each in zip(pairs, weighed, strict=True)]
    found = load_logistic("worth_reading").probabilities(rows)
    likeliest = np.argsort(-found, kind="stable")[:most]
    return np.sort(likeliest[found[likeliest] >= WORTH_READING])


def worth_features(pair: Pair, weighed: Weighed) -> dict[str, float]:
    """Features that tell whether a pair is worth reading: the evidence, and what the two claims share."""
    return evidence_features(pair, weighed) | pair_features(pair.profile_a, pair.profile_b)


def _centred(logits: NDArray[np.float64]) -> list[float]:
    """Log-probabilities of each question's outputs, less their mean."""
    questions = logits[: len(LABELS)], logits[len(LABELS) :]
    return [float(value) for question in questions for value in question - question.mean()]
