"""Edits of numbers: changed, bounded, rounded, written otherwise, in another unit, in another currency; ordinals."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.training.made_edits import NAMES, Edit, Sentence
from claimcheck.claims.units import UNITS, find_unit
from claimcheck.records.values import Quantity

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_COMPARATORS = {
    "more than": ">", "over": ">", "above": ">", "at least": ">=", "less than": "<", "fewer than": "<", "under": "<",
    "below": "<", "at most": "<=", "up to": "<=", "no more than": "<=",
}  # fmt: skip
_ABOUT = re.compile(r"(?:about|around|approximately|roughly|some|nearly|almost|an estimated|just over|just under)\s")
_OPEN = re.compile(r" \d| (?:through|to|and|or) \d|[^,.]{0,30} or (?:fewer|more|less)\b")
_NOT_ORDINAL = frozenset("and or to half of place past most".split())
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CONVERTED = {
    "kilometre": ("miles", "metres"), "mile": ("kilometres", "km"), "metre": ("feet",),
    "foot": ("metres", "m"), "inch": ("centimetres", "cm"), "centimetre": ("inches", "millimetres"),
    "yard": ("metres",), "kilogram": ("pounds", "kg"), "pound": ("kilograms", "kg"), "tonne": ("kilograms",),
    "hectare": ("acres",), "acre": ("hectares",), "square mile": ("square kilometres",),
    "square kilometre": ("square miles",), "litre": ("gallons",), "gallon": ("litres",), "hour": ("minutes",),
    "minute": ("seconds",), "day": ("hours",), "week": ("days",), "decade": ("years",), "year": ("months",),
    "kilometre per hour": ("miles per hour", "mph"), "mile per hour": ("kilometres per hour", "km/h"),
}  # fmt: skip
_CONFUSED = {
    "kilometre": ("miles", "metres"), "mile": ("kilometres", "yards"), "metre": ("feet", "kilometres", "yards"),
    "foot": ("metres", "yards"), "inch": ("centimetres", "feet"), "centimetre": ("inches", "metres"),
    "kilogram": ("pounds", "tonnes"), "pound": ("kilograms",), "tonne": ("kilograms",), "hectare": ("acres",),
    "acre": ("hectares",), "hour": ("days", "minutes"), "minute": ("hours", "seconds"), "day": ("weeks", "months"),
    "week": ("months", "days"), "month": ("years", "weeks"), "year": ("months", "weeks", "decades"),
    "square mile": ("square kilometres", "acres"), "square kilometre": ("square miles", "hectares"),
}  # fmt: skip


def to_words(number: int) -> str:
    """A number below 100 in words."""
    if number < 20:
        return _ONES[number]
    ten, one = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_ONES[one]}" if one else "")


_WORDS = {to_words(number): number for number in range(2, 100)}
_WORDED = re.compile(r"(?<![\w-])(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")(?![\w-])", re.I)


def written(value: float, like: str) -> str:
    """A number in the way another one is written: words, thousands separators, decimals."""
    if not like[0].isdigit():
        return to_words(round(value)) if value == round(value) and value < 100 else f"{value:,.0f}"
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in like or value >= 10_000 else f"{value:.{decimals}f}"


class _Core:
    """The number inside a quantity: where it stands, how it is written, what it is worth."""

    def __init__(self, sentence: Sentence, quantity: Quantity) -> None:
        inside = quantity.text
        found = list(_DIGITS.finditer(inside)) or list(_WORDED.finditer(inside))
        self.sole = len(found) == 1
        if not self.sole:
            return
        self.text = found[0][0]
        self.start = quantity.start + found[0].start()
        self.end = self.start + len(self.text)
        worded = self.text.lower() in _WORDS
        self.value = float(_WORDS[self.text.lower()] if worded else self.text.replace(",", ""))
        self.worded = worded
        after = re.match(r"\s?(hundred|thousand|million|billion)\b", sentence.text[self.end :])
        self.scale = after[1] if after else ""
        self.scale_end = self.end + (after.end() if after else 0)
        before = sentence.text[max(0, self.start - 40) : self.start]
        self.about = bool(_ABOUT.search(before.lower()[-18:])) or quantity.approximate
        lead = before.lower().rstrip("$€£ ")
        self.comparator = next(
            (c for c in sorted(_COMPARATORS, key=len, reverse=True) if re.search(rf"\b{c}$", lead)), ""
        )
        sign = re.search(r"[$€£]$", before)
        self.lead = self.start - (1 if sign else 0)
        self.plain = self.lead == 0 or bool(
            re.search(r"(?:^|[a-z,)] )$", before[: len(before) - (1 if sign else 0)])
            and not re.search(r"\b(?:the|a|an|his|her|their|its|these|those|another|than|least|most|to|between|from|"
                              r"over|under|and|or|only|about|around|nearly|almost|some|roughly|approximately|just|total|all|"
                              r"first|last|every|exactly|of|at|as|number|age|grades|['’]s)\s*$", lead)
        )  # fmt: skip
        rest = sentence.text[self.end :]
        self.free = not rest.startswith(("-", "–", ":", "/", "'")) and not _OPEN.match(rest)
        self.doubled = bool(re.match(r"[^,.;]{0,25} \(", sentence.text[quantity.end :]) or before.endswith("("))
        span = sentence.doc.char_span(self.start, self.end, alignment_mode="expand")
        self.counts = span is not None and span[-1].dep_ == "nummod" and span[-1].head.tag_ in ("NNS", "NNPS")
        alone = span is not None and span[-1].dep_ in ("attr", "pobj", "dobj") and self.value >= 20
        self.before_be = span is not None and span[-1].dep_ == "attr"
        self.sound = self.counts or alone or quantity.dimension not in ("count", "magnitude") or bool(quantity.unit)
        self.named = span is None or any(
            t.ent_type_ in NAMES or (t.i + 1 < len(sentence.doc) and t.nbor().text[:1].isupper())
            or (t.i and t.nbor(-1).text[:1].isupper() and t.i > 1 and t.nbor(-1).lower_ not in _COMPARATORS)
            for t in span
        )  # fmt: skip


def _others(core: _Core, rng: random.Random, far: bool, percent: bool) -> list[float]:
    decimals = 0 if core.worded else len(core.text.partition(".")[2])
    grain = 10.0**-decimals
    if not decimals:
        while core.value >= grain * 10 and core.value % (grain * 10) == 0:
            grain *= 10
    steps = round(core.value / grain)
    made = [round(steps * rng.uniform(0.3, 0.6)), round(steps * rng.uniform(1.5, 2.6)), steps * 3, steps * 2]
    if not far:
        made += [steps + rng.randint(1, 3), steps - rng.randint(1, 3), round(steps * rng.uniform(1.1, 1.4)),
                 round(steps * rng.uniform(0.7, 0.9))]  # fmt: skip
        if steps >= 12:
            made.append(int(str(steps)[::-1]) if steps < 100 else int(str(steps)[1::-1] + str(steps)[2:]))
    gap = 0.35 if far else 0.04
    kept = {round(step * grain, decimals) for step in made if step >= 2 or (step > 0 and grain != 1)}
    return sorted(
        v for v in kept
        if abs(v - core.value) > gap * core.value and v > 1 and (not percent or v <= 100) and len(f"{v:.0f}") < 9
        and (not core.worded or v < 100)
    )  # fmt: skip


def number_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    for quantity in sentence.quantities:
        core = _Core(sentence, quantity)
        if (
            not core.sole
            or core.named
            or not core.sound
            or core.value <= 1
            or quantity.dimension in ("ordinal", "category", "score")
        ):
            continue
        kind = {"percentage": "percent", "money": "money"}.get(quantity.dimension, "number")
        yield from _changed(sentence, core, rng, kind)
        if not sentence.negative:
            yield from _bounded(sentence, core, quantity, rng)
        yield from _rewritten(sentence, core, quantity, rng)
        yield from _other_unit(sentence, core, quantity, rng)


def _changed(sentence: Sentence, core: _Core, rng: random.Random, kind: str) -> Iterator[Edit]:
    if core.comparator:
        return
    values = _others(core, rng, core.about, kind == "percent")
    for value in rng.sample(values, min(2, len(values))):
        new = written(value, core.text)
        if not core.worded and not core.scale and core.free and value == round(value) < 13 and rng.random() < 0.3:
            new = to_words(round(value)) if kind == "number" else new
        new = new[0].upper() + new[1:] if core.start == 0 else new
        yield Edit(f"{kind}_changed", "contradiction", "contradiction", ((core.start, core.end, new),))
    scales = [s for s in ("thousand", "million", "billion") if s != core.scale]
    if core.scale in ("thousand", "million", "billion"):
        at = (core.end + 1, core.scale_end, rng.choice(scales))
        if sentence.text[core.end] == " ":
            yield Edit("scale_changed", "contradiction", "contradiction", (at,))
    for sign, others in (("$", "€£"), ("€", "$£"), ("£", "$€")):
        if sentence.text[core.lead] == sign and sentence.text[core.lead - 1] == " ":
            at = (core.lead, core.start, rng.choice(others))
            yield Edit("currency_changed", "contradiction", "contradiction", (at,))


def _bounded(sentence: Sentence, core: _Core, quantity: Quantity, rng: random.Random) -> Iterator[Edit]:
    """Bounds, by logic: an exact value inside one entails it, outside contradicts it; a bound says nothing exact."""
    if not core.free or core.doubled or quantity.dimension == "age" or not (core.counts or quantity.unit):
        return
    text, value, start = sentence.text, core.value, core.lead
    sign = text[core.lead : core.start]
    inside, outside = "entailment", "contradiction"
    count = quantity.dimension == "count"
    fewer = "fewer than" if count else "less than"
    grain = _grain(core)

    def number(factor: float, *, up: bool) -> str | None:
        made = round(value * factor / grain) * grain
        made = made if made != value else value + (grain if up else -grain)
        if made < 2 or (quantity.dimension == "percentage" and made >= 100) or (up and made <= value):
            return None
        return sign + written(made, core.text if not core.worded else (core.text if made < 100 else "1"))

    def edit(kind: str, forward: str, backward: str, lead: str, factor: float, *, up: bool) -> Iterator[Edit]:
        new = number(factor, up=up)
        if new is not None:
            lead_in = lead[0].upper() + lead[1:] if start == 0 else lead
            yield Edit(kind, forward, backward, ((start, core.end, f"{lead_in} {new}"),))

    if core.comparator:
        at = text.lower().rfind(core.comparator, 0, core.start)
        way = _COMPARATORS[core.comparator]
        lower = way.startswith(">")
        capital = text[at].isupper()

        def bound(kind: str, forward: str, backward: str, lead: str, new: str | None) -> Iterator[Edit]:
            if new is not None:
                whole = f"{lead} {new}".strip()
                whole = whole[0].upper() + whole[1:] if capital else whole
                yield Edit(kind, forward, backward, ((at, core.end, whole),))

        same = sign + text[core.start : core.end]
        opposite = rng.choice(["less than", fewer] if lower else ["more than", "over"])
        if way in "<>" and core.comparator not in ("above", "below"):
            yield from bound("comparator_changed", outside, outside, opposite, same)
            twin = {">": ["more than", "over"], "<": ["less than", fewer, "under"]}[way]
            others = [t for t in twin if t != core.comparator]
            if core.comparator in twin and others:
                yield from bound("comparator_same", "entailment", "entailment", rng.choice(others), same)
        out = number(rng.uniform(0.5, 0.85) if lower else rng.uniform(1.2, 1.8), up=not lower)
        fit = number(rng.uniform(1.1, 1.5) if lower else rng.uniform(0.6, 0.9), up=lower)
        if core.comparator not in ("above", "below"):
            yield from bound("bound_outside", outside, outside, "", out)
            yield from bound("bound_inside", "neutral", inside, "", fit)
            yield from bound("bound_moved", "neutral", inside, core.comparator, fit)
        return
    if not core.plain or core.about or core.scale == "hundred":
        return
    over, least = rng.choice(["more than", "over", "at least"]), rng.choice(["more than", "at least"])
    under, most = rng.choice([fewer, "under"]), rng.choice([fewer, "no more than", "at most", "up to"])
    yield from edit("bound_around", inside, "neutral", over, rng.uniform(0.55, 0.9), up=False)
    yield from edit("bound_around", inside, "neutral", under, rng.uniform(1.15, 1.8), up=True)
    yield from edit("bound_outside", outside, outside, least, rng.uniform(1.2, 1.9), up=True)
    yield from edit("bound_outside", outside, outside, most, rng.uniform(0.5, 0.85), up=False)


def _grain(core: _Core) -> float:
    if "." in core.text:
        return float(10.0 ** -len(core.text.partition(".")[2]))
    grain = 1.0
    while core.value >= grain * 100 or (core.value >= grain * 10 and core.value % (grain * 10) == 0 and grain < 10):
        grain *= 10
    return grain


def _rewritten(sentence: Sentence, core: _Core, quantity: Quantity, rng: random.Random) -> Iterator[Edit]:
    same, text, value = "entailment", sentence.text, core.value
    counted = quantity.dimension in ("count", "duration", "length") and not core.scale
    if core.free and core.worded and counted:
        yield Edit("digits_words", same, same, ((core.start, core.end, f"{value:.0f}"),))
    elif core.free and core.text.isdigit() and value < 100 and counted and text[core.start - 1] == " ":
        word = to_words(int(value))
        if value == 12 and core.plain and quantity.dimension == "count" and rng.random() < 0.6:
            word = "a dozen"
        yield Edit("digits_words", same, same, ((core.start, core.end, word),))
    spelled = text[core.end : quantity.end].strip()
    if quantity.dimension == "percentage" and spelled in ("%", "percent", "per cent") and not core.worded:
        new = rng.choice([s for s in ("%", " percent", " per cent") if s.strip() != spelled])
        yield Edit("percent_sign", same, same, ((core.start, quantity.end, core.text + new),))
    if core.scale in ("million", "billion") and not core.worded and value * _SCALES[core.scale] < 1e8:
        whole = value * _SCALES[core.scale]
        if text[core.end] == " ":
            yield Edit("scale_written", same, same, ((core.start, core.scale_end, f"{whole:,.0f}"),))
    if not core.scale and value >= 1e6 and value % 1e4 == 0 and not core.worded:
        yield Edit("scale_written", same, same, ((core.start, core.end, f"{value / 1e6:g} million"),))
    plain = (
        core.plain
        and core.free
        and not core.doubled
        and not core.worded
        and not core.scale
        and not core.about
        and not core.comparator
    )
    fits = core.counts or bool(quantity.unit) or core.before_be
    if plain and fits and value >= 101 and not sentence.negative and quantity.dimension != "age":
        grain = 10 ** (len(f"{value:.0f}") - 2)
        down, up, near = (int(f(value / grain) * grain) for f in (_floor, _ceil, round))
        sign = text[core.lead : core.start]
        options = [(rng.choice(["about", "around", "roughly"]), near)]
        options += [(rng.choice(["more than", "over"]), down)] * 2 if down < value else []
        options += [("nearly", up), ("almost", up)] if value < up < value * 1.04 else []
        lead, rounded = rng.choice(options)
        if rounded != value and len(str(rounded).rstrip("0")) < len(f"{value:.0f}".rstrip("0")):
            shown = f"{rounded:,}" if rounded >= 10_000 or "," in core.text else str(rounded)
            lead = lead[0].upper() + lead[1:] if core.lead == 0 else lead
            yield Edit("rounded", same, "neutral", ((core.lead, core.end, f"{lead} {sign}{shown}"),))


def _floor(value: float) -> int:
    return int(value)


def _ceil(value: float) -> int:
    return -int(-value // 1)


def _other_unit(sentence: Sentence, core: _Core, quantity: Quantity, rng: random.Random) -> Iterator[Edit]:
    unit = quantity.unit
    spelled = sentence.text[core.end : quantity.end].strip()
    found = find_unit(spelled)
    if (unit not in _CONFUSED and unit not in _CONVERTED) or not core.free or core.doubled or core.scale:
        return
    if (
        found is None
        or found.name != unit
        or core.value < 2
        or sentence.text[core.end] != " "
        or quantity.end > len(sentence.text) - 1
    ):
        return
    following = next((t for t in sentence.doc if t.idx >= quantity.end), None)
    if following is not None and following.pos_ in ("NOUN", "PROPN", "NUM"):
        return  # "the 3000 metres steeplechase"
    if (
        quantity.dimension == "age"
        or sentence.text[quantity.end] in "-'/"
        or re.match(r" (?:old|per|of age|ago)", sentence.text[quantity.end :])
    ):
        return
    for name in rng.sample(_CONFUSED.get(unit, ()), min(1, len(_CONFUSED.get(unit, ())))):
        at = (core.start, quantity.end, f"{sentence.text[core.start : core.end]} {name}")
        yield Edit("unit_changed", "contradiction", "contradiction", (at,))
    for name in _CONVERTED.get(unit, ()):
        target = find_unit(name)
        if target is None or target.dimension != UNITS[unit].dimension or (unit == "year" and core.value > 3):
            continue
        if (unit in ("day", "minute", "hour") and core.value > 10) or core.comparator in ("above", "below"):
            continue
        value = core.value * UNITS[unit].scale / target.scale
        if target.name == unit or value <= 1.2:
            continue
        exact = abs(value - round(value)) < 1e-6 and value < 1e5
        digits = 3 if value < 1000 else 2
        shown = _shown(value, None if exact else digits)
        wrong = _shown(value * rng.choice([0.4, 0.5, 0.6, 1.5, 1.8, 2.5]), None if exact else digits)
        same, conflict = "entailment", "contradiction"
        yield Edit("unit_converted", same, same, ((core.start, quantity.end, f"{shown} {name}"),))
        yield Edit("unit_misconverted", conflict, conflict, ((core.start, quantity.end, f"{wrong} {name}"),))


def _shown(value: float, digits: int | None) -> str:
    if digits is None:
        return f"{round(value):,}"
    value = float(f"{value:.{digits}g}")
    return f"{value:,.0f}" if value >= 100 or value == round(value) else f"{value:g}"


def ordinal_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    conflict = "contradiction"
    for token in sentence.doc[:-2]:
        following = token.nbor()
        if token.lower_ in _ORDINALS and token.is_lower and token.i and following.is_lower and following.is_alpha:
            owned = token.nbor(-1).lower_ in ("the", "his", "her", "its", "their")
            if not owned or following.lower_ in _NOT_ORDINAL or sentence.negative:
                continue
            if following.pos_ == "NUM" or following.tag_ == "JJS" or token.dep_ != "amod" or token.ent_type_ in NAMES:
                continue
            if sum(word in sentence.words for word in _ORDINALS) > 1:
                continue
            at = _ORDINALS.index(token.lower_)
            new = _ORDINALS[rng.choice([i for i in range(max(0, at - 2), min(12, at + 4)) if i != at])]
            yield Edit("ordinal_changed", conflict, conflict, (sentence.swap(token.i, token.i + 1, new),))
