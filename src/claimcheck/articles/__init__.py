"""Files, folders, JSON lines, HTML and standard input to `Article` records.

The flow inside this room: inputs (paths to files and bytes), decoding (bytes to text), formats (text to records,
with json_records, mhtml, markup and fields), metadata (sidecars and tables), preparing (what the text itself tells:
language, title, source, date).
"""

from __future__ import annotations

import logging
from pathlib import Path

from claimcheck.articles.loading import load_articles
from claimcheck.articles.preparing import Loaded, in_period, prepare_articles
from claimcheck.errors import InputError
from claimcheck.records import Article
from claimcheck.settings import Settings

__all__ = ["Loaded", "in_period", "load_articles", "prepare_articles", "read_articles"]

_LOG = logging.getLogger(__name__)


def read_articles(
    *paths: str | Path, settings: Settings | None = None, metadata: str | Path | None = None
) -> list[Article]:
    """Read articles from files, folders (to the bottom) and standard input ("-").

    Text, Markdown, HTML, JSON and JSON lines are read, and gzip of each. What is skipped or cut is logged as a
    warning; `load_articles` gives it as notices.

    Args:
        paths: files and folders, or "-", each by itself: read_articles("a.txt", "news/").
        settings: `languages` (articles in others are left out) and `strict` are used.
        metadata: CSV file with a column path, file, id or url, and columns such as title, source, url, published.

    Returns:
        The articles in input order, each text once; an empty list where none can be read.

    Raises:
        InputError: a path cannot be read; with `settings.strict`, also a part of an input that cannot be read.
    """
    odd = next((path for path in paths if not isinstance(path, str | Path)), None)
    if odd is not None:
        raise InputError(f"Expected paths, each by itself, got {type(odd).__name__}; a list goes in as *paths.")
    loaded = load_articles(paths, settings=settings, metadata=metadata)
    for notice in loaded.notices:
        _LOG.warning("%s", notice.message)
    return list(loaded.articles)
