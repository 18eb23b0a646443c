"""The Markdown report: readable as it stands, and safe where it is rendered."""

from __future__ import annotations

import attrs
import pytest
from hand_built import fire
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck.records import Article, Comparison, Story
from claimcheck.reporting.markdown import escape, markdown_text
from claimcheck.reporting.words import line_of


@pytest.fixture(scope="module")
def source(comparison: Comparison) -> str:
    return markdown_text(comparison)


def rendered(source: str) -> str:
    """As a renderer makes it that lets all HTML through."""
    return MarkdownIt("commonmark", {"html": True}).enable(["strikethrough", "table"]).render(source)


def test_facts_quotes_and_reasons_are_there(source: str) -> None:
    for part in (
        "5 articles, 9 claims, 2 stories, 3 facts: 1 disputed, 1 updated, 1 corroborated.",
        "## 1. Disputed: The ferry Aurora drifted",
        "> **The Harbour Herald**, 4 June 2021 · Said by: the coastguard",
        "without power for **50 minutes** off Skagen",
        "“… lay without power for **over an hour** on Friday …”",
        "- 50 min against more than 60 min",
        "- The coastguard against a port official: a dispute between them, not between the articles.",
        "## 2. Updated: ",
        "## 3. Corroborated: ",
    ):
        assert part in source
    assert source.count("“Every passenger was ashore by midnight.”") == 1


def test_an_agreement_comes_as_a_pair_then_the_other_quotes_then_what_else_agrees(source: str) -> None:
    parts = (
        "## 3. Corroborated: ",
        "**Agreement**, 97%",
        "“Every passenger was ashore by midnight.”",
        "- Both say that the passengers were ashore by midnight.",
        "**Also reported**",
        "“By midnight all of the passengers",
        "- The Harbour Herald and @portblog \\*bold\\* \\| x also agree, 74%",
    )
    places = [source.index(part) for part in parts]
    assert places == sorted(places)


def test_points_come_in_order_under_their_fact_then_what_one_source_tells() -> None:
    source = markdown_text(fire(3))
    parts = (
        "## 1. Disputed: The fire began near Marl.",
        "\n\n3 points: 1 disputed, 1 updated, 1 corroborated.",
        "### 1.1 Disputed: Three people died.\n\n2 independent sources: Marl Gazette and B. Confidence 90%.",
        "**Contradiction**, 90%",
        "“**Nine people** died.”",
        "### 1.2 Updated: It burnt 40 hectares.",
        "### 1.3 Corroborated: The fire began near Marl.\n\nConfidence 95%.",
        "### Told by one source only",
        "3 claims are told by one source only: 2 by Marl Gazette and 1 by C.",
        "“The bridge held.”",
        "## Timeline",
    )
    places = [source.index(part) for part in parts]
    assert places == sorted(places)


def test_the_timeline_names_events_articles_and_facts(source: str) -> None:
    timeline = source[source.index("## Timeline") : source.index("## Articles")]
    first, fact, second = timeline.strip().splitlines()[2:]
    assert first.startswith("- **4 June 2021**: Ferry adrift &lt;script&gt;")
    assert "Reported by The Harbour Herald (4 June 2021), Coast Courier (5 June 2021) and " in first
    assert (
        fact == "  - 4 June 2021: fact 1, The ferry Aurora drifted without power for 50 minutes off Skagen on Friday."
    )
    assert second.startswith("- **Reported 1 to 3 August 2022**: Flood of the Lenn. Reported by Lenn Gazette")


def test_articles_that_stand_alone_are_named() -> None:
    fires = fire(3)
    lone = Article("A choir sang in Brint.", title="Choir *sings*", source="D", published="2023-07-04")
    stories = (*fires.stories, Story(title="Choir", articles=(lone,)))
    text = markdown_text(attrs.evolve(fires, articles=(*fires.articles, lone), stories=stories))
    assert "1 article reports an event that no other article was found to report:\n\n- D, “Choir" in text
    assert "“Choir \\*sings\\*”, 4 July 2023, 0 claims" in text
    assert "no other article was found" not in markdown_text(fires)


def test_what_is_in_no_fact_is_quoted_below_its_storys_fact(source: str) -> None:
    told = source[source.index("### Background and other events") : source.index("## Timeline")]
    assert "2 more claims were taken for background or other events" in told
    assert "“Nobody was hurt.”" in told
    assert source.count("### Background and other events") == 1


def test_only_web_addresses_are_links(source: str) -> None:
    page = rendered(source)
    assert page.count("<a ") == 1
    assert '<a href="https://herald.example/ferry?x=1&amp;y=2">' in page


def test_articles_put_in_no_html_no_link_and_no_style(source: str) -> None:
    page = rendered(source)
    assert "<script" not in page
    assert "@portblog *bold* | x" in page
    assert "\x1b" not in source


def test_the_marks_are_strong_in_the_rendered_page(source: str) -> None:
    assert "<strong>at least 34 people</strong>" in rendered(source)


def test_nothing_found_is_said(nothing: Comparison) -> None:
    assert "No shared fact to show." in markdown_text(nothing)


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "2) item",
        "> quote",
        "=====",
        "---",
        "a *b* _c_ **d** `e` ~~f~~",
        "[a](javascript:x) ![i](x) [r][1] [^1]",
        "<b>x</b> <!-- --> <https://x.example> &lt; &#60;",
        "a\\*b\\",
        "| a | b |",
        "line\n\n# heading\n\n    code",
    ],
)
def test_escaped_text_renders_as_itself(text: str) -> None:
    assert MarkdownIt("commonmark").enable("table").enable("strikethrough").render(escape(text)) == _paragraph(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_escaped_text_renders_as_itself(text: str) -> None:
    assert MarkdownIt("commonmark").enable("strikethrough").render(escape(text)) == _paragraph(text)


def _paragraph(text: str) -> str:
    line = line_of(text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        line = line.replace(character, entity)
    return f"<p>{line}</p>\n" if line else ""
