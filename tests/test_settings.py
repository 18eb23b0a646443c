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
    ],
)
def test_a_setting_out_of_its_range_is_refused(field: str, value: Any, said: str) -> None:
    with pytest.raises(SettingsError, match=f"{field} is .*{said}"):
        Settings(**{field: value})


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
