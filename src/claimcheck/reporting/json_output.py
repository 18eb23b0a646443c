"""JSON and JSON Lines. The layout is described in docs/json.md and in claimcheck.schema.json beside this module."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from claimcheck.records import Claim, Comparison, Fact
from claimcheck.records.serialise import FORMAT, article_to_dict, claim_to_dict, fact_to_dict

# A lone surrogate cannot be written as UTF-8, and many readers end a line of JSON Lines at a Unicode line separator
# too: as escapes they come back as they were.
_ESCAPED = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


def json_text(comparison: Comparison) -> str:
    """The whole comparison as one JSON object, indented; `Comparison.load` reads it back."""
    return _dump(comparison.to_dict(), indent=2) + "\n"


def claims_jsonl(claims: Iterable[Claim]) -> str:
    """One claim per line, each a JSON object as in `claims` of the JSON report."""
    return "".join(_dump(claim_to_dict(claim)) + "\n" for claim in claims)


def facts_jsonl(comparison: Comparison) -> str:
    """One fact per line, each with its claims and with its articles' particulars (not their text)."""
    return "".join(_dump(_whole_fact(fact)) + "\n" for fact in comparison.facts)


def _whole_fact(fact: Fact) -> dict[str, Any]:
    row = {"format": FORMAT, **fact_to_dict(fact)}
    row["claims"] = [claim_to_dict(claim) for claim in fact.claims]
    row["articles"] = []
    for article in fact.articles:
        particulars = article_to_dict(article)
        del particulars["text"]
        row["articles"].append({**particulars, "name": article.name})
    return row


def _dump(data: Any, indent: int | None = None) -> str:
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
