"""The article's text in a JSON object: a string, paragraphs, or the blocks and runs of a rich-text editor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from claimcheck.articles.fields import PERHAPS_TEXT, TEXT, fields_of, fold, folded
from claimcheck.articles.words import words

_MAX_DEPTH = 40  # blocks in blocks, such as a list in a table
# What holds the text of a block; a title or a name beside it is none.
_INNER = (*TEXT, "rendered", "value", "children", "blocks", "data", "spans", "runs", "items")
_RUNS = frozenset(
    words(
        """
    text span link a b i em strong bold italic mark code mention emoji hardbreak inlinecode
    """
    )
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S*[^\W\d_]\S*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_PATH = re.compile(r"(?:[a-z]:|[.~]{0,2})[/\\]|\w+://|.{1,250}\.[a-z]\w{1,4}$", re.I)
_MANY_WORDS = 5  # from which on a value is taken for text though it is no sentence


def text_of(record: Mapping[Any, Any]) -> str:
    """The article's text in a JSON object, or "". Paragraphs are joined by empty lines."""
    return _text(_value(record))


def articles_in(record: Mapping[Any, Any]) -> list[Any] | None:
    """The articles that stand where an object's text is looked for: a list of objects, each with a text of its own.

    None where it is one article in paragraphs, blocks or sections: these have no address or date, and no title, or the
    object has one above theirs.
    """
    value = _value(record)
    if not isinstance(value, list) or not all(isinstance(item, Mapping) and text_of(item) for item in value):
        return None
    whole, parts = fields_of(record), [fields_of(item) for item in value]
    is_list = all(part.url or part.published or (part.title and not whole.title) for part in parts)
    return value if is_list else None


def _value(record: Mapping[Any, Any]) -> Any:
    """The first value under a name for texts that is one, or None: neither the number of a page nor a path is."""
    flat = folded(record)
    return next((flat[name] for name in TEXT if name in flat and _is_text(name, _text(flat[name]))), None)


def _is_text(name: str, text: str) -> bool:
    """Whether the value of a field is a text: it holds a word; under names of other things too, it reads like one."""
    if name not in PERHAPS_TEXT:
        return bool(_LETTER.search(text))
    text = text.strip()
    count = len(_WORD.findall(text))
    return not _PATH.match(text) and (count >= _MANY_WORDS or (count > 1 and bool(_SENTENCE_END.search(text))))


def _text(value: Any, depth: int = 0) -> str:
    """The text in a value; numbers are none."""
    if isinstance(value, str):
        return value
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(value, Mapping):
        flat = {fold(str(name)): inner for name, inner in value.items()}
        return next((text for name in _INNER if (text := _text(flat.get(name), depth + 1))), "")
    return _joined(value, depth) if isinstance(value, list | tuple) else ""


def _joined(items: list[Any] | tuple[Any, ...], depth: int) -> str:
    """The parts of a list: paragraphs, or the runs of one paragraph, which differ only in how they look."""
    parts = [part for item in items if (part := _text(item, depth + 1))]
    if not all(_is_run(item) for item in items):
        return "\n\n".join(part for part in parts if part.strip())
    text = ""
    for part in parts:
        paragraph = _SENTENCE_END.search(text) and part[:1].isupper()
        text += f"\n\n{part}" if paragraph else part
    return text


def _is_run(item: Any) -> bool:
    if not isinstance(item, Mapping):
        return False
    kinds = [value for name, value in item.items() if fold(str(name)) == "type"]
    return bool(kinds) and isinstance(kinds[0], str) and fold(kinds[0]) in _RUNS
