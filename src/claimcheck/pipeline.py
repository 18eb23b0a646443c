"""The one place that calls the rooms in order: articles, claims, vectors, stories, candidates, judgements, facts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from claimcheck.articles import Loaded, load_articles, prepare_articles
from claimcheck.candidates import find_candidates
from claimcheck.claims import extract_all
from claimcheck.claims.nlp import ensure_pipeline
from claimcheck.clustering import ClusteringInput, build_facts
from claimcheck.embedding import Encoder, load_encoder
from claimcheck.errors import InputError
from claimcheck.judging import load_judge
from claimcheck.judging.judges import Pair, StoryReader
from claimcheck.origins import fold_origins
from claimcheck.progress import Progress, no_progress
from claimcheck.records import Article, Claim, Comparison, Notice
from claimcheck.settings import Settings
from claimcheck.stories import (
    Profile,
    claim_profile,
    group_stories,
    membership,
    resolve_events,
    story_labels,
    story_probabilities,
)
from claimcheck.stories.grouping import STORY_THRESHOLD
from claimcheck.stories.linking import link_names

FEWEST_ARTICLES = 2


@attrs.frozen(kw_only=True, eq=False)
class Analysis:
    """What is known of articles before two claims are held against each other.

    Attributes:
        articles: m articles.
        by_article: the claims of each.
        claims: all n claims, in order of articles.
        owners: index of each claim's article, shape (n,), int64.
        vectors: embeddings of the claims, shape (n, d), float32, unit rows.
        profiles: what each claim is about.
        same_story: probability that two articles share a story, shape (m, m), float64.
    """

    articles: Sequence[Article]
    by_article: Sequence[Sequence[Claim]]
    claims: Sequence[Claim]
    owners: NDArray[np.int64]
    vectors: NDArray[np.float32]
    profiles: Sequence[Profile]
    same_story: NDArray[np.float64]

    def pair(self, i: int, j: int) -> Pair:
        """Claims i and j as a judge reads them."""
        first, second = self.owners[i], self.owners[j]
        return Pair(
            a=self.claims[i],
            b=self.claims[j],
            profile_a=self.profiles[i],
            profile_b=self.profiles[j],
            date_a=self.articles[first].published,
            date_b=self.articles[second].published,
            story=float(self.same_story[first, second]),
            title_a=self.articles[first].title,
            title_b=self.articles[second].title,
        )


def compare(
    articles_or_paths: Iterable[Article | str | Path] | str | Path,
    *,
    settings: Settings | None = None,
    metadata: str | Path | None = None,
    progress: Progress = no_progress,
) -> Comparison:
    """Compare articles: which facts they share, which they dispute, and why.

    Args:
        articles_or_paths: Article objects, or paths of files and folders (or one path); "-" is standard input.
        settings: models, languages, strictness; the defaults if None.
        metadata: CSV file with title, source, url and publication date of the files; not with Article objects.
        progress: called as (stage, done, total).

    Returns:
        The comparison. The same articles and settings give the same comparison; only what the cache of embeddings
        holds may move probabilities by up to 0.0015, as bfloat16 rounds a vector otherwise in another batch.

    Raises:
        InputError: an input cannot be read, or nothing is left to compare.
        ModelError: a model is missing or damaged; this is found out before long work starts.
    """
    settings = settings or Settings()
    ensure_pipeline(settings.spacy_model)
    encoder = load_encoder(settings)
    chosen_judge = load_judge(settings)
    loaded = _load(articles_or_paths, settings=settings, metadata=metadata, progress=progress)
    articles = loaded.articles
    if not articles:
        raise InputError(_nothing_left(loaded.notices))
    notices = [*loaded.notices, *_too_long(articles, settings.max_characters)]
    if len(articles) < FEWEST_ARTICLES:
        notices.append(
            Notice(kind="few", message="Only one article to compare; name a second one.", path=articles[0].path)
        )

    meanwhile = functools.partial(_load_ahead, encoder, chosen_judge) if isinstance(chosen_judge, StoryReader) else None
    analysis = analyse_articles(articles, encoder=encoder, settings=settings, progress=progress, meanwhile=meanwhile)
    notices.extend(
        Notice(kind="empty", message=f"No claim was found in {article.path or article.name}.", path=article.path)
        for article, claims in zip(articles, analysis.by_article, strict=True)
        if not claims
    )
    claims = analysis.claims
    if not claims:
        return Comparison(
            articles=tuple(articles),
            claims=(),
            stories=tuple(group_stories(articles, analysis.same_story)),
            notices=tuple(notices),
        )

    if isinstance(chosen_judge, StoryReader):
        analysis = attrs.evolve(
            analysis,
            same_story=chosen_judge.same_story(articles, analysis.by_article, analysis.same_story, progress=progress),
        )
    pairs = find_candidates(claims, analysis.vectors, analysis.owners, analysis.same_story, progress=progress)
    judgements = chosen_judge.judge([analysis.pair(i, j) for i, j in pairs], progress=progress)
    stories = story_labels(analysis.same_story)
    given = ClusteringInput(
        articles=articles,
        claims=claims,
        owners=analysis.owners,
        stories=stories.tolist(),
        members=_members(articles, analysis.by_article, analysis.profiles, analysis.owners, stories),
        origins=fold_origins(articles, _tell_one_story(stories, analysis.same_story)),
    )
    return Comparison(
        articles=tuple(articles),
        claims=tuple(claims),
        stories=tuple(group_stories(articles, analysis.same_story)),
        facts=tuple(build_facts(given, judgements)),
        judgements=tuple(judgements),
        notices=tuple(notices),
    )


def analyse_articles(
    articles: Sequence[Article],
    *,
    encoder: Encoder,
    settings: Settings,
    progress: Progress = no_progress,
    meanwhile: Callable[[], None] | None = None,
) -> Analysis:
    """Claims, embeddings, profiles and story probabilities of articles; `meanwhile` as `extract_all` has it."""
    extracted = extract_all(articles, settings=settings, progress=progress, meanwhile=meanwhile)
    by_article = [
        resolve_events(claims, published=article.published)
        for article, claims in zip(articles, link_names(extracted), strict=True)
    ]
    claims = [claim for row in by_article for claim in row]
    owners = np.array([at for at, row in enumerate(by_article) for _ in row], dtype=np.int64)
    vectors = encoder.encode([claim.text for claim in claims], progress=progress)
    profiles = [claim_profile(claim, vector) for claim, vector in zip(claims, vectors, strict=True)]
    of_article = [[profiles[i] for i in np.flatnonzero(owners == at)] for at in range(len(articles))]
    return Analysis(
        articles=articles,
        by_article=by_article,
        claims=claims,
        owners=owners,
        vectors=vectors,
        profiles=profiles,
        same_story=story_probabilities(articles, by_article, of_article),
    )


def _load_ahead(encoder: Encoder, judge: StoryReader) -> None:
    encoder.load_ahead()
    judge.load_ahead()


def _members(
    articles: Sequence[Article],
    by_article: Sequence[Sequence[Claim]],
    profiles: Sequence[Profile],
    owners: NDArray[np.int64],
    stories: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Probability that each claim tells of its story's main event, shape (claims,), float64."""
    members = np.zeros(len(profiles))
    places = [np.flatnonzero(owners == at).tolist() for at in range(len(by_article))]
    for story in sorted(set(stories.tolist())):
        inside = np.flatnonzero(stories == story).tolist()
        found = membership(
            [by_article[at] for at in inside],
            [[profiles[i] for i in places[at]] for at in inside],
            [articles[at].published for at in inside],
        )
        for at, probabilities in zip(inside, found, strict=True):
            members[places[at]] = probabilities
    return members


def _tell_one_story(stories: NDArray[np.int64], same_story: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether two articles are in one story, or by themselves likely to be, shape (m, m), bool."""
    return np.asarray((stories[:, None] == stories[None, :]) | (same_story >= STORY_THRESHOLD))


def _load(
    given: Iterable[Article | str | Path] | str | Path,
    *,
    settings: Settings,
    metadata: str | Path | None,
    progress: Progress,
) -> Loaded:
    items = [given] if isinstance(given, (str, Path, Article)) or not isinstance(given, Iterable) else list(given)
    if wrong := next((type(item) for item in items if not isinstance(item, (str, Path, Article))), None):
        raise InputError(f"Expected articles or paths, got {wrong.__name__}.")
    if not items:
        raise InputError("Nothing to compare: give articles, or paths of files or folders.")
    if all(isinstance(item, Article) for item in items):
        if metadata is not None:
            raise InputError("metadata goes with files; give title, source and published to Article itself.")
        return prepare_articles([item for item in items if isinstance(item, Article)], settings=settings)
    paths = [item for item in items if isinstance(item, (str, Path))]
    if len(paths) != len(items):
        raise InputError("Expected either articles only or paths only, got both.")
    return load_articles(paths, settings=settings, metadata=metadata, progress=progress)


def _too_long(articles: Sequence[Article], limit: int) -> Iterator[Notice]:
    """A notice for each article of which claims are looked for in a part only."""
    for article in articles:
        if len(article.text) > limit:
            message = (
                f"{article.path or article.name} has {len(article.text):,} characters; claims are looked for in the "
                f"first {limit:,}. Split it into several files."
            )
            yield Notice(kind="truncated", message=message, path=article.path)


def _nothing_left(notices: Sequence[Notice]) -> str:
    if not notices:
        return (
            "Nothing to compare: no article was found. Expected files such as .txt, .md, .html, .json or .jsonl; save "
            "PDF and Word files as text."
        )
    said = " ".join(notice.message for notice in notices[:3])
    return f"Nothing is left to compare. {said}"
