"""Words that oppose others in some of their senses only: "struck down" opposes "upheld", "struck a deal" nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.claims.terms import stem
from claimcheck.judging.negations import DECLINED_TO

DETERMINER = r"(?:the|an?|any|all|this|that|these|those|its|his|her|their|our)"
"""An article or what stands in its place."""
_INFINITIVE = r"\b(?:to|will|would|may|might|must|shall|should|can|could) $"
"""What stands before a bare verb."""
_ANYWHERE = ""
SENSES: Mapping[str, Sequence[tuple[str | None, str, str]]] = {
    "strike": [
        ("strike_down", _ANYWHERE, rf"str\w+ (?:{DETERMINER} (?:[\w’'-]+ ){{1,3}}|it |them )?down\b"),
    ],
    "declin": [
        ("decline_offer", _ANYWHERE, DECLINED_TO),
        (
            "declin",
            _ANYWHERE,
            rf"\w+ {DETERMINER} (?:[\w-]+ ){{0,2}}(?:day|week|weekend|month|quarter|year|season|decade|time|summer|"
            r"winter|spring|autumn)\b",
        ),
        (
            "declin",
            _ANYWHERE,
            r"\w+ (?:the|an?) (?:further|second|third|fourth|quarter|fifth|tenth|half|full|most|least|same|day|week|"
            r"month|year|bit|little|fraction|record|whopping|mere|modest|[\w.,-]+ ?(?:%|per|points?\b))",
        ),
        ("decline_offer", _ANYWHERE, rf"declin(?:es?|ed|ing) {DETERMINER} [a-z]"),
        ("declin", _ANYWHERE, ""),
    ],
    "block": [
        ("block_plan", _ANYWHERE, rf"block(?:ed|ing)\b|blocks? {DETERMINER}\b"),
        ("block_plan", _INFINITIVE, r"block\b"),
    ],
    "close": [
        ("stay_close", r"\b(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|ke(?:eps?|pt)) $", r"closed\b"),
        ("close", _ANYWHERE, r"clos(?:es|ed|ing)\b"),
        (
            None,
            _ANYWHERE,
            r"closely|close (?:friends?|all(?:y|ies)|aides?|associates?|relatives?|relations?|ties|links|contact|range|"
            r"watch|race|contest|call|attention|cooperation)\b",
        ),
        ("close", _INFINITIVE, ""),
        (None, _ANYWHERE, r"close (?:to|by|behind|enough|together)\b"),
        (
            None,
            r"\b(?:the|an?|its|his|her|their|is|are|was|were|be|been|being|very|so|too|how|as|more|"
            r"c[ao]mes?|remain(?:s|ed)?|stay(?:s|ed)?) $",
            "",
        ),
        ("close", _ANYWHERE, ""),
    ],
    "open": [(None, _ANYWHERE, r"openly|open(?:s|ed|ing)? fire\b"), ("open", _ANYWHERE, "")],
    "dead": [("dead", _ANYWHERE, r"dead\b")],
    "clear": [("clear", _ANYWHERE, r"clear(?:s|ed|ing)\b|clear (?:of|him|her|them)\b")],
}
"""Stem of a word that opposes others in some senses only, to these senses: the key under which antonyms.txt has it,
what must stand before the word, and what must match from where it begins. The first that fits counts; where none does,
or its key is None, the word opposes nothing: "struck a deal", "a tower block", "close to the harbour", "it is clear".
Set by hand."""
_IRREGULAR = {"struck": "strike"}


def sense_of(quote: str, word: re.Match[str]) -> str | None:
    """The key of a word in the table of opposites: for most its stem; None where it is used in a sense without one."""
    lower = word.group().lower()
    key = stem(_IRREGULAR.get(lower, lower))
    if key not in SENSES:
        return key
    for name, before, after in SENSES[key]:
        fits = re.compile(after, re.IGNORECASE).match(quote, word.start())
        if fits and re.search(before, quote[: word.start()], re.IGNORECASE):
            return name and stem(name)
    return None
