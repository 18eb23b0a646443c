"""Where a report goes: formats by ending, whole files only."""

from __future__ import annotations

import errno
import gzip
import os
from pathlib import Path

import pytest

from claimcheck.errors import OutputError
from claimcheck.records import Comparison
from claimcheck.reporting import FORMATS, check_writable, files, save


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_written_and_the_same_comparison_gives_the_same_bytes(
    ending: str, comparison: Comparison, tmp_path: Path
) -> None:
    first, second = tmp_path / f"one{ending}", tmp_path / f"two{ending}"
    assert save(comparison, first) == first
    save(comparison, second)
    assert first.read_bytes() == second.read_bytes() != b""
    assert sorted(tmp_path.iterdir()) == [first, second]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_comparison_without_facts_can_be_saved_too(ending: str, nothing: Comparison, tmp_path: Path) -> None:
    save(nothing, tmp_path / f"none{ending}")
    save(Comparison(articles=(), claims=()), tmp_path / f"empty{ending}")


def test_json_comes_back_as_it_was(comparison: Comparison, tmp_path: Path) -> None:
    for name in ("a.json", "a.json.gz"):
        assert Comparison.load(comparison.save(tmp_path / name)) == comparison


def test_compressed_files_hold_the_same_text(comparison: Comparison, tmp_path: Path) -> None:
    save(comparison, tmp_path / "a.jsonl")
    save(comparison, tmp_path / "a.jsonl.gz")
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == (tmp_path / "a.jsonl").read_bytes()


def test_the_ending_may_be_in_capitals(comparison: Comparison, tmp_path: Path) -> None:
    assert save(comparison, tmp_path / "REPORT.HTML").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("name", ["report", "report.pdf", "report.html.gz", "json"])
def test_an_unknown_ending_names_those_known(name: str, comparison: Comparison, tmp_path: Path) -> None:
    for attempt in (lambda: check_writable(tmp_path / name), lambda: save(comparison, tmp_path / name)):
        with pytest.raises(OutputError, match=r"\.html, \.htm, \.json, \.json\.gz, .*\.csv"):
            attempt()
    assert list(tmp_path.iterdir()) == []


def test_places_that_take_no_report_are_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "file").write_text("x")
    os.mkfifo(tmp_path / "pipe.html")
    for name, said in {
        "missing/report.html": "does not exist",
        "file/report.html": "is not a folder",
        "folder.html": "it is a folder",
        "pipe.html": "not an ordinary file",
        "nu\0ll.html": "null",
        f"{'x' * 300}.html": "too long",
    }.items():
        with pytest.raises(OutputError, match=said):
            check_writable(tmp_path / name)


def test_a_folder_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    existing = tmp_path / "old.html"
    existing.write_text("x")
    # A user who is root may write anywhere, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path)
    with pytest.raises(OutputError, match="no permission"):
        check_writable(tmp_path / "new.html")
    check_writable(existing)


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_the_old_report_and_nothing_else(
    failure: BaseException, comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def fail(_: int) -> None:
        raise failure

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KeyboardInterrupt if isinstance(failure, KeyboardInterrupt) else OutputError):
        save(comparison, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_replaced_is_written_over(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    path.write_text("x" * 1_000_000)

    def busy(*_: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(os, "replace", busy)
    save(comparison, path)
    assert Comparison.load(path) == comparison
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_and_permissions_stay(comparison: Comparison, tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    save(comparison, link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert Comparison.load(target) == comparison


def test_a_new_file_is_readable_as_any_other(comparison: Comparison, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("x")
    assert save(comparison, tmp_path / "a.md").stat().st_mode == other.stat().st_mode


def test_write_whole_takes_any_bytes(tmp_path: Path) -> None:
    files.write_whole(b"\x00\xff", tmp_path / "any")
    assert (tmp_path / "any").read_bytes() == b"\x00\xff"
    with pytest.raises(OutputError, match="Cannot write"):
        files.write_whole(b"", tmp_path / "missing" / "any")


def test_every_format_is_documented(root: Path) -> None:
    page = (root / "docs/reports.md").read_text(encoding="utf-8")
    assert all(f"`{ending}`" in page for ending in FORMATS)
