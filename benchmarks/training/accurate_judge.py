"""The stages of the accurate judge, an adapter over all-mpnet-base-v2.

Human-written NLI pairs (judge_data.py) with made conflicts and agreements (made_pairs.py); pairs labelled with the
five relations (relation_data.py), with a share of the first; all of these again, where now every pair answers both
questions in either order; relations once more, with the claims of articles, which `compare` asks about; then the last
two again, with other pairs and with more, and the last once more with those that were written since; then a long one
over NLI, most of it not seen before, a long one over relations, and one over both with what was written since; from
the mean of the last two one over NLI and one over sentences of sets of articles; the mean of that mean and the last, a
stage over plainly told sets, and again the mean; one over sets in which each outlet tells all in its own words and
over conflicts made from agreements, which has a quarter of the say; a long one over everything, stopped early, and one
like it that also sees how articles begin, which has a quarter of the say; and one over real news, which has half of
it; from that mean one over more real news and rumours, and one over what newsrooms tell in other words, which has
half; and from that mean one over sentences from the middle of articles, which has half again; and from that mean one
over sentences of one article, which cannot contradict each other, and one over pairs that are built alike, which has
half; and from that mean one over long sentences that differ in one detail, and from the mean with that one over as many
that agree as differ, which has half. From the eighth on a stage sees exactly what the shipped model saw; the earlier
ones now see what was written after them, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from benchmarks.training.accurate_mixes import (
    FIFTH_CAPS,
    FIFTH_TWICE,
    REPEATED,
    SEED,
    SENTENCES,
    SETS_FOURTEENTH,
    SETS_THIRTEENTH,
    SETS_TWELFTH,
    SIXTEENTH_AGAIN,
    beside_one_article,
    built_alike,
    details_as_often_alike,
    long_again,
    middle_of_articles,
    mostly_nli,
    mostly_relations,
    mostly_sets,
    nli_again,
    nli_and_relations,
    one_article,
    one_detail,
    other_words,
    plain_sets,
    real_news,
    rumours,
    sets_in_other_words,
)
from benchmarks.training.averaging import average
from benchmarks.training.judge_data import written_nli
from benchmarks.training.mixing import (
    EITHER_MADE,
    LONGEST,
    asked_either_way,
    capped,
    some,
)
from benchmarks.training.relation_data import (
    claims_in_sets,
    in_ecbplus,
    in_sets,
    leads_in_sets,
    repeated,
    same_point,
    written,
)
from claimcheck.judging.adapter import ADAPTER_FILE, Adapter
from claimcheck.judging.base_model import base_model_dir
from claimcheck.judging.language_model import FAST, judge_folder
from claimcheck.training.examples import Example, either_way
from claimcheck.training.loop import Recipe, train

LAYERS = Adapter(first=2, rank=32)


def _stage(rate: float, *, seed: int) -> Recipe:
    return Recipe(rate=rate, seed=seed, longest=128, swap=0.5, save_every=200, adapter=LAYERS)


FIRST = Recipe(rate=3e-4, seed=7, longest=128, save_every=200, stop=1_200, adapter=LAYERS)
SECOND = _stage(2.5e-4, seed=9)
CAPS: Mapping[str, int] = {
    "snli.train": 36_000,
    "mnli.train": 13_000,
    "snli_counterfactual.train": 9_000,
    "conjnli.train": 3_000,
    "creak.train": 2_000,
    "breaking_nli.train": 1_500,
    "scone.train": 1_500,
    "ecbplus_pairs.train": 1_500,
}
MADE = 12_000
REPLAYED = 18_000
"""Pairs of the first stage that the second one sees again."""
THIRD = _stage(2e-4, seed=11)
FOURTH = _stage(1.5e-4, seed=12)
EITHER_REPLAYED, POINTS_REPLAYED = 7_000, 2_000
"""Pairs of the third stage that the fourth one sees again."""
FIFTH = _stage(1.5e-4, seed=14)
FIFTH_MADE = 10_000
SIXTH = _stage(1.5e-4, seed=15)
FIFTH_REPLAYED = 7_000
"""Pairs of the fifth stage that the sixth one sees again."""
SEVENTH = _stage(1.2e-4, seed=17)
WRITTEN_BEFORE, NLI_BEFORE = 12_346, 2_000
"""Written pairs, and written pairs of natural language inference, that the sixth stage knew."""
SEVENTH_GENERAL, SEVENTH_POINTS, SEVENTH_WRITTEN, SEVENTH_NLI, SEVENTH_REPEATED = 4_500, 1_200, 4_000, 1_000, 200
"""Pairs of each kind that the seventh stage sees again, once; what is new it sees twice."""
EIGHTH = _stage(2e-4, seed=19)
NINTH = _stage(1.5e-4, seed=20)
TENTH = _stage(1.5e-4, seed=22)
ELEVENTH = _stage(1.5e-4, seed=23)
TWELFTH = _stage(1.5e-4, seed=24)
THIRTEENTH = attrs.evolve(_stage(1.5e-4, seed=26), stop=400)
FOURTEENTH = attrs.evolve(_stage(1.5e-4, seed=27), stop=200)
FIFTEENTH = attrs.evolve(_stage(2e-4, seed=28), stop=1_000)
SIXTEENTH = _stage(1.5e-4, seed=29)
SEVENTEENTH = _stage(1.2e-4, seed=33)
EIGHTEENTH = _stage(1.2e-4, seed=35)
NINETEENTH = _stage(1.2e-4, seed=37)
TWENTIETH = _stage(1.2e-4, seed=39)
TWENTYFIRST = _stage(1.2e-4, seed=43)
TWENTYSECOND = _stage(1.2e-4, seed=45)
TWENTYTHIRD = _stage(1.2e-4, seed=46)
TWENTYFOURTH = _stage(1.2e-4, seed=47)


def train_accurate(data: Path, human: list[Example], made: list[Example], output: Path) -> None:
    """All stages; a stage that is done is not done again, one that was stopped goes on.

    Args:
        data: folder with the data sets.
        human: human-written pairs.
        made: made pairs.
        output: folder that the adapter is written to, each stage but the last in a folder of its own there.
    """
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth = (output / name for name in names)
    mean, eleventh, twelfth = (output / name for name in ("mean_of_ninth_and_tenth", "eleventh", "twelfth"))
    second_mean, thirteenth = (output / name for name in ("mean_of_mean_and_twelfth", "thirteenth"))
    third_mean, fourteenth = (output / name for name in ("mean_of_mean_and_thirteenth", "fourteenth"))
    fourth_mean, fifth_mean = (output / name for name in ("mean_of_mean_and_fourteenth", "mean_of_means"))
    fifteenth, sixteenth, sixth_mean = (output / name for name in ("fifteenth", "sixteenth", "mean_with_sixteenth"))
    seventh_mean, seventeenth = (output / name for name in ("mean_of_means_again", "seventeenth"))
    eighth_mean, eighteenth, nineteenth = (output / name for name in ("mean_with_news", "eighteenth", "nineteenth"))
    ninth_mean, twentieth = (output / name for name in ("mean_with_newsrooms", "twentieth"))
    tenth_mean, twentyfirst = (output / name for name in ("mean_with_middles", "twentyfirst"))
    twentysecond, eleventh_mean, twentythird = (
        output / name for name in ("twentysecond", "mean_with_look_alikes", "twentythird")
    )
    twelfth_mean, twentyfourth = (output / name for name in ("mean_with_details", "twentyfourth"))
    general = capped(human, CAPS)
    general = [e for e in general if len(e.premise) + len(e.hypothesis) < LONGEST]
    general += some(made, MADE, seed=1)
    _adapt(first, general + written(0), FIRST, order=3)
    mixed = some(general, REPLAYED, seed=5) + same_point(data)
    for epoch in (1, 2):
        mixed += written(epoch) + in_sets(epoch) + in_ecbplus(data, epoch)
    _adapt(second, mixed, SECOND, order=4, start_from=first)
    either = asked_either_way(data, some(made, EITHER_MADE, seed=2), seed=SEED + 1)
    mixed = either + same_point(data) + written(2) + in_sets(2) + in_ecbplus(data, 2)
    _adapt(third, mixed, THIRD, order=6, start_from=second)
    mixed = some(either, EITHER_REPLAYED, seed=7) + some(same_point(data), POINTS_REPLAYED, seed=7)
    for epoch in (3, 4):
        mixed += written(epoch) + claims_in_sets(epoch) + in_ecbplus(data, epoch)
    _adapt(fourth, mixed + in_sets(3), FOURTH, order=8, start_from=third)
    again = asked_either_way(
        data, some(made, FIFTH_MADE, seed=5), caps=FIFTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 3
    ) + same_point(data)
    _adapt(fifth, again, FIFTH, order=9, start_from=fourth)
    mixed = some(again, FIFTH_REPLAYED, seed=10) + some(same_point(data), POINTS_REPLAYED, seed=10)
    for epoch in (5, 6):
        mixed += written(epoch) + claims_in_sets(epoch) + in_ecbplus(data, epoch)
        mixed += [either_way(e) for e in written_nli()]
    mixed += some(in_sets(5), SENTENCES, seed=12) + repeated(REPEATED, seed=16)
    _adapt(sixth, mixed, SIXTH, order=11, start_from=fifth)
    general = asked_either_way(
        data, some(made, EITHER_MADE, seed=31), caps=FIFTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 6
    ) + same_point(data)
    mixed = some(general, SEVENTH_GENERAL, seed=32) + some(same_point(data), SEVENTH_POINTS, seed=33)
    mixed += written(21)[WRITTEN_BEFORE:] + written(22)[WRITTEN_BEFORE:]
    mixed += some(written(21)[:WRITTEN_BEFORE], SEVENTH_WRITTEN, seed=34)
    mixed += claims_in_sets(21) + in_ecbplus(data, 21)
    nli = [either_way(e) for e in written_nli()]
    mixed += nli[NLI_BEFORE:] * 2 + some(nli[:NLI_BEFORE], SEVENTH_NLI, seed=35)
    mixed += some(in_sets(21), SENTENCES, seed=36) + repeated(SEVENTH_REPEATED, seed=37)
    _adapt(seventh, mixed, SEVENTH, order=38, start_from=sixth)
    _adapt(eighth, mostly_nli(data, made), EIGHTH, order=58, start_from=seventh)
    _adapt(ninth, mostly_relations(data, made), NINTH, order=68, start_from=eighth)
    _adapt(tenth, nli_and_relations(data, made), TENTH, order=88, start_from=ninth)
    average(ninth, tenth, mean)
    _adapt(eleventh, nli_again(data, made), ELEVENTH, order=98, start_from=mean)
    _adapt(twelfth, mostly_sets(data, made), TWELFTH, order=108, start_from=eleventh)
    average(mean, twelfth, second_mean)
    _adapt(thirteenth, plain_sets(data, made), THIRTEENTH, order=128, start_from=second_mean)
    average(second_mean, thirteenth, third_mean)
    _adapt(fourteenth, sets_in_other_words(data, made), FOURTEENTH, order=148, start_from=third_mean)
    average(third_mean, fourteenth, fourth_mean)
    average(third_mean, fourth_mean, fifth_mean)
    _adapt(fifteenth, long_again(data, made), FIFTEENTH, order=158, start_from=fifth_mean)
    again = some(long_again(data, made), SIXTEENTH_AGAIN, seed=181) + leads_in_sets(
        181, (*SETS_TWELFTH, *SETS_THIRTEENTH, *SETS_FOURTEENTH)
    )
    _adapt(sixteenth, again, SIXTEENTH, order=168, start_from=fifteenth)
    average(fifth_mean, sixteenth, sixth_mean)
    average(fifth_mean, sixth_mean, seventh_mean)
    _adapt(seventeenth, real_news(data, made), SEVENTEENTH, order=201, start_from=seventh_mean)
    average(seventh_mean, seventeenth, eighth_mean)
    _adapt(eighteenth, rumours(data, made), EIGHTEENTH, order=221, start_from=eighth_mean)
    _adapt(nineteenth, other_words(data, made), NINETEENTH, order=251, start_from=eighteenth)
    average(eighth_mean, nineteenth, ninth_mean)
    _adapt(twentieth, middle_of_articles(data, made), TWENTIETH, order=341, start_from=ninth_mean)
    average(ninth_mean, twentieth, tenth_mean)
    of_sets, of_news = one_article(data, judge_folder(FAST), tenth_mean)
    again, relations = beside_one_article(data, made)
    mixed = of_sets + of_news + again + relations
    _adapt(twentyfirst, mixed, TWENTYFIRST, order=411, start_from=tenth_mean)
    mixed = built_alike(of_sets, again, relations)
    _adapt(twentysecond, mixed, TWENTYSECOND, order=424, start_from=twentyfirst)
    average(tenth_mean, twentysecond, eleventh_mean)
    mixed = one_detail(of_sets, again, relations)
    _adapt(twentythird, mixed, TWENTYTHIRD, order=434, start_from=eleventh_mean)
    average(eleventh_mean, twentythird, twelfth_mean)
    mixed = details_as_often_alike(again, relations)
    _adapt(twentyfourth, mixed, TWENTYFOURTH, order=444, start_from=twelfth_mean)
    average(eleventh_mean, twentyfourth, output)


def _adapt(
    output: Path, examples: list[Example], recipe: Recipe, *, order: int, start_from: Path | None = None
) -> None:
    """One stage of the adapter: the examples shuffled with the seed `order`, after another stage; not if it is done."""
    if not (output / "recipe.json").is_file():
        adapter = None if start_from is None else start_from / ADAPTER_FILE
        train(base_model_dir(), some(examples, len(examples), seed=order), output, recipe, start_from=adapter)
