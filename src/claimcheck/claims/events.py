"""Which event a claim is about: its trigger word, kind, participants, place, time and medium.

The trigger is the word that names the event ("talked", "conversation", "earthquake"). Light verbs ("held
talks"), verbs of speech ("told reporters that …") and the copula are looked through: what matters is what
was held, said to have happened, or described.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.claims.lexicon import event_classes
from claimcheck.records import Entity, Event, Medium, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LIGHT_VERBS = frozenset("have hold take make do give get go come see be become remain begin start continue".split())
SPEECH_VERBS = frozenset(
    (
        "say tell report announce state add note claim explain write tweet comment ask reply argue insist "
        "stress acknowledge admit believe think suggest show reveal indicate confirm warn declare "
        "describe mention recall praise quote cite call_it know expect understand hope"
    ).split()
)
PHONE = frozenset(["phone", "telephone", "call", "hotline"])
IN_PERSON = frozenset(["meet", "meeting", "face-to-face", "summit", "encounter", "visit", "in-person", "handshake"])
VIDEO = frozenset(["videoconference", "video-conference", "video-link", "zoom", "videocall"])
SETTING = frozenset("in at near outside around inside off".split())
POINTING = frozenset("he she they them him her both these those".split())
HITTING = frozenset("hit strike batter rock".split())
DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "its", "their"])


def find_event(span: Span, entities: Sequence[Entity] = (), times: Sequence[TimeSpan] = ()) -> Event | None:
    """The main event of a claim.

    Args:
        span: the claim in a parsed spaCy Doc; offsets of the result are characters of `span.doc.text`.
        entities, times: values found in the claim, with offsets in `span.doc.text` too.

    Returns:
        The event, or None where the claim names none (a bare state of affairs).
    """
    trigger = _trigger(span)
    if trigger is None:
        return None
    kind = event_kind(trigger) or trigger.lemma_.lower()
    return Event(
        start=trigger.idx,
        end=trigger.idx + len(trigger.text),
        text=trigger.text,
        kind=kind,
        also=tuple(other for other in event_kinds(span) if other != kind),
        participants=_names(entities, {"person"}),
        parties=_names(entities, {"organisation", "group"}),
        places=_places(span, trigger, entities),
        time=_nearest_time(trigger, times),
        medium=_medium(span) if kind == "talk" else None,
        definite=_is_definite(trigger),
    )


def event_kind(token: Token) -> str | None:
    """Class of near-synonyms of an event word, alone or with the word that follows it; None where it is in none."""
    classes = event_classes()
    lemma = token.lemma_.lower()
    following = token.nbor(1).lemma_.lower() if token.i + 1 < len(token.doc) else ""
    particle = next((child.lemma_.lower() for child in token.children if child.dep_ == "prt"), "")
    for key in (f"{lemma} {particle}", f"{lemma} {following}", lemma, token.text.lower()):
        if key in classes:
            return classes[key]
    return None


def event_kinds(span: Span) -> tuple[str, ...]:
    """Every class of event that a claim names, sorted."""
    found = {event_kind(token) for token in span if token.pos_ in {"VERB", "NOUN"} or token.tag_.startswith("VB")}
    return tuple(sorted(kind for kind in found if kind is not None))


def _trigger(span: Span) -> Token | None:
    ranked = list(_by_depth(span.root))
    eventive = [token for token in ranked if _may_name_event(token, span)]
    for token in eventive:
        if event_kind(token) is not None:
            return token
    for token in eventive:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma not in LIGHT_VERBS and lemma not in SPEECH_VERBS:
            return token
    return None


def _by_depth(root: Token) -> Iterator[Token]:
    """Tokens from the root of the claim downwards, nearest first, by place among equals."""
    level: list[Token] = [root]
    while level:
        yield from level
        level = [child for token in level for child in sorted(token.children, key=lambda t: t.i)]


def _may_name_event(token: Token, span: Span) -> bool:
    if not span.start <= token.i < span.end or token.ent_type_ in {"PERSON", "ORG", "GPE", "LOC", "NORP"}:
        return False
    if token.lemma_.lower() in SPEECH_VERBS or (token.pos_ == "VERB" and token.lemma_.lower() in LIGHT_VERBS):
        return False
    if token.dep_ in {"compound", "npadvmod"} or (token.dep_ == "amod" and token.pos_ != "VERB"):
        return False
    if token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:  # "so-called", "air-strike"
        return bool(token.pos_ == "NOUN")
    return token.pos_ in {"VERB", "NOUN", "ADJ"} and (token.pos_ != "ADJ" or token.dep_ in {"acomp", "oprd", "ROOT"})


def _names(entities: Iterable[Entity], labels: set[str]) -> tuple[str, ...]:
    return tuple(sorted({entity.name for entity in entities if entity.label in labels}))


def _places(span: Span, trigger: Token, entities: Iterable[Entity]) -> tuple[str, ...]:
    """Places that the event is set in: "met in Vienna", "an earthquake in Chile", "the storm hit Florida"."""
    anchors = {trigger.i}
    for ancestor in trigger.ancestors:  # "had a meeting in Vienna": the place hangs on the light verb
        if ancestor.i not in range(span.start, span.end) or ancestor.lemma_.lower() in SPEECH_VERBS:
            break
        anchors.add(ancestor.i)
        if ancestor.lemma_.lower() not in LIGHT_VERBS:
            break
    found = set()
    for entity in entities:
        words = trigger.doc.char_span(entity.start, entity.end, alignment_mode="expand")
        if entity.label != "place" or words is None:
            continue
        root = words.root
        set_in = root.dep_ == "pobj" and root.head.lower_ in SETTING and root.head.head.i in anchors
        if set_in or (root.dep_ in {"dobj", "obj"} and root.head.lemma_.lower() in HITTING):
            found.add(entity.name)
    return tuple(sorted(found))


def _nearest_time(trigger: Token, times: Sequence[TimeSpan]) -> TimeSpan | None:
    """The time of the event: of those that hang on the trigger or on the verb above it, the closest.

    Spans that only bound the event ("since 2014"), times of the report itself ("officials said on Monday") and times
    of another clause ("after a quarrel last year") are left out.
    """
    near = [time for time in times if time.precision != "open" and _dates(trigger, time)]
    return min(near, key=lambda time: (abs(time.start - trigger.idx), time.start), default=None)


def _dates(trigger: Token, time: TimeSpan) -> bool:
    span = trigger.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return False
    above = {token.i for token in trigger.ancestors}
    for ancestor in span.root.ancestors:
        if ancestor.i == trigger.i:
            return True
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor.i in above and ancestor.lemma_.lower() not in SPEECH_VERBS
    return span.root.i in above or not above


def _medium(span: Span) -> Medium | None:
    words = {token.lemma_.lower() for token in span} | {token.text.lower() for token in span}
    text = span.text.lower()
    if words & VIDEO or "video call" in text or "video link" in text:
        return "video"
    if words & {"phone", "telephone", "hotline"} or any(
        token.lemma_ == "call" and token.pos_ == "NOUN" for token in span
    ):
        return "phone"
    if words & IN_PERSON or "face to face" in text:
        return "in person"
    return None


def _is_definite(trigger: Token) -> bool:
    """Whether the event points back: "the conversation", "they agreed", "contact between the two"."""
    if trigger.pos_ == "NOUN" and _points_back(trigger):
        return True
    actors = [child for child in trigger.children if child.dep_ in {"nsubj", "nsubjpass"}]
    for prep in trigger.children:
        if prep.dep_ == "prep" and prep.lower_ in {"between", "with", "by", "of"}:
            actors += [child for child in prep.children if child.dep_ == "pobj"]
    return any(_points_back(actor) for actor in actors)


def _points_back(noun: Token) -> bool:
    """A personal pronoun, or a noun with "the", "these" or "both" and no name in it."""
    if noun.pos_ == "PRON":
        return noun.lower_ in POINTING
    determiner = any(child.dep_ in {"det", "poss", "predet"} and child.lower_ in DEFINITE for child in noun.children)
    return determiner and not any(token.ent_type_ and token.pos_ == "PROPN" for token in noun.subtree)
