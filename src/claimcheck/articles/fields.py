"""Metadata under the many names that JSON, CSV and HTML give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

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

_INNER = ("metadata", "meta", "source", "article", "fields", "attributes", "properties")
_VALUES = ("rendered", "name", "title", "text", "value", "content", "id", "url", "href", "domain", "date")


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


def folded(record: Mapping[Any, Any]) -> dict[str, Any]:
    """A record under folded names, filled up from common inner objects ("metadata", "_source")."""
    flat = {fold(str(name)): value for name, value in reversed(list(record.items())) if value not in (None, "", [], {})}
    for inner in _INNER:
        nested = flat.get(inner)
        if isinstance(nested, Mapping) and (inner != "source" or any(fold(str(name)) in TEXT for name in nested)):
            del flat[inner]
            flat = {**folded(nested), **flat}
    return flat


def first(flat: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((flat[name] for name in names if name in flat), None)


def plain(value: Any, depth: int = 0) -> str:
    """A value as text: nested objects give their "name" or "rendered", lists their parts."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None or depth > 4:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        flat = {fold(str(name)): inner for name, inner in value.items()}
        return next((text for name in _VALUES if (text := plain(flat.get(name), depth + 1))), "")
    if isinstance(value, list | tuple):
        return next((text for item in value if (text := plain(item, depth + 1))), "")
    return ""


def fields_of(record: Mapping[Any, Any]) -> Fields:
    """The metadata in a JSON object, or in a row of a table."""
    flat = folded(record)
    source, published = first(flat, SOURCE), first(flat, PUBLISHED)
    if isinstance(flat.get("publication"), str) and not re.search(r"\d", flat["publication"]):
        published = first(flat, [name for name in PUBLISHED if name != "publication"])
    elif source is not None and source is flat.get("publication"):
        source = first(flat, [name for name in SOURCE if name != "publication"])
    if isinstance(published, Mapping):
        published = plain({name.lstrip("$"): value for name, value in published.items()})
    title = one_line(plain(first(flat, TITLE)))
    return Fields(
        title=title,
        source=one_line(plain(source)),
        url=plain(first(flat, URL)).strip(),
        published=published.strip() if isinstance(published, str) else published,
        earliest=first(flat, EARLIEST),
        latest=first(flat, LATEST),
        language=language_code(plain(first(flat, LANGUAGE))),
        identifier=plain(first(flat, IDENTIFIER)).strip(),
    )


def text_of(record: Mapping[Any, Any]) -> str:
    """The article's text in a JSON object, or "". A list of paragraphs is joined by empty lines."""
    flat = folded(record)
    for name in TEXT:
        value = flat.get(name)
        if isinstance(value, list):
            text = "\n\n".join(part for item in value if (part := plain(item)).strip())
        else:
            text = plain(value)
        if text.strip():
            return text
    return ""


def language_code(value: str) -> str:
    """ "en-GB" and "en_US" are "en", "English" is "en"; "" for what is no code of two letters."""
    value = value.strip().lower()
    value = {"english": "en", "eng": "en"}.get(value, value)
    match = re.fullmatch(r"([a-z]{2})(?:[-_][a-z0-9-]+)?", value)
    return match[1] if match else ""
