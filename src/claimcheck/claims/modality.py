"""Is it said as possible, as planned, or on a condition: the modality of a claim's main event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.syntax import own_subject, subject
from claimcheck.records import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLANNING = frozenset(
    "plan intend aim pledge vow promise threaten undertake propose prepare schedule slate poise expect".split()
)
_PLANNED_TO = frozenset("due set scheduled planned expected slated poised about ready going bound projected".split())
_PLANNED_FOR = frozenset("plan schedule slate expect".split())
_UNCERTAIN_ADVERBS = frozenset(
    "perhaps maybe possibly probably presumably conceivably apparently seemingly likely potentially".split()
)
_UNCERTAIN_VERBS = frozenset("appear seem look".split())
_BELIEVED = frozenset("believe think fear suspect understand presume assume suppose rumour rumor".split())
BELIEVING = frozenset("suspect believe think fear doubt assume presume suppose guess reckon speculate".split())
_PONDERING = frozenset("consider mull contemplate weigh".split())
_UNCERTAIN_ADJECTIVES = frozenset("possible likely unlikely probable conceivable plausible uncertain unclear".split())
_DOUBTFUL_NOUNS = frozenset("possibility chance risk fear likelihood suspicion prospect threat".split())
_CONDITION = frozenset("if unless".split())
_PROVIDED = frozenset("provided providing".split())
_MODALS_POSSIBLE = frozenset("may might could".split())


def _auxiliaries(head: Token) -> list[Token]:
    found = [c for c in head.children if c.dep_ in {"aux", "auxpass"}]
    if not found and head.dep_ == "conj" and own_subject(head) is None and head.head.pos_ in {"VERB", "AUX"}:
        found = [c for c in head.head.children if c.dep_ in {"aux", "auxpass"}]
    return found


def modals_of(head: Token) -> set[str]:
    """The modal verbs before a verb, lower case, as the tokeniser cuts them ("wo" of "won't")."""
    return {c.lower_ for c in _auxiliaries(head) if c.tag_ == "MD"} | ({head.lower_} if head.tag_ == "MD" else set())


def has_perfect(head: Token) -> bool:
    """Is there a "have" before the verb: "would have met"?"""
    return any(c.lemma_ == "have" or c.lower_ in {"have", "'ve"} for c in _auxiliaries(head))


def conditional(head: Token, span: Span) -> Factuality | None:
    """ "conditional" where the claim holds only if something else does, else None."""
    modals = modals_of(head)
    heads = {head.i, *(c.i for c in head.children if c.dep_ == "xcomp")}
    for token in span:
        if token.head.i not in heads and not (token.head.dep_ == "advcl" and token.head.head.i in heads):
            continue
        if token.dep_ == "mark" and token.lower_ in _CONDITION and token.head.dep_ == "advcl":
            return "conditional"
        if token.dep_ in {"advcl", "prep"} and token.lower_ in _PROVIDED:
            return "conditional"
        if (
            token.dep_ == "advcl"
            and token.i < head.i
            and token.sent.start <= token.left_edge.i <= span.start + 1
            and _inverted(token)
        ):
            return "conditional"
    text = f" {span.text.lower()} "
    if modals & {"will", "would", "'ll", "may", "could", "can", "'d"}:
        if any(
            cue in text
            for cue in (
                " if ",
                " unless ",
                " in the event of ",
                " in case of ",
                " provided that ",
                " as long as ",
                " on condition that ",
                " only if ",
                " so long as ",
            )
        ):
            return "conditional"
        first = next((t for t in span if t.is_alpha), None)
        if first is not None and first.lower_ in {"should", "were", "had"} and first != head and first.head != head:
            return "conditional"
    if "would" in modals and not has_perfect(head):
        who = subject(head)
        if who is not None and any(c.dep_ == "det" and c.lower_ == "any" for c in who.children):
            return "conditional"
    return None


def _inverted(clause: Token) -> bool:
    """`Should the river rise`, `Were the court to agree`: a condition without "if"."""
    first = clause.doc[clause.left_edge.i]
    return bool(first.lower_ in {"should", "were", "had"} and first.i < clause.i) or (
        first == clause and clause.lower_ == "were"
    )


def modality(head: Token, span: Span, words: set[str], past_speech: bool) -> Factuality:
    """ "possible", "planned", "conditional" (a "would" without a subject) or "asserted".

    Args:
        head: the verb of the main event.
        span: the claim.
        words: those of the claim, lower case.
        past_speech: it is what somebody said, in the past: "would" then stands for "will".
    """
    lemma = head.lemma_.lower()
    modals = modals_of(head)
    if _possible(head, lemma, modals, span):
        return "possible"
    if _planned(head, lemma, modals, span, words):
        return "planned"
    if "would" in modals or "'d" in modals:
        return "planned" if past_speech or subject(head) is not None else "conditional"
    return "asserted"


def _possible(head: Token, lemma: str, modals: set[str], span: Span) -> bool:
    if modals & _MODALS_POSSIBLE:
        return True
    for child in head.children:
        if child.dep_ == "advmod" and child.lower_ in _UNCERTAIN_ADVERBS and span.start <= child.i < span.end:
            return True
        if child.dep_ in {"acomp", "attr"} and child.lemma_.lower() in _UNCERTAIN_ADJECTIVES:
            return True
        if child.dep_ == "attr" and child.lemma_.lower() in _DOUBTFUL_NOUNS:
            return True
    first = next((t for t in span if t.is_alpha), None)
    if first is not None and first.lower_ in {"perhaps", "maybe", "possibly", "probably"}:
        return True
    if any(
        t.lower_ in _UNCERTAIN_ADVERBS and t.head.dep_ in {"attr", "acomp", "agent", "prep"} and t.head.head == head
        for t in span
    ):
        return True
    if lemma in _UNCERTAIN_VERBS and any(c.dep_ in {"xcomp", "acomp", "oprd"} for c in head.children):
        return True
    if lemma in _BELIEVED and any(c.dep_ == "auxpass" for c in head.children):
        return True
    if lemma in BELIEVING and any(c.dep_ == "ccomp" for c in head.children):
        return True
    return lemma in _PONDERING and any(c.dep_ in {"dobj", "xcomp"} for c in head.children)


def _planned(head: Token, lemma: str, modals: set[str], span: Span, words: set[str]) -> bool:
    if modals & {"will", "shall", "'ll", "wo"}:
        return True
    complements = [c for c in head.children if c.dep_ == "xcomp"]
    infinitive = any(any(g.tag_ == "TO" for g in c.children) for c in complements)
    passive = any(c.dep_ == "auxpass" for c in head.children)
    if lemma in _PLANNING and (infinitive or (passive and lemma in _PLANNED_FOR)):
        return True
    if (
        lemma in _PLANNING
        and lemma in {"plan", "intend", "propose", "promise", "pledge", "vow"}
        and any(c.dep_ in {"dobj", "ccomp"} for c in head.children)
    ):
        return lemma in {"plan", "vow", "promise", "pledge"}
    if lemma == "go" and head.tag_ == "VBG" and infinitive:
        return True
    if lemma == "be":
        if infinitive and any(c.i == head.i + 1 or c.left_edge.i <= head.i + 2 for c in complements):
            return True
        for child in head.children:
            if (
                child.dep_ in {"acomp", "attr", "prep"}
                and (child.lower_ in _PLANNED_TO)
                and any(g.dep_ in {"xcomp", "pcomp", "prep"} for g in child.children)
            ):
                return True
            if (
                child.dep_ == "prep"
                and child.lower_ == "on"
                and any(g.lower_ in {"track", "course", "schedule"} for g in child.subtree)
            ):
                return True
    if lemma in _PLANNED_TO and infinitive:
        return True
    present = head.tag_ in {"VBZ", "VBP"} or (
        head.tag_ == "VBG" and any(c.lower_ in {"is", "are", "'s", "'re"} for c in head.children)
    )
    return present and bool({"tomorrow"} & words)
