from __future__ import annotations

import pytest

from claimcheck.articles import outlets
from claimcheck.articles.credits import is_outlet, source_in_text
from claimcheck.articles.headings import find_title

LISTS = (
    outlets.WHEREVER,
    outlets.CAPITALISED,
    outlets.TITLES,
    outlets.ONLY_IN_CREDITS,
    outlets.ONLY_AS_SPEAKERS,
    outlets.ONLY_IN_BYLINES,
    outlets.ABROAD,
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


@pytest.mark.parametrize(
    ("byline", "outlet"),
    [
        ("By Lena Holt, Harbour Voice", "Harbour Voice"),
        ("By Lena Holt and Raj Sethi | The Harbour Ledger", "The Harbour Ledger"),
        ("Lena Holt | The Harbour Eye", "The Harbour Eye"),
        ("BY LENA HOLT, HARBOUR INSIDER", "HARBOUR INSIDER"),
        ("By Lena Holt, Harbour Voice | 3 May 2021", "Harbour Voice"),
        ("By Lena Holt, New Orleans", ""),
        ("By Lena Holt, Chief Political Editor", ""),
        ("By Lena Holt, Special Report", ""),
        ("By Lena Holt, The Harbour Dispatch", "The Harbour Dispatch"),
        ("By Lena Holt of the Harbour Globe", "Harbour Globe"),
        ("BY LENA HOLT, THE HARBOUR ECHO", "THE HARBOUR ECHO"),
        ("By Ole Scotsman, Rita Scotsman", ""),
        ("By Lena Holt, Panama Channel", ""),
        ("By Lena Holt, Until Now", ""),
        ("By Lena Holt, Front Line", ""),
        ("By Lena Holt, Weather Update", ""),
        ("By the side of The Old Ledger", ""),
        ("Lena Holt | Politics", ""),
        ("Lena Holt gave a voice, and 9 people heard the Harbour Voice", ""),
    ],
)
def test_a_byline_names_the_outlet_behind_the_author(byline: str, outlet: str) -> None:
    assert source_in_text(f"Ferry sinks\n\n{byline}\n\nThe ferry sank on Monday, the coastguard said.", "") == outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Ferry sinks off Brill\n\nThe Brill Courier\nBy Lena Holt\n3 May 2021", "The Brill Courier"),
        ("Ferry sinks off Brill\nTwo are missing\nBrill Herald (weekend edition)\n3 May 2021", "Brill Herald"),
        ("Ferry sinks off Brill\nNordsee Anzeiger\nBy Lena Holt\n3 May 2021", "Nordsee Anzeiger"),
        ("Ferry sinks off Brill\nDiario de Brera\nBy Lena Holt\n3 May 2021", "Diario de Brera"),
        ("Ferry sinks off Brill\nWKRD\nFrom our reporter in Rome\n3 May 2021", "WKRD"),
        ("Ferry sinks off Brill\nCapital Radio Network, news online\nPublished 3 May 2021", "Capital Radio Network"),
        ("Ferry sinks off Brill\nTimes of Brill\nBy Lena Holt\n3 May 2021", "Times of Brill"),
        ("Ferry sinks off Brill\nRadio Brill\nBy Lena Holt\n3 May 2021", "Radio Brill"),
        ("Ferry sinks off Brill\nBreaking News\nBy Lena Holt\n3 May 2021", ""),
        ("Ferry sinks off Brill\nGetty Images\nBy Lena Holt\n3 May 2021", ""),
        ("Ferry sinks off Brill\nPort Harrow\nBy Lena Holt\n3 May 2021", ""),
        ("Ferry sinks off Brill\nLena Holt\n3 May 2021", ""),
        ("Ferry sinks off Brill\nPolitics\nBy Lena Holt\n3 May 2021", ""),
        ("Ferry sinks off Brill\nOSLO\nBy Lena Holt\n3 May 2021", ""),
        ("World\nFerry Sinks Off Brill\nBy Lena Holt\n3 May 2021", ""),
        ("Ferry sinks off Brill\nMonday 3 May 2021\nBy Lena Holt\n3 May 2021", ""),
        ("Ferry sinks off Brill\nDivers Search Wreck\nThe ferry sank on 3 May 2021, it was said.", ""),
    ],
)
def test_a_line_between_headline_and_byline_names_the_outlet(head: str, outlet: str) -> None:
    body = "The ferry sank off Port Harrow on Monday, the coastguard said."
    text = f"{head}\n\n{body}"
    assert source_in_text(text, find_title(text)) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Coast Guard", "Public Health", "Champions League", "At a Glance", "Nine Missing", "Divers Called Off", "GDP",
        "F1", "H5N1", "Media", "Weekly", "Health News", "Social Media", "Film Review", "iPhone", "Radio",
    ],
)  # fmt: skip
def test_a_section_or_standfirst_above_a_byline_is_no_outlet(line: str) -> None:
    text = (
        f"Ferry sinks off Brill in heavy seas\n{line}\nBy Lena Holt\n\nThe ferry sank on Monday, the coastguard said."
    )
    assert source_in_text(text, find_title(text)) == ""
