"""Times, places, participants and means: the same occasion, or another one?"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from operator import itemgetter

import attrs

from claimcheck.claims.amounts import format_value
from claimcheck.claims.gazetteer import capital_of, find_place, place_relation
from claimcheck.claims.times import compare_times, format_time
from claimcheck.claims.times.days import month_end
from claimcheck.judging.evidence import Finding, Verdict, evidence
from claimcheck.judging.repeatable import have_one_named, is_repeated
from claimcheck.judging.scopes import are_two_readings
from claimcheck.records import Claim, Entity, Evidence, Quantity, TimeSpan
from claimcheck.stories.names import same_person
from claimcheck.stories.resolution import BETWEEN_ARTICLES, days_apart
from claimcheck.text import capital, day_in_words

_CAPITAL = re.compile(r"\b(?:in|near|at|outside) (?:the )?(?P<country>[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s?)? capital\b")

_TWO_WORDS = re.compile(r"\w+ (?:in|at|near|outside|off|from) (?:the )?$")
"""Before the place of an event: "derailed near"."""
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"

SECONDS_A_DAY = 86_400.0
DAYS_A_YEAR = 366
LEAP_YEAR = 2000
"""A year that has every day of the calendar."""
LEAST_SINCE_DAYS = 28
SINCE_SLACK = 1.1
"""A month more or less in a year: "in more than a year" is said of 13 months and of just under 12."""

ONCE_IN_A_LIFE = frozenset({"bear", "build", "discover", "found"})
"""Kinds of event that happen once for good: another year is a conflict, not another event."""
SETTING = frozenset({"in", "at", "near", "outside"})
"""Words before a place that say that something is there."""

ELSEWHERE_TOLD = 0.35
"""Strength of a conflict of times of which a claim does not name its own: it is taken over from the words around it."""

NIGHT, DAWN = "18:00", "06:00"
"""From when to when it may be another day in another time zone."""

SAME_STORY_DAYS = 45
"""Events further apart in time than this are not moments of one story."""


def compare_times_of(
    a: Claim, b: Claim, *, date_a: dt.date | None = None, date_b: dt.date | None = None
) -> list[Finding]:
    """A finding on the times of the two events, where both are known.

    A claim that names no time is taken to tell of what was news when it was published.

    A few days' difference is a conflict for an event that happens once, such as a crash, or twice to nobody, such as an
    arrest of the same man; for what goes on, such as prices, it is another moment of the story. Further apart, they are
    different events.
    """
    time_a, time_b = _event_time(a), _event_time(b)
    if time_a is None or time_b is None:
        return _long_before(a, b, time_a, time_b, date_a, date_b)
    relation = compare_times(time_a, time_b)
    if relation == "compatible" or _may_be_one_night(time_a, time_b):
        return []
    value_a, value_b = format_time(time_a), format_time(time_b)
    days = _days_between(time_a, time_b)
    verdict: Verdict = "agree" if relation == "same" else "apart" if days > SAME_STORY_DAYS else "beside"
    if verdict in {"apart", "beside"} and _happens_once(a, b, days):
        verdict = "conflict"
    told = all(time in claim.times for time, claim in ((time_a, a), (time_b, b)))
    return [
        Finding(
            kind="date",
            verdict=verdict,
            strength={"agree": 0.5, "conflict": 0.75 if told else ELSEWHERE_TOLD}.get(verdict, 0.85),
            a=evidence(time_a, value_a),
            b=evidence(time_b, value_b),
            sentence=f"Both: {value_a}." if verdict == "agree" else f"At different times: {value_a} and {value_b}.",
            mirrored=None if verdict == "agree" else f"At different times: {value_b} and {value_a}.",
        )
    ]


def _long_before(
    a: Claim, b: Claim, time_a: TimeSpan | None, time_b: TimeSpan | None, date_a: dt.date | None, date_b: dt.date | None
) -> list[Finding]:
    """A finding where one claim's event lies long before the other's report, which names no time."""
    known, other, day, swap = (time_a, b, date_b, False) if time_a is not None else (time_b, a, date_a, True)
    if known is None or known.latest is None or day is None or (day - known.latest).days <= SAME_STORY_DAYS:
        return []
    value, news = format_time(known), f"news of {day_in_words(day)}"
    finding = Finding(
        kind="date",
        verdict="apart",
        strength=0.8,
        a=evidence(known, value),
        b=evidence(other.event, "") if other.event is not None else None,
        sentence=f"At different times: {value}, and {news}.",
        mirrored=f"At different times: {news}, and {value}.",
    )
    return [finding.swapped() if swap else finding]


def _may_be_one_night(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether two times are of one moment around midnight in two time zones: 23:52 on Thursday, 00:52 on Friday."""
    (early, clock), (late, other) = sorted(
        ((time.latest or dt.date.max, time.clock) for time in (a, b)), key=itemgetter(0)
    )
    return (
        clock is not None and other is not None and late - early == dt.timedelta(1) and clock >= NIGHT and other <= DAWN
    )


def _happens_once(a: Claim, b: Claim, days: int) -> bool:
    """Whether the claims date one event of which there can be no other so many days apart."""
    if a.event is None or b.event is None or a.event.kind != b.event.kind:
        return False
    if a.event.kind in ONCE_IN_A_LIFE or (a.event.kind == "die" and have_one_named(a, b)):
        return True
    return days <= BETWEEN_ARTICLES and not is_repeated(a, b)


def _days_between(a: TimeSpan, b: TimeSpan) -> int:
    """Fewest days between two times; of months without a year, those of the nearest years. 0 where nothing tells."""
    known = all(time.earliest is not None or time.latest is not None for time in (a, b))
    if known or a.month is None or b.month is None:
        return days_apart(a, b)
    (first_a, last_a), (first_b, last_b) = _days_of_year(a.month, a.day), _days_of_year(b.month, b.day)
    return min(max(0, first_b + turn - last_a, first_a - turn - last_b) for turn in (-DAYS_A_YEAR, 0, DAYS_A_YEAR))


def _days_of_year(month: int, day: int | None) -> tuple[int, int]:
    """First and last day of a month, or a day of it twice, counted from the first of January of a leap year."""
    first, last = (day, day) if day is not None else (1, month_end(LEAP_YEAR, month).day)
    start = dt.date(LEAP_YEAR, month, 1).timetuple().tm_yday - 1
    return start + first, start + last


def compare_time_since(
    a: Claim, b: Claim, *, date_a: dt.date | None = None, date_b: dt.date | None = None
) -> list[Finding]:
    """A finding where one says since when, and the other for how long: "since August 2014", "in more than a year"."""
    findings = []
    for since, other, told, swap in ((a, b, date_b or date_a, False), (b, a, date_a or date_b, True)):
        for time in since.times:
            for quantity in other.quantities:
                finding = _since(time, told, quantity)
                if finding is not None:
                    findings.append(finding.swapped() if swap else finding)
    return findings[:1]


def _since(time: TimeSpan, day: dt.date | None, quantity: Quantity) -> Finding | None:
    begins_with_since = time.text.lower().startswith("since")
    if quantity.dimension != "duration" or day is None or time.earliest is None or not begins_with_since:
        return None
    longest = (day - time.earliest).days * SECONDS_A_DAY
    shortest = (day - _latest_start(time)).days * SECONDS_A_DAY
    low, high = quantity.base_low, quantity.base_high
    if longest < LEAST_SINCE_DAYS * SECONDS_A_DAY or (low or high or 0.0) < LEAST_SINCE_DAYS * SECONDS_A_DAY:
        return None
    fits = (low is None or longest * SINCE_SLACK >= low) and (high is None or shortest <= high * SINCE_SLACK)
    if not fits:
        return None
    begun, lasted, counted = format_time(time), format_value(quantity), f"counted to {day_in_words(day)}"
    return Finding(
        kind="time",
        verdict="agree",
        strength=0.8,
        a=evidence(time, begun),
        b=evidence(quantity, lasted),
        sentence=f"{capital(begun)} fits {lasted}, {counted}.",
        mirrored=f"{capital(lasted)} fits {begun}, {counted}.",
    )


def _latest_start(time: TimeSpan) -> dt.date:
    """The latest day on which an open span may begin: the end of its month or year, where the text names no day."""
    assert time.earliest is not None
    if time.day is not None:
        return time.earliest
    return month_end(time.earliest.year, time.earliest.month if time.month is not None else 12)


def compare_places(a: Claim, b: Claim) -> list[Finding]:
    """A finding where both claims set the event in a known place and these are the same, nested or apart."""
    places_a, places_b = _event_places(a), _event_places(b)
    places_a, places_b = places_a or _in_its_place(a, b, places_b), places_b or _in_its_place(b, a, places_a)
    relations = {(x.value, y.value): place_relation(x.value, y.value) for x in places_a for y in places_b}
    for wanted, sentence in (("same", "Both in {0}."), ("inside", "{0} and {1}: one lies in the other.")):
        for x in places_a:
            for y in places_b:
                if relations[x.value, y.value] == wanted:
                    return [_place_finding(x, y, "agree", 0.5, sentence.format(x.value, y.value))]
    if len(places_a) == 1 and len(places_b) == 1 and set(relations.values()) == {"apart"} and _of_one_kind(a, b):
        if any(are_two_readings(qa, qb, a, b) for qa in a.quantities for qb in b.quantities):
            return []  # "34 degrees in Rome", "38 degrees in Athens"
        x, y = places_a[0], places_b[0]
        found = _place_finding(x, y, "conflict", 0.7, f"{x.value} against {y.value}.")
        return [attrs.evolve(found, mirrored=f"{y.value} against {x.value}.")]
    return []


def compare_participants(a: Claim, b: Claim) -> list[Finding]:
    """A finding where both claims' events have known participants: some of them the same, or none."""
    cast_a, cast_b = _cast(a), _cast(b)
    if not cast_a or not cast_b:
        return []
    shared = any(same_person(x, y) for x in cast_a for y in cast_b)
    people_a, people_b = _people(a), _people(b)
    if shared:
        for x in people_a:
            for y in people_b:
                if same_person(x.name, y.name):
                    return [_people_finding(x, y, "agree", 0.4, f"Both name {max(x.name, y.name, key=len)}.")]
        return []
    if not people_a or not people_b:
        return []
    strength = 0.75 if len(cast_a) > 1 and len(cast_b) > 1 else 0.4
    x, y = people_a[0], people_b[0]
    found = _people_finding(x, y, "apart", strength, f"Different people: {x.name} and {y.name}.")
    return [attrs.evolve(found, mirrored=f"Different people: {y.name} and {x.name}.")]


def _cast(claim: Claim) -> tuple[str, ...]:
    """Names of the people in the claim's event, those taken over from its article among them."""
    if claim.event is not None:
        return claim.event.participants
    return tuple(entity.name for entity in _people(claim))


def compare_media(a: Claim, b: Claim) -> list[Finding]:
    """A finding where people spoke by different means: on the phone, and face to face."""
    if a.event is None or b.event is None or not a.event.medium or not b.event.medium:
        return []
    if a.event.medium == b.event.medium or not a.event.kinds & b.event.kinds:
        return []
    return [
        Finding(
            kind="event",
            verdict="apart",
            strength=0.8,
            a=evidence(a.event, _by(a.event.medium)),
            b=evidence(b.event, _by(b.event.medium)),
            sentence=f"Different occasions: {_by(a.event.medium)}, and {_by(b.event.medium)}.",
            mirrored=f"Different occasions: {_by(b.event.medium)}, and {_by(a.event.medium)}.",
        )
    ]


def _by(medium: str) -> str:
    return {"phone": "by phone", "in person": "in person", "video": "by video", "written": "in writing"}[medium]


def _event_time(claim: Claim) -> TimeSpan | None:
    """The event's own time where the claim itself gives it; else the one that it takes over from its article."""
    return claim.event.time if claim.event is not None else None


def _event_places(claim: Claim) -> list[Evidence]:
    """Known places that the claim sets its event in, or says that something is in; "the Austrian capital" is Vienna."""
    named = [
        evidence(entity, entity.name)
        for entity in claim.entities
        if entity.label == "place" and find_place(entity.name) and _is_setting(claim, entity)
    ]
    return named + _capitals(claim)


def _in_its_place(claim: Claim, other: Claim, places: Sequence[Evidence]) -> list[Evidence]:
    """The known place that a claim has after the same words after which the other one sets its event: "derailed near
    Dijon", "derailed near Lyon". The recogniser takes some towns for people, or misses them."""
    if len(places) != 1:
        return []
    before = _TWO_WORDS.search(other.quote, 0, places[0].start - other.start)
    if before is None:
        return []
    found = re.search(rf"\b{re.escape(before[0])}(?P<name>{_NAME})", claim.quote)
    if found is None or find_place(found["name"]) is None:
        return []
    start, end = (claim.start + at for at in found.span("name"))
    return [Evidence(start=start, end=end, text=found["name"], value=found["name"])]


def _is_setting(claim: Claim, entity: Entity) -> bool:
    if claim.event is not None:
        return entity.name in claim.event.places
    before = claim.quote[: entity.start - claim.start].lower().split()
    return bool(before) and before[-1] in SETTING


def _capitals(claim: Claim) -> list[Evidence]:
    return [
        attrs.evolve(found, start=claim.start + found.start, end=claim.start + found.end)
        for found in _capitals_in(claim.quote)
    ]


@functools.lru_cache(maxsize=20_000)
def _capitals_in(text: str) -> tuple[Evidence, ...]:
    found = []
    for match in _CAPITAL.finditer(text):
        country = find_place(match["country"])
        seat = capital_of(country.country) if country is not None and country.level == "country" else None
        if seat is not None:
            start, end = match.start("country"), match.end()
            found.append(Evidence(start=start, end=end, text=text[start:end], value=seat.name))
    return tuple(found)


def _of_one_kind(a: Claim, b: Claim) -> bool:
    """Whether both claims tell of an event of one kind, or neither of any."""
    return a.event is b.event is None or bool(a.event_kinds & b.event_kinds)


def _people(claim: Claim) -> list[Entity]:
    """People that the claim names, the speaker of a report left out."""
    speaker = claim.speaker.name if claim.speaker else ""
    return [entity for entity in claim.entities if entity.label == "person" and entity.name != speaker]


def _place_finding(x: Evidence, y: Evidence, verdict: Verdict, strength: float, sentence: str) -> Finding:
    return Finding(kind="place", verdict=verdict, strength=strength, a=x, b=y, sentence=sentence, scope="event")


def _people_finding(x: Entity, y: Entity, verdict: Verdict, strength: float, sentence: str) -> Finding:
    return Finding(
        kind="participants",
        verdict=verdict,
        strength=strength,
        a=evidence(x, x.name),
        b=evidence(y, y.name),
        sentence=sentence,
    )
