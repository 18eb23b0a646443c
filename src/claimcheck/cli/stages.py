"""What the library reports of its progress, as bars on a terminal and as a table of times."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

REST = "everything else"


class Stages:
    """A progress callback that draws a bar per stage and remembers how long each took.

    Use it as a context manager: the bars stand on standard error, and go when it ends.

    Args:
        bars: draw bars; where standard error is not a terminal, none is drawn all the same.
    """

    def __init__(self, *, bars: bool) -> None:
        self._draws = bars and sys.stderr.isatty()
        self._display: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._seconds: dict[str, float] = {}
        self._open: str | None = None
        self._last = self._began = time.perf_counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._count(REST)
        if self._display is not None:
            self._display.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        self._count(REST)
        # A stage with nothing to do calls (stage, 0, 0) twice: the first opens it, the second closes it.
        self._open = None if done >= total and self._open == stage else stage
        self._seconds.setdefault(stage, 0.0)
        if self._draws:
            self._draw(stage, done, total)

    def table(self) -> str:
        """Seconds and share of each stage, in the order in which they began, as lines of aligned text."""
        total = sum(self._seconds.values())
        rows = [(stage, seconds) for stage, seconds in self._seconds.items() if stage != REST]
        rows.append((REST, self._seconds.get(REST, 0.0)))
        rows.append(("total", total))
        width = max(len(stage) for stage, _ in rows)
        lines = [f"{'stage':<{width}}  seconds   share"]
        lines += [
            f"{stage:<{width}}  {seconds:7.2f}  {100 * seconds / total if total else 0.0:5.1f}%"
            for stage, seconds in rows
        ]
        return "\n".join(lines)

    def _count(self, otherwise: str) -> None:
        now = time.perf_counter()
        stage = self._open or otherwise
        self._seconds[stage] = self._seconds.get(stage, 0.0) + now - self._last
        self._last = now

    def _draw(self, stage: str, done: int, total: int) -> None:
        if self._display is None:
            self._display = _bars()
            self._display.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._display.add_task(stage, total=None)
        self._display.update(self._tasks[stage], completed=done, total=total or None)
        if done >= total:
            self._display.update(self._tasks[stage], completed=total or 1, total=total or 1)


def _bars() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
