"""Web pages as they are saved: under any name, as MHTML, and with JSON-LD on more than the article."""

from __future__ import annotations

import datetime as dt
import json
import quopri
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.articles import load_articles, read_articles

Write = Callable[..., Path]
PROSE = "The river rose four metres in a single night and tore away two bridges – “for good”, the mayor said. " * 4
PAGE = f"<!DOCTYPE html><html><head><title>Floods</title></head><body><p>{PROSE}</p></body></html>"


@pytest.mark.parametrize("name", ["index.html.1", "index.html?p=5", "story-12345", "page.txt", "page.aspx"])
@pytest.mark.parametrize("before", ["", "\n<!-- saved from e.org -->\n"])
def test_a_page_is_read_whatever_it_is_called(write: Write, name: str, before: str) -> None:
    (article,) = read_articles(write(name, before + PAGE))
    assert (article.text, article.title) == (PROSE.strip(), "Floods")


@pytest.mark.parametrize("start", ["<title>Floods</title>", "<meta charset='utf-8'>", "<p class='x'>", "<div>", "<h1>"])
def test_a_piece_of_a_page_is_read(write: Write, start: str) -> None:
    (article,) = read_articles(write("story", f"{start}<p>{PROSE}</p>"))
    assert PROSE.strip() in article.text
    assert "<" not in article.text


@pytest.mark.parametrize("text", ["<3 is all they wrote.", "<pause> The minister bowed.", "A <p> is a tag."])
def test_text_that_only_begins_like_markup_stays(write: Write, text: str) -> None:
    assert [article.text for article in read_articles(write("story", text), write("b.txt", text + " Yes."))] == [
        text,
        text + " Yes.",
    ]


HEADER = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/floods\nDate: Tue, 5 Jan 2021 10:00:00 -0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="--B"\n\n'
)


@pytest.mark.parametrize("charset", ["", "; charset=windows-1252"])
def test_the_page_in_mhtml_is_read(write: Write, charset: str) -> None:
    quoted = quopri.encodestring(PAGE.encode("cp1252" if charset else "utf-8")).decode()
    part = f"Content-Type: text/html{charset}\nContent-Transfer-Encoding: quoted-printable\n\n{quoted}"
    picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    content = f"{HEADER}----B\n{part}\n----B\n{picture}\n----B--\n"
    (article,) = read_articles(write("page.mhtml", content.replace("\n", "\r\n")))
    assert (article.text, article.title, article.url) == (PROSE.strip(), "Floods", "https://e.org/floods")
    assert article.published is None


def test_mhtml_without_a_page_is_told(write: Write) -> None:
    (notice,) = load_articles([write("page.mht", f"{HEADER}----B--\n")]).notices
    assert "the page has no text" in notice.message


VIDEO = {"@type": "VideoObject", "datePublished": "2011-01-01"}
STORY = {"@type": ["NewsArticle"], "video": VIDEO, "datePublished": "2020-10-03"}


@pytest.mark.parametrize(
    "data",
    [
        [VIDEO, STORY],
        {"@graph": [{"@type": "WebPage", "datePublished": "2012-01-01"}, STORY]},
        {"@type": "WebPage", "datePublished": "2012-01-01", "mainEntity": STORY},
        {
            **VIDEO,
            "about": {"@type": "CreativeWork"},
            "mainEntity": {**STORY, "@type": "http://schema.org/BlogPosting"},
        },
    ],
)
def test_the_date_in_json_ld_is_that_of_the_article(write: Write, data: Any) -> None:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    (article,) = read_articles(write("a.html", PAGE.replace("<title>", script + "<title>")))
    assert article.published == dt.date(2020, 10, 3)


@pytest.mark.parametrize(
    "script", ['{"@type": "WebPage", "datePublished": "2020-10-03"}', '{"datePublished": "2020-10-03",}']
)
def test_another_date_in_json_ld_counts_where_no_article_has_one(write: Write, script: str) -> None:
    page = PAGE.replace("<title>", f'<script type="application/ld+json">{script}</script><title>')
    assert read_articles(write("a.html", page))[0].published == dt.date(2020, 10, 3)
