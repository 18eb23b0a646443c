"""The judge with a language model: it reads the pairs that could be decisive, beside the typed evidence on all."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

from claimcheck.errors import ModelError
from claimcheck.judging.adapter import ADAPTER_FILE
from claimcheck.judging.base_model import ensure_base
from claimcheck.judging.combine import FIGURES, abstain, combine, decide, noisy_or, rounded
from claimcheck.judging.evidence import Finding
from claimcheck.judging.judges import Pair, Weighed, weigh_all
from claimcheck.judging.language_model import (
    COMBINATION,
    IN_COMPANY,
    INSIDE,
    LABELS,
    REGRESSIONS,
    LanguageModel,
    judge_folder,
    load_language_model,
    ordered,
)
from claimcheck.judging.lead_reading import STORIES, read_leads
from claimcheck.judging.model_input import (
    fitting_quantities,
    in_fitting_words,
    in_like_words,
    in_one_wording,
    texts,
    titles_read,
)
from claimcheck.judging.reasons import reasons_for
from claimcheck.judging.regressions import (
    LONG_AGO,
    probabilities_in_company,
    relation_probabilities,
    worth_reading,
)
from claimcheck.judging.roles import told_from_both_sides
from claimcheck.judging.wording import telling_runs
from claimcheck.models import load_logistic_file, load_multinomial
from claimcheck.progress import Progress, no_progress
from claimcheck.records import (
    CONFLICTS,
    RELATIONS,
    Article,
    Claim,
    Evidence,
    Judgement,
    Reason,
    Relation,
)
from claimcheck.stories.resolution import same_cast

ONE_STORY = 0.5
"""Probability of one story from which a pair of claims inside articles is read. Sentences do not show which event their
articles report, and across stories a model takes any two meetings of the same people for one: there evidence decides.
"""
POOL_FLOOR = 0.01
"""Probabilities that are pooled are at least this, so that none can forbid a relation."""
UNEXPLAINED = 0.9
"""Highest confidence of a contradiction or an update for which no typed value speaks: a reader has only the words to
check it by."""
LEAST_INSIDE: Mapping[Relation, float] = {"contradiction": 0.6, "update": 0.65}
"""Least probability of a contradiction inside articles that is reported, and of an update of a pair that the model has
read; an agreement is reported from DECISIVE on, as everywhere. On sets and topics left out 76 % of the accurate judge's
contradictions and updates are right from here on, and 83 % of its agreements. Real articles dispute less than these
sets do, and more plainly (docs/decisions/0014-real-articles.md, 0021-figures-that-fit.md)."""


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
    return ModelJudge(lambda: load_language_model(folder, cache_dir=cache_dir), folder)


class ModelJudge:
    """Typed evidence and a language model, joined by calibrated regressions.

    Bare texts are all read: somebody chose to compare them. Of claims inside articles, whose pairs are mostly related,
    those of one story are read that could be about the same fact; what joins the model with the evidence there was
    fitted on claims inside articles (docs/decisions/0013-more-to-learn-from.md).
    """

    def __init__(self, load: Callable[[], LanguageModel], folder: Path) -> None:
        """
        Args:
            load: loads the language model; called when a first pair is to be read, since that takes seconds.
            folder: where the regressions that were fitted for it are.
        """
        self._load, self._folder = load, folder
        self._loading: Future[LanguageModel] | None = None

    @functools.cached_property
    def _model(self) -> LanguageModel:
        return self._load() if self._loading is None else self._loading.result()

    def load_ahead(self) -> None:
        """Load the language model beside what is done next: a large one takes seconds, and a thread of its own."""
        if self._loading is None:
            loader = ThreadPoolExecutor(1, "judge")
            self._loading = loader.submit(self._load)
            loader.shutdown(wait=False)

    def same_story(
        self,
        articles: Sequence[Article],
        claims: Sequence[Sequence[Claim]],
        same_story: NDArray[np.float64],
        *,
        progress: Progress = no_progress,
    ) -> NDArray[np.float64]:
        """The probabilities that two articles report one event, where they are in doubt read anew; see `read_leads`."""
        if not (self._folder / STORIES).is_file():
            return same_story
        return read_leads(lambda: self._model, self._folder, articles, claims, same_story, progress=progress)

    def judge(self, pairs: Sequence[Pair], *, progress: Progress = no_progress) -> list[Judgement]:
        weighed = weigh_all(pairs, progress=progress)
        probabilities = {
            at: rounded(combine(same, topic, findings)) for at, (findings, same, topic) in enumerate(weighed)
        }
        read = {COMBINATION: [at for at, pair in enumerate(pairs) if pair.story is None], INSIDE: []}
        if (self._folder / INSIDE).is_file():
            read[INSIDE] = self._inside(pairs, weighed)
        for file, places in read.items():
            if not places:
                continue
            own, of_own = [pairs[at] for at in places], [weighed[at] for at in places]
            logits = self._model.logits(own, [findings for findings, _, _ in of_own], progress=progress)
            found = relation_probabilities(self._folder / file, own, of_own, logits)
            if file == INSIDE and (self._folder / IN_COMPANY).is_file():
                alone = probabilities | dict(zip(places, found, strict=True))
                found = probabilities_in_company(self._folder / IN_COMPANY, pairs, weighed, logits, places, alone)
            for at, one in zip(places, found, strict=True):
                if file == COMBINATION:
                    one = pooled(one, probabilities[at], load_multinomial(self._folder / file).pool)
                    one = _as_typed(one, pairs[at], weighed[at][0])
                else:
                    one = _as_timed(one, probabilities[at], pairs[at], weighed[at][0])
                    one = _as_counted(one, weighed[at][0])
                probabilities[at] = rounded(_as_worded(one, pairs[at], weighed[at][0]))
        told = {at for places in read.values() for at in places}
        return [
            self._judgement(pair, evidence, probabilities[at], read=at in told)
            for at, (pair, evidence) in enumerate(zip(pairs, weighed, strict=True))
        ]

    def _inside(self, pairs: Sequence[Pair], weighed: Sequence[Weighed]) -> list[int]:
        """Places of the pairs of claims of one story that are read."""
        story = [at for at, pair in enumerate(pairs) if pair.story is not None and pair.story >= ONE_STORY]
        chosen = worth_reading([pairs[at] for at in story], [weighed[at] for at in story])
        return [story[at] for at in chosen]

    def _judgement(
        self, pair: Pair, weighed: Weighed, probabilities: dict[Relation, float], *, read: bool
    ) -> Judgement:
        findings, same, _ = weighed
        relation = decide(probabilities)
        reasons = reasons_for(relation, findings, pair.a, pair.b)
        doubtful = pair.story is not None and probabilities[relation] < LEAST_INSIDE.get(relation, 0.0)
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
            same_fact=round(max(same.event, 1.0 - probabilities["related"] - probabilities["unrelated"]), 4),
            reasons=reasons,
        )

    def _in_words(self, pair: Pair, findings: Sequence[Finding], relation: Relation) -> Reason:
        """The words of both claims that the model's verdict rests on."""
        first, findings = ordered(pair, findings)
        titles = titles_read(*in_like_words(first.a, first.b), first.title_a, first.title_b)

        def ask(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
            asked = [texts(a, b, first.date_a, first.date_b, *titles) for a, b in pairs]
            logits = self._model.ask(asked)[:, len(LABELS) :]
            return np.asarray(logits[:, RELATIONS.index(relation)] - logsumexp(logits, axis=1))

        words = telling_runs(first.a, first.b, ask, same=fitting_quantities(first.a, first.b, findings))
        words_a, words_b = words if first is pair else words[::-1]
        return Reason(
            kind="wording", supports=relation, a=words_a, b=words_b, sentence=_sentence(words_a, words_b, relation)
        )


def pooled(
    by_model: dict[Relation, float], by_evidence: dict[Relation, float], weights: tuple[float, float]
) -> dict[Relation, float]:
    """A logarithmic opinion pool (Genest and Zidek 1986, https://doi.org/10.1214/ss/1177013825) of the regression over
    model and evidence, and of the evidence's own verdict: what one of them holds for impossible is hardly said.

    Args:
        weights: exponents of the two, from the regression's file; chosen on benchmarks/data/relations/dev.jsonl and
            calibration.jsonl (docs/decisions/0014-real-articles.md, 0016-two-long-stages.md).
    """
    model, evidence = weights
    product = {
        relation: max(by_model[relation], POOL_FLOOR) ** model * max(by_evidence[relation], POOL_FLOOR) ** evidence
        for relation in RELATIONS
    }
    total = sum(product.values())
    return {relation: value / total for relation, value in product.items()}


def _as_typed(probabilities: dict[Relation, float], pair: Pair, findings: Sequence[Finding]) -> dict[Relation, float]:
    """The same, as far as what is typed tells agreement from contradiction.

    What is held for an agreement becomes a contradiction as far as values conflict; the other way round where opposite
    words tell the same ("Ann beat Bea", "Bea lost to Ann") and no value conflicts.
    """
    conflict = _conflict(findings)
    moved = conflict * probabilities["agreement"]
    if told_from_both_sides(pair.a, pair.b):
        moved -= (1.0 - conflict) * probabilities["contradiction"]
    changed: dict[Relation, float] = {
        "agreement": probabilities["agreement"] - moved,
        "contradiction": probabilities["contradiction"] + moved,
    }
    return probabilities | changed


def _as_counted(probabilities: dict[Relation, float], findings: Sequence[Finding]) -> dict[Relation, float]:
    """The same, but what is held for an agreement becomes a contradiction as far as figures conflict: in sentences that
    are built differently a model reads over a figure ("lasted 45 minutes", "talked for an hour and a half")."""
    moved = probabilities["agreement"] * _conflict([finding for finding in findings if finding.kind in FIGURES])
    changed: dict[Relation, float] = {
        "agreement": probabilities["agreement"] - moved,
        "contradiction": probabilities["contradiction"] + moved,
    }
    return probabilities | changed


def _conflict(findings: Sequence[Finding]) -> float:
    """Probability that values conflict and no later one replaces the other."""
    return noisy_or(findings, "conflict") * (1.0 - noisy_or(findings, "supersede"))


def _as_timed(
    probabilities: dict[Relation, float],
    by_evidence: dict[Relation, float],
    pair: Pair,
    findings: Sequence[Finding],
) -> dict[Relation, float]:
    """The same, but a contradiction at least as likely as by the evidence where one encounter of the same people is
    said to have taken two different times.

    How long it took is mostly told beside something else ("In the 50-minute call they spoke of Syria"). A model that
    reads two sentences as two statements finds them related; what is typed need not.
    """
    timed = any(f.verdict == "conflict" and f.kind == "duration" and f.scope == "event" for f in findings)
    if not timed or not same_cast(pair.a, pair.b) or probabilities["contradiction"] >= by_evidence["contradiction"]:
        return probabilities
    left = (1.0 - by_evidence["contradiction"]) / (1.0 - probabilities["contradiction"])
    less: dict[Relation, float] = {relation: value * left for relation, value in probabilities.items()}
    return less | {"contradiction": by_evidence["contradiction"]}


def _as_worded(probabilities: dict[Relation, float], pair: Pair, findings: Sequence[Finding]) -> dict[Relation, float]:
    """The same for two claims in the same words, or in the same words but for figures that fit: there a model takes the
    figures for the point."""
    if in_one_wording(pair.a, pair.b):
        return _as_told_again(probabilities, pair)
    first, findings = ordered(pair, findings)
    fitting = in_fitting_words(first.a, first.b, findings)
    if fitting is None or not in_one_wording(first.a, fitting):
        return probabilities
    none: dict[Relation, float] = {"contradiction": 0.0}
    return probabilities | none | {"agreement": probabilities["agreement"] + probabilities["contradiction"]}


def _as_told_again(probabilities: dict[Relation, float], pair: Pair) -> dict[Relation, float]:
    """The same for two claims in the same words: they neither contradict nor supersede each other.

    They agree; long after each other they may tell of two events. A model that was taught on conflicts in like words
    looks for one even there.
    """
    far = pair.date_a is not None and pair.date_b is not None and abs((pair.date_a - pair.date_b).days) > LONG_AGO
    heir: Relation = "related" if far else "agreement"
    none: dict[Relation, float] = {"contradiction": 0.0, "update": 0.0}
    moved = probabilities["contradiction"] + probabilities["update"]
    return probabilities | none | {heir: probabilities[heir] + moved}


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
