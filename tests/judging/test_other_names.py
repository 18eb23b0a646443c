from __future__ import annotations

import pytest

from claimcheck.judging.other_names import compare_names
from claimcheck.records import Mention
from tests.builders import claim, entity

LYON = "Two men robbed a jeweller at gunpoint in Lyon and fled on a scooter."
CANNES = "Two men robbed a jeweller at gunpoint in Cannes and fled in a van."


def placed(text: str, *names: str, label: str = "place"):
    return claim(text, entities=tuple(entity(text, name, label) for name in names))


def test_parallel_sentences_with_other_names_are_two_events() -> None:
    [found] = compare_names(placed(LYON, "Lyon"), placed(CANNES, "Cannes"))
    assert found.verdict == "apart"
    assert found.a is not None
    assert LYON[found.a.start : found.a.end] == "Lyon"
    assert found.sentence == "Other names: Lyon and Cannes."
    assert found.swapped().sentence == "Other names: Cannes and Lyon."


def test_one_shared_name_is_enough() -> None:
    text = "Two men robbed a jeweller at gunpoint near Lyon's cathedral and fled on a scooter."
    assert compare_names(placed(LYON, "Lyon"), placed(text, "Lyon")) == []


def test_a_place_inside_the_other_is_no_other_place() -> None:
    text = "Two men robbed a jeweller at gunpoint in France and fled on a scooter."
    assert compare_names(placed(LYON, "Lyon"), placed(text, "France")) == []


def test_initials_are_the_same_body() -> None:
    a = "The WHO sent 30 tonnes of medical supplies after the floods."
    b = "The World Health Organization sent 30 tonnes of medical supplies after the floods."
    assert (
        compare_names(
            placed(a, "WHO", label="organisation"), placed(b, "World Health Organization", label="organisation")
        )
        == []
    )


@pytest.mark.parametrize(
    ("seat", "place", "one"),
    [
        ("Kremlin", "Moscow", True),
        ("White House", "Washington", True),
        ("White House", "United States", True),
        ("White House", "Paris", False),
        ("Kremlin", "Kazan", False),
    ],
)
def test_a_seat_of_government_is_its_country_or_capital(seat: str, place: str, one: bool) -> None:
    texts = f"The {seat} flatly rejected the offer of talks.", f"{place} flatly rejected the offer of talks."
    told = placed(texts[0], seat, label="organisation"), placed(texts[1], place)
    assert [finding.verdict for finding in compare_names(*told)] == ([] if one else ["apart"])


def test_sentences_that_share_few_words_may_tell_of_one_event_under_other_names() -> None:
    a = "Carter spoke with his counterpart by telephone about the war."
    b = "Russia said the conversation had been useful."
    assert compare_names(placed(a, "Carter", label="person"), placed(b, "Russia")) == []


def test_who_says_it_is_no_name_of_the_event() -> None:
    a = "Two men robbed a jeweller at gunpoint, Martin said."
    b = "Two men robbed a jeweller at gunpoint, Durand said."
    claims = [
        claim(
            text,
            entities=(entity(text, name, "person"),),
            speaker=Mention(start=text.index(name), end=text.index(name) + len(name), text=name, name=name),
        )
        for text, name in ((a, "Martin"), (b, "Durand"))
    ]
    assert compare_names(*claims) == []


def test_a_name_that_was_not_known_for_one_in_the_other_sentence_is_shared() -> None:
    a, b = "Smith scored two goals as United won 3-1.", "United won 3-1, with two goals from Smith."
    assert compare_names(placed(a, "United", label="organisation"), placed(b, "Smith", label="person")) == []
