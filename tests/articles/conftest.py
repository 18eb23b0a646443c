"""Files for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

STORY = (
    "The river rose four metres in a single night and tore away two bridges, leaving the villages cut off.\n"
    "Soldiers brought food by boat, and by the evening most of the families had been reached.\n"
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below the test's folder: `write("a/b.txt", "text")`."""

    def write_file(name: str, content: str | bytes = STORY) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file
