"""How the library reports progress: through a callback, never by printing."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called as `progress(stage, done, total)`: once with `done == 0` when a stage starts, once with
`done == total` when it ends, and in between as work gets done. Stages come in the order of the flow."""


def no_progress(stage: str, done: int, total: int) -> None:
    """The default callback: does nothing."""
