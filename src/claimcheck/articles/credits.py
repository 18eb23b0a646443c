"""Who publishes an article: outlets and agencies, as a credit, a dateline or a page's title names them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from claimcheck.articles import outlets

_NEWS_WORD = re.compile(
    rf"\b(?:{'|'.join(outlets.WHEREVER + outlets.CAPITALISED + outlets.TITLES + outlets.ONLY_IN_CREDITS)})\b"
)
_SECTION = re.compile(
    r"(?i)(?:home(?: ?page)?|news|latest(?: news)?|all news|world(?: news)?|politics|business|sports?|opinion|culture"
    r"|science|technology|health|europe|asia|africa|us|uk|international|national|local|articles?|archive|blog"
    r"|top stories|main|start|index|press releases?)"
)
_LOWER_IN_NAMES = (
    "of|the|and|for|in|on|de|la|le|der|die|das|van|von|al|el|du|di"
    "|agency|news|service|network|newspaper|magazine|portal"
)
_NAME = re.compile(rf"[A-Z0-9][\w.&'’/+-]*(?: (?:&|{_LOWER_IN_NAMES}|[A-Z0-9][\w.&'’/+-]*)){{0,5}}")

_LABELLED = re.compile(
    r"^(?:original )?(?:source|via|from|published by|courtesy of)\s?:\s*(?P<name>\S[^\n]{1,59})$", re.I | re.M
)
_BRACKETED = re.compile(
    r"^(?P<place>[A-Z][\w.,'’/ -]{1,60}?)\s*[-–—]?\s*"
    r"(?:\((?P<name>[^()\n]{2,40})\)\s*(?:[-–—:]|(?=[A-Z\"“]))|/(?P<slashed>[^/\n]{2,30})/)"
)
_DATED_PLACE = re.compile(r"[A-Z][A-Z .’'-]{2,},\s.*\b(?:19|20)\d\d\b.*")
"""Place and date of a dateline. What stands in brackets behind them is the outlet, known or not."""
_WIRE_NOTE = re.compile(r"(?:Adds|Corrects|Recasts|Refiles|Repeats|Updates)\b")
_BEFORE_DASH = re.compile(r"^(?P<name>[A-Z0-9][\w.&'’/ -]{1,39}?)\s+[-–—]{1,2}\s+(?=[A-Z\"“‘])")
_DASHES = {"-", "–", "—"}
_AUTHOR = r"[A-ZÀ-Þ][\w.'’-]*(?:\s(?:and\s|de\s|van\s|von\s|al-)?[A-ZÀ-Þ][\w.'’-]*){1,5}"
_BYLINE = re.compile(
    rf"^(?:(?i:by)\s{_AUTHOR}(?:,|\s[|/–—-]|\sfor|\sof)|{_AUTHOR}\s\|)\s+(?:(?i:special to)\s)?"
    r"(?P<name>[^,|\n]{2,40}?)(?:\s*[,|·•–—-]\s[^\n]*\d[^\n]*)?$"
)
"""An author and, behind a comma or a bar, perhaps an outlet: "By Jo Lee, Coast Today", "Jo Lee | Coast Today"."""
_BYLINE_WORD = re.compile(
    rf"(?:.*\b(?:{'|'.join(outlets.ONLY_IN_BYLINES)})|[Tt]he\s.*\b(?:{'|'.join(outlets.ONLY_AS_SPEAKERS)}))"
)
_KIND_OF_PIECE = re.compile(r"(?i)(?:special|annual|live|full|exclusive|staff|guest|weekly|daily|news|photo)\s+\w+")
MAX_NAME_WORDS = 5
_NAME_LINES = 4
"""Lines at the head among which the outlet's name has one of its own: headline, perhaps a standfirst, name, byline."""
_BESIDE_NAME = re.compile(r"\s+\([^()\n]*(?i:edition|online)\)$|,\s(?:[a-z]+\s)?(?:online|edition)$")
_ENDS = (*outlets.CAPITALISED, *outlets.TITLES, "Network", "Radio", "Television", "TV")
_NAME_ABOVE_BYLINE = re.compile(
    rf".*\b(?:{'|'.join(outlets.WHEREVER + outlets.ABROAD)})\b.*|.*\s(?:{'|'.join(_ENDS)})|(?:Radio|Times of) .*"
)
"""Names of outlets on a line of their own: one with an outlet's word and more, mostly before it."""
_BY_LINE = re.compile(r"(?:[Bb]y|BY|From|FROM) (?:our |[A-Z]).{2,}")
_DATE_LINE = re.compile(r"[^.!?\n]{0,40}\b(?:19|20)\d\d\b[^.!?\n]{0,30}(?:[ap]\.m\.)?")
_CALL_SIGN = re.compile(r"[B-DF-HJ-NP-TV-Z]{4,6}")
"""Letters that nobody can read as a word: "KTRN"; "OSLO" is a place."""
_NO_NAME = re.compile(
    r"(?i).*\b(?:agency|analysis|blog|correspondent|crime|desk|editor|estate|exclusive|football|government|images?"
    r"|interview|media|middle east|opinion|photos?|politics|releases?|reports?|reporter|reviews?|staff|stories|story"
    r"|updates?|video|writer|(?:breaking|latest|live|local|top) \w+)"
)
"""Ends of lines above a byline that are a section, a kind of piece, an author or a credit for a picture."""
_RIGHTS = re.compile(
    r"^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?:by\s)?(?P<name>[^\d\n.©|]{2,50}?)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*"
    r"(?:[.,|]?\s*all rights reserved\.?)?$",
    re.I,
)


def is_outlet(name: str) -> bool:
    """Whether `name` is plainly an outlet or an agency: a known one, or with a word such as News, Times or Agency."""
    name = name.strip().strip(",:;")
    return _known(name) or (
        bool(_NAME.fullmatch(name)) and bool(_NEWS_WORD.search(name)) and not _SECTION.fullmatch(name)
    )


def is_section(name: str) -> bool:
    """Whether `name` is a part of a site ("Home", "World news"), not an outlet."""
    return bool(_SECTION.fullmatch(name.strip()))


def _known(name: str) -> bool:
    known = outlets.names("in credits")
    return name.lower().removeprefix("the ") in known or name.lower() in known


def _no_place(name: str) -> bool:
    """Whether a name has the shape of a handle or an address, which no place on a dateline has: "Page2day", "eNews"."""
    return bool(re.fullmatch(r"(?=.*[A-Za-z])(?:\S*\d\S*|[A-Z]?[a-z]+[A-Z]\S*|\S+\.(?:com|org|net|info|tv))", name))


def source_in_text(text: str, title: str) -> str:
    """The outlet that the text itself names as its own, or "".

    Args:
        text: the head of the article, and its end.
        title: the article's title; where the page writes it with more on its line, that may be the outlet's name.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[:40]:
        match = _BRACKETED.match(line)
        if match and (name := (match["name"] or match["slashed"]).strip()):
            dashed = line[match.end() - 1 : match.end()].strip() in _DASHES
            dated = dashed and _DATED_PLACE.fullmatch(match["place"])
            if is_outlet(name) or (dated and _NAME.fullmatch(name) and not _WIRE_NOTE.match(name)):
                return name
        match = _BEFORE_DASH.match(line)
        if match and len(line) >= 60 and (is_outlet(match["name"]) or _no_place(match["name"])):
            return match["name"].strip()
    for line in lines[:15]:
        if (byline := _BYLINE.match(line)) and _is_outlet_of_author(byline["name"]):
            return byline["name"].strip().removeprefix("the ")
        if title and len(line) < 300 and title in line and (tail := _title_tail(line)):
            return tail
    if name := _named_above_byline(lines):
        return name
    match = _LABELLED.search("\n".join(lines))
    if match and (name := match["name"].strip().rstrip(".")) and _NAME.fullmatch(name):
        return name
    for line in reversed(lines[-15:]):
        match = _RIGHTS.match(line)
        if match and _NAME.fullmatch(name := match["name"].strip(" ,")):
            return name
    return ""


def _named_above_byline(lines: list[str]) -> str:
    """The outlet on a line of its own between the headline and a byline or a date; "" where there is none."""
    for number in range(1, min(_NAME_LINES, len(lines)) - 1):
        name = _BESIDE_NAME.sub("", lines[number])
        below = lines[number + 1]
        if not (_BY_LINE.fullmatch(below) or _DATE_LINE.fullmatch(below)) or not _NAME.fullmatch(name):
            continue
        if _known(name):
            return name
        part = is_section(name.removesuffix(" News")) or _NO_NAME.fullmatch(name) or _KIND_OF_PIECE.fullmatch(name)
        if part or _DATE_LINE.fullmatch(name) or len(name.split()) > MAX_NAME_WORDS:
            continue
        if _CALL_SIGN.fullmatch(name) or (" " in name and _NAME_ABOVE_BYLINE.fullmatch(name)):
            return name
    return ""


def _is_outlet_of_author(name: str) -> bool:
    """As `is_outlet`, of a name behind an author's: more words tell an outlet there."""
    whole = name.strip().title() if name.isupper() else name.strip()
    name = whole.removeprefix("the ")
    plain = bool(_NAME.fullmatch(name)) and " " in name and not _KIND_OF_PIECE.fullmatch(name)
    return is_outlet(name) or (plain and bool(_BYLINE_WORD.fullmatch(whole)))


def _title_tail(line: str) -> str:
    """ "Flood hits coast | World | The Coast Gazette" ends in the outlet's name."""
    parts = [part.strip() for part in re.split(r"\s+[|»/·•]\s+|\s+::\s+", line.strip()) if part.strip()]
    if len(parts) >= 2:
        tail = re.split(r"\s+[-–—]\s+", parts[-1])[0]
        if _NAME.fullmatch(tail) and not is_section(tail) and len(tail) < len(parts[0]):
            return tail
    dashed = re.split(r"\s+[-–—]\s+", line.strip())
    return dashed[-1] if len(dashed) >= 2 and is_outlet(dashed[-1]) and len(dashed[0]) > len(dashed[-1]) else ""


def host(url: str) -> str:
    """Host of an address, in lower case, without "www."; "" where there is none."""
    try:
        name = urlsplit(url.strip() if "://" in url else f"//{url.strip()}").hostname or ""
    except ValueError:  # such as an unbalanced bracket in the host
        return ""
    return name.removeprefix("www.") if "." in name else ""
