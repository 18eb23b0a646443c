"""Who survived and who died: of one and the same, only one can be true; of a crash, some do and some do not."""

from __future__ import annotations

import re

from claimcheck.claims.terms import stem, terms
from claimcheck.records import Claim, Span

_SURVIVE = stem("survive")
_WHO = re.compile(r",?\s*\bwho\b[^,;.]*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.]|\b(?:but|that|while|when|as|which|after|before|where)\b", re.IGNORECASE)
_SUFFERED = re.compile(r"\b(?:is|are|was|were|be|been|being|among|all|both)\W+(?:\w+\W+)?$", re.IGNORECASE)
_OBJECT_ENDS = re.compile(r"[,;.]|\b(?:in|at|on|when|while|after|as|and|near|before|during)\b", re.IGNORECASE)
_ASIDE = re.compile(r",[^,;.]*,\s*$")
"""An apposition before the word: "the driver, a father of two, survived"."""
_WEATHERED = re.compile(
    r"\W+(?:\w+\W+){0,3}(?:vote|votes|motion|ballot|challenge|challenges|scandal|crisis|cuts?|coup|test|review|appeal|row)\b",
    re.IGNORECASE,
)
"""What is survived without a danger to life: a confidence vote."""
_ALL = re.compile(r"\b(?:all|every\w*|both|each)\b", re.IGNORECASE)
_SOME = re.compile(
    r"(?<!\bthe )\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|few|half|\w*teen)\b"
)


def of_the_same_people(a: Claim, b: Claim, x: Span, y: Span) -> bool:
    """Whether two opposite words are said of the same people, as far as one of them is "survived": "the driver was
    killed", "the driver survived"; not "two passengers survived", "nine passengers died"."""
    if _SURVIVE not in {stem(word.text.lower()) for word in (x, y)}:
        return True
    if any(
        stem(word.text.lower()) == _SURVIVE and _WEATHERED.match(claim.quote, word.end - claim.start)
        for claim, word in ((a, x), (b, y))
    ):
        return False
    whom_a, whom_b = _whom(a, x), _whom(b, y)
    if not terms(whom_a).keys() & terms(whom_b).keys():
        return False
    counted = [_ALL.search(whom) is None and _SOME.search(whom.lower()) is not None for whom in (whom_a, whom_b)]
    return not any(counted)


def _whom(claim: Claim, word: Span) -> str:
    """The words for those who survived or died: the subject, behind "killed" the object."""
    before, after = claim.quote[: word.start - claim.start], claim.quote[word.end - claim.start :]
    if word.text.lower() in {"kill", "kills", "killed", "killing"} and not _SUFFERED.search(before):
        return _OBJECT_ENDS.split(after)[0]
    return _CLAUSE.split(_ASIDE.sub(" ", _WHO.sub("", before)))[-1]
