"""Keep what is typed in a form, so that a crash or a power cut loses two seconds of it at the most."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.ui.kit.form import Form
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LABEL = "draft"  # never seen: drafts are no undo steps


class Kept(Protocol):
    """A draft that waits."""

    @property
    def content(self) -> Mapping[str, object]:
        """Return what was typed, by field."""

    @property
    def at(self) -> datetime:
        """Return when it was typed."""


class Drafts(Protocol):
    """Where drafts are kept; the module ``services.drafts`` is one."""

    def of(self, session: "Session", form: str, record: bytes) -> Kept | None:
        """Return the draft of a form for a record."""

    def keep(
        self, session: "Session", form: str, record: bytes, content: Mapping[str, object], at: datetime
    ) -> None:
        """Keep what stands in a form."""

    def drop(self, session: "Session", form: str, record: bytes) -> None:
        """Forget a draft."""


class DraftKeeper(QObject):
    """Belongs to one open form; ``restored_at`` tells when what it shows was typed, None for a fresh form."""

    def __init__(self, workspace: Workspace, form: Form, drafts: Drafts, record: bytes) -> None:
        super().__init__(form)
        self._workspace, self._form, self._drafts, self._record = workspace, form, drafts, record
        self._is_saving = self._is_over = False
        self.restored_at: datetime | None = None
        form.changed.connect(self._on_typed)
        form.draft_due.connect(self._on_due)
        form.saved.connect(self._on_saved)
        form.discarded.connect(self.drop)
        workspace.changed.connect(self._on_changed)

    def waiting(self) -> Kept | None:
        """Return what was typed before and waits."""
        name, record, drafts = self._form.objectName(), self._record, self._drafts
        return self._workspace.read(lambda session: drafts.of(session, name, record))

    def restore(self) -> bool:
        """Bring back what was typed before; tells whether there was anything."""
        kept = self.waiting()
        if kept is None:
            return False
        self._form.set_draft({key: str(value) for key, value in kept.content.items()})
        self.restored_at = kept.at
        return True

    def keep_now(self) -> str:
        """Keep what is typed without waiting; return the form's name, empty if it holds nothing new."""
        if self._is_over or not self._form.is_dirty():
            return ""
        self._on_due()
        return self._form.objectName()

    @Slot()
    def drop(self) -> None:
        """Forget the draft for good: it was saved or thrown away, and the form goes."""
        if not self._is_over:
            self._is_over = True  # the form loses the focus on its way out, and that must keep nothing
            self.forget()

    @Slot()
    def forget(self) -> None:
        """Forget what was typed before."""
        name, record, drafts = self._form.objectName(), self._record, self._drafts
        self._workspace.write(LABEL, lambda session, _: drafts.drop(session, name, record))

    @Slot()
    def _on_typed(self) -> None:
        """Begin anew where a form stays open after all, because saving was refused."""
        self._is_saving = self._is_over = False

    @Slot()
    def _on_due(self) -> None:
        if self._is_over or not (self._workspace.is_open and self._form.is_dirty()):
            return  # a form that is taken down while the office closes loses the focus once more
        name, record, drafts = self._form.objectName(), self._record, self._drafts
        content, at = self._form.draft(), self._workspace.clock()
        self._workspace.write(LABEL, lambda session, _: drafts.keep(session, name, record, content, at))

    @Slot()
    def _on_saved(self) -> None:
        self._is_saving = True

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self._is_saving and not changes.concerns("draft"):
            self._is_saving = False
            self.drop()
