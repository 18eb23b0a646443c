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

    `nameless` are the lines of rows that say something, and not of which article; `too_long` those of rows with filled
    cells that no column stands above.
    """

    name: str
    rows: tuple[tuple[int, dict[str, str], Fields], ...]
    nameless: tuple[int, ...] = ()
    too_long: tuple[int, ...] = ()
    _used: set[int] = attrs.field(init=False, factory=set)
    _shared: set[int] = attrs.field(init=False, factory=set)
    _by_file: dict[str, list[int]] = attrs.field(init=False, factory=dict)
    _file_of: dict[int, str] = attrs.field(init=False, factory=dict)
    _by_identifier: dict[str, list[int]] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for number in range(len(self.rows)):
            for value in self._identifiers(number):
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
        self._file_of = {number: file for file, numbers in self._by_file.items() for number in numbers}

    def match(self, file: str, records: Sequence[Sequence[str]]) -> list[Fields]:
        """The metadata for each record of a file: by its own id or URL first, then by its file's place or its end.

        A row with a file and an id is about the record with both. The file alone counts where no record has an id that
        such a row names, and these rows do not name several.

        Args:
            file: path that the records were read from, one of those that `assign` was given, or "-".
            records: of each its id and its URL, where it has them.
        """
        rows = self._by_file.get(file, ())
        named = {self._identifiers(number) for number in rows} - {frozenset()}
        needs_own = (len(records) > 1 and len(named) > 1) or any(
            not keys.isdisjoint(record) for keys in named for record in records
        )
        of_file = [number for number in rows if not (needs_own and self._identifiers(number))]
        return [self._fields_of([*self._own_rows(file, record), *of_file]) for record in records]

    def _own_rows(self, file: str, identifiers: Sequence[str]) -> list[int]:
        """The rows with an id or a URL of a record, those with its file first, without those with another file."""
        rows = [number for key in identifiers for number in self._by_identifier.get(key, ())]
        return sorted(
            (number for number in rows if self._file_of.get(number, file) == file),
            key=lambda number: number not in self._file_of,
        )

    def _fields_of(self, numbers: Sequence[int]) -> Fields:
        fields = Fields()
        for number in dict.fromkeys(numbers):
            self._used.add(number)
            fields = fields.over(self.rows[number][2])
        return fields

    def _identifiers(self, number: int) -> frozenset[str]:
        """The id and the URL in a row."""
        keys = self.rows[number][1]
        return frozenset(keys[kind] for kind in ("id", "url") if kind in keys)

    def _file_at(self, value: str, places: Mapping[str, str]) -> str:
        here, beside_table = _real(value), _real(Path(self.name).parent / value)
        return places.get(here) or places.get(beside_table) or ""

    def complaints(self) -> list[str]:
        """One sentence on the rows with too many cells, and one for each row that matched nothing."""
        sentences = [
            f"{self.name}, line {line}: the row names no article; expected a path, file, id or url."
            for line in self.nameless
        ]
        if self.too_long:
            more = f"; {len(self.too_long) - 1} more like it" if len(self.too_long) > 1 else ""
            sentences.append(
                f"{self.name}, line {self.too_long[0]}: the row has more cells than there are columns{more}. What is "
                "beyond is left out; put a value that holds the separator between quotation marks."
            )
        for number, (line, keys, _) in enumerate(self.rows):
            if number in self._used:
                continue
            if number in self._shared:
                reason = f"several files are called {keys['file']}; name its folder too"
            else:
                reason = f"no article matches {', '.join(keys.values())}"
            sentences.append(f"{self.name}, line {line}: {reason}.")
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
