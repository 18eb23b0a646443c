"""The judge with a language model: it reads the pairs that could be decisive, beside the typed evidence on all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

from claimcheck.errors import ModelError
from claimcheck.judging.adapter import ADAPTER_FILE
from claimcheck.judging.adjustments import as_counted, as_timed, as_typed, as_worded, pooled
from claimcheck.judging.base_model import ensure_base
from claimcheck.judging.combine import abstain, combine, decide, rounded
from claimcheck.judging.evidence import Finding
from claimcheck.judging.judges import Pair, Weighed, weigh_all
from claimcheck.judging.language_model import (
    ACCURATE,
    COMBINATION,
    FAST,
    IN_COMPANY,
    INSIDE,
    LABELS,
    REGRESSIONS,
    STAGE,
    judge_folder,
    load_language_model,
    ordered,
)
from claimcheck.judging.lead_reading import STORIES, read_leads
from claimcheck.judging.model_input import (
    fitting_quantities,
    in_like_words,
    texts,
    titles_read,
)
from claimcheck.judging.reader import MOST_LARGE, MOST_SMALL, Reader
from claimcheck.judging.reasons import reasons_for
from claimcheck.judging.regressions import (
    probabilities_in_company,
    worth_reading,
)
from claimcheck.judging.wording import telling_runs
from claimcheck.models import load_logistic_file, load_multinomial, log_odds, sigmoid
from claimcheck.progress import Progress, no_progress
from claimcheck.records import (
    CONFLICTS,
    RELATIONS,
    SAME_FACT,
    Article,
    Claim,
    Evidence,
    Judgement,
    Reason,
    Relation,
)

ONE_STORY = 0.5
"""Probability of one story from which a pair of claims inside articles is read. Sentences do not show which event their
articles report, and across stories a model takes any two meetings of the same people for one: there evidence decides.
"""
UNEXPLAINED = 0.9
"""Highest confidence of a contradiction or an update for which no typed value speaks: a reader has only the words to
check it by."""
LEAST_INSIDE: Mapping[Relation, float] = {"contradiction": 0.6, "update": 0.65}
"""Least probability of a contradiction inside articles that is reported, and of an update of a pair that the model has
read; an agreement is reported from DECISIVE on, as everywhere. On sets and topics left out 80 % of the accurate judge's
contradictions and updates are right from here on, and 83 % of its agreements. Real articles dispute less than these
sets do, and more plainly (docs/decisions/0014-real-articles.md, 0021-figures-that-fit.md)."""
LEAST_IN_WORDS = 0.7
"""The same for a contradiction for which no typed value speaks: of those between .6 and .7 in real articles hardly a
third is one (docs/decisions/0026-disputes-of-real-news.md)."""

ONE_EVENT = (0.49, 0.7)
"""Intercept, and weight of the log-odds of one fact, for the probability that two bare texts tell of one event: fitted
by benchmarks/training/one_event.py (docs/decisions/0028-twin-events.md)."""

LIKELY = 0.05
"""Probability of one fact, by the first reader's regression, from which the accurate model reads a pair too
(docs/decisions/0024-a-first-reader.md)."""
SECOND_STAGE = "Reading likely pairs"
"""What `progress` calls the reading of what a first reader has left."""

Probabilities = dict[int, dict[Relation, float]]
"""Of the five relations, by the place of the pair."""


def load_model_judge(name: str, *, cache_dir: Path | None = None) -> ModelJudge:
    """The judge called "fast" or "accurate", or the one in a folder that `claimcheck train` has written.

    Args:
        name: of the judge, or its folder.
        cache_dir: where the base of the accurate judge is unpacked; None: the user's cache folder.

    Raises:
        ModelError: there is none, or it cannot be loaded.
    """
    folder = judge_folder(name)
    # What is missing or damaged is said before long work starts.
    if (folder / ADAPTER_FILE).is_file():
        ensure_base(cache_dir)
    for file in (folder / name for name in REGRESSIONS):
        if file.is_file() and not set(RELATIONS) <= set(load_multinomial(file).classes):
            raise ModelError(
                f"The regression of a judge in {file} is damaged: expected weights of {', '.join(RELATIONS)}. Train "
                "the judge anew with claimcheck train."
            )
    if (folder / STORIES).is_file():
        load_logistic_file(folder / STORIES)
    most = MOST_LARGE if (folder / ADAPTER_FILE).is_file() else MOST_SMALL
    reader = Reader(lambda: load_language_model(folder, cache_dir=cache_dir), folder, most)
    return ModelJudge(reader, _first_reader() if name == ACCURATE else None)


def _first_reader() -> Reader:
    folder = judge_folder(FAST)
    return Reader(lambda: load_language_model(folder), folder)


def one_fact(probabilities: Mapping[Relation, float]) -> float:
    """Probability that two claims tell of one fact, whether or not they agree on it."""
    return sum(probabilities[relation] for relation in SAME_FACT)


def _chosen(
    places: Sequence[int], pairs: Sequence[Pair], weighed: Sequence[Weighed]
) -> tuple[list[Pair], list[Weighed]]:
    return [pairs[at] for at in places], [weighed[at] for at in places]


def _as_inside(
    found: Probabilities, by_evidence: Probabilities, pairs: Sequence[Pair], weighed: Sequence[Weighed]
) -> Probabilities:
    """What a regression finds of pairs of claims inside articles, as far as typed evidence does not correct it."""
    adjusted: Probabilities = {}
    for at, one in found.items():
        findings = weighed[at][0]
        one = as_counted(as_timed(one, by_evidence[at], pairs[at], findings), findings)
        adjusted[at] = rounded(as_worded(one, pairs[at], findings))
    return adjusted


class ModelJudge:
    """Typed evidence and a language model, joined by calibrated regressions.

    Bare texts are all read: somebody chose to compare them. Of claims inside articles, whose pairs are mostly related,
    those of one story are read that could be about the same fact; what joins the model with the evidence there was
    fitted on claims inside articles (docs/decisions/0013-more-to-learn-from.md).
    """

    def __init__(self, reader: Reader, first: Reader | None = None) -> None:
        """
        Args:
            reader: whose model reads bare texts, leads, and pairs of claims inside articles.
            first: one that reads those pairs before, if any: only what it finds likely is then read by `reader`.
        """
        self._reader, self._first = reader, first

    def load_ahead(self) -> None:
        """Load the language models beside what is done next."""
        for reader in (self._first, self._reader):
            if reader is not None:
                reader.load_ahead()

    def same_story(
        self,
        articles: Sequence[Article],
        claims: Sequence[Sequence[Claim]],
        same_story: NDArray[np.float64],
        *,
        progress: Progress = no_progress,
    ) -> NDArray[np.float64]:
        """The probabilities that two articles report one event, where they are in doubt read anew; see `read_leads`."""
        if not self._reader.knows(STORIES):
            return same_story
        return read_leads(
            lambda: self._reader.model, self._reader.folder, articles, claims, same_story, progress=progress
        )

    def judge(self, pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Judgement]:
        weighed = weigh_all(pairs, progress=progress)
        probabilities = {
            at: rounded(combine(same, topic, findings)) for at, (findings, same, topic) in enumerate(weighed)
        }
        read = self._read_bare(pairs, weighed, probabilities, progress)
        if self._reader.knows(INSIDE):
            read |= self._read_inside(pairs, weighed, probabilities, progress)
        return [
            self._judgement(pair, evidence, probabilities[at], read=at in read)
            for at, (pair, evidence) in enumerate(zip(pairs, weighed, strict=True))
        ]

    def _read_bare(
        self, pairs: Sequence[Pair], weighed: Sequence[Weighed], probabilities: Probabilities, progress: Progress
    ) -> set[int]:
        """Read the pairs of bare texts and put in what is found; their places."""
        places = [at for at, pair in enumerate(pairs) if pair.story is None]
        if not places:
            return set()
        pool = load_multinomial(self._reader.folder / COMBINATION).pool
        reading = self._reader.read(*_chosen(places, pairs, weighed), COMBINATION, progress=progress)
        for at, found in zip(places, reading.probabilities, strict=True):
            findings = weighed[at][0]
            found = as_typed(pooled(found, probabilities[at], pool), pairs[at], findings)
            probabilities[at] = rounded(as_worded(found, pairs[at], findings))
        return set(places)

    def _read_inside(
        self, pairs: Sequence[Pair], weighed: Sequence[Weighed], probabilities: Probabilities, progress: Progress
    ) -> set[int]:
        """Read pairs of claims of one story and put in what is found; their places."""
        story = [at for at, pair in enumerate(pairs) if pair.story is not None and pair.story >= ONE_STORY]
        worth = worth_reading(*_chosen(story, pairs, weighed), (self._first or self._reader).most)
        read = [story[at] for at in worth]
        places = self._read_first(read, pairs, weighed, probabilities, progress)
        if places:
            stage = STAGE if self._first is None else SECOND_STAGE
            reading = self._reader.read(*_chosen(places, pairs, weighed), INSIDE, stage=stage, progress=progress)
            found = dict(zip(places, reading.probabilities, strict=True))
            if self._reader.knows(IN_COMPANY):
                file, alone = self._reader.folder / IN_COMPANY, probabilities | found
                of_all = probabilities_in_company(file, pairs, weighed, reading.logits, places, alone)
                found = dict(zip(places, of_all, strict=True))
            probabilities |= _as_inside(found, probabilities, pairs, weighed)
        return set(read)

    def _read_first(
        self,
        places: Sequence[int],
        pairs: Sequence[Pair],
        weighed: Sequence[Weighed],
        probabilities: Probabilities,
        progress: Progress,
    ) -> list[int]:
        """The places that remain once the first reader has read them; it has the word on the others, which are put in.

        What remains is what may be one fact by its reading or is one by the evidence, the likeliest ones.
        """
        if self._first is None or not places:
            return list(places)
        reading = self._first.read(*_chosen(places, pairs, weighed), INSIDE, progress=progress)
        found = dict(zip(places, reading.probabilities, strict=True))
        left = [at for at in places if one_fact(found[at]) >= LIKELY or decide(probabilities[at]) in SAME_FACT]
        left = sorted(sorted(left, key=lambda at: -one_fact(found[at]))[: self._reader.most])
        others = {at: found[at] for at in set(places).difference(left)}
        probabilities |= _as_inside(others, probabilities, pairs, weighed)
        return left

    def _judgement(
        self, pair: Pair, weighed: Weighed, probabilities: dict[Relation, float], *, read: bool
    ) -> Judgement:
        findings, same, _ = weighed
        relation = decide(probabilities)
        reasons = reasons_for(relation, findings, pair.a, pair.b)
        typed = any(reason.supports == relation for reason in reasons)
        in_words = relation == "contradiction" and read and not typed
        least = LEAST_IN_WORDS if in_words else LEAST_INSIDE.get(relation, 0.0)
        doubtful = pair.story is not None and probabilities[relation] < least
        if doubtful and (relation == "contradiction" or read):
            relation = abstain(probabilities)
            reasons = reasons_for(relation, findings, pair.a, pair.b)
            typed = any(reason.supports == relation for reason in reasons)
        if read and relation in CONFLICTS and not typed:
            probabilities = _held_back(probabilities, relation)
            reasons = (self._in_words(pair, findings, relation), *reasons)
        return Judgement(
            a=pair.a.id,
            b=pair.b.id,
            relation=relation,
            probabilities=probabilities,
            same_fact=round(_same_fact(pair, same.event, probabilities), 4),
            reasons=reasons,
        )

    def _in_words(self, pair: Pair, findings: Sequence[Finding], relation: Relation) -> Reason:
        """The words of both claims that the model's verdict rests on."""
        first, findings = ordered(pair, findings)
        titles = titles_read(*in_like_words(first.a, first.b), first.title_a, first.title_b)

        def ask(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
            asked = [texts(a, b, first.date_a, first.date_b, *titles) for a, b in pairs]
            logits = self._reader.model.ask(asked)[:, len(LABELS) :]
            return np.asarray(logits[:, RELATIONS.index(relation)] - logsumexp(logits, axis=1))

        words = telling_runs(first.a, first.b, ask, same=fitting_quantities(first.a, first.b, findings))
        words_a, words_b = words if first is pair else words[::-1]
        return Reason(
            kind="wording", supports=relation, a=words_a, b=words_b, sentence=_sentence(words_a, words_b, relation)
        )


def _same_fact(pair: Pair, event: float, probabilities: Mapping[Relation, float]) -> float:
    """Probability of one event: for bare texts what follows from that of one fact, inside articles what the evidence
    finds, and never less than one fact."""
    fact = one_fact(probabilities)
    if pair.story is not None:
        return max(event, fact)
    intercept, weight = ONE_EVENT
    return sigmoid(intercept + weight * log_odds(fact))


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
