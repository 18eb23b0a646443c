"""Fitting what joins language model and evidence."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn")

from benchmarks.training.combination import fit


def test_a_row_without_a_label_is_judged_and_not_learned_from() -> None:
    rng = np.random.default_rng(3)
    labels = rng.integers(0, 2, 160)
    rows = [{"height": float(label) + rng.normal(0, 0.2), "noise": rng.normal()} for label in labels]
    groups = [f"story {at // 4}" for at in range(len(rows))]
    known = labels.copy()
    known[::5] = -1
    *_, left_out = fit(rows, known, groups, ["height", "noise"])
    assert left_out.shape == (160, 2)
    assert left_out.sum(axis=1) == pytest.approx(np.ones(160))
    assert np.mean(left_out[::5].argmax(1) == labels[::5]) > 0.9
