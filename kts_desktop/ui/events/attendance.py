"""Typing in an attendance sheet: number or name, one key for the state, next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kts_desktop.models.vocab import RegistrationState
from kts_desktop.services.registration_lists import SheetLine
from kts_desktop.ui.events.attendance_match import ENTERED, Sheet
from kts_desktop.ui.events.table import EventWords, sheet_columns
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.measure import spaced

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PRESENT = RegistrationState.ATTENDED


class AttendanceEntry(QWidget):
    """Lines of the sheet narrowed by what is typed; Enter or + attended, - absent, * excused."""

    marked = Signal(int, str)  # registration, state
    rest_wanted = Signal(str)  # all lines not entered yet get this state
    walk_in_wanted = Signal(str)  # the name typed
    closed = Signal()

    def __init__(self, told: EventWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.attendance")
        self._told, self._sheet = told, Sheet()
        self.line = QLineEdit(self)
        self.list: ListView[SheetLine] = ListView(
            "events.attendance.lines", sheet_columns(told), wide="name", parent=self
        )
        self.list.setSortingEnabled(False)
        self._said, self._left, self._keys = QLabel(self), QLabel(self), QLabel(self)
        self.walk_in, self.rest, self.everyone, self.close_entry = (QPushButton(self) for _ in range(4))
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Put the cursor into the line."""
        self.line.clear()
        self._said.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, lines: Sequence[SheetLine]) -> None:
        """Show the sheet; what is typed stays."""
        self._sheet = Sheet(tuple(lines))
        self._narrow()
        entered = len(lines) - self._sheet.open
        self._left.setText(self.tr("{0} of {1} entered").format(entered, len(lines)))
        for button in (self.rest, self.everyone):
            button.setEnabled(self._sheet.open > 0)

    def retranslate(self) -> None:
        """Set the texts."""
        self.line.setPlaceholderText(self.tr("Number or name"))
        self.line.setAccessibleName(self.tr("Number or name on the sheet"))
        self.list.setAccessibleName(self.tr("Attendance sheet"))
        self._keys.setText(self.tr("Enter: attended · minus: absent · asterisk: excused · ↑ ↓: choose"))
        name_button(self.walk_in, self.tr("Add somebody who came"))
        name_button(self.everyone, self.tr("All others attended"))
        name_button(self.rest, self.tr("All others absent"))
        name_button(self.close_entry, self.tr("Done"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the keys that set a state or move in the list, before the line takes them as letters."""
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mark(_PRESENT)
            return True
        if key in _MOVES:
            self._step(_MOVES[key])
            return True
        if key == Qt.Key.Key_Escape:
            self._on_escape()
            return True
        state = self._sheet.state_for(self.line.text(), event.text())
        if state is None:
            return False
        self._mark(state)
        return True

    def _mark(self, state: RegistrationState) -> None:
        line = self._chosen()
        if line is None:
            announce(self._said, self.tr("Nobody of this name or number is on the sheet."))
            self._said.setText(self.tr("Nobody of this name or number is on the sheet."))
            return
        said = f"{line.number} · {line.name}: {self._told.words.of('registration_state', state)}"
        self._said.setText(said)
        announce(self._said, said)
        self.marked.emit(line.id, state.value)
        self.line.clear()

    def _chosen(self) -> SheetLine | None:
        current = self.list.selection.current_id()
        return next((line for line in self._sheet.lines if line.id == current), None)

    def _step(self, step: int) -> None:
        ids = self.list.table.ids()
        current = self.list.selection.current_id()
        place = self.list.table.place(current) if current else None
        wanted = 0 if place is None else max(0, min(len(ids) - 1, place + step))
        if ids:
            self.list.selection.select(ids[wanted])

    def _on_escape(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.closed.emit()

    @Slot()
    def _narrow(self) -> None:
        """Show the lines meant; the first one is chosen, without a word the next one still to enter."""
        found = self._sheet.matching(self.line.text())
        by_id = {int(line.id): line for line in found}
        self.list.show_ids(by_id, _Load(by_id))
        wanted = found
        if not self.line.text().strip():
            wanted = [line for line in found if line.state not in ENTERED] or found
        if wanted:
            self.list.selection.select(wanted[0].id)

    @Slot()
    def _on_walk_in(self) -> None:
        self.walk_in_wanted.emit(self.line.text().strip())

    @Slot()
    def _on_rest(self) -> None:
        self.rest_wanted.emit(RegistrationState.ABSENT.value)

    @Slot()
    def _on_everyone(self) -> None:
        self.rest_wanted.emit(RegistrationState.ATTENDED.value)

    def _lay_out(self) -> None:
        for label, role in ((self._said, "strong"), (self._left, "muted"), (self._keys, "caption")):
            label.setProperty("role", role)
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        spaced(head, (0, 0, 0, 0), 10)
        head.addWidget(self.line, 1)
        head.addWidget(self._left)
        head.addWidget(self.close_entry)
        spaced(foot, (0, 0, 0, 0), 10)
        foot.addWidget(self.walk_in)
        foot.addStretch()
        foot.addWidget(self.everyone)
        foot.addWidget(self.rest)
        spaced(column, (0, 8, 0, 16), 8)
        column.addLayout(head)
        column.addWidget(self._keys)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.line.setObjectName("events.attendance.line")
        self.close_entry.setProperty("primary", True)
        for key, button, slot in (
            ("walk_in", self.walk_in, self._on_walk_in),
            ("rest", self.rest, self._on_rest),
            ("everyone", self.everyone, self._on_everyone),
        ):
            button.setObjectName(f"events.attendance.{key}")
            button.clicked.connect(slot)
        self.close_entry.setObjectName("events.attendance.close")
        self.close_entry.clicked.connect(self.closed)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)


class _Load:
    """Rows that are in memory already."""

    def __init__(self, lines: dict[int, SheetLine]) -> None:
        self._lines = lines

    def __call__(self, ids: Sequence[int]) -> dict[int, SheetLine]:
        return {id_: self._lines[id_] for id_ in ids}
