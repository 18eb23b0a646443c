"""No two articles of a comparison are called alike."""

from __future__ import annotations

import io
from typing import Any

import attrs
import pytest
from hand_built import claim_of, fire
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from claimcheck.records import Article, Comparison, Fact
from claimcheck.reporting import claims_table, print_comparison
from claimcheck.reporting.html import html_text
from claimcheck.reporting.markdown import markdown_text
from claimcheck.reporting.names import article_names, names_of, sources_line
from claimcheck.reporting.view import fact_views


def called(*articles: dict[str, Any]) -> list[str]:
    """What articles with these values and texts of their own are called."""
    return list(article_names(Article(f"Text number {n}.", **values) for n, values in enumerate(articles)).values())


def test_names_that_differ_stay_as_they_are() -> None:
    values: list[dict[str, Any]] = [
        {"source": "Reuters", "title": "Fire", "path": "a.txt"},
        {"title": "Fire"},
        {"path": "ap/fire.txt"},
        {"source": "Reuters (Fire)"},
    ]
    assert called(*values) == ["Reuters", "Fire", "fire.txt", "Reuters (Fire)"]
    assert called({"path": "-"}) == ["standard input"]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([{"path": "d/ap/x.txt"}, {"path": "d/bbc/x.txt"}], ["ap/x.txt", "bbc/x.txt"]),
        ([{"path": "1/ap/x.txt"}, {"path": "2/ap/x.txt"}, {"path": "x.txt"}], ["1/ap/x.txt", "2/ap/x.txt", None]),
        ([{"source": "R", "title": "One"}, {"source": "R", "title": "Two"}], ["R (“One”)", "R (“Two”)"]),
        ([{"source": "R", "path": "d/a.txt"}, {"source": "R", "path": "d/b.txt"}], ["R (a.txt)", "R (b.txt)"]),
        ([{"source": "R", "path": "a/x.txt"}, {"source": "R", "path": "b/x.txt"}], ["R (a/x.txt)", "R (b/x.txt)"]),
        (
            [{"source": "R", "published": f"2020-10-0{day}"} for day in (3, 5)],
            ["R (3 October 2020)", "R (5 October 2020)"],
        ),
        ([{"source": "R"}, {"source": "R"}], ["R (“Text number 0.”)", "R (“Text number 1.”)"]),
        (
            [{"source": "word " * 10 + end} for end in ("north", "south")],
            ["word " * 10 + "north", "word " * 10 + "south"],
        ),
        ([{"source": "R"}, {"source": "R", "title": "One"}, {"source": "R (“One”)"}], [None, None, "R (“One”)"]),
    ],
)
def test_names_that_are_alike_get_what_tells_them_apart(
    articles: list[dict[str, Any]], expected: list[str | None]
) -> None:
    names = called(*articles)
    assert len(set(names)) == len(names)
    assert [name for name, wanted in zip(names, expected, strict=True) if wanted] == [name for name in expected if name]


@given(st.lists(st.fixed_dictionaries({key: st.sampled_from(["", "x", "y/x"]) for key in ("source", "title", "path")})))
def test_no_two_names_are_alike(values: list[dict[str, str]]) -> None:
    articles = [Article(f"Text number {n}.", **each) for n, each in enumerate(values)]  # type: ignore[arg-type]
    names = article_names(articles)
    assert all(names.values())
    assert len(set(names.values())) == len(articles)
    assert article_names(reversed(articles)) == names


def reuters(*titles: str) -> Comparison:
    """The fire, told by three articles of one source on one day."""
    comparison = fire(3)
    by_id = {
        article.id: attrs.evolve(article, source="Reuters", title=title, published="2023-07-01")
        for article, title in zip(comparison.articles, titles, strict=True)
    }

    def of(articles: tuple[Article, ...]) -> tuple[Article, ...]:
        return tuple(by_id[article.id] for article in articles)

    (fact,) = comparison.facts
    points = tuple(attrs.evolve(point, origins=tuple(map(of, point.origins))) for point in fact.points)
    fact = attrs.evolve(fact, points=points, articles=of(fact.articles), origins=tuple(map(of, fact.origins)))
    stories = tuple(attrs.evolve(story, articles=of(story.articles)) for story in comparison.stories)
    return attrs.evolve(comparison, articles=of(comparison.articles), facts=(fact,), stories=stories)


def test_pieces_of_one_source_are_told_apart_in_every_report() -> None:
    comparison = reuters("Three die", "Nine die", "Bridge holds")
    out = io.StringIO()
    print_comparison(comparison, Console(file=out, width=100))
    assert "1. Reuters (“Three die”), 1 July 2023\n" in markdown_text(comparison)
    for report in (out.getvalue(), markdown_text(comparison), html_text(comparison)):
        assert "Reuters (“Three die”)" in report
        assert "Reuters (“Nine die”)" in report
    once = "3 claims are told by one source only: 2 by Reuters (“Three die”) and 1 by Reuters (“Bridge holds”)."
    assert once in " ".join(out.getvalue().split())


def test_the_table_of_claims_tells_files_of_one_name_apart() -> None:
    articles = [Article(f"It rained{end}", path=f"{folder}/x.txt") for end, folder in ((".", "a"), ("!", "b"))]
    out = io.StringIO()
    claims_table([], articles, Console(file=out))
    assert [line.split(",")[0] for line in out.getvalue().splitlines() if line] == ["a/x.txt", "b/x.txt"]


def test_sources_tell_origins_and_what_was_folded_into_them(comparison: Comparison) -> None:
    names = names_of(comparison)
    first, _, third = comparison.facts
    assert sources_line(first, names) == "2 independent sources: The Harbour Herald and Coast Courier"
    assert "The Harbour Herald (with @portblog *bold* | x) and Coast Courier" in sources_line(third, names)


def test_one_source_is_named_once_in_its_origin_and_by_its_pieces_in_several() -> None:
    comparison = reuters("Three die", "Nine die", "Bridge holds")
    (view,) = fact_views(comparison)
    assert view.sources.startswith("3 independent sources: Reuters (“Three die”), Reuters (“Nine die”) and")
    one = attrs.evolve(comparison.facts[0], origins=(comparison.articles,))
    assert sources_line(one, names_of(comparison)) == "1 independent source: Reuters"


def test_files_of_one_name_are_two_sources() -> None:
    articles = tuple(Article(f"It rained{end}", path=f"{folder}/x.txt") for end, folder in ((".", "a"), ("!", "b")))
    claims = tuple(claim_of(article, article.text) for article in articles)
    fact = Fact(
        title="Rain", status="corroborated", claims=claims, articles=articles, judgements=(),
        origins=tuple((article,) for article in articles),
    )  # fmt: skip
    names = names_of(Comparison(articles=articles, claims=claims, facts=(fact,)))
    assert names.sources_of(articles) == ["a/x.txt", "b/x.txt"]
    assert sources_line(fact, names) == "2 independent sources: a/x.txt and b/x.txt"
