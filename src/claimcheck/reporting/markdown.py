"""Markdown: the facts with their quotes, for an issue, a wiki or a message. CommonMark, no inline HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.records import Article, Comparison
from claimcheck.reporting.names import Names, names_of
from claimcheck.reporting.pieces import Piece, clip
from claimcheck.reporting.remainder import standing_alone, without_fact
from claimcheck.reporting.timeline import MAX_DATED_FACTS, Entry, timeline
from claimcheck.reporting.view import FactView, Pair, PointView, Side, fact_views
from claimcheck.reporting.words import (
    RELATION_WORDS,
    attribution,
    by_article,
    count,
    headline,
    join_words,
    line_of,
    nothing_found,
    percent,
    points_of,
    published,
    safe_url,
    share_nothing,
    stand_alone,
    status_words,
    told_beside,
    told_once,
    totals,
)

MAX_QUOTE = 1200
MAX_CONFLICTS = 30
MAX_AGREEMENTS = 3
MAX_OTHER_AGREEMENTS = 8
MAX_TOLD_ONCE = 40

# What CommonMark and GitHub's additions (strikethrough, sums, tables) give a meaning to inside a line …
_SPECIAL = re.compile(r"([\\`*_{}\[\]~$#|])")
# … and at the start of one.
_BLOCK_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$)))?([.)]|[-+=])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def markdown_text(comparison: Comparison) -> str:
    """The report; all text of articles is escaped and shown as it stands."""
    names = names_of(comparison)
    blocks = ["# Facts in common", escape(totals(comparison)) + "."]
    blocks += [f"- {escape(notice.message)}" for notice in comparison.notices]
    if not comparison.facts:
        blocks.append(escape(nothing_found(comparison, names.of(comparison.articles))))
    views = fact_views(comparison)
    for view in views:
        blocks += _fact(view)
    blocks += [
        f"{escape(share_nothing(names.of(story.articles), story.claims))}." for story in without_fact(comparison)
    ]
    if alone := standing_alone(comparison):
        blocks.append(f"{stand_alone(len(alone))}:")
        blocks.append("\n".join(f"- {_article(one.articles[0], names)}, {count(one.claims, 'claim')}" for one in alone))
    if entries := timeline(comparison, views):
        blocks.append("## Timeline")
        blocks.append("\n".join(line for entry in entries for line in _entry(entry, names)))
    blocks.append("## Articles")
    blocks.append("\n".join(f"{n}. {_article(article, names)}" for n, article in enumerate(comparison.articles, 1)))
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """`text` on one line, with every character that Markdown or HTML would act on escaped."""
    text = re.sub("[&<>]", lambda match: _ENTITIES[match.group()], line_of(text))
    text = _SPECIAL.sub(r"\\\1", text)
    return _BLOCK_START.sub(lambda match: f"{match[1] or ''}\\{match[2]}", text)


def _fact(view: FactView) -> Iterator[str]:
    fact = view.fact
    yield f"## {view.number}. {status_words(fact)}: {escape(headline(fact.title))}"
    yield f"{escape(view.sources)}. Confidence {percent(fact.confidence)}."
    if view.headed:
        yield f"{points_of(fact)}."
    for point in view.points:
        yield from _point(point)
    if view.told_once:
        yield "### Told by one source only"
        yield escape(told_once(side.name for side in view.told_once)) + "."
        yield from _first_quotes(view.told_once)
    if view.beside:
        yield "### Background and other events"
        names = by_article(side.name for side in view.beside)
        yield f"{escape(f'{told_beside(len(view.beside))}: {names}')}."
        yield from _first_quotes(view.beside)


def _first_quotes(sides: Sequence[Side]) -> Iterator[str]:
    yield _quotes(sides[:MAX_TOLD_ONCE])
    if len(sides) > MAX_TOLD_ONCE:
        yield f"{count(len(sides) - MAX_TOLD_ONCE, 'more quote')} not shown."


def _point(view: PointView) -> Iterator[str]:
    if view.headed:
        label = f"{view.target.label} " if view.target.point else ""
        yield f"### {label}{status_words(view.point)}: {escape(headline(view.point.title))}"
        yield f"{escape(view.sources)}{'. ' if view.sources else ''}Confidence {percent(view.point.confidence)}."
    elif view.sources:
        yield f"{escape(view.sources)}."
    for pair in view.conflicts[:MAX_CONFLICTS]:
        yield from _pair(pair)
    if len(view.conflicts) > MAX_CONFLICTS:
        yield f"{count(len(view.conflicts) - MAX_CONFLICTS, 'more conflicting pair')} not shown."
    agreements = view.distinct_agreements[:MAX_AGREEMENTS]
    for pair in agreements:
        yield from _pair(pair)
    if quotes := view.quotes_beside(agreements):
        if view.conflicts or agreements:
            yield "**Also reported**"
        yield _quotes(quotes)
    others = (*view.distinct_agreements[MAX_AGREEMENTS:], *view.other_agreements)
    if others:
        lines = [_other_agreement(pair) for pair in others[:MAX_OTHER_AGREEMENTS]]
        if len(others) > MAX_OTHER_AGREEMENTS:
            lines.append(f"- {count(len(others) - MAX_OTHER_AGREEMENTS, 'more agreeing pair')}")
        yield "\n".join(lines)


def _pair(pair: Pair) -> Iterator[str]:
    yield f"**{RELATION_WORDS[pair.judgement.relation]}**, {percent(pair.judgement.confidence)}"
    yield _quotes((pair.a, pair.b))
    remarks = [reason.sentence for reason in pair.reasons]
    if pair.whose_dispute:
        remarks.append(pair.whose_dispute)
    if remarks:
        yield "\n".join(f"- {escape(remark)}" for remark in remarks)


def _other_agreement(pair: Pair) -> str:
    """One line on two claims that are quoted elsewhere in the fact."""
    names = f"{escape(pair.a.name)} and {escape(pair.b.name)}"
    reasons = " ".join(escape(reason.sentence) for reason in pair.reasons[:2])
    return f"- {names} also agree, {percent(pair.judgement.confidence)}{': ' + reasons if reasons else ''}"


def _entry(entry: Entry, names: Names) -> Iterator[str]:
    articles = join_words(
        f"{escape(names.articles[article.id])} ({escape(published(article))})" for article in entry.articles
    )
    yield f"- **{escape(entry.when.heading)}**: {escape(headline(entry.title))}. Reported by {articles}"
    for dated in entry.facts[:MAX_DATED_FACTS]:
        title = "" if entry.story is None else f", {escape(headline(dated.view.fact.title))}"
        yield f"  - {escape(dated.when.heading)}: fact {dated.view.number}{title}"
    if len(entry.facts) > MAX_DATED_FACTS:
        yield f"  - {count(len(entry.facts) - MAX_DATED_FACTS, 'more dated fact')}"


def _quotes(sides: Iterable[Side]) -> str:
    """Each quote as a block quote, its source above it."""
    return "\n>\n".join(_quote(side) for side in sides)


def _quote(side: Side) -> str:
    head = f"> **{escape(side.name)}**, {escape(published(side.article))}"
    for label, words in attribution(side.claim):
        head += f" · {label}: {escape(words)}"
    # Two spaces end a line without ending the paragraph.
    return f"{head}  \n> “{_marked(clip(side.pieces, MAX_QUOTE))}”"


def _marked(pieces: Iterable[Piece]) -> str:
    pieces = list(pieces)
    out = ""
    for place, (words, marked) in enumerate(pieces):
        following = pieces[place + 1].text[:1] if place + 1 < len(pieces) else ""
        text = escape(words)
        bold = marked and text and _takes_bold(out[-1:], words, following)
        before = " " if words[:1].isspace() else ""
        after = " " if words[-1:].isspace() and text else ""
        out += f"{before}**{text}**{after}" if bold else f"{before}{text}{after}"
    return out


def _takes_bold(before: str, words: str, following: str) -> bool:
    """CommonMark's rule of flanking: no asterisks between a letter outside and a punctuation mark inside."""
    opens = words[0].isalnum() or not before.isalnum()
    return opens and (words[-1].isalnum() or not following.isalnum())


def _article(article: Article, names: Names) -> str:
    parts = [escape(names.articles[article.id])]
    if title := names.title_beside(article):
        parts.append(f"“{escape(headline(title))}”")
    parts.append(escape(published(article)))
    if url := safe_url(article.url):
        # Angle brackets around a link's place take anything but line ends and angle brackets.
        parts.append(f"[link](<{url.replace('<', '%3C').replace('>', '%3E')}>)")
    return ", ".join(parts)
