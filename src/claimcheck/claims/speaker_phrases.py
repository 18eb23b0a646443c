"""The words for whoever speaks, beside a verb of saying: its subject, or a name where the parser sees none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims import speech
from claimcheck.claims.syntax import content_of, is_finite, nearest_subject, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

QUOTE_MARKS = frozenset({'"', "“", "”", "«", "»", "''", "``"})
RELATIVE = frozenset({"WDT", "WP"})


def nothing_after(end: int, sentence: Span) -> bool:
    """Does only an apposition or a place follow until the sentence ends?"""
    return not any(t.pos_ in {"VERB", "AUX"} and is_finite(t) for t in sentence.doc[end : sentence.end])


def speaker_of(token: Token, sentence: Span, outside: set[int]) -> Span | None:
    """The phrase of whoever says what a verb of saying reports, or None.

    Args:
        token: the verb.
        sentence: the sentence that it stands in.
        outside: indices of the tokens that stand in no quoted speech.
    """
    doc = token.doc
    own = nearest_subject(token)
    if own is not None and own.lower_ in {"i", "we", "you"}:
        return None
    if own is not None and token.dep_ == "amod":  # "The vice-chancellor told staff that …", read as one noun phrase
        return doc[token.head.left_edge.i : token.i]
    if own is not None and own.dep_ == "csubj" and own.tag_ == "VBG":  # "Speaking in Oslo, the minister said …"
        return _after_comma(token, own, outside)
    if own is not None and own.dep_ != "expl" and own.i in outside:
        phrase = speech.noun_phrase(own)
        if own.lower_ == "it" and token.lemma_.lower() not in speech.SAYING:
            return None
        return _without_document(phrase) if own.i > token.i else _name_before(token, phrase, sentence, outside)
    if token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        inherited = own_subject(token.head)
        if inherited is not None and inherited.i in outside and inherited.tag_ not in RELATIVE:
            return speech.noun_phrase(inherited)
    named = _name_directly_before(token, outside)
    if named is not None:
        return named
    # Turned round, and not seen by the parser: `…," said Anna Lindqvist.`
    following = next((t for t in doc[token.i + 1 : sentence.end] if not t.is_space), None)
    content = content_of(token)
    turned = content is None or content.i < token.i
    if (
        turned
        and following is not None
        and following.i in outside
        and following.pos_ in {"PROPN", "DET", "NOUN", "PRON", "ADJ", "NUM"}
    ):
        head = next(
            (
                c
                for c in token.children
                if c.dep_ in {"dobj", "attr", "oprd", "npadvmod", "dep", "acomp"} and c.i > token.i and c.i in outside
            ),
            None,
        )
        if head is not None and head.ent_type_ not in {"DATE", "TIME"}:
            return speech.noun_phrase(head)
    return _phrase_after(token, sentence, outside) or _phrase_before(token, sentence, outside)


def _after_comma(token: Token, participle: Token, outside: set[int]) -> Span | None:
    """The words between the comma that closes a participle's clause and the verb."""
    doc = token.doc
    comma = next((i for i in range(token.i - 1, participle.i, -1) if doc[i].text == ","), None)
    if comma is None or comma + 1 >= token.i or comma not in outside:
        return None
    words = doc[comma + 1 : token.i]
    return words if any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in words) else None


def _without_document(phrase: Span) -> Span:
    """`wrote the leader of the party in a letter`: where it was written is no part of who wrote it."""
    for token in phrase:
        if token.i > phrase.root.i and token.lower_ in {"in", "on", "via"}:
            noun = next((c for c in token.children if c.dep_ == "pobj"), None)
            if noun is not None and (noun.lemma_.lower() in speech.DOCUMENTS or noun.lower_ in speech.PLATFORMS):
                return phrase.doc[phrase.start : token.i]
    return phrase


def _phrase_after(token: Token, sentence: Span, outside: set[int]) -> Span | None:
    """`…," said Group president Ana Bell.`, where the parser made something else of the words after the verb."""
    doc = token.doc
    if token.i == sentence.start or doc[token.i - 1].text not in QUOTE_MARKS:
        return None
    end = token.i + 1
    while end < sentence.end and end in outside and not doc[end].is_punct and doc[end].pos_ not in {"ADP", "SCONJ"}:
        end += 1
    named = any(t.pos_ == "PROPN" for t in doc[token.i + 1 : end])
    return doc[token.i + 1 : end] if named else None


def _name_directly_before(token: Token, outside: set[int]) -> Span | None:
    """`…, Defense Secretary James Bell told reporters`, where the parser hung the name elsewhere."""
    doc = token.doc
    if token.i == 0 or doc[token.i - 1].ent_type_ != "PERSON" or token.i - 1 not in outside:
        return None
    start = token.i - 1
    while start > token.sent.start and doc[start - 1].pos_ == "PROPN" and doc[start - 1].i in outside:
        start -= 1
    return doc[start : token.i]


def _name_before(token: Token, phrase: Span, sentence: Span, outside: set[int]) -> Span:
    """`spokesperson for the ministry, Igor Bran, said`: the last name before the verb rather than the office."""
    if phrase.root.pos_ == "PROPN" and phrase.root.ent_type_ in {"PERSON", ""}:
        return phrase
    doc = token.doc
    i = token.i - 1
    while i > phrase.end and (doc[i].is_punct or doc[i].dep_ in {"aux", "advmod", "neg"} or doc[i].is_space):
        i -= 1
    if i <= phrase.end or doc[i].pos_ != "PROPN":
        return phrase
    start = i
    while start > phrase.end and doc[start - 1].pos_ == "PROPN" and doc[start - 1].i in outside:
        start -= 1
    closed = doc[i + 1].text == "," and doc[start - 1].text == ","
    return doc[start : i + 1] if closed and doc[start].dep_ != "pobj" else phrase


def _phrase_before(token: Token, sentence: Span, outside: set[int]) -> Span | None:
    """Words between a closing quotation mark (or a comma) and a verb of saying at the end, where the parser sees no
    subject."""
    doc = token.doc
    if not nothing_after(token.i + 1, sentence):
        return None
    start = token.i
    while start > sentence.start and doc[start - 1].text not in QUOTE_MARKS and doc[start - 1].i in outside:
        start -= 1
    if start == sentence.start and not any(t.text in QUOTE_MARKS for t in sentence):
        return None
    pieces: list[tuple[int, int]] = []
    piece = start
    for i in range(start, token.i + 1):
        if i == token.i or doc[i].text == ",":
            if piece < i:
                pieces.append((piece, i))
            piece = i + 1
    spans = [doc[a:b] for a, b in pieces if any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in doc[a:b])]
    if not spans or any(t.pos_ == "VERB" and is_finite(t) for span in spans for t in span):
        return None
    for span in reversed(spans):
        if all(t.pos_ == "PROPN" or t.is_title for t in span):
            return span
    return spans[-1]
