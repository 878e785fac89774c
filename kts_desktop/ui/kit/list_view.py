"""The one look of every table: whole rows, one line each, columns of the user's choice."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSignalBlocker, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.cards import draw_chip
from kts_desktop.ui.kit.measure import px, scale
from kts_desktop.ui.kit.selection import SelectionById
from kts_desktop.ui.kit.table import CHIP_ROLE, Column, Loader, WindowedTable

R = TypeVar("R")
ROW_HEIGHT = 30
LEAST_WIDE = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HORIZONTAL = Qt.Orientation.Horizontal


class ListView(QTableView, Generic[R]):
    """A table over ids; ``wide`` is the key of the column that takes the room that is left."""

    def __init__(
        self, name: str, columns: Sequence[Column[R]], wide: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.table: WindowedTable[R] = WindowedTable(columns, self)
        self._keys = [column.key for column in self.table.columns]
        self._wide = self._keys.index(wide) if wide else 0
        self._sorted = (0, Qt.SortOrder.AscendingOrder)
        self.setModel(self.table)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.selection = SelectionById(self, self.table)
        self._look()
        self._head()

    def show_ids(self, ids: Iterable[int], load: Loader[R]) -> None:
        """Show these records; the chosen ones stay chosen."""
        self.table.show_ids(ids, load)

    def refresh_ids(self, ids: Iterable[int]) -> None:
        """Load these rows anew where they stand."""
        self.table.refresh_ids(ids)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Show which column the rows are sorted by, without asking for another order."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._sorted = (self._keys.index(key), order)
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(*self._sorted)

    def looks(self) -> dict[str, object]:
        """Return widths (at 100 %), hidden columns, their order and the sorting."""
        head, factor = self.horizontalHeader(), scale()
        widths = {
            key: round(head.sectionSize(number) / factor)
            for number, key in enumerate(self._keys)
            if not head.isSectionHidden(number) and number != self._wide
        }
        column, order = self._sorted
        return {
            "widths": widths,
            "hidden": [key for number, key in enumerate(self._keys) if head.isSectionHidden(number)],
            "order": [self._keys[head.logicalIndex(place)] for place in range(len(self._keys))],
            "sort": [self._keys[column], order is Qt.SortOrder.DescendingOrder],
        }

    def set_looks(self, looks: dict[str, object]) -> None:
        """Arrange the columns as remembered; what a newer version wrote is passed over."""
        head = self.horizontalHeader()
        widths, hidden, order = looks.get("widths"), looks.get("hidden"), looks.get("order")
        if isinstance(hidden, list):
            for number, key in enumerate(self._keys):
                head.setSectionHidden(number, key in hidden and number != self._wide)
        if isinstance(widths, dict):
            for number, key in enumerate(self._keys):
                if isinstance(widths.get(key), int) and number != self._wide:
                    head.resizeSection(number, px(max(40, widths[key])))
        if isinstance(order, list) and sorted(order) == sorted(self._keys):
            for place, key in enumerate(order):
                head.moveSection(head.visualIndex(self._keys.index(key)), place)
        match looks.get("sort"):
            case [str(key), bool(descending)] if key in self._keys:
                direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                self.sortByColumn(self._keys.index(key), direction)

    def keyboardSearch(self, search: str) -> None:
        """Typing does not jump: it would fetch every window; the search field is there for it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, copy with headings; Tab leaves the table."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._as_text())
        elif event.key() in _ENTER and not event.modifiers() and index.isValid():
            self.selection.opened.emit(self.table.id_at(index.row()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the wide column wide enough to read; the table scrolls sideways then."""
        super().resizeEvent(event)
        head = self.horizontalHeader()
        others = sum(head.sectionSize(number) for number in range(head.count()) if number != self._wide)
        fits = self.viewport().width() - others >= px(LEAST_WIDE)
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        if head.sectionResizeMode(self._wide) is not mode:
            head.setSectionResizeMode(self._wide, mode)
        if not fits:
            head.resizeSection(self._wide, px(LEAST_WIDE))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the columns on the keyboard's menu key too."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._choose_columns(QPoint(px(8), 0))

    def rescaled(self) -> None:
        """Take row heights from the zoom in force; the theme calls it."""
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))

    def _look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)  # measuring each row would fetch each row
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rescaled()

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setMinimumSectionSize(px(40))
        for number, column in enumerate(self.table.columns):
            head.resizeSection(number, px(column.width))
            head.setSectionHidden(number, not column.shown)
        head.setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Stretch)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._choose_columns)
        head.setSortIndicator(*self._sorted)
        self.setSortingEnabled(True)
        head.sortIndicatorChanged.connect(self._on_sorted)

    @Slot(int, Qt.SortOrder)
    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        if self.table.columns[column].sortable:
            self._sorted = (column, order)
        else:
            with QSignalBlocker(self.horizontalHeader()):
                self.horizontalHeader().setSortIndicator(*self._sorted)

    @Slot(QPoint)
    def _choose_columns(self, place: QPoint) -> None:
        head, menu = self.horizontalHeader(), QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self.table.columns):
            action = QAction(column.heading(), menu)
            action.setCheckable(True)
            action.setChecked(not head.isSectionHidden(number))
            action.setEnabled(number != self._wide)
            action.setData(number)
            menu.addAction(action)
        menu.triggered.connect(self._on_column)
        menu.popup(head.mapToGlobal(place))

    @Slot(QAction)
    def _on_column(self, action: QAction) -> None:
        self.horizontalHeader().setSectionHidden(cast("int", action.data()), not action.isChecked())

    def _as_text(self) -> str:
        head = self.horizontalHeader()
        places = (head.logicalIndex(place) for place in range(len(self._keys)))
        columns = [self.table.columns[number] for number in places if not head.isSectionHidden(number)]
        lines = ["\t".join(column.heading() for column in columns)]
        for record_id in self.selection.selected_ids():
            place = self.table.place(record_id)
            row = None if place is None else self.table.row_at(self.table.index(place, 0))
            if row is not None:
                lines.append("\t".join(" ".join(column.text(row).split()) for column in columns))
        return "\n".join(lines)


class RowDelegate(QStyledItemDelegate):
    """Draws a cell: ground, hairline, chip or text, and the ring around the current row."""

    def __init__(self, view: ListView) -> None:  # type: ignore[type-arg]
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selected))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        room, text = rect.adjusted(px(8), 0, -px(8), 0), str(index.data())
        kind = index.data(CHIP_ROLE)
        if kind and text:
            high = QFontMetrics(theme.font()).height()
            draw_chip(
                painter, kind, text, QRect(room.left(), room.center().y() - high // 2, room.width(), high)
            )
        else:
            painter.setFont(theme.font())
            painter.setPen(QColor(tokens.text))
            side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
            shown = QFontMetrics(theme.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, side, shown)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            self._ring(painter, rect, index.column(), QColor(tokens.accent))
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect, column: int, colour: QColor) -> None:
        head = self._view.horizontalHeader()
        places = [p for p in range(head.count()) if not head.isSectionHidden(head.logicalIndex(p))]
        own = head.visualIndex(column)
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colour)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colour)
        if own == places[0]:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), colour)
        if own == places[-1]:
            painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), colour)
