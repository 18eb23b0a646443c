"""Bare texts to pairs that a judge can weigh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.claims import read_statements
from claimcheck.embedding import load_encoder
from claimcheck.judging.judges import Pair
from claimcheck.progress import Progress, no_progress
from claimcheck.settings import Settings
from claimcheck.stories.profiles import claim_profile


def pairs_from_texts(
    rows: Sequence[Mapping[str, Any]], *, settings: Settings, progress: Progress = no_progress
) -> list[Pair]:
    """Pairs with typed values, event and embedding of each text.

    Args:
        rows: each with "a", "b" (str), "date_a", "date_b" (date or None), "context_a", "context_b" (str or None).
    """
    sides = [(row[side], row[f"date_{side}"], row[f"context_{side}"]) for row in rows for side in "ab"]
    distinct = list(dict.fromkeys(sides))
    claims = read_statements(
        [text for text, _, _ in distinct],
        [date for _, date, _ in distinct],
        contexts=[context or "" for _, _, context in distinct],
        settings=settings,
    )
    vectors = load_encoder(settings).encode([claim.text for claim in claims], progress=progress)
    known = {
        side: (claim, claim_profile(claim, vector))
        for side, claim, vector in zip(distinct, claims, vectors, strict=True)
    }
    pairs = []
    for at, row in enumerate(rows):
        claim_a, profile_a = known[sides[2 * at]]
        claim_b, profile_b = known[sides[2 * at + 1]]
        pairs.append(
            Pair(
                a=claim_a, b=claim_b, profile_a=profile_a, profile_b=profile_b,
                date_a=row["date_a"], date_b=row["date_b"],
            )
        )  # fmt: skip
    return pairs
