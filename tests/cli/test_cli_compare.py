"""`claimcheck compare`: what it asks of the library, what it shows and writes, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Comparison, OutputError
from claimcheck.cli import exits

Runner = Callable[..., Any]


def test_defaults(run: Runner, asked: dict[str, Any]) -> None:
    code, out, err = run("compare", "seeds", "more.txt")
    assert (code, err) == (exits.DONE, "")
    assert "90 passengers" in out
    assert asked["given"] == ["seeds", "more.txt"]
    assert asked["metadata"] is None
    assert asked["settings"] == type(asked["settings"])()


def test_options_become_settings(run: Runner, asked: dict[str, Any]) -> None:
    words = "--model m --judge j --spacy-model s --language EN --language de --strict --no-cache --allow-downloads"
    assert run("compare", "seeds", "--metadata", "about.csv", *words.split()).code == exits.DONE
    settings = asked["settings"]
    assert (settings.embedding_model, settings.judge_model, settings.spacy_model) == ("m", "j", "s")
    assert settings.languages == ("en", "de")
    assert (settings.strict, settings.use_cache, settings.allow_downloads) == (True, False, True)
    assert asked["metadata"] == "about.csv"


def test_all_languages(run: Runner, asked: dict[str, Any]) -> None:
    assert run("compare", "seeds", "--language", "all").code == exits.DONE
    assert asked["settings"].languages == ()


@pytest.mark.parametrize(
    ("words", "shown", "hidden"),
    [
        (["--only", "contradiction"], "90 passengers", "north coast"),
        (["--only", "agreement"], "north coast", "90 passengers"),
        (["--min-confidence", "0.7"], "90 passengers", "north coast"),
    ],
)
def test_only_and_min_confidence_choose_what_is_shown_and_saved(
    words: list[str], shown: str, hidden: str, run: Runner, asked: dict[str, Any], tmp_path: Path
) -> None:
    target = tmp_path / "facts.jsonl"
    code, out, _ = run("compare", "seeds", *words, "--output", target)
    assert code == exits.DONE
    saved = target.read_text(encoding="utf-8")
    assert shown in out
    assert shown in saved
    assert hidden not in out
    assert hidden not in saved


def test_every_output_is_written(run: Runner, asked: dict[str, Any], comparison: Comparison, tmp_path: Path) -> None:
    endings = ("html", "json", "jsonl", "md", "csv")
    targets = [tmp_path / f"report.{ending}" for ending in endings]
    words = [word for target in targets for word in ("-o", target)]
    assert run("compare", "seeds", *words).code == exits.DONE
    assert all(target.stat().st_size for target in targets)
    assert Comparison.load(tmp_path / "report.json") == comparison
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(target.name for target in targets)


@pytest.mark.parametrize("target", ["report.docx", "report", "no/such/folder/report.html", "."])
def test_an_output_that_cannot_be_written_is_found_out_before_the_work(
    target: str, run: Runner, asked: dict[str, Any], tmp_path: Path
) -> None:
    code, out, err = run("compare", "seeds", "--output", tmp_path / target)
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert str(tmp_path / target) in err
    assert len(err.splitlines()) == 1
    assert not asked


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--fail-on", "contradiction"], exits.CONDITION_MET),
        (["--fail-on", "update"], exits.DONE),
        (["--fail-on", "contradiction", "--min-confidence", "0.7"], exits.CONDITION_MET),
        (["--fail-on", "contradiction", "--min-confidence", "0.9"], exits.DONE),
        (["--fail-on", "contradiction", "--only", "agreement"], exits.CONDITION_MET),
        (["--fail-on", "contradiction", "--quiet"], exits.CONDITION_MET),
    ],
)
def test_fail_on(words: list[str], code: int, run: Runner, asked: dict[str, Any]) -> None:
    assert run("compare", "seeds", *words).code == code


def test_the_report_is_written_even_where_the_condition_is_met(
    run: Runner, asked: dict[str, Any], tmp_path: Path
) -> None:
    target = tmp_path / "report.json"
    code, out, _ = run("compare", "seeds", "--fail-on", "contradiction", "-o", target)
    assert code == exits.CONDITION_MET
    assert "90 passengers" in out
    assert json.loads(target.read_text(encoding="utf-8"))["facts"]


def test_quiet_prints_nothing(run: Runner, asked: dict[str, Any]) -> None:
    assert run("compare", "seeds", "--quiet") == (exits.DONE, "", "")


def test_verbose_tells_the_time_of_each_stage_on_standard_error(run: Runner, asked: dict[str, Any]) -> None:
    plain = run("compare", "seeds").out
    code, out, err = run("compare", "seeds", "--verbose", "--quiet")
    assert (code, out) == (exits.DONE, "")
    assert [line.split("  ")[0] for line in err.splitlines()] == [
        "stage",
        "Reading",
        "Judging",
        "everything else",
        "total",
    ]
    assert "Reading" not in plain


def test_output_is_plain_where_it_is_no_terminal(run: Runner, asked: dict[str, Any]) -> None:
    out = run("compare", "seeds").out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_ctrl_c_while_a_report_is_written_leaves_no_part_of_it(
    run: Runner, asked: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "report.json"
    target.write_text("the report of yesterday", encoding="utf-8")
    monkeypatch.setattr("os.replace", interrupted)
    assert run("compare", "seeds", "-o", target).code == exits.INTERRUPTED
    assert target.read_text(encoding="utf-8") == "the report of yesterday"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_disk_that_is_full_is_one_sentence(
    run: Runner, asked: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OutputError("Cannot write report.json: No space left on device.")

    monkeypatch.setattr("claimcheck.reporting.save", full)
    code, _, err = run("compare", "seeds", "-o", tmp_path / "report.json")
    assert code == exits.WRONG_INPUT
    assert err == "claimcheck: Cannot write report.json: No space left on device.\n"


def dated(folder: Path) -> list[Path]:
    texts = {
        "2015-09-18": "The council closed the bridge on Friday.",
        "2018-03-21": "The council opened a new bridge on Wednesday.",
    }
    paths = []
    for day, text in texts.items():
        path = folder / f"{day}.json"
        path.write_text(json.dumps({"text": text, "published": day}), encoding="utf-8")
        paths.append(path)
    return paths


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (["--since", "2016-01-01"], ["2018-03-21"]),
        (["--until", "2016-01-01"], ["2015-09-18"]),
        (["--since", "2015-09-18", "--until", "2018-03-21"], ["2015-09-18", "2018-03-21"]),
    ],
)
def test_since_and_until(words: list[str], days: list[str], run: Runner, asked: dict[str, Any], tmp_path: Path) -> None:
    code, out, _ = run("compare", *dated(tmp_path), *words)
    assert code == exits.DONE
    assert [article.published.isoformat() for article in asked["given"]] == days
    assert ("Left out: 1 article" in " ".join(out.split())) is (len(days) == 1)


def test_nothing_in_the_period_is_an_error_that_says_so(run: Runner, asked: dict[str, Any], tmp_path: Path) -> None:
    code, out, err = run("compare", *dated(tmp_path), "--since", "2020-01-01")
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert "Nothing is left to compare. Left out: 2 articles published before 2020-01-01." in err
    assert not asked
