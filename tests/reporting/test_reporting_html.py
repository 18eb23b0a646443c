"""The HTML report as a file: whole, safe, linked in itself, loading nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import attrs
import pytest
from hand_built import SCRIPT, claim_of, copied, fire, many_facts
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import Article, Claim, Comparison, Fact, Story
from claimcheck.reporting import notebook_html
from claimcheck.reporting.html import html_text
from claimcheck.reporting.words import lines_of

VOID = {"meta", "link", "input", "br", "hr", "img"}


@attrs.define
class Element:
    tag: str
    attributes: dict[str, str | None]
    text: str = ""


class Page(HTMLParser):
    """Every element with the text inside it; fails where tags are not balanced."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs_: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs_))
        assert len(element.attributes) == len(attrs_), f"an attribute twice in {attrs_}"
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str = "", css_class: str = "") -> list[Element]:
        return [
            element
            for element in self.elements
            if (not tag or element.tag == tag)
            and (not css_class or css_class in (element.attributes.get("class") or "").split())
        ]


@pytest.fixture(scope="module")
def source(comparison: Comparison) -> str:
    return html_text(comparison)


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(page: Page) -> None:
    (policy,) = [
        e.attributes["content"] for e in page.all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    hashes = {}
    for tag in ("style", "script"):
        (element,) = page.all(tag)
        hashes[tag] = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_loaded_and_nothing_runs_from_an_attribute(page: Page) -> None:
    for element in page.elements:
        assert element.tag not in {"link", "img", "iframe", "object", "embed", "form", "base", "audio", "video"}
        for name in element.attributes:
            assert name not in {"src", "srcset", "style", "action", "srcdoc"}
            assert not name.startswith("on")
    style = page.all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style


def test_an_articles_script_is_shown_and_is_no_element(page: Page) -> None:
    assert len(page.all("script")) == 1
    assert SCRIPT in page.all("main")[0].text


def test_links_lead_into_the_page_or_to_web_addresses(page: Page) -> None:
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    outside = []
    for link in page.all("a"):
        target = link.attributes["href"] or ""
        if target.startswith("#"):
            assert target[1:] in ids
        else:
            outside.append(target)
            assert link.attributes["rel"] == "noopener noreferrer"
    assert outside == ["https://herald.example/ferry?x=1&y=2"]


def test_labels_of_parts_lead_somewhere(page: Page) -> None:
    ids = {element.attributes.get("id") for element in page.elements}
    for element in page.elements:
        for name in ("aria-labelledby", "for"):
            if name in element.attributes:
                assert element.attributes[name] in ids


def test_every_fact_has_its_anchor_status_confidence_and_quotes(page: Page, comparison: Comparison) -> None:
    facts = page.all("details", "fact")
    assert [e.attributes["id"] for e in facts] == [f"fact-{fact.id}" for fact in comparison.facts]
    disputed, updated, agreed = (" ".join(e.text.split()) for e in facts)
    assert "Disputed 93% sure The ferry Aurora drifted" in disputed
    assert "2 independent sources: The Harbour Herald and Coast Courier" in disputed
    assert "Said by: the coastguard" in disputed
    assert "When: on Friday (4 June 2021)" in disputed
    assert "50 min against more than 60 min" in disputed
    assert "Later report: 57 dead on Wednesday, at least 34 on Monday." in updated
    assert agreed.count("Every passenger was ashore by midnight.") == 1
    assert [mark.text for mark in page.all("mark")] == ["50 minutes", "over an hour", "at least 34 people", "57 people"]


def test_agreements_are_pairs_and_what_is_quoted_already_is_folded_away(page: Page) -> None:
    (pair,) = page.all("section", "agreement")
    text = " ".join(pair.text.split())
    assert text.startswith("Agreement 97% sure The Harbour Herald")
    assert text.endswith("Both say that the passengers were ashore by midnight.")
    (rest,) = [e for e in page.all("details", "rest") if "once" not in (e.attributes["class"] or "").split()]
    assert "open" not in rest.attributes
    assert " ".join(rest.text.split()).startswith("2 more agreeing pairs The Harbour Herald and @portblog")


def test_it_is_said_whose_dispute_it_is(page: Page) -> None:
    (line,) = page.all("li", "whose")
    assert line.text == "The coastguard against a port official: a dispute between them, not between the articles."


def test_the_timeline_links_stories_articles_and_facts(page: Page, comparison: Comparison) -> None:
    (events,) = page.all("ol", "timeline")
    ids = {element.attributes.get("id") for element in page.elements}
    assert {f"story-{story.id}" for story in comparison.stories} <= ids
    assert [element.text for element in page.all("p", "when")] == ["4 June 2021", "Reported 1 to 3 August 2022"]
    assert "Ferry adrift" in events.text
    assert page.all("ul", "dated")[0].text.split()[0] == "Disputed"


def test_without_stories_and_dates_there_is_no_timeline() -> None:
    page = Page(html_text(many_facts(2)))
    assert page.all("ol", "timeline") == []
    assert "#timeline" not in [link.attributes["href"] for link in page.all("a")]


def test_only_disputed_facts_start_open(page: Page) -> None:
    assert ["open" in e.attributes for e in page.all("details", "fact")] == [True, False, False]


def test_articles_are_shown_whole_with_white_space_and_their_claims(page: Page, comparison: Comparison) -> None:
    shown = [e.text for e in page.all("div", "text")]
    assert shown == [lines_of(article.text) for article in comparison.articles]
    by_id = {e.attributes.get("id"): e.text for e in page.all("span", "claim")}
    for claim in comparison.claims:
        assert by_id[f"claim-{claim.id}"] == lines_of(claim.quote)


def test_quotes_and_names_keep_their_own_direction(page: Page) -> None:
    for element in [*page.all("blockquote"), *page.all("div", "text"), *page.all("span", "title")]:
        assert element.attributes["dir"] == "auto"
    assert page.all("html")[0].attributes["lang"] == "en"


def test_copies_dates_and_files_are_told(page: Page) -> None:
    text = " ".join(page.all("section")[-1].text.split())
    assert "The same text: news/herald-again.txt" in text
    assert "not before 4 June 2021" in text
    assert "javascript:alert(3)" in text


def test_a_fact_is_grouped_by_its_points() -> None:
    comparison = fire(3)
    (fact,) = comparison.facts
    page = Page(html_text(comparison))
    points = page.all("section", "point")
    assert [e.attributes["id"] for e in points] == [f"fact-{fact.id}-{n}" for n in (1, 2, 3)]
    assert [e.attributes["data-status"] for e in points] == ["disputed", "updated", "corroborated"]
    assert [e.attributes["data-confidence"] for e in points] == ["90", "80", "95"]
    texts = [" ".join(e.text.split()) for e in points]
    assert texts[0].startswith(
        "1.1 Disputed 90% sure Three people died. 2 independent sources: Marl Gazette and B Contradiction 90% sure"
    )
    assert texts[2].startswith("1.3 Corroborated 95% sure The fire began near Marl. Agreement 95% sure Marl Gazette")
    assert "3 points: 1 disputed, 1 updated, 1 corroborated" in page.all("details", "fact")[0].text
    buttons = [" ".join(e.text.split()) for e in page.all("button") if "data-status" in e.attributes]
    assert buttons == ["All 3", "Disputed 1", "Updated 1", "Corroborated 1"]


def test_a_button_counts_what_the_badges_and_the_totals_say() -> None:
    comparison = copied()
    page = Page(html_text(comparison))
    buttons = {
        e.attributes["data-status"]: " ".join(e.text.split())
        for e in page.all("button")
        if "data-status" in e.attributes
    }
    assert [buttons[status] for status in ("corroborated", "from one source")] == [
        "Corroborated 0",
        "From one source 2",
    ]
    assert "same event" not in buttons
    assert [e.text for e in page.all("span", "badge")][1:] == ["Disputed", "From one source", "From one source"]
    assert [e.attributes["data-status"] for e in page.all("section", "point")][1:] == ["from one source"] * 2
    assert "1 disputed, 2 from one source" in page.all("p", "totals")[0].text


def test_windows_line_ends_are_line_ends_and_claims_stand_where_they_stood() -> None:
    article, other = Article("Snow fell.\r\n\r\nRoads closed.\rTown shut.", source="A"), Article("Roads closed.")
    claims = (claim_of(article, "Roads closed."), claim_of(other, "Roads closed."))
    fact = Fact(
        title="Roads", status="corroborated", claims=claims, articles=(article, other), origins=(), judgements=()
    )
    page = Page(html_text(Comparison(articles=(article, other), claims=claims, facts=(fact,))))
    assert page.all("div", "text")[0].text == "Snow fell.\n\nRoads closed.\nTown shut."
    assert [e.text for e in page.all("span", "claim")] == ["Roads closed."] * 2


def test_sources_are_filtered_by_their_whole_names() -> None:
    north, south = (
        f"{'National Broadcasting Service of the Republic of '}{place}" for place in ("Northmark", "Southmark")
    )
    a, b, c = (Article(f"It rained{end}", source=s) for end, s in ((".", north), ("!", south), ("?", north)))
    claims = tuple(claim_of(article, article.text) for article in (a, b, c))
    facts = [
        Fact(title=x.text, status="updated", claims=(x, y), articles=of, origins=(of,), judgements=())
        for x, y, of in ((claims[0], claims[2], (a, c)), (claims[0], claims[1], (a, b)))
    ]
    page = Page(html_text(Comparison(articles=(a, b, c), claims=claims, facts=tuple(facts))))
    assert [e.text for e in page.all("option")] == ["All sources", north, south]
    assert [(e.attributes["data-sources"] or "").split() for e in page.all("details", "fact")] == [["0"], ["0", "1"]]


def test_what_one_source_tells_is_folded_and_grouped_by_source() -> None:
    page = Page(html_text(fire(3)))
    (once,) = page.all("details", "once")
    assert "open" not in once.attributes
    text = " ".join(once.text.split())
    assert text.startswith("Told by one source only: 3 claims Only Marl Gazette")
    assert text.index("The mayor wept.") < text.index("Only C") < text.index("The bridge held.")


def test_what_is_in_no_fact_is_folded_under_its_storys_fact(page: Page, comparison: Comparison) -> None:
    (beside,) = [e for e in page.all("details", "once") if e.text.strip().startswith("Background and other events")]
    assert "2 claims" in beside.text
    assert "Nobody was hurt." in beside.text
    assert {e.attributes["href"] for e in page.all("a", "place")} >= {
        f"#claim-{claim.id}" for claim in comparison.claims
    }


def test_a_claim_in_its_article_has_the_status_of_its_point_and_leads_back_to_it() -> None:
    comparison = fire(3)
    (fact,) = comparison.facts
    page = Page(html_text(comparison))
    classes = {e.text: e.attributes["class"] for e in page.all("span", "claim")}
    assert classes["Three people died."] == "claim in disputed"
    assert classes["It burnt 40 hectares."] == "claim in updated"
    assert classes["The fire began near Marl."] == "claim in corroborated"
    assert classes["A dog barked."] == "claim in"
    backs = {e.attributes["data-number"]: e.attributes for e in page.all("a", "back")}
    assert {number: back["href"] for number, back in backs.items()} == {
        "1": f"#fact-{fact.id}",
        **{f"1.{n}": f"#fact-{fact.id}-{n}" for n in (1, 2, 3)},
    }
    assert backs["1.2"]["aria-label"] == "Back to point 1.2"
    ids = {element.attributes.get("id") for element in page.elements}
    assert {(back["href"] or "")[1:] for back in backs.values()} <= ids


def test_the_notebook_fragment_has_the_points() -> None:
    text = " ".join(Page(notebook_html(fire(3))).all("div")[0].text.split())
    assert "Disputed 90% sure Three people died." in text
    assert "3 claims are told by one source only: 2 by Marl Gazette and 1 by C." in text


def test_there_are_landmarks_a_skip_link_and_a_live_count(page: Page) -> None:
    for tag in ("header", "nav", "main", "footer", "search"):
        assert page.all(tag)
    assert page.all("a", "skip")[0].attributes["href"] == "#facts"
    (count,) = [e for e in page.elements if e.attributes.get("aria-live") == "polite"]
    assert count.text == "3 facts shown"


def test_overlapping_claims_are_all_reachable() -> None:
    article, other = Article("Snow fell. Roads closed.", source="A"), Article("Snow fell on the roads.", source="B")
    parts = [claim_of(article, words) for words in ("Snow fell.", "fell. Roads", article.text)]
    claims = (*parts, claim_of(other, other.text))
    fact = Fact(
        title="Snow", status="corroborated", claims=claims, articles=(article, other), origins=(), judgements=()
    )
    page = Page(html_text(Comparison(articles=(article, other), claims=claims, facts=(fact,))))
    for claim in claims:
        passages = [e for e in page.all("span", "claim") if claim.id in (e.attributes["data-claims"] or "").split()]
        assert "".join(passage.text for passage in passages) == claim.quote


def test_articles_that_stand_alone_are_named_and_linked() -> None:
    fires = fire(3)
    lone = Article("A choir sang in Brint.", title="Choir sings", source="D", published="2023-07-04")
    assert "no other article was found" not in html_text(fires)
    stories = (*fires.stories, Story(title="Choir", articles=(lone,)))
    text = html_text(attrs.evolve(fires, articles=(*fires.articles, lone), stories=stories))
    assert "1 article reports an event that no other article was found to report:" in text
    assert f'<a href="#article-{lone.id}"><bdi>D</bdi></a>, 4 July 2023: <bdi>Choir sings</bdi> (0 claims)' in text


def test_nothing_found_is_said_and_no_controls_are_there(nothing: Comparison) -> None:
    page = Page(html_text(nothing))
    assert "No shared fact to show." in page.all("main")[0].text
    assert page.all("search") == []


def test_a_page_with_many_disputes_starts_closed_and_is_laid_out_piece_by_piece() -> None:
    page = Page(html_text(many_facts(250)))
    assert not any("open" in e.attributes for e in page.all("details"))
    assert page.all("html")[0].attributes["class"] == "long"


def test_the_notebook_fragment_is_short_and_stands_alone(comparison: Comparison) -> None:
    source = notebook_html(comparison)
    page = Page(source)
    assert source == comparison._repr_html_()
    assert page.all("script") == page.all("a") == []
    assert SCRIPT in page.all("div")[0].text
    assert [mark.text for mark in page.all("mark")][:2] == ["50 minutes", "over an hour"]
    assert all(
        rule.startswith(".claimcheck-report ")
        for rule in re.findall(r"^[^\s@}].*?(?= \{)", page.all("style")[0].text, re.M)[1:]
    )
    assert "5 more facts" in notebook_html(many_facts(25))


def test_the_notebook_fragment_says_where_nothing_was_found(nothing: Comparison) -> None:
    assert "No shared fact to show." in notebook_html(nothing)


@given(st.text(min_size=1, max_size=80))
def test_any_text_is_shown_as_text(text: str) -> None:
    article = Article(text, title=text, source=text, url=text, path=text)
    other = Article(text + "x", source=text)
    claims = tuple(
        Claim(article=a.id, start=0, end=len(text), quote=text, text=text, sentence_start=0, sentence_end=len(text))
        for a in (article, other)
    )
    fact = Fact(title=text, status="corroborated", claims=claims, articles=(article, other), origins=(), judgements=())
    comparison = Comparison(articles=(article, other), claims=claims, facts=(fact,))
    for page in (Page(html_text(comparison)), Page(notebook_html(comparison))):
        assert {e.tag for e in page.elements} <= {
            *("html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "nav", "main"),
            *("section", "search", "div", "button", "span", "label", "input", "select", "option", "output", "details"),
            *("summary", "bdi", "figure", "figcaption", "blockquote", "article", "footer", "script", "strong", "code"),
        }
        assert len(page.all("script")) <= 1
