"""Times of day: how they are read, and which of them cannot both be."""

from __future__ import annotations

import pytest

from claimcheck import judge_pairs
from claimcheck.judging.daytimes import daytimes
from claimcheck.settings import Settings


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("It struck at 6:40 a.m.", "at 6:40 a.m.", ((400, 400),)),
        ("It struck at 6:40 on Monday.", "at 6:40", ((400, 400), (1120, 1120))),
        ("The talks began at 19.30.", "at 19.30", ((1170, 1170),)),
        ("They met at five in the morning.", "at five in the morning", ((300, 300),)),
        ("He left at half past two in the afternoon.", "at half past two in the afternoon", ((870, 870),)),
        ("Shortly after midday it fell.", "Shortly after midday", ((720, 765),)),
        ("It landed at 4.15 in the afternoon.", "at 4.15 in the afternoon", ((975, 975),)),
        ("It left at 11:20 at night.", "at 11:20 at night", ((1400, 1400),)),
        ("She sailed around 6 pm.", "around 6 pm", ((1050, 1110),)),
        ("They came on Tuesday night.", "on Tuesday night", ((1200, 1740),)),
        ("It exploded at dawn.", "at dawn", ((270, 450),)),
        ("It burned early on Tuesday morning.", "early on Tuesday morning", ((20, 540),)),
        ("Early Tuesday morning it burned.", "Early Tuesday morning", ((20, 540),)),
        ("It burned in the early morning.", "in the early morning", ((20, 540),)),
        ("It burned late on Tuesday morning.", "late on Tuesday morning", ((540, 720),)),
        ("It burned on Tuesday morning.", "on Tuesday morning", ((20, 720),)),
        ("It burned early in the evening.", "early in the evening", ((1020, 1410),)),
        ("It burned in the early hours of Sunday.", "in the early hours", ((20, 360),)),
        ("It burned in the early hours of Sunday morning.", "in the early hours of Sunday morning", ((20, 360),)),
        ("It struck at 7:00 AM.", "at 7:00 AM", ((420, 420),)),
        ("It struck at 7 PM.", "at 7 PM", ((1140, 1140),)),
        ("It fell at half eight in the morning.", "at half eight in the morning", ((510, 510),)),
        ("It fell at ten past eight in the evening.", "ten past eight in the evening", ((1210, 1210),)),
        ("It fell ten minutes before midnight.", "ten minutes before midnight", ((-10, -10),)),
        ("It fell half an hour before noon.", "half an hour before noon", ((690, 690),)),
        ("It fell twenty-five minutes after 7 pm.", "twenty-five minutes after 7 pm", ((1165, 1165),)),
        ("It fell more than an hour before noon.", "before noon", ((480, 720),)),
        ("He saw ten after midnight.", "after midnight", ((0, 240),)),
        ("It burned in the small hours of the morning.", "in the small hours of the morning", ((0, 300),)),
    ],
)
def test_a_time_of_day_is_read(text: str, words: str, spans: tuple[tuple[int, int], ...]) -> None:
    (found,) = daytimes(text)
    assert (found.text.casefold(), found.spans) == (words.casefold(), spans)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "They won 4:15.",
        "He ran it in 2:04.",
        "Rates rose by about 6.40 percent.",
        "It lasted until noon.",
        "By Wednesday evening 22 bodies were found.",
        "The Evening Standard wrote so.",
        "Monday night's concert was sold out.",
        "A four-day week is planned.",
        "She was attacked alone at night.",
        "It rang on her phone at night.",
        "Some 2,000 at night and more by day.",
        "In the half one goal fell.",
        "It fell at ten minutes to midnight.",
    ],
)
def test_results_ends_and_names_are_no_time_of_day(text: str) -> None:
    assert list(daytimes(text)) == []


@pytest.mark.parametrize("text", ["He was beaten in the morning.", "It was founded in 2012 in the morning of the net."])
def test_an_hour_is_a_word_of_its_own(text: str) -> None:
    (found,) = daytimes(text)
    assert (found.text, found.exact) == ("in the morning", False)


def kinds(a: str, b: str) -> dict[str, str]:
    (judgement,) = judge_pairs([{"a": a, "b": b}], settings=Settings(judge_model="rules"))
    return {reason.kind: reason.supports for reason in judgement.reasons}


@pytest.mark.parametrize(
    ("a", "b", "supports"),
    [
        ("The mine exploded at dawn.", "The mine exploded shortly after midday.", "contradiction"),
        ("The mine exploded at 4:15 a.m.", "The mine exploded at about nine in the evening.", "contradiction"),
        ("The mine exploded at 4:15 a.m.", "The mine exploded shortly after 4 am.", "agreement"),
        ("The mine exploded at 6:40.", "The mine exploded at 18:40.", "agreement"),
        ("The mine exploded at dawn.", "The mine exploded on Monday morning.", None),
        ("The mine exploded at dawn.", "The mine reopened on Monday evening.", None),
        ("The quake struck Ludra at dawn.", "The earthquake struck Ludra at noon.", "contradiction"),
        ("The quake struck Ludra at dawn.", "An aftershock struck Ludra at noon.", None),
        ("The barn burned at 2 a.m. on Tuesday.", "The barn burned early on Tuesday morning.", None),
        ("The barn burned at 2 a.m. on Tuesday.", "The barn burned on Tuesday morning.", None),
        ("The barn burned at 2 a.m. on Tuesday.", "The barn burned in the early hours of Tuesday.", None),
        ("The barn burned at 8.30 a.m. on Tuesday.", "The barn burned in the early hours of Tuesday.", "contradiction"),
        ("The barn burned shortly after midnight.", "The barn burned on Tuesday morning.", None),
        ("The barn burned at 2 a.m. on Tuesday.", "The barn burned on Tuesday evening.", "contradiction"),
        ("The barn burned on Tuesday morning.", "The barn burned on Tuesday evening.", "contradiction"),
        ("The barn burned early on Tuesday morning.", "The barn burned on Tuesday evening.", "contradiction"),
        ("The barn burned at 2 a.m. on Tuesday.", "The barn burned late on Tuesday morning.", "contradiction"),
        ("The barn burned at 11 a.m. on Tuesday.", "The barn burned early on Tuesday morning.", "contradiction"),
        ("The barn burned at 3 p.m. on Tuesday.", "The barn burned on Tuesday morning.", "contradiction"),
        ("The bomb, which had been hidden, exploded at 6:40 a.m.", "The bomb exploded at 9:15 a.m.", "contradiction"),
    ],
)
def test_times_of_day_are_compared(a: str, b: str, supports: str | None) -> None:
    assert kinds(a, b).get("time_of_day") == supports


def test_morning_and_evening_in_capitals_differ_and_the_sentence_ends_once() -> None:
    (found,) = judge_pairs(
        [("The plane crashed at 7:00 A.M. on Monday.", "The plane crashed on Monday at 7:00 P.M.")],
        settings=Settings(judge_model="rules"),
    )
    (reason,) = (reason for reason in found.reasons if reason.kind == "time_of_day")
    assert reason.sentence == "At different times of day: at 7:00 A.M. and at 7:00 P.M."
