"""The parts of the benchmark, by name."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from benchmarks.match_quality import corpus, flood, news, nli, pairs, relations, stories
from benchmarks.match_quality.data import Context, MissingData

PARTS = ("corpus", "pairs", "relations", "contradictions", "nli", "seeds", "stories", "news", "flood")


def measure(part: str, context: Context) -> tuple[dict[str, Any], list[str]]:
    """Results of one part, by name, and a line on each thing that was skipped for want of data."""
    results: dict[str, Any] = {}
    skipped: list[str] = []

    def attempt(into: dict[str, Any], name: str, run: Callable[[], Any]) -> None:
        try:
            into[name] = run()
        except MissingData as missing:
            skipped.append(f"Skipped {part} {name if name != part else ''}".rstrip() + f": no {missing}.")

    if part == "corpus":
        attempt(results, "corpus dev", lambda: corpus.measure(context))
    elif part == "pairs":
        rows: dict[str, Any] = {}
        for chosen in pairs.SETS:
            attempt(rows, chosen.file, lambda chosen=chosen: pairs.measure(context, chosen))  # type: ignore[misc]
        results |= {"pairs": rows} if rows else {}
    elif part == "relations":
        attempt(results, "relations", lambda: relations.measure_relations(context))
        for split in relations.SPLITS if context.test else relations.DEV_SPLITS:
            file = relations.OWN_FILES[split]
            attempt(results, f"relations {split}", lambda file=file: relations.measure_relations(context, file))  # type: ignore[misc]
    elif part == "contradictions":
        found: dict[str, Any] = {}
        for inference in relations.SETS:
            run = functools.partial(relations.measure_contradictions, context, inference)
            attempt(found, inference.file, run)
        results |= {"contradictions": found} if found else {}
    elif part == "nli":
        inferred: dict[str, Any] = {}
        for task in nli.TASKS:
            attempt(inferred, task.file, functools.partial(nli.measure_nli, context, task))
        results |= {"nli": inferred} if inferred else {}
    elif part == "seeds":
        attempt(results, "seeds", lambda: stories.measure_seeds(context))
    elif part == "stories":
        for half in stories.PARTS if context.test else stories.DEV_PARTS:
            attempt(results, f"stories {half}", functools.partial(stories.measure_stories, context, half))
    elif part == "news":
        for split in news.SPLITS if context.test else ("dev",):
            attempt(results, f"news {split}", functools.partial(news.measure, context, split))
    elif part == "flood":
        attempt(results, "flood", lambda: flood.measure(context))
    else:
        raise ValueError(f"{part!r} is no part of the benchmark; the parts are {', '.join(PARTS)}")
    return results, skipped
