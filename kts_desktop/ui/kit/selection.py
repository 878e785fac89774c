"""The current record and the chosen records of a list, kept by id over every reset."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView

from kts_desktop.ui.kit.table import WindowedTable

_Flag = QItemSelectionModel.SelectionFlag
_MANY = 2_000  # more ids than these are not looked for again after a reset


class SelectionById(QObject):
    """Says which record is shown and which are chosen, in ids; 0 means none."""

    chosen = Signal(int)  # another record is the one to show now; 0: none
    opened = Signal(int)  # Enter or double click
    selection_changed = Signal(int)  # how many are chosen now

    def __init__(self, view: QAbstractItemView, table: WindowedTable) -> None:  # type: ignore[type-arg]
        super().__init__(view)
        self._view, self._table = view, table
        self._kept: list[int] = []
        self._current = 0
        self._row = 0
        self._told = 0
        self._is_resetting = False
        model = view.selectionModel()
        model.selectionChanged.connect(self._on_selected)
        model.currentChanged.connect(self._on_selected)
        view.activated.connect(self._on_activated)
        table.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        table.modelReset.connect(self._on_reset)

    def current_id(self) -> int:
        """Return the id of the record to show, 0 if there is none."""
        index = self._view.currentIndex()
        is_chosen = index.isValid() and self._view.selectionModel().isSelected(index)
        return self._table.id_at(index.row()) if is_chosen else 0

    def selected_ids(self) -> list[int]:
        """Return the ids of all chosen records in the order shown."""
        return [self._table.id_at(row) for row in sorted(set(self._rows()))]

    def select(self, record_id: int) -> bool:
        """Choose one record and bring it into view; False if the list does not hold it."""
        place = self._table.place(record_id)
        if place is None:
            return False
        index = self._table.index(place, self._first_column())
        self._view.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self._view.scrollTo(index)
        return True

    def clear(self) -> None:
        """Choose nothing."""
        self._view.selectionModel().clear()

    def _rows(self) -> Iterator[int]:
        for part in self._ranges():
            yield from range(part.top(), part.bottom() + 1)

    def _first_column(self) -> int:
        """Return the column the current cell stands in, so that a reset does not move it sideways."""
        return max(0, self._view.currentIndex().column())

    @Slot()
    def _on_selected(self) -> None:
        if not self._is_resetting:
            self.selection_changed.emit(self._count())
            self._tell()

    def _tell(self) -> None:
        now = self.current_id()
        if now != self._told:
            self._told = now
            self.chosen.emit(now)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._table.id_at(index.row()))

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._is_resetting = True
        index = self._view.currentIndex()
        self._current = self.current_id()
        self._row = max(0, index.row())
        self._kept = self.selected_ids() if self._count() <= _MANY else []

    @Slot()
    def _on_reset(self) -> None:
        model, selection = self._view.selectionModel(), QItemSelection()
        last = self._table.columnCount() - 1
        for record_id in self._kept:
            place = self._table.place(record_id)
            if place is not None:
                selection.select(self._table.index(place, 0), self._table.index(place, last))
        model.select(selection, _Flag.ClearAndSelect)
        place = self._table.place(self._current) if self._current else None
        rows = self._table.rowCount()
        if place is not None:
            index = self._table.index(place, 0)
            model.setCurrentIndex(index, _Flag.NoUpdate)
            self._view.scrollTo(index)
        elif self._current and rows:  # the arrow keys go on from where the record stood
            model.setCurrentIndex(self._table.index(min(self._row, rows - 1), 0), _Flag.NoUpdate)
        self._is_resetting = False
        self._on_selected()

    def _count(self) -> int:
        return sum(part.height() for part in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        return self._view.selectionModel().selection().toList()
