"""What the text itself tells of an article, and which articles are the same, or in another language."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from claimcheck.articles.credits import host, source_in_text
from claimcheck.articles.headings import find_title
from claimcheck.articles.inputs import STANDARD_INPUT
from claimcheck.articles.language import detect_language
from claimcheck.articles.publication import date_article
from claimcheck.articles.stamps import body_end
from claimcheck.errors import InputError
from claimcheck.records import Article, Notice
from claimcheck.settings import Settings

WINDOW = 20_000  # characters at the beginning, and at the end, in which an article says what it is


@attrs.frozen(kw_only=True)
class Loaded:
    """Articles that are ready to be compared, in input order, and what the user should know about the inputs."""

    articles: tuple[Article, ...]
    notices: tuple[Notice, ...] = ()


def prepare_articles(articles: Iterable[Article], *, settings: Settings, names: Sequence[str] | None = None) -> Loaded:
    """Complete articles from their texts, fold identical ones, and leave out those in other languages.

    Fields that are filled are never changed. An empty `language`, `title`, `source` or date is taken from the
    text where the text tells it. Articles with the same text become one, whose `copies` name the others. An article
    without any text is left out with a notice.

    Args:
        articles: in the order in which they are to be compared.
        settings: `languages` is used; where it is empty, no article is left out for its language.
        names: how notices call each article ("a.jsonl, line 2"); None for its path, or else its title.
    """
    articles = list(articles)
    kept, notices = _each_text_once(zip(articles, names or map(_called, articles), strict=True))
    complete: list[Article] = []
    for article, name in kept:
        article = complete_article(article)
        if settings.languages and article.language and article.language not in settings.languages:
            wanted = ", ".join(settings.languages)
            message = f"{name} is in another language ({article.language}, not {wanted}) and is left out."
            notices.append(Notice(kind="language", message=message, path=article.path))
        else:
            complete.append(article)
    return Loaded(articles=tuple(complete), notices=tuple(notices))


def _each_text_once(named: Iterable[tuple[Article, str]]) -> tuple[list[tuple[Article, str]], list[Notice]]:
    """The articles that have a text, with their names, copies folded into the first; a notice for each other."""
    kept: dict[str, tuple[Article, str]] = {}
    notices: list[Notice] = []
    for article, name in named:
        if not article.text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
            notices.append(Notice(kind="empty", message=f"{name} has no text and is left out.", path=article.path))
            continue
        key = _text_key(article.text)
        if key in kept:
            first, first_name = kept[key]
            message = f"{name} has the same text as {first_name}; they are compared as one article."
            notices.append(Notice(kind="duplicate", message=message, path=article.path))
            kept[key] = _fold(first, first_name, article, name), first_name
        else:
            kept[key] = article, name
    return list(kept.values()), notices


def complete_article(article: Article) -> Article:
    """The article with its empty fields filled from its text. Only its first and last 20,000 characters are read."""
    head = ends(article.text)
    body = head[: body_end(head)]
    language = article.language or detect_language(head)
    dating = date_article(body, url=article.url, language=language)
    title = article.title or find_title(body)
    return attrs.evolve(
        article,
        language=language,
        title=title,
        source=article.source or dating.source or source_in_text(body, title) or host(article.url),
        **_dates(article, dating.published, dating.earliest, dating.latest, "metadata" if dating.from_url else "text"),
    )


def ends(text: str) -> str:
    """The first and the last 20,000 characters, where an article says what it is."""
    return text if len(text) <= 2 * WINDOW else f"{text[:WINDOW]}\n\n{text[-WINDOW:]}"


def _dates(
    article: Article, published: dt.date | None, earliest: dt.date | None, latest: dt.date | None, origin: str
) -> dict[str, Any]:
    """What the text adds to the dates that an article has: nothing that contradicts them."""
    low, high = article.published_earliest, article.published_latest
    if article.published is not None:
        return {}
    if published is not None:
        if (low or dt.date.min) <= published <= (high or dt.date.max):
            return dict.fromkeys(("published", "published_earliest", "published_latest"), published) | {
                "published_from": article.published_from or origin
            }
        return {}
    lowest = max(low or dt.date.min, earliest or dt.date.min)
    highest = min(high or dt.date.max, latest or dt.date.max)
    if lowest > highest:
        return {}
    return {
        "published_earliest": None if lowest == dt.date.min else lowest,
        "published_latest": None if highest == dt.date.max else highest,
    }


def _text_key(text: str) -> str:
    """Equal for texts that differ in their line ends and outer white space only."""
    same = text.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff \t\n")
    return hashlib.blake2b(same.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _fold(first: Article, first_name: str, copy: Article, name: str) -> Article:
    itself = {"", first.path, first.path and _as_copy(first, first_name)}
    names = [other for other in [_as_copy(copy, name), *copy.copies] if other not in itself]
    changes: dict[str, Any] = {"copies": tuple(dict.fromkeys([*first.copies, *names]))}
    if first.published is None and copy.published is not None:
        names_of_dates = ("published", "published_earliest", "published_latest", "published_from")
        changes |= {name: getattr(copy, name) for name in names_of_dates}
    return attrs.evolve(
        first,
        title=first.title or copy.title,
        source=first.source or copy.source,
        url=first.url or copy.url,
        language=first.language or copy.language,
        **changes,
    )


def _as_copy(article: Article, name: str) -> str:
    """How `copies` names an article: its outlet and place, "BBC (news.jsonl, line 2)"."""
    if not article.path:
        return article.source or article.title
    return f"{article.source} ({name})" if article.source else name


def _called(article: Article) -> str:
    """How a notice names an article."""
    if article.path == STANDARD_INPUT:
        return "standard input"
    return article.path or (f"The article {article.title!r}" if article.title else f"The article {article.id}")


def in_period(articles: Sequence[Article], since: dt.date | None, until: dt.date | None) -> list[Article]:
    """The articles that may have been published from `since` to `until`, both included.

    One is dropped only where its day of publication, or the whole range in which that lies, is outside. Raises
    InputError where `since` comes after `until`.
    """
    if since and until and since > until:
        raise InputError(f"The period ends ({until}) before it begins ({since}); exchange the two dates.")
    return [
        article
        for article in articles
        if not (since and article.published_latest and article.published_latest < since)
        and not (until and article.published_earliest and article.published_earliest > until)
    ]
