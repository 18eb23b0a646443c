from __future__ import annotations

import pytest

from claimcheck.text import STYLE, WORD, capital, one_line


def test_white_space_becomes_one_space_and_none_at_the_ends() -> None:
    assert one_line("  The river\r\n\t rose.\u00a0") == "The river rose."
    assert one_line("\n") == ""


@pytest.mark.parametrize("word", ["1,200", "50-minute", "$5.2m", "8%", "Pentagon's"])
def test_a_figure_with_its_signs_is_one_word(word: str) -> None:
    assert WORD.findall(f"({word}).") == [word]


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capital("since McKay left") == "Since McKay left"
    assert capital("") == ""


def test_verbs_and_people_are_no_words_of_style() -> None:
    assert STYLE.isdisjoint({"is", "has", "will", "he", "she", "not", "no"})
