"""Attributions inside one sentence: who is named as saying it, and through which outlet or document it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimcheck.claims import relayed, speech
from claimcheck.claims.channels import cited_source, document, is_hearing, next_noun, with_name
from claimcheck.claims.complements import statement_in, statement_of
from claimcheck.claims.denials import CLAIMS
from claimcheck.claims.parentheticals import introduces_quotation, is_parenthetical, set_off
from claimcheck.claims.speaker_phrases import QUOTE_MARKS, RELATIVE, nothing_after, speaker_of
from claimcheck.claims.speakerless import is_compared, is_participle
from claimcheck.claims.syntax import is_finite, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_SPEECH_FORMS = frozenset({"said", "says", "told"})
_EVIDENCE = frozenset({"evidence", "testimony"})
_QUOTING = frozenset({"quote", "cite"})
_PUTTING = frozenset({"put", "place", "peg"})
_PUT_AT = frozenset("toll number figure count total cost damage loss price value strength size share turnout".split())
"""What somebody puts at a figure: "the ministry put the death toll at 31"."""
_VERBS = (
    speech.SAYING
    | speech.FINDING
    | speech.HEARING
    | relayed.LEARNING
    | _QUOTING
    | speech.DENYING
    | frozenset(speech.TAKING_PREPOSITIONS)
)


@attrs.frozen(eq=False)
class Attribution:
    """One attribution.

    Attributes:
        start, end: token range of the words that attribute (speaker to verb).
        speaker, via: phrases in the sentence, or None.
        verb: the verb of saying, or None ("according to …").
        whole: it holds for the whole sentence (it stands at the sentence's edge or is its main clause).
        inset: commas set it off ("X, officials said, did Y"), and what it holds for stands around or before it.
        goes_on: of an inset, the statement goes on after it.
    """

    start: int
    end: int
    speaker: Span | None
    via: Span | None
    verb: Token | None = None
    whole: bool = False
    inset: bool = False
    goes_on: bool = False

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
    if any(a.verb is None and a.speaker is not None and a.whole for a in found):
        # "The crew reported a fault, according to investigators": they tell of the report.
        found = [a for a in found if a.verb is None or not _reports_a_thing(a.verb)]
    found.sort(key=lambda a: (a.is_hearsay, a.verb is None, _depth(a.verb) if a.verb is not None else 0, a.start))
    return found


def _of_token(token: Token, sentence: Span, outside: set[int], has_quotation: bool) -> Attribution | None:
    lower = token.lower_
    if lower == "according":
        return _according(token, sentence)
    if lower in speech.HEARSAY:
        return Attribution(token.i, token.i + 1, None, token.doc[token.i : token.i + 1], None, False)
    if token.pos_ not in {"VERB", "AUX", "NOUN", "PROPN"} or (has_quotation and token.i not in outside):
        return None
    lemma = token.lemma_.lower()
    if lemma in _PUTTING and _puts_at_a_figure(token) and (who := speaker_of(token, sentence, outside)) is not None:
        return _with_via(token, who, sentence, whole=token.dep_ == "ROOT")
    if lemma not in _VERBS and lower not in _SPEECH_FORMS:
        return None
    if token.tag_ == "VBG" and token.dep_ not in {"ROOT", "ccomp", "parataxis", "conj"}:
        return None
    if lemma in _QUOTING:
        return _relayed(token, relayed.quoted_as(token))
    if is_compared(token):
        return None
    if lemma in speech.HEARING:
        return _heard(token, sentence, outside)
    if lemma in relayed.LEARNING:
        outlet = relayed.learned(token)
        return outlet and Attribution(outlet.start, token.i + 1, None, outlet, token, token.dep_ == "ROOT")
    around = None if is_participle(token) else set_off(token, sentence, outside)
    if around is not None:
        found = _with_via(token, around.speaker, sentence, whole=True)
        return attrs.evolve(found, start=around.start, inset=True, goes_on=around.goes_on)
    return _said(token, sentence, outside, has_quotation)


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


def _relayed(token: Token, found: relayed.Relayed | None) -> Attribution | None:
    if found is None:
        return None
    return Attribution(token.i, token.i + 1, *found, token, True)


def _heard(token: Token, sentence: Span, outside: set[int]) -> Attribution | None:
    """`the court heard that`, `…, the court heard`: what was said there, by whom is not told.

    Of "the court will hear the appeal" nothing was said.
    """
    own = own_subject(token)
    if own is None or not speech.VENUES.search(own.text) or not is_finite(token):
        return None
    things = [c for c in token.children if c.dep_ == "dobj"]
    claims = [c for c in things if c.lemma_.lower() in CLAIMS | _EVIDENCE and statement_in(c) is not None]
    if statement_of(token) is None and not claims and (things or not is_parenthetical(token, sentence, outside)):
        return None
    return Attribution(own.i, token.i + 1, None, speech.noun_phrase(own), token, True)


def _said(token: Token, sentence: Span, outside: set[int], has_quotation: bool) -> Attribution | None:
    lemma = token.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in token.children)
    if passive or (token.tag_ == "VBN" and not is_finite(token)):
        return _passive(token)
    if token.pos_ in {"VERB", "AUX"} and not is_finite(token):
        return None
    if token.dep_ in {"relcl", "acl"} and (own := own_subject(token)) is not None and own.tag_ in RELATIVE:
        return None
    as_clause = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in token.children)
    content = statement_of(token)
    parenthetical = as_clause or is_parenthetical(token, sentence, outside)
    infinitive = any(c.dep_ == "xcomp" and c.tag_ in {"VB", "VBN"} for c in token.children) and lemma in {
        "claim",
        "deny",
        "admit",
        "confirm",
    }
    noun = any(_takes(lemma, child) for child in token.children)
    introduces = has_quotation and introduces_quotation(token, sentence, outside)
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


def _puts_at_a_figure(verb: Token) -> bool:
    """Whether a verb tells what somebody takes a figure for."""
    things = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _PUT_AT]
    at = (c for holder in (verb, *things) for c in holder.rights if c.dep_ == "prep" and c.lower_ == "at")
    return bool(things) and any(t.like_num for c in at for t in c.subtree)


def _reports_a_thing(verb: Token) -> bool:
    """Whether a verb of saying has a noun for its object, and no statement."""
    return statement_of(verb) is None and any(
        c.dep_ == "dobj" and _takes(verb.lemma_.lower(), c) for c in verb.children
    )


def _takes(lemma: str, child: Token) -> bool:
    """Does the verb report with this word: "confirmed the sale", "warned of floods", "rejected claims that …"?"""
    if child.dep_ == "dobj" and lemma in speech.DENYING and lemma != "deny":
        return child.lemma_.lower() in CLAIMS
    if child.dep_ in {"dobj", "xcomp"}:
        return lemma in speech.TAKING_NOUNS
    return child.dep_ == "prep" and child.lower_ in speech.TAKING_PREPOSITIONS.get(lemma, ())


def _passive(token: Token) -> Attribution | None:
    found = relayed.passive(token)
    if found is None:
        return None
    by = relayed.agent(token)
    return Attribution(token.i, token.i + 1 if by is None else by.end, *found, token, True)


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
    via = via or document(token, sentence, who) or relayed.seen_by(who.root) or relayed.spoken_to(token)
    return Attribution(start, end, who, via, token, whole)


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
