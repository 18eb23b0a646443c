"""No report is written over what it is made of."""

from __future__ import annotations

import os
from collections.abc import Sequence

from claimcheck.articles.decoding import decode
from claimcheck.articles.formats import is_report
from claimcheck.articles.inputs import STANDARD_INPUT, File, check_paths, find_files, read_bytes
from claimcheck.articles.metadata import read_sidecar_of
from claimcheck.errors import OutputError


def keep_inputs(targets: Sequence[str], paths: Sequence[str], metadata: str | None) -> None:
    """Raise OutputError where a target is an input: a file to read, a sidecar of one, or the metadata table.

    A report of claimcheck that lies in a folder to read is none: it may be written over.

    Raises:
        InputError: one of `paths` cannot be read.
    """
    there = {os.path.realpath(target): target for target in targets if os.path.exists(target)}
    if not there:
        return
    if metadata is not None and (table := there.get(os.path.realpath(metadata))):
        raise _refusal(table, "it is the metadata table")
    for file in find_files(check_paths(paths)).files:
        if file.name == STANDARD_INPUT:
            continue
        target = there.get(os.path.realpath(file.name))
        if target and (file.named or not _is_report(file)):
            raise _refusal(target, "it is one of the files to read")
        sidecar = read_sidecar_of(file)
        if sidecar and (target := there.get(os.path.realpath(sidecar[0]))):
            raise _refusal(target, f"it holds the metadata of {file.name}")


def _is_report(file: File) -> bool:
    decoded = decode(read_bytes(file)[0])
    return decoded is not None and is_report(decoded.text, file.ending)


def _refusal(target: str, reason: str) -> OutputError:
    return OutputError(f"Cannot write {target}: {reason}; give another file name.")
