"""Pairs of texts from JSON lines, and judgements back to them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import attrs

from claimcheck.articles.inputs import STANDARD_INPUT
from claimcheck.cli.jsonl import read_lines
from claimcheck.errors import InputError
from claimcheck.judging.pair_fields import pair_fields
from claimcheck.records import Judgement
from claimcheck.records.serialise import judgement_to_dict
from claimcheck.reporting.words import line_of


@attrs.frozen
class Row:
    """A line that holds a pair.

    Attributes:
        given: the object as it stands there.
        pair: the part of it that is judged.
        where: its file and line; "" where it came from the command line.
    """

    given: dict[str, Any]
    pair: dict[str, Any]
    where: str = ""


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
        where = f"{name}, line {number}"
        try:
            yield attrs.evolve(as_row(json.loads(line.decode("utf-8"))), where=where)
        except json.JSONDecodeError as error:
            yield BrokenLine(f"{where}: the line is not JSON ({error.msg}, column {error.colno}).")
        except (InputError, ValueError, RecursionError) as error:  # ValueError: not UTF-8
            yield BrokenLine(f"{where}: {str(error).rstrip('.')}.")


def leave_out(message: str, *, strict: bool) -> None:
    """Name a line that cannot be used on standard error. Raises InputError where `strict`."""
    if strict:
        raise InputError(message)
    print(f"Left out: {line_of(message)}", file=sys.stderr)


def as_row(given: object) -> Row:
    """A pair from its JSON object. Raises InputError that says what is missing or wrong."""
    if not isinstance(given, dict):
        raise InputError(f'expected an object such as {{"a": "…", "b": "…"}}, got {type(given).__name__}')
    return Row(given, pair_fields(given))


def judged_line(given: dict[str, Any], judgement: Judgement) -> str:
    """One line of JSON: what was given, and beside it the judgement under "judgement"."""
    return json.dumps({**given, "judgement": judgement_to_dict(judgement)}, ensure_ascii=False) + "\n"
