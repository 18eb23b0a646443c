"""Numbers that are not quantities: identifiers, numbered things, addresses, telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.quantities.grammar import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Stretches of text in which no digit counts anything.
_MASK = re.compile(
    r"""
      https?://\S+ | www\.\S+ | (?<!\S)[^\s@]{1,64}@[^\s@]+ | (?<!\w)[@#]\w+  # addresses on the net
    | (?<![\w$£€])(?:\+\d{1,3}|\(?0\d{1,4}\)?)(?:[\s().-]{1,2}\d{2,}){1,}                  # telephone numbers
    | (?<![\w.,-])\d{3}[-.\s]\d{3}[-.]\d{4}\b | (?<![\w.,-])\d{3}-\d{4}\b
    | \b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?!\d)                                          # clocks
    | \b\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\.|[ap]m\b)
    | (?<=\bdial\s)\d{3}\b | (?<=\bdialed\s)\d{3}\b | (?<=\bdialled\s)\d{3}\b     # emergency numbers
    | \b(?:24/7|9/11|7/7|26/11|7-Eleven|20/20|50/50|50-50|fifty-fifty|24-hours-a-day|4x4)\b
    | \b\d{2,3}\s?(?:over|/)\s?\d{2,3}\b(?!\s*(?:per|%))                                  # blood pressure, heights
    | \b\d{1,4}\s?(?:B\.?C\.?E?|A\.?D|CE)\b | \bAD\s\d{1,4}\b
    | \b[1-9]\d?(?:st|nd|rd|th)?[\s-](?:centur(?:y|ies))\b | \bcentury\b
    | \b\w+(?:st|nd|rd|th|first|second|third)[\s-]centur(?:y|ies)\b
    | \b(?:Nos?|nos?)\.?\s?\d+\b | \#\s?\d+\b
    | \b\d+(?:st|nd|rd|th)\s(?:Street|Avenue|Ave|St|Road|District|Congress|Amendment|parallel|Century)\b
    | \b(?:\d{1,2}[-/.]){2}\d{2,4}\b | \b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b
    """,
    re.VERBOSE,
)
_STREET = re.compile(
    r"\s?[A-Za-z]?,?\s(?:[NSEW]\.?\s)?(?:[A-Z][a-z']+\s){1,3}(?:Road|Street|Avenue|Lane|Drive|Boulevard|Square|Way|Place|Court|Terrace|"
    r"Rd|St|Ave|Blvd|Close|Crescent|Gardens|Row|Hill)\b"
)  # fmt: skip
# Nouns that a number after them names rather than counts.
_BARE_RANGE = re.compile(r"\d+\s?[-–—]\s?\d+")
_LABELS = frozenset(
    """
    article articles chapter chapters section sections page pages table figure fig fig. room route highway
    interstate rule rules resolution resolutions area boeing airbus flight version gate platform channel studio
    junction junctions type level phase tier group class act scene psalm verse model unit block lot part step
    volume vol vol. item line building floor suite apartment flat pier terminal formula number numbers no no.
    paragraph clause annex appendix schedule amendment regulation directive bill proposition prop. prop protocol
    exhibit count grade stage episode season round week day game lane track bus tram train ward district
    precinct zone sector camp hangar bay row seat box case file form operation window windows apollo soyuz
    falcon python iphone galaxy playstation xbox under top lap hole race exit mile-marker marker century title
    station squadron brigade division regiment battalion company world g u m a b f omega factor serie ligue
    bundesliga super agenda vision horizon sig warhead point
    """.split()
)
# After these an ordinal is part of a set phrase, not a rank.
_ORDINAL_IDIOMS = frozenset(
    """
    step place aid lady name hand class sight glance amendment instance half quarter thing degree lieutenant sergeant
    deputy minister secretary vice floor amendment fiddle home thought thoughts person party world estate baseman base
    nature principle principles responder responders gentleman family daughter nation nations
    """.split()
)
_ORDINAL_BEFORE = re.compile(
    r"\b(?:at|from\sthe\svery|from\sthe|head|safety|very|split|a\ssplit|per|every|wait\sa|just\sa|for\sa|in\sa|within\sa|last|the\slast)\s+$",
    re.IGNORECASE,
)


def masked(text: str) -> list[tuple[int, int]]:
    """Ranges in which there are digits but no quantities, by start."""
    return [match.span() for match in _MASK.finditer(text)]


def overlaps(start: int, end: int, ranges: list[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in ranges)


def glued(text: str, made: Candidate) -> bool:
    """Whether letters or digits hang on a number: "F-16", "COVID-19", "3D", "737-800", "4x100m"."""
    if text[made.start] in "-−":
        return False
    before = text[made.start - 1] if made.start else " "
    if before.isalnum() or (
        before in "_/\\#@." and not (before == "." and made.start >= 2 and text[made.start - 2] in ". ")
    ):
        return True
    if before in "-–‑" and made.start >= 2 and text[made.start - 2].isalnum():
        return True
    if before in "'’" and text[made.start].isdigit():
        return True
    after = text[made.end : made.end + 2]
    if not after:
        return False
    if after[0].isalnum() or after[0] in "_°²³":
        return True
    if after[0] in "/:" and len(after) == 2 and after[1].isdigit():
        return True
    return after[0] in "-–‑" and len(after) == 2 and after[1].isdigit() and made.kind == "count"


def letter_before(text: str, one: Candidate) -> bool:
    """Whether a letter, a digit or a hyphen behind one hangs on the front of a number: "MH370", "U-21"."""
    before = text[max(0, one.start - 2) : one.start]
    return bool(before) and (
        before[-1].isalnum() or before[-1] in "_/#@" or (before[-1] in "-–." and before[:-1].isalnum())
    )


def identifier(doc: Doc, text: str, made: Candidate, first: Token, last: Token) -> bool:
    """Whether a bare number names something instead of counting it: "Article 5", "page 113", "Boeing 737"."""
    if made.kind != "count" or (
        made.compared and made.low != made.high and not _BARE_RANGE.fullmatch(text, made.start, made.end)
    ):
        return False
    if not made.worded and _STREET.match(text, made.end):
        return True
    digits = text[made.start : made.end]
    previous = doc[first.i - 1] if first.i else None
    if (
        previous is not None
        and text[previous.idx + len(previous)] == " "
        and previous.is_alpha | previous.text.endswith(".")
    ):
        word = previous.lower_
        if word in _LABELS and not (made.worded and previous.pos_ in ("DET", "VERB")) and not _counts_next(doc, last):
            return True
        if (
            previous.pos_ == "PROPN"
            and not made.worded
            and previous.ent_type_ not in ("DATE", "GPE")
            and not _counts_next(doc, last)
        ):
            return True
        if word in _LABELS and previous.is_title and previous.i > first.sent.start and not made.worded:
            return True
    if (
        not made.worded
        and "," not in digits
        and re.fullmatch(r"1[0-9]\d\d|20\d\d", digits)
        and not _counts_next(doc, last, plural=True)
    ):
        return True
    if re.match(r"\s+block\s+of\b", text[made.end : made.end + 12]):
        return True
    # "Article 50", "Apollo 11", "S&P 500": the number closes a name.
    inside = first.ent_iob_ == "I" and first.ent_type_ in ("PRODUCT", "FAC", "LAW", "WORK_OF_ART", "ORG")
    return inside and not made.worded and not _counts_next(doc, last)


def _counts_next(doc: Doc, last: Token, *, plural: bool = False) -> bool:
    """Whether a noun that the number can count follows it."""
    index = last.i + 1
    steps = 0
    while index < len(doc) and steps < 3 and doc[index].pos_ in ("ADJ", "NOUN", "PROPN") and not doc[index].is_punct:
        if doc[index].tag_ == "NNS" or (
            not plural and doc[index].tag_ == "NN" and doc[index].lower_ in ("people", "crew", "staff")
        ):
            return True
        index += 1
        steps += 1
    return bool(last.dep_ == "nummod" and last.head.i > last.i and last.head.tag_ == "NNS")


def pronoun_one(doc: Doc, made: Candidate, first: Token) -> bool:
    """ "One of the suspects", "one has to ask", "no one", "the one": no number. "One person", "one in five" are."""
    if first.lower_ != "one" or made.end != first.idx + 3 or made.kind == "fraction":
        return False
    following = doc[first.i + 1] if first.i + 1 < len(doc) else None
    if made.compared and following is not None and following.pos_ in ("NOUN", "ADJ", "PROPN"):
        return False
    if following is None or following.lower_ in ("of", "another", "day", "thing", "way", "side", "hand"):
        return True
    if following.text in ("-", "‑") or (
        first.i and doc[first.i - 1].lower_ in ("no", "the", "this", "that", "any", "every", "each", "which")
    ):
        return True
    return following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or (
        first.head.i <= first.i and following.pos_ != "NOUN"
    )


def idle_ordinal(doc: Doc, text: str, made: Candidate, first: Token, last: Token) -> bool:
    """Whether an ordinal ranks nothing: "at first", "first step", "First Deputy Minister", "a split second"."""
    if _ORDINAL_BEFORE.search(text[max(0, made.start - 20) : made.start]):
        return True
    index = last.i + 1
    if index < len(doc) and doc[index].text in ("-", "‑") and index + 1 < len(doc):
        index += 1  # "second-largest lender", but not "first-hand account"
        if doc[index].lower_ in _ORDINAL_IDIOMS or doc[index].lower_ in (
            "rate",
            "ever",
            "tier",
            "generation",
            "quarter",
        ):
            return True
        index += 1
    while index < len(doc) and doc[index].pos_ in ("ADJ", "ADV", "NUM", "PROPN") and index < last.i + 5:
        if doc[index].pos_ == "NUM":
            return True
        if index == last.i + 1 and doc[index].pos_ == "PROPN" and doc[index].is_title and text[made.start].isdigit():
            # "9th Ward" and "11th Circuit" are names; a 44th President is counted.
            return doc[index].lower_ not in (
                "president",
                "prime",
                "pope",
                "king",
                "queen",
                "governor",
                "mayor",
                "chancellor",
            )
        if index == last.i + 1 and doc[index].is_title and first.is_title and first.i > first.sent.start:
            return True
        if doc[index].lower_ in _ORDINAL_IDIOMS:
            return True
        index += 1
    if index >= len(doc):
        return True
    noun = doc[index]
    if noun.pos_ == "PROPN" and first.is_title and first.i > first.sent.start:
        return True
    if noun.pos_ not in ("NOUN", "PROPN") and doc[index - 1].pos_ not in ("NOUN", "PROPN"):
        return not (first.head.pos_ == "VERB" and first.head.lemma_ in ("finish", "come", "rank", "place", "start"))
    return noun.lower_ in _ORDINAL_IDIOMS
