"""The flood test: of all pairs of claims across news articles, how many are reported as contradictions or updates?

Articles are bodies of the Fake News Challenge. Related ones are held under one headline that they agree with, dispute
or discuss; unrelated ones share no headline.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.match_quality.data import SEED, Context, data_digest
from claimcheck import Article, compare
from claimcheck.records import Comparison
from claimcheck.scoring.stories import FLAGGED

ARTICLES = 50
GROUP = 5
SAMPLE = 50
SHORTEST, LONGEST = 400, 4000
"""Characters of an article: neither a stub nor a page that holds several."""


def measure(context: Context) -> dict[str, Any]:
    """Shares of flagged pairs among unrelated and among related articles. Raises MissingData."""
    digest = data_digest([context.path("fnc1.train"), context.path("fnc1_bodies.train")])
    unrelated, related = draw(context)
    result: dict[str, Any] = {"data": digest, "seed": SEED}
    for name, articles in (("unrelated", unrelated), ("related", related)):
        comparison = context.cached(
            f"flood.{name}",
            [digest, ARTICLES, GROUP, SHORTEST, LONGEST, context.settings],
            functools.partial(compare, articles, settings=context.settings, progress=context.progress),
        )
        result[name] = counts(comparison)
    return result


def draw(context: Context) -> tuple[list[Article], list[Article]]:
    """Fifty bodies of different headlines, and ten headlines with five bodies each, none used twice."""
    texts = {
        row["body_id"]: row["text"]
        for row in context.rows("fnc1_bodies.train")
        if SHORTEST <= len(row["text"]) <= LONGEST
    }
    under: dict[str, set[int]] = {}
    for row in context.rows("fnc1.train"):
        if row["label"] != "unrelated" and row["body_id"] in texts:
            under.setdefault(row["headline"], set()).add(row["body_id"])
    # Headlines about one piece of news share bodies: what is joined so is one group, and is never called unrelated.
    groups = _joined(list(under.values()))
    order = np.random.default_rng(SEED).permutation(len(groups))
    shuffled = [groups[i] for i in order]
    large = [group for group in shuffled if len(group) >= GROUP][: ARTICLES // GROUP]
    related = [body for group in large for body in sorted(group)[:GROUP]]
    unrelated = [min(group) for group in shuffled if group not in large][:ARTICLES]
    return _articles(unrelated, texts), _articles(related, texts)


def counts(comparison: Comparison) -> dict[str, Any]:
    """Flagged pairs over all pairs of claims of different articles, with a sample to be read.

    `flagged_in_1000` counts those inside facts, which are what a report shows; `judged_so_in_1000` counts all.
    """
    sizes = np.unique([claim.article for claim in comparison.claims], return_counts=True)[1].astype(int)
    pairs = (int(sizes.sum()) ** 2 - int((sizes**2).sum())) // 2
    texts = {claim.id: claim.text for claim in comparison.claims}
    shown = {(j.a, j.b): j for fact in comparison.facts for j in fact.judgements}
    flags = [j for j in shown.values() if j.relation in FLAGGED]
    picked = np.random.default_rng(SEED).choice(len(flags), size=min(SAMPLE, len(flags)), replace=False)
    return {
        "articles": len(comparison.articles),
        "claims": len(comparison.claims),
        "pairs": pairs,
        "judged": len(comparison.judgements),
        "facts": len(comparison.facts),
        **{relation: sum(j.relation == relation for j in flags) for relation in FLAGGED},
        "flagged_in_1000": round(1000.0 * len(flags) / max(1, pairs), 4),
        "judged_so_in_1000": round(
            1000.0 * sum(j.relation in FLAGGED for j in comparison.judgements) / max(1, pairs), 4
        ),
        "sample": [
            f"{flags[i].relation} {flags[i].confidence:.2f}: {texts[flags[i].a]} | {texts[flags[i].b]}"
            for i in sorted(picked)
        ],
    }


def _articles(bodies: Sequence[int], texts: dict[int, str]) -> list[Article]:
    return [Article(texts[body], path=str(body)) for body in bodies]


def _joined(sets: Sequence[set[int]]) -> list[set[int]]:
    groups: list[set[int]] = []
    for members in sets:
        touching = [group for group in groups if group & members]
        groups = [group for group in groups if not group & members]
        groups.append(members.union(*touching))
    return sorted(groups, key=min)
