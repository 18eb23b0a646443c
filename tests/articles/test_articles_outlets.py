from __future__ import annotations

import pytest

from claimcheck.articles import outlets
from claimcheck.articles.credits import is_outlet

LISTS = (
    outlets.WHEREVER,
    outlets.CAPITALISED,
    outlets.TITLES,
    outlets.ONLY_IN_CREDITS,
    outlets.ONLY_AS_SPEAKERS,
)


@pytest.mark.parametrize("name", ["AFP", "Agence France-Presse", "The Associated Press", "CNBC", "le monde", "Petra"])
def test_a_known_name_is_an_outlet_in_a_credit(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["The Coast Gazette", "Sussex Argus", "Park Agency", "Coast Today"])
def test_a_name_that_ends_as_outlets_do_is_one_in_a_credit(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["Time", "Metro", "Dow Jones", "World Record", "Cash Register", "Paris"])
def test_everyday_words_and_places_are_no_outlet_in_a_credit(name: str) -> None:
    assert not is_outlet(name)


def test_each_place_has_names_of_its_own_and_most_are_known_in_both() -> None:
    in_credits, as_speakers = outlets.names("in credits"), outlets.names("as speakers")
    assert {"cctv", "petra"} <= in_credits - as_speakers
    assert {"time", "dow jones"} <= as_speakers - in_credits
    assert len(in_credits & as_speakers) > 100


def test_a_word_stands_in_one_list_only() -> None:
    listed = [word for words in LISTS for word in words]
    assert len(listed) == len(set(listed))
