"""What a claim says, as values: quantities, times, entities, who speaks, which event.

Every value knows where it stands: `article.text[value.start:value.end] == value.text`. For a bare
text given to `claimcheck.judge`, the text itself takes the place of the article.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, Self

import attrs

EntityLabel = Literal["person", "organisation", "place", "group", "event", "other"]
Factuality = Literal[
    "asserted", "negated", "denied", "planned", "possible", "conditional", "cancelled", "counterfactual"
]
Precision = Literal["day", "week", "month", "season", "year", "decade", "open", "partial"]
Medium = Literal["phone", "in person", "video", "written"]
RoleName = Literal["agent", "patient", "counterpart", "recipient", "place"]

FACTUALITIES: tuple[Factuality, ...] = (
    "asserted",
    "negated",
    "denied",
    "planned",
    "possible",
    "conditional",
    "cancelled",
    "counterfactual",
)


@attrs.frozen(kw_only=True)
class Located:
    """A range of characters: `article.text[start:end] == text`, `0 <= start < end`."""

    start: int
    end: int
    text: str

    def shifted(self, offset: int) -> Self:
        """The same value `offset` characters further on."""
        return attrs.evolve(self, start=self.start + offset, end=self.end + offset)


@attrs.frozen(kw_only=True)
class Span(Located):
    """A bare range, with nothing known about it."""


@attrs.frozen(kw_only=True)
class Quantity(Located):
    """A number as an interval, with a unit.

    Attributes:
        low, high: bounds in `unit`; None means unbounded. "50-minute" is 50 to 50 minutes,
            "over an hour" is 1 (excluded) to None hours, "just under an hour" is an approximate
            value below 1 hour.
        low_closed, high_closed: whether the bound itself is included.
        unit: singular English unit name ("minute", "metre", "US dollar", "percent"), or "" for a count.
        dimension: what may be compared with what: "duration", "length", "mass", "area", "volume",
            "speed", "temperature", "money", "percentage", "percentage points", "age", "count",
            "ordinal", "score", "category", "magnitude", …
        scale: factor from `unit` to the base unit of the dimension (seconds, metres, …); 1 where there is none.
            Currencies are never converted: their `unit` tells them apart.
        approximate: the text says "about", "nearly", "some", "almost".
        counts: lemma of what is counted or measured ("person", "truck"), lower case, or None.
        role: lemma of what happens to what is counted ("kill", "wound"), lower case, or None.
    """

    low: float | None
    high: float | None
    low_closed: bool = True
    high_closed: bool = True
    unit: str = ""
    dimension: str = "count"
    scale: float = 1.0
    approximate: bool = False
    counts: str | None = None
    role: str | None = None

    @property
    def base_low(self) -> float | None:
        """Lower bound in the dimension's base unit; None means unbounded."""
        return None if self.low is None else self.low * self.scale

    @property
    def base_high(self) -> float | None:
        """Upper bound in the dimension's base unit; None means unbounded."""
        return None if self.high is None else self.high * self.scale


@attrs.frozen(kw_only=True)
class TimeSpan(Located):
    """A time in a text, as the interval of days in which it lies.

    Attributes:
        earliest, latest: first and last day, both included; None where the text (and the publication date)
            leave that side open or unknown.
        precision: granularity of the words; "partial" where the year (or more) stays unknown, "open" for
            one-sided spans ("since 2014").
        year, month, day, weekday: what the words themselves (resolved where possible) fix, so that partial
            times can be compared: "March 4" without a year is month 3, day 4. `weekday` is 0 for Monday.
        clock: time of day as "HH:MM", where given.
        resolved_from: publication date that a relative expression was resolved against, or None.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: Precision = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: str | None = None
    resolved_from: dt.date | None = None


@attrs.frozen(kw_only=True)
class Entity(Located):
    """A name in a text. `name` is its canonical form ("Ashton Carter" for "Mr Carter")."""

    label: EntityLabel
    name: str


@attrs.frozen(kw_only=True)
class Mention(Located):
    """Somebody as the text names them: a speaker, or the outlet that a statement came through.

    `name` is the canonical form where it could be resolved, else `text`.
    """

    name: str


@attrs.frozen(kw_only=True)
class Role(Located):
    """Who or what fills a role of an event; `start:end` is its name, or its noun with the nouns before it.

    Attributes:
        role: "agent" does it; "patient" it is done to, or it happens to; "counterpart" takes part on equal terms, as
            in a talk, a match or a collision; "recipient" is given or told something; "place" is where, or where to.
        name: canonical name where it could be resolved, else the text.
    """

    role: RoleName
    name: str


@attrs.frozen(kw_only=True)
class Event(Located):
    """The event that a claim is about; `start:end` is the word that names it (its trigger).

    Attributes:
        kind: lemma, or name of a class of near-synonyms ("talk" for call, conversation, talks, spoke).
        also: classes of the other events that the claim names, sorted.
        participants: canonical names of the people who take part, sorted.
        parties: canonical names of the organisations and groups that take part, sorted.
        places: canonical names of where, sorted.
        time: when, or None where nothing in reach says so.
        medium: how people met or spoke, or None.
        definite: the words point back to an event named before ("the conversation", "they agreed").
        roles: who did it to whom, as far as the claim says so, by place. Whether it happened at all is the
            claim's `factuality`.
    """

    kind: str
    also: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    time: TimeSpan | None = None
    medium: Medium | None = None
    definite: bool = False
    roles: tuple[Role, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """`kind` and `also`."""
        return frozenset({self.kind, *self.also})
