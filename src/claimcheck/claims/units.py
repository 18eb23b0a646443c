"""Units of measurement and currencies: their names in text, their dimension, their size, and how to print a value.

The factors are those of pint's default registry (a test compares each of them); they are a table here because
building that registry costs about a second, and claims are extracted at hundreds of sentences a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

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
    _unit("bushel", "volume", _GALLON / 231 * 2150.42, "bushels"),
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
    _unit("Chinese yuan", "money", 1.0, "yuan", "yuan|Chinese renminbi|CNY|RMB|renminbi|CN¥"),
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
    _unit("Danish krone", "money", 1.0, "DKK", "DKK|Danish kroner"),
    _unit("Norwegian krone", "money", 1.0, "NOK", "NOK|Norwegian kroner"),
    _unit("Swedish krona", "money", 1.0, "SEK", "SEK|krona|kronor|Swedish kronor|Swedish kroner|Swedish crowns"),
    _unit("Czech koruna", "money", 1.0, "CZK", "CZK|Czech crown|Czech crowns|koruna|korunas"),
    _unit("Hungarian forint", "money", 1.0, "HUF", "HUF|forint|forints"),
    _unit("Iranian rial", "money", 1.0, "IRR", "IRR|rials"),
    _unit("Bangladeshi taka", "money", 1.0, "BDT", "BDT|taka"),
    _unit("Mexican peso", "money", 1.0, "Mexican pesos", "MXN"),
    _unit("Argentine peso", "money", 1.0, "Argentine pesos", "ARS"),
    _unit("Philippine peso", "money", 1.0, "Philippine pesos", "PHP"),
    _unit("krone", "money", 1.0, "kroner", "kroner"),
    _unit("peso", "money", 1.0, "pesos"),
    _unit("dirham", "money", 1.0, "AED", "AED"),
    _unit("riyal", "money", 1.0, "SAR", "SAR|Saudi riyal|Saudi riyals"),
    _unit("shilling", "money", 1.0, "shillings", "KSh|Ksh|Kenyan shilling|Kenyan shillings"),
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
    if " " not in alias
    and (not alias.isalpha() or (alias.isupper() and len(alias) == 3) or alias in ("Rs", "KSh", "Ksh"))
}
# Letters right before the digits that are a currency there and something else everywhere else ("N2", "R2").
LETTER_CURRENCIES = {
    "N": UNITS["Nigerian naira"], "R": UNITS["South African rand"], "RM": UNITS["ringgit"], "Rp": UNITS["rupiah"],
    "Sh": UNITS["shilling"],
}  # fmt: skip


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
