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


def test_what_is_said_of_a_name_tells_a_person() -> None:
    assert ("Brandvold", "person", "Brandvold") in names("Brandvold, 47, resigned on Monday after 12 years.")[0]
    assert ("Okonjo", "person", "Okonjo") in names("Okonjo sold 40 goats before she left the village on Monday.")[0]


def test_firms_are_no_people() -> None:
    found = names("Tarkov Shipping said 20 sailors had been rescued on Monday.")
    assert all(label != "person" for _, label, _ in found[0])


def test_the_mayor_of_a_town_is_not_called_of() -> None:
    found = names("The mayor of Lublin opened 3 schools on Monday.")
    assert not any(name.startswith("of ") for _, _, name in found[0])


def test_a_town_is_taken_for_a_person_only_where_nobody_else_can_be_meant() -> None:
    found = names("Medina will take office on 28 July. His rival resigned on Monday.")
    assert ("Medina", "person", "Medina") in found[0]
    found = names("Paul Renard scored 3 goals. Medina lost on 28 July. He left on Monday.")
    assert not any(label == "person" for text, label, _ in found[1] if text == "Medina")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Two Britons joined IS in Syria last year.", True),
        ("The IS men told her to sit down on Monday.", True),
        ("She went to IS headquarters in Mosul.", True),
        ("This IS a scandal, she said on Monday.", False),
        ("The scandal was and IS a shame, she said on Monday.", False),
        ("What IS clear is that the dam failed on Monday.", False),
        ("The mayor said the plan IS dead.", False),
        ("THE BRIDGE AT LUDRA IS SHUT SINCE MONDAY.", False),
    ],
)
def test_is_in_capitals_is_a_name_where_no_verb_can_stand(text: str, named: bool) -> None:
    assert (("IS", "organisation", "IS") in set().union(*names(text))) is named
