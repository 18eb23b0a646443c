"""What a report shows of each fact, before any format: which pairs, which quotes, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from claimcheck.records import Article, Claim, Comparison, Fact, Judgement, Reason
from claimcheck.reporting.pieces import Piece, Range, judged_pieces, quote_pieces, telling_reasons
from claimcheck.reporting.voices import whose_dispute


@attrs.frozen(kw_only=True)
class Side:
    """One quoted claim.

    `pieces` joined is the quote (or its whole sentence) with white space collapsed, after "… " where it starts
    inside its sentence and before " …" where it ends inside it.
    """

    claim: Claim
    article: Article
    pieces: tuple[Piece, ...]


@attrs.frozen(kw_only=True)
class Pair:
    """Two quoted claims and how they relate.

    Attributes:
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
class FactView:
    """One fact as a report shows it.

    Attributes:
        number: its place in the comparison, from 1.
        conflicts: contradicting pairs, then updating ones, each most telling first.
        agreements: agreeing pairs, most telling first.
        distinct_agreements: as many of `agreements`, from the most telling on, as quote no claim twice, nor one
            that a conflict quotes.
        quotes: claims that no pair of `conflicts` quotes, by article, then by place in it; nothing in them is
            marked, since no other quote stands beside them.
    """

    number: int
    fact: Fact
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


def fact_views(comparison: Comparison) -> list[FactView]:
    """Every fact of a comparison, in its order."""
    articles = {article.id: article for article in comparison.articles}
    return [_fact_view(number, fact, articles) for number, fact in enumerate(comparison.facts, 1)]


def _fact_view(number: int, fact: Fact, articles: Mapping[str, Article]) -> FactView:
    articles = {**articles, **{article.id: article for article in fact.articles}}
    claims = {claim.id: claim for claim in fact.claims if claim.article in articles}
    pairs = [
        _pair(judgement, claims[judgement.a], claims[judgement.b], articles)
        for judgement in fact.judgements
        if judgement.a in claims and judgement.b in claims
    ]
    contradictions = [pair for pair in pairs if pair.judgement.relation == "contradiction"]
    updates = [pair for pair in pairs if pair.judgement.relation == "update"]
    agreements = [pair for pair in pairs if pair.judgement.relation == "agreement"]
    conflicts = contradictions + updates
    in_conflict = {claim_id for pair in conflicts for claim_id in pair.claims}
    quotes = tuple(_bare(claim, articles[claim.article]) for claim in claims.values() if claim.id not in in_conflict)
    return FactView(
        number=number,
        fact=fact,
        conflicts=tuple(conflicts),
        agreements=tuple(agreements),
        distinct_agreements=_distinct(agreements, in_conflict),
        quotes=quotes,
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


def _pair(judgement: Judgement, a: Claim, b: Claim, articles: Mapping[str, Article]) -> Pair:
    article_a, article_b = articles[a.article], articles[b.article]
    reasons = telling_reasons(judgement)
    range_a = _shown(a, [(r.a.start, r.a.end) for r in reasons if r.a])
    range_b = _shown(b, [(r.b.start, r.b.end) for r in reasons if r.b])
    pieces_a, pieces_b = judged_pieces(judgement, article_a.text, range_a, article_b.text, range_b)
    return Pair(
        judgement=judgement,
        a=_side(a, article_a, range_a, pieces_a),
        b=_side(b, article_b, range_b, pieces_b),
        reasons=reasons,
        whose_dispute=whose_dispute(a, b) if judgement.relation == "contradiction" else "",
    )


def _bare(claim: Claim, article: Article) -> Side:
    shown = (claim.start, claim.end)
    return _side(claim, article, shown, quote_pieces(article.text, *shown))


def _side(claim: Claim, article: Article, shown: Range, pieces: tuple[Piece, ...]) -> Side:
    before = article.text[claim.sentence_start : shown[0]]
    after = article.text[shown[1] : claim.sentence_end]
    if _has_words(before):
        pieces = (Piece("… ", False), *pieces)
    if _has_words(after):
        pieces = (*pieces, Piece(" …", False))
    return Side(claim=claim, article=article, pieces=pieces)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _shown(claim: Claim, evidence: list[Range]) -> Range:
    """The claim's own range; its whole sentence where a reason rests on words of the sentence outside the claim."""
    low, high = min(claim.sentence_start, claim.start), max(claim.sentence_end, claim.end)
    for start, end in evidence:
        if low <= start and end <= high and not (claim.start <= start and end <= claim.end):
            return low, high
    return claim.start, claim.end
