"""Who did it to whom, swapped or not."""

from __future__ import annotations

from typing import Any

import pytest

import claimcheck
from claimcheck.judging.roles import compare_roles, told_from_both_sides
from claimcheck.records import Claim, Judgement, Role
from claimcheck.settings import Settings
from tests.builders import claim, entity, event


def judge(a: str, b: str) -> Judgement:
    """By the typed evidence alone, which is what is tested here."""
    return claimcheck.judge(a, b, settings=Settings(judge_model="rules"))


def filled(text: str, role: Any, words: str) -> Role:
    start = text.index(words)
    return Role(start=start, end=start + len(words), text=words, role=role, name=words)


def deed(
    text: str, trigger: str, kind: str, *, people: tuple[str, ...] = (), factuality: Any = "asserted", **roles: str
) -> Claim:
    told = event(text, trigger, kind, roles=tuple(filled(text, role, words) for role, words in roles.items()))
    entities = tuple(entity(text, name, "person") for name in people)
    return claim(text, event=told, entities=entities, factuality=factuality)


SUED = deed("Acme sued Bolt on Monday.", "sued", "charge", agent="Acme", patient="Bolt")
SUED_BACK = deed("Bolt sued Acme.", "sued", "charge", agent="Bolt", patient="Acme")


def test_swapped_sides_conflict() -> None:
    [finding] = compare_roles(SUED, SUED_BACK)
    assert (finding.kind, finding.verdict) == ("participants", "conflict")
    assert finding.sentence == "“Acme sued Bolt” against “Bolt sued Acme”: who did it to whom is swapped."
    assert finding.a is not None
    assert SUED.quote[finding.a.start : finding.a.end] == finding.a.text == "Acme sued Bolt"


def test_it_is_symmetric() -> None:
    [there], [back] = compare_roles(SUED, SUED_BACK), compare_roles(SUED_BACK, SUED)
    assert there.swapped() == back


def test_words_far_apart_are_not_quoted_in_full() -> None:
    far = "Bolt, the maker of nuts whose shares have trebled in a year in which few others gained, sued Acme."
    [finding] = compare_roles(SUED, deed(far, "sued", "charge", agent="Bolt", patient="Acme"))
    assert "“Bolt … sued … Acme”" in finding.sentence


@pytest.mark.parametrize(
    "other",
    [
        deed("Bolt was sued by Acme.", "sued", "charge", agent="Acme", patient="Bolt"),
        deed("Bolt sued Cole.", "sued", "charge", agent="Bolt", patient="Cole"),
        deed("Bolt bought Acme.", "bought", "acquire", agent="Bolt", patient="Acme"),
        deed("Bolt did not sue Acme.", "sue", "charge", agent="Bolt", patient="Acme", factuality="negated"),
        deed("Bolt may sue Acme.", "sue", "charge", agent="Bolt", patient="Acme", factuality="possible"),
        deed("Acme sued.", "sued", "charge", agent="Acme"),
        claim("Bolt and Acme are rivals."),
    ],
)
def test_no_swap_no_finding(other: Claim) -> None:
    assert compare_roles(SUED, other) == compare_roles(other, SUED) == []


def test_what_states_do_to_each_other_in_turn_is_no_conflict() -> None:
    one = deed("Peru shelled Chile.", "shelled", "attack", agent="Peru", patient="Chile")
    two = deed("Chile shelled Peru.", "shelled", "attack", agent="Chile", patient="Peru")
    [finding] = compare_roles(one, two)
    assert finding.verdict == "beside"


def test_between_people_it_is_one() -> None:
    people = ("Ann Lee", "Bea Ray")
    one = deed("Ann Lee stabbed Bea Ray.", "stabbed", "attack", people=people, agent="Ann Lee", patient="Bea Ray")
    two = deed("Bea Ray stabbed Ann Lee.", "stabbed", "attack", people=people, agent="Bea Ray", patient="Ann Lee")
    [finding] = compare_roles(one, two)
    assert finding.verdict == "conflict"


def test_two_nouns_may_be_anybody() -> None:
    one = deed("A guard hurt a fan.", "hurt", "injure", agent="guard", patient="fan")
    two = deed("A fan hurt a guard.", "hurt", "injure", agent="fan", patient="guard")
    assert compare_roles(one, two) == []


def test_losing_is_winning_from_the_other_side() -> None:
    won = deed("Ghana beat Ecuador.", "beat", "win", agent="Ghana", patient="Ecuador")
    lost = deed("Ecuador lost to Ghana.", "lost", "lose", agent="Ecuador", counterpart="Ghana")
    wrong = deed("Ghana lost to Ecuador.", "lost", "lose", agent="Ghana", counterpart="Ecuador")
    assert told_from_both_sides(won, lost)
    assert compare_roles(won, lost) == []
    assert not told_from_both_sides(won, wrong)
    assert [finding.verdict for finding in compare_roles(won, wrong)] == ["conflict"]


@pytest.mark.weights
def test_an_attack_and_its_answer_are_related() -> None:
    for a, b in (("Peru attacked Chile.", "Chile attacked Peru."), ("Acme accused Bolt.", "Bolt accused Acme.")):
        assert judge(a, b).relation == judge(b, a).relation == "related"


@pytest.mark.weights
@pytest.mark.parametrize(
    ("a", "b", "swapped"),
    [
        ("Acme sued Bolt over patents.", "Bolt sued Acme over patents.", True),
        ("Ann Lee beat Bea Ray in Doha.", "Ann Lee was beaten by Bea Ray in Doha.", True),
        ("Norvik sold its plant to Halden.", "Halden sold its plant to Norvik.", True),
        ("Iraq invaded Kuwait in 1990.", "Kuwait invaded Iraq in 1990.", True),
        ("Acme sued Bolt over patents.", "Bolt was sued by Acme over patents.", False),
        ("Ann Lee beat Bea Ray in Doha.", "Bea Ray lost to Ann Lee in Doha.", False),
        ("The takeover of Bolt by Acme is complete.", "Acme has taken over Bolt.", False),
        ("Merkel phoned Putin on Sunday.", "Putin phoned Merkel on Sunday.", False),
    ],
)
def test_sentences(a: str, b: str, swapped: bool) -> None:
    for x, y in ((a, b), (b, a)):
        found = judge(x, y)
        assert (found.relation == "contradiction") == swapped, found
        assert any("swapped" in reason.sentence for reason in found.reasons) == swapped


@pytest.mark.weights
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Everton beat Fulham 2-1 at Goodison Park.", "Fulham beat Everton 2-1 at Goodison Park."),
        ("Wolves beat Town 5-4 on penalties.", "Town beat Wolves 5-4 on penalties."),
        ("Norway beat Sweden 3-2 in the final.", "Sweden beat Norway 3-2 in the final."),
    ],
)
def test_who_beat_whom_is_swapped_beside_a_score(a: str, b: str) -> None:
    judgement = judge(a, b)
    assert judgement.relation == "contradiction"
    assert judgement.reasons[0].kind == "participants"
