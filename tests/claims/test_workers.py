from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from claimcheck.claims import extract_all, workers
from claimcheck.records import Article
from claimcheck.settings import Settings

SENTENCES = (
    "Police in Oslo arrested 12 people on Monday.",
    "The bridge was closed for two days, the mayor said.",
    "A fire destroyed the old mill in Bath on 3 May 2019.",
)


def articles(n: int) -> list[Article]:
    return [Article("\n\n".join(f"{s} Report {i}." for s in SENTENCES), source=f"S{i}") for i in range(n)]


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(workers.sys, "platform", "linux")


def test_little_text_is_read_here(two_cores: None) -> None:
    assert workers.worker_count(articles(3), None) == 0


def test_much_text_is_shared_out(two_cores: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_SHARING", 1)
    assert workers.worker_count(articles(3), None) == 2
    assert workers.worker_count(articles(3), 1) == 0
    assert workers.worker_count(articles(1), 8) == 0


def test_a_first_report_is_read_by_another_process(two_cores: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, workers.HEAVY_LIBRARY, raising=False)
    assert workers.worker_count(articles(3), None, busy=True) == 1
    assert workers.worker_count(articles(3), 1, busy=True) == 0
    assert workers.worker_count([], None, busy=True) == 0
    monkeypatch.setitem(sys.modules, workers.HEAVY_LIBRARY, sys)
    assert workers.worker_count(articles(3), None, busy=True) == 0


def test_a_daemon_forks_nothing(two_cores: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_SHARING", 1)
    monkeypatch.setattr(workers.current_process(), "_config", {"daemon": True})
    assert workers.worker_count(articles(3), None, busy=True) == 0


def test_shares_keep_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "SHARE", 250)
    given = articles(7)
    assert [article for share in workers._shares(given) for article in share] == given


@pytest.mark.weights
@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_several_processes_find_the_same_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = extract_all(articles(6), settings=Settings(processes=1))
    monkeypatch.setattr(workers, "WORTH_SHARING", 1)
    monkeypatch.setattr(workers, "SHARE", 250)
    monkeypatch.setattr(workers.os, "sched_getaffinity", lambda _: {0, 1})
    assert extract_all(articles(6), settings=Settings()) == alone


@pytest.mark.weights
@pytest.mark.parametrize("forked", [0, 1])
def test_other_work_is_started_before_the_articles_are_read(forked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if forked and sys.platform != "linux":
        pytest.skip("processes are forked on Linux only")
    monkeypatch.setattr("claimcheck.claims.extraction.worker_count", lambda *_, **__: forked)
    events: list[str] = []
    found = extract_all(
        articles(2),
        settings=Settings(),
        progress=lambda stage, done, total: events.append(f"{done} of {total}"),
        meanwhile=lambda: events.append("started"),
    )
    assert events == ["0 of 2", "started", "1 of 2", "2 of 2"]
    assert found == extract_all(articles(2), settings=Settings(processes=1))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_who_stops_early_waits_for_no_further_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "SHARE", 1)
    found = workers.shared_out(_lengths, articles(50), 2)
    assert next(found) == len(articles(1)[0].text)
    found.close()
    assert list(found) == []


def _lengths(given: Sequence[Article]) -> list[int]:
    return [len(article.text) for article in given]
