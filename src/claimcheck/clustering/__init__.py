"""Judgements to facts."""

from claimcheck.clustering.facts import ClusteringInput, build_facts

__all__ = ["ClusteringInput", "build_facts"]
