"""The participants of an event: states, list, what can be done with those chosen, attendance."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kts_desktop.models.vocab import RegistrationId, RegistrationState
from kts_desktop.services.registration_lists import Places, RegistrationRow, SheetLine
from kts_desktop.ui.events import words
from kts_desktop.ui.events.attendance import AttendanceEntry
from kts_desktop.ui.events.participants_bar import ChosenBar, NextBar
from kts_desktop.ui.events.participants_presenter import ParticipantsPresenter
from kts_desktop.ui.events.states_bar import StatesBar
from kts_desktop.ui.events.table import EventWords, participant_columns
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.flow import Turning
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.list_pane import SearchLine
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.kit.table import Loader


class ParticipantsTab(QWidget):
    """Shows and asks; the page opens the forms."""

    form_wanted = Signal(int, int)  # registration to edit (0: new), registration to stand in for (0: none)
    walk_in_wanted = Signal(str)
    link_wanted = Signal(str, int)

    def __init__(self, told: EventWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.participants")
        self._told = told
        self._presenter: ParticipantsPresenter | None = None
        self._places, self._nothing = QLabel(self), Placeholder(icon="users", parent=self)
        self.add, self.attendance = QPushButton(self), QPushButton(self)
        self.states, self.search = StatesBar(told, self), SearchLine("events.participants.search", self)
        self.role = QComboBox(self)
        self.next, self.chosen = NextBar(self), ChosenBar(told, self)
        self.list: ListView[RegistrationRow] = ListView(
            "events.participants.list", participant_columns(told), wide="name", parent=self
        )
        self.entry = AttendanceEntry(told, self)
        self._views, self._rows = QStackedWidget(self), QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def follow(self, presenter: ParticipantsPresenter) -> None:
        """Ask this presenter from now on."""
        self._presenter = presenter

    def leave_attendance(self) -> None:
        """Go back from typing in the sheet to the list."""
        self._views.setCurrentIndex(0)

    def begin(self) -> None:
        """Show another event: nothing is searched, all states are shown."""
        self.leave_attendance()
        self.search.clear()
        self.states.choose("")
        self.role.setCurrentIndex(0)

    def show_places(self, places: Places) -> None:
        """Say how many places are taken and free."""
        told = words.places_told(places)
        if places.free is not None and places.free >= 0:
            told = self.tr("{0} · {1} free").format(told, places.free)
        elif places.free is not None:
            told = self.tr("{0} · {1} too many").format(told, -places.free)
        self._places.setText(told)

    def show_participants(self, ids: Sequence[RegistrationId], load: Loader[RegistrationRow]) -> None:
        """List these participants."""
        self.list.show_ids(ids, load)
        self._rows.setCurrentIndex(0 if ids else 1)
        self._say_nothing()

    def show_order(self, key: str, *, descending: bool) -> None:
        """Mark the column the list is sorted by."""
        self.list.sort_by(key, descending=descending)

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Say how many stand in each state."""
        self.states.show_counts(counts)
        is_anybody = any(count for _, count in counts)
        self.attendance.setEnabled(is_anybody)
        for part in (self.states, self.search, self.role):
            part.setVisible(is_anybody)

    def show_next(self, row: RegistrationRow | None) -> None:
        """Propose who moves up."""
        self.next.show_row(row)

    def show_sheet(self, lines: Sequence[SheetLine]) -> None:
        """Show the lines of the attendance sheet."""
        self.entry.show_sheet(lines)

    def select(self, registration_id: int) -> None:
        """Choose one registration."""
        self.leave_attendance()
        self.list.selection.select(registration_id)

    def retranslate(self) -> None:
        """Set the texts."""
        name_button(self.add, self.tr("Add participant"))
        name_button(self.attendance, self.tr("Enter attendance"))
        self.list.setAccessibleName(self.tr("Participants"))
        self.search.setPlaceholderText(self.tr("Search name or body"))
        self.search.setAccessibleName(self.tr("Search name or body"))
        self.role.setAccessibleName(self.tr("Role"))
        self.states.retranslate()
        self._offer_roles()
        self.chosen.retranslate()
        self._say_nothing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add somebody by Insert."""
        if event.key() == Qt.Key.Key_Insert:
            self._on_add()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _offer_roles(self) -> None:
        chosen = self.role.currentData()
        self.role.blockSignals(True)
        self.role.clear()
        self.role.addItem(self.tr("Any role"), "")
        for code, label in self._told.words.choices(words.ROLE):
            self.role.addItem(label, code)
        self.role.setCurrentIndex(max(0, self.role.findData(chosen)))
        self.role.blockSignals(False)

    def _say_nothing(self) -> None:
        if self.search.text().strip() or self.states.code() or self.role.currentData():
            self._nothing.set_texts(self.tr("No matches"), self.tr("Nobody fits search, state and role."))
        else:
            self._nothing.set_texts(
                self.tr("Nobody is registered yet"),
                self.tr("Add people of the directory, or type names in."),
                self.tr("Add participant"),
            )

    @Slot()
    def _on_narrowed(self) -> None:
        if self._presenter is not None:
            self._presenter.narrow(self.states.code(), str(self.role.currentData() or ""))

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.search(text)

    @Slot(str, bool)
    def _on_sort(self, key: str, descending: bool) -> None:
        if self._presenter is not None:
            self._presenter.sort(key, descending)

    @Slot(str)
    def _on_state(self, state: str) -> None:
        if self._presenter is not None:
            self._presenter.set_states(self.list.selection.selected_ids(), RegistrationState(state))

    @Slot(int, str)
    def _on_marked(self, registration_id: int, state: str) -> None:
        if self._presenter is not None:
            self._presenter.enter(RegistrationId(registration_id), RegistrationState(state))

    @Slot(str)
    def _on_rest(self, state: str) -> None:
        if self._presenter is not None:
            self._presenter.enter_rest(RegistrationState(state))

    @Slot(int)
    def _on_move_up(self, registration_id: int) -> None:
        if self._presenter is not None:
            self._presenter.move_up(RegistrationId(registration_id))

    @Slot()
    def delete_chosen(self) -> None:
        """Move the registrations chosen to the bin."""
        ids = self.list.selection.selected_ids()
        if ids and self._presenter is not None:
            self._presenter.delete(ids)

    @Slot()
    def _on_add(self) -> None:
        self.form_wanted.emit(0, 0)

    @Slot()
    def edit_chosen(self) -> None:
        """Ask for the form of the registration shown."""
        current = self.list.selection.current_id()
        if current:
            self.form_wanted.emit(current, 0)

    @Slot()
    def _on_deputy(self) -> None:
        self.form_wanted.emit(0, self.list.selection.current_id())

    @Slot()
    def _on_attendance(self) -> None:
        self._views.setCurrentIndex(1)
        self.entry.begin()

    @Slot()
    def _on_attendance_done(self) -> None:
        self.leave_attendance()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._places.setProperty("role", "strong")
        self.add.setIcon(icon("user-plus"))
        self.attendance.setIcon(icon("list-checks"))
        buttons, find, place = QHBoxLayout(), QHBoxLayout(), QWidget(self)
        for layout in (buttons, find):
            spaced(layout, (0, 0, 0, 0), 10)
        for button, key in ((self.add, "add"), (self.attendance, "attendance")):
            button.setObjectName(f"events.participants.{key}")
            sized(button, icon=16)
            buttons.addWidget(button)
        head = Turning(self._places, buttons)
        self.role.setObjectName("events.participants.role")
        find.addWidget(self.search, 1)
        find.addWidget(self.role)
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._nothing)
        column = QVBoxLayout(place)
        spaced(column, (0, 8, 0, 12), 10)
        column.addLayout(head)
        column.addWidget(self.next)
        column.addWidget(self.states)
        column.addLayout(find)
        column.addWidget(self._rows, 1)
        column.addWidget(self.chosen)
        self._views.addWidget(place)
        self._views.addWidget(self.entry)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._views)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self._nothing.pressed.connect(self._on_add)
        self.attendance.clicked.connect(self._on_attendance)
        self.states.chosen.connect(self._on_narrowed)
        self.role.currentIndexChanged.connect(self._on_narrowed)
        self.search.searched.connect(self._on_searched)
        self.list.table.sort_wanted.connect(self._on_sort)
        self.list.selection.opened.connect(self.edit_chosen)
        self.list.selection.selection_changed.connect(self.chosen.show_count)
        self.chosen.state_wanted.connect(self._on_state)
        self.chosen.edit.clicked.connect(self.edit_chosen)
        self.chosen.deputy.clicked.connect(self._on_deputy)
        self.chosen.delete.clicked.connect(self.delete_chosen)
        self.next.move_up_wanted.connect(self._on_move_up)
        self.entry.marked.connect(self._on_marked)
        self.entry.rest_wanted.connect(self._on_rest)
        self.entry.walk_in_wanted.connect(self.walk_in_wanted)
        self.entry.closed.connect(self._on_attendance_done)
