"""`claimcheck extract`: the claims in articles, or what was not taken as one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimcheck.cli import options
from claimcheck.cli.inputs import keep_inputs
from claimcheck.cli.jsonl import check_target, write_text
from claimcheck.cli.quiet import quiet_libraries
from claimcheck.cli.stages import Stages
from claimcheck.errors import InputError
from claimcheck.reporting.words import line_of
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.records import Article, Claim


def extract(
    paths: options.Paths,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.jsonl",
            help="Write the claims to this file, as JSON lines, instead of printing them.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Literal["table", "jsonl"],
        typer.Option("--format", help="Print a table to read, or one JSON object per claim."),
    ] = "table",
    dropped: Annotated[
        bool,
        typer.Option("--dropped", help="Print what was not taken as a claim, and why, instead of the claims."),
    ] = False,
    metadata: options.Metadata = None,
    spacy_model: options.SpacyModel = options.SPACY_MODEL,
    language: options.Languages = options.LANGUAGES,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List the claims in articles, with their places and values."""
    if dropped and (output is not None or output_format != "table"):
        raise typer.BadParameter(
            "it is printed as text only; leave --output and --format away", param_hint="'--dropped'"
        )
    settings = Settings(spacy_model=spacy_model, languages=options.languages(language), strict=strict)
    if output is not None:
        check_target(output)
        keep_inputs([output], paths, metadata)
    stages = Stages(bars=not quiet)
    with quiet_libraries(verbose=verbose):
        from claimcheck.articles import load_articles
        from claimcheck.claims import extract_all
        from claimcheck.reporting import claims_jsonl

        with stages:
            loaded = load_articles(paths, settings=settings, metadata=metadata, progress=stages)
            if not loaded.articles:
                raise InputError(" ".join(["Nothing is left to read.", *(n.message for n in loaded.notices[:3])]))
            by_article = [] if dropped else extract_all(loaded.articles, settings=settings, progress=stages)
            claims = [claim for row in by_article for claim in row]
            if output is not None:
                write_text(claims_jsonl(claims), output)
        if not quiet:
            for notice in loaded.notices:
                print(f"Note: {line_of(notice.message)}", file=sys.stderr)
        if output is None and output_format == "jsonl":
            print(claims_jsonl(claims), end="")
        elif output is None and not quiet:
            if dropped:
                _print_dropped(loaded.articles, settings)
            else:
                _print_claims(claims, loaded.articles)
    if verbose:
        print(stages.table(), file=sys.stderr)


def _print_claims(claims: Sequence[Claim], articles: Sequence[Article]) -> None:
    from rich.console import Console

    from claimcheck.reporting import claims_table

    claims_table(claims, articles, Console())


def _print_dropped(articles: Sequence[Article], settings: Settings) -> None:
    from rich.console import Console

    from claimcheck.claims import dropped
    from claimcheck.reporting import dropped_table

    dropped_table([(article, dropped(article, settings=settings)) for article in articles], Console())
