"""Attributions inside one sentence: who is named as saying it, and through which outlet or document it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimcheck.claims import speech
from claimcheck.claims.channels import cited_source, document, is_hearing, next_noun, with_name
from claimcheck.claims.speaker_phrases import QUOTE_MARKS, RELATIVE, nothing_after, speaker_of
from claimcheck.claims.syntax import content_of, is_finite, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@attrs.frozen(eq=False)
class Attribution:
    """One attribution.

    Attributes:
        start, end: token range of the words that attribute (speaker to verb).
        speaker, via: phrases in the sentence, or None.
        verb: the verb of saying, or None ("according to …").
        whole: it holds for the whole sentence (it stands at the sentence's edge or is its main clause).
    """

    start: int
    end: int
    speaker: Span | None
    via: Span | None
    verb: Token | None = None
    whole: bool = False

    @property
    def is_hearsay(self) -> bool:
        """Only an adverb such as "reportedly"."""
        return (
            self.verb is None
            and self.speaker is None
            and self.via is not None
            and self.via.text.lower() in speech.HEARSAY
        )


def find_attributions(sentence: Span, *, quoted: list[bool]) -> list[Attribution]:
    """Attributions in a sentence, outermost first.

    Args:
        sentence: a parsed sentence.
        quoted: for each of its tokens, whether it stands between quotation marks.
    """
    outside = {t.i for t, inside in zip(sentence, quoted, strict=True) if not inside}
    found = [a for t in sentence if (a := _of_token(t, sentence, outside, any(quoted))) is not None]
    found += _before_colon(sentence, outside)
    found = [a for a in found if a.speaker is None or any(token.is_alpha or token.like_num for token in a.speaker)]
    found.sort(key=lambda a: (a.is_hearsay, a.verb is None, _depth(a.verb) if a.verb is not None else 0, a.start))
    return found


def _of_token(token: Token, sentence: Span, outside: set[int], has_quotation: bool) -> Attribution | None:
    if token.lower_ == "according":
        return _according(token, sentence)
    if token.lower_ in speech.HEARSAY:
        return Attribution(token.i, token.i + 1, None, token.doc[token.i : token.i + 1], None, False)
    if token.i not in outside and has_quotation:
        return None
    lemma = token.lemma_.lower()
    if token.pos_ not in {"VERB", "AUX", "NOUN", "PROPN"} or (
        token.tag_ == "VBG" and token.dep_ not in {"ROOT", "ccomp", "parataxis", "conj"}
    ):
        return None
    if lemma == "quote":
        return _quote(token, sentence)
    if lemma in speech.HEARING:
        return _heard(token, sentence)
    if lemma in speech.SAYING or lemma in speech.FINDING or _looks_like_speech(token):
        return _said(token, sentence, outside, has_quotation)
    return None


def _looks_like_speech(token: Token) -> bool:
    return token.lower_ in {"said", "says", "told"}


def _according(token: Token, sentence: Span) -> Attribution | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None:
        following = token.doc[token.i + 1] if token.i + 1 < sentence.end else None
        to = following if following is not None and following.lower_ == "to" else None
    if to is None:
        return None
    who = next((c for c in to.children if c.dep_ in {"pobj", "pcomp"}), None) or next_noun(to, sentence)
    if who is None:
        return None
    phrase = speech.noun_phrase(who)
    outlet = speech.is_outlet(phrase)
    edge = token.i <= sentence.start + 2 or nothing_after(phrase.end, sentence)
    return Attribution(token.i, phrase.end, None if outlet else phrase, phrase if outlet else None, None, edge)


def _quote(token: Token, sentence: Span) -> Attribution | None:
    """`Le Monde quoted the president as saying`, `the ministry was quoted by Interfax as saying`."""
    own = own_subject(token)
    if own is None:
        return None
    passive = any(c.dep_ == "auxpass" for c in token.children)
    if passive:
        agent = _agent(token)
        return Attribution(token.i, token.i + 1, speech.noun_phrase(own), agent, token, True)
    target = next((c for c in token.children if c.dep_ == "dobj"), None)
    speaker = speech.noun_phrase(target) if target is not None else None
    return Attribution(token.i, token.i + 1, speaker, speech.noun_phrase(own), token, True)


def _heard(token: Token, sentence: Span) -> Attribution | None:
    """`the court heard that`, `…, the court heard`: what was said there, by whom is not told."""
    own = own_subject(token)
    if own is None or not speech.VENUES.search(own.text) or not is_finite(token):
        return None
    return Attribution(own.i, token.i + 1, None, speech.noun_phrase(own), token, True)


def _said(token: Token, sentence: Span, outside: set[int], has_quotation: bool) -> Attribution | None:
    lemma = token.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in token.children)
    if passive or (token.tag_ == "VBN" and not is_finite(token)):
        return _passive(token, sentence)
    if token.pos_ in {"VERB", "AUX"} and not is_finite(token):
        return None
    if token.dep_ in {"relcl", "acl"} and (own := own_subject(token)) is not None and own.tag_ in RELATIVE:
        return None
    as_clause = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in token.children)
    content = content_of(token)
    parenthetical = as_clause or _is_parenthetical(token, sentence, outside)
    infinitive = any(c.dep_ == "xcomp" and c.tag_ in {"VB", "VBN"} for c in token.children) and lemma in {
        "claim",
        "deny",
        "admit",
        "confirm",
    }
    noun = lemma in speech.TAKING_NOUNS and any(c.dep_ in {"dobj", "xcomp"} for c in token.children)
    introduces = has_quotation and _introduces_quotation(token, sentence, outside)
    if lemma in speech.ONLY_PARENTHETICAL and not (parenthetical or introduces):
        if lemma not in speech.FINDING or content is None:
            return None
    elif (
        lemma in speech.FINDING
        and lemma not in speech.SAYING
        and not (parenthetical or (content is not None and content.i > token.i))
    ):
        return None
    if content is None and not (parenthetical or infinitive or noun or introduces):
        return None
    if (
        lemma in {"suggest", "indicate", "conclude", "agree", "believe", "think"}
        and content is None
        and not parenthetical
        and not introduces
    ):
        return None
    who = speaker_of(token, sentence, outside)
    if who is None:
        return None
    return _with_via(token, who, sentence, whole=parenthetical or token.dep_ == "ROOT")


def _passive(token: Token, sentence: Span) -> Attribution | None:
    """`I was told by Sanz`, `was confirmed by the club`, `as revealed by people in the room`."""
    agent = _agent(token)
    if agent is None:
        return None
    lemma = token.lemma_.lower()
    as_clause = any(c.lower_ == "as" for c in token.children) or token.doc[max(token.i - 1, 0)].lower_ == "as"
    reports = lemma in {"tell", "inform", "confirm", "announce", "deny", "dismiss", "dispute"} or as_clause
    if not reports:
        return None
    outlet = speech.is_outlet(agent)
    return Attribution(token.i, agent.end, None if outlet else agent, agent if outlet else None, token, True)


def _agent(token: Token) -> Span | None:
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None:
                return speech.noun_phrase(noun)
    return None


def _is_parenthetical(token: Token, sentence: Span, outside: set[int]) -> bool:
    """`…, NAME said.`, `…," said NAME`, `X, NAME said, did Y`: set off on its left side."""
    doc = token.doc
    i = token.i - 1
    own = own_subject(token)
    left = min(own.left_edge.i, token.i) if own is not None else token.i
    i = left - 1
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
    stated = any(_has_tense(t) for t in doc[sentence.start : i])
    goes_on = doc[min(tail + 1, len(doc) - 1)].text == "," and any(_has_tense(t) for t in doc[tail + 1 : sentence.end])
    bare = not any(c.dep_ in {"prep", "dobj", "xcomp"} and c.i > token.i and not _addresses(c) for c in token.children)
    set_off = token.dep_ == "parataxis" and any(_has_tense(t) for t in doc[token.i + 1 : sentence.end])
    return bare and ((stated and (stops or token.dep_ in {"parataxis", "ROOT"})) or goes_on or set_off)


def _has_tense(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and is_finite(token)


def _addresses(child: Token) -> bool:
    """What may follow a verb of saying in a parenthesis: whom it is said to, where, when and in which document."""
    return child.dep_ == "dobj" or child.lower_ in {
        "in",
        "on",
        "at",
        "to",
        "by",
        "after",
        "before",
        "during",
        "via",
        "from",
        "through",
        "as",
        "of",
    }


def _introduces_quotation(token: Token, sentence: Span, outside: set[int]) -> bool:
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


def _with_via(token: Token, who: Span, sentence: Span, *, whole: bool) -> Attribution:
    lemma = token.lemma_.lower()
    start, end = min(who.start, token.i), max(who.end, token.i + 1)
    if speech.is_outlet(who):
        who = with_name(who)
        source = cited_source(sentence)
        return Attribution(start, end, source, who, token, whole)
    via: Span | None = None
    if lemma in {"tell", "inform"}:
        for child in token.children:
            if (
                child.dep_ in {"dobj", "dative", "pobj", "npadvmod", "appos"}
                and child.i > token.i
                and child.i != who.root.i
            ):
                phrase = speech.noun_phrase(child, follow_apposition=False)
                phrase = with_name(phrase)
                if speech.is_listener_outlet(phrase) and not is_hearing(phrase):
                    via = phrase
                break
    return Attribution(start, end, who, via or document(token, sentence, who), token, whole)


def _before_colon(sentence: Span, outside: set[int]) -> list[Attribution]:
    """`Chief Inspector Ruth Bell: "The door was open."`"""
    doc = sentence.doc
    colon = next((t.i for t in sentence if t.text == ":"), None)
    if colon is None or colon - sentence.start > 10 or colon + 1 >= sentence.end:
        return []
    if doc[colon + 1].text not in QUOTE_MARKS and colon + 1 in outside:
        return []
    before = doc[sentence.start : colon]
    if any(t.pos_ in {"VERB", "AUX"} and is_finite(t) for t in before) or not any(t.pos_ == "PROPN" for t in before):
        return []
    first = next((i for i in range(before.start, before.end) if doc[i].text == ","), before.end)
    return [Attribution(before.start, colon + 1, doc[before.start : first], None, None, True)]


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 200:
        token = token.head
        depth += 1
    return depth


def refine_statement_source(attribution: Attribution) -> Attribution:
    """`A statement from the inspector said`: the inspector speaks, through a statement."""
    who = attribution.speaker
    if (
        who is None
        or who.root.lemma_.lower() not in {"statement", "letter", "tweet", "memo", "email", "post"}
        or attribution.via is not None
    ):
        return attribution
    for prep in who.root.children:
        if prep.dep_ == "prep" and prep.lower_ in {"from", "by", "of"}:
            source = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if source is not None:
                return attrs.evolve(attribution, speaker=speech.noun_phrase(source), via=who.doc[who.start : prep.i])
    return attribution
