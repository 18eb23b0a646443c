"""`claimcheck compare`: articles in, facts out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimcheck.cli import exits, options
from claimcheck.cli.inputs import keep_inputs
from claimcheck.cli.quiet import quiet_libraries
from claimcheck.cli.stages import Stages
from claimcheck.errors import InputError
from claimcheck.reporting import check_writable
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.records import Comparison, Notice

REPORTS = "Reports"


def compare(
    paths: options.Paths,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write a report; the ending gives the format: .html, .json, .jsonl, .md or .csv. Repeatable.",
            show_default=False,
        ),
    ] = None,
    metadata: options.Metadata = None,
    only: Annotated[
        Literal["contradiction", "agreement", "update"] | None,
        typer.Option(
            "--only",
            help="Show and save only facts that contain a contradiction (disputed), an update, or an agreement.",
            show_default=False,
        ),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            metavar="0..1",
            min=0.0,
            max=1.0,
            help="Leave out agreements, contradictions and updates that the judge is less sure of (0.6 for 60 %), and "
            "facts without any left.",
        ),
    ] = 0.0,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="YYYY-MM-DD", help="Leave out articles published before this day.", show_default=False
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar="YYYY-MM-DD", help="Leave out articles published after this day.", show_default=False
        ),
    ] = None,
    model: options.Model = None,
    judge_model: options.Judge = None,
    spacy_model: options.SpacyModel = options.SPACY_MODEL,
    language: options.Languages = options.LANGUAGES,
    strict: options.Strict = False,
    fail_on: Annotated[
        Literal["contradiction", "update"] | None,
        typer.Option(
            "--fail-on",
            help="For scripts: exit with code 1 where a fact with a contradiction (or an update) is found.",
            show_default=False,
        ),
    ] = None,
    no_cache: options.NoCache = False,
    allow_downloads: options.AllowDownloads = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Tell which facts articles share, which they dispute, and why."""
    period = (options.parse_date(since, "--since"), options.parse_date(until, "--until"))
    if period[0] and period[1] and period[0] > period[1]:
        raise typer.BadParameter(f"{until} is before --since {since}", param_hint="'--until'")
    settings = Settings(
        embedding_model=model,
        judge_model=judge_model,
        spacy_model=spacy_model,
        languages=options.languages(language),
        strict=strict,
        use_cache=not no_cache,
        allow_downloads=allow_downloads,
    )
    targets = list(dict.fromkeys(output or ()))
    for target in targets:
        check_writable(target)
    keep_inputs(targets, paths, metadata)
    stages = Stages(bars=not quiet)
    with quiet_libraries(verbose=verbose, allow_downloads=allow_downloads):
        with stages:
            comparison = _compare(paths, metadata, period, settings, stages)
            shown = comparison.only(only, min_confidence=min_confidence)
            for number, target in enumerate(targets):
                stages(REPORTS, number, len(targets))
                shown.save(target)
                stages(REPORTS, number + 1, len(targets))
        if not quiet:
            _print(shown, verbose=verbose)
    if verbose:
        print(stages.table(), file=sys.stderr)
    if fail_on is not None and comparison.only(fail_on, min_confidence=min_confidence).facts:
        raise typer.Exit(exits.CONDITION_MET)


def _compare(
    paths: list[str], metadata: str | None, period: options.Period, settings: Settings, stages: Stages
) -> Comparison:
    from claimcheck import pipeline

    if period == (None, None):
        return pipeline.compare(paths, settings=settings, metadata=metadata, progress=stages)

    import attrs

    from claimcheck.articles import in_period, load_articles

    loaded = load_articles(paths, settings=settings, metadata=metadata, progress=stages)
    articles = in_period(loaded.articles, *period)
    notices = [*loaded.notices, *_outside(len(loaded.articles) - len(articles), period)]
    if not articles:
        raise InputError(" ".join(["Nothing is left to compare.", *(notice.message for notice in notices[-3:])]))
    comparison = pipeline.compare(articles, settings=settings, progress=stages)
    return attrs.evolve(comparison, notices=(*notices, *comparison.notices))


def _outside(n: int, period: options.Period) -> Iterator[Notice]:
    from claimcheck.records import Notice

    if n:
        bounds = [f"{word} {day}" for word, day in zip(("before", "after"), period, strict=True) if day]
        articles = "1 article" if n == 1 else f"{n} articles"
        yield Notice(kind="date", message=f"Left out: {articles} published {' or '.join(bounds)}.")


def _print(comparison: Comparison, *, verbose: bool) -> None:
    from rich.console import Console

    from claimcheck.reporting import print_comparison

    print_comparison(comparison, Console(), verbose=verbose)
