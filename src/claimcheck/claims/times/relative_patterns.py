"""Patterns of weekdays, "two weeks ago", "earlier this month", "the following day", and of clock times."""

from __future__ import annotations

import re

from claimcheck.claims.times.expression import (
    NUMBER,
    PARTS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    Expression,
    Kind,
    Reader,
    Section,
    read_number,
    read_section,
    read_which,
)

# ---- relative --------------------

_DAY_NAME = re.compile(
    rf"(?<![\w-])(?:(?P<weeks>an?|one|two)\s+weeks?\s+on\s+)?(?:(?P<section>[Ee]arly|[Ll]ate)\s+(?:on\s+)?)?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<wd>{WEEKDAY})"
    rf"(?:\s+{PARTS})?(?:\s+(?P<ahead>week|fortnight)(?=\s*(?:[.,;:)]|$)))?(?![\w-])"
)
_TODAY = re.compile(
    rf"\b(?:(?P<before>the\s+day\s+before\s+yesterday)|(?P<after>the\s+day\s+after\s+tomorrow)|(?:(?:earlier|later|early|late)\s+)?"
    rf"(?P<day>today|yesterday|tomorrow|tonight)(?:\s+{PARTS})?|(?P<part>(?P<which>this|last|yesterday)\s+(?:morning|afternoon|evening|night|lunchtime)))\b",
    re.IGNORECASE,
)
_THIS_UNIT = re.compile(
    r"\b(?:(?P<section>early|mid|late|earlier|later|(?:at\s+)?the\s+(?:start|beginning|end|middle)\s+of)[\s-]+)?(?P<which>last|this|next)\s+"
    r"(?P<unit>week|month|year|decade|weekend|fortnight)\b(?!-|\s+(?:old|in\s+a\s+row))",
    re.IGNORECASE,
)
_THE, _OF_SOMETHING = re.compile(r"\bthe\s+$", re.IGNORECASE), re.compile(r"\s+of\b", re.IGNORECASE)
# "Over the last week of rain", "in the last week of fighting": of what went on, not the last of something with an end.
_OVER = re.compile(r"\bover\s+the\s+$", re.IGNORECASE)
_GOING_ON = re.compile(r"\s+of\s+(?!(?:the|an?|this|that|these|those|its|his|her|their|our|my|your)\b)[a-z]")
_DURING, _DOING = re.compile(r"\b(?:in|during)\s+the\s+$", re.IGNORECASE), re.compile(r"\s+of\s+[a-z]+ing\b")
# "By the end of the week", "earlier in the month": the one that the text is about, mostly that of publication.
_THE_UNIT = re.compile(
    r"\b(?:(?P<section>the\s+(?:very\s+)?(?:start|beginning|middle|end)\s+of)|(?P<side>earlier|later|late|early)\s+in)"
    r"\s+the\s+(?P<unit>week|month|year|decade)\b(?!\s+(?:of|to|ended|ending|before|after)\b|-|['’])",
    re.IGNORECASE,
)
_OVERNIGHT = re.compile(r"(?<![\w-])overnight(?![\w-])", re.IGNORECASE)
_WEEKEND = re.compile(r"(?<=\bat\s)the\s+weekend\b|(?<=\bover\s)the\s+weekend\b", re.IGNORECASE)
_AGO = re.compile(
    rf"\b(?:(?P<bound>more\s+than|over|less\s+than|under|at\s+least|almost|nearly|about|around|some|just|roughly)\s+)?"
    rf"(?:(?P<half>half\s+)?(?P<n>{NUMBER})\s+|(?P<few>a\s+few|several|a\s+couple\s+of|many)\s+)(?P<unit>{UNIT})s?\s+(?:ago|back)\b"
    r"|\b(?:(?P<bare>hours|minutes)\s+ago)\b",
    re.IGNORECASE,
)
_HALVES = {"year": (6, "month"), "decade": (5, "year"), "hour": (30, "minute"), "day": (12, "hour")}
"""Half of a unit in whole ones of another; there is none of a month or a week."""
_PAST = re.compile(
    rf"\bthe\s+(?P<which>past|last|previous|next|coming)\s+(?:(?P<n>{NUMBER}|few|couple\s+of)\s+)?(?P<unit>hour|day|week|month|year|decade)(?P<s>s?)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_HENCE = re.compile(
    rf"\bin\s+(?P<n>{NUMBER})\s+(?P<unit>day|week|month|year)s?(?P<time>['’]s?\s+time)?\b", re.IGNORECASE
)
_DAY_PART = r"(?:day|morning|afternoon|evening|night)"
_ANCHORED = re.compile(
    rf"\b(?:the\s+(?:very\s+)?(?P<which>following|next|same|previous)\s+(?P<unit>{_DAY_PART}|week|month|year)"
    rf"|the\s+(?P<unit2>{_DAY_PART}|week|month|year)\s+(?P<side>before|after)(?=\s*[.,;)])"
    rf"|(?:(?:later|earlier|early|late)\s+)?(?P<that>that)\s+(?P<unit4>{_DAY_PART}|week|month|year)"
    rf"|(?:earlier|later)\s+in\s+(?P<the>the)\s+(?P<unit5>day|evening|night|afternoon|morning)"
    rf"|(?P<n>{NUMBER})\s+(?P<unit3>day|night|week|month|year)s?\s+(?P<side2>later|earlier|before(?=\s*[.,;)])|previously))\b",
    re.IGNORECASE,
)
_ZONE = r"(?:\s?(?:GMT|UTC|BST|EST|EDT|CET|CEST|PST|PDT|ET|PT|IST|MSK|JST|EET|AEST|local\s+time))?"
_CLOCK = re.compile(
    rf"(?<![\w.,:$£€/-])(?:(?P<h12>1[0-2]|0?[1-9])(?:[:.](?P<m12>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|m\b)"
    rf"|(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?::[0-5]\d)?(?![:\d])|(?P<hhmm>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|hrs|hours\b(?=\s+(?:on|GMT|local)))))"
    rf"{_ZONE}(?!\w)|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)  # fmt: skip


def _day_name(match: re.Match[str]) -> Expression | None:
    weeks = read_number(match["weeks"] or "") or {"week": 1, "fortnight": 2}.get((match["ahead"] or "").lower(), 0)
    return Expression(
        start=match.start(),
        amount=7 * weeks,
        end=match.end(),
        kind="weekday",
        weekday=WEEKDAYS[match["wd"].lower()],
        which=read_which(match["which"]),
        tense_matters=True,
    )


def _today(match: re.Match[str]) -> Expression | None:
    if match["before"]:
        amount = -2
    elif match["after"]:
        amount = 2
    elif match["day"]:
        amount = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[match["day"].lower()]
    else:
        if match["which"].lower() == "last" and not match["part"].lower().endswith(("night", "evening")):
            return None
        amount = 0 if match["which"].lower() == "this" else -1
    return Expression(start=match.start(), end=match.end(), kind="today", amount=amount)


def _is_last_of_something(match: re.Match[str]) -> bool:
    """ "The last week of the campaign" is no week before the report; "over the last week of rain" is."""
    text, end = match.string[: match.start()], match.end()
    if not _OF_SOMETHING.match(match.string, end) or not _THE.search(text):
        return False
    over = _OVER.search(text) and _GOING_ON.match(match.string, end)
    during = _DURING.search(text) and _DOING.match(match.string, end)
    return not (over or during)


def _this_unit(match: re.Match[str]) -> Expression | None:
    words = (match["section"] or "").lower()
    section: Section = "earlier" if words == "earlier" else "later" if words == "later" else read_section(words)
    unit = match["unit"].lower()
    which = read_which(match["which"])
    if not words and _is_last_of_something(match):
        return None
    start = match.start("section") if words.startswith("the") else match.start()
    if words.startswith("at"):
        start = match.start() + match.group().lower().index("the")
    if unit == "weekend":
        return Expression(start=start, end=match.end(), kind="weekend", which=which, tense_matters=True)
    return Expression(start=start, end=match.end(), kind="unit", unit=unit, which=which, section=section)


def _the_weekend(match: re.Match[str]) -> Expression | None:
    return Expression(start=match.start(), end=match.end(), kind="weekend", tense_matters=True)


def _ago(match: re.Match[str]) -> Expression | None:
    if match["bare"]:
        return Expression(start=match.start(), end=match.end(), kind="ago", unit=match["bare"].lower()[:-1], amount=1)
    unit = match["unit"].lower()
    if match["few"]:
        couple = "couple" in match["few"].lower()
        return Expression(
            start=match.start(), end=match.end(), kind="ago" if couple else "few ago", unit=unit, amount=2
        )
    words = (match["bound"] or "").lower()
    bound = "more" if words in ("more than", "over", "at least") else "less" if words in ("less than", "under") else ""
    amount = read_number(match["n"])
    if match["half"]:  # "half a year ago" is six months back
        amount, unit = _HALVES.get(unit, (0, unit))
    return (
        Expression(start=match.start(), end=match.end(), kind="ago", unit=unit, amount=amount, bound=bound)
        if amount
        else None
    )


def _past(match: re.Match[str]) -> Expression | None:
    which = match["which"].lower()
    amount = {"few": 3, "couple of": 2}.get((match["n"] or "").lower()) or (
        read_number(match["n"]) if match["n"] else 0
    )
    if not amount:
        if match["s"] or which in ("next", "previous") or (which == "last" and match["unit"].lower() != "decade"):
            return None
        amount = 1
    if which == "previous":
        return None
    kind: Kind = "coming" if which in ("next", "coming") else "past"
    return Expression(start=match.start(), end=match.end(), kind=kind, unit=match["unit"].lower(), amount=amount)


def _hence(match: re.Match[str]) -> Expression | None:
    return Expression(
        start=match.start(),
        end=match.end(),
        kind="hence",
        unit=match["unit"].lower(),
        amount=read_number(match["n"]),
        bound="time" if match["time"] else "",
        tense_matters=True,
    )


def _anchored(match: re.Match[str]) -> Expression | None:
    unit = (match["unit"] or match["unit2"] or match["unit3"] or match["unit4"] or match["unit5"]).lower()
    if match["which"]:
        amount = {"following": 1, "next": 1, "same": 0, "previous": -1}[match["which"].lower()]
    elif match["side"]:
        amount = 1 if match["side"].lower() == "after" else -1
    elif match["n"]:
        amount = read_number(match["n"]) * (1 if match["side2"].lower() == "later" else -1)
    else:
        amount = 0
    if unit not in ("week", "month", "year"):
        unit = "day"
    bound = "that" if match["that"] else ""
    return Expression(start=match.start(), end=match.end(), kind="anchored", unit=unit, amount=amount, bound=bound)


def _the_unit(match: re.Match[str]) -> Expression | None:
    side = (match["side"] or "").lower()
    section: Section = (
        "earlier" if side == "earlier" else "later" if side == "later" else read_section(match["section"] or side)
    )
    return Expression(
        start=match.start(), end=match.end(), kind="unit", unit=match["unit"].lower(), which="this", section=section,
        bound="the", tense_matters=True,
    )  # fmt: skip


def _overnight(match: re.Match[str]) -> Expression | None:
    return Expression(start=match.start(), end=match.end(), kind="overnight", tense_matters=True)


def _clock(match: re.Match[str]) -> Expression | None:
    if match["word"]:
        clock = "00:00" if match["word"].lower() == "midnight" else "12:00"
    elif match["h12"]:
        hour = int(match["h12"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        clock = f"{hour:02}:{match['m12'] or '00'}"
    elif match["hhmm"]:
        clock = f"{match['hhmm'][:2]}:{match['hhmm'][2:]}"
    else:
        clock = f"{int(match['h24']):02}:{match['m24']}"
    return Expression(start=match.start(), end=match.end(), kind="clock", clock=clock)


# Each with words of which the text must hold one, in lower case, for the pattern to match anything.
RELATIVE_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], Reader], ...] = tuple(
    (tuple(words.split("|")), pattern, read)
    for words, pattern, read in (
        ("day", _DAY_NAME, _day_name),
        ("today|yesterday|tomorrow|tonight|this|last", _TODAY, _today),
        ("last|this|next", _THIS_UNIT, _this_unit),
        ("in the |of the ", _THE_UNIT, _the_unit),
        ("overnight", _OVERNIGHT, _overnight),
        ("weekend", _WEEKEND, _the_weekend),
        ("ago|back", _AGO, _ago),
        ("past|last|next|coming", _PAST, _past),
        ("in ", _HENCE, _hence),
        ("following|next|same|previous|before|after|later|earlier|that ", _ANCHORED, _anchored),
        ("am|pm|a.m|p.m|:|gmt|utc|hrs|hours|noon|midday|midnight", _CLOCK, _clock),
    )
)
