"""Paths to articles: find the files, read them, put the metadata together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import attrs

from claimcheck.articles.dates import parse_date
from claimcheck.articles.decoding import Decoded, binary_kind, decode
from claimcheck.articles.fields import Fields
from claimcheck.articles.formats import HTML, is_report, parse
from claimcheck.articles.inputs import File, Found, check_paths, find_files, read_bytes
from claimcheck.articles.language import detect_language
from claimcheck.articles.markup import declared_encoding
from claimcheck.articles.metadata import read_sidecar_of, read_table
from claimcheck.articles.preparing import Loaded, ends, prepare_articles
from claimcheck.articles.record import Record
from claimcheck.articles.tables import Table
from claimcheck.errors import InputError
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Article, Notice
from claimcheck.records.comparison import NoticeKind
from claimcheck.settings import Settings

STAGE = "Reading"
_OTHERS: dict[NoticeKind, str] = {  # what is said of further records of a file
    "unreadable": "could not be read",
    "empty": "gave no text",
    "date": "could not be read",
}


def load_articles(
    paths: Sequence[str | Path] | str | Path,
    *,
    settings: Settings | None = None,
    metadata: str | Path | None = None,
    progress: Progress = no_progress,
) -> Loaded:
    """Read articles from files, from folders to the bottom, and from standard input ("-").

    Args:
        paths: in the order in which the articles are to stand.
        settings: `languages` and `strict` are used.
        metadata: CSV file with a column path, file, id or url, and columns such as title, source, url, published.
        progress: called with the stage "Reading" for each file.

    Returns:
        The articles, each text once, and notices on everything that was skipped, cut, guessed or seen twice.
        There may be no articles at all.

    Raises:
        InputError: a path cannot be read (before any file is read), or the metadata table cannot be used; with
            `settings.strict`, also any file, line or record that cannot be read whole.
    """
    settings = settings or Settings()
    names = check_paths([paths] if isinstance(paths, str | Path) else list(paths))
    table = read_table(metadata) if metadata is not None else None
    found = find_files(names, table=table.name if table else "")
    return _Loading(settings=settings, table=table, found=found).run(progress)


@attrs.define(kw_only=True)
class _Loading:
    settings: Settings
    table: Table | None
    found: Found
    notices: list[Notice] = attrs.field(factory=list)

    def run(self, progress: Progress) -> Loaded:
        for name, reason in self.found.passed_over:
            self._notice("unreadable", f"{name} {reason}.", name)
        for name in self.found.repeated:
            self._notice("duplicate", f"{name} is named more than once; it is read once.", name)
        beside = {file.name: sidecar for file in self.found.files if (sidecar := read_sidecar_of(file))}
        sidecars = {path.resolve() for path, _ in beside.values()}
        files = [file for file in self.found.files if not (file.ending == ".json" and file.path.resolve() in sidecars)]
        if self.table is not None:
            self.table.assign([file.name for file in files])
        articles: list[Article] = []
        names: list[str] = []
        progress(STAGE, 0, len(files))
        for number, file in enumerate(files, 1):
            own = beside[file.name][1] if file.name in beside else Fields()
            records = self._records(file)
            for record, outside in zip(records, self._outside(file, records, own), strict=True):
                articles.append(self._article(record, outside, file))
                names.append(_place(record, file))
            if number < len(files):
                progress(STAGE, number, len(files))
        for sentence in self.table.complaints() if self.table else ():
            self._notice("metadata", sentence, self.table.name if self.table else "")
        prepared = prepare_articles(articles, settings=self.settings, names=names)
        if files:
            progress(STAGE, len(files), len(files))
        return Loaded(articles=prepared.articles, notices=(*_folded(self.notices), *prepared.notices))

    def _outside(self, file: File, records: Sequence[Record], own: Fields) -> list[Fields]:
        """For each record of a file what the table says of it, and else what the file's sidecar says (`own`)."""
        if self.table is None:
            return [own] * len(records)
        keys = [(record.fields.identifier, own.url or record.fields.url) for record in records]
        matched = self.table.match(file.name, [[key for key in both if key] for both in keys])
        return [fields.over(own) for fields in matched]

    def _records(self, file: File) -> list[Record]:
        """The readable records of a file; a notice for each of the others."""
        decoded = self._content(file)
        if decoded is None:
            return []
        if not decoded.text.strip():
            self._notice("empty", f"{file.label} is empty.", file.name)
            return []
        readable = []
        if not file.named and is_report(decoded.text, file.ending):
            message = (
                f"{file.label} was passed over: it is a report of claimcheck; name the file itself to have it read."
            )
            self._notice("unreadable", message, file.name)
            return []
        for record in parse(decoded.text, file.ending):
            if not record.problem:
                readable.append(record)
                continue
            kind: NoticeKind = "unreadable" if record.broken else "empty"
            self._flaw(kind, f"{_place(record, file)}: {record.problem}.", file.name)
        return readable

    def _content(self, file: File) -> Decoded | None:
        try:
            data, problem = read_bytes(file)
        except InputError as error:
            self._flaw("unreadable", str(error), file.name)
            return None
        if problem:
            self._flaw("truncated" if data else "unreadable", f"{file.label}: {problem}.", file.name)
            if not data:
                return None
        html = file.ending in HTML or data[:200].lstrip()[:1] == b"<"
        decoded = decode(data, declared=declared_encoding(data) if html else "")
        if decoded is None:
            kind = binary_kind(data) or "text in no encoding that could be found"
            self._flaw("unreadable", f"{file.label} is {kind}; expected text, Markdown, HTML or JSON.", file.name)
            return None
        if decoded.damaged:
            flaw = f"{decoded.damaged} character(s) are no valid {decoded.encoding} and were replaced by U+FFFD"
            self._flaw("encoding", f"{file.label}: {flaw}.", file.name)
        elif not decoded.declared:
            self._notice("encoding", f"{file.label} is not UTF-8; it was read as {decoded.encoding}.", file.name)
        return decoded

    def _article(self, record: Record, outside: Fields, file: File) -> Article:
        """An article with what a table or a sidecar says (`outside`), and else what its own file says."""
        fields = outside.over(record.fields)
        published, earliest, latest = self._dates(record, fields, file)
        return Article(
            record.text,
            title=fields.title,
            source=fields.source,
            url=fields.url,
            published=published,
            published_earliest=earliest,
            published_latest=latest,
            published_from=None if not published else "text" if fields.dated_by_text else "metadata",
            path=file.name,
            language=outside.language or _language(record),
        )

    def _dates(
        self, record: Record, fields: Fields, file: File
    ) -> tuple[dt.date | None, dt.date | None, dt.date | None]:
        span = parse_date(fields.published, language=fields.language)
        if span is None and fields.published not in (None, ""):
            place = _place(record, file)
            message = (
                f"{place}: {str(fields.published)[:60]!r} is not a date that is known to the day; expected YYYY-MM-DD."
            )
            self._flaw("date", message, file.name)
        if span and span[0] == span[1]:
            return span[0], span[0], span[0]
        low, high = span or (None, None)
        earliest, latest = parse_date(fields.earliest), parse_date(fields.latest)
        return None, earliest[0] if earliest else low, latest[1] if latest else high

    def _flaw(self, kind: NoticeKind, message: str, path: str) -> None:
        """Something that could not be read whole: an error if strict, else a notice."""
        if self.settings.strict:
            raise InputError(message)
        self._notice(kind, message, path)

    def _notice(self, kind: NoticeKind, message: str, path: str) -> None:
        self.notices.append(Notice(kind=kind, message=message, path=path))


def _folded(notices: Sequence[Notice]) -> list[Notice]:
    """The notices in their order; of those on records of one file that have one flaw the first, with a number."""
    groups: dict[object, list[Notice]] = {}
    for number, notice in enumerate(notices):
        groups.setdefault((notice.kind, notice.path) if notice.kind in _OTHERS else number, []).append(notice)
    return [_with_number(group[0], len(group) - 1) for group in groups.values()]


def _with_number(notice: Notice, others: int) -> Notice:
    more = f"{notice.message[:-1]}; {others} more {_OTHERS.get(notice.kind)}."
    return attrs.evolve(notice, message=more) if others else notice


def _language(record: Record) -> str:
    """The language that a file gives, where the prose does not tell: the language of a page's menu may be another."""
    declared = record.fields.language
    return (detect_language(ends(record.text)) or declared) if declared else ""


def _place(record: Record, file: File) -> str:
    return f"{file.label}, {record.place}" if record.place else file.label
