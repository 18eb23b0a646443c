"""Pairs labelled with the five relations that the judge's language models are trained on.

- pairs written for it (benchmarks/data/relations/train.jsonl, train2.jsonl), such as two newsrooms tell in quite other
  words (newsrooms.jsonl), or at length with one detail that differs (details_train.jsonl), such as are built alike and
  can both be true (lookalikes_train.jsonl), and sentences from the
  middle of two articles, with the titles (in_articles.jsonl);
- sentences and claims of labelled sets of articles, with their titles (benchmarks/data/article_sets, two sets of
  three);
- claims of real articles: ECB+ training topics, labelled for this (benchmarks/data/relations/ecbplus.labels.jsonl holds
  the labels; the text is read from the data folder);
- unlabelled pairs of the sentences of all these, which a larger model judges for a smaller one;
- the STS Benchmark without MSRpar, whose licence does not allow it: whether two texts make the same point at all.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.ecbplus import read_sentences
from benchmarks.training.article_sets import (
    claim_pairs,
    lead_rows,
    read_later_sets,
    read_sets,
    sentence_pairs,
    word_overlap,
)
from claimcheck.judging.language_model import LABELS
from claimcheck.judging.model_input import texts
from claimcheck.records import RELATIONS, to_date
from claimcheck.training.examples import Example, relation_examples

FOLDER = Path(__file__).parents[1] / "data" / "relations"
WRITTEN = ("train.jsonl", "train2.jsonl")
"""The written pairs, in the order in which they were written."""
NEWSROOMS = "newsrooms.jsonl"
IN_ARTICLES = "in_articles.jsonl"
LOOK_ALIKES = "lookalikes_train.jsonl"
DETAILS = "details_train.jsonl"
EIGHTH = 8
UNDATED = 0.3
UNTITLED = 0.3
LONGEST_TITLE = 110
"""Characters of an ECB+ document's first line up to which it is taken for its title."""
MOST_SENTENCES = 25
"""Sentences of an ECB+ document that the labels' ranges count in, joined by line breaks."""
EACH_HELD_OUT = 4
"""Every fourth ECB+ topic is left out, for fitting the regression."""
DRAWN = 12
"""Sentences drawn as partners of one, of which the likest is taken."""
SHORTEST = 5
"""Words of an ECB+ sentence that is paired."""
TOPIC_WEIGHT = 12
"""How often an ECB+ topic is drawn against a set of articles: it has so many more articles."""
SAME_POINT = 3.0
"""STS score ("roughly equivalent") from which two texts make the same point; between the two nothing is learned."""
OTHER_POINT = 2.5


def written(epoch: int) -> list[Example]:
    """The pairs written for the five relations; which of them lose their dates differs from epoch to epoch."""
    return relation_examples(written_rows(), seed=epoch, undated=UNDATED)


def in_other_words(epoch: int) -> list[Example]:
    """The pairs in which two newsrooms tell one thing, or dispute it, in quite other words."""
    lines = (FOLDER / NEWSROOMS).read_text(encoding="utf-8").splitlines()
    return relation_examples([json.loads(line) for line in lines], seed=epoch, undated=UNDATED)


def look_alikes(epoch: int) -> list[Example]:
    """Pairs built alike of which some can both be true and some cannot."""
    lines = (FOLDER / LOOK_ALIKES).read_text(encoding="utf-8").splitlines()
    return relation_examples([json.loads(line) for line in lines], seed=epoch)


def details(epoch: int, without: tuple[str, ...] = ()) -> list[Example]:
    """Pairs in which two newsrooms tell one thing at length, in other words, some of them with one detail that differs.

    Args:
        without: how the ids begin of what is left out.
    """
    return relation_examples([row for row in _details_rows() if not row["id"].startswith(without)], seed=epoch)


def details_evenly(epoch: int) -> list[Example]:
    """Of these as many that differ as agree: of each group one that differs, another one in another epoch."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in _details_rows():
        groups.setdefault(row["id"][:-1], []).append(row)
    chosen = []
    for rows in groups.values():
        differ = [row for row in rows if row["relation"] == "contradiction"]
        chosen += [row for row in rows if row["relation"] != "contradiction"] + [differ[epoch % len(differ)]]
    return relation_examples(chosen, seed=epoch)


def _details_rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / DETAILS).read_text(encoding="utf-8").splitlines()]


def in_articles(epoch: int) -> list[Example]:
    """Sentences written as they stand in the middle of two articles on one event, with the articles' titles; every
    eighth is left out, to choose by."""
    rows = in_articles_rows()
    return relation_examples([row for n, row in enumerate(rows) if n % EIGHTH], seed=epoch, untitled=UNTITLED)


def across_in_articles(epoch: int) -> list[Example]:
    """The same sentences, each with that of another pair of the same two articles: related, as each pair has its own
    point."""
    of_story: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for n, row in enumerate(in_articles_rows()):
        if n % EIGHTH:
            of_story.setdefault((row["title_a"], row["title_b"]), []).append(row)
    crossed = [
        row | {"b": other["b"], "relation": "related"}
        for rows in of_story.values()
        for row, other in itertools.permutations(rows, 2)
    ]
    return relation_examples(crossed, seed=epoch, untitled=UNTITLED)


def in_articles_rows() -> list[dict[str, Any]]:
    """The same as rows, all of them."""
    return [json.loads(line) for line in (FOLDER / IN_ARTICLES).read_text(encoding="utf-8").splitlines()]


def written_rows(first: int | None = None) -> list[dict[str, Any]]:
    """The written pairs, or the `first` ones."""
    lines = [line for file in WRITTEN for line in (FOLDER / file).read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines[:first]]


def repeated(count: int, *, seed: int, first: int | None = None) -> list[Example]:
    """Sentences of the written pairs, of the `first` ones if given, each paired with itself: an agreement."""
    rows = [row | {"b": row["a"], "date_b": row["date_a"], "relation": "agreement"} for row in written_rows(first)]
    return relation_examples(random.Random(seed).sample(rows, count), seed=seed, undated=UNDATED)


def in_sets(epoch: int) -> list[Example]:
    """Sentences of the sets of articles."""
    rng = random.Random(epoch)
    rows = [row for given in read_sets(held_out=False) for row in sentence_pairs(given, rng)]
    return relation_examples(rows, seed=epoch, untitled=UNTITLED)


def in_later_sets(epoch: int, files: Sequence[str] | None = None) -> list[Example]:
    """Sentences of the sets whose claims are not labelled, or of those in `files` (without their extension)."""
    return relation_examples(later_rows(epoch, files), seed=epoch, untitled=UNTITLED)


def later_rows(epoch: int, files: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The same as rows: labelled pairs of sentences, with dates and titles."""
    rng = random.Random(epoch)
    return [row for given in read_later_sets(files) for row in sentence_pairs(given, rng)]


def leads_in_sets(epoch: int, files: Sequence[str] | None = None) -> list[Example]:
    """First sentences of articles of the sets that are trained on (of the later ones those in `files`): all pairs on
    two events, and as many others."""
    rng = random.Random(epoch)
    rows = [row for given in (*read_sets(held_out=False), *read_later_sets(files)) for row in lead_rows(given)]
    other = [row for row in rows if row["relation"] == "unrelated"]
    same = [row for row in rows if row["relation"] != "unrelated"]
    return relation_examples(other + rng.sample(same, min(len(same), len(other))), seed=epoch, untitled=UNTITLED)


def claims_in_sets(epoch: int) -> list[Example]:
    """Claims of the sets of articles, as `compare` meets them."""
    return relation_examples(list(claim_pairs(held_out=False)), seed=epoch, untitled=UNTITLED)


def in_ecbplus(data: Path, epoch: int) -> list[Example]:
    """Claims of ECB+ articles."""
    rows = [row for row in ecbplus_rows(data) if not row["held_out"]]
    return relation_examples(rows, seed=epoch, untitled=UNTITLED)


def held_out(topic: str) -> bool:
    """Whether an ECB+ topic is left out of training."""
    return int(topic) % EACH_HELD_OUT == 0


def is_for_fitting(label: Mapping[str, Any], topic: str) -> bool:
    """Whether a labelled pair is left out of training: it is of a topic left out, or one that a judge took for a
    contradiction or an update."""
    return held_out(topic) or label.get("for") == "fitting"


def ecbplus_rows(data: Path) -> Iterator[dict[str, Any]]:
    """The labelled pairs of claims, with their text and title."""
    lines: dict[str, list[str]] = {}
    topics: dict[str, str] = {}
    for sentence in read_sentences(data, "train"):
        lines.setdefault(sentence.doc, []).append(sentence.text)
        topics[sentence.doc] = sentence.topic
    for label in ecbplus_labels():
        topic = topics[label["doc_a"]]
        row: dict[str, Any] = {"relation": label["relation"], "topic": topic, "held_out": is_for_fitting(label, topic)}
        for side in "ab":
            own = lines[label[f"doc_{side}"]][:MOST_SENTENCES]
            start, end = label[f"range_{side}"]
            row[side] = " ".join("\n".join(own)[start:end].split())
            row[f"title_{side}"] = own[0] if len(own[0]) <= LONGEST_TITLE and row[side] not in own[0] else None
        yield row


def ecbplus_labels() -> Iterator[dict[str, Any]]:
    """Labels of pairs of claims: `doc_a`, `range_a`, `doc_b`, `range_b`, `relation`; `for` where it is "fitting"."""
    for line in (FOLDER / "ecbplus.labels.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def same_point(data: Path) -> list[Example]:
    """Pairs of the STS Benchmark: those that make the same point, and those that do not."""
    agreement, contradiction, update, related, unrelated = (len(LABELS) + at for at in range(len(RELATIONS)))
    found = []
    with gzip.open(data / "stsb.train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "MSRpar" in (row.get("genre") or ""):
                continue
            if row["score"] >= SAME_POINT:
                found.append(Example(row["a"], row["b"], agreement, "stsb.train", also=(contradiction, update)))
            elif row["score"] <= OTHER_POINT:
                found.append(Example(row["a"], row["b"], related, "stsb.train", also=(unrelated,)))
    return found


def unlabelled(data: Path, count: int, *, seed: int, first: int | None = None) -> list[Example]:
    """Pairs that nobody has labelled (label -1): of written sentences on one subject, of articles of one set or topic.

    Half of them are those that share most words of several drawn for one sentence, since the others are mostly plain.
    Of the written pairs, sentences of the `first` ones are drawn, if given.
    """
    rng = random.Random(seed)
    groups = [*_written_groups(first), *_set_groups(), *_topic_groups(data)]
    found: list[Example] = []
    while len(found) < count:
        group = rng.choice(groups)
        one = rng.choice(group)
        others = [row for row in rng.sample(group, min(len(group), DRAWN)) if row["article"] != one["article"]]
        if not others:
            continue
        other = max(others, key=lambda row: word_overlap(one["text"], row["text"])) if len(found) % 2 else others[0]
        titled = rng.random() >= UNTITLED
        titles = (one["title"], other["title"]) if titled else (None, None)
        found.append(Example(*texts(one["text"], other["text"], one["date"], other["date"], *titles), -1, "unlabelled"))
    return found


def _written_groups(first: int | None) -> Iterator[list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in written_rows(first):
        for side in "ab":
            groups.setdefault(f"{row['id'][0]} {row['subject']}", []).append(
                {
                    "text": row[side],
                    "title": None,
                    "date": to_date(row[f"date_{side}"]),
                    "article": f"{row['id']} {side}",
                }
            )
    yield from groups.values()


def _set_groups() -> Iterator[list[dict[str, Any]]]:
    for given in read_sets(held_out=False):
        yield [
            {"text": text, "title": article["title"], "date": to_date(article["date"]), "article": at}
            for at, article in enumerate(given["articles"])
            for text in article["sentences"]
        ]


def _topic_groups(data: Path) -> Iterator[list[dict[str, Any]]]:
    topics: dict[str, dict[str, list[str]]] = {}
    for sentence in read_sentences(data, "train"):
        if not held_out(sentence.topic):
            topics.setdefault(sentence.topic, {}).setdefault(sentence.doc, []).append(sentence.text)
    for docs in topics.values():
        group = [
            {"text": line, "title": own[0] if len(own[0]) <= LONGEST_TITLE else None, "date": None, "article": doc}
            for doc, own in docs.items()
            for line in own[1:MOST_SENTENCES]
            if len(line.split()) >= SHORTEST
        ]
        yield from [group] * TOPIC_WEIGHT
