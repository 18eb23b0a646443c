"""Quantities against quantities: do two numbers measure the same thing, and do they fit?"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence

from claimcheck.claims.amounts import common_unit, format_value
from claimcheck.claims.lexicon import event_classes
from claimcheck.judging.ages import is_grown_older
from claimcheck.judging.alignment import LEAST_ALIGNMENT, RUNNING, TERMS, alignment_of, same_thing
from claimcheck.judging.arithmetic import follows, lacks_somebody, make_up
from claimcheck.judging.aspects import another_aspect, split_one_whole
from claimcheck.judging.evidence import Finding, Verdict, evidence
from claimcheck.judging.figures import CASUALTIES
from claimcheck.judging.groups import of_a_group, of_two_groups
from claimcheck.judging.measures import are_two_races
from claimcheck.judging.opposites import opposite_words
from claimcheck.judging.rounds import set_apart
from claimcheck.judging.value_fit import Fit, fit_of, is_far_inside
from claimcheck.records import Claim, Quantity
from claimcheck.text import capital, day_in_words

COINCIDENT = frozenset({"count", "ordinal"})
"""Dimensions of which two values may be equal by chance, so that this alone does not say that they are of one thing."""

MOST_VALUES = 60
"""A claim with more figures is a table: which of them measure the same thing, no rule here can tell."""
MOST_APART = 20.0
OF_A_GROUP = 0.6
"""What is left of a likelihood where one figure may be that of a group among those whom the other counts."""
OTHER_SIZE = 0.3
"""What is left of a conflict between figures further apart than by the factor MOST_APART."""
BESIDE = 0.8
"""Strength of another aspect, where two figures of the same things differ and both may be right."""

FALLING = frozenset({"miss"})
"""Roles of RUNNING whose figures fall again: who is found is no longer missing."""

_LOWERED = re.compile(
    r"\b(?:lower|revis|correct|reduc|adjust|cut)(?:ed|es|s|e|ing|d)?\b[^.;]{0,50}\b(?:tolls?|numbers?|figures?|counts?|estimates?)\b"
    r"|\b(?:tolls?|numbers?|figures?|counts?|estimates?)\b[^.;]{0,50}\b(?:lowered|revised|corrected|reduced|adjusted|cut)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:the|an?|this|that|its|their|his|her)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


def compare_quantities(
    a: Claim, b: Claim, *, date_a: dt.date | None = None, date_b: dt.date | None = None
) -> list[Finding]:
    """Findings on the quantities of two claims, strongest first.

    Args:
        a, b: claims.
        date_a, date_b: when each was reported; a later figure of a running count supersedes an earlier one.
    """
    findings: list[Finding] = []
    if max(len(a.quantities), len(b.quantities)) > MOST_VALUES:
        return []
    for qa in a.quantities:
        rivals = [
            (alignment_of(qa, qb, a, b), fit_of(qa, qb), qb) for qb in b.quantities if qa.dimension == qb.dimension
        ]
        rivals = [rival for rival in rivals if rival[0] > LEAST_ALIGNMENT]
        if not rivals:
            findings += _beside(qa, a, b)
            continue
        fitting = [rival for rival in rivals if rival[1] != "apart"]
        alignment, fit, qb = max(fitting or rivals, key=lambda rival: (rival[0], -rival[2].start))
        if fit == "apart":
            made = _sum(qa, qb, a, b, alignment)
            if made is not None:
                if made.sentence not in {finding.sentence for finding in findings}:
                    findings.append(made)
                continue
            if _has_partner(qb, qa, a, b) or _has_partner(qa, qb, b, a) or follows(qa, qb, a, b):
                continue
            if lacks_somebody(qa, qb, a, b) or (split_one_whole(a, b) == (qa, qb) and opposite_words(a, b)):
                continue
            if is_grown_older(qa, qb, a, b, date_a=date_a, date_b=date_b):
                continue
            if of_a_group(qa, qb, a) or of_a_group(qb, qa, b):
                alignment *= OF_A_GROUP
        elif is_far_inside(qa, qb) and not _supersedes(qa, qb, a, b, date_a, date_b, fit):
            continue
        findings.append(_finding(qa, qb, alignment, fit, a, b, date_a, date_b))
    return sorted(set_apart(findings, a, b), key=lambda finding: (-finding.strength, finding.kind))


def _beside(qa: Quantity, a: Claim, b: Claim) -> list[Finding]:
    """A finding where the only figures of `b` for the same things measure another aspect of them."""
    for qb in b.quantities:
        if qa.dimension != qb.dimension or fit_of(qa, qb) != "apart" or not _of_one_name(qa, qb, a, b):
            continue
        if _has_partner(qb, qa, a, b) or _has_partner(qa, qb, b, a):
            continue
        if follows(qa, qb, a, b) or _sum(qa, qb, a, b, BESIDE) is not None:
            continue
        if why := another_aspect(qa, qb, a, b):
            unit = common_unit(qa, qb)
            value_a, value_b = format_value(qa, unit), format_value(qb, unit)
            both = [(value_a, qa.counts), (value_b, qb.counts)]
            sentence, mirrored = (f"{_each(pair)}: {why}." for pair in (both, both[::-1]))
            return [
                Finding(
                    kind=_kind(qa),
                    verdict="beside",
                    strength=BESIDE,
                    a=evidence(qa, value_a),
                    b=evidence(qb, value_b),
                    sentence=sentence,
                    mirrored=mirrored,
                )
            ]
    return []


def _of_one_name(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures are of the same things by their names, or of what is known to be beside each other."""
    if of_two_groups(qa, qb):
        counted_a, counted_b = ({q.counts for q in claim.quantities} for claim in (a, b))
        return qb.counts not in counted_a and qa.counts not in counted_b
    if are_two_races(qa, qb, a, b):
        return True
    return qa.counts is not None and qb.counts is not None and same_thing(qa.counts, qb.counts)


def _each(told: Sequence[tuple[str, str | None]]) -> str:
    """Two values with what they count: "12 and 40 (home)", "5 (man) and 3 (woman)"."""
    (one, of_one), (other, of_other) = told
    if of_one == of_other or not (of_one and of_other):
        of = of_one or of_other
        return f"{capital(one)} and {other}" + (f" ({of})" if of else "")
    return f"{capital(one)} ({of_one}) and {other} ({of_other})"


def _has_partner(qb: Quantity, not_this: Quantity, a: Claim, b: Claim) -> bool:
    """Whether a quantity of `b` fits another one of `a`, so that it does not dispute this one."""
    return any(
        other is not not_this
        and other.dimension == qb.dimension
        and (fit := fit_of(other, qb)) != "apart"
        and (alignment_of(other, qb, a, b) > LEAST_ALIGNMENT or (fit == "same" and qb.dimension not in COINCIDENT))
        for other in a.quantities
    )


def _finding(
    qa: Quantity,
    qb: Quantity,
    alignment: float,
    fit: Fit,
    a: Claim,
    b: Claim,
    date_a: dt.date | None,
    date_b: dt.date | None,
) -> Finding:
    unit = common_unit(qa, qb)
    value_a, value_b = format_value(qa, unit), format_value(qb, unit)
    if fit == "compatible" and value_a == value_b:  # "a year" fits "365 days"
        value_a, value_b = format_value(qa), format_value(qb)
    verdict: Verdict = "agree" if fit != "apart" else "conflict"
    supersedes = fit != "same" and _supersedes(qa, qb, a, b, date_a, date_b, fit)
    what = _what(qa, qb, a, b)
    mirrored = None
    if fit == "same" and qa.dimension == "ordinal":
        sentence = _both_ordinal(value_a, qa, qb)
    elif fit == "same" or (fit == "compatible" and value_a == value_b):
        sentence = f"Both say {value_a}{what}."
    elif supersedes and date_a is not None and date_b is not None:
        verdict = "supersede"
        (old, old_day), (new, new_day) = sorted([(value_a, date_a), (value_b, date_b)], key=lambda pair: pair[1])
        sentence = f"Later report: {new} on {day_in_words(new_day)}, {old} on {day_in_words(old_day)}{what}."
    elif fit == "compatible":
        sentence, mirrored = (f"{capital(x)} fits {y}{what}." for x, y in ((value_a, value_b), (value_b, value_a)))
    else:
        sentence, mirrored = (f"{capital(x)} against {y}{what}." for x, y in ((value_a, value_b), (value_b, value_a)))
    return Finding(
        kind=_kind(qa),
        verdict=verdict,
        strength=alignment if verdict == "agree" or _comparable_size(qa, qb) else OTHER_SIZE * alignment,
        a=evidence(qa, value_a),
        b=evidence(qb, value_b),
        sentence=sentence,
        mirrored=mirrored,
        scope="event" if _belongs_to_event(qa, qb, a, b, verdict) else "statement",
    )


def _sum(qa: Quantity, qb: Quantity, a: Claim, b: Claim, alignment: float) -> Finding | None:
    """The finding that one of two figures is the sum of the other and more of its claim: "412 and 63 make 475"."""
    for one, parts, total, of in ((qa, a, qb, b), (qb, b, qa, a)):
        made = make_up(one, parts, total, of)
        if made is None:
            continue
        unit = common_unit(qa, qb)
        values = [format_value(part, unit) for part in made.addends]
        *shown, last = [*values, f"{made.more} more"] if made.more else values
        return Finding(
            kind=_kind(qa),
            verdict="agree",
            strength=alignment,
            a=evidence(qa, format_value(qa, unit)),
            b=evidence(qb, format_value(qb, unit)),
            sentence=f"{capital(', '.join(shown))} and {last} make {format_value(total, unit)}.",
        )
    return None


def _comparable_size(qa: Quantity, qb: Quantity) -> bool:
    """Whether two figures are within a factor MOST_APART of each other; 6 and 100,000 dead are of different things."""
    x, y = (q.base_low if q.base_low is not None else q.base_high for q in (qa, qb))
    return not x or not y or max(abs(x), abs(y)) <= MOST_APART * min(abs(x), abs(y))


def _belongs_to_event(qa: Quantity, qb: Quantity, a: Claim, b: Claim, verdict: Verdict) -> bool:
    """Whether the value is one that an event has only one of: its toll, its length, its strength.

    A toll belongs to the event that both claims name beside it ("killed in the quake"), or that a later report counts
    on; two bare tolls may be of different events.
    """
    if qa.dimension in {"magnitude", "category"}:
        return True
    if qa.dimension == "duration":
        if {qa.counts, qb.counts} & TERMS:
            return False
        measured = {event_classes().get(q.counts) for q in (qa, qb) if q.counts is not None}
        return len(measured) == 1 and measured <= a.event_kinds & b.event_kinds
    if qa.dimension != "count" or qa.role is None or qa.role != qb.role or qa.role not in CASUALTIES:
        return False
    return verdict == "supersede" or bool((a.event_kinds & b.event_kinds) - CASUALTIES)


def _both_ordinal(value: str, qa: Quantity, qb: Quantity) -> str:
    word = qa.text if not any(character.isdigit() for character in qa.text) else value
    return f"Both say that it was the {word.lower()} {qa.counts or qb.counts or 'one'}."


def _is_revised(claim: Claim) -> bool:
    """Whether a claim says that its figure replaces a higher one: "lowered the number of dead to 37"."""
    return _LOWERED.search(claim.quote) is not None


def _supersedes(
    qa: Quantity, qb: Quantity, a: Claim, b: Claim, date_a: dt.date | None, date_b: dt.date | None, fit: Fit
) -> bool:
    """Whether the figure runs, the reports are of different days, and the later one goes beyond the earlier, or says
    that it was too high."""
    if date_a is None or date_b is None or date_a == date_b or not {qa.role, qb.role} & RUNNING:
        return False
    (earlier, _), (later, _) = sorted([(qa, date_a), (qb, date_b)], key=lambda pair: pair[1])
    if fit == "compatible":  # "at least 14", and a day later 31
        return (
            _comparable_size(qa, qb)
            and earlier.base_high is None
            and (later.base_low or 0.0) > (earlier.base_low or 0.0)
        )
    falls = bool({qa.role, qb.role} & FALLING) or _is_revised(a if date_a > date_b else b)
    return _comparable_size(qa, qb) and (
        falls or (math.inf if later.base_high is None else later.base_high) >= (earlier.base_low or 0.0)
    )


def _kind(q: Quantity) -> str:
    names = {"count": "quantity", "percentage points": "percentage", "length": "unit", "mass": "unit", "area": "unit"}
    return names.get(
        q.dimension, q.dimension if q.dimension in {"duration", "money", "percentage", "age"} else "quantity"
    )


def _what(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> str:
    """What is measured, in brackets: "duration of the conversation", "people killed"."""
    if qa.dimension == "duration":
        lasting = [q.counts for q in (qb, qa) if q.counts in event_classes()]
        lasting += [claim.event.text.lower() for claim in (b, a) if claim.event is not None and _is_named(claim)]
        return f" (duration of the {lasting[0]})" if lasting else " (duration)"
    thing = qa.counts or qb.counts
    if qa.role and qa.role == qb.role:
        return f" ({thing or 'number'}, {qa.role})" if thing else f" ({qa.role})"
    return f" ({thing})" if thing else (f" ({qa.dimension})" if qa.dimension not in {"count"} else "")


def _is_named(claim: Claim) -> bool:
    """Whether a noun names the claim's event: "the 50-minute call", and not a verb: "the presidents spoke"."""
    event = claim.event
    assert event is not None
    found = _DETERMINED.search(claim.quote[: max(0, event.start - claim.start)])
    if found is None:
        return False
    return not any(claim.start + found.start() <= role.start < event.start for role in event.roles)
