"""The page of exchange events: list, one event in tabs, its forms."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kts_desktop.core.errors import NotFoundError
from kts_desktop.core.settings import Settings
from kts_desktop.models.vocab import EventId, EventOrder, EventState, RegistrationId
from kts_desktop.services import attachments
from kts_desktop.services.event_lists import EventCard, EventRow, EventScope
from kts_desktop.ui.events import words
from kts_desktop.ui.events.choices import Lookup
from kts_desktop.ui.events.desk import FormDesk
from kts_desktop.ui.events.event_detail import HISTORY, PARTICIPANTS, EventDetail
from kts_desktop.ui.events.list_side import EventsPane
from kts_desktop.ui.events.minutes_presenter import MinutesPresenter
from kts_desktop.ui.events.participants_presenter import ParticipantsPresenter
from kts_desktop.ui.events.presenter import EventsPresenter
from kts_desktop.ui.events.sessions_presenter import SessionsPresenter
from kts_desktop.ui.events.table import EventWords
from kts_desktop.ui.events.teller import Teller
from kts_desktop.ui.kit import record_history
from kts_desktop.ui.kit.document_keeping import DocumentKeeping
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.kit.page import Page
from kts_desktop.ui.kit.split import SplitPane
from kts_desktop.ui.kit.staying import spot_of
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.workspace import Workspace

_ALWAYS = frozenset({"create", "find", "filter", "refresh"})
_WITH_EVENT = frozenset({"edit", "delete", "print", "duplicate"})


class EventsPage(Page):
    """Widgets and wiring; the presenters hold the behaviour."""

    key: ClassVar[str] = "events"

    def __init__(self, workspace: Workspace, _settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._told, self._lookup = EventWords(), Lookup(workspace)
        self._told.words = self._lookup.words()
        self.pane, self.detail = EventsPane(self._told, self), EventDetail(self._told, self)
        self.split = SplitPane(self.pane, self.detail, self.key, self)
        self.notice = Notice(self)
        teller = Teller(workspace, self.detail, self.notice)
        boxed = self.detail.documents
        self.documents = DocumentKeeping(workspace, teller, attachments, boxed, self.detail)
        self.presenter = EventsPresenter(workspace, self, teller, self)
        self.participants = ParticipantsPresenter(workspace, self.detail.participants, teller, self)
        self.sessions = SessionsPresenter(workspace, teller, self)
        self.minutes = MinutesPresenter(workspace, teller, self)
        self.desk = FormDesk(
            workspace,
            self.detail,
            self._lookup,
            events=self.presenter,
            participants=self.participants,
            sessions=self.sessions,
            minutes=self.minutes,
        )
        self.detail.participants.follow(self.participants)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self._connect_list()
        self._connect_detail()
        self.retranslate()

    def abilities(self) -> frozenset[str]:
        """Return what makes sense now; while a form is open only it counts."""
        if self.desk.form() is not None:
            return frozenset({"find"})
        return _ALWAYS | (_WITH_EVENT if self.presenter.shown else frozenset())

    def do_create(self) -> None:
        """Open the form for a new event."""
        self.split.show_detail()
        self.desk.new_event()
        self.abilities_changed.emit()

    def do_edit(self) -> None:
        """Open the form of the event, or of the registration or session whose table has the focus."""
        self.split.show_detail()
        if self.detail.participants.list.hasFocus():
            self.detail.participants.edit_chosen()
        elif self.detail.sessions.list.hasFocus():
            self.detail.sessions.edit_chosen()
        else:
            self.desk.edit_event()
        self.abilities_changed.emit()

    def do_delete(self) -> None:
        """Move to the bin what is chosen where the focus is: events, registrations or sessions."""
        if self.detail.participants.list.hasFocus():
            self.detail.participants.delete_chosen()
        elif self.detail.sessions.list.hasFocus():
            self.detail.sessions.delete_chosen()
        else:
            self._on_delete()

    def do_find(self) -> None:
        """Go to the search field."""
        self.split.show_list()
        self.pane.focus_search()

    def do_filter(self) -> None:
        """Open the filter."""
        self.pane.open_filter()

    def do_print(self) -> None:
        """Ask for the papers of the event."""
        if self.presenter.shown is not None:
            self.workspace.print_for("event", self.presenter.shown)

    def do_refresh(self) -> None:
        """Read everything shown anew."""
        self.presenter.refresh()

    def do_duplicate(self) -> None:
        """Open the form for the next date of the event."""
        self.split.show_detail()
        self.desk.copy_event()
        self.abilities_changed.emit()

    def open_record(self, kind: str, record_id: int) -> None:
        """Show an event, or a registration among the participants of its event."""
        if kind != "registration":
            self._show(record_id)
            return
        try:
            event_id = self.presenter.event_of(RegistrationId(record_id))
        except NotFoundError:
            return
        self._show(event_id)
        self.detail.show_tab(PARTICIPANTS)
        self.detail.participants.select(record_id)

    def may_leave(self) -> bool:
        """Tell whether no form holds something unsaved."""
        return not self.desk.is_dirty()

    def retranslate(self) -> None:
        """Read the labels in the language in force; the parts set their own texts."""
        self._told.words = self._lookup.words()
        self.pane.retranslate()
        self.detail.name_parts()
        self.presenter.refresh()

    def show_events(self, ids: Sequence[EventId], load: Loader[EventRow]) -> None:
        """List these events."""
        self.pane.show_events(ids, load)

    def show_months(self, months: Sequence[date]) -> None:
        """Offer these months as a filter."""
        self.pane.show_months(months)

    def show_card(self, card: EventCard | None) -> None:
        """Show an event, or that none is chosen."""
        if card is None:
            self.detail.forget()
            self.documents.show("event", None)
        else:
            self.detail.show_event(card, self._lookup.offered())
            self.documents.show("event", card.id)
            self.participants.show(card.id)
            self._show_history()
        self.abilities_changed.emit()

    def _pane_of(self, _kind: str) -> EventsPane:
        self.split.show_list()
        self.pane.bar.choose_scope(EventScope.ALL)
        return self.pane

    def _shown_record(self) -> tuple[str, int]:
        return "event", self.presenter.shown or 0

    def _show(self, event_id: int) -> None:
        """Choose an event in the list; where the list hides it, lift what narrows it. 0 chooses none."""
        if event_id and not self.pane.selection.select(event_id):
            self.pane.clear_filters()
            self.pane.bar.choose_scope(EventScope.ALL)
            self.pane.selection.select(event_id)
        self.split.show_detail()

    def _show_history(self) -> None:
        if self.detail.current_tab() == HISTORY:
            rows = self.presenter.history()
            now, language = self.workspace.clock(), self.workspace.language
            told = self._told.words
            lines = record_history.lines(rows, words.CODED, told, language, now, named=words.NAMED)
            self.detail.show_history(lines)

    @Slot(int)
    def _on_chosen(self, event_id: int) -> None:
        """Show what was chosen, unless a form holds something unsaved."""
        if event_id in {0, self.presenter.shown}:
            return
        if self.desk.is_dirty():
            self.notice.show_text(self.tr("Please save or discard the form first."))
            QTimer.singleShot(0, self._choose_shown)
            return
        if self.desk.form() is not None:
            self.desk.close()
        self.presenter.show(EventId(event_id))
        self.record_shown.emit("event", event_id)

    @Slot()
    def _choose_shown(self) -> None:
        if self.presenter.shown is not None:
            self.pane.selection.select(self.presenter.shown)
        else:
            self.pane.selection.clear()

    @Slot(int)
    def _on_saved(self, event_id: int) -> None:
        spot = spot_of(self.desk.form())
        self.desk.close()
        self._show(event_id)
        if spot is not None:
            self.desk.go_on(spot)
        self.abilities_changed.emit()

    @Slot()
    def _on_closed(self) -> None:
        self.abilities_changed.emit()

    @Slot(str)
    def _on_tab(self, _key: str) -> None:
        if self.presenter.shown is not None:
            self._show_history()

    @Slot(str)
    def _on_scope(self, scope: str) -> None:
        self.presenter.set_scope(EventScope(scope))

    @Slot(str)
    def _on_order(self, order: str) -> None:
        self.presenter.sort(EventOrder(order))

    @Slot(str)
    def _on_state(self, state: str) -> None:
        self.presenter.set_state(EventState(state))

    @Slot()
    def _on_delete(self) -> None:
        ids = self.pane.selection.selected_ids()
        if self.presenter.shown is not None and self.presenter.shown not in ids:
            ids = [self.presenter.shown]
        if ids:
            self.presenter.delete(ids)

    @Slot()
    def _on_edit(self) -> None:
        self._on_field("")

    @Slot(str)
    def _on_field(self, field: str) -> None:
        self.desk.edit_event(field)
        self.abilities_changed.emit()

    @Slot()
    def _on_needs(self) -> None:
        self.detail.overview.show_lines(self.participants.needs())

    @Slot(object)
    def _on_sessions_delete(self, ids: list[int]) -> None:
        self.sessions.delete(ids)

    @Slot()
    def _on_approve(self) -> None:
        if self.presenter.shown is not None:
            self.minutes.approve(self.presenter.shown)

    @Slot(str, object, object)
    def _on_task(self, title: str, day: date, adviser: int | None) -> None:
        if self.presenter.shown is not None:
            self.minutes.add_task(self.presenter.shown, title, day, adviser)

    def _connect_list(self) -> None:
        self.pane.new_wanted.connect(self.do_create)
        self.pane.empty_pressed.connect(self.do_create)
        self.pane.searched.connect(self.presenter.search)
        self.pane.filtered.connect(self.presenter.narrow)
        self.pane.chosen.connect(self._on_chosen)
        self.pane.bar.scope_chosen.connect(self._on_scope)
        self.pane.bar.order_chosen.connect(self._on_order)
        self.presenter.saved.connect(self._on_saved)
        self.desk.closed.connect(self._on_closed)
        self.notice.undo_wanted.connect(self.workspace.undo)

    def _connect_detail(self) -> None:
        self.detail.edit.clicked.connect(self._on_edit)
        self.detail.field_wanted.connect(self._on_field)
        self.detail.print.clicked.connect(self.do_print)
        self.detail.copy.triggered.connect(self.do_duplicate)
        self.detail.delete.triggered.connect(self._on_delete)
        self.detail.state_wanted.connect(self._on_state)
        self.detail.link_wanted.connect(self.workspace.open_record)
        self.detail.tab_changed.connect(self._on_tab)
        self.detail.overview.needs_wanted.connect(self._on_needs)
        self.detail.participants.form_wanted.connect(self.desk.open_registration)
        self.detail.participants.walk_in_wanted.connect(self.desk.open_walk_in)
        self.detail.sessions.form_wanted.connect(self.desk.open_session)
        self.detail.sessions.delete_wanted.connect(self._on_sessions_delete)
        self.detail.past.earlier_wanted.connect(self.do_earlier)
        self.documents.counted.connect(self.detail.count_documents)
        self.detail.minutes.edit_wanted.connect(self.desk.open_minutes)
        self.detail.minutes.approve_wanted.connect(self._on_approve)
        self.detail.minutes.ticked.connect(self.minutes.tick)
        self.detail.minutes.line.wanted.connect(self._on_task)
        self.minutes.task_added.connect(self.detail.minutes.line.clear)
