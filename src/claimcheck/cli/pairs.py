"""Pairs of texts from JSON lines, and judgements back to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs

from claimcheck.cli.jsonl import STANDARD_INPUT, read_lines
from claimcheck.errors import InputError
from claimcheck.records import Judgement, to_date
from claimcheck.records.serialise import judgement_to_dict

TEXTS = ("a", "b")
DATES = ("date_a", "date_b")
CONTEXTS = ("context_a", "context_b")


@attrs.frozen
class Row:
    """A line that holds a pair: the object as it stands there, and the part of it that is judged."""

    given: dict[str, Any]
    pair: dict[str, Any]


@attrs.frozen
class BrokenLine:
    """A line that holds no pair, and why: one sentence that names file and line."""

    message: str


def read_pairs(source: str) -> Iterator[Row | BrokenLine]:
    """The pairs of a file, or of standard input for "-", one for each line that is not blank.

    Raises:
        InputError: the file cannot be read at all.
    """
    name = "standard input" if source == STANDARD_INPUT else source
    for number, line in enumerate(read_lines(source), start=1):
        if not line.strip():
            continue
        try:
            yield as_row(json.loads(line.decode("utf-8")))
        except json.JSONDecodeError as error:
            yield BrokenLine(f"{name}, line {number}: the line is not JSON ({error.msg}, column {error.colno}).")
        except (InputError, ValueError, RecursionError) as error:  # ValueError: not UTF-8
            yield BrokenLine(f"{name}, line {number}: {str(error).rstrip('.')}.")


def as_row(given: object) -> Row:
    """A pair from its JSON object. Raises InputError that says what is missing or wrong."""
    if not isinstance(given, dict):
        raise InputError(f'expected an object such as {{"a": "…", "b": "…"}}, got {type(given).__name__}')
    pair: dict[str, Any] = {}
    for key in TEXTS:
        if not isinstance(given.get(key), str) or not any(map(str.isalnum, given[key])):
            raise InputError(f'expected a text with words in it under "{key}", got {given.get(key)!r}')
        pair[key] = given[key]
    for key in CONTEXTS:
        if not isinstance(given.get(key), str | None):
            raise InputError(f'expected a text or null under "{key}", got {given[key]!r}')
        pair[key] = given.get(key)
    for key in DATES:
        pair[key] = to_date(given.get(key))
    return Row(given, pair)


def judged_line(given: dict[str, Any], judgement: Judgement) -> str:
    """One line of JSON: what was given, and beside it the judgement under "judgement"."""
    return json.dumps({**given, "judgement": judgement_to_dict(judgement)}, ensure_ascii=False) + "\n"
