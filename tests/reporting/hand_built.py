"""Records from words: a claim quotes its article, and evidence stands where its words stand."""

from __future__ import annotations

from typing import Any

import attrs

from claimcheck.records import RELATIONS, Article, Claim, Comparison, Fact, Judgement, Reason, Relation

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
