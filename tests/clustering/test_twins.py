from __future__ import annotations

import datetime as dt
import itertools
from unittest import mock

import numpy as np
import pytest

from claimcheck import Article, extract_claims
from claimcheck.clustering import ClusteringInput, build_facts, twins
from claimcheck.clustering.twins import twin_events
from claimcheck.records import Claim
from claimcheck.settings import Settings
from claimcheck.stories import resolve_events
from tests.builders import judgement

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


def test_what_else_is_told_of_only_one_of_them_does_not_hide_twins() -> None:
    both = (
        "Two mayors have been stabbed in two days.\n\nOn Thursday, Lena Brandt, 58, was stabbed outside the town hall. "
        "She is in hospital.\n\nOn Friday, Paul Kessler, 44, was stabbed in a car park. He was treated for a cut."
    )
    of_one = "Lena Brandt was stabbed on Thursday in Ostheim. Police arrested a man of 31 at the scene."
    of_other = "Paul Kessler was stabbed on Friday in a car park. The mayor of 44 was treated. Nobody was arrested."
    articles = told(both, of_one, of_other)
    labels = twin_events(articles)
    assert labels is not None
    named = {
        (name, label)
        for claims, row in zip(articles, labels, strict=True)
        for claim, label in zip(claims, row, strict=True)
        for name in ("Brandt", "Kessler")
        if name in claim.text
    }
    assert len(named) == 2
    assert {label for _, label in named} == {0, 1}


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both at once, and never one alone.
        ("Tom Reid and Ian Moss drowned off Port Lenn.", "Tom Reid and Ian Moss drowned."),
        # What befell one is not what befell the other.
        (
            "Tom Reid was killed on Friday. Police arrested Ian Moss on Saturday.",
            "Tom Reid was killed on Friday near Port Lenn. Ian Moss was arrested on Saturday at home.",
        ),
    ],
)
def test_people_to_whom_not_the_same_happened_apart_are_no_twins(one: str, other: str) -> None:
    assert twin_events(told(one, other)) is None


def test_a_name_with_a_particle_and_an_article_without_claims() -> None:
    of_one, of_other = OF_ONE.replace("Tom Reid", "Anna de Vries"), OF_OTHER
    together = TOGETHER.replace("Tom Reid", "Anna de Vries")
    labels = twin_events([*told(together, of_one, of_other), []])
    assert labels is not None
    assert labels[-1] == []
    assert {label for row in labels for label in row} == {0, 1, None}


def test_twins_are_two_facts() -> None:
    articles = [Article(text, source=f"Outlet {n}") for n, text in enumerate((TOGETHER, OF_ONE, OF_OTHER))]
    claims = [resolve_events(extract_claims(article, settings=Settings())) for article in articles]
    flat = [claim for row in claims for claim in row]
    given = ClusteringInput(
        articles=articles,
        claims=flat,
        owners=np.array([at for at, row in enumerate(claims) for _ in row], dtype=np.int64),
        stories=[0, 0, 0],
        members=np.ones(len(flat)),
        origins=[0, 1, 2],
    )
    pairs = [(a, b) for a, b in itertools.combinations(flat, 2) if a.article != b.article]
    facts = build_facts(given, [judgement(a, b, "agreement") for a, b in pairs])
    told_of = [{name for claim in fact.claims for name in ("Reid", "Moss") if name in claim.text} for fact in facts]
    assert sorted(map(sorted, told_of)) == [["Moss"], ["Reid"]]


def test_an_event_that_only_one_article_tells_by_name_is_no_twin() -> None:
    assert twin_events(told(OF_ONE, OF_OTHER)) is None


def test_the_days_of_publication_help_to_find_what_articles_are_about() -> None:
    days: list[dt.date | None] = [dt.date(2021, 3, 8)] * 3
    articles = told(TOGETHER, OF_ONE, OF_OTHER)
    assert twin_events(articles, published=days) == twin_events(articles)
    with mock.patch.object(twins, "main_event", wraps=twins.main_event) as asked:
        twin_events(articles, published=days)
    assert [call.kwargs["published"] for call in asked.call_args_list] == days
