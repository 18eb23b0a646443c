"""Exit codes. docs/cli.md tells them to the user."""

from __future__ import annotations

DONE = 0
CONDITION_MET = 1
WRONG_INPUT = 2
UNEXPECTED = 70  # EX_SOFTWARE of BSD's sysexits.h: not to be taken for a condition met, nor for a wrong input
INTERRUPTED = 130  # 128 + SIGINT, as shells report it
BROKEN_PIPE = 141  # 128 + SIGPIPE, as shells report it
