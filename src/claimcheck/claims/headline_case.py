"""Headlines in capitals, put into sentence case before they are parsed: taggers take "Checks Into" for a name."""

from __future__ import annotations

import re
from collections import Counter

import attrs

from claimcheck.claims.terms import stem

CAPITAL_SHARE = 0.8
"""Share of a line's longer words with a capital from which it is in the case of headlines."""
LONGER = 4
"""Letters of a longer word; the shorter ones stand in small letters in some headlines."""
FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP = re.compile(r"[.?…][\"'”’)\]]*\s*$")
_GOES_ON = re.compile(r"[^\W\d_,;:] $")
"""What stands before a word inside a sentence: another word, and no mark."""


@attrs.frozen
class Spelling:
    """How a text writes its words where it writes running text.

    Attributes:
        small: stems of the words that are written in small letters more often than with a capital inside a sentence.
        shouted: the words in capitals throughout ("WHO").
    """

    small: frozenset[str]
    shouted: frozenset[str]


def spelling_of(text: str) -> Spelling:
    """How a text writes its words, by its lines that are not in the case of headlines."""
    small: Counter[str] = Counter()
    shouted = set()
    for line in text.splitlines():
        if _is_headline(line):
            continue
        for match in _WORD.finditer(line):
            word = match.group()
            if word.islower():
                small[stem(word)] += 1
            elif word.isupper() and len(word) > 1:
                shouted.add(word)
            elif _GOES_ON.search(line, 0, match.start()):
                small[stem(word.lower())] -= 1
    return Spelling(frozenset(word for word, more in small.items() if more > 0), frozenset(shouted))


def in_sentence_case(line: str, spelling: Spelling) -> str:
    """A line of as many characters; where it is in the case of headlines, with the words that the text writes in small
    letters in small letters, and the others with one capital.

    Args:
        line: one line of a text.
        spelling: of the whole text.
    """
    if not _is_headline(line):
        return line
    all_capitals = line.isupper()

    def recased(match: re.Match[str]) -> str:
        word = match.group()
        lowered = word.lower()
        initials = word.isupper() and len(word) > 1
        if len(lowered) != len(word) or word.islower() or (initials and (not all_capitals or word in spelling.shouted)):
            return word
        if stem(lowered) in spelling.small and match.start():
            return lowered
        return word.capitalize() if all_capitals else word

    return _WORD.sub(recased, line)


def _is_headline(line: str) -> bool:
    longer = [word for word in _WORD.findall(line) if len(word) >= LONGER]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= FEWEST_WORDS and capitals >= CAPITAL_SHARE * len(longer) and not _STOP.search(line)
