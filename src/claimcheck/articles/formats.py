"""The content of one file to the records in it: plain text, Markdown, HTML, JSON, JSON lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from claimcheck.articles import markup
from claimcheck.articles.content import articles_in, text_of
from claimcheck.articles.fields import Fields, fields_of, fold
from claimcheck.articles.front_matter import read_front_matter
from claimcheck.articles.words import words

HTML = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN = frozenset({".md", ".markdown"})
JSON = frozenset({".json"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
TEXT = frozenset({"", ".txt", ".text"})

_LISTS = words(  # names under which a JSON object holds its articles
    "articles documents docs items results data entries records posts stories news hits response feed graph rows value"
)

_REPORT_AS_HTML = re.compile(r"<meta name=\"generator\" content=\"claimcheck\">")
_REPORT_AS_MARKDOWN = re.compile(r"# Facts in common\r?\n\r?\n\d[\d,]* articles?, \d[\d,]* claims?, ")


@attrs.frozen(kw_only=True)
class Record:
    """One article as its file gives it, or one that is no article.

    Attributes:
        text: "" where `problem` says why there is none.
        fields: the file's own metadata.
        place: where in the file it stands ("line 3", "item 2"), or "" for the whole file.
        problem: what is wrong with it, or "".
        broken: whether the problem is damage, rather than an absence of text.
    """

    text: str = ""
    fields: Fields = attrs.field(factory=Fields)
    place: str = ""
    problem: str = ""
    broken: bool = False


def parse(content: str, ending: str) -> list[Record]:
    """The records in a file's content, by its ending; an unknown ending is judged by the content."""
    kind = ending if ending in HTML | MARKDOWN | JSON | JSON_LINES | TEXT else sniff(content)
    if kind in HTML:
        text, fields = markup.read_html(content)
        return [Record(text=text, fields=fields, problem="" if text.strip() else "the page has no text")]
    if kind in MARKDOWN:
        text, fields = read_front_matter(content)
        return [Record(text=text, fields=fields)]
    if kind in JSON:
        return list(_json(content))
    if kind in JSON_LINES:
        return list(_json_lines(content))
    return [Record(text=content)]


def is_report(content: str, ending: str) -> bool:
    """Whether a file is a report of claimcheck as HTML or Markdown, which lies where it was written."""
    if ending in HTML:
        return bool(_REPORT_AS_HTML.search(content[:2_000]))
    return ending in MARKDOWN and bool(_REPORT_AS_MARKDOWN.match(content))


def sniff(content: str) -> str:
    """The ending that a content without one would have: ".html", ".json", ".jsonl" or ".txt"."""
    if markup.looks_like_html(content):
        return ".html"
    start = content[:2_000].lstrip()
    if not start.startswith(("{", "[")):
        return ".txt"
    lines = [line for line in content[:200_000].splitlines() if line.strip()][:3]
    if start.startswith("{") and len(lines) > 1 and all(_is_object(line) for line in lines[:2]):
        return ".jsonl"
    return ".json" if re.match(r"\{\s*[\"}]|\[\s*[\[{\]]", start) else ".txt"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _json(content: str) -> Iterator[Record]:
    try:
        data = json.loads(content)
    except RecursionError:
        yield Record(problem="the JSON is nested too deeply", broken=True)
        return
    except ValueError as error:
        if _is_object(content.lstrip().partition("\n")[0]):  # JSON lines under another ending
            yield from _json_lines(content)
        else:
            yield Record(place=_line_of(error), problem=f"the JSON is broken ({_reason(error)})", broken=True)
        return
    records = _records(data)
    if records is None:
        yield Record(problem=_no_text(data))
        return
    for number, record in enumerate(records, 1):
        yield _record(record, f"item {number}" if isinstance(data, list) or len(records) > 1 else "")


def _json_lines(content: str) -> Iterator[Record]:
    # Split at line feeds only: JSON strings may hold other line separators, such as U+2028.
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _record(json.loads(line), f"line {number}")
        except RecursionError:
            yield Record(place=f"line {number}", problem="the JSON is nested too deeply", broken=True)
        except ValueError as error:
            yield Record(place=f"line {number}", problem=f"the line is not JSON ({_reason(error)})", broken=True)


def _record(record: Any, place: str) -> Record:
    if isinstance(record, str) and record.strip():
        return Record(text=record, place=place)
    text = text_of(record) if isinstance(record, Mapping) else ""
    if not text.strip():
        return Record(place=place, problem=_no_text(record))
    fields = fields_of(record)
    if markup.looks_like_html(text):
        text, own = markup.read_html(text, url=fields.url)
        fields = fields.over(own)
    elif markup.has_markup(text):
        text = markup.read_fragment(text)
    return Record(text=text, fields=fields, place=place, problem="" if text.strip() else "its text is empty")


def _no_text(record: Any) -> str:
    if not isinstance(record, Mapping):
        return 'no text: expected an object with a field such as "text", "body" or "content"'
    names = ", ".join(sorted(str(name) for name in record)[:8]) or "none"
    return f'no text: expected a field such as "text", "body" or "content", found {names[:200]}'


def _records(data: Any, depth: int = 0) -> list[Any] | None:
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
        if isinstance(value, Mapping) and (found := _records(value, depth + 1)):
            return found
    return None


def _line_of(error: ValueError) -> str:
    return f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, column {error.colno}"
    return str(error)[:100]  # such as an integer of too many digits


def read_sidecar(content: str) -> Fields | None:
    """Metadata in a JSON file beside an article; None where it is no such file: it has a text, or no metadata."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, Mapping) or _records(data) is not None:
        return None
    return fields_of(data) or None
