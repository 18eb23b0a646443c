"""JSON that is wrapped, damaged or escaped, and fields that only look like texts and dates."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.articles import load_articles, read_articles

Write = Callable[..., Path]
STORIES = [{"text": f"Story {number} is told here."} for number in range(3)]
TEXTS = [story["text"] for story in STORIES]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("The mayor&#8217;s office &amp; R&D paid 5&nbsp;million.", "The mayor’s office & R&D paid 5\u00a0million."),
        ("<p>Nine people died &amp; two are missing.", "Nine people died & two are missing."),
        ("&lt;p&gt;Nine people died.&lt;/p&gt;", "Nine people died."),
        ("Nine people died.<br />Two are missing.", "Nine people died.\nTwo are missing."),
        ("If a <p and b> c, 3 < 4.", "If a <p and b> c, 3 < 4."),
    ],
)
def test_entities_and_single_tags_are_read(write: Write, written: str, text: str) -> None:
    (article,) = read_articles(write("a.json", json.dumps({"text": written})))
    assert article.text == text


@pytest.mark.parametrize("value", ["A12", "x.txt", "Section A, page 12", "archive/2020/my story here.txt", "Floods"])
@pytest.mark.parametrize("name", ["page", "document", "story"])
def test_a_page_or_a_path_is_no_text(write: Write, name: str, value: str) -> None:
    write("in/x.txt", "Nine people died on Monday, police said.")
    sidecar = write("in/x.json", json.dumps({"title": "T", name: value}))
    assert [article.title for article in read_articles(sidecar.parent)] == ["T"]
    assert not load_articles([sidecar]).articles


def test_a_story_under_an_ambiguous_name_is_a_text(write: Write) -> None:
    (article,) = read_articles(write("a.json", json.dumps({"page": "A12", "story": "It rained."})))
    assert article.text == "It rained."


@pytest.mark.parametrize("ending", ["json", "jsonl"])
@pytest.mark.parametrize(
    "content",
    [
        json.dumps(STORIES),
        json.dumps(STORIES, indent=2),
        json.dumps({"articles": STORIES}),
        "\n".join(json.dumps(story, indent=2) for story in STORIES),
        "[\n" + ",\n".join(json.dumps(story) for story in STORIES) + "\n]\n",
        ",\n".join(json.dumps(story) for story in STORIES),
    ],
)
def test_objects_over_several_lines_and_in_lists(write: Write, content: str, ending: str) -> None:
    loaded = load_articles([write(f"a.{ending}", content)])
    assert [article.text for article in loaded.articles] == TEXTS
    assert not loaded.notices


@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_objects_that_break_off_are_read_as_far_as_they_go(write: Write, ending: str) -> None:
    content = "\n".join(json.dumps(story, indent=2) for story in STORIES)[:-10]
    loaded = load_articles([write(f"a.{ending}", content)])
    assert [article.text for article in loaded.articles] == TEXTS[:2]
    assert "line 8: the JSON is broken" in loaded.notices[0].message


def test_flaws_of_many_lines_are_told_in_one_notice_each(write: Write) -> None:
    dated = [json.dumps({**story, "published": "soon"}) for story in STORIES]
    path = write("a.jsonl", "\n".join(["broken"] * 612 + ["{}"] * 2 + dated))
    messages = {notice.kind: notice.message for notice in load_articles([path]).notices}
    assert messages["unreadable"].startswith(f"{path}, line 1: the line is not JSON")
    assert messages["unreadable"].endswith("; 611 more could not be read.")
    assert messages["empty"].endswith("; 1 more gave no text.")
    assert messages["date"].endswith("; 2 more could not be read.")
    assert len(messages) == len(load_articles([path]).notices)


@pytest.mark.parametrize("value", ["1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", 0, 10**400 - 1, -(10**400)])
def test_a_date_that_no_article_has_is_none(write: Write, value: Any) -> None:
    loaded = load_articles([write("a.json", json.dumps({"text": "It rained.", "published": value}))])
    assert loaded.articles[0].published is None
    assert [notice.kind for notice in loaded.notices] == ["date"]
    path = write("b.json", json.dumps({"text": "It rained.", "published": value, "date": "2020-10-03"}))
    assert str(read_articles(path)[0].published) == "2020-10-03"
