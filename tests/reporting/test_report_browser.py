"""The HTML report in headless Chromium: what a reader does with it, and that nothing leaves the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hand_built import SCRIPT, copied, fire, judged, many_facts

from claimcheck.records import Comparison
from claimcheck.reporting import save

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def missing(what: str) -> None:
    """Skip on a developer's machine; on CI a browser that is not there is a failure."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("the Python package playwright is not installed: pip install 'claimcheck[test]'")
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CLAIMCHECK_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        path = path or playwright.chromium.executable_path
        if not Path(path).exists():
            missing("Chromium is not installed: install it, or name it in CLAIMCHECK_CHROMIUM")
        # The sandbox needs rights that containers often lack; the only page opened is the report.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(comparison, tmp_path_factory.mktemp("report") / "report.html")


class Visit:
    """One page with the report, and what it logged and asked for."""

    def __init__(self, browser: Browser, report: Path, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1100, "height": 800}, **options})
        self.page: Page = self.context.new_page()
        self.trouble: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.trouble.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(report.as_uri())


@pytest.fixture
def visit(browser: Browser, report: Path) -> Iterator[Any]:
    visits: list[Visit] = []

    def start(**options: Any) -> Page:
        visits.append(Visit(browser, report, **options))
        return visits[-1].page

    yield start
    for each in visits:
        assert each.trouble == []
        assert {url.split("#")[0] for url in each.requests} == {report.as_uri()}
        each.context.close()


def settled(page: Page) -> None:
    """Wait until the filters have been applied, which happens before the next frame."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def shown(page: Page) -> list[str | None]:
    settled(page)
    return [fact.get_attribute("data-status") for fact in page.locator(".fact").all() if fact.is_visible()]


def test_a_click_on_a_fact_shows_its_quotes(visit: Any) -> None:
    page = visit()
    fact = page.locator(".fact").nth(2)
    quote = fact.locator("blockquote").first
    assert not quote.is_visible()
    fact.locator("> summary").click()
    assert quote.is_visible()
    assert quote.inner_text() == "All 212 passengers were brought ashore by midnight."
    fact.locator("> summary").press("Enter")
    assert not quote.is_visible()


def test_a_dispute_is_open_with_the_differing_words_marked(visit: Any) -> None:
    page = visit()
    marks = page.locator(".fact").first.locator("mark")
    assert marks.all_inner_texts() == ["50 minutes", "over an hour"]
    assert marks.first.is_visible()


def test_a_quote_leads_to_its_place_in_the_article_and_back(visit: Any, comparison: Comparison) -> None:
    page = visit(viewport={"width": 1100, "height": 400}, reduced_motion="reduce")
    claim = comparison.facts[2].claims[1]
    page.locator(".fact").nth(2).locator("> summary").click()
    plain = page.evaluate(f"getComputedStyle(document.getElementById('claim-{claim.id}')).backgroundColor")
    page.locator(f"a.place[href='#claim-{claim.id}']").click()
    place = page.locator(f"#claim-{claim.id}")
    assert place.inner_text() == claim.quote
    settled(page)
    box = place.bounding_box()
    assert 0 <= box["y"] <= 400
    assert place.evaluate("element => getComputedStyle(element).backgroundColor") != plain
    page.locator(".fact").nth(2).evaluate("fact => { fact.open = false; }")
    page.locator(f"#claim-{claim.id} + a.back").click()
    settled(page)
    assert page.locator(".fact").nth(2).locator("blockquote").first.is_visible()
    assert page.locator(".fact").nth(2).locator("> summary").bounding_box()["y"] <= 400


def test_what_else_agrees_opens_and_leads_to_the_claims(visit: Any, comparison: Comparison) -> None:
    page = visit(reduced_motion="reduce")
    fact = page.locator(".fact").nth(2)
    fact.locator("> summary").click()
    line = fact.locator(".elsewhere").first
    assert not line.is_visible()
    fact.get_by_text("2 more agreeing pairs").click()
    assert line.inner_text() == "The Harbour Herald and @portblog *bold* | x also agree, 74% sure"
    line.get_by_role("link").first.click()
    settled(page)
    assert page.locator(f"#claim-{comparison.facts[2].claims[0].id}").get_attribute("class").endswith(" lit")


def test_the_timeline_leads_to_facts_and_articles(visit: Any, comparison: Comparison) -> None:
    page = visit(reduced_motion="reduce")
    page.get_by_role("link", name="Timeline").click()
    settled(page)
    entries = page.locator(".timeline > li")
    assert entries.locator(".when").all_inner_texts() == ["4 June 2021", "Reported 1 to 3 August 2022"]
    assert 0 <= page.locator("#timeline h2").bounding_box()["y"] < 800
    page.get_by_role("button", name="Updated").click()
    assert shown(page) == ["updated"]
    entries.first.get_by_role("link", name="The ferry Aurora drifted").click()
    settled(page)
    assert shown(page) == ["disputed", "updated", "corroborated"]
    assert page.locator(".fact").first.locator("blockquote").first.is_visible()
    entries.nth(1).get_by_role("link", name="Upland Post").click()
    settled(page)
    assert page.locator(f"#article-{comparison.articles[4].id} h3").bounding_box()["y"] < 800


def test_on_a_narrow_window_the_date_stands_above_its_event(visit: Any) -> None:
    for width, beside in ((1100, True), (360, False)):
        page = visit(viewport={"width": width, "height": 800})
        when, what = (page.locator(f".timeline .{part}").first.bounding_box() for part in ("when", "what"))
        assert (abs(when["y"] - what["y"]) < 10) is beside


def test_a_link_back_to_a_fact_that_is_filtered_away_brings_it_back(visit: Any) -> None:
    page = visit()
    page.get_by_role("button", name="Updated").click()
    assert shown(page) == ["updated"]
    page.locator("a.back").first.click()
    assert shown(page) == ["disputed", "updated", "corroborated"]


def test_facts_can_be_filtered_by_status_source_and_confidence(visit: Any) -> None:
    page = visit()
    page.get_by_role("button", name="Corroborated").click()
    assert shown(page) == ["corroborated"]
    assert page.get_by_role("button", name="Corroborated").get_attribute("aria-pressed") == "true"
    assert page.locator("#shown").inner_text() == "1 of 3 facts shown"
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == ["disputed", "updated", "corroborated"]
    page.get_by_label("Source").select_option(label="Coast Courier")
    assert shown(page) == ["disputed", "corroborated"]
    page.get_by_label("Source").select_option(label="All sources")
    page.get_by_label("Confidence at least").fill("95")
    assert shown(page) == ["corroborated"]
    assert page.locator("#least").inner_text() == "95%"


@pytest.fixture
def points(browser: Browser, comparison: Comparison, tmp_path: Path) -> Iterator[Page]:
    """A page with a fact of three points, and one without points."""
    both = attrs.evolve(
        fire(3), articles=fire(3).articles + comparison.articles, facts=(*fire(3).facts, comparison.facts[2])
    )
    visit = Visit(browser, save(both, tmp_path / "points.html"), reduced_motion="reduce")
    yield visit.page
    assert visit.trouble == []
    visit.context.close()


def shown_points(page: Page) -> list[str | None]:
    settled(page)
    return [point.get_attribute("data-status") for point in page.locator(".fact").first.locator(".point:visible").all()]


def test_points_from_one_source_are_found_by_the_words_of_their_badge(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, save(copied(), tmp_path / "copied.html"))
    assert visit.page.get_by_role("button", name="Corroborated").is_disabled()
    visit.page.get_by_role("button", name="From one source").click()
    assert shown_points(visit.page) == ["from one source", "from one source"]
    assert visit.page.locator("#shown").inner_text() == "1 fact with 2 of 3 points shown"
    assert visit.trouble == []
    visit.context.close()


def test_a_status_finds_the_facts_with_such_points_and_shows_only_these(points: Page) -> None:
    count = points.locator("#shown")
    assert shown_points(points) == ["disputed", "updated", "corroborated"]
    assert count.inner_text() == "2 facts with 3 points shown"
    points.get_by_role("button", name="Updated").click()
    assert shown(points) == ["disputed"]
    assert shown_points(points) == ["updated"]
    assert count.inner_text() == "1 of 2 facts with 1 of 3 points shown"
    assert not points.locator(".once").is_visible()
    points.get_by_role("button", name="Corroborated").click()
    assert shown(points) == ["disputed", "corroborated"]
    assert shown_points(points) == ["corroborated"]
    points.get_by_label("Confidence at least").fill("95")
    assert shown_points(points) == ["corroborated"]
    points.get_by_role("button", name="All 4").click()
    assert shown_points(points) == ["corroborated"]
    points.get_by_role("button", name="Show all").click()
    assert shown_points(points) == ["disputed", "updated", "corroborated"]
    assert points.locator(".once").is_visible()


def test_pairs_between_points_are_no_point_in_the_count(browser: Browser, tmp_path: Path) -> None:
    fires = fire(3)
    (fact,) = fires.facts
    across = judged(fact.points[0].claims[0], fact.points[2].claims[1], "contradiction", 0.7)
    fact = attrs.evolve(fact, judgements=(across, *fact.judgements))
    visit = Visit(browser, save(attrs.evolve(fires, facts=(fact,)), tmp_path / "across.html"), reduced_motion="reduce")
    assert len(shown_points(visit.page)) == 4
    assert visit.page.locator("#shown").inner_text() == "1 fact with 3 points shown"
    visit.page.get_by_role("button", name="Updated").click()
    assert shown_points(visit.page) == ["updated"]
    assert visit.page.locator("#shown").inner_text() == "1 fact with 1 of 3 points shown"
    assert visit.trouble == []
    visit.context.close()


def test_what_one_source_tells_is_found_and_opens_from_the_keyboard(points: Page) -> None:
    points.get_by_label("Search").fill("bridge held")
    assert shown(points) == ["disputed"]
    quote = points.locator(".once blockquote").last
    assert not quote.is_visible()
    points.locator(".once > summary").press("Enter")
    assert quote.inner_text() == "The bridge held."
    assert quote.is_visible()


def test_a_claim_leads_back_to_its_point_even_where_it_is_filtered_away(points: Page) -> None:
    points.get_by_role("button", name="Corroborated").click()
    points.locator(".fact").first.evaluate("fact => { fact.open = false; }")
    points.locator("a.back[data-number='1.2']").first.click()
    settled(points)
    target = points.locator(".point").nth(1)
    assert target.is_visible()
    assert -1 <= target.bounding_box()["y"] < 800
    assert shown_points(points) == ["disputed", "updated", "corroborated"]


def test_search_looks_in_titles_quotes_and_sources(visit: Any) -> None:
    page = visit()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    for words, expected in {
        "57 PEOPLE": ["updated"],
        "land again": ["corroborated"],
        "nordwire": ["disputed"],
        "gazette": ["updated"],
        "ferry flood": [],
    }.items():
        page.get_by_label("Search").fill(words)
        assert shown(page) == expected, words
    assert page.get_by_text("No fact fits these filters.").is_visible()
    page.keyboard.press("Escape")
    assert len(shown(page)) == 3


def test_scripts_in_articles_are_shown(visit: Any) -> None:
    page = visit()
    assert SCRIPT in page.locator("#articles").inner_text()
    assert page.locator("script").count() == 1


@pytest.mark.parametrize("width", [320, 360, 1100])
def test_nothing_is_wider_than_the_window(visit: Any, width: int) -> None:
    page = visit(viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((fact) => { fact.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_quotes_stand_side_by_side_where_there_is_room(visit: Any) -> None:
    for width, beside in ((1100, True), (360, False)):
        page = visit(viewport={"width": width, "height": 800})
        a, b = (page.locator(".pair .side").nth(n).bounding_box() for n in (0, 1))
        assert (a["y"] == b["y"]) is beside


CONTRAST = """
() => {
  const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const background = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest(":disabled, script")) continue;
    const [light, dark] = [luminance(numbers(getComputedStyle(element).color)), luminance(background(element))]
      .sort((x, y) => y - x);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) low.push([element.className || element.tagName, ratio]);
  }
  return low;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_that_wcag_aa_asks_for(visit: Any, scheme: str, comparison: Comparison) -> None:
    page = visit(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((fact) => { fact.open = true; })")
    page.evaluate(f"location.hash = 'claim-{comparison.facts[0].claims[0].id}'")
    settled(page)
    assert page.evaluate(CONTRAST) == []
    red, *_ = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (red < 128) is (scheme == "dark")


def test_printed_it_has_all_quotes_and_no_controls(visit: Any) -> None:
    page = visit()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(quote.is_visible() for quote in page.locator("blockquote").all())
    assert not page.locator("#controls").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 1


def test_it_can_be_read_without_javascript(visit: Any) -> None:
    page = visit(java_script_enabled=False)
    assert not page.locator("#controls").is_visible()
    page.locator(".fact").nth(1).locator("> summary").click()
    assert page.locator(".fact").nth(1).locator("blockquote").first.is_visible()


def test_on_a_long_page_links_still_lead_to_their_place(browser: Browser, tmp_path: Path) -> None:
    comparison = many_facts(400)
    visit = Visit(browser, save(comparison, tmp_path / "long.html"))
    place = visit.page.locator(f"#claim-{comparison.facts[399].claims[1].id}")
    visit.page.evaluate(f"location.hash = '{place.get_attribute('id')}'")
    visit.page.wait_for_function(
        "id => { const { top } = document.getElementById(id).getBoundingClientRect(); return top > 0 && top < 800; }",
        arg=place.get_attribute("id"),
    )
    visit.page.locator("a.back[data-number='400']").last.click()
    title = visit.page.locator(".fact").nth(399).locator(".title")
    visit.page.wait_for_function("fact => fact.getBoundingClientRect().top < 800", arg=title.element_handle())
    assert visit.trouble == []
    visit.context.close()
