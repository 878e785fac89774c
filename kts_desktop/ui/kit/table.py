"""One model for every list: ids in order, rows fetched a window at a time.

Sorting and filtering happen in SQL: the view asks, the presenter answers with new ids.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Loader = Callable[[Sequence[int]], Mapping[int, R]]
DisplayRole = Qt.ItemDataRole.DisplayRole
ID_ROLE = int(Qt.ItemDataRole.UserRole)  # the id of the record
ROW_ROLE = ID_ROLE + 1  # the row as loaded, or None
CHIP_ROLE = ID_ROLE + 2  # the kind of a status chip, or ""
WINDOW = 50
KEPT_WINDOWS = 200
_ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: the key it sorts by, its heading in the language in force, its text.

    ``chip`` names the kind of a status chip (open, wait, done, due) drawn behind the text; ``width`` is
    designed at 100 %; ``shown`` tells whether the column is there until the user chooses.
    """

    key: str
    heading: Callable[[], str]
    text: Callable[[R], str]
    number: bool = False
    width: int = 150
    shown: bool = True
    sortable: bool = True
    chip: Callable[[R], str] | None = None


class WindowedTable(QAbstractTableModel, Generic[R]):
    """Read-only table over ids; it knows no session and asks no questions."""

    sort_wanted = Signal(str, bool)  # column key, descending

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._ids: array[int] = array("q")
        self._load: Loader[R] = _nothing
        self._windows: OrderedDict[int, Mapping[int, R]] = OrderedDict()
        self._answers: Mapping[int, Callable[[Index], object]] = {
            int(DisplayRole): self._text,
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken,
            int(Qt.ItemDataRole.TextAlignmentRole): self._side,
            ID_ROLE: self._id,
            ROW_ROLE: self.row_at,
            CHIP_ROLE: self._chip,
        }

    def show_ids(self, ids: Iterable[int], load: Loader[R]) -> None:
        """Replace what the table shows; ``load`` returns the rows of a few ids.

        The views keep their current row and selection by id.
        """
        self.beginResetModel()
        self._ids = array("q", ids)
        self._load = load
        self._windows.clear()
        self.endResetModel()

    def refresh_ids(self, ids: Iterable[int]) -> None:
        """Load the rows of these ids anew; their places stay."""
        changed = set(ids)
        for number in list(self._windows):
            first = number * WINDOW
            last = min(first + WINDOW, len(self._ids)) - 1
            if not changed.isdisjoint(self._ids[first : last + 1]):
                del self._windows[number]
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def ids(self) -> Sequence[int]:
        """Return all ids in the order shown."""
        return self._ids

    def row_at(self, index: Index) -> R | None:
        """Return the row of ``index``; None if the record went between list and window."""
        number = index.row()
        return self._window(number // WINDOW).get(self._ids[number])

    def id_at(self, row: int) -> int:
        """Return the id at a place."""
        return self._ids[row]

    def place(self, record_id: int) -> int | None:
        """Return where a record stands now; None if the filter hides it."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(int(role))
        return None if answer is None else answer(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == DisplayRole:
            return self.columns[section].heading()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].number else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0 and self.columns[column].sortable:
            self.sort_wanted.emit(self.columns[column].key, order is Qt.SortOrder.DescendingOrder)

    def _text(self, index: Index) -> str:
        row = self.row_at(index)
        return "" if row is None else self.columns[index.column()].text(row)

    def _id(self, index: Index) -> int:
        return self._ids[index.row()]

    def _chip(self, index: Index) -> str:
        chip, row = self.columns[index.column()].chip, self.row_at(index)
        return "" if chip is None or row is None else chip(row)

    def _side(self, index: Index) -> Qt.AlignmentFlag | None:
        return _RIGHT if self.columns[index.column()].number else None

    def _spoken(self, index: Index) -> str:
        """Return "Heading: value"; the first cell also says which row of how many it is."""
        column = self.columns[index.column()]
        heading, text = column.heading(), self._text(index)
        spoken = f"{heading}: {text}" if heading else text
        if index.column() > 0:
            return spoken
        counted = QCoreApplication.translate("kit", "row {0} of {1}").format(index.row() + 1, len(self._ids))
        return f"{spoken}, {counted}"

    def _window(self, number: int) -> Mapping[int, R]:
        if number not in self._windows:
            first = number * WINDOW
            self._windows[number] = self._load(self._ids[first : first + WINDOW])
            if len(self._windows) > KEPT_WINDOWS:
                self._windows.popitem(last=False)
        self._windows.move_to_end(number)
        return self._windows[number]


def _nothing(_ids: Sequence[int]) -> Mapping[int, Any]:
    return {}
