"""JSON, JSON lines, HTML and Markdown: text and metadata."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.articles import load_articles, read_articles
from claimcheck.errors import InputError
from claimcheck.settings import Settings

Write = Callable[..., Path]
STORY = (
    "The river rose four metres in a single night and tore away two bridges, leaving the villages cut off.\n"
    "Soldiers brought food by boat, and by the evening most of the families had been reached.\n"
)
DAY = dt.date(2020, 10, 3)

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Floods cut off villages | Alpine Gazette</title>
<meta property="og:site_name" content="Alpine Gazette">
<meta property="article:published_time" content="2020-10-03T18:45Z">
<link rel="canonical" href="https://alpine.example.org/floods"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Floods cut off villages</h1>
<p>The river rose four metres in a single night and tore away two bridges, leaving the villages cut off.</p>
<p>Soldiers brought food &amp; blankets by boat, and by the evening most of the families had been reached.</p>
<p>The mayor thanked the volunteers, who had worked through the night, and kept the town hall open.</p></article>
<script>alert("no")</script><footer>© 2023 Alpine Gazette</footer></body></html>"""


@pytest.mark.parametrize(
    "record",
    [
        {"text": STORY, "title": "T", "source": "S", "url": "https://e.org/x", "published": "2020-10-03"},
        {"Body": STORY, "Headline": "T", "Publisher": "S", "Link": "https://e.org/x", "Publication Date": "3 Oct 2020"},
        {
            "maintext": STORY,
            "title": "T",
            "source_domain": "S",
            "url": "https://e.org/x",
            "date_publish": "2020-10-03 10:22:00",
        },
        {
            "content": STORY,
            "title": "T",
            "source": {"id": "s", "name": "S"},
            "url": "https://e.org/x",
            "publishedAt": "2020-10-03T10:22:00Z",
        },
        {
            "@type": "NewsArticle",
            "articleBody": STORY,
            "headline": "T",
            "publisher": {"@type": "Organization", "name": "S"},
            "mainEntityOfPage": {"@id": "https://e.org/x"},
            "datePublished": "2020-10-03T10:22:00+02:00",
        },
        {
            "content": {"rendered": STORY},
            "title": {"rendered": "T"},
            "link": "https://e.org/x",
            "date": "2020-10-03T10:22:00",
            "site": "S",
        },
        {"text": STORY, "metadata": {"title": "T", "source": "S", "url": "https://e.org/x", "timestamp": 1601720520}},
        {
            "_source": {
                "text": STORY,
                "title": "T",
                "outlet": "S",
                "url": "https://e.org/x",
                "pubDate": "Sat, 03 Oct 2020 10:22:00 GMT",
            }
        },
        {"text": STORY.splitlines(), "title": "T", "publication": "S", "url": "https://e.org/x", "date": 20201003},
    ],
)
def test_common_names_of_fields(write: Write, record: dict[str, Any]) -> None:
    (article,) = read_articles(write("a.json", json.dumps(record)))
    assert article.text.split() == STORY.split()
    assert (article.title, article.source, article.url) == ("T", "S", "https://e.org/x")
    assert (article.published, article.published_from) == (DAY, "metadata")


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: {"articles": r}, lambda r: {"response": {"docs": r}}])
def test_a_list_of_articles(write: Write, wrap: Callable[[Any], Any]) -> None:
    records = [{"text": f"Story {number} is told here."} for number in range(3)]
    articles = read_articles(write("a.json", json.dumps(wrap(records))))
    assert [article.text for article in articles] == [record["text"] for record in records]


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"page": 3, "paragraphs": ["It rained.", "It stopped."]}, "It rained.\n\nIt stopped."),
        ({"document": {"title": "Flood", "text": "It rained."}}, "It rained."),
        ({"text": {"title": "Flood", "value": "It rained."}}, "It rained."),
        (
            {"title": "T", "content": [{"type": "text", "text": "It "}, {"type": "text", "text": "rained."}]},
            "It rained.",
        ),
        (
            {"body": [{"type": "text", "text": "It rained."}, {"type": "text", "text": "It stopped."}]},
            "It rained.\n\nIt stopped.",
        ),
        (
            {
                "content": {
                    "type": "doc",
                    "content": [
                        {"type": "heading", "content": [{"type": "text", "text": "Flood"}]},
                        {
                            "type": "paragraph",
                            "content": [
                                {"type": "text", "text": "It "},
                                {"type": "text", "marks": [{"type": "bold"}], "text": "rained."},
                            ],
                        },
                    ],
                }
            },
            "Flood\n\nIt rained.",
        ),
        (
            {"title": "T", "content": [{"title": "Monday", "text": "It rained."}, {"title": "Later", "text": "Dry."}]},
            "It rained.\n\nDry.",
        ),
    ],
)
def test_a_text_in_parts(write: Write, record: dict[str, Any], text: str) -> None:
    (article,) = read_articles(write("a.json", json.dumps(record)))
    assert article.text == text


@pytest.mark.parametrize(
    "record",
    [
        {"page": 1, "articles": [{"title": "A", "text": "It rained."}, {"title": "B", "text": "It stopped."}]},
        {"content": [{"title": "A", "text": "It rained."}, {"title": "B", "text": "It stopped."}]},
        {"title": "Feed", "content": [{"url": "e.org/a", "text": "It rained."}, {"url": "b", "text": "It stopped."}]},
    ],
)
def test_a_list_of_articles_beside_a_number_or_under_the_name_of_a_text(write: Write, record: dict[str, Any]) -> None:
    articles = read_articles(write("a.json", json.dumps(record)))
    assert [article.text for article in articles] == ["It rained.", "It stopped."]


@pytest.mark.parametrize("record", [{"page": 3}, {"page": "3", "title": "T"}, {"document": {"title": "Flood"}}])
def test_a_number_or_a_title_is_no_text(write: Write, record: dict[str, Any]) -> None:
    loaded = load_articles([write("a.json", json.dumps(record))])
    assert not loaded.articles
    assert [notice.kind for notice in loaded.notices] == ["empty"]


@pytest.mark.parametrize(
    "dates",
    [
        {"published": True, "date": "2020-10-03"},
        {"published": "true", "date": "2020-10-03"},
        {"published": "draft", "date": "2020-10-03"},
        {"published": True, "date": ["2020-10-03"]},
        {"date": {"$date": 1601720520000}},
    ],
)
def test_the_first_date_that_can_be_read_is_taken(write: Write, dates: dict[str, Any]) -> None:
    loaded = load_articles([write("a.json", json.dumps({"text": STORY, **dates}))])
    assert [article.published for article in loaded.articles] == [DAY]
    assert not loaded.notices


def test_published_without_a_day_is_no_date(write: Write) -> None:
    loaded = load_articles([write("a.json", json.dumps({"text": STORY, "published": True}))])
    assert loaded.articles[0].published is None
    assert not loaded.notices


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ({"rendered": "Carter&#8217;s call &amp; more"}, "Carter’s call & more"),
        ("A <em>quiet</em> night<br>in Marl", "A quiet night in Marl"),
        ("R&D: 3 < 4 &notes", "R&D: 3 < 4 &notes"),
    ],
)
def test_a_title_has_neither_tags_nor_entities(write: Write, written: Any, title: str) -> None:
    (article,) = read_articles(write("a.json", json.dumps({"text": STORY, "title": written})))
    assert article.title == title


@pytest.mark.parametrize(
    ("record", "source"),
    [
        ({"media": [{"type": "image", "title": "A flood", "url": "https://cdn.example.org/a.jpg"}]}, ""),
        ({"media": ["https://cdn.example.org/a.jpg"]}, ""),
        ({"media": "https://cdn.example.org/a.jpg"}, ""),
        ({"media": [{"url": "https://cdn.example.org/a.jpg"}], "domain": "example.org"}, "example.org"),
        ({"source": {"url": "https://example.org"}, "publisher": {"name": "Gazette"}}, "Gazette"),
        ({"media": {"name": "Gazette"}}, "Gazette"),
        ({"media": "Gazette"}, "Gazette"),
    ],
)
def test_a_source_is_never_an_address_beside_it(write: Write, record: dict[str, Any], source: str) -> None:
    (article,) = read_articles(write("a.json", json.dumps({"text": STORY, **record})))
    assert article.source == source


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (
            "Fire destroys houses in Marl\n\nBy Jo Lee\n\nFirst, 3 < 4.\n\nSecond <i>para</i> &amp; more.",
            "Fire destroys houses in Marl\n\nBy Jo Lee\n\nFirst, 3 < 4.\n\nSecond para & more.",
        ),
        ("One <b>line</b><br />\nand another\n\nA paragraph", "One line\nand another\n\nA paragraph"),
        ("One <b>line</b><br>broken\nhere", "One line\nbroken here"),
    ],
)
def test_line_ends_stay_where_only_letters_are_marked_up(write: Write, content: str, text: str) -> None:
    (article,) = read_articles(write("a.json", json.dumps({"content": content})))
    assert article.text == text


def test_html_in_a_field_is_read_as_text(write: Write) -> None:
    record = {"title": "T", "content": "<p>One &amp; two.</p>\n<p>Three <b>bold</b> men.</p>"}
    (article,) = read_articles(write("a.json", json.dumps(record)))
    assert article.text == "One & two.\nThree bold men."


def test_json_text_stays_unchanged(write: Write) -> None:
    text = "a < b\r\n and \u2028 c\ttab  "
    (article,) = read_articles(write("a.jsonl", json.dumps({"text": text}, ensure_ascii=False)))
    assert article.text == text


def test_a_broken_line_is_named_and_the_rest_read(write: Write) -> None:
    path = write("a.jsonl", '{"text": "Story one."}\n{"text": \n\n{"title": "no text"}\n{"text": "Story two."}\n')
    loaded = load_articles([path])
    assert [article.text for article in loaded.articles] == ["Story one.", "Story two."]
    assert [notice.kind for notice in loaded.notices] == ["unreadable", "empty"]
    assert f"{path}, line 2" in loaded.notices[0].message
    assert f"{path}, line 4" in loaded.notices[1].message
    assert "title" in loaded.notices[1].message
    with pytest.raises(InputError, match="line 2"):
        load_articles([path], settings=Settings(strict=True))


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[1, 2]",
        "{}",
        "[]",
        "3",
        "null",
        '"  "',
        "[" * 100_000,
        '{"content":' * 900 + "1" + "}" * 900,
        "9" * 5000,
        '{"text": 1',
    ],
)
def test_json_without_an_article_is_told(write: Write, content: str) -> None:
    path = write("a.json", content)
    loaded = load_articles([path])
    assert loaded.articles == ()
    assert loaded.notices
    assert str(path) in loaded.notices[0].message


def test_a_date_that_cannot_be_read_is_told(write: Write) -> None:
    loaded = load_articles([write("a.json", json.dumps({"text": STORY, "published": "two hours ago"}))])
    assert loaded.articles[0].published is None
    assert [notice.kind for notice in loaded.notices] == ["date"]
    assert "two hours ago" in loaded.notices[0].message


def test_html_gives_main_text_and_metadata(write: Write) -> None:
    (article,) = read_articles(write("a.html", PAGE))
    assert "food & blankets" in article.text
    for furniture in ("World", "alert", "2023"):
        assert furniture not in article.text
    assert (article.title, article.source) == ("Floods cut off villages", "Alpine Gazette")
    assert article.url == "https://alpine.example.org/floods"
    assert (article.published, article.published_from) == (DAY, "metadata")


def test_html_whose_date_stands_in_its_text(write: Write) -> None:
    page = PAGE.replace("<article>", "<article><div>Posted on 3 October 2020</div>").replace(
        "article:published_time", "x"
    )
    (article,) = read_articles(write("a.html", page))
    assert (article.published, article.published_from) == (DAY, "text")


WIRE = PAGE.replace("<p>The river", "<p>MARL, Oct. 3, 2020 (Reuters) - The river").replace(
    "article:published_time", "x"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<article>", "<aside>Related <time datetime='2019-01-02'>2 January 2019</time></aside><article>"),
        ("<article>", "<div class='related'>Dam <time datetime='2023-01-02'>2 January 2023</time></div><article>"),
        ("<article>", "<header><div class='date'>Friday, 1 March 2024</div></header><article>"),
        ('"x"', '"article:modified_time"'),
    ],
)
def test_a_dateline_comes_before_other_dates_of_the_page(write: Write, old: str, new: str) -> None:
    page = WIRE.replace("2020-10-03T18:45Z", "2021-05-06T18:45Z").replace(old, new)
    (article,) = read_articles(write("a.html", page))
    assert (article.published, article.published_from) == (DAY, "text")


@pytest.mark.parametrize(
    "declared",
    [
        '<meta name="parsely-pub-date" content="2020-10-03T18:45Z">',
        '<meta name="DC.date.issued" content="3 October 2020">',
        '<meta name="citation_date" content="2020"><meta name="article:published_time" content="2020-10-03">',
        '<script type="application/ld+json">{"dateModified": "2021-05-06", "datePublished": "2020-10-03"}</script>',
    ],
)
def test_a_date_that_the_head_declares_comes_first(write: Write, declared: str) -> None:
    page = WIRE.replace("Oct. 3", "Oct. 1").replace("<title>", declared + "<title>")
    (article,) = read_articles(write("a.html", page))
    assert (article.published, article.published_from) == (DAY, "metadata")


@pytest.mark.parametrize(
    ("old", "new"),
    [('"article:published_time"', '"article:modified_time"'), ("<article>", "<time datetime='2020-10-03'>old</time>")],
)
def test_another_date_in_the_page_counts_where_there_is_nothing_else(write: Write, old: str, new: str) -> None:
    page = PAGE.replace(old, new).replace("article:published_time", "x")
    (article,) = read_articles(write("a.html", page))
    assert (article.published, article.published_from) == (DAY, "metadata")


def test_a_page_with_too_many_tags_still_has_what_it_declares(write: Write) -> None:
    page = PAGE.replace("</article>", "<p>" + "<b>x</b> " * 25_000 + "</article>")
    (article,) = read_articles(write("a.html", page), settings=Settings(languages=()))
    assert (article.title, article.published) == ("Floods cut off villages", DAY)


@pytest.mark.parametrize("day", ["1999-01-02", "2098-03-04"])
def test_the_date_in_a_page_does_not_depend_on_today(write: Write, day: str) -> None:
    (article,) = read_articles(write("a.html", PAGE.replace("2020-10-03", day)))
    assert article.published == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "page",
    [
        "<p>Nine people <b>died<p>on Monday",
        "<html><body>" + "<div>" * 5000 + "Nine people died on Monday",
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'>Nine people died on Monday",
        "<!-- x --><html><head><script>var x = '<p>';</script></head><p>Nine people died\x00 on Monday</html></html>",
    ],
)
def test_broken_html_is_read(write: Write, page: str) -> None:
    (article,) = read_articles(write("a.html", page))
    assert "Nine people died" in " ".join(article.text.split())
    assert "on Monday" in article.text
    assert "<" not in article.text


def test_html_in_the_encoding_that_it_names(write: Write) -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź and Žižkov were flooded.</p></body></html>'
    (article,) = read_articles(write("a.html", page.encode("iso-8859-2")))
    assert article.text == "Łódź and Žižkov were flooded."


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><script>alert(1)</script></html>"])
def test_html_without_text_is_told(write: Write, page: str) -> None:
    loaded = load_articles([write("a.html", page)])
    assert loaded.articles == ()
    assert [notice.kind for notice in loaded.notices] == ["empty"]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: 'Flood'\ndate: 2020-10-03\nsource: Gazette\n---\n",
        '+++\ntitle = "Flood"\ndate = 2020-10-03\nsource = "Gazette"\n+++\n',
    ],
)
def test_markdown_with_front_matter(write: Write, front: str) -> None:
    (article,) = read_articles(write("a.md", front + "\n# Flood\n\n" + STORY))
    assert article.text == "\n# Flood\n\n" + STORY
    assert (article.title, article.source, article.published) == ("Flood", "Gazette", DAY)


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ('title: Foo says "no"', 'Foo says "no"'),
        ('title: "Foo says \\"no\\""', 'Foo says "no"'),
        ("title: 'It''s raining'", "It's raining"),
        ('title: "Foo" and "bar"', '"Foo" and "bar"'),
        ("title: >-\n  Flood cuts off\n  villages", "Flood cuts off villages"),
        ("title: |\n  Flood cuts off villages\nauthor: X", "Flood cuts off villages"),
    ],
)
def test_values_in_front_matter(write: Write, front: str, title: str) -> None:
    (article,) = read_articles(write("a.md", f"---\n{front}\npublished: true\ndate: 2020-10-03\n---\n{STORY}"))
    assert (article.title, article.published, article.text) == (title, DAY, STORY)


def test_markdown_without_front_matter_stays_unchanged(write: Write) -> None:
    text = "---\n\n# Flood cuts off villages\n\n" + STORY
    (article,) = read_articles(write("a.md", text))
    assert (article.text, article.title) == (text, "Flood cuts off villages")
