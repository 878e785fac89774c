"""Lists of short lines: quick for thousands of rows.

A paragraph takes many times as long as a string, so the lines of a cell are broken here, and only a text
that holds a word without end becomes a paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle

from kts_desktop.printing.flowables import Flowable, Para, chunked_table, gap
from kts_desktop.printing.fonts import REGULAR, SEMIBOLD, width
from kts_desktop.printing.look import Look
from kts_desktop.printing.theme import INK, MUTED

_MARKED = re.compile(r"[^-./_@]*[-./_@]|[^-./_@]+")
_PAD = 6.0  # between columns, in points
_LEADING = 1.28
_MOST_LINES = 12  # of a cell: a longer text ends with a hint to the file


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the key of its head, its share of the width, whether it is set in semibold."""

    key: str
    share: float
    strong: bool = False


def list_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    look: Look,
    *,
    room: float,
    size: float,
    summary: str,
) -> list[Flowable]:
    """Return a table of raw texts that fills ``room`` points of width."""
    whole = sum(column.share for column in columns)
    widths = [room * column.share / whole for column in columns]
    head = [look.glyphs.text(look.words(column.key)) for column in columns]
    makers = [_Cells(column, look, size, wide - _PAD) for column, wide in zip(columns, widths, strict=True)]
    cells = [[make(raw) for raw, make in zip(row, makers, strict=True)] for row in rows]
    commands: list[tuple[object, ...]] = [
        *look.styles.table,
        ("FONTSIZE", (0, 0), (-1, -1), size),
        ("LEADING", (0, 0), (-1, -1), size * _LEADING),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("TEXTCOLOR", (0, 0), (-1, 0), MUTED),
        ("FONTNAME", (0, 0), (-1, 0), SEMIBOLD),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
        ("TOPPADDING", (0, 1), (-1, -1), size * 0.24),
        ("BOTTOMPADDING", (0, 1), (-1, -1), size * 0.36),
    ]
    commands += [
        ("FONTNAME", (place, 1), (place, -1), SEMIBOLD)
        for place, column in enumerate(columns)
        if column.strong
    ]
    table = chunked_table(head, cells, colWidths=widths, style=commands, summary=summary)
    return [*table, gap(size * 0.6)]


def longest_word(texts: Sequence[str], size: float, *, strong: bool = False) -> float:
    """Return the width a column needs so that no word of these texts is cut, its padding included."""
    font = SEMIBOLD if strong else REGULAR
    words = {word for text in texts for word in text.replace("@", "@ ").split(" ")}
    return max((width(word, font, size) for word in words), default=0.0) + _PAD + 0.5


def broken_lines(text: str, column: Column, look: Look, *, size: float, room: float) -> int:
    """Return how many lines a text takes in a column of so many points."""
    return _Cells(column, look, size, room - _PAD).count(text)


def row_height(lines: int, size: float) -> float:
    """Return how high a row of so many lines is."""
    return lines * size * _LEADING + size * 0.6


class _Cells:
    """Makes the cells of one column; it remembers how wide each word is."""

    def __init__(self, column: Column, look: Look, size: float, room: float) -> None:
        self._look, self._room, self._size = look, room, size
        self._font = SEMIBOLD if column.strong else REGULAR
        self._style = ParagraphStyle(
            "list cell",
            look.styles.cell_plain,
            fontName=self._font,
            fontSize=size,
            leading=size * _LEADING,
        )
        self._widths: dict[str, float] = {}
        self._blank = width(" ", self._font, size)

    def __call__(self, raw: str) -> str | Flowable:
        """Return the cell of a text."""
        text = self._look.glyphs.text(raw)
        lines = self._lines(text)
        if lines is None:
            return Para(self._look.glyphs.line(text[:600]), self._style)
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], self._look.words("cut")]
        return "\n".join(lines)

    def count(self, raw: str) -> int:
        """Return how many lines a text takes; many where a word is too wide."""
        lines = self._lines(self._look.glyphs.text(raw))
        return _MOST_LINES if lines is None else len(lines)

    def _lines(self, text: str) -> list[str] | None:
        """Return the text broken at its blanks and behind an @; None where a word is too wide."""
        lines: list[str] = []
        free = -1.0
        for word in text.replace("@", "@\0").split(" ") if self._wide(text) > self._room else [text]:
            for place, piece in enumerate(self._pieces(word)):
                wide = self._wide(piece)
                if wide > self._room:
                    return None
                gap_before = self._blank if lines and not place else 0.0
                if lines and wide + gap_before <= free:
                    lines[-1] += (" " if gap_before else "") + piece
                    free -= wide + gap_before
                else:
                    if lines and not place:
                        lines[-1] += " "  # keeps the words of two lines apart when the text is read
                    lines.append(piece)
                    free = self._room - wide
        return lines

    def _pieces(self, word: str) -> list[str]:
        """Return a word in the parts it may be broken into: behind its @, else behind any of its marks."""
        parts = word.split("\0")
        if max(map(self._wide, parts)) <= self._room:
            return parts
        return [piece for part in parts for piece in _MARKED.findall(part)]

    def _wide(self, text: str) -> float:
        found = self._widths.get(text)
        if found is None:
            found = self._widths[text] = width(text, self._font, self._size)
        return found
