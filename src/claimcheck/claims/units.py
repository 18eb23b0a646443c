"""Units of measurement and currencies: their names in text, their dimension, their size, and how to print a value.

The factors are those of pint's default registry (a test compares each of them); they are a table here because
building that registry costs about a second, and claims are extracted at hundreds of sentences a second.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import attrs

from claimcheck.records.values import Quantity

SECOND = 1.0
MINUTE = 60.0
HOUR = 3600.0
DAY = 86400.0
YEAR = 365.25 * DAY
MONTH = YEAR / 12


@attrs.frozen
class Unit:
    """One unit.

    Attributes:
        name: singular English name, as it stands in `Quantity.unit`.
        dimension: what it measures; units of one dimension compare.
        scale: size in the base unit of the dimension. Currencies all have 1: they are never converted.
        symbol: how it is printed after (or, for currencies, before) a number.
        aliases: other ways to write it, plurals of the name apart; those with an upper-case letter, and those of one
            or two letters, are read as they stand, the others in any case.
        pint: its name in pint's registry, "" where pint has none.
    """

    name: str
    dimension: str
    scale: float
    symbol: str
    aliases: tuple[str, ...] = ()
    pint: str = ""


def _unit(name: str, dimension: str, scale: float, symbol: str, aliases: str = "", pint: str | None = None) -> Unit:
    return Unit(
        name, dimension, scale, symbol, tuple(aliases.split("|")) if aliases else (), name if pint is None else pint
    )


_FOOT = 0.3048
_MILE = 1609.344
_POUND = 0.45359237
_GALLON = 3.785411784e-3

_MEASURES: tuple[Unit, ...] = (
    _unit("millisecond", "duration", 1e-3, "ms", "ms"),
    _unit("second", "duration", SECOND, "s", "sec|secs"),
    _unit("minute", "duration", MINUTE, "min", "min|mins"),
    _unit("hour", "duration", HOUR, "h", "hr|hrs"),
    _unit("day", "duration", DAY, "days"),
    _unit("night", "duration", DAY, "nights", pint="day"),
    _unit("week", "duration", 7 * DAY, "weeks"),
    _unit("fortnight", "duration", 14 * DAY, "fortnights"),
    _unit("month", "duration", MONTH, "months"),
    _unit("year", "duration", YEAR, "years", "yr|yrs"),
    _unit("decade", "duration", 10 * YEAR, "decades", pint=""),
    _unit("century", "duration", 100 * YEAR, "centuries", "centuries"),
    _unit("nanometre", "length", 1e-9, "nm", "nanometer|nanometers|nm"),
    _unit("micrometre", "length", 1e-6, "µm", "micrometer|micrometers|micron|microns|µm|μm"),
    _unit("millimetre", "length", 1e-3, "mm", "millimeter|millimeters|mm"),
    _unit("centimetre", "length", 1e-2, "cm", "centimeter|centimeters|cm"),
    _unit("metre", "length", 1.0, "m", "meter|meters|m"),
    _unit("kilometre", "length", 1e3, "km", "kilometer|kilometers|km|kms"),
    _unit("inch", "length", _FOOT / 12, "in", "inches|in"),
    _unit("foot", "length", _FOOT, "ft", "feet|ft"),
    _unit("yard", "length", 3 * _FOOT, "yd", "yd|yds"),
    _unit("mile", "length", _MILE, "miles", "mi"),
    _unit("nautical mile", "length", 1852.0, "nautical miles", pint="nautical_mile"),
    _unit("astronomical unit", "length", 149597870700.0, "au", "au|AU", pint="astronomical_unit"),
    _unit("light-year", "length", 9460730472580800.0, "light-years", "light year|light years", pint="light_year"),
    _unit("microgram", "mass", 1e-9, "µg", "mcg|µg|μg"),
    _unit("milligram", "mass", 1e-6, "mg", "mg"),
    _unit("gram", "mass", 1e-3, "g", "g|gramme|grammes"),
    _unit("kilogram", "mass", 1.0, "kg", "kg|kgs|kilo|kilos|kilogramme|kilogrammes"),
    _unit("tonne", "mass", 1e3, "t", "t|metric ton|metric tons|metric tonne|metric tonnes", pint="metric_ton"),
    # A bare "ton" is the short ton of 907 kg in the United States and a tonne elsewhere; the difference of ten
    # per cent lies inside what a news report rounds away.
    _unit("ton", "mass", 1e3, "tons", pint=""),
    _unit("kilotonne", "mass", 1e6, "kt", "kiloton|kilotons", pint="kilometric_ton"),
    _unit("ounce", "mass", _POUND / 16, "oz", "oz"),
    _unit("pound", "mass", _POUND, "lb", "lb|lbs"),
    _unit("stone", "mass", 14 * _POUND, "st", "stones"),
    _unit("square metre", "area", 1.0, "m²", "square meter|square meters|sq m|sqm|m2|m²", pint="metre**2"),
    _unit("square kilometre", "area", 1e6, "km²", "square kilometer|square kilometers|sq km|km2|"
          "km²", pint="kilometre**2"),
    _unit("square foot", "area", _FOOT**2, "sq ft", "square feet|sq ft|sqft", pint="foot**2"),
    _unit("square yard", "area", (3 * _FOOT) ** 2, "sq yd", "sq yd", pint="yard**2"),
    _unit("square mile", "area", _MILE**2, "sq miles", "sq mi|sq mile|sq miles", pint="mile**2"),
    _unit("acre", "area", 4046.8564224, "acres", pint="acre"),
    _unit("hectare", "area", 1e4, "ha", "ha"),
    _unit("millilitre", "volume", 1e-6, "ml", "milliliter|milliliters|ml"),
    _unit("litre", "volume", 1e-3, "l", "liter|liters|ltr|ltrs"),
    _unit("pint", "volume", _GALLON / 8, "pints"),
    _unit("gallon", "volume", _GALLON, "gallons", "gal"),
    _unit("barrel", "volume", 42 * _GALLON, "barrels", "bbl", pint="oil_barrel"),
    _unit("cubic metre", "volume", 1.0, "m³", "cubic meter|cubic meters|cu m|m3|m³", pint="metre**3"),
    _unit("cubic kilometre", "volume", 1e9, "km³", "cubic kilometer|cubic kilometers|km3|km³", pint="kilometre**3"),
    _unit("cubic foot", "volume", _FOOT**3, "cu ft", "cubic feet|cu ft", pint="foot**3"),
    _unit("metre per second", "speed", 1.0, "m/s", "meter per second|meters per second|m/s", pint="metre/second"),
    _unit(
        "kilometre per hour", "speed", 1 / 3.6, "km/h",
        "kilometer per hour|kilometers per hour|kilometres per hour|kilometres an hour|kilometers an hour|km per hour|"
        "km an hour|km/h|kmh|kph|kmph", pint="kilometre/hour",
    ),
    _unit(
        "mile per hour", "speed", _MILE / HOUR, "mph",
        "miles per hour|miles an hour|mile an hour|mile-an-hour|mph|mi/h", pint="mile/hour",
    ),
    _unit("kilometre per second", "speed", 1e3, "km/s", "km/s|kilometres per second|kilometers per second|"
          "kilometres a second|kilometers a second", pint="kilometre/second"),
    _unit("knot", "speed", 1852 / HOUR, "knots", "kn|kt|kts"),
    _unit("degree Celsius", "temperature", 1.0, "°C", "degrees Celsius|degrees celsius|degree celsius|degrees C|"
          "°C|° C|C|"
          "degrees centigrade|Celsius|celsius|degC", pint=""),
    _unit("degree Fahrenheit", "temperature", 1.0, "°F", "degrees Fahrenheit|degrees fahrenheit|degree fahrenheit|"
          "degrees F|°F|° F|F|Fahrenheit", pint=""),
    _unit("kelvin", "temperature", 1.0, "K", "kelvins", pint=""),
    _unit("degree", "degrees", 1.0, "degrees", "°", pint=""),
    _unit("joule", "energy", 1.0, "J"),
    _unit("kilojoule", "energy", 1e3, "kJ", "kJ"),
    _unit("megajoule", "energy", 1e6, "MJ", "MJ"),
    _unit("calorie", "energy", 4.184, "cal", "cal"),
    _unit("kilocalorie", "energy", 4184.0, "kcal", "kcal|kcals"),
    _unit("kilowatt-hour", "energy", 3.6e6, "kWh", "kilowatt hour|kilowatt hours|kWh", pint="kilowatt_hour"),
    _unit("megawatt-hour", "energy", 3.6e9, "MWh", "megawatt hour|megawatt hours|MWh", pint="megawatt*hour"),
    _unit("gigawatt-hour", "energy", 3.6e12, "GWh", "gigawatt hour|gigawatt hours|GWh", pint="gigawatt*hour"),
    _unit("terawatt-hour", "energy", 3.6e15, "TWh", "terawatt hour|terawatt hours|TWh", pint="terawatt*hour"),
    _unit("watt", "power", 1.0, "W", "W"),
    _unit("kilowatt", "power", 1e3, "kW", "kW|KW"),
    _unit("megawatt", "power", 1e6, "MW", "MW"),
    _unit("gigawatt", "power", 1e9, "GW", "GW"),
    _unit("terawatt", "power", 1e12, "TW", "TW"),
    _unit("horsepower", "power", 745.6998715822702, "hp", "hp|bhp"),
    _unit("byte", "information", 1.0, "B", pint=""),
    _unit("kilobyte", "information", 1e3, "kB", "KB|kB", pint="kilobyte"),
    _unit("megabyte", "information", 1e6, "MB", "MB", pint="megabyte"),
    _unit("gigabyte", "information", 1e9, "GB", "GB", pint="gigabyte"),
    _unit("terabyte", "information", 1e12, "TB", "TB", pint="terabyte"),
    _unit("petabyte", "information", 1e15, "PB", "PB", pint="petabyte"),
    _unit("megabit per second", "data rate", 1e6, "Mbps", "megabits per second|Mbps|Mb/s|"
          "Mbit/s", pint="megabit/second"),
    _unit("gigabit per second", "data rate", 1e9, "Gbps", "gigabits per second|Gbps|Gb/s|"
          "Gbit/s", pint="gigabit/second"),
    _unit("hertz", "frequency", 1.0, "Hz", "Hz"),
    _unit("kilohertz", "frequency", 1e3, "kHz", "kHz"),
    _unit("megahertz", "frequency", 1e6, "MHz", "MHz"),
    _unit("gigahertz", "frequency", 1e9, "GHz", "GHz"),
    _unit("volt", "voltage", 1.0, "V"),
    _unit("kilovolt", "voltage", 1e3, "kV", "kV"),
    _unit("ampere", "electric current", 1.0, "A", "amp|amps"),
    _unit("pascal", "pressure", 1.0, "Pa", "Pa"),
    _unit("hectopascal", "pressure", 100.0, "hPa", "hPa"),
    _unit("millibar", "pressure", 100.0, "mbar", "mb|mbar"),
    _unit("decibel", "sound level", 1.0, "dB", "dB", pint=""),
    _unit("newton", "force", 1.0, "N"),
    _unit("sievert", "radiation dose", 1.0, "Sv", "Sv"),
    _unit("millisievert", "radiation dose", 1e-3, "mSv", "mSv"),
    _unit("percent", "percentage", 1.0, "%", "%|per cent|pct|pc|percents|per-cent|％", pint=""),
    _unit("percentage point", "percentage points", 1.0, "percentage points", "percentage-point|pp|ppt|ppts|"
          "per cent points|percent points", pint=""),
    _unit("basis point", "percentage points", 0.01, "basis points", "basis-point|bp|bps", pint=""),
    _unit("part per million", "concentration", 1.0, "ppm", "parts per million|ppm", pint=""),
    _unit("part per billion", "concentration", 1e-3, "ppb", "parts per billion|ppb", pint=""),
)  # fmt: skip

_CURRENCIES: tuple[Unit, ...] = (
    _unit("US dollar", "money", 1.0, "$", "dollar|dollars|USD|US dollars|U.S. dollar|U.S. dollars|US$|$|bucks|buck"),
    _unit("Australian dollar", "money", 1.0, "A$", "AUD|A$|AU$"),
    _unit("Canadian dollar", "money", 1.0, "C$", "CAD|C$|CA$|CDN$"),
    _unit("New Zealand dollar", "money", 1.0, "NZ$", "NZD|NZ$"),
    _unit("Hong Kong dollar", "money", 1.0, "HK$", "HKD|HK$"),
    _unit("Singapore dollar", "money", 1.0, "S$", "SGD|S$"),
    _unit("Taiwan dollar", "money", 1.0, "NT$", "NT$|TWD"),
    _unit("Brazilian real", "money", 1.0, "R$", "R$|BRL|reais|reals"),
    _unit("euro", "money", 1.0, "€", "EUR|€"),
    _unit("pound sterling", "money", 1.0, "£", "GBP|£|pounds sterling|quid|sterling"),
    _unit("Egyptian pound", "money", 1.0, "E£", "E£|EGP"),
    _unit("Japanese yen", "money", 1.0, "¥", "yen|JPY|¥|Japanese yen"),
    _unit("Chinese yuan", "money", 1.0, "yuan", "yuan|CNY|RMB|renminbi|CN¥"),
    _unit("Indian rupee", "money", 1.0, "₹", "rupee|rupees|INR|₹|Rs|Rs."),
    _unit("Pakistani rupee", "money", 1.0, "PKR", "PKR"),
    _unit("Russian rouble", "money", 1.0, "₽", "rouble|roubles|ruble|rubles|RUB|₽|Russian rubles|Russian ruble"),
    _unit("Swiss franc", "money", 1.0, "CHF", "CHF|franc|francs"),
    _unit("South Korean won", "money", 1.0, "₩", "won|KRW|₩"),
    _unit("Turkish lira", "money", 1.0, "₺", "lira|liras|lire|TRY|₺"),
    _unit("Israeli shekel", "money", 1.0, "₪", "shekel|shekels|ILS|NIS|₪"),
    _unit("South African rand", "money", 1.0, "R", "rand|ZAR"),
    _unit("Nigerian naira", "money", 1.0, "₦", "naira|NGN|₦"),
    _unit("Ukrainian hryvnia", "money", 1.0, "₴", "hryvnia|hryvnias|hryvnya|UAH|₴"),
    _unit("Polish zloty", "money", 1.0, "zloty", "zloty|zlotys|złoty|PLN"),
    _unit("Danish krone", "money", 1.0, "DKK", "DKK"),
    _unit("Norwegian krone", "money", 1.0, "NOK", "NOK"),
    _unit("Swedish krona", "money", 1.0, "SEK", "SEK|krona|kronor"),
    _unit("krone", "money", 1.0, "kroner", "kroner"),
    _unit("peso", "money", 1.0, "pesos"),
    _unit("dirham", "money", 1.0, "AED", "AED"),
    _unit("riyal", "money", 1.0, "SAR", "SAR"),
    _unit("shilling", "money", 1.0, "shillings"),
    _unit("baht", "money", 1.0, "฿", "baht|THB|฿"),
    _unit("ringgit", "money", 1.0, "RM", "ringgit|MYR"),
    _unit("rupiah", "money", 1.0, "rupiah", "IDR"),
    _unit("Vietnamese dong", "money", 1.0, "₫", "VND|₫"),
    _unit("bitcoin", "money", 1.0, "BTC", "BTC"),
    _unit("cent", "money", 1.0, "cents", "¢"),
    _unit("penny", "money", 1.0, "p", "pence|p"),
)  # fmt: skip

UNITS: dict[str, Unit] = {unit.name: unit for unit in (*_MEASURES, *_CURRENCIES)}

# Stems that stay themselves in the plural, or take another one.
_NO_S = {"horsepower", "hertz", "percent", "inch", "foot", "century", "penny", "baht", "ringgit", "rupiah"}
# One letter that is far more often something else; read only when it is glued to a number in digits.
GLUED_ONLY = {"m", "g", "t", "C", "F", "W", "p", "in", "V", "A", "°", "mb", "pc", "kt", "au", "J", "N"}
PREFIX_CURRENCIES: dict[str, Unit] = {
    alias: unit
    for unit in _CURRENCIES
    for alias in unit.aliases
    if " " not in alias and (not alias.isalpha() or (alias.isupper() and len(alias) == 3) or alias == "Rs")
}


def _spellings(unit: Unit) -> Iterator[str]:
    yield unit.name
    if unit.name not in _NO_S:
        head, of, tail = unit.name.partition(" per ")
        yield f"{head}s{of}{tail}"
    yield from unit.aliases


def _exact(alias: str) -> bool:
    return len(alias) <= 2 or any(letter.isupper() for letter in alias) or not alias.isascii()


SPELLINGS: dict[str, Unit] = {}
for _one in UNITS.values():
    for _alias in _spellings(_one):
        SPELLINGS.setdefault(_alias if _exact(_alias) else _alias.lower(), _one)
SPELLINGS["centuries"] = UNITS["century"]


def find_unit(alias: str) -> Unit | None:
    """The unit that a spelling names ("km", "Kilometres", "per cent"), or None."""
    words = re.sub(r"[\s\u00a0]+", " ", alias)
    return SPELLINGS.get(words) or SPELLINGS.get(words.lower())


UNIT_PATTERN = "|".join(
    (re.escape(alias) if _exact(alias) and not alias.islower() else f"(?i:{re.escape(alias)})").replace(r"\ ", r"[\s-]")
    for alias in sorted(SPELLINGS, key=lambda alias: (-len(alias), alias))
)


# ---- printing --------------------

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
