"""JSON Lines in and out: files, gzipped files, standard input."""

from __future__ import annotations

import gzip
import sys
import zlib
from pathlib import Path

from claimcheck.articles.inputs import STANDARD_INPUT
from claimcheck.errors import InputError, OutputError
from claimcheck.reporting.files import check_writable, write_whole

_GZIP = b"\x1f\x8b"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_lines(source: str) -> list[bytes]:
    """The lines of a file, gzipped or not, or of standard input for "-".

    Raises:
        InputError: it cannot be read.
    """
    try:
        if source == STANDARD_INPUT:
            raw = sys.stdin.buffer.read()
        elif Path(source).is_dir():
            raise InputError(f"Cannot read {source}: it is a folder; name a .jsonl file in it.")
        elif Path(source).exists() and not Path(source).is_file():
            raise InputError(f"Cannot read {source}: it is not an ordinary file.")
        else:
            raw = Path(source).read_bytes()
        if raw.startswith(_GZIP):
            raw = gzip.decompress(raw)
    except (OSError, EOFError, zlib.error, ValueError) as error:  # ValueError: a null byte in the name
        raise InputError(f"Cannot read {source}: {getattr(error, 'strerror', None) or error}.") from error
    return raw.removeprefix(_BYTE_ORDER_MARK).split(b"\n")


def check_target(path: str) -> None:
    """Raise OutputError where `write_text` would fail for its path, before long work starts."""
    if not path.lower().endswith((".jsonl", ".jsonl.gz")):
        raise OutputError(f"Cannot write {path}: JSON lines go to a file ending in .jsonl or .jsonl.gz.")
    check_writable(path)


def write_text(text: str, path: str) -> None:
    """Write lines of JSON: beside the place, then renamed. Raises OutputError."""
    # A lone surrogate becomes its escape, which is what it is called in JSON too.
    data = text.encode("utf-8", "backslashreplace")
    write_whole(gzip.compress(data, mtime=0) if path.lower().endswith(".gz") else data, path)
