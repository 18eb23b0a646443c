"""Which event of its article a claim is about.

An article has a main event, told in its lead. A claim that points back to it ("the conversation", "they agreed"), or
names an event of the same kind and one of its people, is about that one, and takes over what the article says of
it: who took part, when, where, and by what means. A claim that names other people, another day or another
place for an event of that kind recalls another event, and takes over nothing.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.claims.gazetteer import place_relation
from claimcheck.claims.times import compare_times
from claimcheck.records import Claim, Event, Factuality, TimeSpan
from claimcheck.records.values import Medium
from claimcheck.stories.names import any_same_person
from claimcheck.stories.profiles import LEAD

LEAD_REACH = 2 * LEAD
"""How many claims at the start of an article may introduce its main event."""
TOLD: frozenset[Factuality] = frozenset({"asserted", "planned"})
"""What is told as a fact of the main event; a denial or a mere possibility takes over nothing from it."""
_TIMES = "day|night|morning|evening|week|month|year|time|occasion"
_HAPPENINGS = "accident|crash|quake|earthquake|attack|disaster|match|game|storm|fire|flood|strike|trial|case"
_BESIDE = (
    "about|after|around|as|at|because|before|by|during|for|from|in|into|near|of|on|over|since|than|to|until|when|"
    "while|with"
)
_POINTS_BACK = re.compile(
    rf"(?:(?:^|[.!?;:]\s+|[\"“‘(])|\b(?:{_BESIDE})\s+)that (?:{_TIMES}|{_HAPPENINGS})\b(?!-)"
    rf"|\bthat (?:{_TIMES}|{_HAPPENINGS})(?=['’]s\b|\s*(?:[.,;:!?)”\"]|$)|\s+[-–—])"
    rf"|\bthat (?:{_TIMES})(?=\s+(?:{_BESIDE}|and|but)\b)"
    r"|\b(?:at the time|back then)\b",
    re.IGNORECASE,
)
"""Words for a time or an event told before. In "warned that storm winds" the "that" only begins what was warned of."""
BETWEEN_ARTICLES = 3
"""Days by which two articles may date one event differently."""
LEAP_YEAR = 2000
"""Stands in for a year that is not known: it has every day."""
DAYS_OF_YEAR = 366
LONG_BEFORE = dt.timedelta(days=60)
"""How long before its news an article recalls what is no news any more."""
_BEFORE_THAT = re.compile(
    r"\b(?:had|['’]d)\s+(?:(?:not|never|once|twice|been|already|also|earlier|\w+ly)\s+)*$", re.IGNORECASE
)
"""What stands before a verb that tells of an earlier time than the rest."""
SPEAKING_FOR_ALL = 2
"""How many named participants make an event's cast known well enough to tell another cast from it."""

Bounds = tuple[dt.date | None, dt.date | None]
"""The earliest and the latest day that a date may be; None where it is open."""
Cast = tuple[tuple[str, ...], bool]
"""Who takes part in an event, and whether it is a talk."""
V = TypeVar("V", bound=Hashable)


def resolve_events(claims: Sequence[Claim], *, published: dt.date | None = None) -> list[Claim]:
    """The claims of one article, each event completed by what the article says of it elsewhere.

    Args:
        claims: of one article, in order.
        published: the day of the article's publication, where it is known.
    """
    claims = _carry_times(claims)
    main = main_event(claims, published=published)
    if main is None:
        return claims
    return [_completed(claim, main, in_lead=place < LEAD_REACH) for place, claim in enumerate(claims)]


def _carry_times(claims: Sequence[Claim]) -> list[Claim]:
    """Claims that say "that day" or "at the time" get the time that the claim before them names."""
    carried: list[Claim] = []
    named: TimeSpan | None = None
    for claim in claims:
        event = claim.event
        if event is not None and event.time is None and named is not None and _POINTS_BACK.search(claim.quote):
            event = attrs.evolve(event, time=named)
        carried.append(attrs.evolve(claim, event=event))
        times = [time for time in claim.times if time.precision != "open"]
        named = event.time if event is not None and event.time is not None else (times[-1] if times else None)
    return carried


def main_event(claims: Sequence[Claim], *, published: dt.date | None = None) -> Event | None:
    """The event that the lead is about, with all that the article says of it; None where the lead names no event.

    Args:
        claims: of one article, in order.
        published: the day of the article's publication, where it is known.
    """
    lead = [claim for claim in claims[:LEAD_REACH] if claim.event is not None]
    if not lead:
        return None
    votes: Counter[str] = Counter()
    for place, claim in enumerate(lead):
        assert claim.event is not None
        for kind in (claim.event.kind, *claim.event.also):
            votes[kind] += max(1, LEAD - place)
    first = lead[0].event
    assert first is not None
    best = max(votes.values())
    kind = first.kind if votes[first.kind] == best else min(k for k, n in votes.items() if n == best)
    told = [claim.event for claim in lead if claim.event and kind in claim.event.kinds]
    tellers = [event for event in told if not _long_before(event.time, published)] or told
    fullest = max(tellers, key=lambda event: (len(event.participants), event.time is not None))
    main = attrs.evolve(fullest, kind=kind, time=fullest.time if fullest.kind == kind else None)
    for claim in claims:  # later paragraphs add what the lead leaves out, unless they tell of another event
        event = claim.event
        if event is None or kind not in event.kinds or claim.factuality not in TOLD or is_other_event(event, main):
            continue
        if main.time is None and event.time is not None and _recalled(event.time, claims[:LEAD_REACH], published):
            continue
        main = attrs.evolve(
            main,
            time=main.time or (event.time if _is_dated_alike(event, main) else None),
            medium=main.medium or event.medium,
            places=main.places or event.places,
            participants=main.participants or event.participants,
        )
    return main


def _is_dated_alike(event: Event, main: Event) -> bool:
    """Whether the day of one is that of the other: it names that kind and points back, or shares kind and people."""
    if event.definite:
        return main.kind in event.kinds
    if event.kind != main.kind:
        return False
    if not event.participants or not main.participants:
        return True
    return any(any_same_person(name, main.participants) for name in event.participants)


def _recalled(time: TimeSpan, lead: Sequence[Claim], published: dt.date | None) -> bool:
    """Whether a time lies long before the article, or before every time that its lead names."""
    named = [known.earliest for claim in lead for known in claim.times if known.earliest is not None]
    return _long_before(time, published) or (bool(named) and _long_before(time, min(named)))


def _long_before(time: TimeSpan | None, day: dt.date | None) -> bool:
    return time is not None and time.latest is not None and day is not None and time.latest < day - LONG_BEFORE


def _completed(claim: Claim, main: Event, *, in_lead: bool) -> Claim:
    event = claim.event
    if event is None or claim.factuality not in TOLD or is_other_event(event, main):
        return claim
    same_kind = main.kind in event.kinds
    named = any(any_same_person(name, main.participants) for name in event.participants)
    if not (event.definite or (same_kind and (in_lead or named))):
        return claim
    if not same_kind and (event.participants or event.places):
        return claim
    participants = set(event.participants)
    if event.definite or len(participants) < SPEAKING_FOR_ALL:
        participants |= {name for name in main.participants if not any_same_person(name, event.participants)}
    dated = _is_dated_alike(event, main) and not _BEFORE_THAT.search(claim.quote[: max(0, event.start - claim.start)])
    return attrs.evolve(
        claim,
        event=attrs.evolve(
            event,
            participants=tuple(sorted(participants)),
            parties=event.parties or main.parties,
            time=event.time or (main.time if dated else None),
            medium=(event.medium or main.medium) if same_kind else event.medium,
        ),
    )


def is_other_event(event: Event, main: Event, *, slack_days: int = 0) -> bool:
    """Whether two events are plainly not the same: another time, another means, other people, another place.

    Args:
        event, main: two events.
        slack_days: how far their times may lie apart; between articles, a report may be wrong by a few days. With
            any slack, times without a year tell two events apart by their months, or by their days of the year where
            both are known; a weekday, or a day of some month, does not.
    """
    same_kind = not event.kinds.isdisjoint(main.kinds)
    if same_kind and (_other_medium(event.medium, main.medium) or _other_time(event.time, main.time, slack_days)):
        return True
    return _other_cast(_cast(event), _cast(main)) or (same_kind and _other_place(event.places, main.places))


def other_events(events: Sequence[Event], slack_days: NDArray[np.int64]) -> NDArray[np.bool_]:
    """`is_other_event` of every two of many events; it looks at each two different casts, times and places once.

    Args:
        events: n events.
        slack_days: for each two of them, shape (n, n), int64.

    Returns:
        Shape (n, n), bool: what `is_other_event` says of the event of the row and that of the column.
    """
    same_kind = ~_of_pairs([event.kinds for event in events], frozenset.isdisjoint)
    other = _of_pairs([event.medium for event in events], _other_medium)
    times = [None if event.time is None else attrs.evolve(event.time, start=0, end=0, text="") for event in events]
    for slack in np.unique(slack_days).tolist():
        other |= _of_pairs(times, functools.partial(_other_time, slack_days=slack)) & (slack_days == slack)
    other |= _of_pairs([event.places for event in events], _other_place)
    return (same_kind & other) | _of_pairs([_cast(event) for event in events], _other_cast)


def _of_pairs(values: Sequence[V], rule: Callable[[V, V], bool]) -> NDArray[np.bool_]:
    """What a rule says of every two of n values, shape (n, n), bool; asked once for each two that differ."""
    numbers: dict[V, int] = {}
    at = [numbers.setdefault(value, len(numbers)) for value in values]
    table = np.array([[rule(a, b) for b in numbers] for a in numbers], dtype=bool).reshape(len(numbers), len(numbers))
    return np.asarray(table[np.ix_(at, at)])


def _cast(event: Event) -> Cast:
    return event.participants, event.kind == "talk" or "talk" in event.also


def _other_cast(a: Cast, b: Cast) -> bool:
    (people, talk), (others, other_talk) = a, b
    if min(len(people), len(others)) < SPEAKING_FOR_ALL:
        return False
    # Two people who talk are a pair: one of them with somebody else is another talk.
    needed = SPEAKING_FOR_ALL if talk and other_talk else 1
    return sum(any_same_person(name, others) for name in people) < needed


def _other_medium(a: Medium | None, b: Medium | None) -> bool:
    return a is not None and b is not None and a != b


def _other_time(a: TimeSpan | None, b: TimeSpan | None, slack_days: int) -> bool:
    return a is not None and b is not None and _apart(a, b, slack_days)


def _other_place(a: Sequence[str], b: Sequence[str]) -> bool:
    return bool(a and b) and all(place_relation(x, y) == "apart" for x in a for y in b)


def same_cast(a: Claim, b: Claim) -> bool:
    """Whether both claims' events are of one kind and share all the people that make such an event the same one."""
    if (
        a.event is None
        or b.event is None
        or a.event.kind != b.event.kind
        or is_other_event(a.event, b.event, slack_days=BETWEEN_ARTICLES)
    ):
        return False
    return sum(any_same_person(name, b.event.participants) for name in a.event.participants) >= SPEAKING_FOR_ALL


def _apart(a: TimeSpan, b: TimeSpan, slack_days: int) -> bool:
    if compare_times(a, b) != "incompatible":
        return False
    if not slack_days:
        return True
    if a.earliest is a.latest is None or b.earliest is b.latest is None:
        return _apart_in_any_year(a, b, slack_days)
    return days_apart(a, b) > slack_days


def _apart_in_any_year(a: TimeSpan, b: TimeSpan, slack_days: int) -> bool:
    """Whether the days of the year lie further apart, the turn of the year between them or not; else the months."""
    if a.month is None or b.month is None:
        return False
    if a.day is None or b.day is None:
        return a.month != b.month
    days = abs(_day_of_year(a.month, a.day) - _day_of_year(b.month, b.day))
    return min(days, DAYS_OF_YEAR - days) > slack_days


def _day_of_year(month: int, day: int) -> int:
    return dt.date(LEAP_YEAR, month, 1).timetuple().tm_yday + day - 1


def days_apart(a: TimeSpan, b: TimeSpan) -> int:
    """Fewest days between two times; 0 where they overlap or a bound is open."""
    return days_between((a.earliest, a.latest), (b.earliest, b.latest))


def days_between(a: Bounds, b: Bounds) -> int:
    """Fewest days that can lie between two dates known by their bounds; 0 where the bounds overlap or are open."""
    gaps = [0]
    for (_, latest), (earliest, _) in ((a, b), (b, a)):
        if latest is not None and earliest is not None:
            gaps.append((earliest - latest).days)
    return max(gaps)
