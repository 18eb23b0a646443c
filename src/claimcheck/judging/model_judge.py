"""The judge with a language model: it reads the pairs that could be decisive, beside the typed evidence on all."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

from claimcheck.judging.adapter import ADAPTER_FILE
from claimcheck.judging.base_model import base_model_dir
from claimcheck.judging.combination import relation_probabilities
from claimcheck.judging.combine import combine, decide, rounded
from claimcheck.judging.judges import Pair, Weighed, weigh_all
from claimcheck.judging.language_model import LABELS, LanguageModel, in_order, judge_folder, load_language_model
from claimcheck.judging.model_input import texts
from claimcheck.judging.reasons import reasons_for
from claimcheck.judging.wording import telling_runs
from claimcheck.progress import Progress, no_progress
from claimcheck.records import RELATIONS, Evidence, Judgement, Reason, Relation

LARGE_SHARE, SMALL_SHARE = 0.6, 0.5
"""Say of the regression over model and evidence, by the size of the model; the rest is the evidence's own (a linear
opinion pool). On benchmarks/data/relations/dev.jsonl, contradictions at one half or above: with all of the say, the
large model gives precision .65 at recall .64, with 0.6 of it .78 at .53, with half of it .81 at .38."""
LEAST = 0.4
LEAST_CONTRADICTION_LARGE, LEAST_CONTRADICTION_SMALL = 0.45, 0.4
"""Least probability of a decisive relation between bare texts: a pool is flatter than its parts. Inside articles, where
most pairs are merely related, it is one half. On the same pairs, accuracy .763 and contradictions at precision .75 and
recall .60 (large), .479, .64 and .38 (small); one half for all gives .732 and .421."""
UNEXPLAINED = 0.9
"""Highest confidence of a contradiction for which no typed value speaks: a reader has only the words to check it by."""
DECISIVE_KINDS: tuple[Relation, ...] = ("contradiction", "update")


def load_model_judge(name: str, *, cache_dir: Path | None = None) -> ModelJudge:
    """The judge called "fast" or "accurate", or the one in a folder that `claimcheck train` has written.

    Args:
        name: of the judge, or its folder.
        cache_dir: where the base of the accurate judge is unpacked; None: the user's cache folder.

    Raises:
        ModelError: there is none, or it cannot be loaded.
    """
    folder = judge_folder(name)
    large = (folder / ADAPTER_FILE).is_file()
    if large:
        base_model_dir(cache_dir)  # what is missing is said before long work starts
    return ModelJudge(lambda: load_language_model(folder, cache_dir=cache_dir), folder, large=large)


class ModelJudge:
    """Typed evidence and a language model, combined by a calibrated regression.

    Bare texts are all read: somebody chose to compare them. Of claims inside articles, whose pairs are mostly related,
    a large model reads those that the evidence would call a contradiction or an update, and has its say. It does not
    look for more there: in articles it took any two air strikes for one (docs/decisions/0010-trained-judge.md).
    """

    def __init__(self, load: Callable[[], LanguageModel], folder: Path, *, large: bool) -> None:
        """
        Args:
            load: loads the language model; called when a first pair is to be read, since that takes seconds.
            folder: where the regression that was fitted for it is.
            large: whether it is good enough to be heard on claims inside articles.
        """
        self._load, self._folder, self._large = load, folder, large

    @functools.cached_property
    def _model(self) -> LanguageModel:
        return self._load()

    def judge(self, pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Judgement]:
        weighed = weigh_all(pairs, progress=progress)
        by_evidence = [rounded(combine(same, topic, findings)) for findings, same, topic in weighed]
        read = [
            at
            for at, (pair, found) in enumerate(zip(pairs, by_evidence, strict=True))
            if pair.story is None or (self._large and decide(found) in DECISIVE_KINDS)
        ]
        probabilities = list(by_evidence)
        for at, found in self._combined(pairs, weighed, read, progress):
            probabilities[at] = rounded(_pooled(found, by_evidence[at], LARGE_SHARE if self._large else SMALL_SHARE))
        told = set(read)
        return [
            self._judgement(pair, evidence, found, read=at in told)
            for at, (pair, evidence, found) in enumerate(zip(pairs, weighed, probabilities, strict=True))
        ]

    def _decide(self, pair: Pair, probabilities: dict[Relation, float]) -> Relation:
        if pair.story is not None:
            return decide(probabilities)
        contradiction = LEAST_CONTRADICTION_LARGE if self._large else LEAST_CONTRADICTION_SMALL
        return decide(probabilities, least=LEAST, least_contradiction=contradiction)

    def _combined(
        self, pairs: Sequence[Pair], weighed: Sequence[Weighed], read: Sequence[int], progress: Progress
    ) -> list[tuple[int, dict[Relation, float]]]:
        """Places of the pairs to read, with what model and evidence together make of each."""
        if not read:
            return []
        chosen = [pairs[at] for at in read]
        logits = self._model.logits(chosen, progress=progress)
        found = relation_probabilities(self._folder, chosen, [weighed[at] for at in read], logits)
        return list(zip(read, found, strict=True))

    def _judgement(
        self, pair: Pair, weighed: Weighed, probabilities: dict[Relation, float], *, read: bool
    ) -> Judgement:
        findings, same, _ = weighed
        relation = self._decide(pair, probabilities)
        reasons = reasons_for(relation, findings, pair.a, pair.b)
        if read and relation in DECISIVE_KINDS and not any(reason.supports == relation for reason in reasons):
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
        ordered = in_order(pair)
        first = pair if ordered else pair.swapped()

        def ask(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
            logits = self._model.ask([texts(a, b, first.date_a, first.date_b) for a, b in pairs])[:, len(LABELS) :]
            return np.asarray(logits[:, RELATIONS.index(relation)] - logsumexp(logits, axis=1))

        words = telling_runs(first.a, first.b, ask)
        words_a, words_b = words if ordered else words[::-1]
        return Reason(
            kind="wording", supports=relation, a=words_a, b=words_b, sentence=_sentence(words_a, words_b, relation)
        )


def _pooled(by_model: dict[Relation, float], by_evidence: dict[Relation, float], share: float) -> dict[Relation, float]:
    return {relation: share * by_model[relation] + (1.0 - share) * by_evidence[relation] for relation in RELATIONS}


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
