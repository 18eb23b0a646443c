"""Word lists that ship with the package, read once."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType


@functools.cache
def event_classes() -> Mapping[str, str]:
    """Lemma, lemma and part of speech ("fire/noun"), or lemmas joined by spaces, to the name of its class of event."""
    text = (resources.files("claimcheck.claims") / "data" / "event_classes.txt").read_text(encoding="utf-8")
    classes: dict[str, str] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, lemmas = line.partition(":")
        for lemma in lemmas.split():
            classes.setdefault(lemma.replace("+", " "), name)
    return MappingProxyType(classes)


@functools.cache
def event_phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First lemma to the lemmas that follow it in a phrase, and the phrase's class of event; longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, name in event_classes().items():
        first, *rest = key.split()
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), name))
    return MappingProxyType(
        {first: tuple(sorted(found, key=lambda each: -len(each[0]))) for first, found in phrases.items()}
    )
