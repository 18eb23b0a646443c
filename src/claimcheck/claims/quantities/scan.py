"""Candidates from the characters of a text: numbers joined and compared, and values without a number."""

from __future__ import annotations

import re

import attrs

from claimcheck.claims.numbers import Number, find_numbers
from claimcheck.claims.quantities import reject
from claimcheck.claims.quantities.comparators import compare
from claimcheck.claims.quantities.grammar import Candidate, per_time, read_measure
from claimcheck.claims.quantities.joining import join_all_but, join_compound, join_out_of, join_range
from claimcheck.claims.units import UNITS

_NUMERAL_DIMENSION = re.compile(
    r"\b(?P<what>[Cc]ategory|[Cc]at|[Mm]agnitude|[Aa]ged?|at\sthe\sage\sof|age\sof)(?:[\s-]|\sof\s)$"
)
_MAGNITUDE_AFTER = re.compile(
    r"[\s-](?P<magnitude>magnitude)\b|\s+(?P<richter>on\s+the\s+Richter\s+scale)\b", re.IGNORECASE
)
_TIMES = re.compile(r"[\s-](?P<times>times?)\b|-?(?P<fold>fold)\b", re.IGNORECASE)
_MULTIPLE_AFTER = re.compile(
    r"\s+(?:as\b|(?:more|less|fewer|greater|higher|lower|larger|bigger|smaller|faster|slower|stronger|longer|better|worse|older|"
    r"richer|heavier|the|its|their|his|her|that|what|likelier)\b(?!\s+(?:week|month|year|day|past|last|same)))",
    re.IGNORECASE,
)
_SCORE_WORDS = re.compile(
    r"\b(?:lost|los[et]s?|losing|w[io]n|wins|winning|beat(?:s|en|ing)?|defeat\w*|draw[ns]?|drew|victor\w+|trail\w*|le[ad]d?s?|final|"
    r"scor\w+|match|games?|legs?|aggregate|finished|ended|goal\w*|half-time|full-time|vote[sd]?|voting|ruling|ruled|decision|majority|"
    r"verdict|sets?|tie|tied|thrash\w*|hammer\w*|edg\w+|playoffs?|series|semi-?finals?|clash|crush\w*|overc[ao]me|rout\w*|down|up|"
    r"penalt\w+|shoot-?out|friendly|passed|approved|carried|rejected|adopted|stunn\w+|ahead)\b",
    re.IGNORECASE,
)  # fmt: skip
_SCORE_GAP = re.compile(r"[-–—‐‑:]|\s+(?:to|against)\s+|\s+votes?\s+(?:to|against)\s+")
_VOTES = re.compile(r"\s+(?P<votes>votes?|seats?|points?|runs|goals|games|sets|frames)\b")


def numbered(text: str, mask: list[tuple[int, int]]) -> list[Candidate]:
    numbers = _outside(find_numbers(text), mask)
    made: list[Candidate] = []
    index = 0
    after = 0
    while index < len(numbers):
        number = numbers[index]
        if number.start < after:
            index += 1
            continue
        one = read_measure(text, number, after)
        index += 1
        index = _absorb(text, numbers, index, one)
        if pair := _score(text, one, numbers, index):
            made.extend(pair)
            after = pair[-1].end  # a number of the pair that is still to come starts before this
            continue
        _numeral(text, one, after)
        compare(text, one, after)
        made.append(one)
        after = one.end
    return [
        one
        for one in made
        if one.kind == "score"
        or not reject.glued(text, one)
        or (one.kind == "measure" and one.unit and not reject.letter_before(text, one))
    ]


def _outside(numbers: list[Number], mask: list[tuple[int, int]]) -> list[Number]:
    """The numbers that touch none of the masked ranges; both lists are by start."""
    kept: list[Number] = []
    position = 0
    for number in numbers:
        while position < len(mask) and mask[position][1] <= number.start:
            position += 1
        # A mask may lie inside a longer one that began earlier, so look on from here.
        look = position
        while look < len(mask) and mask[look][0] < number.end and mask[look][1] <= number.start:
            look += 1
        if look >= len(mask) or mask[look][0] >= number.end:
            kept.append(number)
    return kept


def _absorb(text: str, numbers: list[Number], index: int, one: Candidate) -> int:
    """Join what follows to a candidate as long as it belongs to the same value."""
    while index < len(numbers) and numbers[index].start - one.end <= 24:
        following = numbers[index]
        if following.start < one.end:
            index += 1
            continue
        second = read_measure(text, following, one.end)
        if any(join(text, one, second) for join in (join_compound, join_range, join_all_but, join_out_of)):
            index += 1
            continue
        break
    return index


def _score(text: str, one: Candidate, numbers: list[Number], index: int) -> list[Candidate] | None:
    """ "3-1", "58 votes to 41": two candidates; None where the pair is no score."""
    if one.kind != "count" or one.low is None or one.low != one.high or index >= len(numbers):
        return _reread_range(text, one) if one.compared and one.kind == "count" else None
    number = numbers[index]
    votes = _VOTES.match(text, one.end)
    first_end = votes.end() if votes else one.end
    gap = text[one.end : number.start]
    if len(gap) > 16 or _SCORE_GAP.fullmatch(text[first_end : number.start]) is None or number.low != round(number.low):
        return None
    if number.kind != "cardinal" or one.low != round(one.low) or (number.worded != one.worded and not votes):
        return None
    if reject.glued(text, Candidate(one.start, number.end, 1, 1)) or text[number.end : number.end + 1] in ("%", "m"):
        return None
    around = text[max(0, one.start - 80) : number.end + 40]
    if votes is None and not gap.strip().isalpha() and max(one.low, number.low) > 300:
        return None
    unsure = gap.strip() == ":" or not _SCORE_WORDS.search(around)
    if unsure and (one.low < number.low or gap.strip() not in "-–"):
        return None
    if gap.strip() == "to" and votes is None and _measured(text, number) and not _SCORE_WORDS.search(around):
        return None
    return _pair(
        one,
        first_end,
        number.start,
        number.end,
        number.low,
        "vote" if votes and votes["votes"].startswith("vote") else None,
    )


def _measured(text: str, number: Number) -> bool:
    return read_measure(text, number, 0).kind == "measure"


def _reread_range(text: str, one: Candidate) -> list[Candidate] | None:
    """ "lost 0-2", "won 1-3": a rising pair with a hyphen in sport or a vote is a score, not a range."""
    match = re.fullmatch(r"(\d{1,3})\s?[-–—‐‑]\s?(\d{1,3})", text[one.start : one.end])
    if match is None or re.match(
        r"[\s-]+(?!(?:in|on|at|to|by|against|with|after|and|for|from|over|win|loss|defeat|victory|draw|vote|"
        r"ruling|decision|aggregate|scoreline|thriller|lead|home|away|last)\b)[a-z]",
        text[one.end : one.end + 16],
    ):
        return None
    if not _SCORE_WORDS.search(text[max(0, one.start - 80) : one.end + 40]):
        return None
    low, high = float(match.group(1)), float(match.group(2))
    start = one.start
    one.low = one.high = low
    one.compared = False
    return _pair(one, start + match.end(1), start + match.start(2), start + match.end(2), high, None)


def _pair(one: Candidate, first_end: int, start: int, end: int, value: float, counts: str | None) -> list[Candidate]:
    assert one.low is not None
    first = attrs.evolve(one, end=first_end, kind="score", dimension="score", counts=counts)
    second = Candidate(start, end, value, value, "score", dimension="score", counts=counts, number_start=start)
    if one.low == value:
        first.role = second.role = "draw"
    else:
        first.role, second.role = ("win", "lose") if one.low > value else ("lose", "win")
    return [first, second]


def _numeral(text: str, one: Candidate, after: int) -> None:
    """Numbers whose dimension is named beside them: category, magnitude, age, times, the "+" of a rate per time."""
    if one.kind not in ("count", "measure") or one.low is None:
        return
    if one.kind == "count":
        left = text[max(after, one.start - 16) : one.start]
        if (named := _NUMERAL_DIMENSION.search(left)) is not None:
            what = named["what"].lower()
            if what.startswith("cat") or what == "magnitude":
                one.kind, one.dimension = "measure", "category" if what.startswith("cat") else "magnitude"
                one.start -= len(left) - named.start()
            elif (what != "age" or named["what"] == "age") and one.low < 130:
                one.kind, one.dimension, one.unit = "measure", "age", "year"
                one.start -= len(left) - named.start() if what in ("aged", "age") else 0
            return
        if (named := _MAGNITUDE_AFTER.match(text, one.end)) is not None:
            one.kind, one.dimension, one.end = "measure", "magnitude", named.end()
            return
        if (times := _TIMES.match(text, one.end)) is not None:
            one.kind = "times"
            frequency(text, one, times.end(), fold=times["fold"] is not None, hyphen=times.group().startswith("-"))


def frequency(text: str, one: Candidate, end: int, *, fold: bool, hyphen: bool = False) -> None:
    """ "three times a day" is a rate, "three times more" a multiple, "three times" a count."""
    if (per := per_time(text, end)) is not None and not fold:
        unit = UNITS[per["unit"].lower()]
        one.end, one.kind = per.end(), "measure"
        one.unit, one.dimension, one.scale = f"per {unit.name}", "count per duration", 1 / unit.scale
    elif fold or _MULTIPLE_AFTER.match(text, end):
        one.end, one.dimension, one.unit = end, "multiple", ""
    else:
        one.end, one.dimension, one.counts = (end, "count", "time")
