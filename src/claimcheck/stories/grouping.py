"""Articles to stories: a pair model over what the articles are about, then average linkage.

Average linkage resists chains: an article joins a story when it is like the story's articles on the whole,
not because it is like one of them. The choice is measured in docs/decisions/0004-stories.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.linkage import average_linkage
from claimcheck.models import load_logistic, sigmoid
from claimcheck.records import Article, Claim, Story
from claimcheck.stories.features import pair_features
from claimcheck.stories.profiles import LEAD, Profile, merged_profile
from claimcheck.stories.resolution import BETWEEN_ARTICLES, is_other_event, main_event

STORY_THRESHOLD = 0.5
"""Mean pair probability at which two groups of articles are one story. From benchmarks/training/stories.py."""

DAYS_TOGETHER = 7
LOG_ODDS_TOGETHER = 2.0
"""What is added where both were published within DAYS_TOGETHER. ECB+, which the model was trained on, has no dates."""
DAYS_APART = 14
"""Articles published further apart than this report different news, unless the rest speaks loudly for one event."""
LOG_ODDS_PER_MONTH_APART = -1.0
MOST_LOG_ODDS_APART = -4.0
LOG_ODDS_OTHER_EVENT = -5.0
"""What is taken away where the main events differ in time, people, place or means."""


def article_features(a: Sequence[Profile], b: Sequence[Profile]) -> dict[str, float]:
    """Features of two articles, given the profiles of their claims in order: the whole, and the leads."""
    whole = pair_features(merged_profile(a), merged_profile(b))
    lead = pair_features(merged_profile(a[:LEAD]), merged_profile(b[:LEAD]))
    return {**whole, **{f"lead_{name}": value for name, value in lead.items()}}


def story_probabilities(
    articles: Sequence[Article], claims: Sequence[Sequence[Claim]], profiles: Sequence[Sequence[Profile]]
) -> NDArray[np.float64]:
    """Probability that two articles report the same event.

    Args:
        articles: n articles.
        claims: for each of them its claims, in order.
        profiles: the profiles of these claims.

    Returns:
        Symmetric array of shape (n, n), float64, in [0, 1], with ones on the diagonal. An article without
        claims shares a story with none.
    """
    model = load_logistic("stories")
    n = len(articles)
    probabilities = np.eye(n, dtype=np.float64)
    wholes = [merged_profile(rows) if rows else None for rows in profiles]
    mains = [main_event(rows) for rows in claims]
    leads = [merged_profile(rows[:LEAD]) if rows else None for rows in profiles]
    for i in range(n):
        for j in range(i + 1, n):
            whole_i, whole_j, lead_i, lead_j = wholes[i], wholes[j], leads[i], leads[j]
            if whole_i is None or whole_j is None or lead_i is None or lead_j is None:
                continue
            features = pair_features(whole_i, whole_j)
            features.update({f"lead_{name}": value for name, value in pair_features(lead_i, lead_j).items()})
            log_odds = model.log_odds(features) + _published_together(articles[i], articles[j])
            first, second = mains[i], mains[j]
            if first and second and is_other_event(first, second, slack_days=BETWEEN_ARTICLES):
                log_odds += LOG_ODDS_OTHER_EVENT
            probabilities[i, j] = probabilities[j, i] = sigmoid(log_odds)
    return probabilities


def group_stories(articles: Sequence[Article], probabilities: NDArray[np.float64]) -> list[Story]:
    """Stories in the order of their first article; a story may have one article only."""
    labels = average_linkage(1.0 - probabilities, threshold=1.0 - STORY_THRESHOLD)
    members: dict[int, list[Article]] = {}
    for article, label in zip(articles, labels, strict=True):
        members.setdefault(int(label), []).append(article)
    return [
        Story(title=next((a.title for a in group if a.title), group[0].name), articles=tuple(group))
        for group in members.values()
    ]


def _published_together(a: Article, b: Article) -> float:
    """Log-odds of one story from the publication dates: 0 where one of them is unknown and they may be close."""
    days = days_between((a.published_earliest, a.published_latest), (b.published_earliest, b.published_latest))
    if days > DAYS_APART:
        return max(MOST_LOG_ODDS_APART, LOG_ODDS_PER_MONTH_APART * (days - DAYS_APART) / 30.0)
    return LOG_ODDS_TOGETHER if days <= DAYS_TOGETHER and a.published and b.published else 0.0


def days_between(a: tuple[dt.date | None, dt.date | None], b: tuple[dt.date | None, dt.date | None]) -> int:
    """Fewest days that can lie between two dates known by their bounds; 0 where the bounds overlap or are open."""
    gaps = [0]
    for (_, latest), (earliest, _) in ((a, b), (b, a)):
        if latest is not None and earliest is not None:
            gaps.append((earliest - latest).days)
    return max(gaps)
