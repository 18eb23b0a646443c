from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.judging.figures import is_partial
from claimcheck.judging.quantities import compare_quantities
from claimcheck.records import Role
from tests.builders import claim, entity, event, minutes, quantity

MONDAY, WEDNESDAY = dt.date(2019, 3, 4), dt.date(2019, 3, 6)


def call(text: str, words: str, low: float | None, high: float | None, **fields: object):
    noun = next(noun for noun in ("call", "conversation", "talks") if noun in text)
    value = minutes(text, words, low, high, counts=noun, **fields)
    return claim(text, quantities=(value,), event=event(text, noun, "talk"))


def toll(text: str, words: str, low: float | None, high: float | None, role: str = "die", counts: str = "person"):
    return claim(text, quantities=(quantity(text, words, low, high, role=role, counts=counts),))


def money(text: str, words: str, low: float, unit: str = "US dollar", counts: str = "profit"):
    value = quantity(text, words, low, low, unit=unit, dimension="money", counts=counts)
    return claim(text, quantities=(value,))


def test_a_value_outside_the_bound_conflicts() -> None:
    [finding] = compare_quantities(
        call("The 50-minute call ended.", "50-minute", 50, 50),
        call("The conversation lasted over an hour.", "over an hour", 60, None, low_closed=False),
    )
    assert finding.verdict == "conflict"
    assert finding.kind == "duration"
    assert finding.scope == "event"
    assert finding.a is not None
    assert finding.b is not None
    assert (finding.a.value, finding.b.value) == ("50 min", "more than 60 min")
    assert "50 min against more than 60 min" in finding.sentence


def test_a_value_inside_the_bound_agrees() -> None:
    [finding] = compare_quantities(
        toll("The quake killed 34 people.", "34 people", 34, 34),
        toll("At least 30 people died.", "At least 30", 30, None),
    )
    assert finding.verdict == "agree"


def test_the_bound_itself_conflicts_where_it_is_excluded() -> None:
    [finding] = compare_quantities(
        toll("The quake killed 30 people.", "30 people", 30, 30),
        toll("More than 30 people died.", "More than 30", 30, None),
    )
    assert finding.verdict == "agree"
    excluded = claim(
        "More than 30 people died.",
        quantities=(
            quantity(
                "More than 30 people died.", "More than 30", 30, None, low_closed=False, role="die", counts="person"
            ),
        ),
    )
    [finding] = compare_quantities(toll("The quake killed 30 people.", "30 people", 30, 30), excluded)
    assert finding.verdict == "conflict"


def test_a_later_toll_supersedes_an_earlier_one() -> None:
    monday = toll("The quake killed 34 people.", "34 people", 34, 34)
    wednesday = toll("The toll rose to 57.", "57", 57, 57)
    [finding] = compare_quantities(monday, wednesday, date_a=MONDAY, date_b=WEDNESDAY)
    assert finding.verdict == "supersede"
    assert finding.sentence.startswith("Later report: 57")
    [same_day] = compare_quantities(monday, wednesday, date_a=MONDAY, date_b=MONDAY)
    assert same_day.verdict == "conflict"
    [no_dates] = compare_quantities(monday, wednesday)
    assert no_dates.verdict == "conflict"


@pytest.mark.parametrize(("words", "count"), [("34 people", 34), ("no people", 0)])
def test_a_lower_later_toll_does_not_supersede(words: str, count: int) -> None:
    [finding] = compare_quantities(
        toll("The quake killed 57 people.", "57 people", 57, 57),
        toll(f"The quake killed {words}.", words, count, count),
        date_a=MONDAY,
        date_b=WEDNESDAY,
    )
    assert finding.verdict == "conflict"


def test_killed_and_wounded_are_different_things() -> None:
    assert not compare_quantities(
        toll("It killed 40 people.", "40 people", 40, 40),
        toll("It wounded 12 people.", "12 people", 12, 12, role="injure"),
    )


def test_lorries_and_people_are_different_things() -> None:
    lorries = claim(
        "160 lorries came.", quantities=(quantity("160 lorries came.", "160 lorries", 160, 160, counts="lorry"),)
    )
    people = claim(
        "40,000 people live there.",
        quantities=(quantity("40,000 people live there.", "40,000 people", 4e4, 4e4, counts="person"),),
    )
    assert not compare_quantities(lorries, people)


def test_currencies_are_not_compared() -> None:
    assert not compare_quantities(money("It made $5m.", "$5m", 5e6), money("It made €7m.", "€7m", 7e6, unit="euro"))


def test_a_rounded_figure_fits_the_exact_one() -> None:
    [finding] = compare_quantities(
        money("A profit of $5.2m.", "$5.2m", 5.2e6), money("It made $5,214,000.", "$5,214,000", 5.214e6)
    )
    assert finding.verdict == "agree"


def test_a_part_is_not_compared_with_the_whole() -> None:
    whole = "Police arrested 30 people."
    part = "Police arrested 30, including 14 officers."
    [finding] = compare_quantities(
        claim(whole, quantities=(quantity(whole, "30 people", 30, 30, role="arrest", counts="person"),)),
        claim(part, quantities=(quantity(part, "14 officers", 14, 14, role="arrest", counts="officer"),)),
    )
    assert finding.strength < 0.4


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a group, including 45 officers.",
        "The flood killed 30 people, among them 45 people.",
        "Another 45 people died.",
        "Police found 45 more.",
        "Some 300 lived there, 45 of whom fled.",
        "They were followed by some 45 others",
        "They paid 45 per head.",
        "The buses carry 45 passengers each.",
        "Prisoners were exchanged, 45 from each side.",
        "Thirty sat in one bus and 45 in the other.",
    ],
)
def test_words_beside_a_figure_make_it_a_part(text: str) -> None:
    assert is_partial(quantity(text, "45", 45, 45), claim(text))


@pytest.mark.parametrize(
    "text",
    [
        "The newspaper said on Friday that 45 people had died.",
        "He sang for his mother, enthusiastically 45 times.",
        "The flood killed 45 villagers, the last to leave.",
        "They rescued 45 people at first light.",
        "A shell hit 45 stalls, most of them empty.",
        "The firm sold 45 ships last year.",
        "Each of the 45 members got a vote.",
        "Some sold 45 to each other.",
        "Nobody saved 45 on the other hand.",
    ],
)
def test_words_that_belong_elsewhere_leave_a_figure_whole(text: str) -> None:
    assert not is_partial(quantity(text, "45", 45, 45), claim(text))


@pytest.mark.parametrize(
    ("a", "b", "strong"),
    [
        ("Ann Lee, 28, was hurt.", "Ann Lee, 42, was hurt.", True),
        ("Ann Lee, 28, was hurt.", "Bob Ray, 42, was hurt.", False),
        ("Ann Lee, 28, was hurt.", "The 42-year-old fled.", False),
        ("Ann Lee, 28, was hurt.", "Bob Ray, the 42-year-old partner of Ann Lee, was hurt.", False),
    ],
)
def test_ages_are_compared_for_one_person_only(a: str, b: str, strong: bool) -> None:
    def aged(text: str):
        words = "28" if "28" in text else ("42-year-old" if "42-year-old" in text else "42")
        names = [entity(text, name, "person") for name in ("Ann Lee", "Bob Ray") if name in text]
        age = quantity(text, words, float(words[:2]), float(words[:2]), unit="year", dimension="age")
        return claim(text, quantities=(age,), entities=tuple(names))

    findings = compare_quantities(aged(a), aged(b))
    assert any(finding.strength > 0.5 for finding in findings) is strong


def test_a_value_that_another_one_fits_is_no_conflict() -> None:
    both = "It killed 12 people and then 40 people."
    a = claim(
        both,
        quantities=(
            quantity(both, "12 people", 12, 12, role="die", counts="person"),
            quantity(both, "40 people", 40, 40, role="die", counts="person"),
        ),
    )
    findings = compare_quantities(a, toll("It killed 40 people.", "40 people", 40, 40))
    assert {finding.verdict for finding in findings} == {"agree"}


def test_a_measure_and_more_than_it_are_one_rounded_length() -> None:
    a, b = "The priest was dead for 48 minutes.", "The priest was dead for more than 48 minutes."
    findings = compare_quantities(
        claim(a, quantities=(minutes(a, "48 minutes", 48, 48),)),
        claim(b, quantities=(minutes(b, "more than 48 minutes", 48, None, low_closed=False),)),
    )
    assert not [finding for finding in findings if finding.verdict == "conflict"]


def vague(text: str, words: str, low: float):
    value = quantity(text, words, low, 10 * low, high_closed=False, approximate=True, role="injure", counts="person")
    return claim(text, quantities=(value,))


@pytest.mark.parametrize(
    ("words", "low", "count", "verdict"),
    [
        ("Dozens", 24, 2, "conflict"),
        ("Dozens", 24, 20, "agree"),
        ("Dozens", 24, 60, "agree"),
        ("Hundreds", 200, 12, "conflict"),
        ("Hundreds", 200, 130, "agree"),
        ("Hundreds", 200, 4000, "conflict"),
    ],
)
def test_a_plural_without_a_number_fits_what_is_near(words: str, low: float, count: float, verdict: str) -> None:
    [finding] = compare_quantities(
        vague(f"{words} were injured.", words, low),
        toll(f"{count} people were hurt.", f"{count}", count, count, "injure"),
    )
    assert finding.verdict == verdict


def test_who_is_missing_becomes_fewer() -> None:
    before = toll("The flood left 40 people missing.", "40 people", 40, 40, "miss")
    after = toll("Five people are missing.", "Five people", 5, 5, "miss")
    [finding] = compare_quantities(before, after, date_a=MONDAY, date_b=WEDNESDAY)
    assert finding.verdict == "supersede"
    [finding] = compare_quantities(before, after, date_a=MONDAY, date_b=MONDAY)
    assert finding.verdict == "conflict"


def aged(years: float):
    text = f"Jane Doe, {years}, was arrested at the airport."
    return claim(
        text,
        quantities=(quantity(text, str(years), years, years, unit="year", dimension="age"),),
        entities=(entity(text, "Jane Doe", "person"),),
        event=event(text, "arrested", "arrest"),
    )


@pytest.mark.parametrize(
    ("age", "later", "found"),
    [
        (29, dt.date(2020, 3, 4), []),
        (29, dt.date(2019, 3, 11), ["conflict"]),
        (29, dt.date(2018, 3, 4), ["conflict"]),
        (45, dt.date(2020, 3, 4), ["conflict"]),
    ],
)
def test_one_year_later_one_is_a_year_older(age: int, later: dt.date, found: list[str]) -> None:
    assert [f.verdict for f in compare_quantities(aged(28), aged(age), date_a=MONDAY, date_b=later)] == found


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ((13, 14), (13, 15), "conflict"),  # the oldest
        ((19, 42), (24, 42), "conflict"),  # the youngest
        ((20, 35), (20, 35), "agree"),
        ((30, 40), (35, 45), "agree"),  # may be two guesses at one age
        ((13, 15), (14, 14), "agree"),  # one of them
    ],
)
def test_of_the_ages_of_a_group_one_end_may_be_disputed(
    first: tuple[int, int], second: tuple[int, int], verdict: str
) -> None:
    def aged(low: int, high: int):
        text = f"The climbers, aged {low} to {high}, were found."
        age = quantity(text, f"{low} to {high}", low, high, unit="year", dimension="age", counts="climber")
        return claim(text, quantities=(age,))

    assert [f.verdict for f in compare_quantities(aged(*first), aged(*second))] == [verdict]


def test_a_toll_that_is_lowered_supersedes_the_higher_one() -> None:
    [finding] = compare_quantities(
        toll("The blast killed 54 people.", "54", 54, 54),
        toll("Officials lowered the number of dead to 37.", "37", 37, 37),
        date_a=MONDAY,
        date_b=WEDNESDAY,
    )
    assert finding.verdict == "supersede"


@pytest.mark.parametrize(
    ("first", "second", "verdicts"),
    [
        ("The wreck lies 68 metres deep.", "The wreck is 41 metres long.", []),
        ("The wreck lies at a depth of 68 metres.", "The wreck measures 41 metres from bow to stern.", []),
        ("The rock, 18 metres wide, flew by.", "The rock flew by 25 metres from the tower.", []),
        ("The wreck lies at a depth of 68 metres.", "The wreck is 41 metres down.", ["conflict"]),
        ("The hole is 16 metres deep.", "The hole has a depth of 19 metres.", ["conflict"]),
        ("The rock flew by within 18 metres of the tower.", "The rock flew by 18 metres away.", ["agree"]),
    ],
)
def test_lengths_are_compared_in_one_extent(first: str, second: str, verdicts: list[str]) -> None:
    def measured(text: str):
        words, value = next((word, float(word)) for word in text.split() if word.isdigit())
        words = f"within {words} metres" if "within" in text else f"{words} metres"
        counts = next(noun for noun in ("wreck", "rock", "hole") if noun in text)
        low = None if "within" in text else value
        length = quantity(text, words, low, value, unit="metre", dimension="length", counts=counts)
        return claim(text, quantities=(length,))

    found = compare_quantities(measured(first), measured(second))
    assert [finding.verdict for finding in found if finding.strength >= 0.5] == verdicts


def test_a_former_value_does_not_dispute_the_new_one() -> None:
    def rate(text: str, words: str, percent: float):
        return claim(text, quantities=(quantity(text, words, percent, percent, dimension="percentage", counts="rate"),))

    new = rate("The bank cut its rate to 3.5 percent.", "3.5 percent", 3.5)
    assert compare_quantities(new, rate("The bank cut its rate from 4 percent.", "4 percent", 4.0)) == []
    [finding] = compare_quantities(new, rate("The bank cut its rate to 4 percent.", "4 percent", 4.0))
    assert finding.verdict == "conflict"


def test_two_values_that_are_written_alike_are_said_by_both() -> None:
    def over(text: str, words: str):
        bound = quantity(text, words, 50, None, low_closed=False, role="die", counts="person")
        return claim(text, quantities=(bound,))

    [finding] = compare_quantities(
        over("More than 50 people died.", "More than 50"), over("Over 50 people died.", "Over 50")
    )
    assert finding.sentence == "Both say more than 50 (person, die)."
    assert finding.mirrored is None


@pytest.mark.parametrize(("verb", "kind"), [("spoke", "talk"), ("were treated", "treat")])
def test_a_duration_is_not_called_that_of_a_verb(verb: str, kind: str) -> None:
    who = Role(start=4, end=14, text="presidents", name="presidents", role="agent")
    claims = []
    for length in (40, 90):
        text = f"The presidents {verb} for {length} minutes."
        value = minutes(text, f"{length} minutes", length, length, counts="president")
        claims.append(claim(text, quantities=(value,), event=event(text, verb.split()[-1], kind, roles=(who,))))
    [finding] = compare_quantities(*claims)
    assert finding.sentence == "40 min against 90 min (duration)."
