"""JSON and JSON lines to the records in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.articles import markup
from claimcheck.articles.content import articles_in, text_of
from claimcheck.articles.fields import Fields, fields_of, fold
from claimcheck.articles.record import Record
from claimcheck.articles.words import words

_LISTS = words(  # names under which a JSON object holds its articles
    "articles documents docs items results data entries records posts stories news hits response feed graph rows value"
)
_GAP = re.compile(r"[\s,]+")  # between values that stand one after the other


def read_json(content: str) -> Iterator[Record]:
    """The records of a JSON document; also of JSON lines, or of values one after the other, under its ending."""
    values, flaw = _values(content)
    if flaw and is_object(content.lstrip().partition("\n")[0]):
        yield from read_json_lines(content)
    else:
        yield from _records_of_all(values, flaw)


def read_json_lines(content: str) -> Iterator[Record]:
    """The records of JSON lines. Where lines are broken because values go over several, the values are read."""
    # Split at line feeds only: JSON strings may hold other line separators, such as U+2028.
    lines = ((number, line) for number, line in enumerate(content.split("\n"), 1) if line.strip())
    records = [record for number, line in lines for record in _line(line, f"line {number}")]
    if any(record.broken for record in records):
        values, flaw = _values(content)
        if values and (flaw is None or all(record.problem for record in records)):
            return _records_of_all(values, flaw)
    return iter(records)


def read_sidecar(content: str) -> Fields | None:
    """Metadata in a JSON file beside an article; None where it is no such file: it has a text, or no metadata."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, Mapping) or _articles(data) is not None:
        return None
    return fields_of(data) or None


def is_object(line: str) -> bool:
    """Whether a text is one JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _line(line: str, place: str) -> Iterator[Record]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield _flaw(error, place)
    else:
        yield from _records_of(data, place)


def _values(content: str) -> tuple[list[Any], Record | None]:
    """The values that a content consists of, mostly one, up to the first that is broken; and that one."""
    decoder = json.JSONDecoder()
    values: list[Any] = []
    place = len(content) - len(content.lstrip())
    while place < len(content):
        try:
            value, end = decoder.raw_decode(content, place)
        except (ValueError, RecursionError) as error:
            return values, _flaw(error)
        values.append(value)
        gap = _GAP.match(content, end)
        place = gap.end() if gap else end
    return values, None


def _records_of_all(values: list[Any], flaw: Record | None) -> Iterator[Record]:
    for number, value in enumerate(values, 1):
        yield from _records_of(value, f"item {number}" if len(values) > 1 else "")
    if flaw:
        yield flaw


def _records_of(data: Any, place: str = "") -> Iterator[Record]:
    """The records in one JSON value, which stands at `place` in its file."""
    articles = [data] if isinstance(data, str) else _articles(data)
    if articles is None:
        yield Record(place=place, problem=_no_text(data))
        return
    is_list = isinstance(data, list) or len(articles) > 1
    for number, article in enumerate(articles, 1):
        yield _record(article, ", ".join(part for part in (place, f"item {number}" if is_list else "") if part))


def _articles(data: Any, depth: int = 0) -> list[Any] | None:
    """The articles in a JSON document: a list, one object, or an object that holds a list; None if there are none."""
    if isinstance(data, list):
        return data or None
    if not isinstance(data, Mapping) or depth > 3:
        return None
    if articles := articles_in(data):
        return articles
    if text_of(data).strip():
        return [data]
    flat = {fold(str(name)): value for name, value in data.items()}
    for name in _LISTS:
        value = flat.get(name)
        if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            return value
        if isinstance(value, Mapping) and (found := _articles(value, depth + 1)):
            return found
    return None


def _record(article: Any, place: str) -> Record:
    record = {"text": article} if isinstance(article, str) else article if isinstance(article, Mapping) else {}
    text = text_of(record)
    if not text.strip():
        return Record(place=place, problem=_no_text(article))
    fields = fields_of(record)
    if markup.looks_like_html(text):
        text, own = markup.read_html(text, url=fields.url)
        fields = fields.over(own)
    else:
        text = markup.read_field(text)
    return Record(text=text, fields=fields, place=place, problem="" if text.strip() else "its text is empty")


def _no_text(record: Any) -> str:
    if not isinstance(record, Mapping):
        return 'no text: expected an object with a field such as "text", "body" or "content"'
    names = ", ".join(sorted(str(name) for name in record)[:8]) or "none"
    return f'no text: expected a field such as "text", "body" or "content", found {names[:200]}'


def _flaw(error: ValueError | RecursionError, line: str = "") -> Record:
    """What is wrong with JSON: with a line that is one by itself, or with a file where it breaks."""
    if isinstance(error, RecursionError):
        return Record(place=line, problem="the JSON is nested too deeply", broken=True)
    reason = str(error)[:100]  # such as an integer of too many digits
    place = line
    if isinstance(error, json.JSONDecodeError):
        reason, place = f"{error.msg}, column {error.colno}", line or f"line {error.lineno}"
    what = "the line is not JSON" if line else "the JSON is broken"
    return Record(place=place, problem=f"{what} ({reason})", broken=True)
