from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs
import numpy as np
import pytest

from claimcheck.clustering import ClusteringInput, build_facts
from claimcheck.clustering.facts import _compatible, with_conflicts
from claimcheck.clustering.points import apart, apart_pairs
from claimcheck.records import Article, Claim, Event, Fact, Judgement
from tests.builders import claim, day, event, judgement

NORTH = Article("The call took 50 minutes.", source="North")
SOUTH = Article("The call lasted more than an hour.", source="South")
WEST = Article("They spoke by phone for 50 minutes.", source="West")


def facts_of(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    judgements: Sequence[Judgement],
    origins: Sequence[int],
    *,
    stories: Sequence[int] | None = None,
    members: Sequence[float] | None = None,
) -> list[Fact]:
    """Facts; unless said otherwise each article is a story of its own, and every claim tells of its main event."""
    owners = np.array([[a.id for a in articles].index(claim.article) for claim in claims], dtype=np.int64)
    given = ClusteringInput(
        articles=articles,
        claims=claims,
        owners=owners,
        stories=stories if stories is not None else list(range(len(articles))),
        members=np.array(members if members is not None else [1.0] * len(claims)),
        origins=origins,
    )
    return build_facts(given, judgements)


def whole(article: Article, **fields: object):
    return claim(article.text, article=article.id, **fields)


def test_a_contradiction_makes_a_disputed_fact_of_both_articles() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    [fact] = facts_of([NORTH, SOUTH], [a, b], [judgement(a, b, "contradiction", 0.8)], [0, 1])
    assert fact.status == "disputed"
    assert fact.claims == (a, b)
    assert fact.articles == (NORTH, SOUTH)
    assert fact.origins == ((NORTH,), (SOUTH,))
    assert fact.confidence == 0.8


def test_one_contradiction_among_agreements_disputes_the_fact_and_comes_first() -> None:
    a, b, c = whole(NORTH), whole(SOUTH), whole(WEST)
    judgements = [
        judgement(a, b, "contradiction", 0.7),
        judgement(a, c, "agreement"),
        judgement(b, c, "related", 0.5, 0.7),
    ]
    [fact] = facts_of([NORTH, SOUTH, WEST], [a, b, c], judgements, [0, 1, 2])
    assert fact.status == "disputed"
    assert [j.relation for j in fact.judgements] == ["contradiction", "agreement", "related"]


def test_copies_count_as_one_origin() -> None:
    a, c = whole(NORTH), whole(WEST)
    [fact] = facts_of([NORTH, WEST], [a, c], [judgement(a, c, "agreement")], [0, 0])
    assert fact.origins == ((NORTH, WEST),)


def test_related_claims_are_no_fact() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    assert facts_of([NORTH, SOUTH], [a, b], [judgement(a, b, "related")], [0, 1]) == []


def test_no_chain_joins_claims_of_different_events() -> None:
    texts = ["They met on 4 March 2019.", "They met for talks.", "They met on 21 March 2018."]
    articles = [Article(text) for text in texts]
    claims = [
        whole(articles[0], event=event(texts[0], "met", "talk", time=day(texts[0], "4 March 2019", "2019-03-04"))),
        whole(articles[1], event=event(texts[1], "met", "talk")),
        whole(articles[2], event=event(texts[2], "met", "talk", time=day(texts[2], "21 March 2018", "2018-03-21"))),
    ]
    judgements = [judgement(claims[0], claims[1], "agreement"), judgement(claims[1], claims[2], "agreement")]
    facts = facts_of(articles, claims, judgements, [0, 1, 2])
    assert facts
    assert not any({claims[0], claims[2]} <= set(fact.claims) for fact in facts)


def test_disputed_facts_come_first() -> None:
    a, b, c = whole(NORTH), whole(SOUTH), whole(WEST)
    other = claim("It rained.", article=NORTH.id, start=100)
    same = claim("There was rain.", article=SOUTH.id, start=100)
    judgements = [judgement(other, same, "agreement", 0.99), judgement(a, b, "contradiction", 0.6)]
    facts = facts_of([NORTH, SOUTH, WEST], [a, other, b, same, c], judgements, [0, 1, 2], members=[0.0] * 5)
    assert [fact.status for fact in facts] == ["disputed", "corroborated"]


def test_nothing_in_nothing_out() -> None:
    assert facts_of([], [], [], []) == []


def test_what_the_articles_of_a_story_tell_of_its_event_is_one_fact_with_its_points() -> None:
    a, b, c = whole(NORTH), whole(SOUTH), whole(WEST)
    toll = claim("Nine were hurt.", article=NORTH.id, start=100)
    same_toll = claim("Nine people were injured.", article=SOUTH.id, start=100)
    alone = claim("It was the first call in a year.", article=WEST.id, start=100)
    claims = [a, toll, b, same_toll, c, alone]
    judgements = [judgement(toll, same_toll, "agreement", 0.8), judgement(a, b, "contradiction", 0.9)]
    [fact] = facts_of([NORTH, SOUTH, WEST], claims, judgements, [0, 1, 2], stories=[0, 0, 0])
    assert fact.claims == tuple(claims)
    assert fact.status == "disputed"
    assert [(point.status, point.claims) for point in fact.points] == [
        ("disputed", (a, b)),
        ("corroborated", (toll, same_toll)),
    ]


def test_a_disputed_point_is_called_by_what_is_disputed() -> None:
    a, b, c = whole(NORTH), whole(SOUTH), whole(WEST)
    more = claim("The call was held on Friday, said all four outlets in Vienna.", article=WEST.id, start=100)
    judgements = [
        judgement(a, b, "contradiction", 0.6),
        judgement(a, more, "agreement", 0.9),
        judgement(b, more, "agreement", 0.9),
        judgement(c, more, "agreement", 0.9),
    ]
    [fact] = facts_of([NORTH, SOUTH, WEST], [a, b, c, more], judgements, [0, 1, 2], stories=[0, 0, 0])
    (point,) = (point for point in fact.points if point.status == "disputed")
    assert more in point.claims
    assert point.title in {a.text, b.text}


def test_a_conflict_brings_in_the_claim_that_no_point_and_no_event_has() -> None:
    a, b, c = whole(NORTH), whole(SOUTH), whole(WEST)
    judgements = [judgement(a, b, "agreement", 0.9), judgement(a, c, "update", 0.7)]

    def built(stories: Sequence[int]) -> list[Fact]:
        return facts_of([NORTH, SOUTH, WEST], [a, b, c], judgements, [0, 1, 2], stories=stories, members=[0.9, 0.9, 0])

    [fact] = built([0, 0, 0])
    assert fact.claims == (a, b, c)
    assert [j.relation for j in fact.judgements] == ["update", "agreement"]
    assert [point.claims for point in fact.points] == [(a, b)]
    [fact] = built([0, 0, 1])  # of another story it may tell of another event
    assert fact.claims == (a, b)


IDS = ("a", "b", "c", "d", "e", "f")


@pytest.mark.parametrize("conflicts", [[(0, 2)], [(0, 2), (2, 4)], [(0, 4), (2, 4)]])
def test_a_conflict_takes_no_claim_out_of_its_event_and_none_into_two(conflicts: list[tuple[int, int]]) -> None:
    events = [([0, 1], [[0, 1]]), ([2, 3], [[2, 3]])]
    joined = with_conflicts(events, dict.fromkeys(conflicts, 0.8), IDS)
    held = [at for group, _ in joined for at in group]
    assert len(held) == len(set(held))
    assert [points for _, points in joined] == [[[0, 1]], [[2, 3]]]
    assert (4 in held) == any(4 in pair for pair in conflicts)


def test_conflicts_over_a_third_claim_end_in_one_event_or_point() -> None:
    def joined(events: list[tuple[list[int], list[list[int]]]], pairs: list[tuple[int, int]]):
        return with_conflicts(events, dict.fromkeys(pairs, 0.8), IDS)

    assert joined([([0, 1], [[0, 1]])], [(2, 3), (3, 4), (1, 4)]) == [([0, 1, 2, 3, 4], [[0, 1]])]
    assert joined([], [(2, 3), (2, 4)]) == [([2, 3, 4], [[2, 3, 4]])]
    assert joined([], [(2, 3), (4, 5), (3, 4)]) == [([2, 3, 4, 5], [[2, 3, 4, 5]])]


@pytest.mark.parametrize("order", [1, -1])
def test_a_claim_joins_the_event_it_conflicts_with_most(order: int) -> None:
    events = [([0, 1], [[0, 1]]), ([2, 3], [[2, 3]])][::order]
    of_4 = [group for group, _ in with_conflicts(events, {(0, 4): 0.6, (2, 4): 0.8}, IDS) if 4 in group]
    assert of_4 == [[2, 3, 4]]
    of_4 = [group for group, _ in with_conflicts(events, {(0, 4): 0.6, (1, 4): 0.6, (2, 4): 0.8}, IDS) if 4 in group]
    assert of_4 == [[0, 1, 4]]
    of_4 = [group for group, _ in with_conflicts(events, {(0, 4): 0.8, (2, 4): 0.8}, IDS) if 4 in group]
    assert of_4 == [[0, 1, 4]]


def test_a_conflict_joins_no_claims_of_plainly_different_events() -> None:
    texts = ["They met on 4 March 2019.", "The two had met on 4 March 2019.", "They met for an hour on 21 March 2018."]
    articles = [Article(text) for text in texts]
    dates = ("4 March 2019", "2019-03-04"), ("4 March 2019", "2019-03-04"), ("21 March 2018", "2018-03-21")
    claims = [
        whole(article, event=event(text, "met", "talk", time=day(text, *date)))
        for article, text, date in zip(articles, texts, dates, strict=True)
    ]
    judgements = [judgement(claims[0], claims[1], "agreement"), judgement(claims[0], claims[2], "contradiction")]
    [fact] = facts_of(articles, claims, judgements, [0, 1, 2], stories=[0, 0, 0])
    assert fact.status == "corroborated"


def test_background_is_no_part_of_the_event() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    background = claim("The two met in 1990.", article=NORTH.id, start=100)
    [fact] = facts_of(
        [NORTH, SOUTH],
        [a, background, b],
        [judgement(a, b, "agreement")],
        [0, 1],
        stories=[0, 0],
        members=[0.9, 0.1, 0.9],
    )
    assert fact.claims == (a, b)


def test_a_point_that_several_articles_of_a_story_tell_is_of_its_event() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    more = [claim("Flags flew at half-mast.", article=article.id, start=100) for article in (NORTH, SOUTH)]
    judgements = [judgement(a, b, "agreement"), judgement(*more, "agreement")]
    [fact] = facts_of(
        [NORTH, SOUTH], [a, more[0], b, more[1]], judgements, [0, 1], stories=[0, 0], members=[0.9, 0.1, 0.9, 0.1]
    )
    assert len(fact.points) == 2


def test_a_point_of_another_event_that_several_articles_of_a_story_tell_is_a_fact_of_its_own() -> None:
    a, b = (whole(article, event=_met(article.text, 2019)) for article in (NORTH, SOUTH))
    text = "They had met in 2009."
    more = [claim(text, article=article.id, start=100, event=_met(text, 2009)) for article in (NORTH, SOUTH)]
    judgements = [judgement(a, b, "agreement"), judgement(*more, "agreement")]
    facts = facts_of(
        [NORTH, SOUTH], [a, more[0], b, more[1]], judgements, [0, 1], stories=[0, 0], members=[0.9, 0.1, 0.9, 0.1]
    )
    assert [len(fact.points) for fact in facts] == [1, 1]


def test_claims_of_plainly_different_events_dispute_nothing() -> None:
    a, b = whole(NORTH, event=_met(NORTH.text, 2019)), whole(SOUTH, event=_met(SOUTH.text, 2009))
    c = whole(WEST)
    judgements = [judgement(a, b, "contradiction"), judgement(a, c, "agreement"), judgement(b, c, "agreement")]
    facts = facts_of([NORTH, SOUTH, WEST], [a, b, c], judgements, [0, 1, 2], stories=[0, 0, 0])
    assert [fact.status for fact in facts] == ["corroborated"]


def _met(text: str, year: int) -> Event:
    return event(text, text.split()[1], "talk", time=day(text, text.split()[0], f"{year}-03-04"))


def test_an_article_on_another_event_is_heard_where_it_recalls_this_one() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    recalled = whole(WEST)
    judgements = [judgement(x, y, "agreement") for x, y in ((a, b), (a, recalled), (b, recalled))]
    [fact] = facts_of(
        [NORTH, SOUTH, WEST], [a, b, recalled], judgements, [0, 1, 2], stories=[0, 0, 1], members=[0.9, 0.9, 0.1]
    )
    assert fact.articles == (NORTH, SOUTH, WEST)


def test_a_claim_that_is_plainly_about_another_event_than_the_rest_is_left_out() -> None:
    texts = ["They met on 4 March 2019.", "The two met on 4 March 2019.", "They had met on 21 March 2018."]
    articles = [Article(text) for text in texts]
    dates = ("4 March 2019", "2019-03-04"), ("4 March 2019", "2019-03-04"), ("21 March 2018", "2018-03-21")
    claims = [
        whole(article, event=event(text, "met", "talk", time=day(text, *date)))
        for article, text, date in zip(articles, texts, dates, strict=True)
    ]
    [fact] = facts_of(articles, claims, [judgement(claims[0], claims[1], "agreement")], [0, 1, 2], stories=[0, 0, 0])
    assert fact.claims == (claims[0], claims[1])


def test_one_event_without_an_agreed_point_is_a_fact_too() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    [fact] = facts_of([NORTH, SOUTH], [a, b], [judgement(a, b, "related", 0.6, 0.8)], [0, 1], stories=[0, 0])
    assert (fact.status, fact.confidence, fact.points) == ("corroborated", 0.8, ())


def test_what_an_article_recalls_from_long_before_is_no_part_of_its_event() -> None:
    north = Article(
        "The bridge in Lauren fell on Monday. A flood had damaged it in 2013.", source="N", published="2020-05-05"
    )
    south = Article("The bridge in Lauren came down.", source="S", published="2020-05-05")
    fell, came_down = claim(north.text[:36], article=north.id), whole(south)
    flood = claim(north.text[37:], article=north.id, start=37)
    year = attrs.evolve(
        day(flood.text, "2013", "2013-01-01"), latest=dt.date(2013, 12, 31), precision="year", month=None, day=None
    )
    flood = attrs.evolve(flood, times=(year,))
    [fact] = facts_of(
        [north, south], [fell, flood, came_down], [judgement(fell, came_down, "agreement")], [0, 1], stories=[0, 0]
    )
    assert fact.claims == (fell, came_down)


def test_what_follows_on_something_recalled_and_names_nothing_is_recalled_too() -> None:
    texts = [
        "The bridge in Lauren fell on Monday.",
        "A flood had damaged it in 2019.",
        "A beam was bent.",
        "Nobody died.",
    ]
    north = Article(" ".join(texts), source="N", published="2020-05-05")
    south = Article("The bridge in Lauren came down.", source="S", published="2020-05-05")
    starts = [north.text.index(text) for text in texts]
    fell, flood, beam, nobody = (
        claim(text, article=north.id, start=start) for text, start in zip(texts, starts, strict=True)
    )
    year = attrs.evolve(
        day(flood.text, "2019", "2019-01-01"), latest=dt.date(2019, 12, 31), precision="year", month=None, day=None
    )
    flood = attrs.evolve(flood, times=(year,))
    nobody = attrs.evolve(nobody, times=(day(nobody.text, "Nobody", "2020-05-04"),))
    came_down = whole(south)
    [fact] = facts_of(
        [north, south],
        [fell, flood, beam, nobody, came_down],
        [judgement(fell, came_down, "agreement")],
        [0, 0, 0, 0, 1],
        stories=[0, 0],
    )
    assert fact.claims == (fell, nobody, came_down)


@pytest.mark.parametrize("in_fact", [True, False])
def test_what_follows_on_something_recalled_is_present_where_it_is_disputed(in_fact: bool) -> None:
    texts = ["The bridge in Lauren fell on Monday.", "A flood had damaged it in 2014.", "A beam was bent."]
    north = Article(" ".join(texts), source="N", published="2020-05-05")
    south = Article("The bridge in Lauren came down. No beam was bent.", source="S", published="2020-05-05")
    starts = [north.text.index(text) for text in texts]
    fell, flood, beam = (claim(text, article=north.id, start=start) for text, start in zip(texts, starts, strict=True))
    year = attrs.evolve(
        day(flood.text, "2014", "2014-01-01"), latest=dt.date(2014, 12, 31), precision="year", month=None, day=None
    )
    flood = attrs.evolve(flood, times=(year,))
    came_down, no_beam = (
        claim(t, article=south.id, start=south.text.index(t)) for t in (south.text[:31], south.text[32:])
    )
    recalled = beam if in_fact else flood  # only what is dated long ago is surely not of the present
    [fact] = facts_of(
        [north, south],
        [fell, flood, beam, came_down, no_beam],
        [judgement(fell, came_down, "agreement"), judgement(recalled, no_beam, "contradiction")],
        [0, 0, 0, 1, 1],
        stories=[0, 0],
    )
    assert (recalled in fact.claims) == in_fact
    assert fact.status == ("disputed" if in_fact else "corroborated")


def meetings(*days: int) -> tuple[list[Article], list[Claim]]:
    """One article for each day of May, with one claim of a meeting on it."""
    articles, claims = [], []
    for number, on in enumerate(days):
        text = f"They met on {on} May 2019, says outlet {number}."
        time = day(text, f"{on} May 2019", f"2019-05-{on:02}")
        articles.append(Article(text, source=f"Outlet {number}"))
        claims.append(whole(articles[-1], event=event(text, "met", "talk", time=time)))
    return articles, claims


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ((3, 3, 20, 3, 3, 20, 3, 20, 20), {0, 1, 3, 4, 6}),
        ((3, 20, 20, 20), {1, 2, 3}),
        ((3, 20, 20, 3), {0, 3}),
        ((3, 20), {0}),
    ],
)
def test_of_two_days_most_claims_keep_theirs_and_of_a_tie_one_side(days: Sequence[int], kept: set[int]) -> None:
    articles, claims = meetings(*days)
    given = ClusteringInput(
        articles=articles,
        claims=claims,
        owners=np.arange(len(claims)),
        stories=[0] * len(claims),
        members=np.array([0.9] + [0.8] * (len(claims) - 1)),
        origins=list(range(len(claims))),
    )
    assert set(_compatible(given, range(len(claims)))) == kept


def test_every_two_claims_are_told_apart_as_two_are() -> None:
    _, claims = meetings(3, 20, 4, 3)
    claims.append(attrs.evolve(claims[0], article=claims[1].article, event=None))
    claims.append(attrs.evolve(claims[2], article=claims[3].article))
    assert apart_pairs(claims).tolist() == [[apart(a, b) for b in claims] for a in claims]
    assert apart_pairs([]).shape == (0, 0)


def test_a_claim_that_a_point_takes_to_another_event_is_in_one_fact_only() -> None:
    articles = [Article(f"The call number {n} took an hour.", source=f"Outlet {n}") for n in range(5)]
    claims = [whole(article) for article in articles]
    judgements = [judgement(a, b, "agreement") for n, a in enumerate(claims) for b in claims[n + 1 :]]
    judgements[0] = judgement(claims[0], claims[1], "contradiction")
    [fact] = facts_of(articles, claims, judgements, range(5), stories=[0, 0, 1, 1, 1])
    assert fact.claims == tuple(claims)
    assert [j.relation for j in fact.judgements].count("contradiction") == 1
