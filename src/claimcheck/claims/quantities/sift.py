"""Which candidates are quantities, with the help of the parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.numbers import ORDINALS
from claimcheck.claims.quantities import reject
from claimcheck.claims.quantities.grammar import Candidate
from claimcheck.claims.quantities.unnumbered import NO_DURATION_AFTER

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Plurals that "no" denies as such; that there are none of them is no count that anybody would give a number for.
_UNCOUNTED = frozenset(
    """
    plan sign report detail comment reason word way idea matter doubt intention word indication circumstance means term
    question clue result answer illusion link tie objection complaint problem issue record evidence reservation regret
    sanction doubt other news right rule choice limit condition change strings string
    """.split()
)
LISTED = re.compile(r"\s*(?:,|,?\s(?:and|or|to|&)\s|[-–])\s*")
"""What stands between two numbers of one list: "14 and 16", "junctions 9, 10"."""
# "Three-way race", "two-pronged": the shape of a thing, not a number of things.
_SHAPE = re.compile(
    r"\s?-\s?(?:way|pronged|sided|dimensional|legged|wheeled|dimensions|figure|digit|star|letter|word|tier|tiered|fold|party-system|liner)\b",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\ball\s+but\s+$", re.IGNORECASE)
_NOT_THIS = re.compile(
    r"(?:[,;–—(]|\s-|\b(?:and|but))\s*not\s+(?:(?:the|just|only|merely|simply)\s+)*$|\brather\s+than\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before the figure that a text takes back: "44 people, not 31"."""
_NEITHER = re.compile(r"\bnot\s+(?:the\s+)?$", re.IGNORECASE)
_BUT = re.compile(r"(?:(?!\bnot\b)[^.;])*\bbut\s+(?:\w+\s+)?$", re.IGNORECASE)
_EMPHATIC = re.compile(r"\s*(?:\w+\s+)?(?:of|from|away|ago|later|before|after|but)\b", re.IGNORECASE)
"""Words after a figure that is not taken back, but put low: "not 100 metres from the shore"."""
_FAR = 90
"""Characters within which the figure stands that holds instead."""
_COINS = frozenset({"cent", "cents", "dollar", "dollars", "pound", "pounds", "penny", "pence"})
_LIFE = frozenset("die marry wed retire emigrate graduate debut".split())
_HUMANS = frozenset(
    "man woman boy girl son daughter victim suspect driver defendant teenager father mother brother sister".split()
)
_ONE_PERSON = _HUMANS | frozenset(
    "male female youth student pupil pensioner worker patient passenger cyclist climber hiker farmer soldier".split()
)
_YOUNGEST_TOLD = 13
"""Years from which "at 13, she …" is an age: below, it is a time of day."""
_APPOSED_AGE = re.compile(r",\s$")


# ---- sifting --------------------


def refused(doc: Doc, text: str, made: Candidate, first: Token, last: Token, previous: Candidate | None) -> bool:
    if made.kind == "score":
        return False
    if made.kind == "zero":
        return _refused_zero(doc, text, made, last)
    if made.kind == "ordinal":
        return reject.idle_ordinal(doc, text, made, first, last)
    if made.kind == "times" or made.dimension == "count per duration":
        return _refused_times(doc, text, made, first, last)
    if made.kind == "fraction":
        if not _refused_fraction(text, made, last):
            return False
        return not _ordinal_instead(text, made) or reject.idle_ordinal(doc, text, made, last, last)
    if made.kind == "measure":
        return _refused_measure(text, made, first)
    if _ALL_BUT.search(text[max(0, made.start - 8) : made.start]):
        return True  # "all but two died": two is what is left, not what died
    if _age_said(doc, made, first, last):
        made.kind, made.dimension, made.unit = "measure", "age", "year"
        return False
    if _apposed_age(doc, text, made, first, last):
        made.kind, made.dimension, made.unit = "measure", "age", "year"
        return False
    if previous is not None and previous.dimension == "age" and made.low is not None and made.low < 120:
        listed = LISTED.fullmatch(text, previous.end, made.start) is not None
        if listed and text[previous.start : previous.end].lower().startswith("age"):  # "aged 14 and 16"
            made.kind, made.dimension, made.unit = "measure", "age", "year"
            return False
    if _SHAPE.match(text, made.end):
        return True
    if made.compared and made.dimension == "count" and _age_group(doc, made, first, last):
        made.kind, made.dimension, made.unit = "measure", "age", "year"
        return False
    if text[made.end : made.end + 1] == "s" or text[made.end : made.end + 2] in ("'s", "’s"):
        return True
    return (
        reject.identifier(doc, text, made, first, last)
        or reject.in_a_name(doc, text, made, first, last)
        or reject.pronoun_one(doc, made, first)
    )


def is_corrected(text: str, made: Candidate, others: list[Candidate]) -> bool:
    """Whether a figure is taken back for another one of its text: "44 people, not 31", "not 31 but 44"."""
    if made.kind not in ("count", "measure", "fraction"):
        return False
    before = text[max(0, made.start - 24) : made.start]
    after_it, before_it = _NOT_THIS.search(before), _NEITHER.search(before)
    for other in others:
        bare = made.kind == "count" and re.match(r"[.,;:!?)]|$", text[made.end : made.end + 1]) is not None
        if (other.dimension != made.dimension and not bare) or (other.low, other.high) == (made.low, made.high):
            continue
        if after_it and other.end <= made.start <= other.end + _FAR and not _EMPHATIC.match(text, made.end):
            return not re.search(r"[.!?;]\s", text[other.end : made.start])
        if before_it and made.end <= other.start <= made.end + _FAR and _BUT.fullmatch(text, made.end, other.start):
            return True
    return False


def _ordinal_instead(text: str, made: Candidate) -> bool:
    """ "For a third time", "a fifth straight victory": what reads as a fraction is a rank. Changes the candidate."""
    word = re.split(r"[\s-]", text[made.number_start : made.end])[-1].lower()
    if word not in ORDINALS or not re.match(r"[\s-]+[a-z]", text[made.end : made.end + 3]) or made.compared:
        return False
    made.start = made.number_start = made.end - len(word)
    made.kind, made.dimension, made.unit = "ordinal", "ordinal", ""
    made.low = made.high = float(ORDINALS[word])
    return True


def _age_said(doc: Doc, made: Candidate, first: Token, last: Token) -> bool:
    """ "Who was 16 at the time", "she turned 40", "he died at 87": a bare number said of a person."""
    if made.low is None or made.low != made.high or not 1 <= made.low <= 115 or made.low != round(made.low):
        return False
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is not None and following.lower_ in ("of", "to", "or", "-", "–", "%", "for", "per"):
        return False
    if _introduced(doc, made, first, following):
        return True
    if following is not None and following.pos_ not in ("PUNCT", "ADP", "SCONJ", "CCONJ", "ADV"):
        return False
    verb = first.head
    if verb.dep_ == "prep" or verb.pos_ == "ADP":
        if verb.lower_ != "at" or verb.i != first.i - 1 or verb.head.lemma_ not in _LIFE:
            return False
        return any(child.dep_ == "nsubj" and child.lower_ not in ("it", "they") for child in verb.head.children)
    if verb.lemma_ not in ("be", "turn") or first.dep_ not in ("attr", "acomp", "dobj", "oprd"):
        return False
    return any(child.dep_ == "nsubj" and _personal(child, verb) for child in verb.children)


def _introduced(doc: Doc, made: Candidate, first: Token, following: Token | None) -> bool:
    """ "A man of 25", "at ninety-four, the composer died", "who at 31 won the race"."""
    before = first.nbor(-1) if first.i else None
    if before is None or following is None or made.low is None:
        return False
    if before.lower_ == "of" and before.i:
        noun = first.nbor(-2)
        given = {child.lower_ for child in noun.children if child.dep_ in ("det", "nummod", "advmod")}
        ends = following.pos_ in ("PUNCT", "ADP", "SCONJ", "CCONJ", "PRON", "AUX", "VERB")
        return noun.lower_ in _ONE_PERSON and bool(given) and given <= {"a", "an", "the", "that"} and ends
    if before.lower_ != "at" or made.low < _YOUNGEST_TOLD:
        return False
    if before.is_sent_start:
        root = before.sent.root
        subjects = [child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")]
        return following.text == "," and any(_personal(subject, root) for subject in subjects)
    return doc[before.i - 1].lower_ == "who" and following.pos_ in ("VERB", "AUX", "PUNCT")


def _personal(subject: Token, verb: Token) -> bool:
    if subject.lower_ in ("he", "she", "i", "who"):
        return True
    if subject.lower_ in ("youngest", "eldest", "oldest"):
        return True
    return (subject.ent_type_ == "PERSON" and verb.lemma_ != "turn") or subject.lower_ in _HUMANS


def _apposed_age(doc: Doc, text: str, made: Candidate, first: Token, last: Token) -> bool:
    """ "John Smith, 42, was charged"."""
    if made.worded or made.compared or made.low is None or not 1 <= made.low <= 115 or made.low != round(made.low):
        return False
    if not _APPOSED_AGE.search(text[max(0, made.start - 2) : made.start]) or first.i < 2:
        return False
    if text[made.end : made.end + 1] not in (",", ".", ";", ")", ""):
        return False
    name = doc[first.i - 2]
    if name.pos_ != "PROPN" or name.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "QUANTITY"):
        return False
    made.counts = name.text
    return True


def _age_group(doc: Doc, made: Candidate, first: Token, last: Token) -> bool:
    """ "children under 12", "those over 65", "the over-60s"."""
    if (made.low is not None and made.high is not None) or first.i == 0:
        return False
    value = made.low if made.low is not None else made.high
    if (
        value is None
        or not 1 <= value <= 100
        or first.lower_ not in ("under", "over", "above", "below", "younger", "older")
    ):
        return False
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    # The tagger often takes the verb after such a number for a noun in the singular.
    if following is not None and (following.tag_ in ("NNS", "NNPS", "JJ") or following.lower_ == "of"):
        return False
    return doc[first.i - 1].lower_ in (
        "children", "those", "people", "anyone", "everyone", "adults", "men", "women", "players", "patients", "aged",
        "kids",
        "drivers",
        "boys", "girls", "voters", "workers", "persons", "residents", "citizens", "youths", "passengers", "person",
        "child",
    )  # fmt: skip


def _refused_zero(doc: Doc, text: str, made: Candidate, last: Token) -> bool:
    word = text[made.start : made.end].lower()
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if word in ("no", "zero"):
        index = last.i + 1
        while index < len(doc) and doc[index].pos_ in ("ADJ", "NOUN", "PROPN") and index < last.i + 4:
            if doc[index].tag_ == "NNS":
                head = doc[index]
                return head.lemma_.lower() in _UNCOUNTED
            if doc[index].tag_ == "NN" and doc[index].lemma_ in (
                "casualty",
                "fatality",
                "death",
                "injury",
                "survivor",
                "arrest",
            ):
                return False
            index += 1
        return True
    subject = last
    if subject.dep_ not in ("nsubj", "nsubjpass"):
        subject = subject.head if subject.head.dep_ in ("nsubj", "nsubjpass") else subject
    if word.startswith("none") and (following is None or following.lower_ != "of") and subject.dep_ != "nsubjpass":
        return True
    verb = subject.head
    if subject.dep_ == "nsubjpass":
        return False
    if subject.dep_ == "nsubj" and verb.lemma_ in ("die", "survive", "perish", "drown", "resign", "vote"):
        return False
    return not (verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children))


def _refused_times(doc: Doc, text: str, made: Candidate, first: Token, last: Token) -> bool:
    word = first.lower_
    if word == "once" and re.search(r"\bat\s+$", text[max(0, made.start - 4) : made.start], re.IGNORECASE):
        return True  # "at once"
    if made.dimension != "multiple" and word == "once":
        # "Once" is a number only beside a period or a contrast; elsewhere it is "formerly" or "as soon as".
        return made.dimension != "count per duration" and not re.match(
            r"\s*[.,;]?\s*(?:and|but|or)\s+(?:twice|again)\b|\s+only\b|\s*[.]", text[made.end : made.end + 20]
        )
    if word.startswith(("doubl", "tripl", "trebl", "quadr", "halv")):
        return first.pos_ != "VERB" and not (
            first.lower_ == "double" and last.i + 1 < len(doc) and doc[last.i + 1].lower_ in ("the", "that", "its")
        )
    if made.low is not None and made.low == 1 and word in ("one", "1"):
        return True
    return bool(last.text.endswith("imes") and last.is_title and last.ent_type_ == "ORG")


def _refused_fraction(text: str, made: Candidate, last: Token) -> bool:
    words = text[made.start : made.end].lower()
    if made.unit != "percent" or words.endswith("%"):
        return False
    following = text[made.end : made.end + 24].lower()
    if re.search(r"\b(?:in|out of)\b", words) or words[-1:] in "½¼¾⅓⅔":
        return False
    if words.endswith("half"):
        return (
            not re.match(r"\s+(?:of|the|its|their|his|her|all|our|my|those|these|a\s+per)\b", following)
            and not (made.compared and not re.match(r"[\s-]\w", following))
            and not re.match(r"\s+(?:the|as)\b", following)
            and not re.search(r"\bby\s+$", text[max(0, made.start - 4) : made.start])
        )
    if re.match(r"\s+(?:were|are|have|do|say)\b", following):
        return False  # "a third were women"
    if re.match(
        r"\s+of\b|\s+(?:fewer|more|less|lower|higher)\b|[-\s](?:majority|share|stake|interest|cut)\b|\s*(?:[.,;)]|$)",
        following,
    ):
        return False
    if (re.match(r"[\s-]+[a-z]", following) and words.split()[0] in ("a", "an", "one")) or (
        "quarter" in words and "-" not in words
    ):
        return not re.search(r"\bby\s+(?:\w+\s+)?$", text[max(0, made.start - 16) : made.start])
    return False


def _refused_measure(text: str, made: Candidate, first: Token) -> bool:
    if reject.letter_before(text, made) and text[made.start - 1] != "(":
        return True
    if made.dimension == "duration":
        word = re.search(r"[A-Za-z]+$", text[made.start : made.end])
        if word is not None and len(word.group()) > 3 and word.group().istitle() and not made.worded:
            return True  # "60 Minutes" is a programme
        if NO_DURATION_AFTER.match(text, made.end) and not re.match(r"\s+to\b", text[made.end : made.end + 4]):
            return True
    if made.dimension == "money" and made.start == made.number_start and not made.worded:
        word = re.search(r"\s[A-Z][a-z]+s?$", text[made.start : made.end])
        # "50 Cent" is a rapper
        return word is not None and word.group().strip().lower() in _COINS and not reject.headline(first)
    return False
