"""Quantities in words: the value and unit as a reader writes them, and the unit that two of them share."""

from __future__ import annotations

import math
import re

from claimcheck.claims.units import UNITS, Unit
from claimcheck.records.values import Quantity

_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# Dimensions whose best unit is chosen by size, each with the units to choose from, smallest first.
_LADDERS: dict[str, tuple[str, ...]] = {
    "duration": ("second", "minute", "hour", "day", "week", "month", "year"),
    "length": ("millimetre", "centimetre", "metre", "kilometre"),
    "mass": ("milligram", "gram", "kilogram", "tonne"),
    "area": ("square metre", "hectare", "square kilometre"),
    "volume": ("millilitre", "litre", "cubic metre"),
    "speed": ("kilometre per hour",),
    "energy": ("joule", "kilojoule", "kilowatt-hour", "megawatt-hour", "gigawatt-hour"),
    "power": ("watt", "kilowatt", "megawatt", "gigawatt"),
    "information": ("byte", "kilobyte", "megabyte", "gigabyte", "terabyte"),
}


def _digits(value: float, *, exact: bool = True) -> str:
    """ "40,000", "5.2 million", "0.3"; three significant digits where the value was converted."""
    size = abs(value)
    for scale, word in _LARGE:
        if size >= scale:
            return f"{_plain(value / scale, exact)} {word}"
    return _plain(value, exact)


def _plain(value: float, exact: bool) -> str:
    if not math.isfinite(value):
        return str(value)
    if not exact and value:
        places = max(0, 2 - math.floor(math.log10(abs(value))))
        value = round(value, places)
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return f"{round(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-4 else f"{value:g}"


def _convert(value: float, source: Unit | None, target: Unit | None, scale: float) -> float:
    return value if source is target or target is None else value * scale / target.scale


def _with_unit(number: str, unit: str, plural: bool) -> str:
    base, per, rest = unit.partition(" per ")
    known = UNITS.get(unit)
    if known is None and per:
        return f"{_with_unit(number, base, plural)} per {rest}" if base else f"{number} per {rest}"
    if unit.startswith("per "):
        return f"{number} {unit}"
    if known is None:
        return f"{number} {unit}".strip()
    if known.dimension == "money":
        if re.fullmatch(r"[\d,]+\.\d", number):
            number += "0"  # $13.60
        prefix = not known.symbol.isalpha() or len(known.symbol) == 1
        if known.symbol == "p":
            return f"{number}p"
        return f"{known.symbol}{number}" if prefix else f"{number} {known.symbol}"
    if known.symbol in ("%", "°C", "°F"):
        return f"{number}{known.symbol}"
    symbol = known.symbol
    if not plural and symbol.endswith("s") and len(symbol) > 3:
        symbol = known.name
    return f"{number} {symbol}"


def format_value(quantity: Quantity, unit: str | None = None) -> str:
    """A value in words and digits: "50 min", "more than 60 min", "30 to 40", "about 40,000", "$5.2 million".

    Args:
        unit: name of a unit of the same dimension to convert to; any other unit is ignored.
    """
    source = UNITS.get(quantity.unit)
    target = UNITS.get(unit) if unit else None
    if target is not None and (source is None or target.dimension != source.dimension or source.dimension == "money"):
        target = None
    if quantity.dimension == "age" and quantity.unit in UNITS and target is None:
        source = UNITS[quantity.unit]
    name = target.name if target else quantity.unit
    exact = target is None or target is source

    def show(value: float) -> str:
        if quantity.dimension == "percentage":
            value = round(value, 2)  # two thirds
        return _digits(_convert(value, source, target, quantity.scale), exact=exact)

    def whole(text: str, value: float | None) -> str:
        shown = _with_unit(text, name, plural=text != "1")
        if quantity.dimension == "ordinal" and value is not None:
            return ordinal(value)
        if quantity.dimension == "multiple":
            return f"{text} times"
        if quantity.dimension == "category":
            return f"category {text}"
        if quantity.dimension == "magnitude":
            return f"magnitude {text}"
        if quantity.dimension == "age":
            return (
                f"{shown} old" if shown.split()[-1] in ("years", "year", "months", "month", "days", "weeks") else shown
            )
        return shown

    low, high = quantity.low, quantity.high
    about = "about " if quantity.approximate else ""
    if low is None and high is None:
        return quantity.text
    if low is None:
        assert high is not None
        return ("at most " if quantity.high_closed else "less than ") + whole(show(high), high)
    if high is None:
        return ("at least " if quantity.low_closed else "more than ") + whole(show(low), low)
    if low == high:
        return about + whole(show(low), low)
    if quantity.approximate and quantity.low_closed and not quantity.high_closed:
        if quantity.text and _is_vague(quantity):
            return quantity.text.lower()
        return "just under " + whole(show(high), high)
    if quantity.approximate and not quantity.low_closed:
        return "just over " + whole(show(low), low)
    first, second = show(low), show(high)
    if UNITS.get(name) is not None and UNITS[name].dimension == "money":
        return f"{about}{_with_unit(first, name, plural=True)} to {_with_unit(second, name, plural=True)}"
    return f"{about}{first} to {whole(second, high)}"


def _is_vague(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is not None and quantity.high >= 2 * quantity.low


def ordinal(value: float) -> str:
    """ "1st", "22nd", "13th"."""
    number = round(value)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _rung(size: float, ladder: tuple[str, ...]) -> int:
    """The largest unit of a ladder in which a size, given in the base unit, is at least one."""
    rung = 0
    for index, name in enumerate(ladder):
        if size >= UNITS[name].scale * (1 - 1e-9):
            rung = index
    return rung


def common_unit(a: Quantity, b: Quantity) -> str:
    """The unit in which two values of one dimension both read best.

    That is the one that both are in; else the smaller of the two where it gives both of them less than five digits
    ("50-minute" and "over an hour": minute), else the unit of the dimension's ladder that fits the smaller value.
    Where the values do not convert into each other (currencies, other dimensions) it is the unit of `a`.
    """
    first, second = UNITS.get(a.unit), UNITS.get(b.unit)
    if a.unit == b.unit or first is None or second is None:
        return a.unit
    if a.dimension != b.dimension or a.dimension in ("money", "temperature"):
        return a.unit
    sizes = [
        abs(bound) for bound in (a.base_low, a.base_high, b.base_low, b.base_high) if bound is not None and bound != 0
    ]
    smaller = min(first, second, key=lambda unit: unit.scale)
    if not sizes or max(sizes) / smaller.scale < 1e4:
        return smaller.name
    ladder = _LADDERS.get(a.dimension)
    return ladder[_rung(min(sizes), ladder)] if ladder else smaller.name
