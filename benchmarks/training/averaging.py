"""The mean of two stages of a model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from claimcheck.judging.adapter import ADAPTER_FILE

MODEL_FILE = "model.safetensors"


def average(earlier: Path, later: Path, output: Path) -> None:
    """The mean of two stages' weights, which are near enough for it, since one went on from the other (Wortsman et al.
    2022, https://arxiv.org/abs/2203.05482): here it keeps what the later one learned and what the earlier one knew
    better (docs/decisions/0017-contrast-sets.md).

    Args:
        earlier, later: folders of two adapters, or of two whole models.
        output: folder that the mean is written to, with the later one's recipe and tokenizer.
    """
    from safetensors import safe_open
    from safetensors.torch import load_file, save_file

    output.mkdir(exist_ok=True)
    file = ADAPTER_FILE if (later / ADAPTER_FILE).is_file() else MODEL_FILE
    for beside in later.glob("*.json"):
        shutil.copyfile(beside, output / beside.name)
    first, second = (load_file(folder / file) for folder in (earlier, later))
    with safe_open(later / file, framework="pt") as opened:
        metadata = opened.metadata()
    mean = {name: ((first[name].float() + second[name].float()) / 2).to(second[name].dtype) for name in second}
    save_file(mean, output / file, metadata=metadata)
    recipe = json.loads((later / "recipe.json").read_text(encoding="utf-8"))
    (output / "recipe.json").write_text(json.dumps(recipe | {"averaged_with": earlier.name}, indent=1) + "\n")
