"""Do two values fit: is one the other, told with other precision, in another unit, as a bound or a rounding of it?"""

from __future__ import annotations

import math
import re
from operator import itemgetter
from typing import Literal

from claimcheck.records import Quantity

Fit = Literal["same", "compatible", "apart"]

APPROXIMATE, APPROXIMATE_FINE = 0.1, 0.05
"""Relative tolerance of a value that the text calls approximate ("about", "some"), and the least of it where the value
is told so finely that a tenth is more than one of its steps: "about 78 percent" is not 83."""
STEPS = (5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01)
"""Round steps, as parts of the power of ten below a value: 2,100 is told in steps of 100, 25 in steps of 5."""
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
CALENDAR, CALENDAR_YEAR = 0.1, 0.02
"""Relative tolerance between months and other units of time, and of "half an hour": nobody counts so exactly; and
between years and days or weeks."""
CONVERTED_ONE_DIGIT, CONVERTED_ONE_DIGIT_EACH = 0.05, 0.1
"""Relative tolerance of converted units where one figure, and where each, has a single significant digit: "12 miles"
and "20 kilometres", "30 feet" and "10 metres"."""
ROUNDED_DEGREES = 0.6
"""Degrees by which two temperatures differ that are rounded in two scales: "30 °F" and "-1 °C"."""
ROUNDED_TO_ONE_DIGIT = 0.05
"""Relative tolerance of large figures with one significant digit: "$2,000" is said of $2,084."""
VAGUE = 0.5
"""How far below "hundreds", which are 200 and more, the value may lie, relative to 200: some write it of 120."""
OPEN = 5.0
"""Least ratio of the bounds of "dozens", "hundreds", "thousands"."""
PART_OF_HOUR = 0.2
"""Relative tolerance of "about a quarter of an hour"."""
EXACT = 1e-6
FAR_BOUNDS, FAR_INSIDE = 1.5, 2.0
"""Factors from which two bounds of one direction, and a bound and a value inside it, no longer tell of one measurement:
"within 20 minutes" and "within 45" can both be true, and nobody would call it an agreement. Of 129 labelled pairs with
one open end (benchmarks/data) those further apart are related, unrelated, updates or in conflict but for six."""
LARGE = 1000.0
"""From here on a figure with few significant digits may be a rounded one."""

CONVERTED = frozenset({"length", "mass", "area", "volume", "speed", "temperature"})
"""Dimensions whose values are converted from one unit to another, and rounded then."""
ROUNDED_IN_TEXT = frozenset({"percentage", "money"}) | CONVERTED
"""Dimensions whose values are told with fewer digits than are known."""
LEAST_DIGITS = 2
"""Digits that a rounded figure has at least: "10 percent" may be 9.96, "2 percent" is not 1.5."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
_FRACTION = re.compile(r"\b(?:half|third|quarter|fifth|in|out of)\b")
_FAHRENHEIT = re.compile(r"F\b|Fahrenheit", re.IGNORECASE)
_DOZENS = re.compile(r"\b(?:dozen|score)\b")

COUNTED = frozenset({"count", "score", "ordinal", "category", "age"})
"""Dimensions of whole numbers, where a bound that is excluded is excluded."""


def fit_of(qa: Quantity, qb: Quantity) -> Fit:
    """Whether two values of one dimension are the same, can both be true of one thing, or cannot."""
    low_a, high_a = _bounds(qa)
    low_b, high_b = _bounds(qb)
    if (low_a, high_a) == (low_b, high_b) and (low_a == high_a or _is_youngest_to_oldest(qa)):
        return "same"
    if _rounds_to(qa, qb) or _is_converted(qa, qb) or _is_converted(qb, qa) or _are_reciprocal(qa, qb):
        return "compatible"
    if _one_end_differs(qa, qb):
        return "apart"
    bounds = sorted(((low_a, high_a, qa), (low_b, high_b, qb)), key=itemgetter(0, 1))
    (_, below, _), (above, _, higher) = bounds
    gap = above - below
    slack = VAGUE if gap > 0.0 and _is_open_plural(higher) else _slack(qa, qb)
    reach = slack * max(abs(below), abs(above))
    if qa.dimension == "temperature" and _is_in_fahrenheit(qa) != _is_in_fahrenheit(qb):
        reach = max(reach, ROUNDED_DEGREES)
    if gap > reach or (gap == 0.0 and slack == EXACT and _touch_excluded(qa, qb)):
        return "apart"
    return "compatible"


def is_far_inside(qa: Quantity, qb: Quantity) -> bool:
    """Whether two values are compatible only because one of them, or each, is a bound that is far from the other."""
    sided = [(q.base_low is None) != (q.base_high is None) for q in (qa, qb)]
    values = [abs(q.base_low if q.base_low is not None else q.base_high or 0.0) for q in (qa, qb)]
    if qa.dimension == "temperature" or not any(sided) or not all(values):
        return False
    if any(q.base_low is None and q.base_high is None for q in (qa, qb)):
        return False
    return max(values) >= (FAR_BOUNDS if all(sided) else FAR_INSIDE) * min(values)


def _is_in_fahrenheit(q: Quantity) -> bool:
    return _FAHRENHEIT.search(q.text) is not None


def _is_youngest_to_oldest(q: Quantity) -> bool:
    """Whether two ages are those of the youngest and the oldest of a group: "aged 13 to 15"."""
    return q.dimension == "age" and not q.approximate and q.low is not None and q.high is not None and q.low < q.high


def _one_end_differs(qa: Quantity, qb: Quantity) -> bool:
    """Whether only the youngest or only the oldest of a group has another age: "13 to 14" and "13 to 15". Where both
    ends differ, each may be a guess at one person's age."""
    if not (_is_youngest_to_oldest(qa) and _is_youngest_to_oldest(qb)):
        return False
    return (qa.low == qb.low) != (qa.high == qb.high)


def _is_open_plural(q: Quantity) -> bool:
    """ "Dozens", "hundreds": a plural without a number."""
    return q.approximate and q.low is not None and q.high is not None and q.high >= OPEN * abs(q.low) > 0.0


def _are_reciprocal(qa: Quantity, qb: Quantity) -> bool:
    """Whether one is the other told from the other end: orders "halved", there were "twice as many" before."""
    return qa.dimension == "multiple" == qb.dimension and qa.low is not None and qa.low * (qb.low or 0.0) == 1.0


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
    if any(q.approximate and _is_part_of_hour(q) for q in (qa, qb)):
        return PART_OF_HOUR
    about = [q.approximate and not _is_just_below(q) and not _is_just_above(q) for q in (qa, qb)]
    if any(about):
        return BOTH_APPROXIMATE if all(about) else _approximate(qa if about[0] else qb)
    if qa.dimension in {"score", "ordinal", "category", "age"}:
        return EXACT
    narrow = ROUNDED if _is_narrow(qa) or _is_narrow(qb) else EXACT
    return max(_rounding(qa), _rounding(qb), _conversion(qa, qb), narrow)


def _approximate(q: Quantity) -> float:
    """Relative tolerance of an approximate value: one of the round steps that it is told in, within bounds."""
    if q.low is None or q.low != q.high or not q.low:
        return APPROXIMATE
    value = abs(q.low)
    power = 10.0 ** math.floor(math.log10(value))
    steps = (step * power for step in STEPS)
    step = next((step for step in steps if abs(value / step - round(value / step)) < EXACT), 0.0)
    return min(APPROXIMATE, max(APPROXIMATE_FINE, step / value))


def _is_part_of_hour(q: Quantity) -> bool:
    return (
        q.dimension == "duration"
        and q.unit == "hour"
        and q.low is not None
        and q.low < 1
        and (_FRACTION.search(q.text) is not None)
    )


def _conversion(qa: Quantity, qb: Quantity) -> float:
    """Relative tolerance between two units: 130 miles an hour are told as 210 kilometres an hour. Of temperatures it is
    not known which unit the text had."""
    if qa.unit == qb.unit and qa.dimension != "temperature":
        return EXACT
    if qa.dimension == "duration":
        units = {qa.unit, qb.unit}
        return CALENDAR if "month" in units else CALENDAR_YEAR if "year" in units else EXACT
    if qa.dimension not in CONVERTED:
        return EXACT
    if qa.dimension == "temperature":
        return ROUNDED
    coarse = sum(_has_one_digit(q) for q in (qa, qb))
    return (ROUNDED, CONVERTED_ONE_DIGIT, CONVERTED_ONE_DIGIT_EACH)[coarse]


def _is_converted(fine: Quantity, coarse: Quantity) -> bool:
    """Whether one figure, converted to the unit of the other and rounded to a whole one, is the other: twelve
    kilometres are 7.46 miles, and "seven miles" in a text that has no decimals."""
    if fine.dimension != coarse.dimension or fine.dimension not in CONVERTED - {"temperature"}:
        return False
    if fine.unit == coarse.unit or not (fine.low == fine.high and coarse.low == coarse.high):
        return False
    if not (fine.base_low and coarse.base_low and coarse.low) or coarse.low != int(coarse.low):
        return False
    converted = fine.base_low * coarse.low / coarse.base_low
    return abs(converted - coarse.low) <= min(0.5, CONVERTED_ONE_DIGIT_EACH * coarse.low)


def _has_one_digit(q: Quantity) -> bool:
    value = q.low if q.low is not None else q.high
    return value is not None and float(f"{value:.1g}") == value


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
    if _has_one_digit(q):
        return ROUNDED_TO_ONE_DIGIT
    return ROUNDED if float(f"{value:.2g}") == value else EXACT
