"""Texts to unit vectors, with a cache between runs."""

from claimcheck.embedding.encoder import Encoder, load_encoder

__all__ = ["Encoder", "load_encoder"]
