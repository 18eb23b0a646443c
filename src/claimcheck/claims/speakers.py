"""Who says it: the attribution of each claim, across sentences and paragraphs of a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from claimcheck.claims.anaphors import is_only_group
from claimcheck.claims.attributions import Attribution, find_attributions, refine_statement_source
from claimcheck.claims.names import NameRegister
from claimcheck.claims.parentheticals import has_tense
from claimcheck.claims.passages import Sentence
from claimcheck.claims.quotations import QuotationIndex
from claimcheck.claims.reports import content_range, trimmed
from claimcheck.claims.speech import HEARSAY, UNNAMED_SOURCE
from claimcheck.claims.syntax import content_of, head_within
from claimcheck.records import Entity, Mention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REACH = 3
"""How many sentences back "it said" finds the body that it stands for."""
PERSON_REACH = 8
"""The same for "he said" and "she said": long quotations may lie between."""
QUOTED_SHARE = 0.6
"""Share in [0, 1] of a claim that has to stand in quotation marks for it to be the quoted speaker's."""
SPEECH_WORDS = 4
"""Fewest words of a quotation that is somebody's speech, and not a title or a word held at arm's length."""

MAX_INNER = 4
"""Most speakers inside one report; news has two."""


@attrs.frozen
class Source:
    """Who says it.

    Attributes:
        speaker: the outermost speaker; None for the narrator.
        via: the outlet or document that it came through; None for none.
        inner: those whose words the speaker passes on, outermost first.
        content: what the speaker (or else `via`) says, in the Doc of the claim; None where that is no clause.
    """

    speaker: Mention | None = None
    via: Mention | None = None
    inner: tuple[Mention, ...] = ()
    content: Span | None = attrs.field(default=None, eq=False)


NARRATOR = Source()


class Speakers:
    """Attributions of an article. Build it with all sentences; then ask for each claim."""

    def __init__(
        self,
        text: str,
        quotations: QuotationIndex,
        sentences: Sequence[Sentence],
        register: NameRegister,
        references: dict[int, list[Entity]],
    ) -> None:
        """
        Args:
            text: the article's text.
            quotations: of its body.
            sentences: its body, parsed, in order.
            register: its names.
            references: pronouns and the like of each sentence (by `Sentence.number`), offsets in the Doc's text.
        """
        self._text = text
        self._register = register
        self._references = references
        self._index = quotations
        self._quoted = [self._quoted_tokens(sentence) for sentence in sentences]
        self._attributions = [self._find(sentence) for sentence in sentences]
        self._last_body, self._last_person = self._last_speakers(sentences)
        self._last_group = self._last_groups(sentences)
        self._of_quotation = self._assign_quotations(sentences)

    def has_attribution(self, sentence: Sentence) -> bool:
        """Does the sentence name somebody who says it?"""
        return any(a.speaker is not None for a in self._attributions[sentence.number])

    def is_quoted(self, sentence: Sentence) -> bool:
        """Does most of the sentence stand in quotation marks?"""
        return self._index.covering(*sentence.range, QUOTED_SHARE) is not None

    def source(self, sentence: Sentence, part: Span) -> Source:
        """Who says a claim.

        Args:
            sentence: the sentence that the claim is in.
            part: the claim.
        """
        fitting = [a for a in self._attributions[sentence.number] if _covers(a, part)]
        # "Russia said the talks had failed, state media said": the outlet passes on what somebody else says.
        reported = {
            c.i for a in fitting if a.speaker is None and a.verb is not None and (c := content_of(a.verb)) is not None
        }
        fitting += [
            a
            for a in self._attributions[sentence.number]
            if a.verb is not None and a.verb.i in reported and a not in fitting
        ]
        if len(part) < len(sentence.span):  # a part with an attribution of its own: "…, but the rebels said it did"
            fitting.sort(key=lambda a: not (a.verb is not None and a.verb == head_within(part)))
        chosen = next((a for a in fitting if a.speaker is not None), None) or next(iter(fitting), None)
        if chosen is not None:
            return self._with_content(self._named(chosen, sentence, fitting), chosen, sentence, part)
        number = self._index.covering(*sentence.passage.range_of(part), QUOTED_SHARE)
        if number is not None and number in self._of_quotation:
            quoted = [t.i for t in part if t.i in self._quoted[sentence.number]]
            content = trimmed(part.doc, quoted[0], quoted[-1] + 1) if quoted else None
            return attrs.evolve(self._of_quotation[number], content=content)
        return NARRATOR

    def _with_content(self, source: Source, chosen: Attribution, sentence: Sentence, part: Span) -> Source:
        """What the attribution reports, and who in turn is quoted there: "Bell told Cole that X, an aide said"."""
        quoted = self._quoted[sentence.number]
        outer = content = content_range(chosen, part, quoted)
        inner: list[Mention] = []
        known = {chosen.verb}
        while content is not None and len(inner) < MAX_INNER:
            # Anew, with quoted words read as any others: `"He said it was safe," his sister told the court`.
            within = find_attributions(content, quoted=[False] * len(content))
            following = next(
                (a for a in within if a.speaker is not None and a.verb not in known and _covers(a, content)), None
            )
            if following is None or following.speaker is None:
                break
            known.add(following.verb)
            inner.append(self._mention(following.speaker, sentence))
            content = content_range(following, content, quoted)
        return attrs.evolve(source, content=outer, inner=tuple(inner))

    def _quoted_tokens(self, sentence: Sentence) -> frozenset[int]:
        """Indices of the tokens that stand in quoted speech."""
        start, end = sentence.range
        base = sentence.passage.start
        ranges = [
            (q.start - base, q.end - base)
            for i in self._index.overlapping(start, end)
            if _is_speech(self._text[(q := self._index.quotations[i]).start : q.end])
        ]
        if not ranges:
            return frozenset()
        return frozenset(t.i for t in sentence.span if any(a <= t.idx < b for a, b in ranges))

    def _find(self, sentence: Sentence) -> list[Attribution]:
        inside = self._quoted[sentence.number]
        quoted = [token.i in inside for token in sentence.span]
        return [refine_statement_source(a) for a in find_attributions(sentence.span, quoted=quoted)]

    def _assign_quotations(self, sentences: Sequence[Sentence]) -> dict[int, Source]:
        """The source of each quotation: from a sentence that it shares with an attribution, else from the quotation
        before it in the same paragraph, or from the paragraph before where that was left open."""
        sources: dict[int, Source] = {}
        for sentence in sentences:
            attributions = [
                a for a in self._attributions[sentence.number] if a.speaker is not None or a.via is not None
            ]
            if not attributions:
                continue
            for i in self._index.overlapping(*sentence.range):
                q = self._index.quotations[i]
                if not _is_speech(self._text[q.start : q.end]):
                    continue
                outside = [
                    a
                    for a in attributions
                    if a.verb is None or not q.start <= sentence.passage.start + a.verb.idx < q.end
                ]
                spoken = [a for a in outside if a.speaker is not None] or outside
                if spoken and i not in sources:
                    sources[i] = self._named(spoken[0], sentence, spoken)
        previous: int | None = None
        for i, q in enumerate(self._index.quotations):
            if not _is_speech(self._text[q.start : q.end]):
                continue
            if i not in sources and previous is not None and previous in sources:
                before = self._index.quotations[previous]
                same_paragraph = before.paragraph == q.paragraph
                continued = before.paragraph + 1 == q.paragraph and (
                    not before.closed or self._only_quotation(q.start, q.end, sentences)
                )
                if same_paragraph or continued:
                    sources[i] = sources[previous]
            previous = i
        return sources

    def _last_speakers(self, sentences: Sequence[Sentence]) -> tuple[dict[int, str], dict[int, str]]:
        """For each sentence, the body and the person that spoke last, within REACH and PERSON_REACH sentences:
        what "it said" and "he said" mean."""
        bodies: dict[int, str] = {}
        people: dict[int, str] = {}
        body: tuple[str, int] | None = None
        person: tuple[str, int] | None = None
        for sentence in sentences:
            number = sentence.number
            if body is not None and number - body[1] <= REACH:
                bodies[number] = body[0]
            if person is not None and number - person[1] <= PERSON_REACH:
                people[number] = person[0]
            for attribution in self._attributions[number]:
                who = attribution.speaker
                if who is None:
                    continue
                pronoun = who.text.lower()
                if pronoun == "it" and number in bodies:
                    body = (bodies[number], number)
                elif pronoun in {"he", "she"} and number in people:
                    person = (people[number], number)
                elif who.root.pos_ in {"NOUN", "PROPN"}:
                    name = self._register.canonical_of(who.text)
                    named = name in self._register.people or who.root.ent_type_ == "PERSON"
                    body = None if named else (name, number)
                    person = (name, number) if named else None
        return bodies, people

    def _last_groups(self, sentences: Sequence[Sentence]) -> dict[int, str]:
        """For each sentence, the group that alone spoke in the sentence before, where "they" can mean no other."""
        groups: dict[int, str] = {}
        group: tuple[str, int] | None = None
        for sentence in sentences:
            if group is not None and sentence.number - group[1] == 1:
                groups[sentence.number] = group[0]
            group = None
            speakers = [a.speaker for a in self._attributions[sentence.number] if a.speaker is not None]
            if len(speakers) != 1:
                continue
            if speakers[0].text.lower() == "they" and sentence.number in groups:
                group = (groups[sentence.number], sentence.number)
            elif is_only_group(speakers[0], sentence.span):
                group = (self._register.canonical_of(speakers[0].text), sentence.number)
        return groups

    def _only_quotation(self, start: int, end: int, sentences: Sequence[Sentence]) -> bool:
        """Is the paragraph nothing but this quotation?"""
        inside = [s for s in sentences if s.passage.start <= start and end <= s.passage.end]
        return bool(inside) and start - inside[0].passage.start <= 2 and inside[0].passage.end - end <= 2

    def _named(self, attribution: Attribution, sentence: Sentence, others: Sequence[Attribution]) -> Source:
        via = attribution.via
        if via is None:
            via = next((a.via for a in others if a.via is not None and not a.is_hearsay), None)
        return Source(
            speaker=self._mention(attribution.speaker, sentence) if attribution.speaker is not None else None,
            via=self._mention(via, sentence) if via is not None else None,
        )

    def _mention(self, span: Span, sentence: Sentence) -> Mention:
        name = None
        start, end = span.start_char, span.end_char
        pronoun = span.text.lower()
        if pronoun == "it":
            name = self._last_body.get(sentence.number)
        elif pronoun == "they" and all(
            a.speaker is None or a.speaker.start >= span.start for a in self._attributions[sentence.number]
        ):
            name = self._last_group.get(sentence.number)
        elif pronoun in {"he", "she"}:
            # Where sentences of quotation lie between: whoever spoke last.
            person = self._last_person.get(sentence.number)
            gender = "m" if pronoun == "he" else "f"
            if person is not None and self._register.gender.get(person, gender) == gender:
                name = person
        meant = [r.name for r in self._references.get(sentence.number, []) if (r.start, r.end) == (start, end)]
        if meant:
            name = " and ".join(dict.fromkeys(meant))
        if span.text.lower() in HEARSAY:
            name = UNNAMED_SOURCE
        return sentence.passage.mention(self._text, span, name or self._register.canonical_of(span.text))


def _is_speech(quoted: str) -> bool:
    return len(quoted.split()) >= SPEECH_WORDS or quoted.rstrip()[-1:] in {",", ".", "!", "?"}


def _covers(attribution: Attribution, part: Span) -> bool:
    """Does the attribution hold for this part of its sentence?"""
    verb = attribution.verb
    inside = part.start <= attribution.start < part.end
    if verb is None:
        return inside or attribution.whole
    head = head_within(part)
    if verb == head or _dominates(verb, head):
        return True
    if not attribution.whole:
        return False
    last = verb.i > part.end - 1 and not any(t.text == ";" for t in part.doc[part.end : verb.i])
    if inside or (attribution.inset and _goes_on_into(verb, part)):
        return True
    # "A, and B, officials said": an attribution at the end of the sentence holds for all of it.
    return last and _is_final(attribution, part)


def _goes_on_into(verb: Token, part: Span) -> bool:
    """`A, officials said, and B`: an attribution in the middle holds for what "and" joins to the statement too."""
    between = [t for t in part.doc[verb.i + 1 : part.start] if not t.is_space]
    return [t.lower_ for t in between[-2:]] == [",", "and"] and not any(has_tense(t) for t in between)


def _dominates(verb: Token, head: Token) -> bool:
    """Is the clause of `head` what `verb` says, directly or joined to that?"""
    node = head
    for _ in range(50):
        if node.head == node:
            return False
        if node.dep_ not in {"ccomp", "conj", "parataxis", "xcomp", "advcl"}:
            return False
        if node.dep_ == "conj" and node.head == verb:
            return False
        if node.dep_ == "advcl" and node.head == verb:
            return False
        if node.head == verb:
            return True
        node = node.head
    return False


def _is_final(attribution: Attribution, part: Span) -> bool:
    sentence = part.sent
    assert attribution.verb is not None
    rest = part.doc[attribution.verb.i + 1 : sentence.end]
    before = part.doc[attribution.start - 1] if attribution.start else None
    set_off = before is not None and (before.text in {",", '"', "”", "''"} or before.is_punct)
    return set_off and not any(
        t.dep_ in {"ccomp"} and t.head == attribution.verb and t.i > attribution.verb.i for t in rest
    )
