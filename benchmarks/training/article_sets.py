"""The labelled sets of articles (benchmarks/data/article_sets) as pairs of sentences and of claims to train on.

Every third set is left out: on these the regression is fitted that joins model and evidence inside articles. Later
sets, in files with two letters, have labels of sentences alone, and are all trained on; those in
`plain/` are all left out.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimcheck.articles import prepare_articles
from claimcheck.embedding import Encoder
from claimcheck.judging.lead_reading import LEADING
from claimcheck.pipeline import Analysis, analyse_articles
from claimcheck.records import Article, Claim, to_date
from claimcheck.settings import Settings

FOLDER = Path(__file__).parents[1] / "data" / "article_sets"
CLAIMS = FOLDER / "claims.labels.jsonl"
"""Labels of pairs of claims, by their ranges in `article_text`."""
EACH_HELD_OUT = 3
OTHERS = 1.5
"""Pairs that are merely related or unrelated, for each agreement, contradiction or update of a set."""
WORD = re.compile(r"\w+")


def read_sets(folder: Path = FOLDER, *, held_out: bool) -> Iterator[dict[str, Any]]:
    """The sets that are trained on, or those that are left out."""
    for file in sorted(folder.glob("?.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if (number % EACH_HELD_OUT == 0) == held_out:
                yield json.loads(line)


def read_later_sets(files: Sequence[str] | None = None, folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """The sets whose claims are not labelled, or those in `files` (without their extension)."""
    for file in sorted(folder.glob("??.jsonl")):
        if files is not None and file.stem not in files:
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def read_plain_sets(folder: Path = FOLDER / "plain") -> Iterator[dict[str, Any]]:
    """The sets in plain news language, which no language model is trained on: they are for fitting alone."""
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def article_text(article: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """An article of a set as a text of paragraphs of two sentences, and the range of each sentence."""
    text, ranges = article["title"] + "\n\n", []
    for number, sentence in enumerate(article["sentences"], start=1):
        ranges.append((len(text), len(text) + len(sentence)))
        text += sentence + ("\n\n" if number % 2 == 0 else " ")
    return text, ranges


def read_set(
    given: dict[str, Any], encoder: Encoder, settings: Settings
) -> tuple[Analysis, list[list[tuple[int, int]]]]:
    """The articles of a set as `compare` reads them, with the range of each sentence."""
    texts = [article_text(article) for article in given["articles"]]
    articles = [
        Article(text=text, title=article["title"], source=article["outlet"], published=to_date(article["date"]))
        for article, (text, _) in zip(given["articles"], texts, strict=True)
    ]
    prepared = prepare_articles(articles, settings=settings).articles
    return analyse_articles(prepared, encoder=encoder, settings=settings), [ranges for _, ranges in texts]


def sentence_of(claim: Claim, ranges: Sequence[tuple[int, int]]) -> int:
    """The sentence that a claim lies in."""
    return max(range(len(ranges)), key=lambda at: min(claim.end, ranges[at][1]) - max(claim.start, ranges[at][0]))


def claim_labels() -> Iterator[dict[str, Any]]:
    """Labels of pairs of claims: `set`, `article_a`, `range_a`, `article_b`, `range_b`, `relation`."""
    for line in CLAIMS.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def claim_pairs(*, held_out: bool) -> Iterator[dict[str, Any]]:
    """Rows of all labelled pairs of claims."""
    sets = {given["id"]: given for given in read_sets(held_out=held_out)}
    for label in claim_labels():
        if label["set"] not in sets:
            continue
        row: dict[str, Any] = {"relation": label["relation"]}
        for side in "ab":
            article = sets[label["set"]]["articles"][label[f"article_{side}"]]
            start, end = label[f"range_{side}"]
            row[side] = " ".join(article_text(article)[0][start:end].split())
            row[f"date_{side}"], row[f"title_{side}"] = article["date"], article["title"]
        yield row


def sentence_pairs(given: dict[str, Any], rng: random.Random) -> list[dict[str, Any]]:
    """Rows as `claimcheck.training.examples.relation_examples` reads them: all labelled pairs of a set, and others of
    its articles, half of them those that share most words."""
    labelled = _labelled(given)
    found = sentence_rows(given)
    others = [_row(given, key, _default(given, key)) for key in _keys(given) if not _same(key, labelled)]
    others.sort(key=lambda row: -word_overlap(row["a"], row["b"]))
    wanted = round(OTHERS * len(found))
    alike, rest = others[: wanted // 2], others[wanted // 2 :]
    return found + alike + rng.sample(rest, min(len(rest), wanted - len(alike)))


def sentence_rows(given: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of the labelled pairs of a set alone."""
    return [_row(given, key, relation) for key, relation in _labelled(given).items()]


def lead_rows(given: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of the first sentences of each two articles of a set, each against each: much like the first claims that
    `compare` reads to tell whether they report one event."""
    labelled = _labelled(given)
    return [
        _row(given, key, labelled.get(key) or labelled.get((*key[2:], *key[:2])) or _default(given, key))
        for key in _keys(given)
        if key[1] < LEADING and key[3] < LEADING
    ]


def _labelled(given: dict[str, Any]) -> dict[tuple[int, int, int, int], str]:
    return {(*row["a"], *row["b"]): row["relation"] for row in given["pairs"]}


def _keys(given: dict[str, Any]) -> Iterator[tuple[int, int, int, int]]:
    articles = given["articles"]
    for first, article in enumerate(articles):
        for second in range(first + 1, len(articles)):
            for i in range(len(article["sentences"])):
                for j in range(len(articles[second]["sentences"])):
                    yield first, i, second, j


def _same(key: tuple[int, int, int, int], labelled: dict[Any, Any]) -> bool:
    return key in labelled or (*key[2:], *key[:2]) in labelled


def _default(given: dict[str, Any], key: tuple[int, int, int, int]) -> str:
    events = [given["articles"][at]["event"] for at in (key[0], key[2])]
    return "related" if events[0] == events[1] else "unrelated"


def _row(given: dict[str, Any], key: tuple[int, int, int, int], relation: str) -> dict[str, Any]:
    first, second = given["articles"][key[0]], given["articles"][key[2]]
    return {
        "a": first["sentences"][key[1]],
        "b": second["sentences"][key[3]],
        "date_a": first["date"],
        "date_b": second["date"],
        "title_a": first["title"],
        "title_b": second["title"],
        "relation": relation,
    }


def word_overlap(a: str, b: str) -> float:
    """Share of the longer words of one text that the other has, in [0, 1]."""
    words_a, words_b = ({word for word in WORD.findall(text.lower()) if len(word) > 3} for text in (a, b))
    return len(words_a & words_b) / max(1, min(len(words_a), len(words_b)))
