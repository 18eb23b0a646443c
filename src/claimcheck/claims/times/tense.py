"""Does the clause that holds a time speak of the future? Decides between last Friday and next Friday."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"})
# Words after which an infinitive, or a date, lies ahead.
_AHEAD = frozenset(
    """
    due schedule plan expect set slate intend aim hope agree vow pledge promise propose prepare want go likely bind
    about ready postpone delay defer
    """.split()
)
# Those of them that put a date ahead as participles: "was scheduled for Friday", but not "was agreed on Friday".
_PLANNED = frozenset("schedule plan expect set slate intend postpone delay defer go".split())
# Simple presents that describe a state or report speech, not an arrangement.
_STATES = frozenset(
    """
    be have say show remain seem appear mean know believe think tell suggest indicate mark include contain note add
    report claim follow date depend reflect stand need want own like love hate kill leave die injure wound
    """.split()
)
_NOUN_AHEAD = re.compile(
    r"\b(?:due|scheduled|planned|set|slated|expected|deadline|forthcoming|upcoming)\s+(?:\w+\s+){0,4}$", re.I
)


def speaks_of_future(doc: Doc, text: str, start: int, end: int) -> bool:
    """Whether the verb that governs `text[start:end]` is future, planned, or an arranged present."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    if _NOUN_AHEAD.search(text[max(0, start - 50) : start]):
        return True
    token: Token = span.root
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX") and not (
            token.tag_ == "VBN" and token.dep_ in ("acl", "amod") and not _ahead(token)
        ):
            return _verb_ahead(token)
        if token.pos_ == "ADJ" and _ahead(token):
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def _ahead(token: Token) -> bool:
    return token.lemma_.lower() in _AHEAD


def _verb_ahead(verb: Token) -> bool:
    for _ in range(4):
        helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
        words = {helper.lower_ for helper in helpers}
        if words & _MODALS or words & {"may", "might"}:
            return "have" not in words
        if any(helper.lemma_ == "have" for helper in helpers):
            return False
        if (
            verb.lemma_.lower() in _PLANNED
            and verb.tag_ in ("VBN", "VBG")
            and (verb.lemma_ != "go" or verb.tag_ == "VBG")
        ):
            return True
        if verb.lower_ in _MODALS:
            return True
        if verb.tag_ in ("VBZ", "VBP"):
            if verb.dep_ == "relcl" and verb.lemma_ in _STATES:
                return False
            if verb.lemma_ == "be":
                return any(
                    (child.pos_ == "ADJ" and _ahead(child)) or (child.dep_ == "xcomp" and child.tag_ == "VB")
                    for child in verb.children
                )
            return verb.lemma_.lower() not in _STATES and not helpers
        if verb.tag_ in ("VBD", "MD"):
            return False
        # An infinitive, a participle, or a second verb takes its time from the verb above it.
        head = verb.head
        if head == verb:
            return False
        if "to" in words and (head.pos_ == "AUX" and head.lemma_ == "be" and head.tag_ in ("VBZ", "VBP")):
            return True
        if head.lemma_.lower() in _AHEAD and head.pos_ in ("ADJ", "VERB", "NOUN"):
            return True
        if verb.dep_ not in ("xcomp", "conj", "advcl", "ccomp", "pcomp", "acl") or head.pos_ not in ("VERB", "AUX"):
            return False
        if (
            verb.dep_ == "conj"
            and verb.tag_ == "VBN"
            and any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        ):
            return False
        verb = head
    return False
