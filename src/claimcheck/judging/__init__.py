"""Pairs of claims, or of any two texts, to judgements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError
from claimcheck.judging.pair_fields import pair_fields
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Judgement
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.judging.judges import Judge

__all__ = ["judge", "judge_pairs", "load_judge"]

RULES = "rules"
"""Name of the judge that asks no language model."""


def load_judge(settings: Settings) -> Judge:
    """The judge that the settings ask for; without a wish, the best one whose models are installed.

    Raises:
        ModelError: its model cannot be loaded, or is no judge.
    """
    name = settings.judge_model or best_judge()
    if name == RULES:
        from claimcheck.judging.judges import EvidenceJudge

        return EvidenceJudge()
    from claimcheck.judging.language_model import TIERS, is_judge_folder

    if name in TIERS or is_judge_folder(Path(name)):
        from claimcheck.judging.model_judge import load_model_judge

        return load_model_judge(name, cache_dir=settings.cache_dir)
    from claimcheck.judging.cross_encoder import CrossEncoderJudge

    return CrossEncoderJudge(name, allow_downloads=settings.allow_downloads)


def best_judge() -> str:
    """The judge that is used where none is asked for: "accurate" where its base is installed, else "fast"."""
    from claimcheck.judging.base_model import is_installed

    return "accurate" if is_installed() else "fast"


def judge(
    a: str,
    b: str,
    *,
    date_a: dt.date | str | None = None,
    date_b: dt.date | str | None = None,
    context_a: str | None = None,
    context_b: str | None = None,
    settings: Settings | None = None,
) -> Judgement:
    """How two texts relate.

    Args:
        a, b: one statement each.
        date_a, date_b: when each was published (a date, or "YYYY-MM-DD"): resolves "on Friday", and tells an
            update from a contradiction.
        context_a, context_b: text before each, such as the article's title and the sentence before; it tells the typed
            evidence whom names and pronouns mean, and is not judged itself.
        settings: models and cache; the defaults if None.

    Returns:
        The judgement; spans of its reasons are character offsets in `a` and in `b`.

    Raises:
        InputError: a text is not a str or has no word in it, or a date cannot be read.
        ModelError: a model is missing or damaged.
    """
    pair = {"a": a, "b": b, "date_a": date_a, "date_b": date_b, "context_a": context_a, "context_b": context_b}
    return judge_pairs([pair], settings=settings)[0]


def judge_pairs(
    pairs: Sequence[Mapping[str, Any] | Sequence[str]],
    *,
    settings: Settings | None = None,
    progress: Progress = no_progress,
) -> list[Judgement]:
    """Judge many pairs at once; far faster than one by one.

    Args:
        pairs: each a mapping with "a" and "b" and, if known, "date_a", "date_b", "context_a", "context_b" (other
            keys are ignored), or a sequence (a, b).
        settings: models and cache; the defaults if None.
        progress: called as (stage, done, total).

    Returns:
        A judgement a pair, in the same order; an empty list for none.

    Raises:
        InputError: a pair lacks a text, or a date cannot be read; the message names the pair by its number.
        ModelError: a model is missing or damaged.
    """
    from claimcheck.judging.texts import pairs_from_texts

    if not pairs:
        return []
    settings = settings or Settings()
    rows = [_row(number, pair) for number, pair in enumerate(pairs, start=1)]
    chosen = load_judge(settings)
    return chosen.judge(pairs_from_texts(rows, settings=settings, progress=progress), progress=progress)


def _row(number: int, pair: Mapping[str, Any] | Sequence[str]) -> dict[str, Any]:
    if isinstance(pair, Mapping):
        given = pair
    elif isinstance(pair, str) or not isinstance(pair, Sequence) or len(pair) != 2:
        raise InputError(f"Pair {number} is {pair!r}; expected two texts, or a mapping with “a” and “b”.")
    else:
        given = {"a": pair[0], "b": pair[1]}
    try:
        return pair_fields(given)
    except InputError as error:
        raise InputError(f"Pair {number}: {error}") from error
