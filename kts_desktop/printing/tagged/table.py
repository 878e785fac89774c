"""Tables whose heads are heads: TH with scope, one Table over all its pages."""
# ruff: noqa: N802, N803, N815, SLF001 - overrides ReportLab's methods and reads its private state

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFString
from reportlab.platypus import Flowable, Table

from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.frames import stands_at_top
from kts_desktop.printing.tagged.structure import Element, Node
from kts_desktop.printing.tagged.text import Para

Row = Sequence[Any]
_ENDLESS = 72_000.0
_HEAD, _BODY, _ROW, _CELL = Node("THead"), Node("TBody"), Node("TR"), Node("TD")  # told apart by their keys


class DataTable(Table):
    """Table whose first ``head_rows`` rows and ``head_cols`` columns are heads.

    Repeated head rows on later pages are artifacts. A cell with more than one line must be a Para.
    """

    canv: TaggedCanvas
    node: Node
    head_rows = 0
    head_cols = 0
    base = 0
    continued = False
    _sized = -1.0
    _width: float
    _height: float
    _rowHeights: list[float | None]
    _cellvalues: list[Row]
    _spanCmds: list[Any]
    _spanRanges: dict[tuple[int, int], tuple[int, int, int, int] | None]
    _frame: Any

    def __init__(
        self,
        data: Sequence[list[Any] | tuple[Any, ...]],
        *args: Any,
        head_rows: int | None = None,
        head_cols: int = 0,
        summary: str = "",
        **kwargs: Any,
    ) -> None:
        if head_rows is not None:  # None: made by ReportLab's splitter, _splitRows sets the rest
            kwargs.setdefault("repeatRows", head_rows)
            self.node = Node(
                "Table", attributes={"Table": {"Summary": PDFString(summary)}} if summary else None
            )
            self.head_rows, self.head_cols = head_rows, head_cols
        kwargs["renderCB"] = _Tagger()
        kwargs.setdefault("hAlign", "LEFT")
        super().__init__(data, *args, **kwargs)

    def adopt(self, other: "DataTable", base: int) -> None:
        """Continue the table ``other``: the body begins at row ``base`` of the whole."""
        self.node, self.head_rows, self.head_cols = other.node, other.head_rows, other.head_cols
        self.base, self.continued = base, True

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Find the heights of the rows, once for a width."""
        if self._sized == availWidth:
            return self._width, self._height
        size = super().wrap(availWidth, availHeight)
        if None not in self._rowHeights:  # all rows were asked, not just those that fit the height
            self._sized = availWidth
        return size

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Split between rows; within one only where it is higher than a page."""
        self.splitInRow = int(stands_at_top(self))
        return super().split(availWidth, availHeight)

    def _listCellGeom(self, V: Any, w: float, s: Any, **more: Any) -> tuple[float, float]:
        if not more and _is_para(V):
            return V[0].wrap(w - s.leftPadding - s.rightPadding, _ENDLESS)  # type: ignore[no-any-return]
        return super()._listCellGeom(V, w, s, **more)  # type: ignore[misc,no-any-return]

    def _drawCell(self, cellval: Any, cellstyle: Any, pos: tuple[float, float], size: Any) -> None:
        if _is_para(cellval) and (cellstyle.alignment, cellstyle.valign) == ("LEFT", "TOP"):
            high = self._listCellGeom(cellval, size[0], cellstyle)[1]
            y = pos[1] + size[1] - cellstyle.topPadding - high
            cellval[0].drawOn(self.canv, pos[0] + cellstyle.leftPadding, y)
        else:
            super()._drawCell(cellval, cellstyle, pos, size)  # type: ignore[misc]

    def _splitRows(self, availHeight: float, doInRowSplit: int = 0) -> list[Any]:
        parts: list[Any] = super()._splitRows(availHeight, doInRowSplit)  # type: ignore[misc]
        if len(parts) == 2:  # noqa: PLR2004 - what fits, and the rest
            first, rest = parts
            first.adopt(self, self.base)
            first.continued = self.continued
            above, below = len(first._cellvalues), len(rest._cellvalues) - self.repeatRows
            torn = above + below - len(self._cellvalues)  # 1 where a row goes on in the rest
            rest.adopt(self, self.base + above - self.repeatRows - torn)
        return parts


def _is_para(cell: Any) -> bool:
    """Tell whether a cell holds one paragraph and nothing else."""
    return isinstance(cell, list | tuple) and len(cell) == 1 and isinstance(cell[0], Para)


class _Tagger:
    """Answers ReportLab's render call-backs of one table with marked content."""

    def __call__(self, table: DataTable, what: str, *args: Any) -> None:
        if what == "startTable":
            self._silent = table.canv.muted  # inside a figure: no inner tags
        if self._silent:
            return
        match what:
            case "startTable":
                self._start_table(table)
            case "endTable":
                table.canv.tree.open.pop()
            case "startRow":
                self._start_row(table, args[0])
            case "endRow":
                if self._repeated:
                    table.canv.end_marked()
            case "startCell":
                self._start_cell(table, *args[:3])
            case "endCell":
                self._end_cell(table)

    def _start_table(self, table: DataTable) -> None:
        tree = table.canv.tree
        self._element = tree.resolve((table.node,))
        tree.open.append(self._element)

    def _start_row(self, table: DataTable, row: int) -> None:
        canvas = table.canv
        self._repeated = table.continued and row < table.repeatRows
        if self._repeated:
            canvas.begin_artifact("Pagination", "Header")
            return
        self._in_head = row < table.head_rows and not table.continued
        part = _HEAD if self._in_head else _BODY
        group = canvas.tree.element(self._element, (table.node, part), part)
        self._row: Element = canvas.tree.element(group, (table.node, "TR", table.base + row), _ROW)

    def _start_cell(self, table: DataTable, row: int, column: int, value: Any) -> None:
        self._flowing = self._opened = False
        if self._repeated:
            return
        canvas = table.canv
        is_head = self._in_head or column < table.head_cols
        about: dict[str, object] = {}
        if table._spanCmds and (column, row) in table._spanRanges:
            span = table._spanRanges[column, row]
            if span is None:  # hidden by a cell that spans this one
                return
            about = _spans(span)
        if is_head:
            about["Scope"] = PDFName("Column" if self._in_head else "Row")
        node = Node("TH" if is_head else "TD", attributes={"Table": about}) if about else _CELL
        element = canvas.tree.element(self._row, (table.node, table.base + row, column), node)
        self._flowing = isinstance(value, tuple | list | Flowable)
        if self._flowing:
            canvas.tree.open.append(element)
        elif value is not None and str(value).strip():
            canvas.begin_marked(element)
            self._opened = True

    def _end_cell(self, table: DataTable) -> None:
        if self._flowing:
            table.canv.tree.open.pop()
        elif self._opened:
            table.canv.end_marked()


def _spans(span: tuple[int, int, int, int]) -> dict[str, object]:
    """Return how many columns and rows a cell takes, where they are more than one."""
    left, top, right, bottom = span
    sizes = {"ColSpan": right - left + 1, "RowSpan": bottom - top + 1}
    return {key: size for key, size in sizes.items() if size > 1}
