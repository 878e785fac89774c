"""What presenters share: writing, failures, the notice that offers to take it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.errors import UserFacingError
from kts_desktop.core.sentences.labels import label as label_of
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

UseCase = Callable[["Session"], object]


class Telling(Protocol):
    """Where failures and what was done are told."""

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused, at the form where one is open."""

    def show_undo(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""


class Writing(QObject):
    """Base of presenters; a QObject, so that a page thrown away takes its connections along."""

    def __init__(self, workspace: Workspace, telling: Telling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._telling = workspace, telling

    def write(self, label: str, use_case: UseCase, *, offers_undo: bool = False) -> Ticket:
        """Run a use case as one step; with ``offers_undo`` a bar offers to take it back."""
        ticket = self._workspace.write(label, lambda session, _ticket: use_case(session))
        ticket.failed.connect(self._on_failed)
        if offers_undo:
            ticket.setProperty("undoLabel", label)
            ticket.succeeded.connect(self._on_done)
        return ticket

    @Slot(object)
    def _on_done(self, _value: object) -> None:
        label = str(self.sender().property("undoLabel"))
        self._telling.show_undo(label_of(label, self._workspace.language))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self._telling.show_error(error)
        elif isinstance(error, BaseException):
            raise error
