"""The figures of a quarter as tables: every figure is a link to the records it counts."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from kts_desktop.printing import formats
from kts_desktop.printing.papers.report import name_of
from kts_desktop.printing.words.common import Words
from kts_desktop.printing.words.report import TEXTS
from kts_desktop.services.report_tables import OVERVIEW, Cell, Table
from kts_desktop.ui.kit.facts import Link
from kts_desktop.ui.kit.flow import empty
from kts_desktop.ui.kit.formats import current
from kts_desktop.ui.kit.measure import px, sized, spaced
from kts_desktop.ui.reports.work import Counted

_WIDEST = 900
_FIGURE = 76  # width of a column of figures
_LEAST = 26  # of what is clicked
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOW, _BEFORE, _CHANGE, _REPORTED = 1, 2, 3, 4  # columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The records a figure counts, and what the figure is called."""

    kind: str
    ids: tuple[int, ...]
    label: str


class FigureLink(Link):
    """A figure that leads to what it counts; its digits stand at the right, below each other."""

    def sizeHint(self) -> QSize:
        """Return the room of the digits, at least what can be hit."""
        return super().sizeHint().expandedTo(QSize(px(_LEAST), px(_LEAST)))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a figure is not cut."""
        return self.sizeHint()


class FiguresView(QWidget):
    """Sentences above, then one grid a table; nothing is drawn anew where nothing has changed."""

    wanted = Signal(object)  # Behind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports.figures")
        self._shown: tuple[object, ...] = ()
        self._behind: list[Behind] = []
        self._words = Words("en", TEXTS)
        self._names = ("", "")
        self._counted: Counted | None = None
        outer = QVBoxLayout(self)
        spaced(outer, (0, 4, 0, 24), 0)
        self._ground = QWidget(self)
        sized(self._ground, max_width=_WIDEST)
        self._column = QVBoxLayout(self._ground)
        spaced(self._column, (0, 0, 0, 0), 10)
        outer.addWidget(self._ground)
        outer.addStretch()

    def behind(self) -> tuple[Behind, ...]:
        """Return what the links lead to, in reading order."""
        return tuple(self._behind)

    def show_counted(self, counted: Counted, language: str) -> None:
        """Show the figures of a quarter."""
        shown = (counted.sections, counted.reported, counted.data.revisions, counted.kept, language)
        if shown == self._shown:
            return
        self._shown, self._counted = shown, counted
        self._words, quarter = Words(language, TEXTS), counted.data.report.quarter
        self._names = name_of(quarter), name_of(quarter.before)
        self._behind = []
        empty(self._column)
        for sentence in self._sentences(counted):
            self._column.addWidget(self._label(sentence, "muted"))
        for section in counted.sections:
            heading = self._label(self._words(section.key), "heading")
            heading.setContentsMargins(0, px(14), 0, 0)
            self._column.addWidget(heading)
            for table in section.tables:
                self._add_table(table)

    def _sentences(self, counted: Counted) -> list[str]:
        """Return how the figures stand to what was reported."""
        out = []
        kept, data = counted.kept, counted.data
        if kept and kept[0].faults:
            out.append(self.tr("The frozen report is damaged: see Frozen reports."))
        elif kept:
            moment, count = current().moment(kept[0].row.as_at), counted.differing
            out.append(
                self.tr("Reported as at {0}; %n figure(s) are counted otherwise today.", "", count).format(
                    moment
                )
                if count
                else self.tr("Reported as at {0}; every figure is still the same.").format(moment)
            )
        if data.revisions:
            out.append(
                self.tr(
                    "%n figure(s) of {0} are counted otherwise today than they were reported.",
                    "",
                    len(data.revisions),
                ).format(self._names[1])
            )
        return [*out, self.tr("A figure opens the list of what it counts.")]

    def _add_table(self, table: Table) -> None:
        block = QWidget(self._ground)
        grid = QGridLayout(block)
        spaced(grid, (0, 0, 0, 6), 2)
        grid.setColumnStretch(0, 1)
        columns = [_NOW, _BEFORE, _CHANGE, *([_REPORTED] if self._has_reported() else [])]
        for column in columns:
            grid.setColumnMinimumWidth(column, px(_FIGURE))
        title = self._words("figure") if table.key == OVERVIEW else self._words(table.key)
        block.setAccessibleName(title)
        grid.addWidget(self._label(title, "strong"), 0, 0)
        heads = [*self._names, self._words("change"), self._words("reported")]
        for column in columns:
            grid.addWidget(self._label(heads[column - 1], "caption"), 0, column, _RIGHT)
        self._line(grid, 1, len(columns))
        rows = [(row, self._label_of(table, row)) for row in table.rows]
        for number, (row, label) in enumerate(rows):
            self._add_row(grid, 2 + 2 * number, table, row, label)
            self._line(grid, 3 + 2 * number, len(columns))
        if table.total is not None:
            self._add_row(grid, 2 + 2 * len(rows), table, table.total, self._words("total"), is_total=True)
        if table.is_multiple:
            grid.addWidget(self._label(self._words("multiple"), "muted"), 3 + 2 * len(rows), 0, 1, -1)
        self._column.addWidget(block)

    def _label_of(self, table: Table, row: Cell) -> str:
        return self._words(row.label) if table.key == OVERVIEW else row.label

    def _add_row(
        self, grid: QGridLayout, place: int, table: Table, row: Cell, label: str, *, is_total: bool = False
    ) -> None:
        title = label if table.key == OVERVIEW else self._words(table.key)
        about = title if is_total or table.key == OVERVIEW else f"{title}, {label}"
        grid.addWidget(self._label(label, "strong" if is_total else ""), place, 0)
        grid.addWidget(self._figure(row.kind, row.ids, f"{about}, {self._names[0]}"), place, _NOW, _RIGHT)
        before = self._figure(row.kind, row.ids_before, f"{about}, {self._names[1]}")
        grid.addWidget(before, place, _BEFORE, _RIGHT)
        change = formats.signed(row.change or 0, self._words.language)
        grid.addWidget(self._label(change, "muted"), place, _CHANGE, _RIGHT)
        if self._has_reported() and not is_total:
            grid.addWidget(self._reported(table, row), place, _REPORTED, _RIGHT)

    def _figure(self, kind: str, ids: tuple[int, ...], about: str) -> QWidget:
        """Return a figure; one above zero leads to what it counts."""
        text = current().number(len(ids))
        if not ids:
            return self._label(text, "muted")
        link = FigureLink(text, kind, len(self._behind), self._ground)
        link.side = Qt.AlignmentFlag.AlignRight
        link.setAccessibleName(f"{about}: {text}")
        link.setToolTip(self.tr("Show the list: {0}").format(about))
        link.wanted.connect(self._on_wanted)
        self._behind.append(Behind(kind=kind, ids=ids, label=f"{about} ({text})"))
        return link

    def _reported(self, table: Table, row: Cell) -> QLabel:
        """Return what was reported; what is counted otherwise stands out by its weight and its sign."""
        assert self._counted is not None
        value = self._counted.reported.get((table.key, row.code), 0)
        if value is None:
            return self._label("*", "muted")
        is_same, text = value == row.value, current().number(value)
        label = self._label(text if is_same else f"≠ {text}", "muted" if is_same else "strong")
        label.setAccessibleName(text if is_same else self.tr("reported otherwise: {0}").format(text))
        return label

    def _has_reported(self) -> bool:
        return self._counted is not None and bool(self._counted.reported)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self._ground)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(len(text) > _LONG)
        if role:
            label.setProperty("role", role)
        return label

    def _line(self, grid: QGridLayout, place: int, columns: int) -> None:
        line = QFrame(self._ground)
        line.setProperty("role", "line")
        grid.addWidget(line, place, 0, 1, columns + 1)

    @Slot(str, int)
    def _on_wanted(self, _kind: str, number: int) -> None:
        self.wanted.emit(self._behind[number])


_LONG = 14  # letters from which on a text may need a second line
