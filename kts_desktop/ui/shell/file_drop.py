"""Files let go over the window: what packages and registers change is shown, a backup is asked about."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from kts_desktop.ui.shell.window import ShellWindow

BACKUP, REGISTER = ".ktsbackup", (".txt", ".asc", ".gz")
PACKAGE, CARD = ".ktspaket", ".ktskarte"


@runtime_checkable
class TakesFiles(Protocol):
    """A page that reads a file in, after a preview or a question of its own."""

    def take_file(self, path: Path) -> None:
        """Begin with a file of the user."""


class FileDrop(QObject):
    """Follows files over the window where no part of it takes them itself."""

    said = Signal(str)  # what letting go would do, or why nothing is taken
    dropped = Signal(object)  # Path

    def __init__(self, window: "ShellWindow") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what letting go would do; the file itself is only read."""
        if isinstance(event, QDragEnterEvent):
            path = _one_file(event.mimeData())
            if path is not None:
                words = self._words(path)
                self.said.emit(words or self._why_not())
                return _taken(event, is_taken=bool(words))
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = _one_file(event.mimeData())
            if path is not None and self._words(path):
                self.dropped.emit(path)
                return _taken(event, is_taken=True)
        return super().eventFilter(watched, event)

    @staticmethod
    def page_of(path: Path) -> str:
        """Return the key of the page that reads a file in."""
        return "exchange" if path.suffix.lower() in (PACKAGE, CARD) else "settings"

    def _words(self, path: Path) -> str:
        if not self._window.is_open:
            return ""
        if path.suffix.lower() == BACKUP:
            return self.tr("Let go: you are asked whether this backup is to be restored.")
        if path.suffix.lower() == PACKAGE:
            return self.tr("Let go: what this package would change is shown first.")
        if path.suffix.lower() == CARD:
            return self.tr("Let go: this key card is read, and you compare its identifier.")
        if path.suffix.lower() in REGISTER:
            return self.tr("Let go: the changes this register file would make are shown first.")
        return ""

    def _why_not(self) -> str:
        if not self._window.is_open:
            return self.tr("The office is not open yet.")
        return self.tr("This file cannot be read in here; let go over a record it becomes a document.")


def _one_file(data: QMimeData) -> Path | None:
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _taken(event: QDropEvent, *, is_taken: bool) -> bool:
    if is_taken:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()
    return True
