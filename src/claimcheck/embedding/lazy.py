"""What takes seconds to load: loaded when it is first needed, or beside what is done before."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

Loaded = TypeVar("Loaded")


class Lazy(Generic[Loaded]):
    """One thing that is loaded once."""

    def __init__(self, load: Callable[[], Loaded]) -> None:
        """
        Args:
            load: loads it; what it raises is raised by `get`.
        """
        self._load = load
        self._loading: Future[Loaded] | None = None

    def load_ahead(self) -> None:
        """Load it in a thread of its own, beside what is done next. Not before processes are forked."""
        if self._loading is None:
            loader = ThreadPoolExecutor(1, "loading")
            self._loading = loader.submit(self._load)
            loader.shutdown(wait=False)

    def get(self) -> Loaded:
        """The thing, loaded now if it is not."""
        if self._loading is None:
            self._loading = Future()
            try:
                self._loading.set_result(self._load())
            except BaseException:
                self._loading = None
                raise
        return self._loading.result()
