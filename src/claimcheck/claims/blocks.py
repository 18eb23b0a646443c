"""Article text to blocks: paragraphs of the body, and what else stands on the page, each with its exact range.

A block is one paragraph: a line of its own, or several lines where the text was wrapped by hand.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator

import attrs
from rapidfuzz import fuzz

from claimcheck.articles.language import ENGLISH, classifier
from claimcheck.claims import furniture as f
from claimcheck.claims.checkable import MAX_SENTENCE, TOO_LONG
from claimcheck.records import Article

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s|$)""")
_SENTENCE_BREAK = re.compile(r"""[^\W\d_]{2}[.!?…]["'”’»)\]]*\s+["'“‘«(]?[A-Z]""")
_BLANK = r"\s\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\ufeff"
_STRIP = re.compile(rf"^[{_BLANK}]*(.*?)[{_BLANK}]*$", re.DOTALL)

MAX_BLOCK = 5_000
"""Characters given to the parser at once: its memory grows with them."""
MAX_WRAP = 110
"""Longest line, in characters, that still counts as wrapped by hand."""
REPEATED_LINE = 200
"""Longest line, in characters, whose second occurrence is taken for page furniture."""
LISTED_LINES = 3
"""Fewest lines of a list of several sentences."""
LISTED_SHARE = 0.5
"""Share of its lines that end as a sentence does."""
TITLE_SIMILARITY = 90.0
"""rapidfuzz ratio in [0, 100] from which a line repeats the title."""

ENGLISH_SHARE = 0.08
"""Share in [0, 1] of English function words from which a line is read whatever else is in it."""
LANGUAGE_LENGTH = 60
"""Characters below which the identifier is not reliable; only the script is looked at then."""
LANGUAGE_CERTAINTY = 0.995
"""Probability in [0, 1] from which the identifier is believed that a line is in a language not asked for."""


@attrs.frozen
class Block:
    """A range of the article's text. `reason` says why it holds no claims; None for the body."""

    start: int
    end: int
    reason: str | None = None


@attrs.frozen
class _Line:
    start: int
    end: int
    text: str
    blank_before: bool


def find_blocks(
    text: str, *, title: str = "", languages: Collection[str] = ("en",), limit: int | None = None
) -> list[Block]:
    """Blocks of a text, in order, not overlapping; white space between them belongs to none.

    Args:
        text: the article's text.
        title: its title, "" where unknown.
        languages: ISO 639-1 codes to read; lines in others get the reason "other language". Empty reads all.
        limit: only the first so many characters are looked at.
    """
    lines = list(_lines(text if limit is None else text[:limit]))
    groups = ([line] for line in lines) if _is_list(lines) else _unwrap(lines)
    blocks = list(_classify(groups, "" if _is_list(lines) else title, frozenset(languages)))
    return [piece for block in blocks for piece in _cut(text, _unless_endless(text, block))]


def _unless_endless(text: str, block: Block) -> Block:
    """Prose has full stops: a longer block without any is a table or noise, and is not worth parsing."""
    endless = block.reason is None and block.end - block.start > MAX_SENTENCE
    if endless and not _SENTENCE_END.search(text, block.start, block.end):
        return attrs.evolve(block, reason=TOO_LONG)
    return block


def is_list_of_sentences(text: str, *, limit: int | None = None) -> bool:
    """Whether a text is a list of sentences, one a line: no blank line, no wrapping, most lines end in a full stop. One
    sentence that is the whole text is one of itself.

    Such texts come from corpora and from wires; there is no layout that could set a heading apart.
    """
    lines = list(_lines(text if limit is None else text[:limit]))
    return _is_list(lines)


def _is_list(lines: list[_Line]) -> bool:
    if len(lines) == 1:
        return _SENTENCE_BREAK.search(lines[0].text) is None
    if len(lines) < LISTED_LINES or any(line.blank_before for line in lines[1:]) or _wrap_width(lines) is not None:
        return False
    ended = sum(f.FINAL_PUNCTUATION.search(line.text) is not None for line in lines)
    several = sum(_SENTENCE_BREAK.search(line.text) is not None for line in lines)
    return ended >= LISTED_SHARE * len(lines) and several <= (1.0 - LISTED_SHARE) * len(lines)


def blocks_of(article: Article, *, languages: Collection[str], limit: int) -> list[Block]:
    """`find_blocks` of an article."""
    return find_blocks(article.text, title=article.title, languages=languages, limit=limit)


def _lines(text: str) -> Iterator[_Line]:
    previous_end = 0
    for match in _LINE.finditer(text):
        inner = _STRIP.match(match.group())
        assert inner is not None
        start, end = match.start() + inner.start(1), match.start() + inner.end(1)
        if start >= end:
            continue
        gap = text[previous_end:start]
        breaks = len(re.findall(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", gap))
        yield _Line(start, end, text[start:end], blank_before=breaks > 1 or previous_end == 0)
        previous_end = end


def _unwrap(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Group lines into paragraphs. Lines are joined where the text is wrapped by hand, or where a line goes on
    in lower case after one that does not end."""
    width = _wrap_width(lines)
    group: list[_Line] = []
    for line in lines:
        if group and not line.blank_before and _goes_on(group[-1], line, width):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _wrap_width(lines: list[_Line]) -> int | None:
    """The column at which a text is wrapped by hand, or None where its lines are paragraphs."""
    following = [(a, b) for a, b in itertools.pairwise(lines) if not b.blank_before]
    if len(following) < 3:
        return None
    width = max(len(line.text) for line in lines)
    if not 40 <= width <= MAX_WRAP:
        return None
    full = sum(_would_not_fit(a, b, width) for a, b in following)
    return width if full >= 0.7 * len(following) else None


def _would_not_fit(line: _Line, following: _Line, width: int) -> bool:
    # Three characters of tolerance: editors differ on trailing white space and on hyphens.
    return len(line.text) + 1 + len(following.text.split()[0]) > width - 3


def _goes_on(line: _Line, following: _Line, width: int | None) -> bool:
    if f.furniture(following.text) or f.furniture(line.text):
        return False
    if width is not None and _would_not_fit(line, following, width):
        return not f.LEADING_MARK.match(following.text)
    ends = f.FINAL_PUNCTUATION.search(line.text)
    return not ends and following.text[0].islower() and f.words_in(line.text) > 2


def _classify(groups: Iterator[list[_Line]], title: str, languages: frozenset[str]) -> Iterator[Block]:
    paragraphs = list(groups)
    texts = [" ".join(line.text for line in group) for group in paragraphs]
    reasons = [f.furniture(text) for text in texts]
    counts = Counter(_key(text) for text in texts)
    seen: set[str] = set()
    total = sum(len(text) for text in texts)
    before = 0
    after_story = False
    for i, (group, text) in enumerate(zip(paragraphs, texts, strict=True)):
        key = _key(text)
        if f.FOOTER_OF_POST.match(text) and i and not reasons[i - 1] and not group[0].blank_before:
            reasons[i - 1] = f.EMBED
        if reasons[i] is None and not _is_read(text, languages):
            reasons[i] = f.LANGUAGE
        elif reasons[i] is None and (counts[key] > 1 or _repeats(text, title)) and len(text) <= REPEATED_LINE:
            if not f.FINAL_PUNCTUATION.search(text):
                reasons[i] = f.HEADING
            elif key in seen:
                reasons[i] = f.REPEATED
        if before > 0.5 * total and f.END_OF_STORY.match(text):
            after_story = True
        if after_story and reasons[i] is None:
            reasons[i] = f.PROMPT
        seen.add(key)
        before += len(text)
    _mark_menus(texts, reasons)
    first = next((i for i, reason in enumerate(reasons) if reason is None and f.words_in(texts[i]) > 8), -1)
    for i, (group, reason) in enumerate(zip(paragraphs, reasons, strict=True)):
        start, end = group[0].start, group[-1].end
        if reason is None:
            yield from _without_prefix(group, first=i == first)
        else:
            yield Block(start, end, reason)


def _without_prefix(group: list[_Line], *, first: bool) -> Iterator[Block]:
    """The block without list marks, dateline and, on the first block, the name of the site."""
    start, end = group[0].start, group[-1].end
    head = group[0].text
    offset = 0
    for _ in range(3):
        match = f.LEADING_MARK.match(head[offset:])
        if match is None or match.end() == 0:
            break
        offset += match.end()
    dateline = None if head.isupper() else f.DATELINE.match(head[offset:])  # a headline in capitals has none
    mark = dateline or (f.SOURCE_PREFIX.match(head[offset:]) if first else None)
    if mark:
        if mark.group().strip():
            yield Block(start + offset, start + offset + len(mark.group().rstrip()), f.BYLINE)
        offset += mark.end()
    if start + offset < end:
        yield Block(start + offset, end)


def _mark_menus(texts: list[str], reasons: list[str | None]) -> None:
    """Runs of at least three short lines without a full stop are menus, lists of links or tables."""
    run: list[int] = []
    for i, text in enumerate([*texts, ""]):
        short = i < len(texts) and f.words_in(text) <= 4 and not f.FINAL_PUNCTUATION.search(text)
        if short:
            run.append(i)
            continue
        if len(run) >= 3:
            for j in run:
                reasons[j] = reasons[j] or f.NAVIGATION
        run = []


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _repeats(text: str, title: str) -> bool:
    return bool(title) and fuzz.ratio(_key(text), _key(title)) >= TITLE_SIMILARITY


def _is_read(text: str, languages: frozenset[str]) -> bool:
    """Is the text in one of the languages, as far as its script and words tell?"""
    if not languages:
        return True
    letters = [char for char in text[:2000] if char.isalpha()]
    if not letters:
        return True
    latin = sum(_is_latin(char) for char in letters)
    if "en" in languages and len(languages) == 1 and latin < 0.5 * len(letters):
        return False
    words = re.findall(r"[^\W\d_]+", text[:2000].casefold())
    if "en" in languages and sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return True
    if len(text) < LANGUAGE_LENGTH:
        return True
    language, certainty = classifier().classify(text[:2000])
    return language in languages or certainty < LANGUAGE_CERTAINTY


@functools.lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")


def _cut(text: str, block: Block) -> Iterator[Block]:
    """Pieces of at most MAX_BLOCK characters, cut at sentence ends, else at white space, else anywhere."""
    start = block.start
    while block.reason is None and block.end - start > MAX_BLOCK:
        window = text[start : start + MAX_BLOCK]
        ends = [m.end() for m in re.finditer(r"""[.!?]["'”’)]*\s""", window)]
        if not ends:
            ends = [m.end() for m in re.finditer(r"\s", window)]
        cut = start + (ends[-1] if ends else MAX_BLOCK)
        yield Block(start, start + len(text[start:cut].rstrip()) or cut, None)
        start = cut
    if start < block.end:
        yield Block(start, block.end, block.reason)
