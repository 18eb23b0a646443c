"""Findings to the reasons that a reader sees."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.terms import rarity, terms
from claimcheck.judging.evidence import Finding, whole
from claimcheck.judging.scores import with_whole_scores
from claimcheck.records import Claim, Reason, Relation
from claimcheck.text import LETTERS

LEAST_STRENGTH = 0.15
"""Findings weaker than this are not shown."""
MOST_SHARED = 4
"""How many shared names and words an agreement lists."""
SUPPORTED: dict[str, Relation] = {
    "agree": "agreement",
    "conflict": "contradiction",
    "supersede": "update",
    "apart": "unrelated",
    "beside": "related",
}


def reasons_for(relation: Relation, findings: Sequence[Finding], a: Claim, b: Claim) -> tuple[Reason, ...]:
    """Reasons for a relation: those that speak for it first, then the others, strongest first."""
    shown = [one for one in with_whole_scores(findings, a, b) if one.strength >= LEAST_STRENGTH]
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
    return Reason(kind="paraphrase", supports="agreement", a=whole(a), b=whole(b), sentence=_in_common(a, b))


def _in_common(a: Claim, b: Claim) -> str:
    """What two claims of one point share: everything, names and telling words, or neither."""
    if a.text.casefold() == b.text.casefold():
        return "Both say so in the same words."
    names = {entity.name for entity in a.entities} & {entity.name for entity in b.entities}
    shared = terms(a.text).keys() & terms(b.text).keys()
    in_names = {part for name in names for part in terms(name)}
    words = [w for w in _telling_words(a, limit=50) if terms(w).keys() & shared and not terms(w).keys() <= in_names]
    told = [*sorted(names), *(f"“{word}”" for word in words)][:MOST_SHARED]
    return (
        f"The same point in other words; both speak of {', '.join(told)}." if told else "The same point in other words."
    )


def _telling_words(claim: Claim, limit: int) -> list[str]:
    """The rarest content words of a claim, as written, rarest first."""
    words = {match.group() for match in LETTERS.finditer(claim.quote)}
    return sorted(words, key=lambda word: (-rarity(word.lower()), word))[:limit]
