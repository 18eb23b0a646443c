from __future__ import annotations

import datetime as dt

import attrs
import pytest

from claimcheck.judging.circumstances import (
    compare_media,
    compare_participants,
    compare_places,
    compare_time_since,
    compare_times_of,
)
from claimcheck.records import Claim, TimeSpan
from tests.builders import claim, day, entity, event, quantity


def talk(text: str, trigger: str, **fields: object):
    return event(text, trigger, "talk", **fields)


def at(text: str, words: str, date: str):
    time = day(text, words, date)
    trigger = text.split()[1]
    return claim(text, times=(time,), event=talk(text, trigger, time=time))


def test_events_of_different_years_are_apart() -> None:
    [finding] = compare_times_of(
        at("They met on 4 March 2019.", "4 March 2019", "2019-03-04"),
        at("They met on 21 March 2018.", "21 March 2018", "2018-03-21"),
    )
    assert finding.verdict == "apart"
    assert "4 March 2019" in finding.sentence


def test_events_of_one_week_are_beside_each_other() -> None:
    [finding] = compare_times_of(
        at("Shares rose on 13 April 2022.", "13 April 2022", "2022-04-13"),
        at("Shares fell on 14 April 2022.", "14 April 2022", "2022-04-14"),
    )
    assert finding.verdict == "beside"


def placed(text: str, place: str, trigger: str):
    return claim(text, entities=(entity(text, place, "place"),), event=talk(text, trigger, places=(place,)))


def test_two_cities_conflict() -> None:
    [finding] = compare_places(
        placed("They met in Vienna.", "Vienna", "met"), placed("The talks were held in Geneva.", "Geneva", "talks")
    )
    assert finding.verdict == "conflict"
    assert finding.sentence == "Vienna against Geneva."


def test_a_city_lies_in_its_country() -> None:
    [finding] = compare_places(
        placed("They met in Vienna.", "Vienna", "met"), placed("They met in Austria.", "Austria", "met")
    )
    assert finding.verdict == "agree"


def test_the_capital_is_known_by_its_country() -> None:
    text = "They held talks in the Austrian capital."
    [finding] = compare_places(placed("They met in Vienna.", "Vienna", "met"), claim(text, event=talk(text, "talks")))
    assert finding.verdict == "agree"
    assert finding.b is not None
    assert finding.b.text == "Austrian capital"
    assert text[finding.b.start : finding.b.end] == finding.b.text


def test_a_place_that_is_only_talked_about_is_none_of_the_event() -> None:
    text = "They met over the war in Syria."
    about = claim(text, entities=(entity(text, "Syria", "place"),), event=talk(text, "met"))
    assert compare_places(about, placed("They met in Geneva.", "Geneva", "met")) == []


def cast(text: str, *names: str):
    people = tuple(entity(text, name, "person") for name in names)
    return claim(text, entities=people, event=talk(text, text.split()[-1].rstrip("."), participants=names))


def test_other_people_are_apart() -> None:
    [finding] = compare_participants(
        cast("Ann Lee and Bob Ray spoke.", "Ann Lee", "Bob Ray"), cast("Cy Dow and Di Fox spoke.", "Cy Dow", "Di Fox")
    )
    assert finding.verdict == "apart"


def test_a_surname_is_enough_to_be_the_same() -> None:
    [finding] = compare_participants(
        cast("Ann Lee and Bob Ray spoke.", "Ann Lee", "Bob Ray"), cast("Lee spoke.", "Lee")
    )
    assert finding.verdict == "agree"


def test_two_of_one_surname_are_two() -> None:
    findings = compare_participants(cast("Ann Lee spoke.", "Ann Lee"), cast("Robert Lee spoke.", "Robert Lee"))
    assert [finding.verdict for finding in findings] == ["apart"]


def test_a_call_is_not_a_meeting() -> None:
    a, b = "They had a call.", "They had a meeting."
    [finding] = compare_media(
        claim(a, event=talk(a, "call", medium="phone")), claim(b, event=talk(b, "meeting", medium="in person"))
    )
    assert finding.verdict == "apart"


def test_one_crash_on_two_days_is_a_conflict() -> None:
    def crash(text: str, words: str, date: str) -> Claim:
        time = day(text, words, date)
        return claim(text, times=(time,), event=event(text, "crashed", "crash", time=time))

    [finding] = compare_times_of(
        crash("It crashed on 17 July 2018.", "17 July 2018", "2018-07-17"),
        crash("It crashed on 18 July 2018.", "18 July 2018", "2018-07-18"),
    )
    assert (finding.kind, finding.verdict) == ("date", "conflict")


@pytest.mark.parametrize(("clocks", "verdicts"), [(("23:52", "00:52"), []), (("12:00", "00:52"), ["conflict"])])
def test_around_midnight_another_day_is_another_time_zone(clocks: tuple[str, str], verdicts: list[str]) -> None:
    def landed(date: str, clock: str):
        text = f"Halcyon landed on {date}."
        time = attrs.evolve(day(text, date, date), clock=clock)
        return claim(text, times=(time,), event=event(text, "landed", "crash", time=time))

    found = compare_times_of(landed("2025-01-16", clocks[0]), landed("2025-01-17", clocks[1]))
    assert [finding.verdict for finding in found] == verdicts


def test_what_happened_long_before_is_not_the_news_of_the_day() -> None:
    text = "Nine people died on 5 March 2011."
    old = claim(text, event=event(text, "died", "die", time=day(text, "5 March 2011", "2011-03-05")))
    new = claim("Five people died.", event=event("Five people died.", "died", "die"))
    [finding] = compare_times_of(old, new, date_a=dt.date(2018, 7, 20), date_b=dt.date(2018, 7, 21))
    assert finding.verdict == "apart"
    assert compare_times_of(old, new) == []


def test_how_long_is_counted_to_the_report_that_says_it() -> None:
    since = "The mill has stood idle since 2019."
    year = TimeSpan(
        start=since.index("since"),
        end=len(since) - 1,
        text="since 2019",
        earliest=dt.date(2019, 1, 1),
        latest=None,
        precision="open",
        year=2019,
    )
    years = "The mill has been idle for five years."
    lasting = quantity(years, "five years", 5, 5, unit="year", dimension="duration", scale=31_557_600.0)
    a, b = claim(since, times=(year,)), claim(years, quantities=(lasting,))
    early, late = dt.date(2021, 2, 1), dt.date(2024, 3, 1)
    [finding] = compare_time_since(a, b, date_a=early, date_b=late)
    assert finding.sentence == "Since 2019 fits 5 years, counted to 1 March 2024."
    assert finding.mirrored == "5 years fits since 2019, counted to 1 March 2024."
    assert compare_time_since(b, a, date_a=late, date_b=early) == [finding.swapped()]
    assert compare_time_since(a, b, date_a=late, date_b=early) == []
