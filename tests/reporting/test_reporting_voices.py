"""Whose dispute a contradiction is: the speakers', the articles', or not to be told."""

from __future__ import annotations

import attrs
import pytest
from hand_built import claim_of
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import Article, Claim, Mention
from claimcheck.reporting.voices import whose_dispute

A, B = Article("The lorry did 90 km/h."), Article("The lorry did 50 km/h.")


def said(article: Article, speaker: str = "", via: str = "") -> Claim:
    def mention(name: str) -> Mention | None:
        return Mention(start=0, end=1, text="x", name=name) if name else None

    return claim_of(article, article.text, speaker=mention(speaker), via=mention(via))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("police", "the driver's lawyer", "Police against the driver's lawyer"),
        ("the union", "the company", "The union against the company"),
        ("Maria Novak", "Peter Novak", "Maria Novak against Peter Novak"),
        ("Russian officials", "US officials", "Russian officials against US officials"),
    ],
)
def test_two_speakers_dispute_and_the_articles_do_not(a: str, b: str, expected: str) -> None:
    sentence = f"{expected}: a dispute between them, not between the articles."
    assert whose_dispute(said(A, a), said(B, b)) == sentence


@pytest.mark.parametrize(
    ("a", "b"),
    [("the police", "Police"), ("Sergei Ivanov", "Sergey Ivanov"), ("Mr Okafor", "Okafor"), ("a US official",) * 2],
)
def test_articles_that_report_one_speaker_differ(a: str, b: str) -> None:
    assert whose_dispute(said(A, a), said(B, b)) == f"Both articles report what {a} said, and differ on it."


def test_articles_in_their_own_voice_differ() -> None:
    assert whose_dispute(said(A), said(B)) == "Both articles say it in their own voice: the dispute is between them."


def test_outlets_stand_for_speakers_only_where_none_is_named() -> None:
    assert whose_dispute(said(A, via="Nordwire"), said(B, via="the Gazette")).startswith(
        "Nordwire against the Gazette:"
    )
    assert whose_dispute(said(A, "police", "Nordwire"), said(B, via="the Gazette")) == ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the police", ""),  # the other article may follow somebody without saying so
        ("the police", "a police spokesman"),
        ("Ivanov", "the minister Ivanov"),
        ("he", "she"),
        ("officials", "the mayor"),
        ("a statement", "the mayor"),
        ("Twitter", "a source"),
    ],
)
def test_what_is_not_plain_is_not_said(a: str, b: str) -> None:
    assert whose_dispute(said(A, a), said(B, b)) == whose_dispute(said(B, b), said(A, a)) == ""


def test_inside_one_article_only_speakers_can_dispute() -> None:
    assert whose_dispute(said(A, "police"), said(A, "the union")) == "Police against the union: a dispute between them."
    assert whose_dispute(said(A), said(A)) == whose_dispute(said(A, "police"), said(A, "police")) == ""


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_name_gives_a_line_or_nothing(a: str, b: str) -> None:
    first, second = whose_dispute(said(A, a), said(B, b)), whose_dispute(said(B, b), said(A, a))
    assert "\n" not in first
    assert "\x1b" not in first
    assert bool(first) == bool(second)
    assert whose_dispute(attrs.evolve(said(A, a)), said(B, b)) == first


def test_a_witness_and_a_witness_may_be_two() -> None:
    assert whose_dispute(said(A, "a witness"), said(B, "a witness")) == ""
