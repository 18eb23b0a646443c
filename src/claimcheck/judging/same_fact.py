"""How likely two claims describe the same event, and the same point of it.

Two logistic regressions over features that can be named (`claimcheck.stories.features`), trained by
benchmarks/training/pair_models.py, and the typed evidence on top:

- *same event*: sentences of ECB+ (Cybulska and Vossen 2014) that share an event cluster, in the light of how likely
  their articles share a story;
- *same point*: sentence pairs of the STS Benchmark (Cer et al. 2017) scored 3 and above, "roughly equivalent".
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Protocol

import attrs

from claimcheck.claims.times import compare_times
from claimcheck.judging.evidence import Finding, Verdict
from claimcheck.models import load_logistic, log_odds, sigmoid
from claimcheck.records import Claim
from claimcheck.stories.features import pair_features
from claimcheck.stories.names import any_same_person
from claimcheck.stories.profiles import Profile

STORY_BOUND = 5.0
"""Log-odds of "same story" are cut to this; beyond, the model is surer than it is right."""

APART = {"date": -4.0, "participants": -3.0, "event": -4.0}
"""Log-odds of the same event that evidence of another occasion takes away at full strength."""

BESIDE = {
    "date": -4.0, "factuality": -3.0, "participants": -6.0,
    "attribution": -3.0, "quantity": -3.0, "money": -3.0, "percentage": -3.0, "duration": -3.0, "unit": -3.0,
}  # fmt: skip
"""Log-odds of the same event that evidence of another moment of one story takes away at full strength."""

BARE_EVENT = 1.0
"""Log-odds of the same event that two bare texts start with: whoever compares two texts has a reason to."""

BARE_TOPIC = 2.0
"""Log-odds by which two bare texts are likelier to share a story than an event."""

ALIGNED = 2.0
"""Log-odds of the same event that values of the same thing add at full strength, whether they fit or not."""

FITTING = 3.0
MOST_FITTING = 1.5
"""Log-odds of the same point that a fitting value adds at full strength; several add up to MOST_FITTING times that."""

SAME_FRAME = 1.0
"""Log-odds of the same point that the same kind of event adds, where nothing sets the two apart."""

SHARED_KIND = 0.75
MOST_SHARED_KINDS = 2
"""The same for each further kind of event that both claims name, up to MOST_SHARED_KINDS of them."""

COMPARABLE = 1.0
COMPARABLE_BARE = 2.5
"""Log-odds by which two statements are likelier to be comparable than to make the same point; and two bare texts,
which somebody chose to compare."""

ANOTHER_STORY, UNNAMED = 0.05, -1.0
"""Below this probability of one story a claim that names nothing of what happened, as "Nobody was hurt", is of its own
article's story however alike another is: log-odds of the same event that are left."""

ONE_EVENT = 0.95
"""How far values of the event can be compared where both claims are plainly about one event of one kind."""

TYPED = frozenset(
    "duration quantity money percentage age unit time place negation factuality polarity attribution".split()
)


class PairLike(Protocol):
    """What is read of a pair: see `claimcheck.judging.judges.Pair`."""

    @property
    def a(self) -> Claim: ...
    @property
    def b(self) -> Claim: ...
    @property
    def profile_a(self) -> Profile: ...
    @property
    def profile_b(self) -> Profile: ...
    @property
    def story(self) -> float | None: ...


@attrs.frozen
class SameFact:
    """How far two claims describe the same thing.

    Attributes:
        event: probability in [0, 1] of the same event.
        point: probability in [0, 1] of the same point, given the same event.
        statement: in [0, 1], how far values said in both statements can be compared: by the wording alone.
        frame: in [0, 1], how far values that belong to the event itself can be compared.
    """

    event: float
    point: float
    statement: float = 1.0
    frame: float = 1.0


def same_fact_features(a: Profile, b: Profile, story: float | None) -> dict[str, float]:
    """Features of a pair of claims.

    Args:
        a, b: profiles of the claims.
        story: probability that their articles share a story, or None for bare texts.
    """
    features = pair_features(a, b)
    features["story"] = 0.0 if story is None else story_log_odds(story)
    features["size"] = min(1.0, math.log1p(min(len(a.terms), len(b.terms))) / 3.0)
    return features


def story_log_odds(story: float) -> float:
    """Log-odds of a probability, cut to ±STORY_BOUND and scaled to [-1, 1]."""
    return max(-STORY_BOUND, min(STORY_BOUND, log_odds(story, least=1e-6))) / STORY_BOUND


def same_fact(pair: PairLike, findings: Sequence[Finding]) -> SameFact:
    """Probabilities that two claims describe the same event and the same point of it."""
    features = same_fact_features(pair.profile_a, pair.profile_b, pair.story)
    event = _event_log_odds(features, pair.story)
    point = load_logistic("same_point").log_odds(features)
    statement = sigmoid(point + (COMPARABLE if pair.story is not None else COMPARABLE_BARE))
    apart = 0.0
    for finding in findings:
        if finding.verdict == "apart":
            apart += APART.get(finding.kind, 0.0) * finding.strength
        elif finding.verdict == "beside":
            apart += BESIDE.get(finding.kind, 0.0) * finding.strength
    event += apart + ALIGNED * _strongest(findings, {"agree", "conflict", "supersede"})
    if pair.story is not None and pair.story < ANOTHER_STORY and not _share_a_name(pair.profile_a, pair.profile_b):
        event = min(event, UNNAMED)
    fitting = sum(f.strength for f in findings if f.verdict == "agree" and f.kind in TYPED)
    point += FITTING * min(fitting, MOST_FITTING) + _same_frame(pair.a, pair.b, apart)
    one_event = _one_event(pair.a, pair.b) and apart == 0.0
    return SameFact(
        event=sigmoid(event),
        point=sigmoid(point),
        statement=statement,
        frame=max(statement, ONE_EVENT if one_event else 0.0),
    )


def topic_probability(pair: PairLike, findings: Sequence[Finding]) -> float:
    """Probability in [0, 1] that two claims belong to one event or story, whatever point they make.

    For articles it is the probability of their shared story. For bare texts it is the probability of the same
    event before the evidence of another moment of the same story is counted.
    """
    if pair.story is not None:
        return pair.story
    odds = _event_log_odds(same_fact_features(pair.profile_a, pair.profile_b, None), None) + BARE_TOPIC
    for finding in findings:
        if finding.verdict == "apart":
            odds += APART.get(finding.kind, 0.0) * finding.strength
    return sigmoid(odds)


def _share_a_name(a: Profile, b: Profile) -> bool:
    """Whether two claims name a person, body, place or time in common."""
    if a.names.keys() & b.names.keys() or a.places.keys() & b.places.keys():
        return True
    return any(compare_times(one, other) == "same" for one in a.times for other in b.times)


def _one_event(a: Claim, b: Claim) -> bool:
    """Whether both claims are about an event of one kind, and share its people where both name any."""
    if a.event is None or b.event is None:
        return False
    if not a.event.kinds & b.event.kinds:
        return False
    cast_a, cast_b = a.event.participants, b.event.participants
    return not (cast_a and cast_b) or any(any_same_person(name, cast_b) for name in cast_a)


def _event_log_odds(features: Mapping[str, float], story: float | None) -> float:
    if story is None:
        return load_logistic("same_event_bare").log_odds(features) + BARE_EVENT
    return load_logistic("same_event").log_odds(features)


def _strongest(findings: Sequence[Finding], verdicts: set[Verdict]) -> float:
    """Strength of the strongest such finding on a value. Two places speak for two events, not for one."""
    return max(
        (
            f.strength
            for f in findings
            if f.verdict in verdicts and f.kind in TYPED and (f.kind != "place" or f.verdict == "agree")
        ),
        default=0.0,
    )


def _same_frame(a: Claim, b: Claim, apart: float) -> float:
    """Log-odds for the kinds of event that two claims share; 0 where something sets the two apart.

    Half of it where only one of them says whose event it is: the other may be anybody's.
    """
    if a.event is None or b.event is None or a.event.kind != b.event.kind or apart < 0.0:
        return 0.0
    further = len({*a.event.also} & {*b.event.also})
    share = 1.0 if bool(a.event.participants) == bool(b.event.participants) else 0.5
    return share * (SAME_FRAME + SHARED_KIND * min(further, MOST_SHARED_KINDS))
