"""`claimcheck judge`: two texts, or a file of pairs."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import InputError
from claimcheck.cli import exits
from claimcheck.cli.pairs import Row, as_row, read_pairs
from claimcheck.records import RELATIONS, Judgement

Runner = Callable[..., Any]

PAIR = {"a": "The mine closed in March.", "b": "The mine closed in May.", "date_a": "2020-06-01", "id": 7}


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Replaces `claimcheck.judging.judge_pairs` by one that finds every pair contradictory; holds the pairs."""
    seen: list[dict[str, Any]] = []

    def judge_pairs(pairs: Any, *, settings: Any, progress: Any) -> list[Judgement]:
        pairs = list(pairs)
        seen.extend(pairs)
        progress("Judging", 0, len(pairs))
        progress("Judging", len(pairs), len(pairs))
        probabilities = dict.fromkeys(RELATIONS, 0.05) | {"contradiction": 0.8}
        return [Judgement(a="x", b="y", relation="contradiction", probabilities=probabilities, same_fact=0.9)] * len(
            pairs
        )

    monkeypatch.setattr("claimcheck.judging.judge_pairs", judge_pairs)
    return seen


def write_lines(path: Path, *lines: object) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_two_texts(run: Runner, judged: list[dict[str, Any]]) -> None:
    code, out, err = run("judge", PAIR["a"], PAIR["b"], "--date-a", "2020-06-01", "--context-b", "Mining")
    assert (code, err) == (exits.DONE, "")
    assert "80" in out
    (pair,) = judged
    assert (pair["a"], pair["b"], pair["context_b"]) == (PAIR["a"], PAIR["b"], "Mining")
    assert str(pair["date_a"]) == "2020-06-01"
    assert pair["date_b"] is None


def test_two_files_are_no_two_texts(run: Runner, tmp_path: Path) -> None:
    one, two = (tmp_path / name for name in ("one.txt", "two.txt"))
    one.write_text("The mine closed in March.")
    two.write_text("The mine closed in May.")
    code, _, err = run("judge", one, two)
    assert code == exits.WRONG_INPUT
    assert f"Type: claimcheck compare {one} {two}" in err


@pytest.mark.parametrize("place", [0, 1])
def test_a_file_is_no_text(place: int, run: Runner, judged: list[dict[str, Any]], tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The mine closed in March.")
    texts: list[Any] = ["Three died.", "Three died."]
    texts[place] = file
    code, out, err = run("judge", *texts)
    assert (code, out, judged) == (exits.WRONG_INPUT, "", [])
    assert f"{file} is a file, and judge compares two texts. Type its words instead" in err


def test_json_is_one_line_with_what_was_given(run: Runner, judged: list[dict[str, Any]]) -> None:
    code, out, err = run("judge", PAIR["a"], PAIR["b"], "--date-a", "2020-06-01", "--json")
    assert (code, err, out.count("\n")) == (exits.DONE, "", 1)
    row = json.loads(out)
    assert {key: row[key] for key in ("a", "b", "date_a")} == {key: PAIR[key] for key in ("a", "b", "date_a")}
    assert row["judgement"]["relation"] == "contradiction"
    assert sum(row["judgement"]["probabilities"].values()) == pytest.approx(1)


@pytest.mark.parametrize("name", ["pairs.jsonl", "pairs.jsonl.gz"])
def test_a_file_of_pairs(name: str, run: Runner, judged: list[dict[str, Any]], tmp_path: Path) -> None:
    source = write_lines(tmp_path / "pairs.jsonl", PAIR, "", {**PAIR, "id": 8})
    if name.endswith(".gz"):
        data, source = source.read_bytes(), tmp_path / name
        source.write_bytes(gzip.compress(data))
    code, out, err = run("judge", "--input", source)
    assert (code, err) == (exits.DONE, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows] == [7, 8]
    assert all(row["judgement"]["relation"] == "contradiction" for row in rows)


def test_results_go_to_a_file_if_asked(run: Runner, judged: list[dict[str, Any]], tmp_path: Path) -> None:
    source = write_lines(tmp_path / "pairs.jsonl", {**PAIR, "note": "snow \u2603 and a lone surrogate \ud800"})
    target = tmp_path / "results.jsonl"
    assert run("judge", "--input", source, "--output", target) == (exits.DONE, "", "")
    (line,) = target.read_text(encoding="utf-8").splitlines()
    assert "\u2603" in line
    assert json.loads(line)["note"].endswith("\ud800")


def test_pairs_from_standard_input(run: Runner, judged: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(PAIR).encode())))
    assert run("judge", "--input", "-").code == exits.DONE
    assert len(judged) == 1


BROKEN = [
    ("{not json", "Expecting property name"),
    ("[1, 2]", "expected an object"),
    ('{"a": "One text."}', "“b” is None; expected a text with words in it"),
    ('{"a": "One text.", "b": "  "}', "expected a text with words in it"),
    ('{"a": "One.", "b": "Two.", "date_a": "soon"}', "“date_a”: 'soon' is not a date"),
    ('{"a": "One.", "b": "Two.", "context_a": 5}', "“context_a”"),
    ("[" * 100_000, "line 2"),
]


@pytest.mark.parametrize(("line", "problem"), BROKEN, ids=[problem for _, problem in BROKEN])
def test_a_broken_line_is_named_and_the_rest_is_judged(
    line: str, problem: str, run: Runner, judged: list[dict[str, Any]], tmp_path: Path
) -> None:
    source = write_lines(tmp_path / "pairs.jsonl", PAIR, line, PAIR)
    code, out, err = run("judge", "--input", source)
    assert code == exits.DONE
    assert len(out.splitlines()) == 2
    assert len(err.splitlines()) == 1
    assert f"{source}, line 2: " in err
    assert problem in err


def test_with_strict_a_broken_line_ends_it(run: Runner, judged: list[dict[str, Any]], tmp_path: Path) -> None:
    source = write_lines(tmp_path / "pairs.jsonl", PAIR, "{not json")
    code, out, err = run("judge", "--input", source, "--strict")
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert "pairs.jsonl, line 2: " in err
    assert not judged


@pytest.mark.parametrize(
    ("name", "content"),
    [("nowhere.jsonl", None), ("empty.jsonl", b""), ("blank.jsonl", b"\n\n"), ("broken.jsonl.gz", b"\x1f\x8b\x08\x00")],
)
def test_a_file_without_a_pair_is_an_error(
    name: str, content: bytes | None, run: Runner, judged: list[dict[str, Any]], tmp_path: Path
) -> None:
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    code, out, err = run("judge", "--input", source)
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert name in err
    assert len(err.splitlines()) == 1


def test_damaged_gzip_is_wrong_input(run: Runner, tmp_path: Path) -> None:
    source = tmp_path / "pairs.jsonl.gz"
    packed = gzip.compress(b'{"a": "The mine closed.", "b": "The mine opened."}\n' * 50)
    source.write_bytes(packed[:10] + b"\xff" * 20 + packed[30:])
    code, out, err = run("judge", "--input", source)
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert str(source) in err


def test_a_folder_is_no_file_of_pairs(run: Runner, tmp_path: Path) -> None:
    code, _, err = run("judge", "--input", tmp_path)
    assert code == exits.WRONG_INPUT
    assert str(tmp_path) in err


@pytest.mark.parametrize("target", ["results.csv", "no/such/folder/results.jsonl"])
def test_a_target_that_cannot_be_written_is_found_out_first(
    target: str, run: Runner, judged: list[dict[str, Any]], tmp_path: Path
) -> None:
    source = write_lines(tmp_path / "pairs.jsonl", PAIR)
    code, _, err = run("judge", "--input", source, "--output", tmp_path / target)
    assert code == exits.WRONG_INPUT
    assert target in err
    assert not judged


@pytest.mark.parametrize(("a", "b"), [("", "The mine closed."), ("The mine closed.", " \n ")])
def test_an_empty_text_is_an_error(a: str, b: str, run: Runner, judged: list[dict[str, Any]]) -> None:
    code, _, err = run("judge", a, b)
    assert code == exits.WRONG_INPUT
    assert "expected a text" in err
    assert not judged


@given(st.binary(max_size=200))
def test_any_bytes_give_pairs_or_named_lines(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_bytes(b"\n" + data)
    try:
        found = list(read_pairs(str(path)))
    except InputError:  # it begins as gzip does and is none
        return
    lines = [line for line in data.split(b"\n") if line.strip()]
    assert len(found) == len(lines)
    assert all(isinstance(row, Row) or f"{path}, line " in row.message for row in found)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
keys = st.sampled_from(["a", "b", "date_a", "date_b", "context_a", "context_b"])


@given(st.dictionaries(keys, json_values))
def test_any_object_is_a_pair_or_says_what_is_wrong(row: dict[str, Any]) -> None:
    try:
        pair = as_row(row).pair
    except InputError:
        return
    assert pair["a"].strip()
    assert pair["b"].strip()
