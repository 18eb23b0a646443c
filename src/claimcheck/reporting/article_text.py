"""An article's full text cut into passages, so that every claim in it can be linked to and highlighted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from claimcheck.records import STATUSES, Article, Claim, Status
from claimcheck.reporting.view import Target

# An HTML report stays readable; a longer article is cut after its last claim.
MAX_TEXT = 1_000_000


@attrs.frozen(kw_only=True)
class Passage:
    """A stretch of text inside the same claims. Joined, the passages' texts are the article's text.

    Attributes:
        text: the characters, unchanged.
        opens: claims that start here, outermost first; each is the place that links lead to.
        claims: ids of all claims that the passage lies in.
        shared: whether one of these claims is in a fact.
        status: the weightiest of the points that these claims are in; None where they are in none.
        closes: where in the report the claims that end with this passage stand, each place once, to lead back to.
    """

    text: str
    opens: tuple[str, ...]
    claims: tuple[str, ...]
    shared: bool
    status: Status | None
    closes: tuple[Target, ...]


def article_passages(
    article: Article, claims: Sequence[Claim], targets: Mapping[str, Sequence[Target]]
) -> tuple[list[Passage], int]:
    """The passages of an article, and the number of characters left out at its end. Claims may overlap.

    Linear in the text and in the overlaps; a claim that reaches beyond the text is cut to it.
    """
    shown = min(len(article.text), max([MAX_TEXT, *(claim.end for claim in claims)]))
    starts: dict[int, list[Claim]] = {}
    ends: dict[int, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.start, -claim.end)):
        if claim.start < min(claim.end, shown):
            starts.setdefault(claim.start, []).append(claim)
            ends.setdefault(min(claim.end, shown), []).append(claim)
    passages = []
    inside: dict[str, None] = {}
    cuts = sorted({0, shown, *starts, *ends})
    for low, high in pairwise(cuts):
        for claim in ends.get(low, ()):
            inside.pop(claim.id, None)
        opening = [claim.id for claim in starts.get(low, ())]
        inside.update(dict.fromkeys(opening))
        around = [target for claim_id in inside for target in targets.get(claim_id, ())]
        statuses: list[Status] = [target.status for target in around if target.status]
        closing = {target.label: target for claim in ends.get(high, ()) for target in targets.get(claim.id, ())}
        passages.append(
            Passage(
                text=article.text[low:high],
                opens=tuple(opening),
                claims=tuple(inside),
                shared=bool(around),
                status=_weightiest(statuses),
                closes=tuple(sorted(closing.values(), key=lambda target: (target.fact, target.point))),
            )
        )
    return passages, len(article.text) - shown


def _weightiest(statuses: Sequence[Status]) -> Status | None:
    if not statuses:
        return None
    weightiest: Status = min(statuses, key=STATUSES.index)
    return weightiest
