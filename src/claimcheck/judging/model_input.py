"""What the judge's language model reads: two sentences, equal values in equal words, how far apart their reports are,
and what these are about."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence

import attrs

from claimcheck.claims.gazetteer import find_place, place_relation
from claimcheck.judging.combine import FIGURES
from claimcheck.judging.evidence import Finding
from claimcheck.judging.value_fit import fit_of
from claimcheck.records import Claim, Entity, Evidence, Quantity
from claimcheck.stories.linking.body_keys import is_one_body

UNITS = ((13, 1, "day"), (60, 7, "week"), (700, 30, "month"), (math.inf, 365, "year"))
"""Up to so many days, a distance is told in units of so many days."""
ALIKE = 0.6
"""Likeness from which two texts differ in little."""
NEARLY_EQUAL = 0.85
"""Likeness from which titles are left out."""
FITTING, DOUBTFUL_CONFLICT, NEAR = 0.5, 0.3, 0.2
"""Strength from which a figure is taken to fit, to which a conflict of figures is doubtful, and the share by which two
words for one figure differ at most: set by hand, measured in docs/decisions/0021-figures-that-fit.md."""
SPEAK_AGAINST = ("conflict", "supersede")
WORD = re.compile(r"\w+")
_SIZE = {"city": 0, "state": 1, "country": 2}
LONGEST_TITLE = 100
"""Characters of a title that are read."""


def in_like_words(a: Claim, b: Claim) -> tuple[str, str]:
    """The texts of two claims; where they differ in little else, the second's with the first's words for what is the
    same quantity or the same name: "103 million euros" for "€103 million", "the IMF" for its full name.

    In two sentences that are nearly equal a model takes whatever differs for the point. Where they are not, it reads
    other forms of a value better by itself (docs/decisions/0012-both-questions-either-order.md).
    """
    text = b.text
    for one, other in (*same_quantities(a, b), *same_names(a, b)):
        text = _exchanged(text, other.text, one.text)
    return a.text, text if text != b.text and likeness(a.text, text) >= ALIKE else b.text


def in_fitting_words(a: Claim, b: Claim, findings: Sequence[Finding]) -> Claim | None:
    """The second claim with the first's words for the figures that fit: "just under an hour" for "50 minutes".

    A model of this size does not calculate: it takes "nearly 2,000" and "1,950" for a contradiction. Read so, the two
    claims differ in what else they say, and whether the figures fit is left to what is typed.

    Args:
        a, b: the claims.
        findings: the evidence on them.

    Returns:
        The claim; None where no figure fits in other words, or one conflicts.
    """
    if any(f.kind in FIGURES and f.verdict in SPEAK_AGAINST and f.strength > DOUBTFUL_CONFLICT for f in findings):
        return None
    text = b.text
    for one, other in fitting_quantities(a, b, findings):
        text = _exchanged(text, other.text, _inside(one.text, a.text))
    return None if text == b.text else attrs.evolve(b, text=text)


def fitting_quantities(a: Claim, b: Claim, findings: Sequence[Finding]) -> list[tuple[Quantity, Quantity]]:
    """The quantities of both that tell one figure, by the evidence, each of `a` with that of `b`.

    Two numbers that only do not exclude each other ("at least 14", "31") are not one figure, and neither are a part
    and its whole.
    """
    found = []
    for finding in findings:
        if finding.kind in FIGURES and finding.verdict == "agree" and finding.strength >= FITTING:
            one, other = _quantity_at(a, finding.a), _quantity_at(b, finding.b)
            if one and other and fit_of(one, other) != "apart" and _are_close(one, other):
                found.append((one, other))
    return found


def _quantity_at(claim: Claim, evidence: Evidence | None) -> Quantity | None:
    return next((q for q in claim.quantities if evidence and (q.start, q.end) == (evidence.start, evidence.end)), None)


def _are_close(a: Quantity, b: Quantity) -> bool:
    """Whether some bounds of two quantities differ by at most NEAR of the larger one."""
    of_a, of_b = ([x for x in (q.base_low, q.base_high) if x is not None] for q in (a, b))
    return any(abs(x - y) <= NEAR * max(abs(x), abs(y)) for x in of_a for y in of_b)


def _inside(words: str, text: str) -> str:
    """Words of a text as they would stand inside a sentence: "nearly 2,000", if it begins with "Nearly 2,000"."""
    begins = text.startswith(words) and (words[1:2].islower() or words.startswith("A "))
    return words[0].lower() + words[1:] if begins else words


def _exchanged(text: str, old: str, new: str) -> str:
    """A text with other words for those that stand in it just once."""
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text)]
    return text[: places[0]] + new + text[places[0] + len(old) :] if len(places) == 1 else text


def same_quantities(a: Claim, b: Claim) -> list[tuple[Quantity, Quantity]]:
    """The quantities of `b` that `a` has too, each after the one of `a`."""
    found = []
    for other in b.quantities:
        same = next((one for one in a.quantities if _measured(one) == _measured(other)), None)
        if same is not None:
            found.append((same, other))
    return found


def same_names(a: Claim, b: Claim) -> list[tuple[Entity, Entity]]:
    """The names of `b` that `a` calls otherwise, each after the one of `a`; a pronoun is no name.

    Names that were linked across articles are alike; of others, bodies of two names ("IS", "Isis") are known for one.
    """
    found = []
    for other in _names(b):
        calls = [one for one in _names(a) if one.name == other.name or _is_one_body(one, other)]
        if calls and all(one.text != other.text for one in calls):
            found.append((calls[0], other))
    return found


def _is_one_body(one: Entity, other: Entity) -> bool:
    return one.label == other.label == "organisation" and is_one_body(one.name, other.name)


def _names(claim: Claim) -> list[Entity]:
    return [entity for entity in claim.entities if entity.text[:1].isupper()]


def read_together(
    a: Claim, b: Claim, date_a: dt.date | None, date_b: dt.date | None, title_a: str | None, title_b: str | None
) -> tuple[str, str]:
    """Two claims as the model reads them: `texts` of `in_like_words`, with the titles that are read, and each place
    with what the other claim calls the country or state around it: "Lyon (France)"."""
    text_a, text_b = in_like_words(a, b)
    titles = titles_read(text_a, text_b, title_a, title_b)
    return texts(_located(text_a, a, b), _located(text_b, b, a), date_a, date_b, *titles)


def _located(text: str, claim: Claim, other: Claim) -> str:
    """A claim's text with the country or state that the other claim names behind the first place that lies in it.

    A model of this size knows few cities: it took talks in Lyon and talks in France for a contradiction.
    """
    for around in _places(other):
        if around.text in text:
            continue
        inside = next((place for place in _places(claim) if _lies_in(place.name, around.name)), None)
        if inside is not None:
            named = re.search(rf"(?<!\w){re.escape(inside.text)}(?!\w)", text)
            text = f"{text[: named.end()]} ({around.text}){text[named.end() :]}" if named else text
    return text


def _places(claim: Claim) -> list[Entity]:
    return [entity for entity in claim.entities if entity.label == "place"]


def _lies_in(name: str, around: str) -> bool:
    inner, outer = find_place(name), find_place(around)
    return (
        inner is not None
        and outer is not None
        and _SIZE[inner.level] < _SIZE[outer.level]
        and place_relation(name, around) == "inside"
    )


def titles_read(a: str, b: str, title_a: str | None, title_b: str | None) -> tuple[str | None, str | None]:
    """The titles that are read with two sentences: none where these are nearly equal.

    Titles tell what a sentence leaves out. Two nearly equal sentences leave out the same, and there the titles, which
    differ more than the sentences do, would be taken for the point.
    """
    return (None, None) if likeness(a, b) >= NEARLY_EQUAL else (title_a, title_b)


def in_one_wording(a: Claim, b: Claim) -> bool:
    """Whether two claims have the same words in the same order, but for the form of equal quantities and names; of what
    somebody is said to have said, the statement counts, not who brings it."""
    told = [(a, b)]
    if a.factuality == b.factuality and (a.reported or b.reported):
        told.append((_statement(a), _statement(b)))
    return any(
        first == second
        for x, y in told
        for first, second in (map(_words, in_like_words(x, y)), map(_words, in_like_words(y, x)))
    )


def _statement(claim: Claim) -> Claim:
    return claim if claim.reported is None else attrs.evolve(claim, text=" ".join(claim.reported.text.split()))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def likeness(a: str, b: str) -> float:
    """Share of the words of both that both have (Jaccard), in [0, 1]."""
    words_a, words_b = set(_words(a)), set(_words(b))
    return len(words_a & words_b) / max(1, len(words_a | words_b))


def _measured(q: Quantity) -> tuple[object, ...]:
    bounds = [None if bound is None else round(bound, 6) for bound in (q.base_low, q.base_high)]
    currency = q.unit if q.dimension == "money" else ""
    return (*bounds, q.low_closed, q.high_closed, q.approximate, q.dimension, q.counts, currency)


def texts(
    a: str,
    b: str,
    date_a: dt.date | None,
    date_b: dt.date | None,
    title_a: str | None = None,
    title_b: str | None = None,
) -> tuple[str, str]:
    """Both sentences, each with the distance of its report from the other, and the report's title:

    `(2 days later) [Quake shakes Ludra] The toll rose to 57.`

    Without both dates no distance is told, without both titles no title. The other way round the two texts are the
    same, swapped.
    """
    if title_a and title_b:
        a, b = f"[{_short(title_a)}] {a}", f"[{_short(title_b)}] {b}"
    if date_a is None or date_b is None:
        return a, b
    days = (date_b - date_a).days
    if days == 0:
        return f"(same day) {a}", f"(same day) {b}"
    words = _distance(abs(days))
    sooner, later = f"({words} earlier)", f"({words} later)"
    return (f"{sooner} {a}", f"{later} {b}") if days > 0 else (f"{later} {a}", f"{sooner} {b}")


def _short(title: str) -> str:
    """A title on one line, cut at a word."""
    words = " ".join(title.split())
    return words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rpartition(" ")[0]


def _distance(days: int) -> str:
    size, unit = next((size, unit) for most, size, unit in UNITS if days <= most)
    number = max(1, round(days / size))
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
