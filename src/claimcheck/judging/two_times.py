"""Figures of two times: "12,000 tickets on Saturday" and "15,000 on Sunday" are both right."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from claimcheck.judging.evidence import Finding, of_its_own
from claimcheck.records import Claim, Evidence

FIGURES = frozenset({"quantity", "money", "percentage", "duration", "unit"})
"""Kinds of finding on what may be another figure at another time."""
RUNNING = frozenset(
    "sell buy record register count close open draw attend carry issue build receive produce admit treat".split()
)
"""Kinds of event that go on from day to day, or year to year, so that a count tells of a time; a theft is one."""
NEAR = 20
"""Characters between a figure and what it counts: "1,200 new cases"."""
_OTHER_CLAUSE = re.compile(r";|\b(?:and|but|after|before|when|while|who|which|that|since)\b", re.IGNORECASE)
"""Between a figure and a time of which it need not be: "opened in 1962 and employed 900 people"."""


def set_times_apart(findings: Sequence[Finding], a: Claim, b: Claim) -> list[Finding]:
    """The findings; where each claim tells another time, a figure that differs is of that time, and no conflict.

    So it is, too, where the events of one kind are no more than the figures: so many tickets sold, cases recorded. Of
    what happens once and is told with another time and another toll, one claim is wrong.
    """
    date = next((f for f in findings if f.kind == "date" and f.verdict != "agree" and _both_tell(f, a, b)), None)
    if date is None or date.a is None or date.b is None:
        return list(findings)
    differ = [f for f in findings if f.kind in FIGURES and f.verdict == "conflict"]
    differ = [f for f in differ if _is_beside(f.a, date.a, a) and _is_beside(f.b, date.b, b)]
    if date.verdict == "conflict":
        differ = [f for f in differ if _is_what_happened(f.a, a) and _is_what_happened(f.b, b)]
    if not differ:
        return list(findings)
    beside = [of_its_own(f, date.a.value, date.b.value) for f in differ]
    if date.verdict == "conflict":
        beside.append(attrs.evolve(date, verdict="beside"))
        differ.append(date)
    return [f for f in findings if f not in differ] + beside


def _both_tell(finding: Finding, a: Claim, b: Claim) -> bool:
    """Whether both claims name their times: not those of the reports, nor of the words around them."""
    return all(
        told is not None and any((time.start, time.end) == (told.start, told.end) for time in claim.times)
        for told, claim in ((finding.a, a), (finding.b, b))
    )


def _is_beside(figure: Evidence | None, time: Evidence, claim: Claim) -> bool:
    """Whether a figure is told of a time: no other one is nearer ("built in 1890 and sold for 2 million in 2019"), and
    they are in one clause."""
    if figure is None:
        return False
    nearest = min(claim.times, key=lambda other: max(other.start - figure.end, figure.start - other.end))
    first, last = sorted((figure, time), key=lambda told: told.start)
    between = claim.quote[first.end - claim.start : last.start - claim.start]
    return (nearest.start, nearest.end) == (time.start, time.end) and _OTHER_CLAUSE.search(between) is None


def _is_what_happened(told: Evidence | None, claim: Claim) -> bool:
    """Whether a figure counts to whom or what an event that is RUNNING happened, or is where it came to: "sold 12,000
    tickets", "closed at 7,200 points"; not the 400 jobs that a closure cost."""
    event = claim.event
    if told is None or event is None or event.kind not in RUNNING:
        return False
    if claim.quote[event.end - claim.start : told.start - claim.start] == " at ":
        return True
    return any(role.role in {"agent", "patient"} and 0 <= role.start - told.end <= NEAR for role in event.roles)
