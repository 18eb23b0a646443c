"""Edits on a few sentences: what they change, what label they give, and how they go together."""

from __future__ import annotations

import functools
import random

import pytest

from benchmarks.training.made_disputes import disputes
from benchmarks.training.made_edits import Edit, Sentence, render, tidy, with_article
from benchmarks.training.made_inflection import inflect
from benchmarks.training.made_keeping import order_edits, shorter_edits, synonym_edits, voice_edits, wrap_edits
from benchmarks.training.made_names import date_edits, place_edits, role_edits
from benchmarks.training.made_numbers import number_edits, to_words, written
from benchmarks.training.made_pairs import PIPELINE, MadeExample, allotted, doubtful, edits_of
from benchmarks.training.made_polarity import antonym_edits, factuality_edits, negation_edits, quantifier_edits
from benchmarks.training.made_sources import detokenised, well_formed
from claimcheck.claims.nlp import load_pipeline

needs_weights = pytest.mark.weights


@functools.cache
def sentence(text: str) -> Sentence:
    return Sentence(load_pipeline(PIPELINE)(text), "test")


def made(maker, text: str, kind: str, tries: int = 12) -> dict[str, tuple[str, str]]:
    """What the edits of a kind give under a dozen seeds: text to labels forward and backward."""
    found = {}
    for seed in range(tries):
        for edit in maker(sentence(text), random.Random(seed)):
            if edit.kind == kind:
                found[render(sentence(text), [edit])] = (edit.forward, edit.backward)
    return found


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [
        ("rise", "VBD", "rose"),
        ("win", "VBN", "won"),
        ("carry", "VBZ", "carries"),
        ("ban", "VBD", "banned"),
        ("step down", "VBD", "stepped down"),
        ("city", "NNS", "cities"),
        ("make", "VBG", "making"),
    ],
)
def test_inflection(lemma: str, tag: str, form: str) -> None:
    assert inflect(lemma, tag) == form


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("It began in 1990 , he said .", "It began in 1990, he said."),
        ("The band -LRB- from Leeds -RRB- split .", "The band (from Leeds) split."),
    ],
)
def test_tokenised_text_becomes_plain(raw: str, clean: str) -> None:
    assert detokenised(raw) == clean


@pytest.mark.parametrize(
    "text",
    [
        "Too short.",
        "We think that this is a sentence about us.",
        "it does not begin with a capital letter at all.",
        "The title character in Joseph such as the title character in Joseph sang.",
        "This is the first sentence here. This is another.",
    ],
)
def test_ill_formed_text_is_left_out(text: str) -> None:
    assert not well_formed(text)


def test_numbers_are_written_like_the_ones_they_replace() -> None:
    assert written(43, "34") == "43"
    assert written(12400, "11,900") == "12,400"
    assert written(2.5, "3.1") == "2.5"
    assert written(14, "twelve") == "fourteen"
    assert to_words(47) == "forty-seven"


def test_articles_and_full_stops() -> None:
    assert with_article("hour") == "an hour"
    assert with_article("European", "A") == "A European"
    assert tidy("it rose , it fell.", ("Officials said that ", ".")) == "Officials said that it rose, it fell."


@needs_weights
def test_bounds_follow_logic() -> None:
    text = "The fire killed 60 people in the north of the country."
    around = made(number_edits, text, "bound_around")
    assert around
    assert set(around.values()) == {("entailment", "neutral")}
    outside = made(number_edits, text, "bound_outside")
    assert set(outside.values()) == {("contradiction", "contradiction")}
    inside = made(number_edits, "The fire killed more than 60 people in the north.", "bound_inside")
    assert set(inside.values()) == {("neutral", "entailment")}


@needs_weights
def test_units_convert_rightly_and_wrongly() -> None:
    text = "The new road runs 50 kilometres along the coast."
    assert "The new road runs 31.1 miles along the coast." in made(number_edits, text, "unit_converted")
    wrong = made(number_edits, text, "unit_misconverted")
    assert wrong
    assert not any(" 31.1 miles" in changed for changed in wrong)
    assert not made(number_edits, "The road runs 50 kilometres (31 mi) along the coast.", "unit_converted")


@needs_weights
def test_names_with_numbers_stay() -> None:
    assert not made(number_edits, "The Boeing 747 landed in the city on time.", "number_changed")


@needs_weights
def test_dates_change_and_change_form() -> None:
    text = "The bridge was opened on March 4, 1998 by the mayor."
    forms = made(date_edits, text, "date_format")
    assert "The bridge was opened on 4 March 1998 by the mayor." in forms
    assert set(forms.values()) == {("entailment", "entailment")}
    assert set(made(date_edits, text, "year_changed").values()) == {("contradiction", "contradiction")}
    assert set(made(date_edits, text, "date_coarser").values()) == {("entailment", "neutral")}
    assert "The bridge was opened on Wednesday, March 4, 1998 by the mayor." in made(date_edits, text, "weekday_added")


@needs_weights
def test_a_city_gives_way_to_another_city() -> None:
    changed = made(place_edits, "The company was founded in Chicago by two brothers.", "place_changed")
    assert changed
    assert not any("France" in text or "Chicago" in text for text in changed)


@needs_weights
def test_roles_swap_only_where_they_cannot_hold_both_ways() -> None:
    assert made(role_edits, "Spain defeated Brazil in the final.", "roles_swapped") == {
        "Brazil defeated Spain in the final.": ("contradiction", "contradiction")
    }
    assert not made(role_edits, "Spain met Brazil in the final.", "roles_swapped")


@needs_weights
@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The court rejected the appeal in June.", "The court did not reject the appeal in June."),
        ("The road is closed to all lorries.", "The road is not closed to all lorries."),
        ("The minister will visit the region.", "The minister won't visit the region."),
    ],
)
def test_negation_is_put_in(text: str, negated: str) -> None:
    assert negated in made(negation_edits, text, "negation_added", 40)


@needs_weights
def test_negation_is_taken_out() -> None:
    assert made(negation_edits, "The club did not sell the player.", "negation_removed") == {
        "The club sold the player.": ("contradiction", "contradiction")
    }


@needs_weights
def test_what_may_be_is_not_negated() -> None:
    assert not made(negation_edits, "The minister may visit the region.", "negation_added")
    assert not made(negation_edits, "Some villages were flooded last week.", "negation_added")


@needs_weights
def test_antonyms_leave_negated_sentences_alone() -> None:
    assert "Prices fell in March, the bank said." in made(
        antonym_edits, "Prices rose in March, the bank said.", "antonym"
    )
    assert not made(antonym_edits, "Prices did not rise in March.", "antonym")


@needs_weights
def test_factuality() -> None:
    text = "The company bought the factory in May."
    hedged = made(factuality_edits, text, "hedged")
    assert "The company may have bought the factory in May." in hedged
    assert set(hedged.values()) == {("neutral", "neutral")}
    assert set(made(factuality_edits, text, "denied").values()) == {("contradiction", "contradiction")}


@needs_weights
def test_quantifiers_by_logic() -> None:
    stronger = made(quantifier_edits, "Most schools in the town were closed.", "quantifier_stronger")
    assert stronger == {"All schools in the town were closed.": ("neutral", "entailment")}
    assert not made(quantifier_edits, "His most famous book was sold.", "quantifier")


@needs_weights
def test_voice_keeps_the_meaning() -> None:
    assert made(voice_edits, "The army destroyed the bridge in May.", "passive") == {
        "The bridge was destroyed by the army in May.": ("entailment", "entailment")
    }
    assert "Kurosawa directed the film in 1954." in made(
        voice_edits, "The film was directed by Kurosawa in 1954.", "active"
    )


@needs_weights
def test_phrases_move_and_drop() -> None:
    text = "The company moved its factory to Poland in 2009."
    assert "In 2009, the company moved its factory to Poland." in made(order_edits, text, "reordered")
    assert made(shorter_edits, text, "adjunct_dropped")["The company moved its factory to Poland."] == (
        "entailment",
        "neutral",
    )
    assert not made(shorter_edits, "No company moved its factory to Poland in 2009.", "adjunct_dropped")


@needs_weights
def test_edits_go_together_or_not_at_all() -> None:
    text = "The company moved 34 machines to Poland in 2009."
    one = sentence(text)
    moved = next(edit for edit in order_edits(one, random.Random(1)) if edit.kind == "reordered")
    changed = Edit("number_changed", "contradiction", "contradiction", ((18, 20, "43"),))
    said = Edit("attributed", "entailment", "entailment", wrap=("Officials said that ", "."))
    assert (
        render(one, [changed, moved, said]) == "Officials said that in 2009, the company moved 43 machines to Poland."
    )
    overlapping = Edit("other", "entailment", "entailment", ((18, 20, "thirty-four"),))
    assert render(one, [changed, overlapping]) is None


@needs_weights
def test_synonyms_take_the_form_of_the_verb() -> None:
    assert "The bank purchased the building." in made(synonym_edits, "The bank bought the building.", "synonym")


@needs_weights
def test_attribution_is_not_put_twice() -> None:
    assert not made(wrap_edits, "The town was empty, officials said.", "attributed")


@needs_weights
def test_same_seed_same_edits() -> None:
    one = sentence("On 4 March 1998, 34 people bought houses in Poland.")
    first, second = (edits_of(one, random.Random(3), [], []) for _ in range(2))
    assert first == second


def test_allotment_fills_up_from_the_common_kinds() -> None:
    given = allotted({"rare": 10, "common": 1000, "other": 1000}, 300)
    assert given["rare"] == 9
    assert sum(given.values()) == 300


def test_over_a_stretch_of_time_is_no_bound() -> None:
    spent = "It spent 90 billion over 10 years.", "It spent 90 billion more than 10 years."
    assert doubtful(MadeExample(*spent, 0, "test", kind="comparator_same"))
    killed = "It killed over 10 people.", "It killed more than 10 people."
    assert not doubtful(MadeExample(*killed, 0, "test", kind="comparator_same"))


AGREEMENT = {
    "a": "The minister resigned after a 50-minute call on Friday.",
    "b": "On Friday, when they had talked for 50 minutes, the minister stepped down.",
    "relation": "agreement",
}


@needs_weights
def test_a_dispute_is_made_of_a_value_that_both_tell() -> None:
    found = [row for seed in range(6) for row in disputes([AGREEMENT], seed=seed)]
    assert {row["kind"] for row in found} & {"number_changed", "unit_changed"}
    for row in found:
        assert row["relation"] == "contradiction"
        assert len({row["a"], row["b"]} & {AGREEMENT["a"], AGREEMENT["b"]}) == 1


@needs_weights
def test_no_dispute_is_made_of_what_only_one_tells() -> None:
    other = AGREEMENT | {"b": "The minister stepped down after a call."}
    assert not [row for seed in range(6) for row in disputes([other], seed=seed)]
