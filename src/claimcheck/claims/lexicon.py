"""Word lists that ship with the package, read once."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType


@functools.cache
def event_classes() -> Mapping[str, str]:
    """Lemma, or two lemmas joined by a space, to the name of its class of event."""
    text = (resources.files("claimcheck.claims") / "data" / "event_classes.txt").read_text(encoding="utf-8")
    classes: dict[str, str] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, lemmas = line.partition(":")
        for lemma in lemmas.split():
            classes.setdefault(lemma.replace("+", " "), name)
    return MappingProxyType(classes)
