"""The parts of a pack as a list: ticked are those that are printed, in this order."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from kts_desktop.services.pack_parts import Part
from kts_desktop.ui.kit.measure import px

_ROW = 28  # pixels at 100 %: room for a finger
_PART = int(Qt.ItemDataRole.UserRole)


class PartsList(QListWidget):
    """Space ticks a part, Alt with an arrow or the mouse moves it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs.parts")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "field")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_filling = False
        self.itemChanged.connect(self._on_item_changed)
        self.model().rowsMoved.connect(self._on_rows_moved)

    def show_parts(self, chosen: Iterable[Part], names: Mapping[str, str]) -> None:
        """Show the parts chosen in their order, ticked, and below them those left out."""
        current = self.current()
        self._is_filling = True
        self.clear()
        ticked = list(chosen)
        for part in (*ticked, *(part for part in Part if part not in ticked)):
            item = QListWidgetItem(names.get(part, part), self)
            item.setData(_PART, part.value)
            item.setSizeHint(QSize(0, px(_ROW)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if part in ticked else Qt.CheckState.Unchecked)
            if part is current:
                self.setCurrentItem(item)
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self._is_filling = False

    def rename(self, names: Mapping[str, str]) -> None:
        """Name the parts in another language."""
        self._is_filling = True
        for row in range(self.count()):
            item = self.item(row)
            item.setText(names.get(str(item.data(_PART)), item.text()))
        self._is_filling = False

    def parts(self) -> list[Part]:
        """Return the ticked parts in their order."""
        items = (self.item(row) for row in range(self.count()))
        return [Part(str(item.data(_PART))) for item in items if item.checkState() is Qt.CheckState.Checked]

    def current(self) -> Part | None:
        """Return the part the keyboard stands on."""
        row = self.currentRow()
        return Part(str(self.item(row).data(_PART))) if row >= 0 else None

    def move_current(self, rows: int) -> None:
        """Move the part the keyboard stands on up (below 0) or down."""
        row = self.currentRow()
        wanted = row + rows
        if row < 0 or not 0 <= wanted < self.count():
            return
        self._is_filling = True
        item = self.takeItem(row)
        self.insertItem(wanted, item)
        self.setCurrentRow(wanted)
        self._is_filling = False
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a part with Alt and an arrow."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_current(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        if not self._is_filling:
            self.changed.emit()

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _on_rows_moved(self, *_rows: object) -> None:
        if not self._is_filling:
            self.changed.emit()
