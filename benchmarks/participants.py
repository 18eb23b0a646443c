"""Score of linked names and of references on the hand-labelled sets.

    python -m benchmarks.participants            # both development sets
    python -m benchmarks.participants --set test # the test set
    python -m benchmarks.participants --table    # what else was tried, beside what is used
    python -m benchmarks.participants --errors   # and every example that is not perfect

An example is a few short articles on one story. Names stand in square brackets, references (pronouns, "the airline",
"the Russian defence minister") in braces, each with what it stands for: `[Mr Carter|1] … {He|1}`, `{They|1+2}`; a
reference to nobody who is named, or to one of several that the text does not tell apart, has `0`: it must stay
unresolved. Titles and offices stand outside of the brackets of a name or inside; a name is found by what overlaps it.

Names are scored by B-cubed (Bagga and Baldwin 1998) over the labelled mentions of an example, averaged over all
mentions of the set. A labelled mention that the extraction did not find has a recall of 0 and is left out of precision
(B-cubed 0 of Stoyanov et al. 2009). A reference is right if it got exactly the names that its antecedents have, and if
it got none where it stands for nobody named. All scores are in [0, 1], higher is better.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import attrs

from claimcheck.claims import extract_all
from claimcheck.records import Article, Claim, Located
from claimcheck.settings import Settings
from claimcheck.stories.linking import link_names
from claimcheck.stories.names import same_person

DATA = Path(__file__).parent / "data"
AIMS = {"B-cubed F1": 0.90}
"""Aims of the project, written down before anything was tuned."""
_MARK = re.compile(r"([\[{])([^\]}|]*)\|([\d+]+)[\]}]")

Linker = Callable[[Sequence[Sequence[Claim]]], list[list[Claim]]]


@attrs.frozen
class Label:
    """A labelled mention: range in the text of article `text`, what it stands for, and whether it is a reference."""

    text: int
    start: int
    end: int
    words: str
    stands_for: frozenset[str]
    reference: bool


@attrs.frozen
class Example:
    name: str
    kind: str
    articles: list[Article]
    labels: list[Label]


def read(split: str) -> list[Example]:
    """The examples of a split, their marks taken out of the texts."""
    lines = (DATA / f"participants.{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_example(json.loads(line)) for line in lines if line.strip()]


def _example(row: dict[str, Any]) -> Example:
    articles, labels = [], []
    for number, marked in enumerate(row["texts"]):
        text, at = "", 0
        for mark in _MARK.finditer(marked):
            text += marked[at : mark.start()]
            stands_for = frozenset(mark.group(3).split("+")) - {"0"}
            labels.append(
                Label(number, len(text), len(text) + len(mark.group(2)), mark.group(2), stands_for, mark[1] == "{")
            )
            text += mark.group(2)
            at = mark.end()
        articles.append(Article(text + marked[at:]))
    return Example(row["id"], row["kind"], articles, labels)


def found_names(label: Label, claims: Sequence[Claim]) -> frozenset[str]:
    """The names that the claims of its article give to a mention.

    A name is found by what overlaps it most, of two by the shorter one; a reference by what ends where it ends.
    """
    located: list[tuple[Located, str]] = [(e, e.name) for claim in claims for e in claim.entities]
    located += [(m, m.name) for claim in claims for m in (claim.speaker, claim.via) if m is not None]
    if label.reference:
        ends_here = [pair for pair in located if pair[0].end == label.end and pair[0].start <= label.start + 4]
        # "The Spaniard" is one reference; that "Spaniard" belongs to Spain is no answer to it.
        ends_here = [pair for pair in ends_here if pair[0].start == label.start] or ends_here
        # A speaker that stands for nobody named keeps its own words for a name.
        return frozenset(name for _, name in ends_here if name.casefold() != label.words.casefold())
    best = max(
        located,
        key=lambda pair: (_overlap(pair[0], label), pair[0].start - pair[0].end),
        default=None,
    )
    if best is None or _overlap(best[0], label) <= 0:
        return frozenset()
    return frozenset({best[1]})


def _overlap(at: Located, label: Label) -> int:
    return min(at.end, label.end) - max(at.start, label.start)


@attrs.define
class Tally:
    """Sums over mentions."""

    precision: float = 0.0
    recall: float = 0.0
    found: int = 0
    names: int = 0
    right: int = 0
    answered: int = 0
    right_answers: int = 0
    references: int = 0

    def scores(self) -> dict[str, float]:
        precision, recall = self.precision / max(self.found, 1), self.recall / max(self.names, 1)
        return {
            "B-cubed precision": precision,
            "B-cubed recall": recall,
            "B-cubed F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "mentions found": self.found / max(self.names, 1),
            "reference accuracy": self.right / max(self.references, 1),
            "reference precision": self.right_answers / max(self.answered, 1),
        }


def add_example(tally: Tally, example: Example, claims: Sequence[Sequence[Claim]]) -> bool:
    """Adds an example to the tally; returns whether all of it is right."""
    got = [found_names(label, claims[label.text]) for label in example.labels]
    names = [(label, g) for label, g in zip(example.labels, got, strict=True) if not label.reference]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    perfect = True
    for label, g in names:
        gold = [h for other, h in names if other.stands_for == label.stands_for]
        same = sum(h == g for h in gold) if g else 0
        tally.names += 1
        tally.recall += same / len(gold)
        if g:
            tally.found += 1
            tally.precision += same / sum(h == g for _, h in names)
            votes[next(iter(label.stands_for))].update(g)
        perfect &= bool(g) and same == len(gold) == sum(h == g for _, h in names)
    best = {key: min(n for n, k in c.items() if k == max(c.values())) for key, c in votes.items()}
    for label, g in zip(example.labels, got, strict=True):
        if not label.reference:
            continue
        right = g == frozenset(best.get(key, "") for key in label.stands_for)
        tally.references += 1
        tally.right += right
        tally.answered += bool(g)
        tally.right_answers += right and bool(g)
        perfect &= right
    return perfect


def exact_strings(by_article: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """Baseline: names are the same where their words are."""
    return [
        [attrs.evolve(c, entities=tuple(attrs.evolve(e, name=e.text.casefold()) for e in c.entities)) for c in claims]
        for claims in by_article
    ]


def within_articles(by_article: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """Baseline: the canonical form inside one article, compared as strings."""
    return [list(claims) for claims in by_article]


def fuzzy_people(by_article: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """Baseline: people whose names `same_person` takes for one, and whoever is linked through them."""
    people = sorted({e.name for claims in by_article for c in claims for e in c.entities if e.label == "person"})
    leader = {name: name for name in people}
    for i, x in enumerate(people):
        for y in people[i + 1 :]:
            if same_person(x, y):
                old, new = leader[y], leader[x]
                leader = {name: new if to == old else to for name, to in leader.items()}
    return [
        [
            attrs.evolve(c, entities=tuple(attrs.evolve(e, name=leader.get(e.name, e.name)) for e in c.entities))
            for c in claims
        ]
        for claims in by_article
    ]


LINKERS: dict[str, Linker] = {
    "exact strings": exact_strings,
    "canonical inside each article": within_articles,
    "same_person": fuzzy_people,
    "link_names": link_names,
}


def score(split: str) -> dict[str, float]:
    """Scores of `link_names` on a set, by name, each in [0, 1], higher is better."""
    examples = read(split)
    extracted = iter(extract_all([a for e in examples for a in e.articles], settings=Settings()))
    tally = Tally()
    for example in examples:
        add_example(tally, example, link_names([next(extracted) for _ in example.articles]))
    return tally.scores()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("dev", "dev2", "test", "test2"), help="score this set alone")
    parser.add_argument("--table", action="store_true", help="score the baselines too")
    parser.add_argument("--errors", action="store_true", help="list the examples that are not perfect")
    arguments = parser.parse_args()
    linkers = LINKERS if arguments.table else {"link_names": link_names}
    missed = False
    for split in [arguments.set] if arguments.set else ["dev", "dev2"]:
        scores = _report(split, linkers, errors=arguments.errors)
        missed |= any(scores[name] < aim for name, aim in AIMS.items())
    return int(missed)


def _report(split: str, linkers: Mapping[str, Linker], *, errors: bool) -> dict[str, float]:
    """Prints the scores of each linker on a set; returns those of `link_names`."""
    examples = read(split)
    extracted = extract_all([a for e in examples for a in e.articles], settings=Settings())
    ends = list(accumulate((len(e.articles) for e in examples), initial=0))
    scores: dict[str, float] = {}
    for title, linker in linkers.items():
        tally, kinds = Tally(), defaultdict(list)
        for number, example in enumerate(examples):
            claims = linker(extracted[ends[number] : ends[number + 1]])
            perfect = add_example(tally, example, claims)
            kinds[example.kind].append(perfect)
            if errors and not perfect and linker is link_names:
                _print_example(example, claims)
        scores = tally.scores()
        print(f"{split}, {title}: {len(examples)} examples, {tally.names} names, {tally.references} references")
        for name, value in scores.items():
            aim = AIMS.get(name) if linker is link_names else None
            print(f"  {name:24} {value:.3f}" + (f"   aim {aim:.2f}" if aim is not None else ""))
        if linker is link_names:
            print("  wholly right:", ", ".join(f"{k} {sum(v)}/{len(v)}" for k, v in kinds.items()))
    return scores


def _print_example(example: Example, claims: Sequence[Sequence[Claim]]) -> None:
    print(f"{example.name}  {example.kind}")
    for label in example.labels:
        names = " + ".join(sorted(found_names(label, claims[label.text]))) or "–"
        stands_for = "+".join(sorted(label.stands_for)) or "nobody"
        print(f"    {label.text} {label.words} ({stands_for}) → {names}")


if __name__ == "__main__":
    raise SystemExit(main())
