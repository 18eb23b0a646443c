from __future__ import annotations

import datetime as dt

import attrs
import pytest

from claimcheck.judging.polarity import compare_polarity
from claimcheck.records import Mention, Role
from tests.builders import claim, day, entity, event


def said(text: str, trigger: str, kind: str, factuality: str = "asserted", **fields: object):
    return claim(text, event=event(text, trigger, kind), factuality=factuality, **fields)


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(start=start, end=start + len(words), text=words, name=words)


RESIGNED = said("The minister resigned over the contract scandal.", "resigned", "resign")


def test_did_and_did_not_conflict() -> None:
    [finding] = compare_polarity(
        RESIGNED, said("The minister in the contract scandal refused to resign.", "resign", "resign", "negated")
    )
    assert (finding.verdict, finding.kind) == ("conflict", "negation")
    assert finding.strength > 0.6
    assert finding.b is not None
    assert finding.b.text == "refused"


def test_the_negation_of_something_else_hardly_counts() -> None:
    other = said(
        "The minister did not name the scandal's author when he later resigned.", "resigned", "resign", "negated"
    )
    assert all(finding.strength < 0.5 for finding in compare_polarity(RESIGNED, other))


def test_may_resign_is_another_moment_of_the_story() -> None:
    [finding] = compare_polarity(RESIGNED, said("The minister may resign.", "resign", "resign", "possible"))
    assert finding.verdict == "beside"


def test_called_off() -> None:
    a = said("The rocket launched on Friday.", "launched", "launch")
    b = said("The launch, planned for Friday, was called off.", "launch", "launch", "cancelled")
    [finding] = compare_polarity(a, b)
    assert (finding.verdict, finding.kind) == ("conflict", "factuality")


def test_opposite_words() -> None:
    a = said("The company reported a quarterly profit.", "profit", "report-earnings")
    b = said("The company posted a quarterly loss.", "loss", "lose")
    [finding] = compare_polarity(a, b)
    assert finding.kind == "polarity"
    assert finding.sentence == "“profit” against “loss”."


def test_a_negated_opposite_is_no_conflict() -> None:
    a = said("The report was false.", "report", "announce")
    b = said("The report was not true.", "report", "announce")
    assert compare_polarity(a, b) == []


def test_the_same_denial_read_in_two_ways_is_no_conflict() -> None:
    text = "Police have not traced the victim."
    assert compare_polarity(said(text, "traced", "trace"), said(text, "traced", "trace", "negated")) == []


def test_two_speakers_are_named() -> None:
    a, b = "Police say that the driver resigned.", "His lawyer says that the driver did not resign."
    [finding] = compare_polarity(
        said(a, "resigned", "resign", speaker=mention(a, "Police")),
        said(b, "resign", "resign", "negated", speaker=mention(b, "His lawyer")),
    )
    assert finding.kind == "attribution"
    assert "to police" in finding.sentence
    assert "his lawyer" in finding.sentence


@pytest.mark.parametrize(("factuality", "told"), [("denied", True), ("negated", False), ("cancelled", False)])
def test_only_a_denial_is_called_one(factuality: str, told: bool) -> None:
    a, b = "The port said a crane fell on the quay.", "The union said no crane fell on the quay."
    [finding] = compare_polarity(
        said(a, "fell", "fall", speaker=mention(a, "The port")),
        said(b, "fell", "fall", factuality, speaker=mention(b, "The union")),
    )
    assert ("denie" in finding.sentence) == told
    assert finding.sentence.lower().startswith("according to the port it happened, according to the union it ") != told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Farmers", "Nurses", "according to farmers it happened, according to nurses it "),
        ("Norwind", "Rail managers", "according to Norwind it happened, according to rail managers it "),
        ("ITV staff", "Dutch pilots", "according to ITV staff it happened, according to Dutch pilots it "),
    ],
)
def test_only_names_keep_the_capital_of_a_sentence(one: str, other: str, told: str) -> None:
    a, b = f"{one} said the mast fell.", f"{other} said the mast did not fall."
    names = {"Norwind": "organisation", "Dutch": "group"}
    [finding] = compare_polarity(
        *(
            said(
                text,
                trigger,
                "fall",
                factuality,
                speaker=mention(text, who),
                entities=tuple(entity(text, name, label) for name, label in names.items() if name in text),
            )
            for text, who, trigger, factuality in ((a, one, "fell", "asserted"), (b, other, "fall", "negated"))
        )
    )
    assert finding.sentence.lower().startswith("according")
    assert finding.sentence[1:].startswith(told[1:])


def test_a_capital_inside_the_sentence_is_kept() -> None:
    a, b = "The mast fell, said Brillgate.", "Crew said the mast did not fall."
    [finding] = compare_polarity(
        said(a, "fell", "fall", speaker=mention(a, "Brillgate")),
        said(b, "fall", "fall", "negated", speaker=mention(b, "Crew")),
    )
    assert finding.sentence.startswith("According to Brillgate it happened, according to crew it ")


def test_not_dead_and_alive_say_the_same() -> None:
    a = said("The actor is not dead.", "dead", "die", "negated")
    b = said("The actor is still alive.", "alive", "live")
    assert compare_polarity(a, b) == []


def test_a_claim_with_words_of_both_sides_opposes_nothing() -> None:
    a = said("He began to change after the trip.", "change", "change")
    b = said("He started to change after the trip came to an end.", "change", "change")
    assert compare_polarity(a, b) == []


def test_one_deed_told_from_its_two_sides_is_no_conflict() -> None:
    sold = said("Porto sold the winger to Leeds.", "sold", "sell")
    bought = said("Leeds bought the winger from Porto.", "bought", "buy")
    assert compare_polarity(sold, bought) == []
    won = said("Creighton's victory over Drake was clear.", "victory", "win")
    assert compare_polarity(won, said("Creighton defeated Drake clearly.", "defeated", "win")) == []


def test_a_comparison_turned_round_is_no_conflict() -> None:
    lower = said("The rate was lower in May than in June.", "lower", "fall")
    assert compare_polarity(lower, said("The rate was higher in June than in May.", "higher", "rise")) == []
    [finding] = compare_polarity(lower, said("The rate was higher in May than in June.", "higher", "rise"))
    assert finding.verdict == "conflict"


def test_what_both_call_cancelled_is_not_in_dispute() -> None:
    dead = said("The submarine contract was scrapped.", "scrapped", "scrap")
    assert compare_polarity(dead, said("The contract is cancelled.", "cancelled", "cancel", "cancelled")) == []


def test_one_speaker_in_two_forms_does_not_deny_himself() -> None:
    text, other = "The district office said he escaped.", "The district said he did not escape."
    yes = said(text, "escaped", "escape", speaker=mention(text, "The district office"))
    no = said(other, "escape", "escape", "negated", speaker=mention(other, "The district"))
    assert [finding.kind for finding in compare_polarity(yes, no)] == ["negation"]


@pytest.mark.parametrize(
    ("who", "name", "sentence"),
    [
        ("Both pilots", "Both pilots", "Both pilots said so, the airline denied it."),
        ("They", "two stewards", "Two stewards said so, the airline denied it."),
        ("They", "They", "One says so, the other reports a denial."),
    ],
)
def test_a_denial_names_who_said_so_in_right_grammar(who: str, name: str, sentence: str) -> None:
    text, other = f"{who} said the wing had cracked.", "The airline denied that the wing had cracked."
    speaker = Mention(start=0, end=len(who), text=who, name=name)
    yes = said(text, "cracked", "crack", speaker=speaker)
    no = said(other, "cracked", "crack", "denied", speaker=mention(other, "The airline"))
    assert [finding.sentence for finding in compare_polarity(yes, no)] == [sentence]


def role(text: str, words: str, name: str) -> Role:
    start = text.index(words)
    return Role(start=start, end=start + len(words), text=words, name=words, role=name)


FLIGHTS = "Meridia cancelled hundreds of flights as cabin crew walked out over pay."
CANCELLED = claim(
    FLIGHTS,
    event=attrs.evolve(event(FLIGHTS, "cancelled", "cancel"), roles=(role(FLIGHTS, "flights", "patient"),)),
    factuality="cancelled",
)


def test_that_one_thing_was_called_off_hardly_denies_another() -> None:
    walkout = said("A walkout of cabin crew over pay hit Meridia.", "walkout", "strike-work")
    [weak] = compare_polarity(CANCELLED, walkout)
    flew = said("Hundreds of Meridia flights left as cabin crew ended their walkout over pay.", "left", "leave")
    [strong] = compare_polarity(CANCELLED, flew)
    assert weak.strength < 0.4 < strong.strength


@pytest.mark.parametrize(
    ("denied", "other", "trigger", "kind"),
    [
        ("The report has yet to be published.", "Parliament is still waiting for the report.", "waiting", "wait"),
        ("No trains ran on the line.", "The line has been closed.", "closed", "close"),
    ],
)
def test_what_is_awaited_or_shut_denies_too(denied: str, other: str, trigger: str, kind: str) -> None:
    verb = "published" if "published" in denied else "ran"
    assert compare_polarity(said(denied, verb, verb, "negated"), said(other, trigger, kind)) == []


def test_shut_and_not_shut_conflict() -> None:
    [finding] = compare_polarity(
        said("The airport has been shut.", "shut", "close"),
        said("The airport did not shut.", "shut", "close", "negated"),
    )
    assert finding.verdict == "conflict"


def test_agreed_to_buy_is_a_plan_like_will_buy() -> None:
    agreed = said("Brantwell has agreed to buy Halden.", "buy", "acquire")
    bought = said("Brantwell, which agreed last year, bought Halden.", "bought", "acquire")
    plan = said("Brantwell will buy Halden.", "buy", "acquire", "planned")
    assert compare_polarity(agreed, plan) == compare_polarity(plan, agreed) == []
    assert [finding.verdict for finding in compare_polarity(bought, plan)] == ["beside"]


def test_kinds_that_exclude_each_other_conflict_in_any_words() -> None:
    down, passed = "The council voted down the plan.", "The council passed the plan."
    [finding] = compare_polarity(said(down, "voted", "reject"), said(passed, "passed", "approve"))
    assert (finding.verdict, finding.sentence) == ("conflict", "“voted down” against “passed”.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council voted down the plan.", "The senate passed the plan."),
        ("The council voted down an amendment.", "The council passed the plan."),
    ],
)
def test_of_another_doer_or_another_thing_they_do_not(one: str, other: str) -> None:
    told = []
    for text, verb, kind in ((one, "voted", "reject"), (other, "passed", "approve")):
        thing = role(text, text.rstrip(".").rsplit(" ", 1)[1], "patient")
        told.append(claim(text, event=attrs.evolve(event(text, verb, kind), roles=(thing,))))
    assert compare_polarity(*told) == []


def test_delayed_and_put_off_say_the_same_but_not_called_off() -> None:
    off = said("The opening of the line has been put off until May.", "put", "delay", "cancelled")
    late = said("The opening of the line has been delayed.", "opening", "open")
    assert compare_polarity(off, late) == []
    gone = said("The flight to Lagos was cancelled.", "flight", "flight", "cancelled")
    waited = said("The flight to Lagos was delayed by an hour.", "flight", "flight")
    assert [finding.verdict for finding in compare_polarity(gone, waited)] == ["conflict"]


def of_kind(no: tuple[str, str], yes: tuple[str, str], kind: str) -> list[float]:
    """Strengths of the conflict of two claims, given as text and trigger, the first one read as negated."""
    a, b = said(*no, kind, "negated"), said(*yes, kind)
    findings = compare_polarity(a, b)
    assert [finding.strength for finding in findings] == [finding.strength for finding in compare_polarity(b, a)]
    return [finding.strength for finding in findings if finding.verdict == "conflict"]


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        (("The rower did not retire.", "retire"), ("The rower retired, saying she had no choice.", "retired")),
        (("The rower did not retire.", "retire"), ("The rower, who had no choice, retired.", "retired")),
        (("The rower did not retire.", "retire"), ("The rower retired without a farewell.", "retired")),
        (("The rower did not retire.", "retire"), ("Not only did the rower retire but she wept.", "retire")),
        (("The No. 3 kiln was not lit.", "lit"), ("Potters lit the No. 3 kiln.", "lit")),
        (("The rower did not retire.", "retire"), ("The rower retired from No 10 crew.", "retired")),
        (("The rower stopped short of retiring.", "retiring"), ("The rower retired.", "retired")),
        (("The rower shied away from retiring.", "retiring"), ("The rower retired.", "retired")),
        (("The rower declined to retire.", "retire"), ("The rower retired.", "retired")),
        (("Marshals kept the rower from retiring.", "retiring"), ("The rower retired.", "retired")),
    ],
)
def test_a_negation_of_something_else_hides_no_conflict(no: tuple[str, str], yes: tuple[str, str]) -> None:
    [strength] = of_kind(no, yes, "retire")
    assert strength > 0.6


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        (("The rower did not retire.", "retire"), ("The rower, as expected, did not at all retire.", "retire")),
        (("The rower did not retire.", "retire"), ("Nobody said when the rower retired.", "retired")),
        (("The rower did not retire.", "retire"), ("A report that the rower had retired was untrue.", "retired")),
        (
            ("The dam on the Lona did not burst.", "burst"),
            ("The burst of the dam on the Lona did not happen.", "burst"),
        ),
        (("The rower did not retire.", "retire"), ("The rower swam on, and would not retire.", "swam")),
        (
            ("The rower failed to retire.", "retire"),
            ("The rower retired after failing once, then failed to win.", "retired"),
        ),
        (("All but one did not retire.", "retire"), ("Only one rower retired, and none of them wept.", "retired")),
        (("The rower hit the sandbank.", "hit"), ("The rower hit the sandbank.", "hit")),
    ],
)
def test_where_both_deny_nothing_is_in_dispute(no: tuple[str, str], yes: tuple[str, str]) -> None:
    assert of_kind(no, yes, "retire") == []


def test_a_long_negation_reaches_as_far_as_a_short_one() -> None:
    far = "The rower stopped short of quite suddenly retiring."
    further = "The rower did not, whatever the papers of the county had printed, retire."
    assert of_kind((far, "retiring"), ("The rower retired.", "retired"), "retire")[0] > 0.6
    assert of_kind((further, "retire"), ("The rower retired.", "retired"), "retire")[0] < 0.4


STRIKE = said("Rail workers will strike on Friday.", "strike", "strike", "planned")
NO_STRIKE = said("Rail workers did not strike on Friday.", "strike", "strike", "negated")
LAUNCHED = said("The rocket was launched.", "launched", "launch")
PUT_OFF = said("The launch of the rocket was postponed.", "launch", "launch", "cancelled")
MONDAY, TUESDAY = dt.date(2019, 3, 4), dt.date(2019, 3, 5)


@pytest.mark.parametrize(
    ("a", "b", "date_a", "date_b", "verdict"),
    [
        (STRIKE, NO_STRIKE, MONDAY, TUESDAY, "supersede"),
        (NO_STRIKE, STRIKE, TUESDAY, MONDAY, "supersede"),
        (STRIKE, NO_STRIKE, MONDAY, MONDAY, "conflict"),
        (STRIKE, NO_STRIKE, None, TUESDAY, "conflict"),
        (PUT_OFF, LAUNCHED, MONDAY, TUESDAY, "supersede"),
        (LAUNCHED, PUT_OFF, MONDAY, TUESDAY, "conflict"),
    ],
)
def test_a_plan_and_a_delay_are_overtaken_by_later_reports(a, b, date_a, date_b, verdict: str) -> None:
    [finding] = compare_polarity(a, b, date_a=date_a, date_b=date_b)
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("before", "trigger", "after"),
    [
        ("The minister has not resigned.", "resigned", "The minister resigned."),
        ("The minister has not yet resigned.", "resigned", "The minister has resigned."),
        ("The minister will not resign.", "resign", "The minister resigned."),
        ("The minister won't resign.", "resign", "The minister resigned."),
        ("The minister has no plans to resign.", "resign", "The minister resigned."),
        ("None of the ministers have resigned.", "resigned", "Two ministers resigned."),
    ],
)
def test_what_had_not_come_yet_may_come_later(before: str, trigger: str, after: str) -> None:
    no, yes = said(before, trigger, "resign", "negated"), said(after, "resigned", "resign")
    [later] = compare_polarity(no, yes, date_a=dt.date(2024, 3, 10), date_b=dt.date(2024, 3, 14))
    assert (later.verdict, later.sentence) == ("supersede", "Later report: it happened.")
    [reverse] = compare_polarity(no, yes, date_a=dt.date(2024, 3, 14), date_b=dt.date(2024, 3, 10))
    [undated] = compare_polarity(no, yes)
    assert reverse.verdict == undated.verdict == "conflict"


def test_what_did_not_happen_is_in_dispute_on_any_day() -> None:
    no = said("The minister did not resign.", "resign", "resign", "negated")
    [finding] = compare_polarity(no, RESIGNED, date_a=dt.date(2024, 3, 10), date_b=dt.date(2024, 3, 14))
    assert finding.verdict == "conflict"


def test_what_is_dated_before_the_denial_is_in_dispute() -> None:
    text = "The minister resigned on 8 March."
    yes = claim(text, event=event(text, "resigned", "resign", time=day(text, "8 March", "2024-03-08")))
    no = said("The minister has not resigned.", "resigned", "resign", "negated")
    [finding] = compare_polarity(no, yes, date_a=dt.date(2024, 3, 10), date_b=dt.date(2024, 3, 14))
    assert finding.verdict == "conflict"


@pytest.mark.parametrize(
    ("no", "yes", "trigger"),
    [
        ("The election was not rigged.", "The election was rigged.", "election"),
        ("The treaty was not signed by twelve countries.", "The treaty was signed by twelve countries.", "treaty"),
        ("The fire did not start in the kitchen.", "The fire started in the kitchen.", "fire"),
        ("The mayor was found not guilty of fraud.", "The mayor was found guilty of fraud.", "found"),
    ],
)
def test_what_one_denies_and_the_other_affirms_need_not_be_the_event(no: str, yes: str, trigger: str) -> None:
    [strength] = of_kind((no, trigger), (yes, trigger), trigger)
    assert strength > 0.6


@pytest.mark.parametrize(
    "no",
    [
        "It is no surprise that the rower retired.",
        "The rower did not say why she retired.",
        "No other rower was hurt when the rower retired.",
    ],
)
def test_the_denial_of_another_word_stays_harmless(no: str) -> None:
    assert all(strength < 0.4 for strength in of_kind((no, "retired"), ("The rower retired.", "retired"), "retire"))


def test_that_no_passenger_was_hurt_denies_no_death_of_another() -> None:
    no = said("No passengers were hurt.", "hurt", "injure", "negated")
    yes = said("Two passengers died.", "died", "die")
    assert all(finding.strength < 0.4 for finding in compare_polarity(no, yes))


def test_what_could_not_yet_be_confirmed_may_be_later_though_it_was_before() -> None:
    text = "Tests have confirmed that the general died on 8 March."
    yes = claim(text, event=event(text, "died", "die", time=day(text, "8 March", "2024-03-08")))
    no = said("Tests could not yet confirm that the general died.", "died", "die", "negated")
    [finding] = compare_polarity(no, yes, date_a=dt.date(2024, 3, 10), date_b=dt.date(2024, 3, 14))
    assert finding.verdict == "supersede"


def test_a_state_is_so_or_is_not() -> None:
    [finding] = compare_polarity(claim("The ship is safe."), claim("The ship is not safe.", factuality="negated"))
    assert finding.sentence == "One says that it is so, the other that it is not."
    opened = claim("The border is open."), claim("The border is not yet open.", factuality="negated")
    [later] = compare_polarity(*opened, date_a=dt.date(2024, 3, 14), date_b=dt.date(2024, 3, 10))
    assert later.sentence == "Later report: it is so."


@pytest.mark.parametrize(
    ("no", "word"),
    [
        ("The crew did not abandon the ferry and rescued twelve people.", "rescued"),
        ("The crew refused to leave and rescued twelve people.", "rescued"),
        ("The crew was not hurt but rescued twelve people.", "rescued"),
    ],
)
def test_what_a_denial_itself_affirms_is_not_in_dispute(no: str, word: str) -> None:
    yes = said("The crew rescued twelve people.", "rescued", "rescue")
    for kind in ("rescue", "leave"):
        assert all(f.strength < 0.1 for f in compare_polarity(said(no, word, kind, "negated"), yes))
    other = said("The crew did not rescue the captain and rescued the cook.", "rescue", "rescue", "negated")
    assert any(finding.strength > 0.5 for finding in compare_polarity(other, yes))
    both = said("The crew did not abandon or rescue anyone.", "rescue", "rescue", "negated")
    assert any(finding.strength > 0.5 for finding in compare_polarity(both, yes))


@pytest.mark.parametrize(
    ("a", "b", "verb", "kind"),
    [
        ("Leeds lost the first leg.", "Leeds won the second leg.", ("lost", "won"), "win"),
        ("The polls open on Monday.", "The polls close on Tuesday.", ("open", "close"), "open"),
    ],
)
def test_two_rounds_and_two_times_hardly_conflict(a: str, b: str, verb: tuple[str, str], kind: str) -> None:
    days = [
        (day(text, word, f"2024-03-0{at}"),) for text, word, at in ((a, "Monday", 4), (b, "Tuesday", 5)) if word in text
    ]
    times = days if len(days) == 2 else [(), ()]
    one, two = (said(text, word, kind, times=own) for text, word, own in zip((a, b), verb, times, strict=True))
    alike = said(b.replace("second", "first").replace("Tuesday", "Monday"), verb[1], kind)
    [weaker] = compare_polarity(one, two)
    [stronger] = compare_polarity(attrs.evolve(one, times=()), alike)
    assert weaker.verdict == stronger.verdict == "conflict"
    assert weaker.strength < stronger.strength
