"""What is asked of a pair of texts that somebody wants to be judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.errors import InputError
from claimcheck.records import to_date

PAIR_FIELDS = ("a", "b", "date_a", "date_b", "context_a", "context_b")


def pair_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a pair that are judged, dates as dates, None where one is not given.

    Raises:
        InputError: a text is no str or has no word in it, a context is no str, or a date cannot be read; the message
            names the field.
    """
    fields = {name: given.get(name) for name in PAIR_FIELDS}
    for name in ("a", "b"):
        text = fields[name]
        if not isinstance(text, str) or not any(character.isalnum() for character in text):
            raise InputError(f"“{name}” is {text!r}; expected a text with words in it.")
    for name in ("context_a", "context_b"):
        if not isinstance(fields[name], str | None):
            raise InputError(f"“{name}” is {fields[name]!r}; expected a text or nothing.")
    for name in ("date_a", "date_b"):
        try:
            fields[name] = to_date(fields[name])
        except InputError as error:
            raise InputError(f"“{name}”: {error}") from error
    return fields
