"""Long work that writes at its end: the office stays open until it has ended, however it ends."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Signal, Slot

from kts_desktop.core.changes import Changes
from kts_desktop.ui.jobs import Jobs, Ticket

if TYPE_CHECKING:
    from kts_desktop.storage.store import Store

T = TypeVar("T")


class Toil(Protocol):
    """Work that keeps what it has done, also when it was stopped; ``changes`` are those it wrote."""

    changes: Changes

    def __call__(self, store: "Store", ticket: Ticket) -> object:
        """Work, and write before returning or raising."""


@dataclass(slots=True, kw_only=True)
class _Running:
    job: Toil
    path: Path
    ended: Event = field(default_factory=Event)


class Toils(QObject):
    """Runs such work in the readers' lane; before the office is closed it is stopped and waited for."""

    begun = Signal(object)  # Ticket
    wrote = Signal(Changes)

    def __init__(self, readers: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._readers = readers
        self._store: Store | None = None
        self._running: dict[Ticket, _Running] = {}
        self._halted: list[_Running] = []

    def attach(self, store: "Store") -> None:
        """Take the open store."""
        self._store = store

    def begin(self, job: Toil, title: str = "") -> Ticket:
        """Start work that takes the whole store; locking stops it and waits until it has written."""
        store = self._store
        assert store is not None
        running = _Running(job=job, path=store.path)

        def work(ticket: Ticket) -> object:
            try:
                return job(store, ticket)
            finally:
                running.ended.set()

        ticket = self._readers.run(work, title)
        self._running[ticket] = running
        ticket.finished.connect(self._on_finished)
        self.begun.emit(ticket)
        return ticket

    def halt(self) -> list[Event]:
        """Stop all that runs, since the office is about to be closed; return what tells that it has ended."""
        waiting = []
        for ticket, running in self._running.items():
            if not running.ended.is_set():
                ticket.cancel()
                waiting.append(running.ended)
                self._halted.append(running)
        return waiting

    def take_halted(self, kind: type[T]) -> list[T]:
        """Return work of a kind that was stopped when this office was closed, once."""
        path = self._store.path if self._store is not None else None
        found = [one for one in self._halted if one.path == path and isinstance(one.job, kind)]
        self._halted = [one for one in self._halted if one not in found and one.path == path]
        return [cast("T", one.job) for one in found]

    @Slot()
    def _on_finished(self) -> None:
        running = self._running.pop(cast("Ticket", self.sender()), None)
        if running is not None and running.job.changes:
            self.wrote.emit(running.job.changes)
