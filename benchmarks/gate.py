"""Quality is a test: no figure may fall below its floor in floors.json.

    python -m benchmarks.gate                    # what needs only the repository, in under three minutes
    python -m benchmarks.gate --all --data DIR   # everything
    python -m benchmarks.gate --raise-floors     # write higher floors for what got better, and floors for what is new
    python -m benchmarks.gate --lower NAME       # accept a lower figure; say why in CHANGELOG.md
    python -m benchmarks.gate --judge accurate   # the same with the accurate judge, floors.accurate.json

Each floor holds for the data that it was measured on, named by a hash. A changed file needs a new floor.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

import attrs
from rich.console import Console
from rich.table import Table

from benchmarks.figures import FAST, SLOW, Figure, figures
from benchmarks.match_quality.data import Context
from claimcheck.cli.quiet import quiet_libraries
from claimcheck.cli.stages import Stages
from claimcheck.settings import Settings

FLOORS = Path(__file__).parent / "floors.json"
"""The floors of the fast judge, which is there on every machine, whatever is installed."""
JUDGES = {"fast": FLOORS, "accurate": FLOORS.with_name("floors.accurate.json")}
"""The judges that floors hold for, and the file of each."""
MARGIN = 0.01
"""How far below a measured figure its floor is set: bfloat16, which the CPU decides on, moves some by a little."""


@attrs.frozen
class Floor:
    """The least value of a figure, in [0, 1], on the data with that hash, and the part that measures it."""

    floor: float
    data: str
    part: str


@attrs.frozen
class Verdict:
    """What became of one figure; `problem` is "" where all is well."""

    name: str
    value: float | None
    floor: float | None
    problem: str = ""


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors by name. A missing file holds none."""
    if not path.is_file():
        return {}
    return {name: Floor(**row) for name, row in json.loads(path.read_text(encoding="utf-8")).items()}


def write_floors(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    rows = {name: attrs.asdict(floors[name]) for name in sorted(floors)}
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def check(floors: Mapping[str, Floor], measured: Mapping[str, Figure], parts: Collection[str]) -> list[Verdict]:
    """A verdict on each floor of the parts that were measured, and on each new figure."""
    verdicts = []
    for name in sorted({*measured, *(name for name, floor in floors.items() if floor.part in parts)}):
        figure, floor = measured.get(name), floors.get(name)
        problem = ""
        if figure is None:
            problem = "was not measured"
        elif floor is not None and figure.data != floor.data:
            problem = f"measured on other data ({figure.data}) than its floor ({floor.data})"
        elif math.isnan(figure.value):
            problem = "is no number"
        elif floor is not None and figure.value < floor.floor:
            problem = "below its floor"
        verdicts.append(Verdict(name, figure.value if figure else None, floor.floor if floor else None, problem))
    return verdicts


def renewed(
    floors: Mapping[str, Floor],
    measured: Mapping[str, Figure],
    part_of: Mapping[str, str],
    *,
    raising: bool,
    lowered: Collection[str] = (),
) -> dict[str, Floor]:
    """New floors: higher ones where `raising`, and whatever was measured for the names in `lowered`.

    Where the data changed, `raising` pins the new data only if the figure is not below the old floor.
    """
    result = dict(floors)
    for name, figure in measured.items():
        if math.isnan(figure.value):
            continue
        fresh = Floor(max(0.0, math.floor((figure.value - MARGIN) * 1000) / 1000), figure.data, part_of[name])
        old = floors.get(name)
        if name in lowered or (raising and old is None):
            result[name] = fresh
        elif raising and old is not None and figure.value >= old.floor:
            result[name] = attrs.evolve(fresh, floor=max(fresh.floor, old.floor))
    return result


def _show(verdicts: list[Verdict], console: Console) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 1))
    table.add_column("figure")
    for column in ("measured", "floor"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("")
    for verdict in verdicts:
        numbers = ["–" if value is None else f"{value:.4f}" for value in (verdict.value, verdict.floor)]
        table.add_row(verdict.name, *numbers, verdict.problem or ("" if verdict.floor is not None else "no floor"))
    console.print(table)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--all", action="store_true", help="measure what needs --data too")
    parser.add_argument("--data", type=Path, help="folder of the data sets that cannot be redistributed")
    parser.add_argument("--cache", type=Path, help="folder that keeps what takes long, until code or data change")
    parser.add_argument("--judge", choices=tuple(JUDGES), default="fast", help="judge whose figures are measured")
    parser.add_argument("--raise-floors", action="store_true", help="write higher floors, and floors for new figures")
    parser.add_argument(
        "--lower", metavar="NAME", action="append", default=[], help="accept a lower figure; repeatable"
    )
    return parser


def main() -> int:
    parser = _parser()
    options = parser.parse_args()
    if options.all and options.data is None:
        parser.error("--all needs --data DIR, the folder of the data sets")
    floors = read_floors(JUDGES[options.judge])
    if not floors and not options.raise_floors:
        parser.error(f"{JUDGES[options.judge].name} holds no floors; write them with --raise-floors")
    parts = (*FAST, *SLOW) if options.all else FAST
    measured: dict[str, Figure] = {}
    part_of: dict[str, str] = {}
    settings = Settings(judge_model=options.judge)
    with quiet_libraries(verbose=False):
        for part in parts:
            with Stages(bars=True) as stages:
                context = Context(data=options.data, cache=options.cache, progress=stages, settings=settings)
                found, skipped = figures(part, context)
            measured |= found
            part_of |= dict.fromkeys(found, part)
            for line in skipped:
                print(line, file=sys.stderr)
    unknown = sorted(set(options.lower) - set(measured))
    if unknown:
        parser.error(f"--lower {unknown[0]!r} is no figure that was measured; the table of a plain run has the names")
    if options.raise_floors or options.lower:
        floors = renewed(floors, measured, part_of, raising=options.raise_floors, lowered=options.lower)
        write_floors(floors, JUDGES[options.judge])
    verdicts = check(floors, measured, parts)
    _show(verdicts, Console(width=None if sys.stdout.isatty() else 120))
    if options.lower:
        print(f"Lowered: {', '.join(options.lower)}. Say why in CHANGELOG.md.")
    failed = [verdict for verdict in verdicts if verdict.problem]
    for verdict in failed:
        print(f"{verdict.name}: {verdict.problem}.", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
