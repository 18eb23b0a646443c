from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claimcheck.judging.wording import own_runs, telling_runs
from tests.builders import claim


def runs(text: str, other: str) -> list[str]:
    return [text[low:high] for low, high in own_runs(text, other)]


def test_words_that_only_one_side_has_make_runs() -> None:
    assert runs("The talks took place in Vienna.", "The talks took place in Geneva.") == ["Vienna"]
    assert runs("The rocket lifted off at dawn.", "The rocket exploded at dawn.") == ["lifted off"]


def test_style_words_and_endings_make_no_run() -> None:
    assert runs("The minister has resigned.", "A minister resigns.") == []


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
