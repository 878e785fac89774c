"""Opens the forms of the page in the place of the event and hands what was entered to the presenters."""

from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.models.vocab import EventId, RegistrationId, RegistrationState
from kts_desktop.services import drafts
from kts_desktop.ui.events.choices import Lookup
from kts_desktop.ui.events.draft_keeper import DraftKeeper
from kts_desktop.ui.events.event_detail import EventDetail
from kts_desktop.ui.events.form import EventForm
from kts_desktop.ui.events.minutes_form import MinutesForm
from kts_desktop.ui.events.minutes_presenter import MinutesPresenter
from kts_desktop.ui.events.participants_presenter import ParticipantsPresenter, Registering
from kts_desktop.ui.events.presenter import Entry, EventsPresenter
from kts_desktop.ui.events.registration_form import RegistrationForm
from kts_desktop.ui.events.session_form import SessionForm
from kts_desktop.ui.events.sessions_presenter import SessionsPresenter
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.kit.staying import Spot, go_back
from kts_desktop.ui.workspace import Workspace


class FormDesk(QObject):
    """One form at a time."""

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        detail: EventDetail,
        lookup: Lookup,
        *,
        events: EventsPresenter,
        participants: ParticipantsPresenter,
        sessions: SessionsPresenter,
        minutes: MinutesPresenter,
    ) -> None:
        super().__init__(detail)
        self._workspace, self._detail, self._lookup = workspace, detail, lookup
        self._keeper: DraftKeeper | None = None
        self._events, self._participants = events, participants
        self._sessions, self._minutes = sessions, minutes
        self._event_id: EventId | None = None
        self._session_id: int | None = None
        self._group_of: EventId | None = None
        self._is_going_on = False
        participants.saved.connect(self.close)
        sessions.saved.connect(self.close)
        minutes.saved.connect(self.close)

    def form(self) -> Form | None:
        """Return the form that is open."""
        return cast("Form | None", self._detail.form())

    def is_dirty(self) -> bool:
        """Tell whether something was typed that is not saved."""
        form = self.form()
        return form is not None and form.is_dirty()

    def new_event(self) -> None:
        """Open the form for a new event."""
        form = EventForm(self._lookup)
        form.begin(me=self._lookup.offered().me)
        form.set_title(self.tr("New event"))
        self._open_event(form, None, None)
        self._keep(form, drafts.NEW)

    @Slot(str)
    def edit_event(self, field: str = "") -> None:
        """Open the form of the event shown, or one field of it in its place."""
        draft = self._events.draft()
        if draft is not None:
            form = EventForm(self._lookup)
            form.show_draft(draft, self._lookup.bodies_named(draft.host_ids))
            form.set_title(self.tr("Edit event"))
            self._open_event(form, self._events.shown, None, field)
            if not field:
                self._keep_for_event(form)

    def go_on(self, spot: Spot) -> None:
        """Open the form of the event shown anew after Ctrl+S; what its draft holds was saved just now."""
        self._is_going_on = True
        self.edit_event()
        self._is_going_on = False
        go_back(self.form(), spot)

    def copy_event(self) -> None:
        """Open the form for the next date of the event shown."""
        draft = self._events.copy()
        if draft is not None:
            form = EventForm(self._lookup)
            form.show_draft(draft, self._lookup.bodies_named(draft.host_ids), is_copy=True)
            form.set_title(self.tr("Next date as a copy"))
            self._open_event(form, None, self._events.shown)

    @Slot(int, int)
    def open_registration(self, registration_id: int, deputy_for: int) -> None:
        """Open the form of a registration, for a new one (0), or for somebody's deputy."""
        entry = self._participants.form(
            RegistrationId(registration_id) if registration_id else None,
            deputy_for=RegistrationId(deputy_for) if deputy_for else None,
        )
        title = self.tr("Edit registration") if registration_id else self.tr("Add participant")
        self._open_person(entry, self.tr("Register a deputy") if deputy_for else title)

    @Slot(str)
    def open_walk_in(self, name: str) -> None:
        """Open the form for somebody who came without being registered."""
        form = self._open_person(self._participants.form(), self.tr("Came without being registered"))
        if form is not None:
            form.type_name(name, RegistrationState.ATTENDED)

    @Slot(int)
    def open_session(self, session_id: int) -> None:
        """Open the form of a session, or for a new one (0)."""
        card = self._detail.card()
        if card is None:
            return
        self._session_id = session_id or None
        draft = self._sessions.draft(session_id) if session_id else None
        form = SessionForm(card, draft)
        form.set_title(self.tr("Edit session") if session_id else self.tr("Add session"))
        form.saved.connect(self._on_session)
        self._show(form)

    @Slot()
    def open_minutes(self) -> None:
        """Open the text of the minutes."""
        card = self._detail.card()
        if card is not None:
            form = MinutesForm(card.report)
            form.saved.connect(self._on_minutes)
            self._show(form)
            self._keep_for_event(form)

    @Slot()
    def close(self) -> None:
        """Leave the form and forget its draft."""
        if self._keeper is not None:
            self._keeper.drop()
            self._keeper = None
        self._detail.show_content()
        if self._detail.card() is None:
            self._detail.show_placeholder()
        self.closed.emit()

    def _open_event(
        self, form: EventForm, event_id: EventId | None, group_of: EventId | None, field: str = ""
    ) -> None:
        self._event_id, self._group_of = event_id, group_of
        form.saved.connect(self._on_event)
        self._show(form, field)

    def _open_person(self, entry: Registering, title: str) -> RegistrationForm | None:
        card = self._detail.card()
        if card is None:
            return None
        form = RegistrationForm(self._lookup, card.sessions, entry)
        form.set_title(title)
        form.saved.connect(self._on_registration)
        self._show(form)
        return form

    def _keep_for_event(self, form: Form) -> None:
        card = self._detail.card()
        if card is not None:
            self._keep(form, card.uid)

    def _keep(self, form: Form, record: bytes) -> None:
        self._keeper = DraftKeeper(self._workspace, form, drafts, record)
        if not self._is_going_on:
            self._keeper.offer()

    def _show(self, form: Form, field: str = "") -> None:
        self._keeper = None
        form.discarded.connect(self.close)
        self._detail.show_form(form, field)
        form.grid.fields()[field or next(iter(form.grid.fields()))].setFocus()

    @Slot()
    def _on_event(self) -> None:
        form = self.form()
        if isinstance(form, EventForm):
            group = self._group_of if form.wants_group() else None
            self._events.save(Entry(draft=form.entered(), event_id=self._event_id, group_of=group))

    @Slot()
    def _on_registration(self) -> None:
        form = self.form()
        if isinstance(form, RegistrationForm):
            self._participants.save(form.entered())

    @Slot()
    def _on_session(self) -> None:
        form, card = self.form(), self._detail.card()
        if isinstance(form, SessionForm) and card is not None:
            self._sessions.save(card.id, self._session_id, form.entered())

    @Slot()
    def _on_minutes(self) -> None:
        form, card = self.form(), self._detail.card()
        if isinstance(form, MinutesForm) and card is not None:
            self._minutes.save(card.id, form.text())
