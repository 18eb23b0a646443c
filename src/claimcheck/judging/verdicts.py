"""Verdicts on two charges: "acquitted of murder", "convicted of manslaughter"."""

from __future__ import annotations

import re

from claimcheck.claims.terms import stem
from claimcheck.judging.word_senses import DETERMINER
from claimcheck.records import Claim, Span
from claimcheck.text import LETTERS

_VERDICTS = frozenset(map(stem, "acquit exonerate innocent clear convict guilty sentence".split()))
_CHARGE = re.compile(
    r"\b(?:of|on|for|over|(?<=guilty )to) ([^,;.]*?)"
    r"(?=$|[,;.]| (?:of|on|for|over|in|at|by|against|with|after|from|to|who|that|but)\b)"
)
_CRIMES = {
    stem(word): crime
    for crime, words in {
        "killing": "murder murdering kill killing killings homicide",
        "manslaughter": "manslaughter",
        "assault": "assault assaulting battery wounding",
        "rape": "rape raping",
        "theft": "theft stealing larceny",
        "robbery": "robbery robbing",
        "burglary": "burglary",
        "bribery": "bribery bribes bribing corruption graft",
        "fraud": "fraud defrauding embezzlement embezzling forgery",
        "laundering": "laundering",
        "perjury": "perjury lying",
        "arson": "arson",
        "kidnapping": "kidnapping abduction abducting",
        "smuggling": "smuggling trafficking",
        "espionage": "espionage spying",
        "treason": "treason",
        "terrorism": "terrorism terrorist",
        "blackmail": "blackmail extortion",
        "libel": "libel defamation slander",
        "negligence": "negligence",
        "evasion": "evasion evading",
        "conspiracy": "conspiracy conspiring",
        "obstruction": "obstruction obstructing",
        "possession": "possession possessing",
        "harassment": "harassment stalking",
        "contempt": "contempt",
    }.items()
    for word in words.split()
}
"""Stems of words for a crime, to the crime; set by hand. What is none of these may be the same in other words."""
_DESCRIBED = re.compile(rf"\s+(?:{DETERMINER}|two|three|four|five|\d+|former)\s", re.IGNORECASE)
"""Opens the words for somebody without a name, right after the verdict."""


def on_other_charges(a: Claim, b: Claim, x: Span, y: Span) -> bool:
    """Whether two verdicts answer different charges: "acquitted of murder", "convicted of manslaughter"."""
    if not {stem(word.text.lower()) for word in (x, y)} <= _VERDICTS:
        return False
    charges_a, charges_b = _charges(a, x), _charges(b, y)
    return bool(charges_a and charges_b) and not charges_a & charges_b


def _charges(claim: Claim, verdict: Span) -> frozenset[str]:
    """The crimes that a verdict is on, by the words after it; empty where it does not name one. Behind "the head of the
    bank", all that follows may be meant."""
    at = verdict.end - claim.start
    told = [match.group(1).lower() for match in _CHARGE.finditer(claim.quote, at)]
    found = [{_CRIMES.get(stem(word)) for word in LETTERS.findall(words)} - {None} for words in told]
    charges = [frozenset(crime for crime in crimes if crime) for crimes in found if crimes]
    return frozenset().union(*charges if _DESCRIBED.match(claim.quote, at) else charges[:1])
