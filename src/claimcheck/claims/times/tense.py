"""Does the clause that holds a time speak of the future? Decides between last Friday and next Friday."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.syntax import is_speech, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"})
_OTHER_MODALS = frozenset({"may", "might", "must", "should", "can"})
# Words after which an infinitive, or a date, lies ahead.
_AHEAD = frozenset(
    """
    due schedule plan expect set slate intend aim hope agree vow pledge promise propose prepare want go likely bind
    about ready postpone delay defer suppose require mean oblige list pencil book timetable earmark reschedule
    """.split()
)
# Those of them that put a date ahead as participles: "was scheduled for Friday", but not "was agreed on Friday".
_PLANNED = frozenset("schedule plan expect set slate intend go list pencil book timetable earmark reschedule".split())
# Those that move an end or a date: it is ahead after "until" or "to", while "postponed on Tuesday" was done then.
_MOVED = frozenset(
    "postpone delay defer adjourn extend prolong suspend push remand ban put move slip shift fix reschedule".split()
)
# Of these, verbs with another sense: "the leak was fixed by Tuesday", "the storm moved by Monday".
_MOVED_SOMETIMES = frozenset({"move", "slip", "shift", "fix"})
_MOVED_TO = frozenset({"until", "till", "to", "for", "by", "through"})
# Prepositions of the day on which something was said.
_ON = frozenset({"on", "in", "at", "over", "during"})
# The end of what lasts lies ahead: "runs until Friday", "has been closed until May", "wants an answer by Monday".
_ENDS = frozenset({"until", "till", "through", "up to"})
# Simple presents that describe a state or report speech, not an arrangement.
_STATES = frozenset(
    """
    be have say show remain seem appear mean know believe think tell suggest indicate mark include contain note add
    report claim follow date depend reflect stand need want own like love hate kill leave die injure wound
    """.split()
)
# Their simple past is their present: the tagger cannot tell "riots spread on Friday", and the news is of what was.
_SAME_IN_PAST = frozenset(
    """
    spread hit cut put shut cost hurt let quit beat burst cast split bet shed upset thrust leapt learnt burnt spelt
    dreamt
    """.split()
)
# Of these, nouns and adjectives to the tagger, only the place tells: "nominations close on Monday".
_TIMETABLE = frozenset({"close", "open", "start", "begin", "end", "resume", "reopen", "meet"})
# What is reported of a period is of a past one, however it will be reported: "figures for March will be published".
_RECORDS = frozenset(
    "figure datum data result statistic sale profit export import earning reading estimate total revenue".split()
)
_BOUNDING = frozenset({"begin", "start", "commence", "end"})
_PERIODS = frozenset({"week", "month", "year", "period", "fortnight", "season", "weekend"})
_NOUN_AHEAD = re.compile(
    r"\b(?:due|scheduled|planned|set|slated|expected|deadline|forthcoming|upcoming)\s+(?:\w+\s+){0,4}$", re.I
)


def speaks_of_future(doc: Doc, text: str, start: int, end: int, bound: str = "") -> bool:
    """Whether the verb that governs `text[start:end]` is future, planned, or an arranged present.

    `bound` is the preposition that opens one side of the time: "until", "by", "since" …, or "".
    """
    if bound in ("since", "as of"):
        return False
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    if _NOUN_AHEAD.search(text[max(0, start - 50) : start]) or _timetabled(doc, span.start):
        return True
    if bound not in _ENDS | {"by", "before"} and said_then(span) is not None:
        return False
    token: Token = span.root
    preposition = ""
    for _ in range(8):
        if _is_verb(token) and not _only_describes(token, preposition):
            return _verb_ahead(token, preposition, bound)
        if token.pos_ == "ADJ" and _ahead(token, preposition):
            return True
        if token.head == token:
            return False
        if token.pos_ == "ADP":
            if token.lower_ in ("for", "of") and token.head.lemma_.lower() in _RECORDS:
                return False
            preposition = token.lower_
        elif token.pos_ in ("NOUN", "VERB"):
            preposition = ""
        token = token.head
    return False


def _only_describes(verb: Token, preposition: str) -> bool:
    """Whether a participle only tells which thing is meant, and the verb above it when: "in the week ending 4 May"."""
    if verb.tag_ == "VBG" and verb.lemma_.lower() in _BOUNDING:
        return verb.i > 0 and verb.nbor(-1).lemma_.lower() in _PERIODS  # the parser is not sure of its place
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not _ahead(verb, preposition)


def said_then(span: Span) -> Token | None:
    """The past verb of saying that a time dates, where the parser hangs the time on what is said: "the board said on
    Friday it would resign", but not "said that on Friday it would resign"."""
    time = span.root
    while time.head.i in range(span.start, span.end) and time.head != time:
        time = time.head
    above = time.head
    if above.lower_ in _ON and above.i == span.start - 1:
        time, above = above, above.head
    verb, subject = above.head, own_subject(above)
    if above.dep_ != "ccomp" or subject is None or verb.tag_ != "VBD" or not is_speech(verb):
        return None
    if not verb.i < time.i < subject.left_edge.i:
        return None
    between = verb.doc[verb.i + 1 : min(time.i, span.start)]
    return verb if not any(token.is_punct or token.dep_ == "mark" for token in between) else None


def _governor(doc: Doc, start: int, end: int) -> Token | None:
    """The verb above `text[start:end]`, or the root of the sentence."""
    span = doc.char_span(start, end, alignment_mode="expand")
    token: Token | None = span.root if span is not None else None
    for _ in range(8):
        if token is None or _is_verb(token) or token.head == token:
            break
        token = token.head
    return token


def _is_verb(token: Token) -> bool:
    """Whether a token is a verb. What the parser takes for an adverbial clause in the present tense, with neither
    subject nor joining word, below a past one is a noun: "ran into a goods train close to the town"."""
    if token.tag_ == "VBP" and token.dep_ == "advcl" and token.head.tag_ == "VBD":
        return any(child.dep_ in ("nsubj", "nsubjpass", "expl", "mark", "advmod") for child in token.lefts)
    return token.pos_ in ("VERB", "AUX")


def speaks_of_past(doc: Doc, start: int, end: int) -> bool:
    """Whether the verb that governs `text[start:end]` is in the past."""
    verb = _governor(doc, start, end)
    return verb is not None and (
        verb.tag_ in ("VBD", "VBN")
        or any(child.dep_ in ("aux", "auxpass") and child.tag_ == "VBD" for child in verb.children)
    )


def has_modal(doc: Doc, start: int, end: int) -> bool:
    """Whether "will", "may" or their like stand with the verb that governs `text[start:end]`."""
    verb = _governor(doc, start, end)
    return verb is not None and any(child.lower_ in _MODALS | _OTHER_MODALS for child in verb.children)


def _timetabled(doc: Doc, index: int) -> bool:
    """ "Nominations close on Monday": a plural, the verb as it stands in the dictionary, a preposition."""
    return (
        index >= 3
        and doc[index - 1].lower_ in ("on", "in", "at", "this", "next")
        and doc[index - 2].lower_ in _TIMETABLE
        and doc[index - 3].tag_ in ("NNS", "NNPS")
    )


def _ahead(token: Token, preposition: str) -> bool:
    lemma = token.lemma_.lower()
    return (lemma in _AHEAD and lemma not in _MOVED) or _moves_to(lemma, preposition)


def _moves_to(lemma: str, preposition: str) -> bool:
    """Whether a verb moves an end or a date to what stands after a preposition."""
    to = _MOVED_TO - {"by", "through"} if lemma in _MOVED_SOMETIMES else _MOVED_TO
    return lemma in _MOVED and preposition in to


def _verb_ahead(verb: Token, preposition: str, bound: str) -> bool:
    dated = verb
    for _ in range(4):
        helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
        words = {helper.lower_ for helper in helpers}
        if words & _MODALS or words & _OTHER_MODALS:
            return "have" not in words
        if verb is dated and _moves_to(verb.lemma_.lower(), preposition) and verb.tag_ in ("VBN", "VBD"):
            return True
        if any(helper.lemma_ == "have" for helper in helpers):
            return bound in _ENDS and verb is dated
        if (
            verb.lemma_.lower() in _PLANNED
            and verb.tag_ in ("VBN", "VBG")
            and (verb.lemma_ != "go" or verb.tag_ == "VBG")
        ):
            return True
        if verb.lower_ in _MODALS:
            return True
        if verb is not dated and any(helper.tag_ == "VBD" for helper in helpers):
            return False
        if verb.tag_ in ("VBZ", "VBP"):
            return _present_ahead(verb, verb is dated, preposition, bound, bool(helpers))
        if verb.tag_ in ("VBD", "MD"):
            return False
        # An infinitive, a participle, or a second verb takes its time from the verb above it.
        head = verb.head
        if head == verb:
            return False
        if "to" in words and (head.pos_ == "AUX" and head.lemma_ == "be" and head.tag_ in ("VBZ", "VBP")):
            return True
        if "to" in words and verb.dep_ in ("acl", "relcl") and "be" in words:
            return True  # "figures to be released on Friday"
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


def _present_ahead(verb: Token, dated: bool, preposition: str, bound: str, helped: bool) -> bool:
    """Whether a verb in the present speaks of an arrangement: "reopens on 5 July", "the vote is on Monday"."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBP" and verb.lower_ in _SAME_IN_PAST:
        return False
    if bound in _ENDS or bound == "by":
        return True
    if verb.dep_ == "relcl" and lemma in _STATES:
        return False
    if lemma == "be":
        complete = any(child.dep_ in ("attr", "acomp") for child in verb.children)
        return (dated and preposition == "on" and not complete) or any(
            (child.pos_ == "ADJ" and _ahead(child, "")) or (child.dep_ == "xcomp" and child.tag_ == "VB")
            for child in verb.children
        )
    if lemma == "follow":  # "a second round follows on 9 October", but "the vote follows Friday's talks"
        return dated and preposition in ("on", "in", "at")
    return lemma not in _STATES and not helped
