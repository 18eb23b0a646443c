"""Quantities: values, what is none, offsets; the labelled set keeps its floor."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.values import predict_quantities, read, same_quantity, score
from claimcheck.claims.amounts import common_unit, format_value
from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.quantities import find_quantities
from claimcheck.records import Quantity
from claimcheck.settings import DEFAULT_SPACY_MODEL

pytestmark = pytest.mark.weights

# Floors of the labelled development sets (docs/decisions/0002-quantities.md).
SPAN_FLOOR = VALUE_FLOOR = 0.98

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            "1 2 30 4,000 5.2m $ £ € % - – to and between from over at least no one nobody half a an hour week "
            "year ago "
            "two thousand million dozen hundreds of people killed , . ( ) 3-1 minus degrees C F km times twice "
            "-year-old "
            "aged Category first third 00 ½ 1e999 \u202f \n \x00 per a".split(" ")
        ),
        st.text(max_size=4),
    ),
    max_size=16,
)


def found(text: str) -> list[Quantity]:
    return find_quantities(load_pipeline(DEFAULT_SPACY_MODEL)(text))


def one(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


def test_comparators_give_bounds() -> None:
    over = one("The debate lasted over an hour.")
    assert (over.low, over.high, over.low_closed, over.unit) == (1, None, False, "hour")
    near = one("The crossing took just under an hour.")
    assert near.approximate
    assert near.low is not None
    assert near.low * 60 < 50 < 60


def test_units_of_one_dimension_compare() -> None:
    kilometres, metres = one("The pier is 1.2 km long."), one("The pier is 1,200 metres long.")
    miles = one("The pier stretches for almost two miles.")
    assert kilometres.base_low == metres.base_low == 1200
    assert miles.base_low is not None
    assert miles.base_low > 1200


@pytest.mark.parametrize(
    ("text", "counts", "role"),
    [
        ("The blast killed 34 people.", "person", "die"),
        ("34 miners died.", "miner", "die"),
        ("The collapse left 34 dead.", "person", "die"),
        ("The death toll rose to 57.", "person", "die"),
        ("Nobody was killed.", "person", "die"),
        ("Police arrested 12 fans.", "fan", "arrest"),
        ("The ministry put the number killed by the flood at 14.", "person", "die"),
        ("Officials raised the number of injured to 40.", "person", "injure"),
        ("The census counted 512 inhabitants on the island.", "person", "live"),
        ("The capital has a population of more than 2 million.", "person", "live"),
    ],
)
def test_what_is_counted_and_what_happens_to_it(text: str, counts: str, role: str) -> None:
    quantity = one(text)
    assert (quantity.counts, quantity.role) == (counts, role)


def test_a_change_is_not_a_level() -> None:
    assert one("Unemployment rose 2%.").role == "rise"
    assert one("Unemployment rose to 2%.").role is None


def test_a_risen_value_is_two_values_and_a_range_is_one() -> None:
    assert [q.low for q in found("Cases rose from 30 to 40.")] == [30, 40]
    assert (one("Fares range from 30 to 40 euros.").low, one("Fares range from 30 to 40 euros.").high) == (30, 40)


@pytest.mark.parametrize(
    "text",
    [
        "Flight BA117 landed in 2019.",
        "Article 5 was invoked after the G7 summit.",
        "He is one of the suspects.",
        "It was one of the largest banks.",
        "The shop is open 24/7.",
        "At first he denied it.",
        "Call +44 20 7946 0958.",
        "It happened a year ago.",
        "He called at 10:45 on 3 May.",
    ],
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    assert found(text) == []


def test_values_are_shown_in_a_common_unit() -> None:
    short, long = one("It was a 50-minute talk."), one("The talk lasted over an hour.")
    unit = common_unit(short, long)
    assert [format_value(value, unit) for value in (short, long)] == ["50 min", "more than 60 min"]


@given(PIECES.map(" ".join))
def test_any_text_gives_exact_ordered_ranges(text: str) -> None:
    quantities = found(text)
    for quantity in quantities:
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert format_value(quantity)
    assert all(a.end <= b.start for a, b in itertools.pairwise(quantities))


@pytest.mark.parametrize("part", ["dev", "dev2"])
def test_the_labelled_sets_keep_their_floor(part: str) -> None:
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    result = score(read("quantities", part), lambda row: predict_quantities(nlp, row), same_quantity)
    assert result["span"][2] >= SPAN_FLOOR
    assert result["value"][2] >= VALUE_FLOOR
