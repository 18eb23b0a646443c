"""JSON and JSON Lines: as the schema and docs/json.md say."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import pytest
from hand_built import fire
from jsonschema import Draft202012Validator

from claimcheck.records import Article, Comparison
from claimcheck.reporting import claims_jsonl, json_text
from claimcheck.reporting.json_output import facts_jsonl


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(resources.files("claimcheck.reporting").joinpath("claimcheck.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def validator(schema: Any) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_what_is_written_is_valid(comparison: Comparison, nothing: Comparison, validator: Draft202012Validator) -> None:
    for each in (comparison, nothing, fire(), Comparison(articles=(), claims=())):
        validator.validate(json.loads(json_text(each)))


@pytest.mark.parametrize("name", ["articles", "claims", "facts", "judgements", "stories", "notices"])
def test_a_record_with_a_field_too_few_or_too_many_is_not_valid(
    name: str, comparison: Comparison, validator: Draft202012Validator
) -> None:
    row = comparison.to_dict()[name][0]
    for field in list(row):
        data = comparison.to_dict()
        del data[name][0][field]
        assert not validator.is_valid(data), field
    data = comparison.to_dict()
    data[name][0]["surplus"] = 1
    assert not validator.is_valid(data)


def test_a_point_with_a_field_too_few_or_too_many_is_not_valid(validator: Draft202012Validator) -> None:
    for field in list(fire().to_dict()["facts"][0]["points"][0]):
        data = fire().to_dict()
        del data["facts"][0]["points"][0][field]
        assert not validator.is_valid(data), field
    data = fire().to_dict()
    data["facts"][0]["points"][0]["judgements"][0]["relation"] = "agreement"
    assert not validator.is_valid(data)


def test_points_are_read_back(tmp_path: Path) -> None:
    comparison = fire()
    comparison.save(tmp_path / "fire.json")
    assert Comparison.load(tmp_path / "fire.json") == comparison


def test_every_field_is_documented(schema: Any, root: Path) -> None:
    page = (root / "docs/json.md").read_text(encoding="utf-8")

    def fields(part: Any) -> set[str]:
        if isinstance(part, list):
            return set().union(*map(fields, part))
        if not isinstance(part, dict):
            return set()
        own = set(part["properties"]) if isinstance(part.get("properties"), dict) else set()
        return own | set().union(*map(fields, part.values()))

    assert {field for field in fields(schema) if f"`{field}`" not in page} == set()


def test_every_field_of_the_schema_is_described(schema: Any) -> None:
    for name, definition in {"comparison": schema, **schema["$defs"]}.items():
        for field, part in definition.get("properties", {}).items():
            assert "description" in part or "$ref" in part, f"{name}.{field}"


def test_a_line_of_facts_stands_by_itself(comparison: Comparison) -> None:
    lines = facts_jsonl(comparison).splitlines()
    assert len(lines) == len(comparison.facts)
    fact = json.loads(lines[0])
    assert fact["format"] == "claimcheck/1"
    assert [article["name"] for article in fact["articles"]] == ["The Harbour Herald", "Coast Courier"]
    assert fact["articles"][0]["published"] == "2021-06-04"
    assert "text" not in fact["articles"][0]
    claims = {claim["id"]: claim for claim in fact["claims"]}
    judgement = fact["judgements"][0]
    assert claims[judgement["a"]]["quantities"][0]["text"] == "50 minutes"
    assert {claim["article"] for claim in fact["claims"]} == {article["id"] for article in fact["articles"]}


def test_a_line_of_facts_has_its_points() -> None:
    fact = json.loads(facts_jsonl(fire()))
    pairs = {(judgement["a"], judgement["b"]) for judgement in fact["judgements"]}
    ids = {claim["id"] for claim in fact["claims"]}
    assert [point["status"] for point in fact["points"]] == ["disputed", "updated", "corroborated"]
    for point in fact["points"]:
        assert {(pair["a"], pair["b"]) for pair in point["judgements"]} <= pairs
        assert set(point["claims"]) <= ids


def test_claims_are_lines_as_in_the_report(comparison: Comparison) -> None:
    rows = [json.loads(line) for line in claims_jsonl(comparison.claims).splitlines()]
    assert rows == json.loads(json_text(comparison))["claims"]


def test_text_is_written_as_it_is_and_ends_with_a_line(comparison: Comparison) -> None:
    text = json_text(comparison)
    assert "😀" in text
    assert text.endswith("}\n")


def test_a_lone_surrogate_survives() -> None:
    comparison = Comparison(articles=(Article("half \ud83d a face"),), claims=())
    data = json_text(comparison).encode("utf-8")
    assert Comparison.from_dict(json.loads(data)) == comparison


def test_lines_end_only_where_records_end(comparison: Comparison) -> None:
    claim = attrs.evolve(comparison.claims[0], text="a\nb\u2028c\x85d")
    assert len(claims_jsonl([claim]).splitlines()) == 1
    assert json.loads(claims_jsonl([claim]))["text"] == claim.text
