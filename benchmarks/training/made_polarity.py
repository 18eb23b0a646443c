"""Edits of what is asserted: negation, antonyms, factuality, quantifiers, causes."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.training.made_edits import NAMES, Edit, Sentence, subtree
from benchmarks.training.made_inflection import inflect
from benchmarks.training.made_words import ADJECTIVES, ANTONYM_NOUNS, ANTONYM_VERBS, ANTONYM_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

E, N, C = "entailment", "neutral", "contradiction"
_QUANTIFIED = frozenset(
    "some many most several few all each every any much both half one another other others certain various "
    "more less either".split()
)
_ADVERBS = frozenset("also always often sometimes usually only even still already again just too once frequently "
                     "generally typically mostly mainly largely particularly especially yet ever then "
                     "thus so".split())  # fmt: skip
_BE = {"is", "are", "was", "were"}
_MODALS = {"can", "will", "would", "does", "do", "did", "has", "have", "had"}
_STATES = frozenset(
    "have be become remain contain include consist know believe like love want need own mean seem appear belong exist "
    "live lie resemble involve depend feel see hear suffer die receive lack cost grow tend use begin start stop "
    "continue say state note report claim tell call base bear get go come think consider find regard think".split()
)


def _auxiliaries(sentence: Sentence) -> list[Token]:
    root = sentence.root
    found = [t for t in root.children if t.dep_ in ("aux", "auxpass") and t.i < root.i]
    return [*found, root] if root.pos_ == "AUX" else found


def _usable(sentence: Sentence) -> bool:
    """A plain assertion of which the main verb can be negated or hedged without a change elsewhere."""
    root, subject = sentence.root, sentence.subject
    if subject is None or sentence.negative or root.pos_ not in ("VERB", "AUX"):
        return False
    if any(t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") for t in root.children):
        return False
    if any(t.dep_ in ("ccomp", "parataxis") and t.i < root.i for t in root.children):
        return False
    if any(t.lower_ in _ADVERBS for t in root.children):
        return False
    quantified = any(t.lower_ in _QUANTIFIED or t.pos_ == "NUM" for t in subject.subtree)
    return not quantified and subject.lower_ not in _QUANTIFIED | {"there", "who", "which", "that", "this", "what"}


def negation_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    yield from _removed(sentence)
    if not _usable(sentence):
        return
    root = sentence.root
    helpers = _auxiliaries(sentence)
    if helpers:
        first = helpers[0]
        word = first.lower_
        if word not in _BE | _MODALS or first.text != word:
            return
        short = {"can": "can't", "will": "won't"}.get(word, f"{word}n't")
        new = rng.choice(
            [
                f"{word} not",
                f"{word} not",
                short,
                f"{word} never" if word in ("was", "were", "has", "had") else f"{word} not",
            ]
        )
        new = new.replace("can not", "cannot")
        yield Edit("negation_added", C, C, (sentence.swap(first.i, first.i + 1, new),))
        if word in ("is", "are") and any(t.dep_ in ("attr", "acomp") for t in root.children):
            yield Edit("no_longer", C, C, (sentence.swap(first.i, first.i + 1, f"{word} no longer"),))
        return
    if root.tag_ not in ("VBD", "VBZ", "VBP") or root.text != root.lower_:
        return
    do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[root.tag_]
    new = rng.choice([f"{do} not {root.lemma_}"] * 2 + [f"{do}n't {root.lemma_}", f"never {root.text}"])
    yield Edit("negation_added", C, C, (sentence.swap(root.i, root.i + 1, new),))


def _removed(sentence: Sentence) -> Iterator[Edit]:
    root, doc = sentence.root, sentence.doc
    found = [t for t in doc if t.lower_ in ("not", "n't", "never", "no")]
    blocked = {
        "any",
        "yet",
        "either",
        "nor",
        "but",
        "anymore",
        "until",
        "ever",
        "only",
        "neither",
        "nothing",
        "anything",
    }
    if len(found) != 1 or not sentence.words.isdisjoint(blocked):
        return
    token = found[0]
    helpers = _auxiliaries(sentence)
    if token.lower_ in ("not", "n't") and token.head == root and helpers and token.i and token.nbor(-1) == helpers[0]:
        helper = helpers[0]
        if any(t.lower_ in _ADVERBS | {"necessarily", "all"} for t in doc[token.i : token.i + 3]):
            return
        if helper.lower_ in ("did", "does", "do") and root.tag_ == "VB":
            between = list(doc[token.i + 1 : root.i])
            if between or helper.text != helper.lower_:
                return
            tag = {"did": "VBD", "does": "VBZ", "do": "VBP"}[helper.lower_]
            yield Edit("negation_removed", C, C, (sentence.swap(helper.i, root.i + 1, inflect(root.lemma_, tag)),))
        elif helper.lower_ in _BE | {"has", "had", "have", "will", "would", "could"}:
            yield Edit("negation_removed", C, C, (sentence.swap(helper.i, token.i + 1, helper.text),))
            if helper.lower_ in _BE | {"has", "had", "have"}:
                long = token.lower_ == "not"
                short = f"{helper.text}n't" if long else f"{helper.text} not"
                yield Edit("contraction", E, E, (sentence.swap(helper.i, token.i + 1, short),))
    elif token.lower_ == "never" and token.head == root and token.i + 1 < len(doc) and token.i:
        low, _ = sentence.span(token.i, token.i + 1)
        yield Edit("negation_removed", C, C, ((low, token.nbor().idx + len(token.nbor()), token.nbor().text),))
    elif token.text == "no" and token.dep_ == "det" and token.nbor() == token.head and token.head.tag_ == "NNS":
        if token.head.dep_ not in ("dobj", "attr") or token.head.head != root:
            return
        yield Edit("negation_removed", C, C, (sentence.swap(token.i, token.i + 1, "some"),))


def antonym_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    if sentence.negative or not sentence.words.isdisjoint({"may", "might", "can", "could", "if", "or", "whether"}):
        return
    for token in sentence.doc[:-1]:
        if token.ent_type_ in NAMES or not token.is_alpha or (token.text != token.lower_ and token.i):
            continue
        before, after = (token.nbor(-1).lower_ if token.i else ""), token.nbor().lower_
        if "-" in (before, after):
            continue
        if token.pos_ == "VERB" and token.lemma_ in ANTONYM_VERBS and token.dep_ not in ("amod", "compound"):
            if any(t.dep_ in ("prt", "xcomp", "ccomp", "dative") for t in token.children):
                continue
            if token.lemma_ in ("win", "lose") and after in ("to", "against"):
                continue
            new = inflect(rng.choice(ANTONYM_VERBS[token.lemma_]), token.tag_)
        elif token.pos_ == "NOUN" and token.lemma_ in ANTONYM_NOUNS and token.dep_ != "compound":
            new = inflect(rng.choice(ANTONYM_NOUNS[token.lemma_]), token.tag_)
        elif token.pos_ == "ADJ" and token.lower_ in ADJECTIVES and (after, before) != ("as", "as"):
            attributive = (
                token.dep_ == "amod"
                and token.head.i > token.i
                and token.head.dep_ in ("attr", "dobj", "pobj", "nsubj", "nsubjpass")
            )
            if not (attributive or token.dep_ == "acomp"):
                continue
            new = rng.choice(ADJECTIVES[token.lower_])
        elif token.lower_ in ANTONYM_WORDS and token.pos_ in ("ADP", "SCONJ", "ADV", "ADJ"):
            if (
                (token.lower_, after) in (("before", "and"), ("most", "of"))
                or (before in ("the", "at") and token.lower_ in ("most", "least", "more"))
            ) and (token.lower_ not in ("most", "least") or token.nbor().pos_ != "ADJ"):
                continue
            if token.lower_ in ("most", "least", "more", "less") and (
                token.nbor().pos_ not in ("ADJ", "ADV") or token.dep_ != "advmod"
            ):
                continue
            if token.lower_ in ("above", "below", "inside", "outside", "before", "after") and token.dep_ not in (
                "prep",
                "mark",
            ):
                continue
            new = rng.choice(ANTONYM_WORDS[token.lower_])
        else:
            continue
        if new.split()[0] in sentence.words or before == "relatively":
            continue
        kind = "antonym" if token.lower_ not in ANTONYM_WORDS else "opposite_word"
        yield Edit(kind, C, C, (sentence.swap(token.i, token.i + 1, new),))


def factuality_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    if sentence.subject is None or sentence.words & {"i", "we", "you", "my", "our", "?"}:
        return
    if not sentence.negative and sentence.subject.lower_ not in ("there", "it", "this", "that"):
        lead = rng.choice(["It is unclear whether ", "It is not known whether ", "An inquiry will examine whether ",
                           "Experts disagree on whether ", "It could not be confirmed that "])  # fmt: skip
        yield Edit("whether", N, N, wrap=(lead, "."))
        lead = rng.choice(["It is not true that ", "Officials denied that ", "A spokesman denied that ",
                           "It is false that ", "Reports that "])  # fmt: skip
        if lead == "Reports that ":
            yield Edit("denied", C, C, wrap=(lead, " are false."))
        else:
            yield Edit("denied", C, C, wrap=(lead, "."))
    if not _usable(sentence):
        return
    root, helpers = sentence.root, _auxiliaries(sentence)
    at = (helpers[0].i, root.i + 1) if helpers else (root.i, root.i + 1)
    first = helpers[0] if helpers else root
    if first.text != first.lower_:
        return
    rest = sentence.text[sentence.span(at[0], at[1])[0] + len(first) : sentence.span(at[0], at[1])[1]]
    may = rng.choice(["may", "might", "may", "could"])
    if helpers and first.lower_ in _BE:
        verb = "have been" if first.lower_ in ("was", "were") else "be"
        yield Edit("hedged", N, N, (sentence.swap(*at, f"{may} {verb}{rest}"),))
    elif helpers and first.lower_ in ("has", "have"):
        yield Edit("hedged", N, N, (sentence.swap(*at, f"{may} have{rest}"),))
    elif not helpers and root.tag_ in ("VBD", "VBZ", "VBP"):
        verb = f"have {inflect(root.lemma_, 'VBN')}" if root.tag_ == "VBD" else root.lemma_
        yield Edit("hedged", N, N, (sentence.swap(*at, f"{may} {verb}"),))
    if helpers or root.tag_ != "VBD" or root.lemma_ in _STATES:
        if (
            helpers
            and [h.lower_ for h in helpers] in (["was"], ["were"])
            and root.tag_ == "VBN"
            and root.lemma_ not in _STATES
        ):
            planned = rng.choice(["expected to be", "due to be", "supposed to be"])
            yield Edit("planned", N, N, (sentence.swap(*at, f"{first.text} {planned}{rest}"),))
        return
    human = sentence.subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or sentence.subject.lower_ in (
        "he",
        "she",
        "they",
    )
    described = any(t.dep_ == "advmod" and t.i < root.i for t in root.children) or root.lemma_ == "lose"
    agentive = human and not described and any(t.dep_ == "dobj" for t in root.children)
    were = "were" if sentence.subject.tag_ in ("NNS", "NNPS") or sentence.subject.lower_ == "they" or any(
        t.dep_ == "conj" for t in sentence.subject.children) else "was"  # fmt: skip
    if agentive:
        plan = rng.choice(["planned to", "wanted to", "intended to", "promised to", f"{were} expected to"])
        yield Edit("planned", N, N, (sentence.swap(*at, f"{plan} {root.lemma_}"),))
        never = rng.choice([f"denied having {inflect(root.lemma_, 'VBN')}", f"refused to {root.lemma_}",
                            f"failed to {root.lemma_}", f"decided not to {root.lemma_}"])  # fmt: skip
        kind = "denied_doing" if never.startswith("denied") else "not_done"
        yield Edit(kind, C, C, (sentence.swap(*at, never),))


_QUANTIFIER_EDITS = (
    (r"\b([Aa])ll of the (?=[a-z]+s\b)", "quantifier", C, C, ("None of the ",)),
    (r"\b([Aa])ll of the (?=[a-z]+s\b)", "quantifier_weaker", E, N, ("Some of the ", "Most of the ")),
    (r"\b([Aa])ll (?=[a-z]+s (?!and))", "quantifier_weaker", E, N, ("Some ", "Many ", "Most ")),
    (r"\b([Mm])ost (?=[a-z]+s (?!of|and))", "quantifier_stronger", N, E, ("All ",)),
    (r"\b([Mm])ost of the (?=[a-z]+s\b)", "quantifier", C, C, ("None of the ", "Few of the ", "Hardly any of the ")),
    (r"\b([Mm])ost (?=[a-z]+s (?!of|and|[a-z]+ly))", "quantifier", C, C, ("Few ", "Hardly any ")),
    (r"\b([Mm])any (?=[a-z]+s (?!of|and))", "quantifier", C, C, ("Few ", "Hardly any ", "No ")),
    (r"\b([Mm])any (?=[a-z]+s (?!of|and))", "quantifier_stronger", N, E, ("All ",)),
    (r"\b([Ss])ome (?=[a-z]+s (?!of|and))", "quantifier", C, C, ("No ",)),
    (r"\b([Ss])ome (?=[a-z]+s (?!of|and))", "quantifier_stronger", N, E, ("All ", "Most ")),
    (r"\b([Ss])ome of the (?=[a-z]+s\b)", "quantifier", C, C, ("None of the ",)),
    (r"\b([Ss])everal (?=[a-z]+s (?!of|and))", "quantifier", C, C, ("No ",)),
    (r"\b([Ee])very (?=[a-z]+ )", "quantifier_weaker", E, N, ("Almost every ",)),
    (r"\b([Aa])lways (?=[a-z]+)", "quantifier", C, C, ("Never ", "Rarely ")),
    (r"\b([Oo])ften (?=[a-z]+)", "quantifier", C, C, ("Rarely ", "Seldom ", "Never ")),
    (r"\b([Uu])sually (?=[a-z]+)", "quantifier", C, C, ("Rarely ", "Seldom ")),
    (r"\b([Aa])lways (?=[a-z]+)", "quantifier_weaker", E, N, ("Often ", "Usually ")),
    (r"\b([Uu])sually (?=[a-z]+)", "quantifier_stronger", N, E, ("Always ",)),
    (r"\b([Oo])ften (?=[a-z]+)", "quantifier_stronger", N, E, ("Always ",)),
    (r"\b([Mm])ost of (?=the )", "fraction", C, C, ("A small part of ", "Less than half of ")),
    (r"\b([Hh])alf of (?=the )", "fraction", C, C, ("All of ", "A third of ", "A quarter of ")),
    (r"\b([Hh])alf of (?=the |all )", "fraction_written", E, E, ("50 percent of ", "50% of ")),
    (r"\b([Aa]) quarter of (?=the |all )", "fraction_written", E, E, ("25% of ", "25 percent of ")),
    (r"\b([Tt])wo-thirds of (?=the |all )", "fraction", C, C, ("A third of ", "All of ")),
)
_BEFORE_NOUNS = frozenset("in at for on by of to with from the these those his her its their".split())
_BEFORE_ADVERBS = frozenset("most more very how as so quite too not of the every".split())
_BEFORE_FRACTIONS = frozenset("second first other latter last one a the".split())
_BOTH = re.compile(r"\b([Bb])oth (?P<a>[\w' -]{2,40}) and (?=[\w])")


def quantifier_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    if sentence.negative or not sentence.words.isdisjoint({"if", "than", "whether", "because"}):
        return
    for pattern, kind, forward, backward, options in _QUANTIFIER_EDITS:
        match = re.search(pattern, sentence.text)
        if match is None or (kind != "fraction" and match.start() > len(sentence.text) * 0.6):
            continue
        following = next((t for t in sentence.doc if t.idx >= match.end()), None)
        before = (sentence.text[: match.start()].lower().split() or [""])[-1]
        words = match[0].lower().split()
        noun = words[0] in ("all", "most", "many", "some", "several") and "the" not in words
        if following is None or (noun and (following.tag_ != "NNS" or before in _BEFORE_NOUNS)):
            continue
        if before in _BEFORE_ADVERBS or (kind.startswith("fraction") and before in _BEFORE_FRACTIONS):
            continue
        new = rng.choice(options)
        new = new if match[1].isupper() else new[0].lower() + new[1:]
        yield Edit(kind, forward, backward, ((*match.span(), new),))
    match = _BOTH.search(sentence.text)
    if match is not None and sentence.text.count(" and ") == 1 and match.start() > 0 and sentence.subject is not None:
        in_subject = match.start() < sentence.root.idx
        if not in_subject:
            yield Edit("both_neither", C, C, ((*match.span(), f"neither {match['a']} nor "),))


_CAUSE = re.compile(r"\b(?P<word>[Bb]ecause of|[Dd]ue to|[Oo]wing to|[Dd]espite|[Ii]n spite of) ")


def cause_edits(sentence: Sentence, rng: random.Random, causes: list[str]) -> Iterator[Edit]:
    match = _CAUSE.search(sentence.text)
    if match is None or sentence.negative:
        return
    word, capital = match["word"].lower(), match["word"][0].isupper()
    new = (
        rng.choice(["because of", "owing to"])
        if word in ("despite", "in spite of")
        else rng.choice(["despite", "in spite of"])
    )
    new = new.capitalize() if capital else new
    if sentence.text[: match.start()].rstrip()[-3:] not in (" is", "was", "are", "ere", "be", "not"):
        yield Edit("cause_denied", C, C, ((*match.span("word"), new),))
    if len(causes) > 3 and word in ("because of", "due to", "owing to"):
        token = next(t for t in sentence.doc if t.idx + len(t) == match.end() - 1)
        cause = next((subtree(t) for t in token.children if t.dep_ == "pobj"), None)
        if cause is not None and cause[1] - cause[0] < 9:
            low, high = sentence.span(*cause)
            yield Edit("cause_changed", N, N, ((low, high, rng.choice(causes)),))


def cause_phrase(sentence: Sentence) -> str | None:
    """What stands after "because of", to be given as another sentence's cause."""
    match = _CAUSE.search(sentence.text)
    if match is None or match["word"].lower() not in ("because of", "due to"):
        return None
    token = next((t for t in sentence.doc if t.idx + len(t) == match.end() - 1), None)
    cause = next((subtree(t) for t in token.children if t.dep_ == "pobj"), None) if token is not None else None
    if cause is None or cause[1] - cause[0] > 6 or any(t.pos_ == "PRON" for t in sentence.doc[cause[0] : cause[1]]):
        return None
    return str(sentence.doc[cause[0] : cause[1]].text)
