"""How reports put things into words: dates, counts, percentages, places of a quote, awkward characters."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from claimcheck.claims.speech import SPEAKER_PRONOUNS
from claimcheck.records import (
    REPORTED_AS,
    Article,
    Claim,
    Comparison,
    Fact,
    Factuality,
    Point,
    Quantity,
    Relation,
    ReportedAs,
    TimeSpan,
)
from claimcheck.text import day_in_words, one_line

RELATION_WORDS: dict[Relation, str] = {
    "contradiction": "Contradiction",
    "update": "Update",
    "agreement": "Agreement",
    "related": "Related",
    "unrelated": "Unrelated",
}
_FACTUALITY_WORDS: dict[Factuality, str] = {
    "negated": "did not happen",
    "denied": "denied",
    "planned": "planned",
    "possible": "possible",
    "conditional": "conditional",
    "cancelled": "called off",
    "counterfactual": "contrary to fact",
}

# C0 and C1 controls can drive a terminal (ESC, CSI); bidirectional overrides and isolates can show text in another
# order than it stands; lone surrogates cannot be encoded. Line feed and tab are handled by the callers.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_END = re.compile("\r\n?")


def printable(text: str, *, keep: str = "", keep_bidi: bool = False) -> str:
    """`text` with its control characters made visible ("␛" for escape) and bidirectional overrides taken out.

    Args:
        keep: control characters to leave as they are, such as line feed and tab.
        keep_bidi: leave bidirectional overrides, for output that isolates them (HTML).
    """

    def shown(match: re.Match[str]) -> str:
        code = ord(match.group())
        if match.group() in keep:
            return match.group()
        if code < 0x20:
            return chr(0x2400 + code)
        return "\u2421" if code == 0x7F else "\ufffd"

    text = _CONTROL.sub(shown, text)
    return text if keep_bidi else _BIDI.sub("", text)


def lines_of(text: str) -> str:
    """`text` as a browser shows it with its line ends: each a line feed; tabs stay, other controls are visible."""
    return printable(_LINE_END.sub("\n", text), keep="\n\t", keep_bidi=True)


def line_of(text: str) -> str:
    """`text` fit for one line of plain output: white space collapsed, control characters visible."""
    return printable(one_line(text))


def headline(text: str, limit: int = 240) -> str:
    """`text` as a heading: one line, cut between words at about `limit` characters."""
    line = line_of(text)
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def count(n: int, noun: str, plural: str = "") -> str:
    """ "1 fact", "2 facts", "12,000 claims"."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def percent(probability: float) -> str:
    """A probability in [0, 1] in whole percent; never 100% or 0% for what is not certain."""
    whole = round(probability * 100)
    if whole >= 100 and probability < 1:
        return "over 99%"
    if whole <= 0 and probability > 0:
        return "under 1%"
    return f"{whole}%"


def join_words(words: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    words = list(words)
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def days(earliest: dt.date | None, latest: dt.date | None) -> str:
    """A day, or the bounds of it, in words; "" where both sides are open."""
    if earliest and latest:
        return (
            day_in_words(earliest)
            if earliest == latest
            else f"between {day_in_words(earliest)} and {day_in_words(latest)}"
        )
    if earliest:
        return f"not before {day_in_words(earliest)}"
    return f"not after {day_in_words(latest)}" if latest else ""


def published(article: Article) -> str:
    """When the article was published: a day, bounds, or "date unknown"."""
    if article.published:
        return day_in_words(article.published)
    return days(article.published_earliest, article.published_latest) or "date unknown"


def when(time: TimeSpan) -> str:
    """A time as the text has it, and as the days that it stands for: "on Friday (18 September 2015)"."""
    words, resolved = line_of(time.text), days(time.earliest, time.latest)
    return f"{words} ({resolved})" if resolved and resolved != words else words


_ALIKE = ("percent", "yen", "yuan", "hertz", "horsepower", "won", "baht", "ringgit", "rand", "rupiah", "dong", "kelvin")
"""Endings of units that have no other plural."""
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "penny": "pence", "real": "reais"}


def how_much(quantity: Quantity) -> str:
    """A quantity as the text has it, and as the interval that it stands for: "over an hour (more than 1 hour)"."""
    low, high = quantity.low, quantity.high
    if low is not None and low == high:
        interval = _number(low)
    elif low is not None and high is not None:
        interval = f"{_number(low)} to {_number(high)}"
    elif low is not None:
        interval = f"{'at least' if quantity.low_closed else 'more than'} {_number(low)}"
    elif high is not None:
        interval = f"{'at most' if quantity.high_closed else 'less than'} {_number(high)}"
    else:
        return line_of(quantity.text)
    about = "about " if quantity.approximate and low is not None and high is not None else ""
    one = (low is None or low == 1) and (high is None or high == 1)
    unit = quantity.unit if one else _plural(quantity.unit)
    counted = f" [{quantity.counts}{', ' + quantity.role if quantity.role else ''}]" if quantity.counts else ""
    return f"{line_of(quantity.text)} ({about}{interval}{' ' + unit if unit else ''}){counted}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.12g}"


def _plural(unit: str) -> str:
    """The plural of a unit's singular English name: "square feet", "pounds sterling", "degrees Celsius"."""
    first, per, rest = unit.partition(" per ")
    head, gap, named = first.partition(" ") if first.startswith(("pound ", "degree ")) else (first, "", "")
    *before, last = head.split(" ")
    if not last or unit.startswith("per ") or last.endswith(_ALIKE):
        return unit
    ending = "es" if last.endswith(("ch", "sh", "x")) else "" if last.endswith("s") else "s"
    plural = _PLURALS.get(last, last + ending)
    return " ".join((*before, plural)) + gap + named + per + rest


def who(claim: Claim) -> str:
    """ "Ashton Carter, via Reuters"; "" where the article itself speaks, or a pronoun that may stand for anybody."""
    speaker = line_of(claim.speaker.name) if _is_named(claim) and claim.speaker else ""
    via = f"via {line_of(claim.via.name)}" if claim.via else ""
    return ", ".join(filter(None, (speaker, via)))


def _is_named(claim: Claim) -> bool:
    return claim.speaker is not None and claim.speaker.name.lower() not in SPEAKER_PRONOUNS


def attribution(claim: Claim) -> list[tuple[str, str]]:
    """What stands beside a quote, as (label, words): its speaker, its event's time, and how far it is told as a fact.

    That something did not happen is left to the quote, which says so itself.
    """
    rows = []
    if speaker := who(claim):
        rows.append(("Said by" if _is_named(claim) else "Reported", speaker))
    if claim.event and claim.event.time:
        rows.append(("When", when(claim.event.time)))
    if claim.factuality != "negated" and (told := told_as(claim)):
        rows.append(("Told as", told))
    return rows


def told_as(claim: Claim) -> str:
    """Whether a claim's event happened, as far as the claim does not simply say that it did; else ""."""
    return _FACTUALITY_WORDS.get(claim.factuality, "")


def totals(comparison: Comparison) -> str:
    """The line that a report starts with."""
    parts = [
        count(len(comparison.articles), "article"),
        count(len(comparison.claims), "claim"),
        count(len(comparison.stories), "story", "stories"),
        count(len(comparison.facts), "fact"),
    ]
    line = ", ".join(parts)
    if points := sum(len(fact.points) for fact in comparison.facts):
        line += f" with {count(points, 'point')}"
    # "0 disputed" is news; "0 updated" is not.
    counts = _counted(comparison.facts, always="disputed")
    return f"{line}: {counts}" if comparison.facts else line


def status_words(part: Fact | Point) -> str:
    """The status of a fact or point in words: "Disputed", "Updated", "Corroborated", or what that would overstate."""
    return part.reported_as.capitalize()


def points_of(fact: Fact) -> str:
    """ "4 points: 1 disputed, 3 corroborated"; "" where there are none."""
    return f"{count(len(fact.points), 'point')}: {_counted([fact])}" if fact.points else ""


def _counted(facts: Iterable[Fact], always: str = "") -> str:
    """ "1 disputed, 2 corroborated"."""
    counts = status_counts(facts).items()
    return ", ".join(f"{n:,} {status}" for status, n in counts if n or status == always)


def status_counts(facts: Iterable[Fact]) -> dict[ReportedAs, int]:
    """How many points, or facts without points, have each status in the words of reports, disputed first."""
    counts = Counter(part.reported_as for fact in facts for part in _parts(fact))
    return {status: counts[status] for status in REPORTED_AS}


def _parts(fact: Fact) -> list[Fact | Point]:
    """Its points, and itself where none of them has its status: without points, or disputed between two."""
    parts: list[Fact | Point] = list(fact.points)
    return parts if any(point.reported_as == fact.reported_as for point in fact.points) else [fact, *parts]


def told_once(names: Iterable[str]) -> str:
    """Whose claims nobody else tells, each named by its article: "1 claim is told by A only",
    "3 claims are told by one source only: 2 by A and 1 by B".
    """
    told = list(names)
    if len(set(told)) == 1:
        return f"{count(len(told), 'claim')} {'is' if len(told) == 1 else 'are'} told by {told[0]} only"
    return f"{count(len(told), 'claim')} are told by one source only: {by_article(told)}"


def told_beside(n: int) -> str:
    """ "7 more claims were taken for background or other events"."""
    return f"{count(n, 'more claim')} {'was' if n == 1 else 'were'} taken for background or other events"


def by_article(names: Iterable[str]) -> str:
    """How many claims each article has, by its name: "2 by A and 1 by B"."""
    return join_words(f"{n:,} by {name}" for name, n in Counter(names).items())


def stand_alone(n: int) -> str:
    """Of how many articles the event is told by none of the others."""
    return (
        f"{count(n, 'article')} {'reports' if n == 1 else 'report'} an event that no other article was found to report"
    )


def share_nothing(names: Iterable[str], claims: int) -> str:
    """Which articles, by their names, were taken for one story and have no fact in common."""
    told = f"{join_words(names)} seem to tell of one event"
    return f"{told}, but no fact was found that they share ({count(claims, 'claim')})"


def nothing_found(comparison: Comparison, names: Sequence[str]) -> str:
    """Why there is no fact to show, and what was compared, in a sentence or two.

    Args:
        names: of the comparison's articles.
    """
    if not names:
        return "No article was left to compare."
    claims = count(len(comparison.claims), "claim")
    if len(names) == 1:
        return f"Only one article, {names[0]} ({claims}): there is nothing to compare it with."
    listed = join_words(names if len(names) <= 6 else [*names[:5], f"{len(names) - 5:,} others"])
    pairs = count(len(comparison.judgements), "pair")
    return f"No shared fact to show. Compared: {claims} of {len(names):,} articles ({listed}); {pairs} judged."


def safe_url(url: str) -> str:
    """`url` where it is an ordinary web address, else ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    plain = url.isprintable() and not any(ch.isspace() for ch in url)
    return url if plain and parts.scheme in ("http", "https") and parts.netloc else ""
