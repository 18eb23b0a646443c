"""The score of a match or a vote is one value, though its halves are compared one by one."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcheck.judging.evidence import Finding
from claimcheck.records import Claim, Evidence, Quantity

Score = tuple[Quantity, Quantity]


def with_whole_scores(findings: Sequence[Finding], a: Claim, b: Claim) -> list[Finding]:
    """Findings for the reader, those on the two halves of a score made one: "Both say 3-1", "3-1 against 2-1"."""
    halves_a, halves_b = _halves(a), _halves(b)
    told: dict[tuple[int, int], int] = {}
    shown: list[Finding] = []
    for finding in findings:
        one = halves_a.get(finding.a.start) if finding.a is not None else None
        other = halves_b.get(finding.b.start) if finding.b is not None else None
        if one is None or other is None or finding.verdict not in ("agree", "conflict"):
            shown.append(finding)
            continue
        key = (one[0].start, other[0].start)
        if key in told:
            first = shown[told[key]]
            shown[told[key]] = attrs.evolve(first, strength=max(first.strength, finding.strength))
            continue
        told[key] = len(shown)
        x, y = _value(one), _value(other)
        shown.append(
            attrs.evolve(
                finding,
                verdict="agree" if x == y else "conflict",
                a=_evidence(a, one),
                b=_evidence(b, other),
                sentence=f"Both say {x}." if x == y else f"{x} against {y}.",
                mirrored=None if x == y else f"{y} against {x}.",
            )
        )
    return shown


def _halves(claim: Claim) -> dict[int, Score]:
    """Where a half of a score begins to the score: the text names them in pairs."""
    scores = [quantity for quantity in claim.quantities if quantity.dimension == "score"]
    pairs = list(zip(scores[::2], scores[1::2], strict=False))
    return {half.start: pair for pair in pairs for half in pair}


def _value(score: Score) -> str:
    low, high = sorted(half.low or 0.0 for half in score)
    return f"{high:g}-{low:g}"


def _evidence(claim: Claim, score: Score) -> Evidence:
    start, end = score[0].start, score[1].end
    return Evidence(
        start=start, end=end, text=claim.quote[start - claim.start : end - claim.start], value=_value(score)
    )
