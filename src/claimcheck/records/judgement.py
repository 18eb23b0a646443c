"""Judgements of two claims, and facts: clusters of claims that describe the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

import attrs

from claimcheck.records.article import Article, Claim, content_id
from claimcheck.records.values import Located

Relation = Literal["agreement", "contradiction", "update", "related", "unrelated"]
Status = Literal["corroborated", "disputed", "updated"]
ReportedAs = Literal["disputed", "updated", "corroborated", "from one source", "same event"]

STATUSES: tuple[Status, ...] = ("disputed", "updated", "corroborated")
"""Weightiest first: the order in which facts and points stand."""
REPORTED_AS: tuple[ReportedAs, ...] = (*STATUSES, "from one source", "same event")
"""In the order in which reports count them."""

RELATIONS: tuple[Relation, ...] = ("agreement", "contradiction", "update", "related", "unrelated")
CONFLICTS: tuple[Relation, ...] = ("contradiction", "update")
"""Weightiest first: the relations of claims that do not say the same of one thing."""
SAME_FACT: frozenset[Relation] = frozenset({"agreement", *CONFLICTS})


@attrs.frozen(kw_only=True)
class Evidence(Located):
    """Words that a reason rests on. `value` is their normalised value ("50 min"), or "" where there is none."""

    value: str = ""


@attrs.frozen(kw_only=True)
class Reason:
    """One ground of a judgement.

    Attributes:
        kind: what it is about: "duration", "quantity", "money", "percentage", "age", "unit", "date", "time",
            "time_of_day", "place", "participants", "event", "negation", "polarity" (opposite words), "factuality",
            "attribution"; "paraphrase": shared words; "wording": the language model alone, no typed value;
            "contradiction": a cross-encoder that the user named. More may be added.
        supports: the relation that this ground speaks for.
        a, b: the words in the first and in the second text, or None where the ground is an absence.
        sentence: the ground in one plain sentence.
    """

    kind: str
    supports: Relation
    a: Evidence | None
    b: Evidence | None
    sentence: str


@attrs.frozen(kw_only=True)
class Judgement:
    """How two claims relate.

    Attributes:
        a, b: ids of the claims (hashes of the texts where bare texts were judged).
        relation: the relation, after abstaining: below the thresholds it is "related" or "unrelated", never a guess.
        probabilities: each of the five relations to its probability in [0, 1]; they sum to 1.
        confidence: probability of `relation`, in [0, 1].
        same_fact: probability in [0, 1] that both describe the same event or state, whatever they say of it.
        reasons: grounds, strongest first.
    """

    a: str
    b: str
    relation: Relation
    probabilities: Mapping[Relation, float]
    same_fact: float
    reasons: tuple[Reason, ...] = ()

    @property
    def confidence(self) -> float:
        return self.probabilities[self.relation]


def status_of(judgements: Iterable[Judgement]) -> Status:
    """ "disputed" if any two claims contradict, "updated" if a later one supersedes an earlier, or "corroborated"."""
    relations = {judgement.relation for judgement in judgements}
    return "disputed" if "contradiction" in relations else "updated" if "update" in relations else "corroborated"


RELATION_OF_STATUS: dict[Status, Relation] = {
    "disputed": "contradiction",
    "updated": "update",
    "corroborated": "agreement",
}
"""The relation that gives each status."""


def _confidence(status: Status, judgements: tuple[Judgement, ...]) -> float:
    return max((j.confidence for j in judgements if j.relation == RELATION_OF_STATUS[status]), default=0.0)


def _reported_as(part: Point | Fact) -> ReportedAs:
    if part.status != "corroborated":
        return part.status
    origins = {article.id: at for at, origin in enumerate(part.origins) for article in origin}
    told_by = {claim.id: origins.get(claim.article) for claim in part.claims}
    agreeing = [(told_by.get(j.a), told_by.get(j.b)) for j in part.judgements if j.relation == "agreement"]
    if not agreeing:
        return "same event"
    return "corroborated" if any(a != b for a, b in agreeing) else "from one source"


@attrs.frozen(kw_only=True)
class Point:
    """Claims of at least two articles that say the same thing of an event, or dispute it: its toll, its length.

    Attributes:
        title: the claim that says most plainly what the point is.
        status: "disputed" if any two claims contradict, else "updated" if a later one supersedes an earlier,
            else "corroborated".
        claims: by article, then by place in it.
        origins: independent sources; each is the articles that stem from it (copies and wire stories folded).
        judgements: of pairs of these claims, most telling first.
    """

    title: str
    status: Status
    claims: tuple[Claim, ...]
    origins: tuple[tuple[Article, ...], ...]
    judgements: tuple[Judgement, ...]

    @property
    def confidence(self) -> float:
        """Highest confidence, in [0, 1], among the judgements that give the point its status; 0 if there are none."""
        return _confidence(self.status, self.judgements)

    @property
    def reported_as(self) -> ReportedAs:
        """The status as reports word it: "corroborated" only where independent sources agree, else "from one source"
        where only copies of one do, or "same event" where no two claims were found to agree."""
        return _reported_as(self)


@attrs.frozen(kw_only=True)
class Fact:
    """Claims of at least two articles that tell of the same event or state of the world.

    Attributes:
        title: the claim that says most plainly what the fact is.
        status: "disputed" if any two claims contradict, else "updated" if a later one supersedes an earlier,
            else "corroborated".
        claims: by article, then by place in it.
        articles: that hold the claims, in input order.
        origins: independent sources; each is the articles that stem from it (copies and wire stories folded).
        judgements: of pairs of these claims, most telling first.
        points: what several articles say of it, disputed ones first; each point's claims are among `claims`.
    """

    title: str
    status: Status
    claims: tuple[Claim, ...]
    articles: tuple[Article, ...]
    origins: tuple[tuple[Article, ...], ...]
    judgements: tuple[Judgement, ...]
    points: tuple[Point, ...] = ()

    @cached_property
    def id(self) -> str:
        return content_id("f", *sorted(claim.id for claim in self.claims))

    @property
    def reported_as(self) -> ReportedAs:
        """The status in the words of reports, see `Point.reported_as`."""
        return _reported_as(self)

    @property
    def confidence(self) -> float:
        """Highest confidence, in [0, 1], among the judgements that give the fact its status.

        Where the articles tell of one event and agree on no point, the highest probability of the same event.
        """
        decisive = _confidence(self.status, self.judgements)
        return decisive or max((judgement.same_fact for judgement in self.judgements), default=0.0)


@attrs.frozen(kw_only=True)
class Story:
    """Articles about the same event."""

    title: str
    articles: tuple[Article, ...]

    @cached_property
    def id(self) -> str:
        return content_id("s", *sorted(article.id for article in self.articles))
