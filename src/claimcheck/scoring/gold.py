"""Labelled stories: a folder of articles, and gold.json, which says what a careful reader finds in them.

The format is described in docs/benchmark.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from claimcheck.errors import InputError
from claimcheck.records import RELATIONS, Article, Claim, Relation

GOLD_NAME = "gold.json"


@attrs.frozen(order=True)
class Quote:
    """A verbatim part of an article: file name, first character, and end (excluded)."""

    article: str
    start: int
    end: int

    def overlaps(self, other: Quote) -> bool:
        return self.article == other.article and self.start < other.end and other.start < self.end


@attrs.frozen
class GoldRelation:
    """Two quotes and how they relate."""

    relation: Relation
    a: Quote
    b: Quote
    kind: str = ""


@attrs.frozen(kw_only=True)
class Topic:
    """Articles with labels.

    Attributes:
        name: of the folder.
        files: file names of the articles, in order.
        texts: file name to text.
        events: file name to the event that the article is about.
        recalls: file name to the other events that it also tells of.
        facts: id of each gold fact to its quotes.
        fact_events: id of each gold fact to the events that it belongs to; those of its articles if it names none.
        relations: labelled relations between quotes.
        different: pairs of quotes that must not be in one fact.
        near_misses: pairs of quotes that must not be reported as a contradiction.
        not_claims: parts that are no claims.
    """

    name: str
    files: tuple[str, ...]
    texts: Mapping[str, str]
    events: Mapping[str, str]
    recalls: Mapping[str, frozenset[str]]
    facts: Mapping[str, tuple[Quote, ...]]
    fact_events: Mapping[str, frozenset[str]]
    relations: tuple[GoldRelation, ...] = ()
    different: tuple[tuple[Quote, Quote], ...] = ()
    near_misses: tuple[tuple[Quote, Quote], ...] = ()
    not_claims: tuple[Quote, ...] = ()


def find_topics(folder: Path) -> list[Path]:
    """Folders at or below `folder` that hold a gold.json, sorted.

    Raises:
        InputError: there is none.
    """
    found = sorted(path.parent for path in folder.rglob(GOLD_NAME))
    if not found:
        raise InputError(
            f"No {GOLD_NAME} in {folder} or below it: expected folders of articles with a {GOLD_NAME} in each. "
            "The format is in docs/benchmark.md."
        )
    return found


def read_topic(folder: Path, *, gold: Path | None = None) -> Topic:
    """The articles and labels of one folder.

    Args:
        folder: with the articles' text files.
        gold: the labels; `folder`/gold.json if None.

    Raises:
        InputError: a file is missing or is not in the format; the message names the place.
    """
    gold = gold or folder / GOLD_NAME
    try:
        data = json.loads(gold.read_text(encoding="utf-8-sig"))
        files = sorted(_mapping(data, "articles", gold))
        texts = {name: (folder / name).read_bytes().decode("utf-8") for name in files}
    except (OSError, ValueError, RecursionError) as error:  # ValueError: no UTF-8, no JSON, a null byte in a name
        raise InputError(f"Cannot read the labelled story in {folder}: {error}.") from error
    about = data["articles"]
    events = {name: _text(about[name], "event", f"article {name!r}", gold) or name for name in files}
    reader = _Reader(texts, gold)
    rows = {key: _rows(data, key, gold) for key in ("same_fact", "relations", "near_misses", "not_claims")}
    facts: dict[str, tuple[Quote, ...]] = {}
    told: dict[str, str] = {}
    for name, event, quotes in reader.facts(rows["same_fact"]):
        if name in facts:
            raise InputError(f'{gold}: two facts under "same_fact" have the id {name!r}.')
        facts[name], told[name] = quotes, event
    return Topic(
        name=folder.name,
        files=tuple(files),
        texts=texts,
        events=events,
        recalls={name: _recalls(about[name], name, gold) for name in files},
        facts=facts,
        fact_events={
            name: frozenset(part.strip() for part in told[name].split(","))
            if told[name]
            else frozenset(events[q.article] for q in quotes)
            for name, quotes in facts.items()
        },
        relations=tuple(reader.relations(rows["relations"])),
        different=tuple(
            (reader.quote(pair[0]), reader.quote(pair[1])) for pair in _pairs(data.get("different_events", []), gold)
        ),
        near_misses=tuple((reader.quote(row.get("a")), reader.quote(row.get("b"))) for row in rows["near_misses"]),
        not_claims=tuple(reader.quote(row) for row in rows["not_claims"]),
    )


def articles_of(topic: Topic) -> list[Article]:
    """The articles to compare: `path` is the file name. Dates come from the text, as they would for a user."""
    return [Article(topic.texts[name], path=name) for name in topic.files]


def quotes_of(claims: Sequence[Claim], files: Mapping[str, str]) -> dict[str, Quote]:
    """Each claim's id to its place; `files` maps article ids to file names."""
    return {claim.id: Quote(files[claim.article], claim.start, claim.end) for claim in claims}


def same_pair(a: Quote, b: Quote, x: Quote, y: Quote) -> bool:
    """Whether two places are the other two, in either order."""
    return (a.overlaps(x) and b.overlaps(y)) or (a.overlaps(y) and b.overlaps(x))


class _Reader:
    def __init__(self, texts: Mapping[str, str], gold: Path) -> None:
        self._texts, self._gold = texts, gold

    def quote(self, row: Any) -> Quote:
        if not isinstance(row, dict) or not {"article", "quote"} <= set(row):
            raise InputError(f'{self._gold}: expected {{"article": …, "quote": …}}, got {_shown(row)}.')
        name, words = row["article"], row["quote"]
        for key in ("article", "quote"):
            if not isinstance(row[key], str):
                raise InputError(f'{self._gold}: "{key}" of a quote is {_shown(row[key])}; expected a text.')
        if name not in self._texts:
            raise InputError(f"{self._gold}: {_shown(name)} is not among its articles.")
        start = self._texts[name].find(words) if words else -1
        if start < 0:
            raise InputError(f"{self._gold}: {_shown(words)} does not stand in {name}; quotes are verbatim.")
        return Quote(name, start, start + len(words))

    def facts(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, tuple[Quote, ...]]]:
        """Id, event or "", and quotes of each fact."""
        for number, row in enumerate(rows, start=1):
            if not isinstance(row.get("claims"), list):
                raise InputError(f'{self._gold}: fact {number} has no list "claims".')
            name, event = (_text(row, key, f"fact {number}", self._gold) for key in ("id", "event"))
            yield name or str(number), event, tuple(dict.fromkeys(self.quote(claim) for claim in row["claims"]))

    def relations(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[GoldRelation]:
        for number, row in enumerate(rows, start=1):
            if row.get("relation") not in RELATIONS:
                raise InputError(
                    f"{self._gold}: relation {number} is {_shown(row.get('relation'))}; "
                    f"expected one of {', '.join(RELATIONS)}."
                )
            kind = _text(row, "kind", f"relation {number}", self._gold)
            yield GoldRelation(row["relation"], self.quote(row.get("a")), self.quote(row.get("b")), kind)


def _mapping(data: Any, key: str, gold: Path) -> dict[str, Any]:
    rows = data.get(key) if isinstance(data, dict) else None
    if not isinstance(rows, dict) or not rows or not all(isinstance(row, dict) for row in rows.values()):
        raise InputError(f'{gold}: expected an object under "{key}" with one object a file name.')
    return rows


def _rows(data: Mapping[str, Any], key: str, gold: Path) -> list[dict[str, Any]]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f'{gold}: expected a list of objects under "{key}".')
    return rows


def _pairs(rows: Any, gold: Path) -> list[Any]:
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == 2 for row in rows):
        raise InputError(f'{gold}: expected a list of pairs under "different_events".')
    return rows


def _text(row: Mapping[str, Any], key: str, place: str, gold: Path) -> str:
    """The text under a key, "" where there is none. A number is taken for its text, as in "id": 3."""
    value = row.get(key)
    if value is None:
        return ""
    if not _is_text(value):
        raise InputError(f'{gold}: "{key}" of {place} is {_shown(value)}; expected a text.')
    return str(value)


def _recalls(row: Mapping[str, Any], name: str, gold: Path) -> frozenset[str]:
    """The other events that an article tells of."""
    value = row.get("recalls")
    if value is None:
        return frozenset()
    if not isinstance(value, list) or not all(map(_is_text, value)):
        raise InputError(f'{gold}: "recalls" of article {name!r} is {_shown(value)}; expected a list of texts.')
    return frozenset(map(str, value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    """What came, in short; never what is nested in it, which may be deep."""
    if isinstance(value, dict):
        return f"an object with the keys {', '.join(value)[:80]}" if value else "an empty object"
    if isinstance(value, list):
        kinds = sorted({_KINDS.get(type(each), "numbers") for each in value})
        return f"a list of {' and '.join(kinds)}" if value else "an empty list"
    return repr(value[:60]) if isinstance(value, str) else repr(value)[:60]


_KINDS = {str: "texts", list: "lists", dict: "objects", bool: "truth values", type(None): "nulls"}
