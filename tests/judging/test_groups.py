from __future__ import annotations

import pytest

from claimcheck.judging.groups import of_a_group, of_two_groups
from claimcheck.judging.quantities import compare_quantities
from tests.builders import claim, quantity


def people(text: str, *told: tuple[str, float, str], role: str = "die"):
    figures = tuple(quantity(text, words, value, value, counts=counts, role=role) for words, value, counts in told)
    return claim(text, quantities=figures)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("man", "woman", True),
        ("civilian", "soldier", True),
        ("crew", "passenger", True),
        ("Russian", "Ukrainian", True),
        ("man", "person", False),
        ("worker", "miner", False),
        ("man", "man", False),
        ("home", "school", False),
    ],
)
def test_groups_none_of_whom_is_in_the_other(one: str, other: str, apart: bool) -> None:
    a, b = (quantity("5 dead", "5", 5, 5, counts=counts) for counts in (one, other))
    assert of_two_groups(a, b) is apart
    assert of_two_groups(b, a) is apart


def test_figures_of_two_groups_are_beside_each_other() -> None:
    [finding] = compare_quantities(
        people("Three civilians died.", ("Three", 3, "civilian")),
        people("Seven soldiers died.", ("Seven", 7, "soldier")),
    )
    assert (finding.verdict, finding.sentence) == ("beside", "3 (civilian) and 7 (soldier): they count two groups.")
    assert finding.mirrored == "7 (soldier) and 3 (civilian): they count two groups."


def test_the_same_number_of_two_groups_is_no_agreement() -> None:
    assert not [
        finding
        for finding in compare_quantities(
            people("Three boys died.", ("Three", 3, "boy")), people("Three girls died.", ("Three", 3, "girl"))
        )
        if finding.verdict == "agree"
    ]


def test_a_group_may_be_a_part_of_all() -> None:
    soldiers = people("Twelve soldiers died.", ("Twelve", 12, "soldier"))
    more = people("Fourteen people died.", ("Fourteen", 14, "person"))
    fewer = people("Ten people died.", ("Ten", 10, "person"))
    assert of_a_group(soldiers.quantities[0], more.quantities[0], soldiers)
    assert not of_a_group(soldiers.quantities[0], fewer.quantities[0], soldiers)
    [weaker], [stronger] = compare_quantities(soldiers, more), compare_quantities(soldiers, fewer)
    assert weaker.verdict == stronger.verdict == "conflict"
    assert weaker.strength < stronger.strength


def test_groups_that_are_more_than_all_are_no_part() -> None:
    text = "Six adults and five children died."
    both = people(text, ("Six", 6, "adult"), ("five", 5, "child"))
    nine = people("Nine people died.", ("Nine", 9, "person"))
    assert not of_a_group(both.quantities[1], nine.quantities[0], both)
