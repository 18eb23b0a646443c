"""Headlines in capitals, put into sentence case before they are parsed: taggers take "Checks Into" for a name."""

from __future__ import annotations

import re

from claimcheck.claims.terms import stem

CAPITAL_SHARE = 0.8
"""Share of a line's longer words with a capital from which it is in the case of headlines."""
LONGER = 4
"""Letters of a longer word; the shorter ones stand in small letters in some headlines."""
FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def small_words(text: str) -> frozenset[str]:
    """The stems of the words that a text writes in small letters."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.islower())


def in_sentence_case(line: str, small: frozenset[str]) -> str:
    """A line of as many characters; where it is in the case of headlines, the words of `small` in small letters.

    Args:
        line: one line of a text.
        small: stems of the words that are no names (`small_words` of the whole text).
    """
    longer = [word for word in _WORD.findall(line) if len(word) >= LONGER]
    capitals = sum(word[0].isupper() for word in longer)
    if len(longer) < FEWEST_WORDS or capitals < CAPITAL_SHARE * len(longer):
        return line
    shouted = line.isupper()

    def recased(match: re.Match[str]) -> str:
        word = match.group()
        lowered = word.lower()
        if len(lowered) != len(word) or word.islower():
            return word
        if stem(lowered) in small and match.start():
            return lowered
        return word.capitalize() if shouted else word

    return _WORD.sub(recased, line)
