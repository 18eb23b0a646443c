"""Negation, factuality and opposite words: do two claims of one event say that it did and did not happen?"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from claimcheck.claims.speech import PRONOUNS
from claimcheck.claims.terms import containment, rarity, stem, terms
from claimcheck.judging.evaluations import judges_decision
from claimcheck.judging.evidence import Finding, Verdict, evidence, whole
from claimcheck.judging.implied_denials import denies_in_other_words, most_against_few
from claimcheck.judging.lexicon import opposites
from claimcheck.records import Claim, Evidence, Factuality, Mention, Span
from claimcheck.stories.names import same_person

HAPPENED: frozenset[Factuality] = frozenset({"asserted"})
DID_NOT: frozenset[Factuality] = frozenset({"negated", "denied", "cancelled", "counterfactual"})
OPEN: frozenset[Factuality] = frozenset({"planned", "possible", "conditional"})

KINDRED = 0.35
"""What a shared kind of event adds to the shared words."""
CALLED_OFF = 0.2
"""The same where one says that something was called off."""
SAME_WORDS = 0.6
"""Share of the shorter claim's words that must be in the other where no kind of event is shared."""
UNMATCHED = 0.4
NEGATION_REACH = 30
"""Characters between a negation and the event that it denies."""
ELSEWHERE = 0.4

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NEGATION = re.compile(
    r"\b(?:not|never|no one|nobody|none|nothing|neither|without|denie[sd]|deny|refus\w+|"
    r"fail(?:s|ed)? to|called off|cancel\w+|yet to|unable|impossible|hardly|rarely|unlikely|"
    r"hoax(?:es)?|fake|untrue|bogus|debunk\w*|no)\b|n[’']t\b",
    re.IGNORECASE,
)
_LIMITED_NEGATION = re.compile(
    r"\b(?:no other|(?:nobody|no one|none|nothing) (?:but|except|other than)|not (?:only|until|till)|"
    r"(?:not|never|no)\b[^,;.]* (?:until|till|since)|never\b[^,;.]* again)\b|n[’']t\b[^,;.]* (?:until|till|since)\b",
    re.IGNORECASE,
)
"""Negations that say that something happened: "nobody but Koeva scored", "was not told until the evening", "has not won
since 2018"."""
_EMBEDDING = re.compile(
    r"\b(?:sa(?:y|id)|tell|told|know\w*|explain\w*|identif\w+|disclos\w+|reveal\w*|specif\w+|mention\w*|expect\w*|"
    r"regret\w*|clear|establish\w*|confirm\w*|understand|ask\w*)\b",
    re.IGNORECASE,
)
"""What is denied where it stands between a negation and an event: "did not say why the flight was delayed"."""

_CALLED_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)? off|cancel\w*|scrap(?:s|ped|ping)|postpone[ds]?|put off|shelve[ds]?|aborted|stay of)\b",
    re.IGNORECASE,
)
_WENT_AHEAD = re.compile(r"\b(?:w[ae]nt ahead|goes ahead|took place|was held|were held|despite)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?<!more )(?<!less )(?<!fewer )\bthan "
    r"(?!\d|expected|forecast|predicted|hoped|feared|thought|analysts|half|an? |one )"
)
_SUFFERED = re.compile(r"\b(?:is|are|was|were|be|been|being|two|three|four|five|the|narrow\w*|\d+)\W+(?:\w+\W+)?$")
_SIDES = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "win won winner beat beaten victory triumph prevail lose lost loser loss defeat defeated",
        "buy bought acquire purchase sell sold divest import export",
    )
)
"""Stems of words for one deed seen from its two sides: who buys and who sells, who wins and who loses."""
_STAGES = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "start begin began begun launch resume restore reopen end stop halt suspend finish cease",
        "arrive enter join leave left depart withdraw withdrew quit exit",
        "hire appoint fire dismiss sack",
    )
)
"""Stems of words for what follows each other."""
_BEFORE = re.compile(
    r"\b(?:had(?! (?:an?|the|no|its|his|her|their|to|more|\d))|earlier|previous(?:ly)?|formerly|once|used to|"
    r"the (?:day|week|month|year|season) before|replac\w+)\b",
    re.IGNORECASE,
)
ANOTHER_TIME = 0.5
IN_OTHER_WORDS = 0.15
"""What is left of "did" against "did not" where the first may deny it, too, by another word."""
JUDGED = 0.9
"""Strength of another aspect where one tells of a decision, and in the other somebody says what it was not."""
DENIED_ANOTHER = 0.75
"""Strength of "did" against "did not" where both claims name the same event in the same words."""


def compare_polarity(a: Claim, b: Claim) -> list[Finding]:
    """Findings on whether the claims say that the event happened, and on words that exclude each other."""
    findings = _factuality(a, b)
    if not findings:
        findings = _opposites(a, b)
    return findings


def _factuality(a: Claim, b: Claim) -> list[Finding]:
    fa, fb = a.factuality, b.factuality
    if {fa, fb} & {"negated"} and _negates(a) == _negates(b):
        return []  # both texts hold the same negation: only the reading of one of them differs
    if {fa, fb} & {"cancelled"} and all(
        _CALLED_OFF.search(claim.quote) and not _WENT_AHEAD.search(claim.quote) for claim in (a, b)
    ):
        return []
    match = _same_event_words(a, b)
    if (fa in HAPPENED and fb in DID_NOT) or (fb in HAPPENED and fa in DID_NOT):
        # Where both deny or assert an opposite ("was not acquitted", "was found guilty"), nothing is in dispute.
        if _opposite_words(a, b):
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
                strength=DENIED_ANOTHER * match * _denies_its_event(no) * (IN_OTHER_WORDS if other_words else 1.0),
                a=_words_of(a),
                b=_words_of(b),
                sentence=_sentence(kind, yes, no),
            )
        ]
    if (fa in OPEN and fb in DID_NOT) or (fb in OPEN and fa in DID_NOT):
        planned = "planned" in {fa, fb}
        strength = DENIED_ANOTHER * match * _denies_its_event(b if fb in DID_NOT else a) if planned else match
        return [_open_finding(a, b, "conflict" if planned else "beside", strength)]
    if (fa in OPEN) != (fb in OPEN):
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
        return min(1.0, shared + CALLED_OFF)  # "cancel" is the kind of the one: what was called off is in its words
    if a.event_kinds & b.event_kinds or _names_denied_event(a, b) or _names_denied_event(b, a):
        return min(1.0, shared + KINDRED)
    return shared if shared >= SAME_WORDS and (a.event is None or b.event is None) else UNMATCHED * shared


def _denies_its_event(claim: Claim) -> float:
    """1 where the negation stands just before the word that names the claim's event, else ELSEWHERE.

    "It is no surprise that he resigned" and "I do not know whether he resigned" deny no resignation; "he did not resign
    until May" even asserts one.
    """
    if claim.factuality != "cancelled" and _LIMITED_NEGATION.search(claim.quote):
        return ELSEWHERE
    if claim.factuality == "cancelled" or claim.event is None:
        return 1.0
    event_at = claim.event.start - claim.start
    near = any(
        0 <= event_at - match.start() <= NEGATION_REACH and not _EMBEDDING.search(claim.quote, match.end(), event_at)
        for match in _NEGATION.finditer(claim.quote)
    )
    return 1.0 if near else ELSEWHERE


def _negates(claim: Claim) -> bool:
    return _NEGATION.search(claim.quote) is not None


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
            end = "was called off" if no.factuality == "cancelled" else "did not"
            return f"According to {first} it happened, according to {second} it {end}."
    if no.factuality == "cancelled":
        return "One says that it happened, the other that it was called off."
    if no.factuality == "denied":
        return "One says so, the other reports a denial."
    return "One says that it happened, the other that it did not."


def _called(claim: Claim) -> str:
    """The speaker's words as they stand inside a sentence, for a pronoun its name; "" where that is a pronoun too."""
    speaker = claim.speaker
    assert speaker is not None
    if speaker.text.lower() in PRONOUNS:
        return "" if speaker.name.lower() in PRONOUNS else speaker.name
    opens = speaker.start in {claim.start, claim.sentence_start}  # elsewhere only a name has a capital
    named = any(entity.start <= speaker.start < entity.end for entity in claim.entities)
    first = speaker.text.split()[0]
    return speaker.text if not opens or named or first[1:] != first[1:].lower() else _lowered(speaker.text)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _words_of(claim: Claim) -> Evidence:
    """The negation where there is one, else the word that names the event, else the claim."""
    if claim.factuality in DID_NOT:
        match = _NEGATION.search(claim.quote)
        if match:
            start = claim.start + match.start()
            return evidence(Span(start=start, end=start + len(match.group()), text=match.group()), claim.factuality)
    if claim.event is not None and claim.start <= claim.event.start and claim.event.end <= claim.end:
        return evidence(claim.event, claim.factuality)
    return whole(claim)


def _opposites(a: Claim, b: Claim) -> list[Finding]:
    pairs = _opposite_pairs(a, b)
    if not pairs or (a.factuality in DID_NOT) != (b.factuality in DID_NOT) or _negates(a) != _negates(b):
        return []
    if most_against_few(a, b):
        return []
    word_a, word_b = pairs[0]
    rest = _containment_without(a, b, {stem(word_a.text.lower()), stem(word_b.text.lower())})
    return [
        Finding(
            kind="polarity",
            verdict="conflict",
            strength=0.9 * min(1.0, rest + 0.15) * _of_one_time(a, b, word_a, word_b),
            a=evidence(word_a, word_a.text.lower()),
            b=evidence(word_b, word_b.text.lower()),
            sentence=f"“{word_a.text}” against “{word_b.text}”.",
            mirrored=f"“{word_b.text}” against “{word_a.text}”.",
        )
    ]


def _of_one_time(a: Claim, b: Claim, x: Span, y: Span) -> float:
    """What is left of a conflict of opposite words where they may follow each other: one claim tells of before ("had
    fallen the week before"), or they are the stages of one story ("the strike began", "it ended after three days")."""
    if (_BEFORE.search(a.quote) is None) != (_BEFORE.search(b.quote) is None):
        return ANOTHER_TIME
    return ANOTHER_TIME if any({stem(w.text.lower()) for w in (x, y)} <= stage for stage in _STAGES) else 1.0


def _opposite_pairs(a: Claim, b: Claim) -> list[tuple[Span, Span]]:
    """Words of `a` with a word of `b` that excludes them, both negated or neither."""
    return [
        (x, y)
        for x, y in _opposite_words(a, b)
        if _is_negated(a, x) == _is_negated(b, y) and not _from_two_sides(a, b, x, y)
    ]


def _from_two_sides(a: Claim, b: Claim, x: Span, y: Span) -> bool:
    """Whether two words may tell one deed from its two sides ("Leeds bought", "Porto sold"), or one comparison: "higher
    in May than in June", "lower in June than in May". Of one doer they exclude each other."""
    if any(_wins(claim, word) for claim, word in ((a, x), (b, y))):
        return True
    stems = {stem(word.text.lower()) for word in (x, y)}
    if any(stems <= side for side in _SIDES):
        return not _of_one_doer(a, b)
    compared_a, compared_b = (_COMPARED.search(claim.quote) for claim in (a, b))
    if compared_a is None or compared_b is None:
        return False
    rest_a, rest_b = a.quote[compared_a.end() :], b.quote[compared_b.end() :]
    return containment(terms(rest_a), terms(rest_b)) < SAME_WORDS


def _of_one_doer(a: Claim, b: Claim) -> bool:
    """Whether two claims tell what one and the same did: the same agent, or else the same first word."""
    agents_a, agents_b = _agents(a), _agents(b)
    if agents_a and agents_b:
        return any(same_person(one, other) for one in agents_a for other in agents_b)
    first_a, first_b = (next(iter(terms(claim.text)), None) for claim in (a, b))
    return first_a is not None and first_a == first_b


def _wins(claim: Claim, word: Span) -> bool:
    """Whether a form of "defeat" is what the winner does: "Creighton defeats Drake", but not "were defeated"."""
    before = claim.quote[: word.start - claim.start]
    return word.text.lower() in {"defeats", "defeated", "defeating"} and not _SUFFERED.search(before)


def _agents(claim: Claim) -> list[str]:
    return [] if claim.event is None else [role.name for role in claim.event.roles if role.role == "agent"]


def _opposite_words(a: Claim, b: Claim) -> list[tuple[Span, Span]]:
    """Words of `a` with a word of `b` that excludes them, where neither claim holds words of both sides."""
    words_a, words_b = _stems(a.quote), _stems(b.quote)
    table = opposites()
    return [
        (words_a[x].shifted(a.start), words_b[y].shifted(b.start))
        for x in words_a
        if x in table and x not in words_b
        for y in words_b
        if y in table[x] and y not in words_a and not table[y] & words_b.keys() and not table[x] & words_a.keys()
    ]


def _is_negated(claim: Claim, word: Span) -> bool:
    at = word.start - claim.start
    return any(0 < at - match.start() <= NEGATION_REACH for match in _NEGATION.finditer(claim.quote))


@functools.lru_cache(maxsize=50_000)
def _stems(quote: str) -> Mapping[str, Span]:
    """Stem of each word, names left out, to its first place in the quote."""
    stems: dict[str, Span] = {}
    for match in _WORD.finditer(quote):
        if match.start() > 0 and match.group()[0].isupper():
            continue  # part of a name: South Park lies in the north
        stems.setdefault(stem(match.group().lower()), Span(start=match.start(), end=match.end(), text=match.group()))
    return stems


def _containment_without(a: Claim, b: Claim, left_out: set[str]) -> float:
    bags = [{key: w for key, w in terms(claim.text).items() if key not in left_out} for claim in (a, b)]
    return containment(*bags)


def telling_words(claim: Claim, limit: int = 3) -> list[str]:
    """The rarest content words of a claim, as written, rarest first."""
    words = {match.group() for match in _WORD.finditer(claim.quote)}
    return sorted(words, key=lambda word: (-rarity(word.lower()), word))[:limit]
