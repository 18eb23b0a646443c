"""Fits what joins language model and evidence: `python -m benchmarks.training.combination --model DIR --data DIR`.

Regressions, all on texts that the model has not seen, regularised by cross-validation over stories:

- *bare*: the five relations of two texts (benchmarks/data/relations/calibration.jsonl, lookalikes_fit.jsonl and
  details_fit.jsonl, the ECB+ topics left out of training, and NLI pairs that were left over);
- *inside*: the five relations of two claims as `compare` meets them (the sets of benchmarks/data/article_sets and the
  ECB+ topics and other news that are left out of training, ECB+ pairs that a judge took for conflicts, updates or
  agreements, and articles as long as papers print them, benchmarks/data/stories/fit),
  and with little weight the plain pairs of calibration.jsonl: conflicts of the sets are told in other words, so that
  they alone taught it to overrule the model on two sentences that differ in one figure;
- *in company*: the same once more, given how *inside*, on stories left out, reads the pairs around each pair;
- *stories*: whether two articles report one event, by how they begin (the same sets and topics);
- which pairs of claims are worth reading, by the evidence alone; *inside* is fitted on these and some more.

`relations/dev.jsonl` is only reported on. A judge is heard between claims of articles only where *inside* ships with it
(docs/decisions/0012-both-questions-either-order.md, 0017-contrast-sets.md).
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

import claimcheck.models
from benchmarks.training.article_sets import read_plain_sets
from benchmarks.training.fitting_pairs import (
    ECBPLUS,
    INFERENCE,
    SEED,
    Labelled,
    Leads,
    as_bare,
    bare_pairs,
    in_stories,
    inside_all,
    inside_news,
    nli_pairs,
)
from benchmarks.training.fitting_stories import stories_all
from claimcheck.judging.combine import combine
from claimcheck.judging.company import company_features
from claimcheck.judging.language_model import (
    COMBINATION,
    IN_COMPANY,
    INSIDE,
    LABELS,
    LanguageModel,
    load_language_model,
)
from claimcheck.judging.lead_reading import STORIES, lead_features
from claimcheck.judging.model_judge import ONE_STORY
from claimcheck.judging.regressions import WORTH_READING, relation_features, worth_features, worth_reading
from claimcheck.records import RELATIONS, SAME_FACT
from claimcheck.scoring.metrics import expected_calibration_error

T = TypeVar("T")

DATA = Path(__file__).parents[1] / "data"
STRENGTHS = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
LEAST_SPREAD = 0.1
"""Least deviation that a feature is scaled by: one that is hardly ever there would else get any weight at all, and
decide the pair that has it."""
MOST_IN_NEWS = 700
"""Pairs of one headline's articles that are read as company of the labelled ones: some are up to ten long articles."""
PLAIN_WEIGHT = 0.1
"""What a plain pair counts in the fit of *inside*, where a candidate of a set counts 1, and two articles of a plain
set in that of *stories* (docs/decisions/0018-plain-pairs-inside.md, 0021-figures-that-fit.md)."""
NOTES = {
    "bare": "relations/calibration.jsonl, lookalikes_fit.jsonl, details_fit.jsonl, ECB+ topics left out of training, "
    "unseen NLI pairs",
    "inside": "benchmarks/data/article_sets, stories/fit, ECB+ and other news, what is left out of training",
}


def fit(
    rows: Sequence[dict[str, float]],
    labels: NDArray[np.int64],
    groups: Sequence[str],
    names: Sequence[str],
    weights: NDArray[np.float64] | None = None,
) -> tuple[StandardScaler, LogisticRegression, NDArray[np.float64]]:
    """The regression whose strength has the least log-loss on stories left out, and its probabilities on these.

    Args:
        labels: class of each of the n rows, shape (n,); -1 where it is not known: such a row is only judged.
        weights: what each of the n rows counts, shape (n,); all the same if not given.
    """
    x = np.array([[row[name] for name in names] for row in rows])
    weights = np.ones(len(labels)) if weights is None else weights
    known = np.flatnonzero(labels >= 0)
    best: tuple[float, float, NDArray[np.float64]] | None = None
    for strength in STRENGTHS:
        held_out = np.zeros((len(labels), int(labels.max()) + 1))
        for inside, outside in GroupKFold(n_splits=8, shuffle=True, random_state=SEED).split(x, labels, groups):
            scaler, model = _fitted(x, labels, weights, np.intersect1d(inside, known), strength)
            held_out[outside] = model.predict_proba(scaler.transform(x[outside]))
        losses = -np.log(np.maximum(held_out[known, labels[known]], 1e-9))
        loss = float(np.average(losses, weights=weights[known]))
        if best is None or loss < best[0]:
            best = loss, strength, held_out
    assert best is not None
    return *_fitted(x, labels, weights, known, best[1]), best[2]


def _fitted(
    x: NDArray[np.float64],
    labels: NDArray[np.int64],
    weights: NDArray[np.float64],
    rows: NDArray[np.int64],
    strength: float,
) -> tuple[StandardScaler, LogisticRegression]:
    scaler = _scaler(x[rows])
    model = LogisticRegression(C=strength, max_iter=4000)
    return scaler, model.fit(scaler.transform(x[rows]), labels[rows], sample_weight=weights[rows])


def _scaler(x: NDArray[np.float64]) -> StandardScaler:
    """A scaler whose deviations are at least LEAST_SPREAD."""
    scaler = StandardScaler().fit(x)
    scaler.scale_ = np.maximum(scaler.scale_, LEAST_SPREAD)
    return scaler


def export_multinomial(
    names: Sequence[str], scaler: StandardScaler, model: LogisticRegression, note: str
) -> dict[str, Any]:
    """The regression over unscaled features, as claimcheck.models reads it."""
    weights = model.coef_ / scaler.scale_
    intercepts = model.intercept_ - weights @ scaler.mean_
    return {
        "trained_on": note,
        "features": list(names),
        "intercepts": {name: round(float(value), 5) for name, value in zip(RELATIONS, intercepts, strict=True)},
        "weights": {
            name: [round(float(weight), 5) for weight in row] for name, row in zip(RELATIONS, weights, strict=True)
        },
    }


def report(name: str, labels: NDArray[np.int64], probabilities: NDArray[np.float64]) -> None:
    """Accuracy, contradictions and calibration, as the judge decides: below one half nothing decisive is said."""
    decided = probabilities.argmax(1)
    for at in np.flatnonzero((decided < 3) & (probabilities.max(1) < 0.5)):
        decided[at] = 3 + int(probabilities[at, 4] > probabilities[at, 3])
    error = expected_calibration_error(decided == labels, probabilities[np.arange(len(labels)), decided])
    print(f"{name}: {len(labels)} pairs, accuracy {np.mean(decided == labels):.3f}, calibration error {error:.3f}")
    for at, relation in enumerate(RELATIONS[:3]):
        said, true = decided == at, labels == at
        average = average_precision_score(true, probabilities[:, at]) if true.any() else float("nan")
        print(
            f"  {relation}: said {said.sum()}, precision {np.mean(labels[said] == at) if said.any() else 0:.3f}, "
            f"recall {np.mean(decided[true] == at) if true.any() else 0:.3f}, average precision {average:.3f}"
        )


def _cached(cache: Path | None, name: str, make: Callable[[], T]) -> T:
    file = None if cache is None else cache / f"{name}.pickle"
    if file is not None and file.is_file():
        found: T = pickle.loads(file.read_bytes())
        return found
    made = make()
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(made))
    return made


def fit_stories(model: LanguageModel, leads: Sequence[Leads]) -> tuple[dict[str, Any], NDArray[np.float64]]:
    """The regression over a pair of articles, as claimcheck.models reads it, and the probabilities that it gives them
    when they are left out, shape (n,); prints its scores."""
    logits = model.ask([pair for each in leads for pair in each.pairs])
    rows, start = [], 0
    for each in leads:
        rows.append(lead_features(each.story, logits[start : start + len(each.pairs)], dated=each.dated))
        start += len(each.pairs)
    labels = np.array([int(each.same) for each in leads])
    plain = {given["id"] for given in read_plain_sets()}
    parts = np.array([_part(each.group, plain) for each in leads])
    names, weights = list(rows[0]), np.where(parts == "plain", PLAIN_WEIGHT, 1.0)
    scaler, regression, left_out = fit(rows, labels, [each.group for each in leads], names, weights)
    found, before = left_out[:, 1], np.array([each.story for each in leads])
    for part in (ECBPLUS, "sets", "plain"):
        chosen = parts == part
        for name, values in (("by words", before), ("read", found)):
            print(
                f"stories {part} {name}: {chosen.sum()} pairs, "
                f"average precision {average_precision_score(labels[chosen], values[chosen]):.3f}, "
                f"accuracy {np.mean((values[chosen] >= 0.5) == labels[chosen]):.3f}, "
                f"calibration error {expected_calibration_error(labels[chosen], values[chosen]):.3f}"
            )
    note = f"{len(leads)} pairs of articles of benchmarks/data/article_sets and ECB+, left out of training"
    return _export_logistic(names, scaler, regression, note), found


def _part(group: str, plain: Collection[str]) -> str:
    """What a group of pairs is from."""
    if group in plain:
        return "plain"
    return ECBPLUS if group.startswith(ECBPLUS) else "sets"


def fit_worth(inside: Sequence[Labelled]) -> tuple[dict[str, Any], NDArray[np.float64]]:
    """The regression over the evidence alone that tells which pairs a model should read, and its probabilities on
    stories left out, shape (n,); prints what it costs."""
    rows = [worth_features(each.pair, each.weighed) for each in inside]
    labels = np.array([-1 if each.relation is None else int(each.relation in SAME_FACT) for each in inside])
    names = list(rows[0])
    scaler, regression, left_out = fit(rows, labels, [each.group for each in inside], names)
    for kept in (0.8, 0.9, 0.95, 0.97):
        threshold = float(np.quantile(left_out[labels == 1, 1], 1.0 - kept))
        print(f"worth reading: {kept:.0%} of the decisive pairs from {threshold:.3f} on, in "
              f"{np.mean(left_out[:, 1] >= threshold):.0%} of all")  # fmt: skip
    note = f"{len(inside)} candidate pairs of benchmarks/data/article_sets and ECB+"
    return _export_logistic(names, scaler, regression, note), left_out[:, 1]


def _export_logistic(
    names: Sequence[str], scaler: StandardScaler, model: LogisticRegression, note: str
) -> dict[str, Any]:
    weights = model.coef_[0] / scaler.scale_
    return {
        "trained_on": note,
        "intercept": round(float(model.intercept_[0] - weights @ scaler.mean_), 5),
        "weights": {name: round(float(weight), 5) for name, weight in zip(names, weights, strict=True)},
    }


def places_read(inside: Sequence[Labelled], likely: NDArray[np.float64]) -> NDArray[np.int64]:
    """Places of the pairs of sets and ECB+ that the model reads: those worth it; of ECB+, whose articles have more of
    these than are labelled, or than `compare` would read, the labelled ones alone."""
    labelled = np.array([each.relation is not None or not each.group.startswith(ECBPLUS) for each in inside])
    return np.flatnonzero((likely >= WORTH_READING) & labelled)


def places_read_in_news(news: Sequence[Labelled]) -> NDArray[np.int64]:
    """Places of the pairs of real news that the model reads: the labelled ones, and as their company those of one story
    that are worth it, the MOST_IN_NEWS likeliest of a group."""
    groups: dict[str, list[int]] = {}
    for at, each in enumerate(news):
        groups.setdefault(each.group, []).append(at)
    read = {at for at, each in enumerate(news) if each.relation is not None}
    for own in groups.values():
        story = [at for at in own if (news[at].pair.story or 0.0) >= ONE_STORY]
        worth = worth_reading([news[at].pair for at in story], [news[at].weighed for at in story], MOST_IN_NEWS)
        read.update(story[k] for k in worth)
    return np.array(sorted(read), dtype=np.int64)


def fit_bare(
    model: LanguageModel, bare: Sequence[Labelled], dev: Sequence[Labelled], inference_weight: float
) -> dict[str, Any]:
    """The regression over two bare texts, as claimcheck.models reads it; prints its scores, also on `dev`.

    Args:
        inference_weight: what a pair of natural language inference counts, where another counts 1.
    """
    features, logits = _features(model, bare)
    labels, names = _labels(bare), list(features[0])
    groups = [each.group for each in bare]
    inference = np.array([group.startswith(INFERENCE) for group in groups])
    scaler, regression, left_out = fit(features, labels, groups, names, np.where(inference, inference_weight, 1.0))
    report("bare, stories left out", labels, left_out)
    report("bare, inference left out", labels[inference], left_out[inference])
    report("bare, the model's own head", labels, _softmax(logits[:, len(LABELS) :]))
    rows, dev_logits = _features(model, dev)
    x = scaler.transform(np.array([[row[feature] for feature in names] for row in rows]))
    report("relations dev", _labels(dev), regression.predict_proba(x))
    report("relations dev, the model's own head", _labels(dev), _softmax(dev_logits[:, len(LABELS) :]))
    return export_multinomial(names, scaler, regression, f"{len(bare)} pairs: {NOTES['bare']}")


def fit_inside(
    model: LanguageModel, inside: Sequence[Labelled], read: NDArray[np.int64], plain: Sequence[Labelled]
) -> dict[str, dict[str, Any]]:
    """The two regressions over claims inside articles, by file, as claimcheck.models reads them; prints their scores.

    Args:
        inside: all candidate pairs.
        read: places of those that the model reads.
        plain: plain pairs of texts; they have no company.
    """
    labelled = [inside[at] for at in read] + list(plain)
    features, _ = _features(model, labelled)
    labels, groups, names = _labels(labelled), [each.group for each in labelled], list(features[0])
    weights = np.ones(len(labelled))
    weights[len(read) :] = PLAIN_WEIGHT
    known = np.flatnonzero(labels[: len(read)] >= 0)
    note = f"{len(known) + len(plain)} pairs: {NOTES['inside']}"
    scaler, regression, left_out = fit(features, labels, groups, names, weights)
    report("inside, stories left out", labels[known], left_out[known])
    fitted = {INSIDE: export_multinomial(names, scaler, regression, note)}
    alone = np.array([[combine(e.weighed[1], e.weighed[2], e.weighed[0])[r] for r in RELATIONS] for e in inside])
    alone[read] = left_out[: len(read)]
    company = company_features([(e.pair.a, e.pair.b) for e in inside], alone, read.tolist())
    texts = [(each.pair.a, each.pair.b) for each in plain]
    nobody = company_features(texts, np.zeros((len(plain), len(RELATIONS))), range(len(plain)))
    features = [row | beside for row, beside in zip(features, company + nobody, strict=True)]
    names = list(features[0])
    scaler, regression, left_out = fit(features, labels, groups, names, weights)
    report("in company, stories left out", labels[known], left_out[known])
    return fitted | {IN_COMPANY: export_multinomial(names, scaler, regression, note)}


def _features(model: LanguageModel, labelled: Sequence[Labelled]) -> tuple[list[dict[str, float]], NDArray[np.float64]]:
    """Features of each pair, and what the model makes of it, shape (n, 8)."""
    logits = model.logits([each.pair for each in labelled], [each.weighed[0] for each in labelled])
    return [relation_features(e.pair, e.weighed, row) for e, row in zip(labelled, logits, strict=True)], logits


def _labels(labelled: Sequence[Labelled]) -> NDArray[np.int64]:
    return np.array([-1 if each.relation is None else RELATIONS.index(each.relation) for each in labelled])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of the language model")
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument(
        "--pool",
        type=float,
        nargs=2,
        default=(1.0, 0.1),
        metavar=("MODEL", "EVIDENCE"),
        help="exponents in the pool with the evidence's own verdict",
    )
    parser.add_argument(
        "--stories-by-words",
        action="store_true",
        help="fit what joins them inside articles with the story probabilities of words alone, as for the fast judge",
    )
    parser.add_argument(
        "--without-news",
        action="store_true",
        help="fit what joins them inside articles without pairs of real news, as for the fast judge",
    )
    parser.add_argument(
        "--inference-weight",
        type=float,
        default=1.0,
        help="what a pair of natural language inference counts in the fit on bare texts; 2 for the fast judge",
    )
    parser.add_argument("--cache", type=Path, help="folder for pairs that were read, to go on from")
    parser.add_argument("--write", action="store_true", help="write the regressions (else: only the scores)")
    options = parser.parse_args()
    plain = _cached(options.cache, "bare", lambda: bare_pairs(DATA / "relations" / "calibration.jsonl"))
    dev = _cached(options.cache, "dev", lambda: bare_pairs(DATA / "relations" / "dev.jsonl"))
    inside, leads = _cached(options.cache, "inside", lambda: inside_all(options.data))
    of_stories, leads_of_stories = _cached(options.cache, "long", stories_all)
    inside, leads = inside + of_stories, leads + leads_of_stories
    bare = plain + _cached(options.cache, "unseen", lambda: nli_pairs(options.data))
    bare += _cached(options.cache, "alike", lambda: bare_pairs(DATA / "relations" / "lookalikes_fit.jsonl"))
    bare += _cached(options.cache, "details", lambda: bare_pairs(DATA / "relations" / "details_fit.jsonl"))
    bare += [as_bare(each) for each in inside if each.group.startswith(ECBPLUS) and each.relation is not None]
    worth, likely = fit_worth(inside)
    model = load_language_model(options.model)
    fitted = {COMBINATION: fit_bare(model, bare, dev, options.inference_weight) | {"pool": options.pool}}
    stories, same_story = fit_stories(model, leads)
    if not options.stories_by_words:
        inside = in_stories(inside, leads, same_story.tolist())
    news = [] if options.without_news else _cached(options.cache, "news", lambda: list(inside_news(options.data)))
    read = np.append(places_read(inside, likely), len(inside) + places_read_in_news(news))
    fitted |= fit_inside(model, [*inside, *news], read, plain)
    for file, data in fitted.items() if options.write else ():
        (options.model / file).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    written = {
        options.model / STORIES: stories,
        Path(claimcheck.models.__file__).parent / "worth_reading.json": worth,
    }
    for target, regression_data in written.items() if options.write else ():
        target.write_text(json.dumps(regression_data, indent=1) + "\n", encoding="utf-8")


def _softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(odds / odds.sum(1, keepdims=True))


if __name__ == "__main__":
    main()
