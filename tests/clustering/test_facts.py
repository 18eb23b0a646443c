from __future__ import annotations

from claimcheck.clustering import build_facts
from claimcheck.records import Article
from tests.builders import claim, day, event, judgement

NORTH = Article("The call took 50 minutes.", source="North")
SOUTH = Article("The call lasted more than an hour.", source="South")
WEST = Article("They spoke by phone for 50 minutes.", source="West")


def whole(article: Article, **fields: object):
    return claim(article.text, article=article.id, **fields)


def test_a_contradiction_makes_a_disputed_fact_of_both_articles() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    [fact] = build_facts([NORTH, SOUTH], [a, b], [judgement(a, b, "contradiction", 0.8)], [0, 1])
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
    [fact] = build_facts([NORTH, SOUTH, WEST], [a, b, c], judgements, [0, 1, 2])
    assert fact.status == "disputed"
    assert [j.relation for j in fact.judgements] == ["contradiction", "agreement", "related"]


def test_copies_count_as_one_origin() -> None:
    a, c = whole(NORTH), whole(WEST)
    [fact] = build_facts([NORTH, WEST], [a, c], [judgement(a, c, "agreement")], [0, 0])
    assert fact.origins == ((NORTH, WEST),)


def test_related_claims_are_no_fact() -> None:
    a, b = whole(NORTH), whole(SOUTH)
    assert build_facts([NORTH, SOUTH], [a, b], [judgement(a, b, "related")], [0, 1]) == []


def test_no_chain_joins_claims_of_different_events() -> None:
    texts = ["They met on 4 March 2019.", "They met for talks.", "They met on 21 March 2018."]
    articles = [Article(text) for text in texts]
    claims = [
        whole(articles[0], event=event(texts[0], "met", "talk", time=day(texts[0], "4 March 2019", "2019-03-04"))),
        whole(articles[1], event=event(texts[1], "met", "talk")),
        whole(articles[2], event=event(texts[2], "met", "talk", time=day(texts[2], "21 March 2018", "2018-03-21"))),
    ]
    judgements = [judgement(claims[0], claims[1], "agreement"), judgement(claims[1], claims[2], "agreement")]
    facts = build_facts(articles, claims, judgements, [0, 1, 2])
    assert facts
    assert not any({claims[0], claims[2]} <= set(fact.claims) for fact in facts)


def test_disputed_facts_come_first() -> None:
    a, b, c = whole(NORTH), whole(SOUTH), whole(WEST)
    other = claim("It rained.", article=NORTH.id, start=100)
    same = claim("There was rain.", article=SOUTH.id, start=100)
    judgements = [judgement(other, same, "agreement", 0.99), judgement(a, b, "contradiction", 0.6)]
    facts = build_facts([NORTH, SOUTH, WEST], [a, other, b, same, c], judgements, [0, 1, 2])
    assert [fact.status for fact in facts] == ["disputed", "corroborated"]


def test_nothing_in_nothing_out() -> None:
    assert build_facts([], [], [], []) == []
