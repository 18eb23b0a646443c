"""Pairs some of whose words are replaced by near ones."""

from __future__ import annotations

import random

from benchmarks.training.near_words import (
    NearWords,
    on_one_premise,
    other_number,
    relations_with_near_words,
    with_near_words,
)
from claimcheck.training.examples import Example

WORDS = NearWords({"ferry": ("boat", "ship"), "sank": ("drowned",), "monday": ("tuesday",)})
FERRY = Example("The ferry sank on Monday.", "A ferry sank.", 0, "snli.train")


def test_a_share_of_the_known_words_is_replaced_and_keeps_its_capital() -> None:
    texts = {WORDS.changed("The Ferry sank on Monday.", random.Random(seed)) for seed in range(40)}
    assert "The Boat sank on Monday." in texts
    assert "The Ferry sank on Tuesday." in texts
    assert all(text.startswith("The ") and text.endswith(".") for text in texts)
    assert "The Ferry sank on Monday." not in texts


def test_a_text_without_known_words_stays() -> None:
    assert WORDS.changed("Nobody came.", random.Random(1)) == "Nobody came."


def test_a_year_stays_close_and_other_numbers_keep_their_length() -> None:
    years = [int(other_number("1987", random.Random(seed))) for seed in range(40)]
    assert all(0 < abs(year - 1987) <= 10 for year in years)
    assert {len(other_number("45", random.Random(seed))) for seed in range(40)} == {2}


def test_pairs_for_the_teacher_have_no_label_and_none_is_there_twice() -> None:
    found = with_near_words([FERRY], WORDS, 8, seed=3)
    assert len({(each.premise, each.hypothesis) for each in found}) == 8
    assert {each.label for each in found} == {-1}
    assert all((each.premise, each.hypothesis) != (FERRY.premise, FERRY.hypothesis) for each in found)


def test_pairs_with_a_relation_are_changed_on_one_side() -> None:
    row = {
        "a": "The ferry sank.",
        "b": "The ferry sank on Monday.",
        "relation": "agreement",
        "date_a": None,
        "date_b": None,
    }
    for example in relations_with_near_words([row], WORDS, 5, seed=1, undated=0.0, untitled=0.0):
        assert example.label == -1
        assert (example.premise == row["a"]) != (example.hypothesis == row["b"])


def test_hypotheses_on_one_premise_are_paired() -> None:
    others = [FERRY, Example(FERRY.premise, "A boat burned.", 2, "x"), Example("Another.", "A mine shut.", 1, "x")]
    pairs = {(each.premise, each.hypothesis) for each in on_one_premise(others, 10, seed=1)}
    assert pairs == {("A ferry sank.", "A boat burned."), ("A boat burned.", "A ferry sank.")}
