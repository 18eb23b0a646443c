"""The frozen records that pass between the rooms."""

from claimcheck.records.article import Article, Claim, content_id, to_date
from claimcheck.records.comparison import Comparison, Notice
from claimcheck.records.judgement import (
    RELATIONS,
    SAME_FACT,
    Evidence,
    Fact,
    Judgement,
    Reason,
    Relation,
    Status,
    Story,
)
from claimcheck.records.values import (
    FACTUALITIES,
    Entity,
    Event,
    Factuality,
    Located,
    Medium,
    Mention,
    Quantity,
    Span,
    TimeSpan,
)

__all__ = [
    "FACTUALITIES",
    "RELATIONS",
    "SAME_FACT",
    "Article",
    "Claim",
    "Comparison",
    "Entity",
    "Event",
    "Evidence",
    "Fact",
    "Factuality",
    "Judgement",
    "Located",
    "Medium",
    "Mention",
    "Notice",
    "Quantity",
    "Reason",
    "Relation",
    "Span",
    "Status",
    "Story",
    "TimeSpan",
    "content_id",
    "to_date",
]
