"""The score of a match or a vote is one value, though its halves are compared one by one."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcheck.judging.evidence import Finding
from claimcheck.records import Claim, Evidence, Quantity

Score = tuple[Quantity, Quantity]
_COMPARED = ("agree", "conflict", "beside")


def with_whole_scores(findings: Sequence[Finding], a: Claim, b: Claim) -> list[Finding]:
    """Findings for the reader, those on the two halves of a score made one: "Both say 3-1", "3-1 against 2-1".

    Only where each claim tells one score: of several, halves of different ones may have been compared. Where the halves
    do not bear out what would be told of the whole, they stay as they are.
    """
    one, other = _only_score(a), _only_score(b)
    halves = [finding for finding in findings if finding.verdict in _COMPARED and _is_score(finding, a, b)]
    if one is None or other is None or not halves:
        return list(findings)
    x, y = _value(one), _value(other)
    conflicts = [finding for finding in halves if finding.verdict == "conflict"]
    beside = any(finding.verdict == "beside" for finding in halves)
    turned = not conflicts and x != y and sorted(x.split("-")) == sorted(y.split("-"))
    if not turned and not beside and bool(conflicts) != (x != y):
        return list(findings)
    strongest = max(conflicts or halves, key=lambda finding: finding.strength)
    told = _told(same=x == y, turned=turned, beside=beside)
    whole = attrs.evolve(
        strongest,
        a=_evidence(a, one),
        b=_evidence(b, other),
        sentence=told.format(x, y),
        mirrored=None if x == y else told.format(y, x),
    )
    first = findings.index(halves[0])
    return [*findings[:first], whole, *(finding for finding in findings[first:] if finding not in halves)]


def _told(*, same: bool, turned: bool, beside: bool) -> str:
    if beside:
        return "{} and {}: of two rounds."
    if turned:
        return "{} and {}: the same two figures."
    return "Both say {}." if same else "{} against {}."


def _only_score(claim: Claim) -> Score | None:
    """The score of a claim that tells one, as its two halves."""
    halves = [quantity for quantity in claim.quantities if quantity.dimension == "score"]
    return (halves[0], halves[1]) if len(halves) == 2 else None


def _is_score(finding: Finding, a: Claim, b: Claim) -> bool:
    """Whether a finding compares two halves of scores."""
    return all(
        told is not None and any(q.dimension == "score" and q.start == told.start for q in claim.quantities)
        for told, claim in ((finding.a, a), (finding.b, b))
    )


def _value(score: Score) -> str:
    first, second = (half.low or 0.0 for half in score)
    return f"{first:g}-{second:g}"


def _evidence(claim: Claim, score: Score) -> Evidence:
    start, end = score[0].start, score[1].end
    return Evidence(
        start=start, end=end, text=claim.quote[start - claim.start : end - claim.start], value=_value(score)
    )
