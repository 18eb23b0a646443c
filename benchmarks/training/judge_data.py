"""What a cross-encoder for the judge is trained on: human-written NLI pairs whose licence allows it, mixed and capped.

Every source, its licence, its cap and what was left out is in `SOURCES`. Research-only data (SICK, ANLI, IMPPRES: NC;
SANLI news: LDC; DUC; MRPC: Microsoft's research licence) and data without a stated licence (LingNLI, JOCI, ConTRoL, …)
are not in it. A fixed 30 % of the small sets that we also measure on is held out by content, see `held_out`.
"""

from __future__ import annotations

import difflib
import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from claimcheck.judging.language_model import LABELS
from claimcheck.training.examples import Example

WRITTEN = Path(__file__).parents[1] / "data" / "nli" / "train.jsonl"
"""Pairs of natural language inference written for the judge."""
HYPOTHESES = WRITTEN.with_name("hypotheses.jsonl")
"""Hypotheses written for premises of the sets below, which are named by file and row, and for changed premises."""
INVENTED = WRITTEN.with_name("invented.jsonl")
"""Invented premises, each with hypotheses of the three labels."""
HELD_OUT_TENTHS = 3
LONGEST = 700
"""Characters of both texts together: longer pairs are left out."""
NEGATIONS = frozenset("not no n't never nobody nothing none nor neither without isn't aren't don't doesn't".split())
Row = dict[str, Any]


@attrs.frozen
class Source:
    """A data set: the file, its licence, how many pairs of it at most, and how its rows become examples."""

    file: str
    licence: str
    cap: int
    split: bool = False
    """Whether 30 % are held out for measuring."""
    read: Callable[[Row], Iterator[tuple[str, str, str]]] | None = None


def held_out(*texts: str) -> bool:
    """Whether a pair belongs to the held-out 30 %: decided by its words without negations, so that the variants of
    one sentence fall on one side."""
    words = sorted(set(re.findall(r"[a-z0-9']+", " ".join(texts).lower())) - NEGATIONS)
    return hashlib.blake2b(" ".join(words).encode(), digest_size=4).digest()[0] % 10 < HELD_OUT_TENTHS


def _nli(row: Row) -> Iterator[tuple[str, str, str]]:
    if row["label"] in LABELS:
        yield row["premise"], row["hypothesis"], row["label"]


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", text) if part.strip()]


def edited_sentences(row: Row) -> Iterator[tuple[str, str, str]]:
    """The sentence that was edited against its original: a contradiction where the summary became wrong, unless
    something was only added; an entailment where it stayed right."""
    original, edited = row.get("original_summary") or "", row["hypothesis"]
    if not original or original == edited or any("hallucinated" in kind for kind in row.get("edit_types") or ()):
        return
    before, after = _sentences(original), _sentences(edited)
    if len(before) != len(after):
        return
    changed = [(x, y) for x, y in zip(before, after, strict=True) if x != y]
    if len(changed) == 1 and difflib.SequenceMatcher(None, *changed[0]).ratio() > 0.5:
        yield *changed[0], "entailment" if row["label"] == "entailment" else "contradiction"


def _other_story(row: Row) -> Iterator[tuple[str, str, str]]:
    """Sentences on two different events of one kind: neither follows from the other, neither denies it."""
    if row["label"] == "different_event" and not row["same_story"]:
        yield row["a"], row["b"], "neutral"


SOURCES: tuple[Source, ...] = (
    Source("snli.train", "CC BY-SA 4.0", 42_000),
    Source("snli_counterfactual.train", "Apache-2.0", 9_000),
    Source("mnli.train", "OANC and other open terms", 13_000),
    Source("breaking_nli.train", "CC BY-SA 4.0", 3_000),
    Source("negation_nli.train", "MIT", 2_000, split=True),
    Source("fever_symmetric.train", "MIT", 1_000, split=True),
    Source("conjnli.train", "MIT", 5_000),
    Source("scone.train", "CC0 1.0", 2_000),
    Source("creak.train", "MIT", 4_000),
    Source("summedits_other.train", "Apache-2.0", 4_000, split=True, read=edited_sentences),
    Source("ecbplus_pairs.train", "CC BY 3.0 (annotation)", 3_000, read=_other_story),
)


def rows_of(data: Path, file: str) -> list[Row]:
    with gzip.open(data / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def examples_of(data: Path, source: Source, *, measured: bool = False) -> list[Example]:
    """Examples of one source, all of them, without duplicates: those to train on, or the held-out ones."""
    seen: set[tuple[str, str]] = set()
    found = []
    for row in rows_of(data, source.file):
        for premise, hypothesis, label in (source.read or _nli)(row):
            apart = source.split and held_out(premise)
            if (premise, hypothesis) in seen or apart != measured or len(premise) + len(hypothesis) > LONGEST:
                continue
            seen.add((premise, hypothesis))
            found.append(Example(premise, hypothesis, LABELS.index(label), source.file))
    return found


def written_nli() -> list[Example]:
    """The pairs of natural language inference written for the judge, all of them."""
    rows = [json.loads(line) for line in WRITTEN.read_text(encoding="utf-8").splitlines()]
    return [Example(row["premise"], row["hypothesis"], LABELS.index(row["label"]), "written nli") for row in rows]


def written_hypotheses(data: Path) -> list[Example]:
    """The hypotheses written for premises of other sets, with these premises."""
    rows = [json.loads(line) for line in HYPOTHESES.read_text(encoding="utf-8").splitlines()]
    files = sorted({row["source"] for row in rows if "source" in row})
    premises = {(file, row["id"]): row["premise"] for file in files for row in rows_of(data, file)}
    return [
        Example(
            row.get("premise") or premises[row["source"], row["row"]],
            row["hypothesis"],
            LABELS.index(row["label"]),
            "written hypotheses",
        )
        for row in rows
    ]


def invented_nli() -> list[Example]:
    """The invented premises, each with all of its hypotheses."""
    rows = [json.loads(line) for line in INVENTED.read_text(encoding="utf-8").splitlines()]
    return [
        Example(row["premise"], hypothesis, LABELS.index(label), "invented nli")
        for row in rows
        for label, hypothesis in row["hypotheses"]
    ]


def left_out(example: Example) -> bool:
    """Whether an example is no part of the later stages, so that what joins model and evidence can be fitted on it."""
    return held_out(example.premise) and not next(s for s in SOURCES if s.file == example.source).split


def nli_examples(data: Path, *, seed: int) -> list[Example]:
    """The mix of all sources, capped, shuffled; pairs that carry two labels are left out."""
    rng = np.random.default_rng(seed)
    mixed: list[Example] = []
    for source in SOURCES:
        examples = examples_of(data, source)
        chosen = rng.permutation(len(examples))[: source.cap]
        mixed.extend(examples[i] for i in chosen)
    labels: dict[tuple[str, str], set[int]] = {}
    for example in mixed:
        labels.setdefault((example.premise, example.hypothesis), set()).add(example.label)
    mixed = [e for e in mixed if len(labels[e.premise, e.hypothesis]) == 1]
    return [mixed[i] for i in rng.permutation(len(mixed))]
