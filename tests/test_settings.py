"""Settings and public functions: wrong values end with a sentence that says what was expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimcheck import Article, InputError, Settings, SettingsError, compare, judge_pairs, read_articles
from claimcheck.settings import cache_folder


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("languages", "en", "expected a tuple of codes"),
        ("max_characters", 0, "expected a whole number above 0"),
        ("max_characters", "many", "expected a whole number above 0"),
        ("processes", -1, "expected a whole number above 0"),
        ("processes", True, "expected a whole number above 0"),
        ("strict", "yes", "expected True or False"),
        ("cache_dir", 5, "expected a folder"),
        ("languages", (5,), "expected a tuple of codes"),
        ("languages", None, "expected a tuple of codes"),
        ("judge_model", 5, "expected the name or the folder of a model"),
        ("embedding_model", "", "expected the name or the folder of a model"),
        ("judge_model", " ", "expected the name or the folder of a model"),
        ("spacy_model", "", "expected the name or the folder of a model"),
        ("spacy_model", None, "expected the name or the folder of a model"),
    ],
)
def test_a_setting_out_of_its_range_is_refused(field: str, value: Any, said: str) -> None:
    with pytest.raises(SettingsError, match=f"{field} is .*{said}"):
        Settings(**{field: value})


def test_a_model_is_called_by_its_name_or_its_folder(tmp_path: Path) -> None:
    assert Settings(judge_model=tmp_path).judge_model == str(tmp_path)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["title", "source", "url", "path", "language"])
def test_what_is_not_known_of_an_article_may_be_none_but_no_number(field: str) -> None:
    assert getattr(Article("The mine closed.", **{field: None}), field) == ""  # type: ignore[arg-type]
    with pytest.raises(InputError, match=f"Article.{field} must be str, got int"):
        Article("The mine closed.", **{field: 5})  # type: ignore[arg-type]


def test_copies_of_an_article_are_a_tuple_of_names() -> None:
    wrong: Any
    assert Article("The mine closed.", copies=["a.txt"]).copies == ("a.txt",)
    assert Article("The mine closed.", copies=[]).copies == ()
    for wrong in ("a.txt", None, (5,)):
        with pytest.raises(InputError, match=r"Article.copies is .*expected a tuple of names"):
            Article("The mine closed.", copies=wrong)


def test_metadata_goes_with_files() -> None:
    with pytest.raises(InputError, match="metadata goes with files"):
        compare([Article("The mine closed."), Article("The mine shut.")], metadata="about.csv")


def test_paths_are_given_each_by_itself() -> None:
    with pytest.raises(InputError, match=r"got list; a list goes in as \*paths"):
        read_articles(["seeds"])  # type: ignore[arg-type]


@pytest.mark.parametrize("pair", [5, "two texts", ("one",), ("one", "two", "three")])
def test_a_pair_has_two_texts(pair: Any) -> None:
    with pytest.raises(InputError, match=r"Pair 1 is .*; expected two texts"):
        judge_pairs([pair])


def test_an_article_that_is_read_in_part_is_named() -> None:
    long = Article("The mine closed in March. " * 20, title="Long")
    short = Article("The mine closed in May.", title="Short")
    notices = compare([long, short], settings=Settings(max_characters=100, judge_model="rules")).notices
    (cut,) = (notice for notice in notices if notice.kind == "truncated")
    assert cut.message.startswith("Long has 520 characters; claims are looked for in the first 100.")


def test_the_cache_folder_is_the_one_that_was_chosen_or_the_users(tmp_path: Path) -> None:
    assert cache_folder(tmp_path) == tmp_path
    assert cache_folder(None).is_absolute()
    assert "claimcheck" in cache_folder(None).parts
