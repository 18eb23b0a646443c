"""Who did it: names that differ for one deed."""

from __future__ import annotations

import pytest

from claimcheck.claims import read_statements
from claimcheck.judging.roles import compare_roles
from claimcheck.settings import Settings


def doers(a: str, b: str) -> list[str]:
    one, two = read_statements([a, b], [None, None], settings=Settings())
    there, back = compare_roles(one, two), compare_roles(two, one)
    assert [finding.verdict for finding in there] == [finding.verdict for finding in back]
    return [finding.verdict for finding in there]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("a", "b", "verdicts"),
    [
        ("Ilmari Koski scored the equaliser from Brandt's free kick.", "Brandt scored the equaliser.", ["conflict"]),
        ("Ana Ruiz won the marathon ahead of Eva Lindt.", "Eva Lindt won the marathon.", ["conflict"]),
        ("Koskela won Friday's race ahead of Adamu.", "Adamu won Friday's race ahead of Koskela.", ["conflict"]),
        ("The comet was first noticed by Ana Ruiz.", "The comet was first noticed by Eva Lindt.", ["conflict"]),
        ("Ilmari Koski scored the third goal.", "Otto Brandt scored the third goal.", ["conflict"]),
        ("Ana Ruiz discovered the first moth.", "Eva Lindt discovered the first moth.", ["conflict"]),
        ("Ana Ruiz wrote the report.", "Eva Lindt wrote the report.", ["apart"]),
        ("Ana Ruiz praised the opener.", "Eva Lindt praised the opener.", ["apart"]),
        ("Ana Ruiz criticised the last budget.", "Eva Lindt criticised the last budget.", ["apart"]),
        ("Ana Ruiz first visited the cave in June.", "Eva Lindt first visited the cave in June.", ["apart"]),
        ("Ana Ruiz won the women's marathon.", "Eva Lindt won the marathon.", ["apart"]),
        ("Ana Ruiz scored the equaliser.", "Ruiz scored the equaliser.", []),
        ("Officers arrested the suspect.", "Police arrested the suspect.", []),
        ("Koski scored for Ajax.", "Ajax scored.", []),
    ],
)
def test_who_did_it(a: str, b: str, verdicts: list[str]) -> None:
    assert doers(a, b) == verdicts
