"""`claimcheck train`: fine-tunes the judge on a user's own labelled pairs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.cli import options
from claimcheck.cli.quiet import quiet_libraries
from claimcheck.cli.stages import Stages

TITLES = ("title_a", "title_b")


def train(
    source: Annotated[
        str,
        typer.Argument(
            metavar="LABELLED.jsonl",
            help='Labelled pairs: a JSON object per line with "a", "b", "relation" and where known "date_a", "date_b", '
            '"title_a", "title_b".',
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Folder for the fine-tuned judge; one that is in it already is replaced.",
            show_default=False,
        ),
    ],
    base: Annotated[
        str,
        typer.Option(
            "--base", metavar="NAME", help="Judge to start from: fast, accurate, or a folder that train has written."
        ),
    ] = "fast",
    epochs: Annotated[int, typer.Option("--epochs", metavar="N", min=1, help="How often every pair is seen.")] = 3,
    strict: Annotated[
        bool, typer.Option("--strict", help="A broken line is an error. Without it: named and left out.")
    ] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Fine-tune the judge on your own labelled pairs, and use it with --judge DIR.

    A tenth of the pairs is kept apart to tell whether it became better. Stopped early, it goes on where it was.
    """
    from claimcheck.cli.pairs import leave_out
    from claimcheck.training.finetune import check_output, finetune

    check_output(Path(output))
    stages = Stages(bars=not quiet)
    with quiet_libraries(verbose=verbose, allow_downloads=False):
        rows, problems = _read(source)
        for problem in problems:
            leave_out(problem, strict=strict)
        with stages:
            scores = finetune(rows, Path(output), base=base, epochs=epochs, progress=stages)
    if not quiet:
        print(
            f"Trained on {scores.trained} pairs. Of {scores.kept} that were kept apart, the judge had "
            f"{scores.before:.1%} right before and {scores.after:.1%} now.\n"
            f"Use it: claimcheck compare FOLDER --judge {output}"
        )
    if verbose:
        print(stages.table(), file=sys.stderr)


def _read(source: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Labelled pairs, and what is wrong with the lines that are none."""
    from claimcheck.cli.pairs import Row, read_pairs
    from claimcheck.records import RELATIONS

    rows, problems = [], []
    for row in read_pairs(source):
        if not isinstance(row, Row):
            problems.append(row.message)
        elif row.given.get("relation") not in RELATIONS:
            problems.append(
                f"{row.where}: “relation” is {row.given.get('relation')!r}; expected one of {', '.join(RELATIONS)}."
            )
        else:
            titles = {key: row.given.get(key) for key in TITLES}
            if wrong := next((key for key in TITLES if not isinstance(titles[key], str | None)), None):
                problems.append(f"{row.where}: “{wrong}” is {titles[wrong]!r}; expected a text or null.")
            else:
                rows.append({**row.pair, **titles, "relation": row.given["relation"]})
    return rows, problems
