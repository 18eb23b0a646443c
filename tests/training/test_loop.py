"""What a pair teaches: its label, several labels that may be right, a larger model's verdict."""

from __future__ import annotations

import pytest
import torch

from claimcheck.judging.language_model import LABELS, OUTPUTS
from claimcheck.training.examples import Example, either_way
from claimcheck.training.loop import QUESTIONS, Recipe, loss_of, wanted

AGREEMENT, CONTRADICTION, RELATED, UNRELATED = (
    OUTPUTS.index(f"relation: {name}") for name in ("agreement", "contradiction", "related", "unrelated")
)
EVEN = torch.cat([torch.full((q.stop - q.start,), 1.0 / (q.stop - q.start)) for q in QUESTIONS]).log()


def test_a_label_speaks_for_its_own_question_only() -> None:
    (nli, relations) = QUESTIONS
    found = wanted(Example("a", "b", 0, "s"), EVEN, Recipe(smoothing=0.0))
    assert found[nli].tolist() == pytest.approx([1.0, 0.0, 0.0])
    assert found[relations].sum() == 0.0


def test_smoothing_gives_every_output_of_the_question_a_little() -> None:
    found = wanted(Example("a", "b", 0, "s"), EVEN, Recipe(smoothing=0.3))
    assert found[: len(LABELS)].tolist() == pytest.approx([0.8, 0.1, 0.1])


def test_labels_that_may_both_be_right_share_as_the_model_has_it() -> None:
    likely = EVEN.clone()
    likely[AGREEMENT], likely[CONTRADICTION] = torch.tensor([0.6, 0.2]).log()
    found = wanted(Example("a", "b", AGREEMENT, "s", also=(CONTRADICTION,)), likely, Recipe(smoothing=0.0))
    assert found[AGREEMENT].item() == pytest.approx(0.75)
    assert found[CONTRADICTION].item() == pytest.approx(0.25)


@pytest.mark.parametrize(("label", "relations"), [(0, {AGREEMENT}), (1, {RELATED, UNRELATED}), (2, {CONTRADICTION})])
def test_a_pair_of_inference_can_answer_both_questions(label: int, relations: set[int]) -> None:
    example = either_way(Example("a", "b", label, "s"))
    found = wanted(example, EVEN, Recipe(smoothing=0.0))
    assert found[label].item() == pytest.approx(1.0)
    assert {at for at, value in enumerate(found.tolist()) if value > 0.0} == {label, *relations}
    assert found[QUESTIONS[1]].sum().item() == pytest.approx(1.0)


def test_only_a_pair_that_does_not_know_a_premise_is_read_the_other_way_round() -> None:
    entailment = Example("a", "b", 0, "s")
    assert not entailment.is_symmetric
    assert either_way(entailment).is_symmetric


def test_a_larger_model_is_heard_on_both_questions() -> None:
    verdict = (0.2, 0.3, 0.5, 0.1, 0.6, 0.1, 0.1, 0.1)
    found = wanted(Example("a", "b", CONTRADICTION, "s", taught=verdict), EVEN, Recipe(smoothing=0.0, taught=0.5))
    assert found[: len(LABELS)].tolist() == pytest.approx([0.1, 0.15, 0.25])
    assert found[CONTRADICTION].item() == pytest.approx(0.5 * 0.6 + 0.5)


def test_the_loss_is_least_where_the_label_is_likeliest() -> None:
    right, wrong = torch.zeros(1, len(OUTPUTS)), torch.zeros(1, len(OUTPUTS))
    right[0, CONTRADICTION], wrong[0, AGREEMENT] = 5.0, 5.0
    example, recipe = [Example("a", "b", CONTRADICTION, "s")], Recipe()
    assert loss_of(right, example, recipe) < loss_of(wrong, example, recipe)
