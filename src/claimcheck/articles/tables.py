"""The rows of a metadata table, and which article each of them is about."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

import attrs

from claimcheck.articles.fields import Fields
from claimcheck.articles.inputs import STANDARD_INPUT


@attrs.define
class Table:
    """Rows of a metadata table: for each its line, what it is matched by, and the metadata.

    `nameless` are the lines of rows that say something, and not of which article.
    """

    name: str
    rows: tuple[tuple[int, dict[str, str], Fields], ...]
    nameless: tuple[int, ...] = ()
    _used: set[int] = attrs.field(init=False, factory=set)
    _shared: set[int] = attrs.field(init=False, factory=set)
    _by_file: dict[str, list[int]] = attrs.field(init=False, factory=dict)
    _by_identifier: dict[str, list[int]] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for number, (_, keys, _) in enumerate(self.rows):
            for value in {keys[kind] for kind in ("id", "url") if kind in keys}:
                self._by_identifier.setdefault(value, []).append(number)

    def assign(self, files: Sequence[str]) -> None:
        """Find the file that each row names, among all that are read.

        That is the file at this very place, seen from the working folder or from the table's; else the one file whose
        path ends so, with or without the name's ending. Where several do, none is meant: a guess may be wrong.

        Args:
            files: paths as they are matched later; "-" is none.
        """
        places, endings = _index([file for file in files if file != STANDARD_INPUT])
        found: dict[str, list[tuple[bool, int, int]]] = {}
        for number, (_, keys, _) in enumerate(self.rows):
            if "file" not in keys:
                continue
            exact, wanted = self._file_at(keys["file"], places), _parts(keys["file"])
            candidates = [exact] if exact else _files_ending(wanted, endings)
            if len(candidates) > 1:
                self._shared.add(number)
            elif candidates:
                found.setdefault(candidates[0], []).append((not exact, -len(wanted), number))
        self._by_file = {file: [number for _, _, number in sorted(ranked)] for file, ranked in found.items()}

    def match(self, file: str, identifiers: Sequence[str]) -> Fields:
        """The metadata for an article: by the place of its file first, then by its end, then by its own id or URL.

        Args:
            file: path that the article was read from, one of those that `assign` was given, or "-".
            identifiers: its id and its URL, where it has them.
        """
        numbers = [*self._by_file.get(file, ()), *(n for key in identifiers for n in self._by_identifier.get(key, ()))]
        fields = Fields()
        for number in dict.fromkeys(numbers):
            self._used.add(number)
            fields = fields.over(self.rows[number][2])
        return fields

    def _file_at(self, value: str, places: Mapping[str, str]) -> str:
        here, beside_table = _real(value), _real(Path(self.name).parent / value)
        return places.get(here) or places.get(beside_table) or ""

    def unmatched(self) -> list[str]:
        """One sentence for each row that matched nothing."""
        sentences = [
            f"{self.name}, line {line}: the row names no article; expected a path, file, id or url."
            for line in self.nameless
        ]
        for number, (line, keys, _) in enumerate(self.rows):
            if number in self._used:
                continue
            key = next(iter(keys.values()))
            if number in self._shared:
                sentences.append(f"{self.name}, line {line}: several files are called {key}; name its folder too.")
            else:
                sentences.append(f"{self.name}, line {line}: no article matches {key}.")
        return sentences


def _index(files: Sequence[str]) -> tuple[dict[str, str], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Files by their real paths; and by each name that they go by, with the whole path under that name.

    "floods.txt.gz" also goes by "floods.txt" and "floods".
    """
    endings: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for file in files:
        path = PurePath(file)
        unpacked = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
        for name in dict.fromkeys((path.name, unpacked, PurePath(unpacked).stem)):
            endings.setdefault(name, []).append(((*path.parts[:-1], name), file))
    return {_real(file): file for file in files}, endings


def _files_ending(wanted: tuple[str, ...], endings: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]) -> list[str]:
    named = endings.get(wanted[-1], ()) if wanted else ()
    return list(dict.fromkeys(file for parts, file in named if parts[-len(wanted) :] == wanted))


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part for part in PurePath(path).parts if part != ".")


def _real(path: str | Path) -> str:
    try:
        return os.path.realpath(path)
    except ValueError:  # a null byte in a cell
        return ""
