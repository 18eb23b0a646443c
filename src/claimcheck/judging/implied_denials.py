"""Denials without a "not": "failed" and "the only one" deny as well, "did not deny" denies nothing."""

from __future__ import annotations

import re

from claimcheck.records import Claim

_DENYING = re.compile(
    r"\b(?<!the )(?<!a )(?P<head>fail(?:s|ed)?|declin(?:e|es|ed)(?= to [a-z])|refus(?:e|es|ed)|reject(?:s|ed)?|"
    r"den(?:y|ies|ied)|disclaim(?:s|ed)?|exempt(?:ed)?|exclud(?:e|es|ed)|"
    r"un(?:harmed|hurt|injured|scathed|touched|damaged|affected|changed|sold|paid|filled|resolved|able|aware|fit)|"
    r"ineffective|incomplete|(?:harm|use|fruit|power)less|elud(?:es|ed)|avert(?:ed)?|avoid(?:ed)?|surviv(?:e|es|ed)|"
    r"spared|(?:turn|vot|shout|back)(?:s|ed)?(?= (?:\w+ ){0,3}(?:down|away)\b)|"
    r"left(?= (?:\w+ ){0,2}(?:out|untouched|alone)\b)|stay(?:s|ed)?(?= (?:put|away|out)\b)|"
    r"at large|lacks?|lacked)\b",
    re.IGNORECASE,
)
"""Words that deny something by themselves, or say that something did not befall somebody."""
_ONLY = re.compile(r"\b(?:the only|only one)\b", re.IGNORECASE)
"""What denies the others: "the only candidate"; against "no other", "nobody else"."""
_OTHERS = re.compile(r"\b(?:others?|else|anyone|anybody)\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"(?:\bnot|n[’']t|\bnever)\s+(?:\w+ly\s+)?(?P<head>den(?:y|ied)|doubt|dispute|miss|fail|refuse|reject|spare)\b"
    r"|(?:\bno|(?:\bnot|n[’']t|\bnever)\b[^,;.]{0,20}\ba) (?P<noun>secret|surprise|doubt|exception)\b"
    r"|\bno (?:grounds?|reason|cause) to doubt\b|\bfew\b[^,;.]{0,30}\bnot\b",
    re.IGNORECASE,
)
"""A negation of what denies: "did not deny", "no grounds to doubt", "no secret", "few are not"."""
_UNSURPASSED = re.compile(
    r"\b(?:no|none|nobody|nothing|never|not)\b[^,;]{0,50}?(?:\b(?:\w{2,}er|more \w+|less \w+|more|fewer) than\b"
    r"(?!\s+[\d$€£])|\b(?:as|so) (?!soon|well|long|far|yet|much)\w+ as\b)",
    re.IGNORECASE,
)
"""What is denied is that something else is more: "no dam is higher"."""
_MOST = re.compile(
    r"(?:\b(?:the|its|his|her|their|our)|[’']s|s[’'])\s(?:\w+\s){0,2}?(?!latest|priest|forest|contest|inquest|unrest|"
    r"interest|request|protest|arrest|harvest|midwest)(?:\w{3,}est|most \w+|best|worst)\b"
    r"|\b(?:more (?:\w+ )?|\w{2,}er )than (?:any|all|every)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:(?:nearly|almost|virtually) (?:all|every\w*)|(?<!the )(?<!at )most (?:of\b|[a-z]+s\b)|"
    r"the (?:vast )?majority)\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"\b(?:only a (?:few|handful|minority)|(?:a )?(?:mere )?handful of|hardly any|barely any|a (?:small )?minority|"
    r"(?<!a )(?<!the )(?<!past )(?<!last )(?<!next )(?<!first )"
    r"few (?:of\b|(?!seconds|minutes|hours|days|weeks|months|years)[a-z]+s\b))",
    re.IGNORECASE,
)
_PLAIN_NEGATION = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
NEAR = 16
"""Characters between a denying word and the event that it denies."""
SAME_START = 5
"""Letters by which a denying word is known again in the other claim: "survived", "survivors"."""


def denies_in_other_words(yes: Claim, no: Claim) -> bool:
    """Whether a claim without a negation may say the same as one with it.

    Args:
        yes: the claim without: "the attempt to reach orbit failed".
        no: the claim that negates: "it did not reach orbit".
    """
    taken_back = _TAKEN_BACK.search(no.quote)
    if taken_back and not _holds(yes, taken_back["head"] or taken_back["noun"] or ""):
        return True
    if _UNSURPASSED.search(no.quote) and _MOST.search(yes.quote):
        return True
    if _ONLY.search(yes.quote) and _OTHERS.search(no.quote) and not _ONLY.search(no.quote):
        return True
    if most_against_few(yes, no) and any(_PLAIN_NEGATION.search(claim.quote) for claim in (yes, no)):
        return True
    return any(
        _is_near(match, yes) and not _holds(no, match["head"].split()[0]) for match in _DENYING.finditer(yes.quote)
    )


def most_against_few(a: Claim, b: Claim) -> bool:
    """Whether one claim tells of most and the other of few: "nearly all shops stayed shut", "only a handful opened"."""
    return any(
        _MANY.search(x.quote) and not _FEW.search(x.quote) and _FEW.search(y.quote) and not _MANY.search(y.quote)
        for x, y in ((a, b), (b, a))
    )


def _holds(claim: Claim, word: str) -> bool:
    """Whether a claim has a word of the same family."""
    return bool(word) and re.search(rf"\b{re.escape(word[:SAME_START])}", claim.quote, re.IGNORECASE) is not None


def _is_near(match: re.Match[str], claim: Claim) -> bool:
    """Whether a word may belong to the claim's event: it names it, or stands just beside it."""
    event = claim.event
    if event is None:
        return True
    start, end = event.start - claim.start, event.end - claim.start
    return start - match.end() <= NEAR and match.start() - end <= NEAR
