"""Arithmetic of days: months, seasons, parts of a year as intervals."""

from __future__ import annotations

import calendar
import datetime as dt

import attrs

from claimcheck.records.values import Precision


@attrs.frozen(kw_only=True)
class Days:
    """A resolved time: the interval, how fine it is, and the fields that the words fix."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: bool = False


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """That day, or None where the calendar has none."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day some months on, or the last day of that month; kept inside years 1 to 9999."""
    index = min(max(date.year * 12 + date.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def add_days(date: dt.date, days: int) -> dt.date:
    """Days later, kept inside the calendar."""
    return dt.date.fromordinal(min(max(date.toordinal() + days, 1), dt.date.max.toordinal()))


def month_days(year: int, month: int, section: str) -> Days | None:
    if not 1 <= year <= 9999:
        return None
    last = month_end(year, month)
    low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}.get(section, (1, last.day))
    return Days(
        earliest=last.replace(day=low),
        latest=last.replace(day=high),
        precision="week" if section else "month",
        year=year,
        month=month,
    )


SLACK_OF_WEEK = 3
"""Days by which "the second week of May" may begin before the 8th or end after the 14th."""


def part_of_month(month: Days, unit: str, number: int) -> Days | None:
    """The day, week, weekend or half of a month that is its first (1), second (2) …, or its last (-1)."""
    assert month.earliest is not None
    assert month.latest is not None
    if unit == "half":
        middle = month.earliest.replace(day=15)
        first, last = (month.earliest, middle) if number > 0 else (add_days(middle, 1), month.latest)
    elif unit == "weekend":
        saturdays = [day for day in range(1, month.latest.day + 1) if month.earliest.replace(day=day).weekday() == 5]
        if number > len(saturdays):
            return None
        first = month.earliest.replace(day=saturdays[number - 1 if number > 0 else -1])
        last = add_days(first, 1)
    else:
        length, slack = (1, 0) if unit == "day" else (7, SLACK_OF_WEEK)
        first = add_days(month.earliest, length * (number - 1)) if number > 0 else add_days(month.latest, 1 - length)
        first, last = add_days(first, -slack), add_days(first, length - 1 + slack)
    first, last = max(first, month.earliest), min(last, month.latest)
    if first == last:
        return one_day(first)
    return attrs.evolve(month, earliest=first, latest=last, precision="week")


def year_days(year: int, section: str) -> Days:
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(section, (1, 12))
    return Days(
        earliest=dt.date(year, first, 1),
        latest=month_end(year, last),
        precision="season" if section else "year",
        year=year,
    )


def decade_days(year: int, section: str) -> Days:
    first, last = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}.get(section, (0, 9))
    if section and year % 100 == 0:  # "the early 1900s": the decade, not the first years of the century
        first, last = (0, 9) if section == "early" else (first, last)
    return Days(earliest=dt.date(year + first, 1, 1), latest=dt.date(year + last, 12, 31), precision="decade")


def century_days(number: int, section: str) -> Days:
    first, last = {"early": (1, 33), "mid": (34, 67), "late": (67, 100)}.get(section, (1, 100))
    start = (number - 1) * 100
    return Days(earliest=dt.date(start + first, 1, 1), latest=dt.date(start + last, 12, 31), precision="decade")


def season_days(year: int, month: int, end_year: int | None) -> Days | None:
    """Meteorological seasons of the northern half. "Winter 2015" alone may be either of two winters."""
    if month != 12:
        return Days(earliest=dt.date(year, month, 1), latest=month_end(year, month + 2), precision="season")
    first = year if end_year is not None else max(year - 1, 1)
    return Days(earliest=dt.date(first, 12, 1), latest=month_end(min(year + 1, 9999), 2), precision="season")


def part_days(year: int, month: int, length: int) -> Days:
    return Days(
        earliest=dt.date(year, month, 1), latest=month_end(year, month + length - 1), precision="season", year=year
    )


def one_day(day: dt.date) -> Days:
    return Days(
        earliest=day, latest=day, precision="day", year=day.year, month=day.month, day=day.day, weekday=day.weekday()
    )


def plus_two_months(year: int, month: int) -> tuple[int, int]:
    return (year, month + 2) if month <= 10 else (year + 1, month - 10)


def calendar_unit(day: dt.date, unit: str) -> Days | None:
    """The calendar day, week (Monday to Sunday), month, year or decade that holds a day."""
    if unit in ("day", "hour", "minute"):
        return one_day(day)
    if unit in ("week", "fortnight"):
        monday = add_days(day, -day.weekday())
        return Days(earliest=monday, latest=add_days(monday, 6), precision="week")
    if unit == "month":
        return month_days(day.year, day.month, "")
    if unit == "decade":
        return decade_days(max(day.year // 10 * 10, 1), "")
    return year_days(day.year, "")


def shift(day: dt.date, unit: str, amount: int) -> dt.date:
    if unit == "hour":
        return add_days(day, -(-abs(amount) // 24) * (1 if amount > 0 else -1))
    if unit == "minute":
        return day
    if unit in ("day", "week", "fortnight"):
        return add_days(day, amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return add_months(day, amount * {"month": 1, "year": 12, "decade": 120}[unit])


def stretch(start: dt.date, end: dt.date, unit: str) -> Days:
    precision: Precision = {"hour": "day", "day": "day", "week": "week", "month": "month", "year": "year"}.get(
        unit, "decade"
    )  # type: ignore[assignment]
    return Days(earliest=start, latest=end, precision=precision)
