"""The front matter of a Markdown file: lines of metadata between `---` (YAML) or `+++` (TOML)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.articles.fields import Fields, fields_of

_BLOCK = re.compile(
    r"(?:---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(.*?)\r?\n\+\+\+)[ \t]*(?:\r?\n|$)", re.S
)
_LINE = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(\S.*)$")
_FOLDED = re.compile(r"[>|][+-]?\d?[+-]?")  # YAML: the value is the indented lines that follow
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')


def read_front_matter(content: str) -> tuple[str, Fields]:
    """The text below the front matter, and the metadata in it; the whole text where there is none."""
    match = _BLOCK.match(content)
    fields = fields_of(dict(_entries((match[1] or match[2] or "").splitlines()))) if match else Fields()
    return (content[match.end() :], fields) if match and fields else (content, Fields())


def _entries(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Names and values of lines such as `title: Flood hits coast`, or `title = "…"`."""
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        if match:
            value = match[2].strip()
            yield match[1], _indented(lines[number + 1 :]) if _FOLDED.fullmatch(value) else _unquoted(value)


def _indented(lines: list[str]) -> str:
    """The lines up to the next that is not indented, joined to one."""
    end = next((number for number, line in enumerate(lines) if line and not line[0].isspace()), len(lines))
    return " ".join(line.strip() for line in lines[:end] if line.strip())


def _unquoted(value: str) -> str:
    """A value without its quotation marks; those that are a part of it stay: `Foo says "no"`."""
    if match := _SINGLE.fullmatch(value):
        return match[1].replace("''", "'")
    if match := _DOUBLE.fullmatch(value):
        return re.sub(r'\\(["\\])', r"\1", match[1])
    return value
