"""From a time expression and a publication date to days.

Every rule is monotone in the publication date, so that where only bounds of that date are known, resolving against
both bounds gives bounds of the answer.

| words                         | days                                                                       |
|-------------------------------|----------------------------------------------------------------------------|
| on Friday (past)              | the latest Friday on or before publication; with a future verb the next one |
| Friday week, a week on Friday | seven days after the coming Friday; only with a future verb                  |
| last Friday, next Friday      | the nearest before, after publication, that day itself excluded              |
| in March, March 4             | the latest that began on or before publication; with a future verb the next  |
| last August, last summer      | the year before; where this year's is over too, both are meant: an interval  |
| two weeks ago, a year ago     | the calendar week, month or year that far back; days are exact               |
| a decade ago                  | ten years back, give or take a fifth: two years on either side               |
| a year ago this week          | the week, month or day a year back                                           |
| Monday last week, July next year | that day or month of the week or year named                               |
| the last Sunday of January    | that day; "a Friday in March" is the month, and a Friday                    |
| the last week of January      | its last ten days: a week of the calendar seldom ends with the month         |
| overnight                     | the night to the day of publication; with a future verb the next one         |
| a few days ago                | two to seven days back                                                       |
| early, mid, late              | thirds of the month (10 days), of the year (4 months); of a decade 0–4, 3–7, 6–9 |
"""

from __future__ import annotations

import datetime as dt

import attrs

from claimcheck.claims.times.days import (
    Days,
    add_days,
    add_months,
    calendar_unit,
    century_days,
    date_or_none,
    decade_days,
    month_days,
    month_end,
    one_day,
    part_days,
    part_of_month,
    plus_two_months,
    season_days,
    shift,
    stretch,
    year_days,
)
from claimcheck.claims.times.expression import Expression
from claimcheck.records.values import Precision

_STEPS = {"last": -1, "this": 0, "next": 1, "": 0}
JUST = 45
"""Days back to a date without a year that a verb in the present or future would put into next year."""
FEW = (2, 7)  # "a few days ago" is two to seven of them


def resolve(one: Expression, reference: dt.date | None, future: bool) -> Days | None:
    """The days of an expression; None where there are none ("29 February 2019") or too little is known.

    Args:
        reference: publication date, or None where it is not known.
        future: the verb speaks of the future.
    """
    match one.kind:
        case "date" if one.year is not None:
            return _full_date(one, one.year)
        case "ambiguous":
            return _ambiguous(one)
        case "month" if one.year is not None:
            return _weekday_in(month_days(one.year, one.month or 1, one.section), one)
        case "year" if one.unit == "fiscal":
            # A fiscal year is named for the year that it ends in and begins up to a year before.
            year = one.year or 1
            return Days(earliest=dt.date(max(year - 1, 1), 1, 1), latest=dt.date(year, 12, 31), precision="year")
        case "year":
            return year_days(one.year or 1, one.section)
        case "years":
            return Days(
                earliest=dt.date(one.year or 1, 1, 1), latest=dt.date(one.end_year or 1, 12, 31), precision="year"
            )
        case "decade":
            return decade_days(one.year or 1, one.section)
        case "century":
            return century_days(one.year or 1, one.section)
        case "season" if one.year is not None:
            return season_days(one.year, one.month or 1, one.end_year)
        case "part" if one.year is not None:
            return part_days(one.year, one.month or 1, one.amount)
        case "clock":
            return Days(earliest=None, latest=None, precision="partial")
    if reference is None or not 10 < reference.year < 9990:  # the calendar ends there
        return Days(
            earliest=None,
            latest=None,
            precision="partial",
            month=one.month if one.kind in ("date", "month") else None,
            day=one.day if one.kind in ("date", "dayofmonth") else None,
            weekday=one.weekday,
        )
    days = _relative(one, reference, future)
    return None if days is None else attrs.evolve(days, relative=True)


# ---- absolute --------------------


def _full_date(one: Expression, year: int) -> Days | None:
    start = date_or_none(year, one.month or 1, one.day or 1)
    end = date_or_none(year, one.month or 1, one.end_day) if one.end_day else start
    if start is None or end is None:
        return None
    single = one.end_day is None
    return Days(
        earliest=start,
        latest=end,
        precision="day",
        year=year,
        month=one.month,
        day=one.day if single else None,
        weekday=start.weekday() if single else None,
    )


def _ambiguous(one: Expression) -> Days | None:
    year, a, b = one.year or 1, one.day or 1, one.month or 1
    first, second = date_or_none(year, a, b), date_or_none(year, b, a)
    if first is None or second is None:
        return None
    return Days(earliest=min(first, second), latest=max(first, second), precision="partial", year=year)


# ---- relative --------------------


def _relative(one: Expression, day: dt.date, future: bool) -> Days | None:
    match one.kind:
        case "today":
            return one_day(add_days(day, one.amount))
        case "weekday":
            return _weekday(one, day, future)
        case "date":
            return _date_without_year(one, day, future)
        case "dayofmonth" if one.within == "month":
            first = add_months(day.replace(day=1), _STEPS[one.which])
            date = date_or_none(first.year, first.month, one.day or 1)
            return one_day(date) if date else None
        case "dayofmonth":
            return _day_of_month(one.day or 1, day, future)
        case "month":
            if one.amount and not one.within:
                return _weekday_without_year(one, day, future)
            return _weekday_in(_month_without_year(one, day, future), one)
        case "season":
            return _season_without_year(one, day, future)
        case "part":
            return _part_without_year(one, day, future)
        case "unit":
            found = _unit(one, day)
            if one.bound == "the" and not future and found is not None and found.earliest and found.earliest > day:
                return _unit(attrs.evolve(one, which="last"), day)  # "shut at the end of the month", said on the 5th
            return found
        case "weekend":
            return _weekend(one, day, future)
        case "ago":
            return _ago(one, day)
        case "few ago":
            return _few_ago(one.unit, day)
        case "past":
            return stretch(shift(day, one.unit, -one.amount), day, one.unit)
        case "coming":
            return stretch(day, shift(day, one.unit, one.amount), one.unit)
        case "overnight":
            return stretch(add_days(day, 0 if future else -1), add_days(day, 1 if future else 0), "day")
        case "hence":
            return calendar_unit(shift(day, one.unit, one.amount), one.unit)
    return None


def _weekday(one: Expression, day: dt.date, future: bool) -> Days | None:
    assert one.weekday is not None
    back = (day.weekday() - one.weekday) % 7
    if one.within == "week":
        return one_day(add_days(day, one.weekday - day.weekday() + 7 * _STEPS[one.which]))
    if one.which == "last":
        return one_day(add_days(day, -(back or 7)))
    if one.which == "next":
        return one_day(add_days(day, 7 - back))
    if future:
        return one_day(add_days(day, (7 - back) % 7 + one.amount))
    return one_day(add_days(day, -back)) if not one.amount else None


def _date_without_year(one: Expression, day: dt.date, future: bool) -> Days | None:
    assert one.month is not None
    assert one.day is not None
    if one.within == "year" or one.which == "this":
        return _full_date(one, day.year + _STEPS[one.which])
    future = one.which == "next" or (future and one.which != "last" and not _was_just(one.month, one.day, day))
    for step in range(9):  # 29 February comes every four years, eight across 1900
        year = day.year + (step if future else -step)
        found = date_or_none(year, one.month, one.day)
        if found is None or (found < day if future else found > day):
            continue
        if one.weekday is not None and found.weekday() != one.weekday:
            # The weekday tells the year: "Thursday, February 7".
            others = [date_or_none(day.year + shift, one.month, one.day) for shift in (0, 1, -1)]
            found = next((other for other in others if other and other.weekday() == one.weekday), found)
        return _full_date(one, found.year)
    return None


def _was_just(month: int, day_of_month: int, day: dt.date) -> bool:
    """Whether this day of the year lies so shortly back that nobody would mean that of next year without saying so."""
    found = date_or_none(day.year, month, day_of_month)
    if found is not None and found > day:
        found = date_or_none(day.year - 1, month, day_of_month)
    return found is not None and 0 < (day - found).days <= JUST


def _day_of_month(number: int, day: dt.date, future: bool) -> Days | None:
    for step in range(12):
        first = add_months(day.replace(day=1), step if future else -step)
        found = date_or_none(first.year, first.month, number)
        if found is not None and (found >= day if future else found <= day):
            return one_day(found)
    return None


def _both(first: Days, second: Days) -> Days:
    """Either of two readings."""
    assert first.earliest is not None
    assert second.latest is not None
    return Days(
        earliest=first.earliest,
        latest=second.latest,
        precision=second.precision,
        month=second.month if first.month == second.month else None,
        year=second.year if first.year == second.year else None,
    )


def _month_without_year(one: Expression, day: dt.date, future: bool) -> Days | None:
    assert one.month is not None
    this = day.year
    if one.within == "year":
        return month_days(this + _STEPS[one.which], one.month, one.section)
    if one.which == "last":
        before = month_days(this - 1, one.month, one.section)
        over = one.month < day.month
        recent = month_days(this, one.month, one.section) if over else None
        return _both(before, recent) if before and recent else before
    if one.which == "next":
        return month_days(this + (one.month <= day.month), one.month, one.section)
    if one.which == "this":
        return month_days(this, one.month, one.section)
    if future:
        return month_days(this + (one.month < day.month), one.month, one.section)
    found = month_days(this, one.month, one.section)
    if found is None or found.earliest is None or found.earliest > day:
        found = month_days(this - 1, one.month, one.section)
    return found


def _weekday_without_year(one: Expression, day: dt.date, future: bool) -> Days | None:
    """ "The last Sunday of January": the latest on or before publication, or the next one."""
    for step in range(9):
        found = _weekday_in(month_days(day.year + (step if future else -step), one.month or 1, ""), one)
        first = None if found is None else found.earliest
        if first is not None and (first >= day if future else first <= day):
            return found
    return None


def _weekday_in(month: Days | None, one: Expression) -> Days | None:
    """The one day of "the last Sunday of January"; of "a Friday in March" the month and what weekday it was."""
    if one.unit and month is not None:
        return part_of_month(month, one.unit, one.amount)
    if month is None or one.weekday is None or month.earliest is None or month.latest is None:
        return month
    if not one.amount:
        return attrs.evolve(month, weekday=one.weekday)
    first = add_days(month.earliest, (one.weekday - month.earliest.weekday()) % 7)
    last = add_days(month.latest, -((month.latest.weekday() - one.weekday) % 7))
    date = last if one.amount < 0 else add_days(first, 7 * (one.amount - 1))
    return one_day(date) if date <= month.latest else None


def _season_without_year(one: Expression, day: dt.date, future: bool) -> Days | None:
    assert one.month is not None
    month = one.month
    if one.within == "year":
        return season_days(day.year + _STEPS[one.which], month, None)

    def season(year: int) -> Days:
        return Days(
            earliest=dt.date(year, month, 1), latest=month_end(*plus_two_months(year, month)), precision="season"
        )

    years = range(max(day.year - 2, 1), min(day.year + 2, 9998) + 1)
    seasons = [season(year) for year in years]
    over = [one for one in seasons if one.latest and one.latest < day]
    coming = [one for one in seasons if one.earliest and one.earliest > day]
    if one.which == "next":
        return coming[0] if coming else None
    if one.which == "last":
        if not over:
            return None
        if month != 12 and len(over) > 1 and over[-1].latest and over[-1].latest.year == day.year:
            return _both(over[-2], over[-1])
        return over[-1]
    now = [one for one in seasons if one.earliest and one.latest and one.earliest <= day <= one.latest]
    if now:
        return now[0]
    if one.bound == "bare":
        near = coming[:1] if future else over[-1:]
        return near[0] if near else None
    return season(day.year)


def _part_without_year(one: Expression, day: dt.date, future: bool) -> Days | None:
    assert one.month is not None
    if one.which:
        return part_days(day.year + _STEPS[one.which], one.month, one.amount)
    first = dt.date(day.year, one.month, 1)
    if future:
        last = month_end(day.year, one.month + one.amount - 1)
        return part_days(day.year + (last < day), one.month, one.amount)
    return part_days(day.year - (first > day), one.month, one.amount)


def _unit(one: Expression, day: dt.date) -> Days | None:
    step = _STEPS[one.which]
    found = calendar_unit(shift(day, one.unit, step), one.unit)
    if found is None or found.earliest is None or found.latest is None:
        return None
    if one.section == "earlier":
        return attrs.evolve(found, latest=max(found.earliest, min(found.latest, day)))
    if one.section == "later":
        return attrs.evolve(found, earliest=min(found.latest, max(found.earliest, day)))
    if one.section and one.unit == "year":
        return year_days(found.earliest.year, one.section)
    if one.section and one.unit == "month":
        return month_days(found.earliest.year, found.earliest.month, one.section)
    if one.section and one.unit == "week":
        low, high = {"early": (0, 2), "mid": (2, 4), "late": (3, 6)}[one.section]
        return attrs.evolve(found, earliest=add_days(found.earliest, low), latest=add_days(found.earliest, high))
    if one.section and one.unit == "decade":
        return decade_days(found.earliest.year, one.section)
    return found


def _weekend(one: Expression, day: dt.date, future: bool) -> Days:
    saturday = add_days(day, 5 - day.weekday())
    inside = day.weekday() >= 5
    if one.which == "last":
        saturday = add_days(saturday, -7)
    elif one.which == "next":
        saturday = add_days(saturday, 7 if inside else 0)
    elif not inside and not (future or one.which == "this"):
        saturday = add_days(saturday, -7)
    return Days(earliest=saturday, latest=add_days(saturday, 1), precision="week")


def _ago(one: Expression, day: dt.date) -> Days | None:
    point = shift(day, one.unit, -one.amount)
    if one.within:
        return calendar_unit(point, one.within)
    if one.unit == "decade" and not one.bound:
        years = 2 * one.amount
        return Days(
            earliest=year_days(max(point.year - years, 1), "").earliest,
            latest=year_days(min(point.year + years, 9999), "").latest,
            precision="decade",
        )
    if one.bound == "more":
        return Days(earliest=None, latest=point, precision="open")
    if one.bound == "less":
        return Days(earliest=point, latest=None, precision="open")
    if one.unit in ("hour", "minute"):
        return Days(earliest=add_days(point, 0 if one.unit == "hour" else -1), latest=day, precision="day")
    return calendar_unit(point, one.unit)


def _few_ago(unit: str, day: dt.date) -> Days | None:
    low, high = FEW
    if unit in ("hour", "minute"):
        return Days(earliest=add_days(day, -1), latest=day, precision="day")
    start, end = shift(day, unit, -high), shift(day, unit, -low)
    precision: Precision = {"day": "week", "week": "month", "month": "month", "year": "year"}.get(unit, "decade")  # type: ignore[assignment]
    return Days(earliest=start, latest=end, precision=precision)
