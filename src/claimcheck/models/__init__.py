"""Weights that ship with the package, small enough to read: one JSON file a model."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import ModelError

Model = TypeVar("Model")


@attrs.frozen
class LogisticModel:
    """A logistic regression over named features.

    Attributes:
        features: names, in the order of `weights`.
        weights: one weight a feature.
        intercept: log-odds where every feature is 0.
        trained_on: data and script that it came from.
    """

    features: tuple[str, ...]
    weights: tuple[float, ...]
    intercept: float
    trained_on: str

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Log-odds of the positive class. Raises KeyError where a feature is missing."""
        return self.intercept + sum(
            weight * features[name] for name, weight in zip(self.features, self.weights, strict=True)
        )

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability of the positive class, in [0, 1]."""
        return sigmoid(self.log_odds(features))

    def probabilities(self, rows: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """Probabilities of the positive class for several pairs, shape (len(rows),), float64."""
        return np.array([self.probability(row) for row in rows], dtype=np.float64)


@attrs.frozen
class MultinomialModel:
    """A multinomial logistic regression over named features.

    Attributes:
        classes: names of the classes.
        features: names, in the order of the columns of `weights`.
        weights: shape (classes, features), float64.
        intercepts: shape (classes,), float64.
        trained_on: data and script that it came from.
        pool: exponents of this regression and of another verdict that it is pooled with.
    """

    classes: tuple[str, ...]
    features: tuple[str, ...]
    weights: NDArray[np.float64]
    intercepts: NDArray[np.float64]
    trained_on: str
    pool: tuple[float, float] = (1.0, 0.0)

    def probabilities(self, rows: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """Probabilities of the classes, shape (len(rows), classes), float64, rows summing to 1."""
        values = np.array([[row[name] for name in self.features] for row in rows]).reshape(-1, len(self.features))
        scores = values @ self.weights.T + self.intercepts
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))


@functools.cache
def load_multinomial(file: Path) -> MultinomialModel:
    """The multinomial regression in a JSON file. Raises ModelError where there is none in it."""
    return _read(file, _multinomial)


@functools.cache
def load_logistic(name: str) -> LogisticModel:
    """The logistic regression `name`.json of this folder."""
    return _logistic(json.loads((resources.files("claimcheck.models") / f"{name}.json").read_text(encoding="utf-8")))


@functools.cache
def load_logistic_file(file: Path) -> LogisticModel:
    """The logistic regression in a JSON file. Raises ModelError where there is none in it."""
    return _read(file, _logistic)


def _read(file: Path, build: Callable[[Any], Model]) -> Model:
    try:
        return build(json.loads(file.read_text(encoding="utf-8")))
    # What is no JSON is a ValueError; what is other JSON than expected, any of the rest.
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ModelError(
            f"The regression of a judge in {file} is damaged ({type(error).__name__}: {error}). Train the judge anew "
            "with claimcheck train; where it is one that ships, type: pip install --force-reinstall claimcheck"
        ) from error


def _multinomial(data: Any) -> MultinomialModel:
    weights, names = data["weights"], data["features"]
    rows = np.array(list(weights.values()), dtype=np.float64)
    intercepts = np.array([data["intercepts"][name] for name in weights], dtype=np.float64)
    own, other = data.get("pool", (1.0, 0.0))
    if not isinstance(names, list) or rows.shape != (len(weights), len(names)) or intercepts.shape != (len(weights),):
        raise ValueError(f"weights of the shape {rows.shape} for {len(weights)} classes and {len(names)} features")
    if not np.isfinite([*rows.flat, *intercepts, own, other]).all():
        raise ValueError("a weight that is no finite number")
    return MultinomialModel(
        classes=tuple(weights),
        features=tuple(names),
        weights=rows,
        intercepts=intercepts,
        trained_on=data["trained_on"],
        pool=(own, other),
    )


def _logistic(data: Any) -> LogisticModel:
    weights = data["weights"]
    if not np.isfinite([data["intercept"], *weights.values()]).all():
        raise ValueError("a weight that is no finite number")
    return LogisticModel(
        features=tuple(weights),
        weights=tuple(weights.values()),
        intercept=data["intercept"],
        trained_on=data["trained_on"],
    )


def log_odds(probability: float, *, least: float = 1e-4) -> float:
    """Log-odds of a probability in [0, 1], which is cut to [least, 1 − least] before."""
    bounded = min(max(probability, least), 1.0 - least)
    return math.log(bounded / (1.0 - bounded))


def sigmoid(log_odds: float) -> float:
    """The logistic function, without overflow."""
    if log_odds >= 0:
        return 1.0 / (1.0 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1.0 + odds)
