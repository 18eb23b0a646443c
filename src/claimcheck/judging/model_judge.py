"""The judge with a language model: it reads the pairs that could be decisive, beside the typed evidence on all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

from claimcheck.judging.combination import Weighed, promise, relation_probabilities
from claimcheck.judging.combine import combine, decide, rounded
from claimcheck.judging.judges import STAGE, Pair, weigh
from claimcheck.judging.language_model import LABELS, LanguageModel, judge_folder, load_language_model
from claimcheck.judging.model_input import texts
from claimcheck.judging.reasons import reasons_for
from claimcheck.judging.wording import telling_runs
from claimcheck.progress import Progress, no_progress
from claimcheck.records import RELATIONS, Evidence, Judgement, Reason, Relation

PROMISING = 0.03
"""Probability, by the typed evidence alone, that a pair inside articles agrees, conflicts or updates, from which it is
read by the language model."""
UNEXPLAINED = 0.9
"""Highest confidence of a contradiction for which no typed value speaks: a reader has only the words to check it by."""
DECISIVE_KINDS: tuple[Relation, ...] = ("contradiction", "update")


READ_PER_CLAIM = 1.0
"""Pairs inside articles that are read for each claim, in the mean: the most promising ones of all."""
MOST_READ = 200
"""Pairs inside articles that are read at most: some 10 seconds of two cores for the accurate model in float32."""


def load_model_judge(name: str, *, thorough: bool = False, cache_dir: Path | None = None) -> ModelJudge:
    """The judge called "fast" or "accurate", or the one in a folder that `claimcheck train` has written.

    Args:
        name: of the judge, or its folder.
        thorough: read every promising pair.
        cache_dir: where the base of the accurate judge is unpacked; None: the user's cache folder.

    Raises:
        ModelError: there is none, or it cannot be loaded.
    """
    folder = judge_folder(name)
    return ModelJudge(load_language_model(folder, cache_dir=cache_dir), folder, thorough=thorough)


class ModelJudge:
    """Typed evidence and a language model, combined by a calibrated regression.

    Pairs of claims inside articles that the evidence alone rules out are not read, and of the others only the most
    promising ones, unless it is thorough: where nothing is read, the evidence decides alone.
    """

    def __init__(self, model: LanguageModel, folder: Path, *, thorough: bool = False) -> None:
        """
        Args:
            model: the language model.
            folder: where the regressions that were fitted for it are.
            thorough: read every promising pair, however many there are.
        """
        self._model, self._folder, self._thorough = model, folder, thorough

    def judge(self, pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Judgement]:
        weighed: list[Weighed] = []
        progress(STAGE, 0, len(pairs))
        for done, pair in enumerate(pairs, start=1):
            weighed.append(weigh(pair))
            if done % 500 == 0 or done == len(pairs):
                progress(STAGE, done, len(pairs))
        read = self._to_read(pairs, weighed)
        logits = self._model.logits([pairs[at] for at in read], progress=progress)
        combined = relation_probabilities(
            self._folder, [pairs[at] for at in read], [weighed[at] for at in read], logits
        )
        by_model = dict(zip(read, combined, strict=True))
        return [
            self._judgement(pair, evidence, by_model.get(at))
            for at, (pair, evidence) in enumerate(zip(pairs, weighed, strict=True))
        ]

    def _to_read(self, pairs: Sequence[Pair], weighed: Sequence[Weighed]) -> list[int]:
        """Places of the pairs that the language model reads, ascending."""
        inside = [at for at, pair in enumerate(pairs) if pair.story is not None]
        promises = promise([pairs[at] for at in inside], [weighed[at] for at in inside])
        claims = {claim.id for at in inside for claim in (pairs[at].a, pairs[at].b)}
        most = len(inside) if self._thorough else min(MOST_READ, round(READ_PER_CLAIM * len(claims)))
        ranked = sorted(zip(-promises, inside, strict=True))
        chosen = [at for negative, at in ranked[:most] if -negative >= PROMISING]
        return sorted([*chosen, *(at for at, pair in enumerate(pairs) if pair.story is None)])

    def _judgement(self, pair: Pair, weighed: Weighed, combined: dict[Relation, float] | None) -> Judgement:
        findings, same, topic = weighed
        probabilities = rounded(combine(same, topic, findings) if combined is None else combined)
        relation = decide(probabilities)
        reasons = reasons_for(relation, findings, pair.a, pair.b)
        if combined is not None and relation in DECISIVE_KINDS and not any(r.supports == relation for r in reasons):
            probabilities = _held_back(probabilities, relation)
            reasons = (self._in_words(pair, relation), *reasons)
        return Judgement(
            a=pair.a.id,
            b=pair.b.id,
            relation=relation,
            probabilities=probabilities,
            same_fact=round(same.event, 4),
            reasons=reasons,
        )

    def _in_words(self, pair: Pair, relation: Relation) -> Reason:
        """The words of both claims that the model's verdict rests on."""
        date_a, date_b = pair.date_a, pair.date_b

        def ask(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
            logits = self._model.ask([texts(a, b, date_a, date_b) for a, b in pairs])[:, len(LABELS) :]
            return np.asarray(logits[:, RELATIONS.index(relation)] - logsumexp(logits, axis=1))

        words_a, words_b = telling_runs(pair.a, pair.b, ask)
        return Reason(
            kind="wording", supports=relation, a=words_a, b=words_b, sentence=_sentence(words_a, words_b, relation)
        )


def _held_back(probabilities: dict[Relation, float], relation: Relation) -> dict[Relation, float]:
    """The same with at most UNEXPLAINED for a relation; what is over goes to "related"."""
    over = max(0.0, probabilities[relation] - UNEXPLAINED)
    held: dict[Relation, float] = {relation: probabilities[relation] - over, "related": probabilities["related"] + over}
    return rounded(probabilities | held)


def _sentence(a: Evidence | None, b: Evidence | None, relation: Relation) -> str:
    verdict = "both cannot be true" if relation == "contradiction" else "the later report replaces the earlier one"
    if a is not None and b is not None:
        return f"“{a.text}” against “{b.text}”: the trained judge reads that {verdict}."
    if a is None and b is None:
        return f"The trained judge reads that {verdict}."
    told, side = (a, "first") if a is not None else (b, "second")
    return f"Only the {side} has “{told.text}”: the trained judge reads that {verdict}."  # type: ignore[union-attr]
