"""Comparison to terminal, HTML, JSON, JSON Lines, CSV and Markdown. docs/reports.md describes each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimcheck.reporting.files import FORMATS, check_writable, save

if TYPE_CHECKING:
    from rich.console import Console

    from claimcheck.records import Article, Claim, Comparison, Judgement, Span

__all__ = [
    "FORMATS",
    "check_writable",
    "claims_jsonl",
    "claims_table",
    "dropped_table",
    "json_text",
    "notebook_html",
    "print_comparison",
    "print_judgement",
    "save",
]

# rich, jinja2 and cattrs are imported only where they are used, so that `claimcheck --help` stays quick.


def json_text(comparison: Comparison) -> str:
    """The whole comparison as one JSON object, as `save` writes it to a .json file."""
    from claimcheck.reporting import json_output

    return json_output.json_text(comparison)


def claims_jsonl(claims: Iterable[Claim]) -> str:
    """One claim per line, each a JSON object as in `claims` of the JSON report."""
    from claimcheck.reporting import json_output

    return json_output.claims_jsonl(claims)


def notebook_html(comparison: Comparison) -> str:
    """A compact, self-contained HTML fragment: the totals and the facts, without articles, controls or scripts."""
    from claimcheck.reporting import html

    return html.notebook_html(comparison)


def print_comparison(comparison: Comparison, console: Console, *, verbose: bool = False) -> None:
    """Print the terminal report: totals, notices, then the facts, disputed ones first.

    Args:
        verbose: every pair and every quote, with its place in its article, instead of the most telling ones.
    """
    from claimcheck.reporting import terminal

    terminal.print_comparison(comparison, console, verbose=verbose)


def print_judgement(judgement: Judgement, a_text: str, b_text: str, console: Console) -> None:
    """Print how two bare texts relate: the relation, both texts with the telling words marked, the reasons."""
    from claimcheck.reporting import terminal

    terminal.print_judgement(judgement, a_text, b_text, console)


def claims_table(claims: Sequence[Claim], articles: Sequence[Article], console: Console) -> None:
    """Print the claims of each article: the range of characters, the claim, and the typed values in it."""
    from claimcheck.reporting import terminal

    terminal.claims_table(claims, articles, console)


def dropped_table(rows: Iterable[tuple[Article, Sequence[tuple[Span, str]]]], console: Console) -> None:
    """Print what was not taken as a claim in each article: the range of characters, the reason, the words."""
    from claimcheck.reporting import terminal

    terminal.dropped_table(rows, console)
