"""Lines of text on a console: wrapped with hanging indents, marks that survive without colour."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from claimcheck.reporting.pieces import Piece
from claimcheck.reporting.words import printable

_MAX_WIDTH = 100
_MIN_TEXT = 20


class Page:
    """Writes wrapped lines to a rich console, never with markup, trailing spaces or an article's control characters.

    Attributes:
        width: columns that the text takes.
        quote_open, quote_close, bullet: as far as the console's encoding has them.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._coloured = console.color_system is not None and not console.no_color
        unicode = console.encoding.lower().startswith("utf")
        self.quote_open, self.quote_close = ("“", "”") if unicode else ('"', '"')
        self.bullet = "•" if unicode else "-"
        self._marks = ("»", "«") if unicode else (">>", "<<")
        # Long lines are hard to read: on a wide terminal the text keeps to the left.
        self.width = min(console.width, _MAX_WIDTH)

    def blank(self) -> None:
        self._console.print()

    def line(self, text: Text, *, label: Text | None = None, indent: int = 0, hang: int = 0) -> None:
        """Print `text`, wrapped; every line is indented by `indent` columns, all but the first by `hang` more.

        `label`, at most `hang` columns wide, stands before the first line, which then begins where the others do.
        """
        text = self._encodable(text)
        first = Text() if label is None else self._encodable(label)
        first.pad_right(hang - first.cell_len if label else 0)
        width = max(_MIN_TEXT, self.width - indent - hang)
        # The first line is wrapped at the same width as the others: a hair shorter than it could be.
        for place, line in enumerate(text.wrap(self._console, width)):
            line.rstrip()
            margin = Text(" " * (indent + hang)) if place else Text(" " * indent) + first
            self._console.print(margin + line, soft_wrap=True, highlight=False, markup=False, emoji=False)

    def marked(self, pieces: Iterable[Piece]) -> Text:
        """The pieces as one text, marked words bold and underlined, or between guillemets where there is no colour."""
        text = Text()
        for words, marked in pieces:
            words = printable(words)
            if not marked:
                text.append(words)
            elif self._coloured:
                text.append(words, style="bold underline")
            else:
                text.append(f"{self._marks[0]}{words}{self._marks[1]}")
        return text

    def _encodable(self, text: Text) -> Text:
        """The same text with what the console's encoding cannot write as "?"."""
        encoding = self._console.encoding
        try:
            text.plain.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            text = text.copy()
            text.plain = text.plain.encode(encoding, "replace").decode(encoding)
        return text
