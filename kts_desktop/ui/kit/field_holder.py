"""A pane whose values can be changed one by one: asks which, where the focus does not tell."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QWidget


class Changeable(Protocol):
    """A value that a field changes."""

    field: str
    name: str

    def isAncestorOf(self, child: QWidget, /) -> bool:
        """Tell whether a widget stands in it."""


class FieldHolder(QFrame):
    """Base of such panes."""

    field_wanted = Signal(str)  # key of the field
    _chosen = ""

    def _changeables(self) -> Sequence[Changeable]:
        """Return the values that can be changed now, in reading order."""
        raise NotImplementedError

    def choose_field(self) -> bool:
        """Change the value that has the focus, else ask which; False where there is none."""
        values = self._changeables()
        focused: QWidget | None = self.window().focusWidget()
        if not values:
            return False
        here = next((one for one in values if focused is not None and one.isAncestorOf(focused)), None)
        if here is not None:
            self.field_wanted.emit(here.field)
        else:
            self._ask(values)
        return True

    def _ask(self, values: Sequence[Changeable]) -> None:
        menu = QMenu(self)
        menu.setObjectName("fields")
        for value in values:
            action = menu.addAction(value.name)
            action.setData(value.field)
        menu.triggered.connect(self._on_field)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(self.width() // 4, self.height() // 6)))
        menu.setActiveAction(menu.actions()[0])

    @Slot(QAction)
    def _on_field(self, action: QAction) -> None:
        self._chosen = str(action.data())
        QTimer.singleShot(0, self._on_menu_gone)

    @Slot()
    def _on_menu_gone(self) -> None:
        """Begin when the menu has given the focus back to where it goes on afterwards."""
        self.field_wanted.emit(self._chosen)
