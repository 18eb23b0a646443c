"""What somebody calls a decision does not deny it."""

from __future__ import annotations

import pytest

from claimcheck.claims import read_statements
from claimcheck.judging.polarity import compare_polarity
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("The umpire awarded a free kick.", "That was never a free kick, the captain said.", "beside"),
        ("The state granted the growers a reprieve.", "“This is no reprieve,” a grower said.", "beside"),
        ("The umpire awarded a free kick.", "The umpire did not award a free kick.", "conflict"),
        ("A tremor shook the valley.", "It was not a tremor, the institute said.", "conflict"),
        ("It was a bomb, the mayor said.", "It was not a bomb, the army said.", "conflict"),
        ("The photo showed a rifle on the seat.", "It was not a rifle, the driver said.", "conflict"),
        ("The tribunal ruled the fire an arson.", "It was not an arson, the tribunal said.", "conflict"),
        ("The nurse gave the boy a sedative.", "It was no sedative, the clinic said.", "conflict"),
        ("The council granted a licence to the club.", "It was not a licence, the council said.", "conflict"),
        ("The council granted a licence to the club.", "It was not a licence, a council official said.", "conflict"),
        ("The umpire awarded a free kick after a foul.", "It was not a foul, the captain said.", "conflict"),
    ],
)
def test_a_judgement_is_no_denial(a: str, b: str, verdict: str) -> None:
    one, two = read_statements([a, b], [None, None], settings=Settings())
    assert [finding.verdict for finding in compare_polarity(one, two)] == [verdict]
    assert [finding.verdict for finding in compare_polarity(two, one)] == [verdict]
