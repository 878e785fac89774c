"""The participants of the event shown: list, states, the waiting list, attendance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services import (
    directory,
    event_sessions,
    registration_lists,
    registrations,
    special_needs,
)
from kts_desktop.services.registration_lists import (
    RegistrationFilter,
    RegistrationOrder,
    RegistrationRow,
    SheetLine,
)
from kts_desktop.services.registrations import RegistrationDraft, Step
from kts_desktop.services.special_needs import Need, NeedLine
from kts_desktop.ui.kit.table import Loader
from kts_desktop.ui.kit.writing import Telling, Writing
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ATTENDANCE = frozenset({RegistrationState.ATTENDED, RegistrationState.ABSENT, RegistrationState.EXCUSED})


class ParticipantsView(Protocol):
    """What the presenter needs of the tab."""

    def show_participants(self, ids: Sequence[RegistrationId], load: Loader[RegistrationRow]) -> None:
        """List these participants."""

    def show_order(self, key: str, *, descending: bool) -> None:
        """Mark the column the list is sorted by."""

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Say how many stand in each state."""

    def show_next(self, row: RegistrationRow | None) -> None:
        """Propose who moves up, or nobody."""

    def show_sheet(self, lines: Sequence[SheetLine]) -> None:
        """Take the lines of the attendance sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registering:
    """What the form of a registration shows and hands over.

    ``needs`` is None where the adviser is not among the organisers and may not see them.
    """

    draft: RegistrationDraft
    registration_id: RegistrationId | None = None
    deputy_for: RegistrationId | None = None
    session_ids: tuple[int, ...] = ()
    needs: tuple[Need, ...] | None = None
    steps: tuple[Step, ...] = field(default=())


class ParticipantsPresenter(Writing):
    """Knows which participants are wanted, and answers what is done with them."""

    saved = Signal()

    def __init__(
        self, workspace: Workspace, view: ParticipantsView, telling: Telling, parent: QObject
    ) -> None:
        super().__init__(workspace, telling, parent)
        self._view = view
        self._event: EventId | None = None
        self._filter = RegistrationFilter()
        self._order, self._descending = RegistrationOrder.NAME, False

    def show(self, event_id: EventId | None) -> None:
        """Show the participants of an event; a filter stays while it is the same one."""
        if event_id != self._event:
            self._event, self._filter = event_id, RegistrationFilter()
        self.refresh()

    def refresh(self) -> None:
        """Read everything shown anew."""
        event_id = self._event
        if event_id is None:
            return
        self._view.show_counts(self._workspace.read(lambda s: registration_lists.counts(s, event_id)))
        self._view.show_sheet(self._workspace.read(lambda s: registration_lists.sheet(s, event_id)))
        self._view.show_next(self._workspace.read(self._next))
        self._list()

    def search(self, text: str) -> None:
        """Narrow the list to names and bodies that hold these words."""
        self._filter = replace(self._filter, text=text)
        self._list()

    def narrow(self, state: str, role: str) -> None:
        """Narrow the list to a state and a role; empty ones do not count.

        The waiting list is shown in its order.
        """
        self._filter = replace(self._filter, states=(state,) if state else (), role=role)
        if state == RegistrationState.WAITING:
            self._order, self._descending = RegistrationOrder.RANK, False
        elif self._order is RegistrationOrder.RANK:
            self._order, self._descending = RegistrationOrder.NAME, False
        self._view.show_order(self._order, descending=self._descending)
        self._list()

    def sort(self, key: str, descending: bool) -> None:
        """Sort by a column."""
        self._order, self._descending = RegistrationOrder(key), descending
        self._list()

    def form(
        self, registration_id: RegistrationId | None = None, *, deputy_for: RegistrationId | None = None
    ) -> Registering:
        """Return what the form of a registration begins with."""
        if registration_id is not None:
            return self._workspace.read(lambda session: self._present(session, registration_id))
        return Registering(
            draft=RegistrationDraft(),
            deputy_for=deputy_for,
            needs=() if self._workspace.read(self._may_see_needs) else None,
        )

    def save(self, entry: Registering) -> None:
        """Register somebody, or change a registration."""
        event_id = self._event
        if event_id is None:
            return
        label = "registration.edit" if entry.registration_id else "registration.add"
        if entry.deputy_for is not None:
            label = "registration.deputy"
        ticket = self.write(label, lambda session: _save(session, event_id, entry))
        ticket.succeeded.connect(self.saved)

    def set_states(self, ids: Sequence[int], state: RegistrationState) -> None:
        """Put registrations into a state, as one step."""
        label = "registration.attendance" if state in ATTENDANCE else "registration.set_state"
        self.write(label, lambda s: registrations.set_states(s, ids, state), offers_undo=len(ids) > 1)

    def enter(self, registration_id: RegistrationId, state: RegistrationState) -> None:
        """Enter who was there, one after the other."""
        self.write("registration.attendance", lambda s: registrations.set_states(s, [registration_id], state))

    def enter_rest(self, state: RegistrationState) -> None:
        """Enter the same for all who are expected and not entered yet, as one step."""
        event_id = self._event
        if event_id is None:
            return
        lines = self._workspace.read(lambda session: registration_lists.sheet(session, event_id))
        ids = [line.id for line in lines if line.state not in ATTENDANCE]
        self.write(
            "registration.attendance", lambda s: registrations.set_states(s, ids, state), offers_undo=True
        )

    def move_up(self, registration_id: RegistrationId) -> None:
        """Give somebody of the waiting list a place."""
        self.write(
            "registration.move_up", lambda s: registrations.move_up(s, registration_id), offers_undo=True
        )

    def delete(self, ids: Sequence[int]) -> None:
        """Move registrations to the bin."""
        self.write("registration.delete", lambda s: registrations.delete(s, ids), offers_undo=True)

    def needs(self) -> list[NeedLine] | None:
        """Return the special needs of those expected; None for an adviser who does not organise."""
        event_id = self._event
        if event_id is None or not self._workspace.read(self._may_see_needs):
            return None
        return self._workspace.read(lambda session: special_needs.of_event(session, event_id))

    def _list(self) -> None:
        if self._event is not None:
            self._view.show_participants(self._workspace.read(self._ids), self._load)

    def _ids(self, session: "Session") -> list[RegistrationId]:
        assert self._event is not None
        return registration_lists.ids(
            session, self._event, self._filter, self._order, descending=self._descending
        )

    def _load(self, ids: Sequence[int]) -> Mapping[int, RegistrationRow]:
        return self._workspace.read(lambda session: registration_lists.rows(session, ids))

    def _next(self, session: "Session") -> RegistrationRow | None:
        assert self._event is not None
        found = registrations.next_in_line(session, self._event)
        return registration_lists.rows(session, [found]).get(found) if found else None

    def _may_see_needs(self, session: "Session") -> bool:
        return self._event is not None and special_needs.may_see(session, self._event)

    def _present(self, session: "Session", registration_id: RegistrationId) -> Registering:
        signed = event_sessions.of_registration(session, registration_id)
        may_see = self._may_see_needs(session)
        return Registering(
            draft=registrations.draft_of(session, registration_id),
            registration_id=registration_id,
            session_ids=tuple(one.session_id for one in signed),
            needs=tuple(special_needs.of_registration(session, registration_id)) if may_see else None,
            steps=tuple(registrations.steps(session, registration_id)),
        )


def _save(session: "Session", event_id: EventId, entry: Registering) -> RegistrationId:
    token = entry.draft.organisation_id
    body = directory.resolve(session, token) if token is not None else None
    draft = replace(entry.draft, organisation_id=body)
    if entry.deputy_for is not None:
        registration_id = registrations.send_deputy(session, entry.deputy_for, draft)
    elif entry.registration_id is not None:
        registration_id = entry.registration_id
        registrations.edit(session, registration_id, draft)
    else:
        registration_id = registrations.add(session, event_id, draft)
    _set_sessions(session, registration_id, entry.session_ids)
    if entry.needs is not None:
        special_needs.set_needs(session, registration_id, entry.needs)
    return registration_id


def _set_sessions(session: "Session", registration_id: RegistrationId, wanted: Sequence[int]) -> None:
    present = {one.session_id for one in event_sessions.of_registration(session, registration_id)}
    for session_id in present - set(wanted):
        event_sessions.sign_off(session, session_id, [registration_id])
    for session_id in wanted:
        if session_id not in present:
            event_sessions.sign_up(session, session_id, [registration_id])
