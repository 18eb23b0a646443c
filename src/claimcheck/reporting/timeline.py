"""Stories in order of time: when each event was as its articles tell it, else when they were published."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from claimcheck.claims.times import compare_times, format_time
from claimcheck.records import Article, Claim, Comparison, Story, TimeSpan
from claimcheck.reporting.view import FactView
from claimcheck.reporting.words import days, join_words
from claimcheck.stories.resolution import TOLD, is_other_event, main_event

MAX_DATED_FACTS = 12
"""How many of an entry's facts a report lists; all of them stand above the timeline."""
_MAX_RIVALS = 3
_UNKNOWN = "date unknown"


@attrs.frozen(kw_only=True)
class When:
    """A time in words, and its first and last day as far as they are known."""

    words: str
    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def heading(self) -> str:
        """The words with a capital."""
        return self.words[:1].upper() + self.words[1:]

    @property
    def order(self) -> tuple[bool, dt.date, dt.date, bool]:
        """Sorts by first day, then by last; what has no day comes last, and last of all what is not known at all."""
        first, last = self.earliest or self.latest, self.latest or self.earliest
        return (first is None, first or dt.date.max, last or dt.date.max, self.words == _UNKNOWN)


@attrs.frozen(kw_only=True)
class DatedFact:
    """A fact whose claims tell when it was."""

    view: FactView
    when: When


@attrs.frozen(kw_only=True)
class Entry:
    """An event of the timeline.

    Attributes:
        story: the story; None for a dated fact that belongs to none.
        title: the story's, or the fact's.
        when: of the event, or of its reports; the words then begin with "reported".
        articles: that report it, in input order.
        facts: its dated facts, in order of time.
    """

    story: Story | None
    title: str
    when: When
    articles: tuple[Article, ...]
    facts: tuple[DatedFact, ...]


def timeline(comparison: Comparison, views: Sequence[FactView]) -> tuple[Entry, ...]:
    """The stories of a comparison in order of time, each with its dated facts; what has no date comes last.

    The time of a story is that of its main event: what most of its articles give, each article's answer being the
    time that most of its claims about that event give. Articles that differ are all heard ("Monday or Tuesday").

    Args:
        views: of the comparison's facts.
    """
    claims_of: dict[str, list[Claim]] = {article.id: [] for article in comparison.articles}
    for claim in comparison.claims:
        claims_of.setdefault(claim.article, []).append(claim)
    stories_of: dict[str, list[int]] = {}
    for place, story in enumerate(comparison.stories):
        for article in story.articles:
            stories_of.setdefault(article.id, []).append(place)
    facts_of: dict[int, list[DatedFact]] = {}
    for view in views:
        if when := _agreed([_times(of_article) for of_article in _by_article(view.fact.claims)]):
            facts_of.setdefault(_home(view, stories_of), []).append(DatedFact(view=view, when=when))
    entries = [
        Entry(
            story=story,
            title=story.title,
            when=_time_of(story, claims_of),
            articles=story.articles,
            facts=tuple(sorted(facts_of.get(place, ()), key=lambda dated: dated.when.order)),
        )
        for place, story in enumerate(comparison.stories)
    ]
    entries += [
        Entry(story=None, title=fact.view.fact.title, when=fact.when, articles=fact.view.fact.articles, facts=(fact,))
        for fact in facts_of.get(_NO_STORY, ())
    ]
    return tuple(sorted(entries, key=lambda entry: entry.when.order))


_NO_STORY = -1


def _home(view: FactView, stories_of: Mapping[str, Sequence[int]]) -> int:
    """Place of the story that has most of a fact's articles, the first of these."""
    shared = Counter(place for article in view.fact.articles for place in stories_of.get(article.id, ()))
    return min(shared, key=lambda place: (-shared[place], place), default=_NO_STORY)


def _time_of(story: Story, claims_of: Mapping[str, Sequence[Claim]]) -> When:
    told = _agreed([_main_times(claims_of.get(article.id, ()), article.published) for article in story.articles])
    if told and (told.earliest or told.latest):
        return told
    reported = _reported(story.articles)
    if told is None:
        return reported
    # "4 March, year unknown": the reports' dates at least give its place.
    words = told.words if reported.words == _UNKNOWN else f"{told.words}, {reported.words}"
    return When(words=words, earliest=reported.earliest, latest=reported.latest)


def _main_times(claims: Sequence[Claim], published: dt.date | None) -> list[TimeSpan]:
    """Times that the claims of an article give for its main event."""
    main = main_event(claims, published=published)
    if main is None:
        return []
    times = [
        claim.event.time
        for claim in claims
        if claim.event
        and claim.event.time
        and claim.factuality in TOLD
        and main.kind in (claim.event.kind, *claim.event.also)
        and not is_other_event(claim.event, main)
    ]
    return times or ([main.time] if main.time else [])


def _by_article(claims: Iterable[Claim]) -> list[list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.article, []).append(claim)
    return list(groups.values())


def _times(claims: Iterable[Claim]) -> list[TimeSpan]:
    return [claim.event.time for claim in claims if claim.event and claim.event.time]


def _agreed(told: Iterable[Sequence[TimeSpan]]) -> When | None:
    """The time that most articles give, from the times in each; None where no words fix any."""
    answers = [answer for times in told if (answer := _most_common(times))]
    if not answers:
        return None
    votes = Counter(map(_key, answers))
    distinct = list({_key(answer): answer for answer in reversed(answers)}.values())[::-1]
    # "Friday" without a date and "Friday, 18 September 2015" are one answer: the one that says more.
    fullest = [min(_fitting(answer, distinct), key=_days_long) for answer in distinct]
    support = [sum(votes[_key(other)] for other in _fitting(answer, distinct)) for answer in fullest]
    chosen: list[TimeSpan] = []
    for answer, articles in zip(fullest, support, strict=True):
        if articles == max(support) and not _fitting(answer, chosen):
            chosen.append(answer)
    chosen.sort(key=lambda span: _when(span).order)
    if len(chosen) > _MAX_RIVALS:
        return None
    earliest, latest = zip(*((span.earliest, span.latest) for span in chosen), strict=True)
    return When(words=join_words(map(_words, chosen), "or"), earliest=_first(earliest), latest=_last(latest))


def _fitting(time: TimeSpan, others: Iterable[TimeSpan]) -> list[TimeSpan]:
    return [other for other in others if compare_times(time, other) != "incompatible"]


def _most_common(times: Sequence[TimeSpan]) -> TimeSpan | None:
    known = [span for span in times if _words(span)]
    if not known:
        return None
    votes = Counter(map(_key, known))
    return max(known, key=lambda span: votes[_key(span)])


def _key(span: TimeSpan) -> tuple[object, ...]:
    """What makes two times one answer; a time of day and the words do not matter."""
    if span.earliest and span.latest:
        return (span.earliest, span.latest)
    return (span.earliest, span.latest, span.year, span.month, span.day, span.weekday)


def _days_long(span: TimeSpan) -> float:
    return (span.latest - span.earliest).days if span.earliest and span.latest else float("inf")


def _when(span: TimeSpan) -> When:
    return When(words=_words(span), earliest=span.earliest, latest=span.latest)


def _words(span: TimeSpan) -> str:
    """A time without reference to a day of writing: "18 September 2015", "4 March, year unknown"; "" for none."""
    span = attrs.evolve(span, clock=None)
    if span.earliest and span.latest:
        return format_time(span)
    if span.precision == "open" and (span.earliest or span.latest):
        return format_time(span)
    bounds = days(span.earliest, span.latest)
    if span.month is None and span.day is None and span.weekday is None:
        return bounds
    fixed, _, missing = format_time(attrs.evolve(span, precision="partial")).rstrip(")").partition(" (")
    return f"{fixed}, {bounds or missing}"


def _reported(articles: Iterable[Article]) -> When:
    """When the articles were published, from the first to the last; those of no known date are left out."""
    known = [article for article in articles if article.published_earliest or article.published_latest]
    earliest = _first([article.published_earliest for article in known])
    latest = _last([article.published_latest for article in known])
    if earliest and latest:
        words = format_time(TimeSpan(start=0, end=0, text="", earliest=earliest, latest=latest))
    else:
        words = days(earliest, latest)
    return When(words=f"reported {words}" if words else _UNKNOWN, earliest=earliest, latest=latest)


def _first(dates: Sequence[dt.date | None]) -> dt.date | None:
    """The first of the dates; None where one of them is not known, or there are none."""
    known = [date for date in dates if date]
    return min(known) if known and len(known) == len(dates) else None


def _last(dates: Sequence[dt.date | None]) -> dt.date | None:
    known = [date for date in dates if date]
    return max(known) if known and len(known) == len(dates) else None
