"""The stages of the fast judge, all-MiniLM-L6-v2.

Human-written pairs, made pairs with a share of the first, relations with a share of both, so that what was learned is
kept; then what the accurate one makes of all these and of many unlabelled pairs of news sentences; these again, with
more human-written pairs; and three times both, each time with what a later accurate one makes of more. The shipped
model had another teacher in each stage from the fourth on, the accurate model of that day; here one teaches all. The
stages from the seventh on see what the shipped model saw. From the mean of the seventh and eighth the ninth goes on,
with what the teacher makes of pairs some of whose words are replaced by near ones; from the mean of that mean and the
ninth the tenth, with what a still later teacher makes of sentences from the middle of articles, of what two newsrooms
tell in other words, of real news and of rumours. From the mean of both the eleventh goes on, over pairs that are built
alike; what ships is the mean of where it started and of where it ended.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

import attrs
import numpy as np
from scipy.special import softmax

from benchmarks.training.accurate_judge import WRITTEN_BEFORE
from benchmarks.training.accurate_mixes import (
    HYPOTHESES_NINTH,
    RELATIONS_NINTH,
    REPEATED,
    SETS_FOURTEENTH,
    SETS_THIRTEENTH,
    SETS_TWELFTH,
)
from benchmarks.training.averaging import average
from benchmarks.training.judge_data import invented_nli, left_out, nli_examples, written_hypotheses, written_nli
from benchmarks.training.made_disputes import made_disputes
from benchmarks.training.mixing import EITHER_MADE, LONGEST, asked_either_way, capped, some
from benchmarks.training.near_words import (
    on_one_premise,
    read_near_words,
    relations_with_near_words,
    with_near_words,
)
from benchmarks.training.news_pairs import Repeats, in_news
from benchmarks.training.relation_data import (
    UNDATED,
    UNTITLED,
    across_in_articles,
    claims_in_sets,
    in_articles,
    in_ecbplus,
    in_later_sets,
    in_other_words,
    in_sets,
    later_rows,
    leads_in_sets,
    look_alikes,
    repeated,
    same_point,
    unlabelled,
    written,
    written_rows,
)
from benchmarks.training.rumours import in_rumours
from claimcheck.embedding.models import embedded_model_dir
from claimcheck.judging.language_model import LABELS, load_language_model
from claimcheck.training.examples import Example, either_way
from claimcheck.training.loop import QUESTIONS, Recipe, train

SEED = 7
REPLAYED = 9_000
"""Pairs of the first stage that the second one sees again."""
THIRD_HUMAN, THIRD_MADE = 6_000, 3_000
"""Pairs of the first two stages that the third one sees again."""
TAUGHT_EITHER, TAUGHT_UNLABELLED = 8_000, 6_000
"""Pairs of each kind that the teacher judges for the student."""
TAUGHT_TIMES = 2
"""How often the student sees these."""
UNTAUGHT = 30_000
"""Human-written pairs that it sees with their labels alone."""
AGAIN_EITHER, AGAIN_UNLABELLED, AGAIN_UNTAUGHT = 22_000, 7_000, 55_000
"""The same in the sixth stage."""
SEVENTH_CAPS: Mapping[str, int] = {
    "snli.train": 12_000,
    "snli_counterfactual.train": 3_000,
    "conjnli.train": 2_000,
    "creak.train": 2_000,
    "breaking_nli.train": 800,
    "scone.train": 600,
    "ecbplus_pairs.train": 800,
}
"""General pairs that the teacher judges for the seventh stage are drawn from so many of each set."""
SEVENTH_MADE = 14_000
SEVENTH_EITHER, SEVENTH_POINTS, SEVENTH_SENTENCES, SEVENTH_UNLABELLED = 10_000, 1_500, 2_500, 6_000
SEVENTH_UNTAUGHT = 52_000
"""Human-written pairs that it sees with their labels alone, beside all hypotheses."""
EIGHTH_CAPS: Mapping[str, int] = {
    "snli.train": 16_000,
    "snli_counterfactual.train": 5_000,
    "conjnli.train": 2_500,
    "creak.train": 3_000,
    "breaking_nli.train": 800,
    "scone.train": 600,
    "ecbplus_pairs.train": 800,
}
EIGHTH_MADE = 10_000
EIGHTH_EITHER, EIGHTH_POINTS, EIGHTH_INVENTED, EIGHTH_HYPOTHESES, EIGHTH_NLI = 19_000, 800, 5_000, 6_000, 1_000
EIGHTH_WRITTEN, EIGHTH_LATER, EIGHTH_SENTENCES = 6_000, 12_000, 2_000
"""Pairs of each kind that the teacher judges for the eighth stage, beside what was written since the seventh."""
EIGHTH_UNTAUGHT = 45_000
"""Human-written pairs that it sees with their labels alone, beside new sets and made disputes."""
NINTH_CAPS: Mapping[str, int] = {"snli.train": 24_000, "conjnli.train": 2_500, "scone.train": 600}
"""Pairs some of whose words are replaced for the ninth stage are drawn from so many of each set."""
NINTH_NEAR, NINTH_NEAR_HYPOTHESES, NINTH_NEAR_RELATIONS = 20_000, 12_000, 9_000
NINTH_HYPOTHESES, NINTH_CAPTIONS, NINTH_UNLABELLED = 9_000, 7_000, 5_000
"""Pairs of each kind that the teacher judges for the ninth stage, of relations twice so many."""
NINTH_AGAIN, NINTH_UNTAUGHT = 45_000, 20_000
"""Pairs with the verdict of the eighth stage that the ninth sees again, and human-written ones with their labels."""
TENTH_NEWS = Repeats(drawn=1, rare=0, sought=1, new=1)
TENTH_MADE, TENTH_EITHER, TENTH_UNLABELLED, TENTH_LEADS = 5_000, 5_000, 5_000, 2_000
TENTH_WRITTEN, TENTH_CLAIMS, TENTH_LATER = 4_000, 2_500, 4_000
"""Pairs of each kind that the teacher judges for the tenth stage, beside all of news, newsrooms and articles."""
TENTH_DISPUTES, TENTH_HYPOTHESES, TENTH_UNTAUGHT = 1_500, 8_000, 22_000
"""Pairs that it sees with their labels alone."""
ELEVENTH_AGAIN, ELEVENTH_HYPOTHESES, ELEVENTH_UNTAUGHT = 6_000, 1_500, 2_500
"""Pairs with the verdict that the tenth stage saw, and others with their labels, beside the look-alikes."""

FIRST = Recipe(rate=8e-5)
SECOND = Recipe(rate=6e-5, seed=8, longest=96)
THIRD = Recipe(rate=6e-5, seed=9, longest=96, swap=0.5)
FOURTH = Recipe(rate=1e-4, seed=10, longest=128, swap=0.5, epochs=2, taught=0.8)
FIFTH = Recipe(rate=1e-4, seed=13, longest=128, swap=0.5, taught=0.8)
SIXTH = Recipe(rate=1.2e-4, seed=16, longest=128, swap=0.5, taught=0.8)
SEVENTH = Recipe(rate=1.5e-4, seed=21, longest=128, swap=0.5, taught=0.8)
EIGHTH = Recipe(rate=1.5e-4, seed=31, longest=128, swap=0.5, taught=0.8)
NINTH = Recipe(rate=1.5e-4, seed=41, longest=128, swap=0.5, taught=0.8)
TENTH = Recipe(rate=1.2e-4, seed=51, longest=128, swap=0.5, taught=0.8)
ELEVENTH = Recipe(rate=1e-4, seed=62, longest=128, swap=0.5, taught=0.8)


def train_fast(data: Path, human: list[Example], made: list[Example], output: Path, teacher: Path) -> None:
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "mean", "ninth")
    first, second, third, fourth, fifth, sixth, seventh, eighth, mean, ninth = (output / name for name in names)
    second_mean, tenth = (output / name for name in ("mean_with_near_words", "tenth"))
    third_mean, eleventh = (output / name for name in ("mean_on_articles", "eleventh"))
    if not (first / "recipe.json").is_file():
        train(embedded_model_dir(), human, first, FIRST)
    if not (second / "recipe.json").is_file():
        mixed = [*made, *some(human, REPLAYED, seed=SEED)]
        train(first, some(mixed, len(mixed), seed=SEED), second, SECOND)
    if not (third / "recipe.json").is_file():
        mixed = [example for epoch in range(3) for example in written(epoch)]
        mixed += [*some(human, THIRD_HUMAN, seed=3), *some(made, THIRD_MADE, seed=1)]
        train(second, some(mixed, len(mixed), seed=3), third, THIRD)
    asked = some(
        asked_either_way(data, some(made, EITHER_MADE, seed=2), seed=SEED + 1), TAUGHT_EITHER, seed=11
    ) + same_point(data)
    asked += written(1) + in_sets(1) + claims_in_sets(1) + in_ecbplus(data, 1)
    asked += unlabelled(data, TAUGHT_UNLABELLED, seed=13)
    shown = taught(asked, teacher, output / "taught.jsonl")
    if not (fourth / "recipe.json").is_file():
        train(third, some(shown, len(shown), seed=5), fourth, FOURTH)
    if not (fifth / "recipe.json").is_file():
        mixed = shown * TAUGHT_TIMES + _general(data, seed=SEED + 2)[:UNTAUGHT]
        train(fourth, some(mixed, len(mixed), seed=6), fifth, FIFTH)
    if not (sixth / "recipe.json").is_file():
        mixed = _taught_again(data, made, teacher, output / "taught_again.jsonl")
        train(fifth, some(mixed, len(mixed), seed=26), sixth, SIXTH)
    if not (seventh / "recipe.json").is_file():
        mixed = _taught_by_a_later_one(data, made, teacher, output / "taught_by_a_later_one.jsonl")
        train(sixth, some(mixed, len(mixed), seed=76), seventh, SEVENTH)
    shown = taught(_asked_on_sets(data, made), teacher, output / "taught_on_sets.jsonl")
    if not (eighth / "recipe.json").is_file():
        mixed = _with_labels(data, shown)
        train(seventh, some(mixed, len(mixed), seed=153), eighth, EIGHTH)
        average(seventh, eighth, mean)
    if not (ninth / "recipe.json").is_file():
        mixed = taught(_asked_with_near_words(data), teacher, output / "taught_with_near_words.jsonl")
        mixed += some(shown, NINTH_AGAIN, seed=191) + _general(data, seed=SEED + 31)[:NINTH_UNTAUGHT]
        train(mean, some(mixed, len(mixed), seed=192), ninth, NINTH)
        average(mean, ninth, second_mean)
    if not (tenth / "recipe.json").is_file():
        mixed = _middle_of_articles(data, made, teacher, output / "taught_on_articles.jsonl")
        train(second_mean, some(mixed, len(mixed), seed=420), tenth, TENTH)
        average(second_mean, tenth, third_mean)
    if not (eleventh / "recipe.json").is_file():
        shown = read_taught(output / "taught_on_articles.jsonl")  # what the teacher judged for the tenth
        mixed = _built_alike(data, shown)
        train(third_mean, some(mixed, len(mixed), seed=506), eleventh, ELEVENTH)
    average(third_mean, eleventh, output)


def _taught_again(data: Path, made: list[Example], teacher: Path, kept: Path) -> list[Example]:
    """What the sixth stage sees."""
    nli = [either_way(e) for e in written_nli()]
    asked = asked_either_way(data, some(made, EITHER_MADE, seed=22), seed=SEED + 4)
    asked = some(asked, AGAIN_EITHER, seed=21) + same_point(data)
    asked += written(7) + in_sets(7) + claims_in_sets(7) + in_ecbplus(data, 7) + nli
    asked += unlabelled(data, AGAIN_UNLABELLED, seed=23)
    shown = taught(some(asked, len(asked), seed=24), teacher, kept)
    mixed = shown * TAUGHT_TIMES + _general(data, seed=SEED + 5)[:AGAIN_UNTAUGHT]
    mixed += written(8) + written(9)[WRITTEN_BEFORE:] + claims_in_sets(8) + in_ecbplus(data, 8) + in_sets(8) + nli
    return mixed + repeated(REPEATED, seed=18)


def _taught_by_a_later_one(data: Path, made: list[Example], teacher: Path, kept: Path) -> list[Example]:
    """What the seventh stage sees."""
    asked = asked_either_way(data, some(made, SEVENTH_MADE, seed=71), caps=SEVENTH_CAPS, seed=SEED + 10)
    asked = some(asked, SEVENTH_EITHER, seed=72) + some(same_point(data), SEVENTH_POINTS, seed=73)
    asked += written(71)[:RELATIONS_NINTH] + claims_in_sets(71) + in_ecbplus(data, 71)
    asked += some(in_sets(71), SEVENTH_SENTENCES, seed=74) + [either_way(e) for e in written_nli()]
    asked += unlabelled(data, SEVENTH_UNLABELLED, seed=75, first=RELATIONS_NINTH)
    mixed = taught(asked, teacher, kept) * TAUGHT_TIMES + _general(data, seed=SEED + 11)[:SEVENTH_UNTAUGHT]
    mixed += [either_way(e) for e in written_hypotheses(data)[:HYPOTHESES_NINTH]] * 2
    return mixed + repeated(REPEATED, seed=77, first=RELATIONS_NINTH)


def _with_labels(data: Path, shown: list[Example]) -> list[Example]:
    """What the eighth stage sees: what the teacher judged, of which it sees relations twice, and more with labels."""
    mixed = shown + [example for example in shown if example.source == "relations"]
    mixed += _general(data, seed=SEED + 21)[:EIGHTH_UNTAUGHT]
    mixed += in_later_sets(151, SETS_FOURTEENTH) + in_later_sets(152, SETS_FOURTEENTH) + made_disputes()
    return mixed + repeated(REPEATED, seed=152)


def _asked_on_sets(data: Path, made: list[Example]) -> list[Example]:
    """What the teacher judges for the eighth stage."""
    asked = asked_either_way(data, some(made, EIGHTH_MADE, seed=141), caps=EIGHTH_CAPS, seed=SEED + 20)
    asked = some(asked, EIGHTH_EITHER, seed=142) + some(same_point(data), EIGHTH_POINTS, seed=143)
    asked += some([either_way(e) for e in invented_nli()], EIGHTH_INVENTED, seed=144)
    asked += some([either_way(e) for e in written_hypotheses(data)], EIGHTH_HYPOTHESES, seed=145)
    asked += some([either_way(e) for e in written_nli()], EIGHTH_NLI, seed=146)
    asked += written(141)[RELATIONS_NINTH:] + some(written(141)[:RELATIONS_NINTH], EIGHTH_WRITTEN, seed=147)
    asked += claims_in_sets(141) + in_ecbplus(data, 141)
    asked += some(in_later_sets(141, (*SETS_TWELFTH, *SETS_THIRTEENTH)), EIGHTH_LATER, seed=148)
    asked += some(in_sets(141), EIGHTH_SENTENCES, seed=149)
    return some(asked, len(asked), seed=150)


def _asked_with_near_words(data: Path) -> list[Example]:
    """What the teacher judges for the ninth stage, beside what it judged for the eighth: pairs like those that are
    labelled, with some words replaced by near ones; two hypotheses on one premise; sentences of sets and topics."""
    words = read_near_words(embedded_model_dir())
    human = [e for e in nli_examples(data, seed=SEED + 30) if not left_out(e)]
    human = [e for e in capped(human, NINTH_CAPS) if len(e.premise) + len(e.hypothesis) < LONGEST]
    hypotheses = written_hypotheses(data) + invented_nli()
    asked = with_near_words(human, words, NINTH_NEAR, seed=181)
    asked += with_near_words(hypotheses + written_nli(), words, NINTH_NEAR_HYPOTHESES, seed=182)
    asked += on_one_premise(hypotheses, NINTH_HYPOTHESES, seed=183)
    asked += on_one_premise([e for e in human if e.source.startswith("snli")], NINTH_CAPTIONS, seed=184)
    for rows, seed in ((written_rows(), 186), (later_rows(185), 187)):
        asked += relations_with_near_words(
            rows, words, NINTH_NEAR_RELATIONS, seed=seed, undated=UNDATED, untitled=UNTITLED
        )
    asked += unlabelled(data, NINTH_UNLABELLED, seed=188) + leads_in_sets(189)
    return some(asked, len(asked), seed=190)


def _middle_of_articles(data: Path, made: list[Example], teacher: Path, kept: Path) -> list[Example]:
    """What the tenth stage sees."""
    new = in_articles(401) + in_other_words(403) + in_news(data, 404, TENTH_NEWS) + in_rumours(data, 405)
    asked = across_in_articles(402) + in_ecbplus(data, 406)
    asked += some(claims_in_sets(407), TENTH_CLAIMS, seed=408) + some(in_later_sets(409), TENTH_LATER, seed=410)
    asked += some(written(411), TENTH_WRITTEN, seed=412) + some(leads_in_sets(413), TENTH_LEADS, seed=414)
    asked += unlabelled(data, TENTH_UNLABELLED, seed=415)
    general = asked_either_way(data, some(made, TENTH_MADE, seed=416), caps=EIGHTH_CAPS, seed=SEED + 40)
    asked += some(general, TENTH_EITHER, seed=417)
    shown = taught(new + asked, teacher, kept)
    mixed = shown + shown[: len(new)] + some(made_disputes(), TENTH_DISPUTES, seed=418)
    hypotheses = [either_way(e) for e in written_hypotheses(data) + invented_nli()]
    mixed += some(hypotheses, TENTH_HYPOTHESES, seed=419)
    return mixed + _general(data, seed=SEED + 41)[:TENTH_UNTAUGHT]


def _built_alike(data: Path, shown: list[Example]) -> list[Example]:
    """What the eleventh stage sees."""
    mixed = look_alikes(1) + look_alikes(2) + look_alikes(3) + some(shown, ELEVENTH_AGAIN, seed=503)
    hypotheses = [either_way(e) for e in written_hypotheses(data) + invented_nli()]
    return mixed + some(hypotheses, ELEVENTH_HYPOTHESES, seed=504) + _general(data, seed=SEED + 41)[:ELEVENTH_UNTAUGHT]


def _general(data: Path, *, seed: int) -> list[Example]:
    """Human-written pairs that answer both questions."""
    return [either_way(e) for e in nli_examples(data, seed=seed) if not left_out(e)]


def taught(asked: list[Example], teacher: Path, kept: Path) -> list[Example]:
    """Labelled and unlabelled pairs, with what the teacher makes of them.

    Args:
        kept: file that keeps them, to go on from.
    """
    if not kept.is_file():
        model = load_language_model(teacher)
        logits = model.ask([(e.premise, e.hypothesis) for e in asked], progress=_log_progress)
        verdicts = np.concatenate([softmax(logits[:, question], axis=1) for question in QUESTIONS], axis=1)
        with kept.open("w", encoding="utf-8") as file:
            for example, verdict in zip(asked, verdicts, strict=True):
                row = attrs.asdict(example) | {"taught": [round(float(value), 4) for value in verdict]}
                if example.label < 0:  # nobody has labelled it: the teacher does
                    row["label"] = len(LABELS) + int(verdict[QUESTIONS[1]].argmax())
                file.write(json.dumps(row) + "\n")
    return read_taught(kept)


def read_taught(kept: Path) -> list[Example]:
    """Pairs that `taught` has kept."""
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    return [Example(**{**row, "also": tuple(row["also"]), "taught": tuple(row["taught"])}) for row in rows]


def _log_progress(stage: str, done: int, total: int) -> None:
    if done % 3200 == 0:
        logging.getLogger(__name__).info("%s: %d of %d", stage, done, total)
