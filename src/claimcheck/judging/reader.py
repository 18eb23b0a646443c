"""A language model that is loaded when it is first needed, with the regressions that were fitted for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.embedding.lazy import Lazy
from claimcheck.judging.judges import Pair, Weighed
from claimcheck.judging.language_model import STAGE, LanguageModel
from claimcheck.judging.regressions import relation_probabilities
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Relation

MOST_SMALL, MOST_LARGE = 4_000, 1_000
"""Pairs of claims inside articles that a model reads at most in one comparison: about 15 seconds for the small model,
20 for the large one, with bfloat16; three to four times that without."""


@attrs.frozen(kw_only=True, eq=False)
class Reading:
    """What a reader makes of n pairs.

    Attributes:
        logits: the model's scores, shape (n, 8), float64.
        probabilities: of the five relations of each pair, by the regression over model and evidence.
    """

    logits: NDArray[np.float64]
    probabilities: Sequence[dict[Relation, float]]


class Reader:
    """A language model and the folder of its regressions."""

    def __init__(self, load: Callable[[], LanguageModel], folder: Path, most: int = MOST_SMALL) -> None:
        """
        Args:
            load: loads the language model; called when a first pair is to be read, since that takes seconds.
            folder: where the regressions that were fitted for it are.
            most: how many pairs of claims inside articles it reads at most.
        """
        self._model, self.folder, self.most = Lazy(load), folder, most

    @property
    def model(self) -> LanguageModel:
        return self._model.get()

    def load_ahead(self) -> None:
        """Load the language model beside what is done next."""
        self._model.load_ahead()

    def knows(self, regression: str) -> bool:
        """Whether a regression of this name belongs to the model."""
        return (self.folder / regression).is_file()

    def read(
        self,
        pairs: Sequence[Pair],
        weighed: Sequence[Weighed],
        regression: str,
        *,
        stage: str = STAGE,
        progress: Progress = no_progress,
    ) -> Reading:
        """Read pairs.

        Args:
            pairs: n pairs.
            weighed: the evidence on each.
            regression: name of the file of the regression that joins both.
            stage: what `progress` calls it.
            progress: called as (stage, done, total).
        """
        logits = self.model.logits(pairs, [findings for findings, _, _ in weighed], stage=stage, progress=progress)
        found = relation_probabilities(self.folder / regression, pairs, weighed, logits)
        return Reading(logits=logits, probabilities=found)
