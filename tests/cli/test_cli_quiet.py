"""What libraries say to developers stays off the terminal."""

from __future__ import annotations

import logging
import os
import warnings

import pytest

from claimcheck.cli.quiet import quiet_libraries


def be_noisy() -> None:
    warnings.warn("a library is worried", stacklevel=1)
    logging.getLogger("some.package").warning("a library has something to say")


def test_without_verbose_warnings_and_log_lines_go_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_libraries(verbose=False):
        be_noisy()
    assert capfd.readouterr() == ("", "")


def test_with_verbose_log_lines_reach_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with quiet_libraries(verbose=True), pytest.warns(UserWarning, match="worried"):
        be_noisy()
    out, err = capsys.readouterr()
    assert out == ""
    assert "WARNING some.package: a library has something to say" in err


@pytest.mark.parametrize(("allowed", "offline"), [(False, "1"), (True, "0")])
def test_no_hub_is_reached_unless_downloads_are_allowed(
    allowed: bool, offline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    with quiet_libraries(verbose=False, allow_downloads=allowed):
        assert os.environ["HF_HUB_OFFLINE"] == offline


def test_the_environment_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRANSFORMERS_VERBOSITY", raising=False)
    before, handlers = dict(os.environ), list(logging.getLogger().handlers)
    with pytest.raises(ZeroDivisionError), quiet_libraries(verbose=False):
        _ = 1 / 0
    assert dict(os.environ) == before
    assert logging.getLogger().handlers == handlers
