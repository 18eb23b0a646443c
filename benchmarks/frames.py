"""Score of event frames on hand-labelled sentences: trigger, roles, medium, polarity.

    python -m benchmarks.frames                       # the development set
    python -m benchmarks.frames --errors              # and every sentence with something wrong
    python -m benchmarks.frames --baseline            # plain dependency labels instead of ours
    python -m benchmarks.frames FILE.jsonl            # another set in the same form

A line is `{"id", "text", "trigger", "roles": [{"role", "text"}], "medium", "polarity"}`; `trigger` is the word of the
text that names the event. A frame is that of the sentence read as one claim.

- *Trigger* is right where the word is the same, letter case aside.
- A *role* is right where the role is the same and the filler has the same head, which is its last word, letter case
  and possessive mark aside ("Hakan Demir" and "Demir" count as one, so do "oil depot" and "depot"). It counts whether
  or not the trigger is right. Each label can be matched once; F1 is micro-averaged over all roles of all sentences.
  "roles exact F1" wants the same words.
- *Medium* is right where it is the same, none for none; "medium named" looks at the sentences that have one.
- *Polarity* is "negative" where the factuality of the claim is negated, denied, cancelled or counterfactual.

All in [0, 1], higher is better.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from claimcheck.claims import read_statements
from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.sentences import make_doc
from claimcheck.records import Factuality
from claimcheck.settings import DEFAULT_SPACY_MODEL, Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

DEV = Path(__file__).parent / "data" / "frames.dev.jsonl"
NEGATIVE: frozenset[Factuality] = frozenset({"negated", "denied", "cancelled", "counterfactual"})


@attrs.frozen
class Frame:
    """What is scored of an event: its trigger, (role, filler) pairs, medium and polarity."""

    trigger: str
    roles: tuple[tuple[str, str], ...]
    medium: str | None
    polarity: str


def read(path: Path = DEV) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ours(texts: Sequence[str]) -> list[Frame]:
    """The frames that the package finds."""
    frames = []
    for claim in read_statements(texts, [None] * len(texts), settings=Settings()):
        polarity = "negative" if claim.factuality in NEGATIVE else "positive"
        event = claim.event
        if event is None:
            frames.append(Frame("", (), None, polarity))
        else:
            roles = tuple((role.role, role.text) for role in event.roles)
            frames.append(Frame(event.text, roles, event.medium, polarity))
    return frames


def baseline(texts: Sequence[str]) -> list[Frame]:
    """Frames of plain labels: the root is the trigger; nsubj is agent, dobj patient, pobj place."""
    nlp = load_pipeline(DEFAULT_SPACY_MODEL)
    return [_plain(doc) for doc in nlp.pipe(make_doc(nlp, text) for text in texts)]


def _plain(doc: Doc) -> Frame:
    root = next(token for token in doc if token.dep_ == "ROOT")
    roles = []
    for child in root.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            roles.append(("agent", child.text))
        elif child.dep_ == "dobj":
            roles.append(("patient", child.text))
        elif child.dep_ == "prep":
            roles += [("place", inner.text) for inner in child.children if inner.dep_ == "pobj"]
    polarity = "negative" if any(child.dep_ == "neg" for child in root.children) else "positive"
    return Frame(root.text, tuple(roles), None, polarity)


def head(filler: str) -> str:
    """The last word of a filler, by which two of them are compared."""
    return filler.split()[-1].casefold().removesuffix("'s").removesuffix("’s").strip(".,")


def score(rows: Sequence[dict[str, Any]], frames: Sequence[Frame]) -> tuple[dict[str, float], list[str]]:
    """The scores by name, and a line on each sentence with something wrong.

    Args:
        rows: labelled sentences.
        frames: the frame found for each.
    """
    right, found, gold, exact = Counter[str](), Counter[str](), Counter[str](), 0
    correct, errors = Counter[str](), []
    named = [row for row in rows if row["medium"]]
    for row, frame in zip(rows, frames, strict=True):
        wanted = [(role["role"], role["text"]) for role in row["roles"]]
        heads, got = Counter((r, head(t)) for r, t in wanted), Counter((r, head(t)) for r, t in frame.roles)
        both = heads & got
        for role, _ in both.elements():
            right[role] += 1
        for counter, pairs in ((gold, wanted), (found, frame.roles)):
            counter.update(role for role, _ in pairs)
        exact += (Counter(wanted) & Counter(frame.roles)).total()
        verdicts = {
            "trigger": frame.trigger.casefold() == row["trigger"].casefold(),
            "medium": frame.medium == row["medium"],
            "polarity": frame.polarity == row["polarity"],
            "roles": heads == got,
        }
        correct.update(key for key, value in verdicts.items() if value)
        correct["named"] += bool(row["medium"]) and verdicts["medium"]
        correct["frame"] += verdicts["trigger"] and verdicts["roles"]
        if not all(verdicts.values()):
            errors.append(_line(row, frame, verdicts, heads - got, got - heads))
    n = len(rows)
    total = found.total() + gold.total()
    scores = {
        "trigger accuracy": correct["trigger"] / n,
        "roles precision": right.total() / max(1, found.total()),
        "roles recall": right.total() / max(1, gold.total()),
        "roles F1": 2 * right.total() / max(1, total),
        **{f"  {role} F1": 2 * right[role] / (gold[role] + found[role]) for role in sorted(gold)},
        "roles exact F1": 2 * exact / max(1, total),
        "trigger and all roles": correct["frame"] / n,
        "medium accuracy": correct["medium"] / n,
        "medium named accuracy": correct["named"] / max(1, len(named)),
        "polarity accuracy": correct["polarity"] / n,
    }
    return scores, errors


def _line(
    row: dict[str, Any], frame: Frame, verdicts: dict[str, bool], missed: Counter[Any], wrong: Counter[Any]
) -> str:
    parts = []
    if not verdicts["trigger"]:
        parts.append(f"trigger {row['trigger']!r} → {frame.trigger!r}")
    parts += [f"missed {role} {text!r}" for role, text in missed.elements()]
    parts += [f"wrong {role} {text!r}" for role, text in wrong.elements()]
    for key, value in (("medium", frame.medium), ("polarity", frame.polarity)):
        if not verdicts[key]:
            parts.append(f"{key} {row[key]!r} → {value!r}")
    return f"{row['id']}  {'; '.join(parts)}: {row['text']}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEV, metavar="FILE", help="labelled sentences")
    parser.add_argument("--errors", action="store_true", help="list the sentences that are wrong, and in what")
    parser.add_argument("--baseline", action="store_true", help="score plain dependency labels instead of ours")
    arguments = parser.parse_args()
    rows = read(arguments.file)
    scores, errors = score(rows, (baseline if arguments.baseline else ours)([row["text"] for row in rows]))
    for label, value in scores.items():
        print(f"{label:24} {value:.3f}")
    if arguments.errors:
        print(*errors, sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
