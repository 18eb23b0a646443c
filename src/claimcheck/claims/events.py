"""Which event a claim is about: its trigger word, kind, participants, roles, place, time and medium."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimcheck.claims.arguments import phrases
from claimcheck.claims.role_words import ADDRESS, GIVEN, SUBJECT_CONTROL, TELL
from claimcheck.claims.roles import find_roles
from claimcheck.claims.syntax import is_finite
from claimcheck.claims.times.tense import said_then
from claimcheck.claims.triggers import LIGHT_VERBS, SPEECH_VERBS, event_kind, event_kinds, find_trigger
from claimcheck.records import Entity, Event, Medium, Role, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

IN_PERSON = frozenset(["meet", "meeting", "face-to-face", "summit", "encounter", "visit", "in-person", "handshake"])
VIDEO = frozenset(["videoconference", "video-conference", "video-link", "zoom", "videocall", "virtual", "virtually"])
VIDEO_PHRASES = ("video call", "video link", "video conference")
FACE_TO_FACE = frozenset(
    "talk talks negotiate negotiation negotiations conversation discussion dialogue confer".split()
)
"""Talk that is held face to face where it is held somewhere, and nothing else is said."""
WRITING = frozenset("write email e-mail mail letter telegram fax tweet text".split())
SETTING = frozenset("in at near outside around inside off".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
POINTING = frozenset("he she they them him her both these those".split())
HITTING = frozenset("hit strike batter rock".split())
INTENDING = SUBJECT_CONTROL | frozenset(
    "propose swear undertake offer agree decide resolve plan intend hope want".split()
)
"""Verbs whose infinitive tells what is to come: their day is not the day of that."""
DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "its", "their"])


def find_event(span: Span, entities: Sequence[Entity] = (), times: Sequence[TimeSpan] = ()) -> Event | None:
    """The main event of a claim.

    Args:
        span: the claim in a parsed spaCy Doc; offsets of the result are characters of `span.doc.text`.
        entities, times: values found in the claim, with offsets in `span.doc.text` too.

    Returns:
        The event, or None where the claim names none (a bare state of affairs).
    """
    trigger = find_trigger(span)
    if trigger is None:
        return None
    kind = event_kind(trigger) or trigger.lemma_.lower()
    roles = find_roles(trigger, kind, span, entities)
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
        medium=_medium(trigger, kind, span, roles),
        definite=_is_definite(trigger),
        roles=roles,
    )


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

    Spans that only bound the event ("since 2014"), times of the report or the plan itself ("officials said on Monday",
    "promised on Monday to resign") and times of another clause ("after a quarrel last year") are left out.
    """
    near = [time for time in times if time.precision != "open" and _dates(trigger, time)]
    return min(near, key=lambda time: (abs(time.start - trigger.idx), time.start), default=None)


def _dates(trigger: Token, time: TimeSpan) -> bool:
    span = trigger.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return False
    said = None if _lies_ahead(time) else said_then(span)
    if said is not None:
        return bool(said.i == trigger.i)
    above = {token.i for token in trigger.ancestors}
    for ancestor in _hung_on(span).ancestors:
        if ancestor.i == trigger.i or _is_same_moment(ancestor, trigger):
            return True
        if ancestor.pos_ in {"VERB", "AUX"}:
            if ancestor.lemma_.lower() in SPEECH_VERBS or _is_content(trigger, ancestor):
                return False
            return ancestor.i in above
    return span.root.i in above or not above


def _hung_on(time: Span) -> Token:
    """The word by which a time hangs on the rest: the one below the preposition before it, where the parser tears a
    date apart ("on Saturday, 22 November"), else its root."""
    before = time.doc[time.start - 1] if time.start else None
    if before is not None and before.pos_ == "ADP":
        return next((token for token in time if token.head == before), time.root)
    return time.root


def _is_same_moment(verb: Token, trigger: Token) -> bool:
    """Whether a verb tells of the moment of the event, too: "the quake that shook Lima in May killed two", "two died
    when a quake shook Lima in May"."""
    if verb.dep_ == "relcl" and verb.head.dep_ in SUBJECTS and verb.head.head == trigger:
        return event_kind(verb.head) is not None
    if verb.dep_ == "acl" and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "as":
        return bool(verb.head.head.head == trigger)  # "hurt as a bus overturned"
    if verb.dep_ != "advcl" or verb.head != trigger or not is_finite(verb):
        return False
    return any(child.lower_ in {"when", "as"} and child.dep_ in {"advmod", "mark"} for child in verb.lefts)


def _lies_ahead(time: TimeSpan) -> bool:
    return time.resolved_from is not None and time.earliest is not None and time.earliest > time.resolved_from


def _is_content(trigger: Token, verb: Token) -> bool:
    """Does the trigger name what the verb above it finds, rules, promises or plans: "ruled that …", "vowed to …"?"""
    token = trigger
    while token.head not in (token, verb):
        if token.dep_ == "acl" and any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children):
            return True
        token = token.head
    if token.head != verb or token.i < verb.i:
        return False
    if token.dep_ == "xcomp":
        return verb.lemma_.lower() in INTENDING
    return token.dep_ == "ccomp" and is_finite(token)


def _medium(trigger: Token, kind: str, span: Span, roles: Sequence[Role]) -> Medium | None:
    """How people met, spoke or wrote; None for other events, and where nothing tells."""
    if kind != "talk":
        return "written" if _is_written(trigger, roles) else None
    words = {token.lemma_.lower() for token in span} | {token.text.lower() for token in span}
    text = span.text.lower()
    if words & VIDEO or any(phrase in text for phrase in VIDEO_PHRASES):
        return "video"
    if words & {"phone", "telephone", "hotline"} or any(
        token.lemma_ == "call" and token.pos_ == "NOUN" for token in span
    ):
        return "phone"
    if words & IN_PERSON or "face to face" in text:
        return "in person"
    if trigger.lemma_.lower() in FACE_TO_FACE and any(role.role == "place" for role in roles):
        return "in person"
    return None


def _is_written(trigger: Token, roles: Sequence[Role]) -> bool:
    """A letter or message to somebody: "wrote to the mayor", "apologised in a letter"."""
    lemma = trigger.lemma_.lower()
    if not any(role.role == "recipient" for role in roles):
        return False
    if lemma in WRITING:
        return True
    how = [noun for noun in phrases(trigger, "in", "by", "via") if noun.lemma_.lower() in WRITING]
    return bool(how) and lemma in ADDRESS | TELL | GIVEN


def _is_definite(trigger: Token) -> bool:
    """Whether the event points back: "the conversation", "they agreed", "contact between the two"."""
    if trigger.pos_ == "NOUN" and _points_back(trigger):
        return True
    actors = [child for child in trigger.children if child.dep_ in SUBJECTS]
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
