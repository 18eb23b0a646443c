"""The title of an article that comes without one: its headline, as the first lines of the text give it."""

from __future__ import annotations

import re
import statistics

from claimcheck.articles.credits import is_outlet, is_section
from claimcheck.articles.dates import find_dates

HEAD_LINES = 15  # lines with text in which a headline is looked for
MAX_TITLE = 160  # characters; headlines that are longer are rare, first sentences are not
MAX_WORDS = 22
HEADLINE_WORDS = 4  # a line of fewer words may be a kicker or a menu ("World news"), so a longer one is preferred

_MARKS = re.compile(r"^(?:#{1,6}\s+|[*_]{1,3}(?=\w)|title:\s+|headline:\s+)|\s+#+$|(?<=\w)[*_]{1,3}$", re.I)
_FURNITURE = re.compile(
    r"(?:by|from|posted (?:by|on|in)|published|updated|written by|source|photo|image|credit|copyright|©|share|tweet"
    r"|print|e-?mail|rate"
    r"|menu|search|skip to|home|advertisement|sponsored|subscribe|sign (?:in|up)|log ?in|register|listen|watch"
    r"|read more|follow|click|tags?|category"
    r"|filed under|comments?|\d+ comments?|\d+ min(?:ute)?s? read"
    r"|breaking|live|exclusive|opinion|analysis)\b[^.]{0,40}",
    re.I,
)
# Datelines, captions, editor's notes, and quotations that stand by themselves.
_NO_HEADLINE = re.compile(
    r"(?i)^[^()]{0,60}\([A-Z][\w. ]{1,25}\)\s*[-–—]|\b(?:photo|picture|image|video|graphic)s?\s?[:/]"
    r"|^(?:(?:last )?updated?|correction|warning|editor['’]s note|note|caption)\b.{0,40}$|^[\"“'‘].*[\"”'’]$"
    r"|[^\W\d_]{4}\.[\"”’]? [^\W_]",  # two sentences
)
_STRONG = re.compile(r"\s*[»›|]\s*|\s+[/>•·]\s+|\s+::\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_ENDS_SENTENCE = re.compile(r"[.;,。][\"”’')\]」]*$|[.!?][\"”’')\]]+\s*\d*$")


def find_title(text: str) -> str:
    """The headline in the first lines of `text`, white space collapsed, or "" where none is plain to see."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    filled = [(number, line) for number, line in enumerate(lines) if re.search(r"[^\W\d_]", line)]
    if len(filled) < 2:
        return ""
    wrapped = _is_wrapped([line for _, line in filled])
    all_lines = [line.casefold() for _, line in filled]
    candidates: list[str] = []
    for number, line in filled[:HEAD_LINES]:
        if _is_prose(line) or (wrapped and len(line) >= 50 and number + 1 < len(lines) and lines[number + 1]):
            break
        title = without_site(_MARKS.sub("", line), all_lines)
        if _is_heading(title):
            if len(title.split()) >= 3 and all_lines.count(title.casefold()) >= (2 if title == line else 1):
                return title
            candidates.append(title)
    longer = (title for title in candidates if len(title.split()) >= HEADLINE_WORDS or _long_without_spaces(title))
    first = candidates[0] if candidates and candidates[0] in (filled[0][1], _MARKS.sub("", filled[0][1])) else ""
    return next(longer, first if len(first.split()) >= 2 else "")


def without_site(line: str, other_lines: list[str] | tuple[str, ...] = ()) -> str:
    """A page's title without its breadcrumbs and its site: "Home » World » Flood hits coast | The Gazette".

    Args:
        line: title as the page gives it.
        other_lines: lines of the page, case-folded; a part that is one of them is the headline.
    """
    line = line.strip()
    parts = [part.strip() for part in _STRONG.split(line) if part.strip()]
    if len(parts) > 1:
        repeated = [part for part in parts if part.casefold() in other_lines and len(part.split()) >= 3]
        named = [part for part in parts if not is_section(part)] or parts
        line = max(repeated or named, key=lambda part: (len(part.split()), len(part)))
    pieces = _DASH.split(line)
    if len(pieces) > 1:
        start = line[: line.rindex(pieces[-1])].rstrip(" -–—")
        if start.casefold() in other_lines or (is_outlet(pieces[-1]) and len(start.split()) >= 3):
            return start
    return line.rstrip(" -–—:|»›")


def _is_heading(line: str) -> bool:
    if not line or len(line) > MAX_TITLE or len(line.split()) > MAX_WORDS or _ENDS_SENTENCE.search(line):
        return False
    if (
        _FURNITURE.fullmatch(line)
        or _NO_HEADLINE.search(line)
        or is_outlet(line)
        or is_section(line)
        or "://" in line
        or "@" in line
    ):
        return False
    if not re.search(r"[^\W\d_]{2}", line) or (line[0].islower() and not re.match(r"[a-z]{1,2}[A-Z]", line)):
        return False
    rest = line
    for date in reversed(list(find_dates(line))):
        rest = rest[: date.start] + rest[date.end :]
    return rest == line or len(re.findall(r"[^\W\d_]{2,}", rest)) >= 3  # more than a date, a place and a day


def _is_prose(line: str) -> bool:
    return (len(line) >= 40 and bool(_ENDS_SENTENCE.search(line))) or len(line) > MAX_TITLE


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the text is broken at a fixed width, so that a line without a full stop may be a part of a sentence."""
    if len(lines) < 4:
        return False
    middle = statistics.median(len(line) for line in lines)
    return 45 <= middle <= 100 and sum(len(line) <= 110 for line in lines) >= 0.98 * len(lines)


def _long_without_spaces(line: str) -> bool:
    """Chinese, Japanese and Thai write headlines without spaces."""
    return len(line) >= 8 and sum(ord(character) > 0x0E00 for character in line) > len(line) / 2
