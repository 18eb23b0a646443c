"""When an article was published, as its text tells it: a day, a range, or nothing.

The order of trust: the dateline of the report itself (a page that passes a report on has a date of its own, which
is later), a date after "Published", a byline's date, the date in the article's address, a date that stands
alone above the body, one at the end. A date after "Updated" is the last resort. No year is ever inferred from
today's date; a year that is not named is completed only from another date on the same page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from claimcheck.articles.dates import DateMention, DateRange, parse_date, url_date
from claimcheck.articles.past import not_before
from claimcheck.articles.stamps import Stamp, find_stamps

DATELINE_LAG = dt.timedelta(days=7)  # a report with "Oct 3" on a page of 5 October 2020 is of 3 October 2020
SLACK = dt.timedelta(days=2)  # time zones, and posts embedded while a report was being updated
CHRONOLOGY = 4  # so many different days on lines of their own are the headings of a chronology
OPEN = (dt.date.min, dt.date.max)


@attrs.frozen(kw_only=True)
class Dating:
    """What is known of the day of publication: the day itself, or bounds of it; None where a side is open.

    `from_url` says that the article's address gave the day, not the text; `is_weak` that no dateline, label or byline
    did, but the address, a date that stands alone, or one after "Updated". `source` is the outlet that stands beside
    the date, or "".
    """

    published: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    source: str = ""
    from_url: bool = False
    is_weak: bool = False


def date_article(text: str, *, url: str = "", language: str = "") -> Dating:
    """Date an article from its text and its address.

    Args:
        text: the article without its comments; of a long one, its first and its last part.
        url: address of the article, or "".
        language: ISO 639-1 code of the text, for dates in words, or "".
    """
    stamps = find_stamps(text)
    if language not in ("", "en") and not any(stamp.day for stamp in stamps):
        stamps += _foreign_stamps(text, language)
    bound = not_before(text)
    source = next((stamp.source for stamp in stamps if stamp.source), "")
    from_url = url_date(url) if url else None
    day, is_from_url, is_weak = _choose_day(stamps, from_url, bound)
    if day is not None:
        return Dating(published=day, earliest=day, latest=day, source=source, from_url=is_from_url, is_weak=is_weak)
    earliest, latest = _narrow(
        [*_ranges(stamps), *([from_url] if from_url else []), *([(bound, dt.date.max)] if bound else [])]
    )
    return Dating(
        earliest=None if earliest == dt.date.min else earliest,
        latest=None if latest == dt.date.max else latest,
        source=source,
    )


def _choose_day(
    stamps: list[Stamp], from_url: DateRange | None, bound: dt.date | None
) -> tuple[dt.date | None, bool, bool]:
    """The day, whether the address gave it, and whether it is weak."""
    head = [stamp for stamp in stamps if stamp.in_head]
    tail = [stamp for stamp in stamps if not stamp.in_head]
    published = _first(head, "published") or _first(tail, "published")
    dateline = _first(head, "dateline") or _completed(stamps, from_url)
    if dateline and published and dateline > published + SLACK:
        dateline = None  # a report cannot be written after it was published: this one is another's
    url_day = from_url[0] if from_url and from_url[0] == from_url[1] else None
    for day, is_url in ((dateline, False), (published, False), (_first(head, "byline"), False), (url_day, True)):
        if day is not None:
            return day, is_url, is_url
    alone = None if _is_chronology(stamps) else _first(head, "alone") or _last(tail, "alone") or _last(tail, "byline")
    for day in (alone, _last(stamps, "updated")):
        if day is not None and (bound is None or bound <= day + SLACK):
            return day, False, True
    return None, False, False


def _first(stamps: Iterable[Stamp], kind: str) -> dt.date | None:
    return next((stamp.day for stamp in stamps if stamp.kind == kind and stamp.day), None)


def _last(stamps: list[Stamp], kind: str) -> dt.date | None:
    return _first(reversed(stamps), kind)


def _is_chronology(stamps: list[Stamp]) -> bool:
    return len({stamp.day for stamp in stamps if stamp.kind == "alone" and stamp.day}) >= CHRONOLOGY


def _completed(stamps: list[Stamp], from_url: DateRange | None) -> dt.date | None:
    """A dateline without a year, completed from a dated page that is at most a week younger."""
    partial = next(
        (stamp.date for stamp in stamps if stamp.kind == "dateline" and stamp.date.precision == "partial"), None
    )
    if partial is None or partial.month is None or partial.day is None:
        return None
    pages = [stamp.day for stamp in stamps if stamp.day]
    if from_url and from_url[0] == from_url[1]:
        pages.append(from_url[0])
    for page in pages:
        for year in (page.year, page.year - 1):
            try:
                day = dt.date(year, partial.month, partial.day)
            except ValueError:  # 29 February
                continue
            if dt.timedelta(0) <= page - day <= DATELINE_LAG and partial.weekday in (None, day.weekday()):
                return day
    return None


def _ranges(stamps: list[Stamp]) -> list[DateRange]:
    """Stamps that leave a range: "September 2015" at the head, or "03/04/2018", which may mean two days."""
    return [
        (stamp.date.earliest, stamp.date.latest)
        for stamp in stamps
        if stamp.in_head
        and stamp.kind != "updated"
        and stamp.date.earliest
        and stamp.date.latest
        and stamp.day is None
        and stamp.date.weekday is None
    ][:1]


def _narrow(ranges: list[DateRange]) -> DateRange:
    """The days on which all ranges agree; a range that contradicts the ones before it is left out."""
    low, high = OPEN
    for earliest, latest in ranges:
        if max(low, earliest) <= min(high, latest):
            low, high = max(low, earliest), min(high, latest)
    return low, high


def _foreign_stamps(text: str, language: str) -> list[Stamp]:
    """Short lines above the body that are a date in the article's own language."""
    stamps = []
    for line in [line.strip() for line in text[:3_000].splitlines() if line.strip()][:15]:
        if len(line) > 60 or not any(character.isdigit() for character in line):
            continue
        days = parse_date(line, language=language)
        if days and days[0] == days[1]:
            mention = DateMention(start=0, end=len(line), precision="day", earliest=days[0], latest=days[1])
            stamps.append(Stamp(kind="alone", date=mention))
    return stamps
