"""The word that names the event of a claim."""

from __future__ import annotations

import pytest

from claimcheck.claims import read_statements
from claimcheck.settings import Settings

pytestmark = pytest.mark.weights

CASES = [
    ("The envoys held talks in Geneva.", "talks"),
    ("The minister told reporters that the dam had collapsed.", "collapsed"),
    ("The match lasted an hour.", "match"),
    ("A second round of talks broke down.", "talks"),
    ("The launch was called off.", "launch"),
    ("The company closed its plant because sales had fallen.", "closed"),
    ("The town banned cars after a child had been killed.", "banned"),
    ("Qatar donated a boat to the port after a ship had burned.", "donated"),
    ("An earthquake struck the coast of Chile.", "earthquake"),
    ("The chancellor refused to resign.", "resign"),
    ("The two countries agreed to share the water.", "agreed"),
    ("Toyota recalled 9,000 cars.", "recalled"),
    ("The firm was taken over by a rival.", "taken"),
    ("Eleven were injured; two died.", "injured"),
]


@pytest.mark.parametrize(("text", "trigger"), CASES)
def test_trigger(text: str, trigger: str) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert claim.event is not None
    assert claim.event.text == trigger


def test_a_state_is_no_event() -> None:
    [claim] = read_statements(["The river is deep."], [None], settings=Settings())
    assert claim.event is None
