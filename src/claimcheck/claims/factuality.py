"""Does the text say that it happened: factuality of a claim's main event.

The main event is the head of the claim's main clause; verbs of saying are looked through ("X said that Y did not
happen" is negated). The values follow the usual scale of event factuality (Saurí and Pustejovsky 2009, FactBank):
certain (asserted, negated), uncertain (possible, conditional), future (planned), with what news needs besides:
denied by somebody, called off, and contrary to fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.complements import statement_of
from claimcheck.claims.conditions import is_conditional
from claimcheck.claims.denials import is_denial
from claimcheck.claims.modality import BELIEVING, is_open, modality
from claimcheck.claims.negation import is_negated, is_not_done
from claimcheck.claims.syntax import head_within, is_finite, is_speech
from claimcheck.claims.unfulfilled import is_cancelled, is_counterfactual
from claimcheck.records import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_REPORTING = frozenset("find show hear suggest appear confirm".split())
"""Verbs looked through as those of saying are, since they vouch for what they govern."""
_FACTIVE = frozenset("know realise realize regret forget remember disclose reveal".split())
"""Verbs whose "that" clause holds also where they are denied (Kiparsky and Kiparsky 1970): "did not know that …"."""
_UNDER_DENIAL = frozenset("whether if any anyone anybody anything ever".split())
"""Words in such a clause that leave it open: "did not know that anyone was hurt"."""
_DENIALS = frozenset({"deny", "dispute", "contest"})


def factuality(span: Span) -> Factuality:
    """Factuality of the main event of a claim.

    Args:
        span: the claim in a parsed Doc.
    """
    head = head_within(span)
    counterfactual = is_counterfactual(head, span)
    seen: set[int] = set()
    past_speech = False
    while head.i not in seen:
        seen.add(head.i)
        if is_denial(head, span):
            return "denied"
        inner = _looked_through(head, span)
        if inner is None:
            break
        if is_negated(head, span) and not _leaves_standing(head, inner):
            return "possible" if head.lemma_.lower() in _DENIALS else "negated"
        past_speech = past_speech or head.tag_ in {"VBD", "VBN"}
        head = inner
        counterfactual = counterfactual or is_counterfactual(head, span)
    if counterfactual:
        return "counterfactual"
    if is_cancelled(head, span):
        return "cancelled"
    if is_open(head, span):
        return "possible"
    if is_conditional(head, span):
        return "conditional"
    negated, not_done = is_negated(head, span), is_not_done(head, span)
    if negated != not_done:
        return "negated"
    # "did not fail to", "refused nothing": twice no is yes.
    return modality(head, span, {t.lower_ for t in span}, past_speech)


def _leaves_standing(verb: Token, content: Token) -> bool:
    """Whether a denied verb leaves what it governs as it is: "did not know that he had met her"."""
    opened = any(t.lower_ in _UNDER_DENIAL for t in content.subtree)
    return verb.lemma_.lower() in _FACTIVE and is_finite(content) and not opened


def _looked_through(head: Token, span: Span) -> Token | None:
    """What a verb of saying, finding or knowing says, if it lies in the span, in either order."""
    lemma = head.lemma_.lower()
    factive = lemma in _FACTIVE and is_negated(head, span)
    if (not is_speech(head) and lemma not in _REPORTING and not factive) or lemma in BELIEVING:
        return None
    content = statement_of(head) or next((c for c in head.children if c.dep_ == "parataxis"), None)
    if content is None or not span.start <= content.i < span.end:
        return None
    return None if factive and not _leaves_standing(head, content) else content
