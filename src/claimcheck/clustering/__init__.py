"""Judgements to facts."""

from claimcheck.clustering.facts import Setting, build_facts

__all__ = ["Setting", "build_facts"]
