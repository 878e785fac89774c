"""A table of any length, laid out page by page: time grows with its rows, heads stand at page tops only."""
# ruff: noqa: SLF001 - reads ReportLab's private state

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.platypus import Flowable

from kts_desktop.printing.tagged.structure import Node
from kts_desktop.printing.tagged.table import DataTable, Row
from kts_desktop.printing.tagged.text import Para

_MORE = 1.2  # of the rows one page is thought to take are laid out, so that the split is found at once
_COMMAND = 3  # name, from cell, to cell


class LongTable(Flowable):
    """The rows of one table that are not yet on a page; what a page takes becomes a part of its own."""

    _frame: Any

    def __init__(
        self,
        heads: Sequence[Row],
        rows: Sequence[Row],
        *,
        size: int,
        summary: str = "",
        style: Sequence[Any] = (),
        **options: Any,
    ) -> None:
        super().__init__()
        attributes = {"Table": {"Summary": PDFString(summary)}} if summary else None
        self.node = Node("Table", attributes=attributes)
        self.hAlign = options.get("hAlign", "LEFT")
        self._heads, self._rows = [list(head) for head in heads], rows
        self._size, self._style, self._options = max(size, 1), list(style), options
        self._base, self._later = 0, False
        self._part: DataTable | None = None
        self._width, self._laid_out = 0.0, 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay out as many rows as fill the height; where not all do, the height told is one beyond it."""
        count = min(self._size, len(self._rows))
        if self._part is not None and self._width == width:
            count = max(count, self._laid_out)
        while True:
            part = self._of_rows(count, width)
            self.width, self.height = part.wrap(width, height)
            if self.height > height or count == len(self._rows):
                return self.width, self.height
            wanted = int(count * height / max(self.height, 1.0) * _MORE)
            count = min(len(self._rows), max(count + 5, wanted))

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits and the rest; nothing where not even one row fits."""
        self.wrap(width, height)
        part = self._part
        assert part is not None
        part._frame = getattr(self, "_frame", None)
        parts = part.split(width, height)
        if len(parts) <= 1:
            return list(parts)
        first, below = parts
        assert isinstance(first, DataTable)
        assert isinstance(below, DataTable)
        taken = len(first._cellvalues) - len(self._heads)
        rows: Sequence[Row] = self._rows[taken:]
        base = self._base + taken
        if below.base < base:  # a row higher than the page goes on in the rest
            rows, base = [below._cellvalues[len(self._heads)], *rows], base - 1
        return [first, self._go_on(rows, base, taken)]

    def draw(self) -> None:
        """Draw the rows: all of them were laid out, or the table would have been split."""
        assert self._part is not None
        self._part.drawOn(self.canv, 0, 0)

    def _of_rows(self, count: int, width: float) -> DataTable:
        """Return the next rows as a table, the one laid out last if it is the same."""
        if self._part is not None and self._laid_out == count and self._width == width:
            return self._part
        part = DataTable(
            [*self._heads, *map(list, self._rows[:count])],
            head_rows=len(self._heads),
            style=self._commands(count),
            **self._options,
        )
        part.node, part.base, part.continued = self.node, self._base, self._later
        self._part, self._laid_out, self._width = part, count, width
        return part

    def _go_on(self, rows: Sequence[Row], base: int, taken: int) -> "LongTable":
        rest = LongTable(self._heads, rows, size=int(taken * _MORE) + 2, style=self._style, **self._options)
        rest.node, rest._base, rest._later = self.node, base, True
        return rest

    def _commands(self, count: int) -> list[Any]:
        """Return the commands of style for these rows; those of rows before and behind them are left out."""
        heads, last = len(self._heads), len(self._heads) + count - 1
        out = []
        for command in self._style:
            if len(command) < _COMMAND:
                out.append(command)
                continue
            name, (left, top), (right, bottom), *rest = command
            top, bottom = (row - self._base if row >= heads else row for row in (top, bottom))
            if command[1][1] >= heads:
                top = max(top, heads)
            if top > last or (command[2][1] >= heads and bottom < heads):
                continue
            out.append((name, (left, top), (right, min(bottom, last)), *rest))
        return out


def chunked_table(
    head: Row, rows: Sequence[Row], *, size: int = 60, over: Sequence[Row] = (), **options: Any
) -> list[Flowable]:
    """Return a table of any length; ``size`` rows are laid out at first to see how many a page takes.

    ``over`` holds head rows above the last one, whose cells may span columns.
    """
    heads = [*map(list, over), list(head)]
    return [LongTable(heads, rows, size=size, **options)]


def captioned(table: Sequence[Flowable], text: str, style: ParagraphStyle) -> list[Flowable]:
    """Return a table with a caption above it, of markup, that belongs to it."""
    first = table[0]
    if not isinstance(first, DataTable | LongTable):
        raise TypeError("only a table takes a caption")
    caption = Para(text, style, path=(first.node, Node("Caption")))
    caption.keepWithNext = True
    return [caption, *table]
