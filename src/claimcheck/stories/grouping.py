"""Articles to stories: a pair model over what the articles are about, then average linkage over its log-odds.

Average linkage resists chains: an article joins a story when it is like the story's articles on the whole, not because
it is like one of them. Log-odds are averaged, not probabilities: one plain "no" weighs more than several "likely yes".
Both choices are measured in docs/decisions/0008-stories.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.linkage import average_linkage
from claimcheck.models import load_logistic, sigmoid
from claimcheck.records import Article, Claim, Story
from claimcheck.stories.features import pair_features
from claimcheck.stories.profiles import LEAD, Profile, merged_profile
from claimcheck.stories.resolution import BETWEEN_ARTICLES, days_between, is_other_event, main_event
from claimcheck.stories.surroundings import surroundings

STORY_THRESHOLD = 0.5
"""Probability (of the mean log-odds) at which two groups of articles are one story; docs/decisions/0008-stories.md."""
MOST_LOG_ODDS = 8.0
"""Log-odds are cut to this before they are averaged: no single pair decides alone."""
LEAST_ALIKE = 0.22
"""Pairs of articles whose claims align at a lower mean cosine are different stories without a further look. On ECB+
99.5 % of the pairs that share a story lie above it, and 10 % of the others."""
UNALIKE = 0.001
"""The probability that these get."""

DAYS_TOGETHER = 7
LOG_ODDS_TOGETHER = 2.0
"""What is added where both were published within DAYS_TOGETHER. ECB+, which the model was trained on, has no dates."""
DAYS_APART = 14
"""Articles published further apart than this report different news, unless the rest speaks loudly for one event."""
LOG_ODDS_PER_MONTH_APART = -1.0
MOST_LOG_ODDS_APART = -4.0
LOG_ODDS_OTHER_EVENT = -5.0
"""What is taken away where the main events differ in time, people, place or means."""


@attrs.frozen(eq=False)
class ArticleProfile:
    """An article as the sum of its claims, and as the sum of those in its lead."""

    whole: Profile
    lead: Profile

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> ArticleProfile:
        """From the profiles of its claims in order, at least one."""
        return cls(merged_profile(profiles), merged_profile(profiles[:LEAD]))


def article_features(a: ArticleProfile, b: ArticleProfile) -> dict[str, float]:
    """Features of two articles by themselves: the whole, and the leads."""
    whole, lead = pair_features(a.whole, b.whole), pair_features(a.lead, b.lead)
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
    probabilities = np.eye(len(articles), dtype=np.float64)
    told = [at for at, rows in enumerate(profiles) if rows]
    if len(told) < 2:
        return probabilities
    mains = [main_event(rows, published=a.published) for a, rows in zip(articles, claims, strict=True)]
    summed = [ArticleProfile.of(profiles[at]) for at in told]
    among = surroundings([profiles[at] for at in told])
    for x, i in enumerate(told):
        for y, j in enumerate(told[:x]):
            if among["aligned"][x, y] < LEAST_ALIKE:
                probabilities[i, j] = probabilities[j, i] = UNALIKE
                continue
            features = article_features(summed[x], summed[y])
            features.update({name: float(values[x, y]) for name, values in among.items()})
            log_odds = model.log_odds(features) + _published_together(articles[i], articles[j])
            first, second = mains[i], mains[j]
            if first and second and is_other_event(first, second, slack_days=BETWEEN_ARTICLES):
                log_odds += LOG_ODDS_OTHER_EVENT
            probabilities[i, j] = probabilities[j, i] = sigmoid(log_odds)
    return probabilities


def group_stories(articles: Sequence[Article], probabilities: NDArray[np.float64]) -> list[Story]:
    """Stories in the order of their first article; a story may have one article only."""
    labels = story_labels(probabilities)
    members: dict[int, list[Article]] = {}
    for article, label in zip(articles, labels, strict=True):
        members.setdefault(int(label), []).append(article)
    return [
        Story(title=next((a.title for a in group if a.title), group[0].name), articles=tuple(group))
        for group in members.values()
    ]


def story_labels(probabilities: NDArray[np.float64]) -> NDArray[np.int64]:
    """The story of each article, shape (n,), int64, numbered from 0 by first appearance."""
    log_odds = np.clip(_log_odds(probabilities), -MOST_LOG_ODDS, MOST_LOG_ODDS)
    threshold = float(_log_odds(np.array(STORY_THRESHOLD)))
    return average_linkage(MOST_LOG_ODDS - log_odds, threshold=MOST_LOG_ODDS - threshold)


def _log_odds(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    bounded = np.clip(probabilities, 1e-9, 1.0 - 1e-9)
    return np.asarray(np.log(bounded / (1.0 - bounded)))


def _published_together(a: Article, b: Article) -> float:
    """Log-odds of one story from the publication dates: 0 where one of them is unknown and they may be close."""
    days = days_between((a.published_earliest, a.published_latest), (b.published_earliest, b.published_latest))
    if days > DAYS_APART:
        return max(MOST_LOG_ODDS_APART, LOG_ODDS_PER_MONTH_APART * (days - DAYS_APART) / 30.0)
    return LOG_ODDS_TOGETHER if days <= DAYS_TOGETHER and a.published and b.published else 0.0
