"""The list of events and the one shown: answers the page's gestures and follows the news."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import local_date
from kts_desktop.core.errors import NotFoundError
from kts_desktop.models.vocab import EventId, EventOrder, EventState, RegistrationId
from kts_desktop.services import directory, event_lists, events, history, registrations
from kts_desktop.services.event_lists import EventCard, EventFilter, EventRow, EventScope
from kts_desktop.services.events import EventDraft
from kts_desktop.services.history import HistoryRow
from kts_desktop.ui.kit.among import among
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NEWS = (
    "event",
    "event_series",
    "event_host",
    "event_session",
    "registration",
    "registration_step",
    "session_registration",
    "special_need",
    "tagging",
    "task",
    "note",
    "organisation",
    "person",
    "adviser",
    "vocabulary",
)


class EventsView(Protocol):
    """What the presenter needs of the page."""

    def show_events(self, ids: Sequence[EventId], load: Loader[EventRow]) -> None: ...
    def show_months(self, months: Sequence[date]) -> None: ...
    def show_card(self, card: EventCard | None) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the form hands over; the hosts of the draft may be places not taken over yet (negative)."""

    draft: EventDraft
    event_id: EventId | None = None
    group_of: EventId | None = None  # whose participants are invited to the new one


class EventsPresenter(Writing):
    """Knows what is searched, in which order, and which event is shown."""

    saved = Signal(int)

    def __init__(self, workspace: Workspace, view: EventsView, telling: Telling, parent: QObject) -> None:
        super().__init__(workspace, telling, parent)
        self._view = view
        self._filter = EventFilter(now=workspace.clock(), scope=EventScope.COMING)
        self._order, self._descending = EventOrder.START, False
        self._shown: EventId | None = None
        workspace.changed.connect(self._follow)

    @property
    def shown(self) -> EventId | None:
        """Return the event shown."""
        return self._shown

    @property
    def order(self) -> tuple[EventOrder, bool]:
        """Return what the list is sorted by, and whether downwards."""
        return self._order, self._descending

    def refresh(self) -> None:
        """Read list and card anew."""
        self._list()
        self.show(self._shown)

    def search(self, text: str) -> None:
        """Narrow the list to what holds these words."""
        self._filter = replace(self._filter, text=text)
        self._list()

    def narrow(self, values: Mapping[str, str]) -> None:
        """Narrow the list by format, mode, state, month and theme."""
        month = values.get("month", "")
        self._filter = replace(
            self._filter,
            format=values.get("format", ""),
            mode=values.get("mode", ""),
            state=values.get("state", ""),
            theme=values.get("theme", ""),
            month=date.fromisoformat(month) if month else None,
            among=among(values),
        )
        self._list()

    def set_scope(self, scope: EventScope) -> None:
        """Show coming, past or all events; the nearest to today come first."""
        self._filter = replace(self._filter, scope=scope)
        if self._order is EventOrder.START:
            self._descending = scope is not EventScope.COMING
        self._list()

    def sort(self, order: EventOrder) -> None:
        """Sort by something; the same again turns the order round."""
        is_same = order is self._order
        past_first = order is EventOrder.START and self._filter.scope is not EventScope.COMING
        self._descending = not self._descending if is_same else past_first
        self._order = order
        self._list()

    def show(self, event_id: EventId | None) -> None:
        """Show the card of an event; none if it is gone."""
        self._shown = event_id
        try:
            card = self._workspace.read(self._card) if event_id else None
        except NotFoundError:
            card = None
        if card is None or card.deleted_at is not None:
            self._shown = card = None
        self._view.show_card(card)

    def draft(self) -> EventDraft | None:
        """Return what the form of the event shown edits."""
        shown = self._shown
        return self._workspace.read(lambda session: events.draft_of(session, shown)) if shown else None

    def copy(self) -> EventDraft | None:
        """Return the draft of the next date of the event shown."""
        shown = self._shown
        return self._workspace.read(lambda session: events.copy_of(session, shown)) if shown else None

    def history(self) -> list[HistoryRow]:
        """Return the history of the event shown."""
        shown = self._shown
        if shown is None:
            return []
        return self._workspace.read(lambda session: history.of_record(session, events.KIND, shown))

    def save(self, entry: Entry) -> None:
        """Schedule an event, or change the one of the entry; the view learns its id."""
        label = "event.schedule" if entry.event_id is None else "event.edit"
        ticket = self.write(label, lambda session: _save(session, entry))
        ticket.succeeded.connect(self._on_saved)

    def event_of(self, registration_id: RegistrationId) -> EventId:
        """Return the event a registration belongs to; raises NotFoundError."""
        return self._workspace.read(
            lambda session: EventId(registrations.alive(session, registration_id).event_id)
        )

    def set_state(self, state: EventState) -> None:
        """Put the event shown into a state."""
        shown = self._shown
        if shown is None:
            return
        if state is EventState.CANCELLED:
            self.write("event.cancel", lambda session: events.cancel(session, shown), offers_undo=True)
        else:
            self.write(
                "event.set_state", lambda session: events.set_state(session, [shown], state), offers_undo=True
            )

    def delete(self, ids: Sequence[int]) -> None:
        """Move events to the bin."""
        self.write("event.delete", lambda session: events.delete(session, ids), offers_undo=True)

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        if changes.concerns(*NEWS):
            self.refresh()

    @Slot(object)
    def _on_saved(self, event_id: object) -> None:
        self.saved.emit(cast("int", event_id))

    def _list(self) -> None:
        self._filter = replace(self._filter, now=self._workspace.clock())
        self._view.show_months(self._workspace.read(self._months))
        self._view.show_events(self._workspace.read(self._ids), self._load)

    def _load(self, ids: Sequence[int]) -> Mapping[int, EventRow]:
        return self._workspace.read(lambda session: event_lists.rows(session, ids))

    def _ids(self, session: "Session") -> list[EventId]:
        return event_lists.ids(session, self._filter, self._order, descending=self._descending)

    def _months(self, session: "Session") -> list[date]:
        return event_lists.months(session, replace(self._filter, month=None))

    def _card(self, session: "Session") -> EventCard:
        assert self._shown is not None
        return event_lists.card(session, self._shown, local_date(self._workspace.clock()))


def _save(session: "Session", entry: Entry) -> EventId:
    hosts = tuple(directory.resolve(session, token) for token in entry.draft.host_ids)
    draft = replace(entry.draft, host_ids=hosts)
    if entry.event_id is not None:
        events.edit(session, entry.event_id, draft)
        return entry.event_id
    event_id = events.schedule(session, draft)
    if entry.group_of is not None:
        registrations.take_over_group(session, entry.group_of, event_id)
    return event_id
