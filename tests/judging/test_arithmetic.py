from __future__ import annotations

import pytest

from claimcheck.judging.quantities import compare_quantities
from claimcheck.records import Claim, Quantity
from tests.builders import claim, entity, quantity


def counted(text: str, *figures: tuple[str, float], counts: str | None = None, **fields: object) -> Claim:
    """A claim that counts so many of one thing."""
    return claim(text, quantities=tuple(quantity(text, words, n, n, counts=counts) for words, n in figures), **fields)


def of_money(text: str, *figures: tuple[str, float], unit: str = "euro") -> tuple[Quantity, ...]:
    return tuple(quantity(text, words, n, n, unit=unit, dimension="money") for words, n in figures)


ABOARD = counted("The ferry carried 475 people.", ("475", 475), counts="person")


def test_figures_that_make_the_other_one_agree() -> None:
    text = "On board were 412 passengers and 63 of the crew."
    parts = counted(text, ("412", 412), ("63", 63), counts="passenger")
    [finding] = compare_quantities(parts, ABOARD)
    assert (finding.verdict, finding.sentence) == ("agree", "412 and 63 make 475.")
    [other] = compare_quantities(ABOARD, parts)
    assert other.sentence == "412 and 63 make 475."


def test_somebody_without_a_number_is_counted_in() -> None:
    hurt = counted("The blast hurt 23 passengers and the driver.", ("23", 23), counts="passenger")
    [finding] = compare_quantities(hurt, counted("The blast hurt 24 people.", ("24", 24), counts="person"))
    assert (finding.verdict, finding.sentence) == ("agree", "23 and 1 more make 24.")


def test_where_somebody_without_a_number_is_told_of_the_figure_is_not_that_of_all() -> None:
    died = counted("Eleven passengers, the driver and his sister died.", ("Eleven", 11), counts="passenger")
    findings = compare_quantities(died, counted("The crash killed 13 people.", ("13", 13), counts="person"))
    assert findings == []


@pytest.mark.parametrize("many", [20, 400])
def test_a_table_of_figures_ends_soon_and_makes_no_sum(many: int) -> None:
    figures = tuple((f"{100 + n}", 100 + n) for n in range(many))
    table = counted(" ".join(words for words, _ in figures), *figures, counts="passenger")
    assert all("make" not in finding.sentence for finding in compare_quantities(table, ABOARD))


def test_a_list_that_goes_on_is_no_sum() -> None:
    text = "Killed were 14 men, nine women and three children."
    parts = claim(
        text,
        quantities=tuple(
            quantity(text, words, n, n, counts=counts, role="die")
            for words, n, counts in (("14", 14, "man"), ("nine", 9, "woman"), ("three", 3, "child"))
        ),
    )
    total = "In all 23 people were killed."
    whole = claim(total, quantities=(quantity(total, "23", 23, 23, counts="person", role="die"),))
    assert all("make" not in finding.sentence for finding in compare_quantities(parts, whole))


def test_who_speaks_is_not_counted_in() -> None:
    said = counted("The crash killed 11 passengers, the pilot said.", ("11", 11), counts="passenger")
    [finding] = compare_quantities(said, counted("The crash killed 12 people.", ("12", 12), counts="person"))
    assert finding.verdict == "conflict"


def test_two_turnouts_dispute_each_other_though_they_make_a_whole() -> None:
    text, other = "Turnout was 40 percent.", "Turnout was 60 percent."
    one, two = (
        claim(words, quantities=(quantity(words, figure, n, n, unit="percent", dimension="percentage"),))
        for words, figure, n in ((text, "40 percent", 40), (other, "60 percent", 60))
    )
    [finding] = compare_quantities(one, two)
    assert finding.verdict == "conflict"


def test_soldiers_and_civilians_do_not_make_soldiers() -> None:
    text = "The raid killed two soldiers and three civilians."
    parts = claim(
        text,
        quantities=(
            quantity(text, "two", 2, 2, counts="soldier", role="die"),
            quantity(text, "three", 3, 3, counts="civilian", role="die"),
        ),
    )
    total = "The raid killed five soldiers."
    whole = claim(total, quantities=(quantity(total, "five", 5, 5, counts="soldier", role="die"),))
    assert {finding.verdict for finding in compare_quantities(parts, whole)} == {"conflict"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Of 39 pupils 13 are missing.", ("39", 39), ("13", 13)), ("The gunmen freed 26 pupils.", ("26", 26))),
        (("It bought 20 trams for 44 million.", ("20", 20)), ("Each of the 20 trams is new.", ("20", 20))),
    ],
)
def test_what_is_left_of_a_whole_disputes_nothing(a: tuple, b: tuple) -> None:
    one, two = (counted(text, *figures) for text, *figures in (a, b))
    assert all(finding.verdict != "conflict" for finding in compare_quantities(one, two))


def test_a_price_for_each_disputes_no_price_for_all() -> None:
    text = "Zagreb buys 20 trams for 44 million euros."
    one = claim(
        text, quantities=(quantity(text, "20", 20, 20, counts="tram"), *of_money(text, ("44 million euros", 44e6)))
    )
    other = "Each tram costs 2.2 million euros."
    two = claim(other, quantities=of_money(other, ("2.2 million euros", 2.2e6)))
    assert compare_quantities(one, two) == []


def test_shares_that_make_a_whole_dispute_nothing() -> None:
    text, other = "93 percent voted for the sale.", "Seven percent were against it."
    one, two = (
        claim(words, quantities=(quantity(words, figure, n, n, unit="percent", dimension="percentage"),))
        for words, figure, n in ((text, "93 percent", 93), (other, "Seven percent", 7))
    )
    assert compare_quantities(one, two) == []


def test_two_people_have_each_their_points() -> None:
    text, other = "Will Artino scored 14 points.", "Gregory Echenique scored 11 points."
    one, two = (
        claim(
            words,
            quantities=(quantity(words, figure, n, n, counts="point", role="score"),),
            entities=(entity(words, name, "person"),),
        )
        for words, figure, n, name in ((text, "14", 14, "Will Artino"), (other, "11", 11, "Gregory Echenique"))
    )
    assert all(finding.strength < 0.3 for finding in compare_quantities(one, two))


@pytest.mark.parametrize(
    ("other", "figure"), [("The Colts (11-4) go on.", "11"), ("The Jaguars had a 17-7 halftime lead.", "17")]
)
def test_a_record_or_a_lead_is_no_result(other: str, figure: str) -> None:
    text = "The Colts won 31-24."
    one = claim(text, quantities=(quantity(text, "31", 31, 31, dimension="score", role="win"),))
    two = claim(other, quantities=(quantity(other, figure, int(figure), int(figure), dimension="score", role="win"),))
    assert compare_quantities(one, two) == []


def test_nobody_against_a_number_of_something_else() -> None:
    text, other = "Nobody survived.", "All nine were killed."
    one = claim(text, quantities=(quantity(text, "Nobody", 0, 0, counts="person", role="survive"),))
    two = claim(other, quantities=(quantity(other, "nine", 9, 9, counts="person", role="die"),))
    assert compare_quantities(one, two) == []


@pytest.mark.parametrize(
    ("figure", "low", "verdict"), [("1,950", 1950, "agree"), ("1,600", 1600, "conflict"), ("2,100", 2100, "conflict")]
)
def test_nearly_is_below_and_close(figure: str, low: float, verdict: str) -> None:
    text, other = "Nearly 2,000 jobs go.", f"It cuts {figure} jobs."
    near = quantity(text, "Nearly 2,000", 1600, 2000, high_closed=False, approximate=True, counts="job")
    [finding] = compare_quantities(
        claim(text, quantities=(near,)), claim(other, quantities=(quantity(other, figure, low, low, counts="job"),))
    )
    assert finding.verdict == verdict


def test_a_converted_or_rounded_figure_is_the_same() -> None:
    text, other = "Gusts reached 130 miles an hour.", "Gusts reached 210 kilometres an hour."
    mph = quantity(text, "130 miles an hour", 130, 130, unit="mile per hour", dimension="speed", scale=1.609344)
    kmh = quantity(other, "210 kilometres an hour", 210, 210, unit="kilometre per hour", dimension="speed")
    [finding] = compare_quantities(claim(text, quantities=(mph,)), claim(other, quantities=(kmh,)))
    assert finding.verdict == "agree"
    text, other = "Inflation was 9.96 percent.", "Inflation was 10 percent."
    fine, coarse = (
        quantity(words, figure, n, n, unit="percent", dimension="percentage")
        for words, figure, n in ((text, "9.96 percent", 9.96), (other, "10 percent", 10.0))
    )
    [finding] = compare_quantities(claim(text, quantities=(fine,)), claim(other, quantities=(coarse,)))
    assert finding.verdict == "agree"
