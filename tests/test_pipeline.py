from __future__ import annotations

import numpy as np

from claimcheck import Article, compare
from claimcheck.pipeline import _tell_one_story
from claimcheck.settings import Settings

RULES = Settings(judge_model="rules")


def test_articles_without_claims_have_their_stories() -> None:
    articles = [Article("What now?"), Article("Who knows?")]
    found = compare(articles, settings=RULES)
    assert (found.claims, found.facts) == ((), ())
    assert isinstance(found.articles, tuple)
    assert sorted(article.text for story in found.stories for article in story.articles) == ["What now?", "Who knows?"]
    assert [notice.kind for notice in found.notices] == ["empty", "empty"]


def test_stages_come_once_each_in_the_order_of_the_flow() -> None:
    started: list[str] = []
    compare(
        [Article("The dam at Ludra burst on Monday."), Article("The dam at Ludra burst on Sunday.")],
        settings=RULES,
        progress=lambda stage, done, total: started.append(stage) if done == 0 else None,
    )
    assert started == ["Extracting claims", "Embedding", "Finding candidate pairs", "Judging"]


def test_articles_that_one_story_joins_are_compared_as_texts() -> None:
    told = _tell_one_story(np.array([0, 0, 1]), np.array([[1.0, 0.2, 0.1], [0.2, 1.0, 0.6], [0.1, 0.6, 1.0]]))
    assert told.tolist() == [[True, True, False], [True, True, True], [False, True, True]]
