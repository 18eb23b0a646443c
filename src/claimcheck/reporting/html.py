"""The HTML report: one file with its own style and script, and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

import attrs
import jinja2

from claimcheck.records import STATUSES, Article, Comparison
from claimcheck.reporting import words
from claimcheck.reporting.article_text import Passage, article_passages
from claimcheck.reporting.names import Names, file_name, names_of
from claimcheck.reporting.pieces import clip
from claimcheck.reporting.remainder import standing_alone, without_fact
from claimcheck.reporting.timeline import MAX_DATED_FACTS, timeline
from claimcheck.reporting.view import FactView, Target, fact_views
from claimcheck.text import one_line

MAX_QUOTE = 1200
MAX_CONFLICTS = 30
MAX_QUOTES = 60
MAX_AGREEMENTS = 3
MAX_OTHER_AGREEMENTS = 30
NOTEBOOK_FACTS = 20
# Above this much text or this many facts, the page is laid out piece by piece.
_LONG_TEXT = 300_000
_LONG_FACTS = 200
# Above this many disputed facts all start closed: a page of open ones is no overview.
_OPEN_DISPUTED = 20


@attrs.frozen(kw_only=True)
class _ArticleView:
    article: Article
    passages: list[Passage]
    cut: int
    claims: int
    facts: list[FactView]

    @property
    def size(self) -> str:
        """A first guess of the height, for pages that are laid out piece by piece."""
        return "large" if len(self.article.text) > 12_000 else "medium" if len(self.article.text) > 3_000 else "small"


def html_text(comparison: Comparison) -> str:
    """The whole report as one HTML document. Same comparison, same characters."""
    views, names = fact_views(comparison), names_of(comparison)
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            **_common(comparison, views, names),
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
            articles=_article_views(comparison, views),
            alone=standing_alone(comparison),
            without_fact=without_fact(comparison),
            source_list=_sources(views, names),
            source_names=lambda fact: names.sources_of(fact.articles),
            open_disputed=sum(view.fact.status == "disputed" for view in views) <= _OPEN_DISPUTED,
            long_page=sum(len(a.text) for a in comparison.articles) > _LONG_TEXT or len(views) > _LONG_FACTS,
            max_conflicts=MAX_CONFLICTS,
            max_quotes=MAX_QUOTES,
            max_agreements=MAX_AGREEMENTS,
            max_other_agreements=MAX_OTHER_AGREEMENTS,
            timeline=timeline(comparison, views),
            max_dated_facts=MAX_DATED_FACTS,
        )
    )


def notebook_html(comparison: Comparison) -> str:
    """A compact fragment for notebooks: totals and the first facts; no script, and no link into the page."""
    views, names = fact_views(comparison), names_of(comparison)
    return (
        _environment()
        .get_template("notebook.html.j2")
        .render(
            **_common(comparison, views[:NOTEBOOK_FACTS], names),
            style=_asset("notebook.css"),
            more=max(0, len(views) - NOTEBOOK_FACTS),
        )
    )


def _common(comparison: Comparison, views: list[FactView], names: Names) -> dict[str, Any]:
    return {
        "comparison": comparison,
        "views": views,
        "names": names,
        "totals": words.totals(comparison),
        "status_counts": words.status_counts(comparison.facts),
        "nothing_found": "" if comparison.facts else words.nothing_found(comparison, names.of(comparison.articles)),
    }


def _article_views(comparison: Comparison, views: list[FactView]) -> list[_ArticleView]:
    targets: dict[str, list[Target]] = {}
    facts_of_article: dict[str, list[FactView]] = {}
    for view in views:
        for claim_id, places in view.targets.items():
            targets.setdefault(claim_id, []).extend(places)
        for article in view.fact.articles:
            facts_of_article.setdefault(article.id, []).append(view)
    claims_of: dict[str, list[Any]] = {article.id: [] for article in comparison.articles}
    for claim in comparison.claims:
        if claim.article in claims_of:
            claims_of[claim.article].append(claim)
    shown = []
    for article in comparison.articles:
        claims = claims_of[article.id]
        passages, cut = article_passages(article, claims, targets)
        facts = facts_of_article.get(article.id, [])
        shown.append(_ArticleView(article=article, passages=passages, cut=cut, claims=len(claims), facts=facts))
    return shown


def _sources(views: list[FactView], names: Names) -> list[str]:
    """Names of the sources that any fact holds, in alphabetical order; a fact names them by their places here."""
    held = {name for view in views for name in names.sources_of(view.fact.articles)}
    return sorted(held, key=lambda name: (name.casefold(), name))


def _asset(name: str) -> str:
    return resources.files("claimcheck.reporting").joinpath("templates", name).read_text("utf-8")


def _hash(inline: str) -> str:
    """What a Content-Security-Policy calls an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("claimcheck.reporting"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        count=words.count,
        headline=words.headline,
        line=lambda text: words.printable(one_line(text), keep_bidi=True),
        percent=words.percent,
        points_of=words.points_of,
        published=words.published,
        lines=words.lines_of,
        file_name=file_name,
        safe_url=words.safe_url,
        share_nothing=words.share_nothing,
        stand_alone=words.stand_alone,
        status_words=words.status_words,
        attribution=words.attribution,
        told_beside=lambda sides: words.told_beside(len(sides)),
        told_once=lambda sides: words.told_once(side.name for side in sides),
        clip=lambda pieces: clip(pieces, MAX_QUOTE),
    )
    environment.globals.update(STATUSES=STATUSES, RELATION_WORDS=words.RELATION_WORDS)
    return environment
