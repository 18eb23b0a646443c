"""Comparison to JSON types and back. docs/json.md and reporting/claimcheck.schema.json describe the layout.

In JSON a record names another by its id; in Python it holds the record itself.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import math
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs

from claimcheck.errors import InputError
from claimcheck.records.article import Article, Claim
from claimcheck.records.comparison import Comparison, Notice
from claimcheck.records.judgement import RELATIONS, Fact, Judgement, Point, Status, Story

FORMAT = "claimcheck/1"

C = TypeVar("C", bound=Comparison)


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=False, forbid_extra_keys=False)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    # 50 and 50.0 are equal: equal records give equal bytes.
    converter.register_unstructure_hook(float, float)
    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    converter.register_structure_hook(float, lambda value, _: _finite(value))
    # cattrs would turn anything into a string, a truth value or a whole number: a damaged file is to be noticed.
    for kind in (str, bool, int):
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook_func(_is_literal, _one_of)
    return converter


def _exactly(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _one_of(value: Any, literal: Any) -> Any:
    if value not in get_args(literal):
        raise ValueError(f"{value!r} is not one of {', '.join(map(str, get_args(literal)))}")
    return value


def _finite(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise TypeError(f"{value!r} is not a number")
    return float(value)


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
        "confidence": float(judgement.confidence),
        "probabilities": {relation: float(judgement.probabilities[relation]) for relation in RELATIONS},
        "same_fact": float(judgement.same_fact),
        "reasons": [_CONVERTER.unstructure(reason) for reason in judgement.reasons],
    }


def fact_to_dict(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "title": fact.title,
        "status": fact.status,
        "confidence": float(fact.confidence),
        "claims": _ids(fact.claims),
        "articles": _ids(fact.articles),
        "origins": [_ids(origin) for origin in fact.origins],
        "judgements": [judgement_to_dict(judgement) for judgement in fact.judgements],
        "points": [point_to_dict(point) for point in fact.points],
    }


def point_to_dict(point: Point) -> dict[str, Any]:
    return {
        "title": point.title,
        "status": point.status,
        "confidence": float(point.confidence),
        "claims": _ids(point.claims),
        "origins": [_ids(origin) for origin in point.origins],
        "judgements": [{"a": judgement.a, "b": judgement.b} for judgement in point.judgements],
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
        raise InputError(f'Not a comparison saved by claimcheck: expected a JSON object with "format": "{FORMAT}".')
    try:
        articles = tuple(_CONVERTER.structure(row, Article) for row in data["articles"])
        claims = tuple(_CONVERTER.structure(row, Claim) for row in data["claims"])
        article_by_id = {article.id: article for article in articles}
        claim_by_id = {claim.id: claim for claim in claims}
        for claim in claims:
            if article_by_id[claim.article].text[claim.start : claim.end] != claim.quote:
                raise ValueError(f"claim {claim.id} does not quote its article")
        return cls(
            articles=articles,
            claims=claims,
            stories=tuple(
                Story(title=_exactly(row["title"], str), articles=tuple(article_by_id[i] for i in row["articles"]))
                for row in data["stories"]
            ),
            facts=tuple(_fact(row, article_by_id, claim_by_id) for row in data["facts"]),
            judgements=tuple(map(_judgement, data["judgements"])),
            notices=tuple(_CONVERTER.structure(row, Notice) for row in data["notices"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, InputError) as error:
        raise InputError(f"The saved comparison is incomplete or damaged ({error!r}); save it again.") from error


def _fact(row: Mapping[str, Any], articles: Mapping[str, Article], claims: Mapping[str, Claim]) -> Fact:
    judgements = tuple(map(_judgement, row["judgements"]))
    own = {i: claims[i] for i in row["claims"]}
    by_pair = {(judgement.a, judgement.b): judgement for judgement in judgements}
    return Fact(
        title=_exactly(row["title"], str),
        status=_one_of(row["status"], Status),
        claims=tuple(own.values()),
        articles=tuple(articles[i] for i in row["articles"]),
        origins=_origins(row, articles),
        judgements=judgements,
        points=tuple(
            Point(
                title=_exactly(point["title"], str),
                status=_one_of(point["status"], Status),
                claims=tuple(own[i] for i in point["claims"]),
                origins=_origins(point, articles),
                judgements=tuple(by_pair[pair["a"], pair["b"]] for pair in point["judgements"]),
            )
            for point in row["points"]
        ),
    )


def _origins(row: Mapping[str, Any], articles: Mapping[str, Article]) -> tuple[tuple[Article, ...], ...]:
    return tuple(tuple(articles[i] for i in origin) for origin in row["origins"])


def _judgement(row: Mapping[str, Any]) -> Judgement:
    judgement = _CONVERTER.structure(row, Judgement)
    if set(judgement.probabilities) != set(RELATIONS):
        raise ValueError(f"probabilities of {sorted(judgement.probabilities)}, expected those of {sorted(RELATIONS)}")
    return judgement


def load_comparison(cls: type[C], path: str | Path) -> C:
    path = Path(path)
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
        data = json.loads(text)
    except (OSError, EOFError, zlib.error) as error:  # the last two: a gzip file that was cut off or damaged
        raise InputError(f"Cannot read {path}: {getattr(error, 'strerror', None) or error}.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not JSON ({error}); expected a comparison saved as .json.") from error
    return comparison_from_dict(cls, data)


def _ids(records: Iterable[Article | Claim]) -> list[str]:
    return [record.id for record in records]
