"""The timeline: when each event was, in which order, and who reports it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hand_built import claim_of, located, many_facts
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import Article, Claim, Comparison, Event, Fact, Story, TimeSpan
from claimcheck.reporting.html import html_text
from claimcheck.reporting.markdown import markdown_text
from claimcheck.reporting.timeline import MAX_DATED_FACTS, Entry, timeline
from claimcheck.reporting.view import fact_views


def on(day: str, **fields: Any) -> dict[str, Any]:
    date = dt.date.fromisoformat(day)
    return {"earliest": date, "latest": date, "year": date.year, "month": date.month, "day": date.day, **fields}


def told(article: Article, when: dict[str, Any] | None, words: str = "", **fields: Any) -> Claim:
    """A claim about a fire, at that time."""
    time = TimeSpan(start=0, end=1, text="x", **when) if when is not None else None
    words = words or article.text
    event = Event(**located(article, "burned", words), kind="burn", time=time)
    return claim_of(article, words, event=event, **fields)


def reports(*times: dict[str, Any] | None, **published: Any) -> tuple[list[Article], list[Claim]]:
    """An article for each time, with one claim."""
    articles = [
        Article(f"The mill burned, says paper {n}.", source=f"Paper {n}", **published) for n in range(len(times))
    ]
    return articles, [told(article, when) for article, when in zip(articles, times, strict=True)]


def events(comparison: Comparison) -> tuple[Entry, ...]:
    return timeline(comparison, fact_views(comparison))


def when(articles: list[Article], claims: list[Claim]) -> str:
    story = Story(title="Fire", articles=tuple(articles))
    (entry,) = events(Comparison(articles=tuple(articles), claims=tuple(claims), stories=(story,)))
    assert entry.articles == tuple(articles)
    return entry.when.words


FRIDAY: dict[str, Any] = {"weekday": 4, "precision": "partial"}
MARCH: dict[str, Any] = {
    "earliest": dt.date(2020, 3, 1),
    "latest": dt.date(2020, 3, 31),
    "year": 2020,
    "month": 3,
    "precision": "month",
}


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([on("2020-03-06")], "6 March 2020"),
        ([MARCH], "March 2020"),
        ([on("2020-03-06", clock="02:30"), on("2020-03-06", clock="03:00")], "6 March 2020"),
        ([on("2020-03-06"), on("2020-03-06"), on("2020-03-07")], "6 March 2020"),
        ([on("2020-03-07"), on("2020-03-06")], "6 March 2020 or 7 March 2020"),
        ([FRIDAY, on("2020-03-06"), None], "6 March 2020"),
        ([MARCH, on("2020-03-06")], "6 March 2020"),
        ([on("2020-03-07"), FRIDAY, on("2020-03-06")], "6 March 2020"),
        ([{"month": 3, "day": 6, "precision": "partial"}], "6 March, year unknown"),
        ([{**FRIDAY, "earliest": dt.date(2020, 3, 4)}], "Friday, not before 4 March 2020"),
        ([{"earliest": dt.date(2020, 3, 4), "precision": "partial"}], "not before 4 March 2020"),
        ([{"earliest": dt.date(2020, 1, 1), "precision": "open"}], "since 2020"),
        ([{"precision": "partial"}], "date unknown"),
    ],
)
def test_an_event_was_when_most_articles_say(times: list[dict[str, Any] | None], expected: str) -> None:
    assert when(*reports(*times)) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ([{"published": "2018-03-13"}], "reported 13 March 2018"),
        ([{"published": "2018-03-13"}, {"published": "2018-03-15"}, {}], "reported 13 to 15 March 2018"),
        ([{"published_earliest": "2018-03-13"}], "reported not before 13 March 2018"),
        ([{"published_earliest": "2018-03-13"}, {"published": "2018-03-15"}], "reported not before 13 March 2018"),
        ([{"published_earliest": "2018-03-13"}, {"published_latest": "2018-03-15"}], "date unknown"),
        ([{}], "date unknown"),
    ],
)
def test_without_a_time_of_the_event_its_reports_are_dated(published: list[dict[str, Any]], expected: str) -> None:
    articles = [Article(f"The mill burned, says paper {n}.", **dates) for n, dates in enumerate(published)]
    assert when(articles, [told(article, None) for article in articles]) == expected


def test_a_partial_date_is_placed_by_its_reports() -> None:
    articles, claims = reports({"month": 3, "day": 6, "precision": "partial"}, published_earliest="2020-03-08")
    assert when(articles, claims) == "6 March, year unknown, reported not before 8 March 2020"


def test_an_event_that_is_only_recalled_does_not_date_the_story() -> None:
    article = Article("The mill burned today. The old mill burned, too. The mill may have burned twice.", source="A")
    claims = [
        told(article, on("2020-03-06"), "The mill burned today."),
        told(article, on("1990-01-01"), "The old mill burned, too."),
        told(article, on("1990-01-01"), "The mill may have burned twice.", factuality="possible"),
    ]
    assert when([article], claims) == "6 March 2020"


def story_of(title: str, day: dict[str, Any] | None, **published: Any) -> tuple[Story, Claim]:
    article = Article(f"The {title} burned.", source=title, **published)
    return Story(title=title, articles=(article,)), told(article, day)


def test_events_stand_in_order_of_time_and_unknown_dates_last() -> None:
    pairs = [
        story_of("nowhen", None),
        story_of("yearless", {"month": 3, "day": 6, "precision": "partial"}),
        story_of("late", on("2020-05-01")),
        story_of("reported", None, published="2020-04-01"),
        story_of("month", MARCH),
        story_of("first day", on("2020-03-01")),
        story_of("early", on("2019-05-01")),
    ]
    comparison = Comparison(
        articles=tuple(story.articles[0] for story, _ in pairs),
        claims=tuple(claim for _, claim in pairs),
        stories=tuple(story for story, _ in pairs),
    )
    expected = ["early", "first day", "month", "reported", "late", "yearless", "nowhen"]
    assert [entry.title for entry in events(comparison)] == expected


def fact(title: str, *claims: Claim, articles: tuple[Article, ...]) -> Fact:
    origins = tuple((article,) for article in articles)
    return Fact(title=title, status="corroborated", claims=claims, articles=articles, origins=origins, judgements=())


def test_dated_facts_stand_under_the_story_of_most_of_their_articles_in_order_of_time() -> None:
    (a, b, c), (claim_a, claim_b, claim_c) = reports(on("2020-03-06"), on("2020-03-06"), on("2020-03-09"))
    undated = told(Article("A barn burned."), None)
    comparison = Comparison(
        articles=(a, b, c),
        claims=(claim_a, claim_b, claim_c),
        stories=(Story(title="one", articles=(a, b)), Story(title="two", articles=(c,))),
        facts=(
            fact("later", claim_c, articles=(a, b, c)),
            fact("undated", undated, articles=(a, b)),
            fact("earlier", claim_a, claim_b, articles=(a, b)),
        ),
    )
    one, two = events(comparison)
    assert [(dated.view.fact.title, dated.when.words) for dated in one.facts] == [
        ("earlier", "6 March 2020"),
        ("later", "9 March 2020"),
    ]
    assert two.facts == ()


def test_a_dated_fact_of_no_story_is_an_event_of_its_own() -> None:
    (a, b), claims = reports(on("2020-03-06"), on("2020-03-06"))
    shared = fact("The mill burned.", *claims, articles=(a, b))
    comparison = Comparison(articles=(a, b), claims=tuple(claims), facts=(shared,))
    (entry,) = events(comparison)
    assert (entry.story, entry.title, entry.when.words, entry.articles) == (None, shared.title, "6 March 2020", (a, b))
    assert f'<a href="#fact-{shared.id}">The mill burned.</a></h3>' in html_text(comparison)
    assert "- 6 March 2020: fact 1\n" in markdown_text(comparison)


def test_a_story_of_many_facts_names_the_first_and_counts_the_others() -> None:
    articles, claims = reports(*[on("2020-03-06")] * 2)
    facts = tuple(fact(f"Fact {n}.", *claims, articles=tuple(articles)) for n in range(MAX_DATED_FACTS + 3))
    story = Story(title="Fire", articles=tuple(articles))
    comparison = Comparison(articles=tuple(articles), claims=tuple(claims), stories=(story,), facts=facts[:1])
    assert "more dated fact" not in html_text(comparison)
    many = Comparison(articles=tuple(articles), claims=tuple(claims), stories=(story,), facts=facts)
    assert "3 more dated facts" in markdown_text(many)


def test_nothing_dated_and_no_story_is_no_timeline() -> None:
    assert events(many_facts(3)) == ()
    assert "## Timeline" not in markdown_text(many_facts(3))


DAYS = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=6))
def test_any_times_give_words_and_an_order(bounds: list[tuple[dt.date | None, dt.date | None]]) -> None:
    spans = [
        {"earliest": min(x, y), "latest": max(x, y)}
        if x and y
        else {"earliest": x, "latest": y, "precision": "partial"}
        for x, y in bounds
    ]
    articles, claims = reports(*spans)
    stories = tuple(Story(title=article.source, articles=(article,)) for article in articles)
    entries = events(Comparison(articles=tuple(articles), claims=tuple(claims), stories=stories))
    assert sorted(entry.title for entry in entries) == sorted(story.title for story in stories)
    firsts = [entry.when.earliest or entry.when.latest or dt.date.max for entry in entries]
    assert firsts == sorted(firsts)
    assert all(entry.when.words for entry in entries)
