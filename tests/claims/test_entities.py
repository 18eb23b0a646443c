from __future__ import annotations

import pytest

from claimcheck.claims import extract_claims
from claimcheck.records import Article

pytestmark = pytest.mark.weights


def names(text: str) -> list[set[tuple[str, str, str]]]:
    return [{(e.text, e.label, e.name) for e in claim.entities} for claim in extract_claims(Article(text))]


def test_a_surname_stands_for_the_full_name() -> None:
    found = names("Foreign Minister Maria Keller met Peter Olsen in Vienna on Monday. Mr Olsen left on Tuesday.")
    assert ("Maria Keller", "person", "Maria Keller") in found[0]
    assert ("Vienna", "place", "Vienna") in found[0]
    assert ("Olsen", "person", "Peter Olsen") in found[1]


def test_an_acronym_stands_for_the_name_that_defines_it() -> None:
    found = names("The World Food Programme (WFP) sent 30 tonnes of rice. The WFP said 12 trucks arrived on Monday.")
    assert ("WFP", "organisation", "World Food Programme") in found[1]


def test_a_pronoun_stands_for_the_only_person_before_it() -> None:
    found = names("Prime Minister Andrea Costa visited Porto on Monday. She promised 40 new houses.")
    assert ("She", "person", "Andrea Costa") in found[1]


def test_both_people_are_meant_by_the_two_men() -> None:
    found = names("John Carter met Ivan Petrov in Geneva on Monday. The two men spoke for an hour.")
    assert {("The two men", "person", "John Carter"), ("The two men", "person", "Ivan Petrov")} <= found[1]


def test_an_unclear_pronoun_is_left_alone() -> None:
    found = names("John Carter and Ivan Petrov met in Geneva on Monday. He left on Tuesday.")
    assert not any(text == "He" for text, _, _ in found[1])


def test_possessives_and_articles_are_no_part_of_a_name() -> None:
    found = names("The Pentagon's chief met Germany's minister on Monday.")
    assert {"Pentagon", "Germany"} <= {name for _, _, name in found[0]}
