"""Events of one kind that one story tells of: two climbers fell in one park, one on Friday and one on Saturday.

Articles tell of both together and of each apart, so what tells stories apart does not tell these apart. They are known
by whom they happened to: two people to whom the same happened on different days. A claim is about the event of the one
that it names; else of the one whose age, nationality, place or day it gives; else of the one that the claim before it
is about.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Hashable, Sequence

import attrs

from claimcheck.claims.times import compare_times
from claimcheck.claims.titles import KIN, PERSON_NOUNS
from claimcheck.records import Claim, Entity, Role, TimeSpan
from claimcheck.stories.names import same_person
from claimcheck.stories.resolution import main_event

FEWEST_ARTICLES = 2
"""How many articles must tell of each of the two by name."""
MAIN_KIND = 0.5
"""Share of the articles whose main events must be of one kind for it to be what the story is about."""
ROUNDS = 2
"""How often what is known of an event by then decides which other claims are about it."""


_BEFORE_NOUN = re.compile(r"\b(?:the|these|those|both|two|three|such|of) (?:\w+ )?$", re.IGNORECASE)


def twin_events(
    articles: Sequence[Sequence[Claim]], *, published: Sequence[dt.date | None] | None = None
) -> list[list[int | None]] | None:
    """Which of several events of one kind each claim of a story is about.

    Args:
        articles: for each article of the story its claims, in order.
        published: the articles' days of publication, where they are known.

    Returns:
        For each article the number of each claim's event, from 0; None for a claim about several of them or about none.
        None if the story tells of no two events of one kind to two people on different days.
    """
    kinds = _main_kinds(articles, published or [None] * len(articles))
    cast = _twins(articles, kinds)
    if len(cast) < 2:
        return None
    named = [[_named(claim, cast) for claim in claims] for claims in articles]
    together = [[_is_of_several(claim, cast, kinds) for claim in claims] for claims in articles]
    labels = named
    for _ in range(ROUNDS):
        known = _known(articles, labels, len(cast))
        labels = [
            [
                name if name is not None or both else _by_cues(claim, known)
                for claim, name, both in zip(*row, strict=True)
            ]
            for row in zip(articles, named, together, strict=True)
        ]
    return [_followed(row, both) for row, both in zip(labels, together, strict=True)]


def _main_kinds(articles: Sequence[Sequence[Claim]], published: Sequence[dt.date | None]) -> frozenset[str]:
    """The kinds of event that the articles are about."""
    found = [main_event(claims, published=day) for claims, day in zip(articles, published, strict=True)]
    mains = Counter(main.kind for main in found if main is not None)
    return frozenset(kind for kind, n in mains.items() if n >= MAIN_KIND * len(articles))


@attrs.define
class _Fate:
    """What befell one person: in which articles, what kinds of event, and when."""

    articles: set[int] = attrs.Factory(set)
    kinds: set[str] = attrs.Factory(set)
    days: list[TimeSpan] = attrs.Factory(list)


def _twins(articles: Sequence[Sequence[Claim]], kinds: frozenset[str]) -> list[str]:
    """The people to whom all that the story is about happened, each on another day; who is told of most comes first.

    Two suspects of one attack are none: the attack did not happen to them.
    """
    fates: dict[str, _Fate] = {}
    for number, claims in enumerate(articles):
        for claim in claims:
            if claim.event is None or not claim.event.kinds & kinds:
                continue
            people = {e.name for e in _own_people(claim) for role in claim.event.roles if _suffers(e, role)}
            for name in people:
                fate = fates.setdefault(next((known for known in fates if same_person(known, name)), name), _Fate())
                fate.articles.add(number)
                if len(people) == 1:
                    fate.kinds |= claim.event.kinds
                    fate.days += _days(claim)
    told = [person for person, fate in fates.items() if len(fate.articles) >= FEWEST_ARTICLES and kinds <= fate.kinds]
    twins: list[str] = []
    for person in sorted(told, key=lambda person: (-len(fates[person].articles), person)):
        if all(_are_two(person, other) and _on_other_days(fates[person].days, fates[other].days) for other in twins):
            twins.append(person)
    return twins


def _own_people(claim: Claim) -> list[Entity]:
    """The people that a claim names in its own words."""
    return [
        entity
        for entity in claim.entities
        if entity.label == "person"
        and claim.start <= entity.start < claim.end
        and same_person(entity.text, entity.name)
    ]


def _suffers(person: Entity, role: Role) -> bool:
    return role.role == "patient" and role.start < person.end and person.start < role.end


def _are_two(x: str, y: str) -> bool:
    """Whether two names have other surnames; a brother is not told from another spelling."""
    return not same_person(x.split()[-1], y)


def _days(claim: Claim) -> list[TimeSpan]:
    return [t for t in claim.times if t.weekday is not None or (t.earliest is not None and t.earliest == t.latest)]


def _on_other_days(a: Sequence[TimeSpan], b: Sequence[TimeSpan]) -> bool:
    relations = {compare_times(x, y) for x in a for y in b}
    return "incompatible" in relations and "same" not in relations


def _names(claim: Claim, cast: Sequence[str]) -> set[int]:
    """Whom of the cast a claim's own words name."""
    people = [entity.name for entity in _own_people(claim)]
    return {at for at, person in enumerate(cast) if any(same_person(person, name) for name in people)}


def _named(claim: Claim, cast: Sequence[str]) -> int | None:
    named = _names(claim, cast)
    return named.pop() if len(named) == 1 else None


def _is_of_several(claim: Claim, cast: Sequence[str], kinds: frozenset[str]) -> bool:
    """Whether a claim is about more than one of the events: it names several of the people, or "two climbers", "one
    Australian and one English climber", "the deaths"."""
    people = _names(claim, cast)
    if people:
        return len(people) > 1
    if any(q.low == q.high == len(cast) and q.counts in PERSON_NOUNS - KIN for q in claim.quantities):
        return True
    event = claim.event
    if event is None or not event.kinds & kinds:
        return False
    patients = [role.text for role in event.roles if role.role == "patient"]
    before = claim.quote[: event.start - claim.start]
    named = [event.text] if _BEFORE_NOUN.search(before) else []  # "the deaths", not "a climber dies"
    return len(patients) > 1 or any(map(_is_plural, [*named, *patients]))


def _is_plural(noun: str) -> bool:
    if noun in {"men", "women", "people", "children"}:
        return True
    return noun[:1].islower() and noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _cues(claim: Claim) -> set[Hashable]:
    """What tells whom a claim is about: ages and other values, names, days."""
    cues: set[Hashable] = {(q.dimension, q.base_low, q.base_high) for q in claim.quantities if q.dimension != "count"}
    cues.update(e.name.casefold() for e in claim.entities if claim.start <= e.start < claim.end)
    for time in _days(claim):
        cues.add(time.weekday if time.earliest is None else time.earliest.weekday())
    return cues


def _known(articles: Sequence[Sequence[Claim]], labels: Sequence[Sequence[int | None]], n: int) -> list[set[Hashable]]:
    """For each event the cues of claims about it that no claim about another has."""
    found: list[set[Hashable]] = [set() for _ in range(n)]
    for claims, row in zip(articles, labels, strict=True):
        for claim, label in zip(claims, row, strict=True):
            if label is not None:
                found[label] |= _cues(claim)
    shared = {cue for a, b in itertools.combinations(found, 2) for cue in a & b}
    return [cues - shared for cues in found]


def _by_cues(claim: Claim, known: Sequence[set[Hashable]]) -> int | None:
    cues = _cues(claim)
    hits = [len(cues & own) for own in known]
    best = max(range(len(hits)), key=hits.__getitem__)
    return best if hits[best] and hits.count(hits[best]) == 1 else None


def _followed(row: Sequence[int | None], together: Sequence[bool]) -> list[int | None]:
    """The labels of an article, with those between: who is told of goes on until another is."""
    followed: list[int | None] = []
    current: int | None = None
    for label, both in zip(row, together, strict=True):
        current = None if both else label if label is not None else current
        followed.append(current)
    # A headline that names nobody is about the one who is told of first.
    first = next((at for at in range(len(row)) if together[at] or row[at] is not None), None)
    return followed if first is None else [followed[first]] * first + followed[first:]
