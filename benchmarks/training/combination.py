"""Fits what joins the language model and the evidence: `python -m benchmarks.training.combination --model DIR`.

A multinomial regression over the model's scores and the typed evidence, on bare pairs that the model has not seen
(benchmarks/data/relations/calibration.jsonl), its regularisation chosen by cross-validation over stories.
`relations/dev.jsonl` is only reported on. With `--inside`, the same is tried on pairs of claims as `compare` meets them
(benchmarks/data/article_sets): that is reported too, and not written, for the reason in docs/decisions/0010.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from claimcheck.articles import prepare_articles
from claimcheck.candidates import find_candidates
from claimcheck.embedding import load_encoder
from claimcheck.judging.combination import relation_features
from claimcheck.judging.judges import Pair, Weighed, weigh
from claimcheck.judging.language_model import COMBINATION, load_language_model
from claimcheck.judging.texts import pairs_from_texts
from claimcheck.pipeline import Read, read_articles
from claimcheck.records import RELATIONS, Article, Relation, to_date
from claimcheck.scoring.metrics import expected_calibration_error
from claimcheck.settings import Settings

DATA = Path(__file__).parents[1] / "data"
STRENGTHS = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
SEED = 7
PER_STORY = 12
"""Bare pairs are told story by story: so many neighbours in the file stay together in cross-validation."""
SETTINGS = Settings(processes=1)


@attrs.frozen(eq=False)
class Labelled:
    """A pair with its label, the evidence on it, and the story that it is from."""

    pair: Pair
    relation: Relation
    group: str
    weighed: Weighed


def bare_pairs(file: Path) -> list[Labelled]:
    """Pairs of a JSONL file of labelled texts."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    given = [
        {
            "a": row["a"],
            "b": row["b"],
            "date_a": to_date(row.get("date_a")),
            "date_b": to_date(row.get("date_b")),
            "context_a": None,
            "context_b": None,
        }
        for row in rows
    ]
    return [
        Labelled(pair, row["relation"], f"{row['id'][0]}{at // PER_STORY}", weigh(pair))
        for at, (row, pair) in enumerate(zip(rows, pairs_from_texts(given, settings=SETTINGS), strict=True))
    ]


def inside_pairs(folder: Path) -> list[Labelled]:
    """Candidate pairs of the labelled sets of articles, as `compare` finds them."""
    encoder = load_encoder(SETTINGS)
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            given = json.loads(line)
            texts = [_text(article) for article in given["articles"]]
            articles = [
                Article(text=text, title=article["title"], source=article["outlet"], published=to_date(article["date"]))
                for article, (text, _) in zip(given["articles"], texts, strict=True)
            ]
            prepared = prepare_articles(articles, settings=SETTINGS).articles
            read = read_articles(prepared, encoder=encoder, settings=SETTINGS)
            found += _labelled(given, read, [ranges for _, ranges in texts])
    return found


def _text(article: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """An article of a set as a text of paragraphs of two sentences, and the range of each sentence."""
    text, ranges = article["title"] + "\n\n", []
    for number, sentence in enumerate(article["sentences"], start=1):
        ranges.append((len(text), len(text) + len(sentence)))
        text += sentence + ("\n\n" if number % 2 == 0 else " ")
    return text, ranges


def _labelled(given: dict[str, Any], read: Read, ranges: list[list[tuple[int, int]]]) -> Iterable[Labelled]:
    known: dict[tuple[tuple[int, int], ...], Relation] = {}
    for row in given["pairs"]:
        a, b = tuple(row["a"]), tuple(row["b"])
        known[a, b] = known[b, a] = row["relation"]
    events = [article["event"] for article in given["articles"]]
    for i, j in find_candidates(read.claims, read.vectors, read.owners, read.same_story):
        first, second = int(read.owners[i]), int(read.owners[j])
        a, b = ((at, _sentence(read.claims[k], ranges[at])) for k, at in ((i, first), (j, second)))
        other: Relation = "related" if events[first] == events[second] else "unrelated"
        pair = read.pair(i, j)
        yield Labelled(pair, known.get((a, b), other), given["id"], weigh(pair))


def _sentence(claim: Any, ranges: Sequence[tuple[int, int]]) -> int:
    """The sentence that a claim lies in."""
    return max(range(len(ranges)), key=lambda at: min(claim.end, ranges[at][1]) - max(claim.start, ranges[at][0]))


def fit(
    rows: Sequence[dict[str, float]], labels: NDArray[np.int64], groups: Sequence[str], names: Sequence[str]
) -> tuple[StandardScaler, LogisticRegression, NDArray[np.float64]]:
    """The regression whose strength has the least log-loss on stories left out, and its probabilities on these."""
    x = np.array([[row[name] for name in names] for row in rows])
    best: tuple[float, float, NDArray[np.float64]] | None = None
    for strength in STRENGTHS:
        held_out = np.zeros((len(labels), int(labels.max()) + 1))
        for inside, outside in GroupKFold(n_splits=8, shuffle=True, random_state=SEED).split(x, labels, groups):
            scaler = StandardScaler().fit(x[inside])
            model = LogisticRegression(C=strength, max_iter=4000).fit(scaler.transform(x[inside]), labels[inside])
            held_out[outside] = model.predict_proba(scaler.transform(x[outside]))
        loss = float(-np.log(np.maximum(held_out[np.arange(len(labels)), labels], 1e-9)).mean())
        if best is None or loss < best[0]:
            best = loss, strength, held_out
    assert best is not None
    scaler = StandardScaler().fit(x)
    return scaler, LogisticRegression(C=best[1], max_iter=4000).fit(scaler.transform(x), labels), best[2]


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


def _cached(cache: Path | None, name: str, make: Callable[[], list[Labelled]]) -> list[Labelled]:
    file = None if cache is None else cache / f"{name}.pickle"
    if file is not None and file.is_file():
        found: list[Labelled] = pickle.loads(file.read_bytes())
        return found
    made = make()
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(made))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of the language model")
    parser.add_argument("--cache", type=Path, help="folder for pairs that were read, to go on from")
    parser.add_argument("--inside", action="store_true", help="report on claims inside articles too")
    parser.add_argument("--write", action="store_true", help="write the regression (else: only the scores)")
    options = parser.parse_args()
    bare = _cached(options.cache, "bare", lambda: bare_pairs(DATA / "relations" / "calibration.jsonl"))
    dev = _cached(options.cache, "dev", lambda: bare_pairs(DATA / "relations" / "dev.jsonl"))
    model = load_language_model(options.model)
    sets = [("bare", bare)]
    if options.inside:
        sets.append(("inside", _cached(options.cache, "inside", lambda: inside_pairs(DATA / "article_sets"))))
    fitted = {}
    for name, labelled in sets:
        logits = model.logits([each.pair for each in labelled])
        features = [relation_features(e.pair, e.weighed, row) for e, row in zip(labelled, logits, strict=True)]
        labels = np.array([RELATIONS.index(each.relation) for each in labelled])
        names = list(features[0])
        scaler, regression, held_out = fit(features, labels, [each.group for each in labelled], names)
        report(f"{name}, stories left out", labels, held_out)
        report(f"{name}, the model's own head", labels, _softmax(logits[:, 3:]))
        fitted[name] = scaler, regression, names
    if options.write:
        scaler, regression, names = fitted["bare"]
        note = f"{len(bare)} pairs of benchmarks/data/relations/calibration.jsonl"
        data = export_multinomial(names, scaler, regression, note)
        (options.model / COMBINATION).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    logits = model.logits([each.pair for each in dev])
    features = [relation_features(e.pair, e.weighed, row) for e, row in zip(dev, logits, strict=True)]
    labels = np.array([RELATIONS.index(each.relation) for each in dev])
    scaler, regression, names = fitted["bare"]
    x = np.array([[row[name] for name in names] for row in features])
    report("relations dev", labels, regression.predict_proba(scaler.transform(x)))


def _softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(odds / odds.sum(1, keepdims=True))


if __name__ == "__main__":
    main()
