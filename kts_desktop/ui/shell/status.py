"""The line at the foot of the window: what happened last, and the running job."""

from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.announce import announce
from kts_desktop.ui.kit.job_list import JobList
from kts_desktop.ui.kit.measure import sized, spaced
from kts_desktop.ui.kit.progress import JobBar

_WORDS_STAY = 10_000  # milliseconds that a message stays before the time of the last save returns


class StatusLine(QWidget):
    """Shows one message on the left and one job on the right."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shell.status")
        self._clock = clock
        self._saved_at: datetime | None = None
        self._words = QLabel(self)
        self._words.setObjectName("shell.words")
        self.jobs, self.list = JobBar(self), JobList(clock, self)
        self._fading = QTimer(self, interval=_WORDS_STAY, singleShot=True)
        self._fading.timeout.connect(self._on_fading)
        row = QHBoxLayout(self)
        spaced(row, (10, 2, 10, 2), 10)
        row.addWidget(self._words, 1)
        row.addWidget(self.jobs)
        row.addWidget(self.list)
        sized(self, min_height=28)

    @Slot(object)
    def follow(self, ticket: Ticket) -> None:
        """Show a job while it runs, and keep how it ended."""
        self.jobs.follow(ticket)
        self.list.follow(ticket)

    @Slot(str)
    def say(self, text: str) -> None:
        """Show a message for a while."""
        self._words.setText(text)
        self._words.setToolTip(text)
        announce(self._words, text)
        self._fading.start()

    def note_save(self) -> None:
        """Show when the last change was saved: now."""
        self._saved_at = self._clock()
        if not self._fading.isActive():
            self._on_fading()

    def words(self) -> str:
        """Return what the line says now."""
        return self._words.text()

    def clear(self) -> None:
        """Forget everything, as when the office is closed."""
        self._saved_at = None
        self.list.forget()
        self._fading.stop()
        self._on_fading()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._fading.stop()
            self._on_fading()

    @Slot()
    def _on_fading(self) -> None:
        text = ""
        if self._saved_at is not None:
            time = self._saved_at.astimezone()
            text = self.tr("Saved {time}").format(time=f"{time:%H:%M}")
        self._words.setText(text)
        self._words.setToolTip(text)
