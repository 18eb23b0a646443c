"""Claims: the checkable statements of an article, each with its exact range, its speaker and its typed values.

Importing this is light; spaCy and the rest are loaded when the first text is read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from claimcheck.errors import InputError
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Article, Claim, Span
from claimcheck.settings import Settings

__all__ = ["dropped", "extract_all", "extract_claims", "read_statements"]


def extract_claims(article: Article, *, settings: Settings | None = None) -> list[Claim]:
    """The claims of one article, by place, not overlapping; `article.text[c.start:c.end] == c.quote` for each.

    Args:
        article: the article; `published` and its bounds are what relative times are resolved against.
        settings: the default settings if None.

    Raises:
        InputError: what is given is no Article.
        ModelError: the spaCy pipeline is missing.
    """
    return extract_all([article], settings=settings or Settings())[0]


def extract_all(
    articles: Sequence[Article],
    *,
    settings: Settings,
    progress: Progress = no_progress,
    meanwhile: Callable[[], None] | None = None,
) -> list[list[Claim]]:
    """The claims of each article, in the order of the articles, parsed in batches over all of them.

    Args:
        articles: any number; of each, the first `settings.max_characters` characters are searched.
        settings: `spacy_model`, `languages` and `max_characters` are used.
        progress: called with the stage "Extracting claims", counted in articles.
        meanwhile: starts what can be done while the articles are read; called once the processes that read them are
            forked, or else before this one reads them.

    Raises:
        InputError: one of them is no Article.
        ModelError: the spaCy pipeline is missing.
    """
    from claimcheck.claims.extraction import extract

    _expect_articles(articles)
    found = extract(articles, settings=settings, progress=progress, meanwhile=meanwhile)
    return [one.claims for one in found]


def dropped(article: Article, *, settings: Settings) -> list[tuple[Span, str]]:
    """What was not taken as a claim, by place, each with the reason.

    The reasons: "navigation", "byline", "question", "heading", "caption", "comment prompt", "embedded post",
    "other language", "editor's note", "repeated", "instruction", "too long", "nothing checkable".
    """
    from claimcheck.claims.extraction import extract

    _expect_articles([article])
    return next(extract([article], settings=settings)).dropped


def read_statements(
    texts: Sequence[str],
    dates: Sequence[dt.date | None],
    *,
    settings: Settings,
    contexts: Sequence[str] | None = None,
) -> list[Claim]:
    """Bare texts as claims, one for each, whole and unfiltered: `start` is 0, `end` is `len(text)`.

    Args:
        texts: any texts, most often single sentences. Speaker and factuality are those of the last sentence.
        dates: for each text, the day that relative times in it are resolved against, or None.
        settings: `spacy_model` and `max_characters` are used.
        contexts: for each text, what a reader would know beside it; "" for each if None.

    Returns:
        Claims whose `article` is the hash of the text, `content_id("t", text)`.

    Raises:
        InputError: the sequences differ in length.
        ModelError: the spaCy pipeline is missing.
    """
    from claimcheck.claims.extraction import statements

    if len(dates) != len(texts) or (contexts is not None and len(contexts) != len(texts)):
        given = f"{len(texts)} texts, {len(dates)} dates" + ("" if contexts is None else f", {len(contexts)} contexts")
        raise InputError(f"One date (or None) and one context is needed for each text; got {given}.")
    return statements(texts, dates, settings=settings, contexts=contexts)


def _expect_articles(articles: Sequence[object]) -> None:
    odd = next((given for given in articles if not isinstance(given, Article)), None)
    if odd is not None:
        raise InputError(
            f"Expected an Article, got {type(odd).__name__}. Type Article(text=…), or read_articles(path) for a file."
        )
