"""Which pairs of claims are worth judging."""

from claimcheck.candidates.pairs import find_candidates

__all__ = ["find_candidates"]
