"""Dates, counts, percentages and awkward characters in words."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hand_built import fire
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import Article, Comparison, Mention, Quantity, TimeSpan
from claimcheck.reporting.words import (
    attribution,
    count,
    headline,
    how_much,
    join_words,
    line_of,
    lines_of,
    nothing_found,
    percent,
    points_of,
    printable,
    published,
    safe_url,
    status_counts,
    status_words,
    told_once,
    totals,
    when,
)
from tests.builders import claim


@pytest.mark.parametrize(
    ("probability", "expected"),
    [(0.0, "0%"), (0.001, "under 1%"), (0.873, "87%"), (0.999, "over 99%"), (1.0, "100%")],
)
def test_certainty_is_never_claimed_by_rounding(probability: float, expected: str) -> None:
    assert percent(probability) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"published": "2015-09-18"}, "18 September 2015"),
        ({"published_earliest": "2018-03-13"}, "not before 13 March 2018"),
        ({"published_latest": "2018-03-13"}, "not after 13 March 2018"),
        (
            {"published_earliest": "2018-03-13", "published_latest": "2018-03-20"},
            "between 13 March 2018 and 20 March 2018",
        ),
        ({}, "date unknown"),
    ],
)
def test_an_articles_date_is_told_as_far_as_it_is_known(dates: dict[str, str], expected: str) -> None:
    assert published(Article("x", **dates)) == expected  # type: ignore[arg-type]


def test_a_time_is_told_with_the_days_that_it_stands_for() -> None:
    friday = dt.date(2015, 9, 18)
    assert when(TimeSpan(start=0, end=6, text="Friday", earliest=friday, latest=friday)) == "Friday (18 September 2015)"
    assert when(TimeSpan(start=0, end=6, text="Friday")) == "Friday"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"low": 50, "high": 50, "unit": "minute"}, "x (50 minutes)"),
        ({"low": 1, "high": None, "low_closed": False, "unit": "hour"}, "x (more than 1 hour)"),
        ({"low": None, "high": 6, "unit": "foot"}, "x (at most 6 feet)"),
        ({"low": 30, "high": 40, "counts": "person", "role": "kill"}, "x (30 to 40) [person, kill]"),
        ({"low": 40000, "high": 40000, "approximate": True}, "x (about 40,000)"),
        ({"low": 2.5, "high": 2.5, "unit": "kilometre per hour"}, "x (2.5 kilometres per hour)"),
        ({"low": 40, "high": 40, "unit": "square foot"}, "x (40 square feet)"),
        ({"low": 3, "high": 3, "unit": "pound sterling"}, "x (3 pounds sterling)"),
        ({"low": 5, "high": 5, "unit": "Japanese yen"}, "x (5 Japanese yen)"),
        ({"low": 60, "high": 60, "unit": "per day"}, "x (60 per day)"),
        ({"low": None, "high": None}, "x"),
    ],
)
def test_a_quantity_is_told_as_an_interval(values: dict[str, float], expected: str) -> None:
    assert how_much(Quantity(start=0, end=1, text="x", **values)) == expected  # type: ignore[arg-type]


def test_counts_and_lists() -> None:
    assert (count(1, "story", "stories"), count(12000, "claim")) == ("1 story", "12,000 claims")
    assert [join_words(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@given(st.text())
def test_a_line_has_nothing_that_drives_a_terminal(text: str) -> None:
    line = line_of(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in line)
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def test_control_characters_are_shown() -> None:
    assert printable("\x1b[31m\x07\x00") == "␛[31m␇␀"
    assert printable("\u202eabc\u202c") == "abc"
    assert printable("\u202eabc", keep_bidi=True) == "\u202eabc"
    assert printable("a\n\tb\rc", keep="\n\t") == "a\n\tb␍c"


def test_every_line_end_is_a_line_feed() -> None:
    assert lines_of("one\r\ntwo\rthree\n\tfour\x1b") == "one\ntwo\nthree\n\tfour␛"


def test_a_headline_is_cut_between_words() -> None:
    assert headline("one two three, four", 15) == "one two three …"
    assert len(headline("x" * 100_000)) < 250


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://paper.example/a?b=c#d", True),
        ("HTTP://paper.example/", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//paper.example", False),
        ("https:", False),
        ("https://[broken", False),
        ("https://a.example/ onclick=x", False),
        ("", False),
    ],
)
def test_only_ordinary_web_addresses_become_links(url: str, safe: bool) -> None:
    assert safe_url(url) == (url if safe else "")


def test_totals(comparison: Comparison) -> None:
    expected = "5 articles, 9 claims, 2 stories, 3 facts: 1 disputed, 1 updated, 1 corroborated"
    assert totals(comparison) == expected
    assert totals(attrs.evolve(comparison, facts=comparison.facts[2:])).endswith("1 fact: 0 disputed, 1 corroborated")
    assert totals(attrs.evolve(comparison, facts=())).endswith("2 stories, 0 facts")


def test_totals_count_points_where_there_are_any(comparison: Comparison) -> None:
    fires = fire(4)
    assert (
        totals(fires) == "3 articles, 13 claims, 1 story, 1 fact with 4 points: 1 disputed, 1 updated, 2 corroborated"
    )
    mixed = attrs.evolve(fires, facts=(*fires.facts, *comparison.facts[2:]))
    assert totals(mixed).endswith("2 facts with 4 points: 1 disputed, 1 updated, 3 corroborated")
    (fact,) = fires.facts
    agreed = attrs.evolve(fact, status="corroborated", points=fact.points[3:])
    assert totals(attrs.evolve(fires, facts=(agreed,))).endswith("1 fact with 1 point: 0 disputed, 1 corroborated")


def test_a_facts_points_are_counted_by_status(comparison: Comparison) -> None:
    (fact,) = fire(4).facts
    assert points_of(fact) == "4 points: 1 disputed, 1 updated, 2 corroborated"
    assert points_of(attrs.evolve(fact, status="updated", points=fact.points[1:2])) == "1 point: 1 updated"
    assert points_of(comparison.facts[0]) == ""


def test_a_dispute_between_two_points_counts_beside_them() -> None:
    (fact,) = fire(4).facts
    fact = attrs.evolve(fact, points=fact.points[2:])
    counts = {"disputed": 1, "updated": 0, "corroborated": 2, "from one source": 0, "same event": 0}
    assert status_counts([fact]) == counts


def test_who_tells_something_alone() -> None:
    assert told_once(["A"]) == "1 claim is told by A only"
    assert told_once(["A", "A"]) == "2 claims are told by A only"
    assert told_once(["A", "B", "A"]) == "3 claims are told by one source only: 2 by A and 1 by B"


def test_where_nothing_is_found_it_says_what_was_compared(nothing: Comparison) -> None:
    assert nothing_found(nothing, "AB").startswith("No shared fact to show. Compared: 2 claims of 2 articles")
    assert "nothing to compare it with" in nothing_found(Comparison(articles=nothing.articles[:1], claims=()), "A")
    assert nothing_found(Comparison(articles=(), claims=()), "") == "No article was left to compare."


def test_what_only_copies_agree_on_is_not_called_corroborated() -> None:
    point = next(p for fact in fire().facts for p in fact.points if p.status == "corroborated")
    assert status_words(point) == "Corroborated"
    copied = attrs.evolve(point, origins=(tuple(article for origin in point.origins for article in origin),))
    assert status_words(copied) == "From one source"
    assert status_words(attrs.evolve(point, judgements=())) == "Same event"


def test_agreeing_copies_beside_another_source_are_one_source() -> None:
    fact = next(fact for fact in fire().facts)
    point = next(p for p in fact.points if p.status == "corroborated")
    assert point.reported_as == "corroborated"
    (first, *_), (second, *_) = point.origins[:2]
    held = {claim.id: claim.article for claim in point.claims}
    pair = next(j for j in point.judgements if {held[j.a], held[j.b]} == {first.id, second.id})
    rest = tuple(origin for origin in point.origins if first not in origin and second not in origin)
    copies = attrs.evolve(point, judgements=(pair,), origins=((first, second), *rest))
    assert copies.reported_as == "from one source"


def test_a_confidence_leaves_out_what_is_less_sure_and_says_so() -> None:
    shown = fire().only(min_confidence=0.92)
    [fact] = shown.facts
    assert fact.status == "corroborated"
    assert [point.status for point in fact.points] == ["corroborated"]
    assert all(judgement.confidence >= 0.92 for judgement in fact.judgements)
    assert shown.notices[-1].message == (
        "1 of 1 facts are shown: those at a confidence of 0.92 or more. "
        "1 is disputed with less confidence, and not shown as disputed."
    )
    assert fire().only(min_confidence=0.5) == fire()


def test_what_is_left_stands_in_order_again() -> None:
    first = fire().facts[0]
    sure = attrs.evolve(first.judgements[0], probabilities={**first.judgements[0].probabilities, "contradiction": 0.99})
    second = attrs.evolve(first, judgements=(sure,), points=())
    left = attrs.evolve(fire(), facts=(first, second)).only(min_confidence=0.92)
    assert [fact.status for fact in left.facts] == ["disputed", "corroborated"]


def test_a_pronoun_that_stands_for_nobody_known_is_not_shown_as_a_speaker() -> None:
    text = "They told Reuters that the wing had cracked."
    they = Mention(start=0, end=4, text="They", name="They")
    reuters = Mention(start=10, end=17, text="Reuters", name="Reuters")
    assert attribution(claim(text, speaker=they)) == []
    assert attribution(claim(text, speaker=they, via=reuters)) == [("Reported", "via Reuters")]
    known = attrs.evolve(they, name="the pilots")
    assert attribution(claim(text, speaker=known)) == [("Said by", "the pilots")]
