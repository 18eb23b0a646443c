"""Records from words: a claim quotes its article, and evidence stands where its words stand."""

from __future__ import annotations

from typing import Any

import attrs

from claimcheck.records import (
    RELATIONS,
    Article,
    Claim,
    Comparison,
    Evidence,
    Fact,
    Judgement,
    Point,
    Reason,
    Relation,
    Status,
    Story,
)

SCRIPT = "<script>alert(1)</script>"
MARKDOWN_LINK = "](javascript:alert(2))"
ESCAPE = "\x1b[31mred\x1b[0m"


def claim_of(article: Article, words: str, **values: Any) -> Claim:
    """The claim that quotes `words`, which stand once in the article."""
    assert article.text.count(words) == 1, words
    start = article.text.index(words)
    end = start + len(words)
    values.setdefault("sentence_start", start)
    values.setdefault("sentence_end", end)
    return Claim(article=article.id, start=start, end=end, quote=words, text=" ".join(words.split()), **values)


def located(article: Article, words: str, within: str = "") -> dict[str, Any]:
    """Start, end and text of `words` in the article, searched from the start of `within`."""
    start = article.text.index(words, article.text.index(within))
    return {"start": start, "end": start + len(words), "text": words}


def judged(a: Claim, b: Claim, relation: Relation, confidence: float, *reasons: Reason) -> Judgement:
    rest = (1 - confidence) / 4
    return Judgement(
        a=a.id,
        b=b.id,
        relation=relation,
        probabilities={each: confidence if each == relation else rest for each in RELATIONS},
        same_fact=0.9,
        reasons=reasons,
    )


def many_facts(n: int) -> Comparison:
    """Two articles that share `n` facts."""
    a, b = (Article(" ".join(f"Thing {i} happened in town {i}." for i in range(n)), source=s) for s in "AB")
    b = attrs.evolve(b, text=b.text + " ")
    facts = []
    for i in range(n):
        pair = tuple(claim_of(article, f"Thing {i} happened in town {i}.") for article in (a, b))
        facts.append(
            Fact(
                title=pair[0].text, status="disputed", claims=pair, articles=(a, b), origins=((a,), (b,)), judgements=()
            )
        )
    claims = tuple(claim for article in (0, 1) for claim in (fact.claims[article] for fact in facts))
    return Comparison(articles=(a, b), claims=claims, facts=tuple(facts))


def copied() -> Comparison:
    """The fire, of whose four points two are told by copies of one source alone; one is disputed."""
    comparison = fire(4)
    (fact,) = comparison.facts
    disputed, _, *agreed = fact.points
    one = (fact.articles,)
    points = (disputed, *(attrs.evolve(point, origins=one) for point in agreed))
    judgements = tuple(judgement for point in points for judgement in point.judgements)
    fact = attrs.evolve(fact, points=points, origins=one, judgements=judgements)
    return attrs.evolve(comparison, facts=(fact,))


def fire(points: int = 3) -> Comparison:
    """One fire as three articles tell it: a fact of that many points, of 3 to 9.

    A disputed toll (two articles), an updated area (two), and what all three say: its place, then whatever else. Beside
    them the first article alone tells two things, and the third one thing.
    """
    more = (
        "The road was shut.|A school was emptied.|Smoke reached the coast.|Rain came late.|Two barns fell.|Wind rose."
    )
    shared = ["The fire began near Marl.", *more.split("|")][: points - 2]
    a = Article(
        " ".join(["Three people died.", "It burnt 40 hectares.", *shared, "A dog barked.", "The mayor wept."]),
        source="Marl Gazette",
        published="2023-07-01",
    )
    b = Article(" ".join(["Nine people died.", "It burnt 90 hectares.", *shared]), source="B", published="2023-07-03")
    c = Article(" ".join([*shared, "The bridge held."]), source="C", published="2023-07-02")

    def told(words: str, *articles: Article) -> tuple[Claim, ...]:
        return tuple(claim_of(article, words) for article in articles)

    def point(status: Status, claims: tuple[Claim, ...], *judgements: Judgement) -> Point:
        origins = tuple((article,) for article in (a, b, c) if article.id in {claim.article for claim in claims})
        return Point(title=claims[0].text, status=status, claims=claims, origins=origins, judgements=judgements)

    deaths = (*told("Three people died.", a), *told("Nine people died.", b))
    area = (*told("It burnt 40 hectares.", a), *told("It burnt 90 hectares.", b))
    dead = Reason(
        kind="quantity",
        supports="contradiction",
        a=Evidence(**located(a, "Three people")),
        b=Evidence(**located(b, "Nine people")),
        sentence="3 against 9.",
    )
    made = [
        point("disputed", deaths, judged(*deaths, "contradiction", 0.9, dead)),
        point("updated", area, judged(*area, "update", 0.8)),
    ]
    for words in shared:
        claims = told(words, a, b, c)
        pairs = ((claims[0], claims[1], 0.95), (claims[0], claims[2], 0.85))
        made.append(point("corroborated", claims, *(judged(x, y, "agreement", sure) for x, y, sure in pairs)))
    once = (*told("A dog barked.", a), *told("The mayor wept.", a), *told("The bridge held.", c))
    claims = tuple(
        sorted(
            (*once, *(claim for each in made for claim in each.claims)),
            key=lambda claim: ([a.id, b.id, c.id].index(claim.article), claim.start),
        )
    )
    judgements = tuple(judgement for each in made for judgement in each.judgements)
    fact = Fact(
        title="The fire began near Marl.",
        status="disputed",
        claims=claims,
        articles=(a, b, c),
        origins=((a,), (b,), (c,)),
        judgements=judgements,
        points=tuple(made),
    )
    return Comparison(
        articles=(a, b, c),
        claims=claims,
        stories=(Story(title="Fire near Marl", articles=(a, b, c)),),
        facts=(fact,),
        judgements=judgements,
    )
