"""Which files the named paths stand for, and their bytes."""

from __future__ import annotations

import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import attrs

from claimcheck.articles.decoding import binary_kind
from claimcheck.articles.words import words
from claimcheck.errors import InputError

STANDARD_INPUT = "-"
MAX_BYTES = 1 << 30  # of one file, unpacked: above it memory could run out
HEAD_BYTES = 65_536  # enough to see that a file is no text, however long it is
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
_SKIPPED_FOLDERS = frozenset({"__MACOSX", "__pycache__", "node_modules"})
_SKIPPED_FILES = frozenset({"thumbs.db", "desktop.ini"})
_SPECIAL = (
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

# Endings of files that hold no articles, though they may hold text; a folder may well contain some.
_NO_ARTICLES = frozenset(
    words(
        """
    .csv .tsv .xml .rss .yaml .yml .toml .ini .cfg .conf .py .js .css .ts .sh .bat .log .lock .sql .ipynb .svg
    .srt .vtt .bib .tex .sha256 .md5 .map .pyc .xls .xlsx
    """
    )
)


@attrs.frozen(kw_only=True)
class File:
    """A file to read.

    Attributes:
        name: as it was named, or below the named folder; "-" for standard input.
        named: whether the caller named the file itself, and not only a folder that holds it.
    """

    name: str
    named: bool = True

    @property
    def label(self) -> str:
        """How messages call it."""
        return "standard input" if self.name == STANDARD_INPUT else self.name

    @property
    def path(self) -> Path:
        return Path(self.name)

    @property
    def ending(self) -> str:
        """Ending that tells the format, in lower case, without ".gz"; "" where there is none."""
        name = PurePath(self.name).name.lower().removesuffix(".gz")
        suffix = PurePath(name).suffix
        # "Mr. Smith goes to Washington" and "report.2015" have no ending.
        return suffix if re.fullmatch(r"\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,10}", suffix) else ""


@attrs.frozen(kw_only=True)
class Found:
    """Files to read, in order, and what was passed over: name and why."""

    files: tuple[File, ...]
    passed_over: tuple[tuple[str, str], ...] = ()
    repeated: tuple[str, ...] = ()


def check_paths(paths: Sequence[str | Path]) -> list[str]:
    """The paths as strings. Raises InputError for the first that cannot be read, before anything else is done."""
    names = [os.fspath(path) for path in paths]
    for name in names:
        if name == STANDARD_INPUT:
            continue
        if not name:
            raise InputError("An empty path was given; expected a file, a folder, or - for standard input.")
        try:
            mode = os.stat(name).st_mode
        except FileNotFoundError:
            if name.lower().startswith(("http://", "https://")):
                message = f"{name} is a web address, and no page is loaded; save the page as .html and name the file."
            else:
                message = f"{name} does not exist; expected a file, a folder, or - for standard input."
            raise InputError(message) from None
        except (OSError, ValueError) as error:  # ValueError: a null byte in the path
            raise InputError(f"{name!r} cannot be opened: {getattr(error, 'strerror', None) or error}.") from None
        special = next((kind for test, kind in _SPECIAL if test(mode)), None)
        if special:
            raise InputError(
                f"{name} is {special}; expected a file or a folder. To read a stream, pipe it in and name -."
            )
        if not os.access(name, os.R_OK | (os.X_OK if stat.S_ISDIR(mode) else 0)):
            raise InputError(f"{name} cannot be read: permission denied.")
    return names


def find_files(paths: Sequence[str], *, table: str = "") -> Found:
    """The files that `paths` stand for: folders are searched to the bottom, each in the order of its names.

    Args:
        table: path of the metadata table, which is no article of a folder that it lies in; "" for none.
    """
    files: list[File] = []
    passed_over: list[tuple[str, str]] = []
    repeated: list[str] = []
    seen: set[str] = set()
    in_use = _place(table) if table else None
    named = {_place(path) for path in paths if not _is_folder(path)}
    for path in paths:
        for name in _walk(path, passed_over) if _is_folder(path) else [path]:
            place = _place(name)
            file = File(name=name, named=place in named)
            if place in seen:
                repeated.append(name)
            elif not file.named and place == in_use:
                continue
            elif not file.named and (reason := _why_not(file)):
                passed_over.append((name, reason))
            else:
                seen.add(place)
                files.append(file)
    return Found(files=tuple(files), passed_over=tuple(passed_over), repeated=tuple(repeated))


def _is_folder(path: str) -> bool:
    return path != STANDARD_INPUT and os.path.isdir(path)


def _place(path: str) -> str:
    """Equal for all names of one file."""
    return path if path == STANDARD_INPUT else os.path.realpath(path)


def _walk(top: str, passed_over: list[tuple[str, str]]) -> Iterator[str]:
    """The names of the files below a folder, without hidden ones and those that systems leave."""
    visited: set[str] = set()  # links may lead in a circle

    def unreadable(error: OSError) -> None:
        passed_over.append((str(error.filename), f"cannot be opened ({error.strerror})"))

    for folder, folders, names in os.walk(top, followlinks=True, onerror=unreadable):
        here = os.path.realpath(folder)
        if here in visited:
            folders.clear()
            continue
        visited.add(here)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name.lower() not in _SKIPPED_FILES:
                yield os.path.join(folder, name)


def _why_not(file: File) -> str:
    try:
        mode = os.stat(file.name).st_mode
    except OSError as error:
        return f"cannot be opened ({error.strerror})"
    if not stat.S_ISREG(mode):
        return "was passed over: it is not an ordinary file"
    if file.ending in _NO_ARTICLES:
        return (
            f"was passed over: files ending in {file.ending} are read as articles only where they are named themselves"
        )
    return "" if os.access(file.name, os.R_OK) else "cannot be read (permission denied)"


def read_bytes(file: File) -> tuple[bytes, str]:
    """The content of a file, unpacked where it is gzip, and what is wrong with it, or "".

    Of a binary file only the beginning is given. A gzip file that breaks off gives what could be unpacked.
    Raises InputError where nothing can be read.
    """
    if file.name == STANDARD_INPUT:
        stream = getattr(sys.stdin, "buffer", None)
        data = stream.read(MAX_BYTES + 1) if stream else sys.stdin.read().encode("utf-8", "surrogateescape")
    else:
        try:
            with open(file.name, "rb") as handle:
                data = handle.read(HEAD_BYTES)
                if data.startswith(_GZIP) or not binary_kind(data):
                    data += handle.read(MAX_BYTES + 1 - len(data))
        except OSError as error:
            raise InputError(f"{file.name} cannot be read: {error.strerror or error}.") from error
    problem = ""
    if data.startswith(_GZIP):
        data, problem = _unpack(data)
    if len(data) > MAX_BYTES:
        raise InputError(f"{file.label} has more than {MAX_BYTES >> 30} GiB; split it into smaller files.")
    return data, problem


def _unpack(data: bytes) -> tuple[bytes, str]:
    """The content of gzip data, which may have several members; of damaged data, what comes before the damage."""
    unpacked = bytearray()
    packed = _member()
    waiting, position = b"", 0
    while (waiting or position < len(data)) and len(unpacked) <= MAX_BYTES:
        if not waiting:
            waiting, position = data[position : position + _CHUNK], position + _CHUNK
        try:
            unpacked += packed.decompress(waiting, _CHUNK)
        except zlib.error as error:
            return bytes(unpacked), f"the gzip data is damaged ({error})"
        waiting = packed.unconsumed_tail
        if packed.eof:
            waiting = packed.unused_data or data[position : position + _CHUNK]
            position += 0 if packed.unused_data else _CHUNK
            if not waiting.startswith(_GZIP[:1]):
                return bytes(unpacked), ""  # the end, or padding, as tapes have it
            packed = _member()
    complete = packed.eof or len(unpacked) > MAX_BYTES
    return bytes(unpacked), "" if complete else "the gzip data breaks off before its end"


def _member() -> zlib._Decompress:
    return zlib.decompressobj(wbits=31)  # 16 for the gzip header and checksum, 15 for the largest window
