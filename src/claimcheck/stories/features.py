"""What two articles, or two claims, have in common: the features of the pair models.

All features are symmetric in their two arguments and lie in [-1, 1].
"""

from __future__ import annotations

import numpy as np

from claimcheck.claims.terms import containment, overlap
from claimcheck.claims.times import compare_times
from claimcheck.records import TimeSpan
from claimcheck.stories.profiles import Bag, Profile


def cosine(a: Profile, b: Profile) -> float:
    return float(np.dot(a.vector, b.vector))


def conflict(a: Bag, b: Bag) -> float:
    """1 where both bags hold something and share nothing, 0 where either is empty or all is shared."""
    if not a or not b:
        return 0.0
    return 1.0 - containment(a, b)


def times_meet(a: tuple[TimeSpan, ...], b: tuple[TimeSpan, ...]) -> float:
    """1 where some time of `a` is the same as one of `b`, -1 where every pair of them is incompatible, else 0."""
    verdicts = {compare_times(x, y) for x in a for y in b}
    if "same" in verdicts:
        return 1.0
    return -1.0 if verdicts == {"incompatible"} else 0.0


def media_differ(a: Profile, b: Profile) -> float:
    """1 where people met or spoke by different means ("by phone", "face to face"), else 0."""
    return float(bool(a.media) and bool(b.media) and not a.media & b.media)


def shared_kinds(a: Profile, b: Profile) -> float:
    """Jaccard overlap of the classes of events named, in [0, 1]."""
    union = a.kinds | b.kinds
    return len(a.kinds & b.kinds) / len(union) if union else 0.0


def pair_features(a: Profile, b: Profile) -> dict[str, float]:
    """Features of two profiles, of claims or of articles."""
    return {
        "cosine": cosine(a, b),
        "terms": overlap(a.terms, b.terms),
        "terms_contained": containment(a.terms, b.terms),
        "names": overlap(a.names, b.names),
        "names_conflict": conflict(a.names, b.names),
        "places": overlap(a.places, b.places),
        "places_conflict": conflict(a.places, b.places),
        "numbers": containment(a.numbers, b.numbers),
        "numbers_conflict": conflict(a.numbers, b.numbers),
        "kinds": shared_kinds(a, b),
        "times": times_meet(a.times, b.times),
        "media_differ": media_differ(a, b),
    }
