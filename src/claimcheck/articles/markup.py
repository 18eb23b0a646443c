"""HTML to the main text and the metadata of its article, through trafilatura."""

from __future__ import annotations

import logging
import re
from typing import Any

import attrs

from claimcheck.articles.fields import Fields, fields_of, language_code
from claimcheck.articles.headings import without_site
from claimcheck.articles.publication import date_article
from claimcheck.articles.stamps import body_end
from claimcheck.text import one_line

_LOG = logging.getLogger(__name__)

# Above either, only the tags are taken away: no article has so many, and the search for the main text takes minutes.
MAX_MARKUP = 5_000_000  # characters of HTML
MAX_TAGS = 40_000
SHORT_PAGE = 200  # characters of main text below which it may have been missed
DATED_PART = 20_000  # characters of a page in which its date is looked for
_META_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_TAG = re.compile(
    r"</?(?:p|div|br|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|blockquote|table|figure|section|article)(?:\s[^<>]*)?/?>",
    re.I,
)
_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "footer",
    "form",
    "button",
    "svg",
    "iframe",
    "head",
    "select",
)
_BLOCKS = frozenset(
    (
        "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header main aside figure "
        "figcaption pre hr td th dl dt dd address"
    ).split()
)
# Dates are looked for where a page states them, never guessed from its whole text, and the latest day that is
# believed is fixed: today's date must not change what a file says.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


def declared_encoding(data: bytes) -> str:
    """The encoding that an HTML page names in its head, or ""."""
    match = _META_CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def looks_like_html(text: str) -> bool:
    """Whether a whole document is HTML."""
    head = text[:2_000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<article")) or (
        head.startswith(("<?xml", "<!--")) and "<html" in head
    )


def has_markup(text: str) -> bool:
    """Whether a text field holds HTML: at least two tags of those that articles are written with."""
    return "<" in text and len(_TAG.findall(text[:100_000])) >= 2


def read_html(html: str, *, url: str = "") -> tuple[str, Fields]:
    """Main text and metadata of an HTML page.

    Navigation, comments and advertisements are left out. Where no main text is found (a fragment, a broken page),
    the text of all its elements is taken. Returns ("", …) for a page without text.
    """
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html.replace("\x00", "\ufffd"))
    if len(html) > MAX_MARKUP or html.count("<") > MAX_TAGS:
        return _all_text(html), Fields()
    document = _extract(html, url)
    text = (document.text or "") if document is not None else ""
    published = document.date if document is not None else None
    everything = _all_text(html) if len(text) < SHORT_PAGE or not published else ""
    if len(text) < SHORT_PAGE and len(everything) > 3 * len(text):
        text = everything  # a short page, or one whose main text was missed
    fields = Fields(title=_title_element(html), url=url, language=_html_language(html))
    if document is not None:
        lines = [one_line(line).casefold() for line in text.splitlines()[:60]]
        fields = Fields(
            title=without_site(one_line(document.title or ""), lines),
            source=one_line(document.sitename or ""),
            url=document.url or "",
            published=published,
            language=language_code(document.language or ""),
        ).over(fields)
    if not published and everything:  # the main text leaves out the line above it that says when
        page = everything[:DATED_PART]
        day = date_article(page[: body_end(page)], language=fields.language).published
        if day is not None:
            fields = attrs.evolve(fields, published=day.isoformat(), dated_by_text=True)
    return text, fields


def read_fragment(html: str) -> str:
    """The text of a piece of HTML, such as the "content" of a feed's entry."""
    return _all_text(html)


def _extract(html: str, url: str) -> Any:
    import trafilatura

    for name in (
        "trafilatura",
        "htmldate",
    ):  # their warnings are about pages, and are told in a notice where it matters
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    try:
        return trafilatura.bare_extraction(
            html,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # whatever a broken page does to the parser, its words can still be read
        _LOG.debug("trafilatura failed (%r); taking the text of all elements", error)
        return None


def _all_text(html: str) -> str:
    """The text of all visible elements, one line for each block."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    try:
        root = lxml_html.document_fromstring(html, parser=lxml_html.HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return _without_tags(html)
    etree.strip_elements(root, *_DROPPED, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_block = element.tag in _BLOCKS
        if is_block:
            pieces.append("\n")
        if event == "start" and element.text:
            pieces.append(re.sub(r"\s+", " ", element.text))
        if event == "end" and element.tail:
            pieces.append(re.sub(r"\s+", " ", element.tail))
    lines = (one_line(line) for line in "".join(pieces).split("\n"))
    text = "\n".join(line for line in lines if line)
    # The parser gives up on elements that are nested thousands deep.
    return text or _without_tags(html)


def _without_tags(html: str) -> str:
    visible = re.sub(r"<(script|style)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", "\n", html, flags=re.I | re.S)
    lines = (one_line(line) for line in re.sub(r"<[^<>]*>", "\n", visible).split("\n"))
    return "\n".join(line for line in lines if line)


def _title_element(html: str) -> str:
    match = re.search(r"<title[^>]*>([^<]{1,300})</title>", html[:50_000], re.I)
    return without_site(one_line(match[1])) if match else ""


def _html_language(html: str) -> str:
    match = re.search(r"<html[^>]{0,500}?\slang\s*=\s*[\"']?([\w-]+)", html[:5_000], re.I)
    return language_code(match[1]) if match else ""


def fields_of_front_matter(block: str) -> Fields:
    """Metadata of a Markdown file's front matter: lines such as `title: Flood hits coast`, or `title = "…"`."""
    record = {}
    for line in block.splitlines():
        match = re.match(r"([A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(\S.*)$", line)
        if match:
            record[match[1]] = match[2].strip().strip("\"'")
    return fields_of(record)
