"""Does the text say that it happened: factuality of a claim's main event.

The main event is the head of the claim's main clause; verbs of saying are looked through ("X said that Y did not
happen" is negated). The values follow the usual scale of event factuality (Saurí and Pustejovsky 2009, FactBank):
certain (asserted, negated), uncertain (possible, conditional), future (planned), with what news needs besides:
denied by somebody, called off, and contrary to fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.claims.modality import BELIEVING, conditional, has_perfect, modality, modals_of
from claimcheck.claims.speech import DENYING
from claimcheck.claims.syntax import content_of, head_within, is_speech, own_subject, subject
from claimcheck.records import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOT_DONE = frozenset("fail refuse decline neglect omit forget avoid escape".split())
_STOPPING = frozenset("prevent stop bar ban block prohibit dissuade deter keep".split())
_CANCELLING = frozenset("cancel scrap shelve postpone abort axe".split())
_CANCELLING_PLANS = frozenset("abandon drop suspend halt defer delay".split())
_CLAIMS = frozenset(
    "allegation claim report rumour rumor accusation suggestion charge speculation assertion story involvement "
    "wrongdoing responsibility guilt account link knowledge".split()
)
_RULED = frozenset({"rule"})
_FALSE = frozenset("false untrue baseless unfounded fabricated groundless".split())
_NO_SUBJECTS = frozenset("nobody none nothing neither no-one".split())
_HARDLY = frozenset("hardly scarcely barely".split())
_QUANTIFIED = frozenset("less fewer later earlier more longer sooner doubt matter wonder".split())
_HAPPEN = frozenset("go take proceed happen run".split())
_DECIDING = frozenset("decide choose agree vow promise pledge opt prefer elect resolve".split())
_NEARLY = frozenset("almost nearly narrowly".split())
_TRANSPARENT = frozenset("report announce reveal note recall insist".split())
_DISMISSING = DENYING | frozenset({"dismiss"})
_BE = "be"
_FUTURE_TIMES = frozenset("tomorrow next upcoming coming tonight".split())


def factuality(span: Span) -> Factuality:
    """Factuality of the main event of a claim.

    Args:
        span: the claim in a parsed Doc.
    """
    head = head_within(span)
    words = {t.lower_ for t in span}
    counterfactual = _counterfactual(head, span)
    seen: set[int] = set()
    past_speech = False
    while head.i not in seen:
        seen.add(head.i)
        if _is_denial(head):
            return "denied"
        inner = _looked_through(head, span)
        if inner is None:
            break
        if _is_negated(head, span):
            return "negated"
        past_speech = past_speech or head.tag_ in {"VBD", "VBN"}
        head = inner
        counterfactual = counterfactual or _counterfactual(head, span)
    if counterfactual:
        return "counterfactual"
    for decide in (_cancelled, conditional, _negated_event):
        value = decide(head, span)
        if value:
            return value
    return modality(head, span, words, past_speech)


def _looked_through(head: Token, span: Span) -> Token | None:
    """What a verb of saying or finding says, if it lies in the span, in either order."""
    if not is_speech(head) and head.lemma_.lower() not in {"find", "show", "hear", "suggest", "appear", "confirm"}:
        return None
    if head.lemma_.lower() in BELIEVING:
        return None
    content = content_of(head) or next((c for c in head.children if c.dep_ == "parataxis"), None)
    if content is None and head.lemma_ in {"quote"}:
        return None
    if content is not None and span.start <= content.i < span.end:
        return content
    return None


def _chain(head: Token) -> Iterator[Token]:
    """The event's verb and the verbs that it governs without a subject of its own: "expected to visit"."""
    yield head
    for child in head.children:
        if child.dep_ == "xcomp" and child.pos_ in {"VERB", "AUX", "ADJ"}:
            yield child


def _is_denial(head: Token) -> bool:
    lemma = head.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in head.children)
    negated = any(c.dep_ == "neg" for c in head.children)
    if lemma == "be" and negated:
        return any(c.dep_ == "acomp" and c.lower_ == "true" for c in head.children)
    if negated:
        return False
    if lemma in _DISMISSING:
        if lemma == "deny":
            who = own_subject(head)
            # "was denied bail", "denied them a refund": a refusal, which did happen.
            if passive and not (
                who is not None and (who.lemma_.lower() in _CLAIMS or any(c.dep_ == "agent" for c in head.children))
            ):
                return False
            if any(c.dep_ == "dative" for c in head.children) or (
                passive and any(c.dep_ in {"dobj", "oprd", "attr"} for c in head.children)
            ):
                return False
            objects = [c for c in head.children if c.dep_ == "dobj"]
            return not (objects and _gives(head, objects[0]))
        if any(c.dep_ == "ccomp" and c.i > head.i for c in head.children):
            return True
        target = subject(head) if passive else next((c for c in head.children if c.dep_ == "dobj"), None)
        return target is not None and (target.lemma_.lower() in _CLAIMS or _about(target))
    if lemma in _RULED:
        return any(c.dep_ == "prt" and c.lower_ == "out" for c in head.children)
    if lemma in {"call", "brand", "label", "describe"}:
        return any(t.lower_ in _FALSE for t in head.subtree)
    if lemma == "be":
        return any(c.dep_ == "acomp" and c.lower_ in _FALSE for c in head.children)
    return False


def _gives(head: Token, obj: Token) -> bool:
    """`denied the passengers a refund`, parsed as one noun phrase or as two objects."""
    objects = [c for c in head.children if c.dep_ in {"dobj", "dative", "oprd"} and c.i > head.i]
    return len(objects) > 1 or (
        obj.lemma_.lower() in {"bail", "entry", "access", "visa", "refund", "asylum"}
        and any(c.dep_ == "dative" for c in head.children)
    )


def _about(noun: Token) -> bool:
    return (
        any(c.dep_ in {"acl", "prep", "ccomp"} and c.lemma_.lower() in {"that", "of"} for c in noun.children)
        and noun.lemma_.lower() in _CLAIMS
    )


def _counterfactual(head: Token, span: Span) -> bool:
    for verb in (head, *(c for c in head.children if c.dep_ == "ccomp")):
        if not span.start <= verb.i < span.end:
            continue
        modals = modals_of(verb)
        if has_perfect(verb) and modals & {"would", "should", "could", "'d"}:
            return True
    if head.lemma_.lower() == "wish" and any(c.dep_ == "ccomp" for c in head.children):
        return True
    if head.tag_ in {"VBD", "VBN"} and any(
        c.dep_ == "advmod" and c.lower_ in _NEARLY and c.i < head.i for c in head.children
    ):
        return True
    # "was to have opened": the plan was not carried out.
    return any(
        head.lower_ in {"was", "were"} and c.dep_ == "xcomp" and any(a.lemma_ == "have" for a in c.children)
        for c in head.children
    )


def _cancelled(head: Token, span: Span) -> Factuality | None:
    lemma = head.lemma_.lower()
    if lemma == "call" and any(c.dep_ == "prt" and c.lower_ == "off" for c in head.children):
        return None if _is_negated(head, span) else "cancelled"
    target = (
        own_subject(head)
        if any(c.dep_ == "auxpass" for c in head.children)
        else next((c for c in head.children if c.dep_ == "dobj"), None)
    )
    if lemma in _CANCELLING and not _is_negated(head, span) and not modals_of(head):
        objects = {"card", "debt", "subscription", "stamp"}
        return None if target is not None and target.lemma_.lower() in objects else "cancelled"
    if lemma in _CANCELLING_PLANS and target is not None and not _is_negated(head, span):
        plans = {
            "plan",
            "search",
            "launch",
            "bid",
            "attempt",
            "project",
            "scheme",
            "talk",
            "mission",
            "visit",
            "proposal",
        }
        if target.lemma_.lower() in plans and lemma in {"abandon", "drop"}:
            return "cancelled"
    if lemma in _HAPPEN and modals_of(head) & {"will", "wo", "would"}:
        goes_on = lemma in {"take", "happen", "proceed"} or any(c.lower_ in {"ahead", "forward"} for c in head.children)
        if goes_on and (_is_negated(head, span) or _no_longer(head)):
            return "cancelled"
    return None


def _no_longer(head: Token) -> bool:
    return any(t.lower_ == "longer" and t.i and t.doc[t.i - 1].lower_ == "no" for t in head.subtree)


def _is_negated(head: Token, span: Span) -> bool:
    """Is the verb itself under "not", "never", "no longer", or a subject such as "no one"?"""
    for child in head.children:
        if not span.start <= child.i < span.end:
            continue
        if child.dep_ == "neg" or child.lower_ in {"never", "n't", "not"}:
            if child.i + 1 < len(child.doc) and child.doc[child.i + 1].lower_ == "only":
                continue
            if (
                child.lower_ in {"not", "n't", "never"}
                and child.i > head.i
                and child.head.tag_ not in {"VBZ", "VBD", "VBP", "MD"}
            ):
                continue
            return True
        if child.dep_ in {"advmod", "preconj"} and child.lower_ in {"neither", "nowhere"} | _HARDLY:
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "attr", "dobj", "expl", "npadvmod"} and _is_none(child):
            return True
    return _no_longer(head)


def _is_none(noun: Token) -> bool:
    """`no one`, `nobody`, `none of them`, `no casualties`, `neither country`, `hardly anyone`, `not a single house`."""
    if noun.lower_ in _NO_SUBJECTS or (noun.lower_ == "one" and noun.i and noun.doc[noun.i - 1].lower_ == "no"):
        return not (
            noun.lower_ == "nothing"
            and noun.i + 1 < len(noun.doc)
            and noun.doc[noun.i + 1].lower_ in {"but", "less", "short"}
        )
    for child in noun.children:
        if child.lower_ in {"no", "neither"} and child.dep_ in {"det", "neg", "preconj", "cc", "advmod"}:
            following = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
            return following not in _QUANTIFIED and noun.lemma_.lower() not in {"doubt", "wonder", "matter"}
        if child.lower_ in _HARDLY or (child.lower_ == "not" and child.i < noun.i):
            return True
        if child.dep_ in {"nummod", "amod", "det"} and any(g.lower_ in {"not", "hardly"} for g in child.children):
            following = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
            return following != "only"
    return False


def _negated_event(head: Token, span: Span) -> Factuality | None:
    if _is_negated(head, span):
        return "negated"
    lemma = head.lemma_.lower()
    complements = [c for c in head.children if c.dep_ in {"xcomp", "dobj", "ccomp", "prep", "pcomp"}]
    if lemma in _NOT_DONE and any(c.dep_ in {"xcomp", "dobj", "ccomp"} for c in complements):
        if lemma in {"refuse", "decline", "escape"} and not any(c.dep_ == "xcomp" for c in complements):
            return None if any(_is_none(c) for c in complements) or lemma == "refuse" else "negated"
        return "negated"
    if lemma in _STOPPING and any(c.dep_ == "prep" and c.lower_ == "from" for c in head.children):
        return "negated"
    if lemma in _DECIDING and any(
        c.dep_ == "xcomp" and any(g.dep_ == "neg" for g in c.children) for c in head.children
    ):
        return "negated"
    if (
        lemma in {"have", "be"}
        and any(t.lower_ == "yet" for t in head.children)
        and any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in head.children)
    ):
        return "negated"
    if lemma == "be" and any(c.dep_ == "acomp" and c.lower_ == "unable" for c in head.children):
        return "negated"
    return None
