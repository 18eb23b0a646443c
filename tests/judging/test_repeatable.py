"""Two days of one kind of event: one event misdated, or two events."""

from __future__ import annotations

import pytest

from claimcheck.claims import read_statements
from claimcheck.judging.circumstances import compare_times_of
from claimcheck.settings import Settings

ONE = [
    ("Tom Bell was arrested on Monday.", "Police arrested Tom Bell on Tuesday."),
    ("The trial of Tom Bell opened on Monday.", "The trial of Tom Bell opened on Tuesday."),
    ("The trial opened on Monday.", "The trial opened on Tuesday."),
    ("The bridge opened on Friday.", "The bridge opened on Saturday."),
    ("The ferry sank on Monday.", "The ferry sank on Tuesday."),
    ("Ann Karlsson was elected on Monday.", "Ann Karlsson was elected on Tuesday."),
    ("The mayor died on Monday.", "The mayor died on Tuesday."),
    ("Prosecutors charged the firm on Monday.", "The firm was charged on Tuesday."),
    ("The rocket lifted off on Monday.", "The rocket lifted off on Tuesday."),
    ("The convoy was attacked on Monday.", "The convoy was attacked on Tuesday."),
    ("The explosion happened on Monday.", "The explosion happened on Tuesday."),
    ("Firefighters rescued ten hikers on Monday.", "Firefighters rescued ten hikers on Tuesday."),
    ("Police arrested the two brothers on Monday.", "Police arrested the two brothers on Tuesday."),
    ("The crash killed two people on Monday.", "The crash killed two people on Tuesday."),
    ("The firm was fined on 3 March.", "The firm was fined on 4 March."),
    ("The firm was fined on 28 February.", "The firm was fined on 2 March."),
    ("The firm was fined on 31 December.", "The firm was fined on 2 January."),
    ("The firm was fined in March.", "The firm was fined in April."),
]
SEVERAL = [
    (
        "Police arrested two men on Monday over the robbery.",
        "Police arrested a third man on Wednesday over the robbery.",
    ),
    ("Police arrested two men on Monday.", "Police arrested two men on Wednesday."),
    ("Police arrested the first suspect on Monday.", "Police arrested the second suspect on Wednesday."),
    ("Police arrested 12 protesters on Monday.", "Police arrested 30 protesters on Wednesday."),
    ("Sergeant Tom Bell arrested a man on Monday.", "Sergeant Tom Bell arrested a woman on Wednesday."),
    ("Prosecutors charged Tom Bell on Monday.", "Prosecutors charged Ann Karlsson on Wednesday."),
    ("Missiles hit Kharkiv on Monday.", "Missiles hit Kharkiv on Wednesday."),
    ("Drones struck the refinery on Monday.", "Drones struck the refinery on Wednesday."),
    ("Two soldiers were killed on Monday.", "Two soldiers were killed on Wednesday."),
    ("Three people were injured in Lund on Monday.", "Three people were injured in Lund on Wednesday."),
    ("MPs voted on Monday.", "MPs voted on Wednesday."),
    ("Shares rose on Monday.", "Shares rose on Tuesday."),
    ("The firm was fined on 3 March.", "The firm was fined on 20 March."),
]
OTHERS = [
    ("The firm was fined on 3 March.", "The firm was fined on 20 September."),
    ("The firm was fined on 3 March 2021.", "The firm was fined on 20 September."),
    ("The firm was fined in March.", "The firm was fined in September."),
    ("The firm was fined on 3 March 2021.", "The firm was fined on 20 September 2021."),
]


@pytest.mark.parametrize(
    ("pairs", "verdict"), [(ONE, "conflict"), (SEVERAL, "beside"), (OTHERS, "apart")], ids=["one", "several", "others"]
)
def test_two_days_are_of_one_event_or_of_two(pairs: list[tuple[str, str]], verdict: str) -> None:
    texts = [text for pair in pairs for text in pair]
    claims = read_statements(texts, [None] * len(texts), settings=Settings())
    for place, pair in enumerate(pairs):
        a, b = claims[2 * place : 2 * place + 2]
        for one, other in ((a, b), (b, a)):
            assert [(finding.kind, finding.verdict) for finding in compare_times_of(one, other)] == [
                ("date", verdict)
            ], pair
