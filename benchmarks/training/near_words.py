"""Statements some of whose words are replaced by near ones: pairs that nobody has labelled, for a teacher.

A small student gains from what its teacher makes of many pairs that are almost those it knows (the data augmentation of
TinyBERT, Jiao et al. 2020, https://arxiv.org/abs/1909.10351). Which words are near one another the word embeddings of
all-MiniLM-L6-v2 say: "six", "seven" and "three" of "five"; "Tuesday" of "Monday"; "died" and "murdered" of "killed".
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from claimcheck.claims.terms import stem
from claimcheck.training.examples import Example, relation_examples

WORD = re.compile(r"[A-Za-z]{3,}|\d+")
NEAREST = 10
"""Near words that one is drawn from."""
SAME_STEM = 5
"""Letters that two forms of one word begin with: such a form changes the grammar and not what is said."""
REPLACED = (0.1, 0.35)
"""Bounds of the share of a statement's words that are replaced."""
UNTOUCHED = frozenset(
    "the and for that with this from are was were has have had his her its their they them who which what when where "
    "she you our will would can could been being there than then also".split()
)
TRIES = 20
"""Draws for each pair that is asked for: some texts have no word that can be replaced, some pairs come up twice."""
BATCH = 2_000
"""Words whose neighbours are looked up at once."""


@attrs.frozen
class NearWords:
    """Near words of each word, the nearest first."""

    near: dict[str, tuple[str, ...]]

    def changed(self, text: str, rng: random.Random) -> str:
        """The text with a share of its words, at least one, replaced; itself if none can be."""
        spans = [match.span() for match in WORD.finditer(text) if self._is_known(match.group())]
        if not spans:
            return text
        count = max(1, round(rng.uniform(*REPLACED) * len(spans)))
        for start, end in sorted(rng.sample(spans, count), reverse=True):
            text = text[:start] + self._other(text[start:end], rng) + text[end:]
        return text

    def _is_known(self, word: str) -> bool:
        return word.isdigit() or word.lower() in self.near

    def _other(self, word: str, rng: random.Random) -> str:
        if word.isdigit():
            return other_number(word, rng)
        other = rng.choice(self.near[word.lower()])
        return other.capitalize() if word[0].isupper() else other


def read_near_words(base: Path) -> NearWords:
    """Near words by the word embeddings of the encoder in `base`."""
    from transformers import AutoModel, AutoTokenizer

    vocabulary = AutoTokenizer.from_pretrained(base, local_files_only=True).get_vocab()
    model = AutoModel.from_pretrained(base, local_files_only=True)
    words = sorted(word for word in vocabulary if word.isalpha() and word.isascii() and len(word) > 2)
    rows = model.get_input_embeddings().weight.detach().float().numpy()[[vocabulary[word] for word in words]]
    rows = rows - rows.mean(0)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    near: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(words), BATCH):
        likeness = rows[start : start + BATCH] @ rows.T
        nearest = np.argsort(-likeness, axis=1)[:, : 3 * NEAREST]
        for word, columns in zip(words[start : start + BATCH], nearest, strict=True):
            others = [words[at] for at in columns if not _are_forms(words[at], word)]
            near[word] = tuple(others[:NEAREST])
    return NearWords({word: others for word, others in near.items() if others and word not in UNTOUCHED})


def _are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one: they differ in grammar, not in what is said."""
    return one[:SAME_STEM] == other[:SAME_STEM] or stem(one) == stem(other)


def other_number(digits: str, rng: random.Random) -> str:
    """A number of as many digits, or its neighbour; a year stays close."""
    value = int(digits)
    step = rng.choice((1, 1, 2, 5, 10)) if len(digits) > 1 else 1
    if rng.random() < 0.5 or (len(digits) == 4 and digits[0] in "12"):
        return str(max(0, value + rng.choice((-1, 1)) * step))
    first = 10 ** (len(digits) - 1)
    return str(rng.randrange(first, 10 * first))


def with_near_words(examples: Sequence[Example], words: NearWords, count: int, *, seed: int) -> list[Example]:
    """So many pairs at most that nobody has labelled (label -1): an example's first or second text changed, or one of
    the two beside itself changed."""
    rng = random.Random(seed)
    found: list[Example] = []
    seen: set[tuple[str, str]] = set()
    for example in rng.choices(examples, k=TRIES * count):
        if len(found) == count:
            break
        one, other = example.premise, example.hypothesis
        kind = rng.choice(("first", "second", "second", "itself"))
        if kind == "first":
            one = words.changed(one, rng)
        elif kind == "second":
            other = words.changed(other, rng)
        else:
            one, other = other, words.changed(other, rng)
        if (one, other) not in seen and (one, other) != (example.premise, example.hypothesis):
            seen.add((one, other))
            found.append(Example(one, other, -1, "near words"))
    return found


def relations_with_near_words(
    rows: Sequence[Mapping[str, Any]], words: NearWords, count: int, *, seed: int, undated: float, untitled: float
) -> list[Example]:
    """The same of pairs of statements that are labelled with a relation: the first or the second is changed."""
    rng = random.Random(seed)
    changed = []
    for row in rng.choices(rows, k=TRIES * count):
        if len(changed) == count:
            break
        side = rng.choice("ab")
        text = words.changed(row[side], rng)
        if text != row[side]:
            changed.append({**row, side: text})
    examples = relation_examples(changed, seed=seed, undated=undated, untitled=untitled)
    return [attrs.evolve(example, label=-1, also=(), source="near words") for example in examples]


def on_one_premise(examples: Sequence[Example], count: int, *, seed: int) -> list[Example]:
    """So many pairs that nobody has labelled (label -1): two hypotheses on one premise."""
    rng = random.Random(seed)
    groups: dict[str, list[str]] = {}
    for example in examples:
        groups.setdefault(example.premise, []).append(example.hypothesis)
    pairs = [(one, other) for own in groups.values() for one in own for other in own if one != other]
    return [Example(one, other, -1, "one premise") for one, other in rng.sample(pairs, min(count, len(pairs)))]
