"""Metadata from outside an article's file: a sidecar beside it, or a table of many files."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from claimcheck.articles.decoding import decode
from claimcheck.articles.fields import FILE, IDENTIFIER, PUBLISHED, SOURCE, TITLE, URL, Fields, fields_of, fold
from claimcheck.articles.formats import JSON, JSON_LINES
from claimcheck.articles.inputs import STANDARD_INPUT, File, check_paths, read_bytes
from claimcheck.articles.json_records import read_sidecar
from claimcheck.articles.tables import Table
from claimcheck.errors import InputError

_SIDECAR_ENDINGS = (".json", ".meta.json", ".metadata.json")
_MAX_SIDECAR = 1 << 20  # bytes; metadata of one article is small
_MAX_CELL = 1 << 24  # characters of one cell of a table


def read_sidecar_of(file: File) -> tuple[Path, Fields] | None:
    """The sidecar of a text file and the metadata in it: `x.json`, `x.txt.json` or `x.meta.json` beside `x.txt`."""
    if file.name == STANDARD_INPUT or file.ending in JSON | JSON_LINES:
        return None
    name = file.path.name
    unpacked = name[:-3] if name.lower().endswith(".gz") else name
    stem = unpacked[: -len(file.ending)] if file.ending else unpacked
    for base in dict.fromkeys((stem, unpacked, name)):
        for ending in _SIDECAR_ENDINGS:
            path = file.path.with_name(base + ending)
            try:
                if not path.is_file() or path.stat().st_size > _MAX_SIDECAR:
                    continue
                decoded = decode(path.read_bytes())
            except OSError:
                continue  # where it is an input itself, reading it says what is wrong
            fields = read_sidecar(decoded.text) if decoded else None
            if fields:
                return path, fields
    return None


def read_table(path: str | Path) -> Table:
    """Read a metadata table (CSV; separated by commas, semicolons or tabs). Raises InputError where it is none."""
    if os.fspath(path) not in ("", STANDARD_INPUT) and not os.path.exists(path):
        raise InputError(f"{path} does not exist; expected a CSV file with a column path and columns such as title.")
    (name,) = check_paths([path])
    if os.path.isdir(name):
        raise InputError(f"{name} is a folder; expected a CSV file with a column path and columns such as title.")
    decoded = decode(read_bytes(File(name=name))[0])
    if decoded is None:
        raise InputError(f"{name} is not text; expected a CSV file with a column path and columns such as title.")
    rows, nameless, too_long = [], [], []
    for line, row, beyond in _rows(name, decoded.text):
        if beyond:
            too_long.append(line)
        keys = _keys(row)
        if keys:
            rows.append((line, keys, fields_of({column: value for column, value in row.items() if column not in FILE})))
        elif row:
            nameless.append(line)
    return Table(name=name, rows=tuple(rows), nameless=tuple(nameless), too_long=tuple(too_long))


def _rows(name: str, text: str) -> Iterator[tuple[int, dict[str, str], bool]]:
    """The line where each row ends, its filled cells under the folded names of their columns, whether it has more."""
    first_line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    delimiter = max(",;\t", key=first_line.count)
    limit = csv.field_size_limit(_MAX_CELL)
    # Without `strict`, a quotation mark that is not closed would swallow the rows after it.
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        written = reader.fieldnames or ()
        _check_columns(name, written, [fold(column) for column in written])
        for row in reader:
            cells = ((fold(column), row.get(column)) for column in written)
            filled = {column: cell.strip() for column, cell in cells if isinstance(cell, str) and cell.strip()}
            yield reader.line_num, filled, any(cell.strip() for cell in row.get(None, ()))
    except csv.Error as error:
        message = f"{name}: the row that begins in line {reader.line_num + 1} is not CSV ({error})"
        raise InputError(f"{message}; close each quotation mark, and write one inside a quoted cell twice.") from error
    finally:
        csv.field_size_limit(limit)


def _keys(row: Mapping[str, str]) -> dict[str, str]:
    keys = {}
    for kind, names in (("file", FILE), ("id", IDENTIFIER), ("url", URL)):
        value = next((row[name] for name in names if name in row), "")
        if value:
            keys[kind] = value.replace("\\", "/") if kind == "file" else value
    return keys


def _check_columns(name: str, written: Sequence[str], columns: Sequence[str]) -> None:
    found = ", ".join(str(column) for column in written) or "nothing"
    if not any(column in (*FILE, *IDENTIFIER, *URL) for column in columns):
        raise InputError(
            f"{name} has no column that names an article: expected path, file, id or url, found {found}. "
            "Its first line may be: path,title,source,published."
        )
    if not any(column in (*TITLE, *SOURCE, *URL, *PUBLISHED) for column in columns):
        raise InputError(f"{name} has no metadata: expected a column title, source, url or published, found {found}.")
