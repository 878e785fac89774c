"""Long work off the GUI thread: lanes of workers, progress, cancel, results back on the GUI thread."""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import cast

from PySide6.QtCore import QMetaMethod, QObject, Qt, Signal, Slot

from kts_desktop.core.errors import UserFacingError

_LOG = logging.getLogger(__name__)
Work = Callable[["Ticket"], object]
Arrival = Callable[[object], object]


class Ticket(QObject):
    """One job. The worker calls ``step``; the GUI listens and may ``cancel``.

    ``failed`` brings the exception. When nobody listens to it, a failure the user can cure goes to
    ``unheard`` and every other one is raised on the GUI thread, so that no bug passes in silence.
    """

    progressed = Signal(int, int, str)  # done, total (0: unknown), words
    succeeded = Signal(object)
    failed = Signal(object)
    unheard = Signal(object)
    finished = Signal()  # always, last
    _stepped = Signal(int, int, str)
    _settled = Signal(object)

    def __init__(self, parent: QObject, title: str = "", arrival: Arrival | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._arrival = arrival
        self._cancelled = Event()
        self._lock = Lock()
        self._interrupt: Callable[[], None] | None = None
        self._is_forsaken = False
        self._stepped.connect(self._relay, Qt.ConnectionType.QueuedConnection)
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return self._cancelled.is_set()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report progress from the worker; raises CancelledError once cancelled."""
        if self._cancelled.is_set():
            raise CancelledError
        self._stepped.emit(done, total, text)

    def interrupt_with(self, interrupt: Callable[[], None] | None) -> None:
        """Name what breaks off a running statement; the worker takes it back with None."""
        with self._lock:
            self._interrupt = interrupt

    def cancel(self) -> None:
        """Ask the worker to stop at its next step, and break off the running statement."""
        self._cancelled.set()
        with self._lock:
            if self._interrupt is not None:
                self._interrupt()

    def forsake(self) -> None:
        """Bring the result to nobody: those who wait for it have lost what they would show it with.

        The job itself goes on; a failure is told by ``unheard``, and the end by ``finished`` as always.
        """
        self._is_forsaken = True

    def settle(self, outcome: "Future[object]") -> None:
        """Hand the outcome from the worker to the GUI thread."""
        self._settled.emit(outcome)

    @Slot(int, int, str)
    def _relay(self, done: int, total: int, text: str) -> None:
        """Pass progress on once the caller had time to listen: the worker may be faster."""
        self.progressed.emit(done, total, text)

    @Slot(object)
    def _deliver(self, outcome: object) -> None:
        future = cast("Future[object]", outcome)
        error = CancelledError() if future.cancelled() else future.exception()
        try:
            if error is None and not self._is_forsaken:
                value = future.result()
                self.succeeded.emit(self._arrival(value) if self._arrival else value)
            elif error is not None and not self._cancelled.is_set() and not isinstance(error, CancelledError):
                self._report(error)
        finally:
            self.finished.emit()
            self.deleteLater()

    def _report(self, error: BaseException) -> None:
        is_heard = self.isSignalConnected(QMetaMethod.fromSignal(self.failed))
        if is_heard and not self._is_forsaken:
            self.failed.emit(error)
        elif isinstance(error, UserFacingError):
            self.unheard.emit(error)
        else:
            raise error


class Jobs(QObject):
    """A lane of workers; the lane of writes has one, so that the database has a single writer."""

    def __init__(self, workers: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="job")

    def run(self, work: Work, title: str = "", arrival: Arrival | None = None) -> Ticket:
        """Start ``work(ticket)``; connect to the ticket before the event loop turns.

        ``arrival`` runs on the GUI thread before ``succeeded`` and may exchange the value.
        """
        ticket = Ticket(self, title, arrival)
        self._pool.submit(work, ticket).add_done_callback(ticket.settle)
        return ticket

    def shutdown(self) -> None:
        """Wait for the running job and drop the waiting ones."""
        self._pool.shutdown(cancel_futures=True)
