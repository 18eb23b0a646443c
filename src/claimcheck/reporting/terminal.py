"""The report on a terminal, through rich.

Marked words are bold and underlined. Where the output has no colour (a pipe, a file, NO_COLOR), they stand
between guillemets, »so«: square brackets would read as an editor's insertion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs
from rich.console import Console
from rich.text import Text

from claimcheck.records import RELATIONS, SAME_FACT, Article, Claim, Comparison, Judgement, Reason, Span, Status
from claimcheck.reporting.names import Names, article_names, names_of
from claimcheck.reporting.page import Page
from claimcheck.reporting.pieces import clip, judged_pieces
from claimcheck.reporting.remainder import Unshared, standing_alone, without_fact
from claimcheck.reporting.view import FactView, Pair, PointView, Side, fact_views
from claimcheck.reporting.words import (
    RELATION_WORDS,
    attribution,
    by_article,
    count,
    headline,
    how_much,
    join_words,
    line_of,
    nothing_found,
    percent,
    points_of,
    published,
    share_nothing,
    stand_alone,
    status_words,
    told_as,
    told_beside,
    told_once,
    totals,
    when,
)

MAX_QUOTE = 600
# A claim in an agreement is quoted to be recognised; its marks are no news.
MAX_AGREEING_QUOTE = 300
MAX_POINTS = 4
"""How many points of a fact are shown with their quotes; the others take a line each."""


MAX_ALONE = 8
"""How many articles that stand alone are named."""


@attrs.frozen(kw_only=True)
class Limits:
    """How many of each are shown; None for all of them."""

    conflicts: int | None = None
    agreements: int | None = None
    quotes: int | None = None


IN_FACT = Limits(conflicts=4, agreements=3, quotes=4)
IN_DISPUTED_POINT = Limits(conflicts=2, agreements=0, quotes=0)
IN_AGREED_POINT = Limits(conflicts=0, agreements=1, quotes=0)

_STATUS_STYLES: dict[Status, str] = {"disputed": "bold red", "updated": "bold cyan", "corroborated": "bold green"}
_RELATION_STYLES = {"contradiction": "red", "update": "cyan", "agreement": "green"}
_INDENT = 3


def print_comparison(comparison: Comparison, console: Console, *, verbose: bool = False) -> None:
    """Print the totals, the notices and the facts, disputed ones first.

    Args:
        verbose: every pair and every quote, with its place in its article, instead of the most telling ones.
    """
    page, names = Page(console), names_of(comparison)
    page.line(Text(totals(comparison) + ".", style="bold"))
    for notice in comparison.notices:
        page.line(Text.assemble(("Note: ", "bold"), line_of(notice.message)), hang=6)
    if not comparison.facts:
        page.blank()
        page.line(Text(nothing_found(comparison, names.of(comparison.articles))))
    for view in fact_views(comparison):
        page.blank()
        _print_fact(view, page, verbose)
    for story in without_fact(comparison):
        page.blank()
        page.line(Text(f"{share_nothing(names.of(story.articles), story.claims)}."))
    _print_standing_alone(standing_alone(comparison), names, page, verbose)


def print_judgement(judgement: Judgement, a_text: str, b_text: str, console: Console) -> None:
    """Print how two bare texts relate: the relation, both texts with the telling words marked, the reasons."""
    page = Page(console)
    page.line(_relation(judgement))
    page.blank()
    pieces_a, pieces_b = judged_pieces(judgement, a_text, (0, len(a_text)), b_text, (0, len(b_text)))
    for letter, pieces in (("A", pieces_a), ("B", pieces_b)):
        page.line(Text.assemble((f"{letter}  ", "bold"), page.marked(clip(pieces, MAX_QUOTE))), hang=3)
    if judgement.reasons:
        page.blank()
        _print_reasons(judgement.reasons, page, indent=0, kinds=True)
    page.blank()
    shares = ", ".join(f"{relation} {percent(judgement.probabilities[relation])}" for relation in RELATIONS)
    page.line(Text(f"{shares}; same event {percent(judgement.same_fact)}", style="dim"))


def claims_table(claims: Sequence[Claim], articles: Sequence[Article], console: Console) -> None:
    """Print the claims of each article: the range of characters, the claim, and the typed values in it."""
    page, names = Page(console), article_names(articles)
    for place, article in enumerate(articles):
        if place:
            page.blank()
        own = [claim for claim in claims if claim.article == article.id]
        page.line(Text.assemble((names[article.id], "bold"), f", {published(article)}: {count(len(own), 'claim')}"))
        width = max((len(_range(claim)) for claim in own), default=0) + 2
        for claim in own:
            page.line(Text(line_of(claim.text)), label=Text(_range(claim), "dim"), hang=width)
            for label, words in _values(claim):
                page.line(Text.assemble((f"{label}: ", "cyan"), words), indent=width, hang=2)


def dropped_table(rows: Iterable[tuple[Article, Sequence[tuple[Span, str]]]], console: Console) -> None:
    """Print what was not taken as a claim in each article: the range of characters, the reason, the words."""
    rows = list(rows)
    page, names = Page(console), article_names(article for article, _ in rows)
    for place, (article, spans) in enumerate(rows):
        if place:
            page.blank()
        page.line(Text.assemble((names[article.id], "bold"), f", not taken as a claim: {count(len(spans), 'passage')}"))
        ranges = max((len(_range(span)) for span, _ in spans), default=0) + 2
        width = ranges + max((len(reason) for _, reason in spans), default=0) + 2
        for span, reason in spans:
            label = Text(f"{_range(span).ljust(ranges)}{reason}", "dim")
            page.line(Text(line_of(span.text)), label=label, hang=width)


def _print_fact(view: FactView, page: Page, verbose: bool) -> None:
    fact = view.fact
    head = Text.assemble(
        (f"{view.number}", "bold"),
        "  ",
        (status_words(fact).upper(), _STATUS_STYLES[fact.status]),
        "  ",
        headline(fact.title),
    )
    page.line(head, hang=_INDENT)
    page.line(Text(view.sources, style="dim"), indent=_INDENT, hang=2)
    if view.headed:
        page.line(Text(points_of(fact)), indent=_INDENT, hang=2)
    shown = len(view.points) if verbose else MAX_POINTS
    for point in view.points[:shown]:
        if point.headed:
            page.blank()
            _print_heading(point, page)
        _print_body(point, page, verbose)
    if view.points[shown:]:
        page.blank()
    for point in view.points[shown:]:
        _print_heading(point, page)
    if view.told_once:
        _print_told_once(view, page, verbose)
    if view.beside:
        _print_beside(view, page, verbose)


def _print_heading(point: PointView, page: Page) -> None:
    status, label = status_words(point.point).upper(), point.target.label if point.target.point else page.bullet
    # A title is one of the quotes: as a heading, the beginning of it in one line is enough.
    room = page.width - _INDENT - len(f"{label}  {status}   …")
    title = headline(point.point.title, max(20, room))
    head = Text.assemble((label, "bold"), "  ", (status, _STATUS_STYLES[point.point.status]), "  ", title)
    page.line(head, indent=_INDENT, hang=2)


def _print_body(point: PointView, page: Page, verbose: bool) -> None:
    if point.sources:
        page.line(Text(point.sources, style="dim"), indent=_INDENT, hang=2)
    limits = Limits() if verbose else _limits(point)
    conflicts = point.conflicts[: limits.conflicts]
    agreements = point.distinct_agreements[: limits.agreements]
    for place, pair in enumerate((*conflicts, *agreements)):
        if place or not point.headed:
            page.blank()
        _print_pair(pair, page, verbose)
    beside = point.quotes_beside(agreements)
    quotes = beside if verbose else point.one_quote_each((*conflicts, *agreements))[: limits.quotes]
    if quotes:
        if conflicts or agreements:
            page.blank()
            page.line(Text("Also reported", style="bold"), indent=_INDENT)
        _print_sides(quotes, page, verbose)
    others = point.other_agreements if verbose else ()
    if others:
        page.blank()
        page.line(Text("Also in agreement", style="bold"), indent=_INDENT)
    for pair in others:
        _print_other_agreement(pair, page)
    more = {
        "conflicting pair": len(point.conflicts) - len(conflicts),
        "quote": len(beside) - len(quotes),
        "agreeing pair": len(point.agreements) - len(agreements) - len(others),
    }
    _say_more(more, page)


def _limits(point: PointView) -> Limits:
    if not point.headed:
        return IN_FACT
    return IN_DISPUTED_POINT if point.conflicts else IN_AGREED_POINT


def _print_told_once(view: FactView, page: Page, verbose: bool) -> None:
    page.blank()
    line = told_once(side.name for side in view.told_once)
    page.line(Text(f"{line}{':' if verbose else '.'}"), indent=_INDENT, hang=2)
    if verbose:
        _print_sides(view.told_once, page, verbose)


def _print_beside(view: FactView, page: Page, verbose: bool) -> None:
    page.blank()
    line = told_beside(len(view.beside))
    if not verbose:
        page.line(Text(f"{line}: add --verbose to see them.", style="dim"), indent=_INDENT, hang=2)
        return
    names = by_article(side.name for side in view.beside)
    page.line(Text(f"{line}: {names}."), indent=_INDENT, hang=2)
    _print_sides(view.beside, page, verbose)


def _print_standing_alone(alone: Sequence[Unshared], names: Names, page: Page, verbose: bool) -> None:
    if not alone:
        return
    page.blank()
    page.line(Text(f"{stand_alone(len(alone))}:"))
    shown = alone if verbose else alone[:MAX_ALONE]
    for one in shown:
        (article,) = one.articles
        head = f"{names.articles[article.id]}, {published(article)}"
        title = f": {headline(beside, 80)}" if (beside := names.title_beside(article)) else ""
        claims = f" ({count(one.claims, 'claim')})"
        page.line(Text.assemble(f"{page.bullet} ", (head, "bold"), title, claims), indent=_INDENT, hang=2)
    _say_more({"article": len(alone) - len(shown)}, page)


def _print_sides(sides: Iterable[Side], page: Page, verbose: bool, limit: int = MAX_QUOTE) -> None:
    for side in sides:
        head = Text(f"{side.name}, {published(side.article)}", style="bold")
        if verbose:
            head.append(f" [{_range(side.claim)}]", style="not bold dim")
        page.line(head, indent=_INDENT, hang=2)
        notes = "; ".join(f"{label.lower()}: {words}" for label, words in attribution(side.claim))
        if notes:
            page.line(Text(notes, style="dim"), indent=_INDENT + 2, hang=2)
        quote = Text.assemble(page.quote_open, page.marked(clip(side.pieces, limit)), page.quote_close)
        page.line(quote, indent=_INDENT + 2, hang=1)


def _print_reasons(reasons: Iterable[Reason], page: Page, *, indent: int, kinds: bool = False) -> None:
    for reason in reasons:
        kind = f"{reason.kind}: " if kinds else ""
        page.line(Text.assemble(f"{page.bullet} ", (kind, "bold"), line_of(reason.sentence)), indent=indent, hang=2)


def _print_remark(text: Text, page: Page) -> None:
    page.line(Text.assemble(f"{page.bullet} ", text), indent=_INDENT, hang=2)


def _print_pair(pair: Pair, page: Page, verbose: bool) -> None:
    page.line(_relation(pair.judgement), indent=_INDENT)
    if pair.judgement.relation == "agreement":
        _print_sides((pair.a, pair.b), page, verbose, MAX_QUOTE if verbose else MAX_AGREEING_QUOTE)
        if reasons := _agreement_reasons(pair):
            _print_remark(Text(reasons), page)
        return
    _print_sides((pair.a, pair.b), page, verbose)
    _print_reasons(pair.reasons if verbose else pair.reasons[:2], page, indent=_INDENT)
    if pair.whose_dispute:
        _print_remark(Text(pair.whose_dispute), page)


def _print_other_agreement(pair: Pair, page: Page) -> None:
    """One line on two claims that are quoted elsewhere in the fact, each known by its place in its article."""
    names = " and ".join(f"{side.name} [{_range(side.claim)}]" for side in (pair.a, pair.b))
    reasons = _agreement_reasons(pair)
    _print_remark(Text.assemble(f"{names}: ", _relation(pair.judgement), f". {reasons}" if reasons else ""), page)


def _agreement_reasons(pair: Pair) -> str:
    return " ".join(line_of(reason.sentence) for reason in pair.reasons[:2])


def _say_more(numbers: Mapping[str, int], page: Page) -> None:
    more = [count(n, f"more {noun}") for noun, n in numbers.items() if n > 0]
    if more:
        page.line(Text(f"{join_words(more)}: add --verbose to see them.", style="dim"), indent=_INDENT, hang=2)


def _relation(judgement: Judgement) -> Text:
    words = (RELATION_WORDS[judgement.relation], f"bold {_RELATION_STYLES.get(judgement.relation, '')}".strip())
    likelier = [one for one in RELATIONS if one in SAME_FACT and judgement.probabilities[one] > judgement.confidence]
    if not likelier:
        return Text.assemble(words, f", {percent(judgement.confidence)}")
    shares = ", ".join(f"{RELATION_WORDS[one].lower()} {percent(judgement.probabilities[one])}" for one in likelier)
    return Text.assemble(words, f", undecided: {shares}")


def _range(place: Claim | Span) -> str:
    return f"{place.start}–{place.end}"


def _values(claim: Claim) -> list[tuple[str, str]]:
    rows = attribution(claim)
    if claim.factuality == "negated":
        rows.append(("Told as", told_as(claim)))
    if claim.times:
        rows.append(("Times", "; ".join(when(time) for time in claim.times)))
    if claim.quantities:
        rows.append(("Quantities", "; ".join(how_much(quantity) for quantity in claim.quantities)))
    if claim.entities:
        rows.append(("Names", "; ".join(dict.fromkeys(line_of(entity.name) for entity in claim.entities))))
    return rows
