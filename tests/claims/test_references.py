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
