"""A score is told once: as the reader knows it, not half by half."""

from __future__ import annotations

from claimcheck.judging.quantities import compare_quantities
from claimcheck.judging.reasons import reasons_for
from claimcheck.records import Claim, Quantity
from tests.builders import claim, quantity


def match(text: str, score: str) -> Claim:
    """A claim with the one score "A-B" of `text`."""
    first, second = score.split("-")
    at = text.index(score)
    roles = ("draw", "draw") if first == second else ("win", "lose") if int(first) > int(second) else ("lose", "win")

    def half(start: int, words: str, role: str) -> Quantity:
        return quantity(words, words, float(words), float(words), dimension="score", role=role).shifted(start)

    return claim(text, quantities=(half(at, first, roles[0]), half(at + len(first) + 1, second, roles[1])))


def told(a: Claim, b: Claim) -> list[str]:
    return [r.sentence for r in reasons_for("related", compare_quantities(a, b), a, b) if r.kind == "quantity"]


def test_equal_scores_are_told_once() -> None:
    won, lost = match("Varna won 4-2 at home.", "4-2"), match("Burgas lost 2-4 in Varna.", "2-4")
    assert told(won, lost) == ["Both say 4-2."]
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
