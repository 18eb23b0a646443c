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


def test_little_text_is_read_here() -> None:
    assert workers.worker_count(articles(3), None) == 1


def test_nobody_gets_more_processes_than_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_SHARING", 1)
    assert workers.worker_count(articles(3), 1) == 1
    assert workers.worker_count(articles(1), 8) == 1


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


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_who_stops_early_waits_for_no_further_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "SHARE", 1)
    found = workers.shared_out(_lengths, articles(50), 2)
    assert next(found) == len(articles(1)[0].text)
    found.close()
    assert list(found) == []


def _lengths(given: Sequence[Article]) -> list[int]:
    return [len(article.text) for article in given]
