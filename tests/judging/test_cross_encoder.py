from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import claimcheck
from claimcheck.embedding.models import embedded_model_dir
from claimcheck.errors import ModelError
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

A, B = "The call between the two ministers took 50 minutes.", "The ministers' call took 50 minutes."


@pytest.fixture(scope="module")
def make_model(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[str]], str]:
    """A tiny cross-encoder with random weights and the given labels, as a folder."""

    def make(labels: list[str]) -> str:
        import torch
        from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

        torch.manual_seed(1)
        tokenizer = AutoTokenizer.from_pretrained(embedded_model_dir())
        config = BertConfig(
            vocab_size=len(tokenizer),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
            id2label=dict(enumerate(labels)),
            label2id={label: i for i, label in enumerate(labels)},
        )
        folder = tmp_path_factory.mktemp("model")
        BertForSequenceClassification(config).save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        return str(folder)

    return make


def test_any_nli_cross_encoder_can_judge(make_model: Callable[[list[str]], str]) -> None:
    settings = Settings(judge_model=make_model(["contradiction", "entailment", "neutral"]))
    one = claimcheck.judge(A, B, settings=settings)
    other = claimcheck.judge(B, A, settings=settings)
    assert sum(one.probabilities.values()) == pytest.approx(1.0)
    assert one.relation == other.relation
    assert one.probabilities == pytest.approx(other.probabilities, abs=1e-3)


def test_a_model_without_nli_labels_is_refused(make_model: Callable[[list[str]], str]) -> None:
    with pytest.raises(ModelError, match="expected entailment, neutral and contradiction"):
        claimcheck.judge(A, B, settings=Settings(judge_model=make_model(["good", "bad", "ugly"])))


def test_a_missing_model_says_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"No judge is called 'fst'\. Type: --judge fast, accurate or rules"):
        claimcheck.judge(A, B, settings=Settings(judge_model="fst"))
    with pytest.raises(ModelError, match="not on this machine: name a folder, or add --allow-downloads"):
        claimcheck.judge(A, B, settings=Settings(judge_model="nobody/no-such-model"))


def test_a_folder_without_a_judge_is_told_as_one(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("No judge.", encoding="utf-8")
    for path, kind in ((tmp_path, "folder"), (file, "file")):
        with pytest.raises(ModelError, match=rf"The {kind} .* holds no judge"):
            claimcheck.judge(A, B, settings=Settings(judge_model=str(path)))
