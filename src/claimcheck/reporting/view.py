"""What a report shows of each fact, before any format: which pairs, which quotes, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Set

import attrs

from claimcheck.records import (
    CONFLICTS,
    SAME_FACT,
    STATUSES,
    Article,
    Claim,
    Comparison,
    Fact,
    Judgement,
    Point,
    Reason,
    Status,
)
from claimcheck.records.judgement import RELATION_OF_STATUS
from claimcheck.reporting.names import Names, names_of, sources_line
from claimcheck.reporting.pieces import Piece, Range, judged_pieces, quote_pieces, telling_reasons
from claimcheck.reporting.remainder import beside_facts
from claimcheck.reporting.voices import whose_dispute

OUTSIDE = "Between quotes on different points"
"""Title over pairs of claims that are not in one point together."""


@attrs.frozen(kw_only=True)
class Side:
    """One quoted claim.

    Attributes:
        name: what its article is called.
        pieces: joined, the quote (or its whole sentence) with white space collapsed, after "… " where it starts
            inside its sentence and before " …" where it ends inside it.
    """

    claim: Claim
    article: Article
    name: str
    pieces: tuple[Piece, ...]


@attrs.frozen(kw_only=True)
class Pair:
    """Two quoted claims and how they relate.

    Attributes:
        a, b: the claims in the order of the judgement; of an update, the earlier report first.
        reasons: those that speak for the relation, strongest first.
        whose_dispute: of a contradiction, whether the speakers or the articles dispute, in a sentence; else "".
    """

    judgement: Judgement
    a: Side
    b: Side
    reasons: tuple[Reason, ...]
    whose_dispute: str = ""

    @property
    def claims(self) -> tuple[str, str]:
        """Ids of the two claims."""
        return self.judgement.a, self.judgement.b


@attrs.frozen(kw_only=True)
class Target:
    """Where a claim stands in a report, for links that lead there.

    Attributes:
        fact, point: their numbers, from 1; `point` is 0 where the claim is in none.
        anchor: id of that part of an HTML report.
        status: of the point, or of a fact without points; None for what one source alone tells.
    """

    fact: int
    point: int
    anchor: str
    status: Status | None

    @property
    def label(self) -> str:
        """ "2", or "2.1" for a point."""
        return f"{self.fact}.{self.point}" if self.point else f"{self.fact}"


@attrs.frozen(kw_only=True)
class PointView:
    """One point of a fact as a report shows it. A fact without points is shown as one point, without a heading.

    Attributes:
        target: where it stands.
        point: the point; the fact itself where it has none.
        headed: whether it needs a heading of its own below the fact's.
        sources: its independent sources in words; "" where they are the fact's.
        conflicts: contradicting pairs, then updating ones, each most telling first.
        agreements: agreeing pairs, most telling first.
        distinct_agreements: as many of `agreements`, from the most telling on, as quote no claim twice, nor one
            that a conflict quotes.
        quotes: claims that no pair of `conflicts` quotes, by article, then by place in it; nothing in them is
            marked, since no other quote stands beside them.
    """

    target: Target
    point: Point | Fact
    headed: bool
    sources: str
    conflicts: tuple[Pair, ...]
    agreements: tuple[Pair, ...]
    distinct_agreements: tuple[Pair, ...]
    quotes: tuple[Side, ...]

    @property
    def other_agreements(self) -> tuple[Pair, ...]:
        """Those of `agreements` of which a claim is quoted in a more telling pair."""
        distinct = set(map(id, self.distinct_agreements))
        return tuple(pair for pair in self.agreements if id(pair) not in distinct)

    def quotes_beside(self, shown: Iterable[Pair]) -> tuple[Side, ...]:
        """Those of `quotes` that no pair of `shown` quotes either."""
        quoted = {claim for pair in shown for claim in pair.claims}
        return tuple(side for side in self.quotes if side.claim.id not in quoted)

    def one_quote_each(self, shown: Iterable[Pair]) -> tuple[Side, ...]:
        """One of `quotes` for each article that no pair of `shown` quotes.

        It is the quote of the article's most telling agreement, else the first.
        """
        telling = [claim for pair in self.agreements for claim in pair.claims]
        rank = {claim: place for place, claim in reversed(list(enumerate(telling)))}
        quoted = {side.article.id for pair in shown for side in (pair.a, pair.b)}
        best: dict[str, Side] = {}
        for side in sorted(self.quotes, key=lambda side: rank.get(side.claim.id, len(telling))):
            if side.article.id not in quoted:
                best.setdefault(side.article.id, side)
        return tuple(side for side in self.quotes if best.get(side.article.id) is side)


@attrs.frozen(kw_only=True)
class FactView:
    """One fact as a report shows it.

    Attributes:
        target: where it stands; its status is None.
        fact: the fact.
        sources: its independent sources in words.
        points: disputed ones first; never empty.
        told_once: claims that one source alone tells, by article, then by place in it.
        beside: claims of the fact's story that are in no fact: background, other events.
    """

    target: Target
    fact: Fact
    sources: str
    points: tuple[PointView, ...]
    told_once: tuple[Side, ...]
    beside: tuple[Side, ...]

    @property
    def number(self) -> int:
        """Its place in the comparison, from 1."""
        return self.target.fact

    @property
    def headed(self) -> bool:
        """Whether its points have headings of their own."""
        return any(point.headed for point in self.points)

    @property
    def told_once_by(self) -> tuple[tuple[Article, tuple[Side, ...]], ...]:
        """`told_once` by article."""
        return _by_article(self.told_once)

    @property
    def beside_by(self) -> tuple[tuple[Article, tuple[Side, ...]], ...]:
        """`beside` by article."""
        return _by_article(self.beside)

    @property
    def targets(self) -> dict[str, list[Target]]:
        """Id of each claim to where it stands."""
        targets: dict[str, list[Target]] = {}
        for point in self.points:
            for claim in point.point.claims:
                targets.setdefault(claim.id, []).append(point.target)
        return targets | {side.claim.id: [self.target] for side in self.told_once}


def fact_views(comparison: Comparison) -> list[FactView]:
    """Every fact of a comparison, in its order."""
    names = names_of(comparison)
    shared = {claim.id for fact in comparison.facts for point in fact.points for claim in point.claims}
    beside = beside_facts(comparison)
    return [
        _fact_view(place + 1, fact, names, shared | _judged(fact, comparison), beside.get(place, ()))
        for place, fact in enumerate(comparison.facts)
    ]


def _judged(fact: Fact, comparison: Comparison) -> Set[str]:
    """Claims of a fact that agree with another claim of it or dispute it, also where that is filtered out."""
    inside = {claim.id for claim in fact.claims}
    decisive = (j for j in comparison.judgements if j.relation in SAME_FACT and {j.a, j.b} <= inside)
    return {id_ for j in decisive for id_ in (j.a, j.b)}


def _fact_view(number: int, fact: Fact, names: Names, shared: Set[str], beside: Iterable[Claim]) -> FactView:
    """A fact; the claims with ids in `shared` are not told by one source only, those `beside` it are in no fact."""
    anchor = f"fact-{fact.id}"
    target = Target(fact=number, point=0, anchor=anchor, status=None)
    parts: list[tuple[Target, Point | Fact]] = [
        (attrs.evolve(target, point=place, anchor=f"{anchor}-{place}", status=point.status), point)
        for place, point in enumerate(fact.points, 1)
    ]
    rest = _outside(fact) if parts else fact
    if rest:
        parts.append((attrs.evolve(target, status=rest.status), rest))
    parts.sort(key=lambda part: STATUSES.index(part[1].status))
    headed = len(parts) > 1 or parts[0][1].title != fact.title
    in_points = {claim.id for point in fact.points for claim in point.claims}
    told = shared | {claim.id for _, part in parts for claim in part.claims}
    return FactView(
        target=target,
        fact=fact,
        sources=sources_line(fact, names),
        points=tuple(
            _point_view(part, fact, target, names, headed, set() if target.point else in_points)
            for target, part in parts
        ),
        told_once=tuple(
            _bare(claim, names) for claim in fact.claims if claim.id not in told and claim.article in names.known
        ),
        beside=tuple(_bare(claim, names) for claim in beside if claim.article in names.known),
    )


def _by_article(sides: Iterable[Side]) -> tuple[tuple[Article, tuple[Side, ...]], ...]:
    """The sides by article, in the order in which the articles come first."""
    rows: dict[str, list[Side]] = {}
    for side in sides:
        rows.setdefault(side.article.id, []).append(side)
    return tuple((row[0].article, tuple(row)) for row in rows.values())


def _outside(fact: Fact) -> Point | None:
    """What was judged of claims that are not in one point together: conflicts, and agreements with a claim in none."""
    inside = {(j.a, j.b) for point in fact.points for j in point.judgements}
    in_points = {claim.id for point in fact.points for claim in point.claims}
    judgements = tuple(
        j
        for j in fact.judgements
        if (j.a, j.b) not in inside
        and (j.relation in CONFLICTS or (j.relation == "agreement" and not {j.a, j.b} <= in_points))
    )
    ids = {claim for j in judgements for claim in (j.a, j.b)}
    claims = tuple(claim for claim in fact.claims if claim.id in ids)
    if not claims:
        return None
    relations = {j.relation for j in judgements}
    status = next(status for status in STATUSES if RELATION_OF_STATUS[status] in relations)
    return Point(title=OUTSIDE, status=status, claims=claims, origins=fact.origins, judgements=judgements)


def _point_view(
    point: Point | Fact,
    fact: Fact,
    target: Target,
    names: Names,
    headed: bool,
    quoted: Iterable[str],
) -> PointView:
    """A point of `fact`. Claims in `quoted` are told by other points: they come in pairs only."""
    claims = {claim.id: claim for claim in point.claims if claim.article in names.known}
    pairs = [
        _pair(judgement, claims[judgement.a], claims[judgement.b], names)
        for judgement in point.judgements
        if judgement.relation in SAME_FACT and judgement.a in claims and judgement.b in claims
    ]
    contradictions, updates, agreements = (
        [pair for pair in pairs if pair.judgement.relation == relation]
        for relation in ("contradiction", "update", "agreement")
    )
    conflicts = contradictions + updates
    in_conflict = {claim_id for pair in conflicts for claim_id in pair.claims}
    elsewhere = in_conflict.union(quoted)
    return PointView(
        target=target,
        point=point,
        headed=headed,
        sources="" if point.origins == fact.origins else sources_line(point, names),
        conflicts=tuple(conflicts),
        agreements=tuple(agreements),
        distinct_agreements=_distinct(agreements, in_conflict),
        quotes=tuple(_bare(claim, names) for claim in claims.values() if claim.id not in elsewhere),
    )


def _distinct(pairs: Iterable[Pair], quoted: Iterable[str]) -> tuple[Pair, ...]:
    """From the first on, the pairs of which neither claim is among `quoted`, nor in a pair taken before."""
    taken = set(quoted)
    distinct = []
    for pair in pairs:
        if taken.isdisjoint(pair.claims):
            taken.update(pair.claims)
            distinct.append(pair)
    return tuple(distinct)


def _pair(judgement: Judgement, a: Claim, b: Claim, names: Names) -> Pair:
    article_a, article_b = names.known[a.article], names.known[b.article]
    reasons = telling_reasons(judgement)
    range_a = _shown(a, [(r.a.start, r.a.end) for r in reasons if r.a])
    range_b = _shown(b, [(r.b.start, r.b.end) for r in reasons if r.b])
    pieces_a, pieces_b = judged_pieces(judgement, article_a.text, range_a, article_b.text, range_b)
    sides = (_side(a, names, range_a, pieces_a), _side(b, names, range_b, pieces_b))
    first, second = reversed(sides) if judgement.relation == "update" and _is_later(article_a, article_b) else sides
    return Pair(
        judgement=judgement,
        a=first,
        b=second,
        reasons=reasons,
        whose_dispute=whose_dispute(a, b) if judgement.relation == "contradiction" else "",
    )


def _is_later(article: Article, other: Article) -> bool:
    """Whether an article was published after the other one, by all that is known of their dates."""
    first, last = article.published_earliest, other.published_latest
    return first is not None and last is not None and first > last


def _bare(claim: Claim, names: Names) -> Side:
    shown = (claim.start, claim.end)
    return _side(claim, names, shown, quote_pieces(names.known[claim.article].text, *shown))


def _side(claim: Claim, names: Names, shown: Range, pieces: tuple[Piece, ...]) -> Side:
    article = names.known[claim.article]
    before = article.text[claim.sentence_start : shown[0]]
    after = article.text[shown[1] : claim.sentence_end]
    if _has_words(before):
        pieces = (Piece("… ", False), *pieces)
    if _has_words(after):
        pieces = (*pieces, Piece(" …", False))
    return Side(claim=claim, article=article, name=names.articles[article.id], pieces=pieces)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _shown(claim: Claim, evidence: list[Range]) -> Range:
    """The claim's own range; its whole sentence where a reason rests on words of the sentence outside the claim."""
    low, high = min(claim.sentence_start, claim.start), max(claim.sentence_end, claim.end)
    for start, end in evidence:
        if low <= start and end <= high and not (claim.start <= start and end <= claim.end):
            return low, high
    return claim.start, claim.end
