"""How often a pair is read, and as what; the scores are put in by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs
import numpy as np
import pytest

from claimcheck.judging.judges import Pair, collect
from claimcheck.judging.language_model import OUTPUTS, LanguageModel
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights


class Counting(LanguageModel):
    """A language model whose every score of the n-th pair of texts is n, from 0."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def ask(self, pairs: Sequence[tuple[str, str]], **_: object) -> np.ndarray:
        self.asked = list(pairs)
        return np.repeat(np.arange(len(pairs), dtype=np.float64), len(OUTPUTS)).reshape(len(pairs), len(OUTPUTS))


def pairs_of(*rows: tuple[str, str]) -> list[Pair]:
    none = {"date_a": None, "date_b": None, "context_a": None, "context_b": None}
    return pairs_from_texts([{"a": a, "b": b, **none} for a, b in rows], settings=Settings())


PLAIN = ("The ferry sank off the coast.", "A museum bought two paintings.")
FITTING = ("About 50 people boarded the ferry in Paros.", "On Paros 48 passengers went on board the ferry.")


def test_a_pair_whose_figures_fit_is_read_twice_and_its_scores_are_the_mean() -> None:
    model, pairs = Counting(), pairs_of(PLAIN, FITTING, PLAIN)
    found = model.logits(pairs, [collect(pair) for pair in pairs])
    assert len(model.asked) == 4
    assert "about 50 passengers" in model.asked[2][1] or "48" in model.asked[2][0]
    assert found.shape == (3, len(OUTPUTS))
    assert found[:, 0].tolist() == [0.0, 1.5, 3.0]


def test_a_pair_is_read_alike_whichever_claim_comes_first() -> None:
    (pair,) = pairs_of(FITTING)
    dated = attrs.evolve(pair, date_a=dt.date(2020, 5, 2), date_b=dt.date(2020, 5, 1))
    for given in (pair, dated):
        there, back = Counting(), Counting()
        there.logits([given], [collect(given)])
        back.logits([given.swapped()], [[finding.swapped() for finding in collect(given)]])
        assert there.asked == back.asked
        assert len(there.asked) == 2


def test_no_pairs_have_no_scores() -> None:
    assert Counting().logits([], []).shape == (0, len(OUTPUTS))
