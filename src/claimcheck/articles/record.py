"""One article as its file gives it, before anything is looked for in its text."""

from __future__ import annotations

import attrs

from claimcheck.articles.fields import Fields


@attrs.frozen(kw_only=True)
class Record:
    """One article as its file gives it, or one that is no article.

    Attributes:
        text: "" where `problem` says why there is none.
        fields: the file's own metadata.
        place: where in the file it stands ("line 3", "item 2"), or "" for the whole file.
        problem: what is wrong with it, or "".
        broken: whether the problem is damage, rather than an absence of text.
    """

    text: str = ""
    fields: Fields = attrs.field(factory=Fields)
    place: str = ""
    problem: str = ""
    broken: bool = False
