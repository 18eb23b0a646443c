"""Numbers in English text, in digits and in words, with their exact character range.

`find_numbers` only reads the number itself ("two hundred and forty", "5.2m", "a dozen", "two thirds",
"scores", "third"); units, comparators and what is counted are the business of `claims.quantities`.
"""

from __future__ import annotations

import re
from typing import Literal

import attrs

NumberKind = Literal["cardinal", "fraction", "ordinal", "vague"]

# "Hundreds of people" is at least two hundred; writers move to the next word up ("tens of thousands") long
# before twenty times the word, so anything from there on is another statement.
VAGUE_PLURAL_LOW = 2.0
VAGUE_PLURAL_HIGH = 20.0
# "Several hundred" stays below the next power of ten.
SEVERAL_HIGH = 10.0
# Longer rows of digits are no numbers: what they make with a unit or with another one would not be finite.
LARGEST = 1e100

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLIERS = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12.0,
}  # fmt: skip
SUFFIXES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅛": 1 / 8}

_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_MULT = "|".join(MULTIPLIERS)
_DENOMINATOR = "|".join(f"{word}s?" for word in DENOMINATORS if word != "halves") + "|halves"
_WORDS = (
    rf"(?:{_SMALL})(?:(?:[\s-]+and[\s-]+|[\s-]+)(?:{_SMALL}|{_MULT})\b){{0,24}}|"
    rf"an?[\s-](?:{_MULT})\b(?:(?:[\s-]+and[\s-]+|[\s-]+)(?:{_SMALL}|{_MULT})\b){{0,24}}"
)
# Groups of three, of two and three (lakh, crore), or none; a full stop with a digit behind it is a decimal point.
_DIGITS = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3},[ ]000(?!\d)|"
    r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
)

# Currencies that are written as letters right before the digits: "EUR5bn", "Rs500", "N2.5m", "R1.2bn".
_LETTERS = (
    ("N", "R"),
    ("Rs", "RM", "Rp", "Sh"),
    ("EUR", "USD", "GBP", "CHF", "INR", "JPY", "CNY", "RMB", "AED", "SAR", "SEK", "NOK", "DKK", "PLN", "ZAR", "NGN",
     "PKR", "AUD", "CAD", "NZD", "HKD", "KSh", "Ksh"),
)  # fmt: skip
_AFTER_CURRENCY = "(?:" + "|".join(rf"(?<=(?<!\w)(?:{'|'.join(codes)}))" for codes in _LETTERS) + ")"
_CURRENCY_BEFORE = re.compile(rf"\b(?:{'|'.join(code for codes in _LETTERS for code in codes)})\d")
# "Scores" without "of" are people; elsewhere they are results.
_SCORES_AFTER = (
    r"(?:of|(?:more\s+)?(?:wounded|injured|killed|dead|hurt|missing|arrested|detained|displaced|others)|"
    r"(?:were|have\s+been|are)\s+(?:\w+ly\s+)?(?:wounded|injured|killed|dead|hurt|missing|arrested|detained|displaced|feared))"
)

_PATTERN = rf"""
    CLEAR(?:
      (?P<ordinal_digits>(?<![\w.,$£€-])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}})(?:st|nd|rd|th)\b)
    | (?P<vague>\b(?:(?:tens|scores|dozens|hundreds|thousands)\s+of\s+)?
        (?:dozens|scores(?=\s+{_SCORES_AFTER}\b)|hundreds|thousands|millions|billions|trillions)\b)
    | (?P<several>\b(?:several|a\s+few|many)\s+(?:dozen|hundred|thousand|million|billion)\b)
    | (?P<couple>\ba\s+couple\b(?=\s+of\b|\s+dozen\b))
    | (?P<half_of>\b
        (?P<part>half|(?:an?|one)[\s-](?:quarter|third|fifth|tenth)(?=\s+of)|three[\s-]quarters|two[\s-]thirds)
        \s+(?:of\s+)?an?\s+(?P<half_word>{_MULT})\b)
    | (?P<fraction>\b(?:(?P<numerator>an?|{_SMALL})[\s-])(?P<denominator>{_DENOMINATOR})\b)
    | (?P<half>\b(?:half\b|quarter(?=[\s-](?:percentage[\s-])?point\b)))
    | (?P<mixed>(?:(?P<whole>(?<![\w.,])\d+)\s?)?(?P<vulgar>[{"".join(VULGAR)}]))
    | (?P<digits>NOT_GLUED(?:{_DIGITS}))
        (?:\s?(?P<suffix>(?:(?<=\d)(?:k|m|b)|mn|mln|mio|bn|bln|tn|trn))(?![A-Za-z0-9²³/])
          | [\s-]?(?P<multiplier>(?:{_MULT})(?:\s+(?:million|billion|trillion|crore))?)\b)?
    | (?P<ordinal_words>\b(?:(?:{"|".join(TENS)})[\s-])?(?:{"|".join(ORDINALS)})\b)
    | (?P<words>\b(?:{_WORDS})\b)
    )
    """


def _compiled(clear: str, digits: str) -> re.Pattern[str]:
    pattern = _PATTERN.replace("CLEAR", clear).replace("NOT_GLUED", digits)
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_NUMBER = _compiled(r"(?<![A-Za-z])", r"(?<![\w.])")
# Slower, so only for texts with such a currency in them.
_NUMBER_AFTER_LETTERS = _compiled(rf"(?:(?<![A-Za-z])|{_AFTER_CURRENCY})", rf"(?:(?<![\w.])|{_AFTER_CURRENCY})")
_SHARES = (
    ("half", 0.5),
    ("three", 0.75),
    ("quarter", 0.25),
    ("two", 2 / 3),
    ("third", 1 / 3),
    ("fifth", 0.2),
    ("tenth", 0.1),
)
_AND_A_HALF = re.compile(
    rf"[\s-]and[\s-](?:(?:a|one)[\s-](?P<part>half|quarter|third)|three[\s-](?P<three>quarters))\b"
    rf"(?:[\s-](?P<multiplier>{_MULT})\b)?",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"and|an?|{_SMALL}|{_MULT}", re.IGNORECASE)


@attrs.frozen
class Number:
    """A number as it stands in `text[start:end]`.

    Attributes:
        start, end: character range, end excluded.
        low, high: value; they differ only for vague numbers ("dozens", "several hundred"), whose `high` is excluded.
        kind: "cardinal" (42, forty-two), "fraction" (two thirds, as 0.667), "ordinal" (third, 3rd), or "vague".
        worded: written in words.
        suffix: "k", "m", "bn" … where one is attached: "m" may yet turn out to be metres.
        approximate: the words themselves are loose ("a couple", "dozens").
    """

    start: int
    end: int
    low: float
    high: float
    kind: NumberKind = "cardinal"
    worded: bool = False
    suffix: str = ""
    approximate: bool = False


def parse_words(text: str) -> float | None:
    """The value of an English cardinal in words; None where the words do not make one number.

    "two hundred and forty-three" is 243; "nineteen eighty" and "two three" are None.
    """
    total = 0.0
    group = 0.0
    smallest = float("inf")  # the last addend: the next one has to be smaller
    last_scale = float("inf")
    seen = False
    dangling_and = False
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        if word == "and":
            if not seen or smallest < 100:
                return None
            dangling_and = True
            continue
        dangling_and = False
        if word in ("a", "an"):
            if seen:
                return None
            group, smallest, seen = 1.0, 1.0, True
            continue
        if word in MULTIPLIERS:
            factor = MULTIPLIERS[word]
            if not seen or (group == 0 and word != "million"):
                return None
            if word == "hundred" and group < 100:
                group, smallest = group * factor, factor
            elif word == "dozen":
                group, smallest = group * factor, 1.0
            elif factor < last_scale:
                total, group = total + group * factor, 0.0
                last_scale = smallest = factor
            else:
                total, group = (total + group) * factor, 0.0
                last_scale = smallest = factor
            continue
        value = float(UNITS.get(word, TENS.get(word, 0)))
        if seen and not (value < smallest and (smallest >= 100 or (smallest >= 20 and 0 < value < 10))):
            return None
        group, smallest, seen = group + value, (value if value >= 20 or value == 0 else 1.0), True
    return None if dangling_and or not seen else total + group


def _words_prefixes(text: str, start: int, end: int) -> tuple[int, float] | None:
    """The longest prefix of a run of number words that is one number: (its end, its value)."""
    ends = [match.end() for match in _TOKEN.finditer(text, start, end)]
    for stop in reversed(ends):
        value = parse_words(text[start:stop])
        if value is not None:
            return stop, value
    return None


def _multiplier(words: str) -> float:
    value = 1.0
    for word in words.lower().split():
        value *= MULTIPLIERS[word]
    return value


def _plural(word: str) -> float:
    return {"tens": 10.0, "scores": 20.0, "trillions": 1e12}.get(word) or MULTIPLIERS[word.removesuffix("s")]


def _read(match: re.Match[str], text: str) -> Number | None:
    kind = match.lastgroup
    start, end = match.span()
    group = match.groupdict()
    if group["digits"]:
        value = float(re.sub(r"[, \u00a0\u2009\u202f]", "", group["digits"]))
        suffix = (group["suffix"] or "").lower()
        if group["suffix"] in ("M", "K", "B") or suffix:
            return Number(start, end, value * SUFFIXES[suffix], value * SUFFIXES[suffix], suffix=suffix)
        if group["multiplier"]:
            value *= _multiplier(group["multiplier"])
        return Number(start, end, value, value)
    if group["words"]:
        run = _words_prefixes(text, start, end)
        if run is None:
            return None
        end, value = run
        return Number(start, end, value, value, worded=True)
    if group["vague"]:
        scale = 1.0
        for word in group["vague"].lower().split():
            scale *= 1.0 if word == "of" else _plural(word)
        return Number(
            start, end, VAGUE_PLURAL_LOW * scale, VAGUE_PLURAL_HIGH * scale, "vague", worded=True, approximate=True
        )
    if group["several"]:
        scale = MULTIPLIERS[group["several"].lower().split()[-1]]
        return Number(
            start, end, VAGUE_PLURAL_LOW * scale, SEVERAL_HIGH * scale, "vague", worded=True, approximate=True
        )
    if group["couple"]:
        return Number(start, end, 2.0, 2.0, worded=True, approximate=True)
    if group["half_of"]:
        part = group["part"].lower()
        value = next(share for word, share in _SHARES if word in part) * MULTIPLIERS[group["half_word"].lower()]
        return Number(start, end, value, value, worded=True)
    if group["fraction"]:
        numerator = group["numerator"].lower()
        denominator = group["denominator"].lower()
        top = 1.0 if numerator in ("a", "an") else float(UNITS.get(numerator, TENS.get(numerator, 0)))
        bottom = DENOMINATORS.get(denominator) or DENOMINATORS[denominator.removesuffix("s")]
        if top >= bottom or (top > 1 and denominator in ("quarters", "halves") and top != bottom - 1):
            return None  # "the last two quarters" are parts of the year
        mismatched = (top == 1) == (denominator.endswith("s") and denominator != "halves")
        if mismatched and (top == 1 or "-" not in match.group()):
            return None  # "two third", "one thirds"; but "a two-third majority"
        return Number(start, end, top / bottom, top / bottom, "fraction", worded=True)
    if group["half"]:
        share = 0.5 if group["half"].lower() == "half" else 0.25  # "the quarter-point cut"
        return Number(start, end, share, share, "fraction", worded=True)
    if group["mixed"]:
        value = float(group["whole"] or 0) + VULGAR[group["vulgar"]]
        return Number(start, end, value, value, "cardinal" if group["whole"] else "fraction")
    if group["ordinal_digits"]:
        value = float(group["ordinal_digits"][:-2].replace(",", ""))
        return Number(start, end, value, value, "ordinal")
    if group["ordinal_words"]:
        parts = re.split(r"[\s-]", group["ordinal_words"].lower())
        value = float(ORDINALS[parts[-1]] + (TENS[parts[0]] if len(parts) == 2 else 0))
        return Number(start, end, value, value, "ordinal", worded=True)
    raise AssertionError(kind)


def find_numbers(text: str) -> list[Number]:
    """All numbers in a text, in order, not overlapping.

    Digits glued to letters ("MH370", "3D") are left out unless the letters are a multiplier ("5m", "3bn") or a
    unit that `claims.quantities` may know ("50km"): the number is then the digits alone. Numbers above
    LARGEST are left out, too.
    """
    found: list[Number] = []
    position = 0
    pattern = _NUMBER_AFTER_LETTERS if _CURRENCY_BEFORE.search(text) else _NUMBER
    while (match := pattern.search(text, position)) is not None:
        number = _read(match, text)
        if number is None:
            # Not one number from here: step over the first word and look again.
            step = _TOKEN.match(text, match.start())
            position = step.end() if step else match.end()
            continue
        if number.kind == "cardinal" and number.suffix == "" and (half := _AND_A_HALF.match(text, number.end)):
            part = half["part"]
            value = number.low + (0.75 if half["three"] else 1 / DENOMINATORS[part.lower()])
            value *= MULTIPLIERS[half["multiplier"].lower()] if half["multiplier"] else 1.0
            number = attrs.evolve(number, end=half.end(), low=value, high=value)
        if number.high <= LARGEST:
            found.append(number)
        position = number.end
    return found
