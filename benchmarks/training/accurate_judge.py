"""The stages of the accurate judge, an adapter over all-mpnet-base-v2.

Human-written NLI pairs (judge_data.py) with made conflicts and agreements (made_pairs.py); pairs labelled with the five
relations (relation_data.py), with a share of the first; all of these again, where now every pair answers both questions
in either order; relations once more, with the claims of articles, which `compare` asks about; then the last two again,
with other pairs and with more, and the last once more with those that were written since; then a long one over NLI,
most of it not seen before, a long one over relations, and one over both with what was written since; from the mean of
the last two one over NLI and one over sentences of sets of articles; the mean of that mean and the last, a stage over
plainly told sets, and again the mean; one over sets in which each outlet tells all in its own words and over conflicts
made from agreements, which has a quarter of the say; a long one over everything, stopped early, and one like it that
also sees how articles begin, which has a quarter of the say; and one over real news, which has half of it; from
that mean one over more real news and rumours, and one over what newsrooms tell in other words, which has half; and from
that mean one over sentences from the middle of articles, which has half again. From the eighth on a stage sees
exactly what the shipped model saw; the earlier ones now see what was written after them, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from benchmarks.training.averaging import average
from benchmarks.training.judge_data import invented_nli, written_hypotheses, written_nli
from benchmarks.training.made_disputes import made_disputes
from benchmarks.training.mixing import (
    EITHER_CAPS,
    EITHER_MADE,
    LONGEST,
    asked_either_way,
    capped,
    some,
)
from benchmarks.training.news_pairs import Repeats, in_news
from benchmarks.training.relation_data import (
    across_in_articles,
    claims_in_sets,
    in_articles,
    in_ecbplus,
    in_later_sets,
    in_other_words,
    in_sets,
    leads_in_sets,
    repeated,
    same_point,
    written,
)
from benchmarks.training.rumours import in_rumours
from claimcheck.judging.adapter import ADAPTER_FILE, Adapter
from claimcheck.judging.base_model import base_model_dir
from claimcheck.training.examples import Example, either_way
from claimcheck.training.loop import Recipe, train

SEED = 7

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
FIFTH_CAPS: Mapping[str, int] = {**EITHER_CAPS, "snli.train": 16_000, "conjnli.train": 1_500}
FIFTH_MADE = 10_000
FIFTH_TWICE = ("fever_symmetric.train", "negation_nli.train")
SIXTH = _stage(1.5e-4, seed=15)
FIFTH_REPLAYED = 7_000
"""Pairs of the fifth stage that the sixth one sees again."""
SENTENCES, REPEATED = 2_000, 300
"""Pairs of sentences of the sets of articles, and sentences that are paired with themselves, in the sixth stage."""
SEVENTH = _stage(1.2e-4, seed=17)
WRITTEN_BEFORE, NLI_BEFORE = 12_346, 2_000
"""Written pairs, and written pairs of natural language inference, that the sixth stage knew."""
SEVENTH_GENERAL, SEVENTH_POINTS, SEVENTH_WRITTEN, SEVENTH_NLI, SEVENTH_REPEATED = 4_500, 1_200, 4_000, 1_000, 200
"""Pairs of each kind that the seventh stage sees again, once; what is new it sees twice."""
EIGHTH = _stage(2e-4, seed=19)
EIGHTH_CAPS: Mapping[str, int] = {
    "snli.train": 24_000,
    "snli_counterfactual.train": 5_500,
    "conjnli.train": 2_500,
    "creak.train": 4_000,
    "breaking_nli.train": 1_000,
    "scone.train": 1_000,
    "ecbplus_pairs.train": 1_000,
}
LONG_MADE = 5_000
"""Made pairs that the two long stages draw from."""
RELATIONS_BEFORE, HYPOTHESES_BEFORE = 16_426, 9_417
"""Written pairs, and written hypotheses, that the eighth stage knew."""
EIGHTH_WRITTEN, EIGHTH_CLAIMS, EIGHTH_ECBPLUS, EIGHTH_SENTENCES, EIGHTH_POINTS = 5_000, 2_000, 800, 500, 600
"""Pairs labelled with relations that the eighth stage sees again."""
NINTH = _stage(1.5e-4, seed=20)
NINTH_CAPS: Mapping[str, int] = {**FIFTH_CAPS, "snli.train": 14_000}
NINTH_GENERAL, NINTH_POINTS, NINTH_HYPOTHESES, NINTH_NLI, NINTH_REPEATED = 7_000, 900, 3_500, 900, 200
"""Pairs of each kind that the ninth stage sees again, beside all relations; new written pairs it sees twice."""
TENTH = _stage(1.5e-4, seed=22)
RELATIONS_NINTH, HYPOTHESES_NINTH = 20_024, 15_150
"""Written pairs, and written hypotheses, that the ninth stage knew."""
TENTH_CAPS: Mapping[str, int] = {**EIGHTH_CAPS, "snli.train": 14_000}
TENTH_GENERAL, TENTH_POINTS, TENTH_HYPOTHESES, TENTH_NLI, TENTH_REPEATED = 12_500, 900, 2_000, 700, 200
TENTH_WRITTEN, TENTH_SENTENCES = 5_000, 1_200
"""Pairs of each kind that the tenth stage sees again; new written pairs it sees twice."""
ELEVENTH = _stage(1.5e-4, seed=23)
ELEVENTH_CAPS: Mapping[str, int] = {**EIGHTH_CAPS, "snli.train": 20_000}
ELEVENTH_GENERAL, ELEVENTH_HYPOTHESES, ELEVENTH_INVENTED, ELEVENTH_WRITTEN = 18_000, 1_500, 1_000, 1_500
"""Pairs of each kind that the eleventh stage sees."""
SETS_TENTH = ("aa", "ab", "ac")
"""Files of later sets that the tenth stage knew."""
TWELFTH = _stage(1.5e-4, seed=24)
TWELFTH_GENERAL, TWELFTH_POINTS, TWELFTH_HYPOTHESES, TWELFTH_NLI, TWELFTH_REPEATED = 6_000, 900, 1_000, 500, 200
TWELFTH_WRITTEN, TWELFTH_SENTENCES = 9_000, 1_500
"""Pairs of each kind that the twelfth stage sees, beside the later sets, twice, and all labelled claims."""
SETS_TWELFTH = tuple("aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq ar".split())
"""Files of later sets that the twelfth stage knew."""
SETS_THIRTEENTH = tuple("ca cb cc cd ce cf cg".split())
"""Files of later sets that are new in the thirteenth stage."""
SETS_FOURTEENTH = tuple("da db dc dd de df dg".split())
"""Files of later sets that are new in the fourteenth stage."""
THIRTEENTH = attrs.evolve(_stage(1.5e-4, seed=26), stop=400)
THIRTEENTH_GENERAL, THIRTEENTH_POINTS, THIRTEENTH_HYPOTHESES, THIRTEENTH_NLI, THIRTEENTH_REPEATED = (
    5_000,
    600,
    900,
    300,
    150,
)
THIRTEENTH_WRITTEN, THIRTEENTH_CLAIMS, THIRTEENTH_LATER, THIRTEENTH_SENTENCES = 5_000, 3_000, 4_000, 900
"""Pairs of each kind that the thirteenth stage sees again; the sentences of new sets it sees twice."""
FOURTEENTH = attrs.evolve(_stage(1.5e-4, seed=27), stop=200)
FOURTEENTH_GENERAL, FOURTEENTH_POINTS, FOURTEENTH_HYPOTHESES, FOURTEENTH_NLI, FOURTEENTH_REPEATED = (
    900,
    150,
    250,
    80,
    60,
)
FOURTEENTH_DISPUTES, FOURTEENTH_WRITTEN, FOURTEENTH_CLAIMS = 1_900, 1_200, 600
FOURTEENTH_PLAIN, FOURTEENTH_LATER, FOURTEENTH_ECBPLUS = 700, 400, 200
"""Pairs of each kind that the fourteenth stage sees, beside the sentences of new sets."""

FIFTEENTH = attrs.evolve(_stage(2e-4, seed=28), stop=1_000)
FIFTEENTH_CAPS: Mapping[str, int] = {
    "snli.train": 28_000,
    "snli_counterfactual.train": 9_000,
    "conjnli.train": 2_000,
    "creak.train": 4_500,
    "breaking_nli.train": 1_500,
    "scone.train": 1_500,
    "ecbplus_pairs.train": 1_000,
}
FIFTEENTH_MADE, FIFTEENTH_HYPOTHESES, FIFTEENTH_POINTS = 7_000, 22_000, 1_000
FIFTEENTH_WRITTEN, FIFTEENTH_ECBPLUS, FIFTEENTH_CLAIMS, FIFTEENTH_DISPUTES = 14_000, 1_200, 3_500, 2_400
FIFTEENTH_PLAIN, FIFTEENTH_LATER, FIFTEENTH_SENTENCES, FIFTEENTH_REPEATED = 3_500, 5_000, 600, 200
"""Pairs of each kind that the fifteenth stage draws from, beside the sentences of the sets of the fourteenth."""
SIXTEENTH = _stage(1.5e-4, seed=29)
SIXTEENTH_AGAIN = 33_000
"""Pairs like those of the fifteenth stage that the sixteenth sees, beside how articles begin."""
SEVENTEENTH = _stage(1.2e-4, seed=33)
SEVENTEENTH_AGAIN, SEVENTEENTH_CLAIMS, SEVENTEENTH_LATER, SEVENTEENTH_DISPUTES = 21_000, 2_500, 3_000, 800
"""Pairs of each kind that the seventeenth stage sees, beside those of ECB+ and of real news."""
SEVENTEENTH_NEWS = Repeats(drawn=2, rare=3, sought=3)
EIGHTEENTH = _stage(1.2e-4, seed=35)
EIGHTEENTH_AGAIN, EIGHTEENTH_CLAIMS, EIGHTEENTH_LATER, EIGHTEENTH_DISPUTES = 26_000, 2_500, 3_000, 900
"""The same for the eighteenth stage, which sees rumours, too."""
EIGHTEENTH_NEWS = Repeats(drawn=1, rare=2, sought=2, new=4)
NINETEENTH = _stage(1.2e-4, seed=37)
NINETEENTH_AGAIN, NINETEENTH_CLAIMS, NINETEENTH_LATER, NINETEENTH_DISPUTES = 6_500, 1_200, 1_200, 300
"""The same for the nineteenth stage, beside what newsrooms tell in other words, three times."""
NINETEENTH_NEWS = Repeats(drawn=1, rare=0, sought=1, new=1)
TWENTIETH = _stage(1.2e-4, seed=39)
TWENTIETH_AGAIN, TWENTIETH_CLAIMS, TWENTIETH_LATER, TWENTIETH_DISPUTES = 4_000, 2_500, 4_000, 400
"""The same for the twentieth stage, beside sentences from the middle of articles, twice, and across their points."""
TWENTIETH_NEWS = Repeats(drawn=1, rare=0, sought=1, new=1)


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
    _adapt(eighth, _mostly_nli(data, made), EIGHTH, order=58, start_from=seventh)
    _adapt(ninth, _mostly_relations(data, made), NINTH, order=68, start_from=eighth)
    _adapt(tenth, _both(data, made), TENTH, order=88, start_from=ninth)
    average(ninth, tenth, mean)
    _adapt(eleventh, _nli_again(data, made), ELEVENTH, order=98, start_from=mean)
    _adapt(twelfth, _mostly_sets(data, made), TWELFTH, order=108, start_from=eleventh)
    average(mean, twelfth, second_mean)
    _adapt(thirteenth, _plain_sets(data, made), THIRTEENTH, order=128, start_from=second_mean)
    average(second_mean, thirteenth, third_mean)
    _adapt(fourteenth, _in_other_words(data, made), FOURTEENTH, order=148, start_from=third_mean)
    average(third_mean, fourteenth, fourth_mean)
    average(third_mean, fourth_mean, fifth_mean)
    _adapt(fifteenth, _long_again(data, made), FIFTEENTH, order=158, start_from=fifth_mean)
    again = some(_long_again(data, made), SIXTEENTH_AGAIN, seed=181) + leads_in_sets(
        181, (*SETS_TWELFTH, *SETS_THIRTEENTH, *SETS_FOURTEENTH)
    )
    _adapt(sixteenth, again, SIXTEENTH, order=168, start_from=fifteenth)
    average(fifth_mean, sixteenth, sixth_mean)
    average(fifth_mean, sixth_mean, seventh_mean)
    _adapt(seventeenth, _real_news(data, made), SEVENTEENTH, order=201, start_from=seventh_mean)
    average(seventh_mean, seventeenth, eighth_mean)
    _adapt(eighteenth, _rumours(data, made), EIGHTEENTH, order=221, start_from=eighth_mean)
    _adapt(nineteenth, _other_words(data, made), NINETEENTH, order=251, start_from=eighteenth)
    average(eighth_mean, nineteenth, ninth_mean)
    _adapt(twentieth, _middle_of_articles(data, made), TWENTIETH, order=341, start_from=ninth_mean)
    average(ninth_mean, twentieth, output)


def _mostly_nli(data: Path, made: list[Example]) -> list[Example]:
    """What the eighth stage sees."""
    made = some(made, LONG_MADE, seed=51)
    mixed = asked_either_way(data, made, caps=EIGHTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 8)
    mixed += some(same_point(data), EIGHTH_POINTS, seed=52)
    mixed += [either_way(e) for e in written_hypotheses(data)[:HYPOTHESES_BEFORE] + written_nli()]
    mixed += some(written(51)[:RELATIONS_BEFORE], EIGHTH_WRITTEN, seed=54)
    mixed += some(claims_in_sets(51), EIGHTH_CLAIMS, seed=55) + some(in_ecbplus(data, 51), EIGHTH_ECBPLUS, seed=56)
    return mixed + some(in_sets(51), EIGHTH_SENTENCES, seed=57)


def _mostly_relations(data: Path, made: list[Example]) -> list[Example]:
    """What the ninth stage sees."""
    made = some(made, LONG_MADE, seed=61)
    general = asked_either_way(data, made, caps=NINTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 9)
    mixed = some(general, NINTH_GENERAL, seed=62) + some(same_point(data), NINTH_POINTS, seed=63)
    hypotheses = [either_way(e) for e in written_hypotheses(data)[:HYPOTHESES_NINTH]]
    mixed += hypotheses[HYPOTHESES_BEFORE:] + some(hypotheses[:HYPOTHESES_BEFORE], NINTH_HYPOTHESES, seed=64)
    mixed += some([either_way(e) for e in written_nli()], NINTH_NLI, seed=65)
    mixed += written(61)[:RELATIONS_NINTH] + written(62)[RELATIONS_BEFORE:RELATIONS_NINTH]
    mixed += claims_in_sets(61) + in_ecbplus(data, 61) + some(in_sets(61), SENTENCES, seed=66)
    return mixed + repeated(NINTH_REPEATED, seed=67, first=RELATIONS_NINTH)


def _both(data: Path, made: list[Example]) -> list[Example]:
    """What the tenth stage sees."""
    made = some(made, LONG_MADE, seed=81)
    general = asked_either_way(data, made, caps=TENTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 12)
    mixed = some(general, TENTH_GENERAL, seed=82) + some(same_point(data), TENTH_POINTS, seed=83)
    hypotheses = [either_way(e) for e in written_hypotheses(data)]
    mixed += hypotheses[HYPOTHESES_NINTH:] + some(hypotheses[:HYPOTHESES_NINTH], TENTH_HYPOTHESES, seed=84)
    mixed += [either_way(e) for e in invented_nli()] + some([either_way(e) for e in written_nli()], TENTH_NLI, seed=85)
    mixed += written(81)[RELATIONS_NINTH:] + written(82)[RELATIONS_NINTH:]
    mixed += some(written(81)[:RELATIONS_NINTH], TENTH_WRITTEN, seed=86) + claims_in_sets(81) + in_ecbplus(data, 81)
    mixed += in_later_sets(81, SETS_TENTH) + some(in_sets(81), TENTH_SENTENCES, seed=87)
    return mixed + repeated(TENTH_REPEATED, seed=89)


def _nli_again(data: Path, made: list[Example]) -> list[Example]:
    """What the eleventh stage sees."""
    made = some(made, LONG_MADE, seed=91)
    general = asked_either_way(data, made, caps=ELEVENTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 14)
    mixed = some(general, ELEVENTH_GENERAL, seed=92)
    mixed += some([either_way(e) for e in written_hypotheses(data)], ELEVENTH_HYPOTHESES, seed=93)
    mixed += some([either_way(e) for e in invented_nli()], ELEVENTH_INVENTED, seed=94)
    return mixed + some(written(91), ELEVENTH_WRITTEN, seed=95)


def _mostly_sets(data: Path, made: list[Example]) -> list[Example]:
    """What the twelfth stage sees."""
    made = some(made, LONG_MADE, seed=101)
    general = asked_either_way(data, made, caps=TENTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 15)
    mixed = some(general, TWELFTH_GENERAL, seed=102) + some(same_point(data), TWELFTH_POINTS, seed=103)
    mixed += some([either_way(e) for e in written_hypotheses(data)], TWELFTH_HYPOTHESES, seed=104)
    mixed += some([either_way(e) for e in written_nli()], TWELFTH_NLI, seed=105)
    mixed += some(written(101), TWELFTH_WRITTEN, seed=106) + claims_in_sets(101) + in_ecbplus(data, 101)
    mixed += in_later_sets(101, SETS_TWELFTH) + in_later_sets(102, SETS_TWELFTH)
    return mixed + some(in_sets(101), TWELFTH_SENTENCES, seed=107) + repeated(TWELFTH_REPEATED, seed=109)


def _plain_sets(data: Path, made: list[Example]) -> list[Example]:
    """What the thirteenth stage sees."""
    made = some(made, LONG_MADE, seed=121)
    general = asked_either_way(data, made, caps=TENTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 17)
    mixed = some(general, THIRTEENTH_GENERAL, seed=122) + some(same_point(data), THIRTEENTH_POINTS, seed=123)
    hypotheses = written_hypotheses(data) + invented_nli()
    mixed += some([either_way(e) for e in hypotheses], THIRTEENTH_HYPOTHESES, seed=124)
    mixed += some([either_way(e) for e in written_nli()], THIRTEENTH_NLI, seed=125)
    mixed += some(written(121), THIRTEENTH_WRITTEN, seed=126) + in_ecbplus(data, 121)
    mixed += some(claims_in_sets(121), THIRTEENTH_CLAIMS, seed=127)
    mixed += in_later_sets(121, SETS_THIRTEENTH) + in_later_sets(122, SETS_THIRTEENTH)
    mixed += some(in_later_sets(121, SETS_TWELFTH), THIRTEENTH_LATER, seed=129)
    return mixed + some(in_sets(121), THIRTEENTH_SENTENCES, seed=130) + repeated(THIRTEENTH_REPEATED, seed=131)


def _in_other_words(data: Path, made: list[Example]) -> list[Example]:
    """What the fourteenth stage sees."""
    made = some(made, LONG_MADE, seed=141)
    general = asked_either_way(data, made, caps=TENTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 18)
    mixed = some(general, FOURTEENTH_GENERAL, seed=142) + some(same_point(data), FOURTEENTH_POINTS, seed=143)
    hypotheses = written_hypotheses(data) + invented_nli()
    mixed += some([either_way(e) for e in hypotheses], FOURTEENTH_HYPOTHESES, seed=144)
    mixed += some([either_way(e) for e in written_nli()], FOURTEENTH_NLI, seed=145)
    mixed += some(written(141), FOURTEENTH_WRITTEN, seed=146)
    mixed += some(in_ecbplus(data, 141), FOURTEENTH_ECBPLUS, seed=147)
    mixed += some(claims_in_sets(141), FOURTEENTH_CLAIMS, seed=148)
    mixed += some(made_disputes(), FOURTEENTH_DISPUTES, seed=152)
    mixed += in_later_sets(141, SETS_FOURTEENTH) + some(in_later_sets(142, SETS_THIRTEENTH), FOURTEENTH_PLAIN, seed=149)
    mixed += some(in_later_sets(142, SETS_TWELFTH), FOURTEENTH_LATER, seed=150)
    return mixed + repeated(FOURTEENTH_REPEATED, seed=151)


def _long_again(data: Path, made: list[Example]) -> list[Example]:
    """What the fifteenth stage sees, and most of what the sixteenth does."""
    mixed = asked_either_way(
        data,
        some(made, FIFTEENTH_MADE, seed=161),
        caps=FIFTEENTH_CAPS,
        twice=(*FIFTH_TWICE, "summedits_other.train"),
        seed=SEED + 20,
    )
    hypotheses = some(written_hypotheses(data) + invented_nli(), FIFTEENTH_HYPOTHESES, seed=162)
    mixed += [either_way(e) for e in hypotheses + written_nli()]
    mixed += some(same_point(data), FIFTEENTH_POINTS, seed=163) + some(written(161), FIFTEENTH_WRITTEN, seed=164)
    mixed += some(in_ecbplus(data, 161), FIFTEENTH_ECBPLUS, seed=165)
    mixed += some(claims_in_sets(161), FIFTEENTH_CLAIMS, seed=166) + some(made_disputes(), FIFTEENTH_DISPUTES, seed=167)
    mixed += in_later_sets(161, SETS_FOURTEENTH) + some(in_later_sets(162, SETS_THIRTEENTH), FIFTEENTH_PLAIN, seed=168)
    mixed += some(in_later_sets(162, SETS_TWELFTH), FIFTEENTH_LATER, seed=169)
    return mixed + some(in_sets(161), FIFTEENTH_SENTENCES, seed=170) + repeated(FIFTEENTH_REPEATED, seed=171)


def _real_news(data: Path, made: list[Example]) -> list[Example]:
    """What the seventeenth stage sees."""
    mixed = some(_long_again(data, made), SEVENTEENTH_AGAIN, seed=201) + in_ecbplus(data, 201)
    mixed += some(claims_in_sets(203), SEVENTEENTH_CLAIMS, seed=204) + some(
        in_later_sets(205), SEVENTEENTH_LATER, seed=206
    )
    return mixed + some(made_disputes(), SEVENTEENTH_DISPUTES, seed=207) + in_news(data, 210, SEVENTEENTH_NEWS)


def _rumours(data: Path, made: list[Example]) -> list[Example]:
    """What the eighteenth stage sees."""
    mixed = some(_long_again(data, made), EIGHTEENTH_AGAIN, seed=221) + in_ecbplus(data, 221)
    mixed += some(claims_in_sets(223), EIGHTEENTH_CLAIMS, seed=224)
    mixed += some(in_later_sets(225), EIGHTEENTH_LATER, seed=226) + some(made_disputes(), EIGHTEENTH_DISPUTES, seed=227)
    return mixed + in_news(data, 230, EIGHTEENTH_NEWS) + in_rumours(data, 240) + in_rumours(data, 241)


def _other_words(data: Path, made: list[Example]) -> list[Example]:
    """What the nineteenth stage sees."""
    mixed = some(_long_again(data, made), NINETEENTH_AGAIN, seed=251) + in_ecbplus(data, 251)
    mixed += some(claims_in_sets(253), NINETEENTH_CLAIMS, seed=254)
    mixed += some(in_later_sets(255), NINETEENTH_LATER, seed=256) + some(made_disputes(), NINETEENTH_DISPUTES, seed=257)
    mixed += in_news(data, 260, NINETEENTH_NEWS) + in_rumours(data, 270)
    return mixed + in_other_words(281) + in_other_words(282) + in_other_words(283)


def _middle_of_articles(data: Path, made: list[Example]) -> list[Example]:
    """What the twentieth stage sees."""
    mixed = some(_long_again(data, made), TWENTIETH_AGAIN, seed=291) + in_ecbplus(data, 291)
    mixed += some(claims_in_sets(293), TWENTIETH_CLAIMS, seed=294)
    mixed += some(in_later_sets(295), TWENTIETH_LATER, seed=296) + some(made_disputes(), TWENTIETH_DISPUTES, seed=297)
    mixed += in_news(data, 300, TWENTIETH_NEWS) + in_rumours(data, 310) + in_other_words(321)
    return mixed + in_articles(331) + in_articles(332) + across_in_articles(333)


def _adapt(
    output: Path, examples: list[Example], recipe: Recipe, *, order: int, start_from: Path | None = None
) -> None:
    """One stage of the adapter: the examples shuffled with the seed `order`, after another stage; not if it is done."""
    if not (output / "recipe.json").is_file():
        adapter = None if start_from is None else start_from / ADAPTER_FILE
        train(base_model_dir(), some(examples, len(examples), seed=order), output, recipe, start_from=adapter)
