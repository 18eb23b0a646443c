"""Edits that keep the meaning (synonyms, abbreviations, passive and active, clauses moved, attribution), and those that
say less than the original."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.training.made_edits import NAMES, Edit, Piece, Sentence, subtree
from benchmarks.training.made_inflection import inflect
from benchmarks.training.made_words import SHORT_FORMS, SYNONYM_VERBS, SYNONYM_WORDS

E, N = "entailment", "neutral"
_NO_PASSIVE = frozenset(
    "have be become resemble mean lack cost weigh fit suit equal contain include enter leave join take get want like "
    "let reach total number last remain survive say make give involve play do know need love hate marry live "
    "receive".split()
)
_WORDS = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, SYNONYM_WORDS), key=len, reverse=True)) + r")(?![\w-])", re.I
)
_LINKED = frozenset("but and so this these however or then according".split())
_SOURCES = ("officials", "reports", "historians", "researchers", "experts", "local media", "the report", "observers")


def synonym_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    for token in sentence.doc[:-1]:
        others = SYNONYM_VERBS.get(token.lemma_)
        if token.pos_ != "VERB" or others is None or token.ent_type_ in NAMES or token.text != token.lower_:
            continue
        if token.dep_ in ("amod", "compound") or any(
            t.dep_ in ("prt", "xcomp", "ccomp", "dative", "oprd") for t in token.children
        ):
            continue
        passive = any(t.dep_ in ("auxpass", "nsubjpass") for t in token.children) or token.dep_ == "acl"
        bare = not any(t.dep_ == "dobj" for t in token.children)
        fitting = [
            o
            for o in others
            if (" " not in o) or not (passive or bare) or o in ("take place", "take part", "step down", "work together")
        ]
        if (
            bare
            and not passive
            and token.lemma_
            not in ("resign", "occur", "participate", "collaborate", "reside", "vanish", "begin", "start", "finish")
        ):
            continue
        if (token.lemma_ == "begin" and bare) or not fitting:
            continue
        new = inflect(rng.choice(fitting), token.tag_)
        yield Edit("synonym", E, E, (sentence.swap(token.i, token.i + 1, new),))
    for match in _WORDS.finditer(sentence.text):
        span = sentence.doc.char_span(*match.span())
        if span is None or any(t.ent_type_ in NAMES for t in span) or (span.text != span.text.lower() and span.start):
            continue
        if (
            span.text.lower() in ("several", "nearly", "almost")
            and span.end < len(sentence.doc)
            and sentence.doc[span.end].lower_ == "of"
        ):
            continue
        options = SYNONYM_WORDS[span.text.lower()]
        if span.text[0].isupper() and span.start:
            continue
        if options == ["for example"]:
            continue
        yield Edit("synonym", E, E, (sentence.swap(span.start, span.end, rng.choice(options)),))


def short_form_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    text = sentence.text
    for long, short in rng.sample(SHORT_FORMS, len(SHORT_FORMS)):
        for old, new in ((long, short), (short, long)):
            found = list(re.finditer(rf"(?<![\w./-]){re.escape(old)}(?![\w/-])", text))
            if len(found) != 1 or (
                text[found[0].end() :].startswith(("'", ".", " (", " and", ",")) and old.endswith(".")
            ):
                continue
            match = found[0]
            before, after = text[: match.start()], text[match.end() :]
            if (
                re.match(r" (?:[A-Z]|and [A-Z])", after)
                and old[0].isupper()
                and not old.startswith(("Doctor", "Dr", "Prof"))
            ):
                continue
            if re.search(r"[A-Z][\w.]+ (?:of )?$", before) and match.start() > 20 and old[0].isupper():
                continue
            if old in ("Doctor", "Professor") and not re.match(r" [A-Z]", after):
                continue
            if re.search(r"\b(?:the|a|an|this|during the) $", before, re.I) and new.startswith("the "):
                continue
            if re.match(r" \(", after) or (old in ("km", "kg", "mph") and not re.search(r"\d ?$", before)):
                continue
            if "War" in new + old and (
                after.startswith((" ", "'")) and not re.match(r" (?:in|and|he|she|the|to|was|by|as|with|on)\b", after)
            ):
                continue
            new = new[0].upper() + new[1:] if match.start() == 0 else new
            old_start = match.start()
            yield Edit("abbreviation", E, E, ((old_start, match.end(), new),))
            break


def order_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    """A phrase of time or place, or a clause, from the end to the front, or from the front to the end."""
    doc, root = sentence.doc, sentence.root
    end = len(doc) - 1
    total = len(sentence.text)
    for token in root.children:
        span = subtree(token)
        if span is None or token.dep_ not in ("prep", "advcl", "npadvmod") or span[1] - span[0] > 14:
            continue
        if (token.dep_ == "prep" and not _circumstance(token)) or token.dep_ == "npadvmod":
            continue
        if token.dep_ == "advcl" and doc[span[0]].lower_ not in (
            "when",
            "while",
            "after",
            "before",
            "because",
            "although",
            "since",
            "if",
            "as",
        ):
            continue
        low, high = sentence.span(*span)
        phrase = doc[span[0]]
        if span[0] == 0 and span[1] < end and doc[span[1]].text == "," and root.i > span[1]:
            rest = doc[span[1] + 1]
            if any(t.text in (",", ";") for t in doc[span[1] + 2 :]) or any(
                t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") for t in root.children
            ):
                continue
            if any(t.dep_ in ("ccomp", "xcomp", "advcl") and t.i > root.i for t in root.children):
                continue
            gap = ", " if phrase.lower_ in ("although", "while", "as") else " "
            yield Edit("reordered", E, E, pieces=((rest.idx, total - 1), gap, (0, high), "."))
        elif span[1] == end and span[0] > root.i and doc[0].dep_ not in ("cc", "mark", "prep") and phrase.is_lower:
            if any(t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") for t in root.children) or doc[0].lower_ in (
                "there",
                "but",
                "and",
                "this",
            ):
                continue
            if sentence.subject is None or any(
                t.dep_ in ("advcl", "prep") and t.i < sentence.subject.i for t in root.children
            ):
                continue
            if any(t.dep_ in ("ccomp", "xcomp", "advcl") and t != token for t in root.children) or (
                span[0] and doc[span[0] - 1].text == ","
            ):
                continue
            before = sentence.span(0, span[0])[1]
            front = doc[span[0]].text.capitalize() + sentence.text[low + len(doc[span[0]]) : low + len(doc[span[0]])]
            inner = (low + len(doc[span[0]]), high)
            yield Edit("reordered", E, E, pieces=(front, inner, ", ", (0, before), "."))


def _circumstance(token: object) -> bool:
    """Whether a preposition opens a phrase of time or place of the whole sentence."""
    child = next((t for t in token.children if t.dep_ == "pobj"), None)  # type: ignore[attr-defined]
    word = token.lower_  # type: ignore[attr-defined]
    if child is None:
        return False
    if child.ent_type_ in ("DATE", "TIME") and word in ("in", "on", "during", "after", "before", "at", "since", "by"):
        return True
    if word in ("after", "before") and (child.ent_type_ or token.head.lemma_ in ("name", "live", "come", "call")):  # type: ignore[attr-defined]
        return False
    return word in ("during", "despite", "because", "after", "before") or (
        word in ("in", "at") and child.ent_type_ == "GPE"
    )


def voice_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    root, subject, doc = sentence.root, sentence.subject, sentence.doc
    if (
        subject is None
        or sentence.negative
        or any(t.dep_ in ("conj", "xcomp", "ccomp", "prt", "dative", "oprd", "neg", "advmod") for t in root.children)
    ):
        return
    one = subtree(subject)
    helpers = [t for t in root.children if t.dep_ in ("aux", "auxpass")]
    if one is None or subject.pos_ == "PRON" or subject.lower_ in ("that", "which"):
        return
    first = sentence.span(*one)
    head = sentence.text[: first[0]]
    if root.tag_ == "VBD" and not helpers and root.lemma_ not in _NO_PASSIVE and subject.dep_ == "nsubj":
        target = next((t for t in root.children if t.dep_ == "dobj"), None)
        other = subtree(target) if target is not None else None
        if target is None or other is None or one[1] != root.i or other[0] != root.i + 1 or other[1] - other[0] > 10:
            return
        if (
            doc[other[1]].pos_ not in ("ADP", "PUNCT", "ADV", "SCONJ")
            or doc[other[1]].text in ("(", "of")
            or "," in sentence.text[first[0] : first[1]]
        ):
            return
        if any(t.dep_ == "relcl" for t in subject.subtree):
            return
        if target.pos_ == "PRON" or any(
            t.lower_ in ("his", "her", "their", "its", "himself", "itself") for t in doc[other[0] : other[1]]
        ):
            return
        if any(t.dep_ in ("relcl", "acl") for t in target.subtree) or target.ent_type_ in (
            "DATE",
            "QUANTITY",
            "PERCENT",
            "MONEY",
            "CARDINAL",
        ):
            return
        be = "were" if target.tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" for t in target.children) else "was"
        second = sentence.span(*other)
        middle = f" {be} {inflect(root.lemma_, 'VBN')} by "
        yield Edit("passive", E, E, pieces=(head, second, middle, first, (second[1], len(sentence.text))))
    agent = next((t for t in root.children if t.dep_ == "agent"), None)
    if agent is not None and subject.dep_ == "nsubjpass" and [t.lower_ for t in helpers] in (["was"], ["were"]):
        maker = next((t for t in agent.children if t.dep_ == "pobj"), None)
        other = subtree(maker) if maker is not None else None
        if (
            maker is None
            or other is None
            or maker.pos_ == "PRON"
            or any(t.dep_ in ("relcl", "acl") for t in maker.subtree)
        ):
            return
        if (
            root.i + 1 != agent.i
            or helpers[0].i != root.i - 1
            or one[1] != helpers[0].i
            or other[1] - other[0] > 10
            or root.lemma_ in ("follow", "surround", "bear")
        ):
            return
        if any(t.lower_ in ("his", "her", "their", "its") for t in doc[other[0] : other[1]]):
            return
        second = sentence.span(*other)
        middle = f" {inflect(root.lemma_, 'VBD')} "
        yield Edit("active", E, E, pieces=(head, second, middle, first, (second[1], len(sentence.text))))


def wrap_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    if sentence.doc[0].lower_ in _LINKED or not sentence.words.isdisjoint({"said", "according"}):
        return
    source = rng.choice(_SOURCES)
    said = rng.choice(["say", "said"]) if source != "the report" else "said"
    options = [(f"According to {source}, ", "."), ("", f", {source} {said}."), ("", f", according to {source}.")]
    if sentence.doc[0].dep_ not in ("mark", "advmod") or sentence.subject is not None:
        options.append((f"{source[0].upper()}{source[1:]} {said} that ", "."))
    yield Edit("attributed", E, E, wrap=rng.choice(options))


def shorter_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    """A part left out that the rest does not need: the original entails what remains, not the other way round."""
    doc, text = sentence.doc, sentence.text
    end = len(doc) - 1
    narrowed = sentence.narrowed

    def without(kind: str, start: int, stop: int) -> Iterator[Edit]:
        low, high = sentence.span(start, stop)
        kept: tuple[Piece, ...] = tuple(
            p for p in ((0, low), " " if high < len(text) - 1 else "", (high, len(text))) if p
        )
        if len(doc) - (stop - start) >= 6:
            yield Edit(kind, E, N, pieces=kept)

    for match in re.finditer(r" \([^()]{3,80}\)(?=[ ,.])", text):
        yield Edit("parenthesis_dropped", E, N, pieces=((0, match.start()), (match.end(), len(text))))
    for token in doc:
        span = subtree(token)
        if span is None or span[1] - span[0] < 2:
            continue
        start, stop = span
        comma = start > 0 and doc[start - 1].text == ","
        closed = stop >= end or doc[stop].text == ","
        inside = any(t.i >= start and t.i < stop and t.text == ";" for t in doc)
        if inside or (stop - start) > 16:
            continue
        if (
            token.dep_ in ("appos", "relcl")
            and comma
            and closed
            and token.head.i == start - 2
            and not any(t.dep_ == "conj" for t in token.head.children)
        ):
            if token.dep_ == "relcl" and doc[start].lower_ not in ("who", "which", "where"):
                continue
            if token.dep_ == "appos" and (
                token.head.pos_ != "PROPN"
                or token.pos_ != "NOUN"
                or token.ent_type_
                or (stop < end and doc[stop + 1].lower_ in ("and", "with", "or", "as"))
            ):
                continue
            yield from without("aside_dropped", start - 1, stop + (1 if stop < end else 0))
        elif narrowed:
            continue
        elif (
            token.dep_ in ("prep", "advcl", "npadvmod")
            and token.head == sentence.root
            and stop == end
            and start > sentence.root.i + 1
        ):
            if token.dep_ == "advcl" and (
                doc[start].lower_ in ("if", "unless", "than", "as", "that", "so")
                or (not comma and doc[start].lower_ not in ("when", "because", "after", "while", "before"))
            ):
                continue
            if token.dep_ == "prep" and not (
                _circumstance(token) or (token.lower_ in ("with", "because", "after", "during", "alongside") and comma)
            ):
                continue
            if (
                sentence.root.lemma_
                in (
                    "be",
                    "take",
                    "result",
                    "live",
                    "locate",
                    "bear",
                    "situate",
                    "base",
                    "find",
                    "divide",
                    "lie",
                    "occur",
                )
                and token.dep_ == "prep"
                and not any(t.dep_ in ("attr", "acomp", "nsubjpass") for t in sentence.root.children)
            ):
                continue
            if sentence.root.lemma_ in ("bear", "base", "locate", "situate", "find", "divide"):
                continue
            yield from without("adjunct_dropped", start - comma, stop)
        elif (
            token.dep_ in ("prep", "advcl")
            and token.head == sentence.root
            and start == 0
            and doc[stop].text == ","
            and stop < sentence.root.i
        ):
            if (token.dep_ == "prep" and _circumstance(token)) or doc[0].lower_ in (
                "after",
                "when",
                "although",
                "while",
                "because",
            ):
                yield from without("adjunct_dropped", start, stop + 1)
        elif (
            token.dep_ == "conj"
            and token.head == sentence.root
            and token.pos_ == "VERB"
            and stop == end
            and doc[start - 1].lower_ == "and"
        ) and (
            token.tag_ == sentence.root.tag_
            and not any(t.dep_ in ("aux", "auxpass") for t in sentence.root.children)
            and start > sentence.root.i
            and any(
                t.dep_ in ("dobj", "prep", "attr", "acomp", "advmod", "agent") and sentence.root.i < t.i < start
                for t in sentence.root.children
            )
        ):
            before = start - 1 - (doc[start - 2].text == ",")
            yield from without("clause_dropped", before, stop)
