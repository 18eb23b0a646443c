"""Vectors kept between runs, by model and content, in one SQLite file."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

logger = logging.getLogger(__name__)

FILE_NAME = "embeddings.sqlite3"


class VectorCache:
    """A persistent mapping of (model fingerprint, text) to a float32 vector.

    A cache that cannot be opened or written to is a lost convenience, not an error: it logs a warning
    and behaves as empty.
    """

    def __init__(self, folder: Path, model: str) -> None:
        self._model = model
        self._path = folder / FILE_NAME
        self._usable = True
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._open() as connection:
                connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)")
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def is_empty(self) -> bool:
        """Whether nothing is known yet, of any model."""
        try:
            with self._open() as connection:
                return connection.execute("SELECT 1 FROM vectors LIMIT 1").fetchone() is None
        except sqlite3.Error:
            return True

    def get(self, texts: Iterable[str], *, width: int) -> dict[str, NDArray[np.float32]]:
        """Those of `texts` that are known, with their vectors, each of shape (width,).

        What is damaged, or of another width, counts as unknown.
        """
        found: dict[str, NDArray[np.float32]] = {}
        if not self._usable:
            return found
        query = "SELECT vector FROM vectors WHERE key = ?"
        try:
            with self._open() as connection:
                for text in texts:
                    row = connection.execute(query, (self._key(text),)).fetchone()
                    if row is not None and _fits(row[0], width):
                        found[text] = np.frombuffer(row[0], dtype=np.float32)
        except sqlite3.Error as error:
            self._give_up(error)
        return found

    def put(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep vectors, each of shape (d,), float32."""
        if not self._usable or not vectors:
            return
        rows = [(self._key(text), np.asarray(vector, dtype=np.float32).tobytes()) for text, vector in vectors.items()]
        try:
            with self._open() as connection:
                connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with contextlib.closing(sqlite3.connect(self._path, timeout=5.0)) as connection, connection:
            yield connection

    def _key(self, text: str) -> bytes:
        content = f"{self._model}\x1f{text}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(content, digest_size=16).digest()

    def _give_up(self, error: Exception) -> None:
        logger.warning("The embedding cache %s cannot be used (%s); going on without it.", self._path, error)
        self._usable = False


def _fits(stored: object, width: int) -> bool:
    """Whether what is stored are the bytes of so many float32 numbers."""
    return isinstance(stored, bytes) and len(stored) == width * np.dtype(np.float32).itemsize
