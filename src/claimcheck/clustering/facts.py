"""Points to facts: what several articles tell of one event.

The heart of a fact are the claims of a story that tell of its main event (`claimcheck.stories.membership`). Each point
joins the event that most of its claims are about; an article on another event that recalls this one is so heard too.
A point of no event joins that of its story where several of its articles tell it, unless it is recalled or plainly of
another event; then it stands as a fact of its own, as do points of events that only one article is about.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.clustering.points import Probabilities, apart, apart_pairs, cluster_points, point_probabilities
from claimcheck.clustering.twins import twin_events
from claimcheck.records import (
    CONFLICTS,
    SAME_FACT,
    STATUSES,
    Article,
    Claim,
    Fact,
    Judgement,
    Point,
    TimeSpan,
    status_of,
)
from claimcheck.records.judgement import RELATION_OF_STATUS
from claimcheck.stories.resolution import LONG_BEFORE

MEMBER = 0.15
"""Probability from which a claim tells of its story's main event. The facts of long articles, of whose claims few are
like the other articles' leads, are .03 better than from .25 on, those of short ones and of ECB+ dev are as good (.876;
docs/decisions/0031-one-detail.md)."""
YEARS_AGO = re.compile(r"\b(?:last year|(?:the )?year before|years? ago)\b", re.IGNORECASE)
"""Words for another year than that of the report, whatever its date."""
PLAIN = 0.9
"""Share of the highest probability of telling of the event from which a claim may stand for it as the title."""
SAME_EVENT = 0.5
"""Probability of the same event of some pair at which articles that agree on no point still tell of one event."""
MOST_OTHERS = 0.5
"""Share of a group: a claim that is plainly about another event than so many are is left out."""
JUDGEMENT_ORDER = {"contradiction": 0, "update": 1, "agreement": 2, "related": 3, "unrelated": 4}


@attrs.frozen(kw_only=True, eq=False)
class ClusteringInput:
    """What is known of the claims besides the judgements.

    Attributes:
        articles: of the comparison.
        claims: n claims, in order of articles.
        owners: index of each claim's article, shape (n,), int64.
        stories: number of each article's story.
        members: probability that each claim tells of its story's main event, shape (n,), float64.
        origins: origin number of each article.
    """

    articles: Sequence[Article]
    claims: Sequence[Claim]
    owners: NDArray[np.int64]
    stories: Sequence[int]
    members: NDArray[np.float64]
    origins: Sequence[int]


def build_facts(given: ClusteringInput, judgements: Sequence[Judgement]) -> list[Fact]:
    """Facts of at least two articles: disputed first, then updated, then corroborated, surest first.

    Args:
        given: the articles and claims.
        judgements: of pairs of these claims.
    """
    claims = given.claims
    place = {claim.id: at for at, claim in enumerate(claims)}
    between = {(min(place[j.a], place[j.b]), max(place[j.a], place[j.b])): j for j in judgements}
    long_ago = _background(given, _own_times)
    # What only follows on something recalled tells of the present after all where it disputes what is told of that.
    dated = {i for i in long_ago if _recalled(given, i, _own_times(claims[i]))}
    twin = _twins(given)
    probability = {}
    for (i, j), found in point_probabilities(claims, judgements).items():
        ago = dated if between[i, j].relation in CONFLICTS else long_ago
        together = (i in ago) == (j in ago) and (i not in twin or j not in twin or twin[i] == twin[j])
        if together or _story(given, i) != _story(given, j):
            probability[i, j] = found
    points = [
        group
        for group in cluster_points(claims, probability)
        if any(judgement.relation in SAME_FACT for judgement in _inside(group, between))
    ]
    conflicts = {
        pair: sum(judgement.probabilities[relation] for relation in CONFLICTS)
        for pair, judgement in between.items()
        if judgement.relation in CONFLICTS and pair in probability and _may_join(given, *pair)
    }
    events = _events(given, points, _background(given, _named_times), twin)
    # What is plainly of different events cannot dispute each other.
    told = {
        (i, j): judgement
        for (i, j), judgement in between.items()
        if judgement.relation != "contradiction" or not apart(claims[i], claims[j])
    }
    facts = []
    for group, own in with_conflicts(events, conflicts, [claim.id for claim in claims]):
        inside = _inside(group, told)
        if any(judgement.relation in SAME_FACT or judgement.same_fact >= SAME_EVENT for judgement in inside):
            made = [_point(given, point, _inside(point, told), probability) for point in own]
            facts.append(_fact(given, group, inside, made, probability))
    return sorted(facts, key=lambda fact: (STATUSES.index(fact.status), -fact.confidence, -len(fact.claims), fact.id))


def _inside(group: Sequence[int], between: dict[tuple[int, int], Judgement]) -> list[Judgement]:
    ordered = sorted(group)
    return [between[i, j] for x, i in enumerate(ordered) for j in ordered[x + 1 :] if (i, j) in between]


def _events(
    given: ClusteringInput, points: Sequence[list[int]], background: set[int], twin: Mapping[int, int]
) -> Iterable[tuple[list[int], list[list[int]]]]:
    """Claims of each event that several articles tell of, with the points made of it; no claim is in two events."""
    hearts: dict[tuple[int, int | None], list[int]] = {(story, None): [] for story in given.stories}
    for story, group in _members(given).items():
        for i in group:
            if i not in background:
                hearts.setdefault((story, twin.get(i)), []).append(i)
    home = {i: heart for heart, group in hearts.items() for i in group}
    away: set[int] = set()
    of_heart: dict[tuple[int, int | None], list[list[int]]] = {}
    for point in points:
        votes = Counter(home[i] for i in point if i in home)
        if not votes and _is_of_its_story(given, point, hearts, background):
            votes[_story(given, point[0]), None] = 1
        if not votes:
            yield point, [point]
            continue
        best = max(
            votes, key=lambda heart: (votes[heart], sum(given.members[i] for i in point if home.get(i) == heart))
        )
        of_heart.setdefault(best, []).append(point)
        away.update(i for i in point if home.get(i, best) != best)
    told_by = Counter(given.stories)
    for heart, group in hearts.items():
        own = of_heart.get(heart, [])
        told = {i for point in own for i in point}
        if told_by[heart[0]] < 2:  # what only one article is about becomes a fact where another one recalls it
            if own:
                yield sorted(told), own
            continue
        yield sorted({*_compatible(given, [i for i in group if i not in away]), *told}), own


def _is_of_its_story(
    given: ClusteringInput,
    point: Sequence[int],
    hearts: Mapping[tuple[int, int | None], Sequence[int]],
    background: set[int],
) -> bool:
    """Whether a point of no event is of the one that its story tells of: several articles of one story tell it, none of
    its claims recalls another event, and none is plainly of another than the claims of that one."""
    stories = {_story(given, i) for i in point}
    if len(stories) > 1 or len({int(given.owners[i]) for i in point}) < 2 or not background.isdisjoint(point):
        return False
    heart = hearts[stories.pop(), None]
    return bool(heart) and set(point) <= set(_compatible(given, [*heart, *point]))


def _twins(given: ClusteringInput) -> dict[int, int]:
    """The claims about one of several events of one kind that their story tells of, to the number of the event."""
    by_story: dict[int, dict[int, list[int]]] = {}
    for i, owner in enumerate(given.owners.tolist()):
        by_story.setdefault(given.stories[owner], {}).setdefault(owner, []).append(i)
    found: dict[int, int] = {}
    for by_article in by_story.values():
        labels = twin_events(
            [[given.claims[i] for i in places] for places in by_article.values()],
            published=[given.articles[owner].published for owner in by_article],
        )
        if labels is not None:
            for places, row in zip(by_article.values(), labels, strict=True):
                found.update({i: label for i, label in zip(places, row, strict=True) if label is not None})
    return found


def _may_join(given: ClusteringInput, i: int, j: int) -> bool:
    """Whether two claims can be about one event: of one story, and not plainly of different events."""
    return _story(given, i) == _story(given, j) and not apart(given.claims[i], given.claims[j])


def with_conflicts(
    events: Iterable[tuple[list[int], list[list[int]]]], conflicts: Mapping[tuple[int, int], float], ids: Sequence[str]
) -> list[tuple[list[int], list[list[int]]]]:
    """The same events, with the claims of each conflicting pair together in one.

    Claims that are in no event join the one whose claims they conflict with most, directly or over another such claim;
    those that conflict with one another only make a point of their own.

    Args:
        events: claims of each event, with its points.
        conflicts: conflicting pairs, the smaller first, to the probability in [0, 1] of the conflict.
        ids: of all claims; they decide between events with which the conflict is the same.
    """
    made = [(sorted(group), points) for group, points in events]
    held = {at: number for number, (group, _) in enumerate(made) for at in group}
    pairs = sorted(conflicts)
    free: list[set[int]] = []
    for new in (set(pair) - held.keys() for pair in pairs):
        if new:
            touching = [group for group in free if not group.isdisjoint(new)]
            free = [*(group for group in free if group not in touching), new.union(*touching)]
    for group in free:
        rivals: dict[int, list[tuple[str, float]]] = {}
        for pair in pairs:
            for at in pair:
                if at in held and not group.isdisjoint(pair):
                    rivals.setdefault(held[at], []).append((ids[at], conflicts[pair]))
        if not rivals:
            made.append((sorted(group), [sorted(group)]))
            continue
        ranks = {event: (-math.fsum(p for _, p in told), min(told)[0]) for event, told in rivals.items()}
        home = min(ranks, key=ranks.__getitem__)
        made[home] = (sorted({*made[home][0], *group}), made[home][1])
    return made


def _story(given: ClusteringInput, at: int) -> int:
    return given.stories[int(given.owners[at])]


def _members(given: ClusteringInput) -> dict[int, list[int]]:
    """Each story to the claims that tell of its main event."""
    members: dict[int, list[int]] = {story: [] for story in given.stories}
    for i in range(len(given.claims)):
        if given.members[i] >= MEMBER:
            members[_story(given, i)].append(i)
    return members


def _compatible(given: ClusteringInput, group: Sequence[int]) -> list[int]:
    """The claims that can be about one event: those that are not plainly about another than half of them are."""
    other = apart_pairs([given.claims[i] for i in group])
    against = other.sum(axis=1)
    kept = np.flatnonzero(against <= MOST_OTHERS * len(group)).tolist()
    split = [x for x in kept if against[x] == MOST_OTHERS * len(group)]
    if split:  # two sides of one size: the one with the claim that most surely tells of the event
        surest = max(split, key=lambda x: (given.members[group[x]], given.claims[group[x]].id))
        kept = [x for x in kept if not other[x, surest]]
    return [group[x] for x in kept]


def _background(given: ClusteringInput, times: Callable[[Claim], Sequence[TimeSpan]]) -> set[int]:
    """The claims that recall another event than their story's: what happened long before, by its times, and what is
    said of that in the next sentence without a time or a name of its own ("A broken rail was to blame.").

    A story most of which is about what happened long ago recalls nothing.
    """
    recalled: set[int] = set()
    for i in range(len(given.claims)):
        follows = i - 1 in recalled and given.owners[i] == given.owners[i - 1]
        if _recalled(given, i, times(given.claims[i])) or (follows and _names_nothing(given.claims[i])):
            recalled.add(i)
    members = _members(given)
    present = {
        story for story, group in members.items() if len(recalled.intersection(group)) < MOST_OTHERS * len(group)
    }  # the others are about what happened long ago
    return {i for i in recalled if _story(given, i) in present}


def _names_nothing(claim: Claim) -> bool:
    return not claim.times and not claim.entities


def _named_times(claim: Claim) -> Sequence[TimeSpan]:
    """The times that a claim names; if it names none, its event's."""
    return claim.times or _own_times(claim)


def _own_times(claim: Claim) -> Sequence[TimeSpan]:
    """The time of a claim's event, not that of what is mentioned in passing; without an event, the times named."""
    if claim.event is None:
        return claim.times
    return (claim.event.time,) if claim.event.time is not None else ()


def _recalled(given: ClusteringInput, at: int, named: Sequence[TimeSpan]) -> bool:
    """Whether all these times of a claim lie long before its article was published.

    Of a long span, such as last year, the middle counts: its last days may be yesterday, what happened in it was not.
    """
    article = given.articles[int(given.owners[at])]
    if named and all(YEARS_AGO.search(time.text) for time in named):
        return True
    known = [(time.earliest or time.latest, time.latest) for time in named if time.precision != "open" and time.latest]
    if not known or article.published is None or max(last for _, last in known) >= article.published:
        return False
    return max(first + (last - first) / 2 for first, last in known) < article.published - LONG_BEFORE


def _ordered(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(judgements, key=lambda j: (JUDGEMENT_ORDER[j.relation], -j.confidence, j.a, j.b)))


def _origins(given: ClusteringInput, group: Sequence[int]) -> tuple[tuple[Article, ...], ...]:
    by_origin: dict[int, list[Article]] = {}
    for at in sorted({int(given.owners[i]) for i in group}):
        by_origin.setdefault(given.origins[at], []).append(given.articles[at])
    return tuple(tuple(articles) for articles in by_origin.values())


def _point(
    given: ClusteringInput, group: Sequence[int], judgements: Sequence[Judgement], probability: Probabilities
) -> Point:
    """A point, called by one of the claims that its status rests on: a disputed one by what is disputed."""
    status = status_of(judgements)
    deciding = {i for j in judgements if j.relation == RELATION_OF_STATUS[status] for i in (j.a, j.b)}
    told = [i for i in group if given.claims[i].id in deciding]
    return Point(
        title=_title(given, told or group, probability, others=group),
        status=status,
        claims=tuple(given.claims[i] for i in sorted(group)),
        origins=_origins(given, group),
        judgements=_ordered(judgements),
    )


def _fact(
    given: ClusteringInput,
    group: Sequence[int],
    judgements: Sequence[Judgement],
    points: Sequence[Point],
    probability: Probabilities,
) -> Fact:
    plainest = PLAIN * max(given.members[i] for i in group)
    return Fact(
        title=_title(given, [i for i in group if given.members[i] >= plainest], probability),
        status=status_of(judgements),
        claims=tuple(given.claims[i] for i in sorted(group)),
        articles=tuple(given.articles[at] for at in sorted({int(given.owners[i]) for i in group})),
        origins=_origins(given, group),
        judgements=_ordered(judgements),
        points=tuple(sorted(points, key=lambda p: (STATUSES.index(p.status), -p.confidence, p.claims[0].id))),
    )


def _title(
    given: ClusteringInput, group: Sequence[int], probability: Probabilities, *, others: Sequence[int] | None = None
) -> str:
    """The claim of a group that the others are most like; of equals the one with more names in it, then the shorter.

    Args:
        given: claims, and what is known of them.
        group: the claims to choose from.
        probability: of the same point, by the places of two claims.
        others: the claims that it should be like; None for the group.
    """
    others = group if others is None else others

    def centrality(i: int) -> float:
        return sum(probability.get((min(i, j), max(i, j)), 0.0) for j in others if j != i)

    best = max(
        group,
        key=lambda i: (
            round(centrality(i), 2),
            len(given.claims[i].entities),
            -len(given.claims[i].text),
            -i,
        ),
    )
    return given.claims[best].text
