"""Progress as bars and as a table of times."""

from __future__ import annotations

import re
import sys

import pytest

from claimcheck.cli.stages import REST, Stages


def names(table: str) -> list[str]:
    return [re.split(r"\s{2,}", line)[0] for line in table.splitlines()[1:]]


def test_the_table_lists_stages_in_the_order_in_which_they_began() -> None:
    with Stages(bars=False) as stages:
        for stage in ("Reading", "Claims", "Embedding"):
            stages(stage, 0, 2)
            stages(stage, 1, 2)
            stages(stage, 2, 2)
    assert names(stages.table()) == ["Reading", "Claims", "Embedding", REST, "total"]


def test_shares_are_of_the_whole_and_every_second_is_counted_once() -> None:
    with Stages(bars=False) as stages:
        stages("Reading", 0, 1)
        stages("Reading", 1, 1)
        stages("Empty", 0, 0)
        stages("Empty", 0, 0)
        stages("Claims", 0, 3)
        stages("Claims", 3, 3)
    shares = [float(line.split()[-1].rstrip("%")) for line in stages.table().splitlines()[1:]]
    assert shares[-1] == 100.0
    assert sum(shares[:-1]) == pytest.approx(100, abs=0.5)


def test_a_stage_that_comes_back_has_one_row() -> None:
    with Stages(bars=False) as stages:
        for _ in range(3):
            stages("Judging", 0, 1)
            stages("Judging", 1, 1)
    assert names(stages.table()).count("Judging") == 1


def test_there_is_a_table_even_where_nothing_was_done() -> None:
    with Stages(bars=False) as stages:
        pass
    assert names(stages.table()) == [REST, "total"]


def test_no_bar_where_standard_error_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Stages(bars=True) as stages:
        stages("Reading", 0, 1)
        stages("Reading", 1, 1)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("bars", [True, False])
def test_on_a_terminal_bars_go_to_standard_error_if_asked_for(
    bars: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with Stages(bars=bars) as stages:
        stages("Reading", 0, 4)
        stages("Reading", 2, 4)
        stages("Reading", 4, 4)
        stages("Empty", 0, 0)
        stages("Empty", 0, 0)
    out, err = capsys.readouterr()
    assert out == ""
    assert ("Reading" in err) is bars
