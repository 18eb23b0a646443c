"""What a comparison of two claims' values can show, each piece with the words that it rests on."""

from __future__ import annotations

from typing import Literal

import attrs

from claimcheck.records import Claim, Evidence, Located
from claimcheck.text import capital

Scope = Literal["event", "statement"]
Verdict = Literal["agree", "conflict", "supersede", "apart", "beside"]


@attrs.frozen(kw_only=True)
class Finding:
    """One piece of evidence.

    Attributes:
        kind: as in `Reason.kind`.
        verdict: "agree" (the values fit), "conflict" (both cannot be true), "supersede" (the later one replaces
            the earlier), "apart" (the claims speak of different events), "beside" (of different moments or aspects
            of one story).
        strength: how sure it is that the two values describe the same thing and that the verdict holds, in [0, 1].
        scope: "event" for what an event has only one of (how long a call took, how many died in a quake): it can be
            compared wherever it is said. "statement" for everything else: it can be compared only between two
            statements that make the same point.
        a, b: the words it rests on.
        sentence: one plain sentence for the reader, the first claim's side first.
        mirrored: the same with the second claim's side first; None where the order makes no difference.
    """

    kind: str
    verdict: Verdict
    strength: float
    a: Evidence | None
    b: Evidence | None
    sentence: str
    scope: Scope = "statement"
    mirrored: str | None = None

    def swapped(self) -> Finding:
        """The same finding for the pair the other way round."""
        if self.mirrored is None:
            return attrs.evolve(self, a=self.b, b=self.a)
        return attrs.evolve(self, a=self.b, b=self.a, sentence=self.mirrored, mirrored=self.sentence)


def evidence(located: Located, value: str = "") -> Evidence:
    """Evidence that rests on a located value."""
    return Evidence(start=located.start, end=located.end, text=located.text, value=value)


def whole(claim: Claim) -> Evidence:
    """Evidence that rests on the whole claim."""
    return Evidence(start=claim.start, end=claim.end, text=claim.quote)


def of_its_own(finding: Finding, of_a: str, of_b: str) -> Finding:
    """A finding on two values that differ, as one on values each of its own: "12,000 is of Saturday, 15,000 of Sunday".

    Args:
        of_a, of_b: what the value of each claim is of.
    """
    one, other = (told.value if told is not None else "" for told in (finding.a, finding.b))
    return attrs.evolve(
        finding,
        verdict="beside",
        sentence=f"{capital(one)} is of {of_a}, {other} of {of_b}.",
        mirrored=f"{capital(other)} is of {of_b}, {one} of {of_a}.",
        scope="statement",
    )
