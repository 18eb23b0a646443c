"""What happens to what a number counts: "die", "injure", "rise", "fall", or the lemma of the verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.quantities.grammar import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words for one outcome, brought under one lemma, so that "killed 34" and "34 dead" compare.
ROLES = {
    role: name
    for name, words in {
        "die": "die kill murder slay perish massacre drown dead death fatality killed died slain execute succumb",
        "injure": "injure wound hurt maim bruise injury wounded injured bruised casualtied",
        "arrest": "arrest detain apprehend arrested detained",
        "rise": "rise climb jump surge soar grow increase gain up swell rocket leap raise lift boost hike",
        "fall": "fall drop decline decrease slide plunge tumble slip down shrink shed dip slump plummet cut lower "
        "reduce retreat",
        "survive": "survive survived",
        "miss": "missing",
        "displace": "displace displaced",
        "hospitalise": "hospitalise hospitalize",
    }.items()
    for role in words.split()
}
VICTIM_ROLES = frozenset({"die", "injure", "arrest", "survive", "miss", "displace", "hospitalise"})
_COMPARED = re.compile(r"\s+(?:(?P<less>fewer|less)\b|more\b[^.,;]{0,40}\bthan\b)", re.IGNORECASE)
_LEFT = frozenset({"dead", "wounded", "injured", "missing"})
_PARTS = frozenset("none most some half many several few one third quarter majority each any".split())
_KNOWING = frozenset("know believe think fear report confirm presume say understand".split())
_ALIVE = frozenset({"alive", "unharmed", "unhurt", "unscathed", "safe", "safely"})
_LIGHT = frozenset({"be", "have", "do", "say", "tell", "include", "report", "become", "remain", "accord"})


def find_role(
    text: str, made: Candidate, noun: Token | None, given: Token | None, first: Token, last: Token
) -> str | None:
    anchor = noun if noun is not None else last
    part = _is_part_of_a_number(last)
    if given is not None and not part:
        return ROLES.get(given.lower_) or ROLES.get(given.lemma_.lower())
    if made.kind in ("ordinal", "score") or made.dimension in ("multiple", "age", "category", "magnitude"):
        return None
    if made.dimension in ("percentage", "percentage points", "money") or (
        made.kind == "measure" and made.counts is None
    ):
        return _change(text, made, last)
    if made.kind == "count" and (compared := _COMPARED.match(text, made.end)) is not None:
        return "fall" if compared["less"] else "rise"  # "20 fewer", "20 more deaths than last year"
    following = anchor.nbor() if anchor.i + 1 < len(anchor.doc) else None
    if made.kind == "count" and not part and following is not None and following.lower_ in _LEFT:
        return ROLES.get(following.lower_)  # "leaving 26 people dead"
    of = anchor.head
    for child in anchor.children if not part else ():
        if child.dep_ in ("acl", "relcl") and child.tag_ == "VBN" and (child.lemma_ in ROLES or _left_alive(child)):
            return _verb(child)
    if anchor.dep_ == "pobj" and of.lower_ == "of" and of.head.i < of.i < first.i and _is_part(of.head):
        return None  # of "none of the 31 workers was hurt", 31 were not hurt
    seen = anchor
    for _ in range(6):
        head = seen.head
        if head == seen:
            if seen.pos_ == "VERB" and seen != anchor:
                return _verb(seen)
            return None
        if head.pos_ == "VERB" and seen.dep_ in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "agent",
            "oprd",
            "ccomp",
            "attr",
            "npadvmod",
            "pobj",
            "dep",
            "appos",
        ):
            head = _known_of(head)
            name = _verb(head)
            if name is None:
                return None
            if part and head.tag_ == "VBN" and head.nbor(-1).pos_ in ("NOUN", "NUM"):
                return None  # "seven of the 11 people injured were …", where the parser takes "injured" for the verb
            passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in head.children)
            if (
                seen.dep_ == "nsubj"
                and not passive
                and head.lemma_ in ("kill", "wound", "injure", "arrest", "detain", "hurt", "murder")
            ):
                return name if head.tag_ == "VBN" else None
            return name
        if head.pos_ == "AUX" and seen.dep_ == "nsubj":  # "four people are dead"
            told = next((c for c in head.rights if c.dep_ == "acomp" and c.lower_ in _LEFT | _ALIVE), None)
            if told is not None:
                return ROLES.get(told.lower_, "survive")
        if head.pos_ in ("ADJ",) and head.lower_ in ("dead", "missing"):
            return ROLES.get(head.lower_)
        if seen.dep_ == "prep" and head.pos_ == "NOUN" and seen.lower_ not in ("including", "of"):
            return None
        seen = head
    return None


def _is_part_of_a_number(last: Token) -> bool:
    """Whether a number is a part of another one: "seven of the 11 people injured" tells of 11, not of seven."""
    after = last.doc[last.i + 1 : last.i + 4]
    return len(after) > 1 and after[0].lower_ == "of" and any(t.pos_ == "NUM" for t in after)


def _is_part(token: Token) -> bool:
    return token.pos_ == "NUM" or token.lower_ in _PARTS


def _known_of(verb: Token) -> Token:
    """What is known or feared of those whom a number counts: "41 are known to have died"."""
    if verb.lemma_ not in _KNOWING or not any(child.dep_ == "auxpass" for child in verb.children):
        return verb
    return next((child for child in verb.rights if child.dep_ in {"xcomp", "oprd", "acomp"}), verb)


def _verb(verb: Token) -> str | None:
    if _left_alive(verb):
        return "survive"
    if verb.lemma_ in _LIGHT:
        return None
    return ROLES.get(verb.lemma_, str(verb.lemma_).lower())


def _left_alive(verb: Token) -> bool:
    """Whether a verb says how somebody came through: "pulled out alive", "found unharmed"."""
    return any(child.lower_ in _ALIVE for child in verb.children)


def _change(text: str, made: Candidate, last: Token) -> str | None:
    """ "rise" or "fall" where the value is a change ("rose 8.5%"), None where it is a level ("rose to 8.5%")."""
    before = text[max(0, made.start - 24) : made.start].lower()
    if re.search(r"\b(?:to|at|from|of|was|is|were|stood at|hit|reached)\s+(?:an?\s|the\s)?$", before):
        return None
    if direction := re.search(r"\b(up|down)\s+(?:by\s+)?$", before):
        return "rise" if direction.group(1) == "up" else "fall"
    seen = last
    for _ in range(5):
        if seen.pos_ == "VERB":
            role = None if seen.lemma_ == "raise" and made.dimension == "money" else ROLES.get(seen.lemma_)
            return role if role in ("rise", "fall") else None
        if seen.head == seen:
            return None
        seen = seen.head
    return None
