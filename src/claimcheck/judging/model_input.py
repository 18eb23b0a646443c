"""What the judge's language model reads: two sentences, and how far apart their reports are."""

from __future__ import annotations

import datetime as dt
import math

UNITS = ((13, 1, "day"), (60, 7, "week"), (700, 30, "month"), (math.inf, 365, "year"))
"""Up to so many days, a distance is told in units of so many days."""


def texts(a: str, b: str, date_a: dt.date | None, date_b: dt.date | None) -> tuple[str, str]:
    """Both sentences, each with the distance of its report from the other: `(2 days later) The toll rose to 57.`

    Without both dates the sentences stand as they are. Swapped sentences with swapped dates give the same two texts.
    """
    if date_a is None or date_b is None:
        return a, b
    days = (date_b - date_a).days
    if days == 0:
        return f"(same day) {a}", f"(same day) {b}"
    words = _distance(abs(days))
    sooner, later = f"({words} earlier)", f"({words} later)"
    return (f"{sooner} {a}", f"{later} {b}") if days > 0 else (f"{later} {a}", f"{sooner} {b}")


def _distance(days: int) -> str:
    size, unit = next((size, unit) for most, size, unit in UNITS if days <= most)
    number = max(1, round(days / size))
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
