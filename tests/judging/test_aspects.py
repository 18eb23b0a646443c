"""Figures that differ, and may both be right: some and all, one place and all, asked and given, ranks in two
series, two rounds."""

from __future__ import annotations

import pytest

from claimcheck.claims import read_statements
from claimcheck.judging.evidence import Finding
from claimcheck.judging.quantities import compare_quantities
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights


def compared(a: str, b: str) -> list[Finding]:
    one, two = read_statements([a, b], [None, None], settings=Settings())
    there, back = compare_quantities(one, two), compare_quantities(two, one)
    assert [f.verdict for f in there] == [f.verdict for f in back]
    return there


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Divers saved 14 of the sailors.", "The trawler had 31 sailors aboard."),
        ("Six of its shops were flooded.", "The chain runs 44 shops."),
        ("The airline plans to lease 16 jets.", "The airline leased 11 jets."),
        ("The museum asked for 8 million pounds.", "The museum received 6 million pounds."),
        ("Growers had called for a subsidy of 40 percent.", "Growers were given a subsidy of 25 percent."),
        ("The port expected 900 containers.", "The port unloaded 1,200 containers."),
        ("It was her second try of the tournament.", "It was the fourth try of the final."),
        ("It was the club's third defeat in a row.", "It was the club's ninth defeat of the season."),
        ("The second hearing was held in Lyon.", "The fourth hearing was held in Nice."),
        ("The second victim was buried on Friday.", "The third victim was buried on Friday."),
        ("It was her second save.", "It was the sixth save of the game."),
        ("Nurses were seeking a rise of 9 percent.", "Nurses got a rise of 4 percent."),
        ("The firm offered 20 million dollars.", "The firm paid 35 million dollars."),
        ("Donors promised 60 lorries.", "Donors sent 25 lorries."),
        ("The union demands a wage rise of 6 percent.", "Its offer to the crew is a wage rise of 2.5 percent."),
        ("The bid for a rise of 9 percent failed.", "Nurses got a rise of 4 percent."),
        ("Ulva won the best-of-seven final series 4-2.", "Ulva won the final 3-2 after overtime."),
    ],
)
def test_both_may_be_right(a: str, b: str) -> None:
    assert not {"conflict", "supersede"} & {finding.verdict for finding in compared(a, b)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("14 of the sailors drowned.", "Nineteen sailors drowned."),
        ("Three of the sailors were saved.", "Seven of the sailors were rescued."),
        ("The airline will lease 16 jets.", "The airline plans to lease 11 jets."),
        ("The firm's offer was a wage rise of 3 percent.", "The firm offered a wage rise of 7 percent."),
        ("Ulva won the final series 4-2.", "Ulva won the series 4-1."),
        ("Ulva won the series opener 5-3.", "Ulva won 6-3."),
        ("The minister claims inflation is 3 percent.", "Inflation is 5 percent."),
        ("The claim was settled for 12 million euros.", "The claim was settled for 30 million euros."),
        ("The bank offers savers a rate of 4 percent.", "The bank's rate for savers is 3 percent."),
        ("In Kyiv alone, 40 people were killed.", "In Kyiv alone, 75 people were killed."),
        ("The mill must pay 12 million euros.", "The mill was ordered to pay 38 million euros."),
        ("The museum asked for 8 million pounds.", "The museum requested 5 million pounds."),
        ("It was her second try of the final.", "It was her fourth try of the final."),
        ("Miro won the seat on the second ballot.", "Miro won the seat on the fifth ballot."),
        ("It was the first win of her career.", "It was her third win of the season."),
        ("Soldiers seeking the pilot found 30 mines.", "Soldiers found 70 mines."),
        ("The shell aimed at the depot injured 40 people.", "The shell injured 65 people."),
        ("The boxer wanted over a theft robbed 3 banks.", "The boxer robbed 8 banks."),
        ("A planned march drew 400 people.", "The march drew 900 people."),
        ("The budget hotel housed 80 guests.", "The hotel housed 130 guests."),
        ("The rescue plan sent 70 lorries to Rafah.", "The rescue scheme sent 30 lorries to Rafah."),
        ("The promised 60 lorries arrived.", "Only 25 lorries arrived."),
        ("The vote called for Sunday drew 6,000 members.", "The vote drew 2,000 members."),
        ("The clinic offers 120 beds.", "The clinic has 200 beds."),
        ("The port expected 900 containers.", "The port anticipated 1,200 containers."),
        ("The bank will shut 40 branches.", "The bank shut 75 branches."),
        ("The bank plans to shut 40 branches.", "The bank proposed shutting 75 branches."),
        (
            "The 10th anniversary of the flood was marked in Bern.",
            "The 15th anniversary of the flood was marked in Bern.",
        ),
        ("The fourth director resigned on Friday.", "The sixth director resigned on Friday."),
        ("The second woman to fly alone landed on Friday.", "The third woman to fly alone landed on Friday."),
        ("It was his second divorce.", "It was the fourth divorce of the singer."),
        ("It was her second suspension.", "It was a fourth suspension for her."),
        ("She won a second mandate.", "She won a fourth mandate in parliament."),
        ("It was the second search in the inquiry.", "It was the sixth search."),
    ],
)
def test_of_the_same_things_only_one_can_be_right(a: str, b: str) -> None:
    assert "conflict" in {finding.verdict for finding in compared(a, b)}


def test_the_reader_is_told_why() -> None:
    [finding] = compared("Divers saved 14 of the sailors.", "The trawler had 31 sailors aboard.")
    assert (finding.verdict, finding.sentence) == ("beside", "14 and 31 (sailor): one counts only some of them.")


def test_two_of_its_own_are_just_two() -> None:
    [finding] = compared("The navy lost two of its own divers.", "The navy lost five divers.")
    assert finding.verdict == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The brewer employs 3,200 people in Denmark.", "The brewer employs 21,000 people worldwide."),
        ("The film took $30 million in Brazil.", "The film took $190 million around the world."),
        ("The fever has infected 870 people nationwide.", "The fever has infected 240 people in Lagos."),
        ("Exports grew 3 percent in India.", "Exports grew 8 percent globally."),
    ],
)
def test_a_figure_of_one_place_and_one_of_all_do_not_conflict(a: str, b: str) -> None:
    assert not any(finding.verdict == "conflict" for finding in compared(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The brewer employs 3,200 people worldwide.", "The brewer employs 21,000 people worldwide."),
        ("The brewer employs 3,200 people.", "The brewer employs 21,000 people worldwide."),
        ("The fever has infected 870 people nationwide.", "The fever has infected 240 people in Nigeria."),
        ("The blast injured 18 people in Lagos.", "The blast injured 31 people in Nigeria."),
        ("The blast at the oldest fort in the world injured 31 people.", "The blast injured 18 people in Lagos."),
        ("The internationally known fair drew 40,000 visitors.", "The fair drew 25,000 visitors in Leeds."),
    ],
)
def test_figures_that_reach_as_far_conflict(a: str, b: str) -> None:
    assert any(finding.verdict == "conflict" for finding in compared(a, b))


@pytest.mark.parametrize(
    ("some", "every"),
    [
        ("Seven of the 26 sailors were rescued.", "All 26 sailors were rescued."),
        ("Two of the five paintings were stolen.", "Five paintings were stolen."),
        ("Seven of the 26 sailors were rescued.", "All 26 sailors were saved."),
    ],
)
def test_some_and_all_of_what_was_done_conflict(some: str, every: str) -> None:
    findings = compared(some, every)
    assert [f.verdict for f in findings if f.verdict in ("agree", "conflict")] == ["conflict"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Seven of the 26 sailors were rescued.", "The trawler had a crew of 26 sailors."),
        ("Seven of the 26 sailors were rescued.", "Seven sailors were rescued."),
        ("Six of the 14 boats that left Ostend sank.", "Fourteen boats left Ostend."),
        ("Seven of the 26 sailors were rescued.", "Rescuers saved seven of the 26 sailors."),
    ],
)
def test_all_among_whom_some_were_is_told_by_both(a: str, b: str) -> None:
    assert not any(finding.verdict == "conflict" for finding in compared(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Okoye won the first round with 31 percent of the vote.", "Okoye won the second round with 54 percent."),
        ("Hansen won the opening set 6-4.", "Hansen won the second set 7-5."),
        ("Sales rose 3 percent in the first quarter.", "Sales rose 6 percent in the third quarter."),
    ],
)
def test_what_two_rounds_brought_does_not_conflict(a: str, b: str) -> None:
    assert not any(finding.verdict == "conflict" for finding in compared(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Okoye was knocked out in the fourth round.", "Okoye was knocked out in the fifth round."),
        ("Okoye won the first round with 31 percent.", "Okoye won the first round with 54 percent."),
        ("Hansen won the opening set 7-5.", "Hansen won the first set 6-4."),
        ("Silva scored in the first half as Town won 2-1.", "Silva scored in the second half as Town won 3-1."),
    ],
)
def test_one_round_told_otherwise_conflicts(a: str, b: str) -> None:
    assert any(finding.verdict == "conflict" for finding in compared(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The lake rose by three metres.", "The lake peaked at 9.1 metres."),
        ("The price of rice rose by 4 dollars.", "The price of rice rose to 61 dollars."),
        ("Inflation rose 0.4 percent in April.", "Inflation rose to 3.9 percent in April."),
        ("The ferry takes 70 minutes, 25 minutes less than before.", "The ferry used to take 95 minutes."),
        ("Inflation in Ghana was 21 percent.", "Inflation in Accra was 27 percent."),
        ("Some 75 percent of the 400 pilots walked out.", "Some 300 of the 400 pilots walked out."),
    ],
)
def test_a_change_and_what_it_led_to_do_not_conflict(a: str, b: str) -> None:
    assert not any(finding.verdict == "conflict" for finding in compared(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The lake rose by three metres.", "The lake rose by five metres."),
        ("Inflation rose to 3.9 percent in April.", "Inflation was 4.6 percent in April."),
        ("The gala raised 3 million euros for the clinic.", "The gala raised 5 million euros for the clinic."),
        ("Inflation in Ghana was 21 percent.", "Inflation was 27 percent, the statistics office in Accra said."),
        ("The club signed Jorge Pinto for 30 million euros.", "Pinto cost the club 12 million euros."),
    ],
)
def test_two_changes_and_two_levels_conflict(a: str, b: str) -> None:
    assert any(finding.verdict == "conflict" for finding in compared(a, b))


def test_what_two_people_pay_conflicts_less() -> None:
    [same] = compared("The judge fined Alan Carter 9,000 pounds.", "The judge fined Alan Carter 4,000 pounds.")
    [other] = compared("The judge fined Alan Carter 9,000 pounds.", "The judge fined Mary Webb 4,000 pounds.")
    assert other.strength < 0.5 * same.strength


def test_since_a_day_is_longer_than_the_day() -> None:
    since, day = "180 flights have been cancelled since Tuesday.", "61 flights were cancelled on Tuesday."
    [finding] = compared(since, day)
    assert (finding.verdict, finding.sentence.split(": ")[1]) == ("beside", "one is of one day, one of all since.")
    assert {finding.verdict for finding in compared(since, "230 flights were cancelled on Tuesday.")} == {"conflict"}


def test_how_long_something_else_lasts_weighs_less() -> None:
    call = "Twenty minutes passed between the call and the sinking."
    clip, wait = "The clip runs for three minutes.", "Three minutes passed between the call and the sinking."
    [weaker], [stronger] = compared(call, clip), compared(call, wait)
    assert weaker.strength < stronger.strength
