"""Jobs that run: words, count, bar and Cancel in the status line."""

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.kit import formats
from kts_desktop.ui.kit.measure import sized, spaced

QUIET = 300  # milliseconds in which a job shows nothing


class JobBar(QWidget):
    """Shows the latest running job; the others wait behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs.bar")
        self._running: list[Ticket] = []
        self._words, self._bar, self._cancel = QLabel(self), QProgressBar(self), QPushButton(self)
        self._bar.setTextVisible(False)
        self._cancel.setProperty("flat", True)
        self._cancel.setObjectName("jobs.cancel")
        self._cancel.clicked.connect(self._on_cancel)
        self._bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sized(self._bar, width=160)
        row = QHBoxLayout(self)
        spaced(row, (0, 0, 0, 0), 8)
        row.addWidget(self._words)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._on_quiet_over)
        self.retranslate()
        self.hide()

    @Slot(object)
    def follow(self, ticket: Ticket) -> None:
        """Show a job until it ends; connect ``workspace.started`` to it."""
        self._running.append(ticket)
        ticket.progressed.connect(self._on_progressed)
        ticket.finished.connect(self._on_finished)
        if len(self._running) == 1:
            self._quiet.start()
        self._show(0, 0, "")

    def retranslate(self) -> None:
        """Set the bar's own texts."""
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the running job"))
        self._bar.setAccessibleName(self.tr("Progress"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self, done: int, total: int, text: str) -> None:
        title = self._running[-1].title
        words = f"{title}: {text}" if text else title
        if total:
            number = formats.current().number
            words = self.tr("{0} – {1} of {2}").format(words, number(done), number(total))
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, text: str) -> None:
        if self._running and self.sender() is self._running[-1]:
            self._show(done, total, text)

    @Slot()
    def _on_finished(self) -> None:
        ended = self.sender()
        self._running = [ticket for ticket in self._running if ticket is not ended]
        if self._running:
            self._show(0, 0, "")
        else:
            self._quiet.stop()
            self.hide()

    @Slot()
    def _on_quiet_over(self) -> None:
        self.setVisible(bool(self._running))

    @Slot()
    def _on_cancel(self) -> None:
        if self._running:
            self._running[-1].cancel()
            self._words.setText(self.tr("Stopping …"))
