from __future__ import annotations

import pytest

from claimcheck import Article, extract_claims
from claimcheck.clustering.twins import twin_events
from claimcheck.records import Claim
from claimcheck.settings import Settings
from claimcheck.stories import resolve_events

TOGETHER = """Two sailors drown off Port Lenn

Two sailors have drowned off Port Lenn.

On Friday, Tom Reid, 36, drowned near the Grey Rock lighthouse. The Welshman had hired a boat.

On Saturday, Ian Moss, 52, drowned near Cotter Point. He was alone on board.
"""
OF_ONE = """Sailor drowned near lighthouse

A 36-year-old sailor drowned near the Grey Rock lighthouse on Friday. Tom Reid drowned within sight of the shore.
"""
OF_OTHER = """Ian Moss drowns

Ian Moss, 52, drowned near Cotter Point on Saturday. His boat was found at noon.
"""


def told(*texts: str) -> list[list[Claim]]:
    articles = [Article(text, source=f"Outlet {number}") for number, text in enumerate(texts)]
    return [resolve_events(extract_claims(article, settings=Settings())) for article in articles]


def test_what_befell_two_people_on_two_days_are_two_events() -> None:
    articles = told(TOGETHER, OF_ONE, OF_OTHER)
    labels = twin_events(articles)
    assert labels is not None
    found = {
        claim.text: label
        for claims, row in zip(articles, labels, strict=True)
        for claim, label in zip(claims, row, strict=True)
    }
    reid = found["On Friday, Tom Reid, 36, drowned near the Grey Rock lighthouse."]
    moss = found["On Saturday, Ian Moss, 52, drowned near Cotter Point."]
    assert {reid, moss} == {0, 1}
    assert found["Two sailors have drowned off Port Lenn."] is None
    assert found["The Welshman had hired a boat."] == reid
    assert found["A 36-year-old sailor drowned near the Grey Rock lighthouse on Friday."] == reid
    assert found["He was alone on board."] == moss
    assert found["His boat was found at noon."] == moss


@pytest.mark.parametrize(
    "other",
    [
        OF_OTHER.replace("Saturday", "Friday"),  # one accident
        OF_OTHER.replace("Ian Moss", "Thomas Reid"),  # one man, and a day that is in dispute
        OF_OTHER.replace("drowned", "spoke").replace("drowns", "speaks"),
    ],
)
def test_what_is_told_of_one_event_is_not_split(other: str) -> None:
    assert twin_events(told(OF_ONE, other, OF_ONE.replace("within", "in"), other.replace("at noon", "later"))) is None


def test_an_event_that_only_one_article_tells_by_name_is_no_twin() -> None:
    assert twin_events(told(OF_ONE, OF_OTHER)) is None
