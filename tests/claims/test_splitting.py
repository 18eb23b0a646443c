from __future__ import annotations

import pytest

from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.sentences import make_doc
from claimcheck.claims.splitting import split_sentence
from claimcheck.settings import DEFAULT_SPACY_MODEL

pytestmark = pytest.mark.weights


def parts(text: str) -> list[str]:
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    doc = next(iter(nlp.pipe([make_doc(nlp, text)])))
    return [part.text for sentence in doc.sents for part in split_sentence(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The company closed two plants in May, and it opened a new one in Ghent.",
            ["The company closed two plants in May", "it opened a new one in Ghent."],
        ),
        (
            "Turnout rose to 71% in the north, while the south recorded its lowest figure.",
            ["Turnout rose to 71% in the north", "the south recorded its lowest figure."],
        ),
        (
            "Four people were taken to hospital; one of them died on Monday.",
            ["Four people were taken to hospital", "one of them died on Monday."],
        ),
    ],
)
def test_full_clauses_become_claims_of_their_own(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The company closed two plants and opened a new one.",
        "Doctors in Oslo say, and the ministry confirms, that the ward closed in May.",
        "The mayor, who was ill, did not attend the ceremony.",
        "If the talks fail, the union will strike and the port will close.",
        "The minister said that taxes would fall and that wages would rise.",
        "She sang while she worked in the garden.",
        "The two sides agreed to further talks, reopening formal contact after a long break.",
        '"The dam is safe and nobody was hurt," the engineer said.',
        "He left and she cried.",
    ],
)
def test_doubtful_sentences_stay_whole(text: str) -> None:
    assert parts(text) == [text]
