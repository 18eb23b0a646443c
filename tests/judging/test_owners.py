"""Whose a figure is: two doers' figures hardly dispute each other, one doer's in other words do."""

from __future__ import annotations

import attrs
import pytest

from claimcheck.judging.quantities import compare_quantities
from claimcheck.records import Claim, Role
from tests.builders import claim, entity, event, quantity


def won(text: str, agent: str, words: str, number: float, *names: tuple[str, str], counts: str = "seat") -> Claim:
    start = text.index(agent)
    doer = Role(start=start, end=start + len(agent), text=agent, name=agent, role="agent")
    dimension = "percentage" if "percent" in words else "count"
    value = quantity(text, words, number, number, counts=counts, dimension=dimension)
    return claim(
        text,
        quantities=(value,),
        event=attrs.evolve(event(text, "won", "win"), roles=(doer,)),
        entities=tuple(entity(text, name, label) for name, label in names),
    )


def strengths(one: Claim, other: Claim) -> list[float]:
    there, back = compare_quantities(one, other), compare_quantities(other, one)
    assert [finding.strength for finding in there] == [finding.strength for finding in back]
    return [finding.strength for finding in there]


LABOUR = won("Labour won 412 seats.", "Labour", "412", 412, ("Labour", "organisation"))
PARTY = won("The party won 38 percent of the vote.", "party", "38 percent", 38, counts="vote")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            LABOUR,
            won("The Conservatives won 121 seats.", "Conservatives", "121", 121, ("Conservatives", "group")),
        ),
        (
            PARTY,
            won("The rival party won 31 percent of the vote.", "party", "31 percent", 31, counts="vote"),
        ),
        (
            won("The home team won 3 sets.", "home team", "3", 3, counts="set"),
            won("The visitors won 2 sets.", "visitors", "2", 2, counts="set"),
        ),
    ],
)
def test_figures_of_two_doers_hardly_conflict(one: Claim, other: Claim) -> None:
    assert all(strength < 0.4 for strength in strengths(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LABOUR, won("The party won 390 seats.", "party", "390", 390)),
        (LABOUR, won("Labour won 390 seats.", "Labour", "390", 390, ("Labour", "organisation"))),
        (PARTY, won("The movement won 31 percent of the vote.", "movement", "31 percent", 31, counts="vote")),
    ],
)
def test_one_doer_in_other_words_keeps_the_conflict(one: Claim, other: Claim) -> None:
    assert max(strengths(one, other)) > 0.4
