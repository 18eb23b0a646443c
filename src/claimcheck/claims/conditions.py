"""Does it hold on a condition only: "if", "unless", "should the river rise", "any deployment would", "depends on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.modality import has_perfect, modals_of
from claimcheck.claims.syntax import subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONDITION = frozenset("if unless".split())
_PROVIDED = frozenset("provided providing assuming supposing".split())
_INVERTED = frozenset("should were had".split())
_CUES = (
    " if ",
    " unless ",
    " in the event of ",
    " in case of ",
    " provided that ",
    " as long as ",
    " so long as ",
    " on condition that ",
    " on the condition that ",
    " assuming ",
    " subject to ",
    " pending ",
    " barring ",
)
_HANGING = frozenset("depend hinge rest".split())
_DEPENDENT = frozenset("conditional contingent dependent subject".split())
_CONSEQUENCES = frozenset(
    "mean cost lead result cause force require leave trigger spell bring put make give cut add entail involve amount "
    "allow enable save be".split()
)
_HYPOTHETICAL = frozenset("a an another any such".split())


def is_conditional(head: Token, span: Span) -> bool:
    """Does the event with this head happen only if something else does?"""
    first = next((t for t in span if t.is_alpha), None)
    if first is None:
        return False
    lower = first.lower_
    if lower in _CONDITION and first.dep_ == "mark" and first.head.dep_ == "advcl" and first.head.i < span.end - 1:
        return True
    if _is_inverted(first, head, span) or _has_condition(head, span) or _hangs_on(head):
        return True
    modals = modals_of(head)
    if modals & {"will", "would", "'ll", "may", "could", "can", "'d"}:
        text = f" {span.text.lower()} "
        if any(cue in text for cue in _CUES) or (lower == "without" and first.dep_ == "prep" and first.head == head):
            return True
    return "would" in modals and not has_perfect(head) and _is_hypothetical(head, span)


def _has_condition(head: Token, span: Span) -> bool:
    heads = {head.i, *(c.i for c in head.children if c.dep_ == "xcomp")}
    for token in span:
        if token.head.i not in heads and not (token.head.dep_ == "advcl" and token.head.head.i in heads):
            continue
        if token.dep_ == "mark" and token.lower_ in _CONDITION and token.head.dep_ == "advcl":
            return True
        if token.dep_ in {"advcl", "prep"} and token.lower_ in _PROVIDED:
            return True
    return False


def _is_inverted(first: Token, head: Token, span: Span) -> bool:
    """`Should the river rise, …`, `Were the court to agree, …`: a condition without "if" before a clause with a
    modal verb."""
    if first.lower_ not in _INVERTED or first == head:
        return False
    comma = next((t.i for t in span if t.text == "," and t.i > first.i), None)
    if comma is None:
        return bool(modals_of(head) & {"will", "would", "may", "could", "can", "'d"}) and first.head != head
    return any(t.tag_ == "MD" for t in span.doc[comma : span.end])


def _hangs_on(head: Token) -> bool:
    """`depends on approval`, `is subject to a vote`."""
    if head.lemma_.lower() in _HANGING:
        return any(c.dep_ == "prep" and c.lower_ in {"on", "upon"} for c in head.rights)
    return head.lemma_ == "be" and any(
        c.dep_ in {"acomp", "attr"} and c.lemma_.lower() in _DEPENDENT and any(g.dep_ == "prep" for g in c.rights)
        for c in head.rights
    )


def _is_hypothetical(head: Token, span: Span) -> bool:
    """`any deployment would be illegal`, `a second conviction would mean …`: the subject itself has yet to happen."""
    who = subject(head)
    if who is None or who.pos_ != "NOUN" or not span.start <= who.i:
        return False
    determiners = {c.lower_ for c in who.lefts}
    if "any" in determiners:
        return True
    return bool(determiners & _HYPOTHETICAL) and who.tag_ == "NN" and head.lemma_.lower() in _CONSEQUENCES
