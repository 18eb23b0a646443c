from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.blocks import MAX_BLOCK, find_blocks
from claimcheck.claims.furniture import furniture


def reasons(text: str, **options: str) -> dict[str, str | None]:
    return {text[b.start : b.end]: b.reason for b in find_blocks(text, **options)}


def body(text: str, **options: str) -> list[str]:
    return [words for words, reason in reasons(text, **options).items() if reason is None]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home » News » Floods", "navigation"),
        ("By Rosa Delgado and Tim Ferris", "byline"),
        ("By Rosa Delgado — Harbour Voice", "byline"),
        ("By Rosa Delgado, Harbour Voice, 4 May 2010", "byline"),
        ("By Rosa Delgado, Special to Harbour Voice", "byline"),
        ("Last updated 3 March 2021 at 14:02 GMT", "byline"),
        ("Tuesday 4 May 2010", "byline"),
        ("12 hours ago", "byline"),
        ("(Reporting by Rosa Delgado; Editing by Jane Moss)", "byline"),
        ("Post a comment", "comment prompt"),
        ("Your email address will not be published.", "comment prompt"),
        ("Sign up for our newsletter to get the news in your inbox.", "comment prompt"),
        ("We use cookies to improve your experience.", "comment prompt"),
        ("Advertisement", "comment prompt"),
        ("Read more: Floods in the north", "comment prompt"),
        ("More headlines coming later.", "comment prompt"),
        ("Copyright © 2022 Solvanta AG. All rights reserved.", "caption"),
        ("Minister Ana Bell (L) with the mayor", "caption"),
        ("File photo: the bridge in 2019", "caption"),
        ("(photograph by Ann Bell)", "caption"),
        ("— Jane Doe (@janedoe) March 3, 2018", "embedded post"),
        ("Bridge closed https://t.co/abc123", "embedded post"),
        ("This article was amended on 3 March to correct a name.", "editor's note"),
        ("This article was updated on Friday with the governor's reply.", "editor's note"),
        ("This article has been updated.", "editor's note"),
        ("Correction: an earlier version gave the wrong date.", "editor's note"),
        ("# Floods", "heading"),
    ],
)
def test_page_furniture_is_known_by_its_form(line: str, reason: str) -> None:
    assert furniture(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "The minister posted a comment on Friday that angered the union.",
        "Published figures showed a rise in exports last year.",
        "Help from abroad reached the valley on Friday, officials said.",
        "Sources said the talks would go on.",
        "Cookies were invented by Lou Montulli in 1994.",
        "Home sales fell by 3% in May.",
        "By 2014 the company employed 300 people.",
        "By Friday, Delgado and Ferris had left Bristol, 4 May 2010 showed.",
        "Reporter Ana Bell was killed in the clash on Monday.",
        "Share prices fell 4% in London.",
        "Related costs rose by a tenth.",
        "Terms of the deal were not disclosed.",
        "Save the Children said 12 boys died.",
        "Print sales fell 12% last year.",
        "Support from the US arrived late on Friday, the governor of the island said.",
        "Published on Monday, the report found twelve deaths.",
        "Reporting by the Harbour Voice found that 12 sailors died.",
    ],
)
def test_sentences_that_only_look_like_furniture_are_body(line: str) -> None:
    assert furniture(line) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share this article with your friends.", "comment prompt"),
        ("Comments are closed.", "comment prompt"),
        ("Related: Flood killed 12 in Bristol.", "comment prompt"),
        ("Read more: Flood killed 12.", "comment prompt"),
        ("Most viewed.", "comment prompt"),
        ("Posted by Rosa Delgado, edited by Jane Moss.", "byline"),
        ("First published on 3 March, last updated at 10am.", "byline"),
        ("Sources: Reuters, AP.", "byline"),
    ],
)
def test_a_full_stop_alone_makes_no_sentence_of_furniture(line: str, reason: str) -> None:
    assert furniture(line) == reason


def test_the_line_above_the_signature_of_a_post_is_the_post() -> None:
    text = "The dam burst on Monday.\nShock as dam bursts\nJane Doe (@jd) March 3, 2018\nTwo people died."
    assert body(text) == ["The dam burst on Monday.", "Two people died."]


def test_a_repeated_title_is_a_heading_and_never_a_claim() -> None:
    text = "Dam bursts in the north\n\nThe dam burst on Monday.\n\nDam bursts in the north\n"
    found = find_blocks(text)
    assert [b.reason for b in found] == ["heading", None, "heading"]


def test_what_follows_the_comments_heading_is_dropped() -> None:
    story = ["The dam burst on Monday after two days of rain.", "Two people died in the flood."]
    assert body("\n".join(story) + "\n\n2 comments:\n\nThey lied to us.") == story


def test_lines_in_another_language_are_dropped() -> None:
    german = "Das Feuer brach gegen Mittag aus und breitete sich entlang der Küste aus, teilte die Feuerwehr mit."
    found = reasons(f"The fire broke out at noon.\n{german}\nПожар начался в полдень.")
    assert found == {
        "The fire broke out at noon.": None,
        german: "other language",
        "Пожар начался в полдень.": "other language",
    }


def test_an_english_line_without_function_words_is_read() -> None:
    names = "Silva, Moreno, Castillo, Ibarra scored before half-time; Duarte, Pizarro, Quintana missed penalties."
    assert body(f"The match ended at noon.\n\n{names}") == ["The match ended at noon.", names]


def test_datelines_and_list_marks_are_left_out_of_the_body() -> None:
    assert body("LIMA, March 3 (Reuters) - The river rose.") == ["The river rose."]
    assert body("PARIS (AP) — The river rose.") == ["The river rose."]
    assert body("• The river rose on Monday.") == ["The river rose on Monday."]
    assert body("23:22 - The river rose on Monday.") == ["The river rose on Monday."]


def test_text_wrapped_by_hand_is_put_together() -> None:
    paragraph = (
        "The river rose by two metres on Monday after heavy rain in\n"
        "the mountains, and the army moved four hundred families from\n"
        "the villages on its banks to schools in the provincial\n"
        "capital. Nobody was hurt, the governor said on Tuesday, but\n"
        "two bridges were lost."
    )
    assert body(paragraph) == [paragraph]


def test_short_lines_in_a_row_are_a_menu() -> None:
    assert body("Politics\nBusiness and money\nWeather today\n\nThe dam burst on Monday.") == [
        "The dam burst on Monday."
    ]


def test_long_paragraphs_are_cut_at_sentence_ends() -> None:
    text = "The river rose again on Monday. " * 1000
    blocks = find_blocks(text)
    assert all(b.end - b.start <= MAX_BLOCK for b in blocks)
    assert all(text[b.start : b.end].endswith("Monday.") for b in blocks)


@given(st.text(alphabet=st.characters(), max_size=400), st.integers(1, 400))
def test_blocks_are_in_order_and_inside_the_limit(text: str, limit: int) -> None:
    last = 0
    for block in find_blocks(text, limit=limit):
        assert last <= block.start < block.end <= min(len(text), limit)
        last = block.end
