"""`claimcheck benchmark`: scores on the user's own labelled pairs or stories."""

from __future__ import annotations

import json
import sys
from os.path import isdir as is_dir
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli import options
from claimcheck.cli.quiet import quiet_libraries
from claimcheck.cli.stages import Stages
from claimcheck.errors import InputError
from claimcheck.records import CONFLICTS
from claimcheck.reporting.words import line_of
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

STORIES = "Labelled stories"
LISTED = 20


def benchmark(
    source: Annotated[
        str,
        typer.Argument(
            metavar="LABELLED",
            help="Labelled pairs, as a JSONL file (also .gz, - for standard input), or a folder of labelled stories.",
            show_default=False,
        ),
    ],
    precision: Annotated[
        float,
        typer.Option(
            "--precision", metavar="0..1", min=0.0, max=1.0, help="Find the threshold that reaches this precision."
        ),
    ] = 0.95,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    model: options.Model = None,
    judge_model: options.Judge = None,
    spacy_model: options.SpacyModel = options.SPACY_MODEL,
    strict: Annotated[
        bool, typer.Option("--strict", help="A broken line is an error. Without it: named and left out.")
    ] = False,
    no_cache: options.NoCache = False,
    allow_downloads: options.AllowDownloads = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Score models and thresholds on your own labelled pairs or stories.

    docs/benchmark.md describes both formats.
    """
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
        run, show = (_stories, _show_stories) if is_dir(source) else (_pairs, _show_pairs)
        with stages:
            scores = run(source, settings, precision, stages)
        if as_json:
            print(json.dumps(scores, indent=1, ensure_ascii=False))
        elif not quiet:
            from rich.console import Console

            show(scores, Console(highlight=False, markup=False))
    if verbose:
        print(stages.table(), file=sys.stderr)


def _stories(source: str, settings: Settings, precision: float, stages: Stages) -> dict[str, Any]:
    from claimcheck.pipeline import compare
    from claimcheck.scoring.gold import articles_of, find_topics, read_topic
    from claimcheck.scoring.stories import score_topic
    from claimcheck.scoring.summary import summary

    topics = [read_topic(folder) for folder in find_topics(Path(source))]
    scores = []
    stages(STORIES, 0, len(topics))
    for done, topic in enumerate(topics, start=1):
        scores.append(score_topic(topic, compare(articles_of(topic), settings=settings)))
        stages(STORIES, done, len(topics))
    return summary(topics, scores, precision=precision)


def _pairs(source: str, settings: Settings, precision: float, stages: Stages) -> dict[str, Any]:
    from claimcheck.cli.pairs import Row, leave_out, read_pairs
    from claimcheck.judging import judge_pairs
    from claimcheck.scoring.pairs import read_label, score_relations, score_same

    rows, labels = [], []
    for row in read_pairs(source):
        if not isinstance(row, Row):
            leave_out(row.message, strict=settings.strict)
            continue
        try:
            labels.append(read_label(row.given))
            rows.append(row.pair)
        except InputError as error:
            leave_out(f"{row.where}: {error}.", strict=settings.strict)
    if not rows:
        raise InputError(
            f'No labelled pair in {source}: expected one JSON object per line with "a", "b", and "relation" or '
            '"label". The format is in docs/benchmark.md.'
        )
    judgements = judge_pairs(rows, settings=settings, progress=stages)
    relations = score_relations(labels, judgements, precision=precision)
    return {
        "pairs": len(rows),
        "same_fact": score_same(labels, judgements, precision=precision).to_dict(),
        "relations": relations.to_dict() if relations else None,
    }


def _show_pairs(scores: dict[str, Any], console: Console) -> None:
    relations = scores["relations"]
    console.print(f"{scores['pairs']} labelled pairs")
    if relations:
        console.print(
            f"\nFive relations, {relations['n']} pairs: accuracy {relations['accuracy']:.3f}, "
            f"macro-F1 {relations['macro_f1']:.3f}. Rows are labels, columns are judgements."
        )
        console.print(_confusion(relations))
        _detection("Contradiction", relations["contradiction"], console)
    _detection("Same point (agreement, contradiction or update)", scores["same_fact"], console)


def _confusion(relations: dict[str, Any]) -> Any:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 1))
    table.add_column("")
    for name in relations["relations"]:
        table.add_column(name, justify="right")
    for name, row in zip(relations["relations"], relations["confusion"], strict=True):
        table.add_row(name, *map(str, row))
    return table


def _detection(title: str, row: dict[str, Any], console: Console) -> None:
    at, wanted = row["at_threshold"], row["wanted_precision"]
    console.print(f"\n{title}: {row['positive']} of {row['n']} pairs")
    console.print(
        f"  average precision {row['average_precision']:.3f}, expected calibration error {row['calibration_error']:.3f}"
    )
    console.print(f"  at {row['threshold']:.2f}, as shipped: {_prf(at)}")
    if row["needed_threshold"] is None:
        console.print(f"  no threshold reaches precision {wanted:g} on these pairs")
    else:
        needed = row["at_needed"]
        console.print(f"  for precision {wanted:g}: {row['needed_threshold']:.4f} and above, {_prf(needed)}")


def _show_stories(scores: dict[str, Any], console: Console) -> None:
    from rich.table import Table

    console.print(
        f"Topics: {scores['topics']}; articles: {scores['articles']}; quotes in facts: {scores['fact_quotes']}"
    )
    console.print("By topic: B-cubed F1 of stories and of facts, and the relations that were found.\n")
    table = Table(box=None, pad_edge=False, padding=(0, 1))
    table.add_column("topic", overflow="fold")
    for column in ("stories", "facts", "mixed", "contradictions", "updates", "false alarms"):
        table.add_column(column, justify="right")
    for name, row in scores["by_topic"].items():
        counts = [row[f"{relation}_found"] for relation in CONFLICTS]
        found = [f"{hits} of {labelled}" if labelled else "–" for hits, labelled in counts]
        table.add_row(
            name, f"{row['stories_f1']:.3f}", f"{row['facts_f1']:.3f}", str(row["mixed"]), *found,
            str(row["false_alarms"]),
        )  # fmt: skip
    console.print(table)
    console.print(f"\nStories: B-cubed {_prf(scores['stories_b_cubed'])}")
    console.print(f"Facts (by event): B-cubed {_prf(scores['facts_b_cubed'])}")
    console.print(f"Points (by fact label): B-cubed {_prf(scores['points_b_cubed'])}")
    for relation, row in scores["relations"].items():
        console.print(f"Reported as {relation}: {row['found']}; labelled: {row['labelled']}")
        if row["found"] and row["labelled"]:
            console.print(f"  {_prf(row)}")
        least, wanted = scores["least_confidence"][relation], scores["wanted_precision"]
        if least:
            console.print(
                f"  for precision {wanted:g}: --min-confidence {least['threshold']:.4f}, which keeps {least['n']}"
            )
        elif row["found"]:
            console.print(f"  no --min-confidence reaches precision {wanted:g} on these stories")
    for what in ("mixed_facts", "false_alarms", "missed_relations"):
        rows = scores[what]
        if rows:
            console.print(f"\n{what.replace('_', ' ').capitalize()}: {len(rows)}")
            for text in rows[:LISTED]:
                console.print(f"  {line_of(text)}")
            if len(rows) > LISTED:
                console.print(f"  and {len(rows) - LISTED} more: --json has them all")


def _prf(row: dict[str, Any]) -> str:
    return f"precision {row['precision']:.3f}, recall {row['recall']:.3f}, F1 {row['f1']:.3f}"
