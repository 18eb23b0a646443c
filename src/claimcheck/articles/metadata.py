"""Metadata from outside an article's file: a sidecar beside it, or a table of many files."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

import attrs

from claimcheck.articles.decoding import decode
from claimcheck.articles.fields import FILE, IDENTIFIER, PUBLISHED, SOURCE, TITLE, URL, Fields, fields_of, fold
from claimcheck.articles.formats import JSON, JSON_LINES, read_sidecar
from claimcheck.articles.inputs import STANDARD_INPUT, File, check_paths, read_bytes
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


@attrs.define
class Table:
    """Rows of a metadata table: for each, what it is matched by, and the metadata."""

    name: str
    rows: tuple[tuple[int, dict[str, str], Fields], ...]
    _used: set[int] = attrs.field(factory=set)
    _ambiguous: dict[int, str] = attrs.field(factory=dict)
    _by_key: dict[str, list[int]] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for number, (_, keys, _) in enumerate(self.rows):
            for value in dict.fromkeys(keys.values()):
                self._by_key.setdefault(value, []).append(number)
                if PurePath(value).name != value:
                    self._by_key.setdefault(PurePath(value).name, []).append(number)

    def match(self, file: str, identifiers: Sequence[str], all_files: Mapping[str, int]) -> Fields:
        """The metadata for an article: by path first, then by file name, stem, and its own id or URL.

        Args:
            file: path that the article was read from, or "-".
            identifiers: its id and its URL, where it has them.
            all_files: how many files have each name and each stem: a name that several share matches none of them.
        """
        matches = [(number, by_path) for number, by_path in self._candidates(file, identifiers, all_files)]
        fields = Fields()
        for number, _ in sorted(matches, key=lambda match: not match[1]):
            self._used.add(number)
            fields = fields.over(self.rows[number][2])
        return fields

    def _candidates(
        self, file: str, identifiers: Sequence[str], all_files: Mapping[str, int]
    ) -> list[tuple[int, bool]]:
        found: dict[int, bool] = {}
        path = PurePath(file)
        unpacked = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
        stem = PurePath(unpacked).stem
        if file != STANDARD_INPUT:
            for name in dict.fromkeys((path.name, unpacked, stem)):
                for number in self._by_key.get(name, ()):
                    value = self.rows[number][1].get("file", name)
                    if PurePath(value).name != value:
                        if self._is_path_of(value, file):
                            found[number] = True
                    elif all_files.get(name, 0) > 1:
                        self._ambiguous[number] = name
                    else:
                        found.setdefault(number, False)
        for identifier in identifiers:
            for number in self._by_key.get(identifier, ()):
                if identifier in (self.rows[number][1].get("id"), self.rows[number][1].get("url")):
                    found.setdefault(number, False)
        return list(found.items())

    def _is_path_of(self, value: str, file: str) -> bool:
        parts, wanted = PurePath(file).parts, PurePath(value).parts
        wanted = tuple(part for part in wanted if part != ".")
        if parts[-len(wanted) :] == wanted:
            return True
        real = os.path.realpath(file)
        return real in (os.path.realpath(value), os.path.realpath(Path(self.name).parent / value))

    def unmatched(self) -> list[str]:
        """One sentence for each row that matched nothing."""
        sentences = []
        for number, (line, keys, _) in enumerate(self.rows):
            if number in self._used:
                continue
            key = next(iter(keys.values()))
            if number in self._ambiguous:
                sentences.append(f"{self.name}, line {line}: several files are called {key}; name its folder too.")
            else:
                sentences.append(f"{self.name}, line {line}: no article matches {key}.")
        return sentences


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
    lines = decoded.text.splitlines(keepends=True)
    delimiter = max(",;\t", key=lambda mark: lines[0].count(mark)) if lines else ","
    limit = csv.field_size_limit(_MAX_CELL)
    try:
        reader = csv.DictReader(lines, delimiter=delimiter, strict=False)
        columns = [fold(column) for column in reader.fieldnames or ()]
        _check_columns(name, reader.fieldnames or (), columns)
        rows = []
        for row in reader:
            clean = {
                column: value.strip()
                for column, value in zip(columns, (row.get(c) for c in reader.fieldnames or ()), strict=True)
                if isinstance(value, str) and value.strip()
            }
            keys = _keys(clean)
            if keys:
                rows.append((reader.line_num, keys, fields_of({c: v for c, v in clean.items() if c not in FILE})))
    except csv.Error as error:
        raise InputError(f"{name} is not a CSV file ({error}).") from error
    finally:
        csv.field_size_limit(limit)
    return Table(name=name, rows=tuple(rows))


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
