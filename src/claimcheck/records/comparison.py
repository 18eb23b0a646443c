"""The result of a comparison."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

import attrs

from claimcheck.errors import InputError
from claimcheck.records.article import Article, Claim
from claimcheck.records.judgement import SAME_FACT, STATUSES, Fact, Judgement, Point, Relation, Story, status_of

Part = TypeVar("Part", Fact, Point)
NoticeKind = Literal[
    "metadata",
    "duplicate",
    "language",
    "empty",
    "unreadable",
    "truncated",
    "encoding",
    "date",
    "few",
    "filter",
]


@attrs.frozen(kw_only=True)
class Notice:
    """Something that the user should know about an input: skipped, cut, seen twice."""

    kind: NoticeKind
    message: str
    path: str = ""


_WITH: dict[Relation, str] = {
    "agreement": "an agreement", "contradiction": "a contradiction", "update": "an update",
}  # fmt: skip


def _surest(fact: Fact, least: float) -> Fact:
    """A fact without its agreements, contradictions and updates below a confidence."""

    def sure(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
        return tuple(j for j in judgements if j.relation not in SAME_FACT or j.confidence >= least)

    judgements = sure(fact.judgements)
    if judgements == fact.judgements:
        return fact
    points = [
        attrs.evolve(p, judgements=own, status=status_of(own)) for p in fact.points if (own := sure(p.judgements))
    ]
    points = [point for point in points if any(j.relation in SAME_FACT for j in point.judgements)]
    return attrs.evolve(fact, judgements=judgements, status=status_of(judgements), points=_in_order(points))


def _in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Disputed first, then updated, then corroborated; inside each by confidence, highest first."""
    return tuple(sorted(parts, key=lambda part: (STATUSES.index(part.status), -part.confidence)))


@attrs.frozen(kw_only=True)
class Comparison:
    """Everything that a comparison found. Equal inputs and settings give equal comparisons.

    Attributes:
        articles: in input order, each text once.
        claims: of all articles, by article, then by place in it.
        stories: articles grouped by event.
        facts: disputed first, then updated, then corroborated; inside each by confidence, highest first.
        judgements: of every pair that was judged, by the place of `a`, then of `b`.
        notices: what was skipped, cut or seen twice.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...] = ()
    facts: tuple[Fact, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    notices: tuple[Notice, ...] = ()

    def only(self, relation: Relation | None = None, *, min_confidence: float = 0.0) -> Self:
        """The same comparison with fewer facts: those with a judgement of that relation, at that confidence or above.

        Agreements, contradictions and updates below that confidence are left out of the facts that stay, as are the
        points that nothing else makes; a notice tells how many facts are shown.

        Args:
            relation: "agreement", "contradiction" or "update"; None for any of the three, and for facts whose articles
                tell of one event and agree on no point.
            min_confidence: in [0, 1].

        Raises:
            InputError: `relation` is another one, or `min_confidence` is out of its range.
        """
        if relation is not None and relation not in SAME_FACT:
            raise InputError(
                f"{relation!r} is none of {', '.join(sorted(SAME_FACT))} (a disputed fact has a contradiction)."
            )
        if not 0.0 <= min_confidence <= 1.0:
            raise InputError(f"min_confidence is {min_confidence:g}; expected 0 to 1, as in 0.6.")
        wanted = {relation} if relation else SAME_FACT
        facts = _in_order(
            sure
            for sure in (_surest(fact, min_confidence) for fact in self.facts)
            if any(j.relation in wanted for j in sure.judgements)
            or (relation is None and not sure.points and sure.confidence >= min_confidence)
        )
        if facts == self.facts:
            return self
        asked = [f"with {_WITH[relation]}"] if relation else []
        asked += [f"at a confidence of {min_confidence:g} or more"] if min_confidence else []
        message = f"{len(facts)} of {len(self.facts)} facts are shown: those {' '.join(asked)}."
        hidden = sum(fact.status == "disputed" != _surest(fact, min_confidence).status for fact in self.facts)
        if hidden:
            are = "is" if hidden == 1 else "are"
            message += f" {hidden} {are} disputed with less confidence, and not shown as disputed."
        return attrs.evolve(self, facts=facts, notices=(*self.notices, Notice(kind="filter", message=message)))

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON types; the layout is in docs/json.md and in its JSON Schema."""
        from claimcheck.records.serialise import comparison_to_dict

        return comparison_to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The inverse of `to_dict`. Raises InputError where `data` is not such a dictionary."""
        from claimcheck.records.serialise import comparison_from_dict

        return comparison_from_dict(cls, data)

    def save(self, path: str | Path) -> Path:
        """Write a report; the ending gives the format: .html, .json, .jsonl, .md or .csv.

        The file is written beside its place and then renamed. Raises OutputError where the ending is unknown or it
        cannot be written there.
        """
        from claimcheck.reporting import save

        return save(self, path)

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a comparison that was saved as .json (or .json.gz). Raises InputError where the file cannot be
        read or is no saved comparison."""
        from claimcheck.records.serialise import load_comparison

        return load_comparison(cls, path)

    def _repr_html_(self) -> str:
        from claimcheck.reporting import notebook_html

        return notebook_html(self)
