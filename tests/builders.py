"""Records for tests, built by hand: no model is needed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.records import (
    RELATIONS,
    Claim,
    Entity,
    Event,
    Judgement,
    Quantity,
    TimeSpan,
    content_id,
)


def claim(text: str, *, article: str | None = None, start: int = 0, **fields: Any) -> Claim:
    """A claim that is the whole of `text`, standing at `start` of its article."""
    end = start + len(text)
    return Claim(
        article=article or content_id("t", text),
        start=start,
        end=end,
        quote=text,
        text=text,
        sentence_start=start,
        sentence_end=end,
        **fields,
    )


def _at(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def quantity(text: str, words: str, low: float | None, high: float | None, **fields: Any) -> Quantity:
    return Quantity(**_at(text, words), low=low, high=high, **fields)


def minutes(text: str, words: str, low: float | None, high: float | None, **fields: Any) -> Quantity:
    return quantity(text, words, low, high, unit="minute", dimension="duration", scale=60.0, **fields)


def entity(text: str, words: str, label: Any, name: str | None = None) -> Entity:
    return Entity(**_at(text, words), label=label, name=name or words)


def event(text: str, words: str, kind: str, **fields: Any) -> Event:
    return Event(**_at(text, words), kind=kind, **fields)


def day(text: str, words: str, date: str) -> TimeSpan:
    when = dt.date.fromisoformat(date)
    return TimeSpan(
        **_at(text, words), earliest=when, latest=when, precision="day", year=when.year, month=when.month, day=when.day
    )


def judgement(a: Claim, b: Claim, relation: Any, probability: float = 0.9, same_fact: float | None = None) -> Judgement:
    rest = (1.0 - probability) / (len(RELATIONS) - 1)
    decisive = relation in {"agreement", "contradiction", "update"}
    return Judgement(
        a=a.id,
        b=b.id,
        relation=relation,
        probabilities={name: probability if name == relation else rest for name in RELATIONS},
        same_fact=same_fact if same_fact is not None else (probability if decisive else rest),
    )


def unit_rows(*rows: list[float]) -> NDArray[np.float32]:
    """Rows scaled to unit length, float32."""
    matrix = np.array(rows, dtype=np.float32)
    return np.asarray(matrix / np.linalg.norm(matrix, axis=1, keepdims=True), dtype=np.float32)
