"""Figures of what has one name, and is not one."""

from __future__ import annotations

import pytest

from claimcheck.claims import read_statements
from claimcheck.judging.quantities import compare_quantities
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights


def verdicts(a: str, b: str) -> set[str]:
    one, two = read_statements([a, b], [None, None], settings=Settings())
    there = {finding.verdict for finding in compare_quantities(one, two)}
    assert there == {finding.verdict for finding in compare_quantities(two, one)}
    return there


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Unemployment rose to 6.2 percent.", "Youth unemployment rose to 15.4 percent."),
        ("Core inflation fell to 3.1 percent.", "Inflation fell to 2.4 percent."),
        ("Net profit rose to 2.1 billion euros.", "Operating profit was 3.4 billion euros."),
        ("Some 200 foreign workers were laid off.", "Some 900 workers were laid off."),
        ("She won gold in the 100 metres.", "She won silver in the 200 metres."),
        ("The vase had been estimated at 2 million euros.", "The vase sold for 3.4 million euros."),
    ],
)
def test_two_measures(a: str, b: str) -> None:
    assert verdicts(a, b) == {"beside"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Youth unemployment rose to 12.1 percent.", "Youth unemployment rose to 15.4 percent."),
        ("Profit rose to 2.1 billion euros.", "Net profit rose to 2.6 billion euros."),
        ("The tunnel is 100 metres long.", "The tunnel is 200 metres long."),
        ("The vase fetched 2.1 million euros.", "The vase sold for 3.4 million euros."),
        ("The vase was estimated at 2 million euros.", "The vase was estimated at 4 million euros."),
    ],
)
def test_one_measure(a: str, b: str) -> None:
    assert verdicts(a, b) == {"conflict"}
