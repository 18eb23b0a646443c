"""Extraction on several cores: the articles in shares, each read by a forked process.

spaCy uses one core. A forked worker has the pipeline already, for nothing; where a platform cannot fork (Windows) or
does not do so safely (macOS), and where there is little to read, everything happens in this process. There is one
exception to the last: a first report, whose language models are loaded while another process reads the articles. In
two threads of one process both take far longer, since importing the libraries and parsing are Python's work.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import current_process, get_context
from typing import TypeVar

from claimcheck.records import Article

Result = TypeVar("Result")

WORTH_SHARING = 150_000
"""Characters from which a second process gains more than it costs (measured on news: about a second of work)."""
SHARE = 40_000
"""Characters of the articles that a worker gets at once."""
HEAVY_LIBRARY = "torch"
"""Once it is imported, models are loaded quickly, and hardly by Python: beside this process's own reading."""


def worker_count(articles: Sequence[Article], processes: int | None, *, busy: bool = False) -> int:
    """How many other processes should read the articles; 0 means that this one should.

    Args:
        processes: at most so many; None for as many as there are cores, 1 for this one alone.
        busy: whether this process has models to load meanwhile.
    """
    if sys.platform != "linux" or processes == 1 or current_process().daemon:  # a daemon may have no children
        return 0
    cores = len(os.sched_getaffinity(0))
    workers = min(cores if processes is None else processes, len(articles))
    if sum(len(article.text) for article in articles) >= WORTH_SHARING and workers > 1:
        return workers
    return int(busy and cores > 1 and bool(articles) and HEAVY_LIBRARY not in sys.modules)


def shared_out(
    read: Callable[[Sequence[Article]], list[Result]],
    articles: Sequence[Article],
    workers: int,
    *,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[Result]:
    """What `read` gives for each article, in order.

    Args:
        read: a module's function, or a partial of one.
        articles: what is shared out.
        workers: how many processes are forked.
        meanwhile: called in this process once they are.

    An interruption is this process's to handle: the workers finish the share that they are at, and get no other.
    """
    gc.freeze()  # what is loaded stays shared: the collector of a worker need not touch it
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("fork"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
    try:
        waiting: list[Future[list[Result]]] = [pool.submit(read, share) for share in _shares(articles)]
        if meanwhile is not None:
            meanwhile()
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
