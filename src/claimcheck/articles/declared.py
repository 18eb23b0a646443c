"""What an HTML page declares about itself in its head: the day of publication, the title, the language.

Only the head and JSON-LD are read, so that a page of any size can be asked. Dates elsewhere on a page may be those
of a related link or of a masthead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from claimcheck.articles.dates import parse_date
from claimcheck.articles.fields import fold, label, language_code
from claimcheck.articles.headings import without_site

_MAX_HEAD = 500_000  # characters; styles and scripts make some heads long
_MAX_PUBLISHED = 100  # characters of a date
_HEAD_END = re.compile(r"</head\s*>|<body\b", re.I)
_FIRST_BLOCK = re.compile(r"<(?:header|nav|main|article|section|aside|div|p|h[1-6])\b", re.I)
# Folded names, as in "article:published_time", "DC.date.issued", "parsely-pub-date", "citation_publication_date".
_SAYS_PUBLISHED = re.compile(
    r"(?:publish(?:ed)?|publication|pub|post(?:ed)?)(?:date|time|at|on)$"
    r"|(?:published|issued|dateposted|datepublication|displaydate|created|createdate)$"
    r"|^(?:dc|dcterms|citation|sailthru|article|og)?date$"
)
_JSON_LD = re.compile(r"<script\b[^>]*\bld\+json\b[^>]*>(.*?)</script", re.I | re.S)
_DATE_PUBLISHED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,100})\"", re.I)
_ARTICLE = re.compile(r"(?:article|blogposting|mediaposting)$|^report$")  # folded types of https://schema.org/Article
_MAX_NESTED = 3  # objects in lists and in "@graph" and "mainEntity"


def declared_date(html: str) -> str:
    """The date of publication as a page's head or its JSON-LD gives it, or "".

    A date of modification is none, and neither is a date that cannot be read. A day comes before a month or a year,
    and in JSON-LD the date of an article before that of anything else.
    """
    rough = ""
    scripts = [match[1] for match in _JSON_LD.finditer(html)]
    for written in (*_head_dates(html), *_article_dates(scripts), *_json_dates(scripts)):
        span = parse_date(written)
        if span is None:
            continue
        if span[0] == span[1]:
            return written
        rough = rough or written
    return rough


def declared_title(html: str) -> str:
    """The title element, without the site's name; "" where there is none."""
    match = re.search(r"<title[^>]*>([^<]{1,300})</title>", html[:_MAX_HEAD], re.I)
    return without_site(label(match[1])) if match else ""


def declared_language(html: str) -> str:
    """The language of the html element, as ISO 639-1 code, or ""."""
    match = re.search(r"<html[^>]{0,500}?\slang\s*=\s*[\"']?([\w-]+)", html[:5_000], re.I)
    return language_code(match[1]) if match else ""


def _head(html: str) -> str:
    start = html[:_MAX_HEAD]
    end = _HEAD_END.search(start) or _FIRST_BLOCK.search(start)
    return start[: end.start()] if end else start


def _head_dates(html: str) -> Iterator[str]:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    try:
        root = lxml_html.document_fromstring(_head(html))
    except (etree.LxmlError, ValueError, AssertionError):  # an empty head
        return
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        if _SAYS_PUBLISHED.search(fold(name)):
            yield (element.get("content") or "").strip()[:_MAX_PUBLISHED]


def _article_dates(scripts: list[str]) -> Iterator[str]:
    """The dates of the articles that JSON-LD declares; those of videos, comments and teasers inside them are others."""
    for script in scripts:
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            types, written = thing.get("@type"), thing.get("datePublished")
            names = types if isinstance(types, list) else [types]
            if isinstance(written, str) and any(_ARTICLE.search(fold(str(name).rpartition("/")[2])) for name in names):
                yield written.strip()[:_MAX_PUBLISHED]


def _things(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects that JSON-LD is about: at the top, in "@graph", and what a page names as its main entity."""
    if isinstance(data, list) and depth < _MAX_NESTED:
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        if depth < _MAX_NESTED:
            yield from _things([data.get("@graph"), data.get("mainEntity")], depth)


def _json_dates(scripts: list[str]) -> Iterator[str]:
    for script in scripts:
        for match in _DATE_PUBLISHED.finditer(script):
            yield match[1].strip()
