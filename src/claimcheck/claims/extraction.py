"""Articles → claims: blocks, parse, sentences, parts, speakers, factuality, typed values; in that order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import attrs

from claimcheck.claims.blocks import Block, blocks_of, is_list_of_sentences
from claimcheck.claims.checkable import MAX_SENTENCE, why_not_a_claim
from claimcheck.claims.events import find_event
from claimcheck.claims.factuality import factuality
from claimcheck.claims.headline_case import in_sentence_case, spelling_of
from claimcheck.claims.names import NameRegister
from claimcheck.claims.nlp import load_pipeline
from claimcheck.claims.passages import Passage, Sentence, sentences_of
from claimcheck.claims.quantities import find_quantities
from claimcheck.claims.quotations import QuotationIndex, find_quotations
from claimcheck.claims.references import References, inside
from claimcheck.claims.sentences import make_doc
from claimcheck.claims.speakers import Speakers
from claimcheck.claims.splitting import split_sentence
from claimcheck.claims.times import find_times
from claimcheck.claims.workers import shared_out, worker_count
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Article, Claim, Entity, Event, Located, Quantity, Role, Span, TimeSpan, content_id
from claimcheck.settings import Settings
from claimcheck.text import one_line

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

Value = TypeVar("Value", bound=Located)

STAGE = "Extracting claims"
MAX_CONTEXT = 300
"""Longest context of a claim, in characters."""
BATCH = 64
"""Blocks that the parser gets at once; measured on news, larger batches are no faster."""


class _Values(NamedTuple):
    """Typed values of one Doc, offsets in its text."""

    quantities: Sequence[Quantity]
    times: Sequence[TimeSpan]
    entities: Sequence[Entity]


@attrs.frozen
class Extraction:
    """What was found in one article: its claims, and the ranges that are none with the reason."""

    claims: list[Claim]
    dropped: list[tuple[Span, str]]


def extract(
    articles: Sequence[Article],
    *,
    settings: Settings,
    progress: Progress = no_progress,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[Extraction]:
    """Claims of each article, in order, read on several cores where that pays; see `extract_all`.

    Raises:
        ModelError: the spaCy pipeline is missing.
    """
    progress(STAGE, 0, len(articles))
    workers = worker_count(articles, settings.processes, busy=meanwhile is not None)
    if workers != 1:  # a single worker loads the pipeline itself, beside what is done here
        load_pipeline(settings.spacy_model)
    if workers:
        found = shared_out(partial(_read, settings), articles, workers, meanwhile=meanwhile)
    else:
        if meanwhile is not None:
            meanwhile()
        found = _extract(articles, settings)
    for number, extraction in enumerate(found, start=1):
        yield extraction
        progress(STAGE, number, len(articles))


def _read(settings: Settings, articles: Sequence[Article]) -> list[Extraction]:
    return list(_extract(articles, settings))


def _extract(articles: Sequence[Article], settings: Settings) -> Iterator[Extraction]:
    """Claims of each article, in order. Only the parse of one article is held at a time."""
    limit = settings.max_characters
    blocks = [blocks_of(article, languages=settings.languages, limit=limit) for article in articles]
    listed = [is_list_of_sentences(article.text, limit=limit) for article in articles]
    parsed = groupby(_parse(articles, blocks, listed, settings), key=lambda pair: pair[0])
    pending = next(parsed, None)
    for number, article in enumerate(articles):
        passages: list[Passage] = []
        if pending is not None and pending[0] == number:
            passages = [passage for _, passage in pending[1]]
            pending = next(parsed, None)
        yield _Extractor(article, blocks[number], passages, listed=listed[number]).run()


def _parse(
    articles: Sequence[Article], blocks: Sequence[list[Block]], listed: Sequence[bool], settings: Settings
) -> Iterator[tuple[int, Passage]]:
    nlp = load_pipeline(settings.spacy_model)
    bodies = (
        (make_doc(nlp, text), (number, block.start))
        for number, article in enumerate(articles)
        for block, text in _bodies(article, blocks[number], listed=listed[number])
    )
    for doc, (number, start) in nlp.pipe(bodies, as_tuples=True, batch_size=BATCH):
        doc.tensor = doc.tensor[:0]  # the parser's vectors: half of a Doc's memory, and no longer needed
        yield number, Passage(start, doc)


def _bodies(article: Article, blocks: Sequence[Block], *, listed: bool) -> Iterator[tuple[Block, str]]:
    """The blocks to parse, with their text; a headline in a list of sentences is parsed as one of them."""
    spelling = spelling_of(article.text) if listed else None
    for block in blocks:
        if block.reason is None:
            text = article.text[block.start : block.end]
            yield block, text if spelling is None else in_sentence_case(text, spelling)


class _Extractor:
    """The claims of one article."""

    def __init__(self, article: Article, blocks: Sequence[Block], passages: list[Passage], *, listed: bool) -> None:
        self.article = article
        self.blocks = blocks
        self.listed = listed
        self.sentences = sentences_of(passages)
        self.register = NameRegister(passages, article.text[: passages[-1].end] if passages else "")
        self.values = {
            id(p.doc): _values(
                p.doc, self.register, article.published, article.published_earliest, article.published_latest
            )
            for p in passages
        }
        quotations = QuotationIndex(find_quotations(article.text, [(p.start, p.end) for p in passages]))
        references = References(self.register, quotations)
        self.references = {
            s.number: references.resolve(s, self.values[id(s.passage.doc)].entities) for s in self.sentences
        }
        self.speakers = Speakers(article.text, quotations, self.sentences, self.register, self.references)

    def run(self) -> Extraction:
        claims: list[Claim] = []
        dropped = [
            (self._span(block.start, block.end), block.reason) for block in self.blocks if block.reason is not None
        ]
        for sentence in self.sentences:
            start, end = sentence.range
            reason = self._why_not(sentence)
            if reason is not None:
                dropped.append((self._span(start, end), reason))
                continue
            context = self._context(sentence)
            claims += [self._claim(sentence, part, context) for part in split_sentence(sentence.span)]
        dropped.sort(key=lambda pair: (pair[0].start, pair[0].end))
        return Extraction(claims, dropped)

    def _why_not(self, sentence: Sentence) -> str | None:
        alone = sentence.span.start_char <= 1 and sentence.span.end >= len(sentence.passage.doc) - 1
        quoted = self.speakers.is_quoted(sentence)
        return why_not_a_claim(
            sentence.span,
            whole_block=alone,
            attributed=self.speakers.has_attribution(sentence) and not quoted,
            quoted=quoted,
            listed=self.listed,
        )

    def _claim(self, sentence: Sentence, part: DocSpan, context: str) -> Claim:
        passage = sentence.passage
        start, end = passage.range_of(part)
        text = self.article.text
        quote = text[start:end]
        source = self.speakers.source(sentence, part)
        values = self.values[id(passage.doc)]
        references = self.references[sentence.number]
        entities = [*inside(values.entities, part), *inside(references, part)]
        event = find_event(part, entities, [t for t in values.times if _within(t, part)])
        return Claim(
            article=self.article.id,
            start=start,
            end=end,
            quote=quote,
            text=one_line(quote),
            context=context,
            sentence_start=sentence.range[0],
            sentence_end=sentence.range[1],
            speaker=source.speaker,
            via=source.via,
            inner_speakers=source.inner,
            reported=_bare(source.content, passage, text),
            factuality=factuality(part),
            times=tuple(_sliced(t, passage.start, text) for t in values.times if _within(t, part)),
            quantities=tuple(_sliced(q, passage.start, text) for q in values.quantities if _within(q, part)),
            entities=tuple(
                sorted(
                    {_sliced(e, passage.start, text) for e in entities},
                    key=lambda e: (e.start, e.end, e.name),
                )
            ),
            event=None if event is None else _placed(event, passage.start, text),
        )

    def _context(self, sentence: Sentence) -> str:
        """Title and the sentence before, on one line; the sentence loses its beginning where both are too long."""
        title = one_line(self.article.title)[:MAX_CONTEXT]
        before = ""
        if sentence.number:
            start, end = self.sentences[sentence.number - 1].range
            if end - start <= MAX_SENTENCE:
                before = one_line(self.article.text[start:end])
        room = MAX_CONTEXT - len(title) - 1
        if len(before) > room:
            before = "…" + before[len(before) - room + 1 :].split(" ", 1)[-1] if room > 20 else ""
        return f"{title} {before}".strip()

    def _span(self, start: int, end: int) -> Span:
        return Span(start=start, end=end, text=self.article.text[start:end])


def statements(
    texts: Sequence[str], dates: Sequence[dt.date | None], *, settings: Settings, contexts: Sequence[str] | None = None
) -> list[Claim]:
    """One claim for each text, whole and unfiltered; see `claimcheck.claims.read_statements`."""
    nlp = load_pipeline(settings.spacy_model)
    cut = [text[: settings.max_characters] for text in texts]
    docs = nlp.pipe((make_doc(nlp, text) for text in cut), batch_size=BATCH)
    contexts = contexts if contexts is not None else [""] * len(texts)
    return [
        _statement(text, doc, date, context)
        for text, doc, date, context in zip(texts, docs, dates, contexts, strict=True)
    ]


def _statement(text: str, doc: Doc, date: dt.date | None, context: str) -> Claim:
    passage = Passage(0, doc)
    sentences = sentences_of([passage])
    register = NameRegister([passage], text)
    values = _values(doc, register, date, date, date)
    quotations = QuotationIndex(find_quotations(text, [(0, passage.end)]))
    references = References(register, quotations)
    resolved = {s.number: references.resolve(s, values.entities) for s in sentences}
    claim = Claim(
        article=content_id("t", text),
        start=0,
        end=len(text),
        quote=text,
        text=one_line(text),
        context=one_line(context)[:MAX_CONTEXT],
        sentence_start=0,
        sentence_end=len(text),
        times=tuple(_sliced(t, 0, text) for t in values.times),
        quantities=tuple(_sliced(q, 0, text) for q in values.quantities),
        entities=tuple(
            sorted(
                {_sliced(e, 0, text) for e in [*values.entities, *(r for found in resolved.values() for r in found)]},
                key=lambda e: (e.start, e.end, e.name),
            )
        ),
    )
    if not sentences:
        return claim
    # Of several sentences the last one decides: what stands before it is most often its context.
    last = sentences[-1]
    source = Speakers(text, quotations, sentences, register, resolved).source(last, last.span)
    event = find_event(last.span, claim.entities, claim.times)
    return attrs.evolve(
        claim,
        speaker=source.speaker,
        via=source.via,
        inner_speakers=source.inner,
        reported=_bare(source.content, passage, text),
        factuality=factuality(last.span),
        event=None if event is None else _placed(event, 0, text),
    )


def _placed(event: Event, offset: int, text: str) -> Event:
    """An event of a Doc, with its time and roles, in characters of the article."""
    time = None if event.time is None else _sliced(event.time, offset, text)
    roles = tuple(_placed_role(role, offset, text) for role in event.roles)
    return attrs.evolve(_sliced(event, offset, text), time=time, roles=roles)


def _placed_role(role: Role, offset: int, text: str) -> Role:
    placed = _sliced(role, offset, text)
    return attrs.evolve(placed, name=placed.text) if role.name == role.text else placed


def _values(
    doc: Doc, register: NameRegister, date: dt.date | None, earliest: dt.date | None, latest: dt.date | None
) -> _Values:
    return _Values(
        find_quantities(doc),
        find_times(doc, date, earliest, latest),
        register.names_in(doc),
    )


def _within(value: Located, part: DocSpan) -> bool:
    return bool(part.start_char <= value.start and value.end <= part.end_char)


def _sliced(value: Value, offset: int, text: str) -> Value:
    """The value moved into `text`, with the characters that stand there: the parser got some of them replaced."""
    start, end = value.start + offset, value.end + offset
    return attrs.evolve(value, start=start, end=end, text=text[start:end])


def _bare(words: DocSpan | None, passage: Passage, text: str) -> Span | None:
    """The range of the words in the article."""
    if words is None:
        return None
    start, end = passage.range_of(words)
    return Span(start=start, end=end, text=text[start:end])
