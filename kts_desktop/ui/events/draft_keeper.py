"""Keeps what was typed in a form and not saved yet, and offers it once when the form is opened again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kts_desktop.services import drafts
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.dialogs import confirm
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class DraftKeeper(QObject):
    """Follows one form; ``record`` is the uid of what it edits, ``drafts.NEW`` for a new one."""

    def __init__(self, workspace: Workspace, form: Form, record: bytes) -> None:
        super().__init__(form)
        self._workspace, self._form, self._record = workspace, form, record
        self._name = form.objectName()
        self._kept: dict[str, str] = {}
        self._is_over = False
        form.draft_due.connect(self._on_due)

    def offer(self) -> None:
        """Ask whether to go on with a draft that waits."""
        kept = self._workspace.read(lambda session: drafts.of(session, self._name, self._record))
        if kept is None:
            return
        self._kept = {key: str(text) for key, text in kept.content.items()}
        since = formats.current().moment(kept.at)
        question = confirm(
            self._form,
            self.tr("Go on with the draft?"),
            self.tr("Something typed here on {0} was not saved.").format(since),
            self.tr("Restore the draft"),
            danger=False,
        )
        question.confirmed.connect(self._on_restore)
        question.rejected.connect(self._forget)

    @Slot()
    def drop(self) -> None:
        """Forget the draft for good: it was saved or thrown away, and the form goes."""
        self._is_over = True  # the form loses its focus on its way out
        self._forget()

    @Slot()
    def _forget(self) -> None:
        name, record = self._name, self._record
        self._workspace.write("draft", lambda session, _: drafts.drop(session, name, record))

    @Slot()
    def _on_due(self) -> None:
        if self._is_over or not self._form.is_dirty():
            return
        content, now = self._form.draft(), self._workspace.clock()
        name, record = self._name, self._record

        def keep(session: "Session", _ticket: object) -> None:
            drafts.keep(session, name, record, content, now)

        self._workspace.write("draft", keep)

    @Slot()
    def _on_restore(self) -> None:
        self._form.set_draft(self._kept)
