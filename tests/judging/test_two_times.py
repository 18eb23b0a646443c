"""Figures of two times, and times and places that differ, from the words on."""

from __future__ import annotations

import pytest

from claimcheck.judging.judges import collect
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights


def findings(a: str, b: str):
    row = {"a": a, "b": b, "date_a": None, "date_b": None, "context_a": None, "context_b": None}
    [pair] = pairs_from_texts([row], settings=Settings())
    return [*collect(pair), *(finding.swapped() for finding in collect(pair.swapped()))]


def test_figures_are_of_their_times() -> None:
    found = findings("The firm opened 30 shops in 2021.", "The firm opened 45 shops in 2022.")
    assert {f.verdict for f in found if f.kind in {"quantity", "date"}} == {"beside"}
    assert {f.sentence for f in found if f.kind == "quantity"} == {"30 is of 2021, 45 of 2022."}


def test_a_figure_is_not_said_to_be_of_another_time_of_its_claim() -> None:
    found = findings("Built in 1890, the house was sold for $2 million in 2019.", "The house was sold for $1 million.")
    assert not any("1890" in f.sentence for f in found if f.kind == "money")
    found = findings(
        "The mine opened in 1962 and employs 900 people.", "The mine opened in 1968 and employs 400 people."
    )
    assert {f.verdict for f in found if f.kind == "quantity"} == {"conflict"}


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("The university was founded in 1365.", "The university was founded in 1409.", "date"),
        ("Anna Meyer died on 4 March 2019.", "Anna Meyer died on 19 March 2019.", "date"),
        ("Anna Meyer died in 2009.", "Anna Meyer died in 2012.", "date"),
        (
            "Thieves stole 12 vases from the gallery on Saturday.",
            "Thieves stole 15 vases from the gallery on Sunday.",
            "quantity",
        ),
        ("The train derailed near Lyon.", "The train derailed near Dijon.", "place"),
        ("The body was found in Bristol.", "The body was found in Cardiff.", "place"),
        ("The ship sank off Malta.", "The ship sank off Cyprus.", "place"),
    ],
)
def test_what_happens_once_conflicts(a: str, b: str, kind: str) -> None:
    assert {f.verdict for f in findings(a, b) if f.kind == kind} == {"conflict"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Meyer died on 4 March 2019.", "Paul Gross died on 19 March 2019."),
        ("The two met in Paris.", "The two met in London Road School."),
        ("Snow lay 40 centimetres deep in Munich.", "Snow lay 70 centimetres deep in Innsbruck."),
    ],
)
def test_what_may_both_be_right_does_not(a: str, b: str) -> None:
    assert not any(f.verdict == "conflict" for f in findings(a, b) if f.kind in {"date", "place"})
