"""What two rounds brought: "won the first round with 28 percent", "won the second round with 58 percent"."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from claimcheck.claims.numbers import ORDINALS
from claimcheck.judging.evidence import Finding, of_its_own
from claimcheck.records import Claim, Evidence

_ROUND = re.compile(
    rf"\b(?P<rank>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)|opening)[\s-]+"
    r"(?P<of>round|set|leg|half|quarter|period|heat|stage|phase|session|innings|game|match|test)\b",
    re.IGNORECASE,
)
"""What a contest, a vote or a year has several of, each with a result of its own; a last or final one may have any
rank."""
_OTHER_CLAUSE = re.compile(
    r"[,;:]|\b(?:as|and|but|after|before|when|while|who|which|that|to win|to beat)\b", re.IGNORECASE
)


def set_apart(findings: Sequence[Finding], a: Claim, b: Claim) -> list[Finding]:
    """Findings on the quantities of two claims; where these tell of two rounds, and of what each of them brought, what
    differs is no conflict: "won the first round with 28 percent", "won the second round with 58 percent".

    Where the rounds alone differ ("knocked out in the sixth", "in the seventh round"), one of the claims is wrong.
    """
    if (rounds := _two_rounds(a, b)) is None:
        return list(findings)
    one, other = rounds
    differ = [finding for finding in findings if finding.verdict in {"conflict", "supersede"}]
    ranked = [finding for finding in differ if _is_at(finding.a, a, one) or _is_at(finding.b, b, other)]
    brought = [finding for finding in differ if finding not in ranked and _in_one_clause(finding, a, one, b, other)]
    if not brought and not (_has_more(a, one) and _has_more(b, other)):
        return list(findings)
    of_a, of_b = (f"the {told['rank'].lower()} {told['of'].lower()}" for told in (one, other))
    kept = [finding for finding in findings if finding not in ranked]
    return [of_its_own(finding, of_a, of_b) if finding in brought else finding for finding in kept]


def are_of_two_rounds(a: Claim, b: Claim) -> bool:
    """Whether each claim tells of one round of one kind, and these are two: "lost the first leg", "won the second"."""
    return _two_rounds(a, b) is not None


def _two_rounds(a: Claim, b: Claim) -> tuple[re.Match[str], re.Match[str]] | None:
    one, other = _round(a.quote), _round(b.quote)
    if one is None or other is None or one["of"].lower() != other["of"].lower() or _rank(one) == _rank(other):
        return None
    return one, other


@functools.lru_cache(maxsize=20_000)
def _round(text: str) -> re.Match[str] | None:
    """The only round that a text tells of."""
    found = list(_ROUND.finditer(text))
    return found[0] if len(found) == 1 else None


def _rank(told: re.Match[str]) -> int:
    """The number of a round."""
    word = told["rank"].lower()
    return 1 if word == "opening" else int(word[:-2]) if word[0].isdigit() else int(ORDINALS[word])


def _is_at(told: Evidence | None, claim: Claim, rank: re.Match[str]) -> bool:
    return told is not None and told.start - claim.start == rank.start("rank")


def _in_one_clause(finding: Finding, a: Claim, one: re.Match[str], b: Claim, other: re.Match[str]) -> bool:
    """Whether the figures of a finding are told of the rounds: not "scored in the first half as United won 2-1"."""
    for told, claim, rank in ((finding.a, a, one), (finding.b, b, other)):
        if told is None:
            return False
        start, end = told.start - claim.start, told.end - claim.start
        between = claim.quote[rank.end() : start] if start >= rank.end() else claim.quote[end : rank.start()]
        if _OTHER_CLAUSE.search(between):
            return False
    return True


def _has_more(claim: Claim, told: re.Match[str]) -> bool:
    """Whether a claim tells more figures than the rank of its round, in one clause with it."""
    return any(
        quantity.start - claim.start >= told.end()
        and not _OTHER_CLAUSE.search(claim.quote[told.end() : quantity.start - claim.start])
        for quantity in claim.quantities
    )
