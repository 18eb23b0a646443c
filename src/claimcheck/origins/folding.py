"""Articles to origins: copies, texts of one publisher, and stories of one news agency count once.

Two articles are copies where the shorter shares at least half of its word 5-grams with the longer (resemblance and
containment by shingles; Broder 1997).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.claims.given_names import given_name_gender
from claimcheck.claims.titles import TITLES
from claimcheck.linkage import components
from claimcheck.records import Article

SHINGLE = 5
COPIED = 0.5
"""Share of the shorter article's shingles that a copy shares. Two reports of one press release share fewer."""
CREDIT_REACH = 600
"""Characters at the start and the end of an article in which an agency is credited."""

AGENCIES = {
    "ap": "AP", "associated press": "AP", "reuters": "Reuters", "afp": "AFP", "agence france-presse": "AFP",
    "dpa": "dpa", "tass": "TASS", "itar-tass": "TASS", "interfax": "Interfax", "ria novosti": "RIA Novosti",
    "xinhua": "Xinhua", "pti": "PTI", "press trust of india": "PTI", "ansa": "ANSA", "efe": "EFE", "kyodo": "Kyodo",
    "yonhap": "Yonhap", "upi": "UPI", "pa media": "PA", "press association": "PA", "bloomberg": "Bloomberg",
}  # fmt: skip
_NAMES = "|".join(sorted((re.escape(name) for name in AGENCIES), key=len, reverse=True))
_DATELINE = r"(?-i:(?:\(?[A-Z]\S*|\d{1,4}\S{0,3}|de|la|of|and|[|/–—-]+)[^\S\n]+){0,12}"
"""What stands before an agency's name at the start of a report: a town, a country, a day."""
_CREDIT = re.compile(
    rf"(?:^|[.!?][\"”]?\s+){_DATELINE}\((?P<a>{_NAMES})\)(?:\s*[–—:]|\s+-|-(?!\w))(?![\s–—:-]*(?-i:[a-z]))"
    rf"|^(?:by\s+)?(?:the\s+)?(?P<b>{_NAMES})\s*[-–—:]"
    rf"|\b(?:the\s+)?(?P<c>{_NAMES})\s+report(?:s|ed)\b"
    rf"|(?:source|via|©|copyright)\s*:?\s*(?:\d{{4}}\s+)?(?:the\s+)?(?P<d>{_NAMES})\b",
    re.IGNORECASE | re.MULTILINE,
)
_WORD = re.compile(r"\w+")


def fold_origins(articles: Sequence[Article], same_story: NDArray[np.bool_]) -> list[int]:
    """An origin number for each article, counted from 0 by first appearance.

    Args:
        articles: n articles.
        same_story: whether two articles share a story, shape (n, n), bool; only these are compared as texts.
    """
    shingles = [_shingles(article.text) for article in articles]
    agencies = [credited_agency(article) for article in articles]
    shared = []
    for i, first in enumerate(articles):
        for j in range(i + 1, len(articles)):
            second = articles[j]
            same_source = bool(first.source) and first.source.casefold() == second.source.casefold()
            same_agency = agencies[i] is not None and agencies[i] == agencies[j]
            if same_story[i, j] and (same_source or same_agency or _contained(shingles[i], shingles[j]) >= COPIED):
                shared.append((i, j))
    origin = {i: at for at, group in enumerate(components(len(articles), shared)) for i in group}
    return [origin[i] for i in range(len(articles))]


def credited_agency(article: Article) -> str | None:
    """The news agency that an article credits as its origin, in its first or last lines, or None."""
    name = AGENCIES.get(article.source.casefold())
    if name is not None:
        return name
    for part in (article.text[:CREDIT_REACH], article.text[-CREDIT_REACH:]):
        for match in _CREDIT.finditer(part):
            if not (match["c"] and _is_personal(part[: match.start("c")], match["c"])):
                return AGENCIES[next(group for group in match.groups() if group).casefold()]
    return None


def _is_personal(before: str, name: str) -> bool:
    """Whether a title or a given name makes a name that of a person: "Mr Bloomberg", "Michael Bloomberg"."""
    word = (before.split() or [""])[-1]
    return word.rstrip(".").lower() in TITLES or bool(given_name_gender(f"{word} {name}"))


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(max(0, len(words) - SHINGLE + 1)))


def _contained(a: frozenset[int], b: frozenset[int]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0
