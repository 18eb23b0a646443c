"""Attributions that commas set off: "X did Y, the agency said.", "X, the agency said on Monday, did Y."

They are read off the surface. A parser often hangs the words after the comma on the noun before it ("two villages,
the agency said"), and then sees no speaker, or the wrong one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.speaker_phrases import QUOTE_MARKS
from claimcheck.claims.speech import ONLY_PARENTHETICAL, SAYING
from claimcheck.claims.syntax import is_finite, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SEPARATORS = frozenset({",", "–", "—", ";"})
_ADDRESSING = frozenset("tell inform assure remind advise warn notify".split())
_CIRCUMSTANCES = frozenset("as while when after before since during outside who where".split())
_OPENING = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_LATER = frozenset("on after before during since until".split())
_ADDRESSES = frozenset("in on at to by after before during via from through as of".split())


@attrs.frozen(eq=False)
class SetOff:
    """An attribution that commas set off.

    Attributes:
        start: its first token, after the comma.
        speaker: the words for the speaker.
        goes_on: the statement goes on after it.
    """

    start: int
    speaker: Span
    goes_on: bool


def set_off(token: Token, sentence: Span, outside: set[int]) -> SetOff | None:
    """The speaker between a comma and a verb of saying, where a statement stands around them; else None.

    Args:
        token: the verb, or a noun that the tagger took it for ("…, the charity estimates.").
        sentence: the sentence that it stands in.
        outside: indices of the tokens that stand in no quoted speech.
    """
    lemma = token.lemma_.lower()
    if token.i not in outside or lemma not in SAYING | {"show", "find"} or lemma in ONLY_PARENTHETICAL:
        return None
    doc = token.doc
    found = _inverted(token, sentence, outside)
    if found is not None:
        segment, after = found
        return SetOff(token.i, segment, any(has_tense(t) for t in after))
    found = _segment(token, sentence, outside)
    if found is None:
        return None
    comma, segment = found
    close = next((t.i for t in doc[token.i + 1 : sentence.end] if t.text in _SEPARATORS), None)
    tail = doc[token.i + 1 : sentence.end if close is None else close]
    if token.pos_ in {"NOUN", "PROPN"} and any(t.is_alpha for t in tail):
        return None
    if not _is_circumstance(tail, lemma):
        return None
    before = doc[sentence.start : comma]
    after = doc[sentence.end - 1 : sentence.end - 1] if close is None else doc[close + 1 : sentence.end]
    stated = any(has_tense(t) and not _under(t, token) for t in before) or (close is None and _garden_path(before))
    torn = doc[comma - 1].pos_ == "AUX" and len(after) > 0  # "it was, officials said, built in 1911"
    goes_on = torn or (any(has_tense(t) for t in after) and after[0].tag_ not in _RELATIVE)
    if not stated and not (goes_on and any(t.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} for t in before)):
        return None
    return SetOff(comma + 1, segment, goes_on)


def _inverted(token: Token, sentence: Span, outside: set[int]) -> tuple[Span, Span] | None:
    """Speaker and rest of `The mine, said Ana Bell, who inspected it, had no second exit.`

    One comma before the verb, and a subject without a verb before that: of "the mayor, 54, said farmers, …" the verb's
    subject stands before it.
    """
    doc = token.doc
    before = doc[sentence.start : token.i]
    if len(before) < 2 or before[-1].text != "," or sum(t.text in _SEPARATORS for t in before) != 1:
        return None
    if any(has_tense(t) or t.i not in outside for t in before) or token.lemma_.lower() in {"tell", "announce"}:
        return None
    commas = [t.i for t in doc[token.i + 1 : sentence.end] if t.text == ","]
    if not commas or commas[0] == token.i + 1 or doc[token.i + 1].pos_ not in _OPENING:
        return None
    relative = next((t.i for t in doc[token.i + 1 : commas[0]] if t.tag_ in _RELATIVE), commas[0])
    if relative == commas[0] and any(has_tense(t) for t in doc[token.i + 1 : commas[0]]):
        return None
    inset = doc[commas[0] + 1].tag_ in _RELATIVE or _is_inset(doc[commas[0] + 1])
    close = commas[1] if inset and len(commas) > 1 else commas[0]
    after = doc[close + 1 : sentence.end]
    if not any(has_tense(t) for t in after):
        return None
    return _speaker_words(doc, token.i + 1, relative), after


def _garden_path(before: Span) -> bool:
    """`A landslide buried part of the road`, where the parser took the verb for a participle of the noun."""
    first = next((t for t in before if t.is_alpha), None)
    if first is None or first.pos_ in {"VERB", "ADP", "SCONJ", "AUX"}:
        return False
    return any(t.tag_ == "VBN" and t.dep_ == "acl" and any(c.i > t.i for c in t.children) for t in before)


def _segment(token: Token, sentence: Span, outside: set[int]) -> tuple[int, Span] | None:
    """The comma before the speaker, and the speaker's words."""
    doc = token.doc
    end = token.i
    while end > sentence.start and (doc[end - 1].pos_ == "ADV" or doc[end - 1].dep_ in {"aux", "neg"}):
        end -= 1
    if end > sentence.start and doc[end - 1].lemma_ == "be":
        return None
    start = _after_separator(doc, end, sentence, outside)
    name: Span | None = None
    if start == end and start is not None:  # "…, Ana Bell, who leads the agency, said": past what is put in
        inset = _after_separator(doc, end - 1, sentence, outside)
        if inset is None or inset >= end - 1:
            return None
        if not _is_inset(doc[inset]):
            name = doc[inset : end - 1]  # "…, the head of the agency, Ana Bell, said"
        end = inset - 1
        start = _after_separator(doc, end, sentence, outside)
        if name is not None and not (all(t.pos_ == "PROPN" for t in name) and start is not None and start < end):
            return None
    if start is None or start >= end:
        return None
    first = doc[start]
    opens = first.pos_ in _OPENING or first.tag_ == "PRP$" or (first.tag_ == "VBZ" and doc[start + 1].pos_ == "ADP")
    if not opens or first.tag_ in _RELATIVE or first.lower_ in {"i", "we", "you", "that"}:
        return None
    if token.pos_ in {"NOUN", "PROPN"} and any(t.dep_ == "cc" for t in doc[start:end]):
        return None
    relative = next((t.i for t in doc[start:end] if t.tag_ in _RELATIVE), end)
    if any(has_tense(t) and t.i > start for t in doc[start:relative]):
        return None
    phrase = _speaker_words(doc, start, relative) if name is None else name
    named = any(t.pos_ in {"NOUN", "PROPN"} or t.tag_ in {"PRP", "VBZ", "DT"} for t in phrase)
    return (start - 1, phrase) if len(phrase) and named else None


def _is_inset(first: Token) -> bool:
    """Does it begin a relative clause, an age, who it is ("Ana Bell, a nurse, said"), or the land of a town?"""
    place = {"GPE", "LOC"}
    return (
        first.tag_ in _RELATIVE
        or first.like_num
        or (first.pos_ == "DET" and first.i >= 2 and first.nbor(-2).pos_ == "PROPN")
        or (first.ent_type_ in place and first.i >= 2 and first.nbor(-2).ent_type_ in place)
    )


def _after_separator(doc: Doc, end: int, sentence: Span, outside: set[int]) -> int | None:
    """First index after the nearest comma or dash before `end`; None where a quotation or nothing comes first."""
    for i in range(end - 1, sentence.start, -1):
        if doc[i].text in QUOTE_MARKS or i not in outside or doc[i].text in {";", ":"}:
            return None
        if doc[i].text in _SEPARATORS:
            return i + 1
    return None


def _speaker_words(doc: Doc, start: int, end: int) -> Span:
    """Without a participle ("a study published on Monday"), a day, and adverbs at the end."""
    noun = False
    for i in range(start, end):
        token = doc[i]
        if noun and token.pos_ == "ADP" and (token.lower_ in _LATER or doc[i - 1].ent_type_ == "PERSON"):
            end = i
            break
        if noun and token.tag_ in {"VBN", "VBG"} and token.dep_ not in {"amod", "compound"}:
            end = i
            break
        noun = noun or token.pos_ in {"NOUN", "PROPN", "PRON"}
    while end > start and (doc[end - 1].is_punct or doc[end - 1].pos_ == "ADV" or doc[end - 1].is_space):
        end -= 1
    return doc[start:end]


def _is_circumstance(tail: Span, lemma: str) -> bool:
    """Is what follows the verb only whom it is said to, when, where, or how?"""
    words = [t for t in tail if t.is_alpha or t.like_num]
    opener = next((t.i for t in words if t.lower_ in _CIRCUMSTANCES), None)
    if any(has_tense(t) and (opener is None or t.i < opener) for t in words):
        return False
    if not words or lemma in _ADDRESSING:
        return not any(t.lower_ in {"that", "if", "whether"} and t.dep_ == "mark" for t in words)
    first = words[0]
    if first.tag_ == "TO" and len(words) > 1 and words[1].tag_ in {"VB", "VBP"}:
        return False
    return (
        (first.pos_ in {"ADP", "ADV", "SCONJ"} and first.lower_ not in {"that", "if", "whether", "of"})
        or first.ent_type_ in {"DATE", "TIME"}
        or first.tag_ == "TO"
    )


def _under(token: Token, verb: Token) -> bool:
    """Is the word in a circumstance of the verb ("when the plane landed, the airline said …")?"""
    node = token
    while node.head != node:
        if node.head == verb:
            return node.dep_ in {"advcl", "prep", "npadvmod"}
        node = node.head
    return False


def has_tense(token: Token) -> bool:
    """Is it a verb with a tense?"""
    return token.pos_ in {"VERB", "AUX"} and is_finite(token)


def is_parenthetical(token: Token, sentence: Span, outside: set[int]) -> bool:
    """`…, NAME said.`, `…," said NAME`, `X, NAME said, did Y`: set off on its left side, as the parser sees it."""
    doc = token.doc
    own = own_subject(token)
    i = (min(own.left_edge.i, token.i) if own is not None else token.i) - 1
    while i >= sentence.start and (
        doc[i].is_space or (doc[i].dep_ in {"aux", "neg", "advmod"} and doc[i].head == token)
    ):
        i -= 1
    if i < sentence.start:
        return False
    if doc[i].text in QUOTE_MARKS or doc[i].text in {"'", "’"}:
        return True
    if doc[i].text not in {",", "–", "—"}:
        return False
    if any(c.dep_ == "ccomp" and c.i > token.i for c in token.children):
        return False
    tail = token.right_edge.i
    stops = tail >= sentence.end - 3 or doc[min(tail + 1, len(doc) - 1)].text in {",", "–", "—", "."} | QUOTE_MARKS
    stated = any(has_tense(t) for t in doc[sentence.start : i])
    goes_on = doc[min(tail + 1, len(doc) - 1)].text == "," and any(has_tense(t) for t in doc[tail + 1 : sentence.end])
    bare = not any(c.dep_ in {"prep", "dobj", "xcomp"} and c.i > token.i and not _addresses(c) for c in token.children)
    later = token.dep_ == "parataxis" and any(has_tense(t) for t in doc[token.i + 1 : sentence.end])
    return bare and ((stated and (stops or token.dep_ in {"parataxis", "ROOT"})) or goes_on or later)


def _addresses(child: Token) -> bool:
    """What may follow a verb of saying in a parenthesis: whom it is said to, where, when and in which document."""
    return child.dep_ == "dobj" or child.lower_ in _ADDRESSES


def introduces_quotation(token: Token, sentence: Span, outside: set[int]) -> bool:
    """Is there a quotation beside the verb: after it, or before its subject?"""
    doc = token.doc
    for i in range(token.i + 1, sentence.end):
        if doc[i].text in QUOTE_MARKS or i not in outside:
            return True
        if doc[i].pos_ == "VERB" and is_finite(doc[i]):
            break
    for i in range(token.i - 1, sentence.start - 1, -1):
        if doc[i].text in QUOTE_MARKS or i not in outside:
            return True
        if doc[i].pos_ == "VERB" and is_finite(doc[i]):
            break
    return False
