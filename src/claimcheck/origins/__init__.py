"""Which articles are independent of each other."""

from claimcheck.origins.folding import fold_origins

__all__ = ["fold_origins"]
