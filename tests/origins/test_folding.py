from __future__ import annotations

import numpy as np

from claimcheck.origins import fold_origins
from claimcheck.records import Article

FLOOD = (
    "The river burst its banks on Monday and flooded two hundred homes in the old town, the fire service said. "
    "Nobody was hurt, but four roads stay closed until the end of the week."
)
OTHER = (
    "Two hundred homes were under water after Monday's flood, according to firefighters. Residents returned with "
    "buckets and brooms as the water fell, and the mayor promised new walls."
)


def origins(*articles: Article, story: bool = True) -> list[int]:
    n = len(articles)
    return fold_origins(articles, np.full((n, n), story))


def test_a_copy_with_a_new_first_line_is_no_new_origin() -> None:
    assert origins(Article(FLOOD), Article("From our reporter.\n" + FLOOD + " More soon.")) == [0, 0]


def test_two_reports_in_own_words_are_two_origins() -> None:
    assert origins(Article(FLOOD), Article(OTHER)) == [0, 1]


def test_one_publisher_is_one_origin() -> None:
    assert origins(Article(FLOOD, source="Daily Post"), Article(OTHER, source="daily post")) == [0, 0]


def test_one_agency_is_one_origin() -> None:
    assert origins(Article("BERLIN (Reuters) - " + FLOOD), Article("BERLIN, March 4 (Reuters) — " + OTHER)) == [0, 0]


def test_copies_are_looked_for_inside_a_story_only() -> None:
    assert origins(Article(FLOOD), Article(FLOOD + "!"), story=False) == [0, 1]


def test_numbers_are_counted_by_first_appearance() -> None:
    assert origins(Article(OTHER), Article(FLOOD), Article(FLOOD + " ")) == [0, 1, 1]


def test_what_is_shared_through_a_third_article_is_one_origin() -> None:
    first, last = Article(OTHER, source="Daily Post"), Article(FLOOD + " More soon.")
    assert origins(first, last, Article(FLOOD, source="Daily Post")) == [0, 0, 0]
