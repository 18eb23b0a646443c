"""Which claims of a story tell of its main event, and which are background.

An article rambles: it recalls older events, explains, quotes opinions. What its story shares is told by the claims that
are like the leads of the other articles, name what most of them name, and speak of the same kind of event. The weights
were learned on ECB+ (Cybulska and Vossen 2014), from the sentences that mention an event which another document of the
story mentions too, and on invented sets of short articles; see benchmarks/training/pair_models.py.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.models import load_logistic
from claimcheck.records import Claim
from claimcheck.stories.profiles import Profile
from claimcheck.stories.resolution import LEAD_REACH, is_other_event, main_event

LEAD_CLAIMS = 4
"""Claims at the start of another article that a claim is compared with."""
SHORT = 8
"""Claims of an article of which most tell of its event: a longer one has more room for background."""
CLOSEST = 3
"""Articles of the story, the closest ones, over which the best support is averaged."""
MOST_NAMES, MOST_TERMS = 3.0, 4.0
"""Weight of shared names and of shared words at which their features reach 1."""


def membership(
    claims: Sequence[Sequence[Claim]],
    profiles: Sequence[Sequence[Profile]],
    published: Sequence[dt.date | None],
) -> list[NDArray[np.float64]]:
    """Probability that each claim of a story tells of the event that the story is about.

    Args:
        claims: for each article of the story, its claims in order.
        profiles: their profiles.
        published: the articles' days of publication, where they are known.

    Returns:
        For each article an array of shape (claims,), float64, in [0, 1].
    """
    model = load_logistic("membership")
    return [
        np.array([model.probability(features) for features in rows])
        for rows in membership_features(claims, profiles, published)
    ]


def membership_features(
    claims: Sequence[Sequence[Claim]],
    profiles: Sequence[Sequence[Profile]],
    published: Sequence[dt.date | None],
) -> list[list[dict[str, float]]]:
    """Features of every claim, by article; all lie in [-1, 1]."""
    core, kinds = _core(profiles), _lead_kinds(profiles)
    support, lead_support = _closest(profiles), _closest(profiles, LEAD_CLAIMS)
    others = max(1, sum(map(bool, profiles)) - 1)
    found: list[list[dict[str, float]]] = []
    for at, (own_claims, own, day) in enumerate(zip(claims, profiles, published, strict=True)):
        main = main_event(own_claims, published=day)
        rows = []
        for place, (claim, profile) in enumerate(zip(own_claims, own, strict=True)):
            nearest, leads = support[at][place], lead_support[at][place]
            event = claim.event
            keys = list(_keys(profile))
            weight = sum(w for _, w in keys) or 1.0
            rows.append(
                {
                    "support": float(nearest.mean()),
                    "best_support": float(np.sort(nearest)[::-1][:CLOSEST].mean()),
                    "lead_support": float(leads.mean()),
                    "core": sum(core.get(key, 0.0) for key, _ in keys) / weight,
                    "core_names": min(sum(core.get(k, 0.0) for k, _ in keys if k[0] != "t"), MOST_NAMES) / MOST_NAMES,
                    "core_terms": min(sum(core.get(k, 0.0) for k, _ in keys if k[0] == "t"), MOST_TERMS) / MOST_TERMS,
                    "kinds": max((kinds.get(kind, 0.0) for kind in profile.kinds), default=0.0),
                    "has_event": float(event is not None),
                    "definite": float(event is not None and event.definite),
                    "other_event": float(event is not None and main is not None and is_other_event(event, main)),
                    "size": min(1.0, math.log1p(len(profile.terms)) / 3.0),
                    "own_lead": float(profile.vector @ own[0].vector),
                    "first": float(place == 0),
                    "few": 1.0 / others,
                    "short": min(1.0, SHORT / len(own)),
                }
            )
        found.append(rows)
    return found


def _closest(profiles: Sequence[Sequence[Profile]], reach: int | None = None) -> list[NDArray[np.float64]]:
    """How like each claim is to the closest one of every other article, or of the first `reach` claims of it.

    Returns:
        For each article cosines, higher is closer, shape (claims, other articles that have claims), float64; one column
        of zeros if there is no other.
    """
    found = [np.zeros((len(rows), 1)) for rows in profiles]
    told = [(at, np.stack([profile.vector for profile in rows])) for at, rows in enumerate(profiles) if rows]
    if len(told) < 2:
        return found
    against = [vectors[:reach] for _, vectors in told]
    starts = np.cumsum([0, *map(len, against[:-1])])
    beside = np.concatenate(against).T
    for column, (at, vectors) in enumerate(told):
        closest = np.maximum.reduceat(vectors @ beside, starts, axis=1)
        found[at] = np.delete(closest, column, axis=1).astype(np.float64)
    return found


def _core(profiles: Sequence[Sequence[Profile]]) -> dict[str, float]:
    """What the articles share: each key's rarity times the share of the other articles that have it."""
    holders: Counter[str] = Counter()
    rarities: dict[str, float] = {}
    for rows in profiles:
        own = [pair for profile in rows for pair in _keys(profile)]
        holders.update({key for key, _ in own})
        for key, weight in own:
            rarities[key] = max(weight, rarities.get(key, 0.0))
    others = max(len(profiles) - 1, 1)
    return {key: (n - 1) / others * rarities[key] for key, n in holders.items() if n > 1}


def _lead_kinds(profiles: Sequence[Sequence[Profile]]) -> Mapping[str, float]:
    """Classes of event to the share of the other articles whose leads name one."""
    counts: Counter[str] = Counter()
    for rows in profiles:
        counts.update(frozenset().union(*(profile.kinds for profile in rows[:LEAD_REACH])))
    others = max(len(profiles) - 1, 1)
    return {kind: (n - 1) / others for kind, n in counts.items()}


def _keys(profile: Profile) -> Iterator[tuple[str, float]]:
    for mark, bag in (("t", profile.terms), ("n", profile.names), ("p", profile.places), ("q", profile.numbers)):
        for key, weight in bag.items():
            yield f"{mark}:{key}", weight
