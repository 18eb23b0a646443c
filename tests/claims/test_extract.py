from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims import dropped, extract_all, extract_claims, read_statements
from claimcheck.errors import InputError
from claimcheck.records import Article, content_id
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

PIECES = st.sampled_from(
    [
        "The dam burst on Monday", "Ana Lind said", "he said", "the two men", "No one was hurt", "50-minute", "£5m",
        "“", "”", '"', "‘", "’", " ", " ", ". ", "; ", ", and ", ", while ", "?", "\n", "\n\n", "\r\n", "\x00",
        "\u200f",
        "\u202e", "😀", "\ud800", "漢字", "By Jane Doe\n", "— A B (@ab) March 3, 2018\n", "https://t.co/a", "(", ")",
        "Mr. ", "U.S. ", "According to ", "if ", "told Reuters",
    ]
)  # fmt: skip


def assert_exact(article: Article) -> None:
    end = 0
    for claim in extract_claims(article):
        assert article.text[claim.start : claim.end] == claim.quote
        assert claim.quote == claim.quote.strip() != ""
        assert end <= claim.start
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        end = claim.end
        for value in (*claim.times, *claim.quantities, *claim.entities, claim.speaker, claim.via):
            assert value is None or article.text[value.start : value.end] == value.text


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_exact_ranges(text: str) -> None:
    assert_exact(Article(text, title="The dam burst"))
    (statement,) = read_statements([text], [None], settings=Settings())
    assert statement.quote == text
    for value in (*statement.times, *statement.quantities, *statement.entities, statement.speaker, statement.via):
        assert value is None or text[value.start : value.end] == value.text


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_characters_give_exact_ranges(text: str) -> None:
    assert_exact(Article(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * 10_000 + "The dam burst on Monday." + "\r\n" * 10_000,
        "word " * 20_000,
        "a" * 100_000,
        "\x00The dam\x00burst on\u200f Monday. 😀 Two people died.\x00",
        "“" * 3_000,
        "Home » " * 2_000,
    ],
)
def test_awkward_texts_finish_with_exact_ranges(text: str) -> None:
    assert_exact(Article(text))


def test_a_sentence_without_end_is_no_claim() -> None:
    assert extract_claims(Article("The dam burst and " * 200 + "it ended.")) == []


def test_only_the_first_characters_are_searched() -> None:
    article = Article("The dam burst on Monday. " * 100)
    claims = extract_claims(article, settings=Settings(max_characters=100))
    assert claims
    assert max(claim.end for claim in claims) <= 100


def test_what_is_no_claim_is_dropped_with_its_reason() -> None:
    text = (
        "By Ana Lind\n\nDam bursts in north\n\nThe dam burst on Monday. Was it old? Not a pretty sight.\n\n"
        "Post a comment"
    )
    article = Article(text)
    assert [claim.quote for claim in extract_claims(article)] == ["The dam burst on Monday."]
    assert [(span.text, reason) for span, reason in dropped(article, settings=Settings())] == [
        ("By Ana Lind", "byline"),
        ("Dam bursts in north", "heading"),
        ("Was it old?", "question"),
        ("Not a pretty sight.", "nothing checkable"),
        ("Post a comment", "comment prompt"),
    ]


def test_a_claim_carries_title_and_previous_sentence() -> None:
    article = Article("The dam  burst on Monday. Two people died.", title="Flood in the north")
    claims = extract_claims(article)
    assert claims[0].text == "The dam burst on Monday."
    assert claims[1].context == "Flood in the north The dam burst on Monday."


def test_articles_in_one_go_are_as_one_by_one_and_progress_is_told() -> None:
    articles = [Article("The dam burst on Monday."), Article(""), Article("Two people died, police said.")]
    calls: list[tuple[str, int, int]] = []
    together = extract_all(articles, settings=Settings(), progress=lambda *call: calls.append(call))
    assert together == [extract_claims(article) for article in articles]
    assert calls == [("Extracting claims", done, 3) for done in range(4)]


def test_statements_are_kept_whole() -> None:
    texts = ["Is it true?", "The dam did not burst, police said.", ""]
    claims = read_statements(
        texts, [None, dt.date(2020, 3, 4), None], settings=Settings(), contexts=["", "A flood", ""]
    )
    assert [(c.article, c.start, c.end, c.quote) for c in claims] == [
        (content_id("t", text), 0, len(text), text) for text in texts
    ]
    assert claims[1].factuality == "negated"
    assert claims[1].speaker is not None
    assert claims[1].context == "A flood"


def test_statements_need_a_date_each() -> None:
    with pytest.raises(InputError, match="2 texts, 1 dates"):
        read_statements(["a", "b"], [None], settings=Settings())


def test_the_shipped_articles_give_exact_ranges(root: Path) -> None:
    for path in sorted((root / "seeds").glob("*.txt")):
        assert_exact(Article(path.read_bytes().decode("utf-8")))


def test_a_text_in_the_place_of_an_article_is_told() -> None:
    with pytest.raises(InputError, match=r"Expected an Article, got str\."):
        extract_claims("A ferry sank.")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="got str"):
        dropped("A ferry sank.", settings=Settings())  # type: ignore[arg-type]
