"""What a context tells of a text: whom it means, and nothing else."""

from __future__ import annotations

import pytest

from claimcheck.judging.texts import Side, read_sides
from claimcheck.records import Claim
from claimcheck.settings import Settings


def read(text: str, context: str = "") -> Claim:
    (claim,) = read_sides([Side(text, None, context)], Settings())
    return claim


@pytest.mark.parametrize(
    ("context", "text", "words"),
    [
        ("Finance minister Tom Bell met reporters.", "He resigned.", "He"),
        ("Finance minister Tom Bell meets reporters", "He resigned.", "He"),
        ("Finance minister Tom Bell met reporters.", "The minister resigned.", "The minister"),
        ("Finance minister Tom Bell met reporters.", "Mr Bell resigned.", "Bell"),
    ],
)
def test_a_context_tells_whom_a_text_means(context: str, text: str, words: str) -> None:
    claim = read(text, context)
    [person] = [entity for entity in claim.entities if entity.label == "person"]
    assert (person.name, person.text) == ("Tom Bell", text[person.start : person.end])
    assert words in person.text
    assert claim.event is not None
    assert claim.event.participants == ("Tom Bell",)
    assert (claim.start, claim.end, claim.quote, claim.context) == (0, len(text), text, context)


def test_whom_a_context_names_gets_a_role() -> None:
    claim = read("Police arrested him on Monday.", "Finance minister Tom Bell had left the country.")
    assert claim.event is not None
    assert [role.name for role in claim.event.roles if role.role == "patient"] == ["Tom Bell"]


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("", "He resigned."),
        ("Mining", "He resigned."),
        ("Tom Bell met Ann Karlsson on 3 May 2020.", "The ferry sank near Lund with 40 aboard."),
        ("Tom Bell met Jack Dean and Carl Moss.", "Ann Karlsson resigned on Monday."),
        ("Four people died in the storm, Tom Bell said.", "The bridge reopened after two weeks."),
    ],
)
def test_a_context_adds_nothing_else(context: str, text: str) -> None:
    alone, told = read(text), read(text, context)
    assert (told.entities, told.times, told.quantities) == (alone.entities, alone.times, alone.quantities)
    assert (told.event, told.speaker, told.factuality) == (alone.event, alone.speaker, alone.factuality)
    assert told.context == context


def test_a_context_without_room_is_not_read() -> None:
    text = "He resigned."
    (claim,) = read_sides([Side(text, None, "Tom Bell met reporters.")], Settings(max_characters=len(text) + 2))
    assert claim.entities == ()
