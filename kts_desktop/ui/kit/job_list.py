"""The last ten jobs: what ran, when it ended, how."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPoint, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.icons import icon
from kts_desktop.ui.kit.measure import sized

KEPT = 10


class Outcome(StrEnum):
    """How a job stands; the value is the picture beside it."""

    RUNNING = "refresh-cw"
    DONE = "check"
    FAILED = "triangle-alert"
    STOPPED = "ban"


@dataclass(slots=True)
class _Job:
    title: str
    at: datetime
    outcome: Outcome = Outcome.RUNNING


class JobList(QToolButton):
    """A button that opens the list; hidden until a job has begun."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs.list")
        self.setProperty("role", "inner")  # the line must not grow when the button comes
        self.setIcon(icon("history"))
        sized(self, icon=14, width=28, min_height=24)
        self._clock = clock
        self._jobs: deque[_Job] = deque(maxlen=KEPT)
        self._of_ticket: dict[Ticket, _Job] = {}
        self.clicked.connect(self.open)
        self.retranslate()
        self.hide()

    @Slot(object)
    def follow(self, ticket: Ticket) -> None:
        """Note a job and how it ends; ``failed`` is left to those who tell what happened."""
        job = _Job(ticket.title, self._clock())
        self._jobs.append(job)
        self._of_ticket[ticket] = job
        ticket.succeeded.connect(self._on_succeeded)
        ticket.finished.connect(self._on_finished)
        self.show()

    @Slot()
    def open(self) -> None:
        """Show the list above the button, the latest job first."""
        menu = QMenu(self)
        menu.setObjectName("jobs.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        words = self._words()
        for job in reversed(self._jobs):
            told = f"{job.title}: {words[job.outcome]}, {job.at.astimezone():%H:%M}"
            menu.addAction(icon(job.outcome.value), told)
        if not self._jobs:
            menu.addAction(self.tr("No job has run yet."))
        place = self.mapToGlobal(QPoint(self.width(), 0)) if self.isVisible() else self._corner()
        menu.popup(place - QPoint(menu.sizeHint().width(), menu.sizeHint().height()))
        menu.setActiveAction(menu.actions()[0])

    @Slot()
    def forget(self) -> None:
        """Forget all jobs, as when the office is closed."""
        self._jobs.clear()
        self.hide()

    def retranslate(self) -> None:
        """Set the button's texts."""
        self.setAccessibleName(self.tr("The last jobs"))
        self.setToolTip(self.tr("The last jobs"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _corner(self) -> QPoint:
        window = self.window()
        return window.mapToGlobal(QPoint(window.width(), window.height()))

    def _words(self) -> Mapping[Outcome, str]:
        return MappingProxyType(
            {
                Outcome.RUNNING: self.tr("running since"),
                Outcome.DONE: self.tr("done"),
                Outcome.FAILED: self.tr("failed"),
                Outcome.STOPPED: self.tr("stopped"),
            }
        )

    @Slot(object)
    def _on_succeeded(self, _value: object) -> None:
        self._end(Outcome.DONE)

    @Slot()
    def _on_finished(self) -> None:
        ticket = self.sender()
        if isinstance(ticket, Ticket) and ticket in self._of_ticket:
            if self._of_ticket[ticket].outcome is Outcome.RUNNING:
                self._end(Outcome.STOPPED if ticket.is_cancelled else Outcome.FAILED)
            del self._of_ticket[ticket]

    def _end(self, outcome: Outcome) -> None:
        ticket = self.sender()
        job = self._of_ticket.get(ticket) if isinstance(ticket, Ticket) else None
        if job is not None:
            job.outcome, job.at = outcome, self._clock()
