"""A judge that asks an NLI cross-encoder too: any CrossEncoder with the labels entailment, neutral, contradiction."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.embedding.models import has_fast_bfloat16, quiet_model_libraries
from claimcheck.errors import ModelError
from claimcheck.judging.evidence import Finding, whole
from claimcheck.judging.judges import STAGE, Pair, judgement, weigh
from claimcheck.judging.language_model import TIERS
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Judgement

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

LEAST_CONTRADICTION = 0.5
"""Below this probability, the cross-encoder's contradiction is no evidence: raw NLI flags most pairs."""
BATCH = 256


class CrossEncoderJudge:
    """The built-in evidence, with a cross-encoder's entailment and contradiction behind the same event gate.

    Both directions are asked, and their mean is taken, so that the answer does not depend on the order.
    """

    def __init__(self, model: str, *, allow_downloads: bool = False) -> None:
        """Load the model.

        Args:
            model: folder, or name in the local model cache.
            allow_downloads: let a name that is not on disk be fetched.

        Raises:
            ModelError: it cannot be loaded, or has no labels for entailment and contradiction.
        """
        self._model = _load(model, allow_downloads=allow_downloads)
        self._entailment, self._contradiction = _columns(model, self._model)

    def judge(self, pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Judgement]:
        if not pairs:
            return []
        progress(STAGE, 0, len(pairs))
        judgements: list[Judgement] = []
        for start in range(0, len(pairs), BATCH):
            batch = pairs[start : start + BATCH]
            for pair, (entailment, contradiction) in zip(batch, self._ask(batch), strict=True):
                findings, same, topic = weigh(pair)
                if contradiction >= LEAST_CONTRADICTION:
                    findings = [*findings, _finding(pair, float(contradiction))]
                same = attrs.evolve(same, point=max(same.point, float(entailment)))
                judgements.append(judgement(pair, findings, same, topic))
            progress(STAGE, len(judgements), len(pairs))
        return judgements

    def _ask(self, pairs: Sequence[Pair]) -> NDArray[np.float64]:
        """Mean of both directions: entailment and contradiction, shape (n, 2), float64, in [0, 1]."""
        texts = [(pair.a.text, pair.b.text) for pair in pairs] + [(pair.b.text, pair.a.text) for pair in pairs]
        logits = self._model.predict(
            texts, batch_size=32, show_progress_bar=False, convert_to_tensor=True, activation_fn=_identity()
        )
        scores = logits.float().softmax(dim=1).cpu().numpy().astype(np.float64)
        both = scores[:, [self._entailment, self._contradiction]]
        return np.asarray((both[: len(pairs)] + both[len(pairs) :]) / 2.0)


def _identity() -> object:
    import torch

    return torch.nn.Identity()


def _finding(pair: Pair, contradiction: float) -> Finding:
    return Finding(
        kind="contradiction",
        verdict="conflict",
        strength=contradiction,
        a=whole(pair.a),
        b=whole(pair.b),
        sentence=f"The language model finds that both cannot be true ({contradiction:.0%}).",
    )


def _load(name: str, *, allow_downloads: bool) -> CrossEncoder:
    quiet_model_libraries()
    import torch
    from sentence_transformers import CrossEncoder

    try:
        model = CrossEncoder(name, device="cpu", local_files_only=not allow_downloads)
    except Exception as error:  # the libraries raise OSError, ValueError, KeyError and their own kinds here
        raise ModelError(_cannot_load(name, type(error).__name__, allow_downloads)) from error
    model.eval()
    return model.to(torch.bfloat16) if has_fast_bfloat16() else model


def _cannot_load(name: str, error: str, allow_downloads: bool) -> str:
    if os.path.exists(name):
        return (
            f"The {'folder' if os.path.isdir(name) else 'file'} {name} holds no judge ({error}): expected a folder "
            "that claimcheck train has written, or that of an NLI cross-encoder."
        )
    if "/" not in name and not allow_downloads:
        return (
            f"No judge is called {name!r}. Type: --judge {', '.join(TIERS)} or rules; a folder that claimcheck "
            "train has written; or, for a model of a hub, its full name with --allow-downloads."
        )
    hint = "" if allow_downloads else " It is not on this machine: name a folder, or add --allow-downloads."
    return f"The judge model {name!r} cannot be loaded ({error}).{hint}"


def _columns(name: str, model: CrossEncoder) -> tuple[int, int]:
    labels = {int(k): str(v).casefold() for k, v in (getattr(model.config, "id2label", None) or {}).items()}
    columns = [
        next((i for i, label in labels.items() if label.startswith(word)), None) for word in ("entail", "contra")
    ]
    if columns[0] is None or columns[1] is None or len(labels) != 3:
        raise ModelError(
            f"The judge model {name!r} has the labels {sorted(labels.values())}; expected entailment, neutral and "
            "contradiction, as an NLI cross-encoder has."
        )
    return columns[0], columns[1]
