"""Bad input, from one end to the other: what the user sees and which exit code comes of it."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Article, Comparison
from claimcheck.cli import exits

Runner = Callable[..., Any]

pytestmark = pytest.mark.weights

FIRE = (
    "Fire destroys warehouse\n\n"
    "A fire destroyed a warehouse in Leeds on 4 May 2021. Two firefighters were injured, the fire service said. "
    "The fire burned for six hours.\n"
)
FIRE_TOO = (
    "Warehouse burns down\n\n"
    "A warehouse in Leeds burned down on 4 May 2021. Five firefighters were injured, the fire service said. "
    "Roads around the warehouse were closed.\n"
)
GERMAN = (
    "Ein Brand hat am Dienstag ein Lagerhaus in Leeds zerstört. Zwei Feuerwehrleute wurden nach Angaben der Feuerwehr "
    "verletzt. Das Feuer brannte sechs Stunden lang, bevor es gelöscht werden konnte.\n"
)
FURNITURE = "Share this article\n\nPost a comment\n\nMore headlines\n\nSubscribe to our newsletter\n"


def put(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def said(text: str) -> str:
    """The text on one line, however it was wrapped."""
    return " ".join(text.split())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are short: a notice that names one is not broken inside it."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def fires() -> Path:
    """A folder of two good articles."""
    folder = Path("fires")
    folder.mkdir()
    put(folder / "one.txt", FIRE)
    put(folder / "two.txt", FIRE_TOO)
    return folder


def compared(run: Runner, *words: str | Path) -> tuple[Comparison, str]:
    """The comparison that comes of it, with the terminal report on one line; it must end well."""
    target = Path("result.json")
    code, out, err = run("compare", *words, "--output", target)
    assert (code, err) == (exits.DONE, "")
    return Comparison.load(target), said(out)


def refused(run: Runner, *words: str | Path) -> str:
    """The one sentence with which it ends."""
    code, out, err = run("compare", *words)
    assert (code, out) == (exits.WRONG_INPUT, "")
    assert err.startswith("claimcheck: ")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    return str(err)


# Paths


def test_a_path_that_does_not_exist(run: Runner, fires: Path) -> None:
    assert "nowhere.txt does not exist" in refused(run, fires, fires / "nowhere.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo") or not Path("/dev/null").exists(), reason="needs POSIX special files")
def test_paths_that_are_no_files(run: Runner, fires: Path) -> None:
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("sock")
        assert "socket" in refused(run, fires, "sock")
    assert "pipe" in refused(run, fires, "pipe")
    assert "device" in refused(run, fires, "/dev/null")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(run: Runner, fires: Path) -> None:
    (fires / "one.txt").chmod(0)
    assert "one.txt" in refused(run, fires / "one.txt", fires / "two.txt")


def test_an_empty_folder(run: Runner) -> None:
    (Path("nothing")).mkdir()
    assert "no article was found. Expected files such as .txt" in refused(run, Path("nothing"))


def test_a_web_address_is_no_file(run: Runner) -> None:
    assert "save the page as .html" in refused(run, Path("."), "https://example.com/news")


def test_metadata_that_cannot_be_read(run: Runner, fires: Path) -> None:
    said = refused(run, fires, "--metadata", fires / "about.csv")
    assert "about.csv does not exist; expected a CSV file" in said


# Content


def test_empty_file_and_furniture_are_said_and_the_rest_is_compared(run: Runner, fires: Path) -> None:
    put(fires / "empty.txt", "")
    put(fires / "furniture.txt", FURNITURE)
    comparison, out = compared(run, fires)
    assert "empty.txt is empty" in out
    assert "furniture.txt" in out
    assert len({claim.article for claim in comparison.claims}) == 2


def test_nothing_but_an_empty_file(run: Runner) -> None:
    assert "empty.txt is empty" in refused(run, put(Path("empty.txt"), ""))


def test_one_article_alone(run: Runner, fires: Path) -> None:
    comparison, out = compared(run, fires / "one.txt")
    assert "Only one article" in out
    assert comparison.claims
    assert comparison.facts == ()


def test_one_claim_only(run: Runner) -> None:
    comparison, _ = compared(run, put(Path("one.txt"), "Two firefighters were injured in Leeds."))
    assert len(comparison.claims) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8),
        ("noise.txt", bytes(range(256)) * 16),
        ("cut.txt.gz", gzip.compress(b"x", mtime=0)[:10]),
    ],
)
def test_a_file_that_is_no_text_is_named_and_the_rest_is_read(
    name: str, content: bytes, run: Runner, fires: Path
) -> None:
    put(fires / name, content)
    comparison, out = compared(run, fires)
    assert name in out
    assert len(comparison.articles) == 2
    assert name in refused(run, fires, "--strict")


def test_a_text_in_another_encoding_is_read(run: Runner, fires: Path) -> None:
    text = FIRE.replace("Leeds", "Orléans").replace("six hours", "“six” hours")
    put(fires / "one.txt", text.encode("cp1252"))
    comparison, _ = compared(run, fires)
    assert any("Orléans" in article.text for article in comparison.articles)


def test_html_that_is_broken_is_read(run: Runner, fires: Path) -> None:
    put(fires / "one.html", f"<html><head><title>Fire</title><body><article><p>{FIRE * 3}<p><b>more<div></article")
    comparison, _ = compared(run, fires)
    assert len(comparison.articles) == 3


def test_a_broken_line_is_named_and_the_rest_is_read(run: Runner) -> None:
    lines = [json.dumps({"text": FIRE, "source": "A"}), "{broken", json.dumps({"text": FIRE_TOO, "source": "B"})]
    source = put(Path("articles.jsonl"), "\n".join(lines))
    comparison, out = compared(run, source)
    assert "articles.jsonl, line 2" in out
    assert [article.source for article in comparison.articles] == ["A", "B"]
    assert "articles.jsonl, line 2" in refused(run, source, "--strict")


def test_text_of_every_odd_kind_keeps_its_offsets(run: Runner, fires: Path) -> None:
    odd = (
        "\ufeffA \u202bfire\u202c 🔥 destroyed a warehouse in Leeds\u00a0on 4 May 2021.\r\n\x00\x07\x1b[31m"
        "Two firefighters 👩🏽‍🚒 were injured.\n" + "\n" * 10_000 + "The fire burned for six hours.\u2029"
        "He said " + "very " * 20_000 + "much was lost in the fire.\n"
    )
    put(fires / "odd.txt", odd)
    comparison, out = compared(run, fires)
    texts = {article.id: article.text for article in comparison.articles}
    assert len(texts) == 3
    assert all(texts[claim.article][claim.start : claim.end] == claim.quote for claim in comparison.claims)
    assert any("six hours" in claim.quote for claim in comparison.claims if "🔥" in texts[claim.article])
    assert "\x1b" not in out
    assert "\x07" not in out


def test_identical_articles_are_one(run: Runner, fires: Path) -> None:
    put(fires / "three.txt", FIRE)
    comparison, out = compared(run, fires)
    assert "same text" in out
    assert len(comparison.articles) == 2


def test_identical_claims_agree(run: Runner) -> None:
    same = "Two firefighters were injured in a warehouse fire in Leeds on 4 May 2021.\n"
    paths = [put(Path(f"{name}.txt"), f"{name}\n\n{same}") for name in ("Herald", "Gazette")]
    comparison, _ = compared(run, *paths)
    assert [fact.status for fact in comparison.facts] == ["corroborated"]
    assert len(comparison.facts[0].articles) == 2


def test_another_language_is_said_and_skipped_unless_asked_for(run: Runner, fires: Path) -> None:
    put(fires / "drei.txt", GERMAN)
    comparison, out = compared(run, fires)
    assert "another language" in out
    assert len(comparison.articles) == 2
    comparison, _ = compared(run, fires, "--language", "all")
    assert len(comparison.articles) == 3


def test_a_script_in_an_article_is_shown_and_never_run(run: Runner, fires: Path) -> None:
    put(fires / "three.txt", FIRE.replace("six hours", "six <script>alert(1)</script> hours"))
    assert run("compare", fires, "-q", "-o", Path("report.html")).code == exits.DONE
    assert "<script>alert(1)" not in (Path("report.html")).read_text(encoding="utf-8")


# Models


@pytest.mark.parametrize(
    "words",
    [
        ("--model", "no/such/model"),
        ("--model", "/no/such/folder"),
        ("--judge", "no/such/judge"),
        ("--spacy-model", "no_such_pipeline"),
    ],
)
def test_a_model_that_is_missing_is_a_clear_error(words: tuple[str, str], run: Runner, fires: Path) -> None:
    assert words[1] in refused(run, fires, *words)


def test_a_folder_that_is_no_model(run: Runner, fires: Path) -> None:
    empty = Path("empty model")
    empty.mkdir()
    assert "empty model" in refused(run, fires, "--model", empty)


# The whole


def test_the_same_input_gives_the_same_bytes(run: Runner, fires: Path) -> None:
    for name in ("first", "second"):
        for ending in ("json", "html", "csv", "md", "jsonl"):
            assert run("compare", fires, "-q", "-o", Path(f"{name}.{ending}")).code == exits.DONE
    for ending in ("json", "html", "csv", "md", "jsonl"):
        assert (Path(f"first.{ending}")).read_bytes() == (Path(f"second.{ending}")).read_bytes()


def test_extract_lists_claims_with_exact_ranges(run: Runner, fires: Path) -> None:
    code, out, err = run("extract", fires, "--format", "jsonl")
    assert (code, err) == (exits.DONE, "")
    rows = [json.loads(line) for line in out.splitlines()]
    texts = {Article(text).id: text for text in (FIRE, FIRE_TOO)}
    assert {row["article"] for row in rows} == set(texts)
    assert all(texts[row["article"]][row["start"] : row["end"]] == row["quote"] for row in rows)
    assert run("extract", fires, "--output", Path("claims.jsonl")).code == exits.DONE
    assert (Path("claims.jsonl")).read_text(encoding="utf-8") == out


def test_extract_names_standard_input(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The council closed the old bridge on 4 May 2021.")))
    assert run("extract", "-").out.startswith("standard input, ")


def test_extract_shows_a_table_and_what_was_dropped(run: Runner, fires: Path) -> None:
    put(fires / "three.txt", FIRE.replace("warehouse", "mill") + FURNITURE)
    assert "The fire burned for six hours." in said(run("extract", fires).out)
    code, out, _ = run("extract", fires, "--dropped")
    assert code == exits.DONE
    assert "Post a comment" in out
    assert "The fire burned for six hours." not in said(out)


def test_extract_refuses_as_compare_does(run: Runner) -> None:
    for path in (Path("nowhere.txt"), put(Path("empty.txt"), "")):
        code, out, err = run("extract", path)
        assert (code, out) == (exits.WRONG_INPUT, "")
        assert path.name in err
