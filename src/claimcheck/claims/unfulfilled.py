"""Was it called off, or contrary to fact: "put off until May", "would have sunk", "came close to collapsing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.modality import has_perfect, modals_of
from claimcheck.claims.negation import is_negated, is_no_longer
from claimcheck.claims.syntax import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CANCELLING = frozenset("cancel scrap shelve postpone abort axe mothball scupper reschedule".split())
_RESCHEDULED = frozenset({"for", "to"})
_GIVING_UP = frozenset("abandon drop withdraw ditch bin jettison".split())
"""Verbs that cancel a plan, and something else besides."""
_DELAYING = frozenset("delay defer".split())
_PARTICLES = {
    "call": frozenset({"off"}),
    "put": frozenset({"off", "back", "hold", "ice"}),
    "push": frozenset({"back"}),
    "rain": frozenset({"off"}),
    "pull": frozenset({"plug"}),
}
"""Verbs that cancel or postpone together with a word after them."""
_CALLED_OFF = _CANCELLING | _GIVING_UP | _DELAYING | frozenset(_PARTICLES) | {"be"}
_PLANS = frozenset(
    "plan launch bid attempt project scheme mission visit proposal merger takeover tour trip offer deal vote strike "
    "rollout expansion wedding concert festival election referendum summit meeting hearing trial "
    "ceremony opening".split()
)
_UNPLANNED = frozenset({"card", "debt", "subscription", "stamp"})
_HAPPEN = frozenset("go take proceed happen run hold".split())
_NEARLY = frozenset("almost nearly".split())
_NARROWLY = frozenset("miss avoid escape avert evade dodge fail lose".split())
_MEASURED = frozenset("double triple treble halve quadruple match equal fill complete reach".split())
_NEAR = frozenset({"close", "near"})
_EPISTEMIC = frozenset("well conceivably possibly also".split())
_CAUSED = frozenset("cause trigger spark infect expose steal leak contaminate start begin originate come".split())
_UNMET = frozenset({"due", "set", "scheduled", "supposed", "meant", "slated"})
_REGRETTED = frozenset({"would", "should", "'d", "ought"})


def is_counterfactual(head: Token, span: Span) -> bool:
    """Does the clause tell of what did not happen, but might have?"""
    for verb in (head, *(c for c in head.children if c.dep_ == "ccomp")):
        if not span.start <= verb.i < span.end or not has_perfect(verb):
            continue
        modals = modals_of(verb)
        if modals & _REGRETTED or ("could" in modals and not _is_guess(verb)):
            return True
        if "might" in modals and any(t.lower_ in {"if", "had", "without"} for t in span if t.dep_ != "aux"):
            return True
    if head.lower_ == "ought" and any(c.dep_ == "xcomp" and has_perfect(c) for c in head.children):
        return True
    if head.lemma_.lower() == "wish" and any(c.dep_ == "ccomp" for c in head.children):
        return True
    return _nearly_happened(head) or _was_to_have_happened(head)


def _is_guess(verb: Token) -> bool:
    """`could well have begun`, `could have been caused by`: a guess at what did happen."""
    return verb.lemma_.lower() in _CAUSED or any(
        c.dep_ == "advmod" and c.lower_ in _EPISTEMIC and c.i < verb.i for c in verb.children
    )


def _nearly_happened(head: Token) -> bool:
    """`almost sank`, `narrowly missed`, `came within minutes of collapsing`, `came close to resigning`."""
    lemma = head.lemma_.lower()
    if head.tag_ in {"VBD", "VBN"} and lemma not in _MEASURED:
        for child in head.lefts:
            if child.dep_ == "advmod" and (
                child.lower_ in _NEARLY or (child.lower_ == "narrowly" and lemma in _NARROWLY)
            ):
                return True
    if lemma != "come" or head.tag_ not in {"VBD", "VBN"}:
        return False
    for child in head.rights:
        if child.lower_ in _NEAR and child.dep_ in {"advmod", "acomp", "prep"}:
            return any(t.dep_ in {"prep", "pobj", "pcomp"} for t in (*child.rights, *head.rights) if t.i > child.i)
        if child.lower_ == "within" and any(t.lower_ == "of" and t.dep_ == "prep" for t in child.subtree):
            return True
    return False


def _was_to_have_happened(head: Token) -> bool:
    """`was to have opened`, `had been due to open`: a plan that was not carried out."""
    if head.lemma_ == "be" and has_perfect(head):
        return head.lower_ == "been" and any(
            c.dep_ in {"acomp", "prep"} and c.lower_ in _UNMET and any(g.dep_ in {"xcomp", "pcomp"} for g in c.children)
            for c in head.rights
        )
    if head.lower_ in _UNMET and has_perfect(head) and any(c.dep_ == "auxpass" for c in head.children):
        return any(c.dep_ == "xcomp" for c in head.children)
    if head.lower_ == "supposed" and any(c.lower_ in {"was", "were"} for c in head.lefts):
        return any(c.dep_ == "xcomp" for c in head.rights)
    return head.lower_ in {"was", "were"} and any(
        c.dep_ == "xcomp" and any(a.lemma_ == "have" and a.dep_ == "aux" for a in c.children) for c in head.children
    )


def is_cancelled(head: Token, span: Span) -> bool:
    """Does the clause say that something planned will not happen, or not at its time?"""
    lemma = head.lemma_.lower()
    if lemma in _HAPPEN and modals_of(head) & {"will", "wo", "would"}:
        words = {c.lower_ for c in head.rights}
        goes_on = (
            lemma in {"happen", "proceed"}
            or (lemma == "take" and "place" in words)
            or bool(words & {"ahead", "forward"})
            or (lemma == "hold" and any(c.dep_ == "auxpass" for c in head.children))
        )
        return goes_on and (is_negated(head, span) or is_no_longer(head))
    if lemma not in _CALLED_OFF or modals_of(head) or is_negated(head, span):
        return False
    target = (
        own_subject(head)
        if any(c.dep_ == "auxpass" for c in head.children)
        else next((c for c in head.children if c.dep_ == "dobj"), None)
    )
    noun = target.lemma_.lower() if target is not None else ""
    if lemma in _PARTICLES:
        words = {t.lower_ for c in head.rights for t in (c, *c.rights) if c.dep_ in {"prt", "advmod", "prep", "dobj"}}
        return bool(words & _PARTICLES[lemma]) and (lemma != "push" or noun in _PLANS or "until" in words)
    if lemma in _CANCELLING:
        return noun not in _UNPLANNED and not _has_new_date(head)
    if lemma in _GIVING_UP:
        return noun in _PLANS
    if lemma in _DELAYING:
        later = any(c.lower_ in {"until", "till", "indefinitely"} for c in head.rights)
        return target is not None and later
    if lemma == "be":  # "Saturday's match is off"
        return any(c.lower_ == "off" and c.dep_ in {"advmod", "prt", "acomp"} and c.n_rights == 0 for c in head.rights)
    return False


def _has_new_date(verb: Token) -> bool:
    """Whether a verb says for when something is planned now: "rescheduled for 3 August"."""
    return verb.lemma_.lower() == "reschedule" and any(
        c.dep_ == "prep" and c.lower_ in _RESCHEDULED and any(g.ent_type_ == "DATE" for g in c.children)
        for c in verb.rights
    )
