"""The real job: the sentences of many documents through `compare`, its facts against the event clusters of ECB+.

Scored are the validated sentences. A gold pair is two of them, of different documents, that share an event cluster; a
predicted pair is two whose claims share a fact. Claims are mapped to sentences by their characters.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

from benchmarks.ecbplus import Sentence, read_sentences
from benchmarks.match_quality.data import Context, data_digest
from benchmarks.match_quality.matchers import (
    BASELINES,
    Match,
    Sentences,
    cosine_article,
    nli,
    threshold_for_recall,
    together,
)
from benchmarks.match_quality.metrics import coreference
from claimcheck import Article, compare
from claimcheck.claims import dropped
from claimcheck.clustering.points import POINT_THRESHOLD
from claimcheck.embedding import load_encoder
from claimcheck.records import Comparison
from claimcheck.scoring.metrics import Scores, average_precision, b_cubed, by_label, neighbours
from claimcheck.settings import Settings

OURS = "ours"
OUR_STORIES = "our stories, every pair linked"
OUR_PAIRS = "our pairs, unclustered"
LEAST_OVERLAP = 0.5
"""A claim is on a sentence if half of the shorter of the two lies in both."""


def measure(context: Context, split: str = "dev") -> dict[str, Any]:
    """Scores of every matcher on one split of ECB+. Raises MissingData."""
    files = [context.path(f"ecbplus_sentences.{name}") for name in ("train", split)]
    assert context.data is not None
    every = read_sentences(context.data, split)
    comparison = context.cached(
        f"ecbplus.{split}",
        [data_digest(files), context.settings],
        lambda: compare(as_articles(every), settings=context.settings, progress=context.progress),
    )
    digest = data_digest(files)
    reasons = context.cached(
        f"dropped.{split}", [digest, context.settings], lambda: dropped_sentences(every, comparison, context.settings)
    )
    result = score(context, every, read_sentences(context.data, "train"), comparison)
    return {"split": split, "data": digest, **result, "sentences_without_claim": reasons}


def score(context: Context, every: list[Sentence], train: list[Sentence], comparison: Comparison) -> dict[str, Any]:
    """Scores of a comparison of `as_articles(every)`, beside those of the baselines tuned on `train`."""
    corpus, keep = sentence_set(context, every)
    trained = sentence_set(context, train)[0]
    on = claims_on(every, comparison)
    at = {old: new for new, old in enumerate(keep)}
    holders = {claim: [at[i] for i in rows if i in at] for claim, rows in on.items()}
    ours, pairs, candidates = our_matches(corpus, comparison, holders)
    held = np.isin(np.arange(len(keep)), sorted({i for rows in holders.values() for i in rows}))
    matches: dict[str, Match] = {}
    for name, matcher in BASELINES.items():
        if _wanted(context, name):
            matches[name] = matcher(corpus, trained)
    if context.nli and _wanted(context, "NLI"):
        matches["NLI"] = nli(context.nli, corpus)
    stories = story_labels(every, comparison)
    if _wanted(context, OUR_STORIES):
        matches[OUR_STORIES] = _linked([stories[s.doc] for s in corpus.sentences])
    if _wanted(context, OUR_PAIRS):
        matches[OUR_PAIRS] = pairs
    matches[OURS] = ours
    return {
        "articles": len(comparison.articles),
        "sentences": len(every),
        "validated": len(keep),
        "claims": len(comparison.claims),
        "facts": len(comparison.facts),
        "gold_pairs": int((corpus.gold & corpus.across).sum()),
        "matchers": {name: match_scores(corpus, match) for name, match in matches.items()},
        "stories": story_scores(every, stories, comparison),
        "candidates": candidate_scores(corpus, comparison, candidates),
        "false_links": {name: false_links(corpus, match.pairs) for name, match in matches.items()},
        "against_cosine_at_our_recall": at_our_recall(corpus, ours),
        "missed": missed(corpus, ours.pairs, candidates, pairs.pairs, held),
        "where_both_have_claims": match_scores(corpus, ours, held)["pairwise"],
        "curves": curves(corpus, matches),
    }


def as_articles(sentences: list[Sentence]) -> list[Article]:
    """One article a document, its sentences one a line, and nothing else."""
    documents: dict[str, list[str]] = {}
    for sentence in sentences:
        documents.setdefault(sentence.doc, []).append(sentence.text)
    return [Article("\n".join(texts), path=name) for name, texts in documents.items()]


def sentence_set(context: Context, every: list[Sentence]) -> tuple[Sentences, list[int]]:
    """The validated sentences with their vectors, and their places among all."""
    vectors = load_encoder(context.settings).encode([s.text for s in every], progress=context.progress)
    names = list(dict.fromkeys(s.doc for s in every))
    owners = np.array([names.index(s.doc) for s in every], dtype=np.int64)
    means = np.stack([vectors[owners == at].mean(axis=0) for at in range(len(names))])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    keep = [i for i, sentence in enumerate(every) if sentence.validated]
    chosen = Sentences(
        sentences=[every[i] for i in keep],
        owners=owners[keep],
        vectors=vectors[keep],
        documents=means[owners[keep]].astype(np.float32),
    )
    return chosen, keep


def sentence_ranges(every: list[Sentence]) -> dict[str, list[tuple[int, int, int]]]:
    """For each document: start, end and place of each of its sentences in the text that `as_articles` makes."""
    ranges: dict[str, list[tuple[int, int, int]]] = {}
    for place, sentence in enumerate(every):
        rows = ranges.setdefault(sentence.doc, [])
        start = rows[-1][1] + 1 if rows else 0
        rows.append((start, start + len(sentence.text), place))
    return ranges


def claims_on(every: list[Sentence], comparison: Comparison) -> dict[str, list[int]]:
    """Each claim's id to the places of the sentences that it is on."""
    ranges = sentence_ranges(every)
    documents = {a.id: [n for n in (a.path, *a.copies) if n in ranges] for a in comparison.articles}
    found: dict[str, list[int]] = {}
    for claim in comparison.claims:
        for name in documents[claim.article]:
            for start, end, place in ranges[name]:
                common = min(end, claim.end) - max(start, claim.start)
                if common > 0 and common >= LEAST_OVERLAP * min(end - start, claim.end - claim.start):
                    found.setdefault(claim.id, []).append(place)
    return found


def dropped_sentences(every: list[Sentence], comparison: Comparison, settings: Settings) -> dict[str, int]:
    """Validated sentences on which there is no claim, counted by why they were not taken as one."""
    held = {place for places in claims_on(every, comparison).values() for place in places}
    articles = {a.path: a for a in comparison.articles}
    reasons: Counter[str] = Counter()
    for name, rows in sentence_ranges(every).items():
        lost = [row for row in rows if every[row[2]].validated and row[2] not in held]
        if not lost:
            continue
        spans = dropped(articles[name], settings=settings) if name in articles else []
        for start, end, _ in lost:
            why = [reason for span, reason in spans if span.start < end and start < span.end]
            reasons[why[0] if why else "article left out"] += 1
    return dict(reasons.most_common())


def our_matches(
    corpus: Sentences, comparison: Comparison, holders: dict[str, list[int]]
) -> tuple[Match, Match, NDArray[np.bool_]]:
    """Facts as a match, pairs of probability one half and above as a match, and which pairs were judged at all."""
    n = len(corpus.sentences)
    scores = np.zeros((n, n))
    judged = np.zeros((n, n), dtype=bool)
    for judgement in comparison.judgements:
        for i in holders.get(judgement.a, ()):
            for j in holders.get(judgement.b, ()):
                judged[i, j] = judged[j, i] = True
                scores[i, j] = scores[j, i] = max(scores[i, j], judgement.same_fact)
    clusters = [{i for claim in fact.claims for i in holders.get(claim.id, ())} for fact in comparison.facts]
    facts = Match(pairs=together(clusters, n), clusters=clusters, scores=scores, threshold=POINT_THRESHOLD)
    return facts, Match(pairs=scores >= POINT_THRESHOLD, clusters=[], scores=scores, threshold=POINT_THRESHOLD), judged


def match_scores(corpus: Sentences, match: Match, among: NDArray[np.bool_] | None = None) -> dict[str, Any]:
    """Scores of a match; with `among`, shape (n,), only pairs of those sentences count."""
    across, gold = corpus.across, corpus.gold
    if among is not None:
        across = across & among[:, None] & among[None, :]
    found, right = match.pairs & across, match.pairs & across & gold
    row: dict[str, Any] = {
        "threshold": match.threshold,
        "pairwise": Scores.counted(int(right.sum()), int(found.sum()), int((gold & across).sum())).to_dict(),
    }
    if match.scores is not None:
        row["average_precision"] = round(average_precision(gold[across].tolist(), match.scores[across]), 4)
    if match.clusters:
        events: dict[str, set[int]] = {}
        for i, sentence in enumerate(corpus.sentences):
            for event in sentence.events:
                events.setdefault(event, set()).add(i)
        for name, singletons in (("with_singletons", True), ("without_singletons", False)):
            row[name] = coreference(
                events.values(), match.clusters, range(len(corpus.sentences)), singletons=singletons
            ).to_dict()
    return row


def story_labels(every: list[Sentence], comparison: Comparison) -> dict[str, str]:
    """Each document to the story it was put in; one that was left out is alone."""
    labels = {s.doc: f"alone {s.doc}" for s in every}
    for story in comparison.stories:
        for article in story.articles:
            labels.update({name: story.id for name in (article.path, *article.copies) if name in labels})
    return labels


def story_scores(every: list[Sentence], labels: dict[str, str], comparison: Comparison) -> dict[str, Any]:
    gold = {s.doc: s.story for s in every}
    scores = b_cubed(neighbours(by_label(gold), gold), neighbours(by_label(labels), gold))
    documents = sorted(gold)
    return {
        "documents": len(gold),
        "gold_stories": len(set(gold.values())),
        "found_stories": len(set(labels.values())),
        "b_cubed": scores.to_dict(),
        "adjusted_rand": round(
            float(adjusted_rand_score([gold[d] for d in documents], [labels[d] for d in documents])), 4
        ),
    }


def candidate_scores(corpus: Sentences, comparison: Comparison, judged: NDArray[np.bool_]) -> dict[str, Any]:
    """Recall of gold pairs, and candidates as a share of all pairs of claims of different articles."""
    gold = corpus.gold & corpus.across
    sizes = np.unique([claim.article for claim in comparison.claims], return_counts=True)[1].astype(int)
    pairs = (int(sizes.sum()) ** 2 - int((sizes**2).sum())) // 2
    return {
        "recall": round(float((judged & gold).sum() / max(1, gold.sum())), 4),
        "candidates": len(comparison.judgements),
        "share_of_all_pairs": round(len(comparison.judgements) / max(1, pairs), 4),
    }


def false_links(corpus: Sentences, pairs: NDArray[np.bool_]) -> dict[str, int]:
    """Wrong pairs, by how far apart the two are."""
    wrong = pairs & corpus.across & ~corpus.gold
    topic, story = (labels[:, None] == labels[None, :] for labels in (corpus.topics, corpus.stories))
    return {
        "other topic": int((wrong & ~topic).sum()),
        "other story of the topic": int((wrong & topic & ~story).sum()),
        "inside the story": int((wrong & story).sum()),
    }


def missed(
    corpus: Sentences,
    found: NDArray[np.bool_],
    judged: NDArray[np.bool_],
    likely: NDArray[np.bool_],
    held: NDArray[np.bool_],
) -> dict[str, int]:
    """Gold pairs that share no fact, by the step that lost them."""
    lost = corpus.gold & corpus.across & ~found
    claimed = held[:, None] & held[None, :]
    return {
        "no claim on one of the sentences": int((lost & ~claimed).sum()),
        "not a candidate": int((lost & claimed & ~judged).sum()),
        "judged below the threshold": int((lost & judged & ~likely).sum()),
        "above the threshold, not clustered": int((lost & judged & likely).sum()),
    }


def at_our_recall(corpus: Sentences, ours: Match) -> dict[str, Any]:
    """False links to another story of cosine + article cosine, where its recall is ours."""
    across, gold = corpus.across, corpus.gold
    recall = float((ours.pairs & gold & across).sum() / max(1, (gold & across).sum()))
    scores = cosine_article(corpus, corpus)
    threshold = threshold_for_recall(scores[across], gold[across], recall)
    theirs, mine = (false_links(corpus, pairs) for pairs in (scores >= threshold, ours.pairs))
    counts = [row["other topic"] + row["other story of the topic"] for row in (theirs, mine)]
    return {
        "recall": round(recall, 4),
        "threshold": round(threshold, 4),
        "cosine + article cosine": counts[0],
        OURS: counts[1],
        "fewer_by": round(1.0 - counts[1] / counts[0], 4) if counts[0] else 0.0,
    }


def curves(corpus: Sentences, matches: dict[str, Match], points: int = 200) -> dict[str, list[list[float]]]:
    """Recall and precision along the threshold, thinned, for the plots."""
    from sklearn.metrics import precision_recall_curve

    across = corpus.across
    gold = corpus.gold[across]
    drawn = {}
    for name, match in matches.items():
        if match.scores is not None and name != OUR_PAIRS:
            precision, recall, thresholds = precision_recall_curve(gold, match.scores[across])
            scored = np.append(thresholds != 0.0, True)  # exactly 0 are the pairs that were never looked at
            precision, recall = precision[scored], recall[scored]
            chosen = np.linspace(0, len(recall) - 1, min(points, len(recall))).astype(int)
            drawn[name] = [[round(float(recall[i]), 4), round(float(precision[i]), 4)] for i in chosen]
    return drawn


def _linked(labels: list[str]) -> Match:
    clusters = by_label(dict(enumerate(labels)))
    return Match(pairs=together(clusters, len(labels)), clusters=clusters)


def _wanted(context: Context, name: str) -> bool:
    return not context.matchers or name in context.matchers
