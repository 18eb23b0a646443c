"""Numbers in words and digits, units against pint, printing: no pipeline needed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.amounts import common_unit, format_value, ordinal
from claimcheck.claims.numbers import LARGEST, find_numbers, parse_words
from claimcheck.claims.units import UNITS, find_unit
from claimcheck.records import Quantity

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
SMALL = ONES.split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> str:
    """British English, as "two hundred and forty-three"."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " " if rest else ""
            return f"{spell(number // scale)} {word}{joint}{spell(rest) if rest else ''}"
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def quantity(
    low: float | None, high: float | None, unit: str = "", dimension: str = "count", **more: object
) -> Quantity:
    return Quantity(start=0, end=1, text="x", low=low, high=high, unit=unit, dimension=dimension, **more)  # type: ignore[arg-type]


@given(st.integers(0, 10**11))
def test_a_number_in_words_is_read_back(number: int) -> None:
    words = spell(number)
    assert parse_words(words) == number
    (found,) = find_numbers(f"There were {words}.")
    assert (found.low, found.start, found.end) == (number, 11, 11 + len(words))


@given(st.sampled_from([100, 1000, 10**6]), st.integers(1, 99))
def test_a_number_with_an_article_is_read_whole(scale: int, rest: int) -> None:
    words = spell(scale + rest).replace("one", "a", 1)  # "a hundred and eighty-five"
    (found,) = find_numbers(f"{words} kilometres")
    assert (found.low, found.end) == (scale + rest, len(words))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("half a million", [500_000]),
        ("fell 2, 000ft, or 600 metres", [2000, 600]),  # as tokenised text has it
        ("two and a half", [2.5]),
        ("1,00,000 and 2.5 lakh", [100_000, 250_000]),
        ("5.2m or 1.2bn", [5_200_000, 1_200_000_000]),
        ("two three", [2, 3]),
        ("a dozen", [12]),
        ("three quarters", [0.75]),
        ("2½", [2.5]),
        ("twenty-first", [21]),
    ],
)
def test_forms_of_numbers(text: str, values: list[float]) -> None:
    assert [number.low for number in find_numbers(text)] == values


def test_vague_plurals_are_wide() -> None:
    (number,) = find_numbers("tens of thousands of people")
    assert number.low == 20_000
    assert number.high > 100_000
    assert number.approximate


@given(st.text())
def test_numbers_never_fail(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert all(a.end <= b.start for a, b in itertools.pairwise(numbers))


@pytest.mark.parametrize(
    "digits",
    [
        "9" * 400,
        "9" * 305 + " million",
        "9" * 300 + "bn",
        "9" * 400 + "½",
        "9" * 305 + " and a half million",
        "9" + ",999" * 120 + "th",
        "9" * 307,  # finite, but not in seconds where it counts hours
    ],
)
def test_digits_without_end_are_no_number(digits: str) -> None:
    assert [number.low for number in find_numbers(f"{digits} and 45")] == [45]


def test_long_digits_are_a_number() -> None:
    assert [number.low for number in find_numbers("1" + "0" * 100)] == [LARGEST]


def test_factors_are_those_of_pint() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    base: dict[str, float] = {}
    for unit in UNITS.values():
        if unit.pint and unit.dimension != "money":
            ratio = registry.Quantity(1, unit.pint).to_base_units().magnitude / unit.scale
            # The acre of pint is the survey acre, four millionths larger.
            assert ratio == pytest.approx(base.setdefault(unit.dimension, ratio), rel=1e-5), unit.name


def test_spellings() -> None:
    for spelling, name in (
        ("km", "kilometre"),
        ("Kilometers", "kilometre"),
        ("per cent", "percent"),
        ("MW", "megawatt"),
    ):
        unit = find_unit(spelling)
        assert unit is not None
        assert unit.name == name
    assert find_unit("parsnip") is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (quantity(50, 50, "minute", "duration", scale=60.0), "50 min"),
        (quantity(30, None), "at least 30"),
        (quantity(30, None, low_closed=False), "more than 30"),
        (quantity(None, 50), "at most 50"),
        (quantity(None, 50, high_closed=False), "less than 50"),
        (quantity(30, 40), "30 to 40"),
        (quantity(40_000, 40_000, approximate=True), "about 40,000"),
        (quantity(5_200_000, 5_200_000, "US dollar", "money"), "$5.2 million"),
        (quantity(8.5, 8.5, "percent", "percentage"), "8.5%"),
        (quantity(24, 24, "year", "age"), "24 years old"),
        (quantity(3, 3, dimension="ordinal"), "3rd"),
        (quantity(0.8, 1, "hour", "duration", scale=3600.0, high_closed=False, approximate=True), "just under 1 h"),
        (quantity(15, 15, "US dollar per hour", "money per duration"), "$15 per hour"),
    ],
)
def test_values_in_words(value: Quantity, shown: str) -> None:
    assert format_value(value) == shown


def test_common_units() -> None:
    kilometres = quantity(1.2, 1.2, "kilometre", "length", scale=1000.0)
    metres = quantity(1200, 1200, "metre", "length")
    assert common_unit(kilometres, metres) == "metre"
    assert format_value(kilometres, "metre") == format_value(metres, "metre") == "1,200 m"
    dollars, euros = quantity(5, 5, "US dollar", "money"), quantity(5, 5, "euro", "money")
    assert common_unit(dollars, euros) == "US dollar"
    assert format_value(euros, "US dollar") == "€5"


def test_ordinals() -> None:
    assert [
        ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 112)
    ] == "1st 2nd 3rd 4th 11th 12th 13th 21st 112th".split()
