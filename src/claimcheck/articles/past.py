"""The latest day that a text surely looks back on: the article cannot be older than that.

Two kinds of mention count: dates under embedded posts, and dates of events told in the past tense. Anything
that may lie ahead ("by 2030", "will", "planned for") does not count, so the bound is a sound one, if not always
the tightest. There is no parser here, only the words around the date; whatever is not plainly past is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from claimcheck.articles.dates import DateMention, find_dates
from claimcheck.articles.words import words

SENTENCE = 400  # characters before and after a date that are looked at
MAX_WORDS = 16  # between a verb and a date that belongs to it

_POST = re.compile(r"\(@\w{1,30}\)[\s\u00a0]*(?:on[\s\u00a0]+|[-–—·,]\s*)?$|\bpost(?:ed)? shared by [^\n]{1,80} on $")
_STOP = re.compile(r"[.!?][\"”’)\]]*\s+(?=[A-Z\"“‘(\[])|\n")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Gov|Sen|Rep|Prof|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov"
    r"|Dec))$"
)
# Anything that may lie ahead of the writer, or outside the world: patterns, one for each word or phrase.
_AHEAD = re.compile(
    r"\b(?:"
    + "|".join(
        words(
            r"""
            will won['’]?t shall should would could can (?-i:may) might must ought going\sto about\sto set\sto
            set\sfor due slated ahead\sof plan(?:s|ned|ning)? expect\w* schedul\w* forecast\w* project(?:s|ed|ions?)
            predict\w* target\w* goals? aim(?:s|ed|ing)? propos\w* upcoming next future deadlines? expir\w+ pledg\w+
            promis\w+ vow\w* intend\w* anticipat\w+ hop(?:e|es|ed|ing) envisag\w+ foresee\w* bids? bidding host\w*
            award\w* elect(?:ion|ions|oral) Games Olympics? Expo World\sCup term mandate contract\w* extend\w*
            postpon\w+ delay\w* reschedul\w* until till by\sthe\send\sof if unless imagine\w* novel fiction\w* film
            model\w* scenario\w* simulat\w+ bonds? matur\w+ budget\w* valid effective moved?
            """
        )
    )
    + r")\b|['’](?:ll|d)\b",
    re.I,
)
_IN = re.compile(
    r"(?:^|[\s(\"“,;–—-])(?P<word>in|on|during|since|after|dated)\s+"
    r"(?:(?:the|early|late|mid|about|around|(?:evening|morning|night|afternoon|day|summer|autumn|winter|spring|fall|start|end"
    r"|beginning|middle|course|month|year|week) of|summer|autumn|winter|spring)[\s-]+){0,4}$",
    re.I,
)
# Past tense that is spelt unlike the present and unlike most nouns.
_IRREGULAR = words(
    """
    was were had did went came took gave made saw got began became brought bought built broke caught chose drew
    drove fell felt fled flew fought forgot found froze grew heard held hid kept knew laid led lent lost met
    paid rang ran rode rose sank sat sent shook shot sold spent spoke stole stood struck swore swept swam taught
    thought threw told understood woke won wore wrote withdrew overthrew killed died said
    """
)
_REPORTING = frozenset(
    words(
        """
    said told added announced reported claimed noted stated argued believed warned explained suggested agreed
    decided voted approved signed adopted ordered asked called wanted committed ruled passed urged insisted
    confirmed considered discussed
    """
    )
)
_PAST = re.compile(rf"(?<![\w-])(?P<verb>{'|'.join(_IRREGULAR)}|[a-z]{{2,}}ed)(?![\w-])")
_NOT_VERBS = frozenset(
    words("united hundred indeed need speed seed feed breed shed armed limited unprecedented naked sacred")
)
_DETERMINER = re.compile(r"(?:^|\W)(?:the|a|an|its|his|her|their|our|of|for|to|by|this|that|some|any|no|more)\s$", re.I)
_INFINITIVE = re.compile(
    r"\bto (?!(?:the|a|an|his|her|its|their|our|this|that|which|whom|him|them|us|me|it|reporters|date)\b)[a-z]{2,}"
)
# Between the verb and the date: words after which the date may belong to something else, and another date.
_OTHER_CLAUSE = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|[;:()]|\b(?:and|but|or|which|who|that|when|while|because|whether|where)\b"
)
_BESIDE = re.compile(r"\s*(?:[A-Za-z]+|by (?:\w+\s*){1,4})?\s*")
_CAPTION = re.compile(
    r"(?i)\bfile (?:photo|picture|image|pic)\b"
    r"|\b(?:photo|picture|image|video|footage)s? (?:was |were )?(?:taken|shot|dated|released)\b"
)


def not_before(text: str) -> dt.date | None:
    """First day on which the article can have been written, or None where the text does not tell."""
    days = [
        mention.earliest
        for mention, before, after in _with_sentences(text)
        if mention.earliest and _is_past(mention, before, after)
    ]
    return max(days, default=None)


def _with_sentences(text: str) -> Iterator[tuple[DateMention, str, str]]:
    """Each date with the words of its sentence before it and after it."""
    for mention in find_dates(text):
        if mention.earliest is None or (mention.earliest != mention.latest and mention.precision == "day"):
            continue
        before = text[max(0, mention.start - SENTENCE) : mention.start]
        after = text[mention.end : mention.end + SENTENCE]
        yield mention, before[max(_stops(before), default=0) :], after[: min(_stops(after, before=True), default=None)]


def _stops(text: str, *, before: bool = False) -> list[int]:
    """Where sentences end: after each full stop and its space, or `before` the full stop."""
    return [
        stop.start() if before else stop.end()
        for stop in _STOP.finditer(text)
        if not (text[stop.start()] == "." and _ABBREVIATED.search(text, max(0, stop.start() - 6), stop.start()))
    ]


def _is_past(mention: DateMention, before: str, after: str) -> bool:
    if mention.precision == "day" and (_POST.search(before) or _CAPTION.search(before)):
        return True
    opening = _IN.search(before)
    if opening is None or _AHEAD.search(before) or _AHEAD.search(after):
        return False
    if opening["word"].lower() == "since":
        return True
    lead = before[: opening.start()]
    verbs = [verb for verb in _PAST.finditer(lead) if _is_verb(verb, lead)]
    if verbs:
        last = verbs[-1]
        between = lead[last.end() :]
        if _INFINITIVE.search(between) or _OTHER_CLAUSE.search(between) or len(between.split()) > MAX_WORDS:
            return False
        # "said in 2014" dates the saying; "approved a road in 2030" does not.
        return last["verb"] not in _REPORTING or bool(_BESIDE.fullmatch(between))
    if re.search(r"\w", lead):
        return False
    return any(verb["verb"] not in _REPORTING and _is_verb(verb, after) for verb in _PAST.finditer(after[:150]))


def _is_verb(match: re.Match[str], sentence: str) -> bool:
    return match["verb"] not in _NOT_VERBS and not _DETERMINER.search(
        sentence[max(0, match.start() - 12) : match.start()]
    )
