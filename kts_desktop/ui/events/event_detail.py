"""The right side: one event in tabs, with what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kts_desktop.models.vocab import EventState
from kts_desktop.services.event_lists import EventCard
from kts_desktop.ui.events import words
from kts_desktop.ui.events.choices import Offered
from kts_desktop.ui.events.minutes import MinutesTab
from kts_desktop.ui.events.overview import OverviewTab
from kts_desktop.ui.events.participants import ParticipantsTab
from kts_desktop.ui.events.sessions import SessionsTab
from kts_desktop.ui.events.table import EventWords
from kts_desktop.ui.kit.detail import Crumb, Detail, name_button
from kts_desktop.ui.kit.documents import DocumentsBox
from kts_desktop.ui.kit.facts import reading
from kts_desktop.ui.kit.history import History, HistoryLine

OVERVIEW, PARTICIPANTS, SESSIONS, MINUTES, DOCUMENTS, HISTORY = (
    "overview",
    "participants",
    "sessions",
    "minutes",
    "documents",
    "history",
)


class EventDetail(Detail):
    """Head and tabs of an event; the page answers the signals."""

    state_wanted = Signal(str)

    def __init__(self, told: EventWords, parent: QWidget | None = None) -> None:
        self._told = told
        self._card: EventCard | None = None
        super().__init__("events", parent)
        self.overview, self.participants = OverviewTab(told, self), ParticipantsTab(told, self)
        self.sessions, self.minutes = SessionsTab(self), MinutesTab(self)
        self.documents = DocumentsBox("events.documents", self)
        self._documents = 0
        self.past = History("events.history", self)
        self.edit = self.add_action("edit", "pencil")
        self.print = self.add_action("print", "printer")
        self.more = self.add_action("more", "ellipsis", flat=True)
        self.copy, self.delete = QAction(self), QAction(self)
        self._menu, self._states = QMenu(self), QMenu(self)
        self._add_parts()
        self._add_menu()
        self.overview.link_wanted.connect(self.link_wanted)
        self.minutes.link_wanted.connect(self.link_wanted)
        self.name_parts()

    def show_event(self, card: EventCard, offered: Offered) -> None:
        """Show an event in all tabs."""
        is_other = self._card is None or self._card.id != card.id
        self._card = card
        if is_other:
            self.participants.begin()
        self._show_head(card)
        self.overview.show_card(card)
        self.participants.show_places(card.places)
        self.sessions.show_card(card)
        self.minutes.show_card(card, offered)
        if self.form() is None:
            self.show_content()

    def card(self) -> EventCard | None:
        """Return the event shown."""
        return self._card

    def forget(self) -> None:
        """Show that no event is chosen."""
        self._card = None
        if self.form() is None:
            self.show_placeholder()

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        """Show who changed what."""
        self.past.set_rows(lines, self.tr("Nothing has been changed yet."))

    @Slot(int)
    def count_documents(self, count: int) -> None:
        """Say in the tab how many documents there are."""
        self._documents = count
        self._name_tabs(self._card)

    def name_parts(self) -> None:
        """Set the texts of head and tabs."""
        name_button(self.edit, self.tr("Edit"), "Ctrl+E")
        name_button(self.print, self.tr("Print"), "Ctrl+P")
        name_button(self.more, self.tr("More"), icon_only=True)
        self.copy.setText(self.tr("Plan the next date as a copy"))
        self.delete.setText(self.tr("Move to the bin"))
        self._states.setTitle(self.tr("Set state"))
        self.past.set_heading(self.tr("History"))
        self.set_placeholder(
            self.tr("No event chosen"), self.tr("Choose one in the list, or schedule a new one.")
        )
        self._offer_states()
        if self._card is not None:
            self._show_head(self._card)
        else:
            self._name_tabs(None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.name_parts()

    def _show_head(self, card: EventCard) -> None:
        series = card.series
        if series and card.series_number is not None:
            series = self.tr("{0} no. {1}").format(series, card.series_number)
        kind = self._told.words.of(words.FORMAT, card.format)
        crumbs = [series] if card.series == kind else [kind, series]
        self.set_crumb([Crumb(text) for text in crumbs if text])
        self.set_title(card.title, "title", self.tr("Title"))
        self._name_tabs(card)

    def _name_tabs(self, card: EventCard | None) -> None:
        open_tasks = sum(task.done_at is None for task in card.tasks) if card else None
        self.set_tab(OVERVIEW, self.tr("Overview"))
        self.set_tab(PARTICIPANTS, self.tr("Participants"), card.registered if card else None)
        self.set_tab(SESSIONS, self.tr("Sessions"), len(card.sessions) if card else None)
        self.set_tab(MINUTES, self.tr("Minutes and tasks"), open_tasks or None)
        self.set_tab(DOCUMENTS, self.tr("Documents"), self._documents if card else None)
        self.set_tab(HISTORY, self.tr("History"))

    def _add_parts(self) -> None:
        self.add_tab(OVERVIEW, self.overview)
        self.add_tab(PARTICIPANTS, self.participants, scroll=False)
        self.add_tab(SESSIONS, self.sessions, scroll=False)
        self.add_tab(MINUTES, self.minutes)
        self.add_tab(DOCUMENTS, reading("events.files", self.documents))
        self.add_tab(HISTORY, reading("events.past", self.past))

    def _add_menu(self) -> None:
        self._menu.addAction(self.copy)
        self._menu.addMenu(self._states)
        self._menu.addSeparator()
        self._menu.addAction(self.delete)
        self._states.triggered.connect(self._on_state)
        assert isinstance(self.more, QToolButton)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setMenu(self._menu)

    def _offer_states(self) -> None:
        self._states.clear()
        for code, label in words.choices(self._told.words, words.STATE, tuple(EventState)):
            action = QAction(label, self._states)
            action.setData(code)
            self._states.addAction(action)

    @Slot(QAction)
    def _on_state(self, action: QAction) -> None:
        self.state_wanted.emit(str(action.data()))
