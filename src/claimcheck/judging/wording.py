"""The words that a language model's verdict rests on: those without which it would be least sure of it.

Occlusion (Zeiler and Fergus 2014, https://arxiv.org/abs/1311.2901): each run of words that only one side has is left
out in turn, and the run whose absence lowers the verdict most is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.claims.terms import stem
from claimcheck.judging.model_input import same_quantities
from claimcheck.records import Claim, Evidence, Quantity
from claimcheck.text import STYLE, WORD, one_line

MOST_RUNS = 6
"""Runs of words of one side that are tried; the longest ones where there are more."""
_WEIGHTLESS = STYLE | frozenset("it he she they as is was are were be been has had have will would also".split())
"""Words that neither begin nor end a run, and make none by themselves."""

Ask = Callable[[Sequence[tuple[str, str]]], NDArray[np.float64]]
"""Pairs of texts to the score of the verdict, shape (n,)."""


def telling_runs(a: Claim, b: Claim, ask: Ask) -> tuple[Evidence | None, Evidence | None]:
    """The run of words in each claim that the verdict rests on; None where a claim has no word of its own.

    A quantity that both tell in other words is none: the model has read it in equal ones (`model_input.in_like_words`).
    """
    same = same_quantities(a, b)
    runs_a = _apart(own_runs(a.quote, b.quote), a, [one for one, _ in same])
    runs_b = _apart(own_runs(b.quote, a.quote), b, [other for _, other in same])
    without = [(_without(a.quote, run), b.text) for run in runs_a]
    without += [(a.text, _without(b.quote, run)) for run in runs_b]
    if not without:
        return None, None
    scores = ask(without)
    return (
        _evidence(a, runs_a, scores[: len(runs_a)]),
        _evidence(b, runs_b, scores[len(runs_a) :]),
    )


def own_runs(text: str, other: str) -> list[tuple[int, int]]:
    """Ranges of the runs of words of `text` that `other` does not have, in order."""
    known = {stem(match.group().lower()) for match in WORD.finditer(other)}
    runs: list[tuple[int, int]] = []
    goes_on = False
    for match in WORD.finditer(text):
        word = match.group().lower()
        if word in _WEIGHTLESS:
            continue
        if stem(word) in known:
            goes_on = False
        elif goes_on:
            runs[-1] = (runs[-1][0], match.end())
        else:
            runs.append((match.start(), match.end()))
            goes_on = True
    return sorted(sorted(runs, key=lambda run: run[0] - run[1])[:MOST_RUNS])


def _apart(runs: Sequence[tuple[int, int]], claim: Claim, known: Sequence[Quantity]) -> list[tuple[int, int]]:
    """The runs that touch none of these quantities of a claim."""
    return [
        (low, high)
        for low, high in runs
        if not any(claim.start + low < q.end and q.start < claim.start + high for q in known)
    ]


def _without(text: str, run: tuple[int, int]) -> str:
    return one_line(text[: run[0]] + text[run[1] :])


def _evidence(claim: Claim, runs: Sequence[tuple[int, int]], scores: NDArray[np.float64]) -> Evidence | None:
    if not runs:
        return None
    low, high = runs[int(np.argmin(scores))]
    return Evidence(start=claim.start + low, end=claim.start + high, text=claim.quote[low:high])
