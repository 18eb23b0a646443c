"""CSV: one row for every judged pair inside a fact, to be opened in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from claimcheck.records import Article, Claim, Comparison, Fact
from claimcheck.reporting.words import line_of, published

_SIDE_COLUMNS = ("source", "title", "url", "published", "speaker", "via", "quote", "start", "end")
COLUMNS: tuple[str, ...] = (
    *("fact", "status", "fact_title", "point", "point_status", "point_title", "relation", "confidence"),
    *(f"a_{column}" for column in _SIDE_COLUMNS),
    *(f"b_{column}" for column in _SIDE_COLUMNS),
    *("reason_kinds", "reasons", "reported_as"),
    *("a_article", "a_path", "b_article", "b_path"),
)

# A spreadsheet takes a cell that starts with one of these for a formula, and runs it (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(comparison: Comparison) -> str:
    """The rows, with a heading row; lines end in CR LF (RFC 4180)."""
    held = (comparison.articles, *(fact.articles for fact in comparison.facts))
    articles = {article.id: article for articles in held for article in articles}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for fact in comparison.facts:
        claims = {claim.id: claim for claim in fact.claims}
        points = {(j.a, j.b): place for place, point in enumerate(fact.points, 1) for j in point.judgements}
        for judgement in fact.judgements:
            if judgement.a not in claims or judgement.b not in claims:
                continue
            a, b = claims[judgement.a], claims[judgement.b]
            place = points.get((a.id, b.id))
            row: list[Any] = [fact.id, fact.status, fact.title, *_point(fact, place)]
            row += [judgement.relation, round(judgement.confidence, 4)]
            sides = [(claim, articles[claim.article]) for claim in (a, b)]
            for claim, article in sides:
                row += _side(claim, article)
            row.append("; ".join(dict.fromkeys(reason.kind for reason in judgement.reasons)))
            row.append(" ".join(reason.sentence for reason in judgement.reasons))
            row.append((fact if place is None else fact.points[place - 1]).reported_as)
            for _, article in sides:
                row += [article.id, article.path]
            writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _point(fact: Fact, place: int | None) -> list[Any]:
    """Number, status and title of the point at `place`, from 1; empty cells for None."""
    if place is None:
        return ["", "", ""]
    point = fact.points[place - 1]
    return [place, point.status, point.title]


def _side(claim: Claim, article: Article) -> list[Any]:
    date = article.published.isoformat() if article.published else published(article)
    voices = [voice.name if voice else "" for voice in (claim.speaker, claim.via)]
    return [article.name, article.title, article.url, date, *voices, claim.quote, claim.start, claim.end]


def _cell(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = line_of(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
