"""Labelled pairs that a language model is trained on."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from claimcheck.errors import InputError
from claimcheck.judging.language_model import LABELS, OUTPUTS
from claimcheck.judging.model_input import texts
from claimcheck.records import RELATIONS, Relation, to_date

SYMMETRIC = frozenset({"contradiction", *(f"relation: {name}" for name in RELATIONS)})
"""Outputs whose pairs may be read the other way round."""
AS_RELATIONS: Mapping[str, tuple[Relation, ...]] = {
    "entailment": ("agreement",),
    "neutral": ("related", "unrelated"),
    "contradiction": ("contradiction",),
}
"""Relations that a pair may have of which it is known what follows from what."""


@attrs.frozen
class Example:
    """A pair with its label and where it came from.

    Attributes:
        premise, hypothesis: the two texts.
        label: index of OUTPUTS.
        source: where it came from.
        also: other outputs that are right as well: of the same question where the label is not that exact, of the other
            question where it is answered too.
        taught: what a larger model makes of the pair, probabilities of all OUTPUTS (each question's sum to 1); or None.
    """

    premise: str
    hypothesis: str
    label: int
    source: str
    also: tuple[int, ...] = ()
    taught: tuple[float, ...] | None = None

    @property
    def is_symmetric(self) -> bool:
        return any(OUTPUTS[output] in SYMMETRIC for output in (self.label, *self.also))


def either_way(example: Example) -> Example:
    """A pair of natural language inference that answers both questions, whichever text is read first.

    "Entailment" then means that one of the two follows from the other: a judge of two reports does not know a premise.
    """
    also = tuple(len(LABELS) + RELATIONS.index(relation) for relation in AS_RELATIONS[LABELS[example.label]])
    return attrs.evolve(example, also=also)


def relation_examples(
    rows: Sequence[Mapping[str, Any]], *, seed: int, undated: float = 0.0, untitled: float = 0.0
) -> list[Example]:
    """Examples of pairs that are labelled with one of the five relations.

    Args:
        rows: each with "a", "b", "relation" and, if known, "date_a", "date_b", and "title_a", "title_b", the titles of
            the articles that the two stand in.
        seed: of the choice of pairs that lose their dates or titles.
        undated: share of the agreements, contradictions and related pairs whose dates are left out, since a user may
            not know them. What makes an update or an unrelated pair is often the date, so these keep theirs.
        untitled: share of the pairs whose titles are left out, since not every article has one.

    Raises:
        InputError: a relation is none of the five, or a date cannot be read.
    """
    rng = random.Random(seed)
    examples = []
    for number, row in enumerate(rows, start=1):
        relation = row.get("relation")
        if relation not in RELATIONS:
            raise InputError(f"Pair {number} has the relation {relation!r}; expected one of {', '.join(RELATIONS)}")
        date_a, date_b = to_date(row.get("date_a")), to_date(row.get("date_b"))
        if rng.random() < undated and relation not in ("update", "unrelated"):
            date_a = date_b = None
        titles = (row.get("title_a"), row.get("title_b")) if rng.random() >= untitled else (None, None)
        a, b = texts(row["a"], row["b"], date_a, date_b, *titles)
        examples.append(Example(a, b, len(LABELS) + RELATIONS.index(relation), "relations"))
    return examples
