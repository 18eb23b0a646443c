"""Times of day in words: "ten past three", "half past six in the evening", "eight o'clock"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.times.expression import NUMBER, WEEKDAY, Expression, Reader, read_number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HOUR = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AWAY = rf"(?:half|(?:a\s+)?quarter|five|ten|twenty(?:[-\s]five)?|[1-5]?\d|{NUMBER}\s+minutes?)"
_PART = (
    r"(?:\s?(?P<half>[ap])\.?m\b\.?|\s+in\s+the\s+(?P<part>morning|afternoon|evening)|\s+at\s+(?P<night>night)\b"
    rf"|(?=\s+(?:on\s+|that\s+|this\s+|yesterday\s+)?(?:(?:{WEEKDAY})\s+)?(?P<later>morning|afternoon|evening|night)\b))"
)
_TOLD = re.compile(
    r"(?<![\w-])(?P<before>(?:(?:at|by|around|about|until|till|before|after|from|since|towards?|almost|nearly|roughly"
    r"|approximately|shortly|just|soon|exactly|precisely)\s+)*)"
    rf"(?P<time>(?:(?P<away>{_AWAY})\s+(?P<side>past|after|to|till|before)\s+(?P<of>{_HOUR}|noon|midday|midnight)"
    rf"|(?P<halved>half\s+{_HOUR})|(?P<bare>{_HOUR}))(?P<oclock>\s+o\s?['’]\s?clock)?{_PART}?)(?![\w-]|[.,:]\d|\s?%)",
    re.IGNORECASE,
)
_BEFORE = frozenset({"to", "till", "before"})
_PLACING = frozenset({"at", "until", "till", "since"})
"""Prepositions that a moment stands after, and hardly a count."""
_EXACT = frozenset({"at", "exactly", "precisely", "just"})
_STANDING = frozenset(
    "stand trade price offer put set quote value remain vote decide rule split divide pass approve reject win lose "
    "beat defeat lead".split()
)
"""What does so at two numbers does it at odds, at a price or by a result: "stood at ten to one"."""
_PARTS = frozenset("morning afternoon evening night".split())
_TALLIES = frozenset("odds odd ratio score vote majority tally price rate lead result".split())


def _told(match: re.Match[str]) -> Expression | None:
    """A time of day; its clock is None where the words tell it roughly, or do not tell the half of the day."""
    before = set(match["before"].lower().split())
    side = (match["side"] or "").lower()
    placed = bool(match["part"] or match["night"] or match["later"])
    if match["bare"]:
        spelt = not match["bare"].isdigit()
        meant = match["oclock"] or (spelt and match["half"]) or (placed and before & (_PLACING | {"around", "about"}))
    elif match["halved"]:
        meant = before - {"by"}
    elif side == "past":
        meant = True
    else:
        meant = not match["away"].isdigit() and (before & _PLACING or (placed and "from" not in before))
    if not meant:
        return None
    clock = _clock(match) if match["away"] and before <= _EXACT else None
    return Expression(start=match.start("time"), end=match.end("time"), kind="clock", unit="words", clock=clock)


def _clock(match: re.Match[str]) -> str | None:
    of = match["of"].lower()
    part = (match["half"] or match["part"] or match["night"] or match["later"] or "").lower()
    if of in ("noon", "midday", "midnight"):
        hour = 24 if of == "midnight" else 12
    elif part:
        hour = read_number(of) % 12
        hour += 12 if part in ("p", "afternoon", "evening") or (part == "night" and hour >= 5) else 0
    else:
        return None
    words = match["away"].lower()
    if words.startswith("twenty") and words.endswith("five"):
        away = 25
    else:
        away = 30 if words == "half" else 15 if "quarter" in words else read_number(words.split()[0])
    minutes = hour * 60 + (-away if match["side"].lower() in _BEFORE else away)
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def is_time_in_words(doc: Doc, first: Token, last: Token) -> bool:
    """Are the words a time of day, and no count of what follows ("at five to ten shops"), odds or result?"""
    part = next((token for token in doc[last.i : last.i + 5] if token.lower_ in _PARTS), None)
    if part is not None and part.dep_ in {"compound", "nmod", "amod"} and part.head.i > part.i:
        return False  # "at two night clubs"
    if last.lower_.strip(".") in {"clock", "am", "pm", "a.m", "p.m"} | _PARTS:
        return True
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    counted = following is not None and following.pos_ in {"NOUN", "ADJ", "NUM", "SYM"}
    timed = following is not None and (following.lower_ == "local" or following.ent_type_ in {"DATE", "TIME"})
    if counted and not timed:
        return False
    words = {token.lower_ for token in doc[first.i : last.i]}
    if not words & _BEFORE or words & {"quarter", "minute", "minutes"}:
        return True
    before = first.nbor(-1) if first.i else first
    subjects = {child.lemma_.lower() for child in before.head.children if child.dep_ in {"nsubj", "nsubjpass"}}
    return not {before.lemma_.lower(), before.head.lemma_.lower()} & _STANDING and not subjects & _TALLIES


CLOCK_WORD_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], Reader], ...] = (
    (
        tuple(
            "past |half |quarter|clock|minute|five to |ten to |twenty to |five after |ten after |twenty after "
            "|morning|afternoon|evening|night".split("|")
        ),
        _TOLD,
        _told,
    ),
)
