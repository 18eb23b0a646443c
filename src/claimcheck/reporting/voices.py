"""Whose dispute a contradiction is: one between two speakers, or one between the articles that report it."""

from __future__ import annotations

import re

from claimcheck.claims.speech import DOCUMENTS, PLATFORMS, UNNAMED_SOURCE
from claimcheck.records import Claim, Mention
from claimcheck.reporting.words import headline
from claimcheck.stories.names import same_person

_MAX_NAME = 60
_WORD = re.compile(r"\w+(?:[.’'-]\w+)*")
_INDEFINITE = re.compile(r"(?:an?|one|another|some) ", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
# They stand before a name and do not tell one speaker from another.
_BEFORE_NAMES = frozenset("a an the this that its his her their our my mr mrs ms dr sir".split())
# They say that somebody spoke, and not who: "officials" may be anybody's, "he" was not resolved.
_NOBODY = frozenset(
    (
        "he she they it we i you who one some many others people person man woman source sources official officials "
        "authority authorities spokesman spokeswoman spokesperson spokesmen insider insiders reports"
    ).split()
) | frozenset(UNNAMED_SOURCE.split())


def whose_dispute(a: Claim, b: Claim) -> str:
    """Between whom two contradicting claims are in dispute, in a sentence; "" where that is not plain.

    Where each claim has a speaker of its own, the speakers dispute, and both articles may report them faithfully.
    Where both give the same speaker, or none, the articles differ. What two statements came through (`via`) stands
    in for their speakers where neither is named. Where only one claim has a speaker, the other article may speak for
    itself or may leave unsaid whom it follows: nothing is said then. Neither is it where one of the names may stand
    for the other's speaker ("police", "a police officer") or names nobody ("officials").

    Args:
        a, b: claims that contradict each other.
    """
    name_a, name_b = _name(a.speaker), _name(b.speaker)
    if not name_a and not name_b:
        name_a, name_b = _name(a.via), _name(b.via)
    if not name_a and not name_b:
        if a.article == b.article:
            return ""
        return "Both articles say it in their own voice: the dispute is between them."
    words_a, words_b = _words(name_a), _words(name_b)
    telling_a, telling_b = _telling(words_a), _telling(words_b)
    if not telling_a or not telling_b:  # one of them, or both, cannot be told from others
        return ""
    if words_a == words_b or _spelt_alike(words_a, words_b, name_a, name_b):
        if a.article == b.article or _anybody(name_a) or _anybody(name_b):
            return ""  # two witnesses, each "a witness"
        return f"Both articles report what {name_a} said, and differ on it."
    if telling_a <= telling_b or telling_b <= telling_a or same_person(" ".join(words_a), " ".join(words_b)):
        return ""
    between = "a dispute between them" if a.article == b.article else "a dispute between them, not between the articles"
    return f"{name_a[:1].upper()}{name_a[1:]} against {name_b}: {between}."


def _name(mention: Mention | None) -> str:
    return headline(mention.name, _MAX_NAME) if mention else ""


def _words(name: str) -> list[str]:
    """The words of a name in lower case, without articles, courtesy titles and the possessive."""
    words = [_POSSESSIVE.sub("", word).rstrip(".") for word in _WORD.findall(name.casefold())]
    return [word for word in words if word not in _BEFORE_NAMES]


def _telling(words: list[str]) -> set[str]:
    return set(words) - _NOBODY - DOCUMENTS - PLATFORMS


def _anybody(name: str) -> bool:
    """Whether a name is a common noun for some one person: "a witness"."""
    return bool(_INDEFINITE.match(name)) and name[1:] == name[1:].lower()


def _spelt_alike(words_a: list[str], words_b: list[str], name_a: str, name_b: str) -> bool:
    """Two spellings of one personal name ("Sergei", "Sergey")."""
    full = min(len(words_a), len(words_b)) > 1
    return full and name_a.istitle() and name_b.istitle() and same_person(" ".join(words_a), " ".join(words_b))
