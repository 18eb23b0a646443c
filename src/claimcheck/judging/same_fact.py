"""How likely two claims describe the same event, and the same point of it: two small calibrated models.

Both are logistic regressions over features that a reader can be shown (`claimcheck.stories.features`), trained
on sentence pairs of ECB+ (Cybulska and Vossen 2014) by benchmarks/training/same_fact.py: "same event" where two
sentences share an event cluster, "same point" where they share most of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

from claimcheck.judging.evidence import Finding
from claimcheck.models import load_logistic, sigmoid
from claimcheck.stories.features import pair_features
from claimcheck.stories.profiles import Profile

STORY_BOUND = 5.0
"""Log-odds of "same story" are cut to this; beyond, the model is surer than it is right."""

APART = {"date": -4.0, "participants": -3.0, "event": -4.0}
"""Log-odds that evidence of another occasion takes away at full strength."""

BESIDE = {"date": -4.0, "factuality": -3.0}
"""Log-odds of the same fact that evidence of another moment of one story takes away at full strength."""

BARE_TOPIC = 2.0
"""Log-odds by which two bare texts are likelier to share a story than an event."""


@attrs.frozen
class SameFact:
    """Probabilities in [0, 1]: of the same event, and of the same point given the same event."""

    event: float
    point: float


def same_fact_features(a: Profile, b: Profile, story: float | None) -> dict[str, float]:
    """Features of a pair of claims.

    Args:
        a, b: profiles of the claims.
        story: probability that their articles share a story, or None for bare texts.
    """
    features = pair_features(a, b)
    features["story"] = 0.0 if story is None else story_log_odds(story)
    features["size"] = min(1.0, math.log1p(min(len(a.terms), len(b.terms))) / 3.0)
    return features


def story_log_odds(story: float) -> float:
    """Log-odds of a probability, cut to ±STORY_BOUND and scaled to [-1, 1]."""
    bounded = min(max(story, 1e-6), 1.0 - 1e-6)
    return max(-STORY_BOUND, min(STORY_BOUND, math.log(bounded / (1.0 - bounded)))) / STORY_BOUND


def same_fact(a: Profile, b: Profile, *, story: float | None, findings: Sequence[Finding]) -> SameFact:
    """Probabilities that two claims describe the same event and the same point of it."""
    features = same_fact_features(a, b, story)
    event_model = load_logistic("same_event" if story is not None else "same_event_bare")
    log_odds = event_model.log_odds(features)
    for finding in findings:
        if finding.verdict == "apart":
            log_odds += APART.get(finding.kind, 0.0) * finding.strength
        elif finding.verdict == "beside":
            log_odds += BESIDE.get(finding.kind, 0.0) * finding.strength
    return SameFact(event=sigmoid(log_odds), point=load_logistic("same_point").probability(features))


def topic_probability(a: Profile, b: Profile, *, story: float | None, findings: Sequence[Finding]) -> float:
    """Probability that two claims belong to one event or story, whatever point they make.

    For articles it is the probability of their shared story. For bare texts it is the probability of the same
    event before the evidence of another moment of the same story is counted.
    """
    if story is not None:
        return story
    log_odds = load_logistic("same_event_bare").log_odds(same_fact_features(a, b, None)) + BARE_TOPIC
    for finding in findings:
        if finding.verdict == "apart":
            log_odds += APART.get(finding.kind, 0.0) * finding.strength
    return sigmoid(log_odds)
