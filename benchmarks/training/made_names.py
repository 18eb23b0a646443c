"""Edits of dates and names: another year, month, day or weekday, another form of the same date, another place,
nationality, person or organisation, subject and object swapped."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from benchmarks.training.made_edits import Edit, Sentence, pick, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

E, N, C = "entailment", "neutral", "contradiction"
MONTHS = ("January February March April May June July August September October November December").split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join(MONTHS)
_FULL = re.compile(
    rf"(?<![\w-])(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}}),? (?P<y1>[12]\d{{3}})"
    rf"|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}),? (?P<y2>[12]\d{{3}}))(?![\w-])"
)
_MONTH_YEAR = re.compile(rf"(?<![\w-])(?<!\d )(?P<month>{_MONTH}),? (?P<year>1\d{{3}}|20[0-2]\d)(?![\w-])")
_MONTH_DAY = re.compile(
    rf"(?<![\w-])(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}))"
    r"(?![\w-]|,? \d|(?:st|nd|rd|th))"
)
_YEAR = re.compile(
    r"(?<![\w-])(?P<in>[Ii]n|[Ss]ince|[Ii]n early|[Ii]n late|[Uu]ntil) (?P<year>1[0-9]{3}|20[0-2][0-9])"
    r"(?![\w–-]| [A-Z])"
)
_WEEKDAY = re.compile(rf"(?<=[Oo]n )(?P<day>{'|'.join(DAYS)})(?= |[,.])")
_CENTURY = re.compile(r"(?<![\w-])(?P<n>1\d|[4-9]|20)th(?P<gap>[ -])century(?! [A-Z])")
_CENTURIES = dict(
    enumerate(
        "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth".split(),
        start=4,
    )
)

COUNTRIES = (
    "France Germany Italy Spain Portugal Poland Sweden Norway Finland Denmark Austria Switzerland Belgium Hungary "
    "Romania Bulgaria Greece Turkey Ukraine Russia Japan China India Pakistan Bangladesh Indonesia Malaysia "
    "Thailand Vietnam Australia Canada Mexico Brazil Argentina Chile Peru Colombia Venezuela Cuba Egypt Morocco "
    "Algeria Tunisia Nigeria Ghana Kenya Ethiopia Tanzania Uganda Zambia Zimbabwe Iran Iraq Israel Jordan Lebanon "
    "Syria Afghanistan Nepal Iceland Croatia Serbia Slovakia Slovenia Estonia Latvia Lithuania Albania Cyprus "
    "Malta Bolivia Ecuador Paraguay Uruguay Jamaica Haiti Panama Guatemala Honduras Cambodia Mongolia Kazakhstan "
    "Uzbekistan Georgia Armenia Azerbaijan"
).split()
CITIES = (
    "London,Paris,Berlin,Rome,Madrid,Lisbon,Warsaw,Stockholm,Oslo,Helsinki,Copenhagen,Vienna,Zurich,Geneva,"
    "Brussels,Budapest,Bucharest,Athens,Istanbul,Kiev,Moscow,Tokyo,Beijing,Shanghai,Delhi,Mumbai,Karachi,Lahore,"
    "Dhaka,Jakarta,Bangkok,Sydney,Melbourne,Brisbane,Perth,Toronto,Montreal,Vancouver,Chicago,Boston,Philadelphia,"
    "Detroit,Houston,Dallas,Seattle,Denver,Atlanta,Miami,Baltimore,Pittsburgh,Cleveland,San Francisco,Los Angeles,"
    "San Diego,Cairo,Lagos,Nairobi,Tehran,Baghdad,Jerusalem,Beirut,Damascus,Kabul,Dublin,Belfast,Edinburgh,"
    "Glasgow,Manchester,Liverpool,Birmingham,Leeds,Bristol,Milan,Naples,Turin,Florence,Venice,Barcelona,Valencia,"
    "Munich,Hamburg,Cologne,Frankfurt,Leipzig,Dresden,Amsterdam,Rotterdam,Prague,Lyon,Marseille,Toulouse,Seoul,"
    "Hanoi,Manila,Nashville,Phoenix,Memphis"
).split(",")
STATES = (
    "California,Texas,Florida,Ohio,Illinois,Pennsylvania,Michigan,Georgia,Virginia,Massachusetts,Indiana,"
    "Tennessee,Missouri,Maryland,Wisconsin,Minnesota,Colorado,Alabama,Louisiana,Kentucky,Oregon,Oklahoma,"
    "Connecticut,Iowa,Mississippi,Arkansas,Kansas,Utah,Nevada,New Mexico,Nebraska,Idaho,Maine,New Hampshire,"
    "Montana,Delaware,Alaska,Vermont,Wyoming,New Jersey,North Carolina,South Carolina,Arizona,Hawaii"
).split(",")
NATIONS = (
    "American French German Italian Spanish Portuguese Polish Swedish Norwegian Finnish Danish Austrian Swiss "
    "Belgian Hungarian Romanian Greek Turkish Ukrainian Russian Japanese Chinese Indian Pakistani Indonesian "
    "Australian Canadian Mexican Brazilian Argentine Chilean Peruvian Egyptian Nigerian Kenyan Iranian Iraqi "
    "Israeli Dutch Irish Croatian Serbian Bulgarian Czech Filipino Cuban Colombian"
).split()
_GROUPS: Mapping[str, list[str]] = {
    name: group for group in (STATES, COUNTRIES, CITIES) for name in group if name != "Georgia"
}
_EXCLUSIVE = frozenset(
    "found direct write compose design invent discover win defeat beat kill replace succeed author assassinate".split()
)
_SHARED = frozenset(
    "bear attend play study visit live work travel sign appear praise criticise criticize support speak graduate "
    "retire compete perform participate move return write die say tell use like love enjoy suffer join meet believe "
    "grow start begin".split()
)
_ASYMMETRIC = frozenset(
    "defeat beat replace succeed precede kill acquire assassinate outrank overtake overthrow".split()
)


def date_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    text = sentence.text
    years = [int(y) for y in re.findall(r"(?<!\d)(?:1\d{3}|20[0-2]\d)(?!\d)", text)]
    for match in _FULL.finditer(text):
        month, day = match["m1"] or match["m2"], int(match["d1"] or match["d2"])
        year = int(match["y1"] or match["y2"])
        try:
            date = dt.date(year, MONTHS.index(month) + 1, day)
        except ValueError:
            continue
        at = match.span()
        form = "mdy" if match["m1"] else "dmy"

        def changed(kind: str, new: str, at: tuple[int, int] = at) -> Edit:
            return Edit(kind, C, C, ((*at, new),))

        other = day + rng.choice([n for n in (-9, -3, -2, -1, 1, 2, 3, 10) if 1 <= day + n <= 28] or [-5])
        yield changed("day_changed", _shown(form, year, month, other))
        yield changed("month_changed", _shown(form, year, pick(rng, MONTHS, (month,)), min(day, 28)))
        if len(years) == 1:
            yield changed("year_changed", _shown(form, _other_year(year, rng), month, min(day, 28)))
        same = [_shown(f, year, month, day) for f in ("mdy", "dmy", "ordinal", "abbreviated", "iso")]
        same += [_shown("of", year, month, day)] if text[: at[0]].endswith(("on ", "On ")) else []
        new = pick(rng, same, (match[0],))
        yield Edit("date_format", E, E, ((*at, new),))
        lead = re.search(r"\b([Oo]n )$", text[: at[0]])
        if lead and not sentence.negative:
            into = "In" if lead[1][0] == "O" else "in"
            coarse = rng.choice([f"{into} {month} {year}", f"{into} {year}"])
            yield Edit("date_coarser", E, N, ((lead.start(), at[1], coarse),))
            weekday = f"{lead[1]}{DAYS[date.weekday()]}, "
            if form == "mdy" and year > 1800:
                yield Edit("weekday_added", E, E, ((lead.start(), at[1], weekday + match[0]),))
    for match in _MONTH_YEAR.finditer(text):
        month, year = match["month"], int(match["year"])
        yield Edit("month_changed", C, C, ((*match.span("month"), pick(rng, MONTHS, (month,))),))
        if len(years) == 1:
            yield Edit("year_changed", C, C, ((*match.span("year"), str(_other_year(year, rng))),))
        if len(month) > 4:
            short = "Sept." if month == "September" else f"{month[:3]}."
            yield Edit("date_format", E, E, ((*match.span("month"), short),))
        if text[: match.start()].endswith((" in ", "In ")) and not sentence.negative:
            yield Edit("date_coarser", E, N, ((*match.span(), str(year)),))
    for match in _MONTH_DAY.finditer(text):
        month, day = match["m1"] or match["m2"], int(match["d1"] or match["d2"])
        if not 1 <= day <= 30:
            continue
        form = "md" if match["m1"] else "dm"
        near = pick(rng, [str(n) for n in range(max(1, day - 4), min(28, day + 8))], (str(day),)) if day < 28 else "5"
        yield Edit("day_changed", C, C, ((*match.span(), _shown(form, 0, month, int(near))),))
        yield Edit(
            "month_changed", C, C, ((*match.span(), _shown(form, 0, pick(rng, MONTHS, (month,)), min(day, 28))),)
        )
        yield Edit("date_format", E, E, ((*match.span(), _shown("dm" if form == "md" else "md", 0, month, day)),))
    for match in _YEAR.finditer(text):
        year = int(match["year"])
        if len(years) == 1 and "also" not in sentence.words and "again" not in sentence.words:
            yield Edit("year_changed", C, C, ((*match.span("year"), str(_other_year(year, rng))),))
            event = (
                sentence.root.tag_ in ("VBD", "VBN")
                and not sentence.narrowed
                and sentence.root.lemma_ not in ("be", "have")
            )
            if event and match["in"].lower() == "in" and not re.search(r"(?:19|20)\d0s", text):
                before, after = ("Before", "After") if match["in"][0] == "I" else ("before", "after")
                gap = rng.randint(2, 15)
                around = rng.choice([f"{before} {year + gap}", f"{after} {year - gap}"])
                beside = rng.choice([f"{before} {year - gap}", f"{after} {year + gap}"])
                yield Edit("year_bound", E, N, ((*match.span(), around),))
                yield Edit("year_outside", C, C, ((*match.span(), beside),))
    for match in _WEEKDAY.finditer(text):
        yield Edit("weekday_changed", C, C, ((*match.span(), pick(rng, DAYS, (match["day"],))),))
    for match in _CENTURY.finditer(text):
        number = int(match["n"])
        yield Edit("date_format", E, E, ((*match.span(), f"{_CENTURIES[number]}{match['gap']}century"),))
        others = [n for n in range(max(4, number - 3), min(20, number + 3) + 1) if n != number]
        yield Edit("century_changed", C, C, ((*match.span(), f"{rng.choice(others)}th{match['gap']}century"),))


def _other_year(year: int, rng: random.Random) -> int:
    turned = int(str(year)[:2] + str(year)[3] + str(year)[2])
    others = [turned] if turned != year and abs(turned - year) < 60 and turned <= 2024 else []
    others += [
        y
        for y in (year - rng.randint(1, 3), year + rng.randint(1, 3), year - rng.randint(4, 30), year + 10)
        if y <= 2024
    ]
    return rng.choice(others)


def _shown(form: str, year: int, month: str, day: int) -> str:
    number = MONTHS.index(month) + 1
    suffix = "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    short = month if len(month) < 5 else "Sept." if number == 9 else f"{month[:3]}."
    return {
        "mdy": f"{month} {day}, {year}", "dmy": f"{day} {month} {year}", "ordinal": f"{month} {day}{suffix}, {year}",
        "abbreviated": f"{short} {day}, {year}", "iso": f"{year}-{number:02}-{day:02}",
        "of": f"the {day}{suffix} of {month} {year}", "md": f"{month} {day}", "dm": f"{day} {month}",
    }[form]  # fmt: skip


def place_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    doc, root = sentence.doc, sentence.root
    copular = root.lemma_ == "be" and any(t.dep_ == "attr" for t in root.children)
    past = root.tag_ == "VBD" or any(t.tag_ == "VBD" for t in root.children if t.dep_ in ("aux", "auxpass"))
    if "also" in sentence.words or "including" in sentence.words or sentence.negative:
        return
    for start in range(1, len(doc)):
        for end in (start + 2, start + 1):
            name = doc[start:end].text if end < len(doc) else ""
            group = _GROUPS.get(name)
            if group is None:
                continue
            before, after = doc[start - 1], doc[end]
            alone = sum(sentence.text.count(other) for other in group) == 1 and not after.text[:1].isupper()
            if (
                not alone
                or after.text in ("-", "'s", "and", "or", "'", "–")
                or doc[start].nbor(-1).text in ("and", "New")
            ):
                break
            if after.text == "," and doc[min(end + 1, len(doc) - 1)].text[:1].isupper():
                break  # "in Florence, Kentucky", "in Lyon, Nice and Turin"
            if (
                before.lower_ in ("in", "near", "to", "from")
                and before.dep_ == "prep"
                and ((copular and before.lower_ in ("in", "near")) or (past and before.head == root))
            ):
                yield Edit("place_changed", C, C, ((*sentence.span(start, end), pick(rng, group, (name,))),))
            break
    for token in doc[1:-1]:
        if (
            token.text in NATIONS
            and token.dep_ == "amod"
            and copular
            and token.head.dep_ == "attr"
            and token.head.head == root
        ) and (
            token.nbor().is_lower
            and token.nbor().pos_ in ("NOUN", "ADJ")
            and token.nbor(-1).lower_ in ("a", "an")
            and sentence.subject is not None
        ):
            others = [n for n in NATIONS if n != token.text and {n, token.text} != {"American", "Canadian"}]
            yield Edit("nationality_changed", C, C, (sentence.swap(token.i, token.i + 1, rng.choice(others)),))


def person_edits(sentence: Sentence, rng: random.Random, people: list[str]) -> Iterator[Edit]:
    """Another person: a conflict where only one can have done it, another point where more than one could have."""
    root = sentence.root
    for entity in sentence.doc.ents:
        if entity.label_ != "PERSON" or len(entity) not in (1, 2) or sentence.text.count(entity[-1].text) > 1:
            continue
        head = entity.root
        if not all(t.text.isalpha() and t.text.istitle() for t in entity) or head.i != entity.end - 1:
            continue
        if any(t.dep_ in ("conj", "appos", "cc", "poss", "case") for t in head.children) or head.dep_ in (
            "conj",
            "appos",
            "poss",
            "compound",
        ):
            continue
        if (entity.start and sentence.doc[entity.start - 1].pos_ in ("PROPN", "ADJ", "NOUN")) or len(people) < 10:
            continue
        if any(t.i < entity.start for t in head.subtree) or sentence.negative:
            continue
        if sentence.doc[entity.end].text[:1].isupper() or sentence.doc[entity.end].text in ("-", "("):
            continue
        new = pick(rng, people, (entity.text,))
        if len(entity) == 1:
            new = new.split()[-1]
        at = (*sentence.span(entity.start, entity.end), new)
        verb = head.head
        finite = root.pos_ in ("VERB", "AUX") and "also" not in sentence.words
        if (
            head.dep_ == "pobj"
            and verb.dep_ == "agent"
            and verb.head.lemma_ in _EXCLUSIVE | {"create", "build", "produce", "appoint"}
        ) or (head.dep_ == "nsubj" and verb == root and root.lemma_ in _EXCLUSIVE and finite):
            yield Edit("agent_changed", C, C, (at,))
        elif (
            head.dep_ == "dobj"
            and verb == root
            and root.lemma_ in ("marry", "replace", "succeed", "defeat", "beat")
            and finite
        ):
            yield Edit("patient_changed", C, C, (at,))
        elif (
            head.dep_ in ("nsubj", "nsubjpass")
            and verb == root
            and root.lemma_ in _SHARED
            and finite
            and not _the_only(sentence)
        ):
            yield Edit("other_person", N, N, (at,))


def _head(sentence: Sentence, span: tuple[int, int]) -> Token:
    return sentence.doc[span[0] : span[1]].root


def _the_only(sentence: Sentence) -> bool:
    return not sentence.words.isdisjoint(
        "first only last best most largest president capital champion leader".split()
    ) or any(t.dep_ == "attr" and any(c.lower_ == "the" for c in t.children) for t in sentence.root.children)


def role_edits(sentence: Sentence, rng: random.Random) -> Iterator[Edit]:
    """Subject and object swapped, for verbs that cannot hold both ways; comparisons turned round."""
    root, subject = sentence.root, sentence.subject
    if subject is None or sentence.negative:
        return
    one = subtree(subject)
    other = None
    if root.lemma_ in _ASYMMETRIC:
        if subject.dep_ == "nsubj":
            other = next((subtree(t) for t in root.children if t.dep_ == "dobj"), None)
        else:
            agent = next((t for t in root.children if t.dep_ == "agent"), None)
            other = next((subtree(t) for t in agent.children if t.dep_ == "pobj"), None) if agent is not None else None
    if root.lemma_ == "be":
        than = next(
            (t for t in root.subtree if t.lower_ == "than" and t.head.head == root and t.head.dep_ == "acomp"), None
        )
        other = next((subtree(t) for t in than.children if t.dep_ == "pobj"), None) if than is not None else None
    if one is None or other is None or one[1] > other[0] or one[1] - one[0] > 9 or other[1] - other[0] > 9:
        return
    doc = sentence.doc
    if any(
        t.pos_ == "PRON" and t.lower_ not in ("that", "which", "who") for r in (one, other) for t in doc[r[0] : r[1]]
    ) or doc[other[0]].pos_ in ("NUM",):
        return
    first, second = sentence.span(*one), sentence.span(*other)
    text = sentence.text
    start = text[first[0] : first[1]]
    plural = [
        t.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in t.children)
        for t in (subject, _head(sentence, other))
    ]
    if "," in start or "," in text[second[0] : second[1]] or plural[0] != plural[1]:
        return
    if doc[one[0]].pos_ not in ("DET", "PRON", "PROPN") and one[1] - one[0] == 1:
        return
    lowered = start[0].lower() + start[1:] if first[0] == 0 and sentence.lowerable else start
    upper = text[second[0] : second[1]]
    upper = upper[0].upper() + upper[1:] if first[0] == 0 else upper
    yield Edit("roles_swapped", C, C, ((*first, upper), (*second, lowered)))
    for match in re.finditer(r"\bfrom (\d[\d,.]*\d|\d) to (\d[\d,.]*\d|\d)\b", text):
        yield Edit("direction_swapped", C, C, ((*match.span(1), match[2]), (*match.span(2), match[1])))
