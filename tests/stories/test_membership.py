from __future__ import annotations

import numpy as np
import pytest

from claimcheck.stories import claim_profile
from claimcheck.stories.membership import LEAD_CLAIMS, membership_features
from tests.builders import claim, unit_rows


@pytest.mark.parametrize("sizes", [(3,), (2, 0, 6), (5, 1, 7)])
def test_support_is_how_like_the_closest_claims_of_the_others_are(sizes: tuple[int, ...]) -> None:
    draw = np.random.default_rng(7)
    vectors = [unit_rows(*draw.normal(size=(n, 8)).tolist()) if n else np.zeros((0, 8)) for n in sizes]
    claims = [[claim(f"It rained {i}.", article=str(at)) for i in range(n)] for at, n in enumerate(sizes)]
    profiles = [[claim_profile(c, v) for c, v in zip(*rows, strict=True)] for rows in zip(claims, vectors, strict=True)]
    for at, rows in enumerate(membership_features(claims, profiles, [None] * len(sizes))):
        others = [rows for beside, rows in enumerate(vectors) if beside != at and len(rows)]
        for features, vector in zip(rows, vectors[at], strict=True):
            closest = [float((other @ vector).max()) for other in others] or [0.0]
            leads = [float((other[:LEAD_CLAIMS] @ vector).max()) for other in others] or [0.0]
            assert features["support"] == pytest.approx(np.mean(closest), abs=1e-6)
            assert features["lead_support"] == pytest.approx(np.mean(leads), abs=1e-6)
            assert features["few"] == 1.0 / max(1, len(others))
