"""Dates in text and in metadata, and what dates an article."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.articles.dates import find_dates, parse_date, url_date
from claimcheck.articles.past import not_before
from claimcheck.articles.publication import date_article

PROSE = "\n" + "The river rose four metres in one night and tore away two bridges in the northern valley. " * 4 + "\n"


def span(text: str) -> tuple[dt.date, dt.date]:
    first, _, last = text.partition("/")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Saturday 19 September 2015", "2015-09-19"),
        ("18 September, 2015", "2015-09-18"),
        ("Sept. 18, 2015", "2015-09-18"),
        ("the 3rd of March 2020", "2020-03-03"),
        ("2015-09-18T10:00:00Z", "2015-09-18"),
        ("25/12/2019", "2019-12-25"),
        ("12/25/2019", "2019-12-25"),
        ("1.2.2019", "2019-02-01"),
        ("03/04/2018", "2018-03-04/2018-04-03"),
        ("April 2017", "2017-04-01/2017-04-30"),
        ("in 2014", "2014-01-01/2014-12-31"),
    ],
)
def test_a_date_in_text(written: str, expected: str) -> None:
    (mention,) = find_dates(f"Word {written} word")
    assert (mention.earliest, mention.latest) == span(expected)


@pytest.mark.parametrize(
    "text",
    [
        "2,014 people",
        "$2014",
        "2014-15",
        "A-2014",
        "31 February 2015",
        "version 2015.1",
        "march 2015",
        "3.2015.7",
        "#2015",
    ],
)
def test_a_number_that_is_no_date(text: str) -> None:
    assert not [mention for mention in find_dates(text) if mention.precision == "day"]
    assert not list(find_dates(f"see {text} now")) or text in ("march 2015", "31 February 2015")


def test_a_date_without_its_year_stays_partial() -> None:
    (mention,) = find_dates("VIENNA, March 4 (Reuters)")
    assert (mention.precision, mention.month, mention.day, mention.earliest) == ("partial", 3, 4, None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2015-09-18", "2015-09-18"),
        ("2015-09-18T23:30:00-04:00", "2015-09-18"),
        ("Fri, 18 Sep 2015 10:00:00 GMT", "2015-09-18"),
        (1442570000, "2015-09-18"),
        (1442570000.5, "2015-09-18"),
        ("1442570000000", "2015-09-18"),
        (20150918, "2015-09-18"),
        ("20150918", "2015-09-18"),
        ("september 18, 2015", "2015-09-18"),
        ("18 septembre 2015", "2015-09-18"),
        ("2015-09", "2015-09-01/2015-09-30"),
        ("2015", "2015-01-01/2015-12-31"),
        ("202001031230", "2020-01-03"),
        (20200103123000, "2020-01-03"),
        ("202013031230", "1976-05-27"),  # no month 13: milliseconds
        ("2020/1/3", "2020-01-03"),
        ("2018-3-4T10:00", "2018-03-04"),
        ("2020.1.3", "2020-01-03"),
        (dt.date(2015, 9, 18), "2015-09-18"),
        (dt.datetime(2015, 9, 18, 23), "2015-09-18"),
    ],
)
def test_a_metadata_date(value: object, expected: str) -> None:
    assert parse_date(value) == span(expected)


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2 hours ago", "soon", None, True, 12345, [], "13/13/2015", float("nan")]
)
def test_a_metadata_value_that_names_no_date(value: object) -> None:
    assert parse_date(value) is None


@given(value=st.one_of(st.text(), st.integers(), st.floats(), st.booleans()))
@settings(deadline=None, max_examples=100)
def test_a_metadata_value_never_raises(value: object) -> None:
    parse_date(value)


@given(day=st.dates(dt.date(1700, 1, 1), dt.date(2099, 12, 31)))
@settings(deadline=None)
def test_every_day_is_read_in_the_usual_forms(day: dt.date) -> None:
    forms = (f"{day.day} {day:%B} {day.year}", f"{day:%A}, {day:%B} {day.day}, {day.year}", day.isoformat())
    for form in forms:
        (mention,) = find_dates(f"on {form} in")
        assert mention.earliest == mention.latest == day


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example.org/2015/09/18/talks", "2015-09-18"),
        ("https://news.example.org/world/2015/sep/18/talks", "2015-09-18"),
        ("https://news.example.org/2015-09-18-talks.html?x=1", "2015-09-18"),
        ("https://news.example.org/2015/09/talks.html", "2015-09-01/2015-09-30"),
        ("www.example.org/2015/09/18/talks", "2015-09-18"),
    ],
)
def test_the_date_in_an_address(url: str, expected: str) -> None:
    assert url_date(url) == span(expected)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org/news-33445566",
        "https://2015.example.org/",
        "no address",
        "e.org/?u=http://f.org/2015/09/18/",
    ],
)
def test_an_address_without_a_date(url: str) -> None:
    assert url_date(url) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The plant opened in 1998 and was closed in March 2011.", "2011-03-01"),
        ("She has lived in Oslo since 2019.", "2019-01-01"),
        ("The bridge collapsed on Tuesday, 14 August 2018, killing 43 people.", "2018-08-14"),
        ("On 9 November 1989 the border opened.", "1989-11-09"),
        ("Such a drought was last seen in the summer of 1976.", "1976-01-01"),
        ("Our team has won! — Ana Silva (@anasilva) November 2, 2021", "2021-11-02"),
        ("The probe launched in 2018 reaches Jupiter in 2030.", "2018-01-01"),
        ("The merger was completed on Sept. 3, 2019. It will pay off in 2027.", "2019-09-03"),
    ],
)
def test_past_events_bound_the_date(sentence: str, expected: str) -> None:
    assert not_before(sentence) == dt.date.fromisoformat(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "The club will move to its new ground in 2027.",
        "The company said it would build 40 trains by 2030.",
        "Brazil won the right to stage the tournament in 2034.",
        "The bank expects inflation of 2 percent in 2026.",
        "The commission approved a road in 2031.",
        "The firm bought land and opens a plant in 2040.",
        "In 2031, the minister said, the tax is to rise.",
        "The lease, planned for 2042, was signed.",
        "Police arrested 2019 people.",
        "Tokyo 2020 was postponed.",
        "They met on 4 March.",
    ],
)
def test_what_may_lie_ahead_does_not(sentence: str) -> None:
    assert not_before(sentence) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("By John Smith | 3 Oct 2020 10:22 EDT", "2020-10-03"),
        ("POSTED: 10:22 p.m. Saturday, October 3, 2020", "2020-10-03"),
        ("October 3, 2020 / 10:22 AM / CBS News", "2020-10-03"),
        ("Updated: Oct 5, 2020 Published: Oct 3, 2020", "2020-10-03"),
        ("Published\n3 October 2020", "2020-10-03"),
        ("Date: Sat, 3 Oct 2020 10:22:00 +0000", "2020-10-03"),
        ("ISSUE 212 | 3 OCTOBER 2020", "2020-10-03"),
        ("Photo: AP, 3 October 2020", None),
        ("Deadline: 3 October 2020", None),
        ("Marl, 3 October 2020. The river burst its banks in the night and cut off two villages.", "2020-10-03"),
        ("Born in Marl, 3 October 1950. He was the son of a miner and became a teacher there.", None),
        ("The meeting on 3 October 2020 failed.", None),
        ("Saturday, 4 October 2020", None),  # it was a Sunday: one of the two is wrong
        ("Published 3 hours ago", None),
    ],
)
def test_what_dates_an_article(head: str, expected: str | None) -> None:
    dating = date_article(f"Floods cut off villages\n{head}\n{PROSE}")
    assert dating.published == (dt.date.fromisoformat(expected) if expected else None)


def test_a_dateline_after_the_day_of_publication_belongs_to_another_report() -> None:
    text = f"Floods cut off villages\nPublished: 3 October 2020\nReuters, 12 November 2020\n{PROSE}"
    assert date_article(text).published == dt.date(2020, 10, 3)


def test_a_lone_date_older_than_the_posts_in_the_text_is_not_the_day_of_publication() -> None:
    text = f"Minister resigns\n3 October 2020\n{PROSE}Gone! — Ana Silva (@anasilva) November 2, 2021\n"
    dating = date_article(text)
    assert dating.published is None
    assert dating.earliest == dt.date(2021, 11, 2)


def test_a_date_in_the_articles_own_language() -> None:
    assert date_article(f"Titel\n\n3. Oktober 2020\n{PROSE}", language="de").published == dt.date(2020, 10, 3)
