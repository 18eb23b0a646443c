"""Quotes in pieces: nothing is lost, and the right words are marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records import RELATIONS, Evidence, Judgement, Reason, Relation
from claimcheck.reporting.pieces import Piece, clip, differing_words, judged_pieces, plain, quote_pieces

texts = st.text(st.sampled_from("ab \n\t.é\u00a0\u2028é😀ש-1"), max_size=40)
spans = st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=5)


def marked(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.marked]


def judgement(relation: Relation, *reasons: Reason) -> Judgement:
    return Judgement(
        a="a", b="b", relation=relation, probabilities=dict.fromkeys(RELATIONS, 0.2), same_fact=0.9, reasons=reasons
    )


def evidence(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start=start, end=start + len(words), text=words)


@given(texts, st.integers(0, 40), st.integers(0, 40), spans)
def test_the_pieces_joined_are_the_quote_with_white_space_collapsed(
    text: str, start: int, end: int, ranges: list[tuple[int, int]]
) -> None:
    pieces = quote_pieces(text, start, end, ranges)
    assert plain(pieces) == " ".join(text[start:end].split())
    assert all(piece.text for piece in pieces)


@given(st.text(max_size=60))
def test_any_text_without_spans_is_one_piece_at_most(text: str) -> None:
    assert len(quote_pieces(text, 0, len(text))) <= 1


@given(texts, spans)
def test_marks_hold_exactly_the_characters_of_the_spans(text: str, ranges: list[tuple[int, int]]) -> None:
    pieces = quote_pieces(text, 0, len(text), ranges)
    covered = [c for i, c in enumerate(text) if any(low <= i < high for low, high in ranges)]
    assert "".join("".join(marked(pieces)).split()) == "".join("".join(covered).split())


@given(texts, spans, st.integers(1, 30))
def test_a_clipped_quote_is_short_and_keeps_a_mark(text: str, ranges: list[tuple[int, int]], limit: int) -> None:
    whole = quote_pieces(text, 0, len(text), ranges)
    short = clip(whole, limit)
    assert len(plain(short)) <= max(limit + 4, 0)
    assert plain(short).removeprefix("… ").removesuffix(" …") in plain(whole)
    assert bool(marked(short)) == bool(marked(whole))


def test_a_clipped_quote_is_cut_between_words_around_its_mark() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    start = text.index("seven")
    pieces = clip(quote_pieces(text, 0, len(text), [(start, start + 5)]), 30)
    assert plain(pieces) == "… five six seven eight nine …"
    assert marked(pieces) == ["seven"]


def test_white_space_between_pieces_is_collapsed_too() -> None:
    assert quote_pieces("a  \n b c", 0, 8, [(5, 6)]) == (Piece("a ", False), Piece("b", True), Piece(" c", False))


def test_marks_with_only_space_between_them_are_one() -> None:
    assert marked(quote_pieces("over an hour long", 0, 17, [(0, 4), (5, 12)])) == ["over an hour"]


def test_differing_words_are_found_whatever_their_case() -> None:
    a, b = "The talks lasted 50 minutes on Friday.", "the talks lasted over an hour on Friday."
    in_a, in_b = differing_words(a, b)
    assert [a[low:high] for low, high in in_a] == ["50 minutes"]
    assert [b[low:high] for low, high in in_b] == ["over an hour"]


def test_a_difference_of_little_words_alone_is_not_marked() -> None:
    assert differing_words("She resigned from the board on Monday", "She resigned from a board on Monday") == ([], [])
    assert differing_words("He did sign the treaty today", "He did not sign the treaty today") == ([], [(7, 10)])


def test_texts_that_share_nothing_or_are_endless_are_not_marked() -> None:
    assert differing_words("Rain fell all night", "Parliament voted twice") == ([], [])
    assert differing_words("word " * 50_000, "other " * 50_000) == ([], [])


def test_evidence_is_marked_in_the_coordinates_of_the_whole_text() -> None:
    a, b = "Title.\n\nThe call took\n50 minutes in all.", "Intro. The call took over an hour in all."
    reason = Reason(
        kind="duration",
        supports="contradiction",
        a=evidence(a, "50 minutes"),
        b=evidence(b, "over an hour"),
        sentence="50 min against more than 60 min.",
    )
    in_a, in_b = judged_pieces(judgement("contradiction", reason), a, (8, len(a)), b, (7, len(b)))
    assert (plain(in_a), marked(in_a)) == ("The call took 50 minutes in all.", ["50 minutes"])
    assert (plain(in_b), marked(in_b)) == ("The call took over an hour in all.", ["over an hour"])


def test_a_reason_that_speaks_for_another_relation_is_not_marked() -> None:
    a = b = "The call took 50 minutes in all."
    against = Reason(
        kind="paraphrase", supports="agreement", a=evidence(a, "The call"), b=evidence(b, "The call"), sentence="…"
    )
    for_it = Reason(
        kind="duration",
        supports="contradiction",
        a=evidence(a, "50 minutes"),
        b=evidence(b, "50 minutes"),
        sentence="…",
    )
    in_a, _ = judged_pieces(judgement("contradiction", against, for_it), a, (0, len(a)), b, (0, len(b)))
    assert marked(in_a) == ["50 minutes"]


def test_evidence_whose_offsets_do_not_fit_its_words_is_not_marked() -> None:
    a, b = "Nine people were hurt in the fire", "Ten people were hurt in the fire"
    wrong = Reason(
        kind="quantity",
        supports="agreement",
        a=Evidence(start=3, end=9, text="Nine"),
        b=Evidence(start=900, end=904, text="Ten"),
        sentence="…",
    )
    in_a, in_b = judged_pieces(judgement("agreement", wrong), a, (0, len(a)), b, (0, len(b)))
    assert marked(in_a) == marked(in_b) == []


@pytest.mark.parametrize(
    ("relation", "expected"), [("contradiction", ["Nine"]), ("update", ["Nine"]), ("agreement", [])]
)
def test_without_evidence_conflicts_alone_are_marked_word_by_word(relation: Relation, expected: list[str]) -> None:
    a, b = "Nine people were hurt in the fire", "Ten people were hurt in the fire"
    in_a, _ = judged_pieces(judgement(relation), a, (0, len(a)), b, (0, len(b)))
    assert marked(in_a) == expected


def test_a_mark_over_the_whole_quote_is_left_out() -> None:
    a, b = "Nine people were hurt.", "There were nine injured."
    reason = Reason(kind="paraphrase", supports="agreement", a=evidence(a, a), b=evidence(b, b), sentence="…")
    in_a, in_b = judged_pieces(judgement("agreement", reason), a, (0, len(a)), b, (0, len(b)))
    assert marked(in_a) == marked(in_b) == []


def test_where_two_quotes_agree_only_what_they_tell_in_other_words_is_marked() -> None:
    a, b = "In Lima the call took 50 minutes in all.", "The call from Lima lasted just under an hour."
    reasons = [
        Reason(kind=kind, supports="agreement", a=evidence(a, in_a), b=evidence(b, in_b), sentence="…")
        for kind, in_a, in_b in (("place", "Lima", "Lima"), ("duration", "50 minutes", "just under an hour"))
    ]
    in_a, in_b = judged_pieces(judgement("agreement", *reasons), a, (0, len(a)), b, (0, len(b)))
    assert (marked(in_a), marked(in_b)) == (["50 minutes"], ["just under an hour"])
