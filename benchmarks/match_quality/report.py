"""Results as tables on the terminal and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

LISTED = 12
"""How many false alarms, mixed facts and missed relations the terminal shows; the JSON has all."""


def show(results: dict[str, Any], console: Console) -> None:
    """Every part that was measured, as tables."""
    for name, result in results.items():
        if name.startswith("corpus"):
            _corpus(result, console)
        elif name.startswith(("seeds", "stories")):
            _stories(name, result, console)
        elif name == "pairs":
            _pairs(result, console)
        elif name.startswith("relations"):
            _relations(name, result, console)
        elif name == "contradictions":
            _contradictions(result, console)
        elif name == "nli":
            _nli(result, console)
        elif name.startswith("news"):
            _news(name, result, console)
        elif name == "flood":
            _flood(result, console)


def write_json(results: dict[str, Any], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(results, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 1))
    for at, column in enumerate(columns):
        table.add_column(column, justify="left" if at == 0 else "right", overflow="fold")
    return table


def _number(value: object, digits: int = 3) -> str:
    return "–" if value is None else f"{value:.{digits}f}" if isinstance(value, float) else str(value)


def _corpus(r: dict[str, Any], console: Console) -> None:
    title = (
        f"Facts against event clusters: ECB+ {r['split']}, {r['validated']} validated sentences of {r['articles']} "
        f"articles, {r['gold_pairs']} gold pairs across documents, {r['facts']} facts"
    )
    columns = ["threshold", "precision", "recall", "F1", "AP", "B-cubed", "MUC", "CEAF-e", "CoNLL", "CoNLL, no single"]
    table = _table(title, "matcher", *columns)
    for name, row in r["matchers"].items():
        pairwise, whole, larger = row["pairwise"], row.get("with_singletons"), row.get("without_singletons")
        parts = [whole["b_cubed"]["f1"], whole["muc"]["f1"], whole["ceaf_e"]["f1"]] if whole else [None] * 3
        conll = [group["conll_f1"] if group else None for group in (whole, larger)]
        values = [row["threshold"], pairwise["precision"], pairwise["recall"], pairwise["f1"]]
        table.add_row(name, *map(_number, [*values, row.get("average_precision"), *parts, *conll]))
    console.print(table)
    links = _table("False links across documents", "matcher", "other topic", "other story", "inside the story")
    for name, row in r["false_links"].items():
        links.add_row(name, *map(str, row.values()))
    console.print(links)
    same = r["against_cosine_at_our_recall"]
    console.print(
        f"At our recall ({same['recall']:.3f}), links to another story: ours {same['ours']}, cosine + article cosine "
        f"{same['cosine + article cosine']}."
    )
    lost = _table("Gold pairs that share no fact, by the step that lost them", "step", "pairs")
    for step, n in r["missed"].items():
        lost.add_row(step, str(n))
    console.print(lost)
    reasons = ", ".join(f"{why} {n}" for why, n in r["sentences_without_claim"].items())
    console.print(f"Validated sentences without a claim: {reasons or 'none'}.")
    among = r["where_both_have_claims"]
    console.print(
        f"Among sentences with a claim: precision {among['precision']:.3f}, recall {among['recall']:.3f}, "
        f"F1 {among['f1']:.3f}."
    )
    story, found = r["stories"], r["candidates"]
    console.print(
        f"Stories: B-cubed {_prf(story['b_cubed'])}, adjusted Rand {story['adjusted_rand']:.3f}; "
        f"{story['found_stories']} found, {story['gold_stories']} labelled."
    )
    console.print(
        f"Candidates: recall {found['recall']:.3f} at {found['share_of_all_pairs']:.2%} of all pairs "
        f"({found['candidates']}).\n"
    )


def _prf(row: dict[str, Any]) -> str:
    return f"{row['f1']:.3f} (precision {row['precision']:.3f}, recall {row['recall']:.3f})"


def _stories(name: str, r: dict[str, Any], console: Console) -> None:
    console.print(f"[bold]{name}: {r['topics']} topics, {r['articles']} articles, {r['fact_quotes']} quotes in facts")
    console.print(f"Stories: B-cubed {_prf(r['stories_b_cubed'])}, adjusted Rand {r['stories_adjusted_rand']:.3f}")
    console.print(
        f"Points: B-cubed {_prf(r['points_b_cubed'])}\n"
        f"Facts: B-cubed {_prf(r['facts_b_cubed'])}; {r['facts']} found, {len(r['mixed_facts'])} mixed; "
        f"{r['quotes_without_claim']} quotes without a claim"
    )
    for relation, row in r["relations"].items():
        console.print(
            f"{relation}: {_precision(row)}, recall {row['recall']:.3f} ({row['right']} of {row['labelled']})"
        )
    console.print(
        f"near misses flagged: {r['near_misses_flagged']} of {r['near_misses']}; taken for claims: "
        f"{r['not_claims_taken']} of {r['not_claims']}"
    )
    if not name.endswith("test"):  # the texts of the test part are not to be read
        for what in ("mixed_facts", "false_alarms", "missed_relations"):
            _list(what.replace("_", " "), r[what], console)
    console.print("Missed, by step: " + (", ".join(f"{step} {n}" for step, n in r["missed_by_step"].items()) or "none"))
    console.print()


def _precision(row: dict[str, Any]) -> str:
    return f"precision {row['precision']:.3f} of {row['found']} reported" if row["found"] else "none reported"


def _list(title: str, rows: list[str], console: Console) -> None:
    if rows:
        console.print(f"{title}: {len(rows)}")
        for row in rows[:LISTED]:
            console.print(f"  {row}", markup=False, highlight=False)
        if len(rows) > LISTED:
            console.print(f"  and {len(rows) - LISTED} more, in the JSON file")


def _pairs(r: dict[str, Any], console: Console) -> None:
    columns = ["n", "positive", "AP", "threshold", "precision", "recall", "F1", "ECE", "precision, other story"]
    table = _table("Pairs of sentences", "set", "asked", *columns)
    for row in r.values():
        at, other = row["at_threshold"], row["among_other_story"]
        values = [row["n"], row["positive"], row["average_precision"], row["threshold"], at["precision"], at["recall"]]
        rest = [at["f1"], row["calibration_error"], other and other["precision"]]
        table.add_row(row["file"], row["question"], *map(_number, [*values, *rest]))
    console.print(table)
    console.print()


def _relations(name: str, r: dict[str, Any], console: Console) -> None:
    found = r["contradiction"]["at_threshold"]
    title = f"Five {name}: n = {r['n']}, accuracy {r['accuracy']:.3f}, macro-F1 {r['macro_f1']:.3f}; rows are labels"
    table = _table(title, "", *r["relations"])
    for name, row in zip(r["relations"], r["confusion"], strict=True):
        table.add_row(name, *map(str, row))
    console.print(table)
    console.print(f"contradiction: precision {found['precision']:.3f}, recall {found['recall']:.3f}")
    _list("wrong", r["wrong"], console)
    console.print()


def _news(name: str, r: dict[str, Any], console: Console) -> None:
    bare, conflict = r["bare"], r["bare"]["contradiction"]["at_threshold"]
    title = (
        f"Pairs of real {name}, {r['groups']} headlines, n = {bare['n']}: accuracy as bare texts "
        f"{bare['accuracy']:.3f} (contradiction: precision {conflict['precision']:.3f}, recall "
        f"{conflict['recall']:.3f}), in reports {r['accuracy_inside']:.3f}"
    )
    table = _table(title, "in reports", "labelled", "reported", "right")
    for relation, row in r["inside"].items():
        table.add_row(relation, *(str(row[key]) for key in ("labelled", "reported", "right")))
    console.print(table)
    _list("flagged", r["flagged"], console)
    console.print()


def _contradictions(r: dict[str, Any], console: Console) -> None:
    columns = ["n", "positive", "AP", "P at R 0.5", "P at R 0.8", "precision", "recall", "ECE"]
    table = _table("Contradiction or not, measurement only", "set", *columns)
    for row in r.values():
        at, along = row["at_threshold"], row["precision_at_recall"]
        values = [row["n"], row["positive"], row["average_precision"], along["0.5"], along["0.8"]]
        table.add_row(row["file"], *map(_number, [*values, at["precision"], at["recall"], row["calibration_error"]]))
    console.print(table)
    console.print()


def _nli(r: dict[str, Any], console: Console) -> None:
    columns = ["pairs", "ways", "accuracy", "conflicts found at 5 % false alarms", "ECE"]
    table = _table("Natural language inference by the five relations", "set", *columns)
    for row in r.values():
        values = [row[key] for key in ("pairs", "ways", "accuracy", "conflicts_found", "calibration_error")]
        table.add_row(row["file"], *map(_number, values))
    console.print(table)
    console.print()


def _flood(r: dict[str, Any], console: Console) -> None:
    columns = [
        "articles",
        "claims",
        "pairs",
        "judged",
        "facts",
        "contradictions",
        "updates",
        "flagged in 1,000",
        "judged so",
    ]
    table = _table("Flood test: pairs of claims across articles that are flagged", "articles", *columns)
    keys = ["articles", "claims", "pairs", "judged", "facts", "contradiction", "update", "flagged_in_1000"]
    keys.append("judged_so_in_1000")
    for name in ("unrelated", "related"):
        table.add_row(name, *(_number(r[name][key]) for key in keys))
    console.print(table)
    for name in ("unrelated", "related"):
        _list(f"{name}, to be checked by hand", r[name]["sample"], console)
    console.print()
