from __future__ import annotations

import pytest

from claimcheck.articles import outlets
from claimcheck.origins.agencies import AGENCIES, CREDIT_REACH, credited_agency
from claimcheck.records import Article


def test_an_agency_that_is_only_mentioned_is_no_credit() -> None:
    assert credited_agency(Article("The minister told Reuters that he would stay.")) is None
    assert credited_agency(Article("Talks were held this week, The Associated Press reports.")) == "AP"


def test_every_agency_is_a_known_outlet_wherever_it_is_named() -> None:
    assert {name.casefold() for name in AGENCIES} <= outlets.names("in credits") & outlets.names("as speakers")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("WASHINGTON, D.C. (AP) -- The senate met.", "AP"),
        ("By Ann Lee and Bob Ray BEIJING/SEOUL, Oct 9 (Reuters) - Talks began.", "Reuters"),
        ("Iguala de la Independencia (Mexico) (AFP) - More was found.", "AFP"),
        ("Prices fall\nNEW DELHI: (PTI) — Prices fell.", "PTI"),
        ("Prices fall. LONDON (Reuters) – Prices fell.", "Reuters"),
        ("On Wednesday, Bloomberg reported a fall.", "Bloomberg"),
        ("State-run Xinhua reported a fall.", "Xinhua"),
        ("The Pakistan Tehreek-e-Insaf (PTI)-led alliance won.", None),
        ("Pakistan Tehreek-e-Insaf (PTI) – the party of the premier – won.", None),
        ("The party was founded as the Tehreek (PTI) - a movement.", None),
        ("Michael Bloomberg reported a fortune of billions.", None),
        ("Mr. Bloomberg reported a fortune. Later Reuters reported it.", "Reuters"),
    ],
)
def test_what_is_a_credit(text: str, agency: str | None) -> None:
    assert credited_agency(Article(text)) == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("By The Associated Press\nA ferry sank.", "AP"),
        ("BY THE ASSOCIATED PRESS\nA ferry sank.", "AP"),
        ("By Reuters Staff\nA ferry sank.", "Reuters"),
        ("By AFP, March 3, 2021\nA ferry sank.", "AFP"),
        ("Ferry sinks\nBy MARIA SILVA, Associated Press\nA ferry sank.", "AP"),
        ("By MARIA SILVA\nAssociated Press Writer\nA ferry sank.", "AP"),
        ("By John Smith | AP\nA ferry sank.", "AP"),
        ("John Smith | AP | 3 March 2021\nA ferry sank.", "AP"),
        ("By Ann Lee and Bob Ray of Reuters\nA ferry sank.", "Reuters"),
        ("By Maria Silva\nLARNOA, March 3 (Reuters) - A ferry sank.", "Reuters"),
        ("A ferry sank.\n(AFP)", "AFP"),
        ("A ferry sank.\n\nReuters\n", "Reuters"),
        ("A ferry sank.\n- Reuters", "Reuters"),
        ("A ferry sank. (AFP)", "AFP"),
        ("A ferry sank.\n\nReporting by Reuters", "Reuters"),
        ("A ferry sank. Nobody was hurt. (With inputs from PTI)", "PTI"),
        ("A ferry sank.\nWith inputs from PTI and ANI.", "PTI"),
        ("Larnoa, Mar 3 (PTI) A ferry sank.", "PTI"),
        ("3 March (TASS). A ferry sank.", "TASS"),
        ("LARNOA, March 3. /TASS/. A ferry sank.", "TASS"),
        ("A ferry sank.\nSource: Reuters", "Reuters"),
        ("A ferry sank.\n(via AP)", "AP"),
        ("A ferry sank.\nCopyright 2021 The Associated Press. All rights reserved.", "AP"),
        ("A ferry sank, Reuters reported on Monday.", "Reuters"),
    ],
)
def test_credits_of_the_wires(text: str, agency: str) -> None:
    assert credited_agency(Article(text)) == agency


@pytest.mark.parametrize(
    "text",
    [
        "Payments made via UPI rose in March.",
        "He paid via UPI.",
        "PTI-backed independents won.",
        "Bloomberg-owned data firm closes.",
        "Interfax-Ukraine: two killed.",
        "Interfax–Ukraine: two killed.",
        "Source: AP Moller.",
        "Copyright AP Moller-Maersk",
        "By Michael Bloomberg\nI was mayor.",
        "Imran Khan won.\nPakistan Tehreek-e-Insaf (PTI) Chairman Imran Khan spoke.",
        "The AP reported that the mayor lied. Nonsense, said the mayor.",
        "Reuters reported on Monday that the firm would close. Norvik said 600 jobs were safe.",
        "The mayor fell. (Pool photo, via AP)",
        "Read it at https://example.org/AP/ferry now.",
        "The mayor told the story to a man of the AP",
    ],
)
def test_a_word_like_an_agency_is_no_credit(text: str) -> None:
    assert credited_agency(Article(text)) is None


def test_the_source_of_an_article_may_have_its_article() -> None:
    assert credited_agency(Article("A ferry sank.", source="The Associated Press")) == "AP"


def test_a_line_that_only_the_reach_cuts_off_is_no_last_line() -> None:
    start = "x " * (CREDIT_REACH - 4) + "\nReuters"
    assert credited_agency(Article(start + " was told so." + " And more." * CREDIT_REACH)) is None
