"""The bi-encoder: texts in, unit rows out."""

from __future__ import annotations

import functools
import os.path
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimcheck.embedding.cache import VectorCache
from claimcheck.embedding.lazy import Lazy
from claimcheck.embedding.models import (
    EMBEDDED_WIDTH,
    ONE_AT_A_TIME,
    embedded_model_dir,
    fingerprint,
    has_fast_bfloat16,
    quiet_model_libraries,
)
from claimcheck.errors import ModelError
from claimcheck.progress import Progress, no_progress
from claimcheck.settings import Settings, cache_folder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

STAGE = "Embedding"
BATCH = 64


class Encoder:
    """A sentence-transformers model behind a cache. The embedded one is loaded when the first unknown text comes."""

    def __init__(self, model: str | None, *, cache: VectorCache | None = None, allow_downloads: bool = False) -> None:
        self._cache = cache
        self._is_embedded = model is None
        self._model = Lazy(lambda: _load(model, allow_downloads=allow_downloads))
        # A missing or damaged model is an error now, before long work starts.
        if model is None:
            embedded_model_dir()
        else:
            self._model.get()

    def load_ahead(self) -> None:
        """Load the model beside what is done next, unless the cache may spare it."""
        if self._cache is None or self._cache.is_empty():
            self._model.load_ahead()

    def encode(self, texts: Sequence[str], *, progress: Progress = no_progress) -> NDArray[np.float32]:
        """Vectors of the texts.

        Returns:
            Array of shape (len(texts), d), float32, C-contiguous, rows of unit length; d is 384 for the
            embedded model. Shape (0, 0) for no texts.

        Raises:
            ModelError: the model cannot be loaded.
        """
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        distinct = list(dict.fromkeys(texts))
        known = self._cache.get(distinct, width=self._width) if self._cache else {}
        unknown = sorted((text for text in distinct if text not in known), key=len)
        done = len(distinct) - len(unknown)
        progress(STAGE, 0, len(distinct))
        for start in range(0, len(unknown), BATCH * 8):
            batch = unknown[start : start + BATCH * 8]
            fresh = dict(zip(batch, self._encode(batch), strict=True))
            known.update(fresh)
            if self._cache:
                self._cache.put(fresh)
            done += len(batch)
            progress(STAGE, done, len(distinct))
        if not unknown:
            progress(STAGE, done, len(distinct))
        return np.ascontiguousarray(np.stack([known[text] for text in texts]), dtype=np.float32)

    @functools.cached_property
    def _width(self) -> int:
        """Numbers in a vector of the model; of another than the embedded one, as one vector tells."""
        return EMBEDDED_WIDTH if self._is_embedded else self._encode(["A text."]).shape[1]

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        rows = self._model.get().encode(
            texts, batch_size=BATCH, convert_to_tensor=True, show_progress_bar=False, normalize_embeddings=False
        )
        vectors = rows.float().cpu().numpy()
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-12), dtype=np.float32)


def load_encoder(settings: Settings) -> Encoder:
    """The encoder that the settings ask for.

    Raises:
        ModelError: the embedded model is missing or damaged.
    """
    folder = cache_folder(settings.cache_dir)
    cache = VectorCache(folder, fingerprint(settings.embedding_model)) if settings.use_cache else None
    return Encoder(settings.embedding_model, cache=cache, allow_downloads=settings.allow_downloads)


def _load(name: str | None, *, allow_downloads: bool) -> SentenceTransformer:
    where = str(embedded_model_dir()) if name is None else name
    with ONE_AT_A_TIME:
        quiet_model_libraries()
        from sentence_transformers import SentenceTransformer

        try:
            model = SentenceTransformer(where, device="cpu", local_files_only=not allow_downloads)
        except Exception as error:  # the libraries raise OSError, ValueError, KeyError and their own kinds here
            hint = _hint(where, allow_downloads=allow_downloads)
            raise ModelError(
                f"The embedding model {where!r} cannot be loaded ({type(error).__name__}). {hint}".rstrip()
            ) from error
    model.eval()
    return model.bfloat16() if has_fast_bfloat16() else model


def _hint(where: str, *, allow_downloads: bool) -> str:
    if os.path.exists(where):
        return "It is no sentence-transformers model: name the folder of one."
    if allow_downloads:
        return ""
    return "It is not on this machine: name a folder, or allow the download with --allow-downloads."
