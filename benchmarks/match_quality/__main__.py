"""`python -m benchmarks.match_quality`: measure, show, and write results.json and plots."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.match_quality.data import SEED, Context, code_digest
from benchmarks.match_quality.parts import PARTS, measure
from benchmarks.match_quality.plots import draw
from benchmarks.match_quality.report import show, write_json
from claimcheck.cli.quiet import quiet_libraries
from claimcheck.cli.stages import Stages
from claimcheck.settings import Settings

WIDTH = 150
"""Columns of the tables where standard output is not a terminal."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.match_quality", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the data sets that cannot be redistributed")
    parser.add_argument("--only", metavar="NAMES", help=f"parts to measure, with commas: {', '.join(PARTS)}")
    parser.add_argument(
        "--matchers", metavar="NAMES", default="", help="matchers beside ours, with commas; all if none"
    )
    parser.add_argument("--nli", metavar="MODEL", help="NLI cross-encoder, folder or name, measured as a matcher")
    parser.add_argument("--model", help="another embedding model")
    parser.add_argument("--judge", help="another judge")
    parser.add_argument("--test", action="store_true", help="the test part of the stories too; only to report a number")
    parser.add_argument("--output", type=Path, help="folder for results.json and the plots")
    parser.add_argument("--cache", type=Path, help="folder that keeps what takes long, until code or data change")
    parser.add_argument("--times", action="store_true", help="print the seconds of each stage, on standard error")
    return parser


def main() -> int:
    options = _parser().parse_args()
    names = options.only.split(",") if options.only else list(PARTS)
    unknown = sorted({name.strip() for name in names} - set(PARTS))
    if unknown:
        print(f"No such part: {', '.join(unknown)}. The parts are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    results: dict[str, Any] = {}
    with quiet_libraries(verbose=False):
        for name in (name.strip() for name in names):
            with Stages(bars=True) as stages:
                context = Context(
                    data=options.data,
                    cache=options.cache,
                    settings=Settings(embedding_model=options.model, judge_model=options.judge),
                    progress=stages,
                    nli=options.nli,
                    matchers=tuple(filter(None, (matcher.strip() for matcher in options.matchers.split(",")))),
                    test=options.test,
                )
                found, skipped = measure(name, context)
            show(found, console)
            if options.times:
                print(stages.table(), file=sys.stderr)
            for line in skipped:
                print(line, file=sys.stderr)
            results |= found
    if options.output is not None:
        about = {"code": code_digest(), "seed": SEED, "model": options.model, "judge": options.judge}
        write_json({"about": about, **results}, options.output / "results.json")
        try:
            draw(results, options.output)
        except ImportError:
            print("No plots: matplotlib is not installed. Type: pip install -e .[plots]", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
