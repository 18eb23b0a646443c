"""Scores of several labelled stories as one object of plain JSON types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from claimcheck.scoring.gold import Topic
from claimcheck.scoring.metrics import Scores, threshold_for_precision
from claimcheck.scoring.stories import FLAGGED, TopicScores, flagged, mean_over


def summary(topics: Sequence[Topic], scores: Sequence[TopicScores], *, precision: float = 0.95) -> dict[str, Any]:
    """Scores over all topics: B-cubed weighted by articles and by quotes, relations pooled, and the lists to read.

    Args:
        topics: the labels.
        scores: of each of them, in the same order.
        precision: for which the least confidence of a reported relation is looked for.
    """
    from sklearn.metrics import adjusted_rand_score

    sizes = [len(topic.files) for topic in topics]
    rand = [float(adjusted_rand_score(row.event_labels, row.story_labels)) for row in scores]
    return {
        "topics": len(topics),
        "articles": sum(sizes),
        "stories_b_cubed": mean_over([row.stories for row in scores], sizes).to_dict(),
        "stories_adjusted_rand": round(sum(rand) / len(rand), 4),
        "fact_quotes": sum(row.fact_quotes for row in scores),
        "quotes_without_claim": sum(row.missed_quotes for row in scores),
        "facts_b_cubed": mean_over([row.facts for row in scores], [row.fact_quotes for row in scores]).to_dict(),
        "points_b_cubed": mean_over([row.points for row in scores], [row.fact_quotes for row in scores]).to_dict(),
        "facts": sum(row.n_facts for row in scores),
        "mixed_facts": [f"{row.name}: {title}" for row in scores for title in row.mixed],
        "relations": {relation: flagged(scores, relation).to_dict() for relation in FLAGGED},
        "wanted_precision": precision,
        "least_confidence": {relation: _least_confidence(scores, relation, precision) for relation in FLAGGED},
        "false_alarms": [
            f"{flag.topic}: {flag.relation} {flag.confidence:.2f}: {flag.a} | {flag.b}"
            for row in scores
            for flag in row.flags
            if not flag.right
        ],
        "missed_relations": [f"{row.name}: {lost}" for row in scores for lost in row.missed_relations],
        "missed_by_step": _steps(scores),
        "near_misses_flagged": sum(row.near_misses for row in scores),
        "near_misses": sum(len(topic.near_misses) for topic in topics),
        "not_claims_taken": sum(row.not_claims for row in scores),
        "not_claims": sum(len(topic.not_claims) for topic in topics),
        "by_topic": {row.name: _one(row) for row in scores},
    }


def _steps(scores: Sequence[TopicScores]) -> dict[str, int]:
    """How many gold relations each step lost, most first."""
    steps = Counter(lost.step for row in scores for lost in row.missed_relations)
    return dict(steps.most_common())


def _one(row: TopicScores) -> dict[str, Any]:
    return {
        "stories_f1": round(row.stories.f1, 4),
        "facts_f1": round(row.facts.f1, 4),
        "points_f1": round(row.points.f1, 4),
        "mixed": len(row.mixed),
        "false_alarms": sum(not flag.right for flag in row.flags),
        **{f"{relation}_found": list(row.found[relation]) for relation in FLAGGED},
    }


def _least_confidence(scores: Sequence[TopicScores], relation: str, precision: float) -> dict[str, Any] | None:
    """The lowest `--min-confidence` at which the reported ones have that precision; None if there is none."""
    flags = [flag for row in scores for flag in row.flags if flag.relation == relation]
    right = [flag.right for flag in flags]
    confidences = [flag.confidence for flag in flags]
    needed = threshold_for_precision(right, confidences, precision)
    if needed is None:
        return None
    kept = [flag.right for flag in flags if flag.confidence >= needed]
    return {
        "threshold": needed,
        "precision": round(Scores.counted(sum(kept), len(kept), 0).precision, 4),
        "n": len(kept),
    }
