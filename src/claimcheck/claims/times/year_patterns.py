"""Patterns of years, decades and centuries."""

from __future__ import annotations

import re

from claimcheck.claims.times.expression import SECTION, YEAR, Expression, Reader, read_section

_YEARS = re.compile(rf"(?<![\w.,$£€–-])(?P<y>{YEAR})\s?[-–—/‐]\s?(?P<y2>{YEAR}|\d\d)(?![\w.,]\d|\w|-\d|/\d)")
_YEAR_ONLY = re.compile(
    rf"(?<![\w.,:/$£€#–-])(?:(?P<section>{SECTION}|Early|Mid|Late|The\s+(?:start|beginning|middle|end)\s+of)[\s-]+)?"
    rf"(?:(?P<fiscal>(?:fiscal(?:\s+year)?\s+|FY\s?))?(?P<y>{YEAR}))(?!\w|[.,:/]\d|%|-\w|\s?(?:B\.?C|A\.?D|CE\b))"
)
_FISCAL = re.compile(rf"\b(?:FY\s?|fiscal\s+(?:year\s+)?)(?P<y>{YEAR})\b")
_DECADE = re.compile(
    r"(?<!\w)(?:[Tt]he\s+)?(?:(?P<section>[Ee]arly|[Mm]id|[Ll]ate)[\s-]+(?:to\s+)?)?(?:(?P<y>(?:1[0-9]|20)\d0)['’]?s|"
    r"['’](?P<yy>[1-9]0)s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)"
)
# "In '52", "the summer of '69": the apostrophe stands for the century, 20 up to SHORT_YEAR and 19 from there on.
_SHORT_YEAR = re.compile(
    r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bby\s)|"
    r"(?<=\band\s)|(?<=\bsummer\s)|(?<=\bwinter\s)|(?<=\bspring\s)|(?<=\bautumn\s))['’](?P<yy>\d\d)(?![\w%'’-]|[.,:]\d)",
    re.IGNORECASE,
)
SHORT_YEAR = 30
_ANNO_DOMINI = re.compile(
    r"\b(?:AD|A\.D\.)\s?(?P<after>\d{1,4})\b(?![.,]\d)|(?<![\w.,])(?P<before>\d{1,4})\s?(?:AD|A\.D\.|CE)(?!\w)"
)
_DECADE_WORDS = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
_CENTURY_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
_CENTURY = re.compile(
    rf"\b(?:the\s+)?(?:(?P<section>early|mid|late)[\s-]+)?(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_CENTURY_WORDS[::-1])}))"
    r"[\s-]century\b(?!\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)


def _years(match: re.Match[str]) -> Expression | None:
    first, last = int(match["y"]), match["y2"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not first < second <= first + 200 or (len(last) == 2 and second > first + 50):
        return None
    return Expression(start=match.start(), end=match.end(), kind="years", year=first, end_year=second)


def _year_only(match: re.Match[str]) -> Expression | None:
    return Expression(
        start=match.start(), end=match.end(), kind="year", year=int(match["y"]), section=read_section(match["section"])
    )


def _fiscal(match: re.Match[str]) -> Expression | None:
    return Expression(start=match.start(), end=match.end(), kind="year", year=int(match["y"]), unit="fiscal")


def _decade(match: re.Match[str]) -> Expression | None:
    words = match.group().lower()
    if match["word"] and not words.startswith("the "):
        return None
    year = int(match["y"]) if match["y"] else _DECADE_WORDS[match["word"]] if match["word"] else 1900 + int(match["yy"])
    return Expression(
        start=match.start(), end=match.end(), kind="decade", year=year, section=read_section(match["section"])
    )


def _century(match: re.Match[str]) -> Expression | None:
    number = int(match["n"]) if match["n"] else _CENTURY_WORDS.index(match["word"].lower()) + 1
    if not 1 <= number <= 30:
        return None
    return Expression(
        start=match.start(), end=match.end(), kind="century", year=number, section=read_section(match["section"])
    )


def _short_year(match: re.Match[str]) -> Expression | None:
    number = int(match["yy"])
    year = number + (2000 if number < SHORT_YEAR else 1900)
    return Expression(start=match.start(), end=match.end(), kind="year", year=year, unit="era")


def _anno_domini(match: re.Match[str]) -> Expression | None:
    year = int(match["after"] or match["before"])
    return Expression(start=match.start(), end=match.end(), kind="year", year=year, unit="era") if year else None


# As in claims.times.calendar_patterns: those that need a digit, those that need one of some words.
YEAR_DIGIT_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_YEARS, _years),
    (_FISCAL, _fiscal),
    (_YEAR_ONLY, _year_only),
)
YEAR_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], Reader], ...] = tuple(
    (tuple(words.split("|")), pattern, read)
    for words, pattern, read in (
        ("0s|0's|0’s|ties", _DECADE, _decade),
        ("century", _CENTURY, _century),
        ("'|’", _SHORT_YEAR, _short_year),
        ("ad|a.d|ce", _ANNO_DOMINI, _anno_domini),
    )
)
