"""How likely two claims describe one event, where their articles do not share a story."""

from __future__ import annotations

import attrs
import pytest

from claimcheck.judging.judges import weigh
from claimcheck.judging.same_fact import ANOTHER_STORY
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights


def same_event(text: str, *, story: float) -> float:
    given = {"a": text, "b": text} | dict.fromkeys(("date_a", "date_b", "context_a", "context_b"))
    (pair,) = pairs_from_texts([given], settings=Settings(processes=1))
    return weigh(attrs.evolve(pair, story=story))[1].event


@pytest.mark.parametrize("text", ["Nobody was hurt in the fire.", "The strike lasted nine days.", "He denied it."])
def test_what_names_nothing_is_of_its_own_story(text: str) -> None:
    assert same_event(text, story=0.01) < 0.5


def test_what_shares_a_name_may_be_recalled_in_another_story() -> None:
    named = "Anna Bell resigned as mayor of Leeds on 3 May 2019."
    below, above = (same_event(named, story=ANOTHER_STORY + step) for step in (-0.001, 0.001))
    assert above - below < 0.01
