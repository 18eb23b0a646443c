"""ECB+ (Cybulska and Vossen 2014) as articles and claims: every sentence of a document is taken as a claim."""

from __future__ import annotations

import gzip
import json
import pickle
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.claims import read_statements
from claimcheck.embedding import load_encoder
from claimcheck.records import Article, Claim
from claimcheck.settings import Settings
from claimcheck.stories import resolve_events

T = TypeVar("T")


@attrs.frozen
class Sentence:
    """One sentence: `events` are ids of the event clusters it mentions; `validated` if it is in the checked list."""

    id: str
    doc: str
    topic: str
    story: str
    text: str
    events: frozenset[str]
    validated: bool


@attrs.frozen(eq=False)
class Corpus:
    """Sentences with their claims and vectors, in order of documents; `vectors` is (n, d), float32, unit rows."""

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    vectors: NDArray[np.float32]
    documents: tuple[str, ...]
    owners: NDArray[np.int64]

    def story_of(self, document: int) -> str:
        return self.sentences[int(np.flatnonzero(self.owners == document)[0])].story


def read_sentences(data: Path, split: str) -> list[Sentence]:
    """Sentences of `ecbplus_sentences.<split>.jsonl.gz` in `data`, in order of documents."""
    with gzip.open(data / f"ecbplus_sentences.{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows.sort(key=lambda row: (row["doc"], row["sent_id"]))
    return [
        Sentence(
            id=row["id"],
            doc=row["doc"],
            topic=row["topic"],
            story=row["subtopic"],
            text=row["text"],
            events=frozenset(event for event in row["events"] if ":" not in event),
            validated=row["validated"],
        )
        for row in rows
        if any(character.isalnum() for character in row["text"])
    ]


def load_corpus(data: Path, split: str, *, settings: Settings | None = None, cache: Path | None = None) -> Corpus:
    """The corpus with claims read and embedded; kept in `cache` as a pickle where a folder is given."""
    kept = cache / f"ecbplus.{split}.pickle" if cache else None
    if kept is not None and kept.is_file():
        with kept.open("rb") as file:
            corpus = pickle.load(file)
            assert isinstance(corpus, Corpus)
            return corpus
    settings = settings or Settings()
    sentences = read_sentences(data, split)
    documents = list(dict.fromkeys(sentence.doc for sentence in sentences))
    claims = read_statements(
        [sentence.text for sentence in sentences], [None] * len(sentences), contexts=None, settings=settings
    )
    owners = np.array([documents.index(sentence.doc) for sentence in sentences], dtype=np.int64)
    resolved = [claim for row in _by_owner(claims, owners) for claim in resolve_events(row)]
    vectors = load_encoder(settings).encode([claim.text for claim in resolved])
    corpus = Corpus(tuple(sentences), tuple(resolved), vectors, tuple(documents), owners)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("wb") as file:
            pickle.dump(corpus, file)
    return corpus


def _by_owner(claims: Sequence[Claim], owners: NDArray[np.int64]) -> Iterable[list[Claim]]:
    for owner in range(int(owners.max()) + 1):
        yield [claims[i] for i in np.flatnonzero(owners == owner)]


def by_document(corpus: Corpus, rows: Sequence[T]) -> list[list[T]]:
    """Rows of sentences, grouped by document."""
    groups: list[list[T]] = [[] for _ in corpus.documents]
    for owner, row in zip(corpus.owners, rows, strict=True):
        groups[int(owner)].append(row)
    return groups


def as_articles(corpus: Corpus) -> list[Article]:
    """One article a document, its sentences one a line."""
    return [
        Article("\n".join(corpus.sentences[i].text for i in np.flatnonzero(corpus.owners == at)), path=document)
        for at, document in enumerate(corpus.documents)
    ]
