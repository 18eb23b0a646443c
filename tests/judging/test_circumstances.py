from __future__ import annotations

from claimcheck.judging.circumstances import compare_media, compare_participants, compare_places, compare_times_of
from tests.builders import claim, day, entity, event


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
