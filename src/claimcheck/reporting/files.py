"""Writing a report to its place: the ending gives the format, and no half-written file is ever left there."""

from __future__ import annotations

import errno
import gzip
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from claimcheck.errors import OutputError
from claimcheck.records import Comparison

FORMATS: tuple[str, ...] = (".html", ".htm", ".json", ".json.gz", ".jsonl", ".jsonl.gz", ".md", ".csv")

# The folder takes no new file, or the file no other in its place (a single file mounted into a container).
_NO_FILE_BESIDE = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS})


def save(comparison: Comparison, path: str | Path) -> Path:
    """Write a report; the ending gives the format. Returns the path.

    The report is written to a temporary file beside its place and then renamed, so that what stood there before
    stays until the new report is whole. Only where the folder takes no new file is an existing file written over.

    Raises:
        OutputError: the ending is unknown, or the file cannot be written.
    """
    path = Path(path)
    check_writable(path)
    write_whole(_render(comparison, ending_of(path)), path)
    return path


def write_whole(data: bytes, path: str | Path) -> None:
    """Write a file whole or not at all: to a temporary file beside its place, which is then renamed.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        _write(data, Path(path))
    except OSError as error:
        raise OutputError(f"Cannot write {path}: {error.strerror or error}.") from error


def check_writable(path: str | Path) -> None:
    """Raise OutputError where `save` would fail for its path, before long work starts."""
    path = Path(path)
    ending_of(path)
    try:
        target = path.resolve()
        if target.is_dir():
            raise OutputError(
                f"Cannot write {path}: it is a folder; give a file name in it, as in {path / 'report.html'}."
            )
        if target.exists() and not target.is_file():
            raise OutputError(f"Cannot write {path}: it is not an ordinary file.")
        folder = target.parent
        if not folder.is_dir():
            reason = "is not a folder" if folder.exists() else "does not exist; create it first"
            raise OutputError(f"Cannot write {path}: {folder} {reason}.")
        if not os.access(folder, os.W_OK | os.X_OK) and not (target.exists() and os.access(target, os.W_OK)):
            raise OutputError(f"Cannot write {path}: no permission to write in {folder}.")
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a null byte, a name that is too long
        raise OutputError(f"Cannot write {path}: {getattr(error, 'strerror', None) or error}.") from error


def ending_of(path: Path) -> str:
    """The ending of `FORMATS` that the file name has, in lower case. Raises OutputError."""
    name = path.name.lower()
    endings = [ending for ending in FORMATS if name.endswith(ending)]
    if endings:
        return max(endings, key=len)
    came = f"the ending {path.suffix!r}" if path.suffix else "no ending"
    raise OutputError(
        f"Cannot tell the format of {path} from {came}; name it with one of {', '.join(FORMATS)}, as in report.html."
    )


def _render(comparison: Comparison, ending: str) -> bytes:
    name = ending.removesuffix(".gz")
    text = _RENDERERS[name](comparison)
    # Excel reads a CSV file as UTF-8 only where it starts with the byte order mark.
    data = text.encode("utf-8-sig" if name == ".csv" else "utf-8", "replace")
    # No time and no file name in the header: the same comparison gives the same bytes.
    return gzip.compress(data, mtime=0) if ending.endswith(".gz") else data


def _html(comparison: Comparison) -> str:
    from claimcheck.reporting.html import html_text

    return html_text(comparison)


def _json(comparison: Comparison) -> str:
    from claimcheck.reporting.json_output import json_text

    return json_text(comparison)


def _jsonl(comparison: Comparison) -> str:
    from claimcheck.reporting.json_output import facts_jsonl

    return facts_jsonl(comparison)


def _markdown(comparison: Comparison) -> str:
    from claimcheck.reporting.markdown import markdown_text

    return markdown_text(comparison)


def _csv(comparison: Comparison) -> str:
    from claimcheck.reporting.csv_output import csv_text

    return csv_text(comparison)


_RENDERERS: dict[str, Callable[[Comparison], str]] = {
    ".html": _html,
    ".htm": _html,
    ".json": _json,
    ".jsonl": _jsonl,
    ".md": _markdown,
    ".csv": _csv,
}


def _write(data: bytes, path: Path) -> None:
    # A symbolic link keeps pointing to its file: the file is replaced, not the link.
    target = path.resolve()
    beside = target.with_name(f".claimcheck-{secrets.token_hex(6)}.tmp")
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except OSError as error:
        if error.errno not in _NO_FILE_BESIDE or not (target.is_file() and os.access(target, os.W_OK)):
            raise
        with open(target, "r+b") as file:
            file.write(data)
            file.truncate()
    finally:
        beside.unlink(missing_ok=True)
