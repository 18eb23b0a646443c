"""The sentences that made pairs start from: only text whose licence allows it, one well-formed sentence each.

| file | what is taken | licence |
|---|---|---|
| sanli_wiki.train, climate_fever.train, fever_symmetric.train | premises, never hypotheses or labels | CC BY-SA |
| wice_claim.dev | claims from Wikipedia | CC BY-SA |
| conjnli.train, creak.train | premises | MIT |
| summedits_other.train | sentences of the original summaries | Apache-2.0 |
| mnli.train | premises of the genres government, slate, travel | OANC |

What `judge_data` holds out for measuring (30 % of FEVER-symmetric and of SummEdits) is left out here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.training.judge_data import Row, held_out, rows_of

_GENRES = ("government", "slate", "travel")
_FIELDS = {
    "sanli_wiki.train": "premise", "conjnli.train": "premise", "wice_claim.dev": "hypothesis",
    "climate_fever.train": "premise", "fever_symmetric.train": "premise", "summedits_other.train": "original_summary",
    "mnli.train": "premise", "creak.train": "premise",
}  # fmt: skip
FILES = tuple(_FIELDS)
_MEASURED = ("fever_symmetric.train", "summedits_other.train")
_TOKENS = (
    ("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", '"'), ("''", '"'), ("\u00a0", " "),
)  # fmt: skip
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|No|Inc|Co|Corp|Ltd|U\.S|[A-Z])\.$")
_BAD = re.compile(
    r"[\[\]{}<>|~^_=*#\\•…]|\.\.|--|https?:|www\.|\(\s*\)|\( ?[,;]|\?|!|^\W|[a-z][A-Z][a-z]|\bcitation\b|;.*;"
    r"|\b(\w+) \1\b|[$€£] ?[$€£]| - | of[,.]"
)
_PERSONAL = re.compile(r"\b(?:I|we|We|you|You|my|My|our|Our|me|us|your|Your)\b(?!\.S)")


def detokenised(text: str) -> str:
    """Text as people type it, from text as a tokeniser leaves it.

    >>> detokenised("Wilk started in 1990 , and helped co-found Rage -LRB- a band -RRB- .")
    'Wilk started in 1990, and helped co-found Rage (a band).'
    """
    for token, plain in _TOKENS:
        text = text.replace(token, plain)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([,.;:%)])(?= |$|[,.)])", r"\1", text)
    text = re.sub(r"([($£€]) (?=\w)", r"\1", text)
    return re.sub(r" (['’]s|n['’]t|'re|'ve|'ll|'d|')(?=[ ,.])", r"\1", text)


def well_formed(text: str) -> bool:
    """Whether it looks like one sentence of 6 to 45 words that ends in a full stop."""
    words = text.split()
    return (
        6 <= len(words) <= 45 and text.endswith(".") and text[0].isupper() and not _BAD.search(text)
        and not re.search(r"(?<![.A-Z])(?<!Mr)(?<!Dr)(?<!Mrs)(?<!St)\. [A-Z]", text) and text.count('"') == 0
        and text.count("(") == text.count(")") and not _PERSONAL.search(text) and " ,," not in text
        and sum(w[:1].isupper() for w in words) < 0.6 * len(words) and not re.search(r" [,.;:)]|\( ", text)
        and text.isprintable() and words[0].lower() not in ("but", "and", "or", "so", "then", "that")
        and not _repeats(words)
    )  # fmt: skip


def _repeats(words: list[str]) -> bool:
    """A run of three words that comes twice: a trace of automatic editing."""
    runs = [tuple(words[i : i + 3]) for i in range(len(words) - 2)]
    return len(set(runs)) < len(runs)


def _texts(row: Row, file: str) -> Iterator[str]:
    text = row.get(_FIELDS[file]) or ""
    if file == "mnli.train" and row.get("genre") not in _GENRES:
        return
    if row.get("protocol") == "translate_wiki":
        return  # machine translation, too often ungrammatical
    if file == "summedits_other.train":
        yield from re.split(r"(?<=[a-z)\d]\.)\s+(?=[A-Z])", text)
    else:
        yield text


def sentences(data: Path) -> dict[str, str]:
    """Text to file, in a fixed order, without duplicates."""
    found: dict[str, str] = {}
    for file in _FIELDS:
        for row in rows_of(data, file):
            for raw in _texts(row, file):
                text = detokenised(raw)
                if text not in found and well_formed(text) and not (file in _MEASURED and held_out(raw)):
                    found[text] = file
    return found
