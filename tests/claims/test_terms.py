from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.terms import containment, overlap, rarity, terms


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert rarity("the") == 0.0
    assert rarity("earthquake") < rarity("seismograph")


def test_forms_of_a_word_meet() -> None:
    assert overlap(terms("Contacts were restored."), terms("They restore contact.")) > 0.9


def test_nothing_shared_nothing_gained() -> None:
    assert overlap(terms("An earthquake struck Chile."), terms("Shares of the airline fell.")) == 0.0
    assert containment({}, terms("Chile")) == 0.0


@given(st.text(), st.text())
def test_measures_are_symmetric_and_bounded(a: str, b: str) -> None:
    x, y = terms(a), terms(b)
    for measure in (overlap, containment):
        assert 0.0 <= measure(x, y) <= 1.0 + 1e-9
        assert measure(x, y) == measure(y, x)
