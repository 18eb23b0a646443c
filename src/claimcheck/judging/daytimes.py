"""Times of day: "at dawn" and "shortly after midday" cannot both be when the mine exploded."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from claimcheck.claims.numbers import TENS, UNITS
from claimcheck.claims.times import compare_times
from claimcheck.judging.evidence import Finding
from claimcheck.records import Claim, Evidence

DAY = 24 * 60
SLACK = 15
"""Minutes by which two reports of one moment may differ."""
ABOUT = 30
"""Minutes to either side of "about five in the morning"."""
ABOUT_EXACT = 10
"""The same of "about 7:25", which nobody would have rounded so."""
ROUND = 15
"""Minutes of whose multiples a rounded time is."""
SHORTLY, SOMETIME = 45, 240
"""Minutes after (or before) a time of day in which "shortly after" it and "after" it lie."""

MORNING = 20
"""First minute of the morning, set by hand. "Early on Tuesday morning" is said of what happened soon after midnight;
the few minutes keep a morning and the evening before apart."""

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_PARTS = {
    "dawn": (270, 450), "daybreak": (270, 450), "sunrise": (270, 480), "small hours": (0, 300),
    "early hours": (MORNING, 360), "early morning": (MORNING, 540), "morning": (MORNING, 720),
    "late morning": (540, 720), "noon": (720, 720), "midday": (720, 720), "lunchtime": (690, 840),
    "afternoon": (720, 1080), "dusk": (990, 1290), "sunset": (990, 1290), "nightfall": (1020, 1320),
    "evening": (1020, 1410), "midnight": (0, 0), "night": (1200, 1740), "overnight": (1260, 1830),
}  # fmt: skip
"""First and last minute of parts of the day, set by hand; beyond DAY for what ends on the next one."""

_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:[’']s)?"
_HALVES = {
    "half past": 30,
    "quarter past": 15,
    "a quarter past": 15,
    "quarter to": -15,
    "a quarter to": -15,
    "half": 30,
}
_HALF_OF_DAY = r"(?i:[ap](?:\.m\.?|m\b))"
_EDGE = re.compile(r"\b(?:early|late)\b", re.IGNORECASE)
_HALF_WORDS = "|".join(re.escape(words) for words in _HALVES)
_OFFSET = re.compile(
    rf"(?P<vague>\b(?:than|least|about|around|roughly|nearly|almost|over|under|within)\s)?"
    rf"\b(?P<count>\d{{1,2}}|half\ an|a\ quarter\ of\ an|an?|(?:(?:{'|'.join(TENS)})[\s-])?(?:{'|'.join(UNITS)})|"
    rf"{'|'.join(TENS)})[\s-](?:(?P<unit>minute|hour)s?\s)?$",
    re.IGNORECASE,
)
"""How long before or after a time of day, where it is counted: "ten past", "ten minutes before"."""
_COUNTS = {"half an": 0.5, "a quarter of an": 0.25, "a": 1, "an": 1, **UNITS, **TENS}
_EXPRESSION = re.compile(
    rf"""
    (?P<limit>(?i:\b(?:until|till|from|since|between|to|by|and)\s+))?
    (?P<near>(?i:\b(?:shortly|just|soon|a\ little|moments|minutes)\s+))?
    (?P<side>(?i:(?<!half\ )(?<!quarter\ )\b(?:after|before|past)\s+))?
    (?P<about>(?i:\b(?:around|about|roughly|close\ to|nearly|almost|some\ time\ around)\s+))?
    (?P<at>(?i:\b(?:at|in|on|the|early|late|that|this|same|of)\s+))*
    (?:
        (?P<half>{_HALF_WORDS})\s+(?P<half_hour>{"|".join(_HOURS)})\b
        (?:\s+in\ the\ (?P<half_part>morning|afternoon|evening))?
      | (?P<clock>(?<![\d:.])\d{{1,2}}[:.]\d{{2}})(?:\s?(?P<clock_m>{_HALF_OF_DAY})|
        \s+(?:in\ the\ (?P<clock_part>morning|afternoon|evening)|at\ (?P<clock_night>night))\b)?(?![\d:])
      | (?<![\w.,:–-]){_HOUR}\s?(?P<hour_m>{_HALF_OF_DAY})
      | (?<![\w.,:–-]){_HOUR.replace("?P<hour>", "?P<spoken>")}(?:\s+o[’']clock)?\s+
        (?:in\ the\ (?P<in_part>morning|afternoon|evening)|at\ (?P<at_night>night))\b
      | \b(?P<twelve>noon|midday|midnight)\b
      | (?:\b{_WEEKDAY}|\byesterday|\btomorrow|\bthis|\bthat|\bin\ the|\bon\ the|\bsame|\blate|\bearly)\s+
        (?:(?:early|late)\s+)?(?P<part>morning|afternoon|evening|night)\b(?![’']s|-)
      | \b(?P<plain>overnight|dawn|daybreak|sunrise|dusk|sunset|nightfall|lunchtime|
        (?P<hours>small\ hours|early\ hours)(?:\ of\ (?:(?:the|this|that|yesterday|{_WEEKDAY})\ )+morning)?)\b
    )""",
    re.VERBOSE,
)


_AFTERSHOCK = re.compile(r"(?:after|fore)shocks?", re.IGNORECASE)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|BST|CES?T|EES?T|AES?T|AEDT|[ECMP][SD]T|IST|JST|MSK|local time|"
    r"(?!(?:This|That|The|Last|First|Next|Some|Any|Each|Every|One|Same|At|In|By)\b)[A-Z][a-z]+ time)\b"
)
"""A time zone, by its letters or its place: "British time"."""


@attrs.frozen
class Daytime:
    """A time of day in a text.

    Attributes:
        start, end: characters.
        text: the words.
        spans: first and last minute of the day of each reading ("6:40" is in the morning or the evening).
        exact: whether it is told by the clock.
    """

    start: int
    end: int
    text: str
    spans: tuple[tuple[int, int], ...]
    exact: bool


@functools.lru_cache(maxsize=20_000)
def daytimes(text: str) -> tuple[Daytime, ...]:
    """The times of day in a text at which something happens; not those that it lasts from or until."""
    return tuple(_daytimes(text))


def _daytimes(text: str) -> Iterator[Daytime]:
    for match in _EXPRESSION.finditer(text):
        if match["limit"] or (match["clock"] and not _told_as_time(match)):
            continue
        if match["half"] == "half" and not _half_told_as_time(match):
            continue
        spans, exact = _spans(match)
        offset = _OFFSET.search(text, 0, match.start("side")) if match["side"] else None
        minutes = 0 if offset is None else _minutes(offset, match["side"].strip().lower())
        if minutes and offset is not None:
            start, moved = offset.start(), [(first + minutes, last + minutes) for first, last in spans]
        else:
            start, moved = match.start() + len(match[0]) - len(match[0].lstrip()), [_moved(s, match) for s in spans]
        if spans:
            yield Daytime(start, match.end(), text[start : match.end()], tuple(moved), exact)


def _minutes(offset: re.Match[str], side: str) -> int:
    """The minutes that an offset is, below 0 before a time; 0 for a vague one, and for a count of something else ("ten
    after midnight")."""
    if offset["vague"] or (offset["unit"] is None and side != "past"):
        return 0
    count = offset["count"].lower()
    parts = [count] if count in _COUNTS else re.split(r"[\s-]", count)
    number = sum(int(part) if part.isdigit() else _COUNTS[part] for part in parts)
    minutes = round(number * (60 if (offset["unit"] or "").lower() == "hour" else 1))
    return -minutes if side == "before" else minutes


def _is_aftershock(claim: Claim) -> bool:
    """Whether the event is a quake that comes before or after another one."""
    return claim.event is not None and _AFTERSHOCK.fullmatch(claim.event.text) is not None


def compare_daytimes(a: Claim, b: Claim) -> list[Finding]:
    """A finding where both claims tell at what time of one day the same kind of event happened."""
    if a.event is None or b.event is None or not a.event.kinds & b.event.kinds:
        return []
    if a.event.time and b.event.time and compare_times(a.event.time, b.event.time) == "incompatible":
        return []
    if _is_aftershock(a) != _is_aftershock(b):
        return []
    (of_a, of_b) = (daytimes(claim.quote) for claim in (a, b))
    if len(of_a) != 1 or len(of_b) != 1:
        return []
    if {zone.casefold() for zone in _ZONE.findall(a.quote)} != {zone.casefold() for zone in _ZONE.findall(b.quote)}:
        return []
    (one,), (other,) = of_a, of_b
    gap = min(_gap(x, y) for x in one.spans for y in other.spans)
    clash = gap > (SLACK if one.exact and other.exact else 2 * SLACK)
    if not clash and not (one.exact and other.exact):
        return []
    return [
        Finding(
            kind="time_of_day",
            verdict="conflict" if clash else "agree",
            strength=(0.75 if one.exact and other.exact else 0.65) if clash else 0.4,
            a=_evidence(a, one),
            b=_evidence(b, other),
            sentence=_sentence(clash, one, other),
            mirrored=_sentence(clash, other, one),
        )
    ]


def _sentence(clash: bool, one: Daytime, other: Daytime) -> str:
    times = f"{one.text} and {other.text}".removesuffix(".")
    return f"At different times of day: {times}." if clash else f"At the same time of day: {times}."


def _evidence(claim: Claim, found: Daytime) -> Evidence:
    return Evidence(start=claim.start + found.start, end=claim.start + found.end, text=found.text, value="")


def _told_as_time(match: re.Match[str]) -> bool:
    """Whether "6:40" is a time of day and no result: by "a.m." or "in the morning", or by the word before it."""
    if _half_of_clock(match):
        return True
    if "." in match["clock"] and int(match["clock"].split(".")[0]) <= 12:  # "grew by about 6.40"
        return False
    return bool(match["about"] or match["side"] or (match["at"] or "").strip().lower() == "at")


def _half_told_as_time(match: re.Match[str]) -> bool:
    """Whether "half eight" is a time of day, and not eight in one half of something."""
    return bool(match["half_part"] or match["about"] or (match["at"] or "").strip().lower() == "at")


def _half_of_clock(match: re.Match[str]) -> str | None:
    return match["clock_m"] or match["clock_part"] or match["clock_night"]


def _spans(match: re.Match[str]) -> tuple[list[tuple[int, int]], bool]:
    """Readings of the words without what stands before them, and whether they are told by the clock."""
    if match["half"]:
        minutes = (_HOURS.index(match["half_hour"]) + 1) * 60 + _HALVES[match["half"]]
        return _readings(minutes, match["half_part"]), True
    if match["clock"]:
        hour, minute = (int(part) for part in re.split("[:.]", match["clock"]))
        if hour > 23 or minute > 59:
            return [], True
        return _readings(hour * 60 + minute, _half_of_clock(match), hour > 12 or match["clock"].startswith("0")), True
    if match["hour"]:
        return _readings(_hour(match["hour"]) * 60, match["hour_m"]), True
    if match["spoken"]:
        return _readings(_hour(match["spoken"]) * 60, match["in_part"] or match["at_night"]), True
    if match["twelve"]:
        return [_PARTS[match["twelve"]]], True
    if match["part"]:
        edge = _EDGE.search(match[0])
        part = match["part"] if edge is None else f"{edge[0].lower()} {match['part']}"
        return [_PARTS.get(part, _PARTS[match["part"]])], False
    return [_PARTS[match["hours"] or match["plain"]]], False


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else _HOURS.index(word) + 1


def _readings(minutes: int, half: str | None, full: bool = False) -> list[tuple[int, int]]:
    """The moments that a time of twelve hours can be, by what is said of the half of the day."""
    if minutes >= 13 * 60 or full:
        return [(minutes % DAY, minutes % DAY)] if minutes < DAY else []
    early, late = minutes % 720, minutes % 720 + 720
    said = (half or "").lower().replace(".", "").replace(" ", "")
    if said in {"am", "morning"}:
        return [(early, early)]
    if said in {"pm", "afternoon", "evening"}:
        return [(late, late)]
    if said == "night":
        return [(early, early)] if early < 300 else [(late, late)]
    return [(early, early), (late, late)]


def _moved(span: tuple[int, int], match: re.Match[str]) -> tuple[int, int]:
    """The time that the words before it make of a time: "shortly after", "before", "about"."""
    first, last = span
    reach = SHORTLY if match["near"] else SOMETIME
    if match["side"]:
        return (last, last + reach) if match["side"].strip().lower() in {"after", "past"} else (first - reach, first)
    about = ABOUT if first % ROUND == 0 else ABOUT_EXACT
    return (first - about, last + about) if match["about"] else span


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Minutes between two spans of a day, on the day or across midnight; 0 where they meet."""
    return min(max(0, b[0] + turn - a[1], a[0] - b[1] - turn) for turn in (-DAY, 0, DAY))
