"""One line in which a task agreed at the event is typed: what, until when, who."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kts_desktop.ui.events.choices import Offered
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.date_fields import DateField
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.fields import ChoiceField, TextField
from kts_desktop.ui.kit.measure import sized, spaced

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskLine(QWidget):
    """Enter in any of the fields adds the task."""

    wanted = Signal(str, object, object)  # title, day, adviser or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.task")
        self.title, self.due, self.who = (
            TextField(self),
            DateField(self),
            ChoiceField(nothing="–", parent=self),
        )
        self.add = QPushButton(self)
        row = QHBoxLayout(self)
        spaced(row, (0, 4, 0, 0), 8)
        row.addWidget(self.title, 4)
        row.addWidget(self.due, 2)
        row.addWidget(self.who, 2)
        row.addWidget(self.add)
        sized(self.due, min_width=110)
        for key, field in (("title", self.title), ("due", self.due), ("who", self.who)):
            field.editors()[0].setObjectName(f"events.task.{key}")
            field.editors()[0].installEventFilter(self)
        self.add.setObjectName("events.task.add")
        self.add.clicked.connect(self._on_add)

    def set_advisers(self, offered: Offered) -> None:
        """Offer who may take the task; at first it is the adviser who sits here."""
        is_first = self.who.box.count() <= 1
        self.who.set_choices(offered.advisers)
        if is_first and offered.me is not None:
            self.who.set_value(str(offered.me))

    def clear(self) -> None:
        """Empty the title for the next task; day and name stay, as several often share them."""
        self.title.set_value("")
        self.title.setFocus()

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.line.setPlaceholderText(self.tr("New task"))
        self.due.line.setPlaceholderText(self.tr("Due"))
        self.title.set_name(self.tr("New task"))
        self.due.set_name(self.tr("Due on"))
        self.who.set_name(self.tr("Assigned to"))
        name_button(self.add, self.tr("Add"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add by Enter."""
        is_key = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._on_add()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_add(self) -> None:
        title, day = self.title.value(), self.due.value()
        if not title or day is None:
            field = self.title if not title else self.due
            field.set_wrong(self.tr("Please enter what and until when."))
            field.setFocus()
            announce(self, self.tr("Please enter what and until when."))
            return
        self.title.set_wrong("")
        self.due.set_wrong("")
        who = self.who.value()
        self.wanted.emit(title, day, int(who) if who else None)
