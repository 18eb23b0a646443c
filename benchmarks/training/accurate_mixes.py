"""Which pairs each stage of the accurate judge sees, from the eighth on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from benchmarks.training.judge_data import invented_nli, written_hypotheses, written_nli
from benchmarks.training.made_disputes import made_disputes
from benchmarks.training.mixing import (
    EITHER_CAPS,
    asked_either_way,
    some,
)
from benchmarks.training.news_pairs import Repeats, in_news
from benchmarks.training.relation_data import (
    across_in_articles,
    claims_in_sets,
    details,
    details_evenly,
    in_articles,
    in_ecbplus,
    in_later_sets,
    in_other_words,
    in_sets,
    look_alikes,
    repeated,
    same_point,
    written,
)
from benchmarks.training.rumours import in_rumours
from benchmarks.training.same_article import as_examples, pairs_of_news, pairs_of_sets, taken_for_conflicts
from claimcheck.judging.language_model import load_language_model
from claimcheck.training.examples import Example, either_way

SEED = 7
FIFTH_CAPS: Mapping[str, int] = {**EITHER_CAPS, "snli.train": 16_000, "conjnli.train": 1_500}
FIFTH_TWICE = ("fever_symmetric.train", "negation_nli.train")
SENTENCES, REPEATED = 2_000, 300
"""Pairs of sentences of the sets of articles, and sentences that are paired with themselves, in the sixth stage."""
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
NINTH_CAPS: Mapping[str, int] = {**FIFTH_CAPS, "snli.train": 14_000}
NINTH_GENERAL, NINTH_POINTS, NINTH_HYPOTHESES, NINTH_NLI, NINTH_REPEATED = 7_000, 900, 3_500, 900, 200
"""Pairs of each kind that the ninth stage sees again, beside all relations; new written pairs it sees twice."""
RELATIONS_NINTH, HYPOTHESES_NINTH = 20_024, 15_150
"""Written pairs, and written hypotheses, that the ninth stage knew."""
TENTH_CAPS: Mapping[str, int] = {**EIGHTH_CAPS, "snli.train": 14_000}
TENTH_GENERAL, TENTH_POINTS, TENTH_HYPOTHESES, TENTH_NLI, TENTH_REPEATED = 12_500, 900, 2_000, 700, 200
TENTH_WRITTEN, TENTH_SENTENCES = 5_000, 1_200
"""Pairs of each kind that the tenth stage sees again; new written pairs it sees twice."""
ELEVENTH_CAPS: Mapping[str, int] = {**EIGHTH_CAPS, "snli.train": 20_000}
ELEVENTH_GENERAL, ELEVENTH_HYPOTHESES, ELEVENTH_INVENTED, ELEVENTH_WRITTEN = 18_000, 1_500, 1_000, 1_500
"""Pairs of each kind that the eleventh stage sees."""
SETS_TENTH = ("aa", "ab", "ac")
"""Files of later sets that the tenth stage knew."""
TWELFTH_GENERAL, TWELFTH_POINTS, TWELFTH_HYPOTHESES, TWELFTH_NLI, TWELFTH_REPEATED = 6_000, 900, 1_000, 500, 200
TWELFTH_WRITTEN, TWELFTH_SENTENCES = 9_000, 1_500
"""Pairs of each kind that the twelfth stage sees, beside the later sets, twice, and all labelled claims."""
SETS_TWELFTH = tuple("aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq ar".split())
"""Files of later sets that the twelfth stage knew."""
SETS_THIRTEENTH = tuple("ca cb cc cd ce cf cg".split())
"""Files of later sets that are new in the thirteenth stage."""
SETS_FOURTEENTH = tuple("da db dc dd de df dg".split())
"""Files of later sets that are new in the fourteenth stage."""
THIRTEENTH_GENERAL, THIRTEENTH_POINTS, THIRTEENTH_HYPOTHESES, THIRTEENTH_NLI, THIRTEENTH_REPEATED = (
    5_000,
    600,
    900,
    300,
    150,
)
THIRTEENTH_WRITTEN, THIRTEENTH_CLAIMS, THIRTEENTH_LATER, THIRTEENTH_SENTENCES = 5_000, 3_000, 4_000, 900
"""Pairs of each kind that the thirteenth stage sees again; the sentences of new sets it sees twice."""
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
SIXTEENTH_AGAIN = 33_000
"""Pairs like those of the fifteenth stage that the sixteenth sees, beside how articles begin."""
SEVENTEENTH_AGAIN, SEVENTEENTH_CLAIMS, SEVENTEENTH_LATER, SEVENTEENTH_DISPUTES = 21_000, 2_500, 3_000, 800
"""Pairs of each kind that the seventeenth stage sees, beside those of ECB+ and of real news."""
SEVENTEENTH_NEWS = Repeats(drawn=2, rare=3, sought=3)
EIGHTEENTH_AGAIN, EIGHTEENTH_CLAIMS, EIGHTEENTH_LATER, EIGHTEENTH_DISPUTES = 26_000, 2_500, 3_000, 900
"""The same for the eighteenth stage, which sees rumours, too."""
EIGHTEENTH_NEWS = Repeats(drawn=1, rare=2, sought=2, new=4)
NINETEENTH_AGAIN, NINETEENTH_CLAIMS, NINETEENTH_LATER, NINETEENTH_DISPUTES = 6_500, 1_200, 1_200, 300
"""The same for the nineteenth stage, beside what newsrooms tell in other words, three times."""
NINETEENTH_NEWS = Repeats(drawn=1, rare=0, sought=1, new=1)
TWENTIETH_AGAIN, TWENTIETH_CLAIMS, TWENTIETH_LATER, TWENTIETH_DISPUTES = 4_000, 2_500, 4_000, 400
"""The same for the twentieth stage, beside sentences from the middle of articles, twice, and across their points."""
TWENTIETH_NEWS = Repeats(drawn=1, rare=0, sought=1, new=1)
ALIKE_AT_FIRST = 0.15
"""Probability of a conflict from which the fast judge leaves a pair of sentences of one article to the accurate one."""
ALIKE_SETS, ALIKE_NEWS = 6_000, 2_500
"""Such pairs, of invented and of real articles, that the accurate one reads."""
TWENTYFIRST_AGAIN, TWENTYFIRST_CLAIMS, TWENTYFIRST_LATER, TWENTYFIRST_DISPUTES = 6_000, 1_500, 2_000, 800
TWENTYFIRST_NEWS, TWENTYFIRST_NEWSROOMS, TWENTYFIRST_ARTICLES, TWENTYFIRST_ECBPLUS = 900, 500, 700, 500
TWENTYFIRST_WRITTEN = 2_500
TWENTYSECOND_MINED, TWENTYSECOND_AGAIN, TWENTYSECOND_RELATIONS = 600, 1_500, 2_500
TWENTYTHIRD_MINED, TWENTYTHIRD_AGAIN, TWENTYTHIRD_RELATIONS = 500, 3_500, 3_500
DETAILS_TWENTYFOURTH = ("dt0", "dt4")
"""How the ids begin of details that are new in the twenty-fourth stage."""
TWENTYFOURTH_ALIKE, TWENTYFOURTH_AGAIN, TWENTYFOURTH_RELATIONS = 800, 2_500, 4_000


def mostly_nli(data: Path, made: list[Example]) -> list[Example]:
    """What the eighth stage sees."""
    made = some(made, LONG_MADE, seed=51)
    mixed = asked_either_way(data, made, caps=EIGHTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 8)
    mixed += some(same_point(data), EIGHTH_POINTS, seed=52)
    mixed += [either_way(e) for e in written_hypotheses(data)[:HYPOTHESES_BEFORE] + written_nli()]
    mixed += some(written(51)[:RELATIONS_BEFORE], EIGHTH_WRITTEN, seed=54)
    mixed += some(claims_in_sets(51), EIGHTH_CLAIMS, seed=55) + some(in_ecbplus(data, 51), EIGHTH_ECBPLUS, seed=56)
    return mixed + some(in_sets(51), EIGHTH_SENTENCES, seed=57)


def mostly_relations(data: Path, made: list[Example]) -> list[Example]:
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


def nli_and_relations(data: Path, made: list[Example]) -> list[Example]:
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


def nli_again(data: Path, made: list[Example]) -> list[Example]:
    """What the eleventh stage sees."""
    made = some(made, LONG_MADE, seed=91)
    general = asked_either_way(data, made, caps=ELEVENTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 14)
    mixed = some(general, ELEVENTH_GENERAL, seed=92)
    mixed += some([either_way(e) for e in written_hypotheses(data)], ELEVENTH_HYPOTHESES, seed=93)
    mixed += some([either_way(e) for e in invented_nli()], ELEVENTH_INVENTED, seed=94)
    return mixed + some(written(91), ELEVENTH_WRITTEN, seed=95)


def mostly_sets(data: Path, made: list[Example]) -> list[Example]:
    """What the twelfth stage sees."""
    made = some(made, LONG_MADE, seed=101)
    general = asked_either_way(data, made, caps=TENTH_CAPS, twice=FIFTH_TWICE, seed=SEED + 15)
    mixed = some(general, TWELFTH_GENERAL, seed=102) + some(same_point(data), TWELFTH_POINTS, seed=103)
    mixed += some([either_way(e) for e in written_hypotheses(data)], TWELFTH_HYPOTHESES, seed=104)
    mixed += some([either_way(e) for e in written_nli()], TWELFTH_NLI, seed=105)
    mixed += some(written(101), TWELFTH_WRITTEN, seed=106) + claims_in_sets(101) + in_ecbplus(data, 101)
    mixed += in_later_sets(101, SETS_TWELFTH) + in_later_sets(102, SETS_TWELFTH)
    return mixed + some(in_sets(101), TWELFTH_SENTENCES, seed=107) + repeated(TWELFTH_REPEATED, seed=109)


def plain_sets(data: Path, made: list[Example]) -> list[Example]:
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


def sets_in_other_words(data: Path, made: list[Example]) -> list[Example]:
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


def long_again(data: Path, made: list[Example]) -> list[Example]:
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


def real_news(data: Path, made: list[Example]) -> list[Example]:
    """What the seventeenth stage sees."""
    mixed = some(long_again(data, made), SEVENTEENTH_AGAIN, seed=201) + in_ecbplus(data, 201)
    mixed += some(claims_in_sets(203), SEVENTEENTH_CLAIMS, seed=204) + some(
        in_later_sets(205), SEVENTEENTH_LATER, seed=206
    )
    return mixed + some(made_disputes(), SEVENTEENTH_DISPUTES, seed=207) + in_news(data, 210, SEVENTEENTH_NEWS)


def rumours(data: Path, made: list[Example]) -> list[Example]:
    """What the eighteenth stage sees."""
    mixed = some(long_again(data, made), EIGHTEENTH_AGAIN, seed=221) + in_ecbplus(data, 221)
    mixed += some(claims_in_sets(223), EIGHTEENTH_CLAIMS, seed=224)
    mixed += some(in_later_sets(225), EIGHTEENTH_LATER, seed=226) + some(made_disputes(), EIGHTEENTH_DISPUTES, seed=227)
    return mixed + in_news(data, 230, EIGHTEENTH_NEWS) + in_rumours(data, 240) + in_rumours(data, 241)


def other_words(data: Path, made: list[Example]) -> list[Example]:
    """What the nineteenth stage sees."""
    mixed = some(long_again(data, made), NINETEENTH_AGAIN, seed=251) + in_ecbplus(data, 251)
    mixed += some(claims_in_sets(253), NINETEENTH_CLAIMS, seed=254)
    mixed += some(in_later_sets(255), NINETEENTH_LATER, seed=256) + some(made_disputes(), NINETEENTH_DISPUTES, seed=257)
    mixed += in_news(data, 260, NINETEENTH_NEWS) + in_rumours(data, 270)
    return mixed + in_other_words(281) + in_other_words(282) + in_other_words(283)


def middle_of_articles(data: Path, made: list[Example]) -> list[Example]:
    """What the twentieth stage sees."""
    mixed = some(long_again(data, made), TWENTIETH_AGAIN, seed=291) + in_ecbplus(data, 291)
    mixed += some(claims_in_sets(293), TWENTIETH_CLAIMS, seed=294)
    mixed += some(in_later_sets(295), TWENTIETH_LATER, seed=296) + some(made_disputes(), TWENTIETH_DISPUTES, seed=297)
    mixed += in_news(data, 300, TWENTIETH_NEWS) + in_rumours(data, 310) + in_other_words(321)
    return mixed + in_articles(331) + in_articles(332) + across_in_articles(333)


def one_article(data: Path, fast: Path, accurate: Path) -> tuple[list[Example], list[Example]]:
    """Sentences of one article that both models take for a conflict, of invented articles and of real ones.

    Args:
        data: folder with the data sets.
        fast: folder of the fast judge, which reads them first, since there are 100,000 pairs.
        accurate: folder of the accurate judge so far.
    """
    first, second = load_language_model(fast), load_language_model(accurate)
    examples = []
    for pairs, count in ((pairs_of_sets(), ALIKE_SETS), (pairs_of_news(data), ALIKE_NEWS)):
        found = [pair for pair, _ in taken_for_conflicts([*pairs], first, ALIKE_AT_FIRST)]
        chosen = sorted(np.random.default_rng(SEED).permutation(len(found))[:count].tolist())
        examples.append(as_examples(taken_for_conflicts([found[at] for at in chosen], second)))
    return examples[0], examples[1]


def beside_one_article(data: Path, made: list[Example]) -> tuple[list[Example], list[Example]]:
    """What the twenty-first stage sees again, and the twenty-second in part: general pairs, and pairs of relations."""
    again = some(long_again(data, made), TWENTYFIRST_AGAIN, seed=391)
    mixed = some(claims_in_sets(393), TWENTYFIRST_CLAIMS, seed=394)
    mixed += some(in_later_sets(395), TWENTYFIRST_LATER, seed=396)
    mixed += some(made_disputes(), TWENTYFIRST_DISPUTES, seed=397)
    mixed += some(in_news(data, 400, TWENTIETH_NEWS), TWENTYFIRST_NEWS, seed=398)
    mixed += some(in_other_words(421), TWENTYFIRST_NEWSROOMS, seed=399)
    mixed += some(in_articles(431), TWENTYFIRST_ARTICLES, seed=401)
    mixed += some(in_ecbplus(data, 402), TWENTYFIRST_ECBPLUS, seed=403)
    return again, mixed + some(written(404), TWENTYFIRST_WRITTEN, seed=405)


def built_alike(mined: list[Example], again: list[Example], relations: list[Example]) -> list[Example]:
    """What the twenty-second stage sees: look-alikes twice, and some of what the stage before it saw."""
    mixed = look_alikes(1) + look_alikes(2) + some(mined, TWENTYSECOND_MINED, seed=421)
    return mixed + some(again, TWENTYSECOND_AGAIN, seed=422) + some(relations, TWENTYSECOND_RELATIONS, seed=423)


def one_detail(mined: list[Example], again: list[Example], relations: list[Example]) -> list[Example]:
    """What the twenty-third stage sees: long sentences that differ in one detail, twice, look-alikes, and some of what
    the stages before it saw."""
    mixed = details(1, DETAILS_TWENTYFOURTH) + details(2, DETAILS_TWENTYFOURTH) + look_alikes(1)
    mixed += some(mined, TWENTYTHIRD_MINED, seed=431)
    return mixed + some(again, TWENTYTHIRD_AGAIN, seed=432) + some(relations, TWENTYTHIRD_RELATIONS, seed=433)


def details_as_often_alike(again: list[Example], relations: list[Example]) -> list[Example]:
    """What the twenty-fourth stage sees: of these sentences as many that agree as differ."""
    mixed = details_evenly(1) + details_evenly(2) + some(look_alikes(1), TWENTYFOURTH_ALIKE, seed=440)
    return mixed + some(again, TWENTYFOURTH_AGAIN, seed=442) + some(relations, TWENTYFOURTH_RELATIONS, seed=443)
