"""Dates that date the article itself: they stand alone on a line, after a label, or in a byline or dateline.

A date inside a sentence ("the law of 4 May 2012") dates an event, and is not a stamp.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

import attrs

from claimcheck.articles.credits import is_outlet
from claimcheck.articles.dates import DateMention, find_dates
from claimcheck.articles.words import words

StampKind = Literal["dateline", "published", "byline", "alone", "updated"]

HEAD_PROSE = 1_500  # characters of prose after which a line of its own no longer belongs to the article's head
PROSE_LINE = 50  # characters from which a line counts as prose; menus and bylines are shorter
TAIL = 1_500  # characters at the end in which a page may still say when it was published

_CLOCK = re.compile(
    r"(?:\bat\s+)?\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?\b)?|\b\d{1,2}\s*[ap]\.?m\.?\b|\b\d{4}\s*(?:hrs|hours|h)\b|\b(?:GMT|UTC|BST"
    r"|CES?T|E[SD]?T|[PMCW][SD]T|[AE]E[SD]T|MSK|IST|JST|SGT|HKT|AWST|Z)\b(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?"
)
_UPDATED = re.compile(r"\b(?:updated|modified|revised|corrected|amended|reviewed|edited|changed|last update)\b", re.I)
_PUBLISHED = re.compile(
    r"\b(?:published|publish(?:ing|ed)? date|publication date|posted|released|release date|issued|filed|dated|date"
    r"|uploaded|created"
    r"|submitted|written|added|aired|broadcast|first seen|sent|pub date)\b",
    re.I,
)
# A date after one of these is another date than the article's.
_OTHER_DATE = re.compile(
    r"\(@|©|copyright|\bphotos?\b|\bpictures?\b|\bimages?\b|\bfile\b|\bcredit\b|\bdeadline\b|\bexpires?\b|\bretrieved\b|\baccessed\b"
    r"|\barchived?\b|\bborn\b|\bdied\b|\bevent\b|\bnext\b|\bsays?:|\bwrote:|\bjoined\b|\bsince\b|\buntil\b|\bfrom\b|\bvalid\b"
    r"|\bdue\b|\bseason\b|\bjoin us\b|\btickets?\b|\brelated\b|\bsee also\b|\beffective\b|\bcomments? by\b"
    r"|\breply\b|\bepisode\b|\bscreen ?shots?\b|\bcorrections?\b|\bclarifications?\b|\bcirculat",
    re.I,
)
_SMALL_WORDS = frozenset(
    words(
        """
    on at by in the of and for from to updated posted published staff writer reporter correspondent editor min
    mins minute minutes read reads time last first edition local issue version am pm a an with no vol and
    """
    )
)
_WORD = re.compile(r"[^\W_][\w'’.&+-]*")
_NOT_A_PLACE = re.compile(
    r"(?:UPDATE|Update|On|In|At|By|Since|The|From|Until|Before|After|As|But|And|When|It|This|That|A|An|During|Last)\b"
)
_PLACE = re.compile(
    r"[A-Z][\w.'’-]*(?:[ ,/-]{1,2}(?:[A-Z][\w.'’-]*|de|del|la|le|of|the|and|al|el|on|sur|am|upon)){0,6}[,.:]?\s*"
    r"(?:\((?P<agency>[^()]{2,40})\)\s*,?\s*)?"
)
_AFTER_DATELINE = re.compile(
    r"\s*[.,]?\s*(?:\((?P<bracketed>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,40})/)\s*(?:[-–—:.]|$|(?=[A-Z\"“‘]))"
    r"|\s*[.,]?\s*(?P<bare>[A-Z][\w.&/ -]{1,30}?)?\s*(?:[-–—]{1,2})\s+(?=\S)"
)
_SENTENCE_AFTER = re.compile(r"\.(?P<bracketed>)(?P<slashed>)(?P<bare>)\s+(?=[A-Z\"“‘])")
_COMMENTS = re.compile(
    r"(?:(?:\d+\s+)?(?:comments?|responses?|replies)(?:\s*\(?\d+\)?)?:?|"
    r"(?:leave|post|add|write)\s+(?:a\s+|your\s+)?(?:reply|comment|response)s?.{0,20}"
    r"|be the first to comment.{0,20}|no comments(?: yet)?:?|join the (?:discussion|conversation)"
    r"|\d+ thoughts? on .{0,200}|discussion"
    r"|(?:related|more|similar|recommended|popular|trending)\s+(?:articles?|stories|story|posts?|news|reading|content|coverage|topics?)"
    r"|(?:more|also) (?:from|on|in|by) .{1,60}|you (?:may|might) also (?:like|be interested in)"
    r"|read (?:more|next|also)|see also|references|notes)\W{0,3}",
    re.I,
)


@attrs.frozen(kw_only=True)
class Stamp:
    """A date that dates the article.

    Attributes:
        kind: "dateline" (beside a source or a place, of the report itself), "published" or "updated" (after
            such a label), "byline" (beside an author), "alone" (nothing else on its line).
        date: the mention; it may be partial ("TRENTO, Oct 3 (Reuters)").
        source: outlet that stands beside it, or "".
        in_head: whether it stands before the body of the article; else it stands at its end.
    """

    kind: StampKind
    date: DateMention
    source: str = ""
    in_head: bool = True

    @property
    def day(self) -> dt.date | None:
        return self.date.earliest if self.date.precision == "day" and self.date.is_day else None


def body_end(text: str) -> int:
    """Where the comments and the links to other articles begin; `len(text)` where there are none."""
    position = 0
    for line in text.splitlines(keepends=True):
        if position > len(text) * 0.3 and _COMMENTS.fullmatch(line.strip()):
            return position
        position += len(line)
    return len(text)


def find_stamps(text: str) -> list[Stamp]:
    """All stamps in `text`, in order. `text` is an article without its comments, or its first and its last part."""
    lines = [line.strip() for line in text.splitlines()]
    stamps: list[Stamp] = []
    prose, position = 0, 0
    for number, line in enumerate(lines):
        position += len(line) + 1
        in_head = prose < HEAD_PROSE
        prose += len(line) if len(line) >= PROSE_LINE else 0
        if not line or not (in_head or position > len(text) - TAIL):
            continue
        previous = lines[number - 1] if number else ""
        following = lines[number + 1] if number + 1 < len(lines) else ""
        stamps += _stamps_of_line(line, previous, following, in_head)
    return stamps


def _stamps_of_line(line: str, previous: str, following: str, in_head: bool) -> Iterator[Stamp]:
    if not re.search(r"\d", line):
        return
    mentions = list(find_dates(line[:400]))
    if not mentions:
        return
    dateline = _dateline(line, mentions[0]) if in_head else None
    if dateline is not None:
        yield dateline
        return
    full = [mention for mention in mentions if mention.precision in ("day", "month")]
    if not full or len(line) > 200 or _OTHER_DATE.search(line) or re.search(r"(?:says?|wrote|said):$", previous):
        return
    rest = _CLOCK.sub(" ", _without(line, full))
    labels = bool(_UPDATED.search(rest) or _PUBLISHED.search(rest))
    words = [word.strip(".'’-") for word in _WORD.findall(_PUBLISHED.sub(" ", _UPDATED.sub(" ", rest)))]
    words = [word for word in words if word]
    names = [word for word in words if word.lower() not in _SMALL_WORDS and not word.isdigit()]
    if any(not name[0].isupper() and name[0].lower() != name[0].upper() for name in names) or len(names) > 8:
        return  # other words in lower case: a sentence
    if len(names) > 3 and not labels and not re.search(r"[|/•·,]|\bby\b", rest, re.I):
        return  # a headline in title case
    label_above = "" if labels or names else previous
    start = 0
    for mention in full:
        lead = line[start : mention.start] or (label_above if len(label_above) <= 30 else "")
        start = mention.end
        if mention.precision == "month" and (len(names) > 3 or labels):
            continue
        yield _stamp(mention, lead, rest, names, (previous, following), in_head)


def _without(line: str, mentions: list[DateMention]) -> str:
    for mention in reversed(mentions):
        line = f"{line[: mention.start]} {line[mention.end :]}"
    return line


def _stamp(
    mention: DateMention, lead: str, rest: str, names: list[str], neighbours: tuple[str, str], in_head: bool
) -> Stamp:
    if _UPDATED.search(lead):
        return Stamp(kind="updated", date=mention, in_head=in_head)
    if _PUBLISHED.search(lead):
        return Stamp(kind="published", date=mention, in_head=in_head)
    if re.match(r"\W*by\b", rest, re.I):
        return Stamp(kind="byline", date=mention, in_head=in_head)
    if names:
        beside = (piece.strip(" ,.-–—()") for piece in re.split(r"\s{2,}|[|•·/,]", rest))
        source = next((piece for piece in beside if is_outlet(piece)), "")
    else:
        source = next((name.strip(" ,") for name in neighbours if _is_credit_line(name)), "")
    return Stamp(kind="dateline" if source and in_head else "alone", date=mention, source=source, in_head=in_head)


def _is_credit_line(line: str) -> bool:
    """ "AFP," above a date: a line with an outlet's name and nothing else, or a name that leads on with a comma."""
    return len(line) <= 40 and (
        is_outlet(line) or bool(re.fullmatch(r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3},", line))
    )


def _dateline(line: str, mention: DateMention) -> Stamp | None:
    """The date in "TRENTO, 3 October 2020 (Reuters) - ..." or "OSLO, Oct 3. /NTB/. ..."; None if there is none."""
    if mention.start > 80 or mention.precision not in ("day", "partial"):
        return None
    before = line[: mention.start]
    place = _PLACE.fullmatch(before)
    if before and (place is None or _NOT_A_PLACE.match(before)):
        return None
    after = _AFTER_DATELINE.match(line, mention.end)
    if after is None and before.rstrip().endswith(",") and mention.precision == "day":
        after = _SENTENCE_AFTER.match(line, mention.end)  # "Lyon, 5 March 2024. Thieves …": no sentence is so short
    if after is None or len(line) - after.end() < 20:
        return None
    agency = (place["agency"] if place else None) or after["bracketed"] or after["slashed"] or after["bare"] or ""
    if not before and not is_outlet(agency):
        return None
    return Stamp(kind="dateline", date=mention, source=agency.strip() if is_outlet(agency) else "")
