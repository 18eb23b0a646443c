"""Two numbers that make one quantity: compounds, ranges, parts of a whole."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.grammar import Candidate

_OUT_OF = re.compile(r"(?P<how>\s+in\s+|\s+out\s+of\s+|-in-)(?:every\s+)?(?:(?:an?|the)\s+)?$", re.IGNORECASE)
_ONE_OF_KIND_IN = re.compile(r"\s+[a-z]+\s+in\s+(?:every\s+)?")
_COUNTED = re.compile(r"\s+(?!has\b|is\b|was\b|says\b)(?:[a-z]+\s+)?[a-z]+s\b")
"""What a number counts that stands behind it: "one goal in three games" is no share."""
_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|rising|fell|fall(?:s|en|ing)?|climb\w*|drop\w*|gr[eo]w\w*|increas\w*|decreas\w*|declin\w*|jump\w*|"
    r"slip\w*|slid\w*|plung\w*|surg\w*|soar\w*|narrow\w*|widen\w*|shr[aiu]nk\w*|cut|cuts|cutting|raised?|raising|raises|lower\w*|"
    r"went|gone|up|down|revis\w*|reduc\w*|expand\w*|improv\w*|swell\w*|swollen|trimm\w*|lift\w*|boost\w*|tumbl\w*|mov\w*|chang\w*|"
    r"doubl\w*|tripl\w*|upgrad\w*|downgrad\w*|extend\w*|hik\w*|eas(?:ed|ing)|advanc\w*|dwindl\w*|balloon\w*)\b[^.;]{0,50}$",
    re.IGNORECASE,
)  # fmt: skip
_CHANGE_ADJACENT = re.compile(
    r"\b(?:rose|rise[sn]?|fell|fall(?:s|en|ing)?|climb\w*|drop\w*|gain\w*|los[et]\w*|jump\w*|slip\w*|slid\w*|surg\w*|up|down|"
    r"add(?:s|ed|ing)|advanc\w*|declin\w*|shed\w*|tumbl\w*|soar\w*|eas(?:ed|ing)|plung\w*)\s+(?:just\s+|about\s+|another\s+)?$",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\ball\s+but\s+(?:about\s+)?$", re.IGNORECASE)
_OF_ALL = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|those|these|our|some)\s+)?", re.IGNORECASE)
_CHANGED_BY = re.compile(_CHANGE.pattern.replace("$", r"\bby\s+(?:just\s+|about\s+|another\s+)?$"), re.IGNORECASE)
_CONNECT = re.compile(r"\s?[-–—‐‑]\s?|\s+(?P<word>to|and|or)\s+", re.IGNORECASE)
_COMPOUND = {
    "hour": ("minute",), "minute": ("second",), "day": ("hour",), "week": ("day",), "year": ("month", "week", "day"),
    "month": ("week", "day"), "foot": ("inch",), "stone": ("pound",), "pound": ("ounce",), "kilometre": ("metre",),
}  # fmt: skip
_COMPOUND_JOIN = re.compile(r"(?:,?\s+and\s+|,?\s+|)$")


def join_compound(text: str, first: Candidate, second: Candidate) -> bool:
    """ "1 hour 20 minutes", "5ft 11in": adds the second to the first, in the smaller unit."""
    if first.kind != "measure" or second.kind != "measure" or second.unit not in _COMPOUND.get(first.unit, ()):
        return False
    if first.low is None or second.low is None or first.low != first.high or second.low != second.high:
        return False
    if _COMPOUND_JOIN.fullmatch(text[first.end : second.start]) is None:
        return False
    if second.low * second.scale >= first.scale:
        return False
    value = round((first.low * first.scale + second.low * second.scale) / second.scale, 6)
    first.low = first.high = value
    first.unit, first.scale, first.end = second.unit, second.scale, second.end
    return True


def join_range(text: str, first: Candidate, second: Candidate) -> bool:
    """ "30 to 40", "between 30 and 40", "30–40": one interval, unless the words say that a value changed."""
    if first.kind not in ("measure", "count") or second.kind not in ("measure", "count"):
        return False
    if first.low is None or second.low is None or first.low != first.high or second.low != second.high:
        return False
    connector = _CONNECT.fullmatch(text, first.end, second.start)
    if connector is None:
        return False
    before = text[max(0, first.start - 60) : first.start]
    word = (connector["word"] or "").lower()
    low, high = first.low, second.low
    opened = 0
    if word == "and":
        between = re.search(r"\bbetween\s+(?P<ages>the\s+ages\s+of\s+)?$", before, re.IGNORECASE)
        if between is None:
            return False
        opened = len(before) - between.start()
        if between["ages"] and first.kind == second.kind == "count":
            for one in (first, second):
                one.kind, one.dimension, one.unit = "measure", "age", "year"
    elif word == "to" and (start := re.search(r"\bfrom\s+$", before, re.IGNORECASE)):
        if _CHANGE.search(before[: start.start()]):
            return False
        opened = len(before) - start.start()
    elif word == "to" and re.search(r"\bto\s+$", before, re.IGNORECASE):
        return False
    elif word == "to" and second.kind == first.kind == "count" and _CHANGED_BY.search(before):
        return False  # "rose by 12 to 45" is a change and a level, "by 5 to 7 per cent" a range of changes
    elif word == "to" and first.kind == second.kind == "measure" and _CHANGE_ADJACENT.search(before):
        return False  # "rose $2.88 to $46.50" is a change and a level
    elif word == "or" and not (first.kind == "count" and high <= low + 2):
        return False
    if first.kind == "count" and second.kind == "measure":
        multiplier = _shared_multiplier(text, first, second)
        low *= multiplier
        first.unit, first.dimension, first.scale, first.kind = second.unit, second.dimension, second.scale, "measure"
    elif first.kind == "measure" and second.kind == "count":
        if first.dimension != "money":
            return False
        second.unit, second.dimension, second.scale = first.unit, first.dimension, first.scale
        low *= _shared_multiplier(text, first, second)
    elif first.kind == "count":
        low *= _shared_multiplier(text, first, second)
    if first.dimension != second.dimension or low * first.scale >= high * second.scale:
        return False
    if first.unit != second.unit:
        if "money" in first.dimension:
            return False
        low = low * first.scale / second.scale
        first.unit, first.scale = second.unit, second.scale
    first.start -= opened
    first.end, first.low, first.high, first.kind = second.end, low, high, second.kind
    first.compared = True
    return True


def _shared_multiplier(text: str, first: Candidate, second: Candidate) -> float:
    """ "2 to 3 million" starts at two million, not at two."""
    if first.low is None or second.low is None or first.worded != second.worded or first.low >= 1000:
        return 1.0
    tail = text[second.number_start : second.end].lower()
    match = re.match(
        r"[\d.,]+\s?-?(hundred|thousand|million|billion|trillion|bn|tn|m|k)\b|\w+[\s-](hundred|thousand|million|billion)\b",
        tail,
    )
    if match is None or second.low < 100:
        return 1.0
    word = match.group(1) or match.group(2)
    factor = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9,
              "trillion": 1e12, "tn": 1e12}[word]  # fmt: skip
    return factor if second.low >= factor else 1.0


def join_all_but(text: str, first: Candidate, second: Candidate) -> bool:
    """ "all but 12 of the 200 hostages": 188."""
    before = _ALL_BUT.search(text, max(0, first.start - 16), first.start)
    if before is None or _OF_ALL.fullmatch(text, first.end, second.start) is None:
        return False
    if first.kind != "count" or second.kind != "count" or first.low != first.high or second.low != second.high:
        return False
    if first.low is None or second.low is None or first.low >= second.low:
        return False
    first.start, first.end = before.start(), second.end
    first.low = first.high = second.low - first.low
    return True


def join_out_of(text: str, first: Candidate, second: Candidate) -> bool:
    """ "one in five", "three out of four": a percentage."""
    if first.kind != "count" or second.kind != "count" or first.low is None or second.low is None:
        return False
    between = text[first.end : second.start]
    gap = _OUT_OF.fullmatch(between)
    if gap is None and first.worded and second.worded and first.low == 1 and _COUNTED.match(text, second.end) is None:
        gap = _ONE_OF_KIND_IN.fullmatch(between)  # "one voter in five"
        how = "in"
    else:
        how = gap["how"].lower() if gap is not None else ""
    if gap is None or not 0 < first.low < second.low or second.low != second.high or first.low != first.high:
        return False
    if "out" not in how and not (first.worded and second.worded) and first.low != 1:
        return False
    if second.low > 10 and second.low not in (12, 15, 20, 25, 30, 40, 50, 100, 200, 500) and second.low % 1000 != 0:
        return False
    if "out" in how and second.low > 10 and second.low != 100 and not first.worded:
        return False
    first.kind, first.unit, first.dimension, first.end = "fraction", "percent", "percentage", second.end
    first.low = first.high = round(100 * first.low / second.low, 4)
    return True
