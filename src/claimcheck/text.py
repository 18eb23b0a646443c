"""Plain text as several rooms see it: white space, words, and words of style."""

from __future__ import annotations

import re

WORD = re.compile(r"[$€£¥]?\w+(?:[.,:'’–-]\w+)*%?")
"""A word as a reader sees it: "1,200", "50-minute", "$5.2m", "8%" and "Pentagon's" are one each."""
STYLE = frozenset("a an the of in on at to by for from with and that which who this these its his her their".split())
"""Words that carry no fact: a difference in these alone is one of style."""


def one_line(text: str) -> str:
    """`text` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())
