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
    ("Far from resigning, the minister was promoted.", "promoted"),
    ("Instead of paying the fine, the firm appealed.", "appealed"),
]


@pytest.mark.parametrize(("text", "trigger"), CASES)
def test_trigger(text: str, trigger: str) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert claim.event is not None
    assert claim.event.text == trigger


def test_a_state_is_no_event() -> None:
    [claim] = read_statements(["The river is deep."], [None], settings=Settings())
    assert claim.event is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The canal burst its banks at night.", "The canal overflowed at night."),
        ("The mill went up in flames.", "The mill burned down."),
        ("Thousands took to the streets of Porto.", "Thousands protested in Porto."),
        ("The retailer went bust.", "The retailer filed for bankruptcy."),
        ("The assembly gave the green light to the dam.", "The assembly approved the dam."),
        ("The bakers downed tools.", "The bakers went on strike."),
    ],
)
def test_a_phrase_names_an_event_as_a_word_does(one: str, other: str) -> None:
    first, second = read_statements([one, other], [None, None], settings=Settings())
    assert first.event is not None
    assert second.event is not None
    assert first.event.kind == second.event.kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The banks burst with visitors.", "flood"),
        ("The minister gave the driver a light.", "approve"),
        ("The shed caught fire.", "attack"),
        ("She suffered burns to her hands.", "burn"),
        ("He walked the streets of Porto.", "protest"),
    ],
)
def test_words_of_a_phrase_alone_name_no_such_event(text: str, kind: str) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert kind not in claim.event_kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The winery did not break the piggy bank.", "flood"),
        ("The lender rolled over its debt.", "crash"),
        ("The runner broke into a smile.", "steal"),
        ("The board slashed its job targets.", "dismiss"),
        ("The minister axed the jobs scheme.", "dismiss"),
        ("The troops fired a missile.", "dismiss"),
        ("Pensioners voted down the ballot.", "reject"),
        ("The builders took the office furniture away.", "swear-in"),
        ("The mayor was struck down by a fever.", "overrule"),
        ("The cleaner lifted the trophy cabinet.", "win"),
        ("The outlaw hid in the hills.", "suspend"),
        ("Rangers started a prescribed burn.", "injure"),
        ("The barn fire spread.", "attack"),
        ("The coach fired up his players.", "dismiss"),
    ],
)
def test_words_with_another_sense_name_no_such_event(text: str, kind: str) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert kind not in claim.event_kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The foundry cut 40 jobs in May.", "dismiss"),
        ("The club fired its coach on Monday.", "dismiss"),
        ("The club fired him on Monday.", "dismiss"),
        ("The foundry shed its last jobs.", "dismiss"),
        ("The island outlawed jet skis.", "suspend"),
        ("Artillery fire killed a farmer.", "attack"),
        ("The convoy was under fire.", "attack"),
        ("A fire gutted the barn.", "burn"),
        ("The senate voted down the new amendment.", "reject"),
        ("The judges struck down the old statute.", "overrule"),
        ("The hosts lifted their first trophy.", "win"),
        ("An air strike hit the barn.", "attack"),
    ],
)
def test_words_of_several_senses_keep_the_one_meant(text: str, kind: str) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert kind in claim.event_kinds


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The sailor who was rescued in May has vanished.", "vanished"),
        ("The mill, which was flooded in 2008, vanished.", "vanished"),
        ("The mill, which was flooded in 2008, is empty.", "flooded"),
        ("It was the second mill that burned.", "burned"),
    ],
)
def test_a_relative_clause_names_the_event_only_where_the_main_clause_names_none(text: str, trigger: str) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert claim.event is not None
    assert claim.event.text == trigger


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The port authority said on Tuesday it would close the harbour.", None),
        ("The port authority said on Tuesday the harbour would close on Friday.", "Friday"),
        ("The port authority promised on Tuesday to close the harbour.", None),
        ("The court ruled on Tuesday that the harbour must close.", None),
        ("The port authority unveiled on Tuesday plans to close the harbour.", None),
        ("The port authority was forced on Tuesday to close the harbour.", "Tuesday"),
        ("The port authority promised to close the harbour on Tuesday.", "Tuesday"),
        ("The quake that shook Lima in April 2009 killed 64 people.", "April 2009"),
        ("Eleven people died when a tremor rattled Lima on Tuesday.", "Tuesday"),
        ("Eleven people were hurt as a bus overturned near Lima on Tuesday.", "Tuesday"),
        (
            "Eleven people died when a tremor rattled Lima on Tuesday, 22 November 2025, officials said.",
            "Tuesday, 22 November 2025",
        ),
        ("The judge whom Lima elected in April 2009 died.", None),
    ],
)
def test_the_day_of_a_report_or_promise_is_not_that_of_the_event(text: str, when: str | None) -> None:
    [claim] = read_statements([text], [None], settings=Settings())
    assert claim.event is not None
    assert (claim.event.time and claim.event.time.text) == when
