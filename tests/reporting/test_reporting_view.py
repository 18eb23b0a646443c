"""What a report shows of a fact: which pairs and quotes, from which part of the article."""

from __future__ import annotations

import attrs
import pytest
from hand_built import claim_of, fire, judged, located
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import Article, Claim, Comparison, Evidence, Fact, Reason, Relation
from claimcheck.reporting.article_text import MAX_TEXT, article_passages
from claimcheck.reporting.pieces import plain
from claimcheck.reporting.view import OUTSIDE, PointView, fact_views


def test_a_dispute_shows_its_contradicting_pair_with_the_words_that_differ(comparison: Comparison) -> None:
    (pair,) = fact_views(comparison)[0].points[0].conflicts
    assert [piece.text for piece in pair.a.pieces if piece.marked] == ["50 minutes"]
    assert [piece.text for piece in pair.b.pieces if piece.marked] == ["over an hour"]
    assert [reason.kind for reason in pair.reasons] == ["duration"]


def test_a_claim_that_is_part_of_its_sentence_is_shown_as_a_part(comparison: Comparison) -> None:
    (pair,) = fact_views(comparison)[0].points[0].conflicts
    assert plain(pair.b.pieces) == "… lay without power for over an hour on Friday …"


def test_an_agreement_shows_every_claim_once(comparison: Comparison) -> None:
    (view,) = fact_views(comparison)[2].points
    assert view.conflicts == ()
    assert [side.claim for side in view.quotes] == list(view.point.claims)
    assert [pair.judgement for pair in view.agreements] == list(view.point.judgements)


def fact_of(*claims: Claim, articles: tuple[Article, ...], reasons: tuple[Reason, ...] = ()) -> PointView:
    fact = Fact(
        title="x",
        status="disputed",
        claims=claims,
        articles=articles,
        origins=tuple((article,) for article in articles),
        judgements=(judged(claims[0], claims[1], "contradiction", 0.9, *reasons),),
    )
    return fact_views(Comparison(articles=articles, claims=claims, facts=(fact,)))[0].points[0]


def test_evidence_outside_the_claim_but_in_its_sentence_brings_the_whole_sentence() -> None:
    a = Article("Before. On Tuesday, the mayor said, the bridge was shut. After.")
    b = Article("The bridge was shut on Thursday.")
    whole = located(a, "On Tuesday, the mayor said, the bridge was shut.")
    part = claim_of(a, "the bridge was shut", sentence_start=whole["start"], sentence_end=whole["end"])
    reason = Reason(
        kind="date",
        supports="contradiction",
        a=Evidence(**located(a, "On Tuesday")),
        b=Evidence(**located(b, "on Thursday")),
        sentence="Tuesday against Thursday.",
    )
    (pair,) = fact_of(part, claim_of(b, b.text), articles=(a, b), reasons=(reason,)).conflicts
    assert plain(pair.a.pieces) == whole["text"]
    assert [piece.text for piece in pair.a.pieces if piece.marked] == ["On Tuesday"]


def test_evidence_outside_the_sentence_does_not_widen_the_quote() -> None:
    a = Article("On Tuesday the mayor spoke. The bridge was shut.")
    b = Article("The bridge was shut on Thursday.")
    reason = Reason(
        kind="date",
        supports="contradiction",
        a=Evidence(**located(a, "On Tuesday")),
        b=Evidence(**located(b, "on Thursday")),
        sentence="Tuesday against Thursday.",
    )
    (pair,) = fact_of(
        claim_of(a, "The bridge was shut."), claim_of(b, b.text), articles=(a, b), reasons=(reason,)
    ).conflicts
    assert plain(pair.a.pieces) == "The bridge was shut."


def test_one_quote_each_prefers_the_claim_of_the_most_telling_agreement() -> None:
    a, b = Article("It rained. It poured all night."), Article("Rain all night.")
    first, second, other = claim_of(a, "It rained."), claim_of(a, "It poured all night."), claim_of(b, b.text)
    fact = Fact(
        title="x",
        status="corroborated",
        claims=(first, second, other),
        articles=(a, b),
        origins=((a,), (b,)),
        judgements=(judged(second, other, "agreement", 0.9), judged(first, other, "agreement", 0.6)),
    )
    view = fact_views(Comparison(articles=(a, b), claims=fact.claims, facts=(fact,)))[0].points[0]
    assert [side.claim for side in view.one_quote_each(())] == [second, other]
    assert view.one_quote_each(view.agreements[:1]) == ()


def agreeing(*pairs: tuple[int, int], disputed: tuple[int, int] | None = None) -> PointView:
    """A fact of two articles with six claims each, of which those pairs agree: the places of the claims in each."""
    text = "".join(f"Sentence number {n}. " for n in range(6))
    a, b = Article(text, source="A"), Article(text + "!", source="B")
    claims_a, claims_b = ([claim_of(article, f"Sentence number {n}.") for n in range(6)] for article in (a, b))
    judgements = [judged(claims_a[x], claims_b[y], "agreement", 0.8) for x, y in pairs]
    if disputed:
        judgements.append(judged(claims_a[disputed[0]], claims_b[disputed[1]], "contradiction", 0.9))
    fact = Fact(
        title="x",
        status="disputed" if disputed else "corroborated",
        claims=(*claims_a, *claims_b),
        articles=(a, b),
        origins=((a,), (b,)),
        judgements=tuple(judgements),
    )
    return fact_views(Comparison(articles=(a, b), claims=fact.claims, facts=(fact,)))[0].points[0]


def test_distinct_agreements_quote_no_claim_twice_and_take_the_most_telling_first() -> None:
    view = agreeing((0, 1), (0, 2), (3, 1), (2, 2), (3, 3))
    assert view.distinct_agreements == (view.agreements[0], view.agreements[3], view.agreements[4])
    assert view.other_agreements == (view.agreements[1], view.agreements[2])


def test_distinct_agreements_leave_out_what_a_conflict_quotes() -> None:
    view = agreeing((0, 1), (2, 1), (2, 3), disputed=(0, 5))
    assert view.distinct_agreements == (view.agreements[1],)
    assert view.other_agreements == (view.agreements[0], view.agreements[2])


def test_quotes_beside_the_pairs_are_those_that_no_pair_quotes() -> None:
    view = agreeing((0, 0), (1, 1), disputed=(2, 2))
    beside = {side.claim.quote for side in view.quotes_beside(view.distinct_agreements)}
    assert beside == {f"Sentence number {n}." for n in (3, 4, 5)}
    assert len(view.quotes) == 10


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12, unique=True))
def test_agreements_are_told_once_and_every_claim_has_its_quote(pairs: list[tuple[int, int]]) -> None:
    view = agreeing(*pairs)
    assert len(view.distinct_agreements) + len(view.other_agreements) == len(pairs)
    quoted = [claim for pair in view.distinct_agreements for claim in pair.claims]
    quoted += [side.claim.id for side in view.quotes_beside(view.distinct_agreements)]
    assert sorted(quoted) == sorted(claim.id for claim in view.point.claims)


def test_only_a_contradiction_is_somebodys_dispute(comparison: Comparison) -> None:
    disputed, updated, agreed = (view.points[0] for view in fact_views(comparison))
    (pair,) = disputed.conflicts
    assert pair.whose_dispute.startswith("The coastguard against a port official: ")
    assert not any(pair.whose_dispute for pair in (*updated.conflicts, *agreed.agreements))


def test_a_fact_without_points_is_one_point_without_a_heading(comparison: Comparison) -> None:
    for view in fact_views(comparison):
        (point,) = view.points
        assert point.point is view.fact
        assert not point.headed
        assert point.target.label == str(view.number)
        assert view.told_once == ()


def test_points_keep_their_order_numbers_pairs_and_sources() -> None:
    (view,) = fact_views(fire(3))
    assert [point.target.label for point in view.points] == ["1.1", "1.2", "1.3"]
    assert [point.target.status for point in view.points] == ["disputed", "updated", "corroborated"]
    assert [[len(p.conflicts), len(p.agreements), len(p.quotes)] for p in view.points] == [
        [1, 0, 0],
        [1, 0, 0],
        [0, 2, 3],
    ]
    assert [point.sources for point in view.points] == [
        "2 independent sources: Marl Gazette and B",
        "2 independent sources: Marl Gazette and B",
        "",
    ]
    assert all(point.headed for point in view.points)


def test_what_is_in_no_point_is_told_by_one_source_only() -> None:
    (view,) = fact_views(fire(3))
    assert [(article.name, [side.claim.quote for side in sides]) for article, sides in view.told_once_by] == [
        ("Marl Gazette", ["A dog barked.", "The mayor wept."]),
        ("C", ["The bridge held."]),
    ]
    targets = view.targets
    assert set(targets) == {claim.id for claim in view.fact.claims}
    assert [[target.label for target in targets[side.claim.id]] for side in view.told_once] == [["1"]] * 3
    assert all(target.status is None for side in view.told_once for target in targets[side.claim.id])


def test_what_is_disputed_with_less_confidence_than_is_shown_is_not_told_by_one_source_only() -> None:
    (before,), (view,) = fact_views(fire(3)), fact_views(fire(3).only(min_confidence=0.92))
    assert len(view.points) < len(before.points)
    assert view.told_once == before.told_once


def test_the_only_point_of_a_fact_with_its_title_needs_no_heading() -> None:
    (fact,) = fire(3).facts
    only = attrs.evolve(fact, title=fact.points[0].title, points=fact.points[:1], judgements=fact.judgements[:1])
    view = fact_views(attrs.evolve(fire(3), facts=(only,)))[0]
    assert [point.headed for point in view.points] == [False]
    assert not view.headed
    view = fact_views(attrs.evolve(fire(3), facts=(attrs.evolve(only, title="Fire"),)))[0]
    assert [point.headed for point in view.points] == [True]


def test_a_conflict_between_claims_of_two_points_is_never_left_out() -> None:
    comparison = fire(3)
    (fact,) = comparison.facts
    dog, bridge = (
        next(claim for claim in fact.claims if claim.quote == quote) for quote in ("A dog barked.", "The bridge held.")
    )
    toll, area = fact.points[0].claims[0], fact.points[1].claims[1]
    across = judged(toll, area, "contradiction", 0.7), judged(dog, bridge, "agreement", 0.6)
    within = judged(toll, fact.points[2].claims[1], "agreement", 0.6)
    fact = attrs.evolve(fact, points=fact.points[1:], judgements=(*across, within, *fact.judgements[1:]))
    (view,) = fact_views(attrs.evolve(comparison, facts=(fact,), judgements=fact.judgements))
    first = view.points[0]
    assert (first.point.title, first.point.status, first.target.label) == (OUTSIDE, "disputed", "1")
    assert [pair.judgement for pair in first.conflicts] == [across[0]]
    # `toll` is in no point now, so what it agrees with counts as well.
    assert [pair.judgement for pair in first.agreements] == [across[1], within]
    assert {side.claim for side in first.quotes} == {dog, bridge}
    assert [side.claim.quote for side in view.told_once] == ["The mayor wept.", "Nine people died."]
    assert [point.target.label for point in view.points] == ["1", "1.1", "1.2"]


def passages_of(text: str, *ranges: tuple[int, int]) -> list[tuple[str, int, int]]:
    article = Article(text)
    claims = [
        Claim(
            article=article.id,
            start=low,
            end=high,
            quote=text[low:high],
            text="x",
            sentence_start=low,
            sentence_end=high,
        )
        for low, high in ranges
    ]
    passages, cut = article_passages(article, claims, {})
    assert cut == 0
    assert "".join(passage.text for passage in passages) == text
    assert sorted(claim for passage in passages for claim in passage.opens) == sorted(claim.id for claim in claims)
    for claim in claims:
        assert "".join(passage.text for passage in passages if claim.id in passage.claims) == claim.quote
    return [(passage.text, len(passage.opens), len(passage.claims)) for passage in passages]


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], [("abcdef", 0, 0)]),
        ([(0, 6)], [("abcdef", 1, 1)]),
        ([(1, 3), (3, 5)], [("a", 0, 0), ("bc", 1, 1), ("de", 1, 1), ("f", 0, 0)]),
        ([(1, 4), (2, 6)], [("a", 0, 0), ("b", 1, 1), ("cd", 1, 2), ("ef", 0, 1)]),
        ([(0, 6), (2, 4)], [("ab", 1, 1), ("cd", 1, 2), ("ef", 0, 1)]),
        ([(0, 2), (0, 4)], [("ab", 2, 2), ("cd", 0, 1), ("ef", 0, 0)]),
    ],
)
def test_an_article_is_cut_so_that_every_claim_is_whole(
    ranges: list[tuple[int, int]], expected: list[tuple[str, int, int]]
) -> None:
    assert passages_of("abcdef", *ranges) == expected


def test_a_very_long_article_is_cut_after_its_last_claim() -> None:
    article = Article("x" * (MAX_TEXT + 100))
    passages, cut = article_passages(article, [], {})
    assert (sum(len(passage.text) for passage in passages), cut) == (MAX_TEXT, 100)
    late = attrs.evolve(claim_of(Article("x"), "x"), article=article.id, start=MAX_TEXT + 10, end=MAX_TEXT + 20)
    passages, cut = article_passages(article, [late], {})
    assert (sum(len(passage.text) for passage in passages), cut) == (MAX_TEXT + 20, 80)


@pytest.mark.parametrize(("relation", "first"), [("update", "Early"), ("contradiction", "Late")])
@pytest.mark.parametrize("late", [{"published": "2024-05-09"}, {"published_earliest": "2024-05-08"}])
def test_of_an_update_the_earlier_report_comes_first(relation: Relation, first: str, late: dict[str, str]) -> None:
    articles = (
        Article("The tunnel opens in June.", source="Late", **late),
        Article("The tunnel opens in May.", source="Early", published="2024-05-02"),
    )
    claims = tuple(claim_of(article, article.text) for article in articles)
    fact = Fact(
        title="x",
        status="updated",
        claims=claims,
        articles=articles,
        origins=tuple((article,) for article in articles),
        judgements=(judged(*claims, relation, 0.8),),
    )
    (view,) = fact_views(Comparison(articles=articles, claims=claims, facts=(fact,)))
    (pair,) = view.points[0].conflicts
    assert pair.a.article.name == first
    assert pair.claims == tuple(claim.id for claim in claims)


def test_an_update_between_undated_reports_keeps_the_order_of_the_judgement() -> None:
    articles = (Article("The tunnel opens in June.", source="A"), Article("The tunnel opens in May.", source="B"))
    a, b = (claim_of(article, article.text) for article in articles)
    fact = Fact(
        title="x",
        status="updated",
        claims=(a, b),
        articles=articles,
        origins=((articles[0],), (articles[1],)),
        judgements=(judged(a, b, "update", 0.8),),
    )
    (view,) = fact_views(Comparison(articles=articles, claims=(a, b), facts=(fact,)))
    assert view.points[0].conflicts[0].a.claim == a
