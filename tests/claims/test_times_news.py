"""Times as the news writes them: moved dates, ends that lie ahead, times placed by others, names with years."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.times import find_times
from claimcheck.records import TimeSpan
from claimcheck.settings import DEFAULT_SPACY_MODEL

pytestmark = pytest.mark.weights

PUBLISHED = dt.date(2015, 9, 18)  # a Friday


def found(text: str, published: dt.date | None = PUBLISHED) -> list[TimeSpan]:
    return find_times(load_pipeline(DEFAULT_SPACY_MODEL)(text), published)


def one(text: str) -> TimeSpan:
    (span,) = found(text)
    return span


def day(month: int, number: int, year: int = 2015) -> dt.date:
    return dt.date(year, month, number)


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The curfew has been extended until 3 October.", day(10, 3)),
        ("The exhibition runs until Tuesday.", day(9, 22)),
        ("The union wants an answer by Monday.", day(9, 21)),
        ("All staff must leave by 30 October.", day(10, 30)),
        ("The text is supposed to be ready by Tuesday.", day(9, 22)),
        ("The hearing has been rescheduled for 3 November.", day(11, 3)),
        ("The court fixed the next hearing for 4 October.", day(10, 4)),
        ("The leak was fixed by Tuesday.", day(9, 15)),
        ("The curfew held until Sunday.", day(9, 13)),
    ],
)
def test_an_end_lies_ahead_unless_the_story_is_over(text: str, latest: dt.date) -> None:
    assert one(text).latest == latest


def test_a_postponement_and_the_new_date_are_two_times() -> None:
    assert one("The match was postponed on Tuesday.").earliest == day(9, 15)
    assert one("The match was postponed to Tuesday.").earliest == day(9, 22)
    assert found("The match was postponed on Tuesday until Sunday.")[0].earliest == day(9, 15)


def test_timetables_in_the_present_lie_ahead() -> None:
    assert one("The vote is on Monday.").earliest == day(9, 21)
    assert one("A second round follows on 9 October.").earliest == day(10, 9)
    assert one("The hearing is listed for mid-October.").earliest == day(10, 11)


def test_a_day_that_was_just_now_is_not_that_of_next_year() -> None:
    assert one("The firm's works on 10 September killed nine.").earliest == day(9, 10)
    assert one("The fair opens on 10 June.").earliest == day(6, 10, 2016)


def test_since_never_lies_ahead_and_figures_are_of_what_was() -> None:
    assert one("The mayor, in prison since November, is to appeal.").earliest == day(11, 1, 2014)
    assert found("Figures for June will be published soon.")[0].earliest == day(6, 1)
    assert one("Riots spread across the city on Tuesday.").earliest == day(9, 15)


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("The bridge opens in July next year.", "July next year", day(7, 1, 2016)),
        ("The mill closed in August of last year.", "August of last year", day(8, 1, 2014)),
        ("The panel met on Tuesday last week.", "Tuesday last week", day(9, 8)),
        ("A year ago this week the roof fell.", "A year ago this week", day(9, 15, 2014)),
        ("The mine closed 20 years ago today.", "20 years ago today", day(9, 18, 1995)),
    ],
)
def test_a_time_placed_by_another(text: str, words: str, first: dt.date) -> None:
    span = one(text)
    assert (span.text, span.earliest) == (words, first)


def test_parts_of_the_day_are_counted_from_the_day_before_them() -> None:
    _, night = found("He was hurt on Tuesday in a crash that, the night before, nobody foresaw.")
    assert (night.text, night.earliest) == ("the night before", day(9, 14))
    _, morning = found("The hall burned on 3 May 1911. By the following morning it was ashes.")
    assert (morning.earliest, morning.latest) == (None, day(5, 4, 1911))
    assert found("By the following morning it was ashes.") == []


def test_the_end_of_the_year_is_that_of_the_story() -> None:
    assert one("The plant will shut by the end of the year.").latest == day(12, 31)
    assert one("The plant will shut before the end of the year.").latest == day(12, 31)
    assert found("Revolt began in March 1848. By the end of the year it was over.")[1].latest == day(12, 31, 1848)


def test_overnight_is_the_night_to_publication_and_a_habit_is_none() -> None:
    span = one("The stadium burned overnight.")
    assert (span.earliest, span.latest) == (day(9, 17), day(9, 18))
    assert found("He charges his phone overnight.") == []
    assert found("She took an overnight train.") == []


def test_holidays_with_a_fixed_date() -> None:
    assert one("The couple met on Christmas Eve 2011.").earliest == day(12, 24, 2011)
    assert one("The pact ends on New Year's Day.").earliest == day(1, 1, 2016)
    span = one("The army left before Christmas.")
    assert span.latest == day(12, 23, 2014)
    assert found("The Christmas market is shut.") == []


def test_a_decade_ago_is_about_ten_years_ago() -> None:
    span = one("The dam burst a decade ago.")
    assert (span.earliest, span.latest, span.precision) == (day(1, 1, 2003), day(12, 31, 2007), "decade")


def test_a_fiscal_year_may_begin_the_year_before() -> None:
    span = one("Sales doubled in fiscal 2012.")
    assert (span.earliest, span.latest) == (day(1, 1, 2011), day(12, 31, 2012))


def test_short_and_early_years() -> None:
    assert one("The band split up in '74.").earliest == day(1, 1, 1974)
    assert one("The city was destroyed in AD 70.").earliest == dt.date(70, 1, 1)


def test_the_spring_of_a_deed_is_a_time_and_every_spring_is_none() -> None:
    assert one("The mayor resigned in the spring.").earliest == day(3, 1)
    assert one("The mayor will resign in the spring.").earliest == day(3, 1, 2016)
    assert found("In the spring the river floods.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The choir meets every Tuesday.",
        "The shop shuts at noon on Mondays.",
        "It was as dull as a Monday morning lecture.",
        "Dr May Friday signed the note.",
        "The Tuesday Book Club met in Leeds.",
        "The 1922 Committee has no leader.",
        "They drank at the 1812 Tavern.",
        "Their third album, 1999, sold well.",
        "She rang with the reference 1845.",
    ],
)
def test_names_and_habits_are_no_times(text: str) -> None:
    assert found(text) == []


def test_an_event_of_a_year_is_in_that_year() -> None:
    assert one("The 2012 Olympics cost more.").earliest == day(1, 1, 2012)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The port authority said on Tuesday it would dredge the channel.", day(9, 15)),
        ("The choir said Tuesday it may tour Iceland.", day(9, 15)),
        ("The senator told voters on Sunday he would step down.", day(9, 13)),
        ("The port authority said that on Tuesday it would dredge the channel.", day(9, 22)),
        ("The port authority said it would dredge the channel on Tuesday.", day(9, 22)),
        ("The port authority says on Tuesday it will dredge the channel.", day(9, 22)),
    ],
)
def test_the_day_of_the_saying_is_past_whatever_is_said_to_come(text: str, said: dt.date) -> None:
    assert one(text).earliest == said


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("The kiln blew up at twenty past four in the afternoon on Tuesday.", "16:20"),
        ("The kiln blew up at a quarter to seven on Tuesday evening.", "18:45"),
        ("The kiln blew up at half past two a.m. on Tuesday.", "02:30"),
        ("The kiln blew up at five minutes to midnight on Tuesday.", "23:55"),
        ("The kiln blew up at twenty past four on Tuesday.", None),
        ("The kiln blew up shortly before half past nine in the evening on Tuesday.", None),
    ],
)
def test_the_clock_in_words_is_told_where_the_half_of_the_day_is(text: str, clock: str | None) -> None:
    (span,) = found(text)
    assert (span.earliest, span.clock) == (day(9, 15), clock)


def test_a_time_of_day_in_words_without_a_day_is_no_time_unless_its_half_of_the_day_is_told() -> None:
    assert found("The kiln blew up at ten to eight.") == []
    assert one("The kiln blew up at ten to eight in the morning.").clock == "07:50"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The kiln blew up in the last week of April.", day(4, 21), day(4, 30)),
        ("The kiln blew up in the first week of April 2013.", day(4, 1, 2013), day(4, 10, 2013)),
        ("The kiln blew up on the last day of June last year.", day(6, 30, 2014), day(6, 30, 2014)),
        ("The kiln blew up on the second weekend in May.", day(5, 9), day(5, 10)),
        ("The kiln blew up in the second half of June.", day(6, 16), day(6, 30)),
        ("The kiln will reopen in the third week of October.", day(10, 12), day(10, 24)),
        ("The kiln blew up last week.", day(9, 7), day(9, 13)),
    ],
)
def test_a_week_of_a_month_is_counted_in_the_month(text: str, earliest: dt.date, latest: dt.date) -> None:
    span = one(text)
    assert (span.earliest, span.latest) == (earliest, latest)


def test_the_last_week_of_something_is_no_week_before_the_report() -> None:
    assert found("The choir sang in the last week of the festival.") == []
    assert found("Over the last month of her pregnancy, the singer stayed at home.") == []


@pytest.mark.parametrize(
    "text",
    ["Over the last week of drought, 6 wells dried up.", "In the last week of looting, 6 shops burned down."],
)
def test_the_last_week_of_what_goes_on_is_the_week_before_the_report(text: str) -> None:
    assert [(span.earliest, span.latest) for span in found(text)] == [(day(9, 7), day(9, 13))]


def test_a_week_on_monday_is_the_monday_after_the_next() -> None:
    assert one("Talks will begin a week on Monday.").earliest == day(9, 28)
    assert one("Talks will begin on Monday week.").earliest == day(9, 28)
    assert one("Talks will begin on Monday fortnight.").earliest == day(10, 5)
    assert one("Talks will begin on Monday.").earliest == day(9, 21)
    assert found("The talks broke down a week on Monday.") == []


def test_half_a_year_ago_is_six_months_back() -> None:
    assert one("The mill closed half a year ago.").earliest == day(3, 1)
    assert found("The mill closed half a month ago.") == []


@pytest.mark.parametrize("word", ["beginning", "starting", "ending"])
def test_the_week_beginning_on_a_day_takes_its_tense_from_the_verb(word: str) -> None:
    assert one(f"Talks will end in the week {word} 14 October.").earliest == day(10, 14)
    assert one(f"Talks ended in the week {word} 14 September.").earliest == day(9, 14)
