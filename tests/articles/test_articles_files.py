"""Paths, folders, encodings, gzip and standard input."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.articles import load_articles, prepare_articles, read_articles
from claimcheck.articles.decoding import binary_kind, decode
from claimcheck.articles.formats import parse
from claimcheck.errors import InputError
from claimcheck.records import Article, Comparison
from claimcheck.settings import Settings

Write = Callable[..., Path]
STORY = (
    "The river rose four metres in a single night and tore away two bridges, leaving the villages cut off.\n"
    "Soldiers brought food by boat, and by the evening most of the families had been reached.\n"
)


def kinds(loaded: object) -> list[str]:
    return [notice.kind for notice in loaded.notices]  # type: ignore[attr-defined]


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), min_size=1))
@settings(deadline=None)
def test_plain_text_comes_back_unchanged(text: str) -> None:
    text = text.lstrip("\ufeff")
    decoded = decode(text.encode())
    assert decoded is not None
    assert [record.text for record in parse(decoded.text, ".txt")] == [text]


@given(data=st.binary(max_size=2_000))
@settings(deadline=None, max_examples=200)
def test_random_bytes_never_raise(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        for ending in (".txt", ".md", ".mhtml", ".json", ".jsonl", ".what"):
            parse(decoded.text, ending)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(write: Write, ends: str) -> None:
    text = STORY.replace("\n", ends)
    (article,) = read_articles(write("a.txt", text))
    assert article.text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_obeyed(write: Write, encoding: str) -> None:
    loaded = load_articles([write("a.txt", STORY.encode(encoding))])
    assert [article.text for article in loaded.articles] == [STORY]
    assert not loaded.notices


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_another_encoding_is_detected_and_told(write: Write, encoding: str) -> None:
    text = STORY + "The café “Élysée” – closed – owes €40.\n"
    loaded = load_articles([write("a.txt", text.encode(encoding))])
    assert [article.text for article in loaded.articles] == [text]
    assert kinds(loaded) == ["encoding"]


def test_cyrillic_in_an_old_encoding(write: Write) -> None:
    text = "Река поднялась на четыре метра за одну ночь и снесла два моста. Солдаты привезли еду на лодках.\n" * 3
    (article,) = read_articles(write("a.txt", text.encode("cp1251")), settings=Settings(languages=()))
    assert article.text == text
    assert article.language == "ru"


def test_broken_utf_8_is_mended_and_told(write: Write) -> None:
    path = write("a.txt", (STORY + "Ünlü çağrı “çok” güçlü\n").encode() + b"\xff and on\n")
    loaded = load_articles([path])
    assert loaded.articles[0].text.endswith("\ufffd and on\n")
    assert kinds(loaded) == ["encoding"]
    with pytest.raises(InputError, match=r"1 character\(s\) are no valid utf-8"):
        load_articles([path], settings=Settings(strict=True))


def test_one_stray_byte_does_not_spoil_the_rest(write: Write) -> None:
    loaded = load_articles([write("a.txt", (STORY + "Le café de l’école\n").encode() + b"It\x92s closed.\n")])
    assert loaded.articles[0].text.endswith("Le café de l’école\nIt\ufffds closed.\n")


def test_old_chinese_is_not_taken_for_broken_utf_8() -> None:
    text = "河水一夜之间上涨了四米，冲垮了两座桥梁，村庄与外界隔绝。士兵们乘船送来食物，到晚上大多数家庭已经得到救助。"
    decoded = decode(text.encode("gb2312"), declared="gb2312")
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, "gb18030")


def test_a_few_control_characters_are_text(write: Write) -> None:
    text = STORY + "odd \x00 byte \x07 here, \u202eright to left\u202c, 🙂\n"
    (article,) = read_articles(write("a.txt", text))
    assert article.text == text


@pytest.mark.parametrize("data", [b"%PDF-1.7 \x00\x01", b"\x89PNG\r\n\x1a\n" + bytes(500), bytes(range(256)) * 20])
def test_binary_files_are_told_and_strictly_refused(write: Write, data: bytes) -> None:
    path = write("a.txt", data)
    assert binary_kind(data)
    loaded = load_articles([path, write("b.txt")])
    assert len(loaded.articles) == 1
    assert kinds(loaded) == ["unreadable"]
    assert str(path) in loaded.notices[0].message
    with pytest.raises(InputError, match=r"a\.txt"):
        load_articles([path], settings=Settings(strict=True))


def test_an_archive_is_no_article(write: Write) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        archive.add(write("a.txt"), "a.txt")
    (notice,) = load_articles([write("news.tar.gz", packed.getvalue())]).notices
    assert "is a tar archive" in notice.message


def test_text_with_a_row_of_null_bytes_is_binary(write: Write) -> None:
    assert kinds(load_articles([write("a.dat", STORY.encode() * 20 + bytes(16))])) == ["unreadable"]


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff"])
def test_an_empty_file_is_told(write: Write, content: str) -> None:
    loaded = load_articles([write("a.txt", content)])
    assert loaded.articles == ()
    assert kinds(loaded) == ["empty"]


def test_gzip_of_each_format(write: Write) -> None:
    paths = [
        write("a.txt.gz", gzip.compress(STORY.encode())),
        write(
            "b.jsonl.gz", gzip.compress(b'{"text": "First story, told here."}\n{"text": "Second story, told here."}\n')
        ),
    ]
    assert [article.text for article in read_articles(*paths)] == [
        STORY,
        "First story, told here.",
        "Second story, told here.",
    ]


def test_gzip_that_breaks_off_gives_what_is_there(write: Write) -> None:
    text = "".join(f"Line {number} of the story was told by witness {number * 7919}.\n" for number in range(9_000))
    loaded = load_articles([write("a.txt.gz", gzip.compress(text.encode())[:-3000])])
    assert kinds(loaded) == ["truncated"]
    assert text.startswith(loaded.articles[0].text[:1000])


def test_a_path_that_does_not_exist_is_named_before_anything_is_read(write: Write) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt does not exist"):
        load_articles([write("a.txt"), "nowhere.txt"])


def test_pipes_devices_and_sockets_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="named pipe"):
        load_articles([tmp_path / "pipe"])
    with pytest.raises(InputError, match="a device"):
        load_articles([os.devnull])
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        with pytest.raises(InputError, match="a socket"):
            load_articles([tmp_path / "s"])
        assert [n.kind for n in load_articles([tmp_path]).notices] == ["unreadable", "unreadable"]


@pytest.mark.parametrize("path", ["", "a\x00b"])
def test_impossible_paths_are_refused(path: str) -> None:
    with pytest.raises(InputError):
        load_articles([path])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(write: Write) -> None:
    path = write("a.txt")
    path.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        load_articles([path])


def test_a_folder_is_read_to_the_bottom_in_order(write: Write, tmp_path: Path) -> None:
    for number, name in enumerate(["b.txt", "a/z.md", "a/y", "c.HTML", ".hidden.txt", "__MACOSX/b.txt", ".git/x.txt"]):
        write(
            f"in/{name}",
            f"<p>Story number {number} about a flood.</p>" if "HTML" in name else f"Story number {number}.\n",
        )
    write("in/table.csv", "path,title\nb.txt,B\n")
    write("in/picture.jpg", b"\xff\xd8\xff\xe0" + bytes(100))
    loaded = load_articles([tmp_path / "in"])
    assert [article.path.rpartition("/in/")[2] for article in loaded.articles] == ["b.txt", "c.HTML", "a/y", "a/z.md"]
    assert sorted(notice.path.rpartition("/")[2] for notice in loaded.notices) == ["picture.jpg", "table.csv"]


def test_links_in_a_circle_end(write: Write, tmp_path: Path) -> None:
    write("in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere")
    loaded = load_articles([tmp_path / "in"])
    assert len(loaded.articles) == 1
    assert kinds(loaded) == ["unreadable"]


def test_a_file_that_is_named_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    path = write("in/a.txt")
    loaded = load_articles([tmp_path / "in", path])
    assert len(loaded.articles) == 1
    assert loaded.articles[0].copies == ()
    assert kinds(loaded) == ["duplicate"]


def test_two_files_with_the_same_text_are_one_article(write: Write) -> None:
    a, b = write("a.txt"), write("b.txt", STORY.replace("\n", "\r\n"))
    loaded = load_articles([a, b])
    assert [(article.path, article.copies) for article in loaded.articles] == [(str(a), (str(b),))]
    assert kinds(loaded) == ["duplicate"]


def test_copies_name_their_outlet_and_their_place(write: Write) -> None:
    lines = (json.dumps({"text": STORY, "source": source}) + "\n" for source in ("AP", "BBC", ""))
    path, other = write("a.jsonl", "".join(lines)), write("b.json", json.dumps({"text": STORY, "source": "CNN"}))
    (article,) = read_articles(path, other)
    assert article.copies == (f"BBC ({path}, line 2)", f"{path}, line 3", f"CNN ({other})")


def test_notices_name_the_record_and_not_only_its_file(write: Write) -> None:
    line = json.dumps({"text": STORY}) + "\n"
    path = write("a.jsonl", line + "\n" + line)
    loaded = load_articles([path])
    assert f"{path}, line 3 has the same text as {path}, line 1;" in loaded.notices[0].message


def test_notices_call_standard_input_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    german = "Der Fluss stieg in einer Nacht um vier Meter und riss zwei Brücken mit sich, sagte die Polizei.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(german.encode())))
    loaded = load_articles(["-"])
    assert loaded.notices[0].message.startswith("standard input is in another language")
    article = attrs.evolve(Article(german), path="-")
    assert prepare_articles([article], settings=Settings()).notices[0].message.startswith("standard input is in")


@pytest.mark.parametrize("ending", ["html", "md", "json", "json.gz"])
def test_a_report_in_a_folder_is_no_article(write: Write, tmp_path: Path, ending: str) -> None:
    articles = read_articles(write("in/a.txt"))
    report = tmp_path / "in" / f"report.{ending}"
    Comparison(articles=tuple(articles), claims=(), facts=(), judgements=()).save(report)
    loaded = load_articles([tmp_path / "in"])
    assert [article.path for article in loaded.articles] == [str(tmp_path / "in" / "a.txt")]
    assert "it is a report of claimcheck" in loaded.notices[0].message
    assert len(load_articles([report]).articles) == 1


@pytest.mark.parametrize(
    "line",
    [
        {"id": "c0123456789ab", "article": "aba9876543210", "start": 0, "end": 12, "quote": STORY, "text": STORY},
        {"format": "claimcheck/1", "id": "f0123456789ab", "title": "Floods", "articles": [{"title": "T"}]},
    ],
)
def test_claims_and_facts_on_lines_are_no_articles(write: Write, tmp_path: Path, line: dict[str, object]) -> None:
    path = write("in/claims.jsonl", json.dumps(line) + "\n")
    (notice,) = load_articles([tmp_path / "in"]).notices
    assert notice.message.startswith(f"{path} was passed over: it is a report of claimcheck")


@pytest.mark.parametrize("name", ["report.md", "notes.csv"])
def test_a_file_that_is_named_beside_its_folder_is_read(write: Write, tmp_path: Path, name: str) -> None:
    path = write(f"in/{name}", "# Facts in common\n\n2 articles, 9 claims, 1 story, 1 fact.\n")
    loaded = load_articles([tmp_path / "in", path])
    assert [article.path for article in loaded.articles] == [str(path)]
    assert kinds(loaded) == ["duplicate"]


def test_an_article_in_another_language_is_skipped_unless_asked_for(write: Write) -> None:
    german = "Der Fluss stieg in einer Nacht um vier Meter und riss zwei Brücken mit sich, sagte die Polizei.\n"
    path = write("a.txt", german)
    loaded = load_articles([path])
    assert loaded.articles == ()
    assert kinds(loaded) == ["language"]
    assert [a.language for a in load_articles([path], settings=Settings(languages=("de",))).articles] == ["de"]
    assert [a.language for a in load_articles([path], settings=Settings(languages=())).articles] == ["de"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f'<html lang="de"><body><p>{STORY}</p></body></html>'),
        ("a.json", json.dumps({"text": STORY, "lang": "fr"})),
    ],
)
def test_the_prose_counts_and_not_what_the_file_says(write: Write, name: str, content: str) -> None:
    path = write(name, content)
    assert [article.language for article in load_articles([path]).articles] == ["en"]
    table = write("meta.csv", f"path,source,language\n{name},Gazette,de\n")
    assert kinds(load_articles([path], metadata=table)) == ["language"]


def test_a_text_too_short_to_tell_has_the_language_that_its_file_says(write: Write) -> None:
    path = write("a.json", json.dumps({"text": "Vier Tote.", "lang": "de"}))
    assert kinds(load_articles([path])) == ["language"]


def test_english_with_a_foreign_footer_is_english(write: Write) -> None:
    (article,) = read_articles(write("a.txt", STORY * 2 + "\nСообщить об орфографической ошибке в этом тексте\n"))
    assert article.language == "en"


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (STORY.encode(), [STORY]),
        (b'{"text": "One story."}', ["One story."]),
        (b'[{"text": "One story."}, {"text": "Two stories."}]', ["One story.", "Two stories."]),
        (b'{"text": "One story."}\n{"text": "Two stories."}\n', ["One story.", "Two stories."]),
        (b"<!DOCTYPE html><html><body><p>One story.</p></body></html>", ["One story."]),
        (b"[Applause] The minister bowed.", ["[Applause] The minister bowed."]),
    ],
)
def test_standard_input_is_judged_by_its_content(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [article.text for article in read_articles("-")] == texts


def test_a_very_long_file_is_read_whole(write: Write) -> None:
    text = "The river rose again on Monday. " * 150_000 + "\n" * 10_000 + "x" * 200_000
    (article,) = read_articles(write("a.txt", text))
    assert len(article.text) == len(text)


def test_progress_begins_and_ends(write: Write) -> None:
    calls: list[tuple[str, int, int]] = []
    load_articles([write("a.txt"), write("b.txt", "B.")], progress=lambda *call: calls.append(call))
    assert calls == [("Reading", 0, 2), ("Reading", 1, 2), ("Reading", 2, 2)]
