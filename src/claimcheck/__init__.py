"""claimcheck cross-references fact claims: what several articles agree on, what they dispute, and why.

    >>> import claimcheck
    >>> judgement = claimcheck.judge("The call took 50 minutes.", "The call lasted over an hour.")  # doctest: +SKIP
    >>> judgement.relation  # doctest: +SKIP
    'contradiction'

Names are loaded when they are first used: `import claimcheck` itself imports nothing heavy.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.articles import read_articles
    from claimcheck.claims import extract_claims
    from claimcheck.errors import ClaimcheckError, InputError, ModelError, OutputError, SettingsError
    from claimcheck.judging import judge, judge_pairs
    from claimcheck.pipeline import compare
    from claimcheck.records import Article, Claim, Comparison, Evidence, Fact, Judgement, Notice, Point, Reason, Story
    from claimcheck.settings import Settings

__version__ = "0.1.0"

_HOME = {
    "read_articles": "articles",
    "extract_claims": "claims",
    "compare": "pipeline",
    "judge": "judging",
    "judge_pairs": "judging",
    "ClaimcheckError": "errors",
    "InputError": "errors",
    "ModelError": "errors",
    "OutputError": "errors",
    "SettingsError": "errors",
    "Article": "records",
    "Claim": "records",
    "Comparison": "records",
    "Evidence": "records",
    "Fact": "records",
    "Judgement": "records",
    "Notice": "records",
    "Point": "records",
    "Reason": "records",
    "Story": "records",
    "Settings": "settings",
}

__all__ = [
    "Article",
    "Claim",
    "ClaimcheckError",
    "Comparison",
    "Evidence",
    "Fact",
    "InputError",
    "Judgement",
    "ModelError",
    "Notice",
    "OutputError",
    "Point",
    "Reason",
    "Settings",
    "SettingsError",
    "Story",
    "compare",
    "extract_claims",
    "judge",
    "judge_pairs",
    "read_articles",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(importlib.import_module(f"claimcheck.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, "__version__"})
