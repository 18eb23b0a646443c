"""What the judge's language model reads: two sentences, how far apart their reports are, and what these are about."""

from __future__ import annotations

import datetime as dt
import math

UNITS = ((13, 1, "day"), (60, 7, "week"), (700, 30, "month"), (math.inf, 365, "year"))
"""Up to so many days, a distance is told in units of so many days."""
LONGEST_TITLE = 100
"""Characters of a title that are read."""


def texts(
    a: str,
    b: str,
    date_a: dt.date | None,
    date_b: dt.date | None,
    title_a: str | None = None,
    title_b: str | None = None,
) -> tuple[str, str]:
    """Both sentences, each with the distance of its report from the other, and the report's title:

    `(2 days later) [Quake shakes Ludra] The toll rose to 57.`

    Without both dates no distance is told, without both titles no title. The other way round the two texts are the
    same, swapped.
    """
    if title_a and title_b:
        a, b = f"[{_short(title_a)}] {a}", f"[{_short(title_b)}] {b}"
    if date_a is None or date_b is None:
        return a, b
    days = (date_b - date_a).days
    if days == 0:
        return f"(same day) {a}", f"(same day) {b}"
    words = _distance(abs(days))
    sooner, later = f"({words} earlier)", f"({words} later)"
    return (f"{sooner} {a}", f"{later} {b}") if days > 0 else (f"{later} {a}", f"{sooner} {b}")


def _short(title: str) -> str:
    """A title on one line, cut at a word."""
    words = " ".join(title.split())
    return words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rpartition(" ")[0]


def _distance(days: int) -> str:
    size, unit = next((size, unit) for most, size, unit in UNITS if days <= most)
    number = max(1, round(days / size))
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
