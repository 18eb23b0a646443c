"""A score is told once: as the reader knows it, not half by half."""

from __future__ import annotations

from claimcheck.judging.quantities import compare_quantities
from claimcheck.judging.reasons import reasons_for
from claimcheck.judging.scores import with_whole_scores
from claimcheck.records import Claim, Quantity
from tests.builders import claim, quantity


def match(text: str, *scores: str, named: bool = True) -> Claim:
    """A claim with scores "A-B" of `text`, in their order; `named` where the text tells who won."""
    halves: list[Quantity] = []
    end = 0
    for score in scores:
        at = text.index(score, end)
        end = at + len(score)
        first, second = score.split("-")
        won = ("draw", "draw") if first == second else ("win", "lose") if int(first) > int(second) else ("lose", "win")
        for start, words, role in ((at, first, won[0]), (at + len(first) + 1, second, won[1])):
            half = quantity(words, words, float(words), float(words), dimension="score", role=role if named else None)
            halves.append(half.shifted(start))
    return claim(text, quantities=tuple(halves))


def told(a: Claim, b: Claim) -> list[str]:
    return [r.sentence for r in reasons_for("related", compare_quantities(a, b), a, b) if r.kind == "quantity"]


def test_equal_scores_are_told_once() -> None:
    won, lost = match("Varna won 4-2 at home.", "4-2"), match("Burgas lost 2-4 in Varna.", "2-4")
    assert told(won, lost) == ["4-2 and 2-4: the same two figures."]
    assert told(won, match("Varna beat Burgas 4-2.", "4-2")) == ["Both say 4-2."]
    a, b = (
        reason
        for reason in reasons_for("related", compare_quantities(won, lost), won, lost)[:1]
        for reason in (reason.a, reason.b)
    )
    assert a is not None
    assert b is not None
    assert (a.text, b.text) == ("4-2", "2-4")


def test_scores_that_differ_in_one_half_are_told_as_scores() -> None:
    assert told(match("Varna won 4-2 at home.", "4-2"), match("Varna won 4-1 at home.", "4-1")) == ["4-2 against 4-1."]


def test_the_order_of_the_halves_is_kept() -> None:
    a, b = match("The panel split 7-2.", "7-2", named=False), match("The panel split 2-7.", "2-7", named=False)
    assert told(a, b) == ["7-2 and 2-7: the same two figures."]
    assert told(b, a) == ["2-7 and 7-2: the same two figures."]


def test_the_sets_of_one_match_are_in_no_conflict() -> None:
    sets = ("7-5", "6-2", "7-5")
    a = match("Halva beat Orsini 7-5, 6-2, 7-5.", *sets)
    b = match("Orsini was beaten 7-5, 6-2, 7-5.", *sets)
    assert not any("against" in sentence for sentence in told(a, b))


def test_the_verdict_stays_that_of_the_comparison() -> None:
    a, b = match("Varna won 4-2 at home.", "4-2"), match("Varna won 4-1 at home.", "4-1")
    findings = compare_quantities(a, b)
    for kept in ([f for f in findings if f.verdict == "agree"], findings):
        verdicts = {finding.verdict for finding in with_whole_scores(kept, a, b)}
        assert verdicts == ({"conflict"} if any(f.verdict == "conflict" for f in kept) else {f.verdict for f in kept})
