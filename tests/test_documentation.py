"""The documentation tells of everything there is, and everything it shows works."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

import claimcheck
from claimcheck.cli import main
from claimcheck.cli.app import build_app
from claimcheck.judging import best_judge

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])

PAIRS = """\
{"a": "The bridge was closed for two hours.", "b": "The bridge was closed for half a day."}
{"a": "Seven people died.", "b": "Nine people died.", "date_a": "2021-05-01", "date_b": "2021-05-03"}
"""
METADATA = """\
path,title,source,url,published
000_568f42339ab6d019.txt,,Example Times,,2019-03-05
"""


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(page), flags=re.MULTILINE | re.DOTALL)


def options() -> Iterator[tuple[str, str]]:
    for name, command in typer.main.get_command(build_app()).commands.items():
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("-"):
                    yield name, option


def section(command: str) -> str:
    (text,) = re.findall(rf"^## claimcheck {command}\n(.*?)(?=^## |\Z)", text_of(ROOT / "docs/cli.md"), re.M | re.S)
    return text


def commands() -> list[str]:
    """Every command line of claimcheck's that a page shows after a prompt, once."""
    found = (re.findall(r"^\$ (claimcheck .*)$", block, re.M) for page in PAGES for block in blocks(page, "console"))
    return list(dict.fromkeys(command for lines in found for command in lines))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the documentation's commands are run: with the files that they name."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "pairs.jsonl").write_text(PAIRS, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(METADATA, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_is_in_the_reference(command: str, option: str) -> None:
    # Options of the same meaning may be told once, with `compare`; each section names them.
    assert f"`{option}`" in section(command)


def test_no_option_is_in_the_reference_that_is_not_there() -> None:
    for command in typer.main.get_command(build_app()).commands:
        real = {option for name, option in options() if name == command} | {"--help", "-h"}
        told = set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", re.sub(r"```.*?```", "", section(command), flags=re.S)))
        assert told <= real, command


@pytest.mark.parametrize("name", [*claimcheck.__all__])
def test_every_public_name_is_in_the_reference(name: str) -> None:
    assert re.search(rf"\b{name}\b", text_of(ROOT / "docs/python.md"))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text_of(page)):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_documentation_shows_commands() -> None:
    assert len(commands()) >= 10


@pytest.mark.weights
@pytest.mark.parametrize("line", commands())
def test_every_command_that_is_shown_runs(line: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code = main(shlex.split(line)[1:])
    assert code == 0 or (code == 1 and "--fail-on" in line), capfd.readouterr().err


@pytest.mark.weights
def test_the_python_that_is_shown_runs(folder: Path) -> None:
    examples = "\n".join(block for page in PAGES for block in blocks(page, "python"))
    assert "claimcheck.judge(" in examples
    exec(compile(examples, "documentation", "exec"), {})


@pytest.mark.weights
@pytest.mark.skipif(best_judge() != "accurate", reason="it shows the accurate judge, which is not installed")
def test_the_output_in_the_readme_is_real() -> None:
    update = runpy.run_path(str(ROOT / "scripts/update-readme"))
    readme = text_of(ROOT / "README.md")
    # In bfloat16, which the CPU decides on, a confidence may move by a point.
    shown, real = (re.sub(r"\d+%", "…%", text) for text in (readme, update["with_real_output"](readme)))
    assert shown == real, "the README shows old output: run scripts/update-readme"
