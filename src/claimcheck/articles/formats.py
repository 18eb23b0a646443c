"""The content of one file to the records in it: plain text, Markdown, HTML, MHTML, JSON, JSON lines."""

from __future__ import annotations

import re

from claimcheck.articles import markup
from claimcheck.articles.front_matter import read_front_matter
from claimcheck.articles.json_records import is_object, read_json, read_json_lines
from claimcheck.articles.mhtml import read_mhtml
from claimcheck.articles.record import Record

HTML = frozenset({".html", ".htm", ".xhtml"})
MHTML = frozenset({".mhtml", ".mht"})
MARKDOWN = frozenset({".md", ".markdown"})
JSON = frozenset({".json"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
TEXT = frozenset({".txt", ".text"})

_REPORT_AS_HTML = re.compile(r"<meta name=\"generator\" content=\"claimcheck\">")
_REPORT_AS_MARKDOWN = re.compile(r"# Facts in common\r?\n\r?\n\d[\d,]* articles?, \d[\d,]* claims?, ")
_REPORT_AS_JSON = re.compile(  # a comparison, facts on lines, claims on lines
    r"\s*\{\s*(?:\"format\": \"claimcheck/|"
    r"\"id\": \"c[\da-f]{12}\", \"article\": \"a[\da-f]{12}\", \"start\": \d+, \"end\": \d+, \"quote\": )"
)


def parse(content: str, ending: str) -> list[Record]:
    """The records in a file's content, by its ending; an unknown ending is judged by the content."""
    kind = _kind(content, ending)
    if kind in HTML:
        return [_page(content)]
    if kind in MHTML:
        return [_page(*read_mhtml(content))]
    if kind in MARKDOWN:
        text, fields = read_front_matter(content)
        return [Record(text=text, fields=fields)]
    if kind in JSON:
        return list(read_json(content))
    if kind in JSON_LINES:
        return list(read_json_lines(content))
    return [Record(text=content)]


def is_report(content: str, ending: str) -> bool:
    """Whether a file is an output of claimcheck, other than CSV, which lies where it was written."""
    kind = _kind(content, ending)
    if kind in HTML:
        return bool(_REPORT_AS_HTML.search(content[:2_000]))
    if kind in JSON | JSON_LINES:
        return bool(_REPORT_AS_JSON.match(content))
    return kind in MARKDOWN and bool(_REPORT_AS_MARKDOWN.match(content))


def sniff(content: str) -> str:
    """The ending that a content without one would have: ".html", ".json", ".jsonl" or ".txt"."""
    if markup.looks_like_html(content) or markup.looks_like_fragment(content):
        return ".html"
    start = content[:2_000].lstrip()
    if not start.startswith(("{", "[")):
        return ".txt"
    lines = [line for line in content[:200_000].splitlines() if line.strip()][:3]
    if start.startswith("{") and len(lines) > 1 and all(is_object(line) for line in lines[:2]):
        return ".jsonl"
    return ".json" if re.match(r"\{\s*[\"}]|\[\s*[\[{\]]", start) else ".txt"


def _kind(content: str, ending: str) -> str:
    """The ending that tells the format. Saved pages are called anything: "index.html.1", "story-12345", "page.txt"."""
    if ending in TEXT:
        return ".html" if markup.looks_like_html(content) else ending
    return ending if ending in HTML | MHTML | MARKDOWN | JSON | JSON_LINES else sniff(content)


def _page(html: str, url: str = "") -> Record:
    text, fields = markup.read_html(html, url=url)
    return Record(text=text, fields=fields, problem="" if text.strip() else "the page has no text")
