"""Does somebody deny it: "denied", "dismissed the claim", "brushed aside suggestions", "that is a lie"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.complements import hidden_verb
from claimcheck.claims.speech import DENYING
from claimcheck.claims.syntax import own_subject, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_DISMISSING = DENYING | frozenset("rubbish debunk discredit discount ridicule contest challenge".split())
CLAIMS = frozenset(
    "allegation claim report rumour rumor accusation suggestion charge speculation assertion story involvement "
    "wrongdoing responsibility guilt account link knowledge insinuation notion idea theory version finding "
    "characterisation characterization description depiction".split()
)
"""Nouns for what somebody says, which can be denied."""
_WAVED_AWAY = {
    "brush": frozenset({"aside", "off", "away"}),
    "wave": frozenset({"aside", "off", "away"}),
    "shrug": frozenset({"off"}),
    "laugh": frozenset({"off"}),
    "bat": frozenset({"away", "aside", "off"}),
    "swat": frozenset({"away", "aside"}),
    "sweep": frozenset({"aside"}),
    "cast": frozenset({"aside"}),
    "push": frozenset({"back"}),
    "hit": frozenset({"back"}),
    "shoot": frozenset({"down"}),
    "slap": frozenset({"down"}),
    "knock": frozenset({"down"}),
    "scoff": frozenset({"at"}),
    "sneer": frozenset({"at"}),
    "pour": frozenset({"scorn", "water"}),
}
"""Verbs that dismiss a claim together with a word after them."""
_CALLING = frozenset("call brand label describe dub denounce condemn slam".split())
_FALSE = frozenset(
    "false untrue baseless unfounded fabricated groundless fictitious bogus unsubstantiated inaccurate incorrect "
    "preposterous ludicrous absurd ridiculous laughable".split()
)
_FALSEHOODS = frozenset(
    "lie invention fabrication hoax myth nonsense rubbish falsehood fiction slander smear libel untruth fantasy "
    "propaganda disinformation misinformation".split()
)
_POINTING = frozenset("it this that these those they".split())
_INNOCENCE = frozenset({"protest", "maintain", "profess", "proclaim"})


def is_denial(head: Token, span: Span) -> bool:
    """Does the clause with this head say that somebody calls something untrue?"""
    lemma = head.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in head.children)
    negated = any(c.dep_ == "neg" for c in head.children)
    if lemma == "be":
        return _is_called_untrue(head, negated)
    if negated:
        return False
    if lemma == "deny":
        return _denies(head, passive)
    if lemma in _DISMISSING:
        if any(c.dep_ == "ccomp" and c.i > head.i for c in head.children):
            return lemma in DENYING
        target = subject(head) if passive else next((c for c in head.children if c.dep_ == "dobj"), None)
        if target is None:  # "dismissed as untrue reports that …"
            dismissed_as = next((c for c in head.rights if c.lower_ == "as" and c.dep_ == "prep"), None)
            target = next((c for c in dismissed_as.rights if c.dep_ == "pobj"), None) if dismissed_as else None
        return target is not None and target.lemma_.lower() in CLAIMS
    if lemma in _WAVED_AWAY:
        words = {c.lower_ for c in head.rights}
        return bool(words & _WAVED_AWAY[lemma]) and any(t.lemma_.lower() in CLAIMS for t in _things(head))
    if lemma == "rule":
        return any(c.dep_ == "prt" and c.lower_ == "out" for c in head.children)
    if lemma in _CALLING:
        names = {t.lower_ for t in head.subtree if t.i > head.i}
        claims = any(t.lemma_.lower() in CLAIMS | _POINTING for t in _things(head))
        return bool(names & {"false", "untrue", "baseless", "unfounded", "fabricated", "groundless"}) or (
            claims and any(t.lemma_.lower() in _FALSE | _FALSEHOODS for t in head.subtree if t.i > head.i)
        )
    if lemma == "plead":
        return any(t.lower_ == "guilty" and t.nbor(-1).lower_ == "not" for t in head.subtree if t.i > head.i)
    if lemma in _INNOCENCE:
        return any(c.dep_ == "dobj" and c.lemma_.lower() == "innocence" for c in head.children)
    hidden = hidden_verb(head, _DISMISSING)
    return hidden is not None and head.lemma_.lower() in CLAIMS and span.start <= hidden.i


def _denies(head: Token, passive: bool) -> bool:
    """Not "was denied bail", "denied them a refund": a refusal, which did happen."""
    who = own_subject(head)
    if passive and not (
        who is not None and (who.lemma_.lower() in CLAIMS or any(c.dep_ == "agent" for c in head.children))
    ):
        return False
    if any(c.dep_ == "dative" for c in head.children) or (
        passive and any(c.dep_ in {"dobj", "oprd", "attr"} for c in head.children)
    ):
        return False
    objects = [c for c in head.children if c.dep_ == "dobj"]
    return not (objects and _gives(head, objects[0]))


def _gives(head: Token, obj: Token) -> bool:
    """`denied the passengers a refund`, parsed as one noun phrase or as two objects."""
    objects = [c for c in head.children if c.dep_ in {"dobj", "dative", "oprd"} and c.i > head.i]
    return len(objects) > 1 or (
        obj.lemma_.lower() in {"bail", "entry", "access", "visa", "refund", "asylum"}
        and any(c.dep_ == "dative" for c in head.children)
    )


def _is_called_untrue(head: Token, negated: bool) -> bool:
    """`it is not true that`, `the claim is false`, `that story is an invention`, `there is no truth in it`."""
    for child in head.children:
        if child.dep_ not in {"acomp", "attr"}:
            continue
        lemma = child.lemma_.lower()
        none = any(g.lower_ in {"no", "not"} for g in child.subtree if g.i < child.i)
        if lemma == "true" and child.dep_ == "acomp" and negated:
            return True
        if child.dep_ == "attr" and (negated or none) and any(t.lemma_.lower() == "truth" for t in child.subtree):
            return True
        if negated or none:
            continue
        who = own_subject(head)
        claims = who is not None and (
            who.lemma_.lower() in CLAIMS
            or who.lower_ in _POINTING
            or any(c.lower_ in {"this", "that", "these", "those"} for c in who.children)
        )
        if lemma in {"false", "untrue", "baseless", "unfounded", "fabricated", "groundless"}:
            return True
        if claims and lemma in _FALSE | _FALSEHOODS:
            return True
    return False


def _things(head: Token) -> Iterator[Token]:
    """Objects and passive subject, also after a preposition of the verb or of its object ("poured scorn on claims")."""
    for child in head.children:
        if child.dep_ in {"dobj", "nsubjpass", "nsubj"}:
            yield child
        for preposition in (child, *child.children):
            if preposition.dep_ == "prep" and preposition.i > head.i:
                yield from (g for g in preposition.children if g.dep_ == "pobj")
