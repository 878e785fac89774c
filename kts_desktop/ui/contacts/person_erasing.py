"""Erasing a person: a question that says what goes, what stays and until when backups hold it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.fields import field_name
from kts_desktop.services import erasure
from kts_desktop.services.erasure import Mention, Outlook
from kts_desktop.ui.contacts.mentions_dialog import MentionsDialog
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.dialogs import ConfirmDialog, confirm
from kts_desktop.ui.kit.notice import Notice
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.storage.store import Store

_MOST = 6  # entries named in the question


class PersonErasing(QObject):
    """Asks, and erases after a yes; the question opens when it is known what hangs on the person."""

    def __init__(self, workspace: Workspace, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._notice, self._over = workspace, notice, parent
        self._person_id = 0
        self._mentions: tuple[Mention, ...] = ()

    def ask(self, person_id: int) -> None:
        """Look up what hangs on a person, then ask."""
        self._person_id = person_id

        def query(session: "Session", _ticket: Ticket) -> object:
            return erasure.outlook(session, person_id)

        ticket = self._workspace.fetch(query)
        ticket.succeeded.connect(self._on_outlook)
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_outlook(self, found: object) -> None:
        assert isinstance(found, Outlook)
        self._mentions = found.mentions
        dialog = confirm(
            self._over,
            self.tr("Erase {0} for good?").format(found.name),
            self.tr("The person goes with posts, contact details, consents and history. This is final."),
            self.tr("Erase for good"),
        )
        dialog.setObjectName("people.erase_dialog")
        self._add_what_stays(dialog, found)
        dialog.confirmed.connect(self._on_confirmed)

    def _add_what_stays(self, dialog: ConfirmDialog, found: Outlook) -> None:
        if found.registrations:
            dialog.add_sentence(
                self.tr("Registrations that stay in the counts without the name: {0}.").format(
                    formats.current().number(found.registrations)
                )
            )
        until = self._workspace.backups_until()
        if until is not None:
            day = formats.current().day(until.astimezone().date())
            dialog.add_sentence(self.tr("In backups until {0}.").format(day))
        if found.mentions:
            dialog.add_sentence(
                self.tr(
                    "These entries name the person too; they are listed afterwards, to be edited ({0}):"
                ).format(formats.current().number(len(found.mentions)))
            )
            dialog.add_sentence("\n".join(self._line(one) for one in found.mentions[:_MOST]))

    def _line(self, mention: Mention) -> str:
        names = {
            "advisory_case": self.tr("Case"),
            "note": self.tr("Note"),
            "task": self.tr("Follow-up"),
            "event": self.tr("Event"),
            "registration": self.tr("Registration"),
            "organisation": self.tr("Body"),
            "project": self.tr("Project"),
        }
        kind = names.get(mention.kind, self.tr("Entry"))
        field = field_name(mention.field, self._workspace.language)
        return f"{kind} {mention.id}, {field}: {mention.excerpt}"

    @Slot()
    def _on_confirmed(self) -> None:
        person_id = self._person_id

        def job(store: "Store", _ticket: Ticket) -> Changes:
            return erasure.erase_person(store, person_id).changes

        ticket = self._workspace.erase(job)
        ticket.succeeded.connect(self._on_erased)
        ticket.failed.connect(self._on_failed)

    @Slot(object)
    def _on_erased(self, _changes: object) -> None:
        self._notice.show_text(self.tr("The person has been erased for good."))
        if self._mentions:
            MentionsDialog(self._workspace, self._mentions, self._over.window()).show()
            self._mentions = ()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self._workspace.failed.emit(error)
        elif isinstance(error, BaseException):
            raise error
