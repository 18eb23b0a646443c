"""Metadata under the many names that JSON, CSV and HTML give it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from claimcheck.articles.dates import parse_date
from claimcheck.articles.words import words
from claimcheck.text import one_line

# Names are compared in lower case, without separators, in this order: the first that is there is taken.
TEXT = words(
    """
    text fulltext articletext articlebody bodytext body maintext content contenttext textcontent rawtext
    plaintext cleanedtext articlecontent fullcontent newstext storytext story markdown document page paragraphs
    contenthtml bodyhtml rawhtml html xhtml
    """
)
PERHAPS_TEXT = frozenset({"document", "page", "story"})  # also names of files, of pages in print, of subjects
TITLE = words(
    """
    title headline articletitle heading newstitle titletext ogtitle subject name
    """
)
SOURCE = words(
    """
    source sourcename publisher publishername outlet outletname newspaper newssource newsoutlet publication
    publicationname sitename site ogsitename website provider agency newsagency media mediaoutlet channel domain
    sourcedomain hostname
    """
)
URL = words(
    """
    url articleurl link canonical canonicalurl canonicallink permalink weburl pageurl sourceurl originalurl
    externalurl ogurl href uri webpage mainentityofpage
    """
)
PUBLISHED = words(
    """
    published publishedat publishedon publisheddate publishdate publishedtime publishtime publication
    publicationdate publicationtime publicationdatetime publishedutc dateofpublication datepublished datepublish
    datetimepublished articlepublishedtime firstpublished firstpublishedat firstpublicationdate
    webpublicationdate pubdate pubtime posted postedat postedon postdate dateposted releasedate releasedat
    issued issuedate dateissued dcdate dctermsissued date datetime timestamp time created createdat createdon
    datecreated articledate newsdate
    """
)
EARLIEST = ["publishedearliest"]
LATEST = ["publishedlatest"]
LANGUAGE = ["language", "lang", "inlanguage", "languagecode", "locale", "oglocale"]
IDENTIFIER = words(
    """
    id docid articleid documentid uuid guid identifier key
    """
)
FILE = ["path", "file", "filename", "filepath", "localpath", "document", "documentname"]

_INNER = ("metadata", "meta", "article", "fields", "attributes", "properties")
_INNER_WITH_TEXT = ("source", "document", "content", "page", "story")  # inner objects only where they hold a text
_MAX_DEPTH = 8  # of inner objects in inner objects
_VALUES = ("rendered", "name", "title", "text", "value", "content", "id", "url", "href", "domain", "date")
_NAMES = ("rendered", "name", "title", "text", "value", "content", "id", "domain")  # what may name a source
_NO_DATE = ("true", "false", "yes", "no", "on", "off")  # `published: true` says that it was, not when
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>", re.I)
_BREAK = re.compile(r"</?(?:br|p|div)(?:\s[^<>]*)?/?>", re.I)


@attrs.frozen(kw_only=True)
class Fields:
    """What metadata says of an article; "" or None where it says nothing. `published` is as it came.

    `dated_by_text` says that `published` is no metadata, but was found in the visible text of a page.
    """

    title: str = ""
    source: str = ""
    url: str = ""
    published: Any = None
    earliest: Any = None
    latest: Any = None
    language: str = ""
    identifier: str = ""
    dated_by_text: bool = False

    def __bool__(self) -> bool:
        return any((self.title, self.source, self.url, self.published))

    def over(self, other: Fields) -> Fields:
        """These fields, and those of `other` where these are empty."""
        mine, theirs = attrs.asdict(self), attrs.asdict(other)
        merged = {name: value if value not in ("", None) else theirs[name] for name, value in mine.items()}
        merged["dated_by_text"] = (self if self.published not in ("", None) else other).dated_by_text
        return Fields(**merged)


def fold(name: str) -> str:
    """A field's name as it is compared: "datePublished", "date_published" and "Date published" are one."""
    return re.sub(r"[\W_]+", "", name.rpartition("}")[2].casefold())


def folded(record: Mapping[Any, Any], depth: int = 0) -> dict[str, Any]:
    """A record under folded names, filled up from common inner objects ("metadata", "_source")."""
    flat = {fold(str(name)): value for name, value in reversed(list(record.items())) if value not in (None, "", [], {})}
    for inner in (*_INNER, *_INNER_WITH_TEXT) if depth < _MAX_DEPTH else ():
        nested = flat.get(inner)
        if isinstance(nested, Mapping) and (inner in _INNER or any(fold(str(name)) in TEXT for name in nested)):
            del flat[inner]
            flat = {**folded(nested, depth + 1), **flat}
    return flat


def first(flat: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((flat[name] for name in names if name in flat), None)


def plain(value: Any, names: Iterable[str] = _VALUES, depth: int = 0) -> str:
    """A value as text: nested objects give the first of `names` ("name", "rendered", …), lists their first part."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None or depth > 4:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        flat = {fold(str(name)): inner for name, inner in value.items()}
        return next((text for name in names if (text := plain(flat.get(name), names, depth + 1))), "")
    if isinstance(value, list | tuple):
        return next((text for item in value if (text := plain(item, names, depth + 1))), "")
    return ""


def unescape(text: str) -> str:
    """`text` with its entities as characters: "&#8217;" and "&amp;". Only whole ones: "R&D" stays."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def label(value: str) -> str:
    """A title or a name on one line, without the tags and entities of HTML."""
    return one_line(unescape(_INLINE.sub("", _BREAK.sub(" ", value))))


def fields_of(record: Mapping[Any, Any]) -> Fields:
    """The metadata in a JSON object, or in a row of a table."""
    flat = folded(record)
    is_outlet = not re.search(r"\d", plain(flat.get("publication"), _NAMES))  # "publication" is an outlet or a day
    return Fields(
        title=label(plain(first(flat, TITLE))),
        source=_source(flat, [name for name in SOURCE if name != "publication" or is_outlet]),
        url=plain(first(flat, URL)).strip(),
        published=_published(flat, [name for name in PUBLISHED if name != "publication" or not is_outlet]),
        earliest=first(flat, EARLIEST),
        latest=first(flat, LATEST),
        language=language_code(plain(first(flat, LANGUAGE))),
        identifier=plain(first(flat, IDENTIFIER)).strip(),
    )


def _source(flat: Mapping[str, Any], names: Iterable[str]) -> str:
    """The outlet's name, never the address that stands beside or instead of it in an object."""
    for name in names:
        value = flat.get(name)
        if name == "media":  # an outlet, or more often pictures, each with a title and an address
            value = value.get("name") if isinstance(value, Mapping) else value
            value = value if isinstance(value, str) and "://" not in value else None
        if source := label(plain(value, _NAMES)):
            return source
    return ""


def _published(flat: Mapping[str, Any], names: Iterable[str]) -> Any:
    """The first date that can be read; where there is none, the first value that may be meant for one."""
    values = [value for name in names if name in flat for value in _dates(flat[name])]
    if len(values) < 2:
        return next(iter(values), None)
    return next((value for value in values if parse_date(value) is not None), values[0])


def _dates(value: Any) -> Iterator[Any]:
    """The values in a field that may be a date: itself, those of a list, or that of an object (`{"$date": …}`)."""
    if isinstance(value, list | tuple):
        for item in value[:1]:
            yield from _dates(item)
    elif isinstance(value, Mapping):
        yield plain({str(name).lstrip("$"): inner for name, inner in value.items()})
    elif isinstance(value, str):
        if value.strip().lower() not in _NO_DATE:
            yield value.strip()
    elif not isinstance(value, bool):
        yield value


def language_code(value: str) -> str:
    """ "en-GB" and "en_US" are "en", "English" is "en"; "" for what is no code of two letters."""
    value = value.strip().lower()
    value = {"english": "en", "eng": "en"}.get(value, value)
    match = re.fullmatch(r"([a-z]{2})(?:[-_][a-z0-9-]+)?", value)
    return match[1] if match else ""
