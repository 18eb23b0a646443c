"""How likely two quantities measure the same thing: by what they count, what was done, and what stands beside them.

All numbers here are set by hand, and measured together with the rest (docs/decisions/0002-quantities.md).
"""

from __future__ import annotations

import re

from claimcheck.claims.lexicon import event_classes
from claimcheck.claims.quantities.penalties import SENTENCE, SERVED, SOUGHT
from claimcheck.judging.ages import same_owner
from claimcheck.judging.arithmetic import PEOPLE
from claimcheck.judging.aspects import another_aspect, is_whole, part_of, some_of_all
from claimcheck.judging.extents import differ, extent_of
from claimcheck.judging.figures import (
    CASUALTIES,
    is_former,
    is_of_part,
    is_of_series,
    is_partial,
    is_progress,
    is_room,
    is_standing,
    when_so_strong,
)
from claimcheck.judging.groups import AUDIENCE, is_a_group, of_two_groups
from claimcheck.judging.owners import have_other_owners
from claimcheck.judging.value_fit import Fit, fit_of
from claimcheck.records import Claim, Quantity
from claimcheck.records.values import EntityLabel
from claimcheck.stories.names import same_person

ALIGNMENT = {
    "age": 0.75, "category": 0.85, "magnitude": 0.8, "score": 0.8, "length": 0.55, "mass": 0.55, "area": 0.55,
    "volume": 0.55, "speed": 0.6, "temperature": 0.6, "duration": 0.5, "money": 0.5, "percentage": 0.5,
    "percentage points": 0.5, "ordinal": 0.2, "count": 0.2,
}  # fmt: skip
"""How likely two values of a dimension measure the same thing when nothing else is known of them."""

ANOTHER_NOUN, BESIDE_DURATION = 0.15, 0.8
"""What is left of the likelihood where different nouns stand beside two values; and beside two durations, unless both
nouns name what lasts: often it is not the nearest one ("freed after seven hours", "had all passengers out")."""

SAME_EXTENT = 0.7
"""Least likelihood of two depths, lengths, widths or heights; where two things are, it is of many distances."""

TERMS = frozenset("deal contract offer agreement sentence term suspension ban loan lease".split())
"""What has a length that is agreed, of which there may be several: nothing that an event has only one of."""

ONE_OF_SENTENCES = 0.75
"""What is left of the likelihood for two sentences to prison: in one trial several may be passed."""

LEAST_ALIGNMENT = 0.2
"""Below this, two values measure different things, and there is nothing to compare."""

RUNNING = frozenset(
    (
        "die injure survive arrest displace evacuate infect rescue destroy damage disappear miss confirm test "
        "detain count vote raise sell donate hospitalize hospitalise"
    ).split()
)
"""Roles of figures that grow while an event goes on, so that a later report replaces an earlier one."""

OWNED = frozenset({"count", "length", "percentage"})
"""Dimensions of what several have each: points, seats, yards, a share of the votes; not of the people in an event."""

ENDINGS = {verb: {"s", "r", "er", "or"} for verb in "vote strike visit protest demonstrate attend".split()}
"""Endings with which a word still counts the same: votes and voters, shares and shareholders; not mines and miners."""

LIMITS = frozenset("limit maximum cap ceiling threshold".split())
"""What a value may at most be: nobody drove at the speed limit because it is told beside his speed."""

JOBS = frozenset("job post position worker employee staff staffer".split())
"""What goes when an employer cuts: "2,000 jobs will go", "to shed 1,950 workers"."""

RAIN = frozenset("rain rainfall precipitation".split())
"""What is measured as a height of water: "140 mm of rain", "a rainfall of 130 mm"."""

_SUCH_AS = re.compile(r"\s+(?:[\w-]+\s+){1,3}(?:that|who|which)\b")
"""After a figure of things of which more is told."""


def alignment_of(qa: Quantity, qb: Quantity, a: Claim, b: Claim) -> float:
    """How likely two quantities of one dimension measure the same thing, in [0, 1]; 0.0 where they cannot.

    Args:
        qa: a quantity of `a`.
        qb: a quantity of `b`.
        a, b: the claims.
    """
    fit = fit_of(qa, qb)
    if _cannot_be_one(qa, qb, a, b, fit):
        return 0.0
    likely = _by_what_they_count(qa, qb) if qa.dimension != "age" else same_owner(qa, qb, a, b)
    if (extent := extent_of(qa, a)) is not None and extent == extent_of(qb, b) != "distance":
        likely = max(likely, SAME_EXTENT)
    if is_partial(qa, a) or is_partial(qb, b) or (fit != "same" and is_former(qa, a) != is_former(qb, b)):
        likely *= 0.3
    if qa.dimension == "count" and (is_room(qa, a) != is_room(qb, b) or is_of_part(qa, a) != is_of_part(qb, b)):
        likely *= 0.3
    if (qa.counts in LIMITS) != (qb.counts in LIMITS):
        likely *= 0.2
    if _name_others(a, b, "organisation") or (qa.dimension == "money" and _name_others(a, b, "person")):
        likely *= 0.4
    if qa.dimension in OWNED and not {qa.counts, qb.counts} & PEOPLE and have_other_owners(qa, qb, a, b):
        likely *= 0.2
    if qa.dimension == "duration" and fit == "apart" and (_is_of_another(qa, b) or _is_of_another(qb, a)):
        likely *= 0.5
    if qa.counts == qb.counts == SENTENCE:
        likely *= ONE_OF_SENTENCES
    alone = all(sum(q.dimension == qa.dimension for q in claim.quantities) == 1 for claim in (a, b))
    likely += 0.1 * alone + 0.2 * (qa.dimension == "duration" and bool(a.event_kinds & b.event_kinds))
    return min(0.97, likely)


def _cannot_be_one(qa: Quantity, qb: Quantity, a: Claim, b: Claim, fit: Fit) -> bool:
    """Whether two quantities measure different things for sure."""
    if qa.dimension == "money" and qa.unit != qb.unit:
        return True
    if of_two_groups(qa, qb):
        return True  # "five men", "three women"
    if qa.counts != qb.counts and {qa.counts, qb.counts} & {SERVED, SOUGHT}:
        return True  # "served five years", "was sentenced to nine"
    if (fit != "same" and some_of_all(qa, qb, a, b)) or (fit == "apart" and another_aspect(qa, qb, a, b)):
        return True  # "94 of the 175 seats" are the 94 that the other has
    if fit == "apart" and is_former(qa, a) != is_former(qb, b):
        return True  # "cut to 3.5 percent", "cut from 4 percent"
    if is_progress(qa, a) != is_progress(qb, b):
        return True  # "with 38 percent of ballots counted", "won 54 percent of the vote"
    if _is_all_of_others(qa, qb, a, b) or _is_all_of_others(qb, qa, b, a):
        return True  # 40 of "12 of the 40 hostages were freed" are not those that were
    same_role = bool(qa.role) and qa.role == qb.role
    if qa.dimension == "count" and _is_none(qa) != _is_none(qb) and not same_role:
        return True  # "nobody survived", "all nine were killed"
    if qa.role and qb.role and not same_role and {qa.role, qb.role} <= RUNNING | set(event_classes().values()):
        return True
    if qa.dimension in {"category", "magnitude"} and when_so_strong(a) != when_so_strong(b):
        return True
    if differ(extent_of(qa, a), extent_of(qb, b)):
        return True  # how deep, and how wide
    if qa.dimension != "score":
        return False
    standing = is_standing(qa, a) or is_standing(qb, b)
    return standing or (fit == "apart" and is_of_series(qa, a) != is_of_series(qb, b))


def _by_what_they_count(qa: Quantity, qb: Quantity) -> float:
    """How likely they measure the same by dimension, role and noun alone; above 1 where all three are the same."""
    likely = ALIGNMENT.get(qa.dimension, 0.5)
    same_role = bool(qa.role) and qa.role == qb.role
    if same_role:
        likely += 0.4
    if qa.counts and qb.counts:
        if same_thing(qa.counts, qb.counts):
            likely += 0.35
        elif not same_role:
            both_last = _lasts(qa.counts) and _lasts(qb.counts)
            likely *= ANOTHER_NOUN if qa.dimension != "duration" or both_last else BESIDE_DURATION
        elif qa.role not in CASUALTIES:
            likely *= 0.4
    elif qa.dimension in {"count", "ordinal"} and not same_role:
        likely *= 0.5
    return likely


def _is_all_of_others(whole: Quantity, q: Quantity, a: Claim, b: Claim) -> bool:
    """Whether a figure is that of all, some of which did or suffered what all of the other figure did."""
    part, classes = part_of(whole, a), event_classes()
    if part is None or part.role is None or q.role is None or is_whole(q, b):
        return False
    if _SUCH_AS.match(a.quote, whole.end - a.start):
        return False  # "eight of the 11 drones that attacked": all of them did
    return classes.get(part.role, part.role) == classes.get(q.role, q.role)


def _name_others(a: Claim, b: Claim, label: EntityLabel) -> bool:
    """Whether both claims name organisations, or people beside who speaks, and none of the same."""
    names_a, names_b = (
        [e.name for e in claim.entities if e.label == label and e.name != _speaker(claim)] for claim in (a, b)
    )
    same = same_person if label == "person" else _is_equal
    return bool(names_a) and bool(names_b) and not any(same(one, other) for one in names_a for other in names_b)


def _is_equal(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _speaker(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker is not None else None


def same_thing(x: str, y: str) -> bool:
    """Whether two nouns, as lemmas, count the same: "person" and "victim", "vote" and "voter", "share" and "shares"."""
    classes = event_classes()
    if x == y or any({x, y} <= words for words in (PEOPLE, JOBS, AUDIENCE, RAIN)):
        return True
    if x in classes and classes.get(x) == classes.get(y):
        return True
    short, long = sorted((x, y), key=len)
    return len(short) >= 4 and long.startswith(short) and long[len(short) :] in ENDINGS.get(short, {"s", "holder"})


def _is_of_another(q: Quantity, other: Claim) -> bool:
    """Whether a duration is told of a thing that the other claim does not name: "the clip runs for three minutes"."""
    if q.counts is None or _lasts(q.counts) or q.counts in PEOPLE or is_a_group(q.counts) or q.counts[:1].isupper():
        return False
    return not any(same_thing(q.counts, word) for word in re.findall(r"[a-z]+", other.text.lower()))


def _lasts(noun: str) -> bool:
    """Whether a noun names what has a length itself: a strike, a contract."""
    return noun in TERMS or noun in event_classes()


def _is_none(q: Quantity) -> bool:
    return q.low == q.high == 0.0
