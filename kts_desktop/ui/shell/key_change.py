"""Another key for the office: closed meanwhile, with a code that must be kept before it is valid."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from kts_desktop.core.errors import RefusedError
from kts_desktop.ui.jobs import Ticket
from kts_desktop.ui.shell.panel import Panel

Start = Callable[[Callable[[str], None]], Ticket]


class KeyChangePanel(Panel):
    """Says that the office is being encrypted anew, and how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("key_change", parent)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.body.addWidget(self._bar)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("The office gets a new key"))
        self.sentence.setText(
            self.tr(
                "A backup is made, then everything is encrypted anew, the attached documents one by one. "
                "If this is interrupted, nothing is lost: the next opening ends it."
            )
        )
        self._bar.setAccessibleName(self.tr("Progress"))

    @Slot(int, int, str)
    def show_progress(self, done: int, total: int, _words: str) -> None:
        """Show how far the present step is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)


class KeyChange(QObject):
    """Stands between the worker that changes the key and the person who keeps the new code.

    The worker waits in ``tell``: only a code that was kept becomes valid. Giving up leaves the old key.
    """

    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered = Event()
        self._is_kept = False

    def tell(self, code: str) -> None:
        """Show the code and wait, in the worker; raises RefusedError ``rekey_given_up``."""
        self.told.emit(code)
        self._answered.wait()
        if not self._is_kept:
            raise RefusedError("rekey_given_up")

    @Slot()
    def keep(self) -> None:
        """Let the worker go on: the code was kept."""
        self._is_kept = True
        self._answered.set()

    @Slot()
    def give_up(self) -> None:
        """Let the worker end, as when the window is closed; after ``keep`` nothing happens."""
        self._answered.set()


def heading() -> str:
    """Return the heading of the message that says why the key was not changed."""
    return QCoreApplication.translate("KeyChange", "The key was not changed")
