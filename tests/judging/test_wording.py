from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from claimcheck.judging.negations import denied_and_affirmed
from claimcheck.judging.wording import own_runs, telling_runs
from claimcheck.records import Span
from tests.builders import claim, entity, quantity


def runs(text: str, other: str) -> list[str]:
    return [text[low:high] for low, high in own_runs(text, other)]


def test_words_that_only_one_side_has_make_runs() -> None:
    assert runs("The talks took place in Vienna.", "The talks took place in Geneva.") == ["Vienna"]
    assert runs("The rocket lifted off at dawn.", "The rocket exploded at dawn.") == ["lifted off"]


def test_style_words_and_endings_make_no_run() -> None:
    assert runs("The minister has resigned.", "A minister resigns.") == []


def test_a_run_ends_where_a_phrase_ends() -> None:
    assert runs("The mast, cut by thieves, toppled.", "A storm felled the mast.") == ["cut by thieves", "toppled"]
    assert runs("It cost 1,200 euros.", "It cost nothing.") == ["1,200 euros"]
    assert runs("Did the dam hold?", "The dam did not hold.") == []


def kept(first: str, second: str) -> Callable[[Sequence[tuple[str, str]]], np.ndarray]:
    """A verdict that holds as long as the first text has a word of `first`, and the second one of `second`."""

    def ask(pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        return np.array(
            [
                float(any(word in one for word in first.split())) + float(any(word in other for word in second.split()))
                for one, other in pairs
            ]
        )

    return ask


def test_what_is_told_twice_is_found_too() -> None:
    a = claim("The pilot bailed out, walked to a farm, and his wife rang the paper.")
    b = claim("The pilot died in the cockpit.")
    words_a, words_b = telling_runs(a, b, kept("bailed walked", "died"))
    assert words_a is not None
    assert words_b is not None
    assert words_a.text in {"bailed out", "walked to a farm"}
    assert words_b.text == "died in the cockpit"


def test_who_reports_it_and_names_that_both_have_are_no_telling_words() -> None:
    text = "Ministers in Lima said Peruvian customs held the ship at the pier."
    a = claim(
        text,
        reported=Span(start=23, end=len(text) - 1, text=text[23:-1]),
        entities=(entity(text, "Peruvian", "group"),),
    )
    other = "The customs of Peru let the ship go."
    b = claim(other, entities=(entity(other, "Peru", "place"),))
    words_a, words_b = telling_runs(a, b, kept("Ministers Peruvian", "Peru"))
    assert words_a is not None
    assert words_b is not None
    assert words_a.text == "held"
    assert words_b.text == "let"


def test_a_number_is_shown_with_its_unit_and_against_one_of_the_same_kind() -> None:
    text, other = "The tank held 90 litres and caught fire.", "Barely 40 litres were left, and the tank stayed whole."
    a = claim(text, quantities=(quantity(text, "90 litres", 90, 90, unit="litre", dimension="volume"),))
    b = claim(other, quantities=(quantity(other, "40 litres", 40, 40, unit="litre", dimension="volume"),))
    words_a, words_b = telling_runs(a, b, kept("caught", "whole"))
    assert words_a is not None
    assert words_b is not None
    assert "90 litres" in words_a.text
    assert "40 litres" in words_b.text


@pytest.mark.parametrize(
    ("text", "other", "words"),
    [
        (
            "The ministry could not yet confirm the death of the envoy.",
            "The ministry has confirmed that the envoy, a veteran of three wars, died.",
            ("could not yet confirm", "has confirmed"),
        ),
        ("The old bridge was blown up.", "The bridge wasn't blown up, the army said.", ("was blown", "wasn't blown")),
        ("The singer is not dead.", "Friends found the singer dead in his flat.", ("is not dead", "dead")),
    ],
)
def test_what_one_denies_and_the_other_affirms_is_shown(text: str, other: str, words: tuple[str, str]) -> None:
    words_a, words_b = telling_runs(claim(text), claim(other), kept("ministry", "veteran"))
    assert words_a is not None
    assert words_b is not None
    assert (words_a.text, words_b.text) == words


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("He did not say when the dam will open.", "The dam opens in May, he said."),
        ("The dam did not hold.", "The dam did not hold, they said."),
        ("The mill did not burn and nobody was hurt.", "The mill burned and two were hurt."),
    ],
)
def test_speech_and_what_both_deny_or_several_words_do_not_decide(text: str, other: str) -> None:
    assert denied_and_affirmed(text, other) is None


def test_the_run_without_which_the_verdict_falls_is_shown() -> None:
    a = claim("The veteran minister resigned on Tuesday.")
    b = claim("The minister refused to go, aides said on Tuesday.")

    def ask(pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        return np.array([float("resigned" in one) + float("refused" in other) for one, other in pairs])

    words_a, words_b = telling_runs(a, b, ask)
    assert words_a is not None
    assert words_b is not None
    assert words_a.text == "resigned"
    assert words_b.text.startswith("refused")
    assert a.quote[words_a.start - a.start : words_a.end - a.start] == words_a.text
