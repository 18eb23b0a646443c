from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.judging.judges import Pair, collect
from claimcheck.judging.model_input import (
    LONGEST_TITLE,
    in_fitting_words,
    in_like_words,
    in_one_wording,
    read_together,
    texts,
)
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.records import Claim
from claimcheck.settings import Settings
from claimcheck.stories.linking import link_names

DAY = dt.date(2019, 3, 4)


def test_without_both_dates_the_sentences_stand_as_they_are() -> None:
    assert texts("A.", "B.", DAY, None) == ("A.", "B.")


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (13, "13 days"), (14, "2 weeks"), (61, "2 months"), (364, "12 months"), (730, "2 years")],
)
def test_the_distance_is_told_from_both_sides(days: int, words: str) -> None:
    assert texts("A.", "B.", DAY, DAY + dt.timedelta(days)) == (f"({words} earlier) A.", f"({words} later) B.")


def test_of_one_day() -> None:
    assert texts("A.", "B.", DAY, DAY) == ("(same day) A.", "(same day) B.")


def test_swapped_sentences_with_swapped_dates_give_the_same_texts() -> None:
    later = DAY + dt.timedelta(3)
    assert texts("B.", "A.", later, DAY) == texts("A.", "B.", DAY, later)[::-1]


def test_titles_are_told_where_both_are_known() -> None:
    assert texts("A.", "B.", DAY, DAY, "One title", "Other\ntitle") == (
        "(same day) [One title] A.",
        "(same day) [Other title] B.",
    )
    assert texts("A.", "B.", None, None, "One title", None) == ("A.", "B.")


def test_a_long_title_is_cut_at_a_word() -> None:
    (told, _) = texts("A.", "B.", None, None, "word " * 60, "Other title")
    assert told.endswith("word] A.")
    assert len(told) <= LONGEST_TITLE + len("[] A.")


def pair_of(a: str, b: str) -> Pair:
    (pair,) = pairs_from_texts(
        [{"a": a, "b": b, "date_a": None, "date_b": None, "context_a": None, "context_b": None}], settings=Settings()
    )
    return pair


def claims_of(a: str, b: str) -> tuple[Claim, Claim]:
    pair = pair_of(a, b)
    return pair.a, pair.b


def test_equal_quantities_are_told_in_equal_words_where_little_else_differs() -> None:
    a, b = claims_of("They took jewels worth €103 million.", "They took jewels worth 103 million euros.")
    assert in_like_words(a, b) == (a.text, a.text)


def test_a_figure_that_another_one_holds_is_no_obstacle() -> None:
    five, digit = claims_of("Five miners died in the 2015 blast.", "5 miners died in the 2015 blast.")
    assert in_one_wording(five, digit)
    assert in_one_wording(digit, five)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bridge is 1.2 km long.", "The bridge is 1,200 feet long."),
        ("The bridge is 1.2 km long.", "Engineers said on Monday that its span measures some 1,200 metres."),
    ],
)
def test_other_quantities_and_other_sentences_stay_as_they_are(a: str, b: str) -> None:
    first, second = claims_of(a, b)
    assert in_like_words(first, second) == (a, b)


def test_a_place_is_told_with_the_country_that_the_other_claim_names() -> None:
    a, b = claims_of("The talks were held in Lyon.", "The talks were held in France.")
    assert read_together(a, b, None, None, None, None) == ("The talks were held in Lyon (France).", b.text)
    assert read_together(b, a, None, None, None, None) == (b.text, "The talks were held in Lyon (France).")
    a, b = claims_of("The talks were held in Lyon.", "The talks were held in Spain.")
    assert read_together(a, b, None, None, None, None) == (a.text, b.text)


def test_two_nearly_equal_sentences_are_read_without_titles() -> None:
    a, b = claims_of("They took jewels worth €103 million.", "They took jewels worth 103 million euros.")
    assert read_together(a, b, None, None, "Heist in Paris", "Robbers hit Cannes") == (a.text, a.text)
    a, b = claims_of("They took jewels.", "The thieves got away with a million.")
    assert read_together(a, b, None, None, "Heist", "Robbers")[0] == "[Heist] They took jewels."


@pytest.mark.parametrize(
    ("a", "b", "read"),
    [
        (
            "Nearly 2,000 jobs will go at the foundry in Plzeň.",
            "The foundry in Plzeň is to shed 1,950 jobs.",
            "The foundry in Plzeň is to shed nearly 2,000 jobs.",
        ),
        (
            "Inspectors closed all roads within ten kilometres of the farm.",
            "All roads within six miles of the farm were closed by inspectors.",
            "All roads within ten kilometres of the farm were closed by inspectors.",
        ),
    ],
)
def test_figures_that_fit_are_read_in_the_words_of_the_first(a: str, b: str, read: str) -> None:
    pair = pair_of(a, b)
    fitting = in_fitting_words(pair.a, pair.b, collect(pair))
    assert fitting is not None
    assert fitting.text == read


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("412 men and 63 women were arrested.", "475 people were arrested."),
        ("475 people were arrested.", "412 men and 63 women were arrested."),
        ("At least 14 people were killed in the blast.", "The blast killed 31 people."),
        ("Up to 50 people were trapped.", "Two people were trapped."),
        ("Nearly 2,000 jobs will go at the foundry in Plzeň.", "The foundry in Plzeň is to shed 1,200 jobs."),
        ("Nearly 2,000 jobs will go at the foundry in Plzeň.", "Many jobs will go at the foundry in Plzeň."),
    ],
)
def test_figures_that_do_not_fit_are_read_as_they_are(a: str, b: str) -> None:
    pair = pair_of(a, b)
    assert in_fitting_words(pair.a, pair.b, collect(pair)) is None


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("The fund is run by the World Health Organization.", "The fund is run by the WHO.", True),
        ("The fund is run by the World Health Organization.", "The fund is run by the WTO.", False),
        ("She went to the Isis headquarters in Mosul.", "She went to the IS headquarters in Mosul.", True),
        ("“The mine at Cerro is closed for good,” Ann Bell said.", "The mine at Cerro is closed for good.", True),
        ("“The mine at Cerro is closed for good,” Ann Bell said.", "The mine at Cerro is closed for now.", False),
        ("Ann Bell denied that the mine at Cerro is closed.", "The mine at Cerro is closed.", False),
    ],
)
def test_one_wording_whoever_says_it_and_whatever_names_are_called(a: str, b: str, one: bool) -> None:
    ((first,), (second,)) = link_names([[claim] for claim in claims_of(a, b)])
    assert in_one_wording(first, second) is one
    assert in_one_wording(second, first) is one


def test_two_names_of_one_body_are_one_wording_without_any_other_article() -> None:
    first, second = claims_of("She went to Isis headquarters.", "She went to IS headquarters.")
    assert in_one_wording(first, second)
    first, second = claims_of("She went to Fed headquarters.", "She went to VW headquarters.")
    assert not in_one_wording(first, second)
