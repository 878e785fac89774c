"""The sessions of the event shown: adding, editing, deleting."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kts_desktop.models.vocab import EventId
from kts_desktop.services import event_sessions
from kts_desktop.services.event_sessions import SessionDraft
from kts_desktop.ui.kit.writing import Writing


class SessionsPresenter(Writing):
    """Answers what is done with the programme of an event."""

    saved = Signal()

    def draft(self, session_id: int) -> SessionDraft:
        """Return what the form of a session edits."""
        return self._workspace.read(lambda session: event_sessions.draft_of(session, session_id))

    def save(self, event_id: EventId, session_id: int | None, draft: SessionDraft) -> None:
        """Add a session to an event, or change one."""
        if session_id is None:
            ticket = self.write("session.add", lambda s: event_sessions.add(s, event_id, draft))
        else:
            ticket = self.write("session.edit", lambda s: event_sessions.edit(s, session_id, draft))
        ticket.succeeded.connect(self.saved)

    def delete(self, ids: Sequence[int]) -> None:
        """Move sessions to the bin."""
        self.write("session.delete", lambda s: event_sessions.delete(s, ids), offers_undo=True)
