"""Numbers that are not quantities: identifiers, numbered things, addresses, telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.quantities.grammar import Candidate
from claimcheck.claims.times.expression import MONTHS, WEEKDAYS

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
    | (?<![$£€¥\d.,])(?:[01]?\d|2[0-3])\.[0-5]\d
        (?=\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight|(?:local\stime|GMT)\b))
    | (?<=\bat\s)(?:[01]?\d|2[0-3])\.[0-5]\d(?=\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s
        (?:morning|afternoon|evening|night))
    | (?i:\b(?:dial(?:l?ed)?|call(?:ed)?|ring|rang|phon(?:e|ed)|text(?:ed)?|telephon(?:e|ed)|contact(?:ed)?))\s
        (?:(?:[A-Za-z'’-]+\s){0,4}?(?:on|at)\s\d{3,6}|(?:999|911|112|101|111|988|\d{5,6}))\b(?!,\d|\s\d|\s(?:people|[a-z]+s)\b)
    | \b(?:911|999)(?=\s(?:call|operator|dispatch|emergency|line))
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
    reference ref badge question invoice patent docket serial base code runner
    precinct zone sector camp hangar bay row seat box case file form operation window windows apollo soyuz
    falcon python iphone galaxy playstation xbox under top lap hole race exit mile-marker marker century title
    station squadron brigade division regiment battalion company world g u m a b f omega factor serie ligue
    bundesliga super agenda vision horizon sig warhead point
    """.split()
)
# After these an ordinal is part of a set phrase, not a rank.
_ORDINAL_IDIOMS = frozenset(
    """
    aid lady name hand class sight glance amendment instance half quarter thing degree lieutenant sergeant
    deputy minister secretary vice floor amendment fiddle home thought thoughts person party world estate baseman base
    nature principle principles responder responders gentleman family daughter nation nations
    """.split()
)
_ORDINAL_BEFORE = re.compile(
    r"\b(?:at|from\sthe\svery|from\sthe|head|safety|very|split|a\ssplit|per|every|wait\sa|just\sa|within\sa|last|the\slast)\s+$",
    re.IGNORECASE,
)
# "For a second", but "for a second time".
_A_MOMENT = re.compile(r"\b(?:for|in)\sa\s+$", re.IGNORECASE)


# "One of the reasons": a figure of speech.
_HEDGES = frozenset(
    """
    reason thing way issue problem example question factor case cause sign challenge advantage point idea option
    condition aim goal feature key lesson concern fear moment day time pillar
    """.split()
)
_OPENERS = frozenset({'"', "“", "‘", "'", ":", "-", "–", "—", "(", "[", "...", "…"})


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
        named = word in _LABELS and previous.tag_ != "DT" and not (made.worded and previous.pos_ in ("DET", "VERB"))
        if named and not _counts_next(doc, last):
            return True
        if (
            previous.pos_ == "PROPN"
            and not made.worded
            and previous.ent_type_ not in ("DATE", "GPE")
            and not _counts_next(doc, last)
        ):
            return True
        if previous.pos_ == "PROPN" and not made.worded and previous.head.i > last.i and previous.ent_type_ != "GPE":
            return True  # "the Fund 2 archive"
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


def in_a_name(doc: Doc, text: str, made: Candidate, first: Token, last: Token) -> bool:
    """ "50 Cent", "1 Penn Plaza", "its 737 MAX", "Ocean's Eleven", "Seven Samurai": a number inside a name.

    What a number counts is a plural; a capital in a running sentence is that of a name. Headlines are all capitals.
    """
    if made.compared:
        return False
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is None or not text[made.end : made.end + 1].isspace():
        following = None
    if made.worded:
        capital = text[made.number_start].isupper() and first.i > first.sent.start and made.start == made.number_start
        before = doc[first.i - 1] if first.i else None
        if not capital or before is None or before.text in _OPENERS or headline(first):
            return False
        return (
            before.tag_ == "POS" or before.pos_ == "PROPN" or (following is not None and following.text[:1].isupper())
        )
    if following is None or (made.low == 1 and following.ent_type_ == "NORP") or not following.text[:1].isupper():
        return False
    if following.pos_ != "PROPN" or following.ent_type_ == "NORP" or _names_a_day(following) or headline(first):
        return False
    head = following
    while head.i + 1 < len(doc) and (doc[head.i + 1].pos_ in ("PROPN", "NOUN", "ADJ") or _joins_name(doc[head.i + 1])):
        head = doc[head.i + 1]
        if head.pos_ == "NOUN" or head.tag_ in ("NNPS", "NNS"):
            return False
    return head.tag_ == "NNP" and not head.text.endswith("s")


def _names_a_day(token: Token) -> bool:
    return token.lower_ in WEEKDAYS or token.lower_ in MONTHS  # "killed 12 Tuesday"


def _joins_name(token: Token) -> bool:
    return bool(token.is_title or token.text in "/&-")


def headline(token: Token) -> bool:
    """Whether nearly all longer words of the sentence begin with a capital."""
    words = [word.text for word in token.sent if len(word.text) > 3 and word.is_alpha]
    return sum(1 for word in words if word[0].isupper()) >= 0.8 * len(words)


def pronoun_one(doc: Doc, made: Candidate, first: Token) -> bool:
    """ "One has to ask", "no one", "the one", "one of the best": no number. "One person", "one of the suspects" are."""
    if first.lower_ != "one" or made.end != first.idx + 3 or made.kind == "fraction":
        return False
    following = doc[first.i + 1] if first.i + 1 < len(doc) else None
    if made.compared and following is not None and following.pos_ in ("NOUN", "ADJ", "PROPN"):
        return False
    if following is None or following.lower_ in ("another", "day", "thing", "way", "side", "hand"):
        return True
    if following.lower_ == "of":
        return not _partitive(doc, first, following.i + 1)
    if following.text in ("-", "‑") or (
        first.i and doc[first.i - 1].lower_ in ("no", "the", "this", "that", "any", "every", "each", "which")
    ):
        return True
    return following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or (
        first.head.i <= first.i and following.pos_ != "NOUN"
    )


def _partitive(doc: Doc, one: Token, index: int) -> bool:
    """Whether "one of" takes one out of a group, not ranks ("one of the best") or hedges ("one of the ways").

    Only what acts or is acted on: "he is one of the drivers" and "in one of the cars" count nobody.
    """
    if one.dep_ not in ("nsubj", "nsubjpass", "dobj") or one.head.lemma_ == "be":
        return False
    if index < len(doc) and doc[index].lower_ in ("whom", "them", "which", "those", "these"):
        return True
    for token in doc[index : index + 6]:
        if token.tag_ in ("JJS", "RBS") or token.lower_ in ("most", "few", "first", "only", "last", "many", "world"):
            return False
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.tag_ == "NNS" and token.is_alpha and (after is None or (after.pos_ != "NOUN" and after.tag_ != "POS")):
            return token.lemma_.lower() not in _HEDGES
        if token.pos_ not in ("DET", "PRON", "ADJ", "ADV", "NUM", "NOUN", "PROPN", "PART"):
            return False
    return False


def idle_ordinal(doc: Doc, text: str, made: Candidate, first: Token, last: Token) -> bool:
    """Whether an ordinal ranks nothing: "at first", "first step", "First Deputy Minister", "a split second"."""
    if _ORDINAL_BEFORE.search(text[max(0, made.start - 20) : made.start]):
        return True
    index = last.i + 1
    if _A_MOMENT.search(text[max(0, made.start - 20) : made.start]) and not re.match(
        r"\s+[a-z]+", text[made.end : made.end + 8]
    ):
        return True
    if re.match(r"\s+place\b", text[made.end : made.end + 8]):  # "came in first place", but "in the first place"
        return re.search(r"\bin\s+the\s+$", text[max(0, made.start - 8) : made.start]) is not None
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
