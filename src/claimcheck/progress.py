"""How the library reports progress: through a callback, never by printing."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called as `progress(stage, done, total)`: once with `done == 0` when a stage starts, once with
`done == total` when it ends, and in between as work gets done. A comparison of files has these stages at most, each
once and in this order: "Reading", "Extracting claims", "Embedding", "Reading leads", "Finding candidate pairs",
"Judging", "Reading pairs", "Reading likely pairs" (with the accurate judge); one that has nothing to do, or whose judge
asks no language model, may stay away."""


def no_progress(stage: str, done: int, total: int) -> None:
    """The default callback: does nothing."""
