"""Keeps what libraries say to developers (warnings, log lines, their own progress bars) off the user's terminal."""

from __future__ import annotations

import contextlib
import logging
import os
import warnings
from collections.abc import Iterator

# Read by the libraries when they are imported, which happens after this.
_SILENCE = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
    "TORCH_CPP_LOG_LEVEL": "ERROR",
    "TQDM_DISABLE": "1",
    "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
}
_OFFLINE = {"HF_HUB_OFFLINE": "1"}


@contextlib.contextmanager
def quiet_libraries(*, verbose: bool, allow_downloads: bool = False) -> Iterator[None]:
    """While it lasts, libraries say nothing (unless `verbose`) and reach no hub (unless `allow_downloads`).

    Log lines go to standard error where `verbose`, and nowhere otherwise. All is put back at the end.
    """
    wanted = ({} if verbose else _SILENCE) | ({} if allow_downloads else _OFFLINE)
    before = {name: os.environ.get(name) for name in wanted}
    # A log line that nobody handles would be printed by logging's handler of last resort.
    handler = logging.StreamHandler() if verbose else logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    os.environ.update(wanted)
    logging.getLogger().addHandler(handler)
    try:
        with warnings.catch_warnings():
            if not verbose:
                warnings.simplefilter("ignore")
            yield
    finally:
        logging.getLogger().removeHandler(handler)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
