"""Negation, factuality and opposite words: do two claims of one event say that it did and did not happen?"""

from __future__ import annotations

import datetime as dt
import re

import attrs

from claimcheck.claims.speech import SPEAKER_PRONOUNS
from claimcheck.claims.terms import containment, stem, terms
from claimcheck.judging.evaluations import judges_decision
from claimcheck.judging.evidence import Finding, Verdict, evidence, whole
from claimcheck.judging.implied_denials import denies_in_other_words
from claimcheck.judging.negations import (
    DID_NOT,
    EMBEDDING,
    NEGATION,
    affirms_beside,
    denies_itself,
    denies_word_of,
    denying_verbs,
    is_near,
    negates,
)
from claimcheck.judging.opposites import are_stages, compare_opposites, opposite_words
from claimcheck.judging.rounds import are_of_two_rounds
from claimcheck.judging.scopes import are_at_two_times, are_of_two_places
from claimcheck.records import Claim, Evidence, Factuality, Mention, Span
from claimcheck.text import LETTERS

HAPPENED: frozenset[Factuality] = frozenset({"asserted"})
OPEN: frozenset[Factuality] = frozenset({"planned", "possible", "conditional"})

KINDRED = 0.35
"""What a shared kind of event adds to the shared words."""
CALLED_OFF = 0.2
"""The same where one says that something was called off."""
SAME_WORDS = 0.6
"""Share of the shorter claim's words that must be in the other where no kind of event is shared."""
UNMATCHED = 0.4
"""What is left of the shared words where nothing tells that one denies what the other says. All are set by hand."""
INTENT_REACH = 3
"""Characters between an intention and what is intended."""
ELSEWHERE = 0.4
"""What is left of a denial that may be of something else in the claim."""

AFFIRMED = 0.1
"""The same where the claim itself affirms what the other says: "did not fire and arrested twelve"."""

_LIMITED_NEGATION = re.compile(
    r"\b(?:no other|(?:nobody|no one|none|nothing) (?:but|except|other than)|not (?:only|until|till)|"
    r"(?:not|never|no)\b[^,;.]* (?:until|till|since)|never\b[^,;.]* again)\b|n[’']t\b[^,;.]* (?:until|till|since)\b",
    re.IGNORECASE,
)
"""Negations that say that something happened: "nobody but Koeva scored", "was not told until the evening", "has not won
since 2018"."""
_OF_SOME = re.compile(
    r"\b(?:(?:all|every\w*|nobody|no one|none) (?:but|except)|only (?:an?|one|two|three|some|half|\d+)|"
    r"(?:some|many|several|half|part|most|\d+|(?<!, )one|two|three) of)\b",
    re.IGNORECASE,
)
"""Words for a part of those whom a claim is about: others may have done what these did not."""

_CALLED_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)? off|cancel\w*|scrap(?:s|ped|ping)|postpone[ds]?|put off|shelve[ds]?|aborted|stay of)\b",
    re.IGNORECASE,
)
_DELAYED = re.compile(
    r"\b(?:postpone\w*|put (?:off|back)|push(?:es|ed)? back|delay(?:s|ed|ing)?|wait(?:s|ed|ing)?)\b", re.IGNORECASE
)
_AWAITED = re.compile(r"\b(?:(?:a|still )?wait(?:s|ed|ing)?|pending|still to come)\b", re.IGNORECASE)
"""Words for what has not come yet."""
_SHUT = re.compile(
    r"\b(?:remain|stay|be|been|is|are|was|were)\w* (?:closed|shut|blocked|cut off|out of service)\b",
    re.IGNORECASE,
)
"""Words for a state in which nothing runs or opens."""
_INTENT = re.compile(
    r"\b(?:agree[sd]?|decide[sd]?|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|undert(?:ake|akes|ook)|"
    r"commit(?:s|ted)? (?:itself|themselves|himself|herself)|agreement|deal|decision|promise|pledge|vow) to(?= [a-z]+)",
    re.IGNORECASE,
)
"""What somebody has agreed or decided to do is yet to be done: "has agreed to buy" is no more than "will buy"."""
_SO_FAR = re.compile(
    r"\b(?:(?:ha(?:s|ve)|will)(?: not|n[’']t)|won[’']t|(?:is|are)(?: not|n[’']t) going to|"
    r"(?:no|none|nobody|neither)\b[^,;:.]{0,40} ha(?:s|ve)|not yet|yet to|no (?:intention|plans?)\b(?: to| of))\b|"
    r"\b(?:not|no)\b[^,;:.]{0,60} (?:yet|so far)\b",
    re.IGNORECASE,
)
"""Negations of what may come yet: "has not resigned", "no plans to resign"; not "did not resign"."""
_WENT_AHEAD = re.compile(r"\b(?:w[ae]nt ahead|goes ahead|took place|was held|were held|despite)\b", re.IGNORECASE)
IN_OTHER_WORDS = 0.15
"""What is left of "did" against "did not" where the first may deny it, too, by another word."""
JUDGED = 0.9
"""Strength of another aspect where one tells of a decision, and in the other somebody says what it was not."""
DENIED_ANOTHER = 0.75
"""Strength of "did" against "did not" where both claims name the same event in the same words."""


def compare_polarity(
    a: Claim, b: Claim, *, date_a: dt.date | None = None, date_b: dt.date | None = None
) -> list[Finding]:
    """Findings on whether the claims say that the event happened, and on words that exclude each other.

    Args:
        a, b: claims.
        date_a, date_b: when each was reported. What was planned and comes to nothing, or was put off and takes place
            after all, is news of another day: the later report replaces the earlier one.
    """
    findings = [_of_its_own(finding, a, b) for finding in _factuality(a, b) or compare_opposites(a, b)]
    if all(finding.kind == "polarity" for finding in findings):
        return findings
    if date_a is None or date_b is None or date_a == date_b:
        return findings
    earlier, later = (a, b) if date_a < date_b else (b, a)
    return [_superseding(finding, earlier, later, min(date_a, date_b)) for finding in findings]


def _of_its_own(finding: Finding, a: Claim, b: Claim) -> Finding:
    """A weaker finding where the claims are of two places or rounds ("approved in Canada", "not approved in Japan"), or
    of the stages of one thing at two times ("open at 8 a.m.", "close at 8 p.m.")."""
    staged = are_stages(finding) and are_at_two_times(a, b)
    elsewhere = finding.kind == "negation" and are_of_two_places(a, b)
    if finding.verdict == "conflict" and (staged or elsewhere or are_of_two_rounds(a, b)):
        return attrs.evolve(finding, strength=ELSEWHERE * finding.strength)
    return finding


def _superseding(finding: Finding, earlier: Claim, later: Claim, day: dt.date) -> Finding:
    """The finding as one on two reports of two days, the earlier one of `day`."""
    put_off = earlier.factuality == "cancelled" and later.factuality in HAPPENED and _DELAYED.search(earlier.quote)
    changed = {earlier.factuality, later.factuality} in ({"planned", "negated"}, {"planned", "cancelled"})
    since = _had_not_yet(earlier, later, day)
    if finding.verdict != "conflict" or not (put_off or changed or since):
        return finding
    if put_off or since:
        now, _ = _told(later, earlier) if since else ("happened", "")
    else:
        now = "is planned" if later.factuality == "planned" else "did not or will not happen"
    return attrs.evolve(finding, verdict="supersede", sentence=f"Later report: it {now}.", mirrored=None)


def _had_not_yet(earlier: Claim, later: Claim, day: dt.date) -> bool:
    """Whether the earlier report, of `day`, denies what may come yet, and the later one says that it came: "has not
    resigned", "resigned"; not where it dates it before that day."""
    if earlier.factuality != "negated" or later.factuality not in HAPPENED or not _may_come_yet(earlier):
        return False
    told = later.event.time if later.event is not None and _is_just_before_event(earlier) else None
    return told is None or told.latest is None or told.latest >= day


def _may_come_yet(claim: Claim) -> bool:
    """Whether a claim denies with words for what may come yet."""
    denied = NEGATION.search(claim.quote)
    found = _SO_FAR.finditer(claim.quote)
    return denied is not None and any(match.start() <= denied.start() < match.end() for match in found)


def _factuality(a: Claim, b: Claim) -> list[Finding]:
    fa, fb = a.factuality, b.factuality
    if {fa, fb} & {"negated"} and (_deny_alike(a, b) or _lacks_too(a, b)):
        return []
    if {fa, fb} & {"cancelled"} and any(
        all(words.search(claim.quote) and not _WENT_AHEAD.search(claim.quote) for claim in (a, b))
        for words in (_CALLED_OFF, _DELAYED)
    ):
        return []
    match = _same_event_words(a, b)
    if (fa in HAPPENED and fb in DID_NOT) or (fb in HAPPENED and fa in DID_NOT):
        # Where both deny or assert an opposite ("was not acquitted", "was found guilty"), nothing is in dispute.
        if any(not (denies_itself(a, x) or denies_itself(b, y)) for x, y in opposite_words(a, b)):
            return []
        no, yes = (b, a) if fb in DID_NOT else (a, b)
        if judges_decision(yes, no):
            return [_judged(a, b, no)]
        kind = "factuality" if no.factuality == "cancelled" else "negation"
        if a.speaker and b.speaker and not _is_one_speaker(a.speaker, b.speaker):
            kind = "attribution"
        other_words = kind != "factuality" and denies_in_other_words(yes, no)
        return [
            Finding(
                kind=kind,
                verdict="conflict",
                strength=DENIED_ANOTHER * match * _denies_its_event(no, yes) * (IN_OTHER_WORDS if other_words else 1.0),
                a=_words_of(a),
                b=_words_of(b),
                sentence=_sentence(kind, yes, no),
            )
        ]
    if (fa in OPEN and fb in DID_NOT) or (fb in OPEN and fa in DID_NOT):
        planned = "planned" in {fa, fb}
        no, other = (b, a) if fb in DID_NOT else (a, b)
        strength = DENIED_ANOTHER * match * _denies_its_event(no, other) if planned else match
        return [_open_finding(a, b, "conflict" if planned else "beside", strength)]
    if (fa in OPEN) != (fb in OPEN) and not ("planned" in {fa, fb} and _is_intent(b if fa in OPEN else a)):
        return [_open_finding(a, b, "beside", match)]
    return []


def _is_one_speaker(x: Mention, y: Mention) -> bool:
    words_x, words_y = terms(x.text).keys(), terms(y.text).keys()
    return x.name == y.name or bool(words_x and words_y and (words_x <= words_y or words_y <= words_x))


def _same_event_words(a: Claim, b: Claim) -> float:
    """How surely two claims are about the same happening, by their words, in [0, 1].

    What one claim denies must be what the other says: an event of the same kind, or the denied word itself.
    Shared words around it are not enough.
    """
    shared = containment(terms(a.text), terms(b.text))
    if "cancelled" in {a.factuality, b.factuality}:
        # "cancel" is the kind of the one: what was called off is in its words
        return min(1.0, shared + CALLED_OFF) * (1.0 if _names_called_off(a, b) else ELSEWHERE)
    if a.event_kinds & b.event_kinds or _names_denied_event(a, b) or _names_denied_event(b, a) or _denies_word(a, b):
        return min(1.0, shared + KINDRED)
    return shared if shared >= SAME_WORDS and (a.event is None or b.event is None) else UNMATCHED * shared


def _denies_word(a: Claim, b: Claim) -> bool:
    return denies_word_of(a.quote, b.quote) or denies_word_of(b.quote, a.quote)


def _names_called_off(a: Claim, b: Claim) -> bool:
    """Whether one claim names what the other says was called off; that flights were cancelled denies no strike."""
    no, yes = (a, b) if a.factuality == "cancelled" else (b, a)
    if no.event is None or no.event.kind != "cancel" or yes.event is None:
        return True
    called_off = [role for role in no.event.roles if role.role in {"patient", "counterpart"}]
    return not called_off or any(terms(role.text).keys() & terms(yes.text).keys() for role in called_off)


def _deny_alike(a: Claim, b: Claim) -> bool:
    """Whether only the reading of two claims differs, of which one is negated: both texts deny what the one denies, or
    neither has a word that denies.

    Where the negation of the other claim seems to stand elsewhere, that is believed only where the one plainly denies
    its event, of all that it is about: "only one of them ran, and nobody won" and "all but one did not run" agree.
    """
    no, other = (a, b) if a.factuality == "negated" else (b, a)
    if NEGATION.search(no.quote) is None:
        return True
    if NEGATION.search(other.quote) is None:
        return False
    denied = [] if no.event is None else _places(other, stem(no.event.text.lower()))
    if no.event is None or other.event is None or (not denied and other.event.kind != no.event.kind):
        return True  # the other has no word for what is denied: any of its words may deny it
    if any(negates(other, word) for word in (*denied, other.event)) or (denying_verbs(no) and denying_verbs(other)):
        return True
    if _LIMITED_NEGATION.search(no.quote) or not _is_just_before_event(no):
        return True
    return any(_OF_SOME.search(claim.quote) for claim in (a, b))


def _places(claim: Claim, key: str) -> list[Span]:
    """Where a claim has a word with this stem."""
    return [
        Span(start=claim.start + match.start(), end=claim.start + match.end(), text=match.group())
        for match in LETTERS.finditer(claim.quote)
        if stem(match.group().lower()) == key
    ]


def _lacks_too(a: Claim, b: Claim) -> bool:
    """Whether what one claim denies is, by the other, still awaited or shut: "has yet to be published", "awaits the
    report"; "no trains run", "the line stays closed"."""
    no, other = (a, b) if a.factuality == "negated" else (b, a)
    if other.factuality == "negated" or no.event_kinds & other.event_kinds:
        return False  # "was shut", "did not close"
    return any(lacking.search(other.quote) and not lacking.search(no.quote) for lacking in (_AWAITED, _SHUT))


def _is_intent(claim: Claim) -> bool:
    """Whether the claim's event is what somebody has agreed or decided to do."""
    at = claim.event.start - claim.start if claim.event is not None else 0
    return claim.factuality in HAPPENED and any(
        0 < at - match.end() <= INTENT_REACH for match in _INTENT.finditer(claim.quote)
    )


def _denies_its_event(claim: Claim, other: Claim) -> float:
    """1 where the negation stands just before the word that names the claim's event, or before a word that the other
    claim affirms, else ELSEWHERE.

    "It is no surprise that he resigned" and "I do not know whether he resigned" deny no resignation; "he did not resign
    until May" even asserts one.
    """
    if claim.factuality != "cancelled" and _LIMITED_NEGATION.search(claim.quote):
        return ELSEWHERE
    if other.event is not None and affirms_beside(claim, stem(other.event.text.lower())):
        return AFFIRMED
    if claim.factuality == "cancelled" or denies_word_of(claim.quote, other.quote):
        return 1.0
    return 1.0 if _is_just_before_event(claim) else ELSEWHERE


def _is_just_before_event(claim: Claim) -> bool:
    """Whether a negation stands just before the word that names a claim's event, and nothing between them that would
    be denied instead; true of a claim without an event."""
    if claim.event is None:
        return True
    event_at = claim.event.start - claim.start
    return any(
        is_near(match, event_at) and not EMBEDDING.search(claim.quote, match.end(), event_at)
        for match in NEGATION.finditer(claim.quote)
    )


def _names_denied_event(a: Claim, b: Claim) -> bool:
    """Whether `b` names what happens in `a`. Where `b` denies, that does not count: it may deny something else ("she
    would not resign, and defended her record")."""
    if b.factuality in DID_NOT and a.factuality not in DID_NOT:
        return False
    return a.event is not None and stem(a.event.text.lower()) in terms(b.text)


def _open_finding(a: Claim, b: Claim, verdict: Verdict, strength: float) -> Finding:
    first, second = (a, b) if a.factuality in OPEN else (b, a)
    return Finding(
        kind="factuality",
        verdict=verdict,
        strength=strength,
        a=_words_of(a),
        b=_words_of(b),
        sentence=f"One says that it is {first.factuality}, the other that it "
        + ("happened." if second.factuality in HAPPENED else "did not or will not happen."),
    )


def _judged(a: Claim, b: Claim, no: Claim) -> Finding:
    return Finding(
        kind="attribution",
        verdict="beside",
        strength=JUDGED,
        a=_words_of(a),
        b=_words_of(b),
        sentence=f"One tells what was decided, the other the view of {_called(no) or 'somebody'}.",
    )


def _sentence(kind: str, yes: Claim, no: Claim) -> str:
    if kind == "attribution":
        first, second = _called(yes), _called(no)
        if first and second and no.factuality == "denied":
            return f"{first[:1].upper()}{first[1:]} said so, {second} denied it."
        if first and second:
            happened, did_not = _told(yes, no)
            return f"According to {first} it {happened}, according to {second} it {did_not}."
    if no.factuality == "denied":
        return "One says so, the other reports a denial."
    return "One says that it {}, the other that it {}.".format(*_told(yes, no))


def _told(yes: Claim, no: Claim) -> tuple[str, str]:
    """What is said of what one affirms and the other denies: an event happens, a state is so."""
    if no.factuality == "cancelled":
        return "happened", "was called off"
    return ("is so", "is not") if yes.event is None and no.event is None else ("happened", "did not")


def _called(claim: Claim) -> str:
    """The speaker's words as they stand inside a sentence, for a pronoun its name; "" where that is a pronoun too."""
    speaker = claim.speaker
    assert speaker is not None
    if speaker.text.lower() in SPEAKER_PRONOUNS:
        return "" if speaker.name.lower() in SPEAKER_PRONOUNS else speaker.name
    opens = speaker.start in {claim.start, claim.sentence_start}  # elsewhere only a name has a capital
    named = any(entity.start <= speaker.start < entity.end for entity in claim.entities)
    first = speaker.text.split()[0]
    return speaker.text if not opens or named or first[1:] != first[1:].lower() else _lowered(speaker.text)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _words_of(claim: Claim) -> Evidence:
    """The negation where there is one, else the word that names the event, else the claim."""
    if claim.factuality in DID_NOT:
        match = NEGATION.search(claim.quote)
        if match:
            start = claim.start + match.start()
            return evidence(Span(start=start, end=start + len(match.group()), text=match.group()), claim.factuality)
    if claim.event is not None and claim.start <= claim.event.start and claim.event.end <= claim.end:
        return evidence(claim.event, claim.factuality)
    return whole(claim)
