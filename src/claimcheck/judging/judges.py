"""The judge: pairs of claims in, judgements out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.judging.births import compare_births
from claimcheck.judging.circumstances import (
    compare_media,
    compare_participants,
    compare_places,
    compare_time_since,
    compare_times_of,
)
from claimcheck.judging.combine import combine, decide, rounded
from claimcheck.judging.daytimes import compare_daytimes
from claimcheck.judging.evidence import Finding
from claimcheck.judging.opposites import are_stages
from claimcheck.judging.other_names import compare_names
from claimcheck.judging.polarity import compare_polarity
from claimcheck.judging.quantities import compare_quantities
from claimcheck.judging.reasons import reasons_for
from claimcheck.judging.roles import compare_roles, told_from_both_sides
from claimcheck.judging.same_fact import SameFact, same_fact, topic_probability
from claimcheck.judging.two_times import set_times_apart
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Article, Claim, Judgement
from claimcheck.stories.profiles import Profile

STAGE = "Judging"


@attrs.frozen(kw_only=True, eq=False)
class Pair:
    """Two claims to be judged, with what is known of them.

    Attributes:
        a, b: the claims.
        profile_a, profile_b: what they are about.
        date_a, date_b: when each was reported, or None.
        story: probability in [0, 1] that their articles share a story; None for bare texts.
        title_a, title_b: titles of their articles, or None.
    """

    a: Claim
    b: Claim
    profile_a: Profile
    profile_b: Profile
    date_a: dt.date | None = None
    date_b: dt.date | None = None
    story: float | None = None
    title_a: str | None = None
    title_b: str | None = None

    def swapped(self) -> Pair:
        return attrs.evolve(
            self, a=self.b, b=self.a, profile_a=self.profile_b, profile_b=self.profile_a,
            date_a=self.date_b, date_b=self.date_a, title_a=self.title_b, title_b=self.title_a,
        )  # fmt: skip


class Judge(Protocol):
    """Anything that judges pairs of claims. Judging (a, b) and (b, a) must give the same relation."""

    def judge(self, pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Judgement]:
        """A judgement a pair, in the same order."""
        ...


@runtime_checkable
class StoryReader(Protocol):
    """A judge that can also tell whether articles report one event, by a model that takes a while to load."""

    def load_ahead(self) -> None:
        """Load the model beside what is done next. Not before processes are forked: a thread does not survive that."""
        ...

    def same_story(
        self,
        articles: Sequence[Article],
        claims: Sequence[Sequence[Claim]],
        same_story: NDArray[np.float64],
        *,
        progress: Progress = no_progress,
    ) -> NDArray[np.float64]:
        """Probabilities that two articles share a story, shape (n, n), float64, from those that their words give."""
        ...


class EvidenceJudge:
    """The built-in judge: typed values compared as values, behind a model of "the same event"."""

    def judge(self, pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Judgement]:
        return [
            judgement(pair, *weighed) for pair, weighed in zip(pairs, weigh_all(pairs, progress=progress), strict=True)
        ]


Weighed = tuple[list[Finding], SameFact, float]
"""Evidence on a pair, probabilities of the same event and the same point, and that of the same event or story."""


def weigh_all(pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Weighed]:
    """`weigh` of each pair, in the same order."""
    progress(STAGE, 0, len(pairs))
    weighed: list[Weighed] = []
    for done, pair in enumerate(pairs, start=1):
        weighed.append(weigh(pair))
        if done % 500 == 0 or done == len(pairs):
            progress(STAGE, done, len(pairs))
    return weighed


def weigh(pair: Pair) -> Weighed:
    """Evidence on a pair, and the probabilities of same event, same point, and same event or story.

    The pair is weighed in a fixed order, so that (a, b) and (b, a) agree to the last digit.
    """
    swap = (pair.b.text, pair.b.id) < (pair.a.text, pair.a.id)
    ordered = pair.swapped() if swap else pair
    findings = collect(ordered)
    same, topic = same_fact(ordered, findings), topic_probability(ordered, findings)
    return [finding.swapped() for finding in findings] if swap else findings, same, topic


def collect(pair: Pair) -> list[Finding]:
    """All findings on a pair, strongest first."""
    findings = [
        *compare_quantities(pair.a, pair.b, date_a=pair.date_a, date_b=pair.date_b),
        *compare_times_of(pair.a, pair.b, date_a=pair.date_a, date_b=pair.date_b),
        *compare_daytimes(pair.a, pair.b),
        *compare_births(pair.a, pair.b, date_a=pair.date_a, date_b=pair.date_b),
        *compare_time_since(pair.a, pair.b, date_a=pair.date_a, date_b=pair.date_b),
        *compare_places(pair.a, pair.b),
        *compare_participants(pair.a, pair.b),
        *compare_roles(pair.a, pair.b),
        *compare_names(pair.a, pair.b),
        *compare_media(pair.a, pair.b),
        *compare_polarity(pair.a, pair.b, date_a=pair.date_a, date_b=pair.date_b),
    ]
    if told_from_both_sides(pair.a, pair.b):
        findings = [finding for finding in findings if finding.kind != "polarity"]
    findings = set_times_apart(_of_two_moments(findings, pair.a, pair.b), pair.a, pair.b)
    return sorted(findings, key=lambda finding: (-finding.strength, finding.kind, finding.sentence))


def _of_two_moments(findings: Sequence[Finding], a: Claim, b: Claim) -> list[Finding]:
    """The findings; where both claims tell when, and at different times, words for what follows on one another are of
    two moments: "the strike began on Monday", "the strike ended on Friday"."""
    times = [f for f in findings if f.kind == "date" and f.verdict != "agree" and _both_tell(f, a, b)]
    words = [f for f in findings if f.kind == "polarity" and f.verdict == "conflict" and are_stages(f)]
    if not times or not words:
        return list(findings)
    beside = [attrs.evolve(finding, verdict="beside") for finding in words]
    dates = [attrs.evolve(f, verdict="beside" if f.verdict == "conflict" else f.verdict) for f in times]
    return [f for f in findings if f not in times and f not in words] + beside + dates


def _both_tell(finding: Finding, a: Claim, b: Claim) -> bool:
    """Whether a finding rests on words of both claims, and not on words around them."""
    return all(
        told is not None and claim.start <= told.start and told.end <= claim.end
        for told, claim in ((finding.a, a), (finding.b, b))
    )


def judgement(pair: Pair, findings: Sequence[Finding], same: SameFact, topic: float) -> Judgement:
    """The judgement that evidence and probabilities lead to."""
    probabilities = rounded(combine(same, topic, findings))
    relation = decide(probabilities)
    return Judgement(
        a=pair.a.id,
        b=pair.b.id,
        relation=relation,
        probabilities=probabilities,
        same_fact=round(same.event, 4),
        reasons=reasons_for(relation, findings, pair.a, pair.b),
    )
