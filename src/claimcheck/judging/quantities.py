"""Quantities against quantities: do two numbers measure the same thing, and do they fit?"""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Literal

from claimcheck.claims.amounts import common_unit, format_value
from claimcheck.claims.lexicon import event_classes
from claimcheck.judging.arithmetic import follows, make_up
from claimcheck.judging.evidence import Finding, Verdict, evidence
from claimcheck.judging.figures import doer, is_former, is_partial, is_standing
from claimcheck.records import Claim, Quantity
from claimcheck.stories.names import same_person

Fit = Literal["same", "compatible", "apart"]

APPROXIMATE = 0.1
"""Relative tolerance of a value that the text calls approximate ("about", "some")."""
BOTH_APPROXIMATE = 0.15
"""The same where both are: "around 200" and "some 230" may be one count."""
BESIDE_BOUND, BESIDE_LEVEL = 0.15, 0.08
"""How far below "nearly X" (above "just over X") the value may lie, relative to X, and the same for LEVELS. What
the words themselves allow is more (claimcheck.claims.quantities.comparators); for a dispute that is too much."""
LEVELS = frozenset({"temperature", "percentage", "age"})
NARROW = 0.75
"""Least ratio of the bounds of "nearly X" and "just over X"."""
ROUNDED = 0.02
"""Relative tolerance of fractions in words, of converted units and of large round figures."""
CALENDAR = 0.1
"""The same between months and other units of time, and of "half an hour": nobody counts so exactly."""
ROUNDED_TO_ONE_DIGIT = 0.05
"""The same of large figures with one significant digit: "$2,000" is said of $2,084."""
EXACT = 1e-6
LARGE = 1000.0
"""From here on a figure with few significant digits may be a rounded one."""

ALIGNMENT = {
    "age": 0.75, "category": 0.85, "magnitude": 0.8, "score": 0.8, "length": 0.55, "mass": 0.55, "area": 0.55,
    "volume": 0.55, "speed": 0.6, "temperature": 0.6, "duration": 0.5, "money": 0.5, "percentage": 0.5,
    "percentage points": 0.5, "ordinal": 0.2, "count": 0.2,
}  # fmt: skip
"""How likely two values of a dimension measure the same thing when nothing else is known of them."""

_APPOSED = re.compile(r"\W{0,3}(?:(?:who )?(?:is|was)|aged|age|an?)?\W{0,3}")
_NAMED_AFTER = re.compile(r"\W(?:[a-z][\w-]*\W){0,4}")

BESIDE = 4
"""Characters between an age and the noun that it belongs to: "man of 25"."""
MALE = frozenset({"man", "boy", "father", "son", "brother"})
FEMALE = frozenset({"woman", "girl", "mother", "daughter", "sister"})

TERMS = frozenset("deal contract offer agreement sentence term suspension ban loan lease".split())
"""What has a length that is agreed, of which there may be several: nothing that an event has only one of."""

MOST_APART = 20.0
OTHER_SIZE = 0.3
"""What is left of a conflict between figures further apart than by the factor MOST_APART."""
LEAST_ALIGNMENT = 0.2
"""Below this, two values measure different things, and there is nothing to compare."""

RUNNING = frozenset(
    (
        "die injure arrest displace evacuate infect rescue destroy damage disappear miss confirm test "
        "detain count vote raise sell donate hospitalize hospitalise"
    ).split()
)
"""Roles of figures that grow while an event goes on, so that a later report replaces an earlier one."""

CASUALTIES = frozenset({"die", "injure"})

OWNED = frozenset({"count", "length"})
"""Dimensions of what several people have each: points, votes, yards; not of the people in an event."""

PEOPLE = frozenset(
    (
        "person people man woman child boy girl passenger resident soldier civilian worker victim student "
        "migrant refugee employee protester demonstrator patient villager tourist officer troop life body "
        "survivor crew rebel"
    ).split()
)


CONVERTED = frozenset({"length", "mass", "area", "volume", "speed", "temperature"})
"""Dimensions whose values are converted from one unit to another, and rounded then."""
ROUNDED_IN_TEXT = frozenset({"percentage", "money"}) | CONVERTED
"""Dimensions whose values are told with fewer digits than are known."""
LEAST_DIGITS = 2
"""Digits that a rounded figure has at least: "10 percent" may be 9.96, "2 percent" is not 1.5."""
_DETERMINED = re.compile(r"\b(?:the|an?|this|that|its|their|his|her)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
_FRACTION = re.compile(r"\b(?:half|third|quarter|fifth|in|out of)\b")
_DOZENS = re.compile(r"\b(?:dozen|score)\b")

COUNTED = frozenset({"count", "score", "ordinal", "category", "age"})
"""Dimensions of whole numbers, where a bound that is excluded is excluded."""


def compare_quantities(
    a: Claim, b: Claim, *, date_a: dt.date | None = None, date_b: dt.date | None = None
) -> list[Finding]:
    """Findings on the quantities of two claims, strongest first.

    Args:
        a, b: claims.
        date_a, date_b: when each was reported; a later figure of a running count supersedes an earlier one.
    """
    findings: list[Finding] = []
    for qa in a.quantities:
        rivals = [(_alignment(qa, qb, a, b), _fit(qa, qb), qb) for qb in b.quantities if qa.dimension == qb.dimension]
        rivals = [rival for rival in rivals if rival[0] > LEAST_ALIGNMENT]
        if not rivals:
            continue
        fitting = [rival for rival in rivals if rival[1] != "apart"]
        alignment, fit, qb = max(fitting or rivals, key=lambda rival: (rival[0], -rival[2].start))
        if fit == "apart":
            made = _sum(qa, qb, a, b, alignment)
            if made is not None:
                if made.sentence not in {finding.sentence for finding in findings}:
                    findings.append(made)
                continue
            if _has_partner(qb, qa, a, b) or follows(qa, qb, a, b):
                continue
        findings.append(_finding(qa, qb, alignment, fit, a, b, date_a, date_b))
    return sorted(findings, key=lambda finding: (-finding.strength, finding.kind))


def _has_partner(qb: Quantity, not_this: Quantity, a: Claim, b: Claim) -> bool:
    """Whether a quantity of `b` fits another one of `a`, so that it does not dispute this one."""
    return any(
        other is not not_this
        and other.dimension == qb.dimension
        and _fit(other, qb) != "apart"
        and _alignment(other, qb, a, b) > LEAST_ALIGNMENT
        for other in a.quantities
    )


def _alignment(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> float:
    """How likely the two measure the same thing, in [0, 1]."""
    if qa.dimension == "money" and qa.unit != qb.unit:
        return 0.0
    likely = ALIGNMENT.get(qa.dimension, 0.5)
    if qa.dimension == "count" and _is_none(qa) != _is_none(qb) and not (qa.role and qa.role == qb.role):
        return 0.0  # "nobody survived", "all nine were killed"
    if qa.role and qb.role:
        if qa.role == qb.role:
            likely += 0.4
        elif {qa.role, qb.role} <= RUNNING | set(event_classes().values()):
            return 0.0
    if qa.counts and qb.counts:
        if _same_thing(qa.counts, qb.counts):
            likely += 0.35
        elif not (qa.role and qa.role == qb.role):
            likely *= 0.15
        elif qa.role not in CASUALTIES:
            likely *= 0.4
    elif qa.dimension in {"count", "ordinal"} and not (qa.role and qa.role == qb.role):
        likely *= 0.5
    if qa.dimension == "age":
        likely = _same_owner(qa, qb, a, b)
    if is_partial(qa, a) or is_partial(qb, b) or is_former(qa, a) != is_former(qb, b):
        likely *= 0.3
    if _name_others(a, b):
        likely *= 0.4
    if qa.dimension == "score" and (is_standing(qa, a) or is_standing(qb, b)):
        return 0.0
    if qa.dimension in OWNED and not {qa.counts, qb.counts} & PEOPLE and _doers_differ(qa, qb, a, b):
        likely *= 0.2
    alone = all(sum(q.dimension == qa.dimension for q in claim.quantities) == 1 for claim in (a, b))
    likely += 0.1 * alone + 0.2 * (qa.dimension == "duration" and bool(a.event_kinds & b.event_kinds))
    return min(0.97, likely)


def _name_others(a: Claim, b: Claim) -> bool:
    """Whether both claims name organisations, and none of the same."""
    names_a, names_b = ({e.name.casefold() for e in claim.entities if e.label == "organisation"} for claim in (a, b))
    return bool(names_a) and bool(names_b) and not names_a & names_b


def _doers_differ(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> bool:
    """Whether two figures are of two people: "Artino scored 14 points", "Echenique had eleven"."""
    doer_a, doer_b = doer(qa, a), doer(qb, b)
    return doer_a is not None and doer_b is not None and not same_person(doer_a, doer_b)


def _same_owner(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> float:
    """How likely two ages are of one person, in [0, 1]: by the names beside them, or as the only person in sight."""
    owner_a, owner_b = _owner(qa, a), _owner(qb, b)
    if owner_a and owner_b:
        return 0.85 if same_person(owner_a, owner_b) else 0.0
    if owner_a or owner_b:
        return 0.15
    filled_a, filled_b = _filled(qa, a), _filled(qb, b)
    if filled_a and filled_b and a.event_kinds & b.event_kinds:
        return 0.75 if filled_a == filled_b and not _sexes_differ(qa, qb) else 0.0
    people = [{e.name for e in claim.entities if e.label == "person"} for claim in (a, b)]
    if len(people[0]) == len(people[1]) == 1 and same_person(*people[0], *people[1]):
        return 0.0 if _sexes_differ(qa, qb) else 0.75
    return 0.2 if any(people) else 0.75


def _filled(age: Quantity, claim: Claim) -> str | None:
    """The role that the one whose age it is fills in the claim's event: the "71-year-old man" that police hold."""
    roles = () if claim.event is None else claim.event.roles
    for role in roles:
        if 0 <= role.start - age.end <= BESIDE or 0 <= age.start - role.end <= BESIDE:
            return role.role
    return None


def _sexes_differ(qa: Quantity, qb: Quantity) -> bool:
    return {qa.counts in MALE, qb.counts in MALE} == {qa.counts in FEMALE, qb.counts in FEMALE} == {True, False}


def _owner(quantity: Quantity, claim: Claim) -> str | None:
    """Name of the person whose age it is: "Jane Doe, 28," or "28-year-old teacher Jane Doe"."""
    for entity in claim.entities:
        if entity.label != "person":
            continue
        between = claim.quote[entity.end - claim.start : quantity.start - claim.start]
        if entity.end <= quantity.start and _APPOSED.fullmatch(between):
            return entity.name
        between = claim.quote[quantity.end - claim.start : entity.start - claim.start]
        if quantity.end <= entity.start and _NAMED_AFTER.fullmatch(between):
            return entity.name
    return None


def _same_thing(x: str, y: str) -> bool:
    classes = event_classes()
    if x == y or {x, y} <= PEOPLE or (x in classes and classes.get(x) == classes.get(y)):
        return True
    return min(len(x), len(y)) >= 4 and (x.startswith(y) or y.startswith(x))  # vote and voter, share and shareholder


def _fit(qa: Quantity, qb: Quantity) -> Fit:
    low_a, high_a = _bounds(qa)
    low_b, high_b = _bounds(qb)
    if (low_a, high_a) == (low_b, high_b) and low_a == high_a:
        return "same"
    if _rounds_to(qa, qb):
        return "compatible"
    slack = _slack(qa, qb)
    gap = max(low_b - high_a, low_a - high_b)
    scale = max((abs(x) for x in (low_a, high_a, low_b, high_b) if math.isfinite(x)), default=1.0)
    if gap > slack * scale or (gap == 0.0 and slack == EXACT and _touch_excluded(qa, qb)):
        return "apart"
    return "compatible"


def _bounds(q: Quantity) -> tuple[float, float]:
    low = -math.inf if q.base_low is None else q.base_low
    high = math.inf if q.base_high is None else q.base_high
    reach = BESIDE_LEVEL if q.dimension in LEVELS else BESIDE_BOUND
    if _is_just_below(q):
        low = max(low, high - reach * abs(high))
    elif _is_just_above(q):
        high = min(high, low + reach * abs(low))
    return low, high


def _is_just_below(q: Quantity) -> bool:
    """ "Nearly 2,000": below it, and not by much; "dozens" is another matter."""
    return _is_narrow(q) and not q.high_closed


def _is_just_above(q: Quantity) -> bool:
    """ "Just over 2,000"."""
    return _is_narrow(q) and not q.low_closed


def _is_narrow(q: Quantity) -> bool:
    if not q.approximate or q.low is None or q.high is None or q.low == q.high:
        return False
    return min(abs(q.low), abs(q.high)) >= NARROW * max(abs(q.low), abs(q.high))


def _is_none(q: Quantity) -> bool:
    return q.low == q.high == 0.0


def _touch_excluded(qa: Quantity, qb: Quantity) -> bool:
    """Whether two intervals meet in one point only, which one of them excludes ("50 dead" against "over 50 dead").

    What is measured is rounded: "48 minutes" and "more than 48 minutes" may be one length.
    """
    if qa.dimension not in COUNTED:
        return False
    for x, y in ((qa, qb), (qb, qa)):
        if x.base_high is not None and x.base_high == y.base_low and not (x.high_closed and y.low_closed):
            return True
    return False


def _slack(qa: Quantity, qb: Quantity) -> float:
    """Relative difference up to which two values are one, told with other precision."""
    about = [q.approximate and not _is_just_below(q) and not _is_just_above(q) for q in (qa, qb)]
    if any(about):
        return BOTH_APPROXIMATE if all(about) else APPROXIMATE
    if qa.dimension in {"score", "ordinal", "category", "age"}:
        return EXACT
    narrow = ROUNDED if _is_narrow(qa) or _is_narrow(qb) else EXACT
    return max(_rounding(qa), _rounding(qb), _conversion(qa, qb), narrow)


def _conversion(qa: Quantity, qb: Quantity) -> float:
    """Relative tolerance between two units: 130 miles an hour are told as 210 kilometres an hour. Of temperatures it is
    not known which unit the text had."""
    if qa.unit == qb.unit and qa.dimension != "temperature":
        return EXACT
    if qa.dimension == "duration":
        return CALENDAR if "month" in {qa.unit, qb.unit} else EXACT
    return ROUNDED if qa.dimension in CONVERTED else EXACT


def _rounds_to(qa: Quantity, qb: Quantity) -> bool:
    """Whether one figure is the other with fewer digits: "9.96 percent" and "10 percent", "1.34" and "1.3 billion"."""
    if qa.dimension not in ROUNDED_IN_TEXT or qa.unit != qb.unit or qa.low != qa.high or qb.low != qb.high:
        return False
    told = [(number, q.low) for q in (qa, qb) if (number := _NUMBER.search(q.text)) and q.low]
    if len(told) < 2:
        return False
    (coarse, value), (fine, other) = sorted(told, key=lambda each: len(each[0]["decimals"] or ""))
    digits, decimals = coarse[0].replace(",", ""), len(coarse["decimals"] or "")
    if decimals == len(fine["decimals"] or "") or len(digits.replace(".", "").lstrip("0")) < LEAST_DIGITS:
        return False
    unit = abs(value / float(digits)) * 10.0**-decimals
    return abs(value - other) < 0.5 * unit


def _rounding(q: Quantity) -> float:
    """Relative tolerance of a figure that stands for those near it: two thirds, two dozen, 40,000, 5.2 million; else
    EXACT."""
    value = q.low if q.low is not None else q.high
    if value is None:
        return EXACT
    if not any(character.isdigit() for character in q.text):
        if value != int(value) or _FRACTION.search(q.text):
            return CALENDAR if q.dimension == "duration" and value < 1 else ROUNDED
        if _DOZENS.search(q.text):
            return ROUNDED_TO_ONE_DIGIT
    if q.low != q.high or abs(value) < LARGE:
        return EXACT
    if float(f"{value:.1g}") == value:
        return ROUNDED_TO_ONE_DIGIT
    return ROUNDED if float(f"{value:.2g}") == value else EXACT


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
    verdict: Verdict = "agree" if fit != "apart" else "conflict"
    supersedes = fit != "same" and _supersedes(qa, qb, date_a, date_b, fit)
    what = _what(qa, qb, a, b)
    mirrored = None
    if fit == "same":
        sentence = f"Both say {value_a}{what}." if qa.dimension != "ordinal" else _both_ordinal(value_a, qa, qb)
    elif supersedes and date_a is not None and date_b is not None:
        verdict = "supersede"
        (old, old_day), (new, new_day) = sorted([(value_a, date_a), (value_b, date_b)], key=lambda pair: pair[1])
        sentence = f"Later report: {new} on {_day(new_day)}, {old} on {_day(old_day)}{what}."
    elif fit == "compatible":
        sentence, mirrored = (f"{_capital(x)} fits {y}{what}." for x, y in ((value_a, value_b), (value_b, value_a)))
    else:
        sentence, mirrored = (f"{_capital(x)} against {y}{what}." for x, y in ((value_a, value_b), (value_b, value_a)))
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
            sentence=f"{_capital(', '.join(shown))} and {last} make {format_value(total, unit)}.",
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


def _supersedes(qa: Quantity, qb: Quantity, date_a: dt.date | None, date_b: dt.date | None, fit: Fit) -> bool:
    """Whether the figure runs, the reports are of different days, and the later one goes beyond the earlier."""
    if date_a is None or date_b is None or date_a == date_b or not {qa.role, qb.role} & RUNNING:
        return False
    (earlier, _), (later, _) = sorted([(qa, date_a), (qb, date_b)], key=lambda pair: pair[1])
    if fit == "compatible":  # "at least 14", and a day later 31
        return earlier.base_high is None and (later.base_low or 0.0) > (earlier.base_low or 0.0)
    return _comparable_size(qa, qb) and (math.inf if later.base_high is None else later.base_high) >= (
        earlier.base_low or 0.0
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
    """Whether a noun names the claim's event: "the 50-minute call"."""
    assert claim.event is not None
    return _DETERMINED.search(claim.quote[: max(0, claim.event.start - claim.start)]) is not None


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
