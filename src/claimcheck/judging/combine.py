"""Evidence to probabilities of the five relations, and the relation that follows.

    P(same event)       from claimcheck.judging.same_fact, lowered by evidence of another occasion
    P(contradiction)  = P(same event) · P(some value conflicts and none supersedes)
    P(update)         = P(same event) · P(some later value supersedes)
    P(agreement)      = what is left of P(same event) · P(same point) · P(nothing conflicts, sets them apart or differs)
    P(unrelated)      = 1 − P(same event or story)
    P(related)        = the rest

A value conflicts only as far as the two claims can be compared: a value of the event itself wherever it is said, any
other value, a negation or an opposite word between statements that make the same point. Independent conflicts add up
by noisy-or. A decisive relation below one half is not reported: the pair is then "related" or "unrelated", whichever
is likelier.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimcheck.judging.evidence import Finding, Verdict
from claimcheck.judging.same_fact import SameFact
from claimcheck.records import RELATIONS, Relation

DECISIVE = 0.5
"""Least probability of an agreement, a contradiction or an update that is reported."""
DECISIVE_RELATIONS: tuple[Relation, ...] = ("contradiction", "update", "agreement")
FIGURES = frozenset({"quantity", "money", "percentage", "duration", "unit"})
"""Kinds of finding on figures."""
TELLING_APART = FIGURES | {"polarity"}
"""Kinds of finding by which two claims, though both may be right, do not say the same."""
DIGITS = 4
"""Digits of a reported probability: beyond them lies floating-point noise."""


def combine(same: SameFact, topic: float, findings: Sequence[Finding]) -> dict[Relation, float]:
    """Probabilities of the five relations, summing to 1.

    An agreement needs that nothing speaks against it: what a conflict or another occasion takes from it goes to
    "related", unless the conflict can be held to be one. So do a figure and an opposite word that differ, though they
    may be of another aspect: what two claims do not say alike, they do not agree on.

    Args:
        same: probabilities of the same event and the same point.
        topic: probability of the same event or story; at least `same.event` is used.
        findings: evidence on the pair.
    """
    conflict, supersede = (noisy_or(gated(findings, same), verdict) for verdict in ("conflict", "supersede"))
    update = same.event * supersede
    contradiction = same.event * (1.0 - supersede) * conflict
    left = max(0.0, same.event - update - contradiction)
    agreement = left * same.point
    agreement *= (1.0 - noisy_or(findings, "conflict")) * (1.0 - noisy_or(findings, "apart"))
    agreement *= 1.0 - noisy_or([f for f in findings if f.kind in TELLING_APART], "beside")
    unrelated = 1.0 - max(topic, same.event)
    return {
        "agreement": agreement,
        "contradiction": contradiction,
        "update": update,
        "related": max(0.0, 1.0 - agreement - contradiction - update - unrelated),
        "unrelated": unrelated,
    }


def gated(findings: Sequence[Finding], same: SameFact) -> list[Finding]:
    """Findings with their strength cut to how far the two claims can be compared in that respect."""
    return [
        attrs.evolve(f, strength=f.strength * (same.frame if f.scope == "event" else same.statement)) for f in findings
    ]


def noisy_or(findings: Sequence[Finding], verdict: Verdict) -> float:
    """Probability that at least one finding of this verdict holds."""
    none = 1.0
    for finding in findings:
        if finding.verdict == verdict:
            none *= 1.0 - finding.strength
    return 1.0 - none


def decide(probabilities: dict[Relation, float]) -> Relation:
    """The relation to report: the likeliest decisive one, if it reaches DECISIVE and nothing is likelier."""
    best: Relation = max(DECISIVE_RELATIONS, key=lambda relation: probabilities[relation])
    other = abstain(probabilities)
    return best if probabilities[best] >= max(DECISIVE, probabilities[other]) else other


def abstain(probabilities: dict[Relation, float]) -> Relation:
    """What is reported where nothing decisive is: "related" or "unrelated", whichever is likelier."""
    return "related" if probabilities["related"] >= probabilities["unrelated"] else "unrelated"


def rounded(probabilities: dict[Relation, float]) -> dict[Relation, float]:
    """Probabilities cut to DIGITS digits that still sum to 1."""
    result = {relation: round(probabilities[relation], DIGITS) for relation in RELATIONS}
    largest = max(RELATIONS, key=lambda relation: result[relation])
    result[largest] = round(result[largest] + 1.0 - sum(result.values()), DIGITS)
    return result
