"""Sentence boundaries, decided by rule before the parser runs, so that it never cuts at "Gen." or inside a quotation.

spaCy's small parser cuts at unknown abbreviations, dashes and quotation marks. Where punctuation, case and
white space leave no doubt, the boundary is set on the tokens beforehand, and the parser has to respect it; only
real doubts ("the U.S. Officials said", "at 9 p.m. Police said") are left to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

# Always followed by a name or a number, never by the next sentence.
_BEFORE_NAMES = frozenset(
    (
        "mr mrs ms mx dr prof rev fr hon gen brig maj lt col capt cmdr comdr cdr cpl sgt pvt adm supt "
        "insp det pres gov sen rep amb sec atty msgr st ste mt ft vs v nos pp vol fig art cf ca approx "
        "messrs sr. hr"
    ).split()
)
_BEFORE_NUMBERS = frozenset(
    ("no nos p pp vol fig art sec ch para est ca c jan feb mar apr jun jul aug sep sept oct nov dec").split()
)
# The same in lower case, where they are no words by themselves: "approx. $5m", "approx. £3m".
_NEVER_WORDS = frozenset({"approx", "vs", "cf", "nos", "pp"})
# May end a sentence as well as stand inside one.
_DOUBTFUL = frozenset(
    (
        "u.s u.k u.n e.u u.s.a u.a.e d.c n.y a.m p.m inc corp ltd co plc bros jr sr etc ph.d m.d b.a m.a "
        "llc dept univ assn ave blvd rd hwy mon tue wed thu fri sat sun"
    ).split()
)
_OF_THE_CLOCK = frozenset({"a.m", "p.m"})
_ZONES = frozenset("gmt utc bst cet cest eet eest est edt cst cdt mst mdt pst pdt ist jst kst msk sgt hkt aest".split())
_DAYS_AND_MONTHS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec."
    ).split()
)
_LONGEST_PLACE = 3
"""Words of the place in "at 6 a.m. New South Wales time"."""
_STARTERS = frozenset(
    (
        "the a an it he she they we you i this that these those there here in on at by for from with as "
        "but and or so if when while after before since until although though however meanwhile his her "
        "its their our my some many most several no not one two what who why how where which both all "
        "each every another other more less few only"
    ).split()
)
_SPEECH_AFTER_QUOTE = frozenset(
    ("said says asked asks added adds cried wondered told replied shouted wrote tweeted").split()
)

_SENT_START = {True: 1, False: -1, None: 0}
"""spaCy's values of SENT_START."""
_OPENING = frozenset("“‘«„([{")
_CLOSING = frozenset("”’»)]}")
_QUOTES = frozenset("\"'“”‘’«»„`") | {"''", "``"}
_END = re.compile(r"^(?:[.!?…]+|\.{2,})$")
_INITIAL = re.compile(r"^[A-Z]\.$")
_ABBREVIATION = re.compile(r"^((?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_][\w’'-]*)\.$")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u00a0\ud800-\udfff]")


def plain(text: str) -> str:
    """The text as the parser gets it, of the same length: no control characters, no line breaks, no lone
    surrogates, straight apostrophes; so offsets in one are offsets in the other."""
    return _UNSAFE.sub(" ", text).replace("’", "'").replace("‘", "'").replace("ʼ", "'")


def make_doc(nlp: Language, text: str) -> Doc:
    """A tokenised Doc of `plain(text)` with its sentence boundaries set, to be given to `nlp.pipe`."""
    doc = nlp.make_doc(plain(text))
    set_boundaries(doc)
    return doc


def set_boundaries(doc: Doc) -> None:
    """Decide `is_sent_start` of each token; None (the parser decides) where the text is ambiguous."""
    starts: list[bool | None] = [token.i == 0 for token in doc]
    i = 0
    while i < len(doc):
        if not _may_end(doc[i]):
            i += 1
            continue
        last = _with_closing_marks(doc, i)
        following = last + 1
        while following < len(doc) and doc[following].is_space:
            following += 1
        if following < len(doc):
            starts[following] = _starts_sentence(doc, i, last, following)
        i = last + 1
    # All at once: setting `Token.is_sent_start` looks through the whole Doc each time.
    doc.from_array(
        ["SENT_START"], np.array([[_SENT_START[start]] for start in starts], dtype=np.int64).astype(np.uint64)
    )


def _may_end(token: Token) -> bool:
    return bool(_END.match(token.text)) or (len(token.text) > 1 and token.text[-1] in ".!?…" and not token.like_url)


def _with_closing_marks(doc: Doc, i: int) -> int:
    """Index of the last token that belongs to the end at `i`: more full stops, closing quotation marks, brackets."""
    last = i
    while last + 1 < len(doc):
        token = doc[last + 1]
        attached = not doc[last].whitespace_ and not doc[last].is_space
        closes = token.text in _CLOSING or (token.text in _QUOTES and token.text not in _OPENING)
        if attached and (_END.match(token.text) or closes):
            last += 1
        elif closes and token.text not in {"'", "’"} and (last + 2 >= len(doc) or _alone(doc, last + 1)):
            last += 1  # `text. "` at the end of a block: the mark closes
        else:
            break
    return last


def _alone(doc: Doc, i: int) -> bool:
    return bool(doc[i].whitespace_) and bool(doc[i - 1].whitespace_) and doc[i].text in _CLOSING


def _starts_sentence(doc: Doc, end: int, last: int, following: int) -> bool | None:
    """Does a sentence start at `following`, after the final mark at `end` and the closing marks up to `last`?"""
    separated = bool(doc[last].whitespace_) or following > last + 1
    first = following
    while first < len(doc) - 1 and (doc[first].text in _OPENING or doc[first].text in _QUOTES):
        first += 1
    word = doc[first].text
    if not separated and first == following:
        return False
    if word[:1].islower():
        return False
    abbreviation = _abbreviation(doc, end)
    bare = word.rstrip(".").casefold()
    if abbreviation is not None and last == end:
        if abbreviation in _BEFORE_NAMES and not (abbreviation in _BEFORE_NUMBERS and word[:1].isalpha()):
            return False
        if abbreviation in _BEFORE_NUMBERS and word[:1].isdigit():
            return False
        if abbreviation in _OF_THE_CLOCK and (tells_time := _tells_time(doc, first)) is not None:
            return not tells_time
        if abbreviation in _DOUBTFUL:
            return True if bare in _STARTERS or first > following else None
        if len(abbreviation) == 1 and abbreviation != "i":
            return False
        if "." in abbreviation:
            return True if bare in _STARTERS else None
    if doc[end].text[-1] in "?!" and last > end and _reports(doc, first):
        return False
    if doc[end].text in {"...", "…", "....", ". . ."}:
        return None
    return True


def _tells_time(doc: Doc, first: int) -> bool | None:
    """Does the token after "a.m." or "p.m." tell whose time or which day: "GMT", "Paraguayan time", "Friday"?

    None where it is neither that nor the beginning of "Friday's".
    """
    following = doc[first].lower_
    if following in _ZONES:
        return True
    if following in _DAYS_AND_MONTHS:
        return first + 1 >= len(doc) or doc[first + 1].text != "'s"
    for token in doc[first + 1 : first + 1 + _LONGEST_PLACE]:
        if token.lower_ == "time":
            return True
        if not token.text[:1].isupper():
            return None
    return None


def _abbreviation(doc: Doc, end: int) -> str | None:
    """The abbreviation that the full stop at `end` belongs to, lower case and without its last stop, or None."""
    token = doc[end]
    if end and doc[end - 1].text[-1:].isdigit() and not doc[end - 1].whitespace_:
        return None  # "£5m.", "40km.": a unit
    if _INITIAL.match(token.text):
        return str(token.text[0].casefold())
    match = _ABBREVIATION.match(token.text)
    if match:
        return match.group(1).casefold()
    if token.text == "." and end and not doc[end - 1].whitespace_:
        before = doc[end - 1].text.casefold()
        known = before in _BEFORE_NAMES or before in _DOUBTFUL or before in _BEFORE_NUMBERS
        # "no", "co", "sat", "sun", "may" are also plain words: at the end of a sentence they are.
        if known and (before in _NEVER_WORDS or doc[end - 1].text[:1].isupper()):
            return str(before)
        if re.fullmatch(r"[A-Z]", doc[end - 1].text) and end > 1:
            return str(before)
    return None


def _reports(doc: Doc, first: int) -> bool:
    """Do the words after a question or a cry in quotation marks say who spoke: `"Why?" Smith asked`?"""
    return any(token.lower_ in _SPEECH_AFTER_QUOTE for token in doc[first : first + 4])
