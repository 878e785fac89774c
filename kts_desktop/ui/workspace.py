"""The GUI's only door to the use cases: reads, writes, undo, and news of changes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.core.clock import Clock, utc_now
from kts_desktop.ui.jobs import Jobs, Ticket
from kts_desktop.ui.office_jobs import OfficeJobs
from kts_desktop.ui.toils import Toils

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kts_desktop.storage.opening import Opened
    from kts_desktop.storage.store import Store

T = TypeVar("T")


class Undoing(Protocol):
    """Takes transactions back and forth; the module ``storage.undo`` is one."""

    def undo(self, store: "Store") -> Changes:
        """Take back the last transaction; raises RefusedError."""

    def redo(self, store: "Store") -> Changes:
        """Do again what was taken back; raises RefusedError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    value: object
    changes: Changes


class Workspace(QObject):
    """Opens sessions for callers and tells every view what a write touched.

    It exists before the store does. Pages are built after ``attach``, so that no page knows a closed store.
    """

    changed = Signal(Changes)
    undo_changed = Signal()  # what can be undone or redone is another thing now
    started = Signal(object)  # Ticket: a job with a title began
    failed = Signal(object)  # a failure the user can cure, which no page listened for
    record_wanted = Signal(str, int)
    paper_wanted = Signal(str, int)
    list_wanted = Signal(str, object, str)  # kind, ids, label
    earlier_wanted = Signal(str, int)  # what a record was in a backup
    said = Signal(str)

    def __init__(
        self, writer: Jobs, readers: Jobs, clock: Clock = utc_now, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._readers = readers
        self._attached: Store | None = None
        self._undoing: Undoing | None = None
        self._running: set[Ticket] = set()
        self.toils = Toils(readers, self)
        self.toils.begun.connect(self._started)
        self.toils.wrote.connect(self._on_wrote)
        self.office_jobs = OfficeJobs(writer, readers, self)
        self.office_jobs.begun.connect(self._started)
        self.office_jobs.wrote.connect(self._on_wrote)
        self.clock = clock
        self.language = "de"

    def attach(self, store: "Store", undoing: Undoing | None = None, office: "Opened | None" = None) -> None:
        """Take the open store, what undoes its transactions, and the office whose store it is."""
        self._attached, self._undoing = store, undoing
        self.toils.attach(store)
        self.office_jobs.attach(office)

    def detach(self) -> "Store | None":
        """Give the store back, to be closed.

        Results on their way come too late: the pages they are for could no longer read.
        """
        for ticket in self._running:
            ticket.forsake()
        store, self._attached = self._attached, None
        self.office_jobs.attach(None)
        return store

    @property
    def is_open(self) -> bool:
        """Tell whether there is a store to read and write."""
        return self._attached is not None

    def read(self, query: "Callable[[Session], T]") -> T:
        """Run a quick query on the GUI thread (budget: one frame, 16 ms)."""
        with self._store().read() as session:
            return query(session)

    def fetch(self, query: "Callable[[Session, Ticket], object]", title: str = "") -> Ticket:
        """Run a slow query off the GUI thread; its result arrives by ``succeeded``."""
        store = self._store()

        def work(ticket: Ticket) -> object:
            with store.read() as session, _interruptible(session, ticket):
                return query(session, ticket)

        return self._started(self._readers.run(work, title))

    def write(
        self,
        label: str,
        use_case: "Callable[[Session, Ticket], object]",
        args: Mapping[str, str] | None = None,
        title: str = "",
    ) -> Ticket:
        """Run a use case as one transaction and one undo step.

        ``changed`` tells what it touched, then ``succeeded`` brings what the use case returned. A ``title``
        puts the job into the list of jobs.
        """
        store = self._store()

        def work(ticket: Ticket) -> _Written:
            with store.write(label, args) as session:
                value = use_case(session, ticket)
            return _Written(value=value, changes=session.info["changes"])

        return self._started(self._writer.run(work, title, self._announce))

    def erase(self, job: "Callable[[Store, Ticket], Changes]", title: str = "") -> Ticket:
        """Run what erases for good: a transaction of its own that is no undo step."""
        store = self._store()
        return self._started(
            self._writer.run(lambda ticket: _done(job(store, ticket)), title, arrival=self._announce)
        )

    def survey(self, job: "Callable[[Store], object]") -> Ticket:
        """Run in the lane of writes what needs the whole store and changes nothing."""
        store = self._store()
        return self._started(self._writer.run(lambda _: job(store)))

    def backups_until(self) -> datetime | None:
        """Return until when a present backup holds what is erased now; None without backups."""
        ledger, now = self._store().ledger, self.clock()
        until = ledger.backups_until(now) if ledger is not None else now
        return until if until > now else None

    def undo(self) -> Ticket:
        """Take back the last transaction."""
        store, undoing = self._store(), self._undo()
        return self._started(self._writer.run(lambda _: _done(undoing.undo(store)), arrival=self._announce))

    def redo(self) -> Ticket:
        """Do again what was taken back last."""
        store, undoing = self._store(), self._undo()
        return self._started(self._writer.run(lambda _: _done(undoing.redo(store)), arrival=self._announce))

    def open_record(self, kind: str, record_id: int) -> None:
        """Ask the shell to show a record on the page it belongs to."""
        self.record_wanted.emit(kind, record_id)

    def print_for(self, kind: str, record_id: int) -> None:
        """Ask the shell for the papers of a record."""
        self.paper_wanted.emit(kind, record_id)

    def show_list(self, kind: str, ids: Sequence[int], label: str) -> None:
        """Ask the shell for the list of a kind narrowed to these records, under a label."""
        self.list_wanted.emit(kind, tuple(ids), label)

    def say(self, text: str) -> None:
        """Put a line into the status bar."""
        self.said.emit(text)

    def _announce(self, written: object) -> object:
        outcome = cast("_Written", written)
        if outcome.changes and self.is_open:  # a draft kept on closing concerns no page any more
            self.changed.emit(outcome.changes)
            self.undo_changed.emit()
        return outcome.value

    def _started(self, ticket: Ticket) -> Ticket:
        self._running.add(ticket)
        ticket.unheard.connect(self._on_unheard)
        ticket.finished.connect(self._on_finished)
        if ticket.title:
            self.started.emit(ticket)
        return ticket

    @Slot(Changes)
    def _on_wrote(self, changes: Changes) -> None:
        if self.is_open:
            self.changed.emit(changes)
            self.undo_changed.emit()

    @Slot()
    def _on_finished(self) -> None:
        self._running.discard(cast("Ticket", self.sender()))

    @Slot(object)
    def _on_unheard(self, error: object) -> None:
        self.failed.emit(error)

    def _store(self) -> "Store":
        if self._attached is None:
            raise RuntimeError("a page was built before the store was open")
        return self._attached

    def _undo(self) -> Undoing:
        if self._undoing is None:
            raise RuntimeError("the store was attached without its undo")
        return self._undoing


def _done(changes: Changes) -> _Written:
    return _Written(value=changes, changes=changes)


@contextmanager
def _interruptible(session: "Session", ticket: Ticket) -> Iterator[None]:
    """Let ``ticket.cancel`` break off the statement that this session runs."""
    connection = session.connection().connection.driver_connection
    ticket.interrupt_with(connection.interrupt if connection is not None else None)
    try:
        yield
    finally:
        ticket.interrupt_with(None)
