"""The news agency that an article credits as its origin: in a dateline, a byline, or a line of credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.given_names import given_name_gender
from claimcheck.claims.titles import TITLES
from claimcheck.records import Article

CREDIT_REACH = 600
"""Characters at the start and the end of an article in which an agency is credited."""

AGENCIES = {
    "AP": "AP", "Associated Press": "AP", "Reuters": "Reuters", "AFP": "AFP", "Agence France-Presse": "AFP",
    "dpa": "dpa", "TASS": "TASS", "Tass": "TASS", "ITAR-TASS": "TASS", "Itar-Tass": "TASS", "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti", "Xinhua": "Xinhua", "PTI": "PTI", "Press Trust of India": "PTI", "ANSA": "ANSA",
    "Ansa": "ANSA", "EFE": "EFE", "Efe": "EFE", "Kyodo": "Kyodo", "Yonhap": "Yonhap", "UPI": "UPI", "PA Media": "PA",
    "Press Association": "PA", "Bloomberg": "Bloomberg",
}  # fmt: skip
"""An agency's name, as it is written or in capitals, → the agency."""
_BY_NAME = {name.casefold(): agency for name, agency in AGENCIES.items()}

_NAMES = "|".join(sorted({re.escape(form) for name in AGENCIES for form in (name, name.upper())}, key=len)[::-1])
_AGENCY = rf"(?:(?:[Tt]he|THE)\s+)?({_NAMES})(?!\w)(?:\s+[Nn]ews\b)?(?:\s+[Aa]gency\b)?"
_SPACE = r"[^\S\n]"
_START = r"(?:^|[.!?][\"”]?\s+)"
_END = r"(?=\s*(?:$|[;!?)\]|·•]|\.(?!\w)|[Aa]ll [Rr]ights))"
"""What follows a name that ends its line or its sentence."""

_PLACE_AND_DAY = rf"(?:(?:\(?[A-Z]\S*|\d{{1,4}}\S{{0,3}}|de|la|of|and|[|/–—-]+){_SPACE}+){{0,12}}"
"""What stands before an agency's name at the start of a report: a town, a country, a day, perhaps an author."""
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?[.,]?"

_BY = rf"(?:[Bb]y|BY):?{_SPACE}+"
_NAME_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_AUTHORS = rf"{_NAME_WORD}(?:,?{_SPACE}+(?:and|AND|de|van|von|al|el|{_NAME_WORD})){{0,12}}"
_BYLINE_END = (
    rf"(?:\s(?:[Ss]taff|[Ww]riters?|[Cc]orrespondents?)){{0,2}}{_SPACE}*(?:[,|·•–—-][^\n\d]{{0,20}}\d.{{0,30}})?$"
)
"""What may follow an agency in a byline: its staff, and a date."""

_CREDITS = (
    # LARNOA, March 3 (Reuters) - A ferry sank. A small letter after the dash goes on with a sentence.
    rf"{_START}{_PLACE_AND_DAY}\({_AGENCY}\)(?:\s*[–—:]|\s+-|-(?!\w))(?![\s–—:-]*[a-z])",
    # Larnoa, Mar 3 (PTI) A ferry sank. Without a dash, only a day tells a dateline from a name and its initials.
    rf"{_START}{_PLACE_AND_DAY}{_DAY}{_SPACE}+\({_AGENCY}\)[.:]?\s+(?=[\"“‘]?[A-Z0-9])",
    # MOSCOW, March 3. /TASS/. A ferry sank.
    rf"(?<![\w/:.])/{_AGENCY}/(?![\w/])",
    # Reuters — A ferry sank.
    rf"^(?:{_BY})?{_AGENCY}(?:\s+[–—-]|\s*[–—:](?!\S))(?![\s–—:-]*[a-z])",
    # By The Associated Press
    rf"^{_BY}{_AGENCY}{_BYLINE_END}",
    # By Maria Silva, Associated Press; Maria Silva | AP
    rf"^(?:{_BY}{_AUTHORS}(?:,|{_SPACE}+(?:[|/·•–—-]|of|for)|{_SPACE}*\n)|{_AUTHORS}{_SPACE}+\|)\s*{_AGENCY}{_BYLINE_END}",
    # Reporting by Reuters; (With inputs from PTI)
    rf"(?:{_START}|[(\[–—-]\s*)(?:[Ww]ith\s)?(?:[Aa]gency\s)?(?:[Rr]eporting|[Ii]nputs?|[Ff]iles|[Ii]nformation)"
    rf"\s(?:by|from)\s+{_AGENCY}(?:(?:,|\s+and)\s[A-Z]\w*)*{_END}",
    # Source: Reuters
    rf"(?:{_START}|[(\[]\s*)(?:[Ss]ources?|SOURCES?)\s*[:–—-]\s*{_AGENCY}{_END}",
    # (via Reuters)
    rf"(?:{_START}|[(\[,|–—-]\s*)(?:[Vv]ia|VIA):?\s+{_AGENCY}{_END}",
    # © 2021 The Associated Press. All rights reserved.
    rf"(?:©|\b(?:[Cc]opyright|COPYRIGHT)\b)(?:\s*(?:©|\([cC]\)))?\s*:?\s*(?:\d{{4}}(?:\s?[–-]\s?\d{{4}})?,?\s+)?(?:by\s+)?"
    rf"{_AGENCY}(?:\sL\.?P\b\.?)?{_END}",
    # Talks were held, The Associated Press reported on Monday.
    rf"(?<![\w-]){_AGENCY}\s+report(?:s|ed)(?:\s+(?!that\b)\w+){{0,2}}(?=[.!?](?!\w))",
    # A last line, or last words: (AFP); - Reuters
    rf"(?:^{_SPACE}*|[.!?][\"”’]?\s*(?=[(\[/–—-]))[(\[/–—-]{{0,2}}\s*{_AGENCY}\s*[)\]/]?\.?\s*\Z",
)
_CREDIT = re.compile("|".join(_CREDITS), re.MULTILINE)
_OF_PICTURE = re.compile(r"\b(?:photo\w*|images?|pictures?|pool|getty|handout|video)\b[^.!?]*$", re.IGNORECASE)


def credited_agency(article: Article) -> str | None:
    """The news agency that an article credits as its origin, in its first or last lines, or None."""
    agency = _BY_NAME.get(article.source.strip().casefold().removeprefix("the "))
    if agency is not None:
        return agency
    for before, name in _credits(article.text):
        line = before.rpartition("\n")[2]
        if not _is_personal(line, name) and not _OF_PICTURE.search(line):
            return _BY_NAME[name.casefold()]
    return None


def _credits(text: str) -> Iterator[tuple[str, str]]:
    """The agencies that a text may credit: what stands before a name, and the name."""
    head = _CREDIT.finditer(text, 0, 2 * CREDIT_REACH)
    tail = _CREDIT.finditer(text, max(0, len(text) - CREDIT_REACH))
    for match in (*(match for match in head if match.end() <= CREDIT_REACH), *tail):
        assert match.lastindex is not None
        yield text[: match.start(match.lastindex)], match[match.lastindex]


def _is_personal(before: str, name: str) -> bool:
    """Whether a title or a given name makes a name that of a person: "Mr Bloomberg", "Michael Bloomberg"."""
    word = (before.split() or [""])[-1]
    return word.rstrip(".").lower() in TITLES or bool(given_name_gender(f"{word} {name}"))
