"""Is it said as possible or as planned: the modality of a claim's main event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.syntax import own_subject, subject
from claimcheck.records import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLANNING = frozenset(
    "plan intend aim pledge vow promise threaten undertake propose prepare schedule slate poise expect "
    "hope want".split()
)
_PLANNED_TO = frozenset("due set scheduled planned expected slated poised about ready going bound projected".split())
_PLANNED_FOR = frozenset("plan schedule slate expect".split())
_UNCERTAIN_ADVERBS = frozenset(
    "perhaps maybe possibly probably presumably conceivably apparently seemingly likely potentially".split()
)
_UNCERTAIN_VERBS = frozenset("appear seem look".split())
_BELIEVED = frozenset("believe think fear suspect understand presume assume suppose rumour rumor".split())
BELIEVING = frozenset("suspect believe think fear doubt assume presume suppose guess reckon speculate".split())
_PONDERING = frozenset("consider mull contemplate weigh explore examine eye ponder".split())
_UNCERTAIN_ADJECTIVES = frozenset("possible likely unlikely probable conceivable plausible uncertain unclear".split())
_DOUBTFUL_NOUNS = frozenset("possibility chance risk fear likelihood suspicion prospect threat".split())
_NOT_SETTLED = frozenset("clear known certain sure confirmed established decided settled".split())
_UNSETTLED = frozenset("unclear unknown uncertain unsure unconfirmed doubtful".split())
_WHETHER = frozenset({"whether", "if"})
_EXCLUDING = frozenset({"exclude", "discount"})
_PROMISING = frozenset({"announce", "unveil", "reveal", "outline", "publish", "have", "draw"})
_INTENTIONS = frozenset({"plan", "intention", "aim", "goal"})
_DATED = frozenset(
    "open start begin arrive leave depart end return resume reopen close launch travel meet face kick go come take fly "
    "premiere expire".split()
)
"""Verbs whose present tells of the future beside a day to come: "the exhibition opens on Friday"."""
_COMING = frozenset("tomorrow tonight next later this".split())
_LATER_IN_LIFE = frozenset("later eventually ultimately soon often sometimes always regularly".split())
_STUDYING = frozenset("explore examine eye".split())
_OPTIONS = frozenset("option possibility bid ban sale move plan merger deal idea way takeover return".split())
_UNITS = frozenset("week month year weekend summer autumn spring winter season".split())
_MODALS_POSSIBLE = frozenset("may might could".split())
_PERCEIVING = frozenset("see hear feel smell".split())
_TRACES = frozenset(
    "smoke flame fire blaze plume fireball rumble bang boom thud blast explosion detonation shot gunshot gunfire "
    "shelling siren alarm scream slick sheen".split()
)
"""What is seen, heard or felt when something happens, and hardly forecast."""
_FORETELLING = frozenset("warn predict forecast expect fear".split())
_AHEAD = frozenset("soon next tomorrow tonight later eventually if when unless once until before come coming".split())
"""Words beside "could be seen" that put it ahead."""


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


def modality(head: Token, span: Span, words: set[str], past_speech: bool) -> Factuality:
    """ "possible", "planned", "conditional" (a "would" without a subject) or "asserted".

    Args:
        head: the verb of the main event.
        span: the claim.
        words: those of the claim, lower case.
        past_speech: it is what somebody said, in the past: "would" then stands for "will".
    """
    lemma = "hope" if head.lower_ in {"hopes", "hoped"} else head.lemma_.lower()  # taggers say "hop"
    modals = modals_of(head)
    if _possible(head, lemma, modals, span):
        return "possible"
    if modals & {"would", "'d"} and _looks_back(head, past_speech):
        return "asserted"
    if _planned(head, lemma, modals, words):
        return "planned"
    if "would" in modals or "'d" in modals:
        return "planned" if past_speech or subject(head) is not None else "conditional"
    return "asserted"


def is_open(head: Token, span: Span) -> bool:
    """Is it left open although there is a "not": "it is not clear whether", "did not rule out", "may not"?"""
    lemma = head.lemma_.lower()
    none = any(c.dep_ == "neg" for c in head.children)
    if none and modals_of(head) & {"may", "might"}:
        return True
    for verb in (head, *(c for c in head.children if c.dep_ == "xcomp")):
        refused = none if verb == head else none or lemma in {"refuse", "decline"}
        if refused and _excludes(verb):
            return True
    if lemma in _NOT_SETTLED | {"know"} and none:
        return _asks_whether(head)
    for child in head.rights:
        if child.dep_ not in {"acomp", "attr", "oprd", "xcomp"} or child.i >= span.end:
            continue
        if child.lower_ in _UNSETTLED:
            return True
        if none and child.lower_ in _NOT_SETTLED and _asks_whether(head):
            return True
        if lemma == "remain" and child.lower_ == "seen":
            return True
    return False


def _excludes(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in _EXCLUDING or (lemma == "rule" and any(c.lower_ == "out" for c in verb.rights))


def _asks_whether(head: Token) -> bool:
    return any(t.lower_ in _WHETHER and t.i > head.i for t in head.subtree)


def _looks_back(head: Token, past_speech: bool) -> bool:
    """`she would go on to win three titles`, `he would later regret it`: told from before."""
    if past_speech or has_perfect(head):
        return False
    return any(c.dep_ == "advmod" and c.lower_ in _LATER_IN_LIFE for c in head.children) or (
        head.lemma_ == "go" and any(c.lower_ == "on" for c in head.rights)
    )


def _possible(head: Token, lemma: str, modals: set[str], span: Span) -> bool:
    if modals & _MODALS_POSSIBLE:
        return not (modals == {"could"} and _is_perceived(head, lemma))
    for child in head.children:
        if child.dep_ == "advmod" and child.lower_ in _UNCERTAIN_ADVERBS and span.start <= child.i < span.end:
            return True
        if child.dep_ in {"acomp", "attr"} and child.lemma_.lower() in _UNCERTAIN_ADJECTIVES:
            return True
        if child.dep_ == "attr" and child.lemma_.lower() in _DOUBTFUL_NOUNS:
            return True
        if lemma == "be" and child.dep_ == "prep" and child.lower_ == "in":  # "in talks to buy", "in doubt"
            inside = {c.lower_ for c in child.children}
            if inside & {"doubt", "question", "jeopardy"} or (
                "talks" in inside and any(c.dep_ in {"acl", "relcl"} for g in child.children for c in g.children)
            ):
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
        return not any(c.dep_ in {"acomp", "oprd"} and c.lower_ in {"set", "poised"} for c in head.children)
    if lemma in _BELIEVED and any(c.dep_ == "auxpass" for c in head.children):
        return True
    if lemma == "tip" and any(c.dep_ == "auxpass" for c in head.children):
        return True
    if lemma in BELIEVING and any(c.dep_ == "ccomp" for c in head.children):
        return True
    return _ponders(head, lemma)


def _is_perceived(head: Token, lemma: str) -> bool:
    """`smoke could be seen for miles`: it was; not "gusts could be felt", "could soon be heard", "the appeal could be
    heard"."""
    if lemma not in _PERCEIVING or not any(c.dep_ == "auxpass" for c in head.children):
        return False
    who = own_subject(head)
    if who is None or _content(who).lemma_.lower() not in _TRACES or head.head.lemma_.lower() in _FORETELLING:
        return False
    around = {t.lower_ for t in head.subtree}
    if "this" in around and around & _UNITS:
        return False
    return not around & _AHEAD and not any(c.lower_ in {"as", "by", "to"} for c in head.rights)


def _content(noun: Token) -> Token:
    """The smoke of `columns of smoke`, the air of `a blast of air`."""
    of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), noun) if of is not None else noun


def _ponders(head: Token, lemma: str) -> bool:
    """`is weighing a bid`, `is considering a ban`; not "weighs three tonnes", "examined the car"."""
    if lemma in _PONDERING:
        for child in head.children:
            if child.dep_ == "xcomp":
                return True
            if child.dep_ == "dobj" and not any(c.dep_ == "nummod" for c in child.children):
                return lemma not in _STUDYING or child.lemma_.lower() in _OPTIONS
    return lemma in {"think", "toy", "look"} and any(
        c.dep_ == "prep" and c.lower_ in {"of", "about", "with", "at"} and any(g.dep_ == "pcomp" for g in c.children)
        for c in head.rights
    )


def _planned(head: Token, lemma: str, modals: set[str], words: set[str]) -> bool:
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
    if lemma == "commit" and any(c.dep_ == "prep" and c.lower_ == "to" for c in head.rights):
        return True
    if lemma == "go" and head.tag_ == "VBG" and infinitive:
        return True
    if lemma in _PROMISING and _has_intention(head, "dobj"):
        return True
    if lemma == "be" and (_is_to(head, complements, infinitive) or _has_intention(head, "attr")):
        return True
    if lemma in _PLANNED_TO and infinitive:
        return True
    if any(c.dep_ in {"acomp", "oprd"} and c.lower_ in {"set", "poised"} for c in head.rights):  # "looks set to"
        return True
    present = head.tag_ in {"VBZ", "VBP"} or (
        head.tag_ == "VBG" and any(c.lower_ in {"is", "are", "'s", "'re"} for c in head.children)
    )
    return present and ("tomorrow" in words or (lemma in _DATED and _is_dated(head)))


def _is_to(head: Token, complements: list[Token], infinitive: bool) -> bool:
    """`is to open`, `is due to open`, `is committed to opening`, `is on track to open`."""
    if infinitive and any(c.i == head.i + 1 or c.left_edge.i <= head.i + 2 for c in complements):
        return True
    for child in head.children:
        if (
            child.dep_ in {"acomp", "attr", "prep"}
            and (child.lower_ in _PLANNED_TO | {"committed"})
            and any(g.dep_ in {"xcomp", "pcomp", "prep"} for g in child.children)
        ):
            return True
        if (
            child.dep_ == "prep"
            and child.lower_ == "on"
            and any(g.lower_ in {"track", "course", "schedule"} for g in child.subtree)
        ):
            return True
    return False


def _has_intention(head: Token, relation: str) -> bool:
    """`announced plans to build`, `has no intention of`, `the plan is to build`, `there are plans to build`."""
    for child in head.rights:
        if child.dep_ == relation and child.lemma_.lower() in _INTENTIONS:
            return any(
                (c.dep_ in {"acl", "relcl"} and any(g.tag_ == "TO" for g in c.children))
                or (c.dep_ == "prep" and c.lower_ == "for")
                for c in child.rights
            )
    return False


def _is_dated(head: Token) -> bool:
    """Is there a day to come beside the verb: "on Friday", "next week", "later this month"?"""
    for child in head.rights:
        around = {t.lower_ for t in child.subtree}
        if child.dep_ in {"npadvmod", "advmod"} and child.lower_ in {"tomorrow", "tonight", "later"} | _UNITS:
            return child.lower_ not in _UNITS or bool(around & _COMING)
        if child.dep_ == "prep" and child.lower_ in {"on", "from"}:
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None and noun.ent_type_ == "DATE" and not around & {"every", "each"} and noun.tag_ == "NNP":
                return True
    return False
