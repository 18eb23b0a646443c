"""How well facts are matched: `python -m benchmarks.match_quality`. See benchmarks/README.md."""
