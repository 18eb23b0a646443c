"""HTML to the main text and the metadata of its article, through trafilatura."""

from __future__ import annotations

import logging
import re
from typing import Any

import attrs

from claimcheck.articles.declared import declared_date, declared_language, declared_title
from claimcheck.articles.fields import Fields, language_code, unescape
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
_WHOLE_PAGE = re.compile(r"<(?:!doctype html|(?:html|head|body|article|title|meta)\b)")
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
_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(_BLOCKS - {'br'}))})\b", re.I)
# One such tag alone, with nothing in it but attributes, is markup: prose does not say "<p>".
_BLOCK_TAG = re.compile(r"</?(?:p|div|br|ul|ol|li|h[1-6]|blockquote|section|article)(?:\s+[\w:-]+=[^<>]*)?\s*/?>", re.I)
_INVISIBLE = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.I | re.S)
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
    return bool(_WHOLE_PAGE.match(head)) or (head.startswith(("<?xml", "<!--")) and "<html" in head)


def looks_like_fragment(text: str) -> bool:
    """Whether a text begins with a paragraph or another block of HTML."""
    return bool(_BLOCK_TAG.match(text[:2_000].lstrip()))


def has_markup(text: str) -> bool:
    """Whether a text field holds HTML: a tag of a block, or at least two of those that articles are written with."""
    start = text[:100_000]
    return "<" in start and (bool(_BLOCK_TAG.search(start)) or len(_TAG.findall(start)) >= 2)


def read_html(html: str, *, url: str = "") -> tuple[str, Fields]:
    """Main text and metadata of an HTML page.

    Navigation, comments and advertisements are left out. Where no main text is found (a fragment, a broken page),
    the text of all its elements is taken. Returns ("", …) for a page without text.
    """
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html.replace("\x00", "\ufffd"))
    declared = Fields(
        title=declared_title(html), url=url, published=declared_date(html), language=declared_language(html)
    )
    if len(html) > MAX_MARKUP or html.count("<") > MAX_TAGS:
        return _all_text(html), declared
    document = _extract(html, url)
    text = (document.text or "") if document is not None else ""
    everything = _all_text(html) if len(text) < SHORT_PAGE else ""
    if len(text) < SHORT_PAGE and len(everything) > 3 * len(text):
        text = everything  # a short page, or one whose main text was missed
    fields = declared if document is None else _found(document, text).over(declared)
    if not fields.published:
        fields = _dated(fields, html, text, (document.date or "") if document is not None else "")
    return text, fields


def _found(document: Any, text: str) -> Fields:
    """What trafilatura found, without the date: that may be any that stands on the page."""
    lines = [one_line(line).casefold() for line in text.splitlines()[:60]]
    return Fields(
        title=without_site(one_line(document.title or ""), lines),
        source=one_line(document.sitename or ""),
        url=document.url or "",
        language=language_code(document.language or ""),
    )


def _dated(fields: Fields, html: str, text: str, marked: str) -> Fields:
    """`fields` of a page that does not declare its date, with the one that its text tells, or else `marked`.

    The main text leaves out the line above it that says when; the whole page has that line, and other dates.

    Args:
        marked: a date that the page's elements mark, such as `<time>`, of whatever it is; or "".
    """
    pages = [page[:DATED_PART] for page in (text, _all_text(html, without=("aside",)))]
    datings = [date_article(page[: body_end(page)], url=fields.url, language=fields.language) for page in pages]
    best = min((dating for dating in datings if dating.published), key=lambda dating: dating.is_weak, default=None)
    if best is None or best.published is None:
        return attrs.evolve(fields, published=marked or None)
    return attrs.evolve(fields, published=best.published.isoformat(), dated_by_text=not best.from_url)


def read_field(text: str) -> str:
    """The text of a field that may hold a piece of HTML, as it is or escaped, or entities alone."""
    if not has_markup(text):
        text = unescape(text)
    return read_fragment(text) if has_markup(text) else text


def read_fragment(html: str) -> str:
    """The text of a piece of HTML, such as the "content" of a feed's entry.

    Where only letters are marked up, and no paragraphs, its line ends and white space stay.
    """
    breaks_alone = bool(re.search(r"<br\b", html, re.I)) and not re.search(r"\n[ \t\r]*\n", html)
    if breaks_alone or _BLOCK.search(html):
        return _all_text(html)
    html = re.sub(r"<br\b[^<>]*>[ \t\r]*\n?", "\n", _INVISIBLE.sub("", html), flags=re.I)
    return unescape(re.sub(r"</?[a-z][^<>]*>", "", html, flags=re.I))


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


def _all_text(html: str, without: tuple[str, ...] = ()) -> str:
    """The text of all visible elements but those named, one line for each block."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    try:
        root = lxml_html.document_fromstring(html, parser=lxml_html.HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return _without_tags(html)
    etree.strip_elements(root, *_DROPPED, *without, etree.Comment, etree.ProcessingInstruction, with_tail=False)
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
    lines = (one_line(line) for line in re.sub(r"<[^<>]*>", "\n", _INVISIBLE.sub("\n", html)).split("\n"))
    return "\n".join(line for line in lines if line)
