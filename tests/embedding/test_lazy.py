from __future__ import annotations

import threading

import pytest

from claimcheck.embedding.lazy import Lazy


class Loads:
    def __init__(self) -> None:
        self.threads: list[str] = []

    def __call__(self) -> int:
        self.threads.append(threading.current_thread().name)
        return len(self.threads)


def test_it_is_loaded_when_it_is_first_needed() -> None:
    load = Loads()
    lazy = Lazy(load)
    assert load.threads == []
    assert lazy.get() == lazy.get() == 1
    assert load.threads == [threading.current_thread().name]


def test_ahead_it_is_loaded_in_another_thread() -> None:
    load = Loads()
    lazy = Lazy(load)
    lazy.load_ahead()
    lazy.load_ahead()
    assert lazy.get() == 1
    assert load.threads != [threading.current_thread().name]


def test_what_is_loaded_is_not_loaded_ahead() -> None:
    load = Loads()
    lazy = Lazy(load)
    lazy.get()
    lazy.load_ahead()
    assert lazy.get() == 1


@pytest.mark.parametrize("ahead", [False, True])
def test_what_fails_is_told_when_it_is_needed(ahead: bool) -> None:
    def load() -> int:
        raise ValueError("damaged")

    lazy = Lazy(load)
    if ahead:
        lazy.load_ahead()
    with pytest.raises(ValueError, match="damaged"):
        lazy.get()
