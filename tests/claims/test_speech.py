from __future__ import annotations

import pytest

from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.speech import is_outlet
from claimcheck.settings import Settings


def subject_is_outlet(sentence: str) -> bool:
    """Whether the words before "said" name an outlet."""
    doc = load_pipeline(Settings().spacy_model)(sentence)
    said = next(token for token in doc if token.text == "said")
    return is_outlet(doc[: said.i])


@pytest.mark.weights
@pytest.mark.parametrize(
    "sentence",
    [
        "CNBC said that 40 jobs were cut.",
        "The Economist said that prices rose.",
        "The Hollywood Reporter said that 40 jobs were cut.",
        "The Liverpool Echo said that 40 homes were flooded.",
        "The Coast Gazette said that 40 homes were flooded.",
        "An official gazette said that 40 homes were flooded.",
    ],
)
def test_outlets_speak_in_sentences(sentence: str) -> None:
    assert subject_is_outlet(sentence)


@pytest.mark.weights
@pytest.mark.parametrize(
    "sentence",
    [
        "An economist said that prices rose.",
        "A guardian said that the boy was 12.",
        "The Environment Agency said that 40 homes were flooded.",
        "Her sister Petra said that 40 homes were flooded.",
        "The AAP said that 40 children were ill.",
        "A court reporter said that the trial lasted three days.",
    ],
)
def test_who_only_shares_a_word_with_outlets_is_none(sentence: str) -> None:
    assert not subject_is_outlet(sentence)
