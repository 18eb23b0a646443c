"""Options that several commands share, as types that typer reads."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from claimcheck.settings import DEFAULT_SPACY_MODEL, Settings

ALL_LANGUAGES = "all"

Period = tuple[dt.date | None, dt.date | None]


def parse_date(value: str | None, option: str) -> dt.date | None:
    """The day that an option names, or None where it is not given."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is not a date: expected YYYY-MM-DD, as in 2015-09-18"
        raise typer.BadParameter(message, param_hint=f"'{option}'") from None


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Articles: text, Markdown, HTML, JSON or JSONL files (also .gz), folders, or - for standard input.",
        show_default=False,
    ),
]
Metadata = Annotated[
    str | None,
    typer.Option(
        "--metadata",
        metavar="FILE.csv",
        help="Titles, sources, URLs and dates of the articles: a CSV file with a column path (or file, id, "
        "url) and columns such as title, source, url, published.",
        show_default=False,
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Embedding model: a sentence-transformers folder or name. Without it: the one that ships.",
        show_default=False,
    ),
]
Judge = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="NAME",
        help="How pairs are judged: accurate (needs its packages, see the README), fast (ships) or rules (no language "
        "model); a folder that claimcheck train has written; or a cross-encoder for natural language inference. "
        "Without it: accurate where it is installed, else fast.",
        show_default=False,
    ),
]
SpacyModel = Annotated[
    str, typer.Option("--spacy-model", metavar="NAME", help="spaCy English pipeline: a package or a folder.")
]
Languages = Annotated[
    list[str],
    typer.Option(
        "--language",
        metavar="CODE",
        help=f"Read only articles in this language (ISO 639-1) instead of English; {ALL_LANGUAGES!r}: in any. "
        "Repeatable. The models that ship understand English only.",
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Stop where an input cannot be read whole (a broken line, damaged characters, an unreadable date) instead "
        "of leaving that part out with a notice.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write cached embeddings.")]
AllowDownloads = Annotated[
    bool,
    typer.Option(
        "--allow-downloads", help="Fetch a named model from its hub where it is not on disk. Without it: never."
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="Print no report, no progress bar and no notices; only errors, lines that had to be left out, and JSON "
        "that was asked for.",
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Show all quotes and pairs with their places, not the most telling ones; print the time of each stage, "
        "the libraries' own warnings, and tracebacks, on standard error.",
    ),
]
LANGUAGES = list(Settings().languages)
SPACY_MODEL = DEFAULT_SPACY_MODEL


def languages(codes: list[str]) -> tuple[str, ...]:
    """Language codes as `Settings` wants them: empty for every language."""
    codes = [code.strip().lower() for code in codes]
    for code in codes:
        if code != ALL_LANGUAGES and not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise typer.BadParameter(
                f"{code!r} is not a language: expected an ISO 639-1 code such as en, or {ALL_LANGUAGES}",
                param_hint="'--language'",
            )
    return () if ALL_LANGUAGES in codes else tuple(dict.fromkeys(codes))
