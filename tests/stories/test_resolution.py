from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import Claim, Event, TimeSpan
from claimcheck.stories.names import same_person
from claimcheck.stories.resolution import (
    days_apart,
    days_between,
    is_other_event,
    main_event,
    other_events,
    resolve_events,
)
from tests.builders import claim, day, event

LEAD = "Ann Lee and Bob Ray spoke by phone on 4 March 2021."
CAST = ("Ann Lee", "Bob Ray")


def lead():
    time = day(LEAD, "4 March 2021", "2021-03-04")
    return claim(LEAD, event=event(LEAD, "spoke", "talk", participants=CAST, medium="phone", time=time))


def after(text: str, trigger: str, **fields: Any) -> Claim:
    """A claim further on in the article of the lead."""
    told = event(text, trigger, "talk", **fields).shifted(100)
    return claim(text, article=lead().article, start=100, event=told)


def test_the_conversation_is_the_one_of_the_lead() -> None:
    claims = resolve_events([lead(), after("The conversation took an hour.", "conversation", definite=True)])
    second = claims[1].event
    assert second is not None
    assert second.participants == CAST
    assert second.medium == "phone"
    assert second.time == claims[0].event.time


def test_other_people_have_another_conversation() -> None:
    other = after("Cy Dow and Di Fox spoke too.", "spoke", participants=("Cy Dow", "Di Fox"))
    assert resolve_events([lead(), other])[1] == other


def test_one_of_them_with_somebody_else_is_another_talk() -> None:
    main = main_event([lead()])
    assert main is not None
    assert is_other_event(after("Ann Lee met Di Fox.", "met", participants=("Ann Lee", "Di Fox")).event, main)


def test_another_medium_is_another_event() -> None:
    main = main_event([lead()])
    assert main is not None
    assert is_other_event(after("The meeting was short.", "meeting", medium="in person").event, main)


def test_what_the_lead_leaves_out_comes_from_later_paragraphs() -> None:
    text = "Ann Lee and Bob Ray held talks."
    first = claim(text, event=event(text, "talks", "talk", participants=CAST))
    main = main_event(
        [first, after("The phone call by Ann Lee was short.", "call", participants=("Ann Lee",), medium="phone")]
    )
    assert main is not None
    assert main.medium == "phone"


def test_what_happened_long_before_the_news_does_not_date_the_main_event() -> None:
    text = "Ann Lee and Bob Ray held talks. They flew home on 6 March 2021."
    home = "They flew home on 6 March 2021."
    first = claim(text[:31], event=event(text, "talks", "talk", participants=CAST))
    flown = claim(home, article=first.article, start=32, times=(day(home, "6 March 2021", "2021-03-06").shifted(32),))

    def dated(date: str, iso: str) -> bool:
        other = f"Ann Lee had spoken to him on {date}."
        told = after(other, "spoken", participants=("Ann Lee",), time=day(other, date, iso))
        main = main_event([first, flown, told])
        assert main is not None
        return main.time is not None

    assert dated("4 March 2021", "2021-03-04")
    assert not dated("9 May 2017", "2017-05-09")


def test_what_is_of_another_kind_earlier_or_of_others_takes_no_day_from_the_main_event() -> None:
    def time_of(text: str, trigger: str, kind: str = "talk", **fields: Any) -> TimeSpan | None:
        told = event(text, trigger, kind, **fields).shifted(100)
        last = resolve_events([lead(), claim(text, article=lead().article, start=100, event=told)])[1].event
        assert last is not None
        return last.time

    assert time_of("The two talked at length.", "talked", definite=True) is not None
    assert time_of("The two had never talked at length.", "talked", definite=True) is None
    assert time_of("The farmers want more water.", "want", "want", definite=True) is None
    assert time_of("The water bill was talked over.", "bill", "pay", also=("talk",)) is None
    assert time_of("Cy Dow talked, too.", "talked", participants=("Cy Dow",)) is None


def test_the_day_of_another_event_in_the_lead_does_not_date_the_main_event() -> None:
    text = "The mayor, who spoke with Ann Lee, resigned on 6 March 2021."
    first = claim(
        text, event=event(text, "resigned", "resign", also=("talk",), time=day(text, "6 March 2021", "2021-03-06"))
    )
    main = main_event(
        [first, after("Ann Lee spoke at length.", "spoke", participants=("Ann Lee",)), after("They spoke.", "spoke")]
    )
    assert main is not None
    assert (main.kind, main.time) == ("talk", None)


def test_no_event_no_change() -> None:
    plain = claim("The region is poor.")
    assert main_event([plain]) is None
    assert resolve_events([plain]) == [plain]
    assert resolve_events([]) == []


def test_names() -> None:
    assert same_person("Sergey Shoigu", "Sergei Shoigu")
    assert same_person("Carter", "Ashton Carter")
    assert same_person("J. Smith", "John Smith")
    assert same_person("Jim Mattis", "James Mattis")
    assert same_person("Ash Carter", "Ashton B. Carter")
    assert not same_person("Anna Smith", "Robert Smith")
    assert not same_person("Daniel Ortega", "Daniela Ortega")
    assert not same_person("", "Smith")


@pytest.mark.parametrize(
    ("x", "y", "same"),
    [
        ("Shoigu", "Sergei Shoygu", True),
        ("Zelensky", "Zelenskyy", True),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky", True),
        ("Gaddafi", "Qaddafi", True),
        ("Lukashenko", "Alexander Lukashenka", True),
        ("Donald Trump Jr.", "Trump", True),
        ("Mr Carter III", "Ashton Carter", True),
        ("Ken Johnson", "Ken Johnston", False),
        ("Johnson", "Johnston", False),
        ("Martin", "Martinez", False),
        ("Harris", "Harrison", False),
        ("Robert Downey Jr.", "Roberto Lopez Jr.", False),
    ],
)
def test_spellings_of_a_surname_are_one_and_other_surnames_are_not(x: str, y: str, same: bool) -> None:
    assert same_person(x, y) == same_person(y, x) == same


def test_that_day_is_the_day_named_before() -> None:
    text = "The other crash was on 5 March 2011."
    before = claim(text, article=lead().article, start=50, times=(day(text, "5 March 2011", "2011-03-05").shifted(50),))
    after_it = after("Nine people spoke of it that day.", "spoke")
    last = resolve_events([lead(), before, after_it])[2].event
    assert last is not None
    assert last.time is not None
    assert last.time.year == 2011


def test_a_few_days_between_articles_are_no_other_event() -> None:
    first = event(
        "It crashed on 17 July 2018.", "crashed", "crash", time=day("17 July 2018", "17 July 2018", "2018-07-17")
    )
    second = event(
        "It crashed on 18 July 2018.", "crashed", "crash", time=day("18 July 2018", "18 July 2018", "2018-07-18")
    )
    assert is_other_event(first, second)
    assert not is_other_event(first, second, slack_days=3)


@pytest.mark.parametrize(
    ("first", "second", "other"),
    [
        ((5, 31), (6, 1), False),
        ((12, 31), (1, 1), False),
        ((2, 27), (3, 2), True),
        ((3, 4), (3, 20), True),
        ((3, None), (4, 1), True),
        ((3, None), (3, 30), False),
        ((None, 4), (None, 20), False),
    ],
)
def test_days_without_a_year_may_differ_a_little(
    first: tuple[int | None, int | None], second: tuple[int | None, int | None], other: bool
) -> None:
    def told(month: int | None, day: int | None) -> Event:
        time = TimeSpan(start=0, end=1, text="x", precision="partial", month=month, day=day)
        return event("It crashed.", "crashed", "crash", time=time)

    assert is_other_event(told(*first), told(*second), slack_days=3) == other
    assert is_other_event(told(*second), told(*first), slack_days=3) == other


def test_days_between_bounds_are_the_fewest_that_can_be() -> None:
    first, second = (dt.date(2021, 3, 1), dt.date(2021, 3, 4)), (dt.date(2021, 3, 9), None)
    assert days_between(first, second) == days_between(second, first) == 5
    assert days_between(first, first) == 0
    assert days_between(first, (None, None)) == 0
    assert days_apart(day("4 March", "4 March", "2021-03-04"), day("9 March", "9 March", "2021-03-09")) == 5


def test_what_was_long_before_the_report_dates_no_event_of_now() -> None:
    text = "Ann Lee and Bob Ray are to speak by phone."
    first = claim(text, event=event(text, "speak", "talk", participants=CAST))
    earlier = "Ann Lee and Bob Ray spoke by phone on 4 March 2015."
    recalled = after(earlier, "spoke", participants=CAST, time=day(earlier, "4 March 2015", "2015-03-04"))
    main = main_event([first, recalled], published=dt.date(2021, 3, 4))
    assert main is not None
    assert main.time is None
    assert resolve_events([first, recalled], published=dt.date(2021, 3, 4))[0].event == first.event
    of_then = main_event([first, recalled], published=dt.date(2015, 3, 5))
    assert of_then is not None
    assert of_then.time == recalled.event.time


@pytest.mark.parametrize(
    ("text", "trigger", "points_back"),
    [
        ("Nine people died that day.", "died", True),
        ("That night nine people died.", "died", True),
        ("Nobody had died in that storm before.", "died", True),
        ("Nine died that year in the town.", "died", True),
        ("Nine died in that year's floods.", "died", True),
        ("Nine people died back then.", "died", True),
        ("He said that all was well and that time died away.", "died", False),
        ("Officials warned that storm winds killed nine people.", "killed", False),
        ("The mayor said that fire crews died.", "died", False),
        ("The ministry found that case numbers killed hopes.", "killed", False),
        ("The airport said that night flights died out.", "died", False),
        ("Critics say that strike action killed the firm.", "killed", False),
    ],
)
def test_that_points_back_where_it_begins_no_clause(text: str, trigger: str, points_back: bool) -> None:
    dated = "The other crash was on 5 March 2011."
    before = claim(dated, article="a", times=(day(dated, "5 March 2011", "2011-03-05"),))
    after_it = claim(text, article="a", start=50, event=event(text, trigger, "die").shifted(50))
    last = resolve_events([before, after_it])[1].event
    assert last is not None
    assert (last.time is not None) == points_back


PEOPLE = (
    st.lists(st.sampled_from(["Ann Lee", "Bob Ray", "Ray", "Cy Dow"]), max_size=3, unique=True).map(sorted).map(tuple)
)
TIMES = st.sampled_from([None, "2021-03-04", "2021-03-06", "2021-05-04"]).map(
    lambda d: d and day(LEAD, "4 March 2021", d)
)
EVENTS = st.builds(
    lambda kind, people, time, places, medium: event(
        LEAD, "spoke", kind, participants=people, time=time, places=places, medium=medium
    ),
    st.sampled_from(["talk", "die"]),
    PEOPLE,
    TIMES,
    st.sampled_from([(), ("Paris",), ("London", "Paris"), ("Berlin",)]),
    st.sampled_from([None, "phone", "in person"]),
)


@given(st.lists(EVENTS, max_size=5), st.integers(0, 2**32 - 1))
def test_many_events_are_told_apart_as_two_are(events: list[Event], seed: int) -> None:
    slack = np.random.default_rng(seed).integers(0, 2, (len(events), len(events))) * 3
    found = other_events(events, slack)
    assert found.tolist() == [
        [is_other_event(a, b, slack_days=int(slack[i, j])) for j, b in enumerate(events)] for i, a in enumerate(events)
    ]
