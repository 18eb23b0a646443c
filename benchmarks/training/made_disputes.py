"""Conflicts made from labelled agreements: one value that both sentences tell is changed in one of them.

    python -m benchmarks.training.made_disputes --show 40

The other made conflicts are edits of one sentence, so that what differs is all that differs. Here the two sentences are
two authors' own words for one fact, and the value that no longer fits is one difference among many.
"""

from __future__ import annotations

import argparse
import collections
import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.training.article_sets import read_later_sets, read_sets, sentence_rows
from benchmarks.training.made_edits import Edit, Sentence, render
from benchmarks.training.made_names import date_edits, place_edits
from benchmarks.training.made_numbers import number_edits, ordinal_edits
from benchmarks.training.made_pairs import PIPELINE, has_finite_verb
from benchmarks.training.relation_data import written_rows
from claimcheck.claims.nlp import load_pipeline
from claimcheck.records.values import Quantity
from claimcheck.training.examples import Example, relation_examples

SEED = 7
KINDS = frozenset(
    "number_changed percent_changed money_changed scale_changed unit_changed ordinal_changed day_changed month_changed "
    "year_changed weekday_changed place_changed".split()
)
"""Edits that change a value."""
FIGURES = frozenset("number_changed percent_changed money_changed scale_changed unit_changed".split())
CLEARLY = 1.4
"""Factor between two figures, at least, where one of the claims is not exact."""
EACH = 2
"""Conflicts of one agreement at most."""
WEEKDAYS_KEPT = 0.4
"""Share of the changed weekdays that is taken: there would be more of them than of all other values but figures."""
_SAYING = frozenset("say tell announce report confirm add state write".split())


def made_disputes() -> list[Example]:
    """The conflicts made from all agreements that are trained on."""
    return relation_examples(list(disputes(labelled_rows(), seed=SEED)), seed=SEED)


def disputes(rows: Iterable[Mapping[str, Any]], *, seed: int) -> Iterator[dict[str, Any]]:
    """Rows as `claimcheck.training.examples.relation_examples` reads them, each a contradiction.

    Args:
        rows: labelled pairs, of which the agreements are taken, either way round.
        seed: of the choice of edits.
    """
    rng = random.Random(seed)
    agreements = [row for row in rows if row["relation"] == "agreement"]
    nlp = load_pipeline(PIPELINE)
    texts = sorted({row[side] for row in agreements for side in "ab"})
    parsed = {
        text: Sentence(doc, "relations") for text, doc in zip(texts, nlp.pipe(texts, batch_size=128), strict=True)
    }
    for row in agreements:
        kept, changed = (parsed[row[side]] for side in rng.choice(("ab", "ba")))
        if not has_finite_verb(changed.doc):
            continue
        found = [edit for edit in _edits(changed, rng) if _tells(kept, changed, edit)]
        by_value = {edit.changes[0][:2]: edit for edit in rng.sample(found, len(found))}
        for edit in list(by_value.values())[:EACH]:
            text = render(changed, [edit])
            if text is not None and text != changed.text:
                yield _row(row, kept.text, text, edit)


def _edits(sentence: Sentence, rng: random.Random) -> list[Edit]:
    makers = (number_edits, ordinal_edits, date_edits, place_edits)
    found = [edit for maker in makers for edit in maker(sentence, rng)]
    found = [edit for edit in found if edit.kind in KINDS and len(edit.changes) == 1]
    return [
        e
        for e in found
        if e.kind != "weekday_changed" or (rng.random() < WEEKDAYS_KEPT and not _of_saying(e, sentence))
    ]


def _of_saying(edit: Edit, sentence: Sentence) -> bool:
    """Whether a weekday is the day on which somebody said so."""
    day = next(token for token in sentence.doc if token.idx == edit.changes[0][0])
    return any(token.lemma_ in _SAYING for token in (day.head, day.head.head))


def _tells(kept: Sentence, changed: Sentence, edit: Edit) -> bool:
    """Whether the sentence that stays as it is tells what the edit takes away, and not what it puts there."""
    start, end, new = edit.changes[0]
    if edit.kind not in FIGURES:
        old = changed.text[start:end]
        return _says(kept, old) and not _says(kept, new)
    now = render(changed, [edit])
    before = next((q for q in changed.quantities if q.start < end and start < q.end), None)
    same = [q for q in kept.quantities if before is not None and _equal(q, before)]
    if now is None or before is None or len(same) != 1 or len(_alike(changed, before)) != 1:
        return False
    nlp = load_pipeline(PIPELINE)
    after = next((q for q in Sentence(nlp(now), "").quantities if q.start <= start < q.end), None)
    if after is None or any(_equal(q, after) for q in kept.quantities) or not after.base_low or not before.base_low:
        return False
    ratio = max(after.base_low, before.base_low) / min(after.base_low, before.base_low)
    exact = not (same[0].approximate or before.approximate)
    return ratio != 1.0 and (exact or ratio >= CLEARLY)


def _alike(sentence: Sentence, quantity: Quantity) -> list[Quantity]:
    return [q for q in sentence.quantities if _equal(q, quantity)]


def _equal(one: Quantity, other: Quantity) -> bool:
    """Two exact values of one dimension that are the same, about or not."""
    return (
        one.dimension == other.dimension
        and one.base_low is not None
        and one.base_low == one.base_high
        and other.base_low == other.base_high
        and one.base_low == other.base_low
    )


def _says(sentence: Sentence, words: str) -> bool:
    return f" {words.casefold()} " in f" {' '.join(token.lower_ for token in sentence.doc)} "


def _row(row: Mapping[str, Any], kept: str, changed: str, edit: Edit) -> dict[str, Any]:
    """Without titles, which may tell the value that was taken away, and dated only where both are of one day: of
    different days another figure might be an update."""
    made: dict[str, Any] = {"a": kept, "b": changed, "relation": "contradiction", "kind": edit.kind}
    if row.get("date_a") == row.get("date_b"):
        made |= {"date_a": row.get("date_a"), "date_b": row.get("date_b")}
    return made


def labelled_rows() -> Iterator[Mapping[str, Any]]:
    """The written pairs, and the labelled pairs of sentences of all sets that are trained on."""
    yield from written_rows()
    for given in (*read_sets(held_out=False), *read_later_sets()):
        yield from sentence_rows(given)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--show", type=int, default=0, help="print that many pairs")
    arguments = parser.parse_args()
    found = list(disputes(labelled_rows(), seed=arguments.seed))
    print(len(found), dict(collections.Counter(row["kind"] for row in found)))
    for row in random.Random(arguments.seed).sample(found, min(arguments.show, len(found))):
        print(f"\n{row['kind']}\n  {row['a']}\n  {row['b']}")


if __name__ == "__main__":
    main()
