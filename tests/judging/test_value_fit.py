from __future__ import annotations

import pytest

from claimcheck.judging.quantities import compare_quantities
from claimcheck.judging.value_fit import fit_of, is_far_inside
from tests.builders import claim, minutes, quantity


def about(text: str, value: float, **fields: object):
    return quantity(text, text, value, value, approximate=True, **fields)


@pytest.mark.parametrize(
    ("approximate", "value", "other", "fits"),
    [
        ("about 2,100 metres", 2100, 1903, False),
        ("about 2,100 metres", 2100, 2050, True),
        ("about 2,000 metres", 2000, 1903, True),
        ("about 47 metres", 47, 51, False),
        ("about 30 metres", 30, 28, True),
        ("about 10 metres", 10, 9, True),
        ("about 25 metres", 25, 23, True),
    ],
)
def test_what_is_told_finely_is_not_far_off(approximate: str, value: float, other: float, fits: bool) -> None:
    told = about(approximate, value, dimension="length", unit="metre")
    exact = quantity(f"{other} metres", f"{other} metres", other, other, dimension="length", unit="metre")
    assert (fit_of(told, exact) == "compatible") is fits
    assert (fit_of(exact, told) == "compatible") is fits


def test_two_bounds_far_from_each_other_are_no_agreement() -> None:
    text = "The ferry sank within 20 minutes.", "The ferry sank within 45 minutes."
    one, other = (
        minutes(words, f"within {high} minutes", None, high, counts="sinking")
        for words, high in zip(text, (20, 45), strict=True)
    )
    assert fit_of(one, other) == "compatible"
    assert is_far_inside(one, other)
    assert compare_quantities(claim(text[0], quantities=(one,)), claim(text[1], quantities=(other,))) == []


@pytest.mark.parametrize(
    ("low", "value", "far"),
    [(100, 120, False), (100, 199, False), (100, 250, True), (100, 100, False)],
)
def test_a_value_far_inside_a_bound(low: float, value: float, far: bool) -> None:
    bound = quantity(f"at least {low} homes", f"at least {low}", low, None, counts="home")
    exact = quantity(f"{value} homes", str(value), value, value, counts="home")
    assert is_far_inside(bound, exact) is far
    assert is_far_inside(exact, bound) is far


def test_dozens_are_not_far_from_what_they_hold() -> None:
    dozens = quantity("dozens of homes", "dozens", 24, 120, approximate=True, counts="home")
    assert not is_far_inside(dozens, quantity("90 homes", "90", 90, 90, counts="home"))
