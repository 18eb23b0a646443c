"""What no fact holds, by the story that it belongs to."""

from __future__ import annotations

import attrs
from hand_built import claim_of, fire

from claimcheck.records import Article, Claim, Comparison, Story
from claimcheck.reporting.remainder import Unshared, beside_facts, standing_alone, without_fact


def with_background() -> tuple[Comparison, Claim]:
    """A fire, one article of which recalls an older one in a claim that is in no fact."""
    fires = fire(3)
    old = Article("The last fire near Marl was in 1987. Ten barns burnt then.", source="D", published="2023-07-02")
    claim = claim_of(old, "Ten barns burnt then.")
    story = Story(title="Fire near Marl", articles=(*fires.stories[0].articles, old))
    return attrs.evolve(fires, articles=(*fires.articles, old), claims=(*fires.claims, claim), stories=(story,)), claim


def test_claims_in_no_fact_stand_beside_their_storys_fact() -> None:
    comparison, claim = with_background()
    assert beside_facts(comparison) == {0: (claim,)}
    assert standing_alone(comparison) == without_fact(comparison) == ()


def test_where_every_claim_is_in_a_fact_nothing_is_left() -> None:
    assert beside_facts(fire(3)) == {0: ()}


def test_claims_of_an_article_that_stands_alone_are_counted_with_it() -> None:
    comparison, claim = with_background()
    lone = next(article for article in comparison.articles if article.id == claim.article)
    stories = (*fire(3).stories, Story(title="Barns", articles=(lone,)))
    comparison = attrs.evolve(comparison, stories=stories)
    assert standing_alone(comparison) == (Unshared(articles=(lone,), claims=1),)
    assert beside_facts(comparison) == {0: ()}


def test_of_a_story_without_a_fact_the_articles_and_claims_are_told() -> None:
    comparison, _ = with_background()
    pair = (comparison.articles[-1], Article("Barns burnt.", source="E"))
    stories = (*fire(3).stories, Story(title="Barns", articles=pair))
    comparison = attrs.evolve(comparison, articles=(*comparison.articles, pair[1]), stories=stories)
    assert without_fact(comparison) == (Unshared(articles=pair, claims=1),)


def test_what_a_filter_hides_is_not_called_background() -> None:
    comparison, _ = with_background()
    assert beside_facts(comparison.only(min_confidence=0.99)) == {}
