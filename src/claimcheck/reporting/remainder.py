"""What no fact holds: claims on background and other events, and articles whose event no other article tells of."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from claimcheck.records import Article, Claim, Comparison, Story


@attrs.frozen(kw_only=True)
class Unshared:
    """The articles of a story that has no fact, and how many of their claims no fact holds."""

    articles: tuple[Article, ...]
    claims: int


def beside_facts(comparison: Comparison) -> Mapping[int, tuple[Claim, ...]]:
    """Place of each fact to the claims of its story that are in no fact, by article, then by place in it.

    A story's fact is the one that holds most of its claims. Of a comparison of which some facts are hidden
    (`Comparison.only`) nothing is told: what they hold is not to be taken for background.
    """
    if _is_filtered(comparison):
        return {}
    loose = _in_no_fact(comparison)
    places: dict[int, list[Claim]] = {}
    for story in comparison.stories:
        place = _fact_of(story, comparison)
        if place is not None:
            places.setdefault(place, []).extend(claim for article in story.articles for claim in loose[article.id])
    return {place: tuple(claims) for place, claims in places.items()}


def standing_alone(comparison: Comparison) -> tuple[Unshared, ...]:
    """The articles that no other article shares a story with, in input order; none where there is only one article."""
    if len(comparison.articles) == 1:
        return ()
    loose = _in_no_fact(comparison)
    alone = {story.articles[0].id for story in comparison.stories if len(story.articles) == 1}
    return tuple(
        Unshared(articles=(article,), claims=len(loose[article.id]))
        for article in comparison.articles
        if article.id in alone
    )


def without_fact(comparison: Comparison) -> tuple[Unshared, ...]:
    """The stories of several articles of which no fact holds a claim, where there are other facts to show."""
    if not comparison.facts or _is_filtered(comparison):
        return ()
    loose = _in_no_fact(comparison)
    return tuple(
        Unshared(articles=story.articles, claims=sum(len(loose[article.id]) for article in story.articles))
        for story in comparison.stories
        if len(story.articles) > 1 and _fact_of(story, comparison) is None
    )


def _fact_of(story: Story, comparison: Comparison) -> int | None:
    """Place of the fact that holds most claims of a story of several articles, the first of equals; None for none."""
    if len(story.articles) == 1:
        return None
    own = {article.id for article in story.articles}
    held = [sum(claim.article in own for claim in fact.claims) for fact in comparison.facts]
    most = max(held, default=0)
    return held.index(most) if most else None


def _in_no_fact(comparison: Comparison) -> dict[str, list[Claim]]:
    """Id of each article to its claims that are in no fact."""
    held = {claim.id for fact in comparison.facts for claim in fact.claims}
    articles = (*comparison.articles, *(article for story in comparison.stories for article in story.articles))
    loose: dict[str, list[Claim]] = {article.id: [] for article in articles}
    for claim in comparison.claims:
        if claim.id not in held and claim.article in loose:
            loose[claim.article].append(claim)
    return loose


def _is_filtered(comparison: Comparison) -> bool:
    return any(notice.kind == "filter" for notice in comparison.notices)
