from __future__ import annotations

import pytest

from claimcheck.claims import extract_claims
from claimcheck.claims.given_names import given_name_gender
from claimcheck.records import Article


def meant(text: str, words: str) -> set[str]:
    return {e.name for claim in extract_claims(Article(text)) for e in claim.entities if e.text == words}


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Lufthansa cancelled 800 flights on Friday. The airline blamed a strike.", "The airline", {"Lufthansa"}),
        ("Airbus sued Boeing on Monday. The company wants 9 million dollars.", "The company", set()),
        ("Tomas Novak, 31, was shot in Prague. The 31-year-old died on Monday.", "The 31-year-old", {"Tomas Novak"}),
        ("Ivan Petrov met Susan Clark in Oslo. She left on Friday.", "She", {"Susan Clark"}),
        ("Airbus delivered 60 jets in May. It delivered 50 in April.", "It", {"Airbus"}),
        ("Airbus delivered 60 jets in May. It rained for 50 days.", "It", set()),
        ("Airbus said it had sold 60 jets to Qatar.", "it", {"Airbus"}),
        ("Paul Renard signed Marc Olivier in May. Renard sold him in June.", "him", {"Marc Olivier"}),
        ("Laura Benning told a boy that she had called his mother.", "his", set()),
        ("Anna Weber hit herself with a hammer on Monday.", "herself", {"Anna Weber"}),
        ("Coach Rui Tavares blamed the referee on Monday. The Portuguese left early.", "The Portuguese", set()),
        ("Rui Tavares scored twice on Monday. The Brazilian left early.", "The Brazilian", {"Rui Tavares"}),
        ("Rui Tavares won in Rome on Monday. The cyclist had trained for 20 years.", "The cyclist", {"Rui Tavares"}),
        ("Rui Tavares met Ana Bell in Rome. The cyclist had trained for 20 years.", "The cyclist", set()),
        (
            "Former minister Ida Falk arrived on Monday. Aid groups met the former minister.",
            "the former minister",
            {"Ida Falk"},
        ),
        (
            "Airbus and Boeing raised prices on Monday. Both companies blamed 20 suppliers.",
            "Both companies",
            {"Airbus", "Boeing"},
        ),
        ("Airbus raised prices on Monday. The French company blamed 20 suppliers.", "The French company", {"Airbus"}),
        ("Ghana asked for 3 billion dollars on Monday. The country has run out of cash.", "The country", {"Ghana"}),
        ("Ghana beat Kenya on Monday. The country has 30 million people.", "The country", set()),
        ("Vasquez, who ran the firm for 9 years, resigned on Monday. Her lawyer said nothing.", "Her", {"Vasquez"}),
    ],
)
def test_references(text: str, words: str, names: set[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.weights
def test_mr_is_no_woman() -> None:
    assert meant("Maria Lang was rescued from the boat on Monday. Mr Lang drowned on Monday.", "Lang") == {"Lang"}


def test_gender_of_given_names() -> None:
    assert given_name_gender("Maria Lang") == "f"
    assert given_name_gender("José Ramos") == "m"
    assert given_name_gender("Sasha Lang") == given_name_gender("Maria") == given_name_gender("") == ""


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "The Securities Commission opened a case on Monday. The insurer lost 9 million dollars.",
            "The insurer",
            set(),
        ),
        ("Toyota sued Castrell Bank on Monday. The bank lost 9 million dollars.", "The bank", {"Castrell Bank"}),
        ("Airbus, the planemaker and carrier, hired 50 people on Monday. The hospital hired 9.", "The hospital", set()),
        ("Toyota, a carmaker, hired 50 people on Monday. The bank hired 9 people.", "The bank", set()),
        ("Toyota, a carmaker, hired 50 people on Monday. The automaker sacked 9 people.", "The automaker", {"Toyota"}),
        (
            "Toyota hired 50 people on Monday. The Transport Agency met on Tuesday. The carmaker sacked 9 people.",
            "The carmaker",
            {"Toyota"},
        ),
        ("Toyota sued an insurer on Monday. The insurer paid 9 million dollars.", "The insurer", set()),
        ("Toyota hired 50 people on Monday. The Transport Agency met. The watchdog fined 9 firms.", "it", set()),
    ],
)
def test_a_noun_means_only_a_body_that_can_be_of_that_kind(text: str, words: str, names: set[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.weights
def test_it_after_an_unnamed_body_is_that_body() -> None:
    assert meant("The Securities Commission met on Monday. The insurer said it would lose 9 jobs.", "it") == set()
    assert meant("Toyota hired 9 people on Monday. The carmaker said it would lose 9 jobs.", "it") == {"Toyota"}
