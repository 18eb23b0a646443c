"""Articles and the claims in them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import attrs

from claimcheck.errors import InputError
from claimcheck.records.values import Entity, Event, Factuality, Mention, Quantity, Span, TimeSpan

DateOrigin = Literal["given", "metadata", "text"]


def content_id(prefix: str, *parts: object) -> str:
    """A stable id: `prefix` and 12 hexadecimal digits of the BLAKE2b hash of `parts`."""
    digest = hashlib.blake2b(digest_size=6)
    for part in parts:
        digest.update(str(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return f"{prefix}{digest.hexdigest()}"


def to_date(value: dt.date | str | None) -> dt.date | None:
    """A date from a date, a datetime, or an ISO 8601 string. Raises InputError for anything else."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except (ValueError, AttributeError):
        raise InputError(f"{value!r} is not a date: expected YYYY-MM-DD, as in 2015-09-18.") from None


def _is_text(_article: Article, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        raise InputError(f"Article.{attribute.name} must be str, got {type(value).__name__}.")


def _known(value: str | None) -> str:
    """Metadata as it is, "" for None: what a database or a feed says where it knows nothing."""
    return "" if value is None else value


def _names(value: Iterable[str]) -> tuple[str, ...]:
    names = tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else None
    if names is None or not all(isinstance(name, str) for name in names):
        raise InputError(f"Article.copies is {value!r}; expected a tuple of names, as in copies=('a.txt',).")
    return names


@attrs.frozen
class Article:
    """One article.

    Attributes:
        text: the text that all offsets refer to. For plain text it is the file's decoded content, unchanged.
        title, source, url: as the metadata or the text give them; "" where unknown (None is taken for "").
        published: day of publication, or None where it cannot be known.
        published_earliest, published_latest: bounds that the text sets ("not before 13 March 2018");
            both equal `published` where that is known; None where that side is open.
        published_from: where the date came from: "given" by the caller, "metadata" of the file, or "text".
        path: file that it was read from, as it was named, or "".
        copies: others with the same text: a file, or outlet and place ("BBC (news.jsonl, line 2)").
        language: ISO 639-1 code, or "" where not determined.
        id: hash of the text: the same text is the same article.

    Raises:
        InputError: a text is no str, or a date not one that can be read.
    """

    text: str = attrs.field(validator=_is_text)
    title: str = attrs.field(default="", kw_only=True, converter=_known, validator=_is_text)
    source: str = attrs.field(default="", kw_only=True, converter=_known, validator=_is_text)
    url: str = attrs.field(default="", kw_only=True, converter=_known, validator=_is_text)
    published: dt.date | None = attrs.field(default=None, converter=to_date, kw_only=True)
    published_earliest: dt.date | None = attrs.field(
        default=attrs.Factory(lambda self: self.published, takes_self=True), converter=to_date, kw_only=True
    )
    published_latest: dt.date | None = attrs.field(
        default=attrs.Factory(lambda self: self.published, takes_self=True), converter=to_date, kw_only=True
    )
    published_from: DateOrigin | None = attrs.field(
        default=attrs.Factory(lambda self: "given" if self.published else None, takes_self=True), kw_only=True
    )
    path: str = attrs.field(default="", kw_only=True, converter=_known, validator=_is_text)
    copies: tuple[str, ...] = attrs.field(default=(), converter=_names, kw_only=True)
    language: str = attrs.field(default="", kw_only=True, converter=_known, validator=_is_text)

    @cached_property
    def id(self) -> str:
        return content_id("a", self.text)

    @property
    def name(self) -> str:
        """What to call it in a report: source, else title, else file name, else id. Never empty."""
        return self.source or self.title or self.path.rsplit("/", 1)[-1] or self.id


@attrs.frozen(kw_only=True)
class Claim:
    """One checkable statement: `article.text[claim.start:claim.end] == claim.quote`.

    Attributes:
        article: id of its article.
        start, end: range in the article's text, end excluded.
        quote: those characters, unchanged.
        text: the statement on one line, white space collapsed, to be embedded and judged.
        context: what a reader needs beside it: article title and the sentence before; "" if none.
        sentence_start, sentence_end: range of the whole sentence that it is a part of.
        speaker: who says it, or None for the article's own voice.
        via: outlet or document that the statement came through ("a US official told Reuters").
        inner_speakers: those whose words the speaker passes on, from the outermost to the innermost: one, Bell, in
            "Bell told Cole that the bridge is safe, an aide said"; () where the speaker speaks for himself.
        reported: the statement inside the report, as the speaker (or else `via`) made it: one stretch of the claim
            without "that", quotation marks at its ends and the attribution, unless that stands in its middle. None
            for the article's own voice and for a report with no clause of its own ("the club confirmed the sale").
        factuality: whether it happened, by the text: one of FACTUALITIES; "asserted" where nothing limits it.
        times, quantities, entities: typed values inside the claim, by start.
        event: the event that the claim is about, or None.
    """

    article: str
    start: int
    end: int
    quote: str
    text: str
    context: str = ""
    sentence_start: int
    sentence_end: int
    speaker: Mention | None = None
    via: Mention | None = None
    inner_speakers: tuple[Mention, ...] = ()
    reported: Span | None = None
    factuality: Factuality = "asserted"
    times: tuple[TimeSpan, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Entity, ...] = ()
    event: Event | None = None

    @property
    def event_kinds(self) -> frozenset[str]:
        """Kinds of the events that it names; empty where it names none."""
        return frozenset() if self.event is None else self.event.kinds

    @cached_property
    def id(self) -> str:
        return content_id("c", self.article, self.start, self.end)
