"""The programme of an event: its sessions in the order of time."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kts_desktop.core.words import QT_TRANSLATE_NOOP
from kts_desktop.services.event_lists import EventCard
from kts_desktop.services.event_sessions import SessionRow
from kts_desktop.ui.events import times
from kts_desktop.ui.kit.detail import name_button
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.list_view import ListView
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.states import Placeholder
from kts_desktop.ui.kit.table import Column

_HEADINGS = {
    "time": QT_TRANSLATE_NOOP("events", "Time"),
    "title": QT_TRANSLATE_NOOP("events", "Session"),
    "room": QT_TRANSLATE_NOOP("events", "Room"),
    "speakers": QT_TRANSLATE_NOOP("events", "Speakers"),
    "places": QT_TRANSLATE_NOOP("events", "Places"),
}


class SessionsTab(QWidget):
    """A table of sessions, and what can be done with them."""

    form_wanted = Signal(int)  # session to edit, 0: new
    delete_wanted = Signal(object)  # list of ids

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events.sessions")
        self._zone, self._spans_days = "Europe/Berlin", False
        self.list: ListView[SessionRow] = ListView(
            "events.sessions.list", self._columns(), wide="title", parent=self
        )
        self.list.setSortingEnabled(False)
        self._nothing = Placeholder(icon="calendar-clock", parent=self)
        self._rows = QStackedWidget(self)
        self.add, self.edit, self.delete = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self.add.clicked.connect(self._on_add)
        self._nothing.pressed.connect(self._on_add)
        self.edit.clicked.connect(self.edit_chosen)
        self.delete.clicked.connect(self.delete_chosen)
        self.list.selection.opened.connect(self.edit_chosen)
        self.list.selection.selection_changed.connect(self._on_selected)
        self.retranslate()
        self._on_selected(0)

    def show_card(self, card: EventCard) -> None:
        """Show the sessions of an event, with their day if it takes more than one."""
        self._zone = card.zone
        days = {times.in_zone(one.starts_at, card.zone).date() for one in card.sessions}
        self._spans_days = len(days) > 1
        rows = {one.id: one for one in card.sessions}
        self.list.show_ids(rows, _Load(rows))
        self._rows.setCurrentIndex(0 if rows else 1)

    def retranslate(self) -> None:
        """Set the texts."""
        name_button(self.add, self.tr("Add session"))
        name_button(self.edit, self.tr("Edit"))
        name_button(self.delete, self.tr("Delete"))
        self.list.setAccessibleName(self.tr("Sessions"))
        self._nothing.set_texts(
            self.tr("No sessions yet"),
            self.tr("Parts with a time, a room and places of their own, such as parallel workshops."),
            self.tr("Add session"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def edit_chosen(self) -> None:
        """Ask for the form of the session shown."""
        if self.list.selection.current_id():
            self.form_wanted.emit(self.list.selection.current_id())

    @Slot()
    def delete_chosen(self) -> None:
        """Ask to move the sessions chosen to the bin."""
        ids = self.list.selection.selected_ids()
        if ids:
            self.delete_wanted.emit(ids)

    @Slot()
    def _on_add(self) -> None:
        self.form_wanted.emit(0)

    @Slot(int)
    def _on_selected(self, count: int) -> None:
        self.edit.setEnabled(count == 1)
        self.delete.setEnabled(count > 0)

    def _columns(self) -> tuple[Column[SessionRow], ...]:
        return (
            Column("time", _Heading("time"), self._time, width=150, sortable=False),
            Column("title", _Heading("title"), _title, width=220, sortable=False),
            Column("room", _Heading("room"), _room, width=110, sortable=False),
            Column("speakers", _Heading("speakers"), _speakers, width=150, sortable=False),
            Column("places", _Heading("places"), _places, width=150, sortable=False),
        )

    def _time(self, row: SessionRow) -> str:
        hours = times.hours_told(row.starts_at, row.ends_at, self._zone)
        if not self._spans_days:
            return hours
        return f"{times.weekday(times.in_zone(row.starts_at, self._zone).date())} {hours}"

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        spaced(foot, (0, 0, 0, 0), 8)
        foot.addWidget(self.add)
        foot.addStretch()
        foot.addWidget(self.edit)
        foot.addWidget(self.delete)
        for button, key, picture in (
            (self.add, "add", "plus"),
            (self.edit, "edit", "pencil"),
            (self.delete, "delete", "trash-2"),
        ):
            button.setObjectName(f"events.sessions.{key}")
            button.setIcon(icon(picture))
            sized(button, icon=16)
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._nothing)
        column = QVBoxLayout(self)
        spaced(column, (0, 8, 0, 12), 10)
        column.addWidget(self._rows, 1)
        column.addLayout(foot)


class _Load:
    """Rows that are in memory already."""

    def __init__(self, rows: dict[int, SessionRow]) -> None:
        self._rows = rows

    def __call__(self, ids: Sequence[int]) -> dict[int, SessionRow]:
        return {id_: self._rows[id_] for id_ in ids}


class _Heading:
    """The heading of a column in the language in force."""

    def __init__(self, key: str) -> None:
        self._source = _HEADINGS[key]

    def __call__(self) -> str:
        return QCoreApplication.translate("events", self._source)


def _title(row: SessionRow) -> str:
    return row.title


def _room(row: SessionRow) -> str:
    return row.room


def _speakers(row: SessionRow) -> str:
    return row.speakers


def _places(row: SessionRow) -> str:
    if not row.sign_up:
        return "" if row.capacity is None else str(row.capacity)
    if row.capacity is None:
        told = str(row.taken)
    else:
        told = QCoreApplication.translate("events", "{0} of {1}").format(row.taken, row.capacity)
    if row.waiting:
        told = QCoreApplication.translate("events", "{0}, {1} waiting").format(told, row.waiting)
    return told
