"""Sidecars, metadata tables, and which of several sources wins."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.articles import in_period, load_articles, prepare_articles, read_articles
from claimcheck.errors import InputError
from claimcheck.records import Article
from claimcheck.settings import Settings

Write = Callable[..., Path]
STORY = (
    "The river rose four metres in a single night and tore away two bridges, leaving the villages cut off.\n"
    "Soldiers brought food by boat, and by the evening most of the families had been reached.\n"
)
DAY = dt.date(2020, 10, 3)


@pytest.mark.parametrize("name", ["a.json", "a.txt.json", "a.meta.json"])
def test_a_sidecar_gives_metadata_and_is_no_article(write: Write, tmp_path: Path, name: str) -> None:
    write("in/a.txt")
    write(f"in/{name}", json.dumps({"headline": "Flood", "publisher": "Gazette", "date": "2020-10-03"}))
    loaded = load_articles([tmp_path / "in"])
    assert [(a.title, a.source, a.published, a.published_from) for a in loaded.articles] == [
        ("Flood", "Gazette", DAY, "metadata")
    ]
    assert not loaded.notices
    assert len(read_articles(tmp_path / "in" / "a.txt", tmp_path / "in" / name)) == 1


def test_json_with_a_text_of_its_own_is_no_sidecar(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("a.json", json.dumps({"text": "Another story altogether.", "title": "Other"}))
    assert [article.title for article in read_articles(tmp_path)] == ["Other", ""]


def test_a_table_wins_over_the_file_which_wins_over_the_text(write: Write) -> None:
    text = "Storm closes passes in the Alps\n\nReuters,\n1 May 2001\n\n" + STORY
    path = write("a.txt", text)
    write("a.json", json.dumps({"title": "Sidecar", "published": "2002-02-02"}))
    table = write("meta.csv", "File,Headline\na.txt,Table\n")
    (article,) = read_articles(path, metadata=table)
    assert (article.title, article.published, article.source) == ("Table", dt.date(2002, 2, 2), "Reuters")


@pytest.mark.parametrize("key", ["in/a.txt", "./in/a.txt", "a.txt", "a"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_how_a_row_names_its_article(write: Write, key: str, mark: str) -> None:
    path = write("in/a.txt")
    table = write(
        "meta.csv", mark.join(["path", "source", "published"]) + "\n" + mark.join([key, "Gazette", "2020-10-03"])
    )
    loaded = load_articles([path], metadata=table)
    assert [(article.source, article.published) for article in loaded.articles] == [("Gazette", DAY)]
    assert not loaded.notices


def test_rows_match_records_by_id_and_url(write: Write) -> None:
    path = write("a.jsonl", '{"id": "n1", "text": "Story one."}\n{"url": "https://e.org/2", "text": "Story two."}\n')
    table = write("meta.csv", "id,url,source\nn1,,One\n,https://e.org/2,Two\n")
    assert [article.source for article in read_articles(path, metadata=table)] == ["One", "Two"]


@pytest.fixture
def records(write: Write) -> Path:
    return write("a.jsonl", "".join(json.dumps({"id": n, "text": f"Story {n} is told."}) + "\n" for n in "123"))


def test_a_row_with_a_file_and_an_id_is_about_the_record_with_both(write: Write, records: Path) -> None:
    other = write("b.jsonl", '{"id": "1", "text": "Another story."}\n')
    table = write("meta.csv", "path,id,title,source\na.jsonl,1,First,\na.jsonl,2,Second,\na.jsonl,,All,Gazette\n")
    articles = read_articles(records, other, metadata=table)
    assert [(a.title, a.source) for a in articles] == [
        ("First", "Gazette"),
        ("Second", "Gazette"),
        ("All", "Gazette"),
        ("", ""),
    ]


def test_a_row_with_a_file_and_an_id_that_no_record_has_is_about_the_file(write: Write, records: Path) -> None:
    one = write("one.csv", "path,id,source\na.jsonl,x7,Gazette\n")
    assert {article.source for article in read_articles(records, metadata=one)} == {"Gazette"}
    several = write("several.csv", "path,id,source\na.jsonl,x7,Gazette\na.jsonl,x8,Herald\n")
    loaded = load_articles([records], metadata=several)
    assert {article.source for article in loaded.articles} == {""}
    assert "no article matches a.jsonl, x7" in loaded.notices[0].message


def test_an_id_comes_before_a_file(write: Write, records: Path) -> None:
    table = write("meta.csv", "path,id,source\na.jsonl,,Gazette\n,2,Herald\n")
    assert [a.source for a in read_articles(records, metadata=table)] == ["Gazette", "Herald", "Gazette"]


def test_the_table_in_use_is_no_article_of_its_folder(write: Write, tmp_path: Path) -> None:
    write("in/a.txt")
    table = write("in/meta.txt", "path,source\na.txt,Gazette\n")
    loaded = load_articles([tmp_path / "in"], metadata=table)
    assert [(article.path, article.source) for article in loaded.articles] == [(str(tmp_path / "in/a.txt"), "Gazette")]
    assert not loaded.notices


def test_cells_without_a_column_are_told(write: Write) -> None:
    table = write("meta.csv", "path,title\na.txt,Floods, fire and more\na.txt,T,,\na.txt,One, two\n")
    (notice,) = load_articles([write("a.txt")], metadata=table).notices
    assert "line 2: the row has more cells than there are columns; 1 more like it." in notice.message


def test_a_row_that_matches_nothing_is_told(write: Write) -> None:
    loaded = load_articles([write("a.txt")], metadata=write("meta.csv", "path,title\na.txt,A\nz.txt,Z\n"))
    assert len(loaded.notices) == 1
    assert "line 3: no article matches z.txt" in loaded.notices[0].message


def test_a_name_that_two_folders_share_is_not_guessed(write: Write, tmp_path: Path) -> None:
    write("in/x/a.txt")
    write("in/y/a.txt", "Another story.\n")
    loaded = load_articles([tmp_path / "in"], metadata=write("meta.csv", "path,source\na.txt,A\nx/a.txt,X\n"))
    assert [article.source for article in loaded.articles] == ["X", ""]
    assert "several files are called a.txt" in loaded.notices[0].message


@pytest.mark.parametrize("keys", [("floods.txt", "agency/floods.txt"), ("./floods.txt", "./agency/floods.txt")])
@pytest.mark.parametrize("place", ["beside", "working folder"])
def test_a_row_means_the_file_at_its_very_place(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, str], place: str
) -> None:
    write("in/floods.txt")
    write("in/agency/floods.txt", "Another story.\n")
    table = write(
        "in/meta.csv" if place == "beside" else "out/meta.csv",
        f"path,title,source\n{keys[0]},Floods,Gazette\n{keys[1]},,Reuters\n",
    )
    monkeypatch.chdir(tmp_path / ("in" if place == "working folder" else ""))
    loaded = load_articles([tmp_path / "in" / "agency", tmp_path / "in" / "floods.txt"], metadata=table)
    assert [(a.title, a.source) for a in loaded.articles] == [("", "Reuters"), ("Floods", "Gazette")]
    assert not loaded.notices


@pytest.mark.parametrize("key", ["x", "x.txt", "in/x.txt"])
def test_packed_files_share_their_names_too(write: Write, tmp_path: Path, key: str) -> None:
    write("a/in/x.txt.gz", gzip.compress(STORY.encode()))
    write("b/in/x.txt.gz", gzip.compress(b"Another story.\n"))
    loaded = load_articles([tmp_path / "a", tmp_path / "b"], metadata=write("meta.csv", f"path,source\n{key},A\n"))
    assert [article.source for article in loaded.articles] == ["", ""]
    assert f"several files are called {key}" in loaded.notices[0].message


def test_the_longer_path_wins(write: Write) -> None:
    path = write("in/x/a.txt")
    table = write("meta.csv", "path,title,source\na.txt,Short,Short\nx/a.txt,Long,\n")
    (article,) = read_articles(path, metadata=table)
    assert (article.title, article.source) == ("Long", "Short")


def test_a_title_may_hold_any_line_separator(write: Write) -> None:
    table = write("meta.csv", 'path,title,source\na.txt,One\u2028two,Gazette\nb.txt,"Three\nfour",Herald\n')
    articles = read_articles(write("a.txt"), write("b.txt", "Another story.\n"), metadata=table)
    assert [(a.title, a.source) for a in articles] == [("One two", "Gazette"), ("Three four", "Herald")]


def test_a_quotation_mark_that_is_not_closed_is_an_error(write: Write) -> None:
    table = write("meta.csv", 'path,title\na.txt,"Floods\nb.txt,Fire\n')
    with pytest.raises(InputError, match=r"meta\.csv: the row that begins in line 2 is not CSV .*close"):
        load_articles([write("a.txt")], metadata=table)


def test_a_row_that_names_no_article_is_told(write: Write) -> None:
    table = write("meta.csv", "path,title\na.txt,A\n,B\n,\n")
    (notice,) = load_articles([write("a.txt")], metadata=table).notices
    assert "line 3: the row names no article" in notice.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("title,source\nA,B\n", "no column that names"),
        ("path,colour\na.txt,red\n", "no metadata"),
        ("", "no column"),
        (b"\x00\x01", "not text"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(write: Write, content: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_articles([write("a.txt")], metadata=write("meta.csv", content))


def test_a_table_that_does_not_exist_is_refused(write: Write) -> None:
    with pytest.raises(InputError, match="does not exist"):
        load_articles([write("a.txt")], metadata="nowhere.csv")


def test_what_the_caller_gave_is_never_changed() -> None:
    article = Article(
        f"Reuters,\n18 September, 2015\n\n{STORY}", title="T", source="S", published="2001-01-01", language="en"
    )
    (prepared,) = prepare_articles([article], settings=Settings()).articles
    assert prepared == article
    assert prepared.published_from == "given"


def test_bounds_that_the_caller_gave_are_kept() -> None:
    article = Article(f"18 September, 2015\n\n{STORY}", published_earliest="2016-01-01")
    (prepared,) = prepare_articles([article], settings=Settings()).articles
    assert (prepared.published, prepared.published_earliest) == (None, dt.date(2016, 1, 1))


def test_identical_articles_are_folded_and_fill_each_other_up() -> None:
    loaded = prepare_articles(
        [Article(STORY, source="A"), Article(STORY, source="B", title="Flood", published=DAY)], settings=Settings()
    )
    (article,) = loaded.articles
    assert (article.source, article.title, article.published, article.copies) == ("A", "Flood", DAY, ("B",))
    assert [notice.kind for notice in loaded.notices] == ["duplicate"]


def test_preparing_twice_changes_nothing(write: Write) -> None:
    once = load_articles([write("a.txt"), write("b.txt", "Reuters,\n18 September, 2015\n\nAnother story.\n" + STORY)])
    assert prepare_articles(once.articles, settings=Settings()).articles == once.articles


def test_articles_in_a_period() -> None:
    known = Article("a", published="2020-06-15")
    later = Article("b", published_earliest="2021-01-01")
    unknown = Article("c")
    articles = [known, later, unknown]
    assert in_period(articles, None, None) == articles
    assert in_period(articles, dt.date(2020, 6, 15), dt.date(2020, 6, 15)) == [known, unknown]
    assert in_period(articles, dt.date(2020, 6, 16), None) == [later, unknown]
    assert in_period(articles, None, dt.date(2020, 6, 14)) == [unknown]
    with pytest.raises(InputError, match="exchange the two dates"):
        in_period(articles, dt.date(2021, 1, 1), dt.date(2020, 1, 1))


@given(
    text=st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [
                    "3 October 2020",
                    "Published:",
                    "Reuters,",
                    "(AFP) -",
                    "© 2020",
                    "By A B",
                    "in 2014",
                    "was",
                    "|",
                    "»",
                    "\n",
                    "\n\n",
                ]
            )
            | st.text(max_size=8)
        ).map(" ".join),
    )
)
@settings(deadline=None, max_examples=150)
def test_any_text_can_be_prepared_and_stays_as_it_is(text: str) -> None:
    for article in prepare_articles([Article(text)], settings=Settings(languages=())).articles:
        assert article.text == text
        assert article.title == " ".join(article.title.split())
        if article.published is not None:
            assert article.published == article.published_earliest == article.published_latest
        elif article.published_earliest and article.published_latest:
            assert article.published_earliest <= article.published_latest
