"""Which pairs a stage of the judge's training sees: capped, drawn, asked for both questions."""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.training.judge_data import left_out, nli_examples
from claimcheck.training.examples import Example, either_way

LONGEST = 500
"""Characters of a human-written pair: longer ones would take most of the time."""
EITHER_CAPS: Mapping[str, int] = {
    "snli.train": 12_000,
    "snli_counterfactual.train": 4_500,
    "conjnli.train": 3_000,
    "creak.train": 2_000,
    "breaking_nli.train": 1_200,
    "scone.train": 800,
    "ecbplus_pairs.train": 1_500,
}
EITHER_MADE = 6_000
EITHER_TWICE = ("fever_symmetric.train",)
"""Small sets that are seen twice."""


def asked_either_way(
    data: Path,
    made: list[Example],
    *,
    caps: Mapping[str, int] = EITHER_CAPS,
    twice: Sequence[str] = EITHER_TWICE,
    seed: int,
) -> list[Example]:
    """Human-written and made pairs that answer both questions, whichever text comes first."""
    human = [e for e in nli_examples(data, seed=seed) if not left_out(e)]
    small = [e for e in human if e.source in twice]
    human = [e for e in capped(human, caps) if len(e.premise) + len(e.hypothesis) < LONGEST]
    return [either_way(e) for e in human + small + made]


def capped(examples: list[Example], caps: Mapping[str, int]) -> list[Example]:
    """At most so many of each source, the first ones; a source without a cap is taken whole."""
    taken: collections.Counter[str] = collections.Counter()
    kept = []
    for example in examples:
        if taken[example.source] < caps.get(example.source, len(examples)):
            taken[example.source] += 1
            kept.append(example)
    return kept


def some(examples: list[Example], count: int, *, seed: int) -> list[Example]:
    """So many of the examples at most, in random order."""
    return [examples[i] for i in np.random.default_rng(seed).permutation(len(examples))[:count]]
