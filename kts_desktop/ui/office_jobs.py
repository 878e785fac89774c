"""Jobs that need the whole open office, not only its records: its folder, its keys, its transactions."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from kts_desktop.core.changes import Changes
from kts_desktop.ui.jobs import Jobs, Ticket

if TYPE_CHECKING:
    from kts_desktop.storage.opening import Opened


class OfficeJobs(QObject):
    """Runs such jobs in the lane they belong to; the workspace tells every view what one changed."""

    begun = Signal(object)  # Ticket
    wrote = Signal(Changes)

    def __init__(self, writer: Jobs, readers: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._writer, self._readers = writer, readers
        self._opened: Opened | None = None

    def attach(self, opened: "Opened | None") -> None:
        """Take the open office; None takes it away."""
        self._opened = opened

    def change(self, job: "Callable[[Opened, Ticket], tuple[object, Changes]]", title: str = "") -> Ticket:
        """Run one after the other what makes its own transaction; it returns a result and what changed."""
        office = self._office()
        ticket = self._writer.run(lambda ticket: job(office, ticket), title, self._on_changed)
        self.begun.emit(ticket)
        return ticket

    def consult(self, job: "Callable[[Opened, Ticket], object]", title: str = "") -> Ticket:
        """Run beside others what changes no record and opens its own sessions."""
        office = self._office()
        ticket = self._readers.run(lambda ticket: job(office, ticket), title)
        self.begun.emit(ticket)
        return ticket

    def _office(self) -> "Opened":
        if self._opened is None:
            raise RuntimeError("the store was attached without its office")
        return self._opened

    def _on_changed(self, outcome: object) -> object:
        value, changes = cast("tuple[object, Changes]", outcome)
        if changes:
            self.wrote.emit(changes)
        return value
