"""`claimcheck judge`: how two texts relate, or each pair of a file."""

from __future__ import annotations

import sys
from os.path import isfile as is_file
from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.quiet import quiet_libraries
from claimcheck.cli.stages import Stages
from claimcheck.errors import InputError
from claimcheck.settings import Settings


def judge(
    a: Annotated[
        str | None, typer.Argument(metavar="A", help="The first text, in quotation marks.", show_default=False)
    ] = None,
    b: Annotated[
        str | None, typer.Argument(metavar="B", help="The second text, in quotation marks.", show_default=False)
    ] = None,
    date_a: Annotated[
        str | None, typer.Option("--date-a", metavar="YYYY-MM-DD", help="When A was published.", show_default=False)
    ] = None,
    date_b: Annotated[
        str | None, typer.Option("--date-b", metavar="YYYY-MM-DD", help="When B was published.", show_default=False)
    ] = None,
    context_a: Annotated[
        str | None,
        typer.Option(
            "--context-a",
            metavar="TEXT",
            help="Text before A, such as its headline: it tells whom names and pronouns in A mean.",
            show_default=False,
        ),
    ] = None,
    context_b: Annotated[
        str | None,
        typer.Option("--context-b", metavar="TEXT", help="The same for B.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the judgement as one line of JSON.")] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--input",
            metavar="FILE.jsonl",
            help='Judge many pairs: a JSON object per line with "a" and "b", and where known "date_a", "date_b", '
            '"context_a", "context_b". - reads standard input.',
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.jsonl",
            help="With --input: where the results go. Without it: standard output.",
            show_default=False,
        ),
    ] = None,
    model: options.Model = None,
    judge_model: options.Judge = None,
    spacy_model: options.SpacyModel = options.SPACY_MODEL,
    strict: Annotated[
        bool, typer.Option("--strict", help="With --input: a broken line is an error. Without it: named and left out.")
    ] = False,
    no_cache: options.NoCache = False,
    allow_downloads: options.AllowDownloads = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Tell how two texts relate, and why.

    They agree, contradict each other, one updates the other, they are related, or they are unrelated.
    """
    words = {"a": a, "b": b, "date_a": date_a, "date_b": date_b, "context_a": context_a, "context_b": context_b}
    given = {key: value for key, value in words.items() if value is not None}
    if source is not None and (given or as_json):
        raise typer.BadParameter(
            "it brings its own pairs; leave the texts, their options and --json away", param_hint="'--input'"
        )
    if source is None and output is not None:
        raise typer.BadParameter("it goes with --input; for one pair type --json > FILE", param_hint="'--output'")
    if source is None and (a is None or b is None):
        raise typer.BadParameter(
            "expected two texts, each in quotation marks, or --input FILE.jsonl", param_hint="'A B'"
        )
    for text, option in ((date_a, "--date-a"), (date_b, "--date-b")):
        options.parse_date(text, option)
    settings = Settings(
        embedding_model=model,
        judge_model=judge_model,
        spacy_model=spacy_model,
        strict=strict,
        use_cache=not no_cache,
        allow_downloads=allow_downloads,
    )
    stages = Stages(bars=not quiet)
    with quiet_libraries(verbose=verbose, allow_downloads=allow_downloads):
        if source is not None:
            _judge_file(source, output, settings, stages)
        else:
            _expect_texts(given)
            _judge_one(given, settings, stages, as_json=as_json, quiet=quiet)
    if verbose:
        print(stages.table(), file=sys.stderr)


def _expect_texts(given: dict[str, str]) -> None:
    """Raise InputError where a file is named instead of a text."""
    a, b = given["a"], given["b"]
    files = [text for text in (a, b) if is_file(text)]
    if files:
        both = f"Type: claimcheck compare {a} {b}"
        instead = both if len(files) == 2 else "Type its words instead, in quotation marks."
        raise InputError(f"{files[0]} is a file, and judge compares two texts. {instead}")


def _judge_one(given: dict[str, str], settings: Settings, stages: Stages, *, as_json: bool, quiet: bool) -> None:
    from claimcheck.cli.pairs import as_row, judged_line
    from claimcheck.judging import judge_pairs

    row = as_row(given)
    with stages:
        (judgement,) = judge_pairs([row.pair], settings=settings, progress=stages)
    if as_json:
        print(judged_line(row.given, judgement), end="")
    elif not quiet:
        from rich.console import Console

        from claimcheck.reporting import print_judgement

        print_judgement(judgement, given["a"], given["b"], Console())


def _judge_file(source: str, output: str | None, settings: Settings, stages: Stages) -> None:
    from claimcheck.cli.jsonl import check_target, write_text
    from claimcheck.cli.pairs import Row, judged_line, leave_out, read_pairs
    from claimcheck.judging import judge_pairs

    if output is not None:
        check_target(output)
    rows = []
    for row in read_pairs(source):
        if isinstance(row, Row):
            rows.append(row)
        else:
            leave_out(row.message, strict=settings.strict)
    if not rows:
        raise InputError(f'No pair to judge in {source}: expected one JSON object per line with "a" and "b".')
    with stages:
        judgements = judge_pairs([row.pair for row in rows], settings=settings, progress=stages)
    lines = "".join(judged_line(row.given, judgement) for row, judgement in zip(rows, judgements, strict=True))
    if output is None:
        print(lines, end="")
    else:
        write_text(lines, output)
