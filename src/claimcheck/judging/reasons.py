"""Findings to the reasons that a reader sees."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.terms import terms
from claimcheck.judging.evidence import Finding, whole
from claimcheck.judging.polarity import telling_words
from claimcheck.records import Claim, Evidence, Reason, Relation

LEAST_STRENGTH = 0.15
"""Findings weaker than this are not shown."""
SUPPORTED: dict[str, Relation] = {
    "agree": "agreement",
    "conflict": "contradiction",
    "supersede": "update",
    "apart": "unrelated",
    "beside": "related",
}


def reasons_for(relation: Relation, findings: Sequence[Finding], a: Claim, b: Claim) -> tuple[Reason, ...]:
    """Reasons for a relation: those that speak for it first, then the others, strongest first."""
    shown = [finding for finding in findings if finding.strength >= LEAST_STRENGTH]
    reasons = [
        Reason(
            kind=finding.kind,
            supports=SUPPORTED[finding.verdict],
            a=finding.a,
            b=finding.b,
            sentence=finding.sentence,
        )
        for finding in sorted(shown, key=lambda f: (SUPPORTED[f.verdict] != relation, -f.strength, f.kind))
    ]
    if relation == "agreement":
        reasons.append(_paraphrase(a, b))
    return tuple(reasons)


def _paraphrase(a: Claim, b: Claim) -> Reason:
    shared = terms(a.text).keys() & terms(b.text).keys()
    words = [word for word in telling_words(a, limit=50) if terms(word).keys() & shared][:4]
    shown = ", ".join(f"“{word}”" for word in words)
    sentence = f"The same point in other words; both have {shown}." if words else "The same point in other words."
    return Reason(kind="paraphrase", supports="agreement", a=_evidence(a), b=_evidence(b), sentence=sentence)


def _evidence(claim: Claim) -> Evidence:
    return whole(claim)
