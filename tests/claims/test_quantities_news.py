"""Quantities as the news writes them: ranks, parts, ages, names with numbers in them, currencies in letters."""

from __future__ import annotations

import pytest

from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.numbers import find_numbers
from claimcheck.claims.quantities import find_quantities
from claimcheck.records import Quantity
from claimcheck.settings import DEFAULT_SPACY_MODEL

pytestmark = pytest.mark.weights


def found(text: str) -> list[Quantity]:
    return find_quantities(load_pipeline(DEFAULT_SPACY_MODEL)(text))


def one(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


def test_what_looks_like_a_fraction_may_be_a_rank() -> None:
    rank, share = one("The launch failed for a fourth time."), one("A fourth of the crop was lost.")
    assert (rank.text, rank.low, rank.dimension, rank.counts) == ("fourth", 4, "ordinal", "time")
    assert (share.low, share.dimension) == (25, "percentage")
    assert one("Of the delegates, a third were absent.").dimension == "percentage"
    assert one("Only fools hoped for a second round.").dimension == "ordinal"
    assert found("He paused for a second.") == []


def test_first_place_is_a_rank_and_in_the_first_place_is_not() -> None:
    assert one("The Kenyan finished in third place.").low == 3
    assert found("It should not have been built in the first place.") == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The singer, who was 19 at the time, denied it.", 19),
        ("She turned 80 on Sunday.", 80),
        ("The composer died at 71.", 71),
        ("The youngest was nine.", 9),
        ("She had celebrated her fiftieth birthday in May.", 50),
        ("He died a week after his 14th birthday.", 14),
        ("At ninety-four, Ilse Vandermeer died in Ghent.", 94),
        ("The driver was a man of 25, police said.", 25),
        ("The champion, who at 31 won the marathon, comes from Bekoji.", 31),
    ],
)
def test_a_bare_number_said_of_a_person_is_an_age(text: str, age: int) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.dimension, quantity.unit) == (age, "age", "year")


def test_tens_of_years_are_an_age_in_an_interval() -> None:
    whole, early = one("A man in his forties was held."), one("A woman in her early 60s fell.")
    assert (whole.low, whole.high, whole.dimension) == (40, 49, "age")
    assert (early.low, early.high) == (60, 63)


def test_a_whole_week_and_a_week_long_truce_last_a_week() -> None:
    whole, long = one("The aircraft stood idle for a full week."), one("They agreed to a week-long truce.")
    assert (whole.low, whole.unit, long.low, long.unit) == (1, "week", 1, "week")
    assert found("She was there a full hour later.") == []


def test_what_is_handed_over_is_not_over_two() -> None:
    quantity = one("Armenia handed over two soldiers.")
    assert (quantity.low, quantity.high) == (2, 2)


def test_a_clock_with_a_point_is_no_quantity() -> None:
    assert found("The sirens went off at 3.50 in the morning.") == []
    assert one("The rate rose by 3.50 percent.").low == 3.5


def test_no_score_is_an_age() -> None:
    assert one("The total was 34.").dimension == "count"


@pytest.mark.parametrize(
    "text",
    [
        "The novel Seven Samurai inspired stayed in print.",
        "The office is at 4 Merton Plaza, near the river.",
        "He saw the rapper 50 Cent perform in Oslo.",
        "Anyone with news is asked to call detectives on 101.",
        "The complaint has the reference 88213 and a long history.",
        "They rang 999 at once.",
    ],
)
def test_numbers_inside_names_and_telephone_numbers_are_none(text: str) -> None:
    assert found(text) == []


def test_capitals_of_what_is_counted_are_no_name() -> None:
    assert [q.counts for q in found("Some 40 Labour members and 12 Ryanair flights were late.")] == ["member", "flight"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The dam cost N2.5bn to build.", 2.5e9, "Nigerian naira"),
        ("The dam cost R900,000 to paint.", 9e5, "South African rand"),
        ("The dam cost EUR40m to build.", 4e7, "euro"),
        ("The dam cost 3 million Swedish kronor.", 3e6, "Swedish krona"),
    ],
)
def test_currencies_in_letters(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert quantity.low == pytest.approx(value)
    assert quantity.unit == unit


def test_roads_are_no_currency() -> None:
    assert found("The N2 and the R21 were shut.") == []


def test_parts_of_a_million() -> None:
    assert [number.low for number in find_numbers("a quarter of a million, three quarters of a billion")] == [
        2.5e5,
        7.5e8,
    ]


def test_factors_take_comparators() -> None:
    more, less = one("Rents more than tripled."), one("The firm more than halved its debt.")
    assert (more.text, more.low, more.high) == ("more than tripled", 3, None)
    assert (less.text, less.low, less.high) == ("more than halved", None, 0.5)


def test_bounds_of_place_and_marks() -> None:
    within = one("The shell fell within two miles of the plant.")
    assert (within.low, within.high, within.high_closed) == (None, 2, True)
    mark = one("The death count passed the 9,000 mark.")
    assert (mark.text, mark.low, mark.high) == ("passed the 9,000", 9000, None)
    room = one("The camp is spread over 12 acres.")
    assert (room.low, room.high) == (12, 12)


def test_plus_before_another_sum_is_no_comparator() -> None:
    rise, bonus = found("Staff were offered 3% plus a bonus of $500.")
    assert (rise.text, rise.high, bonus.low) == ("3%", 3, 500)


def test_a_whole_does_not_share_what_happened_to_the_part() -> None:
    none, whole = found("None of the 18 miners was injured.")
    assert (none.role, whole.role, whole.counts) == ("injure", None, "miner")


def test_all_but_some_are_the_rest() -> None:
    rest = one("All but three of the 40 sailors drowned.")
    assert (rest.text, rest.low, rest.counts) == ("All but three of the 40", 37, "sailor")
    assert found("All but three drowned.") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Seven of the 11 people injured were nurses.", [None, "injure"]),
        ("Seven of the 11 injured were nurses.", [None, "injure"]),
        ("Three of the five wounded died in hospital.", ["die", "injure"]),
        ("Two of the three men arrested were charged.", ["charge", "arrest"]),
    ],
)
def test_a_part_does_not_share_what_happened_to_the_whole(text: str, roles: list[str | None]) -> None:
    assert [q.role for q in found(text)] == roles


def test_what_is_known_of_those_who_are_counted_is_their_role() -> None:
    assert one("Forty-one people are now known to have died in the flood.").role == "die"
    assert one("Twelve people are feared dead.").role == "die"
    assert one("Officials put the number of confirmed deaths at 29.").role == "die"
    assert one("Forty-one people are known as the founders of the club.").role == "know"


def test_a_change_and_the_level_it_reached() -> None:
    change, level = found("The death toll rose by 12 to 45.")
    assert (change.low, change.role, level.low, level.role) == (12, "rise", 45, "die")
    assert [q.low for q in found("The workforce shrank by 20 to 480.")] == [20, 480]
    assert one("Prices rose by 5 to 7 per cent.").high == 7


def test_one_of_a_group_is_one_unless_it_ranks_or_says_what_somebody_is() -> None:
    assert one("Police shot one of the robbers.").low == 1
    assert [q.low for q in found("He has four sisters, one of whom died.")] == [4, 1]
    assert found("One of the oldest trees fell.") == []
    assert found("He is one of the robbers.") == []


def test_a_single_and_a_pair_are_counts() -> None:
    assert (one("A single shot was fired.").low, one("A pair of climbers were saved.").low) == (1, 2)
    assert found("A single mother bought a pair of trousers.") == []


def test_counts_per_time_are_rates() -> None:
    rate, count = one("The port handles 90 ships a day."), one("The port handles 90 ships.")
    assert (rate.text, rate.dimension, rate.counts) == ("90 ships a day", "count per duration", "ship")
    assert count.dimension == "count"
    assert one("The loss was compared with a profit of $3m a year earlier.").dimension == "money"
    assert one("The raid killed five people a day after the truce began.").dimension == "count"
    assert one("The shop pays $12 an hour after tax.").dimension == "money per duration"
    assert one("Rent has risen to £900 a month on average.").dimension == "money per duration"


def test_the_same_magnitude_said_again() -> None:
    first, second = found("The magnitude 6.4 quake was later put at 6.1.")
    assert first.dimension == second.dimension == "magnitude"


def test_differences_have_a_direction() -> None:
    assert one("The school has 20 fewer pupils.").role == "fall"
    assert one("There were 12 more fires than last year.").role == "rise"


def test_votes_may_mix_digits_and_words() -> None:
    assert [(q.low, q.role) for q in found("The council approved it by 11 votes to one.")] == [(11, "win"), (1, "lose")]


def test_the_distance_to_an_event_is_a_duration() -> None:
    assert one("It happened two days before the vote.").unit == "day"
    assert found("It happened two days before.") == []


@pytest.mark.parametrize(
    "text",
    [
        "She must go to prison for nine years for fraud, a judge ruled.",
        "He was jailed for nine years.",
        "The court sentenced the former manager to nine years.",
        "The nine-year sentence was read as a warning.",
        "He got nine years behind bars.",
        "She received a nine-year prison term.",
    ],
)
def test_how_long_somebody_goes_to_prison_is_the_length_of_a_sentence(text: str) -> None:
    assert (one(text).counts, one(text).role, one(text).low) == ("sentence", None, 9)


def test_what_was_asked_for_and_what_was_served_is_no_sentence() -> None:
    assert one("Prosecutors had called for her to be jailed for nine years.").counts == "sentence sought"
    assert one("He faces up to nine years in prison.").counts == "sentence sought"
    assert one("Prosecutors had sought eleven years for the banker.").counts == "sentence sought"
    assert one("The nine years demanded by the prosecution were too many, the jury said.").counts == "sentence sought"
    assert one("The prosecution asked for three months to read the files.").counts != "sentence sought"
    assert one("Prosecutors want two years of probation.").counts != "sentence sought"
    assert one("The man, who had demanded a ransom, was jailed for nine years.").counts == "sentence"
    assert one("A woman who asked for money was sent to prison for nine years.").counts == "sentence"
    assert one("She served nine years in prison.").counts == "time served"
    assert one("The strike lasted nine days.").counts == "strike"


def test_a_crowd_is_counted_in_people() -> None:
    assert one("The attendance was 15,900.").counts == "person"
    assert one("A crowd of about 15,900 saw the game.").counts == "person"


def test_what_something_is_worth_is_its_own() -> None:
    assert one("Leaders agreed to set up a joint fund worth 4 billion euros.").counts == "fund"
    assert one("The painting is worth 4 million euros.").counts == "painting"


def test_litres_of_rain_on_a_square_metre_are_millimetres() -> None:
    rain = one("Some 85 litres of rain per square metre drenched Graz.")
    assert (rain.low, rain.unit, rain.dimension, rain.counts) == (85, "millimetre", "length", "rain")
    assert one("The paint covers 0.1 litres per square metre.").dimension == "volume per area"


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("Some 45 litres of rain fell per square metre.", "length"),
        ("Almost 45 litres per square metre of rain drenched Graz.", "length"),
        ("Downpours over the hills brought 45 litres per square metre.", "length"),
        ("Consumption fell to 9 litres per square metre.", "volume per area"),
        ("The meadow needs 9 litres of water per square metre.", "volume per area"),
        ("After the thunderstorms, sprinkling reached 9 litres per square metre.", "volume per area"),
    ],
)
def test_litres_are_of_rain_where_rain_is_what_falls(text: str, dimension: str) -> None:
    assert found(text)[0].dimension == dimension


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The pill was 64 percent effective.", "efficacy"),
        ("The booster prevented 64 percent of cases.", "efficacy"),
        ("The vaccine reduced the risk of infection by 64 percent.", "efficacy"),
        ("The jab averted 93 percent of deaths.", "efficacy against death"),
        ("The drug is 88 percent effective against severe disease.", "efficacy against severe illness"),
        ("Patrols prevented 64 percent of thefts.", "theft"),
        ("A tablet of theirs proved roughly 64 percent effective this winter.", "efficacy"),
        ("A 64 percent effective injection is close.", "efficacy"),
        ("Duties of 64 percent effective from June hurt growers.", "duty"),
        ("The levy is 64 percent effective 3 July.", "levy"),
        ("The levy on pills is 64 percent effective from August.", "levy"),
    ],
)
def test_how_well_a_medicine_works(text: str, counts: str) -> None:
    assert one(text).counts == counts


def test_an_illness_belongs_to_the_share_beside_it() -> None:
    text = "The shots were 58 percent effective in the young and 91 percent effective against hospitalisation."
    assert [q.counts for q in found(text)] == ["efficacy", "efficacy against severe illness"]


def test_what_somebody_owns_is_counted_not_the_owner() -> None:
    assert one("Some 300 of the firm's drivers resigned.").counts == "driver"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The lift stopped at ten past eleven.", []),
        ("The lift stopped at twenty-five to four with 9 people inside.", [9]),
        ("The lift stopped at seven o'clock.", []),
        ("The lift stopped at half eight.", []),
        ("The lift stopped at four in the morning.", []),
        ("The lift stopped at seven on Monday evening.", []),
        ("The lift stopped at ten to seven on Monday evening.", []),
        ("The bishop preached at four evening masses.", [4]),
        ("The panel voted at six to three on Monday.", [6, 3]),
        ("The visitors won six to three on Monday night.", [6, 3]),
        ("The lift ran ten past four floors.", [10, 4]),
        ("The lift stopped at five to ten floors.", [5]),
        ("The motion passed by twenty to nine.", [20, 9]),
        ("The odds stood at ten to three.", [10, 3]),
    ],
)
def test_the_hour_in_words_counts_nothing(text: str, numbers: list[float]) -> None:
    assert [quantity.low for quantity in found(text)] == numbers


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The inspector counted 19 leaks, not 14 as the owner had said.", [19]),
        ("The vineyard lost 30 tonnes of grapes rather than 25 tonnes.", [30]),
        ("Not twelve but nine barges sank.", [9]),
        ("The barge lay 3 km out, not 100 metres from the buoy.", [3, 100]),
        ("The inspector counted 19 leaks, not including 4 in the cellar.", [19, 4]),
        ("The ferry did not carry 40 cars.", [40]),
    ],
)
def test_a_figure_that_is_taken_back_is_none_of_the_text(text: str, figures: list[float]) -> None:
    assert [quantity.low for quantity in found(text)] == figures


@pytest.mark.parametrize(
    ("text", "points", "words"),
    [
        ("The Bank of England raised rates by half a point.", 0.5, "half a point"),
        ("The Fed cut rates by a quarter point.", 0.25, "a quarter point"),
        ("Traders expect the quarter-point cut in rates.", 0.25, "quarter-point"),
        ("Turnout fell by half a point.", 0.5, "half a point"),
        ("Bond yields rose three-quarters of a point.", 0.75, "three-quarters of a point"),
    ],
)
def test_half_a_point_of_a_rate_is_no_half_of_it(text: str, points: float, words: str) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.dimension, quantity.text) == (points, "percentage points", words)


def test_a_point_of_a_game_and_a_part_of_the_points_are_none_of_a_rate() -> None:
    title, half = one("He won the chess title by half a point."), one("Half of the points were lost.")
    assert (title.low, title.dimension, title.counts) == (0.5, "count", "point")
    assert (half.low, half.dimension) == (50, "percentage")


def test_a_quarter_of_a_per_cent_is_one_value() -> None:
    quantity = one("Inflation fell a quarter of a per cent.")
    assert (quantity.low, quantity.unit, quantity.counts) == (0.25, "percent", "inflation")


def test_what_is_cut_by_a_part_of_a_point_is_the_object() -> None:
    assert one("The central bank cut interest rates by three-quarters of a point.").counts == "rate"


def test_within_a_time_of_something_that_does_not_last() -> None:
    assert one("The ferry sank within 20 minutes of its distress call.").counts == "ferry"


def test_members_of_a_crew_are_crew() -> None:
    assert one("Eight crew members died when the boat sank.").counts == "crew"
    assert one("Eight members of parliament resigned.").counts == "member"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Four people are dead, the fire brigade said.", "die"),
        ("Four people were pulled out alive.", "survive"),
        ("The five choirboys found safe in the forest are well.", "survive"),
        ("All 120 passengers are unhurt.", "survive"),
        ("Four people were pulled out of the river.", "pull"),
    ],
)
def test_how_those_who_are_counted_came_through(text: str, role: str) -> None:
    assert one(text).role == role
