"""What a number counts and what happens to it, read off the dependency parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.quantities.efficacy import efficacy_of
from claimcheck.claims.quantities.grammar import Candidate, per_time
from claimcheck.claims.quantities.outcome import ROLES, VICTIM_ROLES, find_role
from claimcheck.claims.quantities.penalties import penalty_of
from claimcheck.claims.units import UNITS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PEOPLE = {
    "people": "person",
    "persons": "person",
    "person": "person",
    "folk": "person",
    "life": "person",
    "soul": "person",
}
_VICTIMS = frozenset({"dead", "wounded", "injured", "missing", "displaced", "death", "fatality", "injury"})
_BY = re.compile(r"\bby\s+(?:(?:just|about|another|at\s+least)\s+)?$", re.IGNORECASE)
_LOST_LIVES = re.compile(
    r"\W*(?:[a-z-]+\W+){0,3}?(?:have |had |has )?(?:lost|lose|losing) (?:their |his |her )?li(?:ves|fe)\b",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\b(?:attendance|crowd|audience)\s+(?:(?:of|was|is|reached|numbered|totalled|stood\s+at|given\s+as)\s+)"
    r"(?:(?:about|some|around|over|nearly|almost|roughly|just|under|more\s+than|fewer\s+than|estimated|an)\s+){0,2}$",
    re.IGNORECASE,
)
"""Before how many people came: "the attendance was 15,900"."""
_POPULATION = re.compile(
    r"\bpopulation\s+(?:of|is|was|numbers|stands\s+at|stood\s+at|has\s+(?:grown|risen|fallen|shrunk)\s+to)\s+"
    r"(?:(?:about|some|around|over|nearly|almost|roughly|just|under|more\s+than|fewer\s+than|less\s+than)\s+){0,2}$",
    re.IGNORECASE,
)
"""Before how many people live somewhere: "a population of more than 2 million"."""
_DWELLERS = frozenset({"inhabitant", "resident", "dweller"})
_COUNTED = frozenset({None, "count", "register", "record", "number"})
"""Roles of those who are only said to be there."""
_DEATH_OF = re.compile(
    r"\b(?:deaths?|killing|murders?) of (?:(?:at least|more than|about|some|up to|over) )?$", re.IGNORECASE
)
_TOLL = re.compile(
    r"\b(?:death|fatalit(?:y|ies))?\s?\btoll\b"
    r"|\bnumber (?:of (?:people |those )?)?(?:confirmed |reported |known )?"
    r"(?P<suffered>killed|dead|deaths|wounded|injured|missing|arrested|detained)\b",
    re.IGNORECASE,
)
# "61.3 per cent, down from 64.9 per cent"
_SAME_MEASURED = re.compile(r"[^.;]*\b(?:from|to|than|with|against|and)\s+")
_OF_HEADS = frozenset(
    {"number", "total", "amount", "share", "proportion", "majority", "quantity", "count", "level", "rate"}
)
_OF_MEASURED = frozenset(
    {"length", "height", "width", "depth", "weight", "size", "area", "value", "price", "cost", "average"}
)
_SETTING = frozenset(
    "hold keep leave set put cap maintain fix clock record measure value price freeze peg estimate".split()
)
_MARKS = frozenset({"mark", "milestone", "threshold", "barrier"})
_WITHIN = re.compile(r"within\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\b")
_OUT_OF_ALL = re.compile(r"\b[Oo]f\s+(?:the|its|their|all|those)\s+(?:\w+\s+)?$")
_LEMMAS = {"dos": "dose", "voting": "voter"}  # of "doses", and "two thirds of those voting"
_MEMBERS_OF = frozenset({"crew", "staff"})
_EXTREMES = frozenset({"low", "high", "record", "peak", "minimum", "maximum", "average", "median", "bottom", "top"})


def _is_counted_from(text: str, made: Candidate) -> bool:
    """Whether what follows is when a time begins, not what lasts: "within 20 minutes of the first call"."""
    within = _WITHIN.match(text, made.start) is not None
    return made.dimension == "duration" and within and _OF.match(text, made.end) is not None


def lemma(token: Token) -> str:
    """Lower-case lemma of a noun, with people as "person"; a proper noun stays as it is but for its plural s."""
    word = str(token.lemma_ if token.pos_ != "PROPN" else token.text)
    if token.tag_ == "NNPS" and word.endswith("s"):
        word = word[:-1]
    if token.pos_ != "PROPN":
        word = word.lower()
    if word == "member":  # "eight crew members"
        word = next((c.lower_ for c in token.children if c.dep_ == "compound" and c.lower_ in _MEMBERS_OF), word)
    word = _LEMMAS.get(word, word)
    return _PEOPLE.get(word.lower(), word)


def fill(doc: Doc, text: str, made: Candidate, first: Token, last: Token, previous: Candidate | None) -> None:
    """Set `counts` and `role` where the text tells them."""
    if (
        made.kind == "zero"
        and first.lower_ in ("nobody", "no", "no-one")
        and text[made.start : made.end].lower() != "no"
    ):
        made.counts = "person"
    if made.kind == "score":
        return
    if (known := penalty_of(text, made) or efficacy_of(text, made)) is not None:
        made.counts = known
        return
    noun = None if _is_counted_from(text, made) else _noun_after(doc, text, made, last)
    if noun is not None and noun.lower_ in _MARKS and made.compared:
        noun = _subject_noun(last)
    if noun is None and made.kind != "count" and made.counts is None:
        noun = _money_noun_before(doc, made, first) or _held_noun(last) or _subject_noun(last)
        if noun is not None and made.start <= noun.idx < made.end:
            noun = None  # "A hundred kilometres an hour was the speed": its own unit
    role_token: Token | None = None
    if noun is None and made.kind == "count" and _AUDIENCE.search(text[max(0, made.start - 60) : made.start]):
        made.counts = "person"
    elif noun is None and made.kind == "count" and _POPULATION.search(text[max(0, made.start - 60) : made.start]):
        made.counts, made.role = "person", "live"
    elif noun is None and made.kind in ("count", "zero"):
        noun, role_token = _elliptic(doc, text, made, first, last)
    if noun is not None:
        manned = made.kind == "count" and noun.lower_ in ("man", "men") and text[made.end : made.end + 1] == "-"
        made.counts = made.counts or ("person" if manned else lemma(noun))
        if made.counts == "other" and made.kind == "count":
            made.counts = (previous.counts if previous is not None and previous.kind == "count" else None) or "person"
    role = find_role(text, made, noun, role_token, first, last)
    made.role = made.role or role
    if noun is not None and noun.lower_ in (
        "deaths",
        "death",
        "fatalities",
        "fatality",
        "injuries",
        "injury",
        "arrests",
        "lives",
    ):
        made.role = (
            "die"
            if noun.lower_ == "lives" and role in ("claim", "take", "lose", "cost")
            else ROLES.get(noun.lemma_.lower(), role)
        )
        if made.kind not in ("count", "zero", "ordinal"):
            made.role = role if role in ("rise", "fall") else None
        if made.role in VICTIM_ROLES and made.kind in ("count", "zero"):
            made.counts = "person"
    if made.kind in ("count", "zero"):
        _victims(text, made)
        if made.counts in _DWELLERS and made.role in _COUNTED:
            made.counts, made.role = "person", "live"
    if made.kind == "count" and noun is not None and made.low is not None and made.low == made.high:
        _per_time(text, made, noun)
    if made.counts is None and made.kind == "count" and made.role in (None, "rise", "fall") and previous is not None:
        _inherit(text, made, previous)
    if (
        made.counts is None
        and made.kind == "fraction"
        and previous is not None
        and previous.kind == "count"
        and _OUT_OF_ALL.search(text[max(0, previous.start - 16) : previous.start])
    ):
        made.counts = previous.counts  # "of the 1,432 candidates, a third"
    if made.counts is None and made.kind == "measure" and previous is not None:
        gap = text[previous.end : made.start] if made.start - previous.end < 40 else "."
        if previous.dimension == made.dimension and _SAME_MEASURED.fullmatch(gap):
            made.counts = previous.counts


def _per_time(text: str, made: Candidate, noun: Token) -> None:
    """ "60 flights a day": the count becomes a rate, and its range takes in all of it."""
    end = noun.idx + len(noun)
    if end - made.end < 40 and (per := per_time(text, end)) is not None and noun.tag_ in ("NNS", "NNPS"):
        unit = UNITS[per["unit"].lower()]
        made.end, made.kind, made.role = per.end(), "measure", None
        made.unit, made.dimension, made.scale = f"per {unit.name}", "count per duration", 1 / unit.scale


def _victims(text: str, made: Candidate) -> None:
    """Victims counted in other ways: "the dead rose to 31", "37 lost their lives", "the death of 3"."""
    if made.counts in _VICTIMS:
        made.counts, made.role = "person", ROLES[made.counts]
    elif _LOST_LIVES.match(text[made.end : made.end + 60]) or _DEATH_OF.search(
        text[max(0, made.start - 40) : made.start]
    ):
        made.role = "die"
    if made.role in VICTIM_ROLES and made.counts is None:
        made.counts = "person"


def _noun_after(doc: Doc, text: str, made: Candidate, last: Token) -> Token | None:
    """The noun that directly follows: "34 people", "dozens of armed men", "a 50-minute call", "3.5 tonnes of gas"."""
    index, steps, through_of = last.i + 1, 0, False
    if made.dimension == "age" and made.counts is not None:
        return None
    if made.kind == "count" and index + 1 < len(doc) and doc[index].text == "-" and doc[index + 1].pos_ == "NOUN":
        return doc[index + 1]  # "a ten-man crew"; a man of it is a person
    if (
        made.dimension == "money"
        and index + 1 < len(doc)
        and doc[index].lower_ == "in"
        and doc[index + 1].tag_ == "NNS"
    ):
        return doc[index + 1]  # "$1.5 trillion in assets"
    while index < len(doc) and steps < 8:
        token = doc[index]
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in ("dead",):
            # The last noun of a run of nouns is its head: "prison guards".
            while (
                index + 1 < len(doc)
                and doc[index + 1].pos_ in ("NOUN", "PROPN")
                and not doc[index].text.endswith((",", "."))
            ):
                if made.kind in ("measure", "fraction") and not through_of and doc[index + 1].pos_ == "PROPN":
                    break
                index += 1
            if index + 2 < len(doc) and made.kind == "count" and through_of and doc[index + 1].tag_ == "POS":
                index, steps = index + 2, steps + 1  # "300 of the firm's workers"
                continue
            if (
                made.kind == "measure"
                and not through_of
                and text_gap(text, last) == " "
                and not text[made.start : made.end].endswith("%")
                and (doc[index].ent_type_ in ("DATE", "TIME") or doc[index].dep_ in ("npadvmod", "advmod"))
            ):
                return None  # "fell 6 points Wednesday", "12 miles north"
            return None if doc[index].ent_type_ in ("DATE", "TIME") and made.kind != "ordinal" else doc[index]
        if token.text == "(" and steps == 0 and made.kind == "measure":
            while index < len(doc) and steps < 8 and doc[index].text != ")":
                index, steps = index + 1, steps + 1
            if index + 1 >= len(doc) or doc[index + 1].lower_ != "of":
                return None
            steps = 1
        elif token.lower_ == "of":
            through_of = True
        elif token.text in ("-", "‑") and steps == 0:
            pass
        elif (
            token.pos_ in ("ADJ", "DET", "NUM", "PRON")
            or token.lower_ in ("more", "of", "all")
            or (token.tag_ in ("VBN", "VBG") and token.dep_ == "amod")
            or (token.pos_ == "ADV" and token.dep_ == "advmod" and token.head.i > token.i and token.head.pos_ == "ADJ")
        ):
            if token.lower_ in (
                "dead",
                "wounded",
                "injured",
                "missing",
                "old",
                "which",
                "whom",
                "who",
                "that",
                "them",
                "long",
                "tall",
                "wide",
            ):
                return None
        elif token.text in ("-",) and index + 1 < len(doc):
            pass
        else:
            return None
        if made.kind == "fraction" and token.lower_ in ("more", "fewer", "less"):
            return None
        index += 1
        steps += 1
    return None


def text_gap(text: str, last: Token) -> str:
    return text[last.idx + len(last) : last.idx + len(last) + 1]


def _money_noun_before(doc: Doc, made: Candidate, first: Token) -> Token | None:
    """ "a profit of $5m", "the fine was €20,000", "revenue rose to £3bn", "a loss of £1.2bn"."""
    index = first.i - 1
    while index >= 0 and doc[index].pos_ in ("ADV", "SYM", "NUM", "DET") and first.i - index < 5:
        index -= 1
    if index >= 1 and doc[index].lower_ == "of" and doc[index - 1].pos_ == "NOUN":
        head = doc[index - 1]
        if head.lemma_ in _EXTREMES:
            return None
        if head.lemma_ in _OF_HEADS | _OF_MEASURED | {"speed", "wind"}:
            inner = next((child for child in head.children if child.dep_ == "compound"), None)
            return inner if inner is not None else head
        return head
    return None


def _held_noun(last: Token) -> Token | None:
    """ "Held rates at 5.25%", "clocked one driver at 131 mph": the object is what measures so much."""
    seen = last
    for _ in range(3):
        if seen.dep_ == "prep":
            break
        seen = seen.head
    if seen.lower_ != "at" or seen.head.lemma_ not in _SETTING:
        return None
    return next((child for child in seen.head.children if child.dep_ == "dobj" and child.pos_ == "NOUN"), None)


def _subject_noun(last: Token) -> Token | None:
    """The subject of the clause: "the hearing, which lasted over an hour" measures the hearing."""
    verb = last
    for _ in range(6):
        if verb.pos_ in ("VERB", "AUX"):
            break
        if verb.lower_ == "worth" and verb.head.pos_ == "NOUN" and verb.head.i < verb.i:
            return verb.head  # "a fund worth $4bn"
        if verb.head == verb:
            return None
        verb = verb.head
    else:
        return None
    above = last.head.head.head if last.head.lower_ == "of" else last.head  # "by a quarter of a point"
    if above.lower_ == "by" or (last.i >= 2 and last.left_edge.i and last.doc[last.left_edge.i - 1].lower_ == "by"):
        thing = next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ == "NOUN"), None)
        if thing is not None:  # "cut deaths by a third"
            return thing
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < last.i:
                if child.tag_ in ("WDT", "WP") and verb.dep_ in ("relcl", "acl"):
                    return _common_noun(verb.head)
                if child.pos_ != "NOUN":
                    return None
                if child.lemma_ in _OF_HEADS or child.lemma_ in ("percent", "%"):
                    inside = next((grand for of in child.children if of.lower_ == "of" for grand in of.children), None)
                    return inside if inside is not None and inside.pos_ == "NOUN" else child
                return child
        if verb.dep_ in ("conj", "xcomp") and verb.head != verb:
            verb = verb.head
        elif verb.dep_ in ("relcl", "acl") and verb.head.pos_ == "NOUN":
            return verb.head
        else:
            return None
    return None


def _common_noun(token: Token) -> Token | None:
    """The noun itself, or the one above a name: "the talk between Smith and Jones, which lasted" is the talk."""
    for _ in range(5):
        if token.pos_ == "NOUN":
            return token
        if token.dep_ not in ("pobj", "conj", "prep", "appos", "compound") or token.head == token:
            return None
        token = token.head
    return None


def _elliptic(doc: Doc, text: str, made: Candidate, first: Token, last: Token) -> tuple[Token | None, Token | None]:
    """A count without its noun: "34 dead", "wounded 40", "the toll rose to 57", "cases rose from 30 to 40"."""
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is not None and following.lower_ in (
        "dead",
        "wounded",
        "injured",
        "missing",
        "killed",
        "hurt",
        "arrested",
        "detained",
        "others",
    ):
        return None, following
    if (
        following is not None
        and following.lower_ in ("were", "was", "have", "had", "are")
        and following.i + 1 < len(doc)
    ):
        return None, None
    before = text[max(0, made.start - 90) : made.start]
    toll = max(_TOLL.finditer(before), key=lambda match: match.end(), default=None)
    if toll is not None and not re.search(r"[.;]", before[toll.end() :]):
        made.counts, made.role = "person", ROLES[(toll["suffered"] or "dead").lower().removesuffix("s")]
        if _BY.search(before):  # "the toll rose by 12"
            made.role = next((r for t in last.ancestors if (r := ROLES.get(t.lemma_)) in ("rise", "fall")), None)
        return None, None
    subject = _subject_noun(last)
    governor = last.head
    if governor.pos_ == "ADP":
        governor = governor.head
    if subject is not None and governor.pos_ in ("VERB", "AUX") and ROLES.get(governor.lemma_) in ("rise", "fall"):
        return subject, None
    return None, None


def _inherit(text: str, made: Candidate, previous: Candidate) -> None:
    """ "34 people were killed and 40 injured", "48 of the 120 seats": the noun is said once."""
    if previous.kind not in ("count", "zero") or "." in text[previous.end : made.start]:
        return
    if re.fullmatch(
        r".{0,40}(?:\band|,|\bto|\bof(?: the| its| their)?)\s+", text[previous.end : made.start], re.DOTALL
    ):
        made.counts = previous.counts
