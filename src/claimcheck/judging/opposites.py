"""Words and kinds of event that exclude each other: "rose" against "fell", "voted down" against "passed"."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from claimcheck.claims.terms import containment, stem, terms
from claimcheck.judging.aspects import split_one_whole
from claimcheck.judging.evidence import Finding, Verdict, evidence
from claimcheck.judging.implied_denials import most_against_few
from claimcheck.judging.lexicon import opposites
from claimcheck.judging.negations import DID_NOT, denies_itself, negates
from claimcheck.judging.survivals import of_the_same_people
from claimcheck.judging.verdicts import on_other_charges
from claimcheck.judging.word_senses import sense_of
from claimcheck.records import Claim, Span
from claimcheck.stories.names import same_person
from claimcheck.text import LETTERS

SAME_WORDS = 0.6
"""Share of the words of two comparisons from which they compare with the same."""

_OPPOSITE_KINDS = (frozenset({"approve", "reject"}), frozenset({"win", "lose"}))
"""Kinds of event of which one doer, of one thing, does only one."""
_PARTICLE = re.compile(r"\s+(?:down|through|off|out|up)\b")
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
_IN_TURN = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "open reopen close shut closed",
        "arrest detain jail release free freed",
        "win won lose lost beat beaten",
        "rise rose risen increase climb jump surge gain fall fell fallen decrease drop decline plunge slump shrank",
    )
)
"""Stems of words for what happens in turn: on two days, both may have."""
_BEFORE = re.compile(
    r"\b(?:had(?! (?:an?|the|no|its|his|her|their|to|more|\d))|earlier|previous(?:ly)?|formerly|once|used to|"
    r"the (?:day|week|month|year|season) before|replac\w+)\b",
    re.IGNORECASE,
)
ANOTHER_TIME = 0.5
OTHER_CHARGES = 0.9
"""Strength of another aspect where two verdicts answer different charges; set by hand."""


def compare_opposites(a: Claim, b: Claim) -> list[Finding]:
    """Findings on words that exclude each other, where both claims assert or both deny, and not of two parts of one
    whole: "seven of the 12 voted to convict", "five of the 12 voted to acquit"."""
    one_denies = (a.factuality in DID_NOT) != (b.factuality in DID_NOT)
    if one_denies or most_against_few(a, b) or split_one_whole(a, b) is not None:
        return []
    pairs = _opposite_pairs(a, b)
    same_charge = [(x, y) for x, y in pairs if not on_other_charges(a, b, x, y)]
    if pairs and not same_charge:
        return [_finding(*pairs[0], "beside", OTHER_CHARGES)]
    pairs = same_charge or _opposite_kinds(a, b)
    if not pairs:
        return []
    word_a, word_b = pairs[0]
    rest = _containment_without(a, b, {stem(word_a.text.lower()), stem(word_b.text.lower())})
    return [_finding(word_a, word_b, "conflict", 0.9 * min(1.0, rest + 0.15) * _of_one_time(a, b, word_a, word_b))]


def are_stages(finding: Finding) -> bool:
    """Whether a finding rests on two words for what follows on one another, or happens in turn: "began", "ended"."""
    stems = {stem(told.text.lower()) for told in (finding.a, finding.b) if told is not None}
    return any(stems <= stage for stage in (*_STAGES, *_IN_TURN))


def _finding(x: Span, y: Span, verdict: Verdict, strength: float) -> Finding:
    of_charges = ", of other charges" if verdict == "beside" else ""
    return Finding(
        kind="polarity",
        verdict=verdict,
        strength=strength,
        a=evidence(x, x.text.lower()),
        b=evidence(y, y.text.lower()),
        sentence=f"“{x.text}” against “{y.text}”{of_charges}.",
        mirrored=f"“{y.text}” against “{x.text}”{of_charges}.",
    )


def _of_one_time(a: Claim, b: Claim, x: Span, y: Span) -> float:
    """What is left of a conflict of opposite words where they may follow each other: one claim tells of before ("had
    fallen the week before"), or they are the stages of one story ("the strike began", "it ended after three days")."""
    if (_BEFORE.search(a.quote) is None) != (_BEFORE.search(b.quote) is None):
        return ANOTHER_TIME
    return ANOTHER_TIME if any({stem(w.text.lower()) for w in (x, y)} <= stage for stage in _STAGES) else 1.0


def _opposite_pairs(a: Claim, b: Claim) -> list[tuple[Span, Span]]:
    """Words of `a` with a word of `b` that excludes them, both negated or neither, and none that denies by itself: what
    somebody "refused" or "denied" is compared by the claims' factuality."""
    return [
        (x, y)
        for x, y in opposite_words(a, b)
        if negates(a, x) == negates(b, y)
        and not (denies_itself(a, x) or denies_itself(b, y))
        and not _from_two_sides(a, b, x, y)
        and of_the_same_people(a, b, x, y)
    ]


def _opposite_kinds(a: Claim, b: Claim) -> list[tuple[Span, Span]]:
    """The words for what one doer did, where these are of kinds that exclude each other: "voted down the plan",
    "passed the plan"."""
    if a.event is None or b.event is None or {a.event.kind, b.event.kind} not in _OPPOSITE_KINDS:
        return []
    objects = [
        {word for role in event.roles if role.role == "patient" for word in terms(role.text)}
        for event in (a.event, b.event)
    ]
    of_others = bool(objects[0] and objects[1]) and not objects[0] & objects[1]
    if of_others or not _of_one_doer(a, b) or negates(a) or negates(b):
        return []
    return [(_verb(a), _verb(b))]


def _verb(claim: Claim) -> Span:
    """The word for a claim's event, with its particle: "voted down"."""
    event = claim.event
    assert event is not None
    particle = _PARTICLE.match(claim.quote, event.end - claim.start)
    end = event.end if particle is None else claim.start + particle.end()
    return Span(start=event.start, end=end, text=claim.quote[event.start - claim.start : end - claim.start])


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


def opposite_words(a: Claim, b: Claim) -> list[tuple[Span, Span]]:
    """Words of `a` with a word of `b` that excludes them, where neither claim holds words of both sides; those that
    stand in both claims apart: "lifted the ban", "imposed a ban"."""
    words_a, words_b = _stems(a.quote), _stems(b.quote)
    own_a, own_b = words_a.keys() - words_b.keys(), words_b.keys() - words_a.keys()
    table = opposites()
    return [
        (words_a[x].shifted(a.start), words_b[y].shifted(b.start))
        for x in words_a
        if x in table and x in own_a
        for y in words_b
        if y in table[x] and y in own_b and not table[y] & own_b and not table[x] & own_a
    ]


@functools.lru_cache(maxsize=50_000)
def _stems(quote: str) -> Mapping[str, Span]:
    """Stem of each word, names left out, to its first place in the quote."""
    stems: dict[str, Span] = {}
    for match in LETTERS.finditer(quote):
        if match.start() > 0 and match.group()[0].isupper():
            continue  # part of a name: South Park lies in the north
        key = sense_of(quote, match)
        if key is not None:
            stems.setdefault(key, Span(start=match.start(), end=match.end(), text=match.group()))
    return stems


def _containment_without(a: Claim, b: Claim, left_out: set[str]) -> float:
    bags = [{key: w for key, w in terms(claim.text).items() if key not in left_out} for claim in (a, b)]
    return containment(*bags)
