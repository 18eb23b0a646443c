"""Comparison to JSON types and back. docs/json.md and docs/claimcheck.schema.json describe the layout.

In JSON a record names another by its id; in Python it holds the record itself.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import attrs
import cattrs

from claimcheck.errors import InputError
from claimcheck.records.article import Article, Claim
from claimcheck.records.comparison import Comparison, Notice
from claimcheck.records.judgement import RELATIONS, Fact, Judgement, Story

FORMAT = "claimcheck/1"

C = TypeVar("C", bound=Comparison)


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=False, forbid_extra_keys=False)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    converter.register_structure_hook(float, lambda value, _: float(value))
    return converter


_CONVERTER = _converter()


def article_to_dict(article: Article) -> dict[str, Any]:
    return {"id": article.id, **_CONVERTER.unstructure(article)}


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    return {"id": claim.id, **_CONVERTER.unstructure(claim)}


def judgement_to_dict(judgement: Judgement) -> dict[str, Any]:
    return {
        "a": judgement.a,
        "b": judgement.b,
        "relation": judgement.relation,
        "confidence": judgement.confidence,
        "probabilities": {relation: judgement.probabilities[relation] for relation in RELATIONS},
        "same_fact": judgement.same_fact,
        "reasons": [_CONVERTER.unstructure(reason) for reason in judgement.reasons],
    }


def fact_to_dict(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "title": fact.title,
        "status": fact.status,
        "confidence": fact.confidence,
        "claims": _ids(fact.claims),
        "articles": _ids(fact.articles),
        "origins": [_ids(origin) for origin in fact.origins],
        "judgements": [judgement_to_dict(judgement) for judgement in fact.judgements],
    }


def comparison_to_dict(comparison: Comparison) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "articles": [article_to_dict(article) for article in comparison.articles],
        "claims": [claim_to_dict(claim) for claim in comparison.claims],
        "stories": [
            {"id": story.id, "title": story.title, "articles": _ids(story.articles)} for story in comparison.stories
        ],
        "facts": [fact_to_dict(fact) for fact in comparison.facts],
        "judgements": [judgement_to_dict(judgement) for judgement in comparison.judgements],
        "notices": [attrs.asdict(notice) for notice in comparison.notices],
    }


def comparison_from_dict(cls: type[C], data: dict[str, Any]) -> C:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InputError(f"Not a comparison saved by claimcheck: expected a JSON object with \"format\": \"{FORMAT}\".")
    try:
        articles = tuple(_CONVERTER.structure(row, Article) for row in data["articles"])
        claims = tuple(_CONVERTER.structure(row, Claim) for row in data["claims"])
        article_by_id = {article.id: article for article in articles}
        claim_by_id = {claim.id: claim for claim in claims}
        return cls(
            articles=articles,
            claims=claims,
            stories=tuple(
                Story(title=row["title"], articles=tuple(article_by_id[i] for i in row["articles"]))
                for row in data["stories"]
            ),
            facts=tuple(
                Fact(
                    title=row["title"],
                    status=row["status"],
                    claims=tuple(claim_by_id[i] for i in row["claims"]),
                    articles=tuple(article_by_id[i] for i in row["articles"]),
                    origins=tuple(tuple(article_by_id[i] for i in origin) for origin in row["origins"]),
                    judgements=tuple(_CONVERTER.structure(j, Judgement) for j in row["judgements"]),
                )
                for row in data["facts"]
            ),
            judgements=tuple(_CONVERTER.structure(row, Judgement) for row in data["judgements"]),
            notices=tuple(_CONVERTER.structure(row, Notice) for row in data["notices"]),
        )
    except (KeyError, TypeError, ValueError, cattrs.BaseValidationError) as error:
        raise InputError(f"The saved comparison is incomplete or damaged ({error!r}).") from error


def load_comparison(cls: type[C], path: str | Path) -> C:
    path = Path(path)
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
        data = json.loads(text)
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror or error}.") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(f"{path} is not JSON ({error}); expected a comparison saved as .json.") from error
    return comparison_from_dict(cls, data)


def _ids(records: Iterable[Article | Claim]) -> list[str]:
    return [record.id for record in records]
