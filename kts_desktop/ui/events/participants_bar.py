"""The bars of the participants: who moves up next, and what can be done with those chosen."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from kts_desktop.models.vocab import RegistrationState
from kts_desktop.services.registration_lists import RegistrationRow
from kts_desktop.ui.events import words
from kts_desktop.ui.events.table import EventWords
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.icons import IconLabel, icon
from kts_desktop.ui.kit.measure import sized, spaced


class NextBar(QFrame):
    """Says that a place is free and who of the waiting list is the next one; hidden otherwise."""

    move_up_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.next")
        self.setProperty("role", "card")
        self._row: RegistrationRow | None = None
        self._text, self.move_up = QLabel(self), QPushButton(self)
        self._text.setWordWrap(True)
        self.move_up.setObjectName("events.next.move_up")
        self.move_up.setProperty("primary", True)
        self.move_up.clicked.connect(self._on_clicked)
        line = QHBoxLayout(self)
        spaced(line, (14, 8, 10, 8), 10)
        line.addWidget(IconLabel("arrow-up", 18, parent=self))
        line.addWidget(self._text, 1)
        line.addWidget(self.move_up)
        self.setVisible(False)

    def show_row(self, row: RegistrationRow | None) -> None:
        """Propose somebody, or nobody."""
        is_news = row is not None and (self._row is None or row.id != self._row.id)
        self._row = row
        self.setVisible(row is not None)
        self.retranslate()
        if is_news:
            announce(self, self._text.text())

    def retranslate(self) -> None:
        """Set the texts."""
        name_button(self.move_up, self.tr("Move up"))
        if self._row is None:
            return
        who = f"{self._row.name}, {self._row.body}" if self._row.body else self._row.name
        when = self._row.registered_at
        told = self.tr("A place is free. Next on the waiting list: {0}").format(who)
        if when is not None:
            told = self.tr("{0} (registered {1})").format(told, formats.current().moment(when))
        self._text.setText(told)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _on_clicked(self) -> None:
        if self._row is not None:
            self.move_up_wanted.emit(int(self._row.id))


class ChosenBar(QWidget):
    """What can be done with the participants chosen; hidden while there are none."""

    state_wanted = Signal(str)

    def __init__(self, told: EventWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.chosen")
        self._told, self._chosen = told, 0
        self._count = QLabel(self)
        self.state, self.edit, self.deputy, self.delete = (QPushButton(self) for _ in range(4))
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_state)
        self.state.setMenu(self._menu)
        line = QHBoxLayout(self)
        spaced(line, (0, 0, 0, 0), 8)
        line.addWidget(self._count)
        line.addStretch()
        for key, button, picture in (
            ("state", self.state, "chevron-down"),
            ("edit", self.edit, "pencil"),
            ("deputy", self.deputy, "users"),
            ("delete", self.delete, "trash-2"),
        ):
            button.setObjectName(f"events.chosen.{key}")
            button.setIcon(icon(picture))
            sized(button, icon=16)
            line.addWidget(button)
        self._count.setProperty("role", "caption")
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        name_button(self.state, self.tr("Set state"))
        name_button(self.edit, self.tr("Edit"))
        name_button(self.deputy, self.tr("Deputy"))
        name_button(self.delete, self.tr("Delete"))
        self._menu.clear()
        known = tuple(RegistrationState)
        for code, label in words.choices(self._told.words, words.REGISTRATION, known):
            action = QAction(label, self._menu)
            action.setData(code)
            self._menu.addAction(action)
        self.show_count(self._chosen)

    @Slot(int)
    def show_count(self, count: int) -> None:
        """Say how many are chosen, and offer what makes sense for so many."""
        self._chosen = count
        self.setVisible(count > 0)
        self._count.setText(self.tr("%n selected", "", count))
        self.edit.setEnabled(count == 1)
        self.deputy.setEnabled(count == 1)

    @Slot(QAction)
    def _on_state(self, action: QAction) -> None:
        self.state_wanted.emit(str(action.data()))
