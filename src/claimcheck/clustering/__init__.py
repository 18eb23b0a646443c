"""Judgements to facts."""

from claimcheck.clustering.facts import build_facts

__all__ = ["build_facts"]
