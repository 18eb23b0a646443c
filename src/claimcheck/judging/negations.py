"""Words that deny, and what they deny."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.claims.numbers import TENS, UNITS
from claimcheck.claims.terms import stem, terms
from claimcheck.records import Claim, Factuality, Located
from claimcheck.text import LETTERS, STYLE, WORD

DID_NOT: frozenset[Factuality] = frozenset({"negated", "denied", "cancelled", "counterfactual"})
"""Factualities of what did not happen, by the text."""
NEGATION_REACH = 27
"""Characters between the end of a negation and the start of what it denies; set by hand."""
DECLINED_TO = (
    r"declin(?:es?|ed|ing) to(?= [a-z])"
    rf"(?! (?:an?|the|its|their|about|around|just|only|nearly|almost|roughly|some|below|under|near|less|between|"
    rf"{'|'.join([*UNITS, *TENS])}|zero|half|records?|levels?|single|slightly|historic)\b)"
)
"""What somebody "declined to" do; not what inflation "declined to": "a record low"."""
NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply|least)\b|-)|never(?!-)|no[ -]one|nobody|none|nothing|nowhere|neither|"
    r"without|scarcely|hardly|rarely|denie[sd]|deny|refus\w+|lacks|lacked|"
    rf"fail(?:s|ed)? to|{DECLINED_TO}|(?:neglect(?:s|ed)?|omit(?:s|ted)?|forg[eo]ts?) to|avoid(?:s|ed)?|"
    r"(?:stop(?:s|ped|ping)?|f[ae]ll(?:s|ing)?|pull(?:s|ed|ing)?) short of(?= (?:[\w-]+ ){0,3}\w+ing\b)|"
    r"(?:sh(?:y|ies|ied|ying)|back(?:s|ed|ing)?) away from|h[oe]ld(?:s|ing)? back from|steer(?:s|ed|ing)? clear of|"
    r"(?:refrain|abstain|desist|recoil)(?:s|ed|ing)? from|baul?k(?:s|ed|ing)? at|"
    r"(?:prevent(?:s|ed|ing)?|stop(?:s|ped|ping)?|ke(?:eps?|pt)|block(?:s|ed)?|bann?(?:s|ed)?|bar(?:s|red)?|"
    r"prohibit(?:s|ed)?|deter(?:s|red)?|restrain(?:s|ed)?)\b[^,;:.]{0,40}? from"
    r"(?= (?!(?:spring|morning|evening|king|wing|ceiling|building|nothing|anything)\b)(?-i:[a-z])\w*ing\b)|"
    r"(?:far from|instead of)(?= \w+ing\b)|"
    r"called off|cancel\w*|yet to|unable|impossible|unlikely|hoax(?:es)?|fake|untrue|bogus|debunk\w*|"
    r"no(?!-|\.\s?\d|\s(?:fewer|less|later|sooner|earlier|more) than\b)(?-i:(?<!No)|(?!\s\d)))\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words that deny; not "No 10", "the No. 3 reactor", "a no-fly zone", "not only", "no fewer than"."""
EMBEDDING = re.compile(
    r"\b(?:sa(?:y|id)|tell|told|kn[eo]w\w*|explain\w*|identif\w+|disclos\w+|reveal\w*|specif\w+|mention\w*|expect\w*|"
    r"regret\w*|clear|establish\w*|confirm\w*|understand|ask\w*)\b",
    re.IGNORECASE,
)
"""What is denied where it stands between a negation and an event: "did not say why the flight was delayed"."""

_AT_A_DISTANCE = re.compile(r"called|cancel|unlikely|impossible|hoax|fake|untrue|bogus|debunk|denie", re.IGNORECASE)
"""Negations that may stand far behind what they deny: "the report that he had died was untrue"."""
_ASIDE = re.compile(r"\b(?:after|before|while|when|as|despite|and|but|although|though)\b", re.IGNORECASE)
_PLAIN = frozenset("not n't never no nobody none nothing nowhere neither without no-one".split())
_STOP = re.compile(r"[;()—]|[.:]\s")
_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_MEANWHILE = re.compile(r"\w\W+(?:when|while|after|before|although|though)\b", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r",|\b(?:but|or|that|who|which|whose|because|as|after|before|when|while|where|although|though|if|so|by|\w+ing|"
    r"and(?! (?-i:[A-Z])))\b|\b(?:with|for|at|in|on|under|of|to)\s*$",
    re.IGNORECASE,
)
"""Words that open another clause, or a circumstance: "resigned saying he had no choice", "left with no regrets"; but
not the "and" and "with" of "talks between Kostal and Brevik", "talks with Brevik"."""

WEIGHTLESS = STYLE | frozenset(
    "it he she they as is was are were be been being has had have will would also there then".split()
)
"""Words that tell nothing by themselves, at either end of a run of words least of all."""
AUXILIARIES = frozenset({"do", "does", "did"})
"""Verbs that only help another."""
_HELPING = AUXILIARIES | frozenset(
    "is are was were be been being has have had will would can could may might must shall should".split()
)
"""Verbs that are shown with the one that they help, and may stand between a negation and what it denies."""
_BETWEEN = frozenset("yet even ever any".split())
"""Other words that may stand there."""
_SKIPPED = _HELPING | WEIGHTLESS | _BETWEEN
_SAYING = frozenset("say said tell told mention explain specifi disclos reveal comment".split())
"""Stems of what may be denied without a dispute: "did not say when"."""
REACH = 4
"""Words after a negation among which the one that it denies is."""
PAUSE = re.compile(r"[^\w\s'’-]|\s[–—-]\s")
"""What stands between two words where a phrase ends."""

_NOT = re.compile(r"not|never|n[’']t", re.IGNORECASE)
_WITH_DO = re.compile(r"\b(?:do|does|did)(?:n[’']t| not)$", re.IGNORECASE)
"""After it stands a verb, however common: "did not start"."""

_JOINED = re.compile(
    r"\b(?:(?P<but>but|yet)|and)\s+(?:(?:then|later|instead|also|ha[sd]|have|was|were|is|are|\w+ly)\s+){0,3}$",
    re.IGNORECASE,
)
"""What joins a verb to the one before it, at the end of a text."""
_FINITE = ("ed", "s")
"""Endings of verbs that are no infinitives: "did not eat and drink" denies both, "did not eat and starved" one."""

Range = tuple[int, int]


def negates(claim: Claim, word: Located | None = None) -> bool:
    """Whether a claim's text denies one of its words.

    What counts is a negation in the same clause: "no one was hurt when the bridge fell", "resigned, saying he had no
    choice" and "the mayor, who had no choice, resigned" deny no fall and no resignation.

    Args:
        claim: a claim.
        word: a word of the claim; by default the one that names its event. Where the claim has neither, any
            negation counts, wherever it stands.
    """
    at = word or claim.event
    if at is None or not claim.start <= at.start < at.end <= claim.end:
        return NEGATION.search(claim.quote) is not None
    start, end = at.start - claim.start, at.end - claim.start
    return any(
        _reaches_on(match, claim.quote[match.end() : start])
        if match.start() < start
        else match.start() >= end and _reaches_back(match, claim.quote[end : match.start()])
        for match in NEGATION.finditer(claim.quote)
    )


def denying_verbs(claim: Claim) -> frozenset[str]:
    """Stems of the words other than "no" and "not" by which a claim denies: "refus", "fail"."""
    words = (match.group().lower().replace("’", "'").split()[0] for match in NEGATION.finditer(claim.quote))
    return frozenset(stem(word) for word in words if word not in _PLAIN)


def denies_itself(claim: Claim, word: Located) -> bool:
    """Whether a word of a claim is one that denies: "refused"."""
    return NEGATION.match(claim.quote, word.start - claim.start) is not None


def is_near(match: re.Match[str], start: int) -> bool:
    """Whether a negation stands at what starts at `start` of the text that it was found in, or just before it."""
    return match.start() <= start and start - match.end() <= NEGATION_REACH


def _reaches_on(match: re.Match[str], between: str) -> bool:
    """Whether a negation denies what stands behind the words `between`."""
    if between.count(",") % 2 or _STOP.search(between) or _BUT.search(between):
        return False
    meanwhile = _MEANWHILE.search(between)
    return meanwhile is None or EMBEDDING.search(match.group() + between[: meanwhile.end()]) is not None


def _reaches_back(match: re.Match[str], between: str) -> bool:
    """Whether a negation denies what stands before the words `between`."""
    if between.count(",") % 2 or _STOP.search(between) or match.group().lower() == "without":
        return False
    if _AT_A_DISTANCE.match(match.group()):
        return not _ASIDE.search(between)
    return not _NEW_CLAUSE.search(between)


def affirms_beside(claim: Claim, key: str) -> bool:
    """Whether a claim denies one thing and, joined to it, affirms what a word with this stem names.

    "Did not fire on the crowd and arrested twelve", "was not hurt but died later"; not "did not attack the town and
    attacked the port", which denies one attack.
    """
    if key in _denied(claim.quote):
        return False
    for word in LETTERS.finditer(claim.quote):
        if stem(word.group().lower()) != key:
            continue
        for negation in NEGATION.finditer(claim.quote, 0, word.start()):
            joined = _JOINED.search(claim.quote, negation.end(), word.start())
            plain = negation.group().lower().replace("’", "'") in _PLAIN
            governs = not plain or _WITH_DO.search(claim.quote, 0, negation.end())
            if joined and (joined["but"] or (governs and word.group().lower().endswith(_FINITE))):
                return True
    return False


def denied_and_affirmed(a: str, b: str) -> tuple[Range, Range] | None:
    """Where one text denies and the other affirms the same word, each with its helping verbs; None unless there is
    exactly one such word."""
    denied_a, denied_b = _denied(a), _denied(b)
    found = [(denied_a[key], at) for key, at in _affirmed(b, denied_a.keys() - denied_b.keys()).items()]
    found += [(at, denied_b[key]) for key, at in _affirmed(a, denied_b.keys() - denied_a.keys()).items()]
    return found[0] if len(found) == 1 else None


def denies_word_of(no: str, yes: str) -> bool:
    """Whether one text says "not" of the very word that the other affirms: "was not rigged", "was rigged".

    Of "no" and "nobody" that does not hold: "no passenger was hurt" denies nothing of another passenger.
    """
    found = denied_and_affirmed(no, yes)
    if found is None:
        return False
    words = no[slice(*found[0])]
    denied = NEGATION.search(words)
    is_name = words.rsplit(maxsplit=1)[-1][:1].isupper()
    return denied is not None and not is_name and _NOT.fullmatch(denied.group()) is not None


def _denied(text: str) -> dict[str, Range]:
    """The content words that a text denies, by stem: "could not yet be confirmed"."""
    words = list(WORD.finditer(text))
    found: dict[str, Range] = {}
    for negation in NEGATION.finditer(text):
        first = next((at for at, word in enumerate(words) if word.end() >= negation.end()), len(words))
        if first < len(words) and words[first].start() < negation.end():  # "not" itself, or "couldn't"
            first += 1
        for at in range(first, min(first + REACH, len(words))):
            word = words[at].group().lower()
            if PAUSE.search(text[words[at - 1].end() : words[at].start()]):
                break
            if word in _SKIPPED or word.endswith("ly"):
                continue
            if (terms(word) or _WITH_DO.search(text, 0, negation.end())) and stem(word) not in _SAYING:
                start = _with_helping(words, next(n for n, w in enumerate(words) if w.end() > negation.start()))
                found.setdefault(stem(word), (start, words[at].end()))
            break
    return found


def _affirmed(text: str, keys: Iterable[str]) -> dict[str, Range]:
    """Where a text has words of these stems first, by stem."""
    words = list(WORD.finditer(text))
    found: dict[str, Range] = {}
    for at, word in enumerate(words):
        found.setdefault(stem(word.group().lower()), (_with_helping(words, at), word.end()))
    return {key: found[key] for key in keys if key in found}


def _with_helping(words: Sequence[re.Match[str]], at: int) -> int:
    """Where the helping verbs before a word begin."""
    while at > 0 and words[at - 1].group().lower() in _HELPING:
        at -= 1
    return words[at].start()
