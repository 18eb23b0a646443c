"""Where the data comes from: files of the repository, files of `--data DIR`, and what was computed before."""

from __future__ import annotations

import gzip
import hashlib
import json
import pickle
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import attrs

import claimcheck
from claimcheck.embedding.models import fingerprint
from claimcheck.progress import Progress, no_progress
from claimcheck.settings import Settings

T = TypeVar("T")
Row = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "benchmarks" / "data"
"""Data that may be redistributed; each folder has a card in README.md."""
SEED = 7


class MissingData(Exception):
    """A file is not there: the part that needs it is skipped. The message names the file."""


@attrs.frozen(kw_only=True)
class Context:
    """What every part is given.

    Attributes:
        data: folder of the data that cannot be redistributed, or None.
        cache: folder for what takes long to compute, or None. Its files are keyed by the code and the data.
        settings: models to measure.
        progress: called as (stage, done, total).
        nli: NLI cross-encoder to measure beside the others, as a folder or a name, or None.
        matchers: names of the matchers to measure; empty for all.
        test: whether the test part is measured too.
    """

    data: Path | None = None
    cache: Path | None = None
    settings: Settings = attrs.field(factory=Settings)
    progress: Progress = no_progress
    nli: str | None = None
    matchers: tuple[str, ...] = ()
    test: bool = False

    def path(self, name: str) -> Path:
        """`name`.jsonl.gz in the data folder. Raises MissingData."""
        if self.data is None:
            raise MissingData(f"{name}.jsonl.gz (give --data DIR)")
        path = self.data / f"{name}.jsonl.gz"
        if not path.is_file():
            raise MissingData(str(path))
        return path

    def rows(self, name: str) -> list[Row]:
        """The rows of `name`.jsonl.gz in the data folder. Raises MissingData."""
        with gzip.open(self.path(name), "rt", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.strip()]

    def cached(self, name: str, key: Iterable[object], compute: Callable[[], T]) -> T:
        """The result of `compute`, kept in the cache folder until `key`, the package's code or a model changes."""
        if self.cache is None:
            return compute()
        chosen = (self.settings.embedding_model, self.settings.judge_model, self.settings.spacy_model, self.nli)
        models = [fingerprint(model) for model in chosen]
        known_by = repr((name, [str(part) for part in key], models, code_digest()))
        digest = hashlib.sha256(known_by.encode()).hexdigest()[:16]
        path = self.cache / f"{name}.{digest}.pickle"
        if path.is_file():
            with path.open("rb") as file:
                known: T = pickle.load(file)
                return known
        fresh = compute()
        self.cache.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_bytes(pickle.dumps(fresh))
        partial.replace(path)
        return fresh


def own_rows(path: Path) -> list[Row]:
    """The rows of a JSONL file of the repository. Raises MissingData."""
    if not path.is_file():
        raise MissingData(str(path))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def data_digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and contents of files, and of the files below folders: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".md":
                name = file.relative_to(path.parent).as_posix()
                digest.update(f"{name}\x1f{file.stat().st_size}\x1e".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def code_digest() -> str:
    """SHA-256 over the package's sources and weights: what a cached result depends on."""
    package = Path(claimcheck.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*")):
        if file.suffix in {".py", ".json", ".safetensors"} and file.relative_to(package).parts[0] not in {
            "cli",
            "reporting",
            "scoring",
        }:
            digest.update(f"{file.relative_to(package)}\x1f".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
