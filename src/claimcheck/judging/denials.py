"""Denials in other words: "failed" and "the only one" deny without a "not", "did not deny" denies nothing."""

from __future__ import annotations

import re

from claimcheck.claims.terms import stem
from claimcheck.records import Claim

_DENYING = re.compile(
    r"\b(?:fail\w*|declin(?:e|es|ed|ing)|refus\w*|reject\w*|(?:turn|vot|shout|back)\w* (?:down|away|out)|"
    r"den(?:y|ies|ied|ying)|disclaim\w*|exempt\w*|exclud\w*|un\w{3,}(?:ed|able|aware|likely|harmed|hurt|fit)|"
    r"in(?:effective|complete|accurate|valid)|(?!nevertheless|regardless|unless|less)\w{3,}less|"
    r"(?:left|leaves?|leaving|kept|spared|stay(?:s|ed)) (?:\w+ )?(?:out|put|untouched|alone)|at large|elud\w*|"
    r"surviv\w*|avert\w*|avoid\w*|escap\w*|the only|only (?:one|an?)|lack\w*|absen\w+|dropped|run dry|ran dry)\b",
    re.IGNORECASE,
)
"""Words that deny something by themselves, or say that something did not befall somebody."""
_TAKEN_BACK = re.compile(
    r"(?:\b(?:no|not|never|none|few|nobody|without|nothing)\b|n[’']t\b)[^,;.]{0,30}?"
    r"\b(?:den(?:y|ied)|doubt\w*|miss|secret|surprise|without|other than|else|except|left out|spared|ruled out|"
    r"exception|not (?:in favour|have|be|been|put|want))\b",
    re.IGNORECASE,
)
"""A negation of what denies: "did not deny", "no grounds to doubt", "no secret", "nobody except"."""
_UNSURPASSED = re.compile(
    r"(?:\b(?:no|not|none|nobody|never|nothing|few|hardly)\b|n[’']t\b)[^,;]*?"
    r"(?:\bthan\b|\bas \w+(?: \w+)? as\b|\b(?:such|so|as) \w+)",
    re.IGNORECASE,
)
"""What is denied is that something else is more: "no dam is higher"."""
_MOST = re.compile(
    r"\b(?:(?!interest|request|protest|arrest|forest|harvest|invest|honest|guest|quest|west|test|rest|best-)\w{3,}est|"
    r"most|worst|best|than (?:any|all|the|those|that)|record)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:(?:nearly|almost|virtually) (?:all|every\w*)|most|the (?:vast )?majority|the bulk)\b", re.IGNORECASE
)
_FEW = re.compile(
    r"\b(?:only (?:a (?:few|handful|minority)|some)|few|a (?:mere )?handful|hardly (?:any|a)|barely (?:any|a)|"
    r"a (?:small )?minority)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def counts_the_others(a: Claim, b: Claim) -> bool:
    """Whether one claim tells of most and the other of few: "nearly all shops stayed shut", "only a handful opened"."""
    return any(
        _MANY.search(x.quote) and not _FEW.search(x.quote) and _FEW.search(y.quote) and not _MANY.search(y.quote)
        for x, y in ((a, b), (b, a))
    )


def denies_in_other_words(yes: Claim, no: Claim) -> bool:
    """Whether a claim without a negation may say the same as one with it.

    Args:
        yes: the claim without; "no survivors" against "all drowned".
        no: the claim that negates.
    """
    if _TAKEN_BACK.search(no.quote) or counts_the_others(yes, no):
        return True
    if _UNSURPASSED.search(no.quote) and _MOST.search(yes.quote):
        return True
    other = {stem(word.lower()) for word in _WORD.findall(no.quote)}
    return any(
        not any(stem(word.lower()) in other for word in _WORD.findall(match.group()))
        for match in _DENYING.finditer(yes.quote)
    )
