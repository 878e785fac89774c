"""What the three presenters of the page share: the desk, its jobs, its failures."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.errors import UserFacingError
from kts_desktop.ui.exchange.desk import Desk, DeskOf
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.workspace import Workspace


class Telling(Protocol):
    """The list and what stands beside it."""

    def select(self, place: int) -> None:
        """Choose a line of the list."""

    def show_error(self, error: UserFacingError) -> None:
        """Say what was refused."""


class Asking(QObject):
    """Base of the presenters; every question to the desk is a job in a worker."""

    def __init__(self, workspace: Workspace, desk_of: DeskOf, telling: Telling, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._desk_of, self._telling = workspace, desk_of, telling
        self.current = 0

    def choose(self, place: int) -> None:
        """Show a line of the list; 0 shows none."""
        self.current = place

    def go_to(self, place: int) -> None:
        """Choose a line of the list, also if it was chosen before and the list says nothing."""
        self.current = -1
        self._telling.select(place)
        if self.current == -1:
            self.choose(place)

    def look(self, question: Callable[[Desk], object], title: str = "") -> Ticket:
        """Ask what changes nothing."""
        ticket = self._workspace.office_jobs.consult(
            lambda office, _ticket: question(self._desk_of(office)), title
        )
        ticket.failed.connect(self._on_failed)
        return ticket

    def write(self, change: Callable[[Desk, Ticket], tuple[object, Changes]], title: str = "") -> Ticket:
        """Have something written, one after the other."""
        ticket = self._workspace.office_jobs.change(
            lambda office, ticket: change(self._desk_of(office), ticket), title
        )
        ticket.failed.connect(self._on_failed)
        return ticket

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, UserFacingError):
            self._telling.show_error(error)
        elif isinstance(error, BaseException):
            raise error
