"""A command line whose library is replaced: what it was asked for, and a comparison made by hand as its answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from claimcheck.cli import main
from claimcheck.records import Article, Claim, Comparison, Fact, Judgement


class Run(NamedTuple):
    """What a run of the command line left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Runs `claimcheck` with the given words and tells what came of it."""

    def run_it(*words: str | Path) -> Run:
        code = main([str(word) for word in words])
        return Run(code, *capfd.readouterr())

    return run_it


def claim(article: Article, quote: str) -> Claim:
    start = article.text.index(quote)
    end = start + len(quote)
    return Claim(
        article=article.id, start=start, end=end, quote=quote, text=quote, sentence_start=start, sentence_end=end
    )


def judgement(a: str, b: str, relation: str, confidence: float) -> Judgement:
    rest = (1 - confidence) / 4
    probabilities: Any = dict.fromkeys(("agreement", "contradiction", "update", "related", "unrelated"), rest)
    probabilities[relation] = confidence
    return Judgement(a=a, b=b, relation=relation, probabilities=probabilities, same_fact=0.9)


@pytest.fixture
def comparison() -> Comparison:
    """Two articles with two facts: one disputed with confidence 0.8, one corroborated with confidence 0.6."""
    first = Article("The ferry carried 90 passengers. It sank off the north coast.", source="Herald")
    second = Article("The ferry carried 130 passengers. It went down off the north coast.", source="Gazette")
    claims = tuple(
        claim(article, quote)
        for article, quote in [
            (first, "The ferry carried 90 passengers."),
            (first, "It sank off the north coast."),
            (second, "The ferry carried 130 passengers."),
            (second, "It went down off the north coast."),
        ]
    )
    disputed = judgement(claims[0].id, claims[2].id, "contradiction", 0.8)
    agreed = judgement(claims[1].id, claims[3].id, "agreement", 0.6)
    facts = tuple(
        Fact(
            title=pair[0].text,
            status=status,
            claims=pair,
            articles=(first, second),
            origins=((first,), (second,)),
            judgements=(found,),
        )
        for status, pair, found in [
            ("disputed", (claims[0], claims[2]), disputed),
            ("corroborated", (claims[1], claims[3]), agreed),
        ]
    )
    return Comparison(articles=(first, second), claims=claims, facts=facts, judgements=(disputed, agreed))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, comparison: Comparison) -> dict[str, Any]:
    """Replaces `claimcheck.pipeline.compare`; holds what it was called with once it was."""
    calls: dict[str, Any] = {}

    def compare(articles_or_paths: Any, *, settings: Any = None, metadata: Any = None, progress: Any) -> Comparison:
        calls.update(given=list(articles_or_paths), settings=settings, metadata=metadata)
        for stage in ("Reading", "Judging"):
            progress(stage, 0, 2)
            progress(stage, 2, 2)
        return comparison

    monkeypatch.setattr("claimcheck.pipeline.compare", compare)
    return calls
