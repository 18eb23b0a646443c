"""Which word of a claim names its event: "talked", "conversation", "earthquake".

Light verbs ("held talks"), verbs of speech ("told reporters that …"), verbs that only tell a phase of what their
subject names ("the talks broke down") and the copula are looked through: what matters is what was held, said to have
happened, or broke down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimcheck.claims.lexicon import event_classes, event_phrases
from claimcheck.claims.role_words import NATURAL_KINDS, PARTS, PHASE, RECIPROCAL, STRIKING
from claimcheck.claims.syntax import is_verbal, nearest_subject
from claimcheck.claims.titles import PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LIGHT_VERBS = frozenset("have hold take make do give get go come see be become remain begin start continue".split())
SPEECH_VERBS = frozenset(
    (
        "say tell report announce state add note claim explain write tweet comment ask reply argue insist "
        "stress acknowledge admit believe think suggest show reveal indicate confirm warn declare "
        "describe mention recall praise quote cite know expect understand hope"
    ).split()
)
_ADDRESSED = frozenset({"write", "warn", "praise", "recall"})
"""Verbs of speech that are events themselves where they have an addressee or object and report no statement."""
_ASIDE = frozenset({"advcl", "relcl", "acl", "parataxis", "amod"})
"""Labels of clauses that stand beside the main one."""
_ALWAYS_PHASE = frozenset("last occur happen hold postpone cancel".split())
"""Of the verbs that tell a phase, those whose subject is an event whatever it is called."""
_INTENDING = frozenset({"agree", "refuse", "decline"})
"""Verbs that are events themselves, but less so than what somebody agreed or refused to do."""
_REACHING = frozenset("reach strike seal cut close broker clinch".split())
"""Verbs that name another event, unless an agreement is their object: "struck a deal"."""
_STATIVE = frozenset("contain include involve need want own cost weigh measure mean matter lack possess".split())
_THINGS = frozenset({"shell", "rocket", "bomb"})
"""Nouns of things that are named like the event."""
_BEFORE_NOUN = frozenset({"DET", "ADJ", "PRON", "NUM", "ADV"})
_PHRASE_HEADS = frozenset({"VERB", "AUX"})
GAP = 3
"""Words that may stand before the noun of a phrase: "burst both its banks"."""
_FIGURATIVE = frozenset({"rise", "fall", "open", "close", "leave"})
"""Kinds of event that a verb does not name where its subject is an event and it has an object: "opened a door"."""


def find_trigger(span: Span) -> Token | None:
    """The word that names the main event of a claim, or None where it tells of a bare state of affairs."""
    ranked = list(_by_depth(_root(span)))
    main = [token for token, aside in ranked if not aside]
    everywhere = [token for token, _ in ranked]
    found = (
        _first_of_class(main, span)
        or next((t for t in main if _does_something(t) and _is_main_verb(t, span)), None)
        or _first_of_class((t for t in everywhere if not _tells_of_a_noun(t)), span)
        or next((t for t in main if t.lemma_.lower() not in _STATIVE and _is_main_verb(t, span)), None)
        or _first_of_class(everywhere, span)
        or next((t for t in (*main, *everywhere) if _is_main_verb(t, span)), None)
    )
    return None if found is None else _looked_through(found, span)


def _first_of_class(tokens: Iterable[Token], span: Span) -> Token | None:
    return next((t for t in tokens if _may_name_event(t, span) and event_kind(t) and not _is_thing(t)), None)


def _tells_of_a_noun(token: Token) -> bool:
    """Does it stand in a relative clause, which tells which bridge or driver is meant: "who crashed into the crowd"?"""
    return token.dep_ == "relcl" or any(above.dep_ == "relcl" for above in token.ancestors)


def _does_something(verb: Token) -> bool:
    """Has the verb an object, or is it passive: does it say what was done to somebody?"""
    return verb.lemma_.lower() not in _STATIVE and any(
        child.dep_ in {"dobj", "dative", "nsubjpass", "agent"} for child in verb.children
    )


def event_kind(token: Token) -> str | None:
    """Class of near-synonyms of an event word, alone or with the words beside it; None where it is in none."""
    classes = event_classes()
    lemma = token.lemma_.lower()
    if (phrase := _phrase(token)) is not None:
        return phrase[0]
    if lemma == "fire" and token.pos_ == "VERB" and _hits_a_person(token):
        return "dismiss"
    keys = [f"{lemma}/{token.pos_.lower()}", lemma, token.text.lower()]
    if token.pos_ in _PHRASE_HEADS:  # with another word than a particle they make a phrase only as above
        particle = next((child.lemma_.lower() for child in token.children if child.dep_ == "prt"), "")
        keys.insert(0, f"{lemma} {particle}")
    else:
        before = token.nbor(-1).lemma_.lower() if token.i > 0 else ""
        following = token.nbor(1).lemma_.lower() if token.i + 1 < len(token.doc) else ""
        keys = [f"{lemma} {following}", f"{before} {lemma}", *keys]
    for key in keys:
        if key in classes:
            return classes[key]
    return None


def _hits_a_person(verb: Token) -> bool:
    """Whether the object or passive subject of a verb is somebody: a coach is fired otherwise than a missile, and than
    he is fired up."""
    if any(child.dep_ == "prt" for child in verb.children):
        return False
    hit = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} and child.lower_ != "it")
    return any(_is_somebody(token) or token.lemma_.lower() in PERSON_NOUNS for token in hit)


def event_kinds(span: Span) -> tuple[str, ...]:
    """Every class of event that a claim names, sorted."""
    inside = {place for token in span if (phrase := _phrase(token)) is not None for place in phrase[1]}
    words = (t for t in span if t.i not in inside and (t.pos_ in {"VERB", "NOUN"} or t.tag_.startswith("VB")))
    found = {event_kind(token) for token in words}
    return tuple(sorted(kind for kind in found if kind is not None))


def _phrase(verb: Token) -> tuple[str, tuple[int, ...]] | None:
    """Class of a verb and the words after it that make one event of it ("burst its banks", "went up in flames"), with
    the places of those words; None where they make none. Before a noun, determiners and adjectives may stand."""
    if verb.pos_ not in _PHRASE_HEADS:
        return None
    for rest, kind in event_phrases().get(verb.lemma_.lower(), ()):
        places, at = [], verb.i + 1
        for word in rest:
            gap = at
            while gap < min(at + GAP, len(verb.doc) - 1) and verb.doc[gap].pos_ in _BEFORE_NOUN:
                if verb.doc[gap].lemma_.lower() == word:
                    break
                gap += 1
            if (
                gap >= len(verb.doc)
                or verb.doc[gap].lemma_.lower() != word
                or (gap > at and verb.doc[gap].pos_ not in {"NOUN", "ADJ"})
            ):
                break
            places.append(gap)
            at = gap + 1
        if len(places) == len(rest) and not _goes_on(verb.doc[places[-1]]):
            return kind, tuple(places)
    return None


def _goes_on(last: Token) -> bool:
    """Does the noun that ends a phrase only stand before another one: "cut its jobs forecast"?"""
    if last.pos_ != "NOUN" or last.i + 1 >= len(last.doc):
        return False
    return last.dep_ == "compound" or last.nbor(1).pos_ == "NOUN" or last.nbor(1).tag_ in {"POS", "HYPH"}


def _root(span: Span) -> Token:
    """The head of the claim, without what parsers often take for it."""
    root: Token = span.root
    for child in root.children:
        # "Nine were buried; eight were dug out": the first clause is taken for a complement of the second.
        split = child.dep_ == "ccomp" and child.i < root.i and root.lemma_.lower() not in SPEECH_VERBS
        if split and span.start <= child.i and any(token.text == ";" for token in root.doc[child.i : root.i]):
            return child
    return root


def _by_depth(root: Token) -> Iterator[tuple[Token, bool]]:
    """Tokens from the root of the claim downwards, nearest first, by place among equals, and whether each stands in a
    clause beside the main one."""
    level: list[tuple[Token, bool]] = [(root, False)]
    while level:
        yield from level
        level = [
            (child, aside or _is_aside(child))
            for token, aside in level
            for child in sorted(token.children, key=lambda t: t.i)
        ]


def _is_aside(token: Token) -> bool:
    if token.dep_ == "conj" and token.pos_ == "VERB":
        return any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    return token.dep_ in _ASIDE and not is_garden_path(token) and not is_misread(token)


def is_garden_path(token: Token) -> bool:
    """A past tense without subject or joining word right after a participle: the main verb of "Shells fired from
    across the river hit the market", which parsers hang on the participle."""
    if token.dep_ != "advcl" or token.i < token.head.i or token.tag_ != "VBD":
        return False
    if token.head.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"aux", "auxpass", "dobj"} for c in token.head.children):
        return False
    joined = {"mark", "nsubj", "nsubjpass", "aux", "auxpass", "advmod"} & {c.dep_ for c in token.lefts}
    return not joined and not any(t.text == "," for t in token.doc[token.head.i : token.i])


def is_misread(token: Token) -> bool:
    """A verb that the parser takes for a modifier: "the court on Friday acquitted Bell", "Stabbed by a guest, …"."""
    if token.dep_ == "amod":
        return any(child.dep_ == "nsubj" for child in token.children)
    return token.dep_ == "advcl" and is_participle(token) and token.head.pos_ == "AUX"


def is_participle(token: Token) -> bool:
    """A passive participle, also where it is tagged as an adjective."""
    return any(child.dep_ == "agent" for child in token.children)


def _may_name_event(token: Token, span: Span) -> bool:
    if not span.start <= token.i < span.end or token.ent_type_ in {"PERSON", "ORG", "GPE", "LOC", "NORP"}:
        return False
    lemma = token.lemma_.lower()
    if lemma in SPEECH_VERBS or (token.pos_ == "VERB" and lemma in LIGHT_VERBS and event_kind(token) is None):
        return False  # "took part", but not "took over"
    if token.dep_ in {"compound", "npadvmod", "prep"} or (token.dep_ == "amod" and token.pos_ != "VERB"):
        return False
    if token.dep_ == "pcomp" and _stands_for_another(token):
        return False
    if token.pos_ == "VERB" and any(is_garden_path(child) for child in token.children):
        return False
    if token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:  # "so-called", "air-strike"
        return bool(token.pos_ == "NOUN")
    return token.pos_ in {"VERB", "NOUN", "ADJ"} and (
        token.pos_ != "ADJ" or token.dep_ in {"acomp", "oprd", "ROOT", "dobj"}
    )


def _stands_for_another(token: Token) -> bool:
    """Whether a participle tells what was not done, but something else: "far from resigning", "instead of paying"."""
    before = token.doc[max(0, token.head.i - 1) : token.head.i + 1].text.lower()
    return before in {"far from", "instead of", "rather than"}


def _is_thing(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in _THINGS


def _is_somebody(noun: Token | None) -> bool:
    return noun is not None and (noun.pos_ == "PRON" or noun.ent_type_ == "PERSON")


def _is_main_verb(token: Token, span: Span) -> bool:
    """A verb that names an event in no class: no light verb, and no verb of speech that only reports."""
    lemma = token.lemma_.lower()
    if not span.start <= token.i < span.end or (token.pos_ != "VERB" and not is_participle(token)):
        return False
    labels = {child.dep_ for child in token.children}
    if lemma == "give":
        return len(labels & {"dative", "nsubjpass", "dobj"}) > 1
    if lemma in _ADDRESSED:
        told = bool(labels & {"ccomp", "parataxis", "xcomp"}) or not labels & {"dobj", "nsubjpass", "prep"}
        return not told and not (lemma == "recall" and _is_somebody(nearest_subject(token)))
    if lemma in LIGHT_VERBS or lemma in SPEECH_VERBS:
        return False
    return _may_name_event(token, span) or (token.pos_ == "ADJ" and is_participle(token))


def _looked_through(verb: Token, span: Span) -> Token:
    """The event that somebody agreed to or refused, or of which a verb tells a phase or a result; else the verb."""
    if not is_verbal(verb):
        return verb
    if verb.lemma_.lower() in _INTENDING:
        meant = next((c for c in verb.children if c.dep_ == "xcomp" and span.start <= c.i < span.end), None)
        who = nearest_subject(verb)
        alone = who is not None and who.tag_ in {"NN", "NNP", "PRP"} and who.lower_ != "they" and not who.conjuncts
        if meant is not None and alone and event_kind(meant) not in {None, "talk", "agree"}:
            return meant
    reached = next((c for c in verb.children if c.dep_ == "dobj" and span.start <= c.i < span.end), None)
    if reached is not None and verb.lemma_.lower() in _REACHING and event_kind(reached) == "agree":
        return reached
    subject = nearest_subject(verb)
    if subject is None or subject.dep_ not in {"nsubj", "nsubjpass"} or not span.start <= subject.i < span.end:
        return verb
    subject = whole_event(subject)
    if subject.pos_ != "NOUN" or subject.ent_type_:
        return verb
    lemma, kind, known = verb.lemma_.lower(), event_kind(verb), _names_event(subject)
    labels = {child.dep_ for child in verb.children}
    called_off = kind == "cancel" and "nsubjpass" in labels
    if called_off or (lemma in _ALWAYS_PHASE and "dobj" not in labels):
        return subject
    if known and (lemma in PHASE and "dobj" not in labels):
        return subject
    if known and kind in _FIGURATIVE and labels & {"dobj", "oprd", "ccomp"}:
        return subject
    if event_kind(subject) in NATURAL_KINDS and lemma in STRIKING:
        return subject
    return verb


def _names_event(noun: Token) -> bool:
    return event_kind(noun) is not None or noun.lemma_.lower() in RECIPROCAL


def whole_event(noun: Token) -> Token:
    """The talks of "a second round of talks"."""
    while noun.lemma_.lower() in PARTS:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if inner is None:
            break
        noun = inner
    return noun
