"""The words that a language model's verdict rests on: those that are enough for it, and without which it is less sure.

Occlusion (Zeiler and Fergus 2014, https://arxiv.org/abs/1311.2901) both ways: each run of words that only one side has
is left out in turn, and so are all the others but this one. Leaving out one alone would not do: what a text tells twice
("swam ashore and was questioned") stays told without either. Where one text denies a word that the other affirms, it is
these: "could not confirm" against "has confirmed".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.claims.gazetteer import place_relation
from claimcheck.claims.terms import stem
from claimcheck.judging.model_input import same_quantities
from claimcheck.judging.negations import AUXILIARIES, PAUSE, WEIGHTLESS, Range, denied_and_affirmed
from claimcheck.records import Claim, Entity, Evidence, Quantity
from claimcheck.stories.names import same_person
from claimcheck.text import WORD, one_line

MOST_RUNS = 4
"""Runs of words of one side that are tried; the longest ones where there are more."""

Ask = Callable[[Sequence[tuple[str, str]]], NDArray[np.float64]]
"""Pairs of texts to the logarithm of the verdict's probability, shape (n,)."""


def telling_runs(
    a: Claim, b: Claim, ask: Ask, *, same: Sequence[tuple[Quantity, Quantity]] = ()
) -> tuple[Evidence | None, Evidence | None]:
    """The run of words in each claim that the verdict rests on; None where a claim has no word of its own.

    Where both have runs with a value of one kind, the choice is between these.

    Args:
        a, b: the claims.
        ask: what the language model makes of pairs of texts.
        same: quantities of both that tell one figure.
    """
    if denied := denied_and_affirmed(a.quote, b.quote):
        return _evidence_at(a, denied[0]), _evidence_at(b, denied[1])
    runs_a, runs_b = _candidates(a, b, [one for one, _ in same]), _candidates(b, a, [other for _, other in same])
    kinds = {kind for run in runs_a for kind in _kinds(a, run)} & {kind for run in runs_b for kind in _kinds(b, run)}
    runs_a = [run for run in runs_a if kinds & _kinds(a, run)] or runs_a
    runs_b = [run for run in runs_b if kinds & _kinds(b, run)] or runs_b
    texts_a, texts_b = _occluded(a.quote, runs_a), _occluded(b.quote, runs_b)
    asked = [*((text, b.text) for text in texts_a), *((a.text, text) for text in texts_b)]
    scores = ask(asked) if asked else np.zeros(0)
    return (
        _evidence(a, runs_a, scores[: len(texts_a)]),
        _evidence(b, runs_b, scores[len(texts_a) :]),
    )


def own_runs(
    text: str, other: str, shared: Iterable[Range] = (), *, within: tuple[int, int | None] = (0, None)
) -> list[Range]:
    """Ranges of the runs of words of `text` that `other` does not have, in order; none goes over a comma or the like.

    Args:
        shared: ranges of `text` that `other` has in other words.
        within: the part of `text` to look in.
    """
    shared = tuple(shared)
    known = {stem(match.group().lower()) for match in WORD.finditer(other)}
    runs: list[Range] = []
    goes_on, last = False, 0
    for match in WORD.finditer(text[: within[1]], within[0]):
        goes_on = goes_on and not PAUSE.search(text[last : match.start()])
        last = match.end()
        if match.group().lower() in WEIGHTLESS:
            continue
        if stem(match.group().lower()) in known or _overlaps(match.span(), shared):
            goes_on = False
        elif goes_on:
            runs[-1] = (runs[-1][0], match.end())
        else:
            runs.append(match.span())
            goes_on = True
    return [run for run in runs if text[slice(*run)].lower() not in AUXILIARIES]


def _candidates(claim: Claim, other: Claim, same: Sequence[Quantity]) -> list[Range]:
    """The runs to choose from: those of the statement itself, without who reports it, if it has any.

    Names and quantities that both have in other words are none: the model has read the quantities in equal ones
    (`model_input.in_like_words`, `in_fitting_words`).
    """
    shared = [*(mine for mine, _ in same_quantities(claim, other)), *same, *_shared_names(claim, other)]
    ranges = [(one.start - claim.start, one.end - claim.start) for one in shared]
    runs: list[Range] = []
    if claim.reported is not None:
        runs = own_runs(
            claim.quote,
            other.quote,
            ranges,
            within=(claim.reported.start - claim.start, claim.reported.end - claim.start),
        )
    runs = _with_values(claim, runs or own_runs(claim.quote, other.quote, ranges))
    return sorted(sorted(runs, key=lambda run: run[0] - run[1])[:MOST_RUNS])


def _with_values(claim: Claim, runs: Sequence[Range]) -> list[Range]:
    """The runs, each with the whole of the quantities and times that it has a part of."""
    values = [(value.start - claim.start, value.end - claim.start) for value in (*claim.quantities, *claim.times)]
    whole: list[Range] = []
    for low, high in runs:
        for start, end in values:
            if start < high and low < end:
                low, high = min(low, start), max(high, end)
        if whole and low < whole[-1][1]:
            low, high = min(low, whole[-1][0]), max(high, whole.pop()[1])
        whole.append((low, high))
    return whole


def _kinds(claim: Claim, run: Range) -> set[str]:
    """What is measured or counted in a run, and "clock" for a time of day; durations, which may be of anything, are
    none."""
    low, high = claim.start + run[0], claim.start + run[1]
    found = {
        (value.counts or "count") if value.dimension == "count" else value.dimension
        for value in claim.quantities
        if low <= value.start and value.end <= high and value.dimension != "duration"
    }
    if any(time.clock is not None and low <= time.start and time.end <= high for time in claim.times):
        found.add("clock")
    return found


def _shared_names(claim: Claim, other: Claim) -> list[Entity]:
    """The people, and the places and their demonyms, that the other claim names too."""
    return [
        mine
        for mine in claim.entities
        if mine.text[:1].isupper() and any(_one_name(mine, theirs) for theirs in other.entities)
    ]


def _one_name(one: Entity, other: Entity) -> bool:
    if {one.label, other.label} == {"person"}:
        return same_person(one.name, other.name)
    return place_relation(one.name, other.name) == "same"


def _overlaps(run: Range, ranges: Iterable[Range]) -> bool:
    return any(low < run[1] and run[0] < high for low, high in ranges)


def _occluded(text: str, runs: Sequence[Range]) -> list[str]:
    """The text without each run, then with each as the only one of them; of two runs the first half says both, and of
    one there is nothing to choose."""
    if len(runs) < 2:
        return []
    without = [_without(text, [run]) for run in runs]
    alone = [_without(text, [other for other in runs if other != run]) for run in runs]
    return without if len(runs) == 2 else [*without, *alone]


def _without(text: str, runs: Iterable[Range]) -> str:
    for low, high in sorted(runs, reverse=True):
        text = text[:low] + text[high:]
    return one_line(text)


def _evidence(claim: Claim, runs: Sequence[Range], scores: NDArray[np.float64]) -> Evidence | None:
    if not runs:
        return None
    without, alone = scores[: len(runs)], scores[len(runs) :]
    if len(runs) == 2:
        alone = without[::-1]
    return _evidence_at(claim, runs[int(np.argmax(alone - without)) if len(scores) else 0])


def _evidence_at(claim: Claim, at: Range) -> Evidence:
    low, high = at
    return Evidence(start=claim.start + low, end=claim.start + high, text=claim.quote[low:high])
