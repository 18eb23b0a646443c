"""What typed evidence changes in the probabilities that a language model's regression gives.

Values compare exactly and words do not: where a figure, a duration or a pair of opposites decides, it corrects the
model; and two claims in the same words are not disputed, whatever a model that was taught on conflicts looks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.judging.combine import FIGURES, noisy_or
from claimcheck.judging.evidence import Finding
from claimcheck.judging.judges import Pair
from claimcheck.judging.language_model import ordered
from claimcheck.judging.model_input import in_fitting_words, in_one_wording
from claimcheck.judging.regressions import LONG_AGO
from claimcheck.judging.roles import told_from_both_sides
from claimcheck.records import RELATIONS, Relation
from claimcheck.stories.resolution import same_cast

POOL_FLOOR = 0.01
"""Probabilities that are pooled are at least this, so that none can forbid a relation."""


def pooled(
    by_model: dict[Relation, float], by_evidence: dict[Relation, float], weights: tuple[float, float]
) -> dict[Relation, float]:
    """A logarithmic opinion pool (Genest and Zidek 1986, https://doi.org/10.1214/ss/1177013825) of the regression over
    model and evidence, and of the evidence's own verdict: what one of them holds for impossible is hardly said.

    Args:
        weights: exponents of the two, from the regression's file; chosen on benchmarks/data/relations/dev.jsonl and
            calibration.jsonl (docs/decisions/0014-real-articles.md, 0016-two-long-stages.md).
    """
    model, evidence = weights
    product = {
        relation: max(by_model[relation], POOL_FLOOR) ** model * max(by_evidence[relation], POOL_FLOOR) ** evidence
        for relation in RELATIONS
    }
    total = sum(product.values())
    return {relation: value / total for relation, value in product.items()}


def as_typed(probabilities: dict[Relation, float], pair: Pair, findings: Sequence[Finding]) -> dict[Relation, float]:
    """The same, as far as what is typed tells agreement from contradiction.

    What is held for an agreement becomes a contradiction as far as values conflict; the other way round where opposite
    words tell the same ("Ann beat Bea", "Bea lost to Ann") and no value conflicts.
    """
    conflict = _conflict(findings)
    moved = conflict * probabilities["agreement"]
    if told_from_both_sides(pair.a, pair.b):
        moved -= (1.0 - conflict) * probabilities["contradiction"]
    changed: dict[Relation, float] = {
        "agreement": probabilities["agreement"] - moved,
        "contradiction": probabilities["contradiction"] + moved,
    }
    return probabilities | changed


def as_counted(probabilities: dict[Relation, float], findings: Sequence[Finding]) -> dict[Relation, float]:
    """The same, but what is held for an agreement becomes a contradiction as far as figures conflict: in sentences that
    are built differently a model reads over a figure ("lasted 45 minutes", "talked for an hour and a half")."""
    moved = probabilities["agreement"] * _conflict([finding for finding in findings if finding.kind in FIGURES])
    changed: dict[Relation, float] = {
        "agreement": probabilities["agreement"] - moved,
        "contradiction": probabilities["contradiction"] + moved,
    }
    return probabilities | changed


def _conflict(findings: Sequence[Finding]) -> float:
    """Probability that values conflict and no later one replaces the other."""
    return noisy_or(findings, "conflict") * (1.0 - noisy_or(findings, "supersede"))


def as_timed(
    probabilities: dict[Relation, float],
    by_evidence: dict[Relation, float],
    pair: Pair,
    findings: Sequence[Finding],
) -> dict[Relation, float]:
    """The same, but a contradiction at least as likely as by the evidence where one encounter of the same people is
    said to have taken two different times.

    How long it took is mostly told beside something else ("In the 50-minute call they spoke of Syria"). A model that
    reads two sentences as two statements finds them related; what is typed need not.
    """
    timed = any(f.verdict == "conflict" and f.kind == "duration" and f.scope == "event" for f in findings)
    if not timed or not same_cast(pair.a, pair.b) or probabilities["contradiction"] >= by_evidence["contradiction"]:
        return probabilities
    left = (1.0 - by_evidence["contradiction"]) / (1.0 - probabilities["contradiction"])
    less: dict[Relation, float] = {relation: value * left for relation, value in probabilities.items()}
    return less | {"contradiction": by_evidence["contradiction"]}


def as_worded(probabilities: dict[Relation, float], pair: Pair, findings: Sequence[Finding]) -> dict[Relation, float]:
    """The same for two claims in the same words, or in the same words but for figures that fit: there a model takes the
    figures for the point."""
    if in_one_wording(pair.a, pair.b):
        return _as_told_again(probabilities, pair)
    first, findings = ordered(pair, findings)
    fitting = in_fitting_words(first.a, first.b, findings)
    if fitting is None or not in_one_wording(first.a, fitting):
        return probabilities
    none: dict[Relation, float] = {"contradiction": 0.0}
    return probabilities | none | {"agreement": probabilities["agreement"] + probabilities["contradiction"]}


def _as_told_again(probabilities: dict[Relation, float], pair: Pair) -> dict[Relation, float]:
    """The same for two claims in the same words: they neither contradict nor supersede each other.

    They agree; long after each other they may tell of two events. A model that was taught on conflicts in like words
    looks for one even there.
    """
    far = pair.date_a is not None and pair.date_b is not None and abs((pair.date_a - pair.date_b).days) > LONG_AGO
    heir: Relation = "related" if far else "agreement"
    none: dict[Relation, float] = {"contradiction": 0.0, "update": 0.0}
    moved = probabilities["contradiction"] + probabilities["update"]
    return probabilities | none | {heir: probabilities[heir] + moved}
