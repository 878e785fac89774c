"""The line at the foot of the window: what happened last, and the running job with its Cancel."""

from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from kts_desktop.core.clock import Clock
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit.measure import sized, spaced

_PATIENCE = 300  # milliseconds before a job is shown at all
_WORDS_STAY = 10_000  # milliseconds that a message stays before the time of the last save returns


class StatusLine(QWidget):
    """Shows one message on the left and one job on the right; a later job waits for its turn."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shell.status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = clock
        self._saved_at: datetime | None = None
        self._tickets: list[Ticket] = []
        self._words = QLabel(self)
        self._words.setObjectName("shell.words")
        self._job = QLabel(self)
        self._job.setObjectName("shell.job")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("shell.progress")
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("shell.cancel")
        self._cancel.clicked.connect(self._on_cancel)
        self._patience = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._on_patience_over)
        self._fading = QTimer(self, interval=_WORDS_STAY, singleShot=True)
        self._fading.timeout.connect(self._on_fading)
        self._lay_out()
        self._show_job(visible=False)
        self.retranslate()

    def say(self, text: str) -> None:
        """Show a message for a while."""
        self._words.setText(text)
        self._fading.start()

    def note_save(self) -> None:
        """Show when the last change was saved: now."""
        self._saved_at = self._clock()
        if not self._fading.isActive():
            self._on_fading()

    def words(self) -> str:
        """Return what the line says now."""
        return self._words.text()

    def follow(self, ticket: Ticket) -> None:
        """Show a job once it takes longer than a moment."""
        self._tickets.append(ticket)
        ticket.progressed.connect(self._on_progress)
        ticket.finished.connect(self._on_finished)
        if len(self._tickets) == 1:
            self._patience.start()

    def clear(self) -> None:
        """Forget everything, as when the office is closed."""
        self._saved_at = None
        self._fading.stop()
        self._words.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))
        if self._saved_at is not None and not self._fading.isActive():
            self._on_fading()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        spaced(row, (10, 2, 10, 2), 10)
        row.addWidget(self._words, 1)
        row.addWidget(self._job)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        sized(self._bar, width=160)
        sized(self, min_height=28)

    def _show_job(self, *, visible: bool) -> None:
        for part in (self._job, self._bar, self._cancel):
            part.setVisible(visible)

    @Slot()
    def _on_patience_over(self) -> None:
        if self._tickets:
            self._job.setText(self._tickets[0].title)
            self._bar.setRange(0, 0)
            self._cancel.setEnabled(True)
            self._show_job(visible=True)

    @Slot(int, int, str)
    def _on_progress(self, done: int, total: int, words: str) -> None:
        if not self._tickets or self.sender() is not self._tickets[0]:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        title = words or self._tickets[0].title
        count = self._count(done, total)
        self._job.setText(f"{title} {count}" if count else title)

    def _count(self, done: int, total: int) -> str:
        if not total:
            return ""
        locale = QLocale()
        return self.tr("{done} of {total}").format(done=locale.toString(done), total=locale.toString(total))

    @Slot()
    def _on_finished(self) -> None:
        self._tickets = [ticket for ticket in self._tickets if ticket is not self.sender()]
        self._show_job(visible=False)
        if self._tickets:
            self._on_patience_over()
        else:
            self._patience.stop()

    @Slot()
    def _on_cancel(self) -> None:
        if self._tickets:
            self._cancel.setEnabled(False)
            self._tickets[0].cancel()

    @Slot()
    def _on_fading(self) -> None:
        if self._saved_at is None:
            self._words.clear()
            return
        time = self._saved_at.astimezone()
        self._words.setText(self.tr("Saved {time}").format(time=f"{time:%H:%M}"))
