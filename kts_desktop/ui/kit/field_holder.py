"""A pane whose values can be changed one by one: asks which, where the focus does not tell."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget


class Changeable(Protocol):
    """A value that a field changes."""

    field: str
    name: str

    def isAncestorOf(self, child: QWidget, /) -> bool:
        """Tell whether a widget stands in it."""


class FieldMenu(QMenu):
    """The names of the values; letters typed go to the first name that begins with them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fields")
        self._typed = ""
        self._pause = QTimer(self, interval=QApplication.keyboardInputInterval() * 2, singleShot=True)
        self._pause.timeout.connect(self._on_pause)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a name by its first letters."""
        letters = event.text()
        if not letters.strip() or not letters.isprintable():
            super().keyPressEvent(event)
            return
        self._typed += letters.casefold()
        self._pause.start()
        for action in self.actions():
            if action.text().casefold().startswith(self._typed):
                self.setActiveAction(action)
                return

    @Slot()
    def _on_pause(self) -> None:
        self._typed = ""


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
        menu = FieldMenu(self)
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
