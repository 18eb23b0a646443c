"""Opposite words: in which sense, of what, and whether they are denied."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.judging.opposites import compare_opposites
from claimcheck.judging.quantities import compare_quantities
from claimcheck.records import Claim
from claimcheck.settings import Settings
from tests.builders import claim, quantity


def conflicts(a: str | Claim, b: str | Claim) -> bool:
    """Whether two claims conflict by opposite words, the same in both directions."""
    one, two = (claim(text) if isinstance(text, str) else text for text in (a, b))
    there, back = compare_opposites(one, two), compare_opposites(two, one)
    assert [finding.verdict for finding in there] == [finding.verdict for finding in back]
    assert [finding.strength for finding in there] == pytest.approx([finding.strength for finding in back])
    return "conflict" in [finding.verdict for finding in there]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The islands agreed a fishing pact on Sunday.", "The islands struck a fishing pact on Sunday."),
        ("The islands agreed a fishing pact.", "The islands agreed on fishing as lightning struck."),
        ("The council approved the tower block.", "The council has seen the tower block."),
        ("Growers welcomed the harvest figures.", "The harvest declined."),
        ("Growers welcomed the harvest.", "The harvest declined a further 3% in May."),
        ("The aquarium opened on Sunday.", "The aquarium is close to the pier."),
        ("The aquarium opened on Sunday.", "A cafe close by the aquarium sold out on Sunday."),
        ("The aquarium opened on Sunday.", "Divers watched the aquarium closely on Sunday."),
        ("The aquarium opened on Sunday.", "The director of the aquarium has close ties to the mayor."),
        ("Guards opened fire at the gate.", "Guards closed the gate."),
        ("The hiker was found alive in Orlen.", "The deadly flood reached Orlen."),
        ("It is clear that Brandt ran.", "Brandt was convicted."),
    ],
)
def test_a_word_in_another_sense_opposes_nothing(a: str, b: str) -> None:
    assert not conflicts(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The tribunal upheld the fishing quota.", "The tribunal struck down the fishing quota."),
        ("The tribunal upheld the fishing quota.", "The tribunal struck the fishing quota down."),
        ("The tribunal upheld the quota.", "Judges at the tribunal will strike it down: the quota."),
        ("The council approved the marina.", "The council blocked the marina."),
        ("The council will approve the marina.", "The council will block plans for the marina."),
        ("The marina was approved.", "The marina was blocked."),
        ("Halvard accepted the invitation.", "Halvard declined an invitation."),
        ("The harvest rose in May.", "The harvest declined in May."),
        ("The harvest rose in May to a record high.", "The harvest declined in May to a record low."),
        ("The pool opens at noon.", "The pool closes at noon."),
        ("The pool will open to the public.", "The pool will close to the public."),
        ("Shops open at noon on Sunday.", "Shops close at noon on Sunday."),
        ("The pool is open.", "The pool is closed."),
        ("The hiker was found alive.", "The hiker was found dead."),
        ("The tribunal cleared Brandt.", "The tribunal convicted Brandt."),
    ],
)
def test_a_word_in_the_right_sense_does(a: str, b: str) -> None:
    assert conflicts(a, b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The harvest rose by 5%, with no sign of blight.", "The harvest fell by 5%.", True),
        ("The harvest, which had no help, rose.", "The harvest fell.", True),
        ("No 10 approved the levy.", "No 10 rejected the levy.", True),
        ("The board approved the no-fly zone.", "The board rejected the zone.", True),
        ("The No. 3 mine opened on Sunday.", "The third mine closed on Sunday.", True),
        ("The harvest did not rise.", "The harvest fell.", False),
        ("It is untrue that the harvest rose.", "The harvest fell.", False),
        ("No harvest on the island rose.", "The harvest on the island fell.", False),
        ("A rise in the harvest was called off.", "A fall in the harvest.", False),
        ("Nobody knew when the pool opened.", "The pool closed.", False),
        ("The growers agreed to a levy.", "The growers ended two weeks of refusing a levy.", False),
    ],
)
def test_only_a_negation_of_the_word_turns_it_round(a: str, b: str, expected: bool) -> None:
    assert conflicts(a, b) == expected


def test_did_and_did_not_are_compared_elsewhere() -> None:
    assert not conflicts(claim("The harvest stopped short of a rise.", factuality="negated"), "The harvest fell.")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The jury acquitted Brandt of arson.", "The jury convicted Brandt of perjury.", False),
        ("The jury found Brandt guilty of arson.", "The jury found Brandt innocent of perjury.", False),
        ("The jury cleared Brandt on Monday of arson.", "The jury convicted Brandt on Monday of perjury.", False),
        ("Brandt pleaded guilty to perjury.", "Brandt was acquitted of arson.", False),
        ("The jury acquitted Brandt of the arson at Lund.", "The jury convicted Brandt of perjury at Lund.", False),
        ("The jury acquitted Brandt of arson.", "The jury convicted Brandt of arson.", True),
        ("The jury acquitted Brandt of arson.", "The jury convicted Brandt.", True),
        ("The jury acquitted Brandt of murder.", "The jury convicted Brandt of killing his wife.", True),
        ("The jury acquitted Brandt for lack of evidence.", "The jury convicted Brandt of fraud.", True),
        ("The jury acquitted Brandt on Monday.", "The jury convicted Brandt of arson.", True),
        ("The jury acquitted Brandt of arson.", "The jury convicted Brandt on two counts.", True),
        ("The jury acquitted Brandt of smuggling.", "The jury convicted Brandt of being a smuggler.", True),
        (
            "The jury acquitted the head of the bank of smuggling.",
            "The jury convicted the chairman of the lender of smuggling.",
            True,
        ),
    ],
)
def test_verdicts_on_different_charges_are_no_conflict(a: str, b: str, expected: bool) -> None:
    assert conflicts(a, b) == expected


def test_verdicts_on_different_charges_are_told_as_such() -> None:
    [finding] = compare_opposites(claim("Brandt was acquitted of arson."), claim("Brandt was convicted of perjury."))
    assert finding.verdict == "beside"
    assert finding.sentence == "“acquitted” against “convicted”, of other charges."
    assert finding.swapped().sentence == "“convicted” against “acquitted”, of other charges."


@pytest.mark.weights
@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ("The walkout began on Monday.", "The walkout ended on Friday.", False),
        ("The road was opened in 1999.", "The road was closed in 2016.", False),
        ("Shares in Orbex rose 4 percent on Tuesday.", "Shares in Orbex fell 6 percent on Wednesday.", False),
        ("Shares in Orbex rose on Tuesday.", "Shares in Orbex fell on Tuesday.", True),
        ("The ferry sank on Monday off the northern coast.", "The ferry sank on Tuesday off the southern coast.", True),
    ],
)
def test_opposite_words_of_two_days_do_not_conflict(a: str, b: str, conflict: bool) -> None:
    judgement = claimcheck.judge(a, b, settings=Settings(judge_model="rules"))
    assert (judgement.relation == "contradiction") == conflict


def test_a_word_of_both_claims_is_on_neither_side() -> None:
    assert conflicts("Parliament lifted the ban on exports.", "Parliament imposed a ban on exports.")
    assert not conflicts("Parliament lifted the ban on exports.", "Parliament banned exports, then lifted the ban.")


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ("The driver was killed in the crash.", "The driver survived the crash.", True),
        ("The crash killed the driver.", "The driver survived the crash.", True),
        ("The driver, who survived, wept.", "The driver, who was among the dead, wept.", True),
        ("Both pilots died.", "The pilots survived.", True),
        ("All passengers survived the crash.", "The driver died in the crash.", False),
        ("Two passengers survived the crash.", "Nine passengers were killed in the crash.", False),
        ("Two passengers survived the crash.", "The crash killed nine passengers.", False),
        ("The driver, a father of two, survived the crash.", "The driver died in the crash.", True),
        ("The chancellor survived a confidence vote.", "The chancellor died on Tuesday.", False),
        ("The bridge will reopen in May.", "The bridge will stay closed in May.", True),
        ("The museum reopens on Monday.", "The museum, closed since the quake, is free on Mondays.", False),
    ],
)
def test_who_survived_did_not_die_and_what_stays_closed_does_not_reopen(a: str, b: str, conflict: bool) -> None:
    assert conflicts(a, b) is conflict


def test_two_parts_of_one_whole_may_do_opposite_things() -> None:
    def voted(text: str, words: str, number: float) -> Claim:
        return claim(
            text,
            quantities=(
                quantity(text, words, number, number, counts="juror", role="vote"),
                quantity(text, "12", 12, 12, counts="juror"),
            ),
        )

    convict = voted("Seven of the 12 jurors voted to convict.", "Seven", 7)
    acquit = voted("Five of the 12 jurors voted to acquit.", "Five", 5)
    assert not conflicts(convict, acquit)
    assert all(finding.verdict == "agree" for finding in compare_quantities(convict, acquit))
    most = voted("Nine of the 12 jurors voted to acquit.", "Nine", 9)
    assert "conflict" in [finding.verdict for finding in compare_quantities(convict, most)]
