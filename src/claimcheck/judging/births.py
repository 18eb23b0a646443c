"""When somebody was born, and how old they are: "born in 1941" and "died on 14 September 2025 at the age of 91"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from claimcheck.claims.amounts import format_value
from claimcheck.claims.times import format_time
from claimcheck.judging.evidence import Finding, evidence
from claimcheck.records import Claim, Quantity, TimeSpan
from claimcheck.stories.names import same_person
from claimcheck.text import capital

REACH = 60
"""Characters before a time that are looked at."""
_BORN = re.compile(r"\bborn\b(?:\s+(?!to\b|and\b)[\w-]+,?){0,5}\s*$", re.IGNORECASE)
"""Before the time of a birth: "born in the port of Porto in"."""


def compare_births(
    a: Claim, b: Claim, *, date_a: dt.date | None = None, date_b: dt.date | None = None
) -> list[Finding]:
    """A finding where one claim has the year of birth and the other the age of the only person that both name.

    The age is that on the day of the report or, if it is told of an event, on that day: either is enough to fit.
    """
    if not _one_person(a, b):
        return []
    for born_in, aged, day, swap in ((a, b, date_b, False), (b, a, date_a, True)):
        birth = next((time for time in born_in.times if time.latest and _is_birth(time, born_in)), None)
        age = next((q for q in aged.quantities if q.dimension == "age" and q.low == q.high), None)
        spans = list(_ages(birth, aged, day)) if birth is not None else []
        if birth is None or age is None or not spans:
            continue
        finding = _finding(birth, age, fits=any(low <= (age.low or 0.0) <= high for low, high in spans))
        return [finding.swapped() if swap else finding]
    return []


def _one_person(a: Claim, b: Claim) -> bool:
    named = [{entity.name for entity in claim.entities if entity.label == "person"} for claim in (a, b)]
    return len(named[0]) == len(named[1]) == 1 and same_person(*named[0], *named[1])


def _is_birth(time: TimeSpan, claim: Claim) -> bool:
    start = time.start - claim.start
    return _BORN.search(claim.quote[max(0, start - REACH) : start]) is not None


def _ages(birth: TimeSpan, aged: Claim, day: dt.date | None) -> Iterator[tuple[int, int]]:
    """Youngest and oldest that somebody born then can be on the days that the age may be told of."""
    told = aged.event.time if aged.event is not None else None
    days = [] if day is None else [(day, day)]
    if told is not None and told.earliest is not None and told.latest is not None:
        days.append((told.earliest, told.latest))
    assert birth.latest is not None
    for first, last in days:
        yield _years(birth.latest, first), _years(birth.earliest or birth.latest, last)


def _years(birth: dt.date, day: dt.date) -> int:
    """Full years from a birth to a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _finding(birth: TimeSpan, age: Quantity, *, fits: bool) -> Finding:
    born, years = f"born {format_time(birth)}", format_value(age)
    verb = "fits" if fits else "against"
    return Finding(
        kind="age",
        verdict="agree" if fits else "conflict",
        strength=0.6 if fits else 0.75,
        a=evidence(birth, born),
        b=evidence(age, years),
        sentence=f"{capital(born)} {verb} {years}.",
        mirrored=f"{capital(years)} {verb} {born}.",
    )
