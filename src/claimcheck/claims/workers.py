"""Extraction on several cores: the articles in shares, each read by a forked process.

spaCy uses one core. A forked worker has the pipeline already, for nothing; where a platform cannot fork (Windows) or
does not do so safely (macOS), and where there is little to read, everything happens in this process.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from claimcheck.records import Article

Result = TypeVar("Result")

WORTH_SHARING = 150_000
"""Characters from which a second process gains more than it costs (measured on news: about a second of work)."""
SHARE = 40_000
"""Characters of the articles that a worker gets at once."""


def worker_count(articles: Sequence[Article], processes: int | None) -> int:
    """How many processes should read the articles; 1 means this one alone.

    Args:
        processes: at most so many; None for as many as there are cores.
    """
    if sys.platform != "linux" or sum(len(article.text) for article in articles) < WORTH_SHARING:
        return 1
    cores = len(os.sched_getaffinity(0))
    return max(1, min(cores if processes is None else processes, len(articles)))


def shared_out(
    read: Callable[[Sequence[Article]], list[Result]], articles: Sequence[Article], workers: int
) -> Iterator[Result]:
    """What `read` gives for each article, in order. `read` is a module's function, or a partial of one.

    An interruption is this process's to handle: the workers finish the share that they are at, and get no other.
    """
    gc.freeze()  # what is loaded stays shared: the collector of a worker need not touch it
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("fork"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
    try:
        waiting: list[Future[list[Result]]] = [pool.submit(read, share) for share in _shares(articles)]
        for future in waiting:
            yield from future.result()
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _shares(articles: Sequence[Article]) -> Iterator[list[Article]]:
    share: list[Article] = []
    size = 0
    for article in articles:
        share.append(article)
        size += len(article.text)
        if size >= SHARE:
            yield share
            share, size = [], 0
    if share:
        yield share
