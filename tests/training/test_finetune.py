"""Fine-tuning around the training itself: what becomes of the folder that it writes to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import InputError, OutputError
from claimcheck.judging.language_model import COMBINATION, is_judge_folder
from claimcheck.training import finetune as module
from claimcheck.training.finetune import WEIGHTS, check_output, finetune

ROWS = [
    {"a": "The bridge is closed.", "b": f"The bridge in town {at} is open.", "relation": "contradiction"}
    for at in range(24)
]


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replaces training by a file that is written once training is over, and measuring by nothing. Holds the files
    that were there when training began, and when it ended."""
    seen: list[str] = []

    def train(base: Path, examples: Any, output: Path, recipe: Any, *, progress: Any, **_: Any) -> None:
        output.mkdir(parents=True, exist_ok=True)
        progress("Training", 0, 2)
        seen.append(" ".join(sorted(os.listdir(output))))
        progress("Training", 1, 2)
        progress("Training", 2, 2)
        seen.append(" ".join(sorted(os.listdir(output))))
        (output / "model.safetensors").write_text("new", encoding="utf-8")
        (output / "recipe.json").write_text("{}", encoding="utf-8")

    monkeypatch.setattr(module, "train", train)
    monkeypatch.setattr(module, "_accuracy", lambda *_: 0.5)
    return seen


def old_judge(folder: Path) -> Path:
    folder.mkdir()
    for name in (*WEIGHTS, COMBINATION):
        (folder / name).write_text("old", encoding="utf-8")
    return folder


def test_other_peoples_files_are_left_alone(tmp_path: Path, trained: list[str]) -> None:
    (tmp_path / "model.safetensors").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"no judge .* name a folder that is new or empty"):
        finetune(ROWS, tmp_path, base="fast", epochs=1)
    assert os.listdir(tmp_path) == ["model.safetensors"]
    assert trained == []


@pytest.mark.parametrize("name", ["combination.json", "recipe.json", "checkpoint.pt", "checkpoint.new"])
def test_a_folder_that_was_trained_into_before_is_taken(name: str, tmp_path: Path, trained: list[str]) -> None:
    (tmp_path / name).write_text("", encoding="utf-8")
    finetune(ROWS, tmp_path, base="fast", epochs=1)
    assert is_judge_folder(tmp_path)


@pytest.mark.parametrize("made", [True, False])
def test_an_empty_or_a_new_folder_is_taken(made: bool, tmp_path: Path, trained: list[str]) -> None:
    folder = tmp_path / "to come" / "judge"
    if made:
        folder.mkdir(parents=True)
    finetune(ROWS, folder, base="fast", epochs=1)
    assert is_judge_folder(folder)


def test_the_old_judge_stays_until_training_is_over(tmp_path: Path, trained: list[str]) -> None:
    folder = old_judge(tmp_path / "judge")
    finetune(ROWS, folder, base="fast", epochs=1)
    assert trained == ["adapter.safetensors combination.json model.safetensors", ""]
    assert (folder / "model.safetensors").read_text(encoding="utf-8") == "new"
    assert not (folder / "adapter.safetensors").exists()
    assert (folder / COMBINATION).read_text(encoding="utf-8") != "old"


def test_training_that_is_stopped_leaves_the_old_judge(tmp_path: Path, trained: list[str]) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    folder = old_judge(tmp_path / "judge")
    with pytest.raises(KeyboardInterrupt):
        finetune(ROWS, folder, base="fast", epochs=1, progress=stop)
    assert all((folder / name).read_text(encoding="utf-8") == "old" for name in (*WEIGHTS, COMBINATION))


@pytest.mark.weights
def test_training_that_was_stopped_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LEAST_STEPS", 1)  # a checkpoint each step
    monkeypatch.setattr(module, "_accuracy", lambda *_: 0.5)
    folder, seen = old_judge(tmp_path / "judge"), []

    def stopping_at(limit: int | None) -> Callable[[str, int, int], None]:
        def progress(stage: str, done: int, total: int) -> None:
            seen.append(done)
            if done == limit:
                raise KeyboardInterrupt

        return progress

    with pytest.raises(KeyboardInterrupt):
        finetune(ROWS, folder, base="fast", epochs=4, progress=stopping_at(64))
    assert (folder / COMBINATION).read_text(encoding="utf-8") == "old"
    finetune(ROWS, folder, base="fast", epochs=4, progress=stopping_at(None))
    assert seen == [0, 32, 64, 32, 64, 84]
    assert not (folder / "checkpoint.pt").exists()
    assert not (folder / "adapter.safetensors").exists()
    assert is_judge_folder(folder)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "judge").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="expected a folder"):
        check_output(tmp_path / "judge")
    with pytest.raises(OutputError, match="judge is not a folder"):
        check_output(tmp_path / "judge" / "inside")


@pytest.mark.parametrize("name", ["n" * 5000, "a\0b"])
def test_a_name_that_no_folder_can_have_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Cannot write"):
        check_output(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("below", [".", "judge", "a/judge"])
def test_a_folder_that_may_not_be_written_is_refused(below: str, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with pytest.raises(OutputError, match=r"no permission to write in .*closed"):
        check_output(folder / below)
