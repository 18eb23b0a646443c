"""Is it a time? "May" the verb, "Good Friday agreement", "Room 2014" and Theresa May are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.times.clock_words import is_time_in_words
from claimcheck.claims.times.expression import Expression
from claimcheck.claims.times.holidays import is_holiday
from claimcheck.claims.times.tense import has_modal, speaks_of_future, speaks_of_past

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMES_BEFORE = re.compile(
    r"(?:Good|Black|Bloody|Super|Ash|Palm|Easter|Cyber|Holy|Maundy|Shrove|Sheffield|Mail on|Whit|Plough|Stir-up|"
    r"Red|Blue|Big|Casual|"
    r"Ruby|Spy|Throwback|Giving|Shrove|Mad|Manic|Johnny|Wicked)\s+$"
)
_INDEFINITE = re.compile(r"(?<!\bas\s)(?<!\blike\s)\ban?\s+$", re.IGNORECASE)
_RECURRING = re.compile(r"\b(?:every|each|(?:like|as)\s+an?)\s+(?:other\s+|second\s+|single\s+)?$", re.IGNORECASE)
_RECURRING_AFTER = re.compile(
    r"\s+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|weekdays|weekends|every\b|each\b|daily\b)"
)
# "Dr June Friday", "The Thursday Murder Club".
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sgt|Sir|Lady|Lord|Prof|Professor|Capt|Rev)\.?\s+(?:[A-Z]\w+\s+)?$")
_CLUB_AFTER = re.compile(
    r"\s+(?:[A-Z][\w'’]+\s+)?(?:Club|Group|Show|Project|Society|Sessions?|Magazine|Review|Foundation|Trust|Gang|Girls|Boys)\b"
)
# A year in front of these names them: "the 1922 Committee", "1776 Tavern"; "the 2012 Olympics" were in 2012.
_NAMED_FOR_YEAR = re.compile(
    r"\s+(?:Committee|Commission|Club|Society|Project|Group|Foundation|Fund|Tavern|Bar|Inn|Hotel|Caf[eé]|Restaurant|Trust|"
    r"Institute|Capital|Ventures|Partners|Gallery|Street|Road|Avenue)\b"
)
_WORK_BEFORE = re.compile(
    r"\b(?:albums?|novel|film|movie|book|song|play|single|record|track|painting),\s+$", re.IGNORECASE
)
_NAMES_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|World|Independent|Night\s+(?:Live|Football|Lights)|Agreement|"
    r"Night|Supper|Club|Road|Street|Islands?|Committee|Revolution|Fools?|Fair|Madness|Ides|Movement)\b"
)
_LABEL_BEFORE = re.compile(
    r"\b(?:room|model|novel|film|movie|gallery|studio|no\.?|number|channel|version|area|highway|route|flight|article|resolution|page|"
    r"expo|vision|agenda|windows|office|code|pin|size|mark|order|series|booth|unit|form|class|type|book|album|song|play|called|titled|"
    r"entitled|level|lot|item|act|psalm|bond|chapter|hall|hotel|bus|train|"
    r"reference|ref|question|invoice|case|badge|base|camp|part|patent|bug|docket|serial|code|runner|ward|unit|squadron|building)\s+$",
    re.IGNORECASE,
)
_YEAR_PREPOSITIONS = frozenset(
    """
    in since of by until till before after from to during throughout around circa for about through between late
    early mid spring summer autumn fall winter and or than was is on year the a an that this its his her their
    our last next first final annual season back as versus vs early-to-mid
    """.split()
)
# "of", "to" and "by" also stand before a count: "a crowd of 2000 people".
_MONTH_WORDS = frozenset(
    """
    in last next this since until till by from of early mid late to between and during before after for through that
    each every on late-stage around or throughout past
    """.split()
)
_RISKY_MONTHS = frozenset({"may", "march", "august", "april", "june"})
_SPORT = re.compile(
    r"\b(?:yards?|touchdowns?|half-?time|quarterback|field\s+goals?|rebounds?|baskets?|kick-?off|scoreless|overtime|punts?|fumble\w*|"
    r"innings?|intercept\w+|dunk\w*|three-pointers?|[0-9]+[-–][0-9]+\s+lead)\b",
    re.IGNORECASE,
)


def is_time(doc: Doc, text: str, one: Expression, first: Token, last: Token, before: list[Expression]) -> bool:
    left = text[max(0, one.start - 20) : one.start]
    match one.kind:
        case "weekday":
            if one.which == "" and (
                _NAMES_BEFORE.search(left)
                or _NAMES_AFTER.match(text, one.end)
                or _CLUB_AFTER.match(text, one.end)
                or _RECURRING.search(left)
                or (_INDEFINITE.search(left) and not _notice(doc, last))
                or _TITLED.search(left)
            ):
                return False
            return not any(
                token.ent_type_ in ("ORG", "WORK_OF_ART", "PERSON", "FAC") and len(_entity(token)) > 1
                for token in (first,)
            )
        case "month" if one.year is None:
            return _is_month(doc, text, one, first, last, left)
        case "year" if not one.unit:
            return _is_year(doc, text, one, first, last, left, before)
        case "date" if one.unit == "holiday":
            return is_holiday(doc, one, first, last)
        case "overnight":
            # "An overnight stay", "the overnight train".
            noun = doc[last.i + 1] if last.i + 1 < len(doc) else None
            if noun is not None and noun.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
                return False
            # "He charges it overnight" is every night.
            return speaks_of_past(doc, one.start, one.end) or has_modal(doc, one.start, one.end)
        case "anchored" if one.bound == "that":
            return any(token.lower_ == "that" and token.dep_ == "det" for token in (first, first.nbor()))
        case "clock" if _RECURRING_AFTER.match(text, one.end):
            return False
        case "clock" if one.unit == "words":
            return is_time_in_words(doc, first, last)
        case "clock":
            if text[one.start : one.end].lower() in ("noon", "midday", "midnight"):
                return (
                    re.search(r"\b(?:at|by|until|before|after|around|from|since|about)\s+$", left) is not None
                    or re.match(r"\s+on\b", text[one.end : one.end + 4]) is not None
                )
            return True
        case "hence":
            return one.bound == "time" or speaks_of_future(doc, text, one.start, one.end)
        case "part" if one.year is None and not one.which:
            # "In the second quarter" of a match is no time of the year.
            return not _SPORT.search(text[max(0, one.start - 120) : one.end + 120])
        case "season" if one.bound == "bare":
            return _is_bare_season(doc, text, one, left, before)
        case "season":
            return first.text != "Fall" or one.year is not None
        case "decade":
            # "in his thirties" and "in her 30s" are ages.
            return not re.search(r"\b(?:his|her|their|my|your|our)\s+(?:\w+\s+)?$", left)
    return True


def _notice(doc: Doc, last: Token) -> bool:
    """ "A Tuesday earnings call" was on Tuesday; "on a Tuesday" is any."""
    return last.i + 1 < len(doc) and doc[last.i + 1].pos_ in ("NOUN", "PROPN", "ADJ")


def _is_bare_season(doc: Doc, text: str, one: Expression, left: str, before: list[Expression]) -> bool:
    """ "In the spring" of what was or will be done, "this year, in autumn"; "in spring it floods" is every year."""
    if re.match(r"[\s-]+\w+", text[one.end : one.end + 20]) and not re.match(
        r"\s+(?:and|or|but|when|after|as|by|with|at|in|that|because|the|he|she|it|they)\b", text[one.end : one.end + 20]
    ):
        return False
    this_year = before and before[-1].kind == "unit" and before[-1].unit == "year" and before[-1].which == "this"
    if this_year and re.fullmatch(r",?\s+in\s+", text[before[-1].end : one.start]):
        return True
    return (
        text[one.start : one.end].lower().startswith("the ")
        and re.search(r"\b(?:in|by|until|before|since)\s+$", left) is not None
        and (speaks_of_past(doc, one.start, one.end) or speaks_of_future(doc, text, one.start, one.end))
    )


def _entity(token: Token) -> str:
    words: list[str] = [token.text]
    index = token.i + 1
    while index < len(token.doc) and token.doc[index].ent_iob_ == "I" and token.doc[index].ent_type_ == token.ent_type_:
        words.append(token.doc[index].text)
        index += 1
    if token.ent_iob_ == "I":
        words.append("")
    return " ".join(words) if len(words) > 1 else ""


def _is_month(doc: Doc, text: str, one: Expression, first: Token, last: Token, left: str) -> bool:
    if first.lower_ == "march" and re.match(r"\s+(?:on|to|of|for)\s+(?:the\s+)?[A-Z]", text[one.end : one.end + 12]):
        return False  # the March on Washington
    if _NAMES_AFTER.match(text, one.end) or re.search(r"\b(?:every|each)\s+$", left):
        return False
    if one.which or one.section:
        return True
    word = doc[first.i - 1].lower_ if first.i else ""
    by_word = word in _MONTH_WORDS or left.rstrip().endswith(("mid-", "early-", "late-"))
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    named_after = (
        following is not None and following.pos_ == "PROPN" and following.is_title and following.ent_type_ != "DATE"
    )
    named_before = bool(word) and doc[first.i - 1].pos_ == "PROPN" and doc[first.i - 1].ent_type_ not in ("DATE", "GPE")
    if first.ent_type_ == "PERSON" and (named_after or named_before):
        return False
    if named_before or named_after:
        return False
    if first.lower_ in _RISKY_MONTHS:
        if first.lower_ == "may" and not by_word:
            return False
        return (
            by_word
            or first.ent_type_ == "DATE"
            or (text[one.end : one.end + 2] in ("'s", "’s") and first.lower_ not in ("may", "june", "april", "august"))
        )
    return first.pos_ in ("PROPN", "NOUN") or by_word


def _is_year(
    doc: Doc, text: str, one: Expression, first: Token, last: Token, left: str, before: list[Expression]
) -> bool:
    if one.section:
        return True
    if _LABEL_BEFORE.search(left) or _WORK_BEFORE.search(left) or _NAMED_FOR_YEAR.match(text, one.end):
        return False
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    previous = doc[first.i - 1] if first.i else None
    word = previous.lower_ if previous is not None else ""
    if word == "the" and (following is None or following.pos_ in ("ADP", "AUX") or following.tag_ in ("VBD", "VBZ")):
        return False  # "the 1911 from Market Square", a bus
    counted = following is not None and (
        following.tag_ == "NNS" or following.lower_ in ("people", "percent", "points", "km", "miles", "feet", "metres")
    )
    if following is not None and following.text == "-" and text[one.end : one.end + 1] == "-":
        return False
    if counted and word not in ("the", "in", "since", "its", "their", "his", "her", "'s", "’s"):
        return False
    if following is not None and following.lower_ in (
        "percent",
        "km",
        "miles",
        "feet",
        "metres",
        "kilometres",
        "people",
        "hours",
        "dollars",
        "mph",
        "meters",
        "kg",
        "tonnes",
        "acres",
    ):
        return False
    if previous is None:
        return following is None or following.pos_ in ("VERB", "AUX", "NOUN", "PUNCT", "PROPN")
    if word in _YEAR_PREPOSITIONS or previous.tag_ == "POS" or previous.text in ("(", ",", "–", "—", ":"):
        if word in ("and", "or", ","):
            near = before and before[-1].kind in ("year", "years", "month", "date") and one.start - before[-1].end < 40
            return bool(near) or (word == "," and following is not None and following.text == ",")
        return not (
            word in ("was", "is", "the", "a", "an", "that", "this", "to", "by", "for", "about", "than", "first")
            and previous.pos_ != "DET"
            and first.ent_type_ in ("CARDINAL", "QUANTITY", "MONEY")
        )
    return bool(first.ent_type_ == "DATE" and previous.pos_ != "PROPN")
