"""The CSV report, as a spreadsheet reads it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import attrs
import pytest
from hand_built import fire

from claimcheck.records import Comparison, Mention, Reason
from claimcheck.reporting import save
from claimcheck.reporting.csv_output import COLUMNS, csv_text


def rows_of(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(comparison), newline="")))


def test_there_is_a_row_for_every_judged_pair_of_every_fact(comparison: Comparison) -> None:
    rows = rows_of(comparison)
    assert [row["relation"] for row in rows] == ["contradiction", "update", "agreement", "agreement", "agreement"]
    assert [row["status"] for row in rows][:3] == ["disputed", "updated", "corroborated"]


def test_a_row_tells_both_sides_and_the_reasons(comparison: Comparison) -> None:
    row = rows_of(comparison)[0]
    assert tuple(row) == COLUMNS
    assert row["fact"] == comparison.facts[0].id
    assert row["confidence"] == "0.93"
    assert (row["a_source"], row["a_published"], row["a_speaker"]) == (
        "The Harbour Herald",
        "2021-06-04",
        "the coastguard",
    )
    assert row["b_quote"] == "lay without power for over an hour on Friday"
    article = comparison.articles[1]
    assert article.text[int(row["b_start"]) : int(row["b_end"])] == row["b_quote"]
    assert row["reason_kinds"] == "duration"
    assert row["reasons"].startswith("50 min against more than 60 min")
    assert row["reported_as"] == "disputed"
    assert [row[f"{side}_article"] for side in "ab"] == [article.id for article in comparison.articles[:2]]
    assert [row[f"{side}_path"] for side in "ab"] == ["news/herald.txt", "news/courier.txt"]


def test_a_row_tells_what_a_statement_came_through(comparison: Comparison) -> None:
    fact = comparison.facts[0]
    first = fact.judgements[0].a
    reuters = Mention(text="Reuters", start=0, end=7, name="Reuters")
    claims = tuple(attrs.evolve(claim, via=reuters) if claim.id == first else claim for claim in fact.claims)
    row = rows_of(attrs.evolve(comparison, facts=(attrs.evolve(fact, claims=claims),)))[0]
    assert (row["a_speaker"], row["a_via"], row["b_via"]) == ("the coastguard", "Reuters", "Nordwire")


def test_a_row_tells_the_point_of_its_pair(comparison: Comparison) -> None:
    fires = fire(3)
    across = attrs.evolve(fires.facts[0].judgements[0], b=fires.facts[0].claims[-1].id)
    fact = attrs.evolve(fires.facts[0], judgements=(*fires.facts[0].judgements, across))
    rows = rows_of(attrs.evolve(fires, facts=(fact,)))
    assert [row["point"] for row in rows] == ["1", "2", "3", "3", ""]
    assert [row["point_status"] for row in rows] == ["disputed", "updated", "corroborated", "corroborated", ""]
    assert rows[0]["point_title"] == "Three people died."
    assert {row["status"] for row in rows} == {"disputed"}
    assert {row["point"] for row in rows_of(comparison)} == {""}


def test_quotes_are_on_one_line(comparison: Comparison) -> None:
    assert "the coastguard said." in rows_of(comparison)[0]["a_quote"]
    assert csv_text(comparison).count("\r\n") == 6
    assert csv_text(comparison).replace("\r\n", "").count("\n") == 0


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t=", "\r+", " \n@"])
def test_no_cell_is_a_formula(start: str, comparison: Comparison) -> None:
    fact = comparison.facts[0]
    reason = Reason(kind=f"{start}1", supports="contradiction", a=None, b=None, sentence=f"{start}2")
    articles = tuple(
        attrs.evolve(article, source=f"{start}S", title=f"{start}T", url=f"{start}U") for article in fact.articles
    )
    judgement = attrs.evolve(fact.judgements[0], reasons=(reason,))
    fact = attrs.evolve(fact, title=f"{start}3", articles=articles, judgements=(judgement,))
    for row in rows_of(attrs.evolve(comparison, articles=articles, facts=(fact,))):
        for value in row.values():
            assert not value.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
        assert row["a_source"] == f"'{start.strip()}S"


def test_a_date_that_is_not_known_is_told_in_words(comparison: Comparison) -> None:
    assert rows_of(comparison)[3]["b_published"] == "not before 4 June 2021"


def test_the_file_starts_with_the_mark_by_which_spreadsheets_know_utf_8(comparison: Comparison, tmp_path: Path) -> None:
    data = save(comparison, tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbffact,status,")
    assert "😀" in data.decode("utf-8-sig")


def test_every_column_is_documented(root: Path) -> None:
    page = (root / "docs/reports.md").read_text(encoding="utf-8")
    for column in COLUMNS:
        assert f"`{column.replace('b_', 'a_', 1) if column.startswith('b_') else column}`" in page
