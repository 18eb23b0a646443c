from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.sentences import make_doc, plain
from claimcheck.settings import DEFAULT_SPACY_MODEL

pytestmark = pytest.mark.weights


def sentences(text: str) -> list[str]:
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    return [s.text.strip() for doc in nlp.pipe([make_doc(nlp, text)]) for s in doc.sents]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ryan Bell met Col. Ana Roe in St. Louis on Monday.",
        "He lives at No. 5 in the old town.",
        "J. K. Brown signed the U.S. treaty.",
        "The price rose by 3.5 percent to $5.2m in May.",
        "The mill lost approx. $5m in May.",
        '"Why?" Smith asked the witness.',
        "The mayor - who was ill - did not come.",
        "The truce begins at 6 a.m. Paraguayan time on Friday.",
        "Polls close at 8 p.m. New South Wales time.",
        "The call began at 4 p.m. GMT.",
        "She was born at 3 a.m. Jan. 4 in a taxi.",
        "It fell at 6:52 a.m. Tuesday, officials said.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £1m. Nobody paid.", ["It cost £1m.", "Nobody paid."]),
        ("“We won.” He left.", ["“We won.”", "He left."]),
        ('He said: "No." Then he left.', ['He said: "No."', "Then he left."]),
        ("They went to the U.S. The war went on.", ["They went to the U.S.", "The war went on."]),
        ("It ended at 9 p.m. Tuesday's vote was close.", ["It ended at 9 p.m.", "Tuesday's vote was close."]),
        ("Is it true? It is.", ["Is it true?", "It is."]),
        ("She left (it was late.) They stayed.", ["She left (it was late.)", "They stayed."]),
    ],
)
def test_boundaries_stand_where_a_reader_puts_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet=st.characters(), max_size=200))
def test_the_parser_gets_a_text_of_the_same_length(text: str) -> None:
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    assert len(plain(text)) == len(text)
    assert make_doc(nlp, text).text == plain(text)
