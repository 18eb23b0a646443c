from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.errors import InputError
from claimcheck.judging.pair_fields import pair_fields


def test_dates_are_read_and_what_is_not_given_is_none() -> None:
    fields = pair_fields({"a": "One.", "b": "Two.", "date_b": "2020-06-01", "label": "same"})
    assert fields["date_b"] == dt.date(2020, 6, 1)
    assert fields["date_a"] is fields["context_a"] is fields["context_b"] is None
    assert "label" not in fields


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"a": "One."}, "b"),
        ({"a": " ", "b": "Two."}, "a"),
        ({"a": "One.", "b": "Two.", "context_b": 5}, "context_b"),
        ({"a": "One.", "b": "Two.", "date_a": "soon"}, "date_a"),
        ({"a": "One.", "b": "Two.", "date_b": 2020}, "date_b"),
    ],
)
def test_a_message_names_the_field(given: dict[str, object], field: str) -> None:
    with pytest.raises(InputError, match=f"^“{field}”"):
        pair_fields(given)
